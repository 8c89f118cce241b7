"""A person in distress: everything put aside, and where help is."""

from advisor.dialogue.reply import Items
from advisor.dialogue.turn import Draft
from advisor.text import words
from advisor.understanding.frames import Frame
from advisor.understanding.language import phrases_of

CRISIS = "crisis"
STILL = "still_crisis"
BACK = ("ask", "compare", "recommend", "meta")
"""Acts by which a person comes back to jobs."""
BESIDE = ("meta", "social", "chat")
"""Acts that say no more than that one is well: "what? I'm fine"."""
BROUGHT = ("like", "know")
"""Remarks that bring work up again."""
SURE = 0.5
"""From which confidence a goodbye is taken as one."""


def tell_lines(draft: Draft, frame: Frame) -> None:
    """Say where help is: where the person is, if that is known, and anywhere."""
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


def goes_on(draft: Draft) -> bool:
    """Whether the last reply was to a cry for help, and this line leaves it at that."""
    last = draft.state.last
    if last is None or not any(f.act == CRISIS for f in last.frames):
        return False
    if any(f.act == CRISIS for f in draft.frames):
        return False
    lists, said = draft.voice.catalog.language, words(draft.reading.text)
    if phrases_of(lists["well_after_all"]).within(said):
        draft.answer.say("crisis_relieved")
        draft.frames = [f for f in draft.frames if f.act not in BESIDE]
        return False
    back = phrases_of(lists["back_to_jobs"]).within(said)
    if back or any(f.act in BACK or f.move == "help" or f.roles for f in draft.frames):
        return False
    remarks = draft.reading.remarks
    return not any(r.polarity > 0 and r.means in BROUGHT for r in remarks)


def stay(draft: Draft) -> None:
    """Stay with it: no advice, nothing stored."""
    sure = [f for f in draft.frames if f.confidence > SURE]
    thanks = any(f.intent == "thanks" or f.says == "bye" for f in sure)
    text = draft.reading.text
    draft.over = any(f.says == "bye" for f in sure)
    draft.frames = [Frame(CRISIS, (), (), STILL, 1.0, text)]
    wanted = draft.voice.catalog.language["asks_helpline"]
    if phrases_of(wanted).within(words(text)):
        tell_lines(draft, draft.frames[0])
        return
    draft.answer.say("crisis_thanks" if thanks else "crisis_still")
