"""Numbers and sums that a line names: "118k", "84.000 euro", "2,900 a month"."""

import re
from collections.abc import Iterator, Mapping, Sequence
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
    start: int = 0
    """Where it begins in the line."""


def numbers_in(text: str, lists: Lists) -> tuple[Number, ...]:
    """Return the numbers that a line names, in order."""
    found = []
    matches = list(_NUMBER.finditer(text))
    for match in matches:
        typed = match["n"].rstrip(".,")
        tail = words(text[match.end() :])[:TAIL]
        led = bool(tail) and tail[0] in lists["thousands"]
        thousands = bool(match["k"]) or led
        before = words(text[: match.start()])[-1:]
        named = _currency_behind(tail, lists) or _code_before(before, lists)
        value = _value(typed) * (THOUSAND if thousands else 1)
        share = bool(match["share"]) or tail[:1] == ("percent",)
        sign = _SIGNED.get(match["sign"] or "")
        found.append(
            Number(
                value,
                share,
                sign or named,
                match[0].strip(" .,"),
                tail,
                thousands,
                match.start(),
            )
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


def currency_of(word: str, lists: Lists) -> str | None:
    """Return the code of the currency that a word names, if it names one.

    Of those in which no figures are held, it is the word itself.
    """
    for code in SIGNS:
        if word in lists.get(f"currency_{code.lower()}", ()):
            return code
    return word.upper() if word in lists["currency_others"] else None


def _currency_behind(tail: Sequence[str], lists: Lists) -> str | None:
    """Return the currency that follows a number, in few small words: "is pounds"."""
    at = _currency_at(tail, lists)
    return None if at is None else currency_of(tail[at], lists)


def _currency_at(tail: Sequence[str], lists: Lists) -> int | None:
    """Return which of the words behind a number names its currency."""
    for i, word in enumerate(tail):
        if currency_of(word, lists) is not None:
            return i
        if word not in (*lists["behind_pay"], *lists["before_currency"]):
            return None
    return None


def _code_before(before: Sequence[str], lists: Lists) -> str | None:
    """Return the currency whose code stands before a number: "EUR 70k"."""
    coded = [word for word in before if word in lists["currency_codes"]]
    return currency_of(coded[0], lists) if coded else None


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
    may_be: bool = False
    """Whether a small word follows a mere number, so that it may be money."""
    start: int = 0
    """Where it begins in the line."""


def pay_in(text: str, lists: Lists) -> Pay | None:
    """Return the pay that a line names, for a year, if it names one."""
    return next(pays_in(text, lists), None)


def pays_in(text: str, lists: Lists) -> Iterator[Pay]:
    """Yield each pay that a line names, for a year."""
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
        behind = lists["behind_pay"]
        end = next((i for i, w in enumerate(number.tail) if w not in behind), TAIL)
        alone = not number.tail or end > 0
        apart = bool(number.tail) and number.tail[0] in lists["past_pay"]
        plain = number.thousands or monthly or number.value >= LEAST_YEARLY
        yield Pay(
            value * (MONTHS if monthly else 1),
            number.currency,
            _quoted(number, number.tail[:end], lists),
            alone or bool(number.currency) or (plain and apart),
            apart,
            number.start,
        )


def _quoted(number: Number, behind: Sequence[str], lists: Lists) -> str:
    """Return the words that name a sum, its currency among them: "40k pounds"."""
    at = _currency_at(number.tail, lists)
    if at is not None and at >= len(behind):
        behind = (*behind, number.tail[at])
    behind = [w.upper() if w in lists["currency_codes"] else w for w in behind]
    if at is not None:
        return " ".join((number.typed, *behind))
    if number.currency is not None and number.typed[0].isdigit():
        return " ".join((number.currency, number.typed, *behind))
    return " ".join((number.typed, *behind))


def _is_monthly(number: Number, lists: Lists) -> bool:
    """Whether a number is a sum for a month, by its words or its size."""
    line = f" {' '.join(number.tail)} "
    return any(f" {phrase} " in line for phrase in lists["unit_month"])


def _counts_else(number: Number, lists: Lists) -> bool:
    """Whether a number counts years, hours or people, and no money."""
    return bool(number.tail) and number.tail[0] in lists["counts_no_pay"]
