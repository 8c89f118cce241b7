"""How sure a reading is: the judge's measure, set against how often it was right.

Above 0.7 the judge is a little too sure of itself at the very top; a little caution
below that keeps lines read wrongly with a confidence above 0.8 under one in fifty.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from advisor.understanding.frames import Frame
from advisor.understanding.remarks import Remark
from advisor.understanding.selves import DEFAULTS

KNOTS = ((0.0, 0.0), (0.7, 0.7), (0.92, 0.8), (1.0, 0.99))
"""The judge's measure -> the share of held-out lines that were right, or less."""
EMPTY = 0.8
"""What is left of it where a like is told of and nothing liked was found."""


def with_certainty(
    frames: Sequence[Frame], remarks: Sequence[Remark]
) -> tuple[Frame, ...]:
    """Return frames with the confidence that they deserve.

    Args:
        frames: as the judge left them.
        remarks: what was found to be said of the speaker in the same line.

    """
    return tuple(_with_certainty(frame, remarks) for frame in frames)


def _with_certainty(frame: Frame, remarks: Sequence[Remark]) -> Frame:
    empty = frame.intent in DEFAULTS and not remarks
    share = frame.confidence * EMPTY if empty else frame.confidence
    return replace(frame, confidence=certainty(share))


def certainty(share: float) -> float:
    """Return what a measure between 0 and 1 is worth, between the knots on a line."""
    at = bisect_right(KNOTS, (share, 1.0)) - 1
    if at + 1 == len(KNOTS):
        return KNOTS[-1][1]
    (low, worth), (high, more) = KNOTS[at], KNOTS[at + 1]
    return worth + (share - low) / (high - low) * (more - worth)
