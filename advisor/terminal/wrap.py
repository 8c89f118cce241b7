"""Wrap text to a window by the width that characters really take."""

import re

from advisor.terminal.width import columns, cut

NARROWEST = 4
WIDEST = 100
"""Longer lines are hard to read, however wide the window."""
_LEAD = re.compile(r"(?:- |\d+\. |\[\d+\] )")


def wrap(text: str, width: int) -> str:
    """Return a text whose lines take at most so many columns.

    Lines of a list are continued under their words. A word longer than a line
    is cut; a link is not, so that it can be followed and copied whole.
    """
    width = max(NARROWEST, min(width, WIDEST))
    return "\n".join(line for raw in text.split("\n") for line in flow(raw, width))


def flow(line: str, width: int, lead: str = "", indent: str | None = None) -> list[str]:
    """Return a paragraph as lines of at most so many columns.

    Args:
        line: the paragraph.
        width: columns.
        lead: what stands before its first line.
        indent: what stands before the others; blanks under the lead if not given.

    """
    width = max(NARROWEST, width)
    if not lead:
        found = _LEAD.match(line)
        lead = found[0] if found else ""
        line = line[len(lead) :]
    under = " " * columns(lead) if indent is None else indent
    if max(columns(lead), columns(under)) >= width - 1:
        lead, under = lead.strip() and lead, ""
    lines: list[str] = []
    current, empty = lead, True
    for word in _pieces(line.split(" "), width - columns(under)):
        if _is_long_link(word, width - columns(under)):
            lines += [*([] if empty and not current.strip() else [current]), word]
            current, empty = under, True
            continue
        joined = current + word if empty else f"{current} {word}"
        if columns(joined) <= width:
            current, empty = joined, False
            continue
        lines.append(current)
        current, empty = under + word, False
    if current.strip() or not lines:
        lines.append(current)
    return [line.rstrip() for line in lines]


def _is_long_link(word: str, width: int) -> bool:
    """Whether a word is a link too long for a line, which the terminal may break."""
    return word.startswith(("https://", "http://")) and columns(word) > width


def _pieces(words: list[str], width: int) -> list[str]:
    """Return words, those too long for a line cut into pieces that fit."""
    pieces: list[str] = []
    for word in words:
        if _is_long_link(word, width):
            pieces.append(word)
            continue
        rest = word
        while columns(rest) > width and len(rest) > 1:
            piece, rest = cut(rest, width)
            pieces.append(piece)
        pieces.append(rest)
    return pieces
