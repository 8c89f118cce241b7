"""Guess what a remark tells where no attitude, or no trait, is put in words."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.understanding.attitudes import Told
from advisor.understanding.hunches import (
    FEWEST_WORDS,
    MASK,
    NOTHING,
    Hunches,
    best,
    masked,
    telling,
)
from advisor.understanding.spoken_sign import spoken_sign
from advisor.understanding.stances import StanceFinder
from advisor.understanding.traits import Named

SURE = 0.5
"""How probable a trait must be, of a whole clause."""
SURE_BESIDE = 0.6
"""The same of a clause that names another trait."""
LIKELY_APART = 0.1
"""How probable it must be at least without what is named."""
LIKELY_BY_NAME, BY_NAME_OF_CERTAIN = 0.6, 0.9
"""How probable one name must make it to be what tells it, also of what all makes
certain."""
SURE_OF_FEW = 0.9
"""The same where few words beside the names tell it, or where it is named itself."""
PHRASE = 2
"""Words of a name from which on it is no mere name but tells what is done."""
FEWEST_BESIDE = 4
"""How many words that are not part of a name must tell it: "I prefer R to Python"."""
SURE_OF_PART = 0.75
"""The same of a part of a clause, and of its sign."""
SURE_IF_DENIED = 0.7
"""How probable a sign must be in a clause that says no."""
SURE_OF_GUESS, SURE_OF_SIGN = 0.85, 0.95
"""How probable a whole clause's sign must be to turn a guess, or what it names."""
SURE_OF_WHOLE, SURE_OF_ITS_SIGN = 0.4, 0.6
"""How probable a trait and its sign must be, of several clauses taken together."""
CERTAIN, PLAIN, SURE_OF_SIGN_AT_ALL = 0.9, 0.8, 0.5
"""How probable a sign must be to overrule words that say another, to need none that
say it, and to be one at all."""
SURE_OF_GIST, SURE_OF_ITS_GIST = 0.8, 0.7
"""The same of an utterance that tells other things as well, or one thing only."""
UNLIKELY, UNLIKELY_ALONE = 0.02, 0.2
"""What is named is not meant below these, of the whole clause and of its own part."""
SURE_OF_NOTHING = 0.5
STRENGTH = 0.5
BUT = "but"
AGAINST = "feels_bad"
"""The list of words that speak against a thing."""
FACT = "know"
"""What may be told as a mere fact: "I have to give a talk in May"."""

Span = tuple[int, int]
"""The first and last index of a run of words."""


@dataclass(frozen=True, slots=True)
class Guesser:
    """Fills in what people tell without saying it."""

    hunches: Hunches
    stances: StanceFinder

    def told(
        self, words: Sequence[str], named: Sequence[Named], told: Sequence[Told]
    ) -> tuple[Told, ...]:
        """Return what a clause of a speaker about themselves tells, guesses included.

        Args:
            words: the clause's.
            named: the traits that it names.
            told: what it says of them in words.

        """
        found = self._without_facts(words, named, told)
        found = found or self._unspoken(words, named)
        if named:
            found = self._meant(words, named, found)
        found = self._with_parts(words, named, found)
        return self._as_whole(words, {item.trait for item in named}, found)

    def _as_whole(
        self, words: Sequence[str], spoken: Collection[str], told: Sequence[Told]
    ) -> tuple[Told, ...]:
        """Return what a clause tells, with a sign that the whole of it plainly shows.

        A part may mislead: "demos for people who are new to it" lacks nothing.
        """
        if not told or len({item.polarity for item in told}) > 1:
            return tuple(told)
        polarity = told[0].polarity
        if len(told) == 1 and told[0].guessed and told[0].means != FACT:
            bar = SURE_OF_SIGN if told[0].trait in spoken else SURE_OF_GUESS
            sign = self.hunches.sign(words, bar)
        elif polarity < 0 and not self._turns(words):
            sign = self.hunches.sign(words, SURE_OF_SIGN)
        elif polarity > 0 and all(
            item.means == FACT and item.trait not in spoken for item in told
        ):
            sign = min(self.hunches.sign(words, CERTAIN), 0)
        else:
            return tuple(told)
        if sign in (0, polarity):
            return tuple(told)
        return tuple(_told(item.trait, sign, item.first, item.last) for item in told)

    def _turns(self, words: Sequence[str]) -> bool:
        """Whether some word denies, or ends a liking: "I loved it till the maths"."""
        turns = self.stances.language.phrases["turns"]
        return self.hunches.denies(words) or turns.within(words)

    def of_whole(self, words: Sequence[str]) -> tuple[str, int] | None:
        """Return the trait and sign that several clauses tell together: a story's."""
        trait = self.hunches.trait(words, SURE_OF_WHOLE)
        sign = self._sign(words, SURE_OF_ITS_SIGN) if trait else 0
        return (trait, sign) if trait and sign else None

    def sign_of(self, words: Sequence[str]) -> int:
        """Return the sign that a clause shows by itself; 0 where it shows none."""
        return self._sign(words)

    def _sign(self, words: Sequence[str], sure: float = SURE_OF_SIGN_AT_ALL) -> int:
        """Return the sign of a clause: as good as certain, else in words, else likely.

        Args:
            words: the clause's.
            sure: how probable it must be where no words say it.

        """
        plain = self.hunches.sign(words, PLAIN) or spoken_sign(words, self.stances)
        return plain or self.hunches.sign(words, sure)

    def gist(
        self,
        words: Sequence[str],
        named: Sequence[Named],
        known: Collection[str],
        said: int = 0,
    ) -> tuple[str, int] | None:
        """Return what a whole utterance is plainly about, and with which sign.

        Args:
            words: the utterance's.
            named: the traits that it names.
            known: those that it is read to tell of already.
            said: the sign of all that it says in words, if they agree on one.

        """
        likely = self.hunches.likely(words)
        first = best(likely, SURE_OF_GIST)
        if first is None or first in known:
            return None
        if named and first != self._main(words, named, likely):
            return None
        trait = self.hunches.trait(words, SURE_OF_GIST)
        sign = said or (self._sign(words, SURE_OF_ITS_GIST) if trait else 0)
        return (trait, sign) if trait and sign else None

    def most_about(self, trait: str, texts: Sequence[Sequence[str]]) -> int:
        """Return which of some texts is most about a trait."""
        shares = [self.hunches.likely(words).get(trait, 0.0) for words in texts]
        return shares.index(max(shares))

    def _without_facts(
        self, words: Sequence[str], named: Sequence[Named], told: Sequence[Told]
    ) -> tuple[Told, ...]:
        """Return what is told without facts of life: "I have to give a talk in May"."""
        likely = self.hunches.likely(words)
        shown = masked(words, named, 0, len(words) - 1)
        if likely.get(NOTHING, 0.0) < SURE_OF_NOTHING or self.hunches.sign(shown, 0.0):
            return tuple(told)
        return tuple(t for t in told if t.means != FACT or t.trait not in likely)

    def _unspoken(
        self, words: Sequence[str], named: Sequence[Named]
    ) -> tuple[Told, ...]:
        """Return what a clause tells that puts no attitude in words."""
        last = len(words) - 1
        denied = self.hunches.denies(words)
        sign_of = self.hunches.sign if named else self._sign
        if denied and not sign_of(words, SURE_IF_DENIED):
            return ()
        if not named:
            trait = self.hunches.trait(words, SURE)
            sign = self._sign(words) if trait else 0
            return (_told(trait, sign, 0, last),) if trait and sign else ()
        bar = self._bar_against(words)
        whole = self._sure_sign(masked(words, named, 0, last), bar)
        found = {}
        for item in named:
            part = self.part_of(item.first, item.last, words)
            alone = part == (item.first, item.last)
            shown = masked(words, named, *part)
            sign = 0 if alone else self._sure_sign(shown, bar)
            if sign := sign or whole:
                found[item.trait] = _told(item.trait, sign, item.first, item.last)
        return tuple(found.values())

    def _bar_against(self, words: Sequence[str]) -> float:
        """Return how probable a dislike of what is named must be in a clause."""
        spoken = self._turns(words) or self.stances.language.names_any(AGAINST, words)
        return SURE_OF_SIGN_AT_ALL if spoken else CERTAIN

    def _sure_sign(self, shown: Sequence[str], bar: float) -> int:
        """Return the sign of masked words; a dislike is to be as probable as that."""
        sign = self.hunches.sign(shown)
        return sign if sign >= 0 else self.hunches.sign(shown, bar)

    def _meant(
        self, words: Sequence[str], named: Sequence[Named], told: Sequence[Told]
    ) -> tuple[Told, ...]:
        """Return what a clause tells, with what it is about beside what it names.

        "I like finding out why a program crashes" names programs and is about
        debugging: what is named, and most unlikely to be meant, is left out.
        """
        likely = self.hunches.likely(words)
        trait = self._main(words, named, likely)
        if trait is None or trait in {item.trait for item in told}:
            return tuple(told)
        own = self.stances.language.names_any("selves", words)
        own = own or spoken_sign(words, self.stances) != 0
        if not own and all(item.guessed for item in told):
            return tuple(told)
        part = self._part_about(trait, words)
        spoken = spoken_sign(words[part[0] : part[1] + 1], self.stances)
        apart = not any(part[0] <= t.first and t.last <= part[1] for t in told)
        sign = (apart and spoken) or self._sign_of(told, part, words) or spoken
        sign = sign or self.hunches.sign(masked(words, named, *part))
        if not sign:
            return tuple(told)
        kept = [
            item
            for item in told
            if likely.get(item.trait, 1.0) >= UNLIKELY or self._stands(item, words)
        ]
        span = part if apart and spoken else (0, len(words) - 1)
        main = _told(trait, sign, *span)
        felt = [t for t in told if t.polarity == sign and not t.guessed]
        if felt and likely[trait] >= CERTAIN:
            best_said = max(felt, key=lambda t: t.strength)
            means, strength = best_said.means, best_said.strength
            main = replace(main, means=means, strength=strength, guessed=False)
        return (*kept, main)

    def _sign_of(self, told: Sequence[Told], part: Span, words: Sequence[str]) -> int:
        """Return the sign of what is said in a part of a clause, or of all that is.

        Behind a "but" other things may be said than before it.
        """
        within = {t.polarity for t in told if part[0] <= t.first and t.last <= part[1]}
        said = {t.polarity for t in told if not t.guessed and BUT not in words}
        return next((s.pop() for s in (within, said) if len(s) == 1), 0)

    def _main(
        self, words: Sequence[str], named: Sequence[Named], likely: Mapping[str, float]
    ) -> str | None:
        """Return the trait that a clause is about, whatever it names, if sure enough.

        Not what a name alone tells: TensorFlow, of deep learning.
        """
        beside = masked(words, named, 0, len(words) - 1)
        told_by = telling(beside, self.hunches.small | {MASK})
        few = len(told_by) < FEWEST_BESIDE
        trait = best(likely, SURE_OF_FEW if few else SURE_BESIDE)
        if trait is None:
            return None
        if trait in {item.trait for item in named}:
            return trait if likely[trait] >= SURE_OF_FEW else None
        short = [
            item
            for item in named
            if item.last - item.first < PHRASE or item.trait not in likely
        ]
        if few and len(short) == len(named):
            return None
        bar = BY_NAME_OF_CERTAIN if likely[trait] >= CERTAIN else LIKELY_BY_NAME
        return None if self._only_named(trait, words, short, bar) else trait

    def _only_named(
        self, trait: str, words: Sequence[str], named: Sequence[Named], bar: float
    ) -> bool:
        """Whether a trait is likely by what is named alone, not by the words beside."""
        inside = {i for item in named for i in range(item.first, item.last + 1)}
        beside = [word for i, word in enumerate(words) if i not in inside]
        if self.hunches.likely(beside).get(trait, 0.0) >= LIKELY_APART:
            return False
        names = (words[item.first : item.last + 1] for item in named)
        return any(self.hunches.of_few(name).get(trait, 0.0) >= bar for name in names)

    def _stands(self, item: Told, words: Sequence[str]) -> bool:
        """Whether a trait is meant by its own part of a clause, whatever the rest."""
        first, last = self.part_of(item.first, item.last, words)
        if (first, last) == (0, len(words) - 1):
            return False
        alone = self.hunches.likely(words[first : last + 1])
        return alone.get(item.trait, 1.0) > UNLIKELY_ALONE

    def _with_parts(
        self, words: Sequence[str], named: Sequence[Named], told: Sequence[Told]
    ) -> tuple[Told, ...]:
        """Return what a clause tells, with what those of its parts tell that say none.

        "I can explain things well, and my desk is where the broken ones end up".
        """
        found = {item.trait: item for item in told}
        spoken = {item.trait for item in named} | set(found)
        last = len(words) - 1
        taken = [(item.first, item.last) for item in told]
        taken += [(item.first, item.last) for item in named]
        for part in self._parts(words):
            if any(_meet(part, span) for span in taken if span != (0, last)):
                continue
            trait = self.hunches.trait(words[part[0] : part[1] + 1], SURE_OF_PART)
            if trait is None or trait in spoken:
                continue
            sign = self.hunches.sign(words[part[0] : part[1] + 1], SURE_OF_PART)
            if sign:
                found[trait] = _told(trait, sign, *part)
        return tuple(found.values())

    def _part_about(self, trait: str, words: Sequence[str]) -> Span:
        """Return the part of a clause that is most about a trait."""
        parts = list(self._parts(words)) or [(0, len(words) - 1)]
        said = [words[first : last + 1] for first, last in parts]
        return parts[self.most_about(trait, said)]

    def _parts(self, words: Sequence[str]) -> Iterator[Span]:
        """Yield the parts of a clause between joining words that can tell something."""
        joins = [i for i, word in enumerate(words) if word in self.hunches.joins]
        for before, behind in zip([-1, *joins], [*joins, len(words)], strict=True):
            if behind - before > FEWEST_WORDS:
                yield before + 1, behind - 1

    def part_of(self, first: int, last: int, words: Sequence[str]) -> Span:
        """Return the part of a clause around some of its words."""
        while first > 0 and words[first - 1] not in self.hunches.joins:
            first -= 1
        while last + 1 < len(words) and words[last + 1] not in self.hunches.joins:
            last += 1
        return first, last


def _meet(one: Span, other: Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _told(trait: str, sign: int, first: int, last: int) -> Told:
    means = "like" if sign > 0 else "dislike"
    return Told(trait, sign, STRENGTH, means, first, last, guessed=True)
