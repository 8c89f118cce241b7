"""How far somebody got with a degree: had it, at it still, thought of it, left it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.data.model import Catalog
from advisor.text import words as text_words
from advisor.understanding.frames import Frame
from advisor.understanding.language import Language
from advisor.understanding.lexicon import STUDY
from advisor.understanding.mentions import Mention
from advisor.understanding.parts import Part
from advisor.understanding.remarks import UNDER_WAY, Remark

HELD, DOING, UNDONE, THOUGHT = "held", "doing", "undone", "thought"
"""How far one got with a degree."""
CREDENTIALS = ("bachelor", "master", "phd", "mba", "diploma", "associate")
"""Degrees that one may tell by their name alone."""
TOLD = 0.3
"""How probably a clause tells something that opens with a degree."""
DEGREE = "degree"
OWNED = ("know", "lack", UNDER_WAY)
"""What is said of a degree that is one's own, or is missing."""
TELL, BACKGROUND, FIRMLY = "tell", "tell_background", 0.75
MISREAD = ("ask", "out_of_scope")
"""Acts that a clause on one's degree is misread as."""
SPAN = 6
"""Within how many words of a degree stands what is said of it."""
LIGHT = 4
"""So many words may stand between "doing" and the degree."""
SIGNS = (",", ";", ".", ":", "(", ")", "-", "/")
TURNS = (*SIGNS, "but", "then")
"""Where something else begins to be said."""


@dataclass(frozen=True, slots=True)
class Schooling:
    """Knows how people say how far they got."""

    language: Language
    studies: frozenset[str]
    """The words of the names of what one can study."""

    def stages(self, mentions: Sequence[Mention], part: Part) -> Mapping[Mention, str]:
        """Return how far its speaker got with each degree that a clause names."""
        words = part.words
        found = {}
        for mention in mentions:
            first, last = mention.first - part.offset, mention.last - part.offset
            later = [m.first - part.offset for m in mentions if m.first > mention.last]
            end = min([*later, len(words)])
            stage = self._stage(words, first, last, end)
            named = mention.id in CREDENTIALS
            if not stage and named and self._is_bare(part, first, last):
                stage = HELD
            if stage:
                found[mention] = stage
        return found

    def _stage(self, words: Sequence[str], first: int, last: int, end: int) -> str:
        before, behind = words[max(0, first - SPAN) : first], words[last + 1 : end]
        dropped = self.language.names_any("dropouts", words[first : last + 1])
        if dropped or self._is_undone(before, behind):
            return UNDONE
        led = words[behind_turn(words, first) : first]
        if self._is_thought(led, behind) or self._is_refused(led):
            return THOUGHT
        if self._is_doing(words, first, last):
            return DOING
        return ""

    def _is_undone(self, before: Sequence[str], behind: Sequence[str]) -> bool:
        """Whether it was begun and not finished: "started a master's, dropped it"."""
        phrases = self.language.phrases
        if phrases["enough_of_it"].within(behind):
            return False  # "a BSc, and left it at that"
        near = before[-LIGHT:]
        left = any(
            phrases["undone_before"].ends(near, i) and self._is_light(near[i:])
            for i in range(1, len(near) + 1)
        )
        return left or phrases["undone_behind"].within(behind[: 2 * SPAN])

    def _is_light(self, words: Sequence[str]) -> bool:
        """Whether only articles, counts and the like stand between two words."""
        return all(self.language.has("degree_light", word) for word in words)

    def _is_thought(self, before: Sequence[str], behind: Sequence[str]) -> bool:
        """Whether it was only thought of: "thought about a PhD"."""
        return self.language.names_any(
            "degree_thought", before
        ) or self.language.names_any("degree_thought_behind", behind[:2])

    def _is_refused(self, led: Sequence[str]) -> bool:
        """Whether it is not done: "I can't be doing a degree", "I'm not doing one"."""
        at = [i for i, word in enumerate(led) if self.language.has("still_at", word)]
        before = led[max(0, at[-1] - LIGHT) : at[-1]] if at else ()
        words = [self.language.contractions.get(word, word) for word in before]
        return self.language.names_any("negators", words)

    def _is_doing(self, words: Sequence[str], first: int, last: int) -> bool:
        """Whether somebody is still at it: "second year of uni", "a PhD student"."""
        here = words[behind_turn(words, first) : last + 1]
        if self.language.names_any("no_longer", here):
            return False
        return (
            self._by_verb(words, first)
            or self._by_name(words, first, last)
            or self._by_year(words, first, last)
            or self._by_place(words, first, last)
        )

    def _by_verb(self, words: Sequence[str], first: int) -> bool:
        """Read "doing a part-time master's", "halfway through my PhD"."""
        midway = self.language.phrases["midway_through"]
        at = first
        while at and first - at <= LIGHT:
            if midway.ends(words, at):
                return True
            if self.language.has("still_at", words[at - 1]):
                led = words[max(0, at - 2) : at - 1]
                return not self.language.names_any("done_with", led)
            if not (
                self._is_light(words[at - 1 : at]) or words[at - 1] in self.studies
            ):
                return False
            at -= 1
        return False

    def _by_name(self, words: Sequence[str], first: int, last: int) -> bool:
        """Read "uni student", "a PhD candidate", "I'm an undergrad"."""
        behind = words[last + 1 : last + 2]
        named = words[last]
        if self.language.has("students", named):
            return True
        if self.language.names_any("students", behind):
            return True
        lone = not behind or behind[0] in SIGNS
        own = self.language.phrases["origin_being"].ends(words, first)
        return self.language.has("undergrads", named) and lone and own

    def _by_year(self, words: Sequence[str], first: int, last: int) -> bool:
        """Read "in my first year of university", "uni, 2nd year"."""
        near = words[max(0, first - SPAN - LIGHT) : first]
        for i in range(len(near) - 1):
            year = self._is_year(near, i)
            rest = near[i + 2 :]
            if year and all(self._is_of_year(word) for word in rest):
                return True
        behind = words[last + 1 : last + 1 + SPAN]
        return any(
            self._is_year(behind, i) and not self.language.has("ended_years", behind[i])
            for i in range(len(behind) - 1)
        )

    def _is_of_year(self, word: str) -> bool:
        """Whether a word may stand between "second year" and the degree."""
        small = ("of_a_year", "degree_light")
        named = word in self.studies
        return named or any(self.language.has(name, word) for name in small)

    def _is_year(self, words: Sequence[str], at: int) -> bool:
        has, one, two = self.language.has, words[at], words[at + 1]
        counted = has("year_counts", one) and has("school_years", two)
        return counted or (has("school_years", one) and two.isdigit())

    def _by_place(self, words: Sequence[str], first: int, last: int) -> bool:
        """Read "I'm still at uni", "I go to college"."""
        school = self.language.has("school_names", words[last])
        at_school = self.language.phrases["at_school"]
        at_it = at_school.ends(words, first) or at_school.ends(words, last)
        return school and at_it and not self.language.names_any("teaching_words", words)

    def _is_bare(self, part: Part, first: int, last: int) -> bool:
        """Whether a line opens with a degree as one has it: "MSc physics, Munich"."""
        words, has = part.words, self.language.has
        leads = [word for word in words[:first] if word[0].isalpha()]
        if not all(has("degree_leads", word) for word in leads):
            return False
        if self.language.names_any("degree_asked", words) or part.roles:
            return False
        behind = words[last + 1 : last + 2]
        if behind and has("degree_tails", behind[0]):
            return True
        short = not self.language.has("degree_words", words[first])
        told = short or part.scored.acts.get("tell", 0.0) >= TOLD
        return (
            told and bool(behind) and (behind[0] in self.studies or behind[0] in SIGNS)
        )


def behind_turn(words: Sequence[str], at: int) -> int:
    """Return where what is said at an index began: behind a sign or a "but"."""
    return max((i + 1 for i in range(at) if words[i] in TURNS), default=0)


def before_turn(words: Sequence[str], at: int) -> int:
    """Return where what is said at an index ends: before a sign or a "but"."""
    later = range(at + 1, len(words))
    return next((i for i in later if words[i] in TURNS), len(words))


def schooling_of(catalog: Catalog, language: Language) -> Schooling:
    """Return what tells how far somebody got with what a catalog names as studies."""
    studies = frozenset(
        word
        for entity in catalog.entities.values()
        if entity.kind == STUDY
        for name in (entity.name, *entity.names)
        for word in text_words(name)
    )
    return Schooling(language, studies)


def as_schooled(
    frames: Sequence[Frame],
    parts: Sequence[Part],
    remarks: Sequence[Remark],
    language: Language,
) -> tuple[Frame, ...]:
    """Return frames with clauses that tell one's own degree read as told.

    "Bachelors only, dropped my master's" asks for no figures on degrees.
    """
    if any(part.question for part in parts):
        return tuple(frames)
    told = {
        part.text
        for part in parts
        if not part.roles and _tells_degree(part, remarks, language)
    }
    found: list[Frame] = []
    for frame in frames:
        read = frame
        if frame.text in told and frame.act in MISREAD:
            sure = max(frame.confidence, FIRMLY)
            read = Frame(TELL, (), (), BACKGROUND, sure, frame.text, frame.slots)
        if read.intent != BACKGROUND or all(f.intent != BACKGROUND for f in found):
            found.append(read)
    return tuple(found)


def _tells_degree(part: Part, remarks: Sequence[Remark], language: Language) -> bool:
    """Whether a clause says which degree its speaker has, is at, or has not."""
    early = part.offset + SPAN  # not "..., for my dissertation"
    degrees = {m.id for m in part.mentions if m.kind == DEGREE and m.first < early}
    return not language.names_any("degree_asked", part.words) and any(
        (r.trait in degrees or (bool(degrees) and r.trait == DEGREE))
        and r.means in OWNED
        and r.quote in part.text
        for r in remarks
    )
