"""Leave out what tells nothing of the speaker: "people who hate maths", a mere "no"."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.understanding.language import Language
from advisor.understanding.parts import Part

IDLE = "-"
"""Stands for a word that says nothing of the speaker."""
BEFORE = 5
"""Within so many words before "who" its speaker may be meant: "I'm someone who"."""
VERB_FROM = 2
"""So many words behind "who" the verb of the clause itself may follow."""
FEWEST = 3
"""A clause of fewer words beside it says nothing by itself."""


def without_relatives(part: Part, language: Language) -> Part:
    """Return a clause with what it tells of others as words that say nothing.

    "Explaining charts to people who hate maths is fun" is of explaining charts. Whom
    the speaker means by "someone who" is left: "I'm someone who hates maths", and "a
    job for people who hate maths".
    """
    words = part.words
    if part.question or not language.names_any("relative_who", words):
        return part
    idle: set[int] = set()
    for i, word in enumerate(words):
        if language.has("relative_who", word) and _of_others(words, i, language):
            idle |= set(range(i, _end(words, i, language)))
    left = [w for i, w in enumerate(words) if i not in idle and w[0].isalnum()]
    if not idle or len(left) < FEWEST:
        return part
    tokens = tuple(
        replace(token, text=IDLE) if i in idle else token
        for i, token in enumerate(part.tokens)
    )
    inside = {i + part.offset for i in idle}
    mentions = tuple(m for m in part.mentions if m.first not in inside)
    return replace(part, tokens=tokens, mentions=mentions)


def without_mere_no(part: Part, language: Language) -> Part:
    """Return a clause with a "no" that only answers as a word that says nothing.

    "No, not really into stats" turns nothing down twice; "no maths" does once.
    """
    words = part.words
    if len(words) < FEWEST or not language.has("answer_no", words[0]):
        return part
    rest = words[1:]
    apart = not rest[0][0].isalnum()
    denied, mine = (language.names_any(name, rest) for name in ("negators", "selves"))
    told = denied and mine  # "no maths isn't my thing"
    if not (language.has("negators", rest[0]) or told or (apart and (denied or mine))):
        return part
    first = replace(part.tokens[0], text=IDLE)
    return replace(part, tokens=(first, *part.tokens[1:]))


def _of_others(words: Sequence[str], at: int, language: Language) -> bool:
    """Whether those before a "who" are people that the clause only speaks of."""
    who = ("relative_people", "relative_others")
    if at == 0 or not any(language.has(name, words[at - 1]) for name in who):
        return False
    owned = at > 1 and language.has("owners", words[at - 2])
    if owned and language.has("relative_others", words[at - 1]):
        return False  # "it's my colleague who likes it" is told of them as it is
    before = words[max(0, at - BEFORE) : at]
    return not language.names_any("relative_self", before)


def _end(words: Sequence[str], at: int, language: Language) -> int:
    """Return where the clause goes on behind what it tells of others."""
    for i in range(at + 1, len(words)):
        if not words[i][0].isalnum() and words[i] != "-":
            return i
        later = i > at + VERB_FROM and language.has("relative_ends", words[i])
        if later or language.has("first_person", words[i]):
            return i
    return len(words)
