"""A turn as the JSON object of `advisor pipe`."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from advisor.api import Turn
from advisor.recommend.profile import Profile
from advisor.recommend.suggest import Reason, Suggestion
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
        "profile": profile_record(turn.profile),
        "suggestion": suggestion_record(turn.suggestion, turn.changes)
        if turn.suggestion
        else None,
    }


def profile_record(profile: Profile) -> list[Json]:
    """Return what is held of a user."""
    return [
        {
            "trait": evidence.trait,
            "polarity": evidence.polarity,
            "strength": round(evidence.strength, 4),
            "quote": evidence.quote,
            "turn": evidence.turn,
        }
        for evidence in profile
    ]


def suggestion_record(
    suggestion: Suggestion, changes: Sequence[str]
) -> dict[str, Json]:
    """Return a suggestion; `changes` are its changes in words."""
    top = suggestion.ranked.top
    return {
        "status": suggestion.status,
        "ranking": [
            {"role": role, "probability": probability}
            for role, probability in suggestion.whole.order
        ],
        "because": [_reason(reason, top) for reason in suggestion.because],
        "against": [_reason(reason, top) for reason in suggestion.against],
        "would_change": [
            {
                "if": words,
                "says": list(change.says),
                "unsays": list(change.unsays),
                "then": change.then,
            }
            for change, words in zip(suggestion.changes, changes, strict=True)
        ],
        "next_steps": [
            {"step": step.text, "weeks": step.weeks, "sources": list(step.sources)}
            for step in suggestion.way.steps
        ],
    }


def _reason(reason: Reason, role: str) -> dict[str, Json]:
    return {
        "trait": reason.evidence.trait,
        "quote": reason.evidence.quote,
        "turn": reason.evidence.turn,
        "role": role,
        "effect": round(reason.effect, 4),
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
