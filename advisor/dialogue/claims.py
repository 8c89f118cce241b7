"""What others claim, held against the sources: "I've read that they earn 250k"."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.data.topics import DEMAND, PAY
from advisor.dialogue.answer import answer_ask
from advisor.dialogue.library import Library
from advisor.dialogue.lines import clause_with, finds, put, roles_meant
from advisor.dialogue.money import LEAST_PAY, numbers_in
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.text import fill, words
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.language import phrases_of

CLAIM = "claim_check"
"""The rule that reads what others claim as a question on it."""
SURE, PLAIN = 0.7, 0.6
"""How sure the rule is, and a question that it leaves alone."""
ASKS = ("ask", "compare", "recommend")
MOST_WORDS = 30


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading in which a claim of others is read as a question on it.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.

    """
    if reading.stands_apart or PAY not in library.catalog.topics:
        return reading
    clause = clause_with(reading, library.turns["reports_claim"])
    if clause is None or len(words(reading.text)) > MOST_WORDS:
        return reading
    which = library.turns["asks_who_is_right"]
    asked = [
        f
        for f in reading.frames
        if f.act in ASKS and f.confidence >= PLAIN and not finds(which, words(f.text))
    ]
    roles = roles_meant(reading, state.memory.focus)
    topic = _topic(clause, state.memory.focus.topics, library)
    if topic == PAY:
        asked = [f for f in asked if f.act != "ask" or PAY in f.topics]
    if asked or not roles or topic is None:
        return reading
    heard = put(reading, clause, Frame("ask", roles, (topic,), CLAIM, SURE, clause))
    kept = tuple(f for f in heard.frames if f.intent == CLAIM or f.act == "tell")
    return replace(heard, frames=kept)


def _topic(clause: str, spoken: Sequence[str], library: Library) -> str | None:
    """Return what a claim is about: pay, where it names a sum of money.

    After pay was spoken of, a large number is one.
    """
    lists, said = library.catalog.language, words(clause)
    for number in numbers_in(clause, lists):
        earns = not set(lists["earning"]).isdisjoint(said)
        money = number.currency or number.thousands or PAY in spoken or earns
        if not number.share and money and number.value >= LEAST_PAY:
            return PAY
    topics = library.catalog.topics
    named = (t for t in topics if phrases_of(topics[t].cues).within(said))
    doomed = {*lists["doomed"], *lists["thriving"]} & set(said)
    return next(named, DEMAND if doomed else None)


def answer_claim(draft: Draft, frame: Frame) -> None:
    """Say that a claim cannot be checked, and what is held on its topic."""
    draft.answer.say("claim_check")
    topic = draft.voice.catalog.topics[frame.topics[0]]
    asked = fill(topic.question, {"plural": draft.voice.plurals(frame.roles)})
    plain = replace(frame, text=asked, yes_no=False)
    answer_ask(draft.answer, plain, headings=len(frame.roles) > 1)
