"""A job that others advise, and what one lacks: "says do X, but I suck at maths".

It asks nothing, and yet how much of that the job needs is what would help.
"""

from dataclasses import replace

from advisor.data.topics import SKILLS
from advisor.dialogue.choose import SPECIFIC, question_of, rank
from advisor.dialogue.library import Library
from advisor.dialogue.lines import finds
from advisor.text import words
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.remarks import Remark

DOUBT = "advised_but_lacks"
ADVISED = "advised_by_others"
"""The rows of what others advise."""
TOLD = ("lack", "dislike", "know")
ENTITIES = ("skill", "tool", "method")
ASKED = ("ask", "compare", "recommend")
SURE = 0.7


def hear(reading: Reading, library: Library) -> Reading:
    """Return a reading that asks how much a job needs of what is lacking.

    Args:
        reading: what was understood of the line.
        library: what is known, with the rows of words.

    """
    if reading.stands_apart or SKILLS not in library.catalog.topics:
        return reading
    if any(f.act in ASKED and f.confidence >= SURE for f in reading.frames):
        return reading
    roles = {m.role for m in reading.mentions if m.role and not m.pointed}
    lacks = [r for r in reading.remarks if _is_lack(r, library)]
    advised = finds(library.turns[ADVISED], words(reading.text))
    if len(roles) != 1 or not lacks or not advised:
        return reading
    frame = _asked(next(iter(roles)), lacks[0], library)
    if frame is None:
        return reading
    told = tuple(f for f in reading.frames if f.act not in ASKED)
    return replace(reading, frames=(*told, frame), choices=())


def _is_lack(remark: Remark, library: Library) -> bool:
    """Whether a remark tells that something to be learnt is not had or not liked."""
    plain = remark.polarity < 0 and remark.means in TOLD and not remark.guessed
    return plain and _name_of(remark.trait, library) is not None


def _name_of(trait: str, library: Library) -> str | None:
    """Return the name of something that a job may ask for."""
    catalog = library.catalog
    keys = (f"{kind}:{trait}" for kind in ENTITIES)
    named = next((catalog.entities[k].name for k in keys if k in catalog.entities), "")
    known = catalog.advice.traits.get(trait)
    return named or (known.name if known is not None and known.entities else None)


def _asked(role: str, lack: Remark, library: Library) -> Frame | None:
    """Return the question how much of it the job needs, where something is held."""
    name = _name_of(lack.trait, library) or ""
    asked = library.catalog.language["doubt_question"][0].replace("thing", name)
    frame = Frame("ask", (role,), (SKILLS,), DOUBT, SURE, asked, yes_no=True)
    question = question_of(frame, SKILLS, library)
    hits = rank(library.pool((role,), SKILLS), question, library, frozenset())
    return frame if hits and hits[0].likeness >= SPECIFIC else None
