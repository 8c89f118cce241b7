"""A reply as blocks without styling; a front end draws them or prints the words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Say:
    """A paragraph."""

    text: str

    @property
    def plain(self) -> str:
        """Return the block as plain words."""
        return self.text


@dataclass(frozen=True, slots=True)
class Items:
    """A short list."""

    texts: tuple[str, ...]

    @property
    def plain(self) -> str:
        """Return the block as plain words."""
        return "\n".join(f"- {text}" for text in self.texts)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A short list in an order."""

    texts: tuple[str, ...]

    @property
    def plain(self) -> str:
        """Return the block as plain words."""
        return "\n".join(f"{n}. {text}" for n, text in enumerate(self.texts, 1))


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to the user, with numbered choices where it has some."""

    id: str
    text: str
    choices: tuple[str, ...] = ()

    @property
    def plain(self) -> str:
        """Return the block as plain words."""
        numbered = [f"{n}. {text}" for n, text in enumerate(self.choices, 1)]
        return "\n".join([self.text, *numbered])


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources behind the marks of a reply."""

    heading: str
    lines: tuple[str, ...]

    @property
    def plain(self) -> str:
        """Return the block as plain words."""
        return "\n".join([self.heading, *self.lines])


Block = Say | Items | Numbered | Ask | Sources


@dataclass(frozen=True, slots=True)
class Reply:
    """What the advisor says in one turn."""

    blocks: tuple[Block, ...]
    snippets: tuple[str, ...] = ()
    """Ids of the snippets that it rests on, in order of use."""

    @property
    def text(self) -> str:
        """Return the reply in plain words, as the pipe prints it."""
        return "\n".join(block.plain for block in self.blocks)
