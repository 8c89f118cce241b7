"""Let what is known decide where a question was hardly understood.

A question that shares rare words with a snippet is most likely about it, whatever
the matcher made of its shape.
"""

from dataclasses import replace

from advisor.data.model import Snippet
from advisor.dialogue.choose import Question, question_of, rank
from advisor.dialogue.library import Library, Terms
from advisor.text import words
from advisor.understanding.frames import Frame, Reading

SETTLES = 1.6
"""Likeness from which a snippet settles what an unclear question is about; of several
clauses, RESCUES."""
RESCUES = 2.4
"""Likeness, by words other than names, from which a snippet shows that a question on a
role that seemed to lie outside is one on the snippet, ..."""
SHARED, COVERED = 2, 0.6
"""... with so many words shared, and such a share of its words covered, ..."""
RESCUES_ALONE = 3.3
"""... or with this likeness, however much of the question it leaves open."""
FOUND = "found_in_knowledge"

LIKELY = 0.6
"""How sure a topic is at most that snippets, not the question, decided on."""


def reconsider(reading: Reading, library: Library) -> Reading:
    """Return a reading with unsure topics set right by what snippets say."""
    if reading.choices:
        found = _best(reading.choices[0], library)
        least = SETTLES if len(reading.clauses) == 1 else RESCUES
        if found is not None and found[1] >= least:
            frame = _about(reading.choices[0], found[0])
            return replace(reading, frames=(frame,), choices=())
        return reading
    frames = tuple(_frame(frame, library) for frame in reading.frames)
    return replace(reading, frames=frames)


def _frame(frame: Frame, library: Library) -> Frame:
    if frame.act != "out_of_scope" or not frame.roles:
        return frame
    lacking = library.not_held(words(frame.text))
    if lacking is not None and not lacking.outright:
        return replace(frame, act="ask", topics=(lacking.nearest,), says=None)
    question = question_of(frame, None, library)
    stems = question.terms.stems
    plain = replace(question, terms=Terms(stems, frozenset()))
    found = _most_like(frame, plain, library)
    if found is None:
        return frame
    snippet, likeness = found
    shared = len(stems & library.terms(snippet).stems)
    covered = shared >= COVERED * len(stems) and likeness >= RESCUES
    if shared >= SHARED and (covered or likeness >= RESCUES_ALONE):
        return _about(frame, snippet)
    return frame


def _about(frame: Frame, snippet: Snippet) -> Frame:
    """Return a frame as a question on a snippet's topic."""
    topic = snippet.topic or frame.topics[0]
    return replace(
        frame,
        act="ask",
        topics=(topic,),
        intent=FOUND,
        confidence=min(frame.confidence, LIKELY),
        says=None,
    )


def _best(frame: Frame, library: Library) -> tuple[Snippet, float] | None:
    """Return the snippet most like a question, and how much."""
    return _most_like(frame, question_of(frame, None, library), library)


def _most_like(
    frame: Frame, question: Question, library: Library
) -> tuple[Snippet, float] | None:
    hits = rank(library.all_of(frame.roles), question, library, frozenset())
    if not hits:
        return None
    best = max(hits, key=lambda hit: hit.likeness)
    return best.snippet, best.likeness
