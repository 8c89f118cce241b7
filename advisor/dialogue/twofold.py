"""Two questions in one clause, and places that stand beside a question.

"What's the difference between the two, and which pays more in the UK?"
"""

from collections.abc import Iterator
from dataclasses import replace

from advisor.data.topics import PAY
from advisor.dialogue.library import Library
from advisor.dialogue.lines import overlap
from advisor.text import words
from advisor.understanding.frames import Frame, Reading

PLACE = "place"
THERE = "there"
MOST = 2
"""Places for which pay is told at once."""
ENDS = ("which", "what", "how", "who", "where")


def hear(reading: Reading, library: Library) -> Reading:
    """Return a reading in which both of two questions stand, each with its place.

    Args:
        reading: what was understood of the line.
        library: what is known, with the lists of words.

    """
    if reading.stands_apart:
        return reading
    frames: list[Frame] = []
    for frame in reading.frames:
        for one in _apart(frame, reading, library):
            frames += _placed(one, reading)
    return replace(reading, frames=tuple(frames))


def _apart(frame: Frame, reading: Reading, library: Library) -> Iterator[Frame]:
    """Yield a comparison as a difference and what else it asks, where it asks both."""
    marks = set(library.catalog.language["asks_difference"])
    rest = [c for c in reading.clauses if not overlap(c, frame.text)]
    asks = bool(rest) and words(rest[0])[:1] in [(end,) for end in ENDS]
    differs = frame.act == "compare" and bool(marks & set(words(frame.text)))
    if differs and asks and frame.topics and len(reading.frames) == 1:
        yield replace(frame, topics=())
        yield replace(frame, text=rest[0])
        return
    yield frame


def _placed(frame: Frame, reading: Reading) -> Iterator[Frame]:
    """Yield a question on pay "there" once for each place that the line names."""
    named = tuple(dict.fromkeys(m.id for m in reading.mentions if m.kind == PLACE))
    asks = frame.act in ("ask", "compare") and frame.topics == (PAY,)
    if not asks or frame.slot(PLACE) or not named:
        yield frame
        return
    said = words(frame.text)
    if THERE in said:
        for place in named[:MOST]:
            slots = {**frame.slots, PLACE: (place,)}
            yield replace(frame, slots=slots, at_home=False)
        return
    tells = frame.act == "compare" and len(named) == 1
    inside = tells and any(m.kind == PLACE and m.name in said for m in reading.mentions)
    yield replace(frame, slots={**frame.slots, PLACE: named}) if inside else frame
