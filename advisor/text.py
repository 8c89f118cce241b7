"""Text as a person would read it: cleaned, folded and cut into tokens."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

MOST_CHARACTERS = 100_000
ARROWS = ("->", "=>", "\N{RIGHTWARDS ARROW}")
"""Signs for a move from one thing to another."""

_ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI, such as colours
    r"|\x1b[\]PX^_].*?(?:\x07|\x1b\\|\x9c|$)"  # OSC and other strings
    r"|\x1b[@-_]?|\x9b[0-?]*[ -/]*[@-~]",
    re.DOTALL,
)
_QUOTES = str.maketrans(
    {
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{MODIFIER LETTER APOSTROPHE}": "'",
        "\N{HYPHEN}": "-",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    }
)
_TOKEN = re.compile(
    r"c\+\+|[cf]#|\.net\b|[a-z]+\.js\b|\bw/o\b"
    r"|(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?|(?:ph|b|m)\.(?:d|sc|tech|ed|com|a|s)\b\.?"
    r"|dr\.(?:[ -]?(?:rer|nat|phil|ing|pol|oec|habil)\b\.?)+"
    r"|\d+(?=(?:y|yrs?|yoe|years?|months?|weeks?|wks?|days?|hrs?|hours?)\b)"
    r"|\d+(?:[.,]\d+)*[km%+]?\b[%+]?"
    r"|[^\W\d_]+(?:'[^\W\d_]+)?\d*"
    r"|\n|[-=]+>|\N{RIGHTWARDS ARROW}|[^\w\s]|_",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?:\w{1,3}\.)+\w{0,3}\.?")
_STOPS = frozenset(".?!;\n")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or sign."""

    text: str
    """Folded: lower case, no accents, spelling as corrected."""
    start: int
    """Where it begins in the cleaned utterance."""
    end: int
    raw: str
    """As typed."""

    @property
    def is_word(self) -> bool:
        """Return whether it holds a letter or a digit."""
        return self.text[0].isalnum() or self.text[-1].isalnum()


def clean(text: str) -> str:
    """Return text in NFKC without control, format and escape characters.

    Line ends stay, as single spaces' worth of separation; tabs become spaces.
    """
    if text.isascii() and text.isprintable():
        return re.sub(r" {2,}", " ", text).strip()
    text = _ESCAPES.sub("", text)
    text = unicodedata.normalize("NFKC", text)
    if text.isprintable():
        return re.sub(r" {2,}", " ", text).strip()
    kept = []
    for char in text:
        category = unicodedata.category(char)
        if char == "\n":
            kept.append(char)
        elif char in "\t\r\v\f\x85\u2028\u2029" or category == "Zs":
            kept.append(" ")
        elif category not in ("Cc", "Cf", "Cs", "Co", "Cn"):
            kept.append(char)
    # What was taken out may have kept apart what belongs together.
    whole = unicodedata.normalize("NFKC", "".join(kept))
    return re.sub(r" *\n[ \n]*", "\n", re.sub(r" {2,}", " ", whole)).strip()


def fold(text: str) -> str:
    """Return text in lower case, with plain quotes and without accents."""
    text = text.translate(_QUOTES).casefold()
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words and signs of a cleaned text, in order."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text.translate(_QUOTES)):
        start, end = match.span()
        raw = text[start:end]
        folded = fold(raw) or raw
        if _DOTTED.fullmatch(folded):
            folded = folded.replace(".", "")
        elif folded.startswith("dr."):
            folded = re.sub(r"[. -]", "", folded)
        elif folded == "y" and found and _is_count(found[-1], start):
            folded = "years"  # "14y"
        found.append(Token(folded, start, end, raw))
    return tuple(found)


def _is_count(token: Token, end: int) -> bool:
    """Whether a number stands right before a place in a text."""
    return token.end == end and token.text.isdigit()


def words(text: str) -> tuple[str, ...]:
    """Return only the folded words of a text."""
    if text.isascii() and text.islower() and text.replace(" ", "").isalpha():
        return tuple(text.split())
    return tuple(token.text for token in tokens(text) if token.is_word)


def ends_sentence(token: Token) -> bool:
    """Return whether a sentence ends with this sign."""
    return token.text in _STOPS


_ENDINGS = (
    ("ational", "at"),
    ("fulness", ""),
    ("iveness", ""),
    ("ization", ""),
    ("isation", ""),
    ("ations", "at"),
    ("ation", "at"),
    ("ments", ""),
    ("ment", ""),
    ("ingly", ""),
    ("ities", ""),
    ("ings", ""),
    ("ness", ""),
    ("ity", ""),
    ("ing", ""),
    ("ied", "i"),
    ("ies", "i"),
    ("ers", ""),
    ("ors", ""),
    ("ful", ""),
    ("ion", ""),
    ("ed", ""),
    ("er", ""),
    ("or", ""),
    ("es", ""),
    ("al", ""),
    ("ly", ""),
    ("s", ""),
    ("e", ""),
    ("y", "i"),
)
_SLOT = re.compile(r"\{(\w+)\}")
_VOWELS = frozenset("aeiou")
_SHORTEST_STEM = 3


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return a crude stem: the word less its commonest English ending."""
    for ending, instead in _ENDINGS:
        rest = len(word) - len(ending)
        if rest >= _SHORTEST_STEM and word.endswith(ending):
            if ending == "y" and word[rest - 1] in _VOWELS:
                return word
            base = word[:rest] + instead
            return base[:-1] if rest > 3 and base[-1:] == base[-2:-1] else base  # noqa: PLR2004
    return word


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return a text with `{name}` filled in, and `{Name}` with a capital first letter.

    It is done in one pass: braces within a value stay as they are, and so do names
    without a value.
    """

    def value(match: re.Match[str]) -> str:
        name = match[1]
        if name in values:
            return values[name]
        lower = values.get(name[0].lower() + name[1:], match[0])
        return lower[:1].upper() + lower[1:]

    return _SLOT.sub(value, text)


def first_sentence(text: str) -> str:
    """Return a text up to the end of its first sentence."""
    for i, char in enumerate(text[:-1]):
        ends = char in ".?!" and text[i + 1] == " "
        if ends and (i + 2 >= len(text) or text[i + 2].isupper()):
            return text[: i + 1]
    return text
