"""The list of commands and keys, for `/help`."""

from advisor.terminal.commands import COMMANDS, KEYS
from advisor.terminal.style import Line, Look
from advisor.terminal.width import columns, padded
from advisor.terminal.wrap import flow

NARROW = 50


def help_lines(look: Look, *, keys: bool) -> list[Line]:
    """Return the commands, and the keys where there is an editor, as lines."""
    rows = [(f"{c.name} {c.takes}".rstrip(), c.does) for c in COMMANDS]
    lines = _rows(rows, look)
    if keys:
        lines += [(), *_rows(list(KEYS), look)]
    return lines


def _rows(rows: list[tuple[str, str]], look: Look) -> list[Line]:
    """Return what is named and what it does, side by side where there is room."""
    first = max(columns(name) for name, _ in rows) + 2
    lines: list[Line] = []
    for name, does in rows:
        if look.width < NARROW:
            lines += [(("choice", line),) for line in flow(name, look.width)]
            lines += [(("", line),) for line in flow(does, look.width, "  ")]
            continue
        start, *rest = flow(does, look.width - first)
        lines.append((("choice", padded(name, first)), ("", start)))
        lines += [(("", " " * first + line),) for line in rest]
    return lines
