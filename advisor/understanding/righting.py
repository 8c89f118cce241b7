"""Hear which role should have been said: "make that X", "X, I mean", "typo: X"."""

from collections.abc import Sequence

from advisor.understanding.language import Language
from advisor.understanding.mentions import Mention
from advisor.understanding.parts import Part

STAR = "*"
"""What chat puts beside a word that sets another right: "data engineers*"."""
ARTICLES = ("a", "an", "the")


def names_meant(part: Part, language: Language) -> bool:
    """Return whether a clause names the role that should have been said.

    Beside the name stands nothing but what says so, on its one side or its other;
    what else the clause holds ("my fingers type what they like") is of no matter.
    """
    if part.words and language.has("question_words", part.words[0]):
        return False
    roles = [m for m in part.mentions if m.role and not m.pointed]
    return any(_is_set_right(m, part, language) for m in roles)


def _is_set_right(mention: Mention, part: Part, language: Language) -> bool:
    """Whether what stands right beside a name says that it was meant."""
    words = part.words
    first, behind = mention.first - part.offset, mention.last + 1 - part.offset
    if STAR in (*words[max(0, first - 1) : first], *words[behind : behind + 1]):
        return True
    before = [word for word in words[:first] if word[0].isalnum()]
    while before and before[-1] in ARTICLES:
        before.pop()
    if language.phrases["meant_before"].ends(before, len(before)):
        return not language.names_any("seeming", words[behind : behind + 1])
    while behind < len(words) and not words[behind][0].isalnum():
        behind += 1
    length = behind < len(words) and language.phrases["meant_behind"].at(words, behind)
    return bool(length) and _ends_there(words, behind + length)


def _ends_there(words: Sequence[str], at: int) -> bool:
    """Whether nothing goes on behind a phrase: a sign follows, or the end."""
    return at >= len(words) or not words[at][0].isalnum()
