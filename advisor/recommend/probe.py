"""Choose the question whose answer would tell most."""

import math
from collections.abc import Collection, Sequence
from dataclasses import replace

from advisor.data.advice import Advice, Probe
from advisor.recommend.profile import CHOSEN, REFUSED, Evidence, Profile
from advisor.recommend.rank import TEMPER, rank
from advisor.recommend.weigh import Scale

PAIR = 2
ANSWER = 0.8
"""Strength of what a choice says ..."""
TURNED_DOWN = 0.45
"""... and of what turning one down says."""


def as_evidence(
    probe: Probe, chosen: int, quote: str, turn: int, strength: float = ANSWER
) -> Profile:
    """Return what choosing an answer says."""
    choice = probe.choices[chosen]
    return tuple(
        Evidence(
            leaning.trait,
            leaning.polarity,
            strength,
            CHOSEN,
            quote,
            turn,
            choice.text,
        )
        for leaning in choice.traits
    )


def _is_told(probe: Probe, profile: Profile) -> bool:
    """Whether the user has said already what one of the answers says."""
    told = {(item.trait, item.polarity) for item in profile}
    return any(
        choice.traits and {(one.trait, one.polarity) for one in choice.traits} <= told
        for choice in probe.choices
    )


def refused(probe: Probe, at: int, quote: str, turn: int) -> Profile:
    """Return what turning an answer down says.

    Where the other one is its plain contrary, that one is as good as chosen.
    """
    here = {leaning.trait: leaning.polarity for leaning in probe.choices[at].traits}
    for i, other in enumerate(probe.choices):
        contrary = any(
            here.get(leaning.trait) == -leaning.polarity for leaning in other.traits
        )
        if i != at and contrary:
            return as_evidence(probe, i, quote, turn)
    told = as_evidence(probe, at, quote, turn, TURNED_DOWN)
    return tuple(replace(item, polarity=-item.polarity, means=REFUSED) for item in told)


def best_probe(
    profile: Profile,
    roles: Sequence[str],
    advice: Advice,
    asked: Collection[str],
    between: Collection[str] = (),
) -> Probe | None:
    """Return the unasked question with the greatest expected gain of information.

    Args:
        profile: what is held already.
        roles: all roles.
        advice: the questions and weights.
        asked: ids of the questions that were put before.
        between: roles that the user wavers between; only they count, if given, and
            of two, a question that can be answered for either goes first.

    """
    open_probes = [probe for probe in advice.probes if probe.id not in asked]
    open_probes = [p for p in open_probes if not _is_told(p, profile)] or open_probes
    if not open_probes:
        return None
    wanted = [role for role in roles if role in between] or list(roles)
    if len(wanted) == PAIR:
        splitting = [p for p in open_probes if _splits(p, profile, wanted, advice)]
        open_probes = splitting or open_probes
    gains = [_gain(probe, profile, wanted, advice) for probe in open_probes]
    best = max(range(len(gains)), key=lambda i: (gains[i], -i))
    return open_probes[best]


def _splits(
    probe: Probe, profile: Profile, pair: Sequence[str], advice: Advice
) -> bool:
    """Whether some answer would put the one of two roles ahead, and some the other."""
    ahead = {
        rank((*profile, *as_evidence(probe, i, "", 0)), pair, advice).top
        for i in range(len(probe.choices))
    }
    return len(ahead) == len(pair)


def _gain(
    probe: Probe, profile: Profile, roles: Sequence[str], advice: Advice
) -> float:
    """Return by how much an answer is expected to lower the entropy over the roles."""
    prior = dict(rank(profile, roles, advice).order)
    told = [as_evidence(probe, i, "", 0) for i in range(len(probe.choices))]
    answers = [(items, Scale.of(items, advice)) for items in told]
    likelihood = {
        role: _shares(
            [
                TEMPER * sum(scale.weight(item, role) for item in items)
                for items, scale in answers
            ]
        )
        for role in roles
    }
    gain = _entropy(prior.values())
    for i in range(len(answers)):
        joint = [prior[role] * likelihood[role][i] for role in roles]
        total = math.fsum(joint)
        if total > 0:
            gain -= total * _entropy([part / total for part in joint])
    return gain


def _shares(values: Sequence[float]) -> list[float]:
    powers = [math.exp(value) for value in values]
    return [power / sum(powers) for power in powers]


def _entropy(values: Collection[float]) -> float:
    return -math.fsum(p * math.log(p) for p in values if p > 0)
