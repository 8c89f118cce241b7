"""The way to a role in words: what one brings, what is open, the steps with weeks."""

from advisor.data.advice import HOURS, PLAN_HOURS, Path, weeks_at
from advisor.dialogue.describe import trait_name
from advisor.dialogue.reply import Items, Timeline
from advisor.dialogue.trial import person_of
from advisor.dialogue.turn import Draft
from advisor.recommend.suggest import Suggestion
from advisor.recommend.way import NextStep, Way, way_to
from advisor.understanding.hours import HOURS as HOURS_NAMED
from advisor.understanding.hours import hours_named


def role_name(draft: Draft, role: str) -> str:
    """Return the name of a role."""
    return draft.voice.catalog.roles[role].name


def way_here(draft: Draft, role: str) -> Way:
    """Return the way to a role, at the hours a week that the line or the user named."""
    advice, hours = draft.voice.catalog.advice, hours_named(draft.reading.text)
    return way_to(draft.memory.profile, role, advice, person_of(draft), hours)


def say_needs(draft: Draft, way: Way) -> None:
    """Say what the user already has for a role, and what is missing."""
    if way.role not in draft.voice.catalog.advice.paths:
        return
    voice, answer = draft.voice, draft.answer
    has, likely, lacks = (
        voice.listed([trait_name(draft, need) for need in needs])
        for needs in (way.has, way.likely, way.lacks)
    )
    if has:
        answer.say("path_has", has=has)
    if likely:
        answer.say("path_likely", likely=likely)
    if not way.named:
        answer.say("path_has_nothing")
    if lacks:
        answer.say("path_lacks", lacks=lacks)


def say_steps(draft: Draft, suggestion: Suggestion, *, whole: bool = False) -> None:
    """Say the steps of the suggested way, and a weekend's test.

    Args:
        draft: the turn.
        suggestion: whose path it is.
        whole: whether to add what to learn from at each step, and projects to show.

    """
    way = suggestion.way
    path = draft.voice.catalog.advice.paths.get(way.role)
    if path is None:
        return
    say_way(draft, way, "path_steps", whole=whole)
    if whole or not way.steps:
        say_projects(draft, path)
    say_weekend(draft, way)
    if not whole and way.steps:
        say_more(draft, path)


def say_length(draft: Draft, way: Way) -> None:
    """Say how many steps and weeks a way is, at other hours a week as well."""
    total = sum(step.weeks for step in way.steps)
    if not total:
        return
    own = _has_own_hours(draft, way)
    at = {f"weeks_{hours}": str(weeks_at(total, way.hours, hours)) for hours in HOURS}
    draft.answer.say(
        "path_weeks" if own else "path_weeks_open",
        role=role_name(draft, way.role),
        count=str(len(way.steps)),
        weeks=str(total),
        hours=str(way.hours),
        **({} if own else at),
    )


def _has_own_hours(draft: Draft, way: Way) -> bool:
    """Whether the weeks of a way are reckoned at hours that the user named."""
    named = any(item.trait == HOURS_NAMED for item in draft.memory.profile)
    return named or way.hours != PLAN_HOURS


def say_way(
    draft: Draft, way: Way, heading: str, *, whole: bool, total: bool = True
) -> None:
    """Say the steps of a way under a heading, and how long they take together."""
    role = role_name(draft, way.role)
    if not way.steps:
        draft.answer.say("path_done", role=role)
        return
    head = draft.voice.say(heading, role=role, hours=str(way.hours))
    steps = tuple(say_step(draft, step, whole=whole) for step in way.steps)
    weeks = tuple(step.weeks for step in way.steps)
    draft.answer.blocks.append(Timeline(head, steps, weeks))
    if total:
        say_total(draft, way)


def say_weekend(draft: Draft, way: Way) -> None:
    """Say how to test the work of a role within a weekend."""
    path = draft.voice.catalog.advice.paths.get(way.role)
    if path is not None:
        draft.answer.say("weekend", text=path.weekend)


def say_projects(draft: Draft, path: Path) -> None:
    """Say what to build and to show to an employer."""
    if path.projects:
        draft.answer.head("projects")
        draft.answer.blocks.append(Items(tuple(p.text for p in path.projects)))


def say_more(draft: Draft, path: Path) -> None:
    """Say what else is held of a way that was told without it."""
    if path.projects or any(step.learn for step in path.steps):
        draft.answer.say("path_more")


def say_step(draft: Draft, step: NextStep, *, whole: bool) -> str:
    """Return a step in words, with its sources."""
    voice, cite = draft.voice, draft.answer.cite
    text = step.text
    if step.left:
        left = voice.listed([trait_name(draft, one) for one in step.left])
        text = voice.say("step_rest", text=text, left=left)
    key = "step" if step.weeks > 1 else "step_short"
    told = cite.cited(voice.say(key, text=text, weeks=str(step.weeks)), step.sources)
    if not whole or not step.learn:
        return told
    titles = [
        cite.cited(voice.catalog.sources[name].title, (name,)) for name in step.learn
    ]
    return f"{told} {voice.say('step_learn', titles=voice.listed(titles))}"


def say_total(draft: Draft, way: Way) -> None:
    """Say how long the steps take together, at other hours a week as well."""
    total = sum(step.weeks for step in way.steps)
    if not total:
        return
    if _has_own_hours(draft, way):
        hours = str(way.hours)
        draft.answer.say("path_total_at", weeks=str(total), hours=hours)
        return
    at = {f"weeks_{hours}": str(weeks_at(total, way.hours, hours)) for hours in HOURS}
    draft.answer.say("path_total", weeks=str(total), **at)


def say_nearer(draft: Draft, suggestion: Suggestion) -> None:
    """Name a role not far behind that is much nearer, where the way is long."""
    way = suggestion.nearer
    if way is None:
        return
    draft.answer.say(
        "path_nearer",
        role=role_name(draft, way.role),
        weeks=str(sum(step.weeks for step in way.steps)),
        second=role_name(draft, suggestion.way.role),
        old=str(sum(step.weeks for step in suggestion.way.steps)),
    )
