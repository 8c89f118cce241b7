"""Too little for a suggestion yet: how it leans so far, and one question.

Two remarks, or dislikes alone, rule out more than they point to.
"""

from dataclasses import replace

from advisor.dialogue.passages import say_because
from advisor.dialogue.probing import put_probe
from advisor.dialogue.reply import Ranking, Say
from advisor.dialogue.turn import Draft
from advisor.dialogue.ways import role_name
from advisor.recommend.suggest import LEANS, Suggestion
from advisor.recommend.telling import only_dislikes, things_told

SHOWN = 4
"""Roles whose shares are drawn ..."""
PAIR = 2
"""... and told."""


def is_thin(draft: Draft) -> bool:
    """Return whether too little was told for a path, and that was not said yet."""
    if draft.probing.given:
        return False
    catalog, profile = draft.voice.catalog, draft.memory.profile
    told = things_told(profile, list(catalog.roles), catalog.advice)
    return told < LEANS or _only_dislikes(draft)


def _only_dislikes(draft: Draft) -> bool:
    catalog = draft.voice.catalog
    return only_dislikes(draft.memory.profile, list(catalog.roles), catalog.advice)


def say_leaning(draft: Draft, suggestion: Suggestion) -> None:
    """Say how it leans so far and by what, and put the question that tells most."""
    ranked, voice = suggestion.ranked, draft.voice
    draft.probing = replace(draft.probing, given=True)
    key = "thin_level" if suggestion.status == "tie" else "thin_leans"
    key = "thin_dislikes" if _only_dislikes(draft) else key
    order = ranked.order[:SHOWN]
    names = tuple(role_name(draft, role) for role, _ in order)
    shares = tuple(share for _, share in order)
    told = [voice.say("percent", count=str(round(100 * s))) for s in shares[:PAIR]]
    says = voice.say(key, role=names[0], share=told[0], second=names[1], other=told[1])
    shown = (*told, *("" for _ in shares[PAIR:]))
    draft.answer.blocks.append(Ranking(Say(says), names, shares, shown))
    say_because(draft, suggestion)
    draft.answer.say("thin_more")
    if draft.asked is None:
        put_probe(draft, between=(ranked.top, ranked.second))
