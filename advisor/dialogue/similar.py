"""Which jobs are like one: "jobs similar to data engineer", "what is close to it"."""

from advisor.data.model import Snippet
from advisor.data.topics import OVERVIEW
from advisor.dialogue.library import Library
from advisor.dialogue.lines import clause_with, named_in, only_tells, put
from advisor.dialogue.reply import Items
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.recommend.alike import alike
from advisor.text import words
from advisor.understanding.frames import Frame, Reading

SIMILAR = "asks_similar"
"""The rule that reads such a question, and the list of rows that tell it."""
SURE = 0.85
MOST = 3
"""So many jobs are told."""


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading in which a question for jobs like one is read as one.

    Args:
        reading: what was understood of the line.
        state: the conversation before it; it is not asked.
        library: what is known, with the rows of words.

    """
    del state  # the job is named or pointed at in the line
    clause = clause_with(reading, library.turns[SIMILAR])
    if reading.stands_apart or clause is None or OVERVIEW not in library.catalog.topics:
        return reading
    lists = library.catalog.language
    own = {*lists["selves"], *lists["mine"]} & set(words(clause))
    named = [m.role for m in named_in(clause, reading.mentions) if m.role]
    roles = tuple(dict.fromkeys(named))
    if len(roles) != 1 or own or only_tells(reading, clause):
        return reading
    if not _set_beside(roles[0], library):
        return reading
    return put(reading, clause, Frame("ask", roles, (OVERVIEW,), SIMILAR, SURE, clause))


def _set_beside(role: str, library: Library) -> dict[str, Snippet]:
    """Return for each job that is set beside a role what sets the two apart."""
    return {
        other: pool[0]
        for other in library.catalog.roles
        if other != role and (pool := library.pool((role, other), OVERVIEW))
    }


def answer_similar(draft: Draft, frame: Frame) -> None:
    """Say which jobs set beside this one are most like it, and what differs."""
    answer, library = draft.answer, draft.answer.library
    role, catalog = frame.roles[0], draft.voice.catalog
    held = _set_beside(role, library)
    near = alike(role, tuple(held), catalog.advice)[:MOST]
    plural = catalog.roles[role].plural
    source = catalog.advice.weight_source
    marks = answer.cite.marks([source]) if source else ""
    roles = draft.voice.plurals(near)
    answer.say("similar_jobs", plural=plural, roles=roles, marks=marks)
    answer.blocks.append(Items(tuple(answer.use(held[other]) for other in near)))
