"""Which job pays most of all: "of all ten, which makes the most money?"."""

from dataclasses import replace

from advisor.data.model import Measure
from advisor.data.topics import PAY
from advisor.dialogue.elsewhere import GONE, answer_elsewhere, left_out_by
from advisor.dialogue.library import Library
from advisor.dialogue.lines import clause_with, finds, put
from advisor.dialogue.pay_cut import where
from advisor.dialogue.ranking import BY_ROLE, answer_ranking
from advisor.dialogue.state import State
from advisor.dialogue.superlatives import OVER_ALL
from advisor.dialogue.turn import Draft
from advisor.text import words
from advisor.understanding.focus import Focus
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.language import phrases_of

BEST = "best_paid"
"""The rule that reads which job pays most of all."""
SURE = 0.95
PLACE = "place"
OUTSIDE = "job"
"""The kind of names of jobs that are no roles."""
TOGETHER = 2
"""So many roles spoken of at once are those that a choice is among."""


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading in which the best paid of all jobs is asked for.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.

    """
    if reading.stands_apart or PAY not in library.catalog.topics:
        return reading
    clause = clause_with(reading, library.turns["asks_best_paid"])
    named = any(
        (m.role or m.kind == OUTSIDE) and not m.pointed for m in reading.mentions
    )
    said = words(reading.text)
    loosely = phrases_of(library.catalog.language["ai_jobs"]).within(said)
    named = named and not loosely  # "the best paid AI job" may be any of them
    if clause is None or named or not _is_over_all(clause, state.memory.focus, library):
        return reading
    slots, here = where(reading, state.memory.focus)
    frame = Frame("ask", (), (PAY,), BEST, SURE, clause, slots, at_home=here)
    reading = put(reading, clause, frame)
    beside = [_measured(m, clause) for m in library.measured(said) if m.values][:1]
    asked = {f.topics for f in beside}
    kept = [f for f in reading.frames if f.roles or f.topics not in asked]
    return replace(reading, frames=(*kept, *beside))


def _measured(measure: Measure, clause: str) -> Frame:
    """Return the question on what the best paid job is to go with: "without uni"."""
    return Frame("ask", (), (measure.topic,), f"{OVER_ALL}{measure.id}", SURE, clause)


def _is_over_all(clause: str, focus: Focus, library: Library) -> bool:
    """Whether a choice is among all jobs, and not among those just spoken of."""
    lists, said = library.catalog.language, words(clause)
    by_place = finds(library.turns["ranks_places"], said)
    if by_place or not set(lists["me"]).isdisjoint(said):
        return False
    if finds(library.turns["over_all_jobs"], said):
        return True
    pointing = {*lists["plural_pronouns"], *lists["comparing"]} & set(said)
    apart = phrases_of(lists["in_play"]).within(said) or bool(pointing)
    return not focus.roles or (not apart and len(focus.roles) < TOGETHER)


def answer_best(draft: Draft, frame: Frame) -> None:
    """Put all jobs in order of pay, by one source, at no place that is left out."""
    gone = left_out_by(draft.memory.profile)
    if gone and not frame.slot(PLACE):
        answer_elsewhere(draft, replace(frame, slots={**frame.slots, GONE: gone}))
        return
    answer_ranking(draft.answer, replace(frame, intent=BY_ROLE))
