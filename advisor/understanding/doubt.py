"""Where two readings are too close to choose, offer both instead of guessing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.data.model import Intent
from advisor.understanding.frames import Frame
from advisor.understanding.judge import Part

UNSURE = 0.3
"""Confidence of a question below which it is asked back; such readings are right
about half of the time, measured on the labelled utterances."""
MOST_CHOICES = 3
FEW = 2
"""Of so few words as "learn DS?" the likelier of two readings may be mere chance ..."""
TIED = 0.6
"""... where the second is so likely beside it."""


def close_readings(
    frames: Sequence[Frame], parts: Sequence[Part], intents: Mapping[str, Intent]
) -> tuple[Frame, ...]:
    """Return the readings to offer where the surest is too unsure, else nothing."""
    if not frames or any(f.act != "ask" for f in frames):
        return ()
    sure = any(f.confidence >= UNSURE for f in frames)
    if sure and len(frames) > 1:
        return ()
    if any(part.cues for part in parts) and len(frames) > 1:
        return ()
    frame = max(frames, key=lambda frame: frame.confidence)
    part = next((p for p in parts if p.text == frame.text), None)
    if part is None or part.cues or frame.move:
        return ()
    scored = part.scored.topics(intents)
    if sure and not _tied(scored, part):
        return ()
    topics = [topic for topic, _ in scored][:MOST_CHOICES]
    names = {intent.topic: name for name, intent in intents.items() if intent.topic}
    return tuple(
        replace(frame, topics=(topic,), intent=names[topic], confidence=1.0)
        for topic in topics
    )


def _tied(scored: Sequence[tuple[str, float]], part: Part) -> bool:
    """Whether a line of a word or two, a name aside, may as well ask something else."""
    said = sum(token.is_word for token in part.tokens)
    few = said <= FEW and len(scored) > 1
    return few and scored[1][1] >= TIED * scored[0][1]
