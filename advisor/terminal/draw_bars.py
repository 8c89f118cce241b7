"""Draw figures as bars on one common scale, and shares as bars of a whole."""

from advisor.dialogue.reply import Bar, Bars, Ranking
from advisor.terminal.style import Line, Look, marked
from advisor.terminal.width import columns, padded
from advisor.terminal.wrap import flow

WIDEST_LABEL = 30
SHORTEST = 24
"""Columns of a bar below which labels go above it."""
LONGEST = 56
GAP = "  "


def draw_bars(block: Bars, look: Look) -> list[Line]:
    """Return a chart: a heading, each bar with its figures and note, a legend."""
    lines: list[Line] = [
        marked(line, "heading") for line in flow(look.spell(block.heading), look.width)
    ]
    labels = [look.spell(bar.label) for bar in block.bars]
    values = [look.spell(_value(bar)) for bar in block.bars]
    label, value = max(map(columns, labels)), max(map(columns, values))
    room = look.width - label - value - 2 * len(GAP)
    beside = label <= WIDEST_LABEL and room >= SHORTEST
    size = min(LONGEST, room if beside else look.width)
    most = max(bar.most for bar in block.bars)
    for bar, name, shown in zip(block.bars, labels, values, strict=True):
        drawn = (
            _spread(bar, size, most, look)
            if block.spread
            else _grown(bar, size, most, look)
        )
        note = look.spell(bar.note)
        if beside:
            start = ("", padded(name, label) + GAP)
            lines.append((start, *drawn, ("", GAP), *marked(shown)))
            under = " " * (label + len(GAP))
        else:
            lines += [marked(line) for line in flow(f"{name}: {shown}", look.width)]
            lines.append(drawn)
            under = ""
        lines += [marked(under + line) for line in flow(note, look.width - len(under))]
    if any(bar.quartiles or bar.ends for bar in block.bars):
        lines += [marked(line) for line in flow(_legend(block, look), look.width)]
    return lines


def _signs(look: Look) -> tuple[str, str, str, str]:
    """Return the signs for the way from zero, the range, its half, its middle."""
    return (".", "-", "=", "o") if look.ascii else ("·", "─", "━", "●")


def _value(bar: Bar) -> str:
    return f"{bar.shown} {bar.marks}".rstrip()


def _spread(bar: Bar, size: int, most: float, look: Look) -> Line:
    """Return a range: thin for all of it, thick for the middle half, and its middle."""
    dot, thin, thick, point = _signs(look)
    cells = [" "] * size

    def at(value: float) -> int:
        return round(value / most * (size - 1)) if most else 0

    starts = [pair[0] for pair in (bar.ends, bar.quartiles) if pair]
    lowest = min([*starts, bar.middle] if bar.middle is not None else starts)
    cells[: at(lowest)] = dot * at(lowest)
    for pair, sign in ((bar.ends, thin), (bar.quartiles, thick)):
        if pair is not None:
            first, last = at(pair[0]), at(pair[1])
            cells[first : last + 1] = sign * (last + 1 - first)
    if bar.middle is None:
        return (("bar", "".join(cells)),)
    middle = at(bar.middle)
    before, after = "".join(cells[:middle]), "".join(cells[middle + 1 :])
    return (("bar", before), ("middle", point), ("bar", after))


def _grown(bar: Bar, size: int, most: float, look: Look) -> Line:
    """Return a bar that grows from zero."""
    full = (bar.middle or 0.0) / most if most else 0.0
    return (("bar", padded(_filled(full, size, look), size)),)


def _filled(share: float, size: int, look: Look) -> str:
    length = min(size, max(1, round(share * size))) if share > 0 else 0
    return ("#" if look.ascii else "█") * length


def _legend(block: Bars, look: Look) -> str:
    """Return what the signs of a chart stand for, of those that it uses."""
    _, thin, thick, point = _signs(look)
    used = (
        (point, block.legend[0], any(bar.middle is not None for bar in block.bars)),
        (thick, block.legend[1], any(bar.quartiles for bar in block.bars)),
        (thin, block.legend[2], any(bar.ends for bar in block.bars)),
    )
    return GAP.join(
        f"{sign} {look.spell(means)}" for sign, means, there in used if there
    )


def draw_ranking(block: Ranking, look: Look) -> list[Line]:
    """Return names with bars for their shares of the whole, and what is said of each.

    The rest of the whole is dotted, so that a third looks like a third.
    """
    names = [look.spell(name) for name in block.names]
    label, shown = max(map(columns, names)), max(map(columns, block.shown))
    room = look.width - label - shown - 2 * len(GAP)
    beside = room >= SHORTEST // 2
    size = min(LONGEST // 2, room if beside else look.width)
    lines: list[Line] = []
    for name, share, told in zip(names, block.shares, block.shown, strict=True):
        full = _filled(share, size, look)
        rest = _signs(look)[0] * (size - columns(full))
        bar = ("bar", full), ("", rest)
        if beside:
            end = (("", GAP + told),) if told else ()
            lines.append((("", padded(name, label) + GAP), *bar, *end))
        else:
            head = f"{name}: {told}" if told else name
            lines += [marked(line) for line in flow(head, look.width)]
            lines.append(bar)
    return lines
