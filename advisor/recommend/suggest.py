"""Make a suggestion: which role, how sure, why, what against, what would change it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from advisor.data.advice import Advice, Trait
from advisor.recommend.profile import GOAL, Evidence, Profile, shunned, wanted
from advisor.recommend.rank import Ranked, orders_with, rank
from advisor.recommend.way import Person, Way, is_nearer, way_to, worked_in
from advisor.recommend.weigh import Scale

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
MOST_CHANGES = 3
MOST_TAKEN_BACK = 3
"""More quotes than these to take back are no small change."""
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
    way: Way
    """The way to the role."""
    own: tuple[str, ...]
    """Roles left out, since the user has worked in them and asks what else there is."""
    whole: Ranked
    """The ranking of all roles."""
    nearer: Way | None = None
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
    person: Person | None = None,
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
    out = shunned(profile)
    own = tuple(r for r, _ in whole.order if r not in left and r not in out)
    status = status_of(ranked)
    reasons = _reasons(profile, [r for r in roles if r in left], advice, ranked)
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
        next((w for w in ways if is_nearer(w, way)), None),
    )


def open_to(profile: Profile, whole: Ranked, *, stays: bool = False) -> Ranked:
    """Return a ranking without what is ruled out, and without jobs done before.

    The latter only where they are near; who would rather stay in theirs keeps it.
    """
    left = whole.without(shunned(profile))
    worked = () if stays else set(worked_in(profile)) - wanted(profile)
    near = {left.top, left.second} & set(worked)
    return left.without(worked) if near else left


def left_out(
    profile: Profile, roles: Sequence[str], advice: Advice, *, stays: bool = False
) -> tuple[str, ...]:
    """Return the jobs that the user has done and that a suggestion leaves out."""
    if stays or not worked_in(profile):
        return ()
    whole = rank(profile, roles, advice)
    left = {role for role, _ in open_to(profile, whole).order}
    own = set(worked_in(profile)) - shunned(profile)
    return tuple(role for role in roles if role in own and role not in left)


def leaning_to(
    profile: Profile, roles: Sequence[str], advice: Advice, *, stays: bool = False
) -> tuple[str, ...]:
    """Return the two roles that a profile speaks most for; none of a thin one."""
    if not profile:
        return ()
    ranked = open_to(profile, rank(profile, roles, advice), stays=stays)
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


FACTS = ("know", "lack", "work", "limit", "doing")
"""What a remark may mean that nobody would take back: it is so."""
LIKELY = 4
"""How many likings are tried that would speak most for a role."""
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
            self._add_several(found, quotes)
        return tuple(found[:MOST_CHANGES])

    def _add_several(self, found: list[Change], quotes: Sequence[str]) -> None:
        """Add what would have to come together where nothing less changes it."""
        for role in (self.ranked.second, *dict(self.ranked.order)):
            likely = self._likely_says(role)
            for count, back in ((2, MOST_TAKEN_BACK), (LIKELY, None)):
                for says in combinations(likely, count):
                    if self._add(found, says, tuple(quotes[:back])):
                        return

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
        return [self._claim(trait, 1) for trait in traits[:LIKELY]]

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
