"""From clauses to evidence: what a speaker says of themselves, in their own words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.data.model import Intent
from advisor.privacy import HIDDEN
from advisor.text import tokens
from advisor.understanding.attitudes import AttitudeReader, Told
from advisor.understanding.bare import only_bare
from advisor.understanding.clauses import goes_along
from advisor.understanding.degrees import DEGREE, Degrees
from advisor.understanding.echoes import OPENS, TAIL, EchoReader, Heard
from advisor.understanding.everyday import Everyday
from advisor.understanding.gists import Gists
from advisor.understanding.guessing import STRENGTH, Guesser
from advisor.understanding.hunches import FEWEST_WORDS, masked
from advisor.understanding.language import Language
from advisor.understanding.mentions import find
from advisor.understanding.namer import Namer
from advisor.understanding.objects import without_objects
from advisor.understanding.parts import Part
from advisor.understanding.quoting import behind_preface, quote_of
from advisor.understanding.relatives import without_mere_no, without_relatives
from advisor.understanding.remarks import UNKNOWN, UNLIKED, WITHDRAWN, Remark
from advisor.understanding.spoken_sign import spoken_sign
from advisor.understanding.standing import Standing
from advisor.understanding.traits import Named
from advisor.understanding.verdicts import closing_sign, judged

DEFAULTS: Mapping[str, tuple[str, float]] = {
    "tell_interest": ("like", 0.7),
    "tell_dislike": ("dislike", 0.7),
    "tell_skill": ("know", 0.6),
}
"""What a clause of these intents says of a trait without any attitude in words."""
HEADS: Mapping[str, tuple[str, float]] = {
    "heads_like": ("like", 0.8),
    "heads_dislike": ("dislike", 0.8),
    "heads_know": ("know", 0.7),
    "heads_lack": ("lack", 0.7),
}
"""What a list says of its things, by the word at its head: "likes: SQL, R"."""
COLONS = (":", "=", "->")
LISTED = ("know", 0.7)
"""What a mere list of tools says of each."""
FEWEST_LISTED = 2
SURE = 0.5
TOOL = "tool"
TOOLS = (TOOL, "skill", "method")
AGAINST = "feels_bad"
"""The list of words that speak against a thing."""
ABILITY = ("know", "lack")
"""What may be said of a thing whether it is liked or not."""
TELLS_NO_DEFAULT = ("wanted_by_others", "denies_sameness")
PLAINLY = 0.9
"""How sure a dislike must be that no word tells."""
USED = 0.5
"""How well a tool is known that something is done with."""
WITHOUT = 0.8
"""How strong a wish for a job without something is."""
HEAD = 4
"""Within how many words the head of a list ends."""


@dataclass(frozen=True, slots=True)
class SelfReader:
    """Reads remarks about themselves out of people's clauses."""

    namer: Namer
    standing: Standing
    gists: Gists
    attitudes: AttitudeReader
    echoes: EchoReader
    intents: Mapping[str, Intent]
    language: Language
    guesser: Guesser
    degrees: Degrees
    everyday: Everyday

    def named(self, text: str) -> frozenset[str]:
        """Return the traits that a text names, whatever it says of them."""
        return self.namer.traits_in(text)

    def works_with(self, part: Part) -> bool:
        """Whether a clause only states which tools its speaker works with."""
        named, tools = self.namer.named(part), self.namer.tools(part)
        return not part.question and self.everyday.is_told(part.words, named, tools)

    def read(
        self,
        text: str,
        parts: Sequence[Part],
        *,
        expected: bool = False,
        before: str = "",
    ) -> tuple[Remark, ...]:
        """Return all that is said of the speaker in an utterance.

        Args:
            text: the cleaned utterance.
            parts: its clauses.
            expected: whether a question was open, so that a bare name is an answer.
            before: the speaker's line before, which this one may point back at.

        """
        parts = [without_relatives(part, self.language) for part in parts]
        parts = [without_mere_no(part, self.language) for part in parts]
        found: list[Remark] = []
        last: list[Remark] = []
        quoted = self.attitudes.voices.quoted(
            text, [t for p in parts for t in p.tokens]
        )
        heard = earlier = self._heard_in(before)
        asked = False
        apart, spoken = True, [word for part in parts for word in part.words]
        righted = self.echoes.righted_from(spoken, "puts_right")
        for part in parts:
            named = self.namer.named(part)
            if heard.traits and self._only_leads_up(text, part, named):
                named = ()
            said = self._echo(part, named, heard, apart=apart)
            if named and said and heard.last:
                slip = heard.last
                found = [remark for remark in found if remark.trait != slip.trait]
                found.append(_withdrawn(slip, part.text))
            said = said or self._along(text, part, named, last)
            explains = asked and self._explains(part.words)
            if not said and not explains:
                said = self._clause(text, part, named, heard, quoted, expected=expected)
            found = found if said or named else self._judged(part, found, last)
            asked = part.question
            if righted < part.offset + len(part.tokens):
                said = [replace(remark, corrects=True) for remark in said]
            found, said = self._without_unsaid(part, found, said, last)
            last = said or last
            found += self.standing.beside(text, part, said)
            if named:
                heard = self.echoes.heard(part.words, named, question=part.question)
                apart = False
            elif part.question:
                heard = Heard()
        found = self.degrees.dropped(parts, found)
        sure = {remark.trait for remark in found if not remark.guessed}
        found = [item for item in found if not item.guessed or item.trait not in sure]
        if found and self.echoes.withdraws(spoken):
            again = {remark.trait for remark in found}
            told = [] if again & set(earlier.traits) else earlier.told
            found += [_withdrawn(item, text) for item in told]
        doubts = self.language.phrases["disbelieving"].within(spoken)
        if doubts or self._is_ironic(parts):
            return tuple(remark for remark in found if remark.polarity < 0)
        all_told = tuple(found) or self.gists.story(text, parts, expected=expected)
        return self.gists.with_gist(text, parts, all_told, expected=expected)

    def _judged(
        self, part: Part, found: list[Remark], last: Sequence[Remark]
    ) -> list[Remark]:
        """Return what was guessed, as a clause that names nothing judges it.

        "I spent three weeks on it. Best thing I ever did", "..., that's Anna, not me".
        """
        if part.question or not found:
            return found
        spoken = spoken_sign(part.words, self.attitudes.stances)
        sign = closing_sign(part.words, spoken, self.language)
        return judged(found, sign, last) if sign else found

    def _without_unsaid(
        self, part: Part, found: list[Remark], said: list[Remark], last: list[Remark]
    ) -> tuple[list[Remark], list[Remark]]:
        """Return what is told so far, and here, less what a clause takes back."""
        unsaid = self.echoes.unsays(part.words)
        back = said if unsaid == TAIL else last
        if not unsaid or not back:
            return found, said
        kept = [remark for remark in found if remark not in back]
        kept += [_unsaid(remark, part.text) for remark in back if not remark.guessed]
        return kept, said if unsaid == OPENS else []

    def _is_ironic(self, parts: Sequence[Part]) -> bool:
        """Whether praise in these clauses is meant as its opposite: "oh great, ..."."""
        said = [word for part in parts for word in part.words if word[0].isalnum()]
        return self.language.names("irony", said)

    def _heard_in(self, line: str) -> Heard:
        """Return what an earlier line leaves to be pointed back at."""
        cut = tokens(line)
        named = self.namer.traits.find(cut, find(cut, self.namer.lexicon))
        return self.echoes.heard([t.text for t in cut], named, question=False)

    def _only_leads_up(self, text: str, part: Part, named: Sequence[Named]) -> bool:
        """Whether what is named tells since when, not what: "since my course I do"."""
        first = next((i for i, word in enumerate(part.words) if word == "i"), 0)
        before = [t.text for t in tokens(text[: part.tokens[0].start])][-1:]
        leads = self.language.names_any("leads_up", [*before, part.words[0]])
        pointed = self.language.names_any("pronouns", part.words[first:])
        return leads and pointed and bool(named) and named[-1].last < first

    def _explains(self, words: Sequence[str]) -> bool:
        """Whether a clause explains the question before it: "I mean with AI here"."""
        return self.language.phrases["meant_instead"].at(words, 0) > 0

    def _said(self, part: Part, heard: Heard) -> tuple[str, float] | None:
        """Return what the head of a list, or a line before, says of what is named."""
        if part.question:
            return None
        return self._headed(part.words) or self.echoes.of_same(part.words, heard)

    def _default(self, part: Part, *, expected: bool) -> tuple[str, float] | None:
        """Return what a clause most likely says of what it names."""
        if part.question or any(
            self.language.names(name, part.words) for name in TELLS_NO_DEFAULT
        ):
            return None
        if self._is_list(part):
            return LISTED
        if part.scored.acts.get("tell", 0.0) >= SURE:
            name, _ = part.scored.best_of("tell", self.intents)
            if name in DEFAULTS:
                return self._signed(DEFAULTS[name], part)
        return ("like", 0.7) if expected else None

    def _is_list(self, part: Part) -> bool:
        """Whether a clause only lists what its speaker brings: "R daily, no cloud"."""
        named = self.namer.named(part)
        tools = self.namer.tools(part)
        added = self.language.names_any("listed_also", part.words)
        fewest = 1 if added else FEWEST_LISTED
        if len(named) < fewest or not any(n.trait in tools for n in named):
            return False
        inside = {i for n in named for i in range(n.first, n.last + 1)}
        return all(
            i in inside
            or not word[0].isalpha()
            or self.language.has("list_words", word)
            for i, word in enumerate(part.words)
        )

    def _signed(self, told: tuple[str, float], part: Part) -> tuple[str, float] | None:
        """Return what an intent says of a clause, with the sign that its words show."""
        named = self.namer.named(part)
        shown = masked(part.words, named, 0, len(part.words) - 1)
        means, strength = told
        match self.guesser.hunches.sign(shown, sure=0.0):
            case 1:
                return ("like" if means == "dislike" else means), strength
            case -1 if self._is_deed(part.words):
                return "know", strength
            case -1 if self._is_unspoken(part.words, shown):
                return None
            case -1:
                return "dislike", strength
            case _:
                return None

    def _is_unspoken(self, words: Sequence[str], shown: Sequence[str]) -> bool:
        """Whether no word speaks against a thing, nor all of them together plainly."""
        against = ("negators", "says_no", AGAINST)
        said = any(self.language.names_any(name, words) for name in against)
        return not said and not self.guesser.hunches.sign(shown, sure=PLAINLY)

    def _is_deed(self, words: Sequence[str]) -> bool:
        """Whether a clause only tells what was done: "I made the charts for her"."""
        at = self.language.opened(words)
        verb = words[at + 1] if len(words) > at + 1 else ""
        did = words[at] == "i" and self.language.has("deeds", verb)
        lists = ("negators", "deed_spoilt", AGAINST)
        return did and not any(self.language.names_any(name, words) for name in lists)

    def _headed(self, words: Sequence[str]) -> tuple[str, float] | None:
        """Return what the head of a list says of it: "dislikes: maths"."""
        colon = next((i for i, word in enumerate(words) if word in COLONS), None)
        if colon is None or colon > HEAD:
            return None
        heads = [word for word in words[:colon] if word[0].isalnum()]
        return next(
            (
                HEADS[name]
                for name in HEADS
                for w in heads
                if self.language.has(name, w)
            ),
            None,
        )

    def _clause(
        self,
        text: str,
        part: Part,
        named: Sequence[Named],
        heard: Heard,
        quoted: frozenset[int],
        *,
        expected: bool,
    ) -> list[Remark]:
        """Return what a clause says of what it names, or is most likely about."""
        own = self.language.names_any("selves", part.words)
        of_roles = len(set(part.roles)) > 1 and not own
        undecided = self.language.phrases["undecided"].within(part.words)
        if undecided or self._names_topic(part):
            return []
        if of_roles or (part.question and not self._asserts(part)):
            return [] if of_roles else list(self._without(text, part, named))
        said = self._said(part, heard)
        apart = self.attitudes.doubles.tells_apart(named, part.words)
        default = None if apart else said or self._default(part, expected=expected)
        listed = default is LISTED
        told = self.attitudes.read(
            part.tokens,
            named,
            default,
            quoted,
            sure=said is not None or expected or listed,
            listed=listed,
        )
        told = tuple(self._as_fact(item, part) for item in told)
        if not told and named:
            told = self.echoes.of_speaker(part.words, named)
        own = all(token.start not in quoted for token in part.tokens) and not apart
        known = default is not None
        if own and self.gists.is_of_speaker(part, named, expected=known):
            guessed = self._with_guesses(part.words, named, told)
            told = (*guessed, *self._known_tools(told, guessed, part))
            told = (*self._used_for(told, named, part), *told)
            spoken = {item.trait for item in named}
            told = tuple(
                self._as_fact(item, part)
                if item.trait in spoken
                else self._used(item, part)
                for item in told
            )
        if not listed:
            tools, objects = self.namer.tools(part), self.namer.traits.objects
            told = without_objects(
                told, part.words, named, tools, objects, self.guesser
            )
        if self.gists.never_did(part.words):
            told = tuple(t for t in told if t.polarity >= 0 or not t.guessed)
        if own and not self.attitudes.is_anothers(part.words, named):
            tools = self.namer.tools(part)
            told = self.everyday.told(told, part.words, named, tools)
        faint = only_bare(part.words, named, self.language)
        others = self.attitudes.is_anothers(part.words, named)
        told = tuple(
            replace(t, strength=min(t.strength, STRENGTH), guessed=True)
            if t.trait in faint
            else t
            for t in told
        )
        return [
            Remark(t.trait, t.polarity, t.strength, t.means, quote, t.guessed)
            for t in self.degrees.had_or_not(told, part, others=others)
            if (quote := quote_of(text, part.tokens, t, told, self.language))
        ]

    def _names_topic(self, part: Part) -> bool:
        """Whether a clause only says which topic was meant: "I mean the pay"."""
        if not part.cues:
            return False
        meant, words = self.language.phrases["correction_marks"], part.words
        ends = [i + meant.at(words, i) for i in range(len(words)) if meant.at(words, i)]
        rest = words[ends[-1] :] if ends else ()
        own = self.language.names_any("first_person", rest)
        return bool(ends) and not own and len(rest) <= FEWEST_WORDS

    def _without(
        self, text: str, part: Part, named: Sequence[Named]
    ) -> Iterator[Remark]:
        """Yield what a job that is wished for is to be without: "one with no maths"."""
        jobs = self.language.names_any("job_words", part.words)
        wished = part.scored.acts.get("recommend", 0.0) >= SURE
        asked = self.language.has("question_words", part.words[0])
        pointed = self.language.names_any("plural_pointers", part.words)
        wished = wished or (asked and not pointed)
        if part.roles or part.yes_no or not (jobs and wished):
            return
        degrees = {self.namer.trait_of(m) for m in part.mentions if m.kind == DEGREE}
        for item in named:
            if item.trait in degrees:
                continue
            before = part.words[max(0, item.first - 1) : item.first]
            if self.language.names_any("wished_without", before):
                first, last = part.tokens[item.first - 1], part.tokens[item.last]
                quote = text[first.start : last.end]
                yield Remark(item.trait, -1, WITHOUT, "dislike", quote)

    def _along(
        self,
        text: str,
        part: Part,
        named: Sequence[Named],
        last: Sequence[Remark],
    ) -> list[Remark]:
        """Return what is said of a thing as of the one before: "so do dashboards"."""
        signs = {remark.polarity for remark in last}
        spoken = tokens(text[: part.tokens[-1].end])
        first = sum(token.end <= part.tokens[0].start for token in spoken)
        along = goes_along([token.text for token in spoken], first)
        if len(signs) != 1 or not named or not along:
            return []
        told, quote = last[0], part.text.strip(" .,!")
        means = "like" if told.polarity > 0 else "dislike"
        return [
            Remark(item.trait, told.polarity, told.strength, means, quote)
            for item in named
        ]

    def _known_tools(
        self, told: Sequence[Told], kept: Sequence[Told], part: Part
    ) -> list[Told]:
        """Return the tools said to be known that are gone from what was kept."""
        tools = {self.namer.trait_of(m) for m in part.mentions if m.kind == TOOL}
        tools -= {item.trait for item in kept}
        return [
            item
            for item in told
            if item.means == "know" and not item.guessed and item.trait in tools
        ]

    def _used_for(
        self, told: Sequence[Told], named: Sequence[Named], part: Part
    ) -> list[Told]:
        """Return the tool that a clause opens with and does something with.

        "MLflow for tracking my models", "Keras is what I use for deep learning".
        """
        first, words = named[0] if named else None, part.words
        spoken = {item.trait for item in told}
        if first is None or not told or first.trait in spoken or part.question:
            return []
        ids = [m.id for m in part.mentions if m.kind in (TOOL, "method")]
        does = all(item.polarity > 0 for item in told)
        does = does and any(item.first > first.last for item in told)
        does = does and not self.language.phrases["wishing"].within(words)
        led = self.language.names_any("used_for", words[first.last + 1 :][:1])
        denied = self.language.names_any("negators", words)
        opens = all(self.language.has("some_of", w) for w in words[: first.first])
        if not (does and led and first.trait in ids) or denied or not opens:
            return []
        span = first.first, first.last
        return [Told(first.trait, 1, USED, "know", *span, guessed=True)]

    def _as_fact(self, item: Told, part: Part) -> Told:
        """Return what is named without a word of liking as something known or done."""
        if item.guessed and item.means == "like":
            return replace(item, means="know")
        return self._used(item, part)

    def _used(self, item: Told, part: Part) -> Told:
        """Return a tool that no word speaks against as one that is known.

        "Knee deep in Spark this month" shows no more than that it is used.
        """
        tools = self.namer.tools(part)
        against = any(
            self.language.names_any(name, part.words) for name in ("negators", AGAINST)
        )
        if not item.guessed or item.polarity > 0 or item.trait not in tools or against:
            return item
        return replace(item, polarity=1, means="know")

    def _with_guesses(
        self, words: Sequence[str], named: Sequence[Named], told: Sequence[Told]
    ) -> tuple[Told, ...]:
        """Return what a clause tells, guesses included: none by who the speaker is."""
        words = self.namer.meant(words)
        at = behind_preface(words, self.language)
        starts = [item.first for item in named] + [item.first for item in told]
        if min(starts, default=at) < at:
            at = 0
        later = [replace(n, first=n.first - at, last=n.last - at) for n in named]
        plain = [replace(t, first=t.first - at, last=t.last - at) for t in told]
        found = self.guesser.told(words[at:], later, plain)
        return tuple(replace(t, first=t.first + at, last=t.last + at) for t in found)

    def _echo(
        self, part: Part, named: Sequence[Named], heard: Heard, *, apart: bool
    ) -> list[Remark]:
        """Return what a clause says of what went before, or as that did."""
        if part.question or HIDDEN in part.text:
            return []
        if named:
            told = self.echoes.instead(part.words, named, heard)
        else:
            told = self.echoes.read(part.words, heard, apart=apart)
        quote = part.text.strip(" ,;.!")
        return [Remark(t.trait, t.polarity, t.strength, t.means, quote) for t in told]

    def _asserts(self, part: Part) -> bool:
        """Whether a question holds a plain statement about its speaker."""
        words = part.words
        return (
            not part.yes_no
            and self.language.has("first_person", words[0])
            and not self.language.has("question_words", words[0])
        )


def _unsaid(remark: Remark, quote: str) -> Remark:
    """Return what takes back a remark of the same line."""
    means = UNKNOWN if remark.means in ABILITY else UNLIKED
    return Remark(remark.trait, 0, 0.0, means, quote, corrects=True)


def _withdrawn(told: Told, quote: str) -> Remark:
    """Return what takes back a thing told before."""
    return Remark(told.trait, 0, 0.0, WITHDRAWN, quote, corrects=True)
