"""Read out of a clause what its speaker likes, dislikes, knows and lacks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.data.advice import Attitude
from advisor.text import Token
from advisor.understanding.language import Language, Phrases
from advisor.understanding.traits import Named

NEAR = 3
"""How many words before an attitude a negation may stand."""
CLOSE = 2
"""How many words on an attitude may hang on the one before."""
SUBJECT = 4
"""Within how many words the subject of a clause is looked for."""
HEDGED = 0.6
TURNED = 0.6
POLARITY = {"like": 1, "know": 1, "dislike": -1, "lack": -1, "neutral": 0}


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that a speaker said of themselves."""

    trait: str
    polarity: int
    """1 likes, does or knows it; -1 dislikes, lacks or refuses it; 0 does not mind."""
    strength: float
    means: str
    """like, dislike, know, lack or neutral."""
    first: int
    """Indices of the tokens that say it, within the clause."""
    last: int


@dataclass(frozen=True, slots=True)
class Stance:
    """An attitude found in a clause."""

    means: str
    strength: float
    stands: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class AttitudeReader:
    """Knows the attitudes, and the small words that turn them."""

    phrases: tuple[tuple[Phrases, Attitude], ...]
    language: Language

    def read(
        self,
        tokens: Sequence[Token],
        named: Sequence[Named],
        default: tuple[str, float] | None = None,
    ) -> tuple[Told, ...]:
        """Return what a clause says of its speaker.

        Args:
            tokens: the clause's.
            named: the traits that it names; indices within the clause.
            default: (meaning, strength) for traits that no attitude is said of, where
                the clause as a whole is known to be about its speaker.

        """
        words = [token.text for token in tokens]
        if not named or self.is_about_others(words):
            return ()
        stances = self._stances(words, named)
        told: list[Told] = []
        for item in named:
            stance = self._stance_of(item, stances, words)
            if stance is None and default is not None and not stances:
                stance = Stance(*default, "before", item.first, item.first - 1)
            if stance is None:
                continue
            means, strength = self._turned(stance, item, words)
            first, last = min(stance.first, item.first), max(stance.last, item.last)
            told.append(Told(item.trait, POLARITY[means], strength, means, first, last))
        return _once_each(told)

    def is_about_others(self, words: Sequence[str]) -> bool:
        """Whether a clause only supposes, or speaks of somebody else."""
        if self.language.names("hypothetical", words):
            return True
        for i, word in enumerate(words[:SUBJECT]):
            if self.language.has("selves", word) and word != "my":
                return False
            if self.language.has("others", word) and not self._is_self(words, i):
                return True
        return False

    def _is_self(self, words: Sequence[str], i: int) -> bool:
        """Whether a word for a relative is the speaker's: "single mum here, I ..."."""
        owned = i > 0 and self.language.has("owners", words[i - 1])
        return (
            not owned
            and self.language.has("personal", word := words[i])
            and ("i" in words[words.index(word) :])
        )

    def _stances(self, words: Sequence[str], named: Sequence[Named]) -> list[Stance]:
        """Return the attitudes of a clause, in order, the longest at each place."""
        inside = {i for n in named for i in range(n.first, n.last + 1)}
        found: list[Stance] = []
        i = 0
        while i < len(words):
            best: Stance | None = None
            for phrases, attitude in self.phrases:
                length = phrases.at(words, i)
                if not length or (i in inside and length == 1):
                    continue
                own = self.language.has("selves", words[i])
                stands = attitude.stands
                if stands == "before" and self._of_it(words, i + length, named):
                    stands = "after"
                behind = attitude.stands == "after"
                if behind and not _has_object(named, i, length, own=own):
                    continue
                if best is None or length > best.last - best.first + 1:
                    best = Stance(
                        attitude.means,
                        attitude.strength,
                        stands,
                        i,
                        i + length - 1,
                    )
            if best is None:
                i += 1
                continue
            i = best.last + 1
            if found and _hangs_on(best, found[-1], named):
                continue
            found.append(self._negated(best, words))
        return found

    def _of_it(self, words: Sequence[str], at: int, named: Sequence[Named]) -> bool:
        """Whether "it" stands here, for what was named before: "and I'm sick of it"."""
        here = at < len(words) and self.language.has("pronouns", words[at])
        after = at + 1 >= len(words) or not words[at + 1].isalnum()
        return here and after and any(n.last < at for n in named)

    def _negated(self, stance: Stance, words: Sequence[str]) -> Stance:
        """Return an attitude as it is meant, behind a "not" or a "kind of"."""
        before = list(words[max(0, stance.first - NEAR) : stance.first])
        if self.language.names("hedges", before):
            stance = replace(stance, strength=stance.strength * HEDGED)
        if self.language.names("once", before):
            gone = self.language.names("no_more", words)
            means = "dislike" if gone else "neutral"
            return replace(stance, means=means, strength=0.4)
        negators = [
            word
            for i, word in enumerate(before)
            if self.language.has("negators", word)
            and not self.language.phrases["not_negators"].at(before, i)
        ]
        if len(negators) % 2 == 0:
            return stance
        match stance.means:
            case "like":
                return replace(stance, means="dislike", strength=stance.strength * 0.8)
            case "dislike":
                return replace(stance, means="neutral", strength=0.3)
            case "know":
                return replace(stance, means="lack", strength=0.4)
            case _:
                return stance

    def _stance_of(
        self, item: Named, stances: Sequence[Stance], words: Sequence[str]
    ) -> Stance | None:
        """Return the attitude that a named trait stands under.

        The nearest before it; but one that stands behind, with no other name of an
        attitude between, speaks of it first.
        """
        behind = next(
            (s for s in stances if s.stands == "after" and s.first > item.last), None
        )
        before = next(
            (
                s
                for s in reversed(stances)
                if s.stands == "before" and s.last < item.first
            ),
            None,
        )
        if behind is None:
            return before
        between = [
            s
            for s in stances
            if item.last < s.first < behind.first and s.stands == "before"
        ]
        if between:
            return before
        own = "," not in words[item.last : behind.first]
        if before is not None and own and "," in words[before.last : item.first]:
            return behind
        if before is not None and "but" not in words[before.last : item.first]:
            return behind if before.means == "know" else before
        return behind

    def _turned(
        self, stance: Stance, item: Named, words: Sequence[str]
    ) -> tuple[str, float]:
        """Return meaning and strength, turned round behind "but not" or "than"."""
        if stance.stands == "after":
            turned = self._turns(words, item.last + 1, stance.first)
            # "X over Y any day": the one before the turning word is the one liked.
            later = self._turns(words, 0, item.first)
            if not turned and later and stance.means == "like":
                return "dislike", TURNED
            return stance.means, stance.strength
        between = words[stance.last + 1 : item.first]
        to_other = "prefer" in words[stance.first : stance.last + 1] and "to" in between
        if not to_other and not self._turns(words, stance.last + 1, item.first):
            return stance.means, stance.strength
        opposite = {"like": "dislike", "dislike": "like", "know": "lack"}
        return opposite.get(stance.means, stance.means), TURNED

    def _turns(self, words: Sequence[str], first: int, last: int) -> bool:
        part = list(words[first:last])
        return bool(part) and self.language.names("turns", part)


def _hangs_on(stance: Stance, before: Stance, named: Sequence[Named]) -> bool:
    """Whether an attitude only continues the one before, as in "hate using"."""
    close = 0 < stance.first - before.last <= CLOSE
    parted = any(before.last < n.first < stance.first for n in named)
    both = stance.stands == before.stands == "before"
    return both and close and not parted and before.means != "know"


def _has_object(named: Sequence[Named], at: int, length: int, *, own: bool) -> bool:
    """Whether a phrase that stands behind its object has one.

    One that begins with "I" must have none ahead: "coding I love" is not "I love
    coding".
    """
    ahead = own and any(at + length <= n.first <= at + length + 1 for n in named)
    return any(n.last < at for n in named) and not ahead


def _once_each(told: Sequence[Told]) -> tuple[Told, ...]:
    """Return one item a trait: the last that is said of it."""
    return tuple({item.trait: item for item in told}.values())


def compile_attitudes(
    attitudes: Sequence[Attitude], language: Language
) -> AttitudeReader:
    """Return the reader of a catalog's attitudes."""
    return AttitudeReader(
        tuple((Phrases.of(_of_many(a, language)), a) for a in attitudes), language
    )


def _of_many(attitude: Attitude, language: Language) -> tuple[str, ...]:
    """Return phrases, those that follow one thing also as they follow several.

    "is my thing" becomes "are my thing", "bores me" becomes "bore me".
    """
    if attitude.stands != "after":
        return attitude.phrases
    irregular = dict(pair.split() for pair in language.sets["verbs_of_many"])
    found = dict.fromkeys(attitude.phrases)
    for phrase in attitude.phrases:
        verb, _, rest = phrase.partition(" ")
        if verb in irregular:
            found[f"{irregular[verb]} {rest}".strip()] = None
        elif verb.endswith("s") and rest and verb.isalpha():
            found[f"{verb[:-1]} {rest}"] = None
    return tuple(found)
