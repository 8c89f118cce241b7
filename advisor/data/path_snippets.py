"""What a path says, as snippets: how long it is, where to learn, what to show."""

from collections.abc import Mapping, Sequence

from advisor.data.advice import HOURS, PLAN_HOURS, Path, weeks_at
from advisor.data.model import Role, Snippet, Source
from advisor.data.topics import WAY_IN
from advisor.text import fill

MOST_TITLES = 7
OF_STEP = "resources_"
Words = Mapping[str, tuple[str, ...]]


def path_snippets(
    path: Path, role: Role, sources: Mapping[str, Source], phrases: Words, about: Words
) -> tuple[Snippet, ...]:
    """Return a path's length, its free resources and its projects as snippets.

    Args:
        path: the path.
        role: whose it is.
        sources: by id.
        phrases: holds the wordings `path_length`, `path_learn` and `path_project`.
        about: holds, by `about_` and the same names, words of their questions.

    """
    evidence = tuple(dict.fromkeys(s for step in path.steps for s in step.sources))
    learn = tuple(dict.fromkeys(s for step in path.steps for s in step.learn))
    learn = learn[:MOST_TITLES]
    total = sum(step.weeks for step in path.steps)
    titles = _titles(learn, sources)
    names = {"role": role.name, "plural": role.plural}
    weeks = {f"weeks_{h}": str(weeks_at(total, PLAN_HOURS, h)) for h in HOURS}
    length = {"count": str(len(path.steps)), **weeks}
    told = [("length", "path_length", length, evidence[:2])] if path.steps else []
    if learn:
        told.append(("resources", "path_learn", {"titles": titles}, learn))
    for project in path.projects:
        grounds = tuple(
            source
            for step in path.steps
            if set(project.shows) & set(step.gives)
            for source in step.sources
        )
        of = (grounds or evidence)[:1]
        told.append((project.id, "path_project", {"text": project.text}, of))
    return tuple(
        Snippet(
            f"{role.id}.{WAY_IN}.{name}",
            (role.id,),
            WAY_IN,
            fill(phrases.get(key, ("",))[0], {**names, **values}),
            cited,
            (),
            about.get(f"about_{key}", ()),
            (),
        )
        for name, key, values, cited in told
        if cited
    )


def step_snippets(
    path: Path, role: Role, sources: Mapping[str, Source], phrases: Words
) -> tuple[Snippet, ...]:
    """Return where each step of a path is learnt, as snippets on no topic.

    They answer only who asks where one thing is learnt. `phrases` holds the wording
    `path_learn_step`; the rest is as for `path_snippets`.
    """
    wording = phrases.get("path_learn_step", ("",))[0]
    names = {"role": role.name, "plural": role.plural}
    return tuple(
        Snippet(
            step_snippet_id(role.id, step.id),
            (role.id,),
            None,
            fill(
                wording,
                {**names, "text": step.text, "titles": _titles(step.learn, sources)},
            ),
            step.learn,
            (),
            (),
            (),
        )
        for step in path.steps
        if step.learn
    )


def step_snippet_id(role: str, step: str) -> str:
    """Return the id of the snippet on where a step of a role's path is learnt."""
    return f"{role}.{WAY_IN}.{OF_STEP}{step}"


def _titles(names: Sequence[str], sources: Mapping[str, Source]) -> str:
    """Return the titles of some sources, told apart even where they hold commas."""
    return "; ".join(sources[name].title for name in names if name in sources)
