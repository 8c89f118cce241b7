"""What each item of a profile speaks for, in log-odds."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from advisor.data.advice import JUDGED_MOST, Advice, Trait
from advisor.recommend.profile import ANSWERS, KNOW, Evidence, Profile
from advisor.understanding.remarks import UNDER_WAY

PLAIN = 0.7
"""Strength of a plain statement. A measured weight is that of a tick in a survey, which
knows no degrees: a plain statement has all of it, a hedged one less, none more."""
OVERTONE = 0.3
"""What a judged trait counts that is heard in the same words as a measured activity,
or as the one measured tool that it is done with: it says the same again, in part."""
LISTING = (",", ";", "/", "&", "+", " and ", " or ")
"""Where one of these stands, words may list things of equal weight."""
DEALBREAKER = 1.5
DEALBREAKING = 0.75
"""Strength of a dislike from which it can break a deal."""
LACKING = 0.3
"""What a lack counts of a dislike: what one does not know one may yet enjoy."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The weights, as they count for the items of one profile."""

    advice: Advice
    activities: frozenset[tuple[str, int]]
    """Words and turn of the remarks that tell of a measured activity."""
    tools: frozenset[tuple[str, int]]
    """The same of those that tell which one measured tool somebody uses."""

    @classmethod
    def of(cls, profile: Profile, advice: Advice) -> "Scale":
        """Return the scale for a profile."""
        traits = advice.traits
        used = Counter(
            (item.quote, item.turn)
            for item in profile
            if item.trait in traits
            and _is_use(item)
            and _is_measured(item, traits[item.trait])
            and not traits[item.trait].activity
        )
        single = (place for place, count in used.items() if count == 1)
        one = frozenset(place for place in single if not _lists(place[0]))
        told = frozenset(
            (item.quote, item.turn)
            for item in profile
            if item.polarity
            and item.trait in traits
            and traits[item.trait].activity
            and not (item.guessed and (item.quote, item.turn) in one)
        )
        return cls(advice, told, one)

    def weight(self, item: Evidence, role: str) -> float:
        """Return by how much an item speaks for a role."""
        return self.weights(item, (role,))[0]

    def weights(self, item: Evidence, roles: Sequence[str]) -> list[float]:
        """Return by how much an item speaks for each role."""
        trait = self.advice.traits.get(item.trait)
        if trait is None or item.polarity == 0 or item.means == UNDER_WAY:
            return [0.0] * len(roles)
        by_role = trait.like if item.polarity > 0 else trait.dislike
        share = self._share(item, trait)
        if item.polarity > 0:
            return [share * by_role.get(role, 0.0) for role in roles]
        if item.means == "lack":
            part = 1.0 if trait.lacked else LACKING
            return [share * by_role.get(role, 0.0) * part for role in roles]
        broken = JUDGED_MOST if _is_measured(item, trait) else DEALBREAKER
        breaking = trait.dealbreaker if _is_firm(item) else ()
        return [
            share * by_role.get(role, 0.0) - (broken if role in breaking else 0.0)
            for role in roles
        ]

    def _share(self, item: Evidence, trait: Trait) -> float:
        """Return which part of a weight an item has."""
        done_with = item.guessed and (item.quote, item.turn) in self.tools
        if _is_measured(item, trait):
            whole = min(1.0, item.strength / PLAIN)
            return whole * OVERTONE if trait.activity and done_with else whole
        beside = any(
            turn == item.turn and (quote in item.quote or item.quote in quote)
            for quote, turn in self.activities
        )
        beside |= _is_use(item) and (item.quote, item.turn) in self.tools
        return item.strength * (OVERTONE if beside else 1.0)


def _is_use(item: Evidence) -> bool:
    """Whether an item tells that something is done or used, not that it is liked."""
    return item.polarity > 0 and (item.means == KNOW or item.guessed)


def _lists(quote: str) -> bool:
    return any(sign in quote for sign in LISTING)


def is_measured(item: Evidence, advice: Advice) -> bool:
    """Whether what an item speaks for was measured, not judged."""
    trait = advice.traits.get(item.trait)
    return trait is not None and _is_measured(item, trait)


def _is_measured(item: Evidence, trait: Trait) -> bool:
    return ("like" if item.polarity > 0 else "dislike") in trait.measured


def breaks_deal(item: Evidence, role: str, advice: Advice) -> bool:
    """Whether an item is a firm dislike of something that a role cannot avoid."""
    trait = advice.traits.get(item.trait)
    return trait is not None and _is_firm(item) and role in trait.dealbreaker


def _is_firm(item: Evidence) -> bool:
    """Whether an item is a dislike that can break a deal."""
    dislike = item.polarity < 0 and item.means not in ("lack", *ANSWERS)
    return dislike and item.strength >= DEALBREAKING
