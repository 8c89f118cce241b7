"""Two models of what people say: one tells the trait, the other the sign.

They are trained on the names of the traits and on what people say who like or dislike
them: "my mates bring me their bugs".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.match.linear import LinearModel
from advisor.match.matcher import ranked
from advisor.understanding.traits import Named

NOTHING = "nothing"
"""The label of what is said of none of the traits."""
LIKED, DISLIKED = "liked", "disliked"
NEITHER = "neither"
"""The sign of what is no remark on a trait, though it may name one."""
SURE_OF_SIGN = 0.5
SIGNS = {LIKED: 1, DISLIKED: -1}
MASK = "_it_"
FEWEST_WORDS = 4
"""Fewer words tell too little to guess by: "I am tall"."""
MOST_WORDS = 60
ROBUST = 0.03
"""How likely a trait must be at least without any one word ..."""
MANY = 12
"""... of no more than these: in a longer text no single word decides."""
REACH = 5
"""Over how many words a "not" reaches at most."""


@dataclass(frozen=True, slots=True)
class Hunches:
    """What tells the trait and the sign of a remark that names none."""

    traits: LinearModel
    signs: LinearModel
    small: frozenset[str]
    """Words that tell nothing of the trait."""
    personal: frozenset[str]
    """Words that tell who somebody is, which tells nothing either."""
    negators: frozenset[str]
    joins: frozenset[str]
    fading: frozenset[str]
    """Words that take back a liking: "my love of it has faded"."""

    def likely(self, words: Sequence[str]) -> Mapping[str, float]:
        """Return traits with their probabilities, best first; none of a few words."""
        said = telling(words, self.personal)
        content = telling(said, self.small)
        return self.of_few(content) if len(said) >= FEWEST_WORDS else {}

    def of_few(self, words: Sequence[str]) -> Mapping[str, float]:
        """Return the same of words however few: of a name."""
        content = telling(words, self.personal | self.small)
        return dict(ranked(self.traits, content[:MOST_WORDS])) if content else {}

    def trait(self, words: Sequence[str], sure: float) -> str | None:
        """Return the trait that words are most likely about, if that is sure enough.

        One word alone may mislead, so that none may be the only one to tell it: "I was
        out on the street with a notebook".
        """
        found = best(self.likely(words), sure)
        return found if found and self._told_by_many(found, words) else None

    def _told_by_many(self, trait: str, words: Sequence[str]) -> bool:
        """Whether a trait stays likely without any one of the words."""
        content = telling(words, self.personal | self.small)[:MOST_WORDS]
        return len(content) > MANY or all(
            self.of_few([*content[:i], *content[i + 1 :]]).get(trait, 0.0) >= ROBUST
            for i in range(len(content))
        )

    def sign(self, words: Sequence[str], sure: float = SURE_OF_SIGN) -> int:
        """Return 1 for a liking, -1 for a dislike, 0 for neither or where unsure."""
        some = telling(words, self.personal)[:MOST_WORDS]
        if not some:
            return 0
        marks = denied_words(words[:MOST_WORDS], self.negators, self.joins)
        label, probability = ranked(self.signs, some, marks)[0]
        return SIGNS.get(label, 0) if probability >= sure else 0

    def denies(self, words: Sequence[str]) -> bool:
        """Return whether some word says no, or no more, so that a sign is less sure."""
        return not (self.negators | self.fading).isdisjoint(words)


def best(likely: Mapping[str, float], sure: float) -> str | None:
    """Return the first of some traits, if it is sure enough and a trait at all."""
    first = next(iter(likely), NOTHING)
    return first if first != NOTHING and likely[first] >= sure else None


def telling(words: Sequence[str], mute: frozenset[str]) -> tuple[str, ...]:
    """Return the words that may tell something: no numbers, signs or mute words."""
    return tuple(w for w in words if w not in mute and (w[0].isalpha() or w == MASK))


def denied_words(
    words: Sequence[str], negators: frozenset[str], joins: frozenset[str]
) -> tuple[str, ...]:
    """Return the words that a "not" before them may reach, each with a "not".

    So it is known to help with the sign of a text (Pang, Lee and Vaithyanathan 2002).
    """
    found = []
    left = 0
    for word in words:
        if word in joins or not word[0].isalnum():
            left = 0
        elif word in negators:
            left = REACH
        elif left:
            found.append(f"not {word}")
            left -= 1
    return tuple(found) or ("affirmed",)


def masked(
    words: Sequence[str], named: Sequence[Named], first: int, last: int
) -> list[str]:
    """Return some words with one placeholder for each trait: its name tells no sign."""
    starts = {n.first for n in named}
    inside = {i for n in named for i in range(n.first + 1, n.last + 1)}
    return [
        MASK if i in starts else words[i]
        for i in range(first, last + 1)
        if i not in inside
    ]
