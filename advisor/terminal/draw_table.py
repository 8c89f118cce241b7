"""Draw things side by side; below one another where the window is narrow."""

from advisor.dialogue.reply import Table
from advisor.terminal.style import Line, Look, marked
from advisor.terminal.width import columns
from advisor.terminal.wrap import flow

NARROWEST = 30
"""Columns of text below which columns are stacked."""


def draw_table(block: Table, look: Look) -> list[Line]:
    """Return the heads with their texts, in columns where there is room for them."""
    heads = [look.spell(head) for head in block.heads]
    cells = [look.spell(cell) for cell in block.cells]
    between = " | " if look.ascii else " │ "
    count = len(heads)
    each = (look.width - (count - 1) * len(between)) // count
    if count > 1 and each >= NARROWEST:
        return _columns(heads, cells, each, between)
    return _stacked(heads, cells, look.width)


def _columns(heads: list[str], cells: list[str], each: int, between: str) -> list[Line]:
    """Return columns: heads, a rule, texts."""
    dash, cross = ("-", "-+-") if between.isascii() else ("─", "─┼─")
    lines: list[Line] = []
    tops = [flow(head, each) for head in heads]
    texts = [flow(cell, each) for cell in cells]
    lines += _rows(tops, each, between, "heading")
    lines.append((("rule", cross.join([dash * each] * len(heads))),))
    return lines + _rows(texts, each, between, "")


def _rows(parts: list[list[str]], each: int, between: str, style: str) -> list[Line]:
    """Return the lines of some columns, side by side."""
    lines: list[Line] = []
    for i in range(max(map(len, parts))):
        spans: list[tuple[str, str]] = []
        for n, part in enumerate(parts):
            text = part[i] if i < len(part) else ""
            spans += [("rule", between)] if n else []
            spans += marked(text, style)
            last = n == len(parts) - 1
            spans += [] if last else [("", " " * (each - columns(text)))]
        lines.append(tuple(spans))
    return lines


def _stacked(heads: list[str], cells: list[str], width: int) -> list[Line]:
    """Return each head with its text under it."""
    lines: list[Line] = []
    for head, cell in zip(heads, cells, strict=True):
        lines += [()] if lines else []
        lines += [marked(line, "heading") for line in flow(head, width)]
        lines += [marked(line) for line in flow(cell, width)]
    return lines
