"""Figures of a reply on common scales, beside the words that tell of them.

They are drawn from what the data files say of each figure, and only where the words
carry every number of a bar.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from advisor.data.model import SIGNS, Figure, Snippet
from advisor.dialogue.reply import Bar, Bars, Block, Items, Say, Table
from advisor.dialogue.voice import Citations, Voice

GROWTH = "growth"
NOT_STATED = "not stated"
"""Stands in the data where a source names no place or year."""
MOST_BARS = 8
FEWEST_BARS = 2
"""Bars without a range around them tell something only beside others."""
ROUNDING = 0.005
"""By how much of itself a figure may be rounded and still be the same."""
_MARK = re.compile(r"\[\d+\]")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class _Cited:
    """A figure with whom it is of, and the marks of its sources."""

    figure: Figure
    label: str
    marks: str

    @property
    def key(self) -> tuple[str, ...]:
        """Return what figures of one bar have in common."""
        figure = self.figure
        return (self.label, figure.unit, figure.place, figure.year, self.marks)


def with_charts(
    blocks: Sequence[Block],
    used: Sequence[Snippet],
    voice: Voice,
    cite: Citations,
    places: Collection[str] = (),
) -> list[Block]:
    """Return blocks, those with figures that can be compared made into bars.

    Args:
        blocks: the reply.
        used: the snippets that it tells.
        voice: the words.
        cite: the marks of the sources.
        places: the names of the places asked about. Where figures of one of these are
            there, those of other places are left to the words.

    """
    told = list(blocks)
    words = "\n".join(block.plain for block in blocks)
    carried = numbers(words)
    found: dict[str, list[tuple[str, Bar]]] = {}
    for unit, place, bar in _bars(list(_figures(used, voice, cite)), voice):
        known = found.setdefault(unit, [])
        told_before = any(
            _same(b, bar) and (p == place or NOT_STATED in (p, place)) for p, b in known
        )
        if not told_before and _says(bar, carried, words):
            known.append((place, bar))
    asked = {place.removeprefix("the ") for place in places}
    for unit, all_bars in found.items():
        near = [b for b in all_bars if b[0].removeprefix("the ") in asked]
        bars = near or all_bars
        shown = tuple(bar for _, bar in bars[:MOST_BARS])
        ranged = any(bar.quartiles or bar.ends for bar in shown)
        if len(shown) >= FEWEST_BARS or ranged:
            _draw(told, unit, shown, voice)
    return told


def _same(known: Bar, bar: Bar) -> bool:
    """Whether two bars of one place show one figure, rounded or told otherwise."""
    if known.label != bar.label:
        return False
    if (known.shown, known.note) == (bar.shown, bar.note):
        return True
    if known.middle is None or bar.middle is None or bar.quartiles or bar.ends:
        return False
    marks = set(_MARK.findall(known.marks)) & set(_MARK.findall(bar.marks))
    return bool(marks) and abs(known.middle - bar.middle) <= ROUNDING * known.middle


def numbers(text: str) -> frozenset[float]:
    """Return the numbers that a text carries."""
    found = (number.rstrip(",").replace(",", "") for number in _NUMBER.findall(text))
    return frozenset(float(number) for number in found)


def _figures(
    used: Sequence[Snippet], voice: Voice, cite: Citations
) -> Iterator[_Cited]:
    """Yield the figures for drawing of what was said, once each."""
    for snippet in dict.fromkeys(used):
        role = snippet.role
        own = voice.catalog.roles[role].plural if role else ""
        sides = snippet.positions or (snippet,)
        for side in sides:
            known = [s for s in side.sources if s in cite.numbers]
            for figure in side.figures:
                label = figure.of or own
                if figure.part and label and known:
                    label = label[:1].upper() + label[1:]
                    yield _Cited(figure, label, cite.marks(known))


def _bars(figures: Sequence[_Cited], voice: Voice) -> Iterator[tuple[str, str, Bar]]:
    """Yield a bar for each middle, with its range, behind its unit and place."""
    for key in dict.fromkeys(item.key for item in figures):
        same = [item for item in figures if item.key == key]
        by_part = {item.figure.part: float(item.figure.value) for item in same}
        middles = [i for i in same if i.figure.part in ("middle", GROWTH)]
        quartiles = _pair(by_part, "quartile_1", "quartile_3")
        ends = _pair(by_part, "low", "high")
        if len({float(item.figure.value) for item in middles}) > 1:
            quartiles = ends = None  # whose range it is, nobody knows
        for item in middles:
            bar = _bar(item, voice)
            ranged = replace(bar, quartiles=quartiles, ends=ends)
            yield _scale(item), item.figure.place, ranged
        if not middles and ends is not None:
            low = next(i for i in same if i.figure.part == "low")
            yield _scale(low), low.figure.place, _range(low, ends, voice)


def _pair(parts: dict[str, float], one: str, two: str) -> tuple[float, float] | None:
    if one in parts and two in parts and parts[one] <= parts[two]:
        return parts[one], parts[two]
    return None


def _scale(item: _Cited) -> str:
    return GROWTH if item.figure.part == GROWTH else item.figure.unit


def _bar(item: _Cited, voice: Voice) -> Bar:
    figure = item.figure
    shown = _shown(float(figure.value), item, voice)
    return Bar(item.label, float(figure.value), shown, _note(item), item.marks)


def _range(item: _Cited, ends: tuple[float, float], voice: Voice) -> Bar:
    low, high = (_shown(value, item, voice) for value in ends)
    shown = voice.say("bar_range", low=low, high=high)
    return Bar(item.label, None, shown, _note(item), item.marks, None, ends)


def _note(item: _Cited) -> str:
    """Return what a figure is, where and when; not again whom it is of."""
    figure = item.figure
    what = figure.statistic.replace(f", {figure.of}", "") if figure.of else ""
    told = (what or figure.statistic, figure.place, figure.year)
    return ", ".join(part for part in told if part != NOT_STATED)


def _shown(value: float, item: _Cited, voice: Voice) -> str:
    """Return a figure as the words write it."""
    if item.figure.part == GROWTH:
        return voice.say("percent", count=f"{value:g}")
    scale, _, currency = item.figure.unit.rpartition(" a ")[0].rpartition(" ")
    number = f"{value:,.0f}" if value.is_integer() else f"{value:,}"
    return f"{SIGNS.get(currency, currency + ' ')}{number} {scale}".rstrip()


def _says(bar: Bar, carried: frozenset[float], words: str) -> bool:
    """Return whether the words carry all that a bar shows, its year included."""
    drawn = (bar.middle, *(bar.quartiles or ()), *(bar.ends or ()))
    told = all(value in carried for value in drawn if value is not None)
    return told and all(digits in words for digits in re.findall(r"\d+", bar.note))


def _draw(told: list[Block], unit: str, bars: tuple[Bar, ...], voice: Voice) -> None:
    """Put bars beside the last block that tells of one of them."""
    wanted = {bar.middle for bar in bars} | {e for bar in bars for e in bar.ends or ()}
    for at in reversed(range(len(told))):
        block = told[at]
        if not isinstance(block, Say | Items | Table | Bars):
            continue
        if wanted & numbers(block.plain):
            growth = unit == GROWTH
            heading = voice.say("chart_growth" if growth else "chart_pay", unit=unit)
            legend = tuple(
                voice.say(f"bar_{key}") for key in ("middle", "half", "ends")
            )
            first, second, third = legend
            told[at] = Bars(block, heading, bars, (first, second, third), not growth)
            return
