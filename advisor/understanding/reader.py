"""Read an utterance: prepare, cut into clauses, judge each, fill in from context."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.data.model import Intent
from advisor.match.linear import LinearModel
from advisor.match.spelling import Speller
from advisor.understanding import context, judge
from advisor.understanding.clauses import Clause, is_question, split
from advisor.understanding.classify import marks_of, score, seen_words
from advisor.understanding.cues import CueList, Cues
from advisor.understanding.focus import Focus
from advisor.understanding.frames import Reading
from advisor.understanding.language import Language
from advisor.understanding.lexicon import Lexicon
from advisor.understanding.mentions import by_kind, roles_of
from advisor.understanding.prepare import Prepared, prepare
from advisor.understanding.settle import settle

SHOWN_INTENTS = 5
_KNOWN_ENOUGH = 0.34


@dataclass(frozen=True, slots=True)
class Reader:
    """All that reading needs; made once from the data files."""

    intents: Mapping[str, Intent]
    model: LinearModel
    speller: Speller
    lexicon: Lexicon
    language: Language
    cues: CueList

    def read(self, raw: str, focus: Focus) -> Reading:
        """Return what an utterance says, given what was spoken of before."""
        prepared = prepare(raw, self.speller, self.lexicon, self.language)
        if not any(token.is_word for token in prepared.tokens):
            return Reading(prepared.text, (), unknown=True)
        cues = self.cues.find(prepared.tokens, prepared.mentions)
        clauses = split(prepared.tokens, prepared.mentions, cues, self.language)
        parts = [self._part(prepared, clause, cues) for clause in clauses]
        under_way = bool(focus.roles) or any(part.roles for part in parts)
        frames, choices = context.fill(
            [
                judge.judge(
                    part, self.intents, self.language, under_way=under_way
                )
                for part in parts
            ],
            parts,
            focus,
            self.language,
        )
        frames = settle(frames, parts)
        deciding = max(parts, key=lambda part: part.scored.best[1])
        unknown = self._is_noise(prepared)
        if unknown and not any(f.roles for f in frames):
            frames, choices = (), ()
        return Reading(
            prepared.text,
            frames,
            choices if not frames else (),
            deciding.scored.ranked[:SHOWN_INTENTS],
            tuple(part.text for part in parts),
            prepared.mentions,
            prepared.corrections,
            unknown,
        )

    def _part(self, prepared: Prepared, clause: Clause, cues: Cues) -> judge.Part:
        cut = prepared.tokens[clause.first : clause.last + 1]
        here = tuple(
            m
            for m in prepared.mentions
            if clause.first <= m.first and m.last <= clause.last
        )
        words = seen_words(
            prepared.tokens, prepared.mentions, clause.first, clause.last
        )
        named = cues.within(clause.first, clause.last)
        marks = marks_of(cut, here, named, self.speller.counts)
        question, yes_no = is_question(prepared.tokens, clause, self.language)
        return judge.Part(
            text=prepared.text[cut[0].start : cut[-1].end].strip(" ,;"),
            tokens=cut,
            mentions=here,
            offset=clause.first,
            cues=named,
            cue_words=cues.indices(clause.first, clause.last),
            scored=score(self.model, words, marks, self.intents),
            roles=roles_of(here),
            slots=by_kind(here),
            sentence=clause.sentence,
            question=question,
            yes_no=yes_no,
            known=self._known(cut),
        )

    def _known(self, cut: Sequence) -> float:  # type: ignore[type-arg]
        """Return the share of words that the advisor has ever seen."""
        heard = [t.text for t in cut if t.text.isalpha()]
        if not heard:
            return 0.0
        vocabulary = self.lexicon.names
        return sum(
            w in self.speller.counts or w in vocabulary for w in heard
        ) / len(heard)

    def _is_noise(self, prepared: Prepared) -> bool:
        return self._known(prepared.tokens) < _KNOWN_ENOUGH
