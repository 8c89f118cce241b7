"""Jobs outside the ten that are asked about, with the nearest of the ten.

"Would engineering manager be something", "what about game dev": no other role is
answered for in their place.
"""

from collections.abc import Sequence
from dataclasses import replace

from advisor.data.model import NotHeld
from advisor.data.topics import FIT, OVERVIEW
from advisor.dialogue.answer import NOT_HELD
from advisor.dialogue.library import Library
from advisor.dialogue.lines import finds, put, sentences
from advisor.dialogue.reply import Items, Say
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.text import words
from advisor.understanding.frames import Frame, Reading

OUTSIDE = "outside_the_ten"
"""The rule that reads a question on such a job."""
JOB = "job_"
"""How the entries of such jobs begin."""
SLOT = "outside"
"""The slot of the ids of those that are named."""
KNOWN = "asks_known"
"""The rows of "do you know anything about that"."""
SURE = 0.8
ASKED = ("ask", "compare", "recommend", "out_of_scope")
VAGUE = (OVERVIEW, FIT)
"""Topics that a question is taken for which only asks after a job."""
UNSURE = 0.5


def hear(reading: Reading, _: State, library: Library) -> Reading:
    """Return a reading in which a question on a job outside is read as one.

    Args:
        reading: what was understood of the line.
        _: the conversation before it, which tells nothing here.
        library: what is known, with the rows of words.

    """
    if reading.stands_apart:
        return reading
    heard = reading
    for frame in reading.frames:
        found = _entries(frame.text, library)
        if found and _asks_after(frame, reading, library):
            heard = _put(heard, frame.text, found)
    if heard is reading and not reading.frames:
        for text in sentences(reading.text):
            if found := _entries(text, library):
                return _put(reading, text, found)
    return heard if heard is reading else _less_known(heard, library)


def _put(reading: Reading, clause: str, found: Sequence[NotHeld]) -> Reading:
    ids = tuple(entry.id for entry in found)
    frame = Frame("out_of_scope", (), (), OUTSIDE, SURE, clause, {SLOT: ids})
    return put(reading, clause, frame)


def _entries(text: str, library: Library) -> list[NotHeld]:
    """Return the jobs outside that some words name."""
    said = words(text)
    return [
        entry
        for patterns, entry in library.lacking
        if entry.id.startswith(JOB) and finds(patterns, said)
    ]


def _asks_after(frame: Frame, reading: Reading, library: Library) -> bool:
    """Whether a clause asks after the job outside that it names, and no other.

    A title that is filed under one of the ten ("product analyst") is asked after
    only where nothing else is asked of it.
    """
    lists, said = library.catalog.language, words(frame.text)
    own = any(set(words(origin.text)) & set(said) for origin in reading.origins)
    mine = frame.act == "tell" and not reading.asks
    if own or mine or frame.act not in (*ASKED, "tell", "social"):
        return False
    if frame.act == "tell" and said[0] not in (
        *lists["question_words"],
        *lists["auxiliaries"],
    ):
        return False
    named = [m for m in reading.mentions if m.role and not m.pointed]
    here = [m for m in named if f" {m.name} " in f" {' '.join(said)} "]
    if not here:
        return True
    filed = all(_entries(m.name, library) for m in here)
    return filed and frame.confidence < UNSURE and set(frame.topics) <= set(VAGUE)


def _less_known(reading: Reading, library: Library) -> Reading:
    """Return a reading less what only asks on: "do you know anything about it"."""
    rows = library.turns[KNOWN]
    kept = tuple(
        f
        for f in reading.frames
        if f.intent == OUTSIDE or not finds(rows, words(f.text))
    )
    return replace(reading, frames=kept)


def answer_outside(draft: Draft, frame: Frame) -> None:
    """Say that a job is not among the ten, which is nearest, and what is held."""
    entries = draft.voice.catalog.not_held
    named = frame.slots.get(SLOT) or (frame.intent.removeprefix(NOT_HELD),)
    for entry in (e for e in entries if e.id in named):
        _say(draft, entry)


def say_titles(draft: Draft) -> None:
    """Say of a title that is only filed under one of the ten that it is."""
    asked = {r for f in draft.frames if f.act in ("ask", "compare") for r in f.roles}
    told: list[NotHeld] = []
    for mention in draft.reading.mentions:
        if mention.role in asked and not mention.pointed:
            told += _entries(mention.name, draft.answer.library)
    for entry in dict.fromkeys(entry.id for entry in told):
        says = next(e.says for e in told if e.id == entry)
        draft.answer.blocks.append(Say(says))


def _say(draft: Draft, entry: NotHeld) -> None:
    answer = draft.answer
    answer.blocks.append(Say(entry.says))
    held = [draft.voice.catalog.snippets[name] for name in entry.holds]
    if held:
        answer.blocks.append(Items(tuple(answer.use(snippet) for snippet in held)))
