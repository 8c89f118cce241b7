"""Say which remarks moved a role, and by how much: each is tried without."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.data.advice import Advice
from advisor.recommend.profile import GOAL, WORK, Evidence, Profile
from advisor.recommend.rank import Ranked, rank
from advisor.recommend.weigh import Scale

NOTICED = 0.005
"""Shares that move by less are not worth a word."""
SPEAKS = 0.05
"""By so much, in log-odds, something speaks for a role at least, or against it."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What came, went or changed between two rankings, and what it did to a role."""

    item: Evidence
    """What was said; of what was taken off, what it was."""
    off: bool
    """Whether it was taken off."""
    effect: float
    """By how much the role's share would differ without it."""
    own: float
    """By how much it speaks for the role itself, in log-odds."""


@dataclass(frozen=True, slots=True)
class Move:
    """How a role moved from one ranking to another."""

    role: str
    was: Ranked
    now: Ranked
    causes: tuple[Cause, ...]
    """The most telling first, in the direction that the role moved."""

    @property
    def by(self) -> float:
        """Return by how much the role's share rose."""
        return self.now.probability(self.role) - self.was.probability(self.role)

    @property
    def only_beside(self) -> bool:
        """Whether nothing spoke for or against the role itself: the others moved."""
        up = self.by > 0
        own = (cause.own if up else -cause.own for cause in self.causes)
        return bool(self.causes) and not any(weight > SPEAKS for weight in own)

    @property
    def others(self) -> tuple[str, ...]:
        """Return the two roles that moved most the other way."""
        up = self.by > 0
        change = {
            role: (self.was.probability(role) - share) * (1 if up else -1)
            for role, share in self.now.order
            if role != self.role
        }
        most = sorted(change, key=lambda role: (-change[role], role))[:2]
        return tuple(role for role in most if change[role] > NOTICED)


def move_of(
    role: str, before: Profile, after: Profile, roles: Sequence[str], advice: Advice
) -> Move:
    """Return how a role moved between two profiles, and what moved it."""
    was, now = (rank(profile, roles, advice) for profile in (before, after))
    share = now.probability(role)
    up = share >= was.probability(role)
    causes = []
    for old, new in changes(before, after):
        without = rank(_without(after, old, new), roles, advice)
        effect = share - without.probability(role)
        own = _speaks(new, role, after, advice) - _speaks(old, role, before, advice)
        item = new or old
        if item is not None:
            causes.append(Cause(item, new is None, effect, own))
    told = [c for c in causes if (c.effect if up else -c.effect) > NOTICED]
    told.sort(key=lambda cause: (-abs(cause.effect), cause.item.trait))
    return Move(role, was, now, tuple(told))


def changes(
    before: Profile, after: Profile
) -> list[tuple[Evidence | None, Evidence | None]]:
    """Return what differs between two profiles: (what was held, what is held now)."""
    old, new = _by_trait(before), _by_trait(after)
    pairs = [(old.get(trait), new.get(trait)) for trait in (*new, *old)]
    return [
        (one, two)
        for one, two in dict.fromkeys(pairs)
        if one is None or two is None or _weight(one) != _weight(two)
    ]


def _by_trait(profile: Profile) -> Mapping[str, Evidence]:
    weighing = (i for i in profile if not i.trait.startswith((GOAL, WORK)))
    return {item.trait: item for item in weighing}


def _weight(item: Evidence) -> tuple[int, float, bool]:
    return item.polarity, item.strength, item.means == "lack"


def _without(after: Profile, old: Evidence | None, new: Evidence | None) -> Profile:
    """Return a profile as if one change had not been made."""
    rest = tuple(item for item in after if item != new)
    return rest if old is None else (*rest, old)


def _speaks(
    item: Evidence | None, role: str, profile: Profile, advice: Advice
) -> float:
    return 0.0 if item is None else Scale.of(profile, advice).weight(item, role)


def standing(role: str, profile: Profile, roles: Sequence[str], advice: Advice) -> Move:
    """Return how a role came to stand where it stands, from nothing said."""
    return move_of(role, (), profile, roles, advice)
