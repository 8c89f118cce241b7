"""What a speaker says of two things by setting one above the other: "X over Y"."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.understanding.language import Language, Phrases
from advisor.understanding.line import Line
from advisor.understanding.negation import SAYS_NO, Stance

CHOSEN = 0.7
LEFT = 0.4
REACH = 9
"""How many words may stand between a thing and what sets it above another."""
NEAR = 3
"""Within how many words a negation turns a comparison round."""
STOPS = (";", ":", "but", ".")
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Comparing:
    """Knows the words that set one thing above another, or put it in its place."""

    above: Phrases
    """What stands between a thing and one liked less: "beats"."""
    below: Phrases
    """What stands between a thing and one liked more: "comes second to"."""
    language: Language

    def find(self, line: Line) -> dict[int, Stance]:
        """Return the stance that each thing compared stands under, by its index."""
        found: dict[int, Stance] = {}
        for i in range(len(line.words)):
            if i in line.inside:
                continue
            found |= self._set_apart(i, line)
            found |= self._exchanged(i, line)
            found |= self._measured(i, line)
        both = [line.named[k].trait for k in found]
        return found if len(set(both)) == len(both) else {}

    def _set_apart(self, i: int, line: Line) -> dict[int, Stance]:
        """Return what "X beats Y" and its like say of both."""
        words = line.words
        for phrases, above in ((self.above, True), (self.below, False)):
            length = phrases.at(words, i, self.language.sets["adverbs"])
            if not length:
                continue
            left = _left_of(i, line)
            right = _right_of(i + length, line)
            tight = self.language.has("sets_apart", words[i])
            if tight and (
                not self._touch(i, i + length, left, right, line)
                or _has_its_own(right, i, line)
                or _is_denied_too(left, i, line)
            ):
                continue
            if tight and right is not None and _is_turned_down(left, line):
                return {right: Stance("neutral", 0.0, "before", i, i, "neutral")}
            liked = above ^ self._denied(words, i)
            if left is None and right is not None and not tight and liked:
                return {right: _disliked(i, i + length - 1)}
            if left is not None and right is None and not tight and liked:
                return {left: _liked(i, i + length - 1)}
            if left is not None and right is not None:
                return _both(left, right, i, i + length - 1, first_liked=liked)
        return {}

    def _touch(
        self, first: int, end: int, left: int | None, right: int | None, line: Line
    ) -> bool:
        """Whether two things stand next to a small word between them: "X, not Y"."""
        if left is None or right is None:
            return False
        gap = line.words[line.named[left].last + 1 : first]
        behind = line.named[right].first - end
        close = self.language.has("sets_close", line.words[first])
        return behind <= (NEAR if close else REACH) and all(w == "," for w in gap)

    def _exchanged(self, i: int, line: Line) -> dict[int, Stance]:
        """Return what "swap X for Y" says: the first goes, the second comes."""
        words, named = line.words, line.named
        ends = [
            pair.split()[1:]
            for pair in self.language.sets["exchanges"]
            if pair.split()[0] == words[i]
        ]
        if not ends:
            return {}
        gone = _right_of(i + 1, line)
        at = named[gone].last + 1 if gone is not None else i
        if self.language.has("pronouns", words[min(i + 1, len(words) - 1)]):
            gone = max((k for k, n in enumerate(named) if n.last < i), default=None)
            at = i + 2
        if gone is None:
            return {}
        for k in range(at, min(at + NEAR + 1, len(words))):
            if [words[k]] not in ends:
                continue
            come = _right_of(k + 1, line)
            kept = self._denied(words, i)
            if come is not None:
                return _both(gone, come, i, k, first_liked=kept)
            if kept:
                return {gone: _liked(i, k)}
        return {}

    def _measured(self, i: int, line: Line) -> dict[int, Stance]:
        """Return what "more X than Y" says of both, or "rather die than X" of one."""
        words = line.words
        if words[i] != "than" or not i or words[i - 1] in ("other", "rather"):
            return {}
        start = _start_of(i, words)
        right = _right_of(i + 1, line)
        if right is None:
            return {}
        more = [
            k for k in range(start, i) if self.language.has("measures_up", words[k])
        ]
        less = [
            k for k in range(start, i) if self.language.has("measures_down", words[k])
        ]
        if not more and not less:
            return {}
        bad = any(
            s.means in ("dislike", "lack") and s.plain in ("dislike", "lack")
            for s in line.stances
            if start <= s.first < i
        )
        lead = words[start:i]
        if bad or any(self.language.has("nothings", word) for word in lead):
            return {}
        left = _left_of(i, line, floor=start)
        first = min(more + less)
        if left is None:
            wished = any(w in ("rather", "sooner", "prefer") for w in lead)
            return {right: _disliked(first, i)} if wished else {}
        liked = not less
        if self._denied(words, first):
            liked = not liked
        return _both(left, right, first, i, first_liked=liked)

    def _denied(self, words: Sequence[str], i: int) -> bool:
        return any(
            self.language.has("negators", words[k])
            and not self.language.phrases["not_negators"].at(words, k)
            for k in range(max(0, i - NEAR), i)
        )


def _left_of(i: int, line: Line, floor: int = 0) -> int | None:
    """Return the thing named last before a place, in the same remark."""
    before = [k for k, n in enumerate(line.named) if floor <= n.first and n.last < i]
    if not before:
        return None
    gap = line.words[line.named[before[-1]].last + 1 : i]
    parted = len(gap) > REACH or any(word in STOPS for word in gap)
    return None if parted else before[-1]


def _right_of(at: int, line: Line) -> int | None:
    """Return the thing named first from a place on, in the same remark."""
    behind = (k for k, n in enumerate(line.named) if at <= n.last)
    first = next(behind, None)
    if first is None:
        return None
    gap = line.words[at : line.named[first].first]
    parted = len(gap) > REACH or any(word in (*STOPS, ",") for word in gap)
    return None if parted else first


def _start_of(i: int, words: Sequence[str]) -> int:
    """Return where the remark begins that a place stands in."""
    stops = (k for k in range(i - 1, -1, -1) if words[k] in STOPS)
    return next(stops, -1) + 1


def _is_turned_down(left: int | None, line: Line) -> bool:
    """Whether the first of two things is plainly disliked: "I hate X, not Y"."""
    return left is not None and any(
        s.stands == "before" and s.means == s.plain == "dislike"
        for s in line.stances
        if s.last < line.named[left].first
    )


def _is_denied_too(left: int | None, i: int, line: Line) -> bool:
    """Whether a denial stands before the first thing too: "not X, not Y"."""
    at = line.named[left].first - 1 if left is not None else -1
    return at >= 0 and line.words[at] in SAYS_NO and line.words[i] in SAYS_NO


def _has_its_own(item: int | None, first: int, line: Line) -> bool:
    """Whether an attitude stands before the second thing: "X but not hopeless at Y"."""
    return item is not None and any(
        stance.stands == "before"
        and first < stance.first
        and stance.last < line.named[item].first
        for stance in line.stances
    )


def _liked(first: int, last: int) -> Stance:
    return Stance("like", CHOSEN, "around", first, last, "like")


def _disliked(first: int, last: int) -> Stance:
    return Stance("dislike", LEFT, "around", first, last, "dislike")


def _both(
    left: int, right: int, first: int, last: int, *, first_liked: bool
) -> dict[int, Stance]:
    """Return one thing as liked and the other as not."""
    if first_liked:
        return {left: _liked(first, last), right: _disliked(first, last)}
    return {left: _disliked(first, last), right: _liked(first, last)}
