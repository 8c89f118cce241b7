"""Pay anywhere but at one place: "and no US numbers please", "anywhere but the US"."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.data.topics import PAY
from advisor.dialogue.choose import around
from advisor.dialogue.library import Library
from advisor.dialogue.lines import overlap
from advisor.dialogue.ranking import (
    BY_ROLE,
    answer_ranking,
    list_places,
    places_held,
    set_beside,
)
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import LIMIT, WITHOUT, Profile
from advisor.text import words
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.mentions import Mention
from advisor.understanding.remarks import WITHDRAWN, Remark

ELSEWHERE = "pay_elsewhere"
"""The rule that reads a question on pay anywhere but at some places."""
PLACE = "place"
NAMED = "_place_"
"""What the name of a place is read as."""
GONE = "without"
"""The slot that holds the places that are left out."""
SURE, PLAIN = 0.9, 0.5
PAIR, MOST = 2, 3
INSIDE = ("ask", "compare")


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading in which pay is asked of anywhere but the places left out.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.

    """
    if reading.stands_apart or PAY not in library.catalog.topics:
        return reading
    clauses = {c: _left_out(c, reading.mentions, library) for c in _clauses(reading)}
    said = {place for found in clauses.values() for place in found}
    if said:
        reading = _noted(reading, clauses)
    held = set(left_out_by(state.memory.profile))
    if not said and not held:
        return reading
    frames = [
        _elsewhere(f, said, held, reading, state)
        for f in reading.frames
        if not (said and _only_leaves_out(f, clauses))
    ]
    anew = said and state.memory.focus.topics == (PAY,)
    if anew and not any(_asks(frame) for frame in frames):
        named = tuple(dict.fromkeys(m.role for m in reading.mentions if m.role))
        roles = named or state.memory.focus.roles
        again = Frame("ask", roles, (PAY,), "", SURE, reading.text)
        frames = [f for f in frames if f.act == "tell"]
        frames.append(_elsewhere(again, said, held, reading, state))
    return _without_held(replace(reading, frames=tuple(frames)), held - said)


def left_out_by(profile: Profile) -> tuple[str, ...]:
    """Return the places whose figures somebody does not want."""
    named = (item.trait for item in profile if item.trait.startswith(WITHOUT))
    return tuple(sorted(trait.removeprefix(WITHOUT) for trait in named))


def _clauses(reading: Reading) -> tuple[str, ...]:
    return reading.clauses or (reading.text,)


def _left_out(
    clause: str, mentions: Sequence[Mention], library: Library
) -> frozenset[str]:
    """Return the places whose figures a clause does not want."""
    lists = library.catalog.language
    said, at = list(words(clause)), {}
    for mention in mentions:
        name = words(mention.name)
        starts = range(len(said) - len(name) + 1)
        i = next((i for i in starts if tuple(said[i : i + len(name)]) == name), None)
        if mention.kind == PLACE and i is not None:
            said[i : i + len(name)] = [NAMED]
            at[i] = mention.id
    small = {i: word for i, word in enumerate(said) if word in lists["places_usd"]}
    at |= small  # "us", as it is typed
    rows = library.turns["excludes_place"]
    return frozenset(at[i] for found in rows.find(said) for i in found if i in at)


def _noted(reading: Reading, clauses: dict[str, frozenset[str]]) -> Reading:
    """Return a reading that holds what places are left out, and no guess beside."""
    remarks = tuple(
        r
        for r in reading.remarks
        if not any(found and overlap(r.quote, c) for c, found in clauses.items())
        or r.means == LIMIT
    )
    limits = tuple(
        Remark(WITHOUT + place, 1, 1.0, LIMIT, clause)
        for clause, found in clauses.items()
        for place in sorted(found)
    )
    return replace(reading, remarks=(*remarks, *limits), choices=())


def _only_leaves_out(frame: Frame, clauses: dict[str, frozenset[str]]) -> bool:
    """Whether a frame is of a clause that asks nothing and only leaves places out."""
    return not _asks(frame) and any(
        found and overlap(frame.text, clause) for clause, found in clauses.items()
    )


def _asks(frame: Frame) -> bool:
    """Whether a frame asks about pay, or sets right for whom it was asked."""
    inside = frame.act in INSIDE and frame.confidence >= PLAIN
    return (inside or frame.act == "meta") and PAY in frame.topics


def _elsewhere(
    frame: Frame, said: set[str], held: set[str], reading: Reading, state: State
) -> Frame:
    """Return a question on pay as one of anywhere but the places left out."""
    gone, named = said | held, frame.slots.get(PLACE, ())
    if not _asks(frame) or frame.topics != (PAY,) or set(named) - said:
        kept = tuple(place for place in named if place not in said)
        return replace(frame, slots=_with_place(frame, kept)) if said else frame
    home = reading.home or state.memory.focus.home
    if home is not None and home not in gone:
        slots = _with_place(frame, (home,))
        act = "ask" if frame.act == "meta" else frame.act
        return replace(frame, act=act, move=None, slots=slots, at_home=True)
    slots = {**_with_place(frame, ()), GONE: tuple(sorted(gone))}
    roles = frame.roles or state.memory.focus.roles
    return replace(
        frame, act="ask", intent=ELSEWHERE, move=None, roles=roles, slots=slots
    )


def _with_place(frame: Frame, places: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    rest = {kind: ids for kind, ids in frame.slots.items() if kind != PLACE}
    return {**rest, PLACE: places} if places else rest


def _without_held(reading: Reading, held: set[str]) -> Reading:
    """Return a reading that takes back a place that is asked about after all."""
    asked = {p for f in reading.frames if _asks(f) for p in f.slots.get(PLACE, ())}
    back = tuple(
        Remark(WITHOUT + place, 0, 1.0, WITHDRAWN, reading.text)
        for place in sorted(asked & held)
    )
    return replace(reading, remarks=(*reading.remarks, *back)) if back else reading


def answer_elsewhere(draft: Draft, frame: Frame) -> None:
    """Tell pay at other places than those left out, or own that none is held."""
    answer, library = draft.answer, draft.answer.library
    gone = set(frame.slots[GONE])
    names = [library.catalog.entities[f"{PLACE}:{p}"].name for p in sorted(gone)]
    out = draft.voice.listed(names)
    held = [
        place
        for place in places_held(library, frame.roles)
        if not gone & set(around(place, library))
    ]
    if not held:
        roles = frame.roles or tuple(library.catalog.roles)
        answer.say("elsewhere_nothing", plural=draft.voice.plurals(roles), place=out)
        return
    answer.say("elsewhere", place=out)
    if not frame.roles:
        answer_ranking(answer, _at(replace(frame, intent=BY_ROLE), held[0]))
    elif len(frame.roles) == 1:
        list_places(answer, frame.roles[0], held)
    else:
        pair = replace(frame, roles=frame.roles[:PAIR])
        for place in held[:MOST]:
            set_beside(answer, _at(pair, place))


def _at(frame: Frame, place: str) -> Frame:
    rest = {kind: ids for kind, ids in frame.slots.items() if kind != GONE}
    return replace(frame, slots={**rest, PLACE: (place,)})
