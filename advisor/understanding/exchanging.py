"""Hear that one role takes the place of another in play: "swap X for Y"."""

from collections.abc import Sequence

from advisor.understanding.language import Language
from advisor.understanding.parts import Part

ARTICLES = ("a", "an", "the")
LONGEST = 3
"""At most so many words stand between the two names."""


def exchanged(part: Part, language: Language) -> tuple[str, str] | None:
    """Return the role that goes and the one that comes instead, if a clause says so."""
    named = [(m.role, m) for m in part.mentions if m.role and not m.pointed]
    if len(named) != len(("gone", "come")):
        return None
    (gone, one), (come, two) = named
    lead = _before(part.words[: one.first - part.offset])
    between = part.words[one.last + 1 - part.offset : two.first - part.offset]
    if not lead or len(between) > LONGEST:
        return None
    said = {f"{lead} {word}" for word in between}
    if said.isdisjoint(language.sets["exchanges"]):
        return None
    return gone, come


def put_in(roles: Sequence[str], exchange: tuple[str, str] | None) -> tuple[str, ...]:
    """Return roles with the one that goes replaced by the one that comes.

    Of none where nothing is exchanged, or neither of the two was among them.
    """
    if exchange is None:
        return ()
    gone, come = exchange if exchange[0] in roles else (exchange[1], exchange[0])
    if gone not in roles:
        return ()
    return tuple(dict.fromkeys(come if role == gone else role for role in roles))


def _before(words: Sequence[str]) -> str:
    """Return the word before a name, articles aside."""
    left = [word for word in words if word not in ARTICLES]
    return left[-1] if left else ""
