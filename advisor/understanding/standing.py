"""Where speakers stand: their hours, goals and jobs, as clauses tell them."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.privacy import HIDDEN
from advisor.understanding.aims import aims_of
from advisor.understanding.careers import introduces, worked_as
from advisor.understanding.hours import HOURS, hours_a_week
from advisor.understanding.language import Language
from advisor.understanding.mentions import find
from advisor.understanding.namer import Namer
from advisor.understanding.parts import Part
from advisor.understanding.quoting import behind_person
from advisor.understanding.remarks import Remark
from advisor.understanding.voices import Voices

SURE = 0.5
A_JOB = 20
"""From so many hours a week on, a word of work makes them those of a job."""

TOOL = "tool"
TOOLS = (TOOL, "skill", "method")
ABILITY = ("know", "lack")
"""What may be said of a thing whether it is liked or not."""
KNOWN = 0.7
"""How well a tool is known that one's job is named by."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Reads limits, goals and one's own job out of clauses."""

    namer: Namer
    voices: Voices
    language: Language

    def beside(self, text: str, part: Part, said: list[Remark]) -> list[Remark]:
        """Return what a clause says with its limits and goals, and with one's job."""
        found = self._limits(text, part)
        if not said or any(m.role for m in part.mentions):
            found += self._goals(text, part)
        work = worked_as(part, self.clean_quote(text, part), self.language)
        if any(remark.means == "limit" for remark in found):
            said = [remark for remark in said if not remark.guessed]
        kept = [remark for remark in said if not work or _is_said(remark, part)]
        held = {remark.trait for remark in kept}
        brought = [r for r in self._in_title(part, work) if r.trait not in held]
        return [*kept, *brought, *found, *work]

    def _in_title(self, part: Part, work: Sequence[Remark]) -> list[Remark]:
        """Return the tools that one's own job is named by: "I'm a Python developer"."""
        titles = [m for m in part.mentions if m.kind == "role"] if work else []
        found = {}
        for title in titles[:1]:
            at = title.first - part.offset
            for mention in find(
                part.tokens[at : title.last - part.offset], self.namer.lexicon
            ):
                if mention.kind == TOOL:
                    trait = self.namer.trait_of(mention)
                    found[trait] = Remark(trait, 1, KNOWN, "know", work[0].quote)
        return list(found.values())

    def _limits(self, text: str, part: Part) -> list[Remark]:
        """Return how many hours a week the speaker has."""
        clause = text[part.tokens[0].start : part.tokens[-1].end]
        found = hours_a_week(clause)
        own = self.language.names_any("selves", part.words)
        asked = part.yes_no or ((part.question or part.roles) and not own)
        if found is None or asked or self.voices.is_about_others(part.words):
            return []
        hours, quote = found
        if hours >= A_JOB and self.language.names_any("hours_of_work", part.words):
            return []
        if self.language.phrases["works_part_time"].within(part.words):
            return []
        return [Remark(HOURS, 1, 1.0, "limit", quote)]

    def _goals(self, text: str, part: Part) -> list[Remark]:
        """Return the roles that the speaker says they want to become, and is not."""
        aims = aims_of(part, self.language)
        if aims.told and not self.voices.is_about_others(part.words):
            return aims.remarks(self.clean_quote(text, part))
        intent, probability = part.scored.best
        if intent != "tell_goal" or probability < SURE or part.question:
            return []
        if self.voices.is_about_others(part.words):
            return []
        quote = self.clean_quote(text, part)
        held = {
            m.role
            for m in part.mentions
            if self.language.phrases["being"].ends(part.words, m.first - part.offset)
            or introduces(m, part, self.language)
        }
        return [
            Remark(f"goal_{role}", 1, 1.0, "goal", quote)
            for role in part.roles
            if role not in held
        ]

    def clean_quote(self, text: str, part: Part) -> str:
        """Return a clause as it may be quoted, from behind what tells who one is."""
        first = behind_person(part.tokens, 0, len(part.tokens) - 1, self.language)
        quote = text[part.tokens[first].start : part.tokens[-1].end].strip(" ,;.!")
        return max(quote.split(HIDDEN), key=len).strip(" ,;.!")


def _is_said(remark: Remark, part: Part) -> bool:
    """Whether a clause that tells one's job tells a thing beside, by its name."""
    named = (m.id for m in part.mentions if m.kind in TOOLS)
    return not remark.guessed or remark.trait in named
