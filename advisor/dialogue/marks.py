"""Marks for a job: "rate data engineering from 1 to 10". None are given.

How good a job is hangs on who does it, and no source grades any.
"""

from advisor.data.topics import FIT
from advisor.dialogue.library import Library
from advisor.dialogue.lines import clause_with, put, roles_meant
from advisor.dialogue.reply import Say
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.text import words
from advisor.understanding.frames import Frame, Reading

MARK = "asks_mark"
"""The rule that reads such a plea, and the list of rows that tell it."""
SURE = 0.85
MOST_WORDS = 24
MOST_ROLES = 2


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading in which a plea for marks is read as one.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.

    """
    if reading.stands_apart or FIT not in library.catalog.topics:
        return reading
    if len(words(reading.text)) > MOST_WORDS:
        return reading
    clause = clause_with(reading, library.turns[MARK])
    lists = library.catalog.language
    if clause is None or not set(lists["marked_elsewhere"]).isdisjoint(words(clause)):
        return reading
    roles = roles_meant(reading, state.memory.focus)
    return put(reading, clause, Frame("ask", roles, (FIT,), MARK, SURE, clause))


def answer_mark(draft: Draft, frame: Frame) -> None:
    """Say that there are no marks, what it hangs on, and whom the job suits."""
    answer = draft.answer
    answer.say("no_marks")
    for role in frame.roles[:MOST_ROLES]:
        for snippet in answer.library.pool((role,), FIT)[:1]:
            answer.blocks.append(Say(answer.use(snippet)))
    if not frame.roles:
        answer.say("no_marks_next")
