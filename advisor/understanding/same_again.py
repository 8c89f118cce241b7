"""Hear that the question before is put again of others: "now the same for X"."""

from collections.abc import Sequence

from advisor.understanding.language import Language
from advisor.understanding.parts import Part

LEVEL = "level"


def asks_the_same(part: Part, language: Language) -> bool:
    """Return whether a clause puts the question before of the roles it names.

    It says so ("do that for X"), and asks nothing of its own.
    """
    if not part.names_role or part.cues or part.shapes:
        return False
    if part.slots.keys() - {"place", "level"}:
        return False
    return language.names("same_for_others", _said(part))


def adds_level(part: Part, language: Language) -> bool:
    """Return whether a clause puts the question before for another level only.

    "For a beginner I suppose even less, no?"; what it asks for is left as it was.
    """
    levels = [m for m in part.mentions if m.kind == LEVEL]
    if not levels or part.roles or len(levels) != len(part.mentions):
        return False
    named = {i for m in levels for i in range(m.first, m.last + 1)}
    cut = enumerate(part.tokens, part.offset)
    rest = [token.text for i, token in cut if token.is_word and i not in named]
    light = ("comparatives", "level_adds")
    return bool(rest) and all(any(language.has(n, w) for n in light) for w in rest)


def takes_over(part: Part, language: Language) -> bool:
    """Return whether a comparison goes on from the question before.

    "And X versus Y?", "what about X against Y".
    """
    if asks_the_same(part, language):
        return True
    said = _said(part)
    at = language.opened(said)
    leads = language.phrases["leading_in"].at(said, 0)
    leads = leads or language.phrases["leading_in"].at(said, at)
    rest = [w for w in part.content(language) if not language.has("contrast_marks", w)]
    bare = at > 0 and not rest
    return part.names_role and bool(leads or bare)


def _said(part: Part) -> Sequence[str]:
    return [word for word in part.words if word[0].isalnum()]
