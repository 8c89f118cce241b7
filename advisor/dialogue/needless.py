"""Tell which questions about the user need not be put any more."""

from collections.abc import Collection, Sequence

from advisor.data.advice import Probe, ProbeChoice
from advisor.recommend.profile import Profile, shunned

DISLIKE = "dislike"


def needless(probes: Sequence[Probe], profile: Profile) -> tuple[str, ...]:
    """Return the ids of the questions that a plain word has answered already.

    Who has said that they want no nights, or do not mind them, is not asked to choose
    between a turn at night and work that can wait.
    """
    settled = {
        item.trait
        for item in profile
        if not item.guessed
        and (item.polarity == 0 or (item.polarity < 0 and item.means == DISLIKE))
    }
    return tuple(
        probe.id
        for probe in probes
        if any(_turns_on(choice, settled, profile) for choice in probe.choices)
    )


def _turns_on(choice: ProbeChoice, settled: Collection[str], profile: Profile) -> bool:
    """Whether a choice turns on something settled, or is only of jobs ruled out."""
    main = choice.traits[0].trait if choice.traits else ""
    out = bool(choice.roles) and len(ruled_out(choice.roles, profile)) == len(
        choice.roles
    )
    return main in settled or out


def ruled_out(roles: Collection[str], profile: Profile) -> tuple[str, ...]:
    """Return those of some roles that the user does not want to have."""
    out = shunned(profile)
    return tuple(role for role in roles if role in out)
