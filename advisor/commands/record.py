"""A turn as the JSON object of `advisor pipe`."""

import json
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from advisor.api import Turn
from advisor.understanding.frames import Frame

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
ALWAYS = ("place", "level")
"""Slots that are there, as null, even where nothing was read."""


def record(turn: Turn, session: str, text: str) -> dict[str, Json]:
    """Return what other programs get to see of a turn."""
    frames = turn.understood
    return {
        "session": session,
        "turn": turn.state.turn,
        "text": text,
        "understood": [_frame(frame) for frame in frames],
        "acts": _union((f.act,) for f in frames),
        "roles": _union(f.roles for f in frames),
        "topics": _union(f.topics for f in frames),
        "reply": turn.reply.text,
        "snippets": [
            {
                "id": snippet.id,
                "role": snippet.role,
                "topic": snippet.topic,
                "sources": list(snippet.sources),
            }
            for snippet in turn.snippets
        ],
        "asked": turn.asked.id if turn.asked else None,
        "choices": [{"id": c.id, "text": c.text} for c in turn.asked.choices]
        if turn.asked and turn.asked.choices
        else None,
        "profile": [
            {
                "trait": evidence.trait,
                "polarity": evidence.polarity,
                "strength": evidence.strength,
                "quote": evidence.quote,
                "turn": evidence.turn,
            }
            for evidence in turn.profile
        ],
        "suggestion": None,
    }


def _frame(frame: Frame) -> dict[str, Json]:
    return {
        "act": frame.act,
        "roles": list(frame.roles),
        "topics": list(frame.topics),
        "intent": frame.intent,
        "confidence": round(frame.confidence, 4),
        "slots": _slots(frame.slots, asks=frame.act in ("ask", "compare")),
    }


def _slots(slots: Mapping[str, tuple[str, ...]], *, asks: bool) -> dict[str, Json]:
    found: dict[str, Json] = dict.fromkeys(ALWAYS) if asks else {}
    for kind, ids in slots.items():
        found[kind] = ids[0] if kind in ALWAYS else list(ids)
    return found


def _union(groups: Iterable[tuple[str, ...]]) -> list[Json]:
    """Return every item of some tuples once, in order."""
    seen: dict[str, None] = {}
    for group in groups:
        seen.update(dict.fromkeys(group))
    return list(seen)


def to_line(value: Mapping[str, Json]) -> str:
    """Return an object as one line of ASCII JSON with its line end."""
    return json.dumps(value, ensure_ascii=True) + "\n"
