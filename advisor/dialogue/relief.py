"""A cry for help that was none: what was asked in it is answered after all."""

from dataclasses import replace

from advisor.dialogue.care import CRISIS
from advisor.dialogue.choices import Lists
from advisor.dialogue.state import State
from advisor.text import words
from advisor.understanding.frames import Reading
from advisor.understanding.language import phrases_of

ASKS = ("ask", "compare", "recommend")


def is_relief(text: str, state: State, lists: Lists) -> bool:
    """Whether a line takes back what was heard as a cry for help a line before."""
    last = state.last
    if last is None or not any(frame.act == CRISIS for frame in last.frames):
        return False
    return phrases_of(lists["well_after_all"]).within(words(text))


def line_of(state: State) -> str:
    """Return the line that was heard as a cry for help."""
    frames = state.last.frames if state.last is not None else ()
    return next((frame.text for frame in frames if frame.act == CRISIS), "")


def taken_up(reading: Reading, earlier: Reading) -> Reading:
    """Return a reading with what the line before told, and asked if it asks nothing.

    Args:
        reading: what the line says that takes the alarm back.
        earlier: the line before, read without any alarm.

    """
    if reading.stands_apart or earlier.stands_apart:
        return reading
    told = {remark.trait for remark in reading.remarks}
    kept = tuple(r for r in earlier.remarks if r.trait not in told)
    reading = replace(reading, remarks=(*kept, *reading.remarks))
    if any(frame.act in ASKS for frame in reading.frames):
        return reading
    asked = tuple(frame for frame in earlier.frames if frame.act in ASKS)
    choices = () if asked else reading.choices
    frames = (*reading.frames, *asked)
    return replace(
        reading, frames=frames, choices=choices, asks=reading.asks or earlier.asks
    )
