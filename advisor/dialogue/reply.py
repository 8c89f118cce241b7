"""A reply as blocks without styling; a front end draws them or prints the words."""

from dataclasses import dataclass
from typing import Literal

from advisor.data.codec import OneOf


@dataclass(frozen=True, slots=True)
class Say(OneOf):
    """A paragraph."""

    text: str

    @property
    def plain(self) -> str:
        """Return the block as plain words."""
        return self.text


@dataclass(frozen=True, slots=True)
class Heading(OneOf):
    """A line that says what follows."""

    text: str

    @property
    def plain(self) -> str:
        """Return the block as plain words."""
        return self.text


@dataclass(frozen=True, slots=True)
class Items(OneOf):
    """A short list."""

    texts: tuple[str, ...]

    @property
    def plain(self) -> str:
        """Return the block as plain words."""
        return _listed(self.texts)


@dataclass(frozen=True, slots=True)
class Numbered(OneOf):
    """A short list in an order."""

    texts: tuple[str, ...]

    @property
    def plain(self) -> str:
        """Return the block as plain words."""
        return _numbered(self.texts)


@dataclass(frozen=True, slots=True)
class Ask(OneOf):
    """A question to the user, with numbered choices where it has some."""

    id: str
    text: str
    choices: tuple[str, ...] = ()

    @property
    def plain(self) -> str:
        """Return the block as plain words."""
        return "\n".join([self.text, *_numbered(self.choices).splitlines()])


@dataclass(frozen=True, slots=True)
class Sources(OneOf):
    """The sources behind the marks of a reply."""

    heading: str
    lines: tuple[str, ...]

    @property
    def plain(self) -> str:
        """Return the block as plain words."""
        return "\n".join([self.heading, *self.lines])


@dataclass(frozen=True, slots=True)
class Table(OneOf):
    """Things of the same kind side by side: a head and a text for each."""

    heads: tuple[str, ...]
    cells: tuple[str, ...]

    @property
    def plain(self) -> str:
        """Return the block as plain words, which name their heads themselves."""
        return _listed(self.cells)


@dataclass(frozen=True, slots=True)
class Reasons(OneOf):
    """What speaks for a suggestion, against it, or would change it."""

    kind: Literal["for", "against", "change"]
    heading: str
    texts: tuple[str, ...]

    @property
    def plain(self) -> str:
        """Return the block as plain words."""
        return f"{self.heading}\n{_listed(self.texts)}"


@dataclass(frozen=True, slots=True)
class Timeline(OneOf):
    """Steps one after the other, each with how many weeks it takes."""

    heading: str
    texts: tuple[str, ...]
    weeks: tuple[int, ...]

    @property
    def plain(self) -> str:
        """Return the block as plain words."""
        return f"{self.heading}\n{_numbered(self.texts)}"


@dataclass(frozen=True, slots=True)
class Ranking(OneOf):
    """Names with their shares of a whole, beside the words that tell of them."""

    words: Say | Items
    names: tuple[str, ...]
    shares: tuple[float, ...]
    """Each from 0 to 1."""
    shown: tuple[str, ...]
    """What the words say of each share; empty where they say nothing."""

    @property
    def plain(self) -> str:
        """Return the block as plain words."""
        return self.words.plain


@dataclass(frozen=True, slots=True)
class Bar:
    """Figures of one thing on a scale; those that are not known are None."""

    label: str
    middle: float | None
    """A median or an average; of growth, how much."""
    shown: str
    """The figures as the words say them."""
    note: str
    """What the middle is, where and when."""
    marks: str
    quartiles: tuple[float, float] | None = None
    ends: tuple[float, float] | None = None
    """What lies outside the quartiles: tenths, or a range as it was given."""

    @property
    def most(self) -> float:
        """Return how far the bar reaches."""
        return max(
            self.middle or 0.0,
            *(self.quartiles or (0.0, 0.0)),
            *(self.ends or (0.0, 0.0)),
        )


@dataclass(frozen=True, slots=True)
class Bars(OneOf):
    """Figures on one common scale, beside the words that tell of them."""

    words: "Say | Items | Table | Bars"
    heading: str
    bars: tuple[Bar, ...]
    legend: tuple[str, str, str]
    """What stands for the middle, the middle half, and the wider range."""
    spread: bool
    """Whether they are points with a range around them, or grow from zero."""

    @property
    def plain(self) -> str:
        """Return the block as plain words."""
        return self.words.plain


Block = (
    Say
    | Heading
    | Items
    | Numbered
    | Ask
    | Sources
    | Table
    | Reasons
    | Timeline
    | Ranking
    | Bars
)


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


def _listed(texts: tuple[str, ...]) -> str:
    return "\n".join(f"- {text}" for text in texts)


def _numbered(texts: tuple[str, ...]) -> str:
    return "\n".join(f"{n}. {text}" for n, text in enumerate(texts, 1))
