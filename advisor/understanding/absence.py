"""What a speaker says of a thing by telling how it is without it: "lost without X"."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.understanding.language import Language
from advisor.understanding.negation import Stance
from advisor.understanding.traits import Named

NEEDED = 0.7
BEFORE = 4
"""Within how many words before a thing it is said to be missing."""
DENIED = 6
"""Within how many words before "without" a "can't" belongs to it."""
STOPS = (",", ";", ":", "but", "and")
BACK = (["that"], ["it"], ["them"], ["those"])
"""What points back at the thing itself: "no X, I've had enough of that"."""


@dataclass(frozen=True, slots=True)
class Absence:
    """Knows the words that tell of a lack, and those of being at a loss."""

    language: Language

    def missed(
        self,
        item: Named,
        stances: Sequence[Stance],
        words: Sequence[str],
        named: Sequence[Named],
    ) -> Stance | None:
        """Return a liking where the lack of a thing is what is said to be bad."""
        span = self._lack_before(item, words, named)
        if span is None:
            return None
        first, last = span
        if any(s.first < first <= s.last and s.last > last for s in stances):
            return None
        if (
            self._denied(words, first, named)
            or self._hated(words, first, stances, named)
            or (
                words[first] != "never" and self._at_a_loss(item, words, stances, named)
            )
        ):
            return Stance("like", NEEDED, "around", first, last, "like")
        return None

    def _lack_before(
        self, item: Named, words: Sequence[str], named: Sequence[Named]
    ) -> tuple[int, int] | None:
        """Return where it is said that a thing is not there."""
        lacks = self.language.phrases["absences"]
        for i in range(max(0, item.first - BEFORE - 1), item.first):
            length = lacks.at(words, i)
            between = words[i + length : item.first]
            inside = any(n.first <= i <= n.last for n in named)
            parted = len(between) > BEFORE or any(w in STOPS for w in between)
            if length and not inside and not parted:
                return i, i + length - 1
        return None

    def _denied(self, words: Sequence[str], first: int, named: Sequence[Named]) -> bool:
        """Whether one "can't" or "wouldn't" do something without the thing."""
        if words[first] not in ("without", "minus", "w"):
            return False
        start = max(0, first - DENIED)
        if any(start <= n.first < first for n in named):
            return False
        return any(
            self.language.has("negators", words[i])
            and not any(w in STOPS for w in words[i:first])
            for i in range(start, first)
        )

    def _hated(
        self,
        words: Sequence[str],
        first: int,
        stances: Sequence[Stance],
        named: Sequence[Named],
    ) -> bool:
        """Whether a dislike stands before the lack: "I hate it when there's no X"."""
        for stance in stances:
            between = words[stance.last + 1 : first]
            named_between = any(stance.last < n.first < first for n in named)
            if (
                stance.last < first
                and stance.means == "dislike"
                and stance.plain == "dislike"
                and stance.stands != "after"
                and not named_between
                and not any(w in STOPS for w in between)
            ):
                return True
        return False

    def _at_a_loss(
        self,
        item: Named,
        words: Sequence[str],
        stances: Sequence[Stance],
        named: Sequence[Named],
    ) -> bool:
        """Whether it goes badly then: "without X I'm lost"."""
        if any(n.first > item.last for n in named):
            return False
        losses = self.language.phrases["losses"]
        if any(losses.at(words, i) for i in range(item.last + 1, len(words))):
            return True
        return any(
            s.first > item.last
            and s.means in ("dislike", "lack")
            and s.stands in ("after", "around")
            and words[s.last + 1 : s.last + 2] not in BACK
            for s in stances
        )
