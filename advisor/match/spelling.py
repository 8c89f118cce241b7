"""Correct a misspelt word to the nearest known one, as cautiously as people would."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4
LONG = 8
MOST_WORD = 40


@dataclass(slots=True)
class Speller:
    """Knows some words (with how common each is) and corrects others to them."""

    counts: Mapping[str, int]
    spare: Callable[[str], bool] = lambda _: False
    """Whether a word is right though it was never heard."""
    _by_length: dict[int, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for word in sorted(self.counts):
            if len(word) >= SHORTEST - 1 and word.isalpha():
                self._by_length.setdefault(len(word), []).append(word)

    def knows(self, word: str) -> bool:
        """Return whether a word needs no correction."""
        return word in self.counts or not word.isalpha()

    def correct(self, word: str) -> str:
        """Return the known word that an unknown one was meant to be, or itself.

        A word of four to seven letters may differ by one edit, a longer one by
        two; a swap of neighbours is one. The first letter is taken as right
        unless the first two are swapped. Ties go to the commoner word.
        """
        size = len(word)
        if self.knows(word) or size < SHORTEST or size > MOST_WORD or self.spare(word):
            return word
        allowed = 1 if size < LONG else 2
        near: list[tuple[float, int, str]] = []
        for length in range(size - allowed, size + allowed + 1):
            hits = process.extract(
                word,
                self._by_length.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=allowed,
                limit=None,
            )
            near += [
                (distance, -self.counts[hit], hit)
                for hit, distance, _ in hits
                if hit[0] == word[0] or hit[:2] == word[1::-1]
            ]
        return min(near)[2] if near else word


def edits(one: str, two: str) -> int:
    """Return how many letters to change, add, drop or swap make one word the other."""
    return OSA.distance(one, two)


def count_words(utterances: Iterable[Iterable[str]]) -> dict[str, int]:
    """Return how often each word stands in some utterances."""
    counts: dict[str, int] = {}
    for words in utterances:
        for word in words:
            counts[word] = counts.get(word, 0) + 1
    return counts
