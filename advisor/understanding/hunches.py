"""Guess what a remark is about where it names no trait: "my mates bring me their bugs".

Two linear models, trained on the names of the traits and on what people say who like or
dislike them: one tells the trait, the other the sign.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from advisor.match.linear import LinearModel
from advisor.match.matcher import ranked
from advisor.understanding.attitudes import Told
from advisor.understanding.traits import Named

NOTHING = "nothing"
"""The label of what is said of none of the traits."""
LIKED, DISLIKED = "liked", "disliked"
NEITHER = "neither"
"""The sign of what is no remark on a trait, though it may name one."""
SURE = 0.6
"""How probable a trait must be, of a whole remark."""
SURE_OF_SIGN = 0.75
SURE_IF_DENIED = 0.9
"""The same in a clause that says no."""
SIGNS = {LIKED: 1, DISLIKED: -1}
STRENGTH = 0.5
MASK = "_it_"
FEWEST_WORDS = 4
"""Fewer words tell too little to guess by: "I am tall"."""
MOST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Hunches:
    """What tells the trait and the sign of a remark that names none."""

    traits: LinearModel
    signs: LinearModel
    small: frozenset[str]
    """Words that tell nothing of the trait."""

    def trait(self, words: Sequence[str]) -> str | None:
        """Return the trait that words are most likely about, if that is sure enough."""
        content = telling(words, self.small)
        if len(words) < FEWEST_WORDS or not content:
            return None
        label, probability = ranked(self.traits, content[:MOST_WORDS])[0]
        return label if probability >= SURE and label != NOTHING else None

    def sign(self, words: Sequence[str], sure: float = SURE_OF_SIGN) -> int:
        """Return 1 for a liking, -1 for a dislike, 0 for neither or where unsure."""
        label, probability = ranked(self.signs, list(words)[:MOST_WORDS])[0]
        return SIGNS.get(label, 0) if probability >= sure else 0


def telling(words: Sequence[str], small: frozenset[str]) -> tuple[str, ...]:
    """Return the words that may tell a trait."""
    return tuple(word for word in words if word not in small)


def unspoken(
    words: Sequence[str],
    named: Sequence[Named],
    hunches: Hunches,
    joins: Callable[[str], bool],
    denies: Callable[[str], bool],
) -> tuple[Told, ...]:
    """Return what a clause says of its speaker though no attitude is put in words.

    Args:
        words: the clause's.
        named: the traits that it names; where there is none, one may be guessed.
        hunches: what guesses.
        joins: whether a word stands between two parts of a clause.
        denies: whether a word says no, so that the sign is less sure.

    """
    last = len(words) - 1
    if any(map(denies, words)) and not hunches.sign(words, SURE_IF_DENIED):
        return ()
    if not named:
        guessed = hunches.trait(words)
        sign = hunches.sign(words) if guessed else 0
        return (_told(guessed, sign, 0, last),) if guessed and sign else ()
    whole = hunches.sign(masked(words, named, 0, last))
    found = []
    for item in named:
        first, end = _part_of(item, words, joins)
        alone = (first, end) == (item.first, item.last)
        sign = 0 if alone else hunches.sign(masked(words, named, first, end))
        sign = sign or whole
        if sign:
            found.append(_told(item.trait, sign, item.first, item.last))
    return tuple({told.trait: told for told in found}.values())


def _told(trait: str, sign: int, first: int, last: int) -> Told:
    means = "like" if sign > 0 else "dislike"
    return Told(trait, sign, STRENGTH, means, first, last, guessed=True)


def _part_of(
    item: Named, words: Sequence[str], joins: Callable[[str], bool]
) -> tuple[int, int]:
    """Return the first and last index of the part of a clause that names a trait."""
    first, last = item.first, item.last
    while first > 0 and not joins(words[first - 1]):
        first -= 1
    while last + 1 < len(words) and not joins(words[last + 1]):
        last += 1
    return first, last


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
