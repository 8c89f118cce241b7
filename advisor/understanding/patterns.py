"""Rows of words with choices and gaps, and where they stand in a line.

`a|b` stands for one of several words, `kill~` for any word that begins so, `$name`
for one of a list's words, `*` for up to two words of any kind, `!` for the end of the
line. A pattern in a script that is not cut into words is looked for as it stands,
without choices.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from advisor.text import fold

GAP = "*"
END = "!"
LONGEST_GAP = 2
_BEGINS = "~"
FIRST_DENSE = "\u0590"
"""Behind Latin, Greek and Cyrillic: scripts without spaces, or with vowel signs."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a pattern: the words that may stand there; none for a gap."""

    words: frozenset[str]
    starts: tuple[str, ...]

    def takes(self, word: str) -> bool:
        """Return whether a word may stand here."""
        return word in self.words or word.startswith(self.starts)


LAST = Slot(frozenset(), ())
"""Not a word, but the end of the line."""


Row = tuple[str, tuple[Slot | None, ...]]
"""What a pattern is a row of, and its places."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns by the words they can begin with, for a quick look-up."""

    by_first: Mapping[str, tuple[Row, ...]]
    by_start: tuple[tuple[str, Row], ...]
    starts: tuple[str, ...]
    """What the words begin with in `by_start`, to ask for all of them at once."""
    plain: tuple[str, ...]
    """In scripts without spaces between words."""

    @classmethod
    def of(cls, texts: Iterable[str], lists: Mapping[str, Sequence[str]]) -> "Patterns":
        """Return compiled patterns; `lists` holds the words of each `$name`."""
        return cls.of_named({"": texts}, lists)

    @classmethod
    def of_named(
        cls, rows: Mapping[str, Iterable[str]], lists: Mapping[str, Sequence[str]]
    ) -> "Patterns":
        """Return the compiled patterns of several names, all looked for at once."""
        by_first: dict[str, list[Row]] = {}
        by_start: list[tuple[str, Row]] = []
        plain = []
        slot = cache(lambda place: _slot(place, lists))
        for name, text in (
            (name, text) for name, texts in rows.items() for text in texts
        ):
            if not text.isascii() and any(_is_dense(char) for char in text):
                plain.append(fold(text))
                continue
            slots = tuple(slot(place) for place in fold(text).split())
            first = slots[0]
            if first is None:
                continue
            for word in first.words:
                by_first.setdefault(word, []).append((name, slots))
            by_start += [(start, (name, slots)) for start in first.starts]
        frozen = {word: tuple(found) for word, found in by_first.items()}
        starts = tuple({start for start, _ in by_start})
        return cls(frozen, tuple(by_start), starts, tuple(plain))

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, ...]]:
        """Yield where each match stands: the indices of the words that it names."""
        for _, match in self.find_named(words):
            yield match

    def find_named(self, words: Sequence[str]) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Yield whose row each match is, and where it stands."""
        for i, word in enumerate(words):
            rows = self.by_first.get(word, ())
            if word.startswith(self.starts):
                begun = [row for start, row in self.by_start if word.startswith(start)]
                rows = (*rows, *begun)
            for name, slots in rows:
                if (match := _match(slots, words, i)) is not None:
                    yield name, match

    def stands_in(self, text: str) -> bool:
        """Return whether a pattern without spaces stands in a folded text."""
        return any(part in text for part in self.plain)


def _match(
    slots: Sequence[Slot | None], words: Sequence[str], at: int
) -> tuple[int, ...] | None:
    """Return the first way in which slots fit the words from an index on, if any."""
    open_ends: list[tuple[int, int, tuple[int, ...]]] = [(0, at, ())]
    while open_ends:
        slot_at, i, taken = open_ends.pop()
        if slot_at == len(slots):
            return taken
        slot = slots[slot_at]
        if slot is None:
            skips = range(LONGEST_GAP, -1, -1)
            open_ends += [(slot_at + 1, i + skip, taken) for skip in skips]
        elif slot is LAST:
            if i == len(words):
                open_ends.append((slot_at + 1, i, taken))
        elif i < len(words) and slot.takes(words[i]):
            open_ends.append((slot_at + 1, i + 1, (*taken, i)))
    return None


def _slot(place: str, lists: Mapping[str, Sequence[str]]) -> Slot | None:
    if place == GAP:
        return None
    if place == END:
        return LAST
    words: list[str] = []
    for option in place.split("|"):
        name = option.removeprefix("$")
        words += lists.get(name, (option,)) if option.startswith("$") else (option,)
    starts = tuple(word[:-1] for word in words if word.endswith(_BEGINS))
    return Slot(frozenset(w for w in words if not w.endswith(_BEGINS)), starts)


def _is_dense(char: str) -> bool:
    """Whether a character is of a script that is not cut into words here."""
    return char >= FIRST_DENSE and char.isalpha()
