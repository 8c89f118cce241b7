"""Pleas for a promise: "can you guarantee that I get a job", "swear I'll be happy"."""

from dataclasses import replace

from advisor.data.topics import DEMAND, FIT, PAY
from advisor.dialogue.library import Library
from advisor.dialogue.lines import clause_with, put, roles_meant
from advisor.dialogue.reply import Say
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.text import words
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.language import phrases_of

PROMISE = "asks_promise"
"""The rule that reads such a plea, and the list of rows that tell it."""
FUTURE = "asks_own_future"
"""The rows of what one will feel in years to come, which nobody can tell."""
SURE = 0.8
MOST_WORDS = 30
FEW = 4
"""A clause of no more words only asks to be honest."""


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading in which a plea for a promise is read as one.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.

    """
    if reading.stands_apart or len(words(reading.text)) > MOST_WORDS:
        return reading
    clause = _plea_of(reading, state, library)
    if clause is None:
        return reading
    if not {DEMAND, PAY, FIT} <= library.catalog.topics.keys():
        return reading
    frame = Frame(
        "ask",
        roles_meant(reading, state.memory.focus),
        (_topic(clause, library),),
        PROMISE,
        SURE,
        clause,
    )
    heard = put(reading, clause, frame)
    kept = tuple(r for r in heard.remarks if not r.guessed)
    honest = phrases_of(library.catalog.language["asking_honesty"])
    frames = tuple(
        f
        for f in heard.frames
        if len(words(f.text)) > FEW or not honest.within(words(f.text))
    )
    return replace(heard, frames=frames, remarks=kept, origins=())


def _plea_of(reading: Reading, state: State, library: Library) -> str | None:
    """Return the clause that pleads for a promise, or asks what nobody can tell.

    What one will feel in years to come is asked only of a job that is spoken of.
    """
    lists = library.catalog.language
    clause = clause_with(reading, library.turns[PROMISE])
    if clause and set(lists["promised_elsewhere"]).isdisjoint(words(clause)):
        return clause
    clause = clause_with(reading, library.turns[FUTURE])
    known = roles_meant(reading, state.memory.focus)
    return clause if known else None


def _topic(clause: str, library: Library) -> str:
    """Return what is to be promised: money, that one likes it, else a job."""
    lists, said = library.catalog.language, words(clause)
    money = phrases_of(library.catalog.topics[PAY].cues).within(said)
    if money or not set(lists["promised_money"]).isdisjoint(said):
        return PAY
    return DEMAND if set(lists["promised_joy"]).isdisjoint(said) else FIT


def answer_promise(draft: Draft, frame: Frame) -> None:
    """Say that nobody can promise it, and what is held that bears on it."""
    answer = draft.answer
    answer.say("no_promise")
    if not frame.roles:
        answer.say("no_promise_next")
    for role in frame.roles[:1]:
        for snippet in answer.library.pool((role,), frame.topics[0])[:1]:
            answer.blocks.append(Say(answer.use(snippet)))
