"""Where a speaker says that they are, and what "here" then means."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from advisor.data.topics import DEMAND, PAY
from advisor.understanding.focus import Focus
from advisor.understanding.fragments import without_openers
from advisor.understanding.frames import Frame
from advisor.understanding.language import Language

if TYPE_CHECKING:
    from advisor.understanding.parts import Part

PLACE = "place"
LOCAL = (PAY, DEMAND)
"""Topics on which it matters where somebody is."""
GOAL = "tell_goal"
HOME = "home"
"""The rule that reads a mere place as where somebody is."""
BACK = 4
"""Within how many words before a place its preposition stands."""


def home_of(
    frames: Sequence[Frame], parts: "Sequence[Part]", language: Language
) -> str | None:
    """Return the place where the speaker says that they live or work, if they do.

    "I'm in Leeds", "a nurse from Lagos", "my job near Lyon"; not "I want to move to
    Rome", "my sister lives in Oslo", "what do they earn in Delhi".
    """
    for frame, part in zip(frames, parts, strict=True):
        for mention in part.mentions:
            at = mention.first - part.offset
            if mention.kind == PLACE and frame.intent == HOME:
                return mention.id
            if mention.kind != PLACE or not _is_there(frame, part, at, language):
                continue
            return mention.id
    return None


def with_home(
    frames: Sequence[Frame], parts: "Sequence[Part]", language: Language
) -> list[Frame]:
    """Return the frames with a mere place, beside a remark, as where one is.

    "Ireland, Galway. I'm 38", before any role was spoken of.
    """
    told = any(frame.act == "tell" for frame in frames)
    return [
        replace(frame, act="tell", intent=HOME, topics=())
        if told and _is_mere_place(part, language)
        else frame
        for frame, part in zip(frames, parts, strict=True)
    ]


def _is_mere_place(part: "Part", language: Language) -> bool:
    mere = part.slots.keys() == {PLACE} and not (part.roles or part.cues or part.shapes)
    return mere and not part.question and not part.content(language)


def _is_there(frame: Frame, part: "Part", at: int, language: Language) -> bool:
    """Whether the place at an index of a clause is where its speaker is."""
    before = part.words[:at]
    start = at
    while start and language.has("around_places", part.words[start - 1]):
        start -= 1
    if language.phrases["not_yet_there"].within(before):
        return False
    if language.phrases["lives_in"].ends(part.words, start):
        return True
    if part.question or not language.has("place_leads", _word(part, start - 1)):
        return False
    if frame.act == "tell":
        return frame.intent != GOAL
    return _is_of_me(before, language) or _is_trade(part, at)


def is_trade_at_place(part: "Part", language: Language) -> bool:
    """Whether a clause tells its speaker's trade and place: "a nurse in Leeds, 33"."""
    if part.question or part.roles or part.cues:
        return False
    places = [m.first - part.offset for m in part.mentions if m.kind == PLACE]
    return any(
        _is_trade(part, at)
        and language.has("place_leads", _word(part, at - 1))
        and not language.phrases["not_yet_there"].within(part.words[:at])
        for at in places
    )


def _is_trade(part: "Part", at: int) -> bool:
    """Whether a place is where a trade is done, which must be the speaker's."""
    trades = [m.first - part.offset < at for m in part.mentions if m.kind == "job"]
    return any(trades) and not part.roles and not part.cues


def _word(part: "Part", at: int) -> str:
    return part.words[at] if at >= 0 else ""


def _is_of_me(before: Sequence[str], language: Language) -> bool:
    return any(language.has("first_person", word) for word in before[:BACK])


def says_here(part: "Part", language: Language) -> bool:
    """Whether a clause speaks of where its speaker is: "what about over here"."""
    return PLACE not in part.slots and language.names("at_home", part.words)


def asks_here(part: "Part", language: Language) -> bool:
    """Whether a clause asks the same again for where the speaker is."""
    if part.roles or part.cues or part.shapes or part.slots:
        return False
    small = ("setting_beside", "here_words")
    return says_here(part, language) and all(
        any(language.has(name, word) for name in small)
        for word in part.content(language)
    )


def names_wrong_place(part: "Part", language: Language) -> bool:
    """Whether a clause only says for where the answer before was: "that's America"."""
    here = language.names("at_home", part.words)
    if (part.question and not here) or part.slots.keys() != {PLACE} or part.roles:
        return False
    words = without_openers(part.words, language)
    if not words or not language.phrases["was_there"].at(words, 0):
        return False
    small = ("of_there", "setting_beside", "here_words")
    return all(
        any(language.has(name, word) for name in small)
        for word in part.content(language)
    )


def at_home(frame: Frame, part: "Part", focus: Focus, language: Language) -> Frame:
    """Return a question that names no place as one on where the speaker is.

    Where it says "here" and nothing is known, the place stays open.
    """
    local = frame.act in ("ask", "compare") and set(frame.topics) & set(LOCAL)
    here = frame.at_home or says_here(part, language)
    if not local or (PLACE in frame.slots and not here):
        return replace(frame, at_home=False) if frame.at_home else frame
    if language.names("abroad", part.words):
        return frame
    if focus.home is None:
        return replace(frame, at_home=here and PAY in frame.topics)
    return replace(frame, slots={**frame.slots, PLACE: (focus.home,)}, at_home=True)
