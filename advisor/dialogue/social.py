"""Small talk, and what lies outside: answered with the phrase that an intent names."""

from advisor.dialogue import (
    card,
    probing,
)
from advisor.dialogue.answer import (
    NOT_HELD,
    answer_ask,
)
from advisor.dialogue.described import WHICH_JOB, answer_described
from advisor.dialogue.other_jobs import JOB, OUTSIDE, answer_outside
from advisor.dialogue.terms import TERM, answer_term
from advisor.dialogue.turn import Draft
from advisor.text import words
from advisor.understanding.frames import Frame
from advisor.understanding.language import phrases_of

OTHER_JOB = "decline_other_job"
ABOUT_YOU, SURE = "about_you", 0.5


def say_phrase(draft: Draft, frame: Frame, *, alone: bool) -> None:
    """Answer small talk or decline, with the phrase that the intent names."""
    if frame.act == "social" and not (alone or _is_asked(frame)):
        return
    if frame.says == "bye":
        draft.over = True
        if probing.may_offer(draft):
            card.recommend(draft, frame, draft.reader)
    if frame.intent == OUTSIDE or frame.intent.startswith(f"{NOT_HELD}{JOB}"):
        answer_outside(draft, frame)
        return
    if frame.intent == TERM:
        answer_term(draft.answer, frame)
        return
    if frame.intent == WHICH_JOB:
        answer_described(draft.answer, frame)
        return
    if frame.intent.startswith(NOT_HELD):
        answer_ask(draft.answer, frame, headings=False)
        return
    job = frame.slot("job")
    if frame.says == OTHER_JOB and job is not None and not frame.roles:
        name = draft.voice.catalog.entities[f"job:{job}"].name
        draft.answer.say("decline_named_job", job=name)
        return
    draft.answer.say(frame.says or "fallback")


def _is_asked(frame: Frame) -> bool:
    """Whether a question about the program itself waits for an answer."""
    return frame.says == ABOUT_YOU and frame.confidence >= SURE


def social_move(draft: Draft, frame: Frame) -> None:
    """Say what a move such as "help", "yes" or "skip" is answered with."""
    voice = draft.voice
    if frame.move in ("yes", "no") and len(draft.frames) > 1:
        return  # it only leads on to what is said besides: "sounds good. what does ..."
    match frame.move:
        case "help":
            names = list(voice.catalog.topics)
            draft.answer.say(
                "help",
                roles=voice.plurals(list(voice.catalog.roles)),
                topics=voice.topics(names),
            )
        case "yes":
            draft.answer.say("yes_to_nothing")
        case "no":
            draft.answer.say("no_to_nothing")
        case probing.STOP_ASKING:
            draft.answer.say("no_more_questions")
        case "skip":
            wanted = voice.catalog.language["wants_question"]
            wants = phrases_of(wanted).within(words(draft.reading.text))
            if not (wants and probing.put_probe(draft)):
                draft.answer.say("skipped")
        case _:
            draft.answer.say("unsure")
