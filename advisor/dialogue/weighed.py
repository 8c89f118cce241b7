"""Say what one thing that was told does to the ranking: it is tried without.

"Why isn't maths in the reasons?", "you only say that because I love charts", "how does
hating meetings count against it?".
"""

from collections.abc import Sequence

from advisor.dialogue.describe import told_as, trait_name
from advisor.dialogue.library import Library
from advisor.dialogue.naming import Names
from advisor.dialogue.opposing import OWN, own_weight, spoken_for
from advisor.dialogue.reply import Say
from advisor.dialogue.shares import percent
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.dialogue.ways import role_name
from advisor.recommend.moved import SPEAKS
from advisor.recommend.profile import GOAL, WORK, Evidence, Profile
from advisor.recommend.rank import Ranked, rank
from advisor.recommend.suggest import open_to
from advisor.recommend.weigh import is_measured
from advisor.text import tokens, words
from advisor.understanding.frames import Frame
from advisor.understanding.reader import Reader
from advisor.understanding.remarks import Origin

NOTICED = 0.01
"""A share that moves by less has not moved."""
MOST = 3
"""Things that are spoken of at once."""
QUOTED = 2
"""So many words of a remark name it by its quote."""
ASKS = ("ask", "compare")


def named(said: str, state: State, library: Library, reader: Reader) -> list[Evidence]:
    """Return what is noted that some words name, by its name or its quote."""
    said = _bare(said, library)
    profile = [i for i in state.memory.profile if not i.trait.startswith((GOAL, WORK))]
    names = Names(library, reader)
    exact = names.named(said, profile)
    if exact:
        return exact
    stems = library.stems(words(said))
    return [i for i in profile if len(stems & library.stems(words(i.shown))) >= QUOTED]


def _bare(said: str, library: Library) -> str:
    """Return some words without those of any such question."""
    small = library.catalog.language["weighs_words"]
    cut = [token for token in tokens(said) if token.is_word]
    return " ".join(token.raw for token in cut if token.text not in small)


def origins_in(
    said: str, state: State, library: Library, items: Sequence[Evidence]
) -> list[Origin]:
    """Return what some words name of where the user comes from, besides some notes."""
    known = {stem for i in items for stem in library.stems(words(i.shown))}
    stems = library.stems(words(_bare(said, library))) - known
    return [o for o in state.memory.origins if stems & library.stems(words(o.text))]


def unheld(said: str, state: State, library: Library, reader: Reader) -> list[str]:
    """Return what some words name that could be noted, and is not."""
    held = {item.trait for item in state.memory.profile}
    named_ = reader.selves.named(_bare(said, library))
    return [trait for trait in named_ if trait not in held]


def beside(draft: Draft, frames: Sequence[Frame]) -> list[Frame]:
    """Return what is asked beside such a question, less what only complains."""
    opens = draft.voice.catalog.language["question_words"]
    return [
        frame
        for frame in frames
        if frame.act == "tell"
        or (
            frame.act in ASKS
            and (frame.text.endswith("?") or words(frame.text)[:1][0] in opens)
        )
    ]


def respond(draft: Draft, frame: Frame) -> None:
    """Say of each thing that is named what it does to the role that is meant."""
    library, reader = draft.answer.library, draft.reader
    state, text = draft.state, frame.text
    ranked = _ranked(draft, draft.memory.profile)
    role = frame.roles[0] if frame.roles else ranked.top
    held = draft.memory.profile
    items = [i for i in named(text, state, library, reader) if i in held]
    _say_stand(draft, ranked, role)
    for origin in origins_in(text, state, library, items)[:1]:
        draft.answer.say("item_origin", what=origin.text)
    for item in items[:MOST]:
        say_item(draft, item, ranked, role)
    if items:
        _say_basis(draft, items[:MOST])
    for trait in [] if items else unheld(text, state, library, reader)[:1]:
        draft.answer.say("item_none", trait=trait_name(draft, trait))


def _ranked(draft: Draft, profile: Profile) -> Ranked:
    catalog = draft.voice.catalog
    whole = rank(profile, list(catalog.roles), catalog.advice)
    return open_to(profile, whole, stays=draft.probing.stays)


def _say_stand(draft: Draft, ranked: Ranked, role: str) -> None:
    """Say where the role stands that is meant, and the one before or behind it."""
    other = ranked.second if role == ranked.top else ranked.top
    known = {name for name, _ in ranked.order}
    if role in known:
        draft.answer.say(
            "item_stand",
            role=role_name(draft, role),
            share=percent(draft, ranked.probability(role)),
            second=role_name(draft, other),
            other=percent(draft, ranked.probability(other)),
        )


def say_item(draft: Draft, item: Evidence, ranked: Ranked, role: str) -> None:
    """Say what one thing does: the share with it and without, and who is first then."""
    catalog = draft.voice.catalog
    rest = tuple(other for other in draft.memory.profile if other != item)
    without = rank(rest, list(catalog.roles), catalog.advice)
    whole = rank(draft.memory.profile, list(catalog.roles), catalog.advice)
    new, old = whole.probability(role), without.probability(role)
    own = own_weight(draft, item, role)
    others = spoken_for(draft, item, (role,))
    key = _key(new - old, own, named=bool(others))
    says = [
        draft.voice.say(
            "item_held",
            says=told_as(draft, [item]),
            trait=trait_name(draft, item.trait),
        ),
        draft.voice.say(
            key,
            role=role_name(draft, role),
            new=percent(draft, new),
            old=percent(draft, old),
            others=draft.voice.plurals(others),
        ),
    ]
    if role == ranked.top:
        first = _ranked(draft, rest).top
        same = "item_still" if first == role else "item_first"
        says.append(draft.voice.say(same, role=role_name(draft, first)))
    draft.answer.blocks.append(Say(" ".join(says)))


def _key(by: float, own: float, *, named: bool) -> str:
    """Return the phrase for what a thing does to a role's share."""
    if abs(by) < NOTICED:
        return "item_even" if named else "item_nothing"
    if by > 0:
        return "item_for" if own > SPEAKS else "item_beside_for"
    if own <= -OWN or not named:
        return "item_against"
    return "item_beside_against"


def _say_basis(draft: Draft, items: Sequence[Evidence]) -> None:
    """Say whether the weights of some things were measured, or are judgement."""
    advice = draft.voice.catalog.advice
    measured = [item for item in items if is_measured(item, advice)]
    judged = [item for item in items if item not in measured]
    if measured and advice.weight_source:
        marks = draft.answer.cite.marks((advice.weight_source,))
        draft.answer.say("item_measured", what=_names(draft, measured), marks=marks)
    if judged:
        draft.answer.say("item_judged", what=_names(draft, judged))


def _names(draft: Draft, items: Sequence[Evidence]) -> str:
    names = dict.fromkeys(trait_name(draft, item.trait) for item in items)
    return draft.voice.listed(list(names))
