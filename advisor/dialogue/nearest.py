"""Offer what comes nearest to a question whose answer missed it."""

from dataclasses import replace

from advisor.dialogue.choose import question_of, rank
from advisor.dialogue.lost import DID_YOU_MEAN, describe
from advisor.dialogue.reply import Ask
from advisor.dialogue.state import Choice, Question
from advisor.dialogue.turn import Draft
from advisor.understanding.frames import Frame

MOST = 2
"""So many readings are offered."""
LEAST = 0.3
"""So much a snippet must be like the question, for its topic to be offered."""
QUESTIONS = ("ask", "compare")


def offer_readings(draft: Draft, quote: str) -> bool:
    """Ask which of the nearest other readings of the last question was meant.

    Return whether there were any.
    """
    last = draft.state.last
    asked = [f for f in last.frames if f.act in QUESTIONS] if last is not None else []
    if not asked or not asked[-1].roles or asked[-1].move is not None:
        return False
    readings = _readings(draft, asked[-1])
    if len(readings) < MOST:
        return False
    choices = tuple(
        Choice(f"reading_{n}", describe(draft, frame), frame)
        for n, frame in enumerate(readings, 1)
    )
    draft.asked = Question(DID_YOU_MEAN, choices)
    text = draft.voice.say("missed_offer", quote=quote)
    texts = tuple(choice.text for choice in choices)
    draft.answer.blocks.append(Ask(DID_YOU_MEAN, text, texts))
    return True


def _readings(draft: Draft, asked: Frame) -> list[Frame]:
    """Return a question on the topics whose snippets come nearest to it."""
    library, answered = draft.answer.library, set(asked.topics)
    said = {
        library.catalog.snippets[name].topic
        for name in (draft.state.last.snippets if draft.state.last else ())
    }
    plain = replace(asked, topics=())
    question = question_of(plain, None, library)
    hits = rank(library.all_of(asked.roles), question, library, frozenset())
    near = sorted(hits, key=lambda hit: -hit.likeness)
    topics = dict.fromkeys(
        hit.snippet.topic for hit in near if hit.likeness >= LEAST and hit.snippet.topic
    )
    left = [topic for topic in topics if topic and topic not in answered | said]
    return [
        replace(asked, act="ask", topics=(topic,), intent="did_you_mean", hint=None)
        for topic in left[:MOST]
    ]
