"""How much alike jobs are in what people in them do."""

import math
from collections.abc import Sequence

from advisor.data.advice import Advice, Trait


def alike(role: str, others: Sequence[str], advice: Advice) -> tuple[str, ...]:
    """Return other roles, the one that is most like a role first.

    Two roles are alike where people in both do the same: the roles are compared by the
    cosine of the angle between the weights of what was asked as an activity, or of all
    traits where nothing was. Ties keep the given order.
    """
    traits = list(advice.traits.values())
    asked = [trait for trait in traits if trait.activity] or traits
    own = _weights(role, asked)
    near = {other: _cosine(own, _weights(other, asked)) for other in others}
    return tuple(sorted(others, key=lambda other: -near[other]))


def _weights(role: str, traits: Sequence[Trait]) -> list[float]:
    return [trait.like.get(role, 0.0) for trait in traits]


def _cosine(one: Sequence[float], other: Sequence[float]) -> float:
    length = math.hypot(*one) * math.hypot(*other)
    return math.fsum(a * b for a, b in zip(one, other, strict=True)) / (length or 1.0)
