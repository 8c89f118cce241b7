"""Questions that are heard in a whole line, each with an answer of its own."""

from collections.abc import Callable, Mapping, Sequence

from advisor.dialogue import (
    claims,
    differing,
    doubts,
    fears,
    figures,
    floors,
    jobs,
    marks,
    newcomers,
    offered,
    other_jobs,
    own_pay,
    promises,
    twofold,
)
from advisor.dialogue.library import Library
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.understanding.frames import Frame, Reading

ANSWERS: Mapping[str, Callable[[Draft, Frame], None]] = {
    jobs.LISTS: jobs.answer_jobs,
    floors.FLOOR: floors.answer_floor,
    figures.FIGURE: figures.answer_figure,
    differing.DIFFER: differing.answer_differ,
    claims.CLAIM: claims.answer_claim,
    promises.PROMISE: promises.answer_promise,
    marks.MARK: marks.answer_mark,
    fears.FEAR: fears.answer_fear,
    newcomers.ENTRY: newcomers.answer_entry,
    other_jobs.OUTSIDE: other_jobs.answer_outside,
}
"""Rule -> what answers its questions."""


RULES: Sequence[Callable[[Reading, State, Library], Reading]] = (
    promises.hear,
    claims.hear,
    differing.hear,
    figures.hear,
    floors.hear,
    jobs.hear,
    marks.hear,
    fears.hear,
    newcomers.hear,
    other_jobs.hear,
)
"""What hears them; the first that does has it."""


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading with such questions read as what they are."""
    reading = doubts.hear(offered.hear(reading, library), library)
    reading = twofold.hear(own_pay.hear(reading, library), library)
    for rule in RULES:
        reading = rule(reading, state, library)
        if is_heard(reading):
            return reading
    return reading


def is_heard(reading: Reading) -> bool:
    """Return whether any of them was asked."""
    return any(frame.intent in ANSWERS for frame in reading.frames)
