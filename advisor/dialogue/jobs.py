"""All jobs in a line each: "what are the ten?", "I don't know what these jobs are"."""

from advisor.data.topics import OVERVIEW
from advisor.dialogue.library import Library
from advisor.dialogue.lines import clause_with, put
from advisor.dialogue.reply import Items, Say
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.text import first_sentence, words
from advisor.understanding.frames import Frame, Reading

LISTS = "lists_jobs"
"""The rule that reads a wish for all jobs."""
ROLE, FIELD = "role", "field"
SURE = 0.8


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading in which a wish for all the jobs is read as one.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.

    """
    if reading.stands_apart:
        return reading
    clause = clause_with(reading, library.turns["asks_jobs"])
    if clause is None and not state.memory.focus.roles:
        clause = clause_with(reading, library.turns["asks_jobs_shortly"])
    if clause is None or _names_one(reading, clause, library):
        return reading
    frame = Frame("ask", (), (OVERVIEW,), LISTS, SURE, clause)
    return put(reading, clause, frame)


def is_heard(reading: Reading) -> bool:
    """Return whether all the jobs were asked for."""
    return any(frame.intent == LISTS for frame in reading.frames)


def _names_one(reading: Reading, clause: str, library: Library) -> bool:
    """Whether a job is named by its title, and not as what is known already."""
    said = words(clause)
    if set(library.catalog.language["job_aside"]) & set(said):
        return False
    named = [m for m in reading.mentions if m.kind == ROLE and not m.pointed]
    return any(words(m.name) and words(m.name)[-1] in said for m in named)


def answer_jobs(draft: Draft, _: Frame) -> None:
    """Say of each job in one line what it is, and ask something easy."""
    answer = draft.answer
    lines = []
    for role in answer.library.catalog.roles:
        pool = answer.library.by_role.get((role, OVERVIEW), ())
        if not pool:
            continue
        text = first_sentence(pool[0].text)
        answer.used.append(pool[0])
        lines.append(answer.cite.cited(text, pool[0].sources[:1]))
    answer.head("jobs_intro")
    answer.blocks.append(Items(tuple(lines)))
    answer.blocks.append(Say(answer.voice.say("jobs_next")))
