"""How the chat may look: what a terminal can show, and the style of each kind of text.

Text carries the name of a style, never a colour. The colours are the sixteen that a
terminal's own theme decides, and nothing is told by colour alone.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

Span = tuple[str, str]
"""A style and a text."""
Line = tuple[Span, ...]

TEXT = ""
STYLES: Mapping[str, str] = MappingProxyType(
    {
        TEXT: "",
        "heading": "1",
        "label": "1;36",
        "mark": "36",
        "choice": "1",
        "bar": "36",
        "middle": "1;36",
        "for": "32",
        "against": "33",
        "change": "35",
        "rule": "",
    }
)
"""Style -> what a terminal calls it: bold, and colours of the sixteen."""
_MARKS = re.compile(r"((?:\[\d+\])+)")
_ASCII: Mapping[int, str] = MappingProxyType(
    str.maketrans(
        {
            "\u2018": "'",
            "\u2019": "'",
            "\u201c": '"',
            "\u201d": '"',
            "\u2010": "-",
            "\u2011": "-",
            "\u2012": "-",
            "\u2013": "-",
            "\u2014": "-",
            "\u2212": "-",
            "\u2026": "...",
            "\u00a0": " ",
            "\u2022": "-",
            "\u25a0": "#",
            "\u00d7": "x",
            "\u20ac": "EUR",
            "\u00a3": "GBP",
            "\u20b9": "INR",
            "\u00df": "ss",
            "\u00e6": "ae",
            "\u00f8": "o",
            "\u0142": "l",
        }
    )
)


@dataclass(frozen=True, slots=True)
class Look:
    """What is known of the terminal, and what its user wishes."""

    width: int = 80
    colour: bool = False
    ascii: bool = False
    drawn: bool = True
    """Whether there are drawings; else there are only the words."""
    spoken: bool = False
    """Whether lines say who speaks, for a screen reader."""

    def spell(self, text: str) -> str:
        """Return a text in the characters that the terminal can show."""
        return to_ascii(text) if self.ascii else text


def to_ascii(text: str) -> str:
    """Return a text in ASCII, as close as it gets."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.translate(_ASCII))
    plain = "".join(char for char in apart if not unicodedata.combining(char))
    return plain.encode("ascii", "replace").decode("ascii")


def marked(text: str, style: str = TEXT) -> Line:
    """Return a line in a style, its marks of sources in theirs."""
    parts = _MARKS.split(text)
    spans = [("mark" if i % 2 else style, part) for i, part in enumerate(parts)]
    return tuple(span for span in spans if span[1])


def paint(lines: Iterable[Line], look: Look) -> str:
    """Return lines as the terminal is to get them."""
    return "\n".join("".join(_span(*span, look) for span in line) for line in lines)


def _span(style: str, text: str, look: Look) -> str:
    code = STYLES[style]
    if not look.colour or not code or not text.strip():
        return text
    return f"\x1b[{code}m{text}\x1b[0m"
