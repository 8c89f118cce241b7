"""Rank the roles by a profile: weights add up, tempered, to probabilities.

All roles are equally likely beforehand; what was not spoken of counts for nothing.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from advisor.data.advice import Advice
from advisor.recommend.profile import Profile
from advisor.recommend.weigh import Scale

TEMPER = 0.7
"""Remarks repeat each other in part, so their sum is worth less than its size."""
SMALL = 0.02


@dataclass(frozen=True, slots=True)
class Ranked:
    """The roles with their probabilities, the most probable first."""

    order: tuple[tuple[str, float], ...]
    counted: int
    """How many items of the profile say anything of a role."""

    @property
    def top(self) -> str:
        """Return the most probable role."""
        return self.order[0][0]

    @property
    def second(self) -> str:
        """Return the runner-up."""
        return self.order[1][0]

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
    scale = Scale.of(profile, advice)
    sums = {
        role: TEMPER * math.fsum(scale.weight(item, role) for item in items)
        for role in roles
    }
    top = max(sums.values())
    powers = {role: math.exp(value - top) for role, value in sums.items()}
    total = math.fsum(powers.values())
    order = sorted(
        ((role, power / total) for role, power in powers.items()),
        key=lambda pair: -pair[1],
    )
    counted = sum(
        any(abs(scale.weight(item, role)) > SMALL for role in roles) for item in items
    )
    return Ranked(tuple(order), counted)
