"""Let what is known decide where a question was hardly understood.

A question that shares rare words with a snippet is most likely about it, whatever
the matcher made of its shape.
"""

from dataclasses import replace

from advisor.data.model import Snippet
from advisor.dialogue.choose import question_of, rank
from advisor.dialogue.library import Library
from advisor.understanding.frames import Frame, Reading

SETTLES = 1.6
"""Likeness from which a snippet settles what an unclear question is about."""
UNSURE = 0.35
"""Up to this confidence, a question on a role that seemed to lie outside ..."""
RESCUES = 2.4
"""... is taken as one on a snippet that is so much like it."""
FOUND = "found_in_knowledge"


def reconsider(reading: Reading, library: Library) -> Reading:
    """Return a reading with unsure topics set right by what snippets say."""
    if reading.choices:
        found = _best(reading.choices[0], library)
        if found is not None and found[1] >= SETTLES:
            frame = _about(reading.choices[0], found[0])
            return replace(reading, frames=(frame,), choices=())
        return reading
    frames = tuple(_frame(frame, library) for frame in reading.frames)
    return replace(reading, frames=frames)


def _frame(frame: Frame, library: Library) -> Frame:
    outside = frame.act == "out_of_scope"
    if not outside or not frame.roles or frame.confidence > UNSURE:
        return frame
    found = _best(frame, library)
    if found is not None and found[1] >= RESCUES:
        return _about(frame, found[0])
    return frame


def _about(frame: Frame, snippet: Snippet) -> Frame:
    """Return a frame as a question on a snippet's topic."""
    topic = snippet.topic or frame.topics[0]
    return replace(frame, act="ask", topics=(topic,), intent=FOUND, says=None)


def _best(frame: Frame, library: Library) -> tuple[Snippet, float] | None:
    """Return the snippet most like a question, and how much."""
    question = question_of(frame, None, library)
    hits = rank(library.all_of(frame.roles), question, library, frozenset())
    if not hits:
        return None
    best = max(hits, key=lambda hit: hit.likeness)
    return best.snippet, best.likeness
