"""Words of feeling that stand anywhere near a thing: "X has me grinning"."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from advisor.understanding.language import Language
from advisor.understanding.negation import Stance
from advisor.understanding.traits import Named

PARTS = (",", ";", ":", "-", "=", "*", "but", "whereas", "though", "although", "yet")
"""What stands between the parts of a remark."""
LOOSE = ("and", "while", "because", "so")
"""What stands between two parts where each holds a name and a feeling."""


@dataclass(frozen=True, slots=True)
class Feelings:
    """Tells which word of feeling is said of which thing."""

    language: Language

    def of(
        self,
        item: Named,
        stances: Sequence[Stance],
        words: Sequence[str],
        named: Sequence[Named],
    ) -> Stance | None:
        """Return the feeling that a named thing stands under, if any."""
        felt = [
            s for s in stances if s.stands == "around" or self._is_free(s, named, words)
        ]
        if not felt:
            return None
        parts = _parts(words, named)
        here = next(k for k, (a, b) in enumerate(parts) if a <= item.first <= b)
        own = self._within(item, felt, parts[here], named)
        if own is not None:
            return own
        around = [s for s in felt if s.stands == "around"]
        return self._behind(felt, stances, parts, here, named, words) or self._ahead(
            around, parts, here, named, words
        )

    def is_apart(
        self, stance: Stance, item: Named, words: Sequence[str], named: Sequence[Named]
    ) -> bool:
        """Whether an attitude stands in another part of a remark than a thing."""
        first, last = _part_at(item, words, named)
        return stance.last < first or stance.first > last

    def stands_bare(
        self, item: Named, words: Sequence[str], named: Sequence[Named]
    ) -> bool:
        """Whether nothing but names stands in a thing's part of a remark."""
        first, last = _part_at(item, words, named)
        inside = [n for n in named if first <= n.first <= last]
        return self._is_bare(inside, first, last, words)

    def beside(
        self,
        item: Named,
        stances: Sequence[Stance],
        words: Sequence[str],
        named: Sequence[Named],
    ) -> Stance | None:
        """Return the feeling in the same part as a thing, if any."""
        felt = [
            s for s in stances if s.stands == "around" or self._is_free(s, named, words)
        ]
        return self._within(item, felt, _part_at(item, words, named), named)

    def _is_free(
        self, stance: Stance, named: Sequence[Named], words: Sequence[str]
    ) -> bool:
        """Whether an attitude has nothing behind it: it is of what was before."""
        if stance.stands != "before" or stance.means not in ("like", "dislike"):
            return False
        lead = words[max(0, stance.first - 2) : stance.first + 1]
        own = any(self.language.has("selves", word) for word in lead)
        if stance.first == stance.last and not own:
            return False
        parts = (i for i in range(stance.last, len(words)) if words[i] in PARTS)
        end = min(parts, default=len(words))
        return not any(stance.last < n.first < end for n in named)

    def _within(
        self,
        item: Named,
        felt: Sequence[Stance],
        part: tuple[int, int],
        named: Sequence[Named],
    ) -> Stance | None:
        """Return the feeling in a thing's own part: behind it, or else before."""
        first, last = part
        inside = [s for s in felt if first <= s.first and s.last <= last]
        behind = [s for s in inside if s.first > item.last]
        before = [s for s in inside if s.last < item.first]
        if behind and (not before or not self._parted(item, behind[0], named)):
            return behind[0]
        return before[-1] if before else None

    def _parted(self, item: Named, stance: Stance, named: Sequence[Named]) -> bool:
        return any(item.last < n.first < stance.first for n in named)

    def _behind(
        self,
        felt: Sequence[Stance],
        stances: Sequence[Stance],
        parts: Sequence[tuple[int, int]],
        here: int,
        named: Sequence[Named],
        words: Sequence[str],
    ) -> Stance | None:
        """Return the feeling that follows a thing, lists of things passed over."""
        for k in range(here + 1, len(parts)):
            first, last = parts[k]
            inside = [n for n in named if first <= n.first <= last]
            found = [s for s in felt if first <= s.first <= last]
            if inside and found and found[0].first > inside[-1].last:
                return found[0] if self._is_list(parts, here, k, named, words) else None
            own = any(self.language.has("first_person", w) for w in words[first:last])
            if "but" in words[parts[k - 1][1] : first] and (own or inside):
                return None
            if found and not inside:
                return found[0]
            if inside and not self._is_bare(inside, first, last, words):
                return None
            others = [s for s in stances if first <= s.first <= last]
            if others:
                return None
        return None

    def _is_list(
        self,
        parts: Sequence[tuple[int, int]],
        here: int,
        end: int,
        named: Sequence[Named],
        words: Sequence[str],
    ) -> bool:
        """Whether parts hold names and nothing else, up to the one that judges."""
        return all(
            self._is_bare([n for n in named if a <= n.first <= b], a, b, words)
            for a, b in parts[here:end]
        )

    def _is_bare(
        self, inside: Sequence[Named], first: int, last: int, words: Sequence[str]
    ) -> bool:
        """Whether a part holds a name and small words only."""
        taken = {i for n in inside for i in range(n.first, n.last + 1)}
        rest = [words[i] for i in range(first, last + 1) if i not in taken]
        return bool(inside) and all(
            not w
            or not w[0].isalnum()
            or self.language.has("small_words", w)
            or self.language.has("joins", w)
            for w in rest
        )

    def _ahead(
        self,
        felt: Sequence[Stance],
        parts: Sequence[tuple[int, int]],
        here: int,
        named: Sequence[Named],
        words: Sequence[str],
    ) -> Stance | None:
        """Return the feeling just before a thing, in a part that names nothing."""
        if not here:
            return None
        first, last = parts[here - 1]
        start = parts[here][0]
        if "but" in words[last:start] or self.language.has(
            "first_person", words[start]
        ):
            return None
        if any(first <= n.first <= last for n in named):
            return None
        found = [s for s in felt if first <= s.first <= last]
        return found[-1] if found else None


def _part_at(
    item: Named, words: Sequence[str], named: Sequence[Named]
) -> tuple[int, int]:
    """Return the first and last index of the part that a thing stands in."""
    parts = _parts(words, named)
    return next((part for part in parts if part[0] <= item.first <= part[1]), parts[0])


def _parts(words: Sequence[str], named: Sequence[Named]) -> list[tuple[int, int]]:
    """Return the first and last index of each part of a remark."""
    inside = {i for n in named for i in range(n.first, n.last + 1)}
    cuts = [i for i, w in enumerate(words) if w in PARTS and i not in inside]
    bounds = [-1, *cuts, len(words)]
    return [(a + 1, b - 1) for a, b in pairwise(bounds) if a + 1 <= b - 1] or [
        (0, len(words) - 1)
    ]
