"""Get to know the user: take what they say of themselves, and say what was noted."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.dialogue.clash import ask_which_holds, settles_in_words
from advisor.dialogue.describe import KNOWN, LACK, PLACE, in_words, trait_name
from advisor.dialogue.lines import named_in
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import (
    GOAL,
    OWN_PAY,
    WORK,
    Evidence,
    Profile,
    known_alone,
    with_remarks,
)
from advisor.recommend.way import worked_in
from advisor.text import tokens, words
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.hours import HOURS, hours_quoted
from advisor.understanding.language import phrases_of
from advisor.understanding.remarks import LIMIT, UNKNOWN, UNLIKED, WITHDRAWN, Remark

SUPPOSE = "critique_suppose"
"""The intent of a line that only supposes: "what if I hated SQL"."""
STATED = 8
"""Within how many words a statement names its speaker."""
OPENING = 2
"""Within how many words a remark's subject is looked for."""
ASIDE = ("out_of_scope", "meta", "social")
"""Acts beside which only what is said in so many words is taken for a remark."""
STEPS = ("undo", "redo")
LOOKS = ("profile", "sources", "why", "repeat", "shorter", "undo", "redo")
"""Moves of a line that says nothing of its speaker beside."""
MOST_NOTED = 4
REMARK = "self_report"
"""What tells something of its speaker that no intent of the data files shows."""
REFUSAL = 0.9
"""Strength of a dislike that is put as a refusal."""
VERDICT, JUDGED = 3, 16
"""So many words has a mere verdict, and the clause that it judges."""
JOB = "job"
BEING = 4
"""Within how many words before a job its speaker says that it is theirs."""
SURE_OUTSIDE = 0.4
SURE_LOOK = 0.5
"""How sure it is at least that a line only wants to look at what is held."""
SURE_IF_TOLD, SURE_IF_GUESSED = 0.75, 0.5
"""How sure it is that a line tells something that no intent shows."""


def take_remarks(draft: Draft) -> None:
    """Add what the user said of themselves to what is held of them."""
    jobs = own_jobs(draft.reading, draft.voice.catalog.language)
    if jobs:
        every = tuple(dict.fromkeys((*draft.memory.jobs, *jobs)))
        draft.memory = replace(draft.memory, jobs=every)
    _say_unsaid(draft)
    _say_withdrawn(draft)
    _drop_idle_order(draft)
    _drop_undoing(draft)
    frames = draft.frames
    read = (*draft.reading.remarks, *_hours_anew(draft))
    remarks = tuple(r for r in read if not _is_idle_guess(draft, r))
    outside = [f for f in frames if f.act == "out_of_scope"]
    corrects = draft.talk is not None and draft.talk.sets_right
    looks = [
        f
        for f in frames
        if f.act == "meta" and f.move in LOOKS and f.confidence >= SURE_LOOK
    ]
    if looks and not corrects:
        undoes = any(f.move in STEPS for f in looks)
        remarks = () if undoes else _told_apart(draft, remarks)
    if any(f.act == "crisis" or f.move == "forget" for f in frames) or not remarks:
        return
    aside = all(f.act in ASIDE for f in frames)
    sure = all(f.confidence >= SURE_OUTSIDE for f in outside)
    if aside and (not _opens_with_speaker(draft) or (outside and sure)):
        remarks = tuple(remark for remark in remarks if not remark.guessed)
        if not remarks:
            return
    known = all(remark.means == KNOWN for remark in remarks)
    told = any(f.act == "tell" for f in frames)
    if outside and not told and (known or (sure and not _is_statement(draft))):
        return
    remarks = tuple(r for r in remarks if not _is_mere_lack(draft, r))
    before = draft.memory.profile
    turn = draft.state.turn + 1
    remarks = tuple(_in_full(draft, remark) for remark in _firm(draft, remarks))
    profile, clashes = with_remarks(before, remarks, turn)
    draft.memory = replace(draft.memory, profile=profile)
    draft.noted = tuple(_news(i, before) for i in profile if i not in before)
    again = {remark.trait for remark in remarks}
    draft.confirmed = tuple(
        item for item in profile if item in before and item.trait in again
    )
    if not any(f.act in ("ask", "compare", "recommend", "tell") for f in frames):
        text = draft.reading.text
        kept = [f for f in frames if f.act == "meta" and f.move == "correction"]
        guessed = all(remark.guessed for remark in remarks)
        likely = SURE_IF_GUESSED if guessed else SURE_IF_TOLD
        draft.frames = [*kept, Frame("tell", (), (), REMARK, likely, text)]
    else:
        _add_told(draft, remarks)
    if settles_in_words(draft, remarks):
        return
    corrected = any(f.move == "correction" or f.intent == SUPPOSE for f in frames)
    if not (corrected or draft.probing.quiet):
        ask_which_holds(draft, clashes)


def _hours_anew(draft: Draft) -> tuple[Remark, ...]:
    """Return the hours a week that a line puts in the place of others: "make it 5"."""
    text = draft.reading.text
    hours = hours_quoted(text)
    held = any(item.trait == HOURS for item in draft.memory.profile)
    told = any(remark.trait == HOURS for remark in draft.reading.remarks)
    anew = phrases_of(draft.voice.catalog.language["hours_revised"])
    if hours is None or not held or told or not anew.within(words(text)):
        return ()
    return (Remark(HOURS, 1, 1.0, LIMIT, hours[1], corrects=True),)


def _is_idle_guess(draft: Draft, remark: Remark) -> bool:
    """Whether a guess may not count.

    It was denied before, or turns what was said more plainly, or follows a line on a
    life in danger.
    """
    last = draft.state.last
    calm = last is None or all(frame.act != "crisis" for frame in last.frames)
    turns = any(
        item.trait == remark.trait
        and item.polarity == -remark.polarity
        and item.strength > remark.strength
        for item in draft.memory.profile
    )
    denied = remark.trait in draft.probing.denied
    return remark.guessed and (denied or turns or not calm)


def _add_told(draft: Draft, remarks: Sequence[Remark]) -> None:
    """Let what was understood hold a remark that stands beside what is asked.

    "Love SQL btw, so what do they earn": the part before the question tells.
    """
    if any(frame.act == "tell" for frame in draft.frames):
        return
    apart = [r.quote for r in remarks if not r.guessed and _is_apart(r, draft.frames)]
    if apart:
        text = draft.reading.text
        told = Frame("tell", (), (), REMARK, SURE_IF_TOLD, apart[0])
        start = text.find(apart[0])
        at = sum(text.find(frame.text) < start for frame in draft.frames)
        draft.frames = [*draft.frames[:at], told, *draft.frames[at:]]


def _told_apart(draft: Draft, remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    """Return what a line plainly tells in a part of its own."""
    told = [f.text for f in draft.frames if f.act == "tell"]
    return tuple(
        r
        for r in remarks
        if not r.guessed
        and (any(r.quote in text for text in told) or _is_apart(r, draft.frames))
    )


def _drop_undoing(draft: Draft) -> None:
    """Leave undoing where the line says what holds now: "take it back, I like it"."""
    held = {item.trait: item.polarity for item in draft.memory.profile}
    turned = any(
        held.get(r.trait) == -r.polarity
        for r in _told_apart(draft, draft.reading.remarks)
    )
    if turned:
        draft.frames = [f for f in draft.frames if f.move not in STEPS]


def _is_apart(remark: Remark, frames: Sequence[Frame]) -> bool:
    """Whether a remark was made in words that no frame rests on."""
    return not any(remark.quote in f.text or f.text in remark.quote for f in frames)


def _say_unsaid(draft: Draft) -> None:
    """Say what the line took back in the same breath; it undoes nothing else."""
    back, remarks = (UNLIKED, UNKNOWN), draft.reading.remarks
    told = {r.trait for r in remarks if r.means not in back}
    gone = [r for r in remarks if r.means in back and r.trait not in told]
    if not gone:
        return
    undoing = ("undo", "correction", "small_talk")
    kept = [f for f in draft.frames if not {f.move, f.intent} & {*undoing}]
    text = draft.reading.text
    draft.frames = kept or [Frame("tell", (), (), REMARK, SURE_IF_TOLD, text)]
    names = [trait_name(draft, trait) for trait in dict.fromkeys(r.trait for r in gone)]
    draft.answer.say("unsaid", what=draft.voice.listed(names))


def _say_withdrawn(draft: Draft) -> None:
    """Say which job, or which pay, that was held the line says is none."""
    named = {
        r.trait
        for r in draft.reading.remarks
        if r.means == WITHDRAWN and (r.trait == OWN_PAY or r.trait.startswith(WORK))
    }
    gone = [item for item in draft.memory.profile if item.trait in named]
    if gone:
        draft.answer.say("denied", what=in_words(draft, gone))


def _drop_idle_order(draft: Draft) -> None:
    """Drop an order to forget beside a remark, where there is nothing to forget.

    "I don't like it. Remove it" can only mean what is not wanted.
    """
    if not draft.memory.profile and any(f.act == "tell" for f in draft.frames):
        draft.frames = [f for f in draft.frames if f.move != "forget"]


def _news(item: Evidence, before: Profile) -> Evidence:
    """Return what is new of an item: of one that is only known besides, that it is."""
    if not item.known or replace(item, known="") not in before:
        return item
    return known_alone(item)


def _is_mere_lack(draft: Draft, remark: Remark) -> bool:
    """Whether somebody only lacks what a job gives: "no money for courses"."""
    trait = draft.voice.catalog.advice.traits.get(remark.trait)
    return trait is not None and trait.wish and remark.means == LACK


def _firm(draft: Draft, remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    """Return remarks with those that plainly refuse something at full strength."""
    refusing = phrases_of(draft.voice.catalog.language["refusals"])
    return tuple(
        replace(remark, strength=max(remark.strength, REFUSAL))
        if remark.means == "dislike" and refusing.within(words(remark.quote))
        else remark
        for remark in remarks
    )


def _in_full(draft: Draft, remark: Remark) -> Remark:
    """Return a remark of a word or two with the clause that it judges: "Good."."""
    clauses, text = draft.reading.clauses, draft.reading.text
    bare = [clause.strip(" ,;.!") for clause in clauses]
    at = bare.index(remark.quote) if remark.quote in bare else 0
    said, judged = words(remark.quote), words(bare[at - 1])
    if not at or len(said) > VERDICT or len(judged) > JUDGED:
        return remark
    lists = draft.voice.catalog.language
    own = set(said) & set(lists["selves"]) or set(judged) & set(lists["personal"])
    if own or named_in(remark.quote, draft.reading.mentions):
        return remark
    first = text.find(clauses[at - 1])
    last = text.find(remark.quote, first + len(clauses[at - 1]))
    if first < 0 or last < 0:
        return remark
    return replace(remark, quote=text[first : last + len(remark.quote)])


def _opens_with_speaker(draft: Draft) -> bool:
    """Whether a line begins as a remark about its speaker."""
    starts = frozenset(draft.voice.catalog.language["first_person"])
    return bool(starts & set(words(draft.reading.text)[:OPENING]))


def _is_statement(draft: Draft) -> bool:
    """Whether a line is a plain statement of its speaker's: no question, no order."""
    starts = frozenset(draft.voice.catalog.language["first_person"])
    said = words(draft.reading.text)[:STATED]
    return not draft.reading.asks and bool(starts & set(said))


def acknowledge(draft: Draft) -> None:
    """Say in half a sentence what was noted."""
    noted = [
        i for i in draft.noted if not i.trait.startswith(GOAL) and i.trait != PLACE
    ]
    goals = [i for i in draft.noted if i.trait.startswith(GOAL)]
    noted = noted[:MOST_NOTED]
    traits = draft.voice.catalog.advice.traits
    doing = {name for name, trait in traits.items() if trait.names}
    guesses = [i for i in noted if i.guessed and i.trait in doing]
    said = [i for i in noted if i not in guesses]
    if said:
        draft.answer.say("noted", what=in_words(draft, said))
    if guesses:
        draft.answer.say("noted_guess", what=in_words(draft, guesses))
    worked = {f"{GOAL}{role}" for role in worked_in(draft.memory.profile)}
    if any(item.trait in worked and item.polarity > 0 for item in goals):
        draft.answer.say("stays_put")
        goals = [i for i in goals if i.trait not in worked or i.polarity < 0]
    for key, sign in (("noted_goal", 1), ("noted_no_goal", -1)):
        names = [trait_name(draft, i.trait) for i in goals if i.polarity == sign]
        if names:
            draft.answer.say(key, roles=draft.voice.listed(names, "or_word"))


def confirm(draft: Draft) -> None:
    """Say in half a sentence what was held before, and was said again."""
    what = in_words(draft, draft.confirmed[:MOST_NOTED])
    draft.answer.say("noted_before", what=what)


def own_jobs(reading: Reading, lists: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the jobs outside that a line says its speaker does or did."""
    said = [token.text for token in tokens(reading.text)]
    found = []
    for mention in reading.mentions:
        before = said[max(0, mention.first - BEING) : mention.first]
        opens = not [w for w in before if w not in lists["articles"]]
        own = bool(set(before) & set(lists["being_oneself"])) or opens
        denied = set(before) & {*lists["negators"], *lists["becoming"]}
        if mention.kind == JOB and own and not denied and not reading.asks:
            found.append(mention.id)
    return tuple(found)
