"""The sign of what a clause says in words, whatever it says it of."""

from collections.abc import Sequence

from advisor.understanding.line import Line
from advisor.understanding.stances import StanceFinder
from advisor.understanding.traits import Named

BEFORE = "before"
SIGNS = {"like": 1, "dislike": -1, "lack": -1}
"""What tells a sign: that something is known or done tells none by itself."""


def spoken_sign(words: Sequence[str], stances: StanceFinder) -> int:
    """Return 1 or -1 where all attitudes in a clause agree on it, else 0."""
    spelled = [stances.language.contractions.get(word, word) for word in words]
    ahead, behind = Named("", -1, -1), Named("", len(spelled), len(spelled))
    of_first = stances.find(Line.of(spelled, (ahead,)))
    of_last = stances.find(Line.of(spelled, (behind,)))
    said = {
        *(s.means for s in of_first if s.stands != BEFORE),
        *(s.means for s in of_last if s.stands == BEFORE),
    }
    signs = {SIGNS[means] for means in said if means in SIGNS}
    return signs.pop() if len(signs) == 1 else 0
