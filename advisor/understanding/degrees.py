"""What a clause tells of degrees: had, missing, or not wanted any more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from advisor.understanding.attitudes import Told
from advisor.understanding.language import Language
from advisor.understanding.mentions import Mention
from advisor.understanding.parts import Part
from advisor.understanding.remarks import UNDER_WAY, Remark
from advisor.understanding.schooling import (
    DOING,
    HELD,
    THOUGHT,
    UNDONE,
    Schooling,
    before_turn,
    behind_turn,
)

LACK, LACKED, KNOW = "lack", 0.4, "know"
FIRM = 0.75
"""How strong a dislike of a degree is that says more than that one has none."""
DEGREE, BACHELOR, STUDY = "degree", "bachelor", "further_study"
"""The trait of any degree, of the first, and of wanting to go on studying."""
NEAR = 5
"""Words between a "no" and the degree that it is of."""
AROUND = 6
"""Words between a degree and what tells that its speaker got it."""
SCHOOLS = ("high_school",)
BACKGROUND, SURE, HAD = "tell_background", 0.5, 0.7
NOT, BARE = "not", 3
"""A clause of so few words behind a "not" only sets right what was meant."""


@dataclass(frozen=True, slots=True)
class Degrees:
    """Knows how people say which degrees they have."""

    entities: Mapping[str, str]
    """Entity -> the trait that it stands for, where it is another than its id."""
    language: Language
    schooling: Schooling

    def had_or_not(
        self, told: Sequence[Told], part: Part, *, others: bool = False
    ) -> list[Told]:
        """Return what is told, with degrees as one has them: no guess, no mere "no".

        "No degree" tells that one is missing, not that none is wanted.

        Args:
            told: what a clause tells.
            part: the clause.
            others: whether it speaks of somebody else.

        """
        if self._sets_right(part):
            return []
        if self._is_of_others(part):
            named = self._named(part)
            return [item for item in told if item.trait not in named]
        if not others and self._has_none(part):
            return self._without(told, part)
        mentions = [m for m in part.mentions if m.kind == DEGREE]
        asks = others or part.question
        stages = {} if asks else self.schooling.stages(mentions, part)
        told = self._unstaged(told, stages, part)
        rest = [m for m in mentions if stages.get(m, THOUGHT) == THOUGHT]
        thought = {self._trait_of(m) for m, s in stages.items() if s == THOUGHT}
        staged = self._staged(stages, part)
        gone = {DEGREE} if any(item.trait != DEGREE for item in staged) else set()
        kept = [
            item
            for item in self._plainly(told, rest, part, others=others)
            if item.means != KNOW or item.trait not in thought | gone
        ]
        return [*kept, *staged]

    def dropped(self, parts: Sequence[Part], found: list[Remark]) -> list[Remark]:
        """Return remarks with a degree as missing where the next clause tells so.

        "I began a degree, ran out of money halfway".
        """
        phrases = self.language.phrases["undone_behind"]
        for part, after in pairwise(parts):
            begun = self._named(part)
            own = begun and begun <= {DEGREE, BACHELOR} and not self._named(after)
            at = self.language.opened(after.words)
            if own and not after.question and phrases.at(after.words, at):
                rest = [r for r in found if r.trait not in {*begun, STUDY}]
                found = [*rest, Remark(DEGREE, -1, LACKED, LACK, part.text)]
        return found

    def _named(self, part: Part) -> set[str]:
        return {self._trait_of(m) for m in part.mentions if m.kind == DEGREE}

    def _is_of_others(self, part: Part) -> bool:
        """Whether somebody else is named last before each degree of a clause."""
        words = part.words
        ends = [m.first - part.offset for m in part.mentions if m.kind == DEGREE]
        if not ends:
            return False
        before = words[: ends[-1]]
        own = [i for i, w in enumerate(before) if self.language.has("first_person", w)]
        behind = before[own[-1] + 1 :] if own else []
        return self.language.names_any("relative_others", behind)

    def _sets_right(self, part: Part) -> bool:
        """Whether a clause only says what was not meant: "not degree, salary"."""
        said = [word for word in part.words if word[0].isalnum()]
        named = any(mention.kind == DEGREE for mention in part.mentions)
        if named and NOT in said and self.language.names("correction_marks", said):
            return True
        return named and said[0] == NOT and len(said) <= BARE and "a" not in said

    def _unstaged(
        self, told: Sequence[Told], stages: Mapping[Mention, str], part: Part
    ) -> list[Told]:
        """Return what is told less what is said of degrees that one got somewhere with.

        "Doing a PhD" is no wish for freedom.
        """
        got = [m for m, stage in stages.items() if stage != THOUGHT]
        traits = {self._trait_of(m) for m in got}
        spans = {m.first - part.offset for m in got}
        return [
            item
            for item in told
            if item.trait not in traits
            and not (item.guessed and spans & set(range(item.first, item.last + 1)))
        ]

    def _staged(self, stages: Mapping[Mention, str], part: Part) -> list[Told]:
        """Return how far one got with each degree; one left undone is none."""
        found = {}
        means = {HELD: KNOW, DOING: UNDER_WAY}
        for mention, stage in stages.items():
            first, last = mention.first - part.offset, mention.last - part.offset
            trait = self._trait_of(mention)
            if stage in means and trait not in found:
                found[trait] = Told(trait, 1, HAD, means[stage], first, last)
        undone = {self._trait_of(m) for m, s in stages.items() if s == UNDONE}
        if undone and undone <= {DEGREE, BACHELOR} and not found:
            return [Told(DEGREE, -1, LACKED, LACK, 0, len(part.words) - 1)]
        if len(found) > 1:
            found.pop(DEGREE, None)  # "a student at uni, doing a master's"
        return list(found.values())

    def _plainly(
        self,
        told: Sequence[Told],
        mentions: Sequence[Mention],
        part: Part,
        *,
        others: bool,
    ) -> list[Told]:
        """Return what is told of degrees by plain attitudes, and by what one has."""
        places = {
            self._trait_of(m)
            for m in mentions
            if self._is_place(m, part) or self._is_still_at(m, part)
        }
        told = [item for item in told if item.trait not in places]
        mentions = [m for m in mentions if self._trait_of(m) not in places]
        degrees = {self._trait_of(m) for m in mentions}
        had = {}
        if not others and self._tells_background(part):
            had = {
                (trait := self._trait_of(m)): Told(
                    trait, 1, HAD, KNOW, m.first - part.offset, m.last - part.offset
                )
                for m in reversed(mentions)
                if not self._is_denied(m, part)
            }
        kept = [
            self._of_degree(item, part) if item.trait in degrees else item
            for item in told
            if item.trait not in degrees
            or (item.trait not in had and self._tells_of_degree(item, part))
        ]
        if had:
            if len(had) > 1:
                had.pop(DEGREE, None)  # "a BSc from a college"
            return [*kept, *had.values()]
        kept += self._own_degrees(mentions, kept, part)
        return [*kept, *([] if others else self._completed(mentions, kept, part))]

    def _is_denied(self, mention: Mention, part: Part) -> bool:
        """Whether a "no" stands beside a degree: not "a bachelor's, nothing higher"."""
        words, at = part.words, mention.first - part.offset
        here = words[behind_turn(words, at) : before_turn(words, at)]
        return self.language.names_any("negators", here)

    def _has_none(self, part: Part) -> bool:
        """Whether a clause tells that its speaker has no degree: "left without one"."""
        phrases = self.language.phrases
        if part.question:
            return False
        named = self._named(part)
        first = bool(named) and named <= {DEGREE, BACHELOR}
        undone = first and phrases["left_undone"].within(part.words)
        return undone or phrases["without_degree"].within(part.words)

    def _without(self, told: Sequence[Told], part: Part) -> list[Told]:
        """Return what is told, with one missing degree for all told of degrees."""
        degrees = self._named(part)
        apart = [t for t in told if t.trait not in degrees and t.trait != STUDY]
        return [*apart, Told(DEGREE, -1, LACKED, LACK, 0, len(part.words) - 1)]

    def _completed(
        self, mentions: Sequence[Mention], told: Sequence[Told], part: Part
    ) -> list[Told]:
        """Return the degrees that a clause says were finished: "completed an MA"."""
        if part.question or self.language.phrases["wishing"].within(part.words):
            return []
        found = {}
        spoken = {item.trait for item in told}
        for mention in mentions:
            trait = self._trait_of(mention)
            if trait == DEGREE and not spoken:
                trait = BACHELOR  # "graduated from college"
            if trait in (DEGREE, *spoken):
                continue
            first, last = mention.first - part.offset, mention.last - part.offset
            before = part.words[max(0, first - AROUND) : first]
            behind = part.words[last + 1 : last + 1 + AROUND]
            if self._is_lacked(part.words[: first + 1]):
                continue
            if self.language.phrases["degree_had"].within(
                before
            ) or self.language.phrases["degree_had_behind"].within(behind):
                found[trait] = Told(trait, 1, HAD, "know", first, last)
        return list(found.values())

    def _own_degrees(
        self, mentions: Sequence[Mention], told: Sequence[Told], part: Part
    ) -> list[Told]:
        """Return the degrees that a clause calls its speaker's: "got my bachelor"."""
        spoken = {item.trait for item in told}
        starts = {self._trait_of(m): m.first - part.offset for m in mentions}
        return [
            Told(trait, 1, HAD, "know", first, first)
            for trait, first in starts.items()
            if first > 0
            and part.words[first - 1] == "my"
            and trait not in spoken
            and trait != DEGREE
            and not part.question
            and not self._is_lacked(part.words[: first + 1])
        ]

    def _is_place(self, mention: Mention, part: Part) -> bool:
        """Whether a school is only a place: "I teach at a high school".

        A university is one where no word of studying stands beside it.
        """
        if self.language.has("school_names", mention.name):
            return not self.language.names_any("studying_words", part.words)
        at = mention.first - part.offset
        if mention.id not in SCHOOLS:
            return False
        if self.language.names_any("teaches", part.words[max(0, at - 1) : at]):
            return True
        return self.language.phrases["school_place"].ends(
            part.words, at
        ) and self.language.names_any("teaching_words", part.words)

    def _is_still_at(self, mention: Mention, part: Part) -> bool:
        """Whether somebody is still at a degree: "I'm doing my master's"."""
        before = part.words[: mention.first - part.offset][-2:]
        return self.language.names_any("still_at", before)

    def _of_degree(self, item: Told, part: Part) -> Told:
        """Return what is told of a degree: that it is missing, or no more is wanted."""
        if item.means == "like" and (self._is_time(item, part) or self._is_top(part)):
            return replace(item, means="know", strength=HAD)
        if item.means != "dislike":
            return item
        if item.strength < FIRM:
            return replace(item, means=LACK, strength=LACKED)
        return replace(item, trait=STUDY) if item.trait == DEGREE else item

    def _is_time(self, item: Told, part: Part) -> bool:
        """Whether a degree only tells when: "in my PhD I liked to plan studies"."""
        return any(
            self.language.phrases["in_study"].ends(part.words, m.first - part.offset)
            for m in part.mentions
            if m.kind == DEGREE and self._trait_of(m) == item.trait
        )

    def _is_top(self, part: Part) -> bool:
        """Whether a clause tells how far its speaker got: "is my highest"."""
        return self.language.phrases["degree_had_behind"].within(part.words)

    def _tells_of_degree(self, item: Told, part: Part) -> bool:
        """Whether a clause tells of a degree: no guess, and no "no" from far away.

        "I have a bachelor's and don't know what to do with it".
        """
        if item.guessed:
            return False
        if item.means == "know" and self._is_lacked(part.words[: item.first + 1]):
            return False  # "never went to grad school"
        if item.polarity >= 0 or (item.means != LACK and item.strength >= FIRM):
            return True
        ends = [
            m.last - part.offset
            for m in part.mentions
            if m.kind == DEGREE and self._trait_of(m) == item.trait
        ]
        return any(self._is_lacked(part.words[:end]) for end in ends)

    def _is_lacked(self, words: Sequence[str]) -> bool:
        """Whether a "no" stands not far from the end of some words, in one part."""
        commas = [i for i, word in enumerate(words) if word in (",", "and", "but")]
        near = words[max([0, len(words) - NEAR, *commas]) :]
        return self.language.names_any("negators", near) or "without" in near

    def _tells_background(self, part: Part) -> bool:
        """Whether a clause tells in passing which degree one has: "biologist, PhD"."""
        intent, probability = part.scored.best
        return (
            intent == BACKGROUND
            and probability >= SURE
            and not part.question
            and not self.language.names_any("not_yet_had", part.words)
            and not self.language.phrases["wishing"].within(part.words)
        )

    def _trait_of(self, mention: Mention) -> str:
        return self.entities.get(mention.key, mention.id)
