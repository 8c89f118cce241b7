"""Answer what a line says of the conversation itself: denials, complaints, repeats."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.dialogue import (
    argue,
    clash,
    denied,
    describe,
    probing,
    restoring,
    ruling,
    taking_off,
)
from advisor.dialogue.library import Library
from advisor.dialogue.naming import Names
from advisor.dialogue.nearest import offer_readings
from advisor.dialogue.reply import Numbered
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import ABILITY, LIMIT, Evidence, known_alone
from advisor.text import clean, words
from advisor.understanding.focus import Focus
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.judge import FOLLOW_UP
from advisor.understanding.reader import Reader, is_long
from advisor.understanding.talk import talk_of
from advisor.understanding.talking import Notes, Talk

TALK = "talk"
"""The intent of a line that speaks of nothing but the conversation."""
TURNED = {
    "like": "dislike",
    "dislike": "like",
    "know": "lack",
    "lack": "know",
    "neutral": "dislike",
}
FIRM = 0.8
NO = "no"
"""The id of the choice that is a no."""
QUESTIONS = ("ask", "compare", "recommend")


def listen(text: str, state: State, library: Library, reader: Reader) -> Talk | None:
    """Return what a line says of the conversation so far, if it says anything of it."""
    if is_long(text) or reader.distress.speaks_of_it(text, words(text)):
        return None
    off = taking_off.listen(text, state, library.catalog.language)
    rest = text if off is None else off.rest
    ruled = ruling.listen(rest, state, library, reader)
    rest = rest if ruled is None else ruled.rest
    heard = None if state.turn == 0 else _listen(rest, state, library, reader)
    if ruled is None and off is None:
        return heard
    traits = () if off is None else off.traits
    return replace(heard or Talk.plain(rest), ruled=ruled, off=traits)


def _listen(text: str, state: State, library: Library, reader: Reader) -> Talk | None:
    """Return what a line says of what was told, noted or asked before it."""
    profile = state.memory.profile
    told = state.last is not None and bool(state.last.snippets)
    names = Names(library, reader)
    fresh = denied.fresh(state, names)
    lost = restoring.lost(state)
    notes = Notes(
        lost=lambda said: restoring.is_meant(said, lost, names),
        fresh=bool(fresh),
        only=bool(fresh) and not told,
        held=lambda said: bool(names.among(said, profile)),
        just=lambda said: bool(names.among(said, fresh)),
        trait=lambda said: bool(reader.selves.named(said)),
        asks=state.asked is not None and any(c.id == NO for c in state.asked.choices),
    )
    argued = argue.listen(text, state, library, reader)
    rest = text if argued is None else argued.rest
    heard = talk_of(rest, library.turns, library.catalog.language, notes)
    if argued is None:
        return heard
    return replace(heard or Talk.plain(rest), argued=argued.arguments)


def take(draft: Draft) -> None:
    """Do what a line asks of the notes, and own what went wrong."""
    talk = draft.talk
    if talk is None:
        return
    if talk.off:
        taking_off.take(draft, talk.off)
    if talk.ruled is not None:
        ruling.take(draft, talk.ruled)
    if talk.restores:
        restoring.restore(draft, talk.restores)
    if talk.denied or talk.turned:
        _deny(draft, talk)
    if talk.denied or talk.turned or talk.restores:
        draft.frames = [f for f in draft.frames if f.act != "meta"]
    if talk.sets_right:
        remarks = tuple(replace(r, corrects=True) for r in draft.reading.remarks)
        draft.reading = replace(draft.reading, remarks=remarks)
    _ask_again(draft, talk)
    if not talk.argued:
        _own_up(draft, talk)


def _ask_again(draft: Draft, talk: Talk) -> None:
    """Put what was asked of the suggestion again, for the role that was meant."""
    last = draft.state.last
    asked = [f for f in last.frames if f.act in QUESTIONS] if last is not None else []
    if not talk.complains or not asked or asked[-1].move is None:
        return
    meant = asked[-1]
    draft.frames = [
        replace(meant, roles=f.roles, text=f.text)
        if f.act == "ask" and f.intent == FOLLOW_UP and f.roles
        else f
        for f in draft.frames
    ]


def _own_up(draft: Draft, talk: Talk) -> None:
    """Own what a line complains of, let a thread go, and show what is held."""
    asks = any(frame.act in QUESTIONS for frame in draft.frames)
    if draft.frames and (asks or draft.reading.remarks or not talk.complains):
        if talk.complains and not draft.answer.blocks:
            draft.answer.say("heard_before" if _is_held(draft) else "heard_again")
    elif talk.complains and not draft.answer.blocks:
        _own(draft)
    if talk.gives_up and not (asks or talk.profile or talk.sets_right):
        _let_go(draft)
    if talk.profile:
        draft.frames = [_frame(draft, "meta", "profile"), *draft.frames]
    if not draft.frames:
        changed = talk.denied or talk.turned or talk.restores or talk.off
        move = "forget" if changed else "correction"
        draft.frames = [replace(_frame(draft, "meta", move), intent=TALK)]


def take_beside(draft: Draft) -> None:
    """Take off what is denied, or ruled out, in a line that answers a question."""
    if draft.talk is not None and draft.talk.off:
        taking_off.take(draft, draft.talk.off)
    if draft.talk is not None and draft.talk.ruled is not None:
        ruling.hold(draft, draft.talk.ruled)
    if draft.talk is not None and (draft.talk.denied or draft.talk.turned):
        _deny(draft, draft.talk)


def only_owned(draft: Draft) -> bool:
    """Whether nothing was said so far but that the user is right."""
    owned = draft.talk is not None and draft.talk.complains
    return len(draft.answer.blocks) <= int(owned)


def note(draft: Draft) -> None:
    """Let what was understood hold that a note was taken off, too."""
    talk = draft.talk
    if talk is None or not (talk.denied or talk.turned or talk.restores or talk.off):
        return
    if not any(frame.intent == TALK for frame in draft.frames):
        frame = replace(_frame(draft, "meta", "forget"), intent=TALK)
        draft.frames = [frame, *draft.frames]


def _frame(draft: Draft, act: str, move: str) -> Frame:
    return Frame(act, (), (), move, 1.0, draft.reading.text, move=move)


def _deny(draft: Draft, talk: Talk) -> None:
    """Take off, or turn, the notes that a line denies."""
    draft.answered = draft.answered or _asks_which_holds(draft)
    lists = draft.voice.catalog.language
    mine = [r for r in draft.reading.remarks if not denied.on_others(r.quote, lists)]
    draft.reading = replace(draft.reading, remarks=tuple(mine))
    signs = _signs(draft, talk)
    liked = frozenset(signs) if denied.about_liking(talk.denied, lists) else frozenset()
    named, gone = denied.meant(draft, talk, signs, liked)
    signs |= {item.trait: item.polarity for item in gone}
    new = sorted(signs.keys() - set(draft.probing.denied))
    draft.probing = replace(draft.probing, denied=(*draft.probing.denied, *new))
    again = {remark.trait for remark in draft.reading.remarks if not remark.guessed}
    _read_instead(draft, gone, signs)
    if gone:
        known = [i for i in gone if i.trait in liked and i.known]
        _take_off(draft, talk, gone, turn=talk.turned and not again)
        _hold_known(draft, [known_alone(item) for item in known])
    elif named:
        what = draft.voice.listed([describe.describe(draft, item) for item in named])
        draft.answer.say("noted_before", what=what)
    elif not draft.answer.blocks:
        _say_none(draft, talk)


def _hold_known(draft: Draft, known: Sequence[Evidence]) -> None:
    """Go on holding that things are known of which only the liking is denied."""
    if known:
        draft.memory = replace(draft.memory, profile=(*draft.memory.profile, *known))
        draft.answer.say("denied_known", what=describe.in_words(draft, known))


def _take_off(
    draft: Draft, talk: Talk, gone: Sequence[Evidence], *, turn: bool
) -> None:
    """Take notes off, or turn them round, and say so."""
    voice = draft.voice
    kept = tuple(item for item in draft.memory.profile if item not in gone)
    turned = [_turned(draft, i) for i in gone if turn and i.means in TURNED]
    draft.memory = replace(draft.memory, profile=(*kept, *turned))
    names = [describe.trait_name(draft, item.trait) for item in gone]
    off = voice.listed(list(dict.fromkeys(names)))
    if turned:
        held = voice.listed([describe.describe(draft, item) for item in turned])
        draft.answer.say("turned", what=held)
    elif talk.drops:
        for item in gone:
            draft.answer.say("forgotten", quote=item.shown)
    elif talk.asks_source:
        draft.answer.say("denied_source", quote=gone[0].shown, what=off)
    else:
        draft.answer.say("denied", what=off)


def _signs(draft: Draft, talk: Talk) -> dict[str, int]:
    """Return the traits that are denied by name, held or not, each with its sign."""
    return {
        trait: sign
        for said in talk.denied
        for trait, sign in _claimed(draft, said).items()
    }


def _is_held(draft: Draft) -> bool:
    """Whether all that a line says of its speaker is held of them already."""
    held = {(item.trait, item.polarity) for item in draft.state.memory.profile}
    told = {(remark.trait, remark.polarity) for remark in draft.reading.remarks}
    return bool(told) and told <= held


def _claimed(draft: Draft, said: str) -> dict[str, int]:
    """Return what some words would claim of each trait that they name."""
    focus = Focus((), (), draft.voice.catalog.core)
    own = said.lower().startswith(("i ", "i'"))
    read = draft.reader.read(said if own else f"I {said}", focus).remarks
    plain = dict.fromkeys(draft.reader.selves.named(said), 0)
    return plain | {r.trait: r.polarity for r in read if not r.guessed}


def _say_none(draft: Draft, talk: Talk) -> None:
    """Say that nothing was noted; who denies a job, only said whom they mean."""
    names = Names(draft.answer.library, draft.reader)
    if any(names.is_role(said) for said in talk.denied):
        draft.answer.say("heard_again" if talk.rest else "missed")
    elif draft.memory.profile and denied.points_only(talk, names):
        draft.answer.say("denied_which")
        lines = [describe.shown(draft, item) for item in draft.memory.profile]
        draft.answer.blocks.append(Numbered(tuple(lines)))
    else:
        draft.answer.say("denied_nothing")


def _read_instead(
    draft: Draft, gone: Sequence[Evidence], signs: Mapping[str, int]
) -> None:
    """Read the rest of a line without what it denies; "I meant X" tells of X instead.

    What is denied is not noted anew by the very line.
    """
    lists, rest = draft.voice.catalog.language, " ".join(words(draft.reading.text))
    meant = any(rest.startswith(f"{phrase} ") for phrase in lists["meant_instead"])
    old = gone[0] if gone and gone[0].means in TURNED else None
    kept = []
    for remark in draft.reading.remarks:
        sign = signs.get(remark.trait)
        again = remark.guessed or remark.polarity == (sign or 1)
        if sign is not None and again and remark.means not in ABILITY:
            continue
        if meant and old is not None:
            told = replace(remark, polarity=old.polarity, means=old.means)
            kept.append(replace(told, strength=old.strength, guessed=False))
        else:
            kept.append(remark)
    meant_now = denied.instead(draft, gone)
    named = {remark.trait for remark in meant_now}
    kept = [
        remark
        for remark in kept
        if remark.trait not in named
        and not (remark.guessed and any(m.quote in remark.quote for m in meant_now))
    ]
    draft.reading = replace(draft.reading, remarks=(*kept, *meant_now))
    if meant_now and not any(f.act == "tell" for f in draft.frames):
        tells = Frame("tell", (), (), TALK, 1.0, draft.reading.text)
        inside = (f for f in draft.frames if f.act != "out_of_scope")
        draft.frames = [*inside, tells]


def _asks_which_holds(draft: Draft) -> bool:
    asked = draft.state.asked
    return asked is not None and asked.id == clash.CONTRADICTION


def _turned(draft: Draft, item: Evidence) -> Evidence:
    """Return a note the other way round, in the words that turned it."""
    return replace(
        item,
        polarity=-item.polarity or -1,
        means=TURNED[item.means],
        strength=max(item.strength, FIRM),
        quote=draft.reading.text,
        gist="",
        turn=draft.state.turn + 1,
        guessed=False,
    )


def _own(draft: Draft) -> None:
    """Own that something was missed, and put the question back that was not met."""
    draft.frames = [replace(_frame(draft, "meta", "correction"), intent=TALK)]
    draft.keeps_last = True
    asked, lists = _last_asked(draft.state), draft.voice.catalog.language
    repeats = set(words(draft.reading.text)) & set(lists["talk_repeats"])
    again = draft.talk is not None and "?" in draft.talk.rest
    if again or draft.reading.asks:
        draft.answer.say("asked_unmet")
    elif draft.talk is not None and draft.talk.rest:
        forgot = draft.talk.forgot
        draft.answer.say("forgot_unused" if forgot else "restated_unused")
    elif repeats and asked is not None:
        draft.answer.say("repeated")
    elif asked is not None and not offer_readings(draft, asked):
        draft.answer.say("missed_question", quote=asked)
    elif asked is not None:
        return
    else:
        draft.answer.say("missed")


def _last_asked(state: State) -> str | None:
    """Return the user's last question, in their words."""
    frames = state.last.frames if state.last is not None else ()
    asked = [f.text for f in frames if f.act in QUESTIONS or f.text.endswith("?")]
    return asked[-1].strip() if asked else None


def _let_go(draft: Draft) -> None:
    """Drop a thread, as the user wishes."""
    if probing.open_probe(draft) is not None and not draft.frames:
        draft.frames = [_frame(draft, "social", "skip")]
        return
    thanked = any(frame.says == "thanks" for frame in draft.frames)
    if draft.reading.remarks or any(f.act != "social" for f in draft.frames):
        return
    draft.frames = [replace(_frame(draft, "social", "skip"), intent=TALK)]
    draft.answered = True
    draft.answer.say("let_go_thanks" if thanked else "let_go")


def in_their_words(reading: Reading, line: str) -> Reading:
    """Return a reading that quotes the line as it came, where it was put otherwise."""
    line = clean(line)
    frames = tuple(
        f if f.text in line else replace(f, text=line) for f in reading.frames
    )
    remarks = tuple(
        r if r.quote in line or r.means == LIMIT else replace(r, quote=line)
        for r in reading.remarks
    )
    return replace(reading, frames=frames, remarks=remarks)


def empty(text: str) -> Reading:
    """Return the reading of a line that speaks of nothing but the conversation."""
    return Reading(text, ())
