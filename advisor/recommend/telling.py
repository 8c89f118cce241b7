"""Whether what is told points anywhere: dislikes alone only rule out."""

from collections.abc import Sequence

from advisor.data.advice import Advice
from advisor.recommend.profile import ANSWERS, Profile
from advisor.recommend.rank import SMALL
from advisor.recommend.weigh import Scale


def things_told(profile: Profile, roles: Sequence[str], advice: Advice) -> int:
    """Return how many things were told that count; an answer is one of them."""
    said = _counting(profile, roles, advice)
    answers = {item.turn for item in said if item.means in ANSWERS}
    return sum(item.means not in ANSWERS for item in said) + len(answers)


def only_dislikes(profile: Profile, roles: Sequence[str], advice: Advice) -> bool:
    """Return whether all that counts is what somebody would rather not do, or lacks."""
    said = _counting(profile, roles, advice)
    return bool(said) and all(item.polarity < 0 for item in said)


def _counting(profile: Profile, roles: Sequence[str], advice: Advice) -> Profile:
    """Return the items that say anything of a role."""
    scale = Scale.of(profile, advice)
    return tuple(
        item
        for item in profile
        if any(abs(weight) > SMALL for weight in scale.weights(item, roles))
    )
