"""Why figures differ: "why does every site say something else?", "which do I trust?".

Where sources are held that disagree, all sides are told, why they may differ and how
to read them; else what sets sources apart in general.
"""

from dataclasses import replace

from advisor.data.model import Snippet
from advisor.data.topics import DEMAND, PAY
from advisor.dialogue.answer import closing
from advisor.dialogue.claims import CLAIM
from advisor.dialogue.library import Library
from advisor.dialogue.lines import clause_with, finds, put
from advisor.dialogue.money import numbers_in
from advisor.dialogue.reply import Items, Say
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.text import words
from advisor.understanding.frames import Frame, Reading

DIFFER = "why_differ"
"""The rule that reads such a question."""
SURE = 0.8
SEVERAL = 2
PLAIN = 0.5
"""From this on, the topic that a line was read as is meant."""


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading in which a question on why figures differ is read as one.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.

    """
    if reading.stands_apart or PAY not in library.catalog.topics:
        return reading
    named = tuple(
        dict.fromkeys(m.role for m in reading.mentions if m.role and not m.pointed)
    )
    clause = clause_with(reading, library.turns["asks_why_differ"])
    if clause is None and _may_differ(reading, state, library):
        clause = clause_with(reading, library.turns["asks_who_is_right"])
    if clause is None or len(named) >= SEVERAL:
        return reading
    topics = [t for f in reading.frames if f.confidence >= PLAIN for t in f.topics]
    if not (topics or named):
        topics = [s.topic for s in _told(state, library) if s.topic]
    topic = next(iter(topics), None)
    roles = named or _spoken_of(state, library)
    frame = Frame("ask", roles, (topic or PAY,), DIFFER, SURE, clause)
    heard = put(_less_asked_again(reading, library), clause, frame)
    return replace(heard, remarks=tuple(r for r in heard.remarks if not r.guessed))


def _may_differ(reading: Reading, state: State, library: Library) -> bool:
    """Whether figures were told just now that others may contradict.

    Both sides of a question, a claim held against the sources, or several figures for
    one role; not where the line itself names some.
    """
    told, last = _told(state, library), state.last
    if any(s.positions for s in told):
        return True
    frames = last.frames if last is not None else ()
    if any(f.intent in (CLAIM, DIFFER) for f in frames):
        return True
    if numbers_in(reading.text, library.catalog.language):
        return False
    of_one = all(f.act == "ask" and len(f.roles) == 1 for f in frames if f.topics)
    figures = [s for s in told if s.topic in (PAY, DEMAND)]
    return of_one and len(figures) >= SEVERAL


def _less_asked_again(reading: Reading, library: Library) -> Reading:
    """Return a reading without a second clause that only asks who is right."""
    again = library.turns["asks_who_is_right"]
    kept = (f for f in reading.frames if not finds(again, words(f.text)))
    return replace(reading, frames=tuple(kept))


def _told(state: State, library: Library) -> list[Snippet]:
    """Return the snippets of the last claim."""
    claimed = state.claim.snippets if state.claim is not None else ()
    snippets = library.catalog.snippets
    return [snippets[name] for name in claimed if name in snippets]


def _spoken_of(state: State, library: Library) -> tuple[str, ...]:
    """Return the roles that the last claim was on, else those in focus."""
    roles = [role for snippet in _told(state, library) for role in snippet.roles]
    return tuple(dict.fromkeys(roles)) or state.memory.focus.roles


def answer_differ(draft: Draft, frame: Frame) -> None:
    """Tell the sides that disagree, and why; or what sets sources apart in general."""
    answer = draft.answer
    found = _contested(draft, frame)
    if found is None:
        answer.say("differ_general")
        answer.say("differ_trust")
        for role in frame.roles[:1]:
            for snippet in answer.library.by_role.get((role, frame.topics[0]), ())[:1]:
                answer.blocks.append(Say(answer.use(snippet)))
        return
    answer.say("disagree", question=found.text)
    answer.blocks.append(Items(answer.sides(found)))
    answer.blocks.append(Say(" ".join(closing(found))))
    answer.say("differ_trust")


def _contested(draft: Draft, frame: Frame) -> Snippet | None:
    """Return the disagreement that is meant: one just told, or one on the roles."""
    library = draft.answer.library
    every = [s for pool in library.shared.values() for s in pool if s.positions]
    asked = library.stems(words(frame.text))
    spoken = [s for s in every if set(s.roles) & set(frame.roles) or not frame.roles]
    meant = [s for s in spoken if len(asked & library.terms(s).stems) >= SEVERAL]
    pool = [s for s in spoken if s.topic == frame.topics[0] and frame.roles]
    mine = [s for s in pool if set(s.roles) == set(frame.roles)]
    just = [s for s in _told(draft.state, library) if s in pool]
    return next(iter((*meant, *just, *mine, *pool)), None)
