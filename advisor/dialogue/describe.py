"""Items of the profile in words: "you like coding", 'you chose "Test what works"'."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.data.model import Catalog
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import (
    ANSWERS,
    CHOSEN,
    GOAL,
    LITTLE,
    OWN_PAY,
    REFUSED,
    WITHOUT,
    WORK,
    Evidence,
    known_alone,
)
from advisor.understanding.remarks import UNDER_WAY

DEGREE = "degree"
"""The trait and the kind of what one has and does not know."""
ALONE = (
    "means_place",
    "means_limit",
    "means_pay",
    "means_elsewhere",
    "means_goal",
    "means_no_goal",
    "means_held",
    "means_doing",
)
"""What is said of one item at a time ..."""
NEGATED = (
    "means_dislike",
    "means_less",
    "means_no_study",
    "means_lack",
    "means_without",
    "means_foreign",
    "means_neutral",
    "means_unwished",
    "means_no_matter",
)
"""... and where several are joined by "or"."""
WISHED = {1: "means_wished", 0: "means_no_matter", -1: "means_unwished"}
"""The same of what a job gives."""
PLACE = "place"
"""The trait of a wish about where to work; it says nothing for or against a role."""
MEANS = {PLACE: "means_place", OWN_PAY: "means_pay"}
"""Traits whose phrase is their own."""
SLIGHT = 0.4
"""A dislike of no more strength only comes behind something else."""
LACK = "lack"
UNHELD = {LACK: "means_without", UNDER_WAY: "means_doing"}
"""How a degree is told that one has not, or not yet."""
KNOWN = "know"
"""What is only known, in a line that lies outside, is a circumstance and no remark."""


def in_words(draft: Draft, items: Sequence[Evidence]) -> str:
    """Return some items as "you like maths and coding and you know SQL"."""
    voice = draft.voice
    special = any(i.trait != DEGREE and _is_held(draft, i) for i in items)
    items = [i for i in items if i.trait != DEGREE or not special]
    items = [one for item in items for one in _with_known(item)]
    means = [(_means(draft, item), item) for item in items]
    parts = []
    for key in dict.fromkeys(key for key, _ in means):
        alike = [item for known, item in means if known == key]
        if key in ALONE:
            parts += [describe(draft, item) for item in alike]
            continue
        word = "or_word" if key in NEGATED else "and_word"
        names = [trait_name(draft, item.trait) for item in alike]
        parts.append(voice.say(key, trait=voice.listed(names, word)))
    return voice.listed(parts)


def describe(draft: Draft, item: Evidence) -> str:
    """Return an item in a few words, such as "you like coding"."""
    if len(_with_known(item)) > 1:
        return in_words(draft, [item])
    key = _means(draft, item)
    if key == "means_held":
        return draft.voice.catalog.entities[f"{DEGREE}:{item.trait}"].held
    if key == "means_place":
        return draft.voice.say(key, quote=item.quote)
    if key == "means_elsewhere":
        place = item.trait.removeprefix(WITHOUT)
        name = draft.voice.catalog.entities[f"{PLACE}:{place}"].name
        return draft.voice.say(key, place=name)
    limit = key in ("means_limit", "means_pay")
    trait = item.quote if limit else trait_name(draft, item.trait)
    return draft.voice.say(key, trait=trait)


def _with_known(item: Evidence) -> tuple[Evidence, ...]:
    """Return an item, behind its being known where it is known and not liked."""
    if not item.known or item.polarity > 0:
        return (item,)
    return known_alone(item), replace(item, known="")


def _means(draft: Draft, item: Evidence) -> str:
    """Return the phrase that says what an item means."""
    if item.trait in MEANS:
        return MEANS[item.trait]
    if item.trait.startswith(WITHOUT):
        return "means_elsewhere"
    if item.trait.startswith(WORK):
        return "means_work"
    if item.trait.startswith(GOAL):
        return "means_goal" if item.polarity > 0 else "means_no_goal"
    if f"{DEGREE}:{item.trait}" in draft.voice.catalog.entities:
        return _means_of_degree(draft, item)
    return _means_of_trait(draft, item)


def _means_of_degree(draft: Draft, item: Evidence) -> str:
    """Return the phrase for a degree or a course: one has it, and does not know it."""
    if _is_held(draft, item):
        return "means_held"
    if item.means in UNHELD:
        return UNHELD[item.means]
    return "means_no_study" if item.polarity < 0 else _plain_means(item)


def _means_of_trait(draft: Draft, item: Evidence) -> str:
    """Return the phrase for what one likes, does or looks for."""
    trait = draft.voice.catalog.advice.traits.get(item.trait)
    if trait is not None and trait.wish and item.means != "limit":
        return WISHED[item.polarity]
    if trait is not None and trait.names and item.means in ("know", "lack"):
        return "means_practice" if item.means == "know" else "means_foreign"
    return _plain_means(item)


def _plain_means(item: Evidence) -> str:
    if item.means == KNOWN and item.strength <= LITTLE and not item.guessed:
        return "means_know_little"
    if item.means in ("limit", "know", "lack"):
        return f"means_{item.means}"
    if item.polarity < 0 and item.strength <= SLIGHT:
        return "means_less"
    return {1: "means_like", 0: "means_neutral", -1: "means_dislike"}[item.polarity]


def _is_held(draft: Draft, item: Evidence) -> bool:
    """Whether an item is a degree or a course that the user has."""
    entity = draft.voice.catalog.entities.get(f"{DEGREE}:{item.trait}")
    return (
        entity is not None
        and bool(entity.held)
        and item.polarity > 0
        and item.means == KNOWN
    )


def told_as(draft: Draft, items: Sequence[Evidence]) -> str:
    """Return what was said, chosen and turned down: 'you chose "Test what works"'."""
    voice, parts = draft.voice, []
    for key in dict.fromkeys(told_key(item) for item in items):
        alike = [item.shown for item in items if told_key(item) == key]
        quotes = [voice.say("quoted", text=text) for text in dict.fromkeys(alike)]
        parts.append(voice.say(key, quotes=voice.listed(quotes)))
    return voice.listed(parts)


def told_key(item: Evidence) -> str:
    """Return the phrase that says how an item was told."""
    keys = {CHOSEN: "told_chosen", REFUSED: "told_refused"}
    return keys.get(item.means, "told_said")


def shown(draft: Draft, item: Evidence) -> str:
    """Return an item as it is listed: in the user's words, and what it means."""
    what = describe(draft, item)
    if item.means in ANSWERS:
        return draft.voice.say("profile_told", says=told_as(draft, [item]), what=what)
    return draft.voice.say("profile_line", quote=item.shown, what=what)


def trait_name(draft: Draft, trait: str) -> str:
    """Return a trait's name as it reads in a sentence."""
    return named_trait(draft.voice.catalog, trait)


def named_trait(catalog: Catalog, trait: str) -> str:
    """Return a trait's name as a catalog has it."""
    for prefix in (GOAL, WORK):
        if trait.startswith(prefix):
            return catalog.roles[trait.removeprefix(prefix)].plural
    known = catalog.advice.traits.get(trait)
    if known is not None:
        return known.name
    for kind in ("tool", "skill", "method", "degree"):
        entity = catalog.entities.get(f"{kind}:{trait}")
        if entity is not None:
            return entity.name
    return trait.replace("_", " ")
