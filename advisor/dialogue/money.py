"""Numbers and sums that a line names: "118k", "84.000 euro", "2,900 a month"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.data.model import SIGNS
from advisor.text import words

Lists = Mapping[str, tuple[str, ...]]
_NUMBER = re.compile(
    r"(?P<sign>[$\u20ac\u00a3])?\s?(?P<n>\d[\d.,]*)\s?(?P<k>[kK]\b)?(?P<share>\s?%)?"
)
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_SIGNED = {"$": "USD", "\u20ac": "EUR", "\u00a3": "GBP"}
THOUSAND = 1_000
MONTHS = 12
TAIL = 4
"""Within how many words behind a number its currency and its time stand."""
LEAST_PAY = 500
"""No pay is lower."""
LEAST_YEARLY = 12_000
"""A sum without a time from which on it is one for a year."""
MOST_BARE = 999
"""Of pay, "100" says a hundred thousand."""
LEAST_BARE = 20


@dataclass(frozen=True, slots=True)
class Number:
    """A number as a line names it."""

    value: float
    share: bool
    """Whether it is a percentage."""
    currency: str | None
    typed: str
    """As it was written."""
    tail: tuple[str, ...]
    """The words behind it."""
    thousands: bool
    """Whether it was put in thousands."""


def numbers_in(text: str, lists: Lists) -> tuple[Number, ...]:
    """Return the numbers that a line names, in order."""
    found = []
    matches = list(_NUMBER.finditer(text))
    for match in matches:
        typed = match["n"].rstrip(".,")
        tail = words(text[match.end() :])[:TAIL]
        led = bool(tail) and tail[0] in lists["thousands"]
        thousands = bool(match["k"]) or led
        named = _currency(tail, lists)
        value = _value(typed) * (THOUSAND if thousands else 1)
        share = bool(match["share"]) or tail[:1] == ("percent",)
        sign = _SIGNED.get(match["sign"] or "")
        found.append(
            Number(value, share, sign or named, match[0].strip(" .,"), tail, thousands)
        )
    return _ranges(text, found, matches)


def _ranges(
    text: str, found: Sequence[Number], matches: Sequence[re.Match[str]]
) -> tuple[Number, ...]:
    """Return numbers where the first of "77-91k" counts thousands as well."""
    whole = list(found)
    for i in range(len(whole) - 1):
        between = text[matches[i].end() : matches[i + 1].start()].strip()
        one, two = whole[i], whole[i + 1]
        joined = between in ("-", "\u2013", "to")
        if joined and two.thousands and not one.thousands:
            value = one.value * THOUSAND
            whole[i] = replace(one, value=value, currency=two.currency, thousands=True)
    return tuple(whole)


def _value(typed: str) -> float:
    """Return what a number says; signs between groups of three are no decimals."""
    if _GROUPED.fullmatch(typed) and not typed.startswith("0"):
        return float(re.sub("[.,]", "", typed))
    try:
        return float(typed.replace(",", "."))
    except ValueError:
        return float(re.sub("[.,]", "", typed))


def _currency(tail: Sequence[str], lists: Lists) -> str | None:
    for code in SIGNS:
        if set(lists.get(f"currency_{code.lower()}", ())) & set(tail):
            return code
    return None


@dataclass(frozen=True, slots=True)
class Pay:
    """A sum that somebody is, or wants to be, paid."""

    yearly: float
    currency: str | None
    """None where it was not named."""
    quote: str
    """The words that name it."""
    is_money: bool
    """Whether its words show that it is money."""


def pay_in(text: str, lists: Lists) -> Pay | None:
    """Return the pay that a line names, for a year, if it names one."""
    for number in numbers_in(text, lists):
        if number.share or _counts_else(number, lists):
            continue
        value = number.value
        monthly = _is_monthly(number, lists)
        bare = LEAST_BARE <= value <= MOST_BARE and not number.currency
        if bare and not monthly and not number.thousands:
            value *= THOUSAND
        if value < LEAST_PAY or (not monthly and value < LEAST_YEARLY):
            continue
        money = number.currency or monthly or number.thousands or value >= LEAST_YEARLY
        behind = lists["behind_pay"]
        end = next((i for i, w in enumerate(number.tail) if w not in behind), TAIL)
        quote = " ".join((number.typed, *number.tail[:end]))
        alone = not number.tail or end > 0
        yearly = value * (MONTHS if monthly else 1)
        return Pay(yearly, number.currency, quote, bool(money and alone))
    return None


def _is_monthly(number: Number, lists: Lists) -> bool:
    """Whether a number is a sum for a month, by its words or its size."""
    line = f" {' '.join(number.tail)} "
    return any(f" {phrase} " in line for phrase in lists["unit_month"])


def _counts_else(number: Number, lists: Lists) -> bool:
    """Whether a number counts years, hours or people, and no money."""
    return bool(number.tail) and number.tail[0] in lists["counts_no_pay"]
