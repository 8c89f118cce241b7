"""What somebody has to look after, when they cannot work, and what lies behind them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisor.text import Token, ends_sentence
from advisor.understanding.language import Language
from advisor.understanding.patterns import Patterns
from advisor.understanding.remarks import LIMIT, PAST, SITUATION

HEAD = 3
"""Within how many words of a line it is told of its speaker, without "I"."""
SIGNS = (",", "(", ")", ":")
"""Where, besides the end of a sentence, what is said of a limit ends."""
LONGEST = 12
"""A limit is kept in no more words."""
ROWS: Mapping[str, str] = {
    SITUATION: "origin_situations",
    PAST: "origin_courses",
    LIMIT: "own_limits",
}
Told = tuple[str, int, int]
"""What kind it is of, and the indices of its first and last token."""


@dataclass(frozen=True, slots=True)
class SituationReader:
    """Finds such things in a line by rows of words."""

    language: Language
    rows: Mapping[str, Patterns]

    def find(self, cut: Sequence[Token], asked: frozenset[int]) -> tuple[Told, ...]:
        """Return what stands in a line of its speaker's situation; the longest first.

        Args:
            cut: the tokens of the line.
            asked: the indices of those in questions.

        """
        said = [token.text for token in cut]
        own = any(self.language.has("selves", word) for word in said)
        found: list[Told] = []
        for kind, first, last in self._rows(cut, said):
            told = own or first < HEAD or not cut[first - 1].is_word
            if first in asked or not told or self._is_of_others(said, first):
                continue
            if kind == LIMIT:
                start, end = self._stretch(cut, first, last)
                if not self._is_felt(said[start : end + 1]):
                    found.append((kind, start, end))
                continue
            led = self.language.has("situation_leads", said[first])
            found.append((kind, first + led, last))
        return tuple(_apart(found))

    def _rows(self, cut: Sequence[Token], said: Sequence[str]) -> Iterator[Told]:
        """Yield where a row of words stands; of limits, within what signs set apart."""
        for kind, rows in self.rows.items():
            runs = _runs(cut) if kind == LIMIT else [(0, len(cut))]
            for start, end in runs:
                for taken in rows.find(said[start:end]):
                    yield kind, start + taken[0], start + taken[-1]

    def _is_of_others(self, said: Sequence[str], first: int) -> bool:
        owners = said[max(0, first - 2) : first]
        return self.language.names_any("owners_of_others", owners)

    def _stretch(self, cut: Sequence[Token], first: int, last: int) -> tuple[int, int]:
        """Return the stretch between signs and joins in which a limit is told."""
        start, end = first, last
        while start and not self._parts(cut[start - 1]):
            start -= 1
        while end + 1 < len(cut) and not self._parts(cut[end + 1]):
            end += 1
        while start < first and self._is_lead(cut[start].text):
            start += 1
        return (start, end) if end - start < LONGEST else (first, last)

    def _is_felt(self, words: Sequence[str]) -> bool:
        """Whether what looks like a limit is a feeling; "I'd like 80%" is none."""
        felt = self.language.names_any("limit_unless", words)
        return felt and not self.language.names_any("limit_wishes", words)

    def _parts(self, token: Token) -> bool:
        """Whether something else is said behind a token: "..., and I hate it"."""
        return _ends(token) or self.language.has("joins", token.text)

    def _is_lead(self, word: str) -> bool:
        names = ("openers", "joins", "limit_leads")
        return any(self.language.has(name, word) for name in names)


def compile_situations(
    lists: Mapping[str, Sequence[str]], language: Language
) -> SituationReader:
    """Return what finds in a line how it stands with its speaker."""
    rows = {kind: Patterns.of(lists[name], lists) for kind, name in ROWS.items()}
    return SituationReader(language, rows)


def _apart(found: Sequence[Told]) -> Iterator[Told]:
    """Yield what is told less what stands inside a longer one."""
    kept: list[Told] = []
    for item in sorted(found, key=lambda item: (item[1] - item[2], item[1])):
        if not any(item[1] <= last and first <= item[2] for _, first, last in kept):
            kept.append(item)
            yield item


def _runs(cut: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where each run between signs begins and ends."""
    start = 0
    for i, token in enumerate(cut):
        if _ends(token):
            yield start, i
            start = i + 1
    yield start, len(cut)


def _ends(token: Token) -> bool:
    return token.text in SIGNS or ends_sentence(token)
