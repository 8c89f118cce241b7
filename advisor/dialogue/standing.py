"""What is known of the user in a few words, and how near a suggestion is."""

from advisor.data.model import Catalog
from advisor.dialogue.describe import named_trait
from advisor.dialogue.probing import ENOUGH
from advisor.dialogue.state import State
from advisor.dialogue.voice import Voice
from advisor.recommend.rank import rank
from advisor.recommend.suggest import LEAST, status_of
from advisor.recommend.telling import only_dislikes


def standing(catalog: Catalog, state: State) -> tuple[tuple[str, ...], int]:
    """Return names of what is noted, in the order said, and how many things miss.

    Where the user comes from leads them, and counts for no suggestion.
    None misses from where a suggestion is offered, nor once one was given.
    """
    voice = Voice(catalog, {})
    profile = state.memory.profile
    come_from = [origin.text for origin in state.memory.origins]
    names = dict.fromkeys(
        voice.say("toolbar_not", trait=named_trait(catalog, item.trait))
        if item.polarity < 0
        else named_trait(catalog, item.trait)
        for item in profile
    )
    ranked = rank(profile, list(catalog.roles), catalog.advice)
    enough = LEAST if state.probing.given else max(LEAST, ENOUGH)
    missing = max(0, enough - ranked.counted)
    roles, given = list(catalog.roles), state.probing.given
    thin = not given and only_dislikes(profile, roles, catalog.advice)
    if not missing and (thin or status_of(ranked) == "too_little"):
        missing = 1
    return (*dict.fromkeys(come_from), *names), missing
