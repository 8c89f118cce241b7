"""Which of a clause's attitudes each thing named stands under."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.understanding.language import Language
from advisor.understanding.negation import OPPOSITE, Stance, says_again
from advisor.understanding.traits import Named

TURNED = 0.6
ANEW = (",", "but", "-", "and")
A_WISH = ("something", "somewhere")
"""Behind a joining word, these begin another wish: "and something with people"."""
AT_WHICH = ("when", "while", "because")
"""Words before "I" that begin a remark of its own."""
OF_IT = ("like", "dislike", "neutral")
"""Where "but I hate it" has the last word; "but I'm bad at it" takes no liking back."""
COMES_TO = 2
"""Within how many words of a part's start a thing stands that "it's" points out."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Knows the words that end an attitude's reach, or turn it round within a list."""

    language: Language

    def stance_of(
        self, item: Named, stances: Sequence[Stance], words: Sequence[str]
    ) -> Stance | None:
        """Return the attitude that a named trait stands under.

        The nearest before it; but one that stands behind, with no other name of an
        attitude between, speaks of it first.
        """
        behind = self._behind(item, stances, words)
        before = self._before(item, stances, words)
        if behind is None:
            return before or self._pointed_out(item, stances, words)
        if not self._is_of_it(behind, words) and any(
            item.last < s.first < behind.first and s.stands == "before" for s in stances
        ):
            return before
        if before is None:
            return behind
        return behind if self._is_of_behind(item, before, behind, words) else before

    def _is_of_behind(
        self, item: Named, before: Stance, behind: Stance, words: Sequence[str]
    ) -> bool:
        """Whether a trait between two attitudes stands under the second."""
        gap = words[item.last : behind.first]
        judged = self._has_last_word(before, behind, gap, words)
        if judged is not None:
            return judged
        if self.is_adverb(behind, words):
            return False
        if before.means == "know" and self._judges_it(behind, words):
            return True
        own = "," not in gap[:-1]
        ahead = words[before.last + 1 : item.first]
        offered = words[behind.first] == "and" and self.language.has(
            "offers", words[before.first]
        )
        if offered or "but" in ahead or (own and "," in ahead):
            return True
        return before.means == "know" and own

    def _has_last_word(
        self, before: Stance, behind: Stance, gap: Sequence[str], words: Sequence[str]
    ) -> bool | None:
        """Whether the second of two attitudes overrules the first; None if unsaid.

        "I loved it once, now it bores me"; "I'm bad at it, though I like it".
        """
        weighs = behind.means in OF_IT
        if self.language.has("fading", words[behind.last]):
            return True
        if weighs and self.language.names("by_now", gap):
            return True
        if not self.language.names_any("conceding", gap):
            return None
        if self._is_of_it(behind, words):
            return weighs
        if self._takes_up(behind, words):
            return weighs and before.means != before.plain
        return None

    def _before(
        self, item: Named, stances: Sequence[Stance], words: Sequence[str]
    ) -> Stance | None:
        """Return the nearest attitude before a trait that reaches as far."""
        nearest = next(
            (
                s
                for s in reversed(stances)
                if s.stands == "before" and s.first < item.first and s.last < item.last
            ),
            None,
        )
        if nearest is None or self._begins_anew(words, nearest.last + 1, item.first):
            return None
        return nearest

    def _behind(
        self, item: Named, stances: Sequence[Stance], words: Sequence[str]
    ) -> Stance | None:
        """Return the attitude that stands behind a trait, adverbs after the others."""
        reach = [
            s
            for s in stances
            if s.stands == "after"
            and s.first > item.last
            and (
                self._is_of_it(s, words)
                or self._takes_up(s, words)
                or not self._ends_reach(words, item.last + 1, s.first)
            )
        ]
        if not reach:
            return None
        first = self._said_last(reach, words)
        reach = reach[reach.index(first) :]
        parted = len(reach) > 1 and "," in words[first.last : reach[1].first]
        if len(reach) > 1 and self.is_adverb(first, words) and not parted:
            return reach[1]
        return first

    def _said_last(self, reach: Sequence[Stance], words: Sequence[str]) -> Stance:
        """Return the attitude that counts of several: "X I can do, but hate"."""
        first = reach[0]
        for later in reach[1:]:
            gap = words[first.last + 1 : later.first]
            close = all(not w.isalnum() for w in gap)
            plainer = first.means == "know" and later.means != "know"
            if self.is_adverb(later, words):
                break
            of_it = self.language.has("pronouns", words[later.first - 1])
            conceded = of_it and self.language.names_any("conceding", gap)
            if not (close or conceded or (plainer and (of_it or "," not in gap))):
                break
            first = later
        return first

    def _is_of_it(self, stance: Stance, words: Sequence[str]) -> bool:
        """Whether "it" follows an attitude, for what was named before."""
        return self.language.names_any("pronouns", words[stance.last : stance.last + 2])

    def _judges_it(self, stance: Stance, words: Sequence[str]) -> bool:
        """Whether an attitude is told of what was just named: ", it was so boring"."""
        at = stance.first - 1
        apart = [i for i in range(max(0, at - COMES_TO), at) if words[i] == ","]
        pointed = at > 0 and self.language.has("pronouns", words[at])
        return bool(apart) and pointed and stance.means in OF_IT

    def _takes_up(self, stance: Stance, words: Sequence[str]) -> bool:
        """Whether an attitude only takes a verb up again: "..., but now I do"."""
        at = stance.first - 1
        if at > 0 and self.language.has("adverbs", words[at]):
            at -= 1
        joined = at > 0 and self.language.has("conceding", words[at])
        said = words[stance.first : stance.last + 1]
        verbs = (self.language.has("auxiliaries", word) for word in said[1:])
        return joined and said[0] == "i" and all(verbs)

    def is_adverb(self, stance: Stance, words: Sequence[str]) -> bool:
        """Whether an attitude only says when or how: "all day", "for a living"."""
        length = self.language.phrases["adverbials"].at(words, stance.first)
        return length == stance.last - stance.first + 1

    def _begins_anew(self, words: Sequence[str], first: int, last: int) -> bool:
        """Whether a remark of its own begins: ", but I explain", ", 3 years of"."""
        return any(self._opens_anew(words, i, first) for i in range(first, last - 1))

    def _opens_anew(self, words: Sequence[str], at: int, first: int) -> bool:
        """Whether a word opens a remark of its own with the one behind it."""
        behind = words[at + 1]
        if words[at] == "," and behind[0].isdigit():
            return True
        parts = words[at] in ANEW or (at > first and words[at] in AT_WHICH)
        return parts and (self.language.has("first_person", behind) or behind in A_WISH)

    def _ends_reach(self, words: Sequence[str], first: int, last: int) -> bool:
        """Whether what stands behind is of something else by now."""
        part = list(words[first:last])
        at = part.index("but") if "but" in part else len(part)
        if at < len(part) and part[at + 1 : at + 2] not in (["also"], ["rather"]):
            return not self.language.names("not_negators", words[:first])
        return any(
            self.language.has("finite", part[i]) and "," in part[i:]
            for i in range(len(part))
        )

    def _pointed_out(
        self, item: Named, stances: Sequence[Stance], words: Sequence[str]
    ) -> Stance | None:
        """Return what "it's not X that I hate, it's Y" says of the second."""
        start = item.first - COMES_TO
        points = any(
            words[i] == "," and words[i + 1] in ("it's", "its", "rather", "but")
            for i in range(max(0, start - 1), item.first - 1)
        )
        earlier = [s for s in stances if s.stands == "after" and s.last < item.first]
        if not earlier:
            return None
        denied = earlier[-1].means != earlier[-1].plain
        if not points and not (denied and "but" in words[max(0, start) : item.first]):
            return None
        return replace(earlier[-1], means=earlier[-1].plain, strength=TURNED)

    def turned(
        self, stance: Stance, item: Named, words: Sequence[str]
    ) -> tuple[str, float]:
        """Return meaning and strength, turned round behind "but not" or "than"."""
        if stance.stands == "around":
            return stance.means, stance.strength
        if stance.stands == "after":
            return self._turned_ahead(stance, item, words)
        between = words[stance.last + 1 : item.first]
        negated = stance.means != stance.plain or self.language.names_any(
            "nothings", words[: stance.first]
        )
        if negated and self.language.names("equals", between):
            return stance.plain, TURNED
        if stance.means == "dislike" and self._but_only(item, between, words):
            return "like", TURNED
        to_other = "prefer" in words[stance.first : stance.last + 1]
        if not (to_other and "to" in between[1:]) and (
            not self._turns(words, stance.last + 1, item.first)
            or says_again(words, stance, item.first)
        ):
            return stance.means, stance.strength
        return OPPOSITE.get(stance.means, stance.means), TURNED

    def _turned_ahead(
        self, stance: Stance, item: Named, words: Sequence[str]
    ) -> tuple[str, float]:
        """Return the same for what stands before its attitude.

        "X over Y any day": the one before the turning word is the one liked.
        """
        if item.first > stance.last or stance.means != "like":
            return stance.means, stance.strength
        parts = [i for i in range(item.first) if words[i] in (",", "but")]
        later = self._turns(words, max(parts, default=0), item.first)
        if later and not self._turns(words, item.last + 1, stance.first):
            return "dislike", TURNED
        return stance.means, stance.strength

    def _but_only(
        self, item: Named, between: Sequence[str], words: Sequence[str]
    ) -> bool:
        """Whether "but" and a bare name end a remark: "no SQL but plenty of R"."""
        if "but" not in between:
            return False
        gap = between[between.index("but") + 1 :]
        behind = words[item.last + 1 : item.last + 2]
        ends = not behind or not behind[0][:1].isalnum()
        return ends and all(self.language.has("amounts", word) for word in gap)

    def _turns(self, words: Sequence[str], first: int, last: int) -> bool:
        """Whether a word that turns a list round stands between two places."""
        turns, spared = (self.language.phrases[n] for n in ("turns", "not_negators"))
        return any(
            turns.at(words, i) and i + turns.at(words, i) <= last
            for i in range(first, last)
            if not spared.at(words, i)
        )
