"""What of somebody's words speaks against a job, and what only for others more.

A share falls where other jobs gain, too. Against a job is only what is hardly a part of
it and liked, or a part of it and disliked, by more than a trifle.
"""

from collections.abc import Sequence

from advisor.dialogue.describe import KNOWN
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import Evidence
from advisor.recommend.suggest import Suggestion
from advisor.recommend.weigh import Scale

OWN = 0.2
"""By so much, in log-odds, something speaks against the job itself ..."""
DRAWS = 0.25
"""... and by so much does its job lose where it speaks for others more."""
APART = 0.1
"""By so much a thing sets two jobs apart."""
BEST = 2
"""Jobs that are named for which it speaks most."""


def own_weight(draft: Draft, item: Evidence, role: str) -> float:
    """Return by how much an item speaks for a role itself, in log-odds."""
    advice = draft.voice.catalog.advice
    return Scale.of(draft.memory.profile, advice).weight(item, role)


def opposed(draft: Draft, suggestion: Suggestion) -> list[Evidence]:
    """Return what speaks against the suggested role: never what one can."""
    top = suggestion.ranked.top
    return [
        reason.evidence
        for reason in suggestion.against
        if reason.evidence.means != KNOWN
        and own_weight(draft, reason.evidence, top) <= -OWN
    ]


def drawn_away(draft: Draft, suggestion: Suggestion) -> list[Evidence]:
    """Return what is liked and does not speak against it, but for others much more."""
    against = opposed(draft, suggestion)
    return [
        reason.evidence
        for reason in suggestion.against
        if reason.evidence.means != KNOWN
        and reason.evidence.polarity > 0
        and reason.effect <= -DRAWS
        and reason.evidence not in against
    ]


def telling(
    draft: Draft, items: Sequence[Evidence], ahead: str, behind: str
) -> list[Evidence]:
    """Return those of some things that set two roles apart by more than a trifle."""
    scale = Scale.of(draft.memory.profile, draft.voice.catalog.advice)
    gaps = ((i, scale.weight(i, ahead) - scale.weight(i, behind)) for i in items)
    return [item for item, gap in gaps if gap >= APART]


def spoken_for(draft: Draft, item: Evidence, besides: Sequence[str]) -> list[str]:
    """Return the roles that an item speaks most for, besides some."""
    advice, roles = draft.voice.catalog.advice, list(draft.voice.catalog.roles)
    scale = Scale.of(draft.memory.profile, advice)
    weights = dict(zip(roles, scale.weights(item, roles), strict=True))
    best = sorted(weights, key=lambda role: (-weights[role], role))
    open_ = [role for role in best if role not in besides and weights[role] > 0]
    return open_[:BEST]
