"""Whose job a question is about that names none.

The job that its speaker wants or holds, the jobs of a group that is named ("data
people"), those that they lean to; else all ten, where a topic can be put in order.
"""

from dataclasses import replace

from advisor.data.topics import DEMAND, PAY
from advisor.dialogue import special
from advisor.dialogue.answer import NOT_HELD
from advisor.dialogue.pace import PACE
from advisor.dialogue.ranking import BY_PLACE, BY_ROLE
from advisor.dialogue.superlatives import MEASURED, OVER_ALL
from advisor.dialogue.terms import TERM
from advisor.dialogue.turn import Draft
from advisor.dialogue.worry import WORRY
from advisor.recommend.profile import GOAL, WORK
from advisor.text import words
from advisor.understanding.frames import Frame
from advisor.understanding.language import phrases_of

GROUPS = ("data_people", "analyst_people", "database_people", "model_people")
"""Lists of what a group of jobs is called; the jobs are in the list `..._roles`."""
GROWTH = "growth"
"""The measure that demand is told by, where no job is named."""
LEVEL = "level"
ENTRY = "entry"
PLACE = "place"
SPANS = {PLACE, LEVEL}
OF_OWN = "of_own_job"
"""The rule that reads a question on all jobs as one on the speaker's own."""
THERE, LAST = "there", 3
"""Within how many last words "there" means a place."""
APART = (BY_PLACE, PACE, TERM, *special.ANSWERS)
"""Rules that need no job, or know whose it is."""
_PAIR = 2


def frames_of(draft: Draft) -> list[Frame]:
    """Return what was understood, with jobs for questions that name none."""
    return [
        _with_roles(draft, _at_start(draft, _there(draft, frame)))
        for frame in draft.frames
    ]


def _with_roles(draft: Draft, frame: Frame) -> Frame:
    """Return a question with the jobs that it is most likely about."""
    if frame.act != "ask" or frame.move or frame.intent in APART:
        return frame
    group = _group(draft, frame)
    if frame.intent == BY_ROLE:
        return replace(frame, roles=group or frame.roles)
    if frame.intent.startswith(OVER_ALL):
        return frame if frame.roles else _of_own(draft, frame, group or _own(draft))
    roles = group if not set(frame.roles) - set(group) else frame.roles
    roles = roles or _own(draft)
    if not roles and frame.intent == WORRY:
        return frame
    if not roles:
        return frame if draft.answer.leaning else _over_all(draft, frame)
    many = len(roles) > _PAIR and _is_plain_pay(frame)
    intent = BY_ROLE if many else frame.intent
    return replace(frame, roles=roles, intent=intent, by_default=False)


def _of_own(draft: Draft, frame: Frame, roles: tuple[str, ...]) -> Frame:
    """Return a question on all jobs as one on some, where it sets none apart."""
    lists, said = draft.voice.catalog.language, words(frame.text)
    apart = set(lists["superlatives"]) & set(said) or "which" in said
    if not roles or apart or phrases_of(lists["all_of_it"]).within(said):
        return frame
    name = frame.intent.removeprefix(OVER_ALL)
    measures = draft.voice.catalog.measures
    owned = any(m.id == name and m.one for m in measures)
    intent = f"{MEASURED}{name}" if owned else OF_OWN
    return replace(frame, roles=roles, intent=intent, by_default=False)


def _group(draft: Draft, frame: Frame) -> tuple[str, ...]:
    """Return the jobs of a group that a question names: "data people"."""
    lists, said = draft.voice.catalog.language, words(frame.text)
    if any(m.kind == "role" and not m.pointed for m in draft.reading.mentions):
        return ()
    for name in GROUPS:
        if phrases_of(lists[name]).within(said):
            known = draft.voice.catalog.roles
            return tuple(r for r in lists[f"{name}_roles"] if r in known)
    return ()


def _own(draft: Draft) -> tuple[str, ...]:
    """Return the job that the user wants, or else holds or held; the latest."""
    for kind in (GOAL, WORK):
        named = [i.trait for i in draft.memory.profile if i.trait.startswith(kind)]
        liked = [
            item.trait
            for item in draft.memory.profile
            if item.trait in named and item.polarity > 0
        ]
        if liked:
            return (liked[-1].removeprefix(kind),)
    return ()


def _over_all(draft: Draft, frame: Frame) -> Frame:
    """Return a question on pay or demand as one on all jobs in order."""
    if frame.intent.startswith((NOT_HELD, MEASURED)) or len(frame.topics) != 1:
        return frame
    if _is_plain_pay(frame):
        return replace(frame, intent=BY_ROLE)
    measures = {measure.id for measure in draft.voice.catalog.measures}
    if frame.topics == (DEMAND,) and GROWTH in measures:
        return replace(frame, intent=f"{OVER_ALL}{GROWTH}")
    return frame


def _is_plain_pay(frame: Frame) -> bool:
    """Whether a question is on pay, at most for a place and a level."""
    apart = frame.intent.startswith((NOT_HELD, MEASURED))
    return frame.topics == (PAY,) and not apart and not frame.slots.keys() - SPANS


def _there(draft: Draft, frame: Frame) -> Frame:
    """Return a question with the place last spoken of, where it points there."""
    local = set(frame.topics) <= {PAY, DEMAND}
    points = THERE in words(frame.text)[-LAST:]
    if not local or not points or frame.act != "ask":
        return frame
    if frame.slot(PLACE) and not frame.at_home:
        return frame
    places = _spoken_of(draft)
    if not places:
        return frame
    return replace(frame, slots={**frame.slots, PLACE: places}, at_home=False)


def _spoken_of(draft: Draft) -> tuple[str, ...]:
    """Return the places that the line before named, or the one last asked about."""
    last = draft.state.last.frames if draft.state.last is not None else ()
    for frame in reversed(last):
        if frame.slot(PLACE) and not frame.at_home:
            places = [p for p in frame.slots[PLACE] if p != draft.memory.focus.home]
            if places:
                return tuple(places)
    place = draft.memory.focus.place
    return (place,) if place is not None else ()


def _at_start(draft: Draft, frame: Frame) -> Frame:
    """Return a question on a starter's pay as one at entry level."""
    if frame.topics != (PAY,) or frame.slot(LEVEL):
        return frame
    lists, said = draft.voice.catalog.language, words(frame.text)
    if f"{LEVEL}:{ENTRY}" not in draft.voice.catalog.entities:
        return frame
    if not phrases_of(lists["at_the_start"]).within(said):
        return frame
    if phrases_of(lists["asked_before"]).within(said):
        return frame  # "the first job I asked about"
    return replace(frame, slots={**frame.slots, LEVEL: (ENTRY,)})
