"""The sentences of a line, and how a rule puts its reading in the place of one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.text import words
from advisor.understanding.focus import Focus
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.mentions import Mention
from advisor.understanding.patterns import Patterns

_STOPS = re.compile(r"(?<=[.!?;])\s+|\n")


def sentences(text: str) -> list[str]:
    """Return the sentences of a line that hold any words."""
    return [part for part in _STOPS.split(text) if words(part)]


def finds(patterns: Patterns, said: Sequence[str]) -> bool:
    """Return whether a row of words stands anywhere among some words."""
    return next(patterns.find(said), None) is not None


def clause_with(reading: Reading, patterns: Patterns) -> str | None:
    """Return the clause in which a row of words stands, else the sentence, if any."""
    for text in (*(f.text for f in reading.frames), *sentences(reading.text)):
        if finds(patterns, words(text)):
            return text
    return None


def roles_meant(reading: Reading, focus: Focus) -> tuple[str, ...]:
    """Return the roles that a line names, else those that were spoken of."""
    named = (m.role for m in reading.mentions if m.role and not m.pointed)
    return tuple(dict.fromkeys(named)) or focus.roles


def overlap(one: str, two: str) -> bool:
    """Return whether the one text is part of the other."""
    some, more = " ".join(words(one)), " ".join(words(two))
    return bool(some) and (some in more or more in some)


def put(reading: Reading, clause: str, frame: Frame) -> Reading:
    """Return a reading in which a clause is read as a frame, and tells nothing."""
    at = next(
        (i for i, old in enumerate(reading.frames) if overlap(old.text, clause)),
        len(reading.frames),
    )
    before = tuple(f for f in reading.frames[:at] if not overlap(f.text, clause))
    after = tuple(f for f in reading.frames[at:] if not overlap(f.text, clause))
    whole = " ".join(words(clause))
    remarks = tuple(r for r in reading.remarks if " ".join(words(r.quote)) not in whole)
    return replace(
        reading,
        frames=(*before, frame, *after),
        choices=(),
        remarks=remarks,
        points_nowhere=False,
    )


def named_in(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the names that stand in some words."""
    said = f" {' '.join(words(text))} "
    return [m for m in mentions if f" {' '.join(words(m.name))} " in said]


def only_tells(reading: Reading, clause: str) -> bool:
    """Whether all that was read in a clause is something told."""
    mine = [f for f in reading.frames if overlap(f.text, clause)]
    return bool(mine) and all(f.act == "tell" for f in mine)
