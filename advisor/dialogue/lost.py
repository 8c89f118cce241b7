"""What was not understood: offer the close readings, or climb a ladder of fallbacks."""

from collections.abc import Sequence

from advisor.data.topics import OVERVIEW
from advisor.dialogue.reply import Ask
from advisor.dialogue.state import Choice, Question
from advisor.dialogue.turn import Draft
from advisor.understanding.frames import Frame

DID_YOU_MEAN = "did_you_mean"


def not_understood(draft: Draft) -> None:
    """Offer the close readings, or climb one step of the ladder of fallbacks."""
    reading = draft.reading
    draft.keeps_last = True
    if reading.tongue is not None or reading.length:
        return
    if reading.choices:
        ask_which(draft, reading.choices)
        return
    if reading.points_nowhere:
        draft.answer.say("points_nowhere")
        return
    if not reading.text:
        draft.answer.say("nudge")
        return
    if reading.text.strip().isdecimal() and draft.state.asked is None:
        draft.answer.say("no_number_asked")
        return
    if not any(c.isalnum() for c in reading.text):
        draft.answer.say("not_text")
        return
    draft.answer.say("fallback")


def ask_which(draft: Draft, readings: Sequence[Frame]) -> None:
    """Put a "did you mean" with numbered choices."""
    choices = tuple(
        Choice(f"reading_{n}", describe(draft, frame), frame)
        for n, frame in enumerate(readings, 1)
    )
    draft.asked = Question(DID_YOU_MEAN, choices)
    draft.answer.blocks.append(
        Ask(
            DID_YOU_MEAN,
            draft.voice.say("did_you_mean"),
            tuple(choice.text for choice in choices),
        )
    )


def describe(draft: Draft, frame: Frame) -> str:
    """Return a reading in a few words, such as "pay (data scientists)"."""
    voice = draft.voice
    roles = frame.roles or voice.catalog.core
    return voice.say(
        "reading_topic",
        topic=voice.topics(frame.topics or (OVERVIEW,)),
        roles=voice.plurals(roles),
    )
