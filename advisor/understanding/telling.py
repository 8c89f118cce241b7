"""Clauses that look asked and only tell: "no overtime", "what scares me is X"."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.understanding.affording import needs_pay
from advisor.understanding.conditions import puts_condition
from advisor.understanding.frames import Frame
from advisor.understanding.language import Language
from advisor.understanding.named_first import as_named_first
from advisor.understanding.parts import Part
from advisor.understanding.remarks import Remark
from advisor.understanding.selves import SelfReader

INTENT, LIKED, KNOWN, FIRMLY = "tell_dislike", "tell_interest", "tell_skill", 0.75
TASTES = ("like", "dislike")
MISREAD = ("ask", "out_of_scope")
"""Acts that a plain remark is misread as: "love excel, hate python" ..."""
OUTSIDE = "out_of_scope"
FORGET = "forget"
"""... and the wish that it may be misread as: "don't like SQL"."""
FAINT = 0.3
"""A wish that is less sure is none where a plain remark is told."""
ONLY_IF_SURE = {"undo": 0.6, "repeat": 0.85}
"""Wishes that are none beside a taste, unless they are this sure: "wait, typo! I meant
I don't like it", "I beg your pardon, I do not like it"."""
ALONG = 3
"""A clause of so few words, of which something is held, asks nothing."""
PLEA = 5
"""So many words at most has a plea for less or more of a thing."""
OPENING = 2
"""Within how many words of a clause its worry begins: "what scares me about X"."""


def as_remarks(
    frames: Sequence[Frame],
    parts: Sequence[Part],
    remarks: Sequence[Remark],
    language: Language,
    selves: SelfReader,
) -> tuple[Frame, ...]:
    """Return frames with the questions that only tell a taste read as told.

    Args:
        frames: what was read.
        parts: the clauses.
        remarks: what is told of the speaker.
        language: the word lists.
        selves: knows the clauses that only state what their speaker works with.

    """
    frames = as_named_first(frames, parts, remarks, language)
    told, named = _only_told(parts, remarks, language, selves), _named(parts, language)
    if remarks and (len(parts) > 1 or not all(r.guessed for r in remarks)):
        frames = [
            f for f in frames if f.confidence >= ONLY_IF_SURE.get(f.move or "", 0)
        ]
    read = tuple(
        _told(frame, told[frame.text])
        if frame.text in told
        and (frame.act in MISREAD or _is_no_wish(frame) or frame.text in named)
        else frame
        for frame in frames
    )
    return (*read, *_told_behind(read, parts, remarks, language))


def _only_told(
    parts: Sequence[Part],
    remarks: Sequence[Remark],
    language: Language,
    selves: SelfReader,
) -> dict[str, str]:
    """Return the clauses that only tell something, each with the intent it tells."""
    told: dict[str, str] = {}
    named = _named(parts, language)
    for part in parts:
        if puts_condition(part, language) or needs_pay(part, language):
            told[part.text] = LIKED
        if part.question or part.text in told:
            continue
        said = [r for r in remarks if not r.guessed and r.quote in part.text]
        if any(map(_is_disliked, said)) and _tells(part, language):
            told[part.text] = INTENT
        elif said and selves.works_with(part):
            told[part.text] = KNOWN
        elif said and (
            _is_along(part) or part.text in named or _is_plain(said, part, language)
        ):
            told[part.text] = LIKED if any(r.polarity > 0 for r in said) else INTENT
    return told


def _named(parts: Sequence[Part], language: Language) -> frozenset[str]:
    """Return the clauses that name what one likes or not: "what bothers me is X"."""
    return frozenset(
        part.text
        for part in parts
        if not part.question and language.has("question_words", part.words[0])
    )


def _told_behind(
    frames: Sequence[Frame],
    parts: Sequence[Part],
    remarks: Sequence[Remark],
    language: Language,
) -> tuple[Frame, ...]:
    """Return what is told in a sentence of its own behind an outside question."""
    outside = [f for f in frames if f.act == OUTSIDE]
    if not outside or len(outside) < len(frames):
        return ()
    asked = max((p.sentence for p in parts if p.question), default=len(parts))
    for part in parts:
        own = part.mentions and language.has("first_person", part.words[0])
        sure = any(not r.guessed and r.quote in part.text for r in remarks)
        if own and sure and part.sentence > asked and not part.question:
            return (_told(replace(outside[0], text=part.text, slots={}), LIKED),)
    return ()


def _is_along(part: Part) -> bool:
    """Whether a clause is too short to ask: "so do dashboards"."""
    return len(part.words) <= ALONG and not (part.roles or part.cues)


def _is_plain(said: Sequence[Remark], part: Part, language: Language) -> bool:
    return all(r.means in TASTES for r in said) and _is_taste(part, language)


def _told(frame: Frame, intent: str) -> Frame:
    return replace(
        frame,
        act="tell",
        intent=intent,
        topics=(),
        move=None,
        says=None,
        confidence=FIRMLY,
    )


def tells_taste(parts: Sequence[Part], remarks: Sequence[Remark]) -> bool:
    """Return whether a line asks nothing, and says in words what its speaker likes."""
    plain = any(r.means in TASTES and not r.guessed for r in remarks)
    return plain and not any(part.question for part in parts)


def _is_no_wish(frame: Frame) -> bool:
    """Whether a clause was hardly taken for a wish, such as to forget something."""
    faint = frame.act == "meta" and frame.confidence < FAINT
    return faint or (frame.intent == FORGET and frame.confidence < FIRMLY)


def _is_taste(part: Part, language: Language) -> bool:
    """Whether a clause is a plain remark of its speaker: "me, I quite like ML"."""
    if _is_plea(part, language):
        return True
    own = language.names_any("selves", part.words)
    first = part.words[int(language.has("negators", part.words[0])) :]
    own = own or language.names_any("subjectless", first[:1])
    return own and not (part.cues or part.shapes)


def _is_plea(part: Part, language: Language) -> bool:
    """Whether a clause only wants less or more of a thing: "less automation please"."""
    opens = language.has("more_or_less", part.words[0])
    return opens and len(part.words) <= PLEA and not part.roles and not part.shapes


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
