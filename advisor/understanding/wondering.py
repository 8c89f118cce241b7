"""A question put as a wish to know: "I'd like to know what MLOps people do"."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.text import Token
from advisor.understanding.clauses import WHETHER, Clause
from advisor.understanding.cues import Cues
from advisor.understanding.language import Language
from advisor.understanding.mentions import Mention

START, PREFACED = 3, 16
"""Within how many words, openers aside, the wish begins: "honestly, I wonder".

And where the line begins by what one is: "After ten years of sales, I'd like to know".
"""
PLAIN = 5
"""A wish to know a topic by its name has no more words behind it."""
ABOUT = "about"
SOMEBODY = ("selves", "bare_pronouns", "plural_pronouns", "asked_of", "others")
"""Lists of words, one of which shows that a question is on somebody."""


def without_wish(
    tokens: Sequence[Token],
    clause: Clause,
    mentions: Sequence[Mention],
    cues: Cues,
    language: Language,
) -> Clause:
    """Return a clause from the question on that it wishes to know; else as it is.

    The question must be on a role, a topic or somebody: "I want to know why things
    happen" tells of the speaker, and asks nothing. Behind mere doubt it must name what
    it is on: "no idea what analysts do", not "I don't know what I like".
    """
    words = [token.text for token in tokens[clause.first : clause.last + 1]]
    for wish, may_mean in (("wondering", SOMEBODY), ("doubting", ())):
        at = _behind_wish(wish, words, language)
        if at is None or all(language.has("bare_pronouns", w) for w in words[at:]):
            continue  # "tell me a bit more about that" wants more
        first = clause.first + at
        named = any(first <= m.first <= clause.last and m.role for m in mentions)
        meant = any(language.has(n, word) for word in words[at:] for n in may_mean)
        if named or meant or cues.within(first, clause.last):
            return replace(clause, first=first, asks=True)
    at = _behind_plain_wish(words, language)
    rest = words[at:] if at else []
    own = language.names_any("first_person", rest)
    plain = 0 < len(rest) <= PLAIN and not own and at is not None
    if plain and at is not None and cues.within(clause.first + at, clause.last):
        return replace(clause, first=clause.first + at, asks=True)
    return clause


def _behind_plain_wish(words: Sequence[str], language: Language) -> int | None:
    """Return where what is wished to be known begins: "I want to know the salary"."""
    phrases = language.phrases["wondering"]
    ends = (
        i + phrases.at(words, i)
        for i in range(min(START, len(words)))
        if phrases.at(words, i)
    )
    return next(ends, None)


def _behind_wish(wish: str, words: Sequence[str], language: Language) -> int | None:
    """Return where the question begins behind a phrase of a list, if one does."""
    passed = language.sets["adverbs"]
    start = 0
    while start < len(words) and not words[start][0].isalnum():
        start += 1
    prefaced = start < len(words) and language.has("prefacing", words[start])
    most = PREFACED if prefaced and wish == "wondering" else START
    for i in range(start, min(len(words), start + most)):
        length = language.phrases[wish].at(words, i, passed)
        at = i + length
        while length and at < len(words) - 1 and words[at] in (",", ":", "is", "-"):
            at += 1
        if not length and language.has("question_words", words[i]):
            return None
        if not length or at >= len(words) - 1:
            continue
        if language.has("question_words", words[at]) or words[at] in WHETHER:
            return at
        while at < len(words) - 1 and language.has("bits_of", words[at]):
            at += 1
        if words[at] == ABOUT and at < len(words) - 1:
            return at + 1
    return None
