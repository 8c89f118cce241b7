"""What utterances are plainly about as wholes, where no clause says it by itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.privacy import HIDDEN
from advisor.understanding.aims import aims_of, is_of_role
from advisor.understanding.attitudes import AttitudeReader
from advisor.understanding.guessing import STRENGTH, Guesser
from advisor.understanding.hunches import FEWEST_WORDS
from advisor.understanding.language import Language
from advisor.understanding.namer import Namer
from advisor.understanding.objects import beside, names_tool
from advisor.understanding.parts import Part
from advisor.understanding.remarks import Remark
from advisor.understanding.traits import Named

TOLD = 0.3
"""How probably a clause without "I" tells something, to be taken for a remark."""
TOOL = "tool"
SUPPOSED = ("if", "when", "unless", "until")
TELLS_NOTHING = ("asks_oneself", "of_no_use", "wanted_by_others", "denies_sameness")
"""With these a clause tells nothing beyond what it says in words."""
WISHED = 0.9
"""How probable a wish for a suggestion must be to tell nothing beside."""


@dataclass(frozen=True, slots=True)
class Gists:
    """Guesses what utterances tell of their speaker by all their words together."""

    namer: Namer
    attitudes: AttitudeReader
    language: Language
    guesser: Guesser

    def story(
        self, text: str, parts: Sequence[Part], *, expected: bool
    ) -> tuple[Remark, ...]:
        """Return what clauses tell together that tell nothing each by itself."""
        words = [word for part in parts for word in part.words]
        own = expected or self.language.names_any("selves", words)
        barred = any(part.question or _wishes(part) for part in parts)
        if len(parts) == 1 or not own or barred:
            return ()
        if any(self.attitudes.is_anothers(p.words, self.namer.named(p)) for p in parts):
            return ()
        told = self.guesser.of_whole(self.namer.meant(words))
        if told is None or HIDDEN in text:
            return ()
        trait, sign = told
        means = "like" if sign > 0 else "dislike"
        at = self.guesser.most_about(trait, [part.words for part in parts])
        quote = parts[at].text.strip(" ,;.!?\n")
        return (Remark(trait, sign, STRENGTH, means, quote, guessed=True),)

    def with_gist(
        self,
        text: str,
        parts: Sequence[Part],
        told: tuple[Remark, ...],
        *,
        expected: bool,
    ) -> tuple[Remark, ...]:
        """Return what an utterance tells, with what it is plainly about as a whole."""
        objects = self.namer.traits.objects
        tools = {trait for part in parts for trait in self.namer.tools(part)}
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
        named = self.namer.named_in_all(parts)
        signs = {remark.polarity for remark in told if not remark.guessed}
        said = signs.pop() if len(signs) == 1 else 0
        known = {remark.trait for remark in told}
        found = self.guesser.gist(self.namer.meant(words), named, known, said)
        if found is None:
            return ()
        if any(self.attitudes.is_anothers(p.words, self.namer.named(p)) for p in parts):
            return ()
        trait, sign = found
        at = self.guesser.most_about(trait, [part.words for part in parts])
        if said and parts[at].question:
            sign = said  # "proofs? no thanks": what follows judges it
        elif len(parts) > 1 and said and not _tells_in(parts[at], told):
            sign = self.guesser.sign_of(parts[at].words)
        means = "like" if sign > 0 else "dislike"
        undone = sign < 0 and self.never_did(parts[at].words)
        own = headed or self.is_of_speaker(parts[at], (), expected=False)
        if undone or not own or not sign:
            return ()
        quote = parts[at].text.strip(" ,;.!?\n")
        return (Remark(trait, sign, STRENGTH, means, quote, guessed=True),)

    def _is_headline(self, part: Part) -> bool:
        """Whether a part only names what comes next: "ETL jobs? Never again"."""
        words = part.words
        return not part.yes_no and not self.language.names_any("question_words", words)

    def never_did(self, words: Sequence[str]) -> bool:
        """Whether a clause only tells what was never done: "I never trained one"."""
        at = self.language.opened(words)
        length = self.language.phrases["never_did"].at(words, at)
        verb = words[at + length] if length and at + length < len(words) else ""
        done = verb.endswith("ed") or self.language.has("did_verbs", verb)
        return done and not self.language.names_any("never_felt", words)

    def is_of_speaker(
        self, part: Part, named: Sequence[Named], *, expected: bool
    ) -> bool:
        """Whether a clause is a statement about its speaker, as far as one can see."""
        words = part.words
        asked = self.language.has("requests", words[0]) and "me" in words[1:3]
        asked = asked and not self.language.phrases["then_i"].within(words)
        if aims_of(part, self.language).told or is_of_role(part, self.language):
            return False
        nothing = any(self.language.names(name, words) for name in TELLS_NOTHING)
        if nothing or _wishes(part):
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


def _wishes(part: Part) -> bool:
    """Whether a clause asks for a suggestion, and so tells nothing beside."""
    return part.scored.acts.get("recommend", 0.0) >= WISHED


def _tells_in(part: Part, told: Sequence[Remark]) -> bool:
    """Whether something is told in words in a clause."""
    return any(
        not r.guessed and (r.quote in part.text or part.text in r.quote) for r in told
    )
