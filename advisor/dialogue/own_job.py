"""The user's own job: left out of each order that is told, and owned where it led."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.dialogue.ways import role_name
from advisor.recommend.profile import WORK, Profile
from advisor.recommend.suggest import left_out
from advisor.recommend.way import worked_in
from advisor.text import words
from advisor.understanding.frames import Frame
from advisor.understanding.language import phrases_of
from advisor.understanding.patterns import Patterns
from advisor.understanding.remarks import Remark

OWN = "critique_own"
"""The intent of a line that says that what was suggested is one's own job."""
BEFORE = 3
"""Within how many words before it a word says that it is only near one's job."""
THINGS = ("tool", "skill", "method")


def roles_told(draft: Draft, *profiles: Profile) -> list[str]:
    """Return the roles in the order that is told of some profiles: without one's own.

    Where the suggestion leaves a job out, so do shares and leanings.
    """
    catalog = draft.voice.catalog
    stays = draft.probing.stays
    out = {
        role
        for profile in profiles
        for role in left_out(profile, list(catalog.roles), catalog.advice, stays=stays)
    }
    return [role for role in catalog.roles if role not in out]


def hear(draft: Draft) -> bool:
    """Take a line that says that what was suggested is one's own job; else False.

    "Software engineer? I am one already", "why do you suggest my own job".
    """
    reading, told = draft.reading, draft.state.probing.told
    if not draft.state.probing.given or reading.length:
        return False
    if any(frame.act == "crisis" for frame in draft.frames):
        return False
    role = _own(draft, told)
    if not role or role in worked_in(draft.state.memory.profile):
        return False
    lists = draft.voice.catalog.language
    of_advisor = phrases_of(lists["of_advisor"])
    kept = [r for r in reading.remarks if not of_advisor.within(words(r.quote))]
    trait = f"{WORK}{role}"
    if all(remark.trait != trait for remark in kept):
        kept.append(Remark(trait, 1, 1.0, "work", reading.text))
    draft.frames = [Frame("tell", (), (), OWN, 1.0, reading.text)]
    draft.reading = replace(reading, remarks=tuple(kept), choices=())
    draft.talk = None
    if role == told:
        draft.answer.say("own_job_missed", role=role_name(draft, role))
    return True


def _own(draft: Draft, told: str) -> str:
    """Return the role that a line says is its speaker's own and was suggested."""
    named = [m.role for m in draft.reading.mentions if m.role]
    new = {r.trait for r in draft.reading.remarks if r.trait.startswith(WORK)}
    if f"{WORK}{told}" in new:
        return told
    if not is_in(draft.reading.text, draft.state, draft.voice.catalog.language):
        return ""
    if not named and _is_of_thing(draft):
        return ""
    role = named[0] if named else told
    return role or ""


def _is_of_thing(draft: Draft) -> bool:
    """Whether a line says of a thing that it names that one does or has it.

    "Power Query is half of Power BI, I do that already" names no job by "that".
    """
    names = any(m.kind in THINGS for m in draft.reading.mentions)
    jobs = set(draft.voice.catalog.language["job_words"])
    return names and jobs.isdisjoint(words(draft.reading.text))


def is_in(text: str, state: State, lists: Mapping[str, Sequence[str]]) -> bool:
    """Return whether a line says that what was suggested is its speaker's own job."""
    if not state.probing.given:
        return False
    said, negators = words(text), {*lists["negators"], *lists["own_job_supposed"]}
    rows = Patterns.of(lists["says_own_job"], lists)
    beside = set(lists["near_own_job"])
    return any(
        negators.isdisjoint(said[max(0, taken[0] - 1) : taken[-1] + 1])
        and beside.isdisjoint(said[max(0, taken[0] - BEFORE) : taken[0]])
        for taken in rows.find(said)
    )


def is_said(draft: Draft) -> bool:
    """Return whether the line was taken so."""
    return any(frame.intent == OWN for frame in draft.frames)


def newly_left_out(draft: Draft) -> tuple[str, ...]:
    """Return the jobs that the order leaves out since this line: said but once."""
    told = {i.trait.removeprefix(WORK) for i in draft.noted if i.trait.startswith(WORK)}
    open_ = set(roles_told(draft, draft.memory.profile))
    return tuple(role for role in sorted(told) if role not in open_)
