"""Tell which notes a denial means: those named in or beside it, or the fresh ones."""

import re
from collections.abc import Mapping, Sequence

from advisor.dialogue.naming import Names
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import ABILITY, ANSWERS, Evidence
from advisor.text import words
from advisor.understanding.language import phrases_of
from advisor.understanding.remarks import Remark
from advisor.understanding.talking import Talk

LIKED = "like"
PARTS = re.compile(r"[,.;!?\n]")


def fresh(state: State, names: Names) -> list[Evidence]:
    """Return what the reply before noted, or said that it held."""
    profile = state.memory.profile
    noted = [item for item in profile if item.turn == state.turn]
    frames = state.last.frames if state.last is not None else ()
    if noted or not frames or any(frame.act != "tell" for frame in frames):
        return noted
    return [i for frame in frames for i in names.among(frame.text, profile)]


def meant(
    draft: Draft, talk: Talk, signs: Mapping[str, int], liked: frozenset[str]
) -> tuple[list[Evidence], list[Evidence]]:
    """Return the notes that a line names, and those of them that it denies.

    Where it only points, what stands beside is meant, else what was noted just before;
    never what was noted further back. What the line says again itself is not meant.

    Args:
        draft: the turn.
        talk: what the line says of the conversation.
        signs: what it denies by name: trait -> sign.
        liked: traits of which it denies that they are liked, not that they are known.

    """
    profile = draft.memory.profile
    names = Names(draft.answer.library, draft.reader)
    named: list[Evidence] = []
    found: list[Evidence] = []
    pointed = False
    for said in talk.denied:
        items = [] if names.points(said) else names.among(said, profile)
        pointed |= not items and (talk.turned or names.points(said))
        named += items
        found += [i for i in items if i.polarity * signs.get(i.trait, 0) >= 0]
    found = [i for i in found if i.trait not in liked or i.means not in ABILITY]
    if pointed and not named:
        found += _pointed_at(draft, talk, names)
    return named, list(dict.fromkeys(found))


def _pointed_at(draft: Draft, talk: Talk, names: Names) -> list[Evidence]:
    """Return the notes that "that" or "it" means: named beside it, else the fresh ones.

    Of several fresh ones, those that were guessed.
    """
    told = {(r.trait, r.polarity) for r in draft.reading.remarks if not r.guessed}
    beside = names.named(talk.beside, draft.memory.profile)
    if not beside and _is_on_others(draft, talk):
        return []
    for some in (beside, fresh(draft.state, names)):
        left = [item for item in some if (item.trait, item.polarity) not in told]
        if left:
            guessed = [item for item in left if item.guessed]
            return left if some is beside else guessed or left
    return []


def _is_on_others(draft: Draft, talk: Talk) -> bool:
    """Whether a line says whom something is about that is not held: "that was her"."""
    lists = draft.voice.catalog.language
    on_them = on_others(talk.beside, lists)
    return on_them and bool(draft.reader.selves.named(talk.beside))


def on_others(text: str, lists: Mapping[str, Sequence[str]]) -> bool:
    """Return whether some words name somebody who is not the speaker."""
    others = {*lists["others"], *lists["owners_of_others"]} - set(lists["asked_of"])
    return not others.isdisjoint(words(text))


def points_only(talk: Talk, names: Names) -> bool:
    """Whether a line denies something without naming it."""
    return all(names.points(said) for said in talk.denied)


def instead(draft: Draft, gone: Sequence[Evidence]) -> tuple[Remark, ...]:
    """Return what a line says holds in the place of a denied note: "it was the X"."""
    if not gone or gone[0].means not in (LIKED, *ANSWERS) or gone[0].polarity < 0:
        return ()
    lists = draft.voice.catalog.language
    leads = phrases_of(lists["was_instead"])
    found: dict[str, Remark] = {}
    for part in PARTS.split(draft.reading.text):
        said = [word for word in words(part) if word not in lists["conceding"]]
        length = leads.at(said, 0) if said else 0
        named = draft.reader.selves.named(part) if length else ()
        for trait in named:
            quote = part.strip(" .!?")
            found[trait] = Remark(trait, 1, gone[0].strength, LIKED, quote)
    return tuple(found.values())


def about_liking(said: Sequence[str], lists: Mapping[str, Sequence[str]]) -> bool:
    """Whether some words are of liking a thing, and not of knowing it."""
    spoken = {word for text in said for word in words(text)}
    liking = not spoken.isdisjoint(lists["denied_liking"])
    return liking and spoken.isdisjoint(lists["denied_knowing"])
