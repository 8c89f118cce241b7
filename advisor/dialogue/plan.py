"""The plan for a role that is named or chosen: "give me the steps to data scientist".

Whoever names a role, or said that it is their goal, gets the steps to that one, with
what they have left out, whichever role the sums put first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.data.topics import WAY_IN
from advisor.dialogue.describe import KNOWN
from advisor.dialogue.pace import PACE
from advisor.dialogue.turn import Draft
from advisor.dialogue.ways import (
    role_name,
    say_length,
    say_more,
    say_needs,
    say_projects,
    say_step,
    say_way,
    way_here,
)
from advisor.dialogue.wishes import STEPS, asks_for_plan, is_of_one_step
from advisor.recommend.profile import GOAL
from advisor.text import tokens, words
from advisor.understanding.arguing import WHY
from advisor.understanding.frames import Frame
from advisor.understanding.language import phrases_of
from advisor.understanding.patterns import Patterns
from advisor.understanding.remarks import Remark

PLAN = "plan_whole"
FIRST = "plan_first"
RULES = (PLAN, FIRST)
"""The rules that read a wish for a plan."""
OF_THE_WAY = ("steps", "weeks", "first", "skip")
"""Moves that ask of a suggestion what is asked here of a role."""
QUESTIONS = ("ask", "compare")
TOOLS = ("tool", "skill", "method")
WISHES = (WHY,)
"""Rules that read other wishes, which stand beside one for a plan."""
SURE, FIRM = 0.8, 0.8
"""How sure such a reading is, and from when on another topic stays as it was read."""
SPARED = 0.7
"""How well something is known that is to be left out of a plan."""
MOST = 2
"""So many roles may be asked about at once."""
BEFORE = 3
"""Within how many words before a role it is turned down."""
LENGTH = f".{WAY_IN}.length"
"""How the ids of snippets end that tell how long a way is."""


def hear(draft: Draft) -> None:
    """Read what asks for steps or weeks as a wish for the plan of the role it is on."""
    if draft.reading.length or any(f.act == "crisis" for f in draft.frames):
        return
    roles = roles_meant(draft)
    if not roles or not _has_paths(draft, roles):
        return
    frames = [_planned(draft, frame, roles) for frame in draft.frames]
    if not any(frame.intent in RULES for frame in frames):
        frames = _of_line(draft, roles)
    if not any(frame.intent in RULES for frame in frames):
        return
    draft.frames = _once(frames)
    spared = [_spared(draft, remark) for remark in draft.reading.remarks]
    remarks = tuple(r for r in spared if not (r.guessed or _is_wish(draft, r)))
    draft.reading = replace(draft.reading, choices=(), remarks=remarks)


def _is_wish(draft: Draft, remark: Remark) -> bool:
    """Whether a remark was only read from words that ask for a plan, not of oneself."""
    lists = draft.voice.catalog.language
    said = words(remark.quote)
    known = remark.means == KNOWN
    asks = not known and asks_for_plan(said, lists, named=True)
    return asks and not _is_own(said, lists)


def _is_own(said: Sequence[str], lists: Mapping[str, Sequence[str]]) -> bool:
    return not set(lists["first_person"]).isdisjoint(said)


def _spared(draft: Draft, remark: Remark) -> Remark:
    """Return what is to be left out of a plan as known: "take Docker out"."""
    out = phrases_of(draft.voice.catalog.language["left_out_of_plan"])
    known = draft.voice.catalog.entities
    tool = any(f"{kind}:{remark.trait}" in known for kind in TOOLS)
    if not tool or remark.polarity > 0 or not out.within(words(remark.quote)):
        return remark
    return replace(remark, polarity=1, means=KNOWN, strength=SPARED)


def _planned(draft: Draft, frame: Frame, roles: tuple[str, ...]) -> Frame:
    """Return a question on the way to a role as one for its plan."""
    if frame.act not in ("ask", "recommend") or frame.intent == PACE:
        return frame
    said = words(frame.text)
    on_way = frame.move in OF_THE_WAY or (WAY_IN in frame.topics and not frame.move)
    plain = asks_for_plan(said, draft.voice.catalog.language, named=bool(_named(draft)))
    if _is_of_suggestion(draft, frame, roles):
        long = phrases_of(draft.voice.catalog.language["how_long"]).within(said)
        return replace(frame, move=STEPS) if plain and not long else frame
    elsewhere = not on_way and frame.confidence >= FIRM
    if not (plain or on_way) or elsewhere:
        return frame
    rule = PLAN if plain else _rule(draft, said)
    if rule is None and frame.move in OF_THE_WAY:
        rule = FIRST if is_of_one_step(draft) else PLAN
    if rule is None:
        return frame
    topics = (WAY_IN,)
    sure = min(frame.confidence, SURE)
    asked = replace(frame, act="ask", roles=roles, topics=topics, move=None)
    return replace(asked, intent=rule, confidence=sure)


def _is_of_suggestion(draft: Draft, frame: Frame, roles: tuple[str, ...]) -> bool:
    """Whether a question is on the steps of the suggestion that was given."""
    given = draft.probing.given and roles == (draft.probing.told,)
    return given and frame.move in OF_THE_WAY


def _of_line(draft: Draft, roles: tuple[str, ...]) -> list[Frame]:
    """Return frames with the wish for a plan that a line holds as a whole, if so."""
    said = words(draft.reading.text)
    frames = draft.frames
    asks = any(frame.act in QUESTIONS for frame in frames)
    rule = (
        PLAN
        if asks_for_plan(said, draft.voice.catalog.language, named=bool(_named(draft)))
        else None
    )
    if rule is None and not asks:
        rule = _rule(draft, said)
    of_suggestion = any(_is_of_suggestion(draft, frame, roles) for frame in frames)
    outside = any(frame.act == "out_of_scope" for frame in frames)
    if rule is None or of_suggestion or (outside and not _named(draft)):
        return frames
    kept = [f for f in frames if f.act in ("tell", *QUESTIONS) or f.intent in WISHES]
    asked = Frame("ask", roles, (WAY_IN,), rule, SURE, draft.reading.text)
    return [*kept, asked]


def _rule(draft: Draft, said: Sequence[str]) -> str | None:
    """Return which rule reads words on the way to a role as a wish for a plan."""
    lists = draft.voice.catalog.language
    if phrases_of(lists["how_long"]).within(said):
        return PLAN
    starts = next(Patterns.of(lists["asks_start"], lists).find(said), None)
    return FIRST if starts is not None and draft.memory.profile else None


def _has_paths(draft: Draft, roles: Sequence[str]) -> bool:
    paths = draft.voice.catalog.advice.paths
    return all(role in paths and paths[role].steps for role in roles)


def _once(frames: Sequence[Frame]) -> list[Frame]:
    """Return frames with one wish for the plan of each role, which answers the rest."""
    planned = {frame.roles for frame in frames if frame.intent in RULES}
    kept: list[Frame] = []
    for frame in frames:
        plan = frame.intent in RULES
        twice = plan and any(f.intent == frame.intent for f in kept)
        vague = not plan and frame.topics == (WAY_IN,) and frame.roles in planned
        if not (vague or (twice and frame.roles in [f.roles for f in kept])):
            kept.append(frame)
    return kept


def roles_meant(draft: Draft) -> tuple[str, ...]:
    """Return the roles whose plan is meant: named, spoken of, chosen or suggested."""
    named = _named(draft)
    if named:
        return named[-MOST:]
    pointed = [m.role for m in draft.reading.mentions if m.role and m.pointed]
    if pointed and pointed[-1]:
        return (pointed[-1],)
    last = draft.state.last.frames if draft.state.last is not None else ()
    planned = [f.roles for f in last if f.intent in RULES]
    if planned:
        return planned[-1]
    told = draft.probing.told
    if told and any(f.act == "recommend" for f in last):
        return (told,)
    spoken_of = draft.memory.focus.roles[:1]
    if _points(draft) and any(f.roles == spoken_of for f in last):
        return spoken_of
    goals = [
        (item.trait.removeprefix(GOAL),)
        for item in draft.memory.profile
        if item.trait.startswith(GOAL) and item.polarity > 0
    ]
    return [(told,) if told else spoken_of, *goals][-1]


def _points(draft: Draft) -> bool:
    """Whether a line points at what was spoken of: "how long to train for that"."""
    pronouns = draft.voice.catalog.language["pronouns"]
    return not set(pronouns).isdisjoint(words(draft.reading.text))


def _named(draft: Draft) -> tuple[str, ...]:
    """Return the roles that a line names and does not turn down, in order."""
    lists = draft.voice.catalog.language
    refusing = {*lists["negators"], *lists["turned_down_by"]}
    said = [token.text for token in tokens(draft.reading.text)]
    kept: dict[str, None] = {}
    for mention in draft.reading.mentions:
        if mention.role is None or mention.pointed:
            continue
        before = said[max(0, mention.first - BEFORE) : mention.first]
        kept.pop(mention.role, None)
        if refusing.isdisjoint(before):
            kept[mention.role] = None
    return tuple(kept)


def is_one(draft: Draft) -> bool:
    """Whether the line asks for a plan, beside which no sums are told."""
    return any(frame.intent in RULES for frame in draft.frames)


def answer_plan(draft: Draft, frame: Frame) -> None:
    """Add the steps to the roles asked about, or the first of them."""
    for role in frame.roles:
        way = way_here(draft, role)
        path = draft.voice.catalog.advice.paths[role]
        _note_length(draft, role)
        if frame.intent == FIRST and way.steps:
            step = say_step(draft, way.steps[0], whole=True)
            draft.answer.say("first_step", role=role_name(draft, role), text=step)
            continue
        asks_length = phrases_of(draft.voice.catalog.language["how_long"])
        lead = asks_length.within(words(draft.reading.text))
        if lead:
            say_length(draft, way)
        say_needs(draft, way)
        whole = role == draft.probing.told and draft.probing.given
        say_way(draft, way, "plan_steps", whole=whole, total=not lead)
        if way.steps and not whole:
            say_more(draft, path)
        else:
            say_projects(draft, path)


def _note_length(draft: Draft, role: str) -> None:
    """Note that the answer rests on what is held of the length of the way."""
    for snippet in draft.answer.library.pool((role,), WAY_IN):
        if snippet.id.endswith(LENGTH) and snippet not in draft.answer.used:
            draft.answer.used.append(snippet)
