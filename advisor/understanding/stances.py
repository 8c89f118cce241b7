"""Find in a clause the attitudes that it states, and how each is meant."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from advisor.data.advice import Attitude
from advisor.text import stem
from advisor.understanding.language import Language
from advisor.understanding.line import Line
from advisor.understanding.manners import Manners
from advisor.understanding.negation import (
    NEAR,
    OPPOSITE,
    POLARITY,
    Negation,
    Stance,
)
from advisor.understanding.traits import Named
from advisor.understanding.verdicts import verdict_at

SIGNS_WITHIN = frozenset("/-")
"""What may stand inside an idiom: "go / no-go"."""
VERDICT = 0.8
"""How strongly a verdict at the end speaks."""
FELT = 0.7
MINE = 0.5
FAINT = 0.4
"""How well something is known "a little", which may also tell how much it is felt."""
TURNED = 6
"""Within how many words something is turned into something else."""
CLOSE = 2
"""How many words on an attitude may hang on the one before."""
VERBS = ("is", "are", "do", "does")
DOING = ("do", "does")
SUBJECTS = ("you", "they", "we", "he", "she")
BE = ("is", "are", "was", "were")
REMEMBERED = 256
"""Of how many clauses the attitudes are remembered: each is looked at several times."""


@dataclass(frozen=True, slots=True, eq=False)
class StanceFinder:
    """Knows the attitudes by their phrases. Equal only to itself."""

    manners: Manners
    language: Language
    negation: Negation

    def find(self, line: Line) -> tuple[Stance, ...]:
        """Return the attitudes of a clause, in order, the longest at each place."""
        return _found(self, tuple(line.words), tuple(line.named))

    def look(self, line: Line) -> tuple[Stance, ...]:
        """Return the same, whatever is remembered."""
        words = line.words
        found: list[Stance] = []
        i = 0
        while i < len(words):
            best = None if _denies_more(words, i) else self._farthest(line, i)
            denied = max(
                self.language.phrases["denials"].at(words, i),
                self.language.phrases["idioms"].at(words, i, SIGNS_WITHIN),
            )
            if best is None or denied >= best.last - i + 1:
                i += max(1, denied)
                continue
            i = best.last + 1
            if self._only_turns(best, line):
                continue
            if found and _hangs_on(best, found[-1], line):
                continue
            floor = max((s.last + 1 for s in found if s.stands != "around"), default=0)
            meant = self.negation.meant(best, words, floor)
            if self._is_bare(meant, found, words):
                continue
            found.append(self._as_before(meant, found, words))
        return self._with_verdict(found, words)

    def _only_turns(self, stance: Stance, line: Line) -> bool:
        """Whether a denial is of the attitude right behind it: "I no longer like"."""
        words, at = line.words, stance.last + 1
        said = words[stance.first : stance.last + 1]
        denies = self.language.phrases["no_more"].at(said, 0) == len(said)
        if stance.stands != "after" or not denies or at >= len(words):
            return False
        behind = self._farthest(line, at)
        return behind is not None and behind.stands == "before"

    def _with_verdict(
        self, found: Sequence[Stance], words: Sequence[str]
    ) -> tuple[Stance, ...]:
        """Return attitudes, overruled by what a clause ends on: ", no thank you"."""
        at = verdict_at(words, self.language)
        if at is None:
            return tuple(found)
        kept = [s for s in found if s.last < at and POLARITY[s.means] < 0]
        verdict = Stance("dislike", VERDICT, "after", at, len(words) - 1, "dislike")
        return (*kept, verdict)

    def _is_bare(
        self, stance: Stance, earlier: Sequence[Stance], words: Sequence[str]
    ) -> bool:
        """Whether a verb alone has nothing to take over: "what SQL is"."""
        alone = stance.first == stance.last and words[stance.first] in VERBS
        asks = any(self.language.has("question_words", word) for word in words)
        return alone and (asks or not earlier)

    def _as_before(
        self, stance: Stance, earlier: Sequence[Stance], words: Sequence[str]
    ) -> Stance:
        """Return what a verb alone takes over: "X doesn't bore me, but Y does"."""
        verbs = [w for w in words[stance.first : stance.last + 1] if w != "i"]
        if not earlier or not all(self.language.has("auxiliaries", w) for w in verbs):
            return stance
        said = earlier[-1]
        part = words[said.first : said.last + 1]
        if stance.plain == "like" and any(
            self.language.has("negators", w) for w in part
        ):
            return replace(stance, means=OPPOSITE.get(said.means, said.means))
        if stance.plain in ("like", "know") and said.means != said.plain:
            return replace(stance, means=said.plain)
        if stance.plain == "dislike" and said.means == said.plain == "dislike":
            return replace(stance, means="neutral")
        return stance

    def _farthest(self, line: Line, i: int) -> Stance | None:
        """Return the attitude here, or a longer one that begins inside of it.

        "I have no problem with" is no lack of problems.
        """
        best = self._longest(line, i)
        for at in range(i + 1, best.last + 1 if best else 0):
            other = self._longest(line, at)
            if best and other and other.last > best.last and other.first < other.last:
                best = other
        return best

    def _longest(self, line: Line, i: int) -> Stance | None:
        """Return the longest attitude that begins here and has something to be of."""
        words, inside = line.words, line.inside
        if i and i - 1 in inside and words[i - 1].endswith("'s") and i not in inside:
            view = [*words[: i - 1], "is", *words[i:]]
            open_up = replace(line, words=view, inside=inside - {i - 1})
            whole = self._longest(open_up, i - 1)
            if whole is not None and whole.last >= i:
                return replace(whole, first=i)
        best: Stance | None = None
        for phrases, attitude in self.manners.beginning(words[i]):
            length = phrases.at(words, i, self.language.sets["adverbs"])
            if not length or (i in inside and length == 1):
                continue
            if attitude.means == "know" and _must(words, i + length):
                continue
            if words[i] == "no" and self.language.phrases["not_negators"].at(words, i):
                continue
            if length == 1 and self._is_other_word(words, i):
                continue
            stands = self._stands(attitude, line, i, length)
            if stands is None:
                continue
            if best is None or length > best.last - best.first + 1:
                best = Stance(
                    attitude.means,
                    attitude.strength,
                    stands,
                    i,
                    i + length - 1,
                    attitude.means,
                )
        return (
            best
            or self._found_so(line, i)
            or self._mine(line, i)
            or self._felt(line, i)
        )

    def _is_other_word(self, words: Sequence[str], i: int) -> bool:
        """Whether a word for a liking is none: "looks like", "harder to get into".

        Or for what one does: "to do with" is of whatever comes next.
        """
        if words[i] == "into":
            turned = self.language.names_any("turning", words[max(0, i - TURNED) : i])
            return turned or (i > 0 and self.language.has("before_into", words[i - 1]))
        if words[i] == "do":
            return [*words[i - 1 : i], *words[i + 1 : i + 2]] == ["to", "with"]
        return words[i] == "like" and (
            self._compares(words, i) or self._fills(words, i)
        )

    def _fills(self, words: Sequence[str], i: int) -> bool:
        """Whether "like" only opens a clause: "like you know", "like will they"."""
        behind = words[i + 1 : i + 2]
        first = i == 0 or not words[i - 1][:1].isalnum()
        if not first or not behind:
            return False
        return behind[0] in SUBJECTS or self.language.has("auxiliaries", behind[0])

    def _compares(self, words: Sequence[str], i: int) -> bool:
        """Whether "like" only compares, or fills a pause: "bores me like"."""
        behind = next((w for w in words[i + 1 : i + 3] if w.isalnum()), "")
        if self.language.has("question_words", behind) and not (
            i and self.language.has("first_person", words[i - 1])
        ):
            return True
        return i > 0 and self.language.has("before_like", words[i - 1])

    def _mine(self, line: Line, i: int) -> Stance | None:
        """Return what "X is my oxygen" says: a liking, whatever else X may be."""
        words = line.words
        if words[i] not in BE or words[i + 1 : i + 2] != ["my"]:
            return None
        if not any(n.last == i - 1 for n in line.named):
            return None
        rest = words[i + 2 : i + 2 + NEAR]
        felt = [means for w in rest if (means := self.manners.felt.get(w)) is not None]
        if "dislike" in felt or not rest:
            return Stance("dislike", FELT, "after", i, i + 1, "dislike")
        if any(self.language.has("plain_nouns", word) for word in rest):
            return None
        return Stance("like", MINE, "after", i, i + 1, "like")

    def _felt(self, line: Line, i: int) -> Stance | None:
        """Return what a word of feeling says of whatever stands near."""
        word = line.words[i]
        means = self.manners.felt.get(word) or self.manners.felt.get(f"{stem(word)}-")
        if (
            means is None
            or i in line.inside
            or self.language.has("feels_nothing", word)
        ):
            return None
        return Stance(means, FELT, "around", i, i, means)

    def _found_so(self, line: Line, i: int) -> Stance | None:
        """Return what "I find X dull", or just "X dull", says by its last word."""
        words = line.words
        if words[i] not in self.manners.adjectives:
            return None
        means, strength = self.manners.adjectives[words[i]]
        for item in line.named:
            gap = words[item.last + 1 : i] if item.last < i else ["-"]
            lead = words[max(0, item.first - NEAR) : item.first]
            found = any(self.language.has("finding", word) for word in lead)
            found = found or (item.last == i - 1 and self._ends(words, i + 1))
            if found and all(self.language.has("adverbs", word) for word in gap):
                return Stance(means, strength, "after", i, i, means)
        return None

    def _stands(
        self, attitude: Attitude, line: Line, i: int, length: int
    ) -> str | None:
        """Return where an attitude stands here, or None where it is of nothing."""
        words = line.words
        end = i + length
        if attitude.stands == "around":
            return "around"
        if attitude.stands == "closing":
            return "after" if self._closes(line, i, end) else None
        if attitude.stands == "before":
            turned = self._of_it(line, end) or self._comes_last(line, i, end)
            return "after" if turned else "before"
        own = self.language.has("selves", words[i])
        if not _has_object(line, i, length, own=own):
            of_me = attitude.means in ("like", "dislike") and any(
                word in ("me", "my") for word in words[i:end]
            )
            ahead = line.names_between(end - 1, len(words))
            return "around" if of_me and ahead and not own else None
        if self.language.has("auxiliaries", words[end - 1]) and not self._ends(
            words, end
        ):
            return None
        return None if self._tells_apart(line, end) else "after"

    def _tells_apart(self, line: Line, end: int) -> bool:
        """Whether a "not" only says of one thing that it is no other: "X is not Y"."""
        words, at = line.words, end
        if not self.language.has("negators", words[end - 1]):
            return False
        while at < len(words) and self.language.has("light_words", words[at]):
            at += 1
        return any(item.first == at for item in line.named)

    def _closes(self, line: Line, first: int, end: int) -> bool:
        """Whether a verdict stands right behind a thing: "maths: never"."""
        words = line.words
        if not self._ends(words, end):
            return False
        return any(
            item.last < first
            and all(
                not w.isalnum() or self.language.has("adverbs", w)
                for w in words[item.last + 1 : first]
            )
            for item in line.named
        )

    def _of_it(self, line: Line, at: int) -> bool:
        """Whether "it" stands here, for what was named before: "and I'm sick of it"."""
        words = line.words
        here = at < len(words) and self.language.has("pronouns", words[at])
        before = any(n.last < at for n in line.named)
        return here and before and self._ends(words, at + 1)

    def _comes_last(self, line: Line, first: int, end: int) -> bool:
        """Whether what an attitude is of was put before it: "proofs I can't stand"."""
        words, named = line.words, line.named
        if first == 0 or not self._ends(words, end):
            return False
        return any(n.last < first for n in named) and not any(
            end <= n.first and not self._parted(words, end, n.first) for n in named
        )

    def _parted(self, words: Sequence[str], first: int, last: int) -> bool:
        """Whether a sign or "but" stands between two places."""
        return any(not w.isalnum() or w == "but" for w in words[first:last] if w)

    def _ends(self, words: Sequence[str], at: int) -> bool:
        """Whether what is said ends here, small closing words aside."""
        while at < len(words) and self.language.has("closing_words", words[at]):
            at += 1
        if at >= len(words):
            return True
        word = words[at]
        return not word or not word[0].isalnum() or self.language.has("joins", word)

    def is_anothers(self, stance: Stance, words: Sequence[str]) -> bool:
        """Return whether somebody else is the one who "was mad about" something."""
        before = words[: stance.first]
        third = stance.stands == "before" and bool(before) and before[-1] in BE
        if not third or not self.language.has("articles", words[0]):
            return False
        return not any(self.language.has("selves", word) for word in words)


def _must(words: Sequence[str], end: int) -> bool:
    """Whether "have" tells of no skill: "have to", "I've been told"."""
    behind = list(words[end : end + 2])
    if words[end - 1] not in ("have", "had", "got", "i've"):
        return False
    return behind[:1] == ["to"] or behind in (["been", "in"], ["been", "told"])


@lru_cache(maxsize=REMEMBERED)
def _found(
    finder: StanceFinder, words: tuple[str, ...], named: tuple[Named, ...]
) -> tuple[Stance, ...]:
    """Return the attitudes of a clause with what it names."""
    return finder.look(Line.of([*words], named))


def _denies_more(words: Sequence[str], at: int) -> bool:
    """Whether a verb only denies the next one: "does not appeal to me"."""
    denied = words[at] in DOING and words[at + 1 : at + 2] == ["not"]
    return denied and any(word[0].isalnum() for word in words[at + 2 : at + 3] if word)


def _hangs_on(stance: Stance, before: Stance, line: Line) -> bool:
    """Whether an attitude only continues the one before, as in "hate using"."""
    close = 0 < stance.first - before.last <= CLOSE
    parted = line.names_between(before.last, stance.first)
    if stance.stands == before.stands == "after" and not parted:
        amount = stance.means == "know" and stance.strength <= FAINT
        return amount and stance.first - before.last == 1
    both = stance.stands == before.stands == "before"
    turns = before.means == "like" and stance.means == "dislike"
    return both and not turns and close and not parted and before.means != "know"


def _has_object(line: Line, at: int, length: int, *, own: bool) -> bool:
    """Whether a phrase that stands behind its object has one.

    One that begins with "I" must have none ahead: "coding I love" is not "I love
    coding".
    """
    end = at + length
    ahead = own and line.names_between(end - 1, end + 2)
    return not ahead and any(n.last < at for n in line.named)
