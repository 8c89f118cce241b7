"""A long paste is one utterance, shown as a chip of a few words until it is opened.

In the line it is a single private character, which nobody can type; so it is moved
over and deleted in one piece, and typed text is never taken for it.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from prompt_toolkit.layout.processors import (
    Processor,
    Transformation,
    TransformationInput,
)

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples

MOST_LINES = 3
MOST_CHARACTERS = 400
"""A paste beyond either is folded into a chip."""
FIRST = 0xF0000
"""The first of the private characters that stand for pastes."""


@dataclass(slots=True)
class Pastes:
    """The long pastes of this session, each behind its character."""

    label: str
    """What a chip says, with {count} for its lines."""
    texts: list[str] = field(default_factory=list)

    def fold(self, pasted: str) -> str:
        """Return what goes into the line for a paste: itself, or its character."""
        text = clean(pasted)
        lines = text.count("\n") + 1
        if lines <= MOST_LINES and len(text) <= MOST_CHARACTERS:
            return text
        if text not in self.texts:
            self.texts.append(text)
        return chr(FIRST + self.texts.index(text))

    def chip(self, char: str) -> str:
        """Return what is shown for a character: its chip, or itself."""
        text = self._text(char)
        if text is None:
            return char
        return self.label.replace("{count}", f"{text.count(chr(10)) + 1:,}")

    def open(self, line: str) -> str:
        """Return a line with its pastes in full."""
        if line.isascii():
            return line
        return "".join(
            char if (text := self._text(char)) is None else text for char in line
        )

    def close(self, line: str) -> str:
        """Return a line with the pastes that were opened in it folded again."""
        for text in sorted(self.texts, key=len, reverse=True):
            line = line.replace(text, chr(FIRST + self.texts.index(text)))
        return line

    def _text(self, char: str) -> str | None:
        at = ord(char) - FIRST
        return self.texts[at] if 0 <= at < len(self.texts) else None


def clean(pasted: str) -> str:
    """Return a paste with plain line ends, and without characters of our own."""
    text = pasted.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(char for char in text.rstrip("\n") if ord(char) < FIRST)


class Chips(Processor):
    """Shows the chip where a paste stands."""

    def __init__(self, pastes: Pastes) -> None:
        self.pastes = pastes

    def apply_transformation(
        self, transformation_input: TransformationInput
    ) -> Transformation:
        """Return the line as it is shown, and where the cursor stands in it."""
        fragments = transformation_input.fragments
        if not self.pastes.texts:
            return Transformation(fragments)
        shown: StyleAndTextTuples = []
        starts = [0]
        for fragment in fragments:
            for char in fragment[1]:
                chip = self.pastes.chip(char)
                style = fragment[0] if chip == char else "class:chip"
                shown.append((style, chip))
                starts.append(starts[-1] + len(chip))

        def to_shown(at: int) -> int:
            return starts[min(at, len(starts) - 1)]

        def to_line(at: int) -> int:
            before = [i for i, start in enumerate(starts) if start <= at]
            return before[-1]

        return Transformation(shown, to_shown, to_line)
