"""Read small things said shortly or at length as what they mean.

"Was a nurse for ten years" leaves out its "I"; "every minute of it" is "it".
"""

from collections.abc import Sequence
from dataclasses import replace

from advisor.text import Token, ends_sentence
from advisor.understanding.language import Language

SUBJECT = "i"
ASKS, COMMA = "?", ","


def with_subject(cut: Sequence[Token], language: Language) -> list[Token]:
    """Return tokens with an "i" before each statement that begins without one.

    The word that is put in has the place of the one behind it.
    """
    found: list[Token] = []
    first = 0
    for i, token in enumerate(cut):
        if i + 1 < len(cut) and not ends_sentence(token):
            continue
        found += _told(cut[first : i + 1], language)
        first = i + 1
    return found


def _told(sentence: Sequence[Token], language: Language) -> list[Token]:
    """Return a sentence with its subjects, where it is a statement that lacks them."""
    words = [token.text for token in sentence]
    lacks, at = language.phrases["lacks_i"], _opens_at(sentence, language)
    if ASKS in words:
        return list(sentence)
    found: list[Token] = []
    for i, token in enumerate(sentence):
        own = not any(language.has("others", word) for word in words[:i])
        may = i == at or (i > at and words[i - 1] == COMMA and own)
        if may and lacks.at(words, i):
            found.append(replace(token, text=SUBJECT))
        found.append(token)
    return found


def _opens_at(sentence: Sequence[Token], language: Language) -> int:
    """Return where a sentence begins, behind what only leads to it."""
    at = 0
    while at < len(sentence) - 1 and (
        language.has("openers", sentence[at].text) or not sentence[at].is_word
    ):
        at += 1
    return at


def less_amounts(cut: Sequence[Token], language: Language) -> list[Token]:
    """Return tokens without how much of a thing: "hated every minute of it"."""
    words, found, at = [token.text for token in cut], list[Token](), 0
    while at < len(cut):
        end = at + language.phrases["amounts_of"].at(words, at)
        pointed = end > at and language.names_any("pronouns", words[end : end + 1])
        at = end if pointed else at
        found.append(cut[at])
        at += 1
    return found
