"""Rank the roles by a profile: weights add up, tempered, to probabilities.

All roles are equally likely beforehand; what was not spoken of counts for nothing.
"""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from advisor.data.advice import Advice
from advisor.recommend.profile import ANSWERS, Evidence, Profile
from advisor.recommend.weigh import Scale

TEMPER = 0.7
"""Remarks repeat each other in part, so their sum is worth less than its size."""
SMALL = 0.02
FIRM = 0.5
"""An answer of less strength only turns something down."""
MOST = 2
"""So many items at most count of those that one answer tells."""
Order = tuple[tuple[str, float], ...]
"""Roles with their probabilities, the most probable first."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """The roles with their probabilities, the most probable first."""

    order: Order
    counted: int
    """How many items of the profile say anything of a role; those of one answer, such
    as "both", count as two at most, and those of one turned down as one."""

    @property
    def top(self) -> str:
        """Return the most probable role."""
        return self.order[0][0]

    @property
    def second(self) -> str:
        """Return the runner-up."""
        return self.order[1][0]

    def without(self, roles: Collection[str]) -> "Ranked":
        """Return the ranking of the other roles; itself where fewer than two are."""
        left = [(role, share) for role, share in self.order if role not in roles]
        total = sum(share for _, share in left)
        if len(left) < len(("first", "second")) or not total:
            return self
        order = tuple((role, share / total) for role, share in left)
        return replace(self, order=order)

    def probability(self, role: str) -> float:
        """Return a role's probability."""
        return dict(self.order)[role]

    def log_odds(self, role: str) -> float:
        """Return a role's log-odds."""
        p = min(max(self.probability(role), 1e-12), 1 - 1e-12)
        return math.log(p / (1 - p))


def rank(profile: Profile, roles: Sequence[str], advice: Advice) -> Ranked:
    """Return the roles ranked by a profile; ties in the order of the roles.

    The order of the profile's items makes no difference.
    """
    items = sorted(profile, key=lambda e: (e.trait, e.polarity, e.strength))
    spoken = _spoken(items, roles, Scale.of(profile, advice))
    telling = [
        item
        for item, told in zip(items, spoken, strict=True)
        if any(abs(weight) > SMALL for weight in told)
    ]
    return Ranked(_shared(_summed(spoken, roles), roles), _counted(telling))


def _counted(items: Sequence[Evidence]) -> int:
    """Return how many items were said, those that one answer tells not all counted."""
    answers: dict[int, list[Evidence]] = {}
    for item in items:
        if item.means in ANSWERS:
            answers.setdefault(item.turn, []).append(item)
    firm = {
        turn: any(e.strength >= FIRM for e in told) for turn, told in answers.items()
    }
    told = (min(len(told), MOST if firm[turn] else 1) for turn, told in answers.items())
    return sum(item.means not in ANSWERS for item in items) + sum(told)


def orders_with(
    profile: Profile, added: Iterable[Evidence], roles: Sequence[str], advice: Advice
) -> list[Order]:
    """Return the order of the roles for a profile and one more item, for each of some.

    Each added item is taken to stand in words of its own: it takes nothing from what
    others tell.
    """
    scale = Scale.of(profile, advice)
    sums = _summed(_spoken(profile, roles, scale), roles)
    return [
        _shared([a + b for a, b in zip(sums, told, strict=True)], roles)
        for told in _spoken(added, roles, scale)
    ]


def _spoken(
    items: Iterable[Evidence], roles: Sequence[str], scale: Scale
) -> list[list[float]]:
    """Return for each item by how much it speaks for each role."""
    return [scale.weights(item, roles) for item in items]


def _summed(spoken: Sequence[Sequence[float]], roles: Sequence[str]) -> list[float]:
    """Return for each role the sum of what speaks for it, in any order the same."""
    return [math.fsum(told) for told in zip(*spoken, strict=True)] or [
        0.0 for _ in roles
    ]


def _shared(sums: Sequence[float], roles: Sequence[str]) -> Order:
    """Return the roles' probabilities from the sums of their weights, best first."""
    top = max(sums)
    powers = [math.exp(TEMPER * (value - top)) for value in sums]
    total = math.fsum(powers)
    shares = [(role, power / total) for role, power in zip(roles, powers, strict=True)]
    return tuple(sorted(shares, key=lambda pair: -pair[1]))
