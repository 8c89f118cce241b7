"""Tell shares of the ranking, and what the survey found that they rest on."""

from collections.abc import Iterator

from advisor.data.model import Snippet
from advisor.data.topics import OVERVIEW
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
    the survey that the weights come from, then what it says of the first, then what the
    first is.
    """
    if not draft.tells_shares or draft.answer.used:
        return
    found = next(_candidates(draft), None)
    if found is None:
        return
    text = draft.answer.use(found)
    if found.id in draft.state.said:
        marks = draft.answer.cite.marks(found.sources)
        draft.answer.say("shares_rest_as_before", marks=marks)
    else:
        draft.answer.say("shares_rest_on", text=text)


def _candidates(draft: Draft) -> Iterator[Snippet]:
    catalog, library = draft.voice.catalog, draft.answer.library
    ranked = rank(draft.memory.profile, list(catalog.roles), catalog.advice)
    first = [role for role, _ in ranked.order[:PAIR]]
    source = catalog.advice.weight_source
    both = [s for s in library.pool(first, OVERVIEW) if set(first) <= set(s.roles)]
    own = list(library.pool(first[:1], OVERVIEW))
    plain = [s for s in (*both, *own) if not s.positions]
    yield from (s for s in plain if source in s.sources)
    yield from plain
