"""Try out what would change a suggestion, on what is held of the user."""

from collections.abc import Sequence

from advisor.dialogue.turn import Draft
from advisor.recommend.profile import Profile, with_remarks
from advisor.recommend.rank import rank
from advisor.recommend.suggest import Trial, open_to
from advisor.recommend.way import Person
from advisor.text import words
from advisor.understanding.language import phrases_of
from advisor.understanding.reader import Reader


def person_of(draft: Draft) -> Person:
    """Return what is known of what the user brings, beside their likes."""
    lists = draft.voice.catalog.language
    unlearnt = phrases_of(lists["still_to_learn"])
    profile = draft.memory.profile
    to_learn = (i.trait for i in profile if unlearnt.within(words(i.quote)))
    return Person(
        draft.memory.jobs,
        frozenset(to_learn),
        draft.probing.stays,
        frozenset(draft.memory.steps_out),
        frozenset(draft.memory.steps_done),
    )


def trial_of(draft: Draft, reader: Reader) -> Trial:
    """Return what tries out changes of what is held of the user now."""
    catalog = draft.voice.catalog
    claims = (catalog.phrases["claim_like"][0], catalog.phrases["claim_dislike"][0])

    def hear(profile: Profile, says: Sequence[str]) -> Profile:
        for text in says:
            remarks = reader.remarks_of(text, catalog.core)
            profile, _ = with_remarks(profile, remarks, draft.state.turn + 1)
        return profile

    profile, roles = draft.memory.profile, list(catalog.roles)
    stays = draft.probing.stays
    ranked = open_to(profile, rank(profile, roles, catalog.advice), stays=stays)
    return Trial(profile, roles, catalog.advice, hear, claims, ranked, stays)
