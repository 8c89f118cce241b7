"""Clauses whose shape alone tells which topic they ask about: "what do they make"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.data.model import Catalog
from advisor.text import ARROWS, Token
from advisor.understanding.mentions import Mention
from advisor.understanding.patterns import Patterns

ARROW = "->"


@dataclass(frozen=True, slots=True)
class ShapeList:
    """The shapes of a catalog, by topic."""

    by_topic: Mapping[str, Patterns]

    def find(
        self, tokens: Sequence[Token], mentions: Sequence[Mention], offset: int
    ) -> tuple[str, ...]:
        """Return the topics that a clause asks about by its shape.

        Args:
            tokens: the clause.
            mentions: what it names.
            offset: the index from which those are counted.

        """
        words = _outline(tokens, mentions, offset)
        return tuple(
            topic
            for topic, patterns in self.by_topic.items()
            if next(patterns.find(words), None) is not None
        )


def compile_shapes(catalog: Catalog) -> ShapeList:
    """Return the shapes of a catalog's topics."""
    lists = catalog.language
    return ShapeList(
        {
            topic.id: Patterns.of(topic.shapes, lists)
            for topic in catalog.topics.values()
            if topic.shapes
        }
    )


def _outline(
    tokens: Sequence[Token], mentions: Sequence[Mention], offset: int
) -> list[str]:
    """Return a clause's words, with names as their kinds and arrows kept."""
    starts = {m.first - offset: m for m in mentions}
    words: list[str] = []
    i = 0
    while i < len(tokens):
        mention = starts.get(i)
        if mention is not None:
            kind = "role" if mention.role else mention.kind
            words.append(f"_{kind}_")
            i = mention.last - offset + 1
            continue
        if tokens[i].text in ARROWS:
            words.append(ARROW)
        elif tokens[i].is_word:
            words.append(tokens[i].text)
        i += 1
    return words
