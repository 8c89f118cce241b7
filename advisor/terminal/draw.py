"""Draw a reply, block by block; where nothing is drawn, its words are all there is."""

from collections.abc import Sequence

from advisor.dialogue.reply import (
    Ask,
    Bars,
    Block,
    Heading,
    Items,
    Numbered,
    Ranking,
    Reasons,
    Reply,
    Say,
    Sources,
    Table,
    Timeline,
)
from advisor.terminal.draw_bars import draw_bars, draw_ranking
from advisor.terminal.draw_card import draw_reasons, draw_timeline
from advisor.terminal.draw_table import draw_table
from advisor.terminal.style import Line, Look, marked
from advisor.terminal.words import words
from advisor.terminal.wrap import flow

APART = (Ask, Bars, Ranking, Reasons, Sources, Table, Timeline)
"""Blocks with room above them, and below."""


def draw(reply: Reply, look: Look) -> list[Line]:
    """Return a reply as lines that fit the window."""
    if not look.drawn:
        return words(reply.text, look)
    lines: list[Line] = []
    before: Block | None = None
    for block in reply.blocks:
        if before is not None and _apart(before, block):
            lines.append(())
        lines += _draw(block, look)
        before = block
    return lines


def _apart(before: Block, block: Block) -> bool:
    """Return whether there is room between two blocks."""
    if isinstance(block, Bars):
        return _apart(before, block.words)
    if isinstance(before, Say) and isinstance(block, Say):
        return not before.text.endswith(":")
    if isinstance(before, Items | Numbered):
        return not isinstance(block, Items | Numbered)
    return isinstance(block, (*APART, Heading)) or isinstance(before, APART)


def _draw(block: Block, look: Look) -> list[Line]:  # noqa: C901, PLR0911 - a case each
    match block:
        case Say() | Items() | Numbered():
            return words(block.plain, look)
        case Heading():
            return _headed(block.text, (), look)
        case Sources():
            return _headed(block.heading, block.lines, look)
        case Ask():
            return _asked(block, look)
        case Table():
            return draw_table(block, look)
        case Reasons():
            return draw_reasons(block, look)
        case Timeline():
            return draw_timeline(block, look)
        case Ranking(words=Say() as said):
            return [*_headed(said.text, (), look), *draw_ranking(block, look)]
        case Ranking():
            return draw_ranking(block, look)
        case Bars():
            return [*_draw(block.words, look), (), *draw_bars(block, look)]


def _headed(heading: str, texts: Sequence[str], look: Look) -> list[Line]:
    head = flow(look.spell(heading), look.width)
    body = [line for text in texts for line in words(text, look)]
    return [*(marked(line, "heading") for line in head), *body]


def _asked(block: Ask, look: Look) -> list[Line]:
    """Return a question, and its choices by number."""
    lines = _headed(block.text, (), look)
    for n, choice in enumerate(block.choices, 1):
        lead = f"{n}. "
        first, *rest = flow(look.spell(choice), look.width, lead)
        lines.append((("choice", lead), *marked(first[len(lead) :])))
        lines += [marked(line) for line in rest]
    return lines
