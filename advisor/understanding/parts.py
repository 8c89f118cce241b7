"""A clause with all that is seen in it, and the scene that it is said in."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.text import Token
from advisor.understanding.classify import Scored
from advisor.understanding.fragments import (
    tells_years,
)
from advisor.understanding.language import Language
from advisor.understanding.mentions import Mention


@dataclass(frozen=True, slots=True)
class Part:
    """A clause with all that is seen in it."""

    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    """Indices count from the utterance's first token; see offset."""
    offset: int
    cues: tuple[str, ...]
    """Topics that it names by a word of their own."""
    cue_words: frozenset[int]
    """Indices of those words, counted from the utterance's first token."""
    scored: Scored
    roles: tuple[str, ...]
    slots: Mapping[str, tuple[str, ...]]
    sentence: int
    """Which sentence of the utterance it belongs to, counted from 0."""
    question: bool
    yes_no: bool
    known: float
    """Share of its words that the advisor has seen before."""
    shapes: tuple[str, ...] = ()
    """Topics that it asks about by its shape."""

    @property
    def names_role(self) -> bool:
        """Whether it names a role, rather than pointing at one."""
        return any(m.role and not m.pointed for m in self.mentions)

    @property
    def words(self) -> list[str]:
        """Return its words, folded."""
        return [token.text for token in self.tokens]

    @property
    def words_of_its_own(self) -> list[str]:
        """Return its words without those that only point at a role."""
        points = [m for m in self.mentions if m.pointed]
        gone = {i for m in points for i in range(m.first, m.last + 1)}
        cut = enumerate(self.tokens, self.offset)
        return [token.text for i, token in cut if i not in gone]

    def content(self, language: Language) -> list[str]:
        """Return the words that are neither names, cues nor fillers."""
        said = {i for m in self.mentions for i in range(m.first, m.last + 1)}
        said |= self.cue_words | self._leading_back(language)
        words = [
            token.text
            for i, token in enumerate(self.tokens, self.offset)
            if token.is_word and i not in said
        ]
        passing = {"fillers"}
        if tells_years(self.words, language):
            passing.add("year_tails")
        return [w for w in words if not any(language.has(name, w) for name in passing)]

    def _leading_back(self, language: Language) -> set[int]:
        """Return the indices of words such as "going back to" beside a name."""
        words, back = self.words, language.phrases["returning"]
        if not self.cues and not self.roles:
            return set()
        return {
            self.offset + i + k
            for i in range(len(words))
            for k in range(back.at(words, i))
        }


@dataclass(frozen=True, slots=True)
class Scene:
    """Which roles are spoken of around a clause."""

    under_way: bool = False
    """Whether there are any, so that few words may do."""
    begun: bool = False
    """Whether there were in an earlier turn, so that it can be corrected."""
    together: bool = False
    """Whether there were several in the turn before, so that "they" may be them."""
    in_play: int = 0
    """How many "which one" may choose among."""
    on_pay: bool = False
    """Whether pay was what the turn before asked about."""
