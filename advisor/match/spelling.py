"""Correct a misspelt word to the nearest known one, as cautiously as people would."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

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
    pairs: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """How often two words were heard side by side; it decides between candidates."""
    shortest: int = SHORTEST
    """Letters that a word must have to be corrected."""
    any_first: bool = False
    """Whether the first letter may be wrong, though any other slip is likelier."""
    _by_length: dict[int, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for word in sorted(self.counts):
            if len(word) >= SHORTEST - 1 and word.isalpha():
                self._by_length.setdefault(len(word), []).append(word)

    def knows(self, word: str) -> bool:
        """Return whether a word needs no correction."""
        return word in self.counts or not word.isalpha()

    def correct(self, word: str, before: str = "", after: str = "") -> str:
        """Return the known word that an unknown one was meant to be, or itself.

        A word of up to seven letters may differ by one edit, a longer one by two; a
        swap of neighbours is one. The first letter is taken as right unless the first
        two are swapped. Of several, the one that stood beside the same neighbours is
        taken; then one with swapped or missing letters, which are likelier slips than
        any one wrong letter; then the commonest.
        """
        size = len(word)
        if self.knows(word) or size < self.shortest or size > MOST_WORD:
            return word
        if self.spare(word):
            return word
        allowed = 1 if size < LONG else 2
        near: list[tuple[float, int, bool, int, str]] = []
        for length in range(size - allowed, size + allowed + 1):
            if size < SHORTEST and length != size + 1:
                continue
            hits = process.extract(
                word,
                self._by_length.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=allowed,
                limit=None,
            )
            near += [
                (
                    distance + (hit[0] != word[0]),
                    -self._beside(before, hit, after),
                    not (length > size or sorted(hit) == sorted(word)),
                    -self.counts[hit],
                    hit,
                )
                for hit, distance, _ in hits
                if self.any_first or hit[0] == word[0] or hit[:2] == word[1::-1]
            ]
        return min(near)[-1] if near else word

    def _beside(self, before: str, word: str, after: str) -> int:
        return self.pairs.get((before, word), 0) + self.pairs.get((word, after), 0)

    def correct_all(self, words: Sequence[str]) -> list[str]:
        """Return words, each corrected in the light of its neighbours."""
        around = ["", *words, ""]
        return [
            self.correct(word, before, after)
            for before, word, after in zip(around[:-2], words, around[2:], strict=True)
        ]


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


def count_pairs(utterances: Iterable[Sequence[str]]) -> dict[tuple[str, str], int]:
    """Return how often two words stand side by side; the ends count as empty words."""
    counts: dict[tuple[str, str], int] = {}
    for words in utterances:
        for pair in pairwise(("", *words, "")):
            counts[pair] = counts.get(pair, 0) + 1
    return counts
