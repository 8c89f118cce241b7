"""Two questions in one clause, and places that stand beside a question.

"What's the difference between the two, and which pays more in the UK?"
"""

from collections.abc import Iterator
from dataclasses import replace

from advisor.data.topics import PAY
from advisor.dialogue.library import Library
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
        for one in _apart(frame, library):
            frames += _placed(one, reading)
    return replace(reading, frames=tuple(frames))


def _apart(frame: Frame, library: Library) -> Iterator[Frame]:
    """Yield a comparison as a difference and what else it asks, where it asks both."""
    said = words(frame.text)
    marks = library.catalog.language["asks_difference"]
    at = next((i for i, word in enumerate(said) if word in marks), None)
    if frame.act == "compare" and at is not None and frame.topics:
        second = [
            i
            for i in range(at + 1, len(said))
            if said[i] in ENDS and said[i - 1] in ("and", "then", "also")
        ]
        if second:
            yield replace(frame, topics=(), text=" ".join(said[: second[0] - 1]))
            yield replace(frame, text=" ".join(said[second[0] :]))
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
