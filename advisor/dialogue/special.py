"""Questions that are heard in a whole line, each with an answer of its own."""

from collections.abc import Callable, Mapping, Sequence

from advisor.dialogue import (
    bad_bet,
    best_paid,
    claims,
    differing,
    doubts,
    elsewhere,
    fears,
    figures,
    floors,
    jobs,
    marks,
    newcomers,
    offered,
    other_jobs,
    own_pay,
    own_share,
    pay_cut,
    pay_of_it,
    promises,
    similar,
    twofold,
    where_learn,
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
    where_learn.LEARN: where_learn.answer_learn,
    similar.SIMILAR: similar.answer_similar,
    newcomers.ENTRY: newcomers.answer_entry,
    other_jobs.OUTSIDE: other_jobs.answer_outside,
    bad_bet.BET: bad_bet.answer_bet,
    best_paid.BEST: best_paid.answer_best,
    elsewhere.ELSEWHERE: elsewhere.answer_elsewhere,
    own_share.SHARE: own_share.answer_share,
    own_pay.CUT: pay_cut.answer_cut,
    own_pay.BESIDE: pay_cut.answer_cut,
    pay_of_it.EARNING: pay_of_it.answer_plain,
    pay_of_it.NAMED: pay_of_it.answer_plain,
    pay_of_it.BY_DEGREE: pay_of_it.answer_by_degree,
}
"""Rule -> what answers its questions."""


RULES: Sequence[Callable[[Reading, State, Library], Reading]] = (
    elsewhere.hear,
    promises.hear,
    claims.hear,
    differing.hear,
    bad_bet.hear,
    own_share.hear,
    figures.hear,
    floors.hear,
    jobs.hear,
    marks.hear,
    fears.hear,
    newcomers.hear,
    where_learn.hear,
    similar.hear,
    other_jobs.hear,
    best_paid.hear,
    pay_cut.hear,
    pay_of_it.hear,
)
"""What hears them; the first that does has it."""


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading with such questions read as what they are."""
    reading = doubts.hear(offered.hear(reading, library), library)
    reading = twofold.hear(own_pay.hear(reading, state, library), library)
    for rule in RULES:
        reading = rule(reading, state, library)
        if is_heard(reading):
            return reading
    return reading


def is_heard(reading: Reading) -> bool:
    """Return whether any of them was asked."""
    return any(frame.intent in ANSWERS for frame in reading.frames)
