"""Plain words, as lines that fit the window."""

from advisor.terminal.style import Line, Look, marked
from advisor.terminal.wrap import flow


def words(text: str, look: Look) -> list[Line]:
    """Return plain words as lines that fit the window."""
    return [
        marked(line)
        for raw in look.spell(text).split("\n")
        for line in flow(raw, look.width)
    ]
