"""How many hours a week somebody has, in their own words.

"5 hours a week", "an hour every evening", "ten hrs weekly", "6 to 8 hours a week".
"""

import re

HOURS = "hours_per_week"
"""The id of what is noted of them."""
MOST_HOURS = 60
"""Nobody learns for longer."""
DAYS = 5
"""Days of a week on which an hour a day is reckoned."""
_COUNTS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "fifteen",
    "twenty",
)
_VALUES: tuple[int, ...] = (*range(1, 13), 15, 20)
_SPAN = rf"(?:\s*(?:-|\u2013|to|or)\s*(?:\d{{1,2}}|{'|'.join(_COUNTS)})\b)?"
"""The upper end of "6 to 8", which counts for nothing: less is promised so."""
_NUMBER = rf"(\d{{1,2}}|{'|'.join(_COUNTS)}|an?|half\s+an){_SPAN}"
_UNIT = (
    r"\s*[- ]?\s*(?:hours?|hrs?|h)\b\s*(?:or\s+(?:so|two)\s*|max(?:imum)?\s*|tops\s*)?"
)
_EACH = r"(?:a|per|each|every|on|in\s+the|at|/)?\s*(?:single\s+)?"
_WEEKLY = re.compile(
    rf"\b{_NUMBER}{_UNIT}(?:(?:in\s+)?(?:an?|per|each|every|the|/)\s*(?:week|wk)\b|weekly\b)",
    re.IGNORECASE,
)
_DAILY = re.compile(
    rf"\b{_NUMBER}{_UNIT}{_EACH}"
    r"(?:days?|nights?|evenings?|mornings?|weekdays?|after\s+work|daily)\b",
    re.IGNORECASE,
)
_ON_WEEKENDS = re.compile(
    rf"\b{_NUMBER}{_UNIT}{_EACH}(?:weekends?|(?:satur|sun)days?)\b", re.IGNORECASE
)
_BARE = re.compile(rf"\b{_NUMBER}{_UNIT}", re.IGNORECASE)


def hours_a_week(text: str) -> tuple[int, str] | None:
    """Return how many hours a week some words name, and the words that do.

    An hour a day counts five times, one on a weekend once for a named day.
    """
    for pattern, times in ((_WEEKLY, 1), (_DAILY, DAYS), (_ON_WEEKENDS, 1)):
        found = pattern.search(text)
        if found is not None:
            return _within(_number(found[1]) * times), found[0].strip()
    return None


def hours_named(text: str) -> int | None:
    """Return the same of words that need not say of what: "4 hours"."""
    found = hours_quoted(text)
    return None if found is None else found[0]


def hours_quoted(text: str) -> tuple[int, str] | None:
    """Return the same with the words that name them."""
    bare = _BARE.search(text)
    named = None if bare is None else (_within(_number(bare[1])), bare[0].strip())
    return hours_a_week(text) or named


def _within(hours: float) -> int:
    return max(1, min(MOST_HOURS, round(hours)))


def _number(word: str) -> float:
    word = word.lower()
    if word in _COUNTS:
        return float(_VALUES[_COUNTS.index(word)])
    if word.startswith("half"):
        return 0.5
    return float(word) if word.isdecimal() else 1.0
