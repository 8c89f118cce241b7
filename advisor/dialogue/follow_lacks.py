"""Questions on what is not held, and on what people say: "after tax?"."""

from dataclasses import replace

from advisor.data.model import NotHeld
from advisor.data.topics import DEMAND, FIT, MOVING, PAY
from advisor.dialogue.answer import NOT_HELD
from advisor.dialogue.follow_line import (
    MOST_SURE,
    TWO,
    Line,
    is_asked,
    is_plainly_outside,
    made,
    read_as,
)
from advisor.dialogue.library import Library
from advisor.text import words
from advisor.understanding.frames import Frame, Reading

FEW = 7
"""So many words at most has a short line that adds to what was asked."""
MOST_HEARSAY = 20
UNSURE = 0.5
JOB = "job_"
"""How the entries of jobs begin that are not known, with the nearest that is."""
SURE, SURER = 0.6, 0.85
"""How sure a question is of another topic; and the same where it names no role."""
HEARSAY = "hearsay"


def lacking(line: Line) -> Frame | None:
    """Read a short line that asks for what is not held: "after tax?"."""
    focus = line.state.memory.focus
    acts = ("out_of_scope", "social", "tell", "meta", "recommend", "ask")
    may = line.frame is None or line.frame.act in acts
    if not may or line.roles or not focus.roles or len(words(line.text)) > FEW:
        return None
    entry = line.library.not_held(line.said, focus.topics)
    if entry is None:
        return None
    told = line.frame is not None and line.frame.act == "tell"
    if not set(focus.topics) & {*entry.after, entry.nearest} and (
        told or not line.asks
    ):
        return None
    return made(
        line,
        "ask",
        f"{NOT_HELD}{entry.id}",
        roles=focus.roles,
        topics=(entry.nearest,),
        slots={"place": (focus.place,)} if focus.place and not entry.at else {},
    )


def hearsay(line: Line) -> Frame | None:
    """Read "they say it is all fake, true?" as a question on the demand."""
    frame, library = line.frame, line.library
    lists = library.catalog.language
    doomed = set(lists["doomed"]) & set(line.said)
    outside = frame is None or frame.act in ("out_of_scope", "meta", "tell", "social")
    unsure = frame is not None and frame.confidence < UNSURE
    if not doomed or not (outside or unsure) or len(line.said) > MOST_HEARSAY:
        return None
    if next(library.turns[HEARSAY].find(line.said), None) is None:
        return None
    about = {*lists["work_nouns"], *lists["about_a_field"]}
    if not line.roles and not about & set(line.said):
        return None
    if DEMAND not in library.catalog.topics:
        return None
    roles = line.roles or line.state.memory.focus.roles
    paid = bool(set(lists["pay_words"]) & set(line.said)) or "$" in line.text
    topic = PAY if paid and PAY in library.catalog.topics else DEMAND
    frame = made(line, "ask", HEARSAY, roles=roles, topics=(topic,))
    return replace(frame, text=lists["pay_words"][1]) if topic == PAY else frame


def owned(line: Line) -> Frame | None:
    """Read a plain question on careers on which nothing is held, however it is put."""
    entry, frame = line.library.not_held(line.typed), line.frame
    if entry is None or not entry.outright or not _may_own(line, entry):
        return None
    if is_plainly_outside(line):
        return None
    intent, topics = f"{NOT_HELD}{entry.id}", (entry.nearest,)
    if entry.id.startswith(JOB) and frame is not None:
        return replace(frame, act="out_of_scope", intent=intent, topics=(), roles=())
    roles = line.roles or line.state.memory.focus.roles
    return read_as(line, "ask", intent, roles=roles, topics=topics)


def _may_own(line: Line, entry: NotHeld) -> bool:
    """Whether a clause asks for what is not held, and for nothing else."""
    frame = line.frame
    if entry.nearest == MOVING and any(m.kind == "degree" for m in line.mentions):
        return False
    wanted = frame is not None and frame.act == "recommend" and entry.alone
    if not wanted and not is_asked(line):
        return False
    if frame is not None and frame.act == "compare" and len(frame.roles) >= TWO:
        return False
    if _is_sure_of_other(frame, entry, named=bool(line.roles)):
        return False
    return not (line.roles and entry.id.startswith(JOB))


def _is_sure_of_other(frame: Frame | None, entry: NotHeld, *, named: bool) -> bool:
    """Whether a question is plainly on another topic than what is not held."""
    if frame is None or frame.act != "ask" or entry.alone:
        return False
    sure = SURE if named else SURER
    return entry.nearest not in frame.topics and frame.confidence >= sure


def on_person(frame: Frame, lacking: NotHeld | None) -> Frame:
    """Return a question whom it suits as one on what the rest of the line tells.

    "My son is deaf. Would it suit him?"
    """
    if lacking is None or frame.act != "ask" or frame.topics != (FIT,):
        return frame
    on_it = lacking.nearest == FIT
    sure = min(frame.confidence, MOST_SURE)
    own = replace(frame, intent=f"{NOT_HELD}{lacking.id}", confidence=sure)
    return own if on_it else frame


def is_own_trade(reading: Reading, found: Frame, library: Library) -> bool:
    """Whether the job outside that seems asked after is what the speaker does."""
    if not found.intent.startswith(f"{NOT_HELD}{JOB}"):
        return False
    told = " ".join(origin.text for origin in reading.origins)
    entry = library.not_held(words(told)) if told else None
    return entry is not None and found.intent == f"{NOT_HELD}{entry.id}"
