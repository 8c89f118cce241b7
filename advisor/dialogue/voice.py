"""The advisor's own words, taken from the phrases, and the numbering of sources."""

from collections.abc import Mapping, Sequence

from advisor.data.model import Catalog, Source
from advisor.dialogue.reply import Sources
from advisor.text import fill


class Voice:
    """Speaks phrases; wordings of the same phrase take turns.

    One is made for each turn, from how often each phrase was used before.
    """

    def __init__(self, catalog: Catalog, rotation: Mapping[str, int]) -> None:
        self.catalog = catalog
        self.rotation = dict(rotation)

    def say(self, key: str, **values: str) -> str:
        """Return the next wording of a phrase with its names filled in."""
        wordings = self.catalog.phrases[key]
        turn = self.rotation.get(key, 0)
        if len(wordings) > 1:
            self.rotation[key] = (turn + 1) % len(wordings)
        values = {"example": self.example(), "roles": self.core_roles(), **values}
        return fill(wordings[turn % len(wordings)], values)

    def listed(self, names: Sequence[str], word: str = "and_word") -> str:
        """Return names as "a, b and c"."""
        if len(names) < 2:  # noqa: PLR2004 - nothing to join
            return "".join(names)
        join = self.catalog.phrases[word][0]
        return f"{', '.join(names[:-1])} {join} {names[-1]}"

    def plurals(self, roles: Sequence[str], word: str = "and_word") -> str:
        """Return roles as "data scientists and ML engineers"."""
        return self.listed([self.catalog.roles[r].plural for r in roles], word)

    def topics(self, topics: Sequence[str], word: str = "and_word") -> str:
        """Return topics as "pay and skills"."""
        return self.listed([self.catalog.topics[t].name for t in topics], word)

    def core_roles(self) -> str:
        """Return the two core roles in the plural."""
        return self.plurals(self.catalog.core)

    def example(self) -> str:
        """Return an example of a question."""
        return self.catalog.phrases["core_example"][0]


class Citations:
    """Numbers the sources of one reply in the order in which they are cited."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.numbers: dict[str, int] = {}

    def marks(self, sources: Sequence[str]) -> str:
        """Return the marks of some sources, such as "[1][2]"."""
        for source in sources:
            self.numbers.setdefault(source, len(self.numbers) + 1)
        numbers = sorted({self.numbers[source] for source in sources})
        return "".join(f"[{number}]" for number in numbers)

    def cited(self, text: str, sources: Sequence[str]) -> str:
        """Return a text with its marks behind it."""
        return f"{text} {self.marks(sources)}"

    def block(self) -> Sources | None:
        """Return the list of what was cited, or None where nothing was."""
        if not self.numbers:
            return None
        catalog = self.voice.catalog
        lines = [
            self._line(number, catalog.sources[source])
            for source, number in self.numbers.items()
        ]
        return Sources(self.voice.say("sources_heading"), tuple(lines))

    def full(self) -> tuple[str, ...]:
        """Return each cited source with its kind, date, trust and link."""
        catalog = self.voice.catalog
        lines = []
        for source_id, number in self.numbers.items():
            source = catalog.sources[source_id]
            lines.append(
                self.voice.say(
                    "source_full",
                    n=str(number),
                    title=source.title,
                    publisher=self._publisher(source),
                    date=source.date,
                    kind=self.voice.say(f"kind_{source.kind}"),
                    trust=self.voice.say(f"trust_{source.trust}"),
                    link=f" {source.url}" if source.url else "",
                )
            )
        return tuple(lines)

    def _publisher(self, source: Source) -> str:
        if source.publisher == "not stated":
            return self.voice.say("unnamed_publisher")
        return source.publisher

    def _line(self, number: int, source: Source) -> str:
        dated = any(c.isdigit() for c in source.year)
        key = "source_line" if dated else "source_line_undated"
        return self.voice.say(
            key,
            n=str(number),
            title=source.title,
            publisher=self._publisher(source),
            year=source.year,
        )
