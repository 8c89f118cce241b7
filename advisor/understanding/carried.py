"""Carry a place over to the question that is put about it in the same line."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.understanding.frames import Frame
from advisor.understanding.judge import FOLLOW_UP

PLACE = "place"


def with_place(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """Return frames with a mere place given to the questions that come behind it.

    "What about Nigeria, what do they pay there" asks one thing, and not two.
    """
    kept: list[Frame] = []
    place: tuple[str, ...] = ()
    for i, frame in enumerate(frames):
        behind = [f for f in frames[i + 1 :] if _takes(f)]
        if _is_mere_place(frame) and behind:
            place = frame.slots[PLACE]
        elif place and _takes(frame):
            slots = {**frame.slots, PLACE: place}
            kept.append(replace(frame, slots=slots, at_home=False))
        else:
            kept.append(frame)
    return tuple(kept)


def _is_mere_place(frame: Frame) -> bool:
    """Whether a frame only names a place, to ask the same for it."""
    return frame.intent == FOLLOW_UP and set(frame.slots) == {PLACE}


def _takes(frame: Frame) -> bool:
    """Whether a question names no place of its own."""
    own = frame.slots.get(PLACE) and not frame.at_home
    return frame.act == "ask" and frame.intent != FOLLOW_UP and not own
