"""Yearly sums in the unit that was asked for, within their own currency."""

from collections.abc import Mapping, Sequence

from advisor.data.model import SIGNS, Figure

PARTS: Mapping[str, int] = {"month": 12, "week": 52, "hour": 52 * 40}
"""Unit -> how many go into a year; an hour of forty a week, paid all year."""
LAKH = 100_000
MOST = 4
"""Sums that are converted."""
_YEAR = " a year"


def unit_asked(said: Sequence[str], lists: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return the unit that the words of a question name: month, week, hour or lakh."""
    line = f" {' '.join(said)} "
    for unit in (*PARTS, "lakh"):
        if any(f" {phrase} " in line for phrase in lists[f"unit_{unit}"]):
            return unit
    return None


def converted(figures: Sequence[Figure], unit: str) -> tuple[str, ...]:
    """Return the yearly sums among figures in another unit, as text; none it cannot."""
    sums = []
    for figure in figures:
        scale, _, currency = figure.unit.removesuffix(_YEAR).rpartition(" ")
        if not figure.unit.endswith(_YEAR) or currency not in SIGNS:
            continue
        value = float(figure.value) * (LAKH if scale == "lakh" else 1)
        if unit != "lakh":
            sums.append(f"{SIGNS[currency]}{value / PARTS[unit]:,.0f}")
        elif currency == "INR" and not scale:
            sums.append(f"{value / LAKH:,.1f}")
    return tuple(dict.fromkeys(sums))[:MOST]


def has_sums(figures: Sequence[Figure]) -> bool:
    """Return whether any figure is a yearly sum of money."""
    return any(
        f.unit.endswith(_YEAR) and f.unit.split(" ")[-3] in SIGNS for f in figures
    )
