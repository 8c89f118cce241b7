"""Take addresses and numbers that belong to a person out of a text.

Done before anything else looks at a line, so that nothing behind it can keep them.
"""

import re

from advisor.text import clean

HIDDEN = "\N{BLACK SQUARE}"
"""Stands in the place of what was taken out."""
FEWEST_DIGITS = 7
"""So many digits in a row, breaks aside, are taken for a number that belongs to one."""

_ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]{1,64}(?:\s?(?:\.|\(dot\)|\[dot\])\s?[\w-]{1,64}){1,6}"
    r"|(?:https?://|www\.)\S+"
    r"|(?:linkedin\.com|github\.com|t\.me|wa\.me)/\S+"
    r"|(?<!\w)@\w{3,}",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}\s?[A-Z0-9]{1,4}\b"  # IBAN
    r"|\b[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b"  # UK national insurance
    r"|\b[A-Z]{5}\d{4}[A-Z]\b"  # Indian PAN
    r"|\b[A-Z]{1,2}\d{6,9}\b"  # passports
    r"|\b\d{3}-\d{2}-\d{4}\b"  # US social security
)
_DIGITS = re.compile(r"[+(]?\d(?:[\s().\-/\u2013]{0,3}\d){6,}")
_YEARS = re.compile(r"(?:19|20)\d\d")
_GROUPED = re.compile(r"\d{1,3}(?:[. ]\d{3})*(?:[. ]000)+")
_LONGEST_SUM = 9


def redact(text: str) -> str:
    """Return a clean text, with addresses, links, phone, id and card numbers hidden.

    It is cleaned first: an invisible character must not keep a number apart.
    """
    text = _ACCOUNT.sub(HIDDEN, _ADDRESS.sub(HIDDEN, clean(text)))
    return _DIGITS.sub(_hidden_number, text)


def _hidden_number(match: re.Match[str]) -> str:
    """Hide a run of digits, unless it is years, or a sum with its thousands apart."""
    said = match[0]
    digits = "".join(char for char in said if char.isdigit())
    years = _YEARS.findall(said)
    if years and len("".join(years)) == len(digits):
        return said
    plain = said == digits and digits.endswith("0000") and len(digits) <= _LONGEST_SUM
    if plain or _GROUPED.fullmatch(said):
        return said
    return HIDDEN if len(digits) >= FEWEST_DIGITS else said
