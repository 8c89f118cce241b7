"""What a remark says of things that were named just before it, not in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.understanding.attitudes import AttitudeReader, Told
from advisor.understanding.language import Language
from advisor.understanding.line import Line
from advisor.understanding.negation import POLARITY, Stance, denied
from advisor.understanding.traits import Named

DEPTH = 4
"""Within how many words a remark shows that it is of what went before."""
LEAD = 7
"""Within how many words "no wait, I meant" comes to what was meant."""
NAMED_BEHIND = 4
"""Within how many words "scrap that about X" comes to what it is about."""
BRIEF = 3
"""A question of so few words besides a name only names it: "coding?"."""
ANSWERED = 0.7
WHOLE, OPENS, TAIL = "whole", "opens", "tail"
"""Whether a clause does nothing but take back the one before, or begins with it, or
takes back itself."""
FEWEST_OF_TOPIC = 2
"""How many words at least stand before "I" where a clause puts its own thing first."""
BE = ("is", "are", "was", "were")
ITS = ("it's", "its", "it is")
"""Words with which a remark points at a thing of its own."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a clause named, and what it said of that, whoever it was about."""

    traits: tuple[str, ...] = ()
    told: tuple[Told, ...] = ()
    asks: bool = False
    asks_oneself: bool = False
    """Whether it only names something with a question mark: "coding?"."""
    denies: bool = False
    """Whether it said no in some way, so that "but I do" takes that back."""
    own: bool = False
    """Whether it was said of the speaker."""
    absent: frozenset[str] = frozenset()
    """What it says that jobs are without: "so reporting jobs have no nights"."""

    @property
    def last(self) -> Told | None:
        """Return the last thing told."""
        return self.told[-1] if self.told else None


@dataclass(frozen=True, slots=True)
class EchoReader:
    """Reads "so do I", "I'd rather not", "yes" and "I love it"."""

    attitudes: AttitudeReader
    language: Language

    def heard(
        self, words: Sequence[str], named: Sequence[Named], *, question: bool
    ) -> Heard:
        """Return what a clause leaves to be pointed back at."""
        told = self.attitudes.heard(words, named)
        inside = {i for n in named for i in range(n.first, n.last + 1)}
        inside |= self._asides(words)
        rest = [w for i, w in enumerate(words) if i not in inside and w.isalpha()]
        oneself = len(rest) < BRIEF or (bool(told) and "i" in rest)
        behind = words[named[-1].last :] if named else ()
        own = self.language.names_any("selves", words)
        of_jobs = not own and self.attitudes.voices.is_about_jobs(words)
        kept = [n for n in named if not (of_jobs and self._is_kind(n, words))]
        traits = () if "but" in behind else tuple(dict.fromkeys(n.trait for n in kept))
        denies = self.language.names_any("negators", words)
        absent = frozenset(n.trait for n in kept if of_jobs and self._lacks(n, words))
        asks_oneself = question and oneself
        return Heard(traits, told, question, asks_oneself, denies, own, absent)

    def _is_kind(self, item: Named, words: Sequence[str]) -> bool:
        """Whether a thing only says which jobs are spoken of: "reporting jobs"."""
        return self.language.names_any("job_plurals", words[item.last + 1 :][:1])

    def _lacks(self, item: Named, words: Sequence[str]) -> bool:
        """Whether jobs are said to be without a thing: "they have no nights"."""
        before = words[: item.first]
        return any(self.language.names_any(n, before) for n in ("negators", "seldom"))

    def _asides(self, words: Sequence[str]) -> set[int]:
        """Return the places of words such as "on the other hand"."""
        asides = self.language.phrases["verdict_asides"]
        found = ((i, asides.at(words, i)) for i in range(len(words)))
        return {k for i, length in found for k in range(i, i + length)}

    def read(
        self, words: Sequence[str], heard: Heard, *, apart: bool = False
    ) -> tuple[Told, ...]:
        """Return what a clause that names nothing says of what was heard before.

        Args:
            words: the clause's.
            heard: the clause before.
            apart: whether that one stood in an earlier line, so that less points to it.

        """
        words = [self.language.contractions.get(word, word) for word in words]
        words = self._without_doing(words)
        supposed = self.language.names("hypothetical", words)
        of_reply = "me" not in words and self.language.names("judges_reply", words)
        leaves = not heard.asks and self.language.names_any("farewells", words[:1])
        silent = not heard.traits or not words or supposed or of_reply or leaves
        if silent or self._has_topic(words):
            return ()
        if heard.asks_oneself and not apart:
            answer = self._answer(words, heard)
            if answer:
                return answer
        if self._begins("same_for_me", words):
            return heard.told
        if heard.denies and not apart and self._takes_up(words):
            able = not {"can", "could"}.isdisjoint(words)
            return tuple(
                _affirmed(told)
                for told in heard.told
                if able == (told.means == "lack") and told.polarity < 0
            )
        meant = not apart or self._begins("second_thoughts", words)
        if self._begins("not_for_me", words) and meant and self._is_whole(words):
            return tuple(
                _denied(told) for told in heard.told if not _again(told, heard)
            )
        return self._of_it(words, heard, apart=apart)

    def _without_doing(self, words: Sequence[str]) -> list[str]:
        """Return words less what is done with "it": "I dislike (making) them"."""
        ahead = [*words[1:], ""]
        return [
            word
            for word, after in zip(words, ahead, strict=True)
            if not word.endswith("ing")
            or word.endswith("thing")
            or not self.language.has("pronouns", after)
        ]

    def _has_topic(self, words: Sequence[str]) -> bool:
        """Whether a clause puts its own thing first: "the X, I'm tired of it"."""
        if words[0].endswith("ing") and "," in words[FEWEST_OF_TOPIC:]:
            return True  # "fixing what is broken, I love that"
        own = [i for i, word in enumerate(words) if self.language.has("selves", word)]
        topic = bool(own) and own[0] >= FEWEST_OF_TOPIC and words[0] == "the"
        return topic and words[1] not in ("same", "rest", "other", "latter", "former")

    def of_same(self, words: Sequence[str], heard: Heard) -> tuple[str, float] | None:
        """Return what "same goes for X" says of X, as meaning and strength."""
        last = heard.last
        if last is None or not self._begins("same_goes", words):
            return None
        return last.means, last.strength

    def instead(
        self, words: Sequence[str], named: Sequence[Named], heard: Heard
    ) -> tuple[Told, ...]:
        """Return what a clause says by naming what was meant: "I meant meetings".

        That is what was told last, by mistake, of something else.
        """
        meant, last = self.language.phrases["meant_instead"], heard.last
        if last is None or not named or named[0].first > LEAD:
            return ()
        first = named[0].first
        ends = (i + meant.at(words, i) for i in range(first) if meant.at(words, i))
        small = (
            all(self.language.has("light_words", w) for w in words[end:first])
            for end in ends
        )
        if not any(small):
            return ()
        return _of_all([item.trait for item in named], last.means, last.strength)

    def righted_from(self, words: Sequence[str], name: str) -> int:
        """Return from which word on a speaker puts themselves right: "no wait, ...".

        Behind the last word, where nowhere.

        Args:
            words: of the whole line.
            name: the list of what does so.

        """
        places = [i for i, word in enumerate(words) if word[0].isalnum()]
        plain = [words[i] for i in places]
        for k, i in enumerate(places):
            apart = not k or places[k - 1] < i - 1
            apart = apart or self.language.has("apart", plain[k - 1])
            if apart and self.language.phrases[name].at(plain, k):
                return i
        return len(words)

    def withdraws(self, words: Sequence[str]) -> bool:
        """Return whether a line begins by taking back all of the one before it."""
        back = self.righted_from(words, "takes_all_back")
        plain = [word for word in words[:back] if word[0].isalnum()]
        also = self.language.names_any("also", words)
        about = words[back : back + NAMED_BEHIND]
        if any(self.language.has("talk_about", word) for word in about):
            return False  # "scrap that about X" takes back what was said of X
        return not also and all(self.language.has("apart", word) for word in plain)

    def unsays(self, words: Sequence[str]) -> str:
        """Return what a clause takes back in its end: the one before it, or itself.

        "I like X. Actually no" takes back the clause before, "I like X, scratch that"
        what it says itself.
        """
        if self._unsays_first(words):
            return OPENS
        said = list(words)
        while said and not said[-1][0].isalnum():
            said.pop()
        for at in range(len(said)):
            apart = at == 0 or not said[at - 1][0].isalnum()
            if not apart or not self._is_unsaying(said[at:]):
                continue
            before = [w for w in said[:at] if w[0].isalnum()]
            small = all(
                self.language.has("openers", w) or self.language.has("apart", w)
                for w in before
            )
            return WHOLE if small else TAIL
        return ""

    def _unsays_first(self, words: Sequence[str]) -> bool:
        """Whether a clause begins with a sentence that takes back the one before."""
        stops = [i for i, word in enumerate(words[:-1]) if word in (".", "!", ";")]
        return bool(stops) and self._is_unsaying(words[: stops[0]])

    def _is_unsaying(self, words: Sequence[str]) -> bool:
        """Whether some words are one phrase, or several, that take back a remark."""
        said, at = [w for w in words if w[0].isalnum()], 0
        while at < len(said):
            length = self.language.phrases["unsays"].at(said, at)
            if not length:
                return False
            at += length
        return bool(said)

    def of_speaker(
        self, words: Sequence[str], named: Sequence[Named]
    ) -> tuple[Told, ...]:
        """Return what a clause on others says of its speaker: "..., and so do I".

        Or the opposite: "nobody likes X but I do".
        """
        if not named:
            return ()
        behind = words[named[-1].last + 1 :]
        if self.language.names("same_for_me", behind):
            return self.attitudes.heard(words, named)
        if not self.language.names("not_so_me", behind):
            return ()
        told = self.attitudes.heard(words[: named[-1].last + 1], named)
        return tuple(_affirmed(item) for item in told if item.polarity < 0)

    def _begins(self, name: str, words: Sequence[str]) -> bool:
        """Whether a phrase of a list stands near the start of a clause."""
        phrases, passed = self.language.phrases[name], self.language.sets["adverbs"]
        return any(phrases.at(words, i, passed) for i in range(min(DEPTH, len(words))))

    def _is_whole(self, words: Sequence[str], most: int = 1) -> bool:
        """Whether a clause is so short that its verb is left out: "I don't"."""
        heavy = [
            w
            for w in words
            if w.isalpha()
            and not self.language.has("closing_words", w)
            and not self.language.has("openers", w)
            and not self.language.has("selves", w)
        ]
        return len(heavy) <= most

    def _takes_up(self, words: Sequence[str]) -> bool:
        """Whether a clause only takes up a verb that was denied: "but now I do"."""
        said = [w for w in words if w.isalpha() and not self._is_small(w)]
        return (
            len(said) == len(("i", "do"))
            and said[0] == "i"
            and self.language.has("auxiliaries", said[1])
            and not self.language.has("negators", said[1])
        )

    def _is_small(self, word: str) -> bool:
        """Whether a word only leads on: "but", "actually", "now"."""
        lists = ("openers", "adverbs", "conceding", "closing_words")
        return any(self.language.has(name, word) for name in lists)

    def _answer(self, words: Sequence[str], heard: Heard) -> tuple[Told, ...]:
        """Return what an answer to one's own question says: "statistics? no."."""
        said = [word for word in words if word[0].isalnum()]
        while len(said) > 1 and self.language.has("verdict_leads", said[0]):
            said.pop(0)
        first = said[0] if said else ""
        yes = self.language.has("says_yes", first)
        if not yes and not self.language.has("says_no", first):
            return ()
        fuller = self._of_it(words, heard, apart=False)
        if fuller or heard.told:
            if fuller:
                return fuller
            return heard.told if yes else tuple(_denied(t) for t in heard.told)
        means = "like" if yes else "dislike"
        return _of_all(heard.traits, means, ANSWERED)

    def _of_it(
        self, words: Sequence[str], heard: Heard, *, apart: bool
    ) -> tuple[Told, ...]:
        """Return what is said of "it", or of something that needs no naming again."""
        if words[0] in ITS and words[1:] and self.language.has("articles", words[1]):
            return ()  # "it's the marking I can't stand" names what it is about
        if self.attitudes.voices.is_about_others(words):
            return ()
        before = Named("", -1, -1)
        for stance in self.attitudes.stances.find(Line.of(words, (before,))):
            if self._foretells(words, stance.last):
                continue
            last = words[stance.last : stance.last + 2]
            pointed = any(self.language.has("pronouns", word) for word in last)
            own = any(self.language.has("selves", w) for w in words)
            if stance.stands != "after" or (apart and not (pointed and own)):
                continue
            bare = all(
                self.language.has("auxiliaries", w) or self.language.has("says_no", w)
                for w in words[stance.first : stance.last + 1]
            )
            if not pointed and (bare or stance.first > DEPTH):
                continue
            if not pointed and self._goes_on(words, stance):
                continue
            if self._of_its_own(words, stance):
                continue
            means = stance.means
            if means != stance.plain and heard.last and heard.last.polarity == 0:
                means = "neutral"
            meant = _meant_by_it(heard, means)
            there = [trait for trait in meant if trait not in heard.absent]
            gone = [trait for trait in meant if trait in heard.absent]
            other = "like" if POLARITY[means] < 0 else "dislike"
            turned = _of_all(gone, other, stance.strength)
            return (*_of_all(there, means, stance.strength), *turned)
        return ()

    def _foretells(self, words: Sequence[str], at: int) -> bool:
        """Whether an "it" only leads to what is said: "I like it when ..."."""
        for i in range(at, min(at + 2, len(words))):
            if not self.language.has("pronouns", words[i]):
                continue
            behind = list(words[i + 1 :])
            while behind and self.language.has("likes_best", behind[0]):
                behind.pop(0)
            return bool(behind) and self.language.has("its_clause", behind[0])
        return False

    def _goes_on(self, words: Sequence[str], stance: Stance) -> bool:
        """Whether what one likes follows, unnamed: "I love showing them how"."""
        near = words[max(0, stance.first - 1) : stance.first + 1]
        own = self.language.names_any("selves", near)
        rest = words[stance.last + 1 :]
        return own and bool(rest) and not self._is_whole(rest, most=0)

    def _of_its_own(self, words: Sequence[str], stance: Stance) -> bool:
        """Whether what a feeling is of comes behind it: "what drives me mad is X"."""
        behind = words[stance.last + 1 : stance.last + 3]
        led = self.language.names_any("question_words", words[: stance.first])
        verb = bool(behind) and behind[0] in BE
        return led and verb and not self.language.names_any("pronouns", behind)


def _meant_by_it(heard: Heard, means: str) -> tuple[str, ...]:
    """Return which of several things "it" is: none of which the contrary was said.

    "I love plots, talks frighten me, and I hate it."
    """
    last = heard.last
    if last is None or last.polarity != POLARITY[means] or last.guessed:
        return heard.traits
    other = {t.trait for t in heard.told if t.polarity == -last.polarity}
    return tuple(trait for trait in heard.traits if trait not in other)


def _again(told: Told, heard: Heard) -> bool:
    """Whether "I really can't" only says again what the speaker said against it."""
    return heard.own and told.polarity < 0


def _denied(told: Told) -> Told:
    means, strength = denied(told.means, told.strength)
    return Told(told.trait, POLARITY[means], strength, means, 0, 0)


def _affirmed(told: Told) -> Told:
    """Return a denial turned round: "I didn't think I'd like it" - "but I do"."""
    means = "know" if told.means == "lack" else "like"
    return Told(told.trait, 1, told.strength, means, 0, 0)


def _of_all(traits: Sequence[str], means: str, strength: float) -> tuple[Told, ...]:
    return tuple(Told(t, POLARITY[means], strength, means, 0, 0) for t in traits)
