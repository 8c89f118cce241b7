"""A topic set aside before what is asked: "forget the stress, what do they earn?"."""

from collections.abc import Sequence

from advisor.understanding.cues import Cues
from advisor.understanding.language import Language
from advisor.understanding.prepare import Prepared

SEPARATORS = (",", ".", ";", "!", ":", "-", "and", "but")
FEWEST = 2
"""How many words must be left to be read."""
EARLY = 4
"""Within how many words what asks must stand."""


def rest_behind(prepared: Prepared, cues: Cues, language: Language) -> str | None:
    """Return what a line asks behind a topic that it only sets aside, if it does so."""
    words = [token.text for token in prepared.tokens]
    lead = _lead(words, language)
    at = _behind_lead(words, lead, language)
    if at is None:
        return None
    named = next((m for m in prepared.mentions if m.role and m.first == at), None)
    if at in cues.at:
        at += cues.at[at][1]
    elif named is not None and not language.phrases["leaves_out"].at(words, lead):
        at = named.last + 1
    else:
        return None
    while at < len(words) and language.has("aside_ends", words[at]):
        at += 1
    if at >= len(words) - FEWEST or words[at] not in SEPARATORS:
        return None
    if not _asks(words[at + 1 :], language):
        return None
    return prepared.text[prepared.tokens[at].end :].strip()


def _lead(words: Sequence[str], language: Language) -> int:
    """Return where a line begins to say something."""
    at = 0
    while at < len(words) - 1 and (
        not words[at][0].isalnum()
        or language.has("openers", words[at])
        or language.has("apart", words[at])
    ):
        at += 1
    return at


def _behind_lead(words: Sequence[str], at: int, language: Language) -> int | None:
    """Return where the thing begins that a line says to leave: behind "never mind"."""
    length = language.phrases["sets_aside"].at(words, at)
    if not length:
        return None
    at += length
    while at < len(words) - 1 and language.has("articles", words[at]):
        at += 1
    return at


def _asks(words: Sequence[str], language: Language) -> bool:
    """Whether words ask something."""
    said = [word for word in words if word[0].isalnum()][:EARLY]
    lists = ("question_words", "auxiliaries", "requests")
    return words[-1] == "?" or any(
        language.has(name, word) for name in lists for word in said
    )
