"""How long one thing takes to learn: "how long for enough SQL, at four hours a week?".

The weeks are those of the step on a way that covers it, our own estimate, at the
hours a week that the line names.
"""

from collections.abc import Sequence
from dataclasses import replace

from advisor.data.advice import PLAN_HOURS, Step, weeks_at
from advisor.data.model import Catalog
from advisor.data.topics import WAY_IN
from advisor.dialogue.reply import Say
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.dialogue.wishes import asks_for_plan
from advisor.recommend.way import hours_of
from advisor.text import words
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.hours import HOURS, hours_named
from advisor.understanding.language import phrases_of

PACE = "weeks_to_learn"
"""The rule that reads such a question."""
KINDS = ("tool", "skill")
FEW = 12
"""A line that only adds the hours has no more words."""
SURE = 0.9
"""How sure such a reading is."""


def hear(reading: Reading, state: State, catalog: Catalog) -> Reading:
    """Return a reading in which a question on the time to learn is read as one."""
    if reading.stands_apart:
        return reading
    lists, said = catalog.language, words(reading.text)
    long = phrases_of(lists["how_long"]).within(said)
    named = _named(reading, catalog)
    if any(m.role and not m.pointed for m in reading.mentions):
        return reading
    if phrases_of(lists["becomes_it"]).within(said):
        return reading
    if asks_for_plan(said, lists, named=False):
        return reading
    last = state.last.frames if state.last is not None else ()
    before = next((f for f in last if f.intent == PACE), None)
    hours = hours_named(reading.text)
    whole = set(lists["whole_way"]) & set(said)
    adds = bool(hours or (long and not whole)) and len(said) <= FEW
    if before is not None and not named and adds:
        named = tuple(i for ids in before.slots.values() for i in ids)
    elif not (long and named and _is_learning(said, lists["learns"])):
        return reading
    slots = {"skill": named}
    asked = Frame("ask", (), (WAY_IN,), PACE, SURE, reading.text, slots)
    kept = tuple(f for f in reading.frames if f.act == "tell" and long)
    remarks = tuple(r for r in reading.remarks if r.trait not in named)
    return replace(reading, frames=(*kept, asked), choices=(), remarks=remarks)


def _is_learning(said: Sequence[str], learns: Sequence[str]) -> bool:
    return bool(set(learns) & set(said))


def _named(reading: Reading, catalog: Catalog) -> tuple[str, ...]:
    """Return the tools and skills that a line names and some step covers."""
    found = [m.id for m in reading.mentions if m.kind in KINDS]
    covered = {
        g for p in catalog.advice.paths.values() for s in p.steps for g in s.gives
    }
    return tuple(dict.fromkeys(name for name in found if name in covered))


def answer_pace(draft: Draft, frame: Frame) -> None:
    """Say how many weeks a thing takes, by our estimate."""
    catalog, voice = draft.voice.catalog, draft.voice
    given = hours_named(frame.text)
    if given is None and any(i.trait == HOURS for i in draft.memory.profile):
        given = hours_of(draft.memory.profile)
    focus = draft.state.memory.focus.roles
    for name in frame.slots.get("skill", ()):
        step = _step(name, focus, catalog)
        if step is None:
            continue
        hours = given or PLAN_HOURS
        others = [catalog.entities[k].name for k in _also(step, name, catalog)]
        weeks = weeks_at(step.weeks, PLAN_HOURS, hours)
        key = "learn_weeks_with" if others else "learn_weeks"
        says = voice.say(
            key,
            what=_name(name, catalog),
            weeks=str(weeks),
            hours=str(hours),
            text=step.text,
            others=voice.listed(others) if others else "",
        )
        draft.answer.blocks.append(Say(draft.answer.cite.cited(says, step.sources)))


def _step(name: str, roles: Sequence[str], catalog: Catalog) -> Step | None:
    """Return the step that covers a thing: of a role spoken of, else the purest."""
    paths = catalog.advice.paths
    own = [s for r in roles if r in paths for s in paths[r].steps if name in s.gives]
    every = [s for path in paths.values() for s in path.steps if name in s.gives]
    return min(own or every, key=lambda s: (len(s.gives), s.weeks), default=None)


def _also(step: Step, name: str, catalog: Catalog) -> list[str]:
    """Return the keys of what else a step covers."""
    keys = [
        f"{kind}:{other}" for other in step.gives for kind in KINDS if other != name
    ]
    return [key for key in keys if key in catalog.entities]


def _name(name: str, catalog: Catalog) -> str:
    keys = [f"{kind}:{name}" for kind in KINDS]
    return next(catalog.entities[k].name for k in keys if k in catalog.entities)
