"""Read out of a clause what its speaker likes, dislikes, knows and lacks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.text import Token
from advisor.understanding.absence import Absence
from advisor.understanding.comparing import Comparing
from advisor.understanding.doubles import Doubles
from advisor.understanding.feelings import Feelings
from advisor.understanding.language import Language, Phrases
from advisor.understanding.line import Line
from advisor.understanding.manners import Manners
from advisor.understanding.negation import POLARITY, Negation, Stance
from advisor.understanding.scope import Scope
from advisor.understanding.stances import StanceFinder
from advisor.understanding.traits import Named
from advisor.understanding.voices import Voices

BACK, IT_IS = (["it"], ["them"], ["that"]), ("it's", "its", "they're")
EXCEPT, SLIGHTLY = ("apart", "except", "besides", "aside"), 0.4
"""What stands before the one thing that is not lacking, and how well that is known."""
ONLY = ("just", "only", "merely")
TO_BE = ("is", "are", "was", "were")
NAMED = "thing"
"""What a word of a name is read as that must not be read by itself."""
LEAD = 6
"""How many words may stand between "nor" and what it adds."""
WASTED = 5
"""Within how many words behind a thing it is told that it serves nobody."""
FOR_NOTHING = 0.6
"""What a dislike of work that is done for nothing keeps of its strength."""


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
    guessed: bool = False
    """Whether no attitude in words told it."""


@dataclass(frozen=True, slots=True)
class AttitudeReader:
    """Knows the attitudes, and the small words that turn them."""

    stances: StanceFinder
    scope: Scope
    voices: Voices
    language: Language
    comparing: Comparing
    feelings: Feelings
    absence: Absence
    doubles: Doubles

    def read(
        self,
        tokens: Sequence[Token],
        named: Sequence[Named],
        default: tuple[str, float] | None = None,
        quoted: frozenset[int] = frozenset(),
        *,
        sure: bool = True,
        listed: bool = False,
    ) -> tuple[Told, ...]:
        """Return what a clause says of its speaker.

        Args:
            tokens: the clause's.
            named: the traits that it names; indices within the clause.
            default: (meaning, strength) for traits that no attitude is said of, where
                the clause as a whole is known to be about its speaker.
            quoted: where tokens begin that repeat somebody else's words.
            sure: whether the default was said in some way, and not only guessed.
            listed: whether the clause is a list, each thing in it told by itself.

        """
        heard = [
            self.language.contractions.get(t.text, t.text)
            if t.start not in quoted
            else ""
            for t in tokens
        ]
        heard = self.voices.mine(heard)
        words = self.voices.own(heard)
        mine = [n for n in named if words[n.first]]
        if not mine:
            return ()
        if self.voices.is_about_others(words, mine):
            start = self.voices.own_part(words)
            if not self.language.names_any("pronouns", words[start:]):
                mine = [n for n in mine if n.first >= start]
            if not mine or start == len(words) or self.voices.is_supposed(words):
                return ()
            words = [*([""] * start), *words[start:]]
        return self._told(words, mine, default, sure=sure, listed=listed)

    def is_anothers(self, words: Sequence[str], named: Sequence[Named]) -> bool:
        """Whether a clause only supposes, or tells what others like or say."""
        own = self.voices.own(words)
        if self.voices.is_about_others(own, named):
            return True
        if named and not any(own[n.first] for n in named):
            return True
        stances = self.stances.find(Line.of(own, named))
        return any(self.stances.is_anothers(stance, own) for stance in stances)

    def heard(self, words: Sequence[str], named: Sequence[Named]) -> tuple[Told, ...]:
        """Return what a clause says of whoever it is about."""
        plain = [self.language.verbs_of_one.get(word, word) for word in words]
        return self._told(plain, named, None)

    def _told(
        self,
        words: Sequence[str],
        named: Sequence[Named],
        default: tuple[str, float] | None,
        *,
        sure: bool = True,
        listed: bool = False,
    ) -> tuple[Told, ...]:
        words = self._without_named_negators(words, named)
        words = self._without_moods(words, named)
        line = Line.of(words, named)
        line = replace(line, stances=self.stances.find(line))
        if any(self.stances.is_anothers(stance, words) for stance in line.stances):
            return ()
        told: list[Told] = []
        compared = self.comparing.find(line)
        for k, item in enumerate(named):
            stance = (
                compared.get(k)
                or self.doubles.doubled(item, words)
                or self.absence.missed(item, line)
                or self._stance(item, line)
            )
            if stance is None and told and self._also_not(item, words):
                stance = Stance(
                    told[-1].means, told[-1].strength, "around", item.first, item.last
                )
            if stance is not None and _is_bracketed(item, stance, words):
                stance = None
            alone = stance is None
            untold = listed or not line.directed
            if stance is None and default is not None and untold:
                stance = Stance(*default, "before", item.first, item.first - 1)
            if stance is None or not stance.strength:
                continue
            against = POLARITY[stance.means] < 0
            worn = self.language.names_any("worn_by", words[stance.first : item.first])
            if against and not worn and self._is_of_poor_kind(item, words):
                continue
            means, strength = self.scope.turned(stance, item, words)
            if against and self._is_for_nothing(item, words):
                strength *= FOR_NOTHING
            if told and self._is_all_there_is(told[-1], stance, item, words):
                means, strength = "know", SLIGHTLY
            first, last = min(stance.first, item.first), max(stance.last, item.last)
            polarity = POLARITY[means]
            told.append(
                Told(
                    item.trait,
                    polarity,
                    strength,
                    means,
                    first,
                    last,
                    alone and not sure,
                )
            )
        return _once_each(told)

    def _is_all_there_is(
        self, before: Told, stance: Stance, item: Named, words: Sequence[str]
    ) -> bool:
        """Whether a thing is what one knows instead: "no R, just sums in Excel"."""
        if before.means != "lack":
            return False
        gap = words[before.last : item.first]
        only = any(
            word == "," and gap[i + 1] in ONLY for i, word in enumerate(gap[:-1])
        )
        return words[stance.first] in EXCEPT or only

    def _without_named_negators(
        self, words: Sequence[str], named: Sequence[Named]
    ) -> list[str]:
        """Return the words less a "no" that is part of a name: "no two days alike"."""
        inside = {n.first for n in named if n.last > n.first}
        return [
            NAMED
            if i in inside
            and any(self.language.has(name, word) for name in ("negators", "none_of"))
            else word
            for i, word in enumerate(words)
        ]

    def _without_moods(self, words: Sequence[str], named: Sequence[Named]) -> list[str]:
        """Return the words less how people that are named feel: "users are angry"."""
        ends = {n.last for n in named}
        return [
            NAMED
            if self.language.has("moods", word)
            and words[i - 1] in TO_BE
            and i - 2 in ends
            else word
            for i, word in enumerate(words)
        ]

    def _is_of_poor_kind(self, item: Named, words: Sequence[str]) -> bool:
        """Whether only what is badly done is meant, or a thing that is of no use.

        "I hate sloppy code", and "dashboards nobody opens"; not "writing reports that
        nobody reads", which is work that one does not care to do.
        """
        if self._is_for_nothing(item, words) and not self._is_done(item, words):
            return True
        return item.first > 0 and self.language.has("poor_kinds", words[item.first - 1])

    def _is_for_nothing(self, item: Named, words: Sequence[str]) -> bool:
        """Whether a thing is said to be of no use: "reports that nobody reads"."""
        behind = range(item.last + 1, min(item.last + 1 + WASTED, len(words)))
        return any(self.language.phrases["of_no_use"].at(words, i) for i in behind)

    def _is_done(self, item: Named, words: Sequence[str]) -> bool:
        """Whether a thing is named as something to do: "writing reports"."""
        around = words[max(0, item.first - 1) : item.last + 1]
        return self.language.names_any("done_by_hand", around)

    def _also_not(self, item: Named, words: Sequence[str]) -> bool:
        """Whether a thing is only added to a denial: "nor does X"."""
        lead = words[max(0, item.first - LEAD) : item.first]
        return any(word in ("nor", "neither") for word in lead)

    def _stance(self, item: Named, line: Line) -> Stance | None:
        """Return what a thing stands under: an attitude, or else a feeling."""
        words = line.words
        line = replace(
            line,
            stances=[s for s in line.stances if not _is_purpose(s, item, words)],
        )
        stance = self.scope.stance_of(item, line.directed, words)
        if stance is not None and self._is_anothers_verdict(stance, item, line):
            stance = None
        later = self._said_later(item, stance, line)
        if later is not None:
            return later
        weak = stance is not None and (
            stance.plain == "know"
            or self._is_weak(stance, words)
            or self.scope.is_adverb(stance, words)
        )
        if stance is None or weak:
            felt = self.feelings.of(item, line) or self.doubles.undone(item, words)
            felt = self._said_later(item, felt, line) or felt
            return felt or stance or self.doubles.bare(item, words)
        if self.feelings.is_apart(stance, item, line):
            return self.feelings.beside(item, line) or stance
        if stance.stands == "before":
            return _anew(stance, item, line) or stance
        return stance

    def _said_later(
        self, item: Named, stance: Stance | None, line: Line
    ) -> Stance | None:
        """Return a feeling that overrules an attitude: "I hated it, now it's a joy"."""
        if stance is None or stance.means not in ("dislike", "lack"):
            return None
        start = max(stance.last, item.last)
        if line.names_between(item.last, len(line.words)):
            return None
        later = [s for s in line.stances if s.first > start and _is_felt(s, line.words)]
        gap = line.words[start + 1 : later[0].first] if later else ()
        own = line.words[later[0].first : later[0].last + 1] if later else ()
        conceded = self.language.names_any("conceding", gap)
        at_once = bool(gap) and self.language.has("conceding", gap[-1])
        back = at_once or self.language.names_any("pronouns", [*gap, *own])
        if later and ((conceded and back) or self.language.names("by_now", gap)):
            return later[0]
        return None

    def _is_weak(self, stance: Stance, words: Sequence[str]) -> bool:
        """Whether an attitude is one word that says little: "more"."""
        alone = stance.first == stance.last
        return alone and self.language.has("weak_stances", words[stance.first])

    def _is_anothers_verdict(self, stance: Stance, item: Named, line: Line) -> bool:
        """Whether what stands behind is of a thing in a later part of a remark."""
        if stance.stands != "after" or stance.first < item.last:
            return False
        if stance.means == "lack" and self.language.names_any(
            "where_else", line.words[item.last : stance.first]
        ):
            return True  # "prototypes in areas where we've never tried it"
        if self.language.names("not_negators", line.words[: item.first]):
            return False
        return (
            any(item.last < n.first and n.last < stance.first for n in line.named)
            and self.feelings.is_apart(stance, item, line)
            and not self.feelings.stands_bare(item, line)
        )


def _is_bracketed(item: Named, stance: Stance, words: Sequence[str]) -> bool:
    """Whether a thing stands in brackets that what is said does not reach into."""
    before = [i for i in range(item.first) if words[i] == "("]
    if not before or ")" in words[before[-1] : item.first]:
        return False
    ends = [i for i in range(item.last, len(words)) if words[i] == ")"]
    return stance.last < before[-1] or bool(ends and stance.first > ends[0])


def _is_felt(stance: Stance, words: Sequence[str]) -> bool:
    """Whether an attitude needs no thing beside it, or has a mere "it" there."""
    behind, ahead = words[stance.last + 1 : stance.last + 2], words[stance.first - 1]
    back = [*behind] in BACK or ahead in IT_IS
    return stance.stands == "around" or (POLARITY[stance.means] > 0 and back)


def _is_purpose(stance: Stance, item: Named, words: Sequence[str]) -> bool:
    """Whether it tells what a thing spares one: "SQL, so I don't have to click"."""
    behind = stance.stands == "before" and stance.first > item.last
    return behind and words[stance.first] == "so"


def _anew(stance: Stance, item: Named, line: Line) -> Stance | None:
    """Return the feeling joined to an attitude: "shine at X and sulk over Y"."""
    later = [
        s
        for s in line.stances
        if s.stands == "around"
        and s.first > stance.last
        and s.last < item.first
        and any(w in ("and", "but", "or") for w in line.words[stance.last : s.first])
    ]
    return later[-1] if later else None


def _once_each(told: Sequence[Told]) -> tuple[Told, ...]:
    """Return one item a trait: the last that is said of it."""
    return tuple({item.trait: item for item in told}.values())


def compile_attitudes(manners: Manners, language: Language) -> AttitudeReader:
    """Return the reader of a catalog's attitudes."""
    return AttitudeReader(
        StanceFinder(manners, language, Negation(language)),
        Scope(language),
        Voices(language),
        language,
        Comparing(Phrases.of(manners.above), Phrases.of(manners.below), language),
        Feelings(language),
        Absence(language),
        Doubles(language),
    )
