"""A question that only the whole line tells: "sixty applications, what is wrong?".

What somebody tells of their case and what they ask of it often stand in two sentences,
the second of which says nothing by itself: "never used Python. Is that a problem?"
"""

from collections.abc import Sequence
from dataclasses import replace

from advisor.data.model import NotHeld
from advisor.data.topics import FIT, MOVING, WAY_IN
from advisor.dialogue import special
from advisor.dialogue.answer import NOT_HELD, answer_ask
from advisor.dialogue.library import Library, may_be
from advisor.dialogue.pace import PACE
from advisor.dialogue.reply import Items, Say
from advisor.dialogue.state import State
from advisor.dialogue.superlatives import OVER_ALL, answer_measured
from advisor.dialogue.turn import Draft
from advisor.dialogue.worry import WORRY
from advisor.text import fill, words
from advisor.understanding.frames import Frame, Reading

VAGUE = (FIT, MOVING, WAY_IN)
"""Topics that a question on one's case is taken for: "could I, would that do"."""
TAKEN = (WORRY, PACE, *special.ANSWERS)
"""Rules that have read a line already."""
PLAIN, NAMING = 0.8, 0.5
"""From this much confidence on, another question in the line is answered as well.

Where it names a role or two, less does.
"""

SURE = 0.85
"""How sure such a reading is."""


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading in which a question on somebody's case is read as one."""
    if reading.stands_apart or not _asks(reading, library):
        return reading
    if any(f.intent.startswith(TAKEN) for f in reading.frames):
        return reading
    entry = _entry_of(reading, library)
    if entry is None:
        return reading
    told = tuple(f for f in reading.frames if f.act == "tell")
    rest = tuple(f for f in reading.frames if _is_other(f, entry, library))
    roles = tuple(dict.fromkeys(m.role for m in reading.mentions if m.role))
    roles = roles or state.memory.focus.roles
    kinds = {m.kind for m in reading.mentions if m.kind in entry.named}
    slots = {
        kind: tuple(dict.fromkeys(m.id for m in reading.mentions if m.kind == kind))
        for kind in kinds
    }
    name, topics = f"{NOT_HELD}{entry.id}", (entry.nearest,)
    asked = Frame("ask", roles, topics, name, SURE, reading.text, slots, yes_no=True)
    before = tuple(f for f in rest if entry.nearest in f.topics)
    after = tuple(f for f in rest if entry.nearest not in f.topics)
    return replace(reading, frames=(*told, *before, asked, *after), choices=())


def _asks(reading: Reading, library: Library) -> bool:
    """Whether a line asks something, or worries aloud."""
    fears = library.catalog.language["fear_words"]
    worries = not set(fears).isdisjoint(words(reading.text))
    return reading.asks or "?" in reading.text or worries


def _entry_of(reading: Reading, library: Library) -> NotHeld | None:
    """Return what a whole line asks about, of what can be told so."""
    said = words(reading.text)
    kinds = {m.kind for m in reading.mentions}
    for patterns, entry in library.lacking:
        fits = entry.whole and next(patterns.find(said), None) is not None
        named = not entry.named or bool(set(entry.named) & kinds)
        if fits and named and may_be(entry, said):
            return entry
    return None


def _is_other(frame: Frame, entry: NotHeld, library: Library) -> bool:
    """Whether something else is plainly asked beside it."""
    enough = NAMING if frame.roles else PLAIN
    if frame.act not in ("ask", "compare") or frame.confidence < enough:
        return False
    said = words(frame.text)
    patterns = next(found for found, known in library.lacking if known is entry)
    if next(patterns.find(said), None) is not None:
        return False
    if frame.topics == (entry.nearest,) and not set(entry.beside).isdisjoint(said):
        return False
    near = (*VAGUE,) if frame.text.rstrip().endswith("?") else (entry.nearest, *VAGUE)
    return not set(near) & set(frame.topics)


def entry_of(frame: Frame, entries: Sequence[NotHeld]) -> NotHeld | None:
    """Return the entry that a frame asks about, where the whole line told it."""
    name = frame.intent.removeprefix(NOT_HELD)
    return next((e for e in entries if e.whole and e.id == name), None)


def answer_situation(draft: Draft, frame: Frame, entry: NotHeld) -> None:
    """Own what is not held on a case, and add what comes nearest."""
    answer = draft.answer
    catalog = answer.library.catalog
    alone = not (frame.roles or entry.holds or entry.measure or entry.alone)
    if (frame.roles and not entry.holds) or alone:
        example = frame.roles or catalog.core[:1]
        answer_ask(answer, replace(frame, roles=example), headings=False)
        if alone:
            answer.say("name_a_job")
        return
    plural = answer.voice.plurals(frame.roles) if frame.roles else ""
    plural = plural or answer.voice.say("any_job")
    answer.blocks.append(Say(fill(entry.says, {"plural": plural})))
    held = [catalog.snippets[name] for name in entry.holds]
    if held:
        answer.blocks.append(Items(tuple(answer.use(snippet) for snippet in held)))
    elif entry.measure:
        intent = f"{OVER_ALL}{entry.measure}"
        answer_measured(answer, replace(frame, intent=intent, text=""))
