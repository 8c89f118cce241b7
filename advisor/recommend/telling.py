"""Whether what is told points anywhere: dislikes alone only rule out."""

from collections.abc import Sequence

from advisor.data.advice import Advice
from advisor.recommend.profile import Profile
from advisor.recommend.rank import SMALL
from advisor.recommend.weigh import Scale


def only_dislikes(profile: Profile, roles: Sequence[str], advice: Advice) -> bool:
    """Return whether all that counts is what somebody would rather not do, or lacks."""
    scale = Scale.of(profile, advice)
    counting = [
        item
        for item in profile
        if any(abs(weight) > SMALL for weight in scale.weights(item, roles))
    ]
    return bool(counting) and all(item.polarity < 0 for item in counting)
