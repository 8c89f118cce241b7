"""Tell which questions about the user need not be put any more."""

from collections.abc import Collection, Sequence

from advisor.data.advice import Probe, ProbeChoice
from advisor.recommend.profile import GOAL, Profile

DISLIKE = "dislike"


def needless(probes: Sequence[Probe], profile: Profile) -> tuple[str, ...]:
    """Return the ids of the questions that a plain dislike has answered already.

    Who has said that they want no nights is not asked to choose between a turn at
    night and work that can wait.
    """
    hated = {
        item.trait
        for item in profile
        if item.polarity < 0 and item.means == DISLIKE and not item.guessed
    }
    return tuple(
        probe.id
        for probe in probes
        if any(_turns_on(choice, hated, profile) for choice in probe.choices)
    )


def _turns_on(choice: ProbeChoice, hated: Collection[str], profile: Profile) -> bool:
    """Whether a choice turns on something disliked, or is only of jobs ruled out."""
    main = choice.traits[0].trait if choice.traits else ""
    out = bool(choice.roles) and len(ruled_out(choice.roles, profile)) == len(
        choice.roles
    )
    return main in hated or out


def ruled_out(roles: Collection[str], profile: Profile) -> tuple[str, ...]:
    """Return those of some roles that the user does not want to have."""
    refused = {item.trait for item in profile if item.polarity < 0}
    return tuple(role for role in roles if f"{GOAL}{role}" in refused)
