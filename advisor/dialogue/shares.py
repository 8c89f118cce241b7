"""Tell shares of the ranking, and what the survey found that they rest on."""

from collections.abc import Iterator

from advisor.data.model import Snippet
from advisor.dialogue.own_job import roles_told
from advisor.dialogue.turn import Draft
from advisor.recommend.rank import rank

PAIR = 2


def percent(draft: Draft, share: float) -> str:
    """Return a share of the ranking as it is told, and note that one was."""
    draft.tells_shares = True
    return draft.voice.say("percent", count=str(round(100 * share)))


def say_basis_of_shares(draft: Draft) -> None:
    """Say what the survey found of the first roles, where only shares were told.

    What was told already is only pointed to. Prefers what sets the first two apart in
    the survey that the weights come from to what it says of the first.
    """
    if not draft.tells_shares or draft.answer.used:
        return
    candidates = list(_candidates(draft))
    told = (s for s in candidates if s.id in draft.state.said)
    found = next(told, None) or next(iter(candidates), None)
    if found is None:
        return
    text = draft.answer.use(found)
    if found.id in draft.state.said:
        marks = draft.answer.cite.marks(found.sources)
        draft.answer.say("shares_rest_as_before", marks=marks)
    else:
        draft.answer.say("shares_rest_on", text=text)


def _candidates(draft: Draft) -> Iterator[Snippet]:
    catalog = draft.voice.catalog
    roles = roles_told(draft, draft.memory.profile)
    order = rank(draft.memory.profile, roles, catalog.advice).order
    first = [role for role, _ in order[:PAIR]]
    source = catalog.advice.weight_source
    surveyed = [s for s in catalog.snippets.values() if source in s.sources]
    plain = [s for s in surveyed if not s.positions and len(s.roles) <= PAIR]
    yield from (s for s in plain if set(first) <= set(s.roles))
    yield from (s for s in plain if first[0] in s.roles)
