"""Where one thing can be learnt for free: "where to learn SQL for free"."""

from advisor.data.advice import Path, Step
from advisor.data.model import Catalog
from advisor.data.path_snippets import step_snippet_id
from advisor.data.topics import WAY_IN
from advisor.dialogue.library import Library
from advisor.dialogue.lines import clause_with, named_in, only_tells, put
from advisor.dialogue.reply import Say
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.understanding.frames import Frame, Reading

LEARN = "asks_where_learn"
"""The rule that reads such a question, and the list of rows that tell it."""
THING = ("tool", "skill")
SURE = 0.85
MOST = 2
"""So many things are answered for in one line."""


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading in which a question where to learn a thing is read as one.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.

    """
    if reading.stands_apart:
        return reading
    clause = clause_with(reading, library.turns[LEARN])
    if clause is None:
        return reading
    named = named_in(clause, reading.mentions)
    roles = tuple(dict.fromkeys(m.role for m in named if m.role))
    slots = {
        kind: tuple(dict.fromkeys(m.id for m in named if m.kind == kind))
        for kind in THING
        if any(m.kind == kind for m in named)
    }
    if not slots or only_tells(reading, clause):
        return reading
    roles = roles or state.memory.focus.roles
    frame = Frame("ask", roles, (WAY_IN,), LEARN, SURE, clause, slots)
    return put(reading, clause, frame)


def _step(
    catalog: Catalog, thing: str, roles: tuple[str, ...]
) -> tuple[Path, Step] | None:
    """Return the step that teaches a thing, for some roles and before all else."""
    found = [
        (path, step)
        for path in catalog.advice.paths.values()
        for step in path.steps
        if step.learn and _teaches(path, step, thing)
    ]
    return min(
        found,
        key=lambda at: (at[0].role not in roles, at[1].gives[0] != thing),
        default=None,
    )


def _teaches(path: Path, step: Step, thing: str) -> bool:
    """Whether a step gives a thing, or what serves as well as one that it gives."""
    instead = (path.instead.get(need, ()) for need in step.gives)
    return thing in step.gives or any(thing in others for others in instead)


def answer_learn(draft: Draft, frame: Frame) -> None:
    """Say the step in which each thing is learnt, with its free places."""
    catalog, answer = draft.voice.catalog, draft.answer
    roles = frame.roles or answer.leaning
    things = [(kind, id_) for kind in THING for id_ in frame.slots.get(kind, ())]
    for kind, thing in things[:MOST]:
        found = _step(catalog, thing, roles)
        if found is None:
            answer.say("learn_not_held", what=catalog.entities[f"{kind}:{thing}"].name)
            continue
        path, step = found
        snippet = catalog.snippets[step_snippet_id(path.role, step.id)]
        if snippet not in answer.used:
            answer.blocks.append(Say(answer.use(snippet)))
