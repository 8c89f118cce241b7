"""What somebody works or worked as: "I'm a senior data analyst"."""

from collections.abc import Sequence

from advisor.understanding.fragments import tells_years
from advisor.understanding.language import Language
from advisor.understanding.mentions import Mention
from advisor.understanding.parts import Part
from advisor.understanding.remarks import WITHDRAWN, Remark

WORK = "work"
PLACE = "place"
BACKGROUND, SURE = "tell_background", 0.5
BREAKS, PLACED = (",", "(", ".", ";", ":"), ("in", "at", "for", "with", "since", "here")
BETWEEN = 2
"""Words that may stand before a role's name: "a freelance data analyst"."""


def worked_as(part: Part, quote: str, language: Language) -> list[Remark]:
    """Return the roles that a clause says its speaker works or worked in.

    One that it says is none of theirs is taken back: "I'm not a data analyst".

    Args:
        part: the clause.
        quote: its text, as it may be shown again.
        language: the word lists.

    """
    if part.question or not quote:
        return []
    first = next((m for m in part.mentions if m.kind == "role"), None)
    if first is None:
        return []
    if denies_work(part, language):
        trait = f"{WORK}_{first.id}"
        return [Remark(trait, 0, 0.0, WITHDRAWN, quote, corrects=True)]
    end = _behind_opening(part.words, language)
    told = end is not None and _is_head(first, part, end)
    apart = introduces(first, part, language) or _stands_apart(first, part, language)
    if not told and not apart:
        return []
    return [Remark(f"{WORK}_{first.id}", 1, 1.0, WORK, quote)]


def denies_work(part: Part, language: Language) -> bool:
    """Return whether a clause says that its speaker is none of what it names.

    "I'm not a data analyst"; nothing is told by "I'm not a data analyst type".
    """
    first = next((m for m in part.mentions if m.kind == "role"), None)
    end = _behind_opening(part.words, language, "not_working_as")
    if first is None or end is None or part.question:
        return False
    behind = part.words[first.last - part.offset + 1 :][:1]
    return _is_head(first, part, end) and (not behind or not behind[0][0].isalpha())


def introduces(mention: Mention, part: Part, language: Language) -> bool:
    """Return whether a clause opens with whom it is from: "data analyst here, ...".

    A place may stand between ("data engineer in Porto here"), and years serve as well
    as "here": "junior data analyst for two years".
    """
    first, last = mention.first - part.offset, mention.last - part.offset
    if first > BETWEEN or last + 1 >= len(part.words):
        return False
    behind = _behind_place(part, last + 1, language)
    lasts = language.has("lasting", part.words[behind]) if behind else False
    if lasts and tells_years(part.words[behind:], language):
        return not (part.question or part.cues)
    return language.phrases["introduced_by"].at(part.words, behind) > 0


def _behind_place(part: Part, at: int, language: Language) -> int:
    """Return where a clause goes on behind "in Porto", if that stands at an index."""
    place = next((m for m in part.mentions if m.kind == PLACE), None)
    if place is None or not language.has("place_leads", part.words[at]):
        return at
    last = place.last - part.offset
    near = 0 <= place.first - part.offset - at <= BETWEEN
    return last + 1 if near and last + 1 < len(part.words) else at


def _stands_apart(mention: Mention, part: Part, language: Language) -> bool:
    """Whether a role stands by itself in what tells a past: "web dev in Berlin"."""
    intent, probability = part.scored.best
    if intent != BACKGROUND or probability < SURE or part.question:
        return False
    first, last = mention.first - part.offset, mention.last - part.offset
    opens = not first or part.words[first - 1] in BREAKS
    behind = part.words[last + 1 : last + 2]
    ends = not behind or behind[0] in (*BREAKS, *PLACED) or behind[0].isdigit()
    return opens and ends and not language.phrases["wishing"].within(part.words)


def _behind_opening(
    words: Sequence[str], language: Language, opening: str = "working_as"
) -> int | None:
    """Return where "I'm a", "I worked as a" ends, if a clause begins so."""
    start = 0
    while start < len(words) - 1 and (
        language.has("openers", words[start]) or language.has("joins", words[start])
    ):
        start += 1
    length = language.phrases[opening].at(words, start, language.sets["adverbs"])
    return start + length if length else None


def _is_head(mention: Mention, part: Part, end: int) -> bool:
    """Whether a role is what the speaker is, not whose wife or which fan."""
    first, last = mention.first - part.offset, mention.last - part.offset
    owns = part.words[last].endswith("'s")
    return 0 <= first - end <= BETWEEN and not owns
