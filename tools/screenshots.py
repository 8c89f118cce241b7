"""Write the screenshots of the README, from conversations held with the program.

Run it with the project's own Python (`make screenshots`). The same data files make
the same pictures.
"""

from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

import pyte

from advisor import Advisor
from advisor.terminal.draw import draw
from advisor.terminal.style import Look, paint
from advisor.terminal.words import words

DOCS = Path(__file__).resolve().parent.parent / "docs"
COLUMNS = 80
ROW, COLUMN, EDGE = 19, 8.4, 14
"""Pixels of a line, of a column, and around them."""
SHOTS = {
    "pay.svg": (("who earns more, an AI engineer or an MLOps engineer?",), 1, 99),
    "suggestion.svg": (
        (
            "I love coding and building systems that keep running",
            "I know Python and SQL, and I cannot stand statistics",
            "what should I become?",
        ),
        3,
        52,
    ),
}
"""File -> what is said, which of its replies is shown, how many lines at most."""
BLANK = "&#160;"
"""Blanks that no renderer takes out."""
GROUND, INK = "#1b1f24", "#d5d9e0"
COLOURS = {
    "default": INK,
    "red": "#f07178",
    "green": "#a5d16f",
    "brown": "#e6c07b",
    "blue": "#6cb6ff",
    "magenta": "#c792ea",
    "cyan": "#5fd3e0",
}


def shown(advisor: Advisor, lines: tuple[str, ...], which: int) -> str:
    """Return what the chat prints for the last of some lines."""
    look = Look(COLUMNS - 1, colour=True)
    state, said = advisor.start(), ""
    for line in lines[:which]:
        turn = advisor.step(state, line)
        state = turn.state
        typed = paint(words(f"> {line}", look), look)
        said = f"{typed}\n\n{paint(draw(turn.reply, look), look)}\n"
    return said


def rows(text: str, most: int) -> list[list[Any]]:
    """Return the cells of each line of a screen that shows a text."""
    count = text.count("\n") + 1
    screen = pyte.Screen(COLUMNS, count)
    pyte.Stream(screen).feed(text.replace("\n", "\r\n"))
    lines = [[screen.buffer[y][x] for x in range(COLUMNS)] for y in range(count)]
    while lines and not any(cell.data.strip() for cell in lines[-1]):
        lines.pop()
    return lines[:most]


def svg(lines: list[list[Any]]) -> str:
    """Return a picture of a screen."""
    width, height = COLUMNS * COLUMN + 2 * EDGE, len(lines) * ROW + 2 * EDGE
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" font-size="14" '
        "font-family=\"'DejaVu Sans Mono', Menlo, Consolas, monospace\">"
    )
    parts = [head, f'<rect width="100%" height="100%" rx="8" fill="{GROUND}"/>']
    for y, cells in enumerate(lines, 1):
        x = 0
        for (colour, bold), run in groupby(cells, key=lambda c: (c.fg, c.bold)):
            whole = "".join(cell.data for cell in run)
            text, before = whole.strip(), len(whole) - len(whole.lstrip())
            if text:
                at = EDGE + (x + before) * COLUMN, EDGE + y * ROW - 5
                parts.append(span(text, at, COLOURS[colour], bold=bold))
            x += len(whole)
    return "\n".join([*parts, "</svg>", ""])


def span(text: str, at: tuple[float, float], colour: str, *, bold: bool) -> str:
    """Return a piece of a line at its place, as wide as a terminal makes it."""
    weight = ' font-weight="bold"' if bold else ""
    shown = escape(text).replace(" ", BLANK)
    return (
        f'<text x="{at[0]:g}" y="{at[1]:g}" textLength="{len(text) * COLUMN:g}" '
        f'fill="{colour}"{weight}>{shown}</text>'
    )


def main() -> None:
    """Write every screenshot."""
    advisor = Advisor.load()
    for name, (lines, which, most) in SHOTS.items():
        picture = svg(rows(shown(advisor, lines, which), most))
        (DOCS / name).write_text(picture, encoding="utf-8")
        print(f"docs/{name}: {len(picture):,} characters")


if __name__ == "__main__":
    main()
