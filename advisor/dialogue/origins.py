"""Where the user comes from: keep it in mind, say so once, and use it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.data.model import Catalog
from advisor.data.topics import MOVING
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import WORK
from advisor.text import words
from advisor.understanding.frames import Frame
from advisor.understanding.judge import FROM_TRADE
from advisor.understanding.patterns import Patterns
from advisor.understanding.remarks import (
    CIRCUMSTANCES,
    STUDY_OR_TRADE,
    TRADE,
    WITHDRAWN,
    Origin,
)

PLACE = "place"
MOST_KEPT = 12
MOST_ROLES = 2
KNOWN = "know"
KINDS = ("skill", "tool", "method")
JOB = "job"
NAMED = ("role", "field", "tool", "method", "degree", "place")
"""What a question on the work of one's past does not name."""


def take(draft: Draft) -> None:
    """Keep in mind where the user says that they come from, and where they are."""
    home = draft.reading.home
    if home is not None:
        focus = replace(draft.memory.focus, home=home)
        draft.memory = replace(draft.memory, focus=focus)
    _take_off_denied(draft)
    fresh = _fresh(draft)
    if not fresh or any(f.act == "crisis" or f.move for f in draft.frames):
        return
    memory = draft.memory
    ids = [origin.id for origin in fresh if origin.id]
    draft.memory = replace(
        memory,
        origins=(*memory.origins, *fresh)[-MOST_KEPT:],
        jobs=tuple(dict.fromkeys((*memory.jobs, *ids))),
    )


def _take_off_denied(draft: Draft) -> None:
    """Take off the jobs that the line says are none of its speaker's."""
    denied = [
        set(words(remark.quote))
        for remark in draft.reading.remarks
        if remark.means == WITHDRAWN and remark.trait.startswith(WORK)
    ]
    kept = tuple(
        origin
        for origin in draft.memory.origins
        if origin.kind != TRADE or not any(set(words(origin.text)) <= d for d in denied)
    )
    draft.memory = replace(draft.memory, origins=kept)


def say(draft: Draft) -> None:
    """Say what is new of where the user comes from, and of how it stands with them."""
    before = draft.state.memory
    fresh = [o for o in draft.memory.origins if o not in before.origins]
    lists = draft.voice.catalog.language
    told = [_told(o, lists) for o in fresh if o.kind not in CIRCUMSTANCES]
    stands = [o.text for o in fresh if o.kind in CIRCUMSTANCES]
    home = draft.reading.home
    if fresh and home is not None and home != before.focus.home:
        name = draft.voice.catalog.entities[f"{PLACE}:{home}"].name
        told.append(draft.voice.say("origin_place", place=name))
    if told:
        draft.answer.say("origin_noted", what=", ".join(told))
    if stands:
        draft.answer.say("situation_noted", what=", ".join(stands))


def show(draft: Draft) -> None:
    """Say all that is kept of where the user comes from, and of how it stands."""
    lists, origins = draft.voice.catalog.language, draft.memory.origins
    for key, some in (
        ("origin_profile", [o for o in origins if o.kind not in CIRCUMSTANCES]),
        ("situation_profile", [o for o in origins if o.kind in CIRCUMSTANCES]),
    ):
        if not some:
            continue
        told = [_told(origin, lists) for origin in some]
        home = draft.memory.focus.home
        if home is not None and key == "origin_profile":
            name = draft.voice.catalog.entities[f"{PLACE}:{home}"].name
            told.append(draft.voice.say("origin_place", place=name))
        draft.answer.say(key, what=", ".join(told))


def _told(origin: Origin, lists: Mapping[str, Sequence[str]]) -> str:
    """Return an origin as it reads by itself: "running a shop"; not "run a shop"."""
    doing = dict(entry.split() for entry in lists["as_doing"])
    first, _, rest = origin.text.partition(" ")
    verb = origin.kind == TRADE and rest and first.casefold() in doing
    return f"{doing[first.casefold()]} {rest}" if verb else origin.text


def says(draft: Draft) -> bool:
    """Whether the line told anything new of where the user comes from."""
    return draft.memory.origins != draft.state.memory.origins


def _fresh(draft: Draft) -> list[Origin]:
    held = {origin.text.casefold() for origin in draft.memory.origins}
    return [o for o in draft.reading.origins if o.text.casefold() not in held]


def forget_origins(draft: Draft, text: str) -> bool:
    """Take off what some words name of where the user comes from, or all of it.

    Return whether anything was taken off.
    """
    lists, said = draft.voice.catalog.language, words(text)
    memory = draft.memory
    whole = not set(said).isdisjoint(lists["own_past"])
    gone = [
        origin
        for origin in memory.origins
        if whole or set(words(origin.text)) <= set(said)
    ]
    if not gone:
        return False
    ids = {origin.id for origin in gone}
    draft.memory = replace(
        memory,
        origins=tuple(origin for origin in memory.origins if origin not in gone),
        jobs=tuple(job for job in memory.jobs if job not in ids),
    )
    draft.answer.say("forgotten", quote=in_words(gone))
    return True


def in_words(origins: Sequence[Origin]) -> str:
    """Return where somebody comes from as a list, in their own words."""
    return ", ".join(origin.text for origin in origins)


def ask_what_counts(draft: Draft) -> None:
    """Read a line that asks what one's own past is worth as that question."""
    lists = draft.voice.catalog.language
    if not draft.memory.origins or draft.talk is not None:
        return
    said = words(draft.reading.text)
    named = any(m.kind in NAMED for m in draft.reading.mentions)
    asks = lists["asks_background"] + (() if named else lists["asks_past_work"])
    own = any(
        m.kind == JOB and m.id in draft.memory.jobs for m in draft.reading.mentions
    )
    asks += lists["asks_own_trade"] if own else ()
    rows = Patterns.of(asks, lists)
    if next(rows.find(said), None) is None:
        return
    asked = [role for frame in draft.frames for role in frame.roles]
    focus = draft.memory.focus
    closest = not set(said).isdisjoint(lists["closest_words"])
    roles = () if closest else (*asked, *focus.roles, *draft.answer.leaning)
    found = tuple(dict.fromkeys(roles))[:MOST_ROLES] or nearest(draft)
    frame = Frame("ask", found, (MOVING,), FROM_TRADE, 1.0, draft.reading.text)
    kept = [f for f in draft.frames if f.act == "tell"]
    draft.frames = [*kept, frame]
    draft.reading = replace(draft.reading, choices=())


def nearest(draft: Draft) -> tuple[str, ...]:
    """Return the roles that ask for most of what the user's past practised."""
    best = asking_for(draft, ())
    return best or draft.answer.leaning or draft.voice.catalog.core


def asking_for(draft: Draft, jobs: Sequence[str], least: int = 1) -> tuple[str, ...]:
    """Return the roles that ask for so much of what a past practised, most first.

    Args:
        draft: the turn.
        jobs: ids of the trades that are meant instead of the user's past, if any.
        least: how many of its skills they ask for.

    """
    brought = _brought(draft, jobs)
    counts = {
        role: len([need for need in path.needs if need in brought])
        for role, path in draft.voice.catalog.advice.paths.items()
    }
    ordered = sorted(counts, key=lambda role: -counts[role])
    return tuple(role for role in ordered if counts[role] >= least)[:MOST_ROLES]


def tell_what_counts(draft: Draft, frame: Frame) -> None:
    """Say what the user's past practises, and which of it these jobs ask for."""
    origins = [o for o in draft.memory.origins if o.kind in STUDY_OR_TRADE]
    if not origins:
        draft.answer.say(FROM_TRADE)
        return
    draft.answer.say("background_uncounted", what=in_words(origins))
    tell_brought(draft, frame.roles)


def tell_brought(draft: Draft, roles: Sequence[str], jobs: Sequence[str] = ()) -> None:
    """Say what the user's past, or some trades, practise, and which roles ask for it.

    Args:
        draft: the turn.
        roles: the roles that may ask for it.
        jobs: ids of trades that are meant instead of the user's, if any.

    """
    catalog, voice = draft.voice.catalog, draft.voice
    brought = _brought(draft, jobs)
    if not brought:
        draft.answer.say("background_unknown")
        return
    names = [_name(catalog, skill) for skill in brought]
    draft.answer.say("background_brings", what=voice.listed(names))
    for role in roles:
        path = catalog.advice.paths.get(role)
        needs = path.needs if path is not None else ()
        met = [_name(catalog, need) for need in needs if need in brought]
        plural = catalog.roles[role].plural
        if met:
            draft.answer.say("background_met", plural=plural, what=voice.listed(met))
        else:
            draft.answer.say("background_unmet", plural=plural)


def _brought(draft: Draft, jobs: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the tools and skills that the user's past practised, and they named.

    Those of other trades, where such are meant.
    """
    advice = draft.voice.catalog.advice
    if jobs and not set(jobs) & set(draft.memory.jobs):
        used = [use for job in jobs for use in advice.of_jobs.get(job, ())]
        return tuple(dict.fromkeys(used))
    ids = [origin.id for origin in draft.memory.origins]
    used = [
        u for id_ in (*ids, *draft.memory.jobs) for u in advice.of_jobs.get(id_, ())
    ]
    catalog = draft.voice.catalog
    known = [i.trait for i in draft.memory.profile if i.means == KNOWN]
    held = [_entity(catalog, trait) for trait in known]
    return tuple(dict.fromkeys((*used, *(name for name in held if name))))


def _entity(catalog: Catalog, trait: str) -> str:
    """Return the tool or the skill that a trait is, or the first that it stands for."""
    if any(f"{kind}:{trait}" in catalog.entities for kind in KINDS):
        return trait
    known = catalog.advice.traits.get(trait)
    keys = known.entities if known is not None else ()
    return keys[0].partition(":")[2] if keys else ""


def _name(catalog: Catalog, skill: str) -> str:
    keys = (f"{kind}:{skill}" for kind in KINDS)
    found = (catalog.entities[key].name for key in keys if key in catalog.entities)
    return next(found, skill)
