"""Clauses that look asked and only tell: "no overtime", "what scares me is X"."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.understanding.frames import Frame
from advisor.understanding.language import Language
from advisor.understanding.parts import Part
from advisor.understanding.remarks import Remark

INTENT, LIKED, FIRMLY = "tell_dislike", "tell_interest", 0.75
LIKE = "like"
SUBJECT = 4
"""Within how many words a remark names its speaker."""
OPENING = 2
"""Within how many words of a clause its worry begins: "what scares me about X"."""


def as_remarks(
    frames: Sequence[Frame],
    parts: Sequence[Part],
    remarks: Sequence[Remark],
    language: Language,
) -> tuple[Frame, ...]:
    """Return frames with the questions that only tell a taste read as told."""
    told: dict[str, str] = {}
    for part in parts:
        if part.question:
            continue
        said = [r for r in remarks if not r.guessed and r.quote in part.text]
        if any(map(_is_disliked, said)) and _tells(part, language):
            told[part.text] = INTENT
        elif any(r.means == LIKE for r in said) and _is_taste(part, language):
            told[part.text] = LIKED
    return tuple(
        replace(
            frame, act="tell", intent=told[frame.text], topics=(), confidence=FIRMLY
        )
        if frame.act == "ask" and frame.text in told
        else frame
        for frame in frames
    )


def _is_taste(part: Part, language: Language) -> bool:
    """Whether a clause is a plain remark of its speaker: "me, I quite like ML"."""
    own = any(language.has("first_person", w) for w in part.words[:SUBJECT])
    return own and not (part.cues or part.shapes)


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
