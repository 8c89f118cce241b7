"""Where the chat speaks: replies and remarks, each printed once, inline."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from advisor.terminal.options import Options
from advisor.terminal.style import Line, Look, paint
from advisor.terminal.surroundings import look_of
from advisor.terminal.width import columns
from advisor.terminal.words import words
from advisor.terminal.wrap import flow
from advisor.text import clean

if TYPE_CHECKING:
    from advisor.dialogue.reply import Reply


@dataclass(frozen=True, slots=True)
class Window:
    """A place to print to, in the look that its user wishes."""

    out: TextIO
    options: Options
    looked_at: bool
    """Whether somebody sits before it; else another program reads the words."""
    label: str
    """Who speaks, for a screen reader."""
    prompt: str
    """What stands before the words of the user."""

    @property
    def look(self) -> Look:
        """Return how lines are to look in the window as it is now."""
        return look_of(
            self.out,
            plain=self.options.plain,
            spoken=self.options.screen_reader,
            drawn=self.looked_at,
        )

    def show(self, reply: "Reply") -> None:
        """Print a reply."""
        # What draws is not needed before there is a reply; the prompt comes first.
        from advisor.terminal.draw import draw  # noqa: PLC0415

        look = self.look
        if look.spoken:
            self.say(reply.text)
        else:
            self._print(draw(reply, look), look)

    def say(self, text: str) -> None:
        """Print words of the chat's own."""
        look = self.look
        if look.spoken:
            apart = "\n" if text.startswith(("- ", "1. ")) else " "
            text = f"{self.label}{apart}{text}"
        self._print(words(text, look), look)

    def echo(self, line: str) -> None:
        """Print what the user entered, wrapped as all the rest is."""
        look, lead = self.look, f"{self.prompt} "
        under = " " * columns(lead)
        texts = look.spell(clean(line)).split("\n")
        made = [
            part
            for i, text in enumerate(texts)
            for part in flow(text, look.width, under if i else lead, under)
        ]
        first = (("label", self.prompt), ("", made[0][len(self.prompt) :]))
        rest = [(("", part),) for part in made[1:]]
        self.out.write(paint([first, *rest], look) + "\n")
        self.out.flush()

    def lines(self, made: list[Line], look: Look) -> None:
        """Print lines that were made for a look."""
        self._print(made, look)

    def _print(self, lines: list[Line], look: Look) -> None:
        self.out.write("\n" + paint(lines, look) + "\n\n")
        self.out.flush()
