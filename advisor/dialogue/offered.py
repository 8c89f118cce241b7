"""Options that are only named behind a question: "what could I do? research, sales".

They are no remark: nothing in them says that they are liked or done.
"""

from dataclasses import replace
from itertools import pairwise

from advisor.dialogue.library import Library
from advisor.dialogue.lines import finds, overlap, sentences
from advisor.text import words
from advisor.understanding.frames import Frame, Reading

WHERE_TO = "asks_where_to"
"""The rows of a question where one could go from here."""
KNOWN = "know"
TAUGHT = ("tool", "method", "degree", "study")
"""Kinds of names that somebody lists of themselves."""
ASKS = ("ask", "compare", "recommend")
MOST_WORDS = 3
LEAST = 2
"""So many options at least, of so many words at most."""


def hear(reading: Reading, library: Library) -> Reading:
    """Return a reading without remarks read out of mere options.

    Args:
        reading: what was understood of the line.
        library: what is known, with the small words.

    """
    if reading.stands_apart or not any(f.act in ASKS for f in reading.frames):
        return reading
    parts = sentences(reading.text)
    for before, part in pairwise(parts):
        asks = finds(library.turns[WHERE_TO], words(before)) and before[-1] == "?"
        if asks and _lists(part, reading, library):
            reading = _less(reading, part)
    return reading


def _lists(part: str, reading: Reading, library: Library) -> bool:
    """Whether a sentence is a list of fields or jobs, and says no more."""
    lists, said = library.catalog.language, f" {' '.join(words(part))} "
    items = part.replace(" or ", ",").replace(" and ", ",").replace("/", ",").split(",")
    if len(items) < LEAST or any(len(words(item)) > MOST_WORDS for item in items):
        return False
    small = {*lists["selves"], *lists["finite"], *lists["auxiliaries"]}
    if not small.isdisjoint(said.split()):
        return False
    here = [m for m in reading.mentions if f" {' '.join(words(m.name))} " in said]
    if any(m.kind in TAUGHT for m in here):
        return False
    told = [r for r in reading.remarks if overlap(r.quote, part)]
    return all(r.means == KNOWN or r.guessed for r in told)


def _less(reading: Reading, part: str) -> Reading:
    """Return a reading without what was told by a sentence."""

    def told(frame: Frame) -> bool:
        return frame.act == "tell" and overlap(frame.text, part)

    return replace(
        reading,
        frames=tuple(f for f in reading.frames if not told(f)),
        remarks=tuple(r for r in reading.remarks if not overlap(r.quote, part)),
    )
