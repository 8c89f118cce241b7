"""Rule roles out of what is suggested, let them in again, and say what comes then."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.dialogue.library import Library
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.dialogue.ways import role_name
from advisor.dialogue.wishes import SUGGEST
from advisor.recommend.profile import GOAL, shunned, with_remarks
from advisor.recommend.rank import rank
from advisor.recommend.suggest import TOO_LITTLE, open_to, status_of
from advisor.text import tokens, words
from advisor.understanding.focus import Focus
from advisor.understanding.frames import Frame
from advisor.understanding.mentions import Mention, find
from advisor.understanding.reader import Reader, is_long
from advisor.understanding.remarks import Remark
from advisor.understanding.ruling import Ruled, Scene, ruled_in

RULED = "ruled"
"""The intent of a line that rules a role out, or lets one in again."""
BESIDE = ("ask", "compare")
FEWEST = 2
"""So many roles must be left to be weighed against each other."""


def listen(text: str, state: State, library: Library, reader: Reader) -> Ruled | None:
    """Return what a line rules out of what is suggested, if it does."""
    if is_long(text):
        return None

    def names(said: str) -> Sequence[Mention]:
        return find(tokens(said), reader.lexicon)

    lists = library.catalog.language
    ruled = ruled_in(text, library.turns, lists, names, _scene(state))
    if ruled is None or state.asked is not None:
        return ruled
    answers = (*lists["answer_yes"], *lists["answer_no"])
    mere = all(word in answers for word in words(ruled.rest))
    return replace(ruled, rest="") if mere else ruled


def _scene(state: State) -> Scene:
    """Return what a line may rule out, by what was told before."""
    frames = state.last.frames if state.last is not None else ()
    told = state.probing.told
    fresh = any(f.act == "recommend" or f.intent == RULED for f in frames)
    ruled = [role for f in frames if f.intent == RULED for role in f.roles]
    beside = {r for f in frames if f.act in BESIDE for r in f.roles}
    out = shunned(state.memory.profile)
    pointed = tuple(ruled[-1:]) or ((told,) if told and fresh else ())
    return Scene(
        given=state.probing.offered or _only_tells(state),
        told=told,
        pointed=pointed,
        compared=frozenset(beside if len(beside) > 1 else ()),
        out=out,
    )


def _only_tells(state: State) -> bool:
    """Whether somebody told of themselves so far, and asked about no role."""
    return bool(state.memory.profile) and not state.memory.focus.roles


def take(draft: Draft, ruled: Ruled) -> None:
    """Hold what a line rules out or lets in, say so, and what that leads to."""
    before = shunned(draft.memory.profile)
    held = hold(draft, ruled)
    if not draft.reading.asks:  # what is said besides is of the job, or of others
        draft.frames = [f for f in draft.frames if f.act != "out_of_scope"]
    draft.frames = [*draft.frames, _frame(draft, (*ruled.out, *ruled.back))]
    if held and draft.probing.given:
        _go_on(draft, ruled, moved=before != shunned(draft.memory.profile))


def hold(draft: Draft, ruled: Ruled) -> bool:
    """Hold what a line rules out or lets in, and say so; False where it cannot be."""
    before = shunned(draft.memory.profile)
    kept = len(draft.voice.catalog.roles) - len(before | set(ruled.out))
    if ruled.out and kept < FEWEST:
        draft.answer.say("ruled_out_all")
        return False
    remarks = [
        Remark(f"{GOAL}{role}", sign, 1.0, "goal", ruled.quote, corrects=True)
        for roles, sign in ((ruled.out, -1), (ruled.back, 0))
        for role in roles
    ]
    remarks += _grounds(draft, ruled)
    turn = draft.state.turn + 1
    profile, _ = with_remarks(draft.memory.profile, remarks, turn)
    back = {f"{GOAL}{role}" for role in ruled.back}
    profile = tuple(item for item in profile if item.trait not in back)
    draft.memory = replace(draft.memory, profile=profile)
    _say(draft, ruled, before)
    return True


def _grounds(draft: Draft, ruled: Ruled) -> list[Remark]:
    """Return what is disliked in the grounds for ruling a job out; no likings."""
    focus = Focus((), (), draft.voice.catalog.core)
    read = [r for said in ruled.grounds for r in draft.reader.read(said, focus).remarks]
    return [r for r in read if r.polarity < 0 and not r.guessed]


def _frame(draft: Draft, roles: tuple[str, ...]) -> Frame:
    return Frame("tell", roles, (), RULED, 1.0, draft.reading.text)


def _say(draft: Draft, ruled: Ruled, before: frozenset[str]) -> None:
    """Say what is out now, or in again."""
    for key, roles in (("ruled_out", ruled.out), ("ruled_in", ruled.back)):
        again = bool(roles) and key == "ruled_out" and before.issuperset(roles)
        names = [role_name(draft, role) for role in roles]
        if names:
            says = "ruled_out_before" if again else key
            draft.answer.say(says, roles=draft.voice.listed(names))


def _go_on(draft: Draft, ruled: Ruled, *, moved: bool) -> None:
    """Say which role comes first now; let the line ask for it where it is another."""
    catalog, told = draft.voice.catalog, draft.probing.told
    profile = draft.memory.profile
    whole = rank(profile, list(catalog.roles), catalog.advice)
    ranked = open_to(profile, whole, stays=draft.probing.stays)
    asks = ruled.asks_next or (bool(ruled.out) and moved and ranked.top != told)
    asks = asks and not any(f.act == "recommend" for f in draft.frames)
    argued = draft.talk is not None and bool(draft.talk.argued)
    if asks and not argued and status_of(ranked) != TOO_LITTLE:
        text = draft.reading.text
        draft.frames = [*draft.frames, Frame("recommend", (), (), SUGGEST, 1.0, text)]
    elif ranked.top != told:
        key = "ruled_next" if told in ruled.out else "ruled_first"
        draft.answer.say(key, role=role_name(draft, ranked.top))
        draft.probing = replace(draft.probing, told=ranked.top)
    else:
        draft.answer.say("ruled_stays", role=role_name(draft, ranked.top))
