"""From clauses to evidence: what a speaker says of themselves, in their own words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.data.model import Intent
from advisor.privacy import HIDDEN
from advisor.text import tokens
from advisor.understanding.aims import aims_of, is_of_role, without_titles
from advisor.understanding.attitudes import AttitudeReader, Told
from advisor.understanding.bare import bare_things, only_bare
from advisor.understanding.careers import introduces, worked_as
from advisor.understanding.clauses import goes_along
from advisor.understanding.degrees import DEGREE, Degrees
from advisor.understanding.echoes import OPENS, TAIL, EchoReader, Heard
from advisor.understanding.guessing import STRENGTH, Guesser
from advisor.understanding.hours import HOURS, hours_a_week
from advisor.understanding.hunches import FEWEST_WORDS, masked
from advisor.understanding.language import Language
from advisor.understanding.lexicon import Lexicon
from advisor.understanding.mentions import Mention, find
from advisor.understanding.objects import beside, names_tool, without_objects
from advisor.understanding.parts import Part
from advisor.understanding.quoting import behind_person, behind_preface, quote_of
from advisor.understanding.relatives import IDLE, without_relatives
from advisor.understanding.remarks import UNKNOWN, UNLIKED, WITHDRAWN, Remark
from advisor.understanding.spoken_sign import spoken_sign
from advisor.understanding.traits import Named, TraitIndex
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
TOLD = 0.3
"""How probably a clause without "I" tells something, to be taken for a remark."""
A_JOB = 20
"""From so many hours a week on, a word of work makes them those of a job."""
"""What a word of an idiom is read as."""
SIGNS_WITHIN = frozenset("/-")
"""What may stand inside an idiom: "go / no-go"."""
TOOL = "tool"
TOOLS = (TOOL, "skill", "method")
AGAINST = "feels_bad"
"""The list of words that speak against a thing."""
SUPPOSED = ("if", "when", "unless", "until")
CLOSE = 2
"""Within how many words a verb's object begins."""
ABILITY = ("know", "lack")
"""What may be said of a thing whether it is liked or not."""
TELLS_NOTHING = ("asks_oneself", "of_no_use", "wanted_by_others", "denies_sameness")
"""With these a clause tells nothing beyond what it says in words."""
TELLS_NO_DEFAULT = ("wanted_by_others", "denies_sameness")
WISHED = 0.9
"""How probable a wish for a suggestion must be to tell nothing beside."""
KNOWN = 0.7
WITHOUT = 0.8
"""How strong a wish for a job without something is."""
"""How well a tool is known that one's job is named by."""
HEAD = 4
"""Within how many words the head of a list ends."""


@dataclass(frozen=True, slots=True)
class SelfReader:
    """Reads remarks about themselves out of people's clauses."""

    traits: TraitIndex
    attitudes: AttitudeReader
    echoes: EchoReader
    intents: Mapping[str, Intent]
    language: Language
    lexicon: Lexicon
    guesser: Guesser
    degrees: Degrees

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
            named = self._named(part)
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
            found += self._with_standing(text, part, said)
            if named:
                heard = self.echoes.heard(part.words, named, question=part.question)
                apart = False
            elif part.question:
                heard = Heard()
        sure = {remark.trait for remark in found if not remark.guessed}
        found = [item for item in found if not item.guessed or item.trait not in sure]
        if found and self.echoes.withdraws(spoken):
            again = {remark.trait for remark in found}
            told = [] if again & set(earlier.traits) else earlier.told
            found += [_withdrawn(item, text) for item in told]
        if self._is_ironic(parts):
            return tuple(remark for remark in found if remark.polarity < 0)
        all_told = tuple(found) or self._story(text, parts, expected=expected)
        return self._with_gist(text, parts, all_told, expected=expected)

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

    def _with_standing(self, text: str, part: Part, said: list[Remark]) -> list[Remark]:
        """Return what a clause says with its limits and goals, and with one's job."""
        found = self._limits(text, part)
        if not said or any(m.role for m in part.mentions):
            found += self._goals(text, part)
        work = worked_as(part, self._clean_quote(text, part), self.language)
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
                part.tokens[at : title.last - part.offset], self.lexicon
            ):
                if mention.kind == TOOL:
                    trait = self._trait_of(mention)
                    found[trait] = Remark(trait, 1, KNOWN, "know", work[0].quote)
        return list(found.values())

    def _story(
        self, text: str, parts: Sequence[Part], *, expected: bool
    ) -> tuple[Remark, ...]:
        """Return what clauses tell together that tell nothing each by itself."""
        words = [word for part in parts for word in part.words]
        own = expected or self.language.names_any("selves", words)
        if len(parts) == 1 or not own or any(part.question for part in parts):
            return ()
        if any(self.attitudes.is_anothers(p.words, self._named(p)) for p in parts):
            return ()
        told = self.guesser.of_whole(self._meant(words))
        if told is None or HIDDEN in text:
            return ()
        trait, sign = told
        means = "like" if sign > 0 else "dislike"
        at = self.guesser.most_about(trait, [part.words for part in parts])
        quote = parts[at].text.strip(" ,;.!?\n")
        return (Remark(trait, sign, STRENGTH, means, quote, guessed=True),)

    def _with_gist(
        self,
        text: str,
        parts: Sequence[Part],
        told: tuple[Remark, ...],
        *,
        expected: bool,
    ) -> tuple[Remark, ...]:
        """Return what an utterance tells, with what it is plainly about as a whole."""
        objects = self.traits.objects
        tools = {trait for part in parts for trait in self._tools(part)}
        for gist in self._gist(text, parts, told, expected=expected):
            used = TOOL in objects.get(gist.trait, ()) and names_tool(
                told, tools, objects
            )
            told = told if used else (*beside(told, gist, objects), gist)
        return told

    def _gist(
        self,
        text: str,
        parts: Sequence[Part],
        told: Sequence[Remark],
        *,
        expected: bool,
    ) -> tuple[Remark, ...]:
        """Return what an utterance is plainly about beside all that it is read to say.

        "I keep the services up that our models run in" tells of more than services.
        """
        asks = any(part.question and not self._is_headline(part) for part in parts)
        if asks or HIDDEN in text or any(remark.corrects for remark in told):
            return ()
        words = [word for part in parts for word in part.words]
        headed = expected or (len(parts) > 1 and parts[0].question)
        if not headed and not self.language.names_any("selves", words):
            return ()
        named = self._named_in_all(parts)
        signs = {remark.polarity for remark in told if not remark.guessed}
        said = signs.pop() if len(signs) == 1 else 0
        known = {remark.trait for remark in told}
        found = self.guesser.gist(self._meant(words), named, known, said)
        if found is None:
            return ()
        if any(self.attitudes.is_anothers(p.words, self._named(p)) for p in parts):
            return ()
        trait, sign = found
        means = "like" if sign > 0 else "dislike"
        at = self.guesser.most_about(trait, [part.words for part in parts])
        undone = sign < 0 and self._never_did(parts[at].words)
        own = headed or self._is_of_speaker(parts[at], (), expected=False)
        if undone or not own:
            return ()
        quote = parts[at].text.strip(" ,;.!?\n")
        return (Remark(trait, sign, STRENGTH, means, quote, guessed=True),)

    def _named_in_all(self, parts: Sequence[Part]) -> list[Named]:
        """Return the traits that clauses name; indices within all their words."""
        found, start = [], 0
        for part in parts:
            for item in self._named(part):
                here = replace(item, first=item.first + start, last=item.last + start)
                found.append(here)
            start += len(part.words)
        return found

    def _is_headline(self, part: Part) -> bool:
        """Whether a part only names what comes next: "ETL jobs? Never again"."""
        words = part.words
        return not part.yes_no and not self.language.names_any("question_words", words)

    def _meant(self, words: Sequence[str]) -> list[str]:
        """Return words with those of idioms as signs that say nothing."""
        idle = self._idle(words)
        return [IDLE if i in idle else word for i, word in enumerate(words)]

    def _is_ironic(self, parts: Sequence[Part]) -> bool:
        """Whether praise in these clauses is meant as its opposite: "oh great, ..."."""
        said = [word for part in parts for word in part.words if word[0].isalnum()]
        return self.language.names("irony", said)

    def _heard_in(self, line: str) -> Heard:
        """Return what an earlier line leaves to be pointed back at."""
        cut = tokens(line)
        named = self.traits.find(cut, find(cut, self.lexicon))
        return self.echoes.heard([t.text for t in cut], named, question=False)

    def _named(self, part: Part) -> tuple[Named, ...]:
        """Return the traits that a clause names; indices within it."""
        mentions = [
            replace(m, first=m.first - part.offset, last=m.last - part.offset)
            for m in part.mentions
        ]
        named = self.traits.find(part.tokens, mentions)
        named = without_titles(named, part, self.language)
        taken = {i for item in named for i in range(item.first, item.last + 1)}
        bare = bare_things(part.words, self.language)
        more = (item for item in bare if item.first not in taken)
        named = tuple(sorted((*named, *more), key=lambda item: item.first))
        idle = self._idle(part.words)
        return tuple(
            item
            for k, item in enumerate(named)
            if not self._is_only_verb(item, named[k + 1 :], part.words)
            and not idle.issuperset(range(item.first, item.last + 1))
        )

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

    def _idle(self, words: Sequence[str]) -> frozenset[int]:
        """Return the places of words that stand in an idiom: "that's the price"."""
        idioms = self.language.phrases["idioms"]
        return frozenset(
            k
            for i in range(len(words))
            for k in range(i, i + idioms.at(words, i, SIGNS_WITHIN))
        )

    def _is_only_verb(
        self, item: Named, ahead: Sequence[Named], words: Sequence[str]
    ) -> bool:
        """Whether a word only tells what was done: "learned SQL", "I'd learn it"."""
        if item.first != item.last:
            return False
        if self.language.has("past_verbs", words[item.first]):
            return True
        near = bool(ahead) and ahead[0].first - item.last <= CLOSE
        behind = words[item.last + 1 : item.last + 2]
        of_it = self.language.names_any("pronouns", behind)
        learns = self.language.has("learning_verbs", words[item.first])
        return learns and (near or of_it)

    def named(self, text: str) -> frozenset[str]:
        """Return the traits that a text names, whatever it says of them."""
        cut = tokens(text)
        mentions = find(cut, self.lexicon)
        return frozenset(item.trait for item in self.traits.find(cut, mentions))

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
        named = self._named(part)
        tools = self._tools(part)
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
        named = self._named(part)
        shown = masked(part.words, named, 0, len(part.words) - 1)
        means, strength = told
        match self.guesser.hunches.sign(shown, sure=0.0):
            case 1:
                return ("like" if means == "dislike" else means), strength
            case -1:
                return "dislike", strength
            case _:
                return None

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
        if own and self._is_of_speaker(part, named, expected=known):
            guessed = self._with_guesses(part.words, named, told)
            told = (*guessed, *self._known_tools(told, guessed, part))
            spoken = {item.trait for item in named}
            told = tuple(
                self._as_fact(item, part)
                if item.trait in spoken
                else self._used(item, part)
                for item in told
            )
        if not listed:
            tools, objects = self._tools(part), self.traits.objects
            told = without_objects(
                told, part.words, named, tools, objects, self.guesser
            )
        if self._never_did(part.words):
            told = tuple(t for t in told if t.polarity >= 0 or not t.guessed)
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
        degrees = {self._trait_of(m) for m in part.mentions if m.kind == DEGREE}
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

    def _never_did(self, words: Sequence[str]) -> bool:
        """Whether a clause only tells what was never done: "I never trained one"."""
        at = self.language.opened(words)
        length = self.language.phrases["never_did"].at(words, at)
        verb = words[at + length] if length and at + length < len(words) else ""
        done = verb.endswith("ed") or self.language.has("did_verbs", verb)
        return done and not self.language.names_any("never_felt", words)

    def _known_tools(
        self, told: Sequence[Told], kept: Sequence[Told], part: Part
    ) -> list[Told]:
        """Return the tools said to be known that are gone from what was kept."""
        tools = {self._trait_of(m) for m in part.mentions if m.kind == TOOL}
        tools -= {item.trait for item in kept}
        return [
            item
            for item in told
            if item.means == "know" and not item.guessed and item.trait in tools
        ]

    def _as_fact(self, item: Told, part: Part) -> Told:
        """Return what is named without a word of liking as something known or done."""
        if item.guessed and item.means == "like":
            return replace(item, means="know")
        return self._used(item, part)

    def _used(self, item: Told, part: Part) -> Told:
        """Return a tool that no word speaks against as one that is known.

        "Knee deep in Spark this month" shows no more than that it is used.
        """
        tools = self._tools(part)
        against = any(
            self.language.names_any(name, part.words) for name in ("negators", AGAINST)
        )
        if not item.guessed or item.polarity > 0 or item.trait not in tools or against:
            return item
        return replace(item, polarity=1, means="know")

    def _tools(self, part: Part) -> set[str]:
        """Return the tools, skills and methods that a clause names, as traits."""
        return {self._trait_of(m) for m in part.mentions if m.kind in TOOLS}

    def _trait_of(self, mention: Mention) -> str:
        return self.traits.entities.get(mention.key, mention.id)

    def _with_guesses(
        self, words: Sequence[str], named: Sequence[Named], told: Sequence[Told]
    ) -> tuple[Told, ...]:
        """Return what a clause tells, guesses included: none by who the speaker is."""
        words = self._meant(words)
        at = behind_preface(words, self.language)
        starts = [item.first for item in named] + [item.first for item in told]
        if min(starts, default=at) < at:
            at = 0
        later = [replace(n, first=n.first - at, last=n.last - at) for n in named]
        plain = [replace(t, first=t.first - at, last=t.last - at) for t in told]
        found = self.guesser.told(words[at:], later, plain)
        return tuple(replace(t, first=t.first + at, last=t.last + at) for t in found)

    def _is_of_speaker(
        self, part: Part, named: Sequence[Named], *, expected: bool
    ) -> bool:
        """Whether a clause is a statement about its speaker, as far as one can see."""
        words = part.words
        asked = self.language.has("requests", words[0]) and "me" in words[1:3]
        asked = asked and not self.language.phrases["then_i"].within(words)
        if aims_of(part, self.language).told or is_of_role(part, self.language):
            return False
        wished = part.scored.acts.get("recommend", 0.0) >= WISHED
        if wished or any(self.language.names(name, words) for name in TELLS_NOTHING):
            return False  # "no idea what to pick, help me choose"
        mine = [w for w in self.attitudes.voices.own(words) if w[:1].isalpha()]
        selves = self.language.names_any("selves", words)
        if words[0] in SUPPOSED and not selves:
            return False  # "if the models babysit themselves one day"
        if (
            len(mine) < FEWEST_WORDS
            or asked
            or self.attitudes.is_anothers(words, named)
        ):
            return False
        if expected or part.scored.acts.get("tell", 0.0) >= TOLD:
            return True
        return selves and not any(m.kind in ("role", "field") for m in part.mentions)

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

    def _clean_quote(self, text: str, part: Part) -> str:
        """Return a clause as it may be quoted, from behind what tells who one is."""
        first = behind_person(part.tokens, 0, len(part.tokens) - 1, self.language)
        quote = text[part.tokens[first].start : part.tokens[-1].end].strip(" ,;.!")
        return max(quote.split(HIDDEN), key=len).strip(" ,;.!")

    def _asserts(self, part: Part) -> bool:
        """Whether a question holds a plain statement about its speaker."""
        words = part.words
        return (
            not part.yes_no
            and self.language.has("first_person", words[0])
            and not self.language.has("question_words", words[0])
        )

    def _limits(self, text: str, part: Part) -> list[Remark]:
        """Return how many hours a week the speaker has."""
        clause = text[part.tokens[0].start : part.tokens[-1].end]
        found = hours_a_week(clause)
        own = self.language.names_any("selves", part.words)
        asked = part.yes_no or ((part.question or part.roles) and not own)
        if found is None or asked or self.attitudes.voices.is_about_others(part.words):
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
        if aims.told and not self.attitudes.voices.is_about_others(part.words):
            return aims.remarks(self._clean_quote(text, part))
        intent, probability = part.scored.best
        if intent != "tell_goal" or probability < SURE or part.question:
            return []
        if self.attitudes.voices.is_about_others(part.words):
            return []
        quote = self._clean_quote(text, part)
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


def _is_said(remark: Remark, part: Part) -> bool:
    """Whether a clause that tells one's job tells a thing beside, by its name."""
    named = (m.id for m in part.mentions if m.kind in TOOLS)
    return not remark.guessed or remark.trait in named


def _unsaid(remark: Remark, quote: str) -> Remark:
    """Return what takes back a remark of the same line."""
    means = UNKNOWN if remark.means in ABILITY else UNLIKED
    return Remark(remark.trait, 0, 0.0, means, quote, corrects=True)


def _withdrawn(told: Told, quote: str) -> Remark:
    """Return what takes back a thing told before."""
    return Remark(told.trait, 0, 0.0, WITHDRAWN, quote, corrects=True)
