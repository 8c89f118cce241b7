"""Orders that are no advisor's: "write me a cover letter", "help me with my taxes"."""

from advisor.understanding.language import Language
from advisor.understanding.parts import Part

OPENING = 4
"""Within how many words an order begins: "could you please write"."""


def orders_paper(part: Part, language: Language) -> bool:
    """Whether a text is to be written or seen to for its speaker."""
    words = part.words[:OPENING]
    at = next((i for i, w in enumerate(words) if language.has("orders", w)), None)
    if at is None or language.names_any("orders_of_own", words[:at]):
        return False
    return language.phrases["papers"].within(part.words[at:])
