"""The parts of a line, and what each does by the way it begins: "I asked ..."."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisor.text import Token, ends_sentence
from advisor.understanding.patterns import Patterns
from advisor.understanding.talking import (
    ORDER,
    TOLD,
    Kind,
)

CUTS = (",", ":", "-", "(", ")", "\N{EN DASH}", "\N{EM DASH}")
HARD = (":", "(", ")", "\N{EN DASH}", "\N{EM DASH}")
FEW = 3
"""So many words behind a comma still belong to what is denied: "maths, or R"."""
Lists = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a line between two signs or joining words."""

    first: int
    last: int
    begins: bool
    """Whether a sentence begins with it."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A part with what it does."""

    piece: _Piece
    kind: Kind
    behind: int
    """Where what it speaks of begins."""


def pieces_of(cut: Sequence[Token], lists: Lists) -> Iterator[_Piece]:
    """Yield the parts of a line between stops, commas and joining words."""
    first, begins = 0, True
    for i, token in enumerate(cut):
        if i > first and _joins(cut, i, lists):
            yield _Piece(first, i - 1, begins)
            first, begins = i, False
        last = i == len(cut) - 1
        stop = ends_sentence(token) and (last or cut[i + 1].start > token.end)
        stop = stop or token.text == "\n"
        if not (last or stop or token.text in CUTS):
            continue
        if token.text == "-" and not last and not _is_dash(cut, i):
            continue
        if any(t.is_word for t in cut[first : i + 1]):
            yield _Piece(first, i, begins)
            first = i + 1
        begins = stop


def is_tag(piece: _Piece, cut: Sequence[Token], lists: Lists) -> bool:
    """Whether a part is set off and says nothing: "you know", "remember?"."""
    said = [t.text for t in cut[piece.first : piece.last + 1] if t.is_word]
    return not piece.begins and " ".join(said) in lists["talk_tags"]


def _is_dash(cut: Sequence[Token], i: int) -> bool:
    """Whether a hyphen stands for itself: not in "on-call"."""
    return i > 0 and cut[i - 1].end < cut[i].start


def _joins(cut: Sequence[Token], i: int, lists: Lists) -> bool:
    """Whether a joining word may begin a part; it does not in "so far"."""
    joins = cut[i].text in lists["joins"] and cut[i - 1].is_word
    measures = i + 1 < len(cut) and cut[i + 1].text in lists["talk_measures"]
    return cut[i].is_word and joins and not measures


def compared(
    cut: Sequence[Token], piece: _Piece, lists: Lists
) -> tuple[list[str], list[int]]:
    """Return the words of a part as rows are compared with them, and where they are.

    Small words in between are left out.
    """
    right = dict(entry.split() for entry in lists["contractions"])
    kept = [
        (right.get(cut[i].text, cut[i].text), i)
        for i in range(piece.first, piece.last + 1)
        if cut[i].is_word
    ]
    passed = set(lists["talk_passing"])
    kept = [pair for k, pair in enumerate(kept) if k == 0 or pair[0] not in passed]
    return [word for word, _ in kept], [at for _, at in kept]


def starts_of(said: Sequence[str], lists: Lists) -> Iterator[int]:
    """Yield where a part may begin that small words lead to: "no wait, you forgot"."""
    yield 0
    openers = {*lists["openers"], *lists["talk_openers"]}
    for i, word in enumerate(said[:-1]):
        if word not in openers:
            return
        yield i + 1


def heard_in(
    piece: _Piece, cut: Sequence[Token], rows: Mapping[str, Patterns], lists: Lists
) -> Heard:
    """Return what a part does, by the way it begins."""
    said, places = compared(cut, piece, lists)
    starts = set(starts_of(said, lists))
    length, kind = 0, Kind.PLAIN
    for one in ORDER:
        found = rows[one.value].find(said)
        end = max((at[-1] + 1 for at in found if at[0] in starts), default=0)
        if end > length:
            length, kind = end, one
    behind = places[length - 1] + 1 if length else piece.first
    behind = piece.first if kind is Kind.UNSAYS else behind
    return Heard(piece, kind, behind)


def gathered(heard: Sequence[Heard], cut: Sequence[Token], lists: Lists) -> list[Heard]:
    """Return the parts, those that only go on put to the one before."""
    found: list[Heard] = []
    for one in heard:
        before = found[-1] if found else None
        if before is not None and _goes_on(before, one, cut, lists):
            whole = _Piece(before.piece.first, one.piece.last, before.piece.begins)
            found[-1] = Heard(whole, before.kind, before.behind)
            continue
        found.append(one)
    return found


def _goes_on(before: Heard, one: Heard, cut: Sequence[Token], lists: Lists) -> bool:
    """Whether a plain part only goes on with what the one before speaks of."""
    if one.kind is not Kind.PLAIN or one.piece.begins:
        return False
    if before.kind in (Kind.PLAIN, Kind.PROFILE, Kind.GIVES_UP, Kind.UNSAYS):
        return False
    sign = cut[one.piece.first - 1].text
    if sign in HARD:
        return False
    said = [t.text for t in cut[one.piece.first : one.piece.last + 1] if t.is_word]
    if said[-1] in lists["talk_instead"]:
        return False
    while len(said) > 1 and said[0] in lists["joins"]:
        said = said[1:]
    begins = ("first_person", "question_words", "auxiliaries", "talk_begins")
    opens = any(said[0] in lists[name] for name in begins)
    if before.kind in TOLD:
        return not opens
    return not opens and (len(said) <= FEW or cut[one.piece.first].text == "or")


def said_in(
    text: str, cut: Sequence[Token], first: int, last: int, *, whole: bool = False
) -> str:
    """Return the text between two tokens, without the signs around it unless whole."""
    if first > last:
        return ""
    said = text[cut[first].start : cut[last].end]
    return said if whole else said.strip(' ,;:-()"')
