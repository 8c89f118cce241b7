"""What a speaker says of a thing by telling how it is without it: "lost without X"."""

from dataclasses import dataclass

from advisor.understanding.language import Language
from advisor.understanding.line import Line
from advisor.understanding.negation import Stance
from advisor.understanding.traits import Named

NEEDED = 0.7
BEFORE = 4
"""Within how many words before a thing it is said to be missing."""
DENIED = 6
"""Within how many words before "without" a "can't" belongs to it."""
SOON = 4
"""Within how many words behind a thing it is wished away."""
STOPS = (",", ";", ":", "but", "and")
BACK = (["that"], ["it"], ["them"], ["those"])
"""What points back at the thing itself: "no X, I've had enough of that"."""


@dataclass(frozen=True, slots=True)
class Absence:
    """Knows the words that tell of a lack, and those of being at a loss."""

    language: Language

    def missed(self, item: Named, line: Line) -> Stance | None:
        """Return a liking where the lack of a thing is what is said to be bad."""
        span = self._lack_before(item, line)
        if span is None:
            return self._missed_back(item, line) or self._wished_away(item, line)
        first, last = span
        if any(s.first < first <= s.last and s.last > last for s in line.stances):
            return None
        if (
            self._denied(first, line)
            or self._hated(first, line)
            or (line.words[first] != "never" and self._at_a_loss(item, line))
        ):
            return Stance("like", NEEDED, "around", first, last, "like")
        if self._is_glad(item, first, line):
            return Stance("dislike", NEEDED, "around", first, last, "dislike")
        return None

    def _missed_back(self, item: Named, line: Line) -> Stance | None:
        """Return a liking where it is missed: "SQL: can't work without it"."""
        words = line.words
        for i in range(item.last + 1, len(words) - 1):
            back = list(words[i + 1 : i + 2]) in BACK
            if back and self._denied(i, line) and not line.names_between(item.last, i):
                return Stance("like", NEEDED, "around", i, i + 1, "like")
        return None

    def _wished_away(self, item: Named, line: Line) -> Stance | None:
        """Return a dislike of what is to be no more: "I want the pager gone"."""
        words, gone = line.words, self.language.phrases["wished_away"]
        if self.language.names_any("negators", words[: item.first]):
            return None
        for i in range(item.last + 1, min(item.last + SOON, len(words))):
            if words[i] in STOPS or line.names_between(item.last, i):
                return None
            if length := gone.at(words, i):
                last = i + length - 1
                return Stance("dislike", NEEDED, "around", item.first, last, "dislike")
        return None

    def _is_glad(self, item: Named, first: int, line: Line) -> bool:
        """Whether it goes well then: "if I never saw X again I'd be happy"."""
        if line.words[first] != "never" or line.names_between(
            item.last, len(line.words)
        ):
            return False
        return any(
            s.means == s.plain == "like"
            and s.stands == "around"
            and s.first > item.last
            for s in line.stances
        )

    def _lack_before(self, item: Named, line: Line) -> tuple[int, int] | None:
        """Return where it is said that a thing is not there."""
        words = line.words
        lacks = self.language.phrases["absences"]
        for i in range(max(0, item.first - BEFORE - 1), item.first):
            length = lacks.at(words, i)
            between = words[i + length : item.first]
            parted = len(between) > BEFORE or any(w in STOPS for w in between)
            if length and i not in line.inside and not parted:
                return i, i + length - 1
        return None

    def _denied(self, first: int, line: Line) -> bool:
        """Whether one "can't" or "wouldn't" do something without the thing."""
        words = line.words
        if words[first] not in ("without", "minus", "w"):
            return False
        start = max(0, first - DENIED)
        if line.names_between(start - 1, first):
            return False
        return any(
            self.language.has("negators", words[i])
            and not any(w in STOPS for w in words[i:first])
            for i in range(start, first)
        )

    def _hated(self, first: int, line: Line) -> bool:
        """Whether a dislike stands before the lack: "I hate it when there's no X"."""
        return any(
            stance.last < first
            and stance.means == stance.plain == "dislike"
            and stance.stands != "after"
            and not line.names_between(stance.last, first)
            and not any(w in STOPS for w in line.words[stance.last + 1 : first])
            for stance in line.stances
        )

    def _at_a_loss(self, item: Named, line: Line) -> bool:
        """Whether it goes badly then: "without X I'm lost"."""
        words = line.words
        if line.names_between(item.last, len(words)):
            return False
        losses = self.language.phrases["losses"]
        if any(losses.at(words, i) for i in range(item.last + 1, len(words))):
            return True
        return any(
            s.first > item.last
            and "so" not in words[item.last : s.first]
            and s.means in ("dislike", "lack")
            and s.stands in ("after", "around")
            and "no" not in words[s.first : s.last + 1]
            and words[s.last + 1 : s.last + 2] not in BACK
            for s in line.stances
        )
