"""Decide what to do about each thing the speaker did, and do it."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.dialogue import meta
from advisor.dialogue.answer import (
    NEVER_HEARD,
    OVERVIEW,
    answer_ask,
    answer_compare,
    answer_more,
    asks_for_contrast,
)
from advisor.dialogue.choose import question_of, rank
from advisor.dialogue.reply import Ask, Items, Say
from advisor.dialogue.state import Choice, Question
from advisor.dialogue.turn import Draft
from advisor.understanding.frames import Frame

DID_YOU_MEAN = "did_you_mean"
FIT = "fit"


def respond(draft: Draft) -> None:
    """Fill in the draft's reply to all that was understood."""
    frames = draft.frames
    questions = [f for f in frames if f.act in ("ask", "compare") and not f.move]
    headings = len(questions) > 1 or bool(draft.reading.corrections and questions)
    for frame in frames:
        _respond(draft, frame, alone=len(frames) == 1, headings=headings)
        _remember(draft, frame)
    if not frames:
        _not_understood(draft)
    if frames and not draft.answer.blocks:
        draft.answer.say("told")
    block = draft.answer.cite.block()
    if block is not None:
        draft.answer.blocks.append(block)


def _respond(draft: Draft, frame: Frame, *, alone: bool, headings: bool) -> None:
    answer = draft.answer
    match frame.act:
        case "ask":
            _ask(draft, frame, headings=headings)
        case "compare":
            answer_compare(answer, frame)
        case "recommend":
            _recommend(draft, frame)
        case "tell":
            if alone:
                answer.say("told")
        case "meta":
            meta.respond(draft, frame)
        case "crisis":
            _crisis(draft, frame)
        case "social" if frame.move:
            _social_move(draft, frame)
        case _:
            _phrase(draft, frame, alone=alone)


def _ask(draft: Draft, frame: Frame, *, headings: bool) -> None:
    """Answer a question: with more of the same, side by side, or by itself."""
    if frame.move == "more":
        answer_more(draft.answer, frame)
    elif asks_for_contrast(frame, draft.answer.library):
        answer_compare(draft.answer, frame)
    else:
        answer_ask(draft.answer, frame, headings=headings)


def _phrase(draft: Draft, frame: Frame, *, alone: bool) -> None:
    """Answer small talk or decline, with the phrase that the intent names."""
    if frame.act == "social" and not alone:
        return
    draft.answer.say(frame.says or "fallback")
    draft.over = draft.over or frame.says == "bye"


def _social_move(draft: Draft, frame: Frame) -> None:
    voice = draft.voice
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
        case "skip":
            draft.answer.say("skipped")
        case _:
            draft.answer.say("unsure")


def _recommend(draft: Draft, frame: Frame) -> None:
    """Say honestly that nothing is known, and whom each role is said to suit."""
    answer = draft.answer
    answer.say("recommend_intro")
    roles = frame.roles or answer.library.catalog.core
    library = answer.library
    question = question_of(frame, FIT, library)
    together = library.pool(roles, FIT)
    if together:
        best = rank(together, question, library, NEVER_HEARD)[0]
        answer.blocks.append(Say(answer.use(best.snippet)))
    lines = []
    for role in roles:
        pool = library.pool((role,), FIT) or library.pool((role,), OVERVIEW)
        if pool:
            best = rank(pool, question, library, NEVER_HEARD)[0]
            lines.append(answer.use(best.snippet))
    answer.blocks.append(Items(tuple(lines)))
    answer.say("recommend_outro")


def _crisis(draft: Draft, frame: Frame) -> None:
    """Put everything aside and say where help is."""
    answer = draft.answer
    place = frame.slot("place") or draft.memory.focus.place
    lines = draft.voice.catalog.helplines
    here = [line for line in lines if place is not None and line.place == place]
    elsewhere = [line for line in lines if line.place is None]
    shown = dict.fromkeys(
        line.text for line in ([*here, *elsewhere] if here else lines)
    )
    answer.say("crisis")
    answer.say("crisis_lines")
    answer.blocks.append(Items(tuple(shown)))
    answer.say("crisis_close")


def _remember(draft: Draft, frame: Frame) -> None:
    """Move the focus to what was just spoken of."""
    about = frame.act in ("ask", "compare", "recommend") or frame.move == "correction"
    if not about or draft.restored:
        return
    focus = draft.memory.focus
    topics = frame.topics
    same = topics == focus.topics
    place = frame.slot("place") or (focus.place if same else None)
    level = frame.slot("level") or (focus.level if same else None)
    draft.memory = replace(
        draft.memory, focus=focus.about(frame.roles, topics, place, level)
    )


def _not_understood(draft: Draft) -> None:
    """Offer the close readings, or climb one step of the ladder of fallbacks."""
    reading = draft.reading
    draft.missed = True
    draft.keeps_last = True
    if reading.choices:
        ask_which(draft, reading.choices)
        return
    if not reading.text:
        draft.answer.say("nudge")
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
        topic=voice.topics(frame.topics or ("overview",)),
        roles=voice.plurals(roles),
    )


def say_text(draft: Draft, text: str) -> None:
    """Add a paragraph that is no phrase, such as a repeated reply."""
    draft.answer.blocks.append(Say(text))
