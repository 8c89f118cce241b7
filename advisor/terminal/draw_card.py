"""Draw the parts of a suggestion: its reasons, and the path as a timeline."""

from advisor.dialogue.reply import Reasons, Timeline
from advisor.terminal.style import Line, Look, marked
from advisor.terminal.wrap import flow

SIGNS = {"for": "+", "against": "-", "change": "~"}
LONGEST = 60
FEWEST = 3
"""Columns of the shortest step on the strip."""


def draw_reasons(block: Reasons, look: Look) -> list[Line]:
    """Return a heading and its reasons, each behind the sign of their kind."""
    lines = [
        marked(li, "heading") for li in flow(look.spell(block.heading), look.width)
    ]
    sign = SIGNS[block.kind]
    for text in block.texts:
        first, *rest = flow(look.spell(text), look.width, f"{sign} ")
        lines.append(((block.kind, first[:1]), *marked(first[1:])))
        lines += [marked(line) for line in rest]
    return lines


def draw_timeline(block: Timeline, look: Look) -> list[Line]:
    """Return a heading, a strip as long as the steps take, and the steps."""
    lines = [
        marked(li, "heading") for li in flow(look.spell(block.heading), look.width)
    ]
    strip = _strip(block, look)
    if strip:
        lines.append((("bar", strip),))
    knot, thread = ("o", "|") if look.ascii else ("●", "│")
    last = len(block.texts)
    for n, text in enumerate(block.texts, 1):
        lead = f"{knot} {n}. "
        under = (thread if n < last else " ") + " " * (len(lead) - 1)
        first, *rest = flow(look.spell(text), look.width, lead, under)
        lines.append((("bar", first[:1]), *marked(first[1:])))
        lines += [(("bar", line[:1]), *marked(line[1:])) for line in rest]
    return lines


def _strip(block: Timeline, look: Look) -> str:
    """Return the steps as one line, each as long as its share of the weeks."""
    dash, end = ("=", ">") if look.ascii else ("━", "▶")
    room = min(look.width, LONGEST) - len(end)
    total = sum(block.weeks)
    if total <= 0 or room < FEWEST * len(block.weeks):
        return ""
    spare = room - FEWEST * len(block.weeks)
    done, parts, reached = 0, [], 0
    for n, weeks in enumerate(block.weeks, 1):
        done += weeks
        until = round(spare * done / total)
        parts.append(str(n).ljust(FEWEST + until - reached, dash))
        reached = until
    return "".join(parts) + end
