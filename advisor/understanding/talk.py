"""Hear what a line says of the conversation itself: "I never said that", "I asked ...".

What denies, complains or repeats is told apart from what is said besides, which is
then read as if it stood alone.
"""

from collections.abc import Iterator, Mapping, Sequence

from advisor.text import Token, clean, tokens
from advisor.understanding.patterns import Patterns
from advisor.understanding.talk_pieces import (
    Heard,
    Lists,
    gathered,
    heard_in,
    is_tag,
    pieces_of,
    said_in,
)
from advisor.understanding.talk_rest import rest_of
from advisor.understanding.talk_weighed import weighed
from advisor.understanding.talking import (
    COMPLAINTS,
    REFUSES,
    UNSAYING,
    Kind,
    Notes,
    Talk,
)


def talk_of(
    raw: str, rows: Mapping[str, Patterns], lists: Lists, notes: Notes
) -> Talk | None:
    """Return what a line says of the conversation; None where it says nothing of it.

    Args:
        raw: the line.
        rows: the ways to speak of the conversation, by kind.
        lists: the small words.
        notes: what is held of the speaker.

    """
    text = clean(raw)
    cut = tokens(text)
    pieces = list(pieces_of(cut, lists))
    said = [piece for piece in pieces if not is_tag(piece, cut, lists)] or pieces
    heard = [heard_in(piece, cut, rows, lists) for piece in said]
    heard = weighed(gathered(heard, cut, lists), text, cut, lists, notes)
    if all(one.kind is Kind.PLAIN for one in heard) and said == pieces:
        return None
    kinds = {one.kind for one in heard}
    denied = tuple(_denials(heard, text, cut, notes))
    rest = rest_of(heard, text, cut, lists)
    restores = tuple(
        said_in(text, cut, one.piece.first, one.piece.last)
        for one in heard
        if one.kind is Kind.RESTORES
    )
    points_at = " ".join(
        said_in(text, cut, one.behind, one.piece.last)
        for one in heard
        if one.kind is Kind.ASKS_WHY
    )
    return Talk(
        denied,
        Kind.OPPOSITE in kinds,
        bool(kinds & set(COMPLAINTS)),
        Kind.FORGOT in kinds,
        Kind.GIVES_UP in kinds,
        Kind.PROFILE in kinds,
        Kind.SOURCE in kinds and not kinds & {Kind.DENIES, Kind.OFF, Kind.WRONG},
        rest,
        points_at or " ".join(denied),
        _beside(heard, text, cut),
        bool(kinds & set(UNSAYING)) and kinds.isdisjoint(REFUSES),
        restores,
    )


def _denials(
    heard: Sequence[Heard], text: str, cut: Sequence[Token], notes: Notes
) -> Iterator[str]:
    """Yield what the speaker would not have said."""
    naming = (Kind.DENIES, Kind.DOUBTS, Kind.NAMES, Kind.FORGETS, Kind.UNSAYS)
    pointing = (Kind.SOURCE, Kind.OFF, Kind.WRONG)
    named = [
        said_in(text, cut, one.behind, one.piece.last)
        for one in heard
        if one.kind in naming
    ] or [
        said_in(text, cut, one.piece.first, one.piece.last)
        for one in heard
        if one.kind is Kind.OPPOSITE
    ]
    yield from named
    points = [one for one in heard if one.kind in pointing]
    if points and not named:
        behind = said_in(text, cut, points[0].behind, points[0].piece.last)
        off = points[0].kind is Kind.OFF and bool(behind) and notes.held(behind)
        yield behind if off else ""  # "remove the one on X" names it


def _beside(heard: Sequence[Heard], text: str, cut: Sequence[Token]) -> str:
    """Return what stands in one sentence with a denial, up to its end.

    With what is only asked back before it: "maths? I never said that". And with the
    sentence before "remove it".
    """
    first, before, found = 0, 0, []
    for one in heard:
        if one.kind is Kind.OFF and one.piece.begins and one is not heard[0]:
            found.append(said_in(text, cut, first, one.piece.first - 1))
        if one.piece.begins:
            asked = one.piece.first and cut[one.piece.first - 1].text in ("?", "!")
            before = first if asked else one.piece.first
            first = one.piece.first
        if one.kind in REFUSES:
            found.append(said_in(text, cut, before, one.piece.last))
    return " ".join(found)
