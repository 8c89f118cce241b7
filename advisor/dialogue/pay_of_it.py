"""Pay asked of a job that only the talk tells: "what would I be earning in that?".

And a job that is named behind a question that named none: "data analyst, I guess".
"""

from dataclasses import replace

from advisor.data.topics import PAY
from advisor.dialogue.answer import answer_ask, answer_compare, asks_for_contrast
from advisor.dialogue.figures import is_asked
from advisor.dialogue.library import Library
from advisor.dialogue.lines import finds, sentences
from advisor.dialogue.pay_cut import put_in, where
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import GOAL, WORK
from advisor.text import fill, words
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.judge import FOLLOW_UP

EARNING, NAMED = "own_earning", "named_after_all"
"""The rules that read what one would be paid, and a job named behind a question."""
BY_DEGREE = "pay_by_degree"
"""The rule that reads what those with a degree, or without one, are paid."""
DEGREE = "degree"
SPANS = ("place", "level")
SURE = 0.9
PLAIN = 0.5
"""How sure something else is that a line asks, so that it names no job behind one."""
ASKS = ("ask", "compare", "recommend")


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading in which such a question stands with its job.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.

    """
    if reading.stands_apart or PAY not in library.catalog.topics:
        return reading
    named = tuple(dict.fromkeys(m.role for m in reading.mentions if m.role))
    by_degree = tuple(_by_degree(frame, library) for frame in reading.frames)
    if by_degree != reading.frames:
        return replace(reading, frames=by_degree)
    clause = _clause(reading, library)
    if clause is None:
        return _named_after_all(reading, named, state)
    roles = named or _spoken_of(state)
    if not roles or any(f.topics == (PAY,) and f.roles for f in reading.frames):
        return reading
    slots, here = where(reading, state.memory.focus)
    frame = Frame("ask", roles, (PAY,), EARNING, SURE, clause, slots, at_home=here)
    return put_in(reading, clause, frame)


def _by_degree(frame: Frame, library: Library) -> Frame:
    """Return a plain question on pay with a degree as one that no degree narrows.

    "What does a data analyst with no degree make"; not "is it more with a PhD".
    """
    plain = frame.act == "ask" and frame.topics == (PAY,) and not frame.yes_no
    if not plain or DEGREE not in frame.slots or not frame.roles:
        return frame
    lists, said = library.catalog.language, words(frame.text)
    asks = not set(said).isdisjoint(lists["question_words"])
    if not asks or not set(said).isdisjoint(lists["comparatives"]):
        return frame
    degrees = {f"{DEGREE}:{name}" for name in frame.slots[DEGREE]}
    held = (s for role in frame.roles for s in library.pool((role,), PAY))
    if any(degrees & library.terms(snippet).names for snippet in held):
        return frame
    return replace(frame, intent=BY_DEGREE, confidence=max(frame.confidence, PLAIN))


def _clause(reading: Reading, library: Library) -> str | None:
    """Return the clause that asks what its speaker would be paid."""
    rows = library.turns["asks_own_earning"]
    for text in (*reading.clauses, *sentences(reading.text)):
        if finds(rows, words(text)) and is_asked(text, library):
            return text
    return None


def _spoken_of(state: State) -> tuple[str, ...]:
    """Return the job just suggested, or else those spoken of."""
    last = state.last.frames if state.last is not None else ()
    told = state.probing.told
    if told and any(frame.act == "recommend" for frame in last):
        return (told,)
    return state.memory.focus.roles or ((told,) if told else ())


def _named_after_all(reading: Reading, named: tuple[str, ...], state: State) -> Reading:
    """Return a reading that asks of a job what the line before asked of none."""
    last = state.last.frames if state.last is not None else ()
    open_ = [f for f in last if f.act == "ask" and (f.by_default or not f.roles)]
    topics = tuple(dict.fromkeys(topic for f in open_ for topic in f.topics))
    if len(named) != 1 or not topics or reading.origins or reading.asks:
        return reading
    held = any(r.trait.startswith((GOAL, WORK)) for r in reading.remarks)
    if held or any(_asks_else(frame) for frame in reading.frames):
        return reading
    slots, here = where(reading, state.memory.focus)
    if topics != (PAY,) and here:
        slots, here = {}, False
    text = reading.text
    asks = Frame("ask", named, topics, NAMED, SURE, text, slots, at_home=here)
    mine = tuple(r for r in reading.remarks if not r.guessed)
    tells = tuple(f for f in reading.frames if f.act == "tell" and not f.roles)
    return replace(reading, frames=(*tells, asks), choices=(), remarks=mine)


def _asks_else(frame: Frame) -> bool:
    """Whether a clause asks something of its own, and does not only go on."""
    asks = frame.act in ASKS and frame.intent != FOLLOW_UP
    return asks and frame.confidence >= PLAIN


def answer_plain(draft: Draft, frame: Frame) -> None:
    """Answer such a question as any other on its job, or on the two of them."""
    if asks_for_contrast(frame, draft.answer.library):
        answer_compare(draft.answer, frame)
        return
    answer_ask(draft.answer, frame, headings=len(frame.roles) > 1)


def answer_by_degree(draft: Draft, frame: Frame) -> None:
    """Say that pay is not held by degree, and what it is for all."""
    plural = draft.voice.plurals(frame.roles)
    draft.answer.say("pay_not_by_degree", plural=plural)
    topic = draft.voice.catalog.topics[PAY]
    slots = {kind: ids for kind, ids in frame.slots.items() if kind in SPANS}
    asked = fill(topic.question, {"plural": plural})
    answer_plain(draft, replace(frame, text=asked, slots=slots))
