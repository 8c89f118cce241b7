"""Words of feeling that stand anywhere near a thing: "X has me grinning"."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from advisor.understanding.language import Language
from advisor.understanding.line import Line
from advisor.understanding.negation import Stance
from advisor.understanding.traits import Named

PARTS = (",", ";", ":", "-", "=", "*", "but", "whereas", "though", "although", "yet")
"""What stands between the parts of a remark."""
Span = tuple[int, int]
"""The first and last index of a part of a remark."""


@dataclass(frozen=True, slots=True)
class Feelings:
    """Tells which word of feeling is said of which thing."""

    language: Language

    def of(self, item: Named, line: Line) -> Stance | None:
        """Return the feeling that a named thing stands under, if any."""
        felt = self._felt(line)
        if not felt:
            return None
        parts = _parts(line)
        here = next(k for k, (a, b) in enumerate(parts) if a <= item.first <= b)
        own = self._within(item, felt, parts[here], line)
        if own is not None:
            return own
        around = [s for s in felt if s.stands == "around"]
        return self._behind(felt, parts, here, line) or self._ahead(
            around, parts, here, line
        )

    def is_apart(self, stance: Stance, item: Named, line: Line) -> bool:
        """Whether an attitude stands in another part of a remark than a thing."""
        first, last = _part_at(item, line)
        return stance.last < first or stance.first > last

    def stands_bare(self, item: Named, line: Line) -> bool:
        """Whether nothing but names stands in a thing's part of a remark."""
        return self._is_bare(_part_at(item, line), line)

    def beside(self, item: Named, line: Line) -> Stance | None:
        """Return the feeling in the same part as a thing, if any."""
        return self._within(item, self._felt(line), _part_at(item, line), line)

    def _felt(self, line: Line) -> list[Stance]:
        """Return the attitudes of a line that are not bound to what follows them."""
        return [
            s for s in line.stances if s.stands == "around" or self._is_free(s, line)
        ]

    def _is_free(self, stance: Stance, line: Line) -> bool:
        """Whether an attitude has nothing behind it: it is of what was before."""
        if stance.stands != "before" or stance.means not in ("like", "dislike"):
            return False
        words = line.words
        lead = words[max(0, stance.first - 2) : stance.first + 1]
        own = any(self.language.has("selves", word) for word in lead)
        if stance.first == stance.last and not own:
            return False
        parts = (i for i in range(stance.last, len(words)) if words[i] in PARTS)
        end = min(parts, default=len(words))
        if line.names_between(stance.last, end):
            return False
        return not self._has_own(words[stance.last + 1 : end], stance, words)

    def _has_own(
        self, behind: Sequence[str], stance: Stance, words: Sequence[str]
    ) -> bool:
        """Whether something that has no name here follows: "sick of my boss"."""
        if not self.language.has("leads_object", words[stance.last]):
            return False
        at = 0
        while at < len(behind) and any(
            self.language.has(name, behind[at]) for name in ("articles", "owners")
        ):
            at += 1
        passed = ("small_words", "pronouns", "adverbs", "joins", "stopwords")
        word = behind[at] if at < len(behind) else ""
        return word.isalpha() and not any(self.language.has(n, word) for n in passed)

    def _within(
        self, item: Named, felt: Sequence[Stance], part: Span, line: Line
    ) -> Stance | None:
        """Return the feeling in a thing's own part: behind it, or else before."""
        first, last = part
        inside = [s for s in felt if first <= s.first and s.last <= last]
        behind = [s for s in inside if s.first > item.last]
        before = [s for s in inside if s.last < item.first]
        if behind and (
            not before or not line.names_between(item.last, behind[0].first)
        ):
            return behind[0]
        return before[-1] if before else None

    def _behind(
        self, felt: Sequence[Stance], parts: Sequence[Span], here: int, line: Line
    ) -> Stance | None:
        """Return the feeling that follows a thing, lists of things passed over."""
        words = line.words
        for k in range(here + 1, len(parts)):
            first, last = parts[k]
            inside = _named_in(parts[k], line)
            found = [s for s in felt if first <= s.first <= last]
            if inside and found and found[0].first > inside[-1].last:
                listed = all(self._is_bare(part, line) for part in parts[here:k])
                return found[0] if listed else None
            own = any(self.language.has("first_person", w) for w in words[first:last])
            if "but" in words[parts[k - 1][1] : first] and (own or inside):
                return None
            if found and not inside:
                return found[0]
            if inside and not self._is_bare(parts[k], line):
                return None
            if any(first <= s.first <= last for s in line.stances):
                return None
        return None

    def _is_bare(self, part: Span, line: Line) -> bool:
        """Whether a part holds a name and small words only."""
        first, last = part
        rest = [line.words[i] for i in range(first, last + 1) if i not in line.inside]
        return bool(_named_in(part, line)) and all(
            not w
            or not w[0].isalnum()
            or self.language.has("small_words", w)
            or self.language.has("joins", w)
            for w in rest
        )

    def _ahead(
        self, felt: Sequence[Stance], parts: Sequence[Span], here: int, line: Line
    ) -> Stance | None:
        """Return the feeling just before a thing, in a part that names nothing."""
        if not here:
            return None
        first, last = parts[here - 1]
        start = parts[here][0]
        anew = self.language.has("first_person", line.words[start])
        if anew or "but" in line.words[last:start] or _named_in(parts[here - 1], line):
            return None
        found = [s for s in felt if first <= s.first <= last]
        return found[-1] if found else None


def _named_in(part: Span, line: Line) -> list[Named]:
    """Return what is named in a part of a remark."""
    return [n for n in line.named if part[0] <= n.first <= part[1]]


def _part_at(item: Named, line: Line) -> Span:
    """Return the part that a thing stands in."""
    parts = _parts(line)
    return next((part for part in parts if part[0] <= item.first <= part[1]), parts[0])


def _parts(line: Line) -> list[Span]:
    """Return the parts of a remark."""
    words = line.words
    cuts = [i for i, w in enumerate(words) if w in PARTS and i not in line.inside]
    bounds = [-1, *cuts, len(words)]
    return [(a + 1, b - 1) for a, b in pairwise(bounds) if a + 1 <= b - 1] or [
        (0, len(words) - 1)
    ]
