"""Answer an argument with the ranking: what moved it, and why a role is not first."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from advisor.data.topics import FIT
from advisor.dialogue import weighed
from advisor.dialogue.describe import told_as
from advisor.dialogue.library import Library
from advisor.dialogue.own_job import roles_told
from advisor.dialogue.passages import reason_line
from advisor.dialogue.reply import Items
from advisor.dialogue.shares import percent
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.dialogue.ways import role_name
from advisor.dialogue.whynot import say_between
from advisor.recommend.moved import NOTICED, SPEAKS, Cause, Move, move_of, standing
from advisor.recommend.profile import Profile
from advisor.recommend.rank import rank
from advisor.recommend.suggest import LEAST, deciding, open_to
from advisor.text import clean, tokens, words
from advisor.understanding.arguing import (
    ITEM,
    WEIGHED,
    WHY,
    Argued,
    Argument,
    Scene,
    argued_in,
)
from advisor.understanding.frames import Frame
from advisor.understanding.mentions import Mention, find
from advisor.understanding.reader import Reader, is_long
from advisor.understanding.talking import Talk

ARGUED = "argued"
"""What the program is asked to do by an argument that is not a mere "why"."""
BESIDE = ("out_of_scope", "social", "meta")
"""What the rest of a line may be read as that needs no answer beside an argument."""
SURE = 0.8
"""How sure such a reading is."""
SHARES = "share"
"""The slot that holds the shares that a line names."""
MOST_CAUSES = 3
MOST_STOOD = 6
"""So many rankings are kept, to tell what moved between them."""


def listen(text: str, state: State, library: Library, reader: Reader) -> Argued | None:
    """Return what a line argues with the ranking, if it does."""
    if state.turn == 0 or is_long(text) or not state.memory.profile:
        return None

    def names(said: str) -> Sequence[Mention]:
        return find(tokens(said), reader.lexicon)

    given = state.probing.given

    def noted(said: str) -> bool:
        found = weighed.named(said, state, library, reader)
        return bool(found or weighed.origins_in(said, state, library, found))

    scene = Scene(
        moved=bool(state.stood),
        known=given or state.probing.offered,
        given=given,
        noted=noted,
        thing=lambda said: bool(weighed.unheld(said, state, library, reader)),
    )
    lists = library.catalog.language
    return argued_in(clean(text), library.turns, lists, names, scene)


def _frame(one: Argument) -> Frame:
    shares = tuple(str(share) for share in one.shares)
    slots = {SHARES: shares} if shares else {}
    why = Frame("recommend", one.roles, (), one.kind, SURE, one.text, slots)
    return why if one.kind == WHY else replace(why, act="meta", move=ARGUED)


def spoken_of(state: State, heard: Talk | None) -> State:
    """Return the state in which the rest of a line is read.

    "Why not X? And how long would that take" is on X.
    """
    whys = [a for a in heard.argued if a.kind == WHY] if heard else []
    if not whys or not whys[-1].roles:
        return state
    focus = state.memory.focus.about(whys[-1].roles[:1], (), None, None)
    return replace(state, memory=replace(state.memory, focus=focus))


def add(draft: Draft) -> None:
    """Let what a line argues count as understood, with what else it says."""
    if draft.talk is None or not draft.talk.argued:
        return
    kept = [f for f in draft.frames if f.act not in BESIDE]
    if any(one.kind == ITEM for one in draft.talk.argued):
        kept = weighed.beside(draft, kept)
    draft.frames = [*kept, *(_frame(one) for one in draft.talk.argued)]
    draft.reading = replace(draft.reading, choices=(), points_nowhere=False)


def stood_after(draft: Draft, told: tuple[Profile, ...]) -> tuple[Profile, ...]:
    """Return the profiles whose ranking was told, with that of this turn."""
    profile = draft.memory.profile
    tells = draft.suggestion is not None or draft.moved or draft.restored
    known = bool(told) and told[-1] == profile
    if not profile or known or not tells or not (told or draft.suggestion):
        return told
    return (*told, profile)[-MOST_STOOD:]


def respond(draft: Draft, frame: Frame) -> None:
    """Say what moved a role, or what of one's words weighed for it."""
    draft.keeps_last = True
    if frame.intent == ITEM:
        weighed.respond(draft, frame)
        return
    if frame.intent == WEIGHED:
        _say_weighed(draft, frame.roles)
        return
    stood = _stood(draft)
    pair = _meant(draft, frame, stood)
    if pair is None:
        _say_unmoved(draft, frame)
        return
    for move in _moves(draft, frame, *pair):
        _say_move(draft, move)
    tops = {_top(draft, profile) for profile in pair}
    if not frame.roles or frame.roles[0] in tops:
        _say_first(draft, *pair)


def _stood(draft: Draft) -> list[Profile]:
    """Return the profiles whose ranking was told, and what was held before the line."""
    now = draft.state.memory.profile
    told = list(draft.state.stood)
    return told if told and told[-1] == now else [*told, now]


def _top(draft: Draft, profile: Profile) -> str:
    catalog = draft.voice.catalog
    whole = rank(profile, list(catalog.roles), catalog.advice)
    return open_to(profile, whole, stays=draft.probing.stays).top


def _share(draft: Draft, profile: Profile, role: str) -> float:
    advice = draft.voice.catalog.advice
    return rank(profile, _roles(draft, role), advice).probability(role)


def _roles(draft: Draft, *asked: str) -> list[str]:
    """Return the roles of the order that was told, or all, where one's own is asked."""
    roles = roles_told(draft, draft.memory.profile)
    own = not set(asked) <= set(roles)
    return list(draft.voice.catalog.roles) if own else roles


def _meant(
    draft: Draft, frame: Frame, stood: Sequence[Profile]
) -> tuple[Profile, Profile] | None:
    """Return the two rankings between which something moved, as a line means them.

    Those with the shares that it names; else those between which its role came first
    or was first no more, or moved at all. The latest of each.
    """
    pairs = list(pairwise(stood))[::-1]
    named = [int(share) for share in frame.slots.get(SHARES, ())]
    role = frame.roles[0] if frame.roles else ""
    for before, after in pairs:
        shares = [round(100 * _share(draft, p, role)) for p in (before, after) if role]
        if role and named and set(named[:2]) <= set(shares):
            return before, after
    for before, after in pairs:
        tops = [_top(draft, before), _top(draft, after)]
        if tops[0] != tops[1] and (role in tops or not role):
            return before, after
    for before, after in pairs:
        roles = [role] if role else [_top(draft, after)]
        moved = (_share(draft, after, r) - _share(draft, before, r) for r in roles)
        if any(abs(by) > NOTICED for by in moved):
            return before, after
    return None


def _moves(draft: Draft, frame: Frame, before: Profile, after: Profile) -> list[Move]:
    """Return how the roles that are meant moved: those named, or the first ones."""
    catalog = draft.voice.catalog
    tops = (_top(draft, before), _top(draft, after))
    meant = list(frame.roles[:1]) or list(dict.fromkeys(tops))
    if frame.roles and tops[0] != tops[1] and frame.roles[0] == tops[0]:
        meant.append(tops[1])
    roles = _roles(draft, *meant)
    return [move_of(r, before, after, roles, catalog.advice) for r in meant]


def _say_move(draft: Draft, move: Move) -> None:
    """Say from where to where a role moved, and what moved it."""
    role = role_name(draft, move.role)
    old, new = (
        percent(draft, ranked.probability(move.role)) for ranked in (move.was, move.now)
    )
    if abs(move.by) < NOTICED or not move.causes:
        draft.answer.say("argue_stays", role=role, share=new)
        return
    draft.answer.head("argue_moved", role=role, old=old, new=new)
    _list_causes(draft, move)


def _list_causes(draft: Draft, move: Move) -> None:
    """List what moved a role most, and whether only the others moved."""
    lines = [_line(draft, move, cause) for cause in move.causes[:MOST_CAUSES]]
    if lines:
        draft.answer.blocks.append(Items(tuple(dict.fromkeys(lines))))
    _say_only_beside(draft, move)


def _say_only_beside(draft: Draft, move: Move) -> None:
    """Say so where a role moved only because others did."""
    if not move.only_beside or not move.others:
        return
    others = draft.voice.listed([role_name(draft, other) for other in move.others])
    key = "argue_only_rose" if move.by > 0 else "argue_only_fell"
    draft.answer.say(key, role=role_name(draft, move.role), others=others)


def _line(draft: Draft, move: Move, cause: Cause) -> str:
    """Say what one remark did to a role."""
    role = role_name(draft, move.role)
    up = cause.effect > 0
    speaks = cause.own > SPEAKS if up else cause.own < -SPEAKS
    key = {
        (True, True): "argue_for",
        (True, False): "argue_beside_for",
        (False, True): "argue_against",
        (False, False): "argue_beside_against",
    }[up, speaks]
    what = reason_line(draft, cause.item)
    if cause.off:
        what = draft.voice.say("argue_off", what=what)
    return draft.voice.say(key, what=what, role=role)


def _say_first(draft: Draft, before: Profile, after: Profile) -> None:
    """Say which role took the first place, and whether one change alone did it."""
    was, now = _top(draft, before), _top(draft, after)
    if was == now:
        return
    catalog = draft.voice.catalog
    names = role_name(draft, was), role_name(draft, now)
    draft.answer.say("argue_first", old=names[0], new=names[1])
    roles = _roles(draft, was, now)
    fell = move_of(was, before, after, roles, catalog.advice)
    rose = move_of(now, before, after, roles, catalog.advice)
    for cause in (*fell.causes, *rose.causes):
        rest = tuple(item for item in after if item != cause.item)
        if not cause.off and _top(draft, rest) == was:
            says = told_as(draft, [cause.item])
            draft.answer.say("argue_without", says=says, role=names[0])
            return


def say_changed(draft: Draft, told: str) -> None:
    """Say what put another role in the place of the one that was told last."""
    now = draft.memory.profile
    before = next(
        (p for p in reversed(draft.state.stood) if _top(draft, p) == told), None
    )
    if before is not None:
        _say_first(draft, before, now)


def _say_unmoved(draft: Draft, frame: Frame) -> None:
    """Say where a role stands that did not move, and what it rests on."""
    catalog, profile = draft.voice.catalog, draft.state.memory.profile
    top = _top(draft, profile)
    role = frame.roles[0] if frame.roles else top
    move = standing(role, profile, _roles(draft, role), catalog.advice)
    share = percent(draft, move.now.probability(role))
    name = role_name(draft, role)
    draft.answer.head("argue_unmoved", role=name, share=share)
    _list_causes(draft, move)


def say_fit(draft: Draft, frame: Frame) -> None:
    """Lead a question on whom a job suits with what the user's own words say of it.

    Only where it is asked for oneself, of one job, and enough was said.
    """
    lists, profile = draft.voice.catalog.language, draft.memory.profile
    own = set(lists["asks_for_self"]) & set(words(frame.text))
    if frame.topics != (FIT,) or len(frame.roles) != 1 or not own:
        return
    catalog = draft.voice.catalog
    if rank(profile, list(catalog.roles), catalog.advice).counted >= LEAST:
        _say_weighed(draft, frame.roles)


def _say_weighed(draft: Draft, roles: Sequence[str]) -> None:
    """Say which remarks speak for a role, against another where one is named."""
    catalog, profile = draft.voice.catalog, draft.memory.profile
    role = roles[0]
    others = roles[1:2]
    if not others:
        move = standing(role, profile, _roles(draft, role), catalog.advice)
        _say_standing(draft, move)
        return
    for one, two in ((role, others[0]), (others[0], role)):
        items = deciding(profile, catalog.advice, one, two)
        say_between(draft, items, one, two, first=one == role)


def _say_standing(draft: Draft, move: Move) -> None:
    role = role_name(draft, move.role)
    share = percent(draft, move.now.probability(move.role))
    draft.answer.head("argue_weighed", role=role, share=share)
    _list_causes(draft, move)
