"""Where two readings are too close to choose, offer both instead of guessing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.data.model import Intent
from advisor.understanding.frames import Frame
from advisor.understanding.parts import Part

UNSURE = 0.3
"""Confidence of a question below which it is asked back; such readings are right
about half of the time, measured on the labelled utterances."""
MOST_CHOICES = 3


def close_readings(
    frames: Sequence[Frame], parts: Sequence[Part], intents: Mapping[str, Intent]
) -> tuple[Frame, ...]:
    """Return the readings to offer where the surest is too unsure, else nothing."""
    if not frames or any(f.act != "ask" or f.confidence >= UNSURE for f in frames):
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
