"""Correct misspelt words as a noisy channel does: the likeliest slip of a likely word.

After Kernighan, Church & Gale (1990) and Mays, Damerau & Mercer (1991): what a word
was meant to be is weighed by how likely the slip is and by how likely the word is
between its neighbours; a known word that stands beside strangers may be a slip too.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4
LONG = 8
"""Letters from which a word may differ by two edits, for a cautious speller."""
LONG_IF_BOLD = 7
MOST_WORD = 40
SECOND_EDIT, WRONG_FIRST, COMMON_SLIP = 4.0, 1.0, -1.5
"""What kinds of slips cost, in log-odds against one wrong letter: two edits, a wrong
first letter, letters that are missing or swapped (the commonest slips of typists)."""
DOUBT = 13.0
"""How much a slip must be likelier, in log-odds, for a word that is right by itself."""
UNHEARD = 0.2
"""The count of a word that is known but was never heard."""
TRUST = 30.0
"""How often a word must be heard for its neighbours to weigh as much as its count."""
Option = tuple[str, float]
"""A word that may be meant, and what it costs to take it for that."""


@dataclass(frozen=True, slots=True)
class _Path:
    """The cheapest way to read the words up to one."""

    word: str
    cost: float
    before: "_Path | None"


@dataclass(slots=True)
class Speller:
    """Knows some words (with how common each is) and corrects others to them."""

    counts: Mapping[str, int]
    spare: Callable[[str], bool] = lambda _: False
    """Whether a word is right though it was never heard."""
    pairs: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """How often two words were heard side by side."""
    shortest: int = SHORTEST
    """Letters that a word must have to be corrected."""
    bold: bool = False
    """Whether a first letter may be wrong, and a known word a slip."""
    _by_length: dict[int, list[str]] = field(default_factory=dict)
    _followed: Counter[str] = field(default_factory=Counter)
    _mass: float = 0.0

    def __post_init__(self) -> None:
        for word in sorted(self.counts):
            if len(word) >= SHORTEST - 1 and _is_word(word):
                self._by_length.setdefault(len(word), []).append(word)
        for (first, _), count in self.pairs.items():
            self._followed[first] += count
        self._mass = sum(self.counts.values()) + UNHEARD * len(self.counts) + 1.0

    def knows(self, word: str) -> bool:
        """Return whether a word needs no correction."""
        return word in self.counts or not word.isalpha()

    def correct(self, word: str) -> str:
        """Return the known word that an unknown one was meant to be, or itself.

        A short word may differ by one edit, a longer one by two; a swap of neighbours
        is one. Unless the speller is bold, the first letter is taken as right, the
        first two being swapped aside.
        """
        if self.knows(word) or self.spare(word):
            return word
        return self.correct_all((word,))[0]

    def correct_all(self, words: Sequence[str]) -> list[str]:
        """Return words, each corrected in the light of its neighbours."""
        around = ["", *words, ""]
        paths = [_Path("", 0.0, None)]
        for i, word in enumerate(words, 1):
            options = self._options(word, around[i - 1], around[i + 1])
            paths = [self._best(paths, option) for option in options]
        node: _Path | None = self._best(paths, ("", 0.0)).before
        found: list[str] = []
        while node is not None and node.before is not None:
            found.append(node.word)
            node = node.before
        return found[::-1]

    def _best(self, paths: Sequence[_Path], option: Option) -> _Path:
        """Return the cheapest of the paths to an option."""
        word, cost = option
        total, _, path = min(
            (path.cost + cost - self._fits(path.word, word), i, path)
            for i, path in enumerate(paths)
        )
        return _Path(word, total, path)

    def _fits(self, before: str, word: str) -> float:
        """Return the log-probability of a word behind another."""
        alone = (self.counts.get(word, 0) + UNHEARD) / self._mass
        heard = self.pairs.get((before, word), 0)
        return math.log(
            (heard + TRUST * alone) / (self._followed.get(before, 0) + TRUST)
        )

    def _options(self, word: str, before: str, after: str) -> list[Option]:
        """Return what a word may be meant to be; itself where nothing else is near."""
        asis = [(word, 0.0)]
        if not _is_word(word) or not self.shortest <= len(word) <= MOST_WORD:
            return asis
        if word in self.counts or self.spare(word):
            beside = (before, word) in self.pairs and (word, after) in self.pairs
            if beside or not self.bold:
                return asis
            return asis + [(near, cost + DOUBT) for near, cost in self._near(word)]
        return self._near(word) or asis

    def _near(self, word: str) -> list[Option]:
        """Return the known words near to one, with what such a slip costs."""
        size = len(word)
        allowed = 1 if size < (LONG_IF_BOLD if self.bold else LONG) else 2
        found = []
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
            found += [
                (hit, _slip(word, hit, int(distance)))
                for hit, distance, _ in hits
                if distance and (self.bold or _same_start(word, hit))
            ]
        return found


def _slip(typed: str, meant: str, distance: int) -> float:
    """Return what it costs to take one word for a slip of another."""
    common = len(meant) > len(typed) or sorted(meant) == sorted(typed)
    return (
        (distance - 1) * SECOND_EDIT
        + (0.0 if _same_start(typed, meant) else WRONG_FIRST)
        + (COMMON_SLIP if common else 0.0)
    )


def _same_start(one: str, two: str) -> bool:
    return one[0] == two[0] or one[:2] == two[1::-1]


def _is_word(word: str) -> bool:
    return word.replace("'", "").isalpha()


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
