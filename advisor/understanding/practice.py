"""What one did or was marked for, told in rows of words: led people, a D in maths."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.data.model import Catalog
from advisor.privacy import HIDDEN
from advisor.understanding.fragments import tells_years
from advisor.understanding.language import Language
from advisor.understanding.mentions import Mention
from advisor.understanding.parts import Part
from advisor.understanding.patterns import Patterns
from advisor.understanding.remarks import Remark

PRACTISED: Mapping[str, str] = {
    "leadership": "practised_leadership",
    "stakeholders": "practised_customers",
}
"""Trait -> the rows of words that tell of doing it ..."""
LONG = ("stakeholders",)
"""... and those of which only years tell it: everybody talks to people."""
KNOW, DONE = "know", 0.6
LACK, POOR = "lack", 0.6
GRADES: Mapping[str, tuple[str, int, float]] = {
    "poor_grades": (LACK, -1, POOR),
    "good_grades": (KNOW, 1, DONE),
}
MARKED = ("skill", "method", "tool")
"""What one gets marks in."""
SCHOOL = "high_school"
NEAR = 5
"""Within how many words of a grade stands what it was in."""


@dataclass(frozen=True, slots=True)
class PracticeReader:
    """Finds in clauses what their speaker has done, whether they liked it or not."""

    language: Language
    entities: Mapping[str, str]
    done: Mapping[str, Patterns]
    """Trait -> rows of words that tell of doing it."""
    marked: Mapping[str, Patterns]

    def read(
        self, remarks: Sequence[Remark], parts: Sequence[Part]
    ) -> tuple[Remark, ...]:
        """Return remarks with what one has done, and was good or bad at.

        Args:
            remarks: what was read of a line.
            parts: its clauses.

        """
        kept = list(remarks)
        for part in parts:
            if part.question or self._is_wished(part):
                continue
            kept += self._done(part, {r.trait for r in kept if not r.guessed})
            marks = self._marks(part)
            traits = {remark.trait for remark in marks}
            gone = {*traits, SCHOOL} if marks else set()
            kept = [*[r for r in kept if r.trait not in gone], *marks]
        said = {remark.trait for remark in kept if not remark.guessed}
        return tuple(r for r in kept if not r.guessed or r.trait not in said)

    def _is_wished(self, part: Part) -> bool:
        """Whether a clause tells what is wished, felt or denied, and not what was."""
        wished = self.language.phrases["wishing"].within(part.words)
        return wished or self.language.names_any("practice_unless", part.words)

    def _done(self, part: Part, said: set[str]) -> list[Remark]:
        """Return what a clause tells that its speaker has done."""
        found = []
        quote = part.text.strip(" ,;.!")
        for trait, rows in self.done.items():
            taken = next(rows.find(part.words), None)
            if trait in said or taken is None:
                continue
            before = part.words[: taken[0]]
            others = self.language.names_any("others", before)
            brief = trait in LONG and not tells_years(part.words, self.language)
            if not others and not brief and HIDDEN not in quote:
                found.append(Remark(trait, 1, DONE, KNOW, quote))
        return found

    def _marks(self, part: Part) -> list[Remark]:
        """Return what a clause tells of marks: "got a D in maths"."""
        found = {}
        for name, (means, polarity, strength) in GRADES.items():
            for taken in self.marked[name].find(part.words):
                for mention in self._behind(part, taken[-1]):
                    trait = self.entities.get(mention.key, mention.id)
                    found[trait] = Remark(
                        trait, polarity, strength, means, part.text.strip(" ,;.!")
                    )
        return list(found.values())

    def _behind(self, part: Part, at: int) -> list[Mention]:
        near = range(at + 1, at + 1 + NEAR)
        return [
            m
            for m in part.mentions
            if m.kind in MARKED and m.first - part.offset in near
        ][:1]


def compile_practice(
    catalog: Catalog, language: Language, entities: Mapping[str, str]
) -> PracticeReader:
    """Return what finds in clauses what one has done."""
    lists = catalog.language
    return PracticeReader(
        language,
        entities,
        {t: Patterns.of(lists[name], lists) for t, name in PRACTISED.items()},
        {name: Patterns.of(lists[name], lists) for name in GRADES},
    )
