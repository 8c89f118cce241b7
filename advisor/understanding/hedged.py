"""What is told as if it were asked: "maths is ok i guess?"."""

from collections.abc import Sequence

from advisor.text import tokens
from advisor.understanding.language import Language

ASKS = "?"
TELLS = "."
FEWEST = 4
"""Fewer words are the hedge itself: "maybe?", "python i guess?"."""


def told_for_asked(raw: str, language: Language) -> str:
    """Return a line in which what ends in "i guess?" ends as a plain sentence.

    As long as the line was, so that what is read from it lies at the same place.
    """
    said: list[str] = []
    signs = list(raw)
    for token in tokens(raw):
        if token.text == ASKS and _is_hedged(said, language):
            signs[token.start] = TELLS
        said = [*said, token.text] if token.is_word else []
    return "".join(signs)


def _is_hedged(said: Sequence[str], language: Language) -> bool:
    """Whether a sentence ends in a hedge, and asks for nothing that is needed."""
    ends = language.phrases["hedged_ends"].ends(said, len(said))
    return ends and len(said) >= FEWEST and not language.names_any("needing", said)
