"""The way to a role, from where somebody is: what they bring, what is missing."""

from collections.abc import Collection
from dataclasses import dataclass

from advisor.data.advice import PLAN_HOURS, Advice, Step, weeks_at
from advisor.recommend.profile import LITTLE, WORK, Profile
from advisor.understanding.hours import HOURS, hours_named
from advisor.understanding.remarks import UNDER_WAY

TOOL = "tool"
HELD = ("know", "like")
"""What a user may be taken to bring: not what they only chose in a question."""
MOST_STEPS = 6
DEGREES = {"phd": ("phd", "master"), "master": ("master",), "mba": ("master",)}
"""Degree -> what whoever has or nearly has it need not compare."""
STUDIES = ("further_study", "degree", "master", "phd")
"""Traits whose dislike says that no more study is wanted."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """A step on the path, fitted to the user's hours."""

    text: str
    weeks: int
    sources: tuple[str, ...]
    learn: tuple[str, ...]
    id: str = ""
    gives: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    """Ids of what is left of it, where its walker has a part of it already."""


@dataclass(frozen=True, slots=True)
class Way:
    """The way to a role, from where the user is."""

    role: str
    has: tuple[str, ...]
    """Ids of what the user named that the role needs, or that serves as well."""
    likely: tuple[str, ...]
    """Ids of what else the role needs and the user's work needed as well."""
    lacks: tuple[str, ...]
    steps: tuple[NextStep, ...]
    spared: tuple[str, ...]
    """The steps that fall away, since they teach what the user has."""
    named: bool
    """Whether the user named anything of what the role needs."""
    hours: int
    """Hours a week that the weeks are reckoned with."""


def is_nearer(other: Way, way: Way) -> bool:
    """Whether a way is much shorter than another that is long."""
    long, short = _length(way), _length(other)
    return long * way.hours >= LONG_WAY and 0 < short <= MUCH_SHORTER * long


def _length(way: Way) -> int:
    return sum(step.weeks for step in way.steps)


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of what somebody brings, beside their likes."""

    jobs: tuple[str, ...] = ()
    """Ids of the jobs outside in which they work or worked."""
    unlearnt: frozenset[str] = frozenset()
    """Traits that they speak of as still to be learnt."""
    stays: bool = False
    """Whether they would rather stay in their job."""
    out: frozenset[str] = frozenset()
    """Steps that they want in no plan, each as role and step."""
    done: frozenset[str] = frozenset()
    """Steps that they have done."""


LONG_WAY, MUCH_SHORTER = 320, 0.7
"""From how many hours on a way is long, and what share of it is much shorter."""


def worked_in(profile: Profile) -> tuple[str, ...]:
    """Return the roles that the user said they work or worked in."""
    return tuple(
        item.trait.removeprefix(WORK)
        for item in profile
        if item.trait.startswith(WORK) and item.polarity > 0
    )


def way_to(
    profile: Profile,
    role: str,
    advice: Advice,
    person: Person,
    hours: int | None = None,
) -> Way:
    """Return the way to a role from where the user is.

    Args:
        profile: what is held of the user.
        role: where the way leads.
        advice: the paths.
        person: what is known besides of what the user brings.
        hours: hours a week; those that the user named before, where left out.

    """
    path, hours = advice.paths.get(role), hours or hours_of(profile)
    if path is None:
        return Way(role, (), (), (), (), (), named=False, hours=hours)
    held = _held(profile, advice, person.unlearnt)
    served = {
        need: next((n for n in (need, *path.instead.get(need, ())) if n in held), None)
        for need in path.needs
    }
    met = {need for need, by in served.items() if by is not None}
    worked = [r for r in worked_in(profile) if r in advice.paths]
    before = {need for r in worked for need in advice.paths[r].needs}
    before |= {need for job in person.jobs for need in advice.of_jobs.get(job, ())}
    before |= {n for tool in (*held, *before) for n in advice.of_tools.get(tool, ())}
    degrees = _degrees(profile, person.unlearnt)
    before |= {g for s in path.steps if degrees & set(s.unless) for g in s.gives}
    likely = tuple(n for n in path.needs if n in before and n not in met)
    done = {s for s in path.steps if f"{role}.{s.id}" in person.done}
    before |= {given for step in done for given in step.gives}
    brought = {*met, *held, *before}
    lacks = tuple(n for n in path.needs if n not in met and n not in before)
    refused = set(DEGREES) if _refuses_study(profile) else set()
    spared = [s for s in path.steps if _is_spared(s, brought, degrees, refused)]
    out = {s for s in path.steps if f"{role}.{s.id}" in person.out} | done
    left = [s for s in path.steps if s not in spared and s not in out][:MOST_STEPS]
    steps = tuple(_fitted(step, brought, hours) for step in left)
    has = tuple(dict.fromkeys(by for by in served.values() if by is not None))
    texts = tuple(step.text for step in spared)
    named = bool(has or likely) or _names_any(profile, path.needs, advice)
    return Way(role, has, likely, lacks, steps, texts, named, hours)


def _fitted(step: Step, brought: Collection[str], hours: int) -> NextStep:
    """Return a step for some hours a week, shorter by what its walker has of it."""
    open_ = tuple(one for one in step.gives if one not in brought)
    share = len(open_) / len(step.gives) if step.gives else 1.0
    weeks = weeks_at(max(1, round(step.weeks * share)), PLAN_HOURS, hours)
    left = open_ if share < 1.0 else ()
    return NextStep(
        step.text, weeks, step.sources, step.learn, step.id, step.gives, left
    )


def _names_any(profile: Profile, needs: Collection[str], advice: Advice) -> bool:
    """Whether the user spoke well of anything that a role needs."""
    for item in profile:
        trait = advice.traits.get(item.trait)
        keys = trait.entities if trait else ()
        names = {item.trait, *(key.partition(":")[2] for key in keys)}
        if item.polarity > 0 and names & set(needs):
            return True
    return False


def _is_spared(
    step: Step,
    brought: Collection[str],
    degrees: Collection[str],
    refused: Collection[str],
) -> bool:
    """Whether a step teaches nothing that its walker has not, or leads to a degree.

    One that only leads to a degree that is not wanted falls away as well.
    """
    taught = bool(step.gives) and set(step.gives) <= set(brought)
    unwanted = not step.gives and bool(set(step.unless) & set(refused))
    return taught or unwanted or bool(set(step.unless) & set(degrees))


def _refuses_study(profile: Profile) -> bool:
    """Whether the user wants no more of universities."""
    return any(
        item.polarity < 0 and item.means == "dislike" and item.trait in STUDIES
        for item in profile
    )


def _degrees(profile: Profile, unlearnt: Collection[str]) -> set[str]:
    """Return the degrees that the user has or nearly has, and those below them."""
    means = (*HELD, UNDER_WAY)
    held = {i.trait for i in profile if i.polarity > 0 and i.means in means}
    return {below for name in held - set(unlearnt) for below in DEGREES.get(name, ())}


def _held(profile: Profile, advice: Advice, unlearnt: Collection[str]) -> set[str]:
    """Return the tools and skills that the user has, and those that come with them."""
    had = [i for i in profile if i.known or (i.polarity > 0 and i.means in HELD)]
    had = [i for i in had if i.trait not in unlearnt]
    had = [i for i in had if i.means != "know" or i.strength > LITTLE or i.guessed]
    held = {i.trait for i in had}
    for item in had:
        trait = advice.traits.get(item.trait)
        keys = [key.partition(":") for key in (trait.entities if trait else ())]
        knows = item.known or item.means == "know"
        held |= {id_ for kind, _, id_ in keys if knows or kind == TOOL}
    return held | {more for name in held for more in advice.implied.get(name, ())}


def hours_of(profile: Profile) -> int:
    """Return the hours a week that a user named, or those the steps are meant for."""
    for item in profile:
        if item.trait == HOURS:
            return hours_named(item.quote) or PLAN_HOURS
    return PLAN_HOURS
