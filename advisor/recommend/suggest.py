"""Make a suggestion: which role, how sure, why, what against, what would change it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

from advisor.data.advice import PLAN_HOURS, Advice, Step, Trait, weeks_at
from advisor.recommend.profile import GOAL, WORK, Evidence, Profile
from advisor.recommend.rank import Ranked, orders_with, rank
from advisor.recommend.weigh import Scale
from advisor.understanding.selves import HOURS

TOO_LITTLE = "too_little"
LEAST = 2
"""Items that must count before anything is suggested."""
LEANS = 3
"""Items that must count before roles are taken for those that a user has in mind."""
CLEAR_ITEMS = 4
CLEAR = 0.42
CLEAR_RATIO = 1.8
TIE_RATIO = 1.15
FEEBLE = 0.13
EFFECT = 0.03
TOOL = "tool"
HELD = ("know", "like")
"""What a user may be taken to bring: not what they only chose in a question."""
MOST_CHANGES = 3
MOST_TAKEN_BACK = 3
"""More quotes than these to take back are no small change."""
MOST_STEPS = 6
DEGREES = {"phd": ("phd", "master"), "master": ("master",), "mba": ("master",)}
"""Degree -> what whoever has or nearly has it need not compare."""
STUDIES = ("further_study", "degree", "master", "phd")
"""Traits whose dislike says that no more study is wanted."""
Hear = Callable[[Profile, Sequence[str]], Profile]
"""What reading some utterances makes of a profile, for trying out a claim."""


@dataclass(frozen=True, slots=True)
class Reason:
    """An item of the profile, and what it does for the suggested role."""

    evidence: Evidence
    effect: float
    """By how much the role's log-odds fall when the item is taken away."""


@dataclass(frozen=True, slots=True)
class Change:
    """What would change the suggestion; it was tried before it is said."""

    says: tuple[str, ...]
    unsays: tuple[str, ...]
    then: str
    """The role that would be suggested instead."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """A step on the path, fitted to the user's hours."""

    text: str
    weeks: int
    sources: tuple[str, ...]
    learn: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class Suggestion:
    """All of a suggestion, before it is put into words."""

    status: str
    """clear, leaning, tie or too_little."""
    ranked: Ranked
    because: tuple[Reason, ...]
    against: tuple[Reason, ...]
    between: tuple[Evidence, ...]
    """What separates the role from the runner-up, the most telling first."""
    changes: tuple[Change, ...]
    way: "Way"
    """The way to the role."""
    own: tuple[str, ...]
    """Roles left out, since the user has worked in them and asks what else there is."""
    whole: Ranked
    """The ranking of all roles."""
    nearer: "Way | None" = None
    """A much shorter way, to a role not far behind, where the first is long."""


def status_of(ranked: Ranked) -> str:
    """Return how sure a ranking is: clear, leaning, tie or too_little."""
    first, second = ranked.order[0][1], ranked.order[1][1]
    if ranked.counted < LEAST or first < FEEBLE:
        return TOO_LITTLE
    if first < second * TIE_RATIO:
        return "tie"
    sure = first >= CLEAR and first >= second * CLEAR_RATIO
    return "clear" if sure and ranked.counted >= CLEAR_ITEMS else "leaning"


def suggest(
    profile: Profile,
    roles: Sequence[str],
    advice: Advice,
    hear: Hear,
    claims: tuple[str, str],
    person: "Person | None" = None,
) -> Suggestion:
    """Return the suggestion that a profile leads to.

    Who has worked in a role asks what else there is, unless they would stay.

    Args:
        profile: what is held of the user.
        roles: all roles.
        advice: weights and paths.
        hear: reads utterances into a profile, to try out what would change it.
        claims: how one says that one likes and that one dislikes {trait}.
        person: what is known besides of what the user brings.

    """
    person = person or Person()
    whole = rank(profile, roles, advice)
    ranked = open_to(profile, whole, stays=person.stays)
    left = {role for role, _ in ranked.order}
    own = tuple(role for role, _ in whole.order if role not in left)
    status = status_of(ranked)
    reasons = _reasons(profile, [r for r in roles if r not in own], advice, ranked)
    because = tuple(r for r in reasons if r.effect > EFFECT)
    against = tuple(r for r in reversed(reasons) if r.effect < -EFFECT)
    try_out = Trial(profile, roles, advice, hear, claims, ranked, person.stays)
    way = way_to(profile, ranked.top, advice, person)
    others = [role for role, _ in ranked.order[1:NEAREST]]
    ways = [way_to(profile, role, advice, person) for role in others]
    return Suggestion(
        status,
        ranked,
        because,
        against,
        deciding(profile, advice, ranked.top, ranked.second),
        try_out.changes(because) if status != TOO_LITTLE else (),
        way,
        own,
        whole,
        next((w for w in ways if _is_nearer(w, way)), None),
    )


def _is_nearer(other: Way, way: Way) -> bool:
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


def open_to(profile: Profile, whole: Ranked, *, stays: bool = False) -> Ranked:
    """Return a ranking without the jobs that the user has done, where they are near.

    Who would rather stay in theirs keeps it.
    """
    worked = () if stays else worked_in(profile)
    near = {whole.top, whole.second} & set(worked)
    return whole.without(worked) if near else whole


def leaning_to(
    profile: Profile, roles: Sequence[str], advice: Advice
) -> tuple[str, ...]:
    """Return the two roles that a profile speaks most for; none of a thin one."""
    if not profile:
        return ()
    ranked = rank(profile, roles, advice)
    thin = status_of(ranked) == TOO_LITTLE or ranked.counted < LEANS
    return () if thin else (ranked.top, ranked.second)


def _reasons(
    profile: Profile, roles: Sequence[str], advice: Advice, ranked: Ranked
) -> list[Reason]:
    """Return each item's effect on the first role, by leaving it out."""
    whole = ranked.log_odds(ranked.top)
    found = []
    for item in profile:
        if item.trait.startswith(GOAL):
            continue
        rest = tuple(other for other in profile if other != item)
        without = rank(rest, roles, advice).log_odds(ranked.top)
        found.append(Reason(item, whole - without))
    return sorted(found, key=lambda r: (-r.effect, r.evidence.trait))


def deciding(
    profile: Profile, advice: Advice, ahead: str, behind: str
) -> tuple[Evidence, ...]:
    """Return up to two items that speak most for one role against another."""
    scale = Scale.of(profile, advice)

    def gap(item: Evidence) -> float:
        return scale.weight(item, ahead) - scale.weight(item, behind)

    telling = sorted(profile, key=lambda item: (-gap(item), item.trait))
    return tuple(item for item in telling if gap(item) > EFFECT)[:2]


FACTS = ("know", "lack", "work", "limit")
"""What a remark may mean that nobody would take back: it is so."""
LONG_WAY, MUCH_SHORTER = 320, 0.7
"""From how many hours on a way is long, and what share of it is much shorter."""
NEAREST = 4
"""Among how many of the first roles a word more may change the order."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Tries out what would change a suggestion; fields as for `suggest`."""

    profile: Profile
    roles: Sequence[str]
    advice: Advice
    hear: Hear
    claims: tuple[str, str]
    ranked: Ranked
    stays: bool = False

    def _after(self, profile: Profile) -> Ranked:
        """Return the ranking that another profile leads to."""
        whole = rank(profile, self.roles, self.advice)
        return open_to(profile, whole, stays=self.stays)

    def changes(self, because: Sequence[Reason]) -> tuple[Change, ...]:
        """Return up to three changes that were tried and hold."""
        found: list[Change] = []
        for says in self._single_says():
            self._add(found, says, ())
            if len(found) >= MOST_CHANGES - 1:
                break
        quotes = [r.evidence.quote for r in because if r.evidence.means not in FACTS]
        for count in range(1, min(len(quotes), MOST_TAKEN_BACK) + 1):
            if self._add(found, (), tuple(quotes[:count])):
                break
        if not found:
            for says in combinations(self._likely_says(self.ranked.second), 2):
                if self._add(found, says, tuple(quotes[:MOST_TAKEN_BACK])):
                    break
        return tuple(found[:MOST_CHANGES])

    def towards(self, role: str) -> Change | None:
        """Return what one or two likes would lead to a role, if any of them do."""
        says = self._likely_says(role)
        for some in (*combinations(says, 1), *combinations(says, 2)):
            after = self._after(self.hear(self.profile, some))
            if after.top == role:
                return Change(some, (), role)
        return None

    def _single_says(self) -> list[tuple[str, ...]]:
        """Return one-line claims that by their weights would change the first role."""
        held = {item.trait for item in self.profile}
        claims = [
            (Evidence(trait.id, polarity, 1.0, "like", "", 0), trait)
            for trait in self.advice.traits.values()
            if trait.id not in held and trait.names
            for polarity in (1, -1)
        ]
        added = [item for item, _ in claims]
        open_ = [role for role, _ in self.ranked.order]
        roles = [role for role in self.roles if role in open_]
        orders = orders_with(self.profile, added, roles, self.advice)
        options = []
        for (item, trait), order in zip(claims, orders, strict=True):
            role, share = order[0]
            if role != self.ranked.top and role in open_[:NEAREST]:
                gain = share - dict(order)[self.ranked.top]
                options.append((-gain, trait.id, self._claim(trait, item.polarity)))
        return [(says,) for _, _, says in sorted(options)]

    def _likely_says(self, role: str) -> list[str]:
        """Return what would speak most for a role."""
        traits = [t for t in self.advice.traits.values() if t.names]
        traits.sort(key=lambda t: (-t.like.get(role, 0.0), t.id))
        return [self._claim(trait, 1) for trait in traits[:4]]

    def _claim(self, trait: Trait, polarity: int) -> str:
        return self.claims[0 if polarity > 0 else 1].replace("{trait}", trait.name)

    def _add(
        self, found: list[Change], says: Sequence[str], unsays: Sequence[str]
    ) -> bool:
        """Add a change if, tried out, it really leads to another role."""
        rest = tuple(item for item in self.profile if item.quote not in unsays)
        after = self._after(self.hear(rest, says))
        known = {change.then for change in found if bool(change.says) == bool(says)}
        if after.top == self.ranked.top or after.top in known:
            return False
        found.append(Change(tuple(says), tuple(unsays), after.top))
        return True


def worked_in(profile: Profile) -> tuple[str, ...]:
    """Return the roles that the user said they work or worked in."""
    return tuple(
        item.trait.removeprefix(WORK)
        for item in profile
        if item.trait.startswith(WORK) and item.polarity > 0
    )


def way_to(profile: Profile, role: str, advice: Advice, person: Person) -> Way:
    """Return the way to a role from where the user is."""
    path, hours = advice.paths.get(role), hours_of(profile)
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
    likely = tuple(n for n in path.needs if n in before and n not in met)
    brought = {*met, *likely}
    lacks = tuple(need for need in path.needs if need not in brought)
    degrees = _degrees(profile, person.unlearnt)
    degrees |= set(DEGREES) if _refuses_study(profile) else set()
    spared = [s for s in path.steps if _is_spared(s, brought, degrees)]
    steps = tuple(
        NextStep(s.text, weeks_at(s.weeks, PLAN_HOURS, hours), s.sources, s.learn)
        for s in [s for s in path.steps if s not in spared][:MOST_STEPS]
    )
    has = tuple(dict.fromkeys(by for by in served.values() if by is not None))
    texts = tuple(step.text for step in spared)
    named = bool(has or likely) or _names_any(profile, path.needs, advice)
    return Way(role, has, likely, lacks, steps, texts, named, hours)


def _names_any(profile: Profile, needs: Collection[str], advice: Advice) -> bool:
    """Whether the user spoke well of anything that a role needs."""
    for item in profile:
        trait = advice.traits.get(item.trait)
        keys = trait.entities if trait else ()
        names = {item.trait, *(key.partition(":")[2] for key in keys)}
        if item.polarity > 0 and names & set(needs):
            return True
    return False


def _is_spared(step: Step, brought: Collection[str], degrees: Collection[str]) -> bool:
    """Whether a step teaches nothing that its walker has not."""
    taught = bool(step.gives) and set(step.gives) <= set(brought)
    return taught or bool(set(step.unless) & set(degrees))


def _refuses_study(profile: Profile) -> bool:
    """Whether the user wants no more of universities."""
    return any(
        item.polarity < 0 and item.means == "dislike" and item.trait in STUDIES
        for item in profile
    )


def _degrees(profile: Profile, unlearnt: Collection[str]) -> set[str]:
    """Return the degrees that the user has or nearly has, and those below them."""
    held = {i.trait for i in profile if i.polarity > 0 and i.means in HELD}
    return {below for name in held - set(unlearnt) for below in DEGREES.get(name, ())}


def _held(profile: Profile, advice: Advice, unlearnt: Collection[str]) -> set[str]:
    """Return the tools and skills that the user has, and those that come with them."""
    had = [i for i in profile if i.polarity > 0 and i.means in HELD]
    had = [i for i in had if i.trait not in unlearnt]
    held = {i.trait for i in had}
    for item in had:
        trait = advice.traits.get(item.trait)
        keys = [key.partition(":") for key in (trait.entities if trait else ())]
        held |= {id_ for kind, _, id_ in keys if item.means == "know" or kind == TOOL}
    return held | {more for name in held for more in advice.implied.get(name, ())}


def hours_of(profile: Profile) -> int:
    """Return the hours a week that a user named, or those the steps are meant for."""
    for item in profile:
        if item.trait == HOURS:
            digits = "".join(c for c in item.quote if c.isdigit())
            return max(1, min(int(digits or PLAN_HOURS), 60))
    return PLAN_HOURS
