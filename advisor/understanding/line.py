"""A clause as it is read for attitudes."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.understanding.negation import Stance
from advisor.understanding.traits import Named


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a clause, what it names, and how it judges."""

    words: Sequence[str]
    named: Sequence[Named]
    inside: frozenset[int]
    """The indices of all words that are part of a name."""
    stances: Sequence[Stance] = ()

    @classmethod
    def of(cls, words: Sequence[str], named: Sequence[Named]) -> "Line":
        """Return a clause of which no attitude is known yet."""
        inside = frozenset(i for n in named for i in range(n.first, n.last + 1))
        return cls(words, named, inside)

    @property
    def directed(self) -> list[Stance]:
        """Return the attitudes that stand before or behind what they are of."""
        return [stance for stance in self.stances if stance.stands != "around"]

    def names_between(self, first: int, last: int) -> bool:
        """Return whether a name begins between two places."""
        return any(first < item.first < last for item in self.named)
