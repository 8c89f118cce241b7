"""What somebody asks of any job besides its tasks, held against the one suggested.

"I want to work from home", "part time only", "a secure job": hardly any of it speaks
for one role, so that the reasons are silent on it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.dialogue.choose import question_of, rank
from advisor.dialogue.library import Library
from advisor.dialogue.reply import Items
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import Evidence
from advisor.text import fill, words
from advisor.understanding.frames import Frame
from advisor.understanding.remarks import CIRCUMSTANCES

MOST = 2
"""So many conditions are told of in a suggestion."""
SITUATION = "~"
"""How an entry begins that is of somebody's situation, and not of a trait."""
NEVER_HEARD: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Condition:
    """An entry of the list: what it is of, and what is asked of a role then."""

    of: str
    topic: str
    asked: str


def say_conditions(draft: Draft, role: str) -> None:
    """Say what is held on a role where the user made conditions, if any were made."""
    lines = []
    for condition in _every(draft.answer.library):
        says = _told(draft, condition)
        answer = _answer(draft, condition, role) if says else None
        if answer is not None:
            lines.append(draft.voice.say("condition", says=says, what=answer))
    if lines:
        draft.answer.head("conditions")
        draft.answer.blocks.append(Items(tuple(lines[:MOST])))


def _every(library: Library) -> Iterator[_Condition]:
    for entry in library.catalog.language["conditions"]:
        of, topic, asked = (part.strip() for part in entry.split(":", 2))
        if topic in library.catalog.topics:
            yield _Condition(of, topic, asked)


def _told(draft: Draft, condition: _Condition) -> str:
    """Return the user's words that make a condition; none where they made none."""
    if condition.of.startswith(SITUATION):
        wanted = set(condition.of[1:].split())
        stands = (o for o in draft.memory.origins if o.kind in CIRCUMSTANCES)
        told = (o.text for o in stands if wanted <= set(words(o.text)))
        return next(told, "")
    held = [i for i in draft.memory.profile if _is_wanted(i, condition.of)]
    return held[-1].shown if held else ""


def _is_wanted(item: Evidence, trait: str) -> bool:
    return item.trait == trait and item.polarity > 0 and not item.guessed


def _answer(draft: Draft, condition: _Condition, role: str) -> str | None:
    """Return what is held on it of a role, or that nobody counted it."""
    library = draft.answer.library
    uncounted = next(
        (m for m in library.measured(words(condition.asked)) if m.one and not m.values),
        None,
    )
    if uncounted is not None:
        return fill(uncounted.one, {"plural": draft.voice.plurals((role,))})
    frame = Frame("ask", (role,), (condition.topic,), "", 1.0, condition.asked)
    question = question_of(frame, condition.topic, library)
    pool = [s for s in library.pool((role,), condition.topic) if not s.positions]
    hits = rank(pool, question, library, NEVER_HEARD) if pool else []
    best = next((hit for hit in hits if hit.likeness > 0), None)
    return draft.answer.use(best.snippet) if best is not None else None
