"""Clauses that look asked and only tell: "no overtime", "what scares me is X"."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.understanding.frames import Frame
from advisor.understanding.language import Language
from advisor.understanding.parts import Part
from advisor.understanding.remarks import Remark

INTENT, FIRMLY = "tell_dislike", 0.75
OPENING = 2
"""Within how many words of a clause its worry begins: "what scares me about X"."""


def as_remarks(
    frames: Sequence[Frame],
    parts: Sequence[Part],
    remarks: Sequence[Remark],
    language: Language,
) -> tuple[Frame, ...]:
    """Return frames with the questions that only tell a dislike read as told."""
    told = {
        part.text
        for part in parts
        if not part.question
        and _tells(part, language)
        and any(_is_disliked(r) and r.quote in part.text for r in remarks)
    }
    return tuple(
        replace(frame, act="tell", intent=INTENT, topics=(), confidence=FIRMLY)
        if frame.act == "ask" and frame.text in told
        else frame
        for frame in frames
    )


def _is_disliked(remark: Remark) -> bool:
    """Whether a remark says in words that something is not liked."""
    return remark.polarity < 0 and not remark.guessed


def _tells(part: Part, language: Language) -> bool:
    """Whether a clause opens as a denial, or as what somebody is afraid of."""
    words = part.words
    if language.has("bare_denials", words[0]):
        return not any(mention.role for mention in part.mentions)
    worries = language.phrases["worry_about"]
    return any(worries.at(words, i) for i in range(min(OPENING, len(words))))
