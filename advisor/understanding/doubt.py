"""Where two readings are too close to choose, offer both instead of guessing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.data.model import Intent
from advisor.understanding.frames import Frame
from advisor.understanding.parts import Part

UNSURE = 0.3
"""Confidence of a question below which it is asked back; such readings are right
about half of the time, measured on the labelled utterances."""
SHORT_UNSURE = 0.5
"""The same of a line that is hardly more than an abbreviation: "learn DS?"."""
TERSE, LETTERS = 3, 2
"""So many tokens has such a line at most, and so many letters its abbreviation."""
MOST_CHOICES = 3


def close_readings(
    frames: Sequence[Frame], parts: Sequence[Part], intents: Mapping[str, Intent]
) -> tuple[Frame, ...]:
    """Return the readings to offer where the surest is too unsure, else nothing."""
    least = SHORT_UNSURE if any(_is_terse(part) for part in parts) else UNSURE
    if not frames or any(f.act != "ask" or f.confidence >= least for f in frames):
        return ()
    if any(part.cues for part in parts) and len(frames) > 1:
        return ()
    frame = max(frames, key=lambda frame: frame.confidence)
    part = next((p for p in parts if p.text == frame.text), None)
    if part is None or part.cues or frame.move:
        return ()
    topics = [topic for topic, _ in part.scored.topics(intents)][:MOST_CHOICES]
    names = {intent.topic: name for name, intent in intents.items() if intent.topic}
    return tuple(
        replace(frame, topics=(topic,), intent=names[topic], confidence=1.0)
        for topic in topics
    )


def _is_terse(part: Part) -> bool:
    """Whether a clause is hardly more than an abbreviation."""
    short = any(m.role and len(m.name) <= LETTERS for m in part.mentions)
    return short and len(part.words) <= TERSE
