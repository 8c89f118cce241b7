"""Tell which notes some words speak of: by what they are called, or by their quote."""

from collections.abc import Sequence

from advisor.dialogue import describe
from advisor.dialogue.library import Library
from advisor.recommend.profile import GOAL, WORK, Evidence
from advisor.text import tokens, words
from advisor.understanding.mentions import find
from advisor.understanding.reader import Reader

QUOTED = 2
"""So many words that say something show that a note is named by its quote."""


class Names:
    """Tells which notes some words speak of."""

    __slots__ = ("library", "reader")

    def __init__(self, library: Library, reader: Reader) -> None:
        self.library, self.reader = library, reader

    def among(self, said: str, items: Sequence[Evidence]) -> list[Evidence]:
        """Return the notes that some words name: by trait, by its name, by quote."""
        exact = self.named(said, items)
        if exact:
            return exact
        stems = self.library.stems(words(said))
        alike = self.alike(said, items)
        if alike or len(stems) < QUOTED:
            return alike
        return [i for i in items if stems <= self.library.stems(words(i.shown))]

    def alike(self, said: str, items: Sequence[Evidence]) -> list[Evidence]:
        """Return the notes whose name shares a word with what is said."""
        stems = self.library.stems(words(said))
        return [item for item in items if stems & self._stems(item)]

    def named(self, said: str, items: Sequence[Evidence]) -> list[Evidence]:
        """Return the notes whose trait some words call by its name."""
        named = set(self.reader.selves.named(said))
        for mention in find(tokens(said), self.reader.lexicon):
            if mention.role:
                named |= {f"{GOAL}{mention.role}", f"{WORK}{mention.role}"}
        return [item for item in items if item.trait in named]

    def points(self, said: str) -> bool:
        """Whether some words name nothing, and only point: "that", "so"."""
        lists = self.library.catalog.language
        small = ("talk_pointing", "denied_liking", "denied_knowing")
        return {w for name in small for w in lists[name]}.issuperset(words(said))

    def is_role(self, said: str) -> bool:
        """Whether some words name a role."""
        return any(m.role for m in find(tokens(said), self.reader.lexicon))

    def _stems(self, item: Evidence) -> frozenset[str]:
        name = describe.named_trait(self.library.catalog, item.trait)
        return self.library.stems(words(name))
