"""Wrap text to a window by the width that characters really take."""

import re

from prompt_toolkit.utils import get_cwidth

NARROWEST = 20
WIDEST = 100
"""Longer lines are hard to read, however wide the window."""
_LEAD = re.compile(r"(?:- |\d+\. |\[\d+\] )")


def wrap(text: str, width: int) -> str:
    """Return a text whose lines take at most so many columns.

    Lines of a list are continued under their words. A word longer than a line
    is cut.
    """
    width = max(NARROWEST, min(width, WIDEST))
    return "\n".join(
        line for raw in text.split("\n") for line in _wrap_line(raw, width)
    )


def _wrap_line(line: str, width: int) -> list[str]:
    lead = _LEAD.match(line)
    indent = " " * len(lead[0]) if lead else ""
    lines: list[str] = []
    current = ""
    for word in _pieces(line.split(" "), width - len(indent)):
        joined = f"{current} {word}" if current.strip() else current + word
        if get_cwidth(joined) <= width:
            current = joined
            continue
        lines.append(current)
        current = indent + word
    lines.append(current)
    return lines


def _pieces(words: list[str], width: int) -> list[str]:
    """Return words, those too long for a line cut into pieces that fit."""
    pieces: list[str] = []
    for word in words:
        while get_cwidth(word) > width:
            taken = 0
            for char in word:
                if get_cwidth(word[: taken + 1]) > width:
                    break
                taken += len(char)
            pieces.append(word[: max(1, taken)])
            word = word[max(1, taken) :]  # noqa: PLW2901 - what is left of it
        pieces.append(word)
    return pieces
