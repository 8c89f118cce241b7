"""Read an utterance: prepare, cut into clauses, judge each, fill in from context."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.data.model import Catalog, Intent
from advisor.match.linear import LinearModel
from advisor.match.spelling import Speller
from advisor.understanding import context, judge
from advisor.understanding.clauses import Clause, Cues, is_question, split
from advisor.understanding.classify import Scored, score, seen_words
from advisor.understanding.focus import Focus
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.language import Language, Phrases
from advisor.understanding.lexicon import Lexicon
from advisor.understanding.mentions import by_kind, roles_of
from advisor.understanding.prepare import Prepared, prepare

SHOWN_INTENTS = 5
_KNOWN_ENOUGH = 0.34
_SURE_OUTSIDE = 0.9
IN_SCOPE = ("ask", "compare", "recommend")


@dataclass(frozen=True, slots=True)
class Reader:
    """All that reading needs; made once from the data files."""

    intents: Mapping[str, Intent]
    model: LinearModel
    speller: Speller
    lexicon: Lexicon
    language: Language
    cues: Phrases
    cue_topics: Mapping[tuple[str, ...], str]

    def read(self, raw: str, focus: Focus) -> Reading:
        """Return what an utterance says, given what was spoken of before."""
        prepared = prepare(raw, self.speller, self.lexicon)
        if not any(token.is_word for token in prepared.tokens):
            return Reading(prepared.text, (), unknown=True)
        cues = self._cues(prepared)
        clauses = split(prepared.tokens, prepared.mentions, cues, self.language)
        parts = [self._part(prepared, clause, cues) for clause in clauses]
        frames, choices = context.fill(
            [judge.judge(part, self.intents, self.language) for part in parts],
            parts,
            focus,
            self.language,
        )
        frames = _settle(frames)
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

    def score(self, words: Sequence[str]) -> Scored:
        """Return what the matcher makes of some words."""
        return score(self.model, words, self.intents)

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
        question, yes_no = is_question(prepared.tokens, clause, self.language)
        return judge.Part(
            text=prepared.text[cut[0].start : cut[-1].end].strip(" ,;"),
            tokens=cut,
            mentions=here,
            offset=clause.first,
            cues=cues.within(clause.first, clause.last),
            cue_words=frozenset(
                i - clause.first + k
                for i, (_, length) in cues.at.items()
                if clause.first <= i <= clause.last
                for k in range(length)
            ),
            scored=self.score(words),
            roles=roles_of(here),
            slots=by_kind(here),
            question=question,
            yes_no=yes_no,
            known=self._known(cut),
        )

    def _cues(self, prepared: Prepared) -> Cues:
        """Return the topic cues of an utterance; those inside names do not count."""
        texts = [t.text for t in prepared.tokens]
        taken = {
            i
            for m in prepared.mentions
            if m.kind not in ("degree", "skill", "level")
            for i in range(m.first, m.last + 1)
        }
        found: dict[int, tuple[str, int]] = {}
        i = 0
        while i < len(texts):
            length = 0 if i in taken else self.cues.at(texts, i)
            if length:
                found[i] = (self.cue_topics[tuple(texts[i : i + length])], length)
            i += max(1, length)
        return Cues(found)

    def _known(self, cut: Sequence) -> float:  # type: ignore[type-arg]
        """Return the share of words that the advisor has ever seen."""
        heard = [t.text for t in cut if t.text.isalpha() and len(t.text) > 1]
        if not heard:
            return 0.0
        vocabulary = self.lexicon.names
        return sum(
            w in self.speller.counts or w in vocabulary for w in heard
        ) / len(heard)

    def _is_noise(self, prepared: Prepared) -> bool:
        return self._known(prepared.tokens) < _KNOWN_ENOUGH


def _settle(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """Return the frames without what only surrounds the rest, and without doubles."""
    crisis = [f for f in frames if f.act == "crisis"]
    if crisis:
        return (crisis[0],)
    inside = any(f.act in IN_SCOPE for f in frames)
    outside = any(f.act == "out_of_scope" for f in frames)
    kept: list[Frame] = []
    for frame in frames:
        if frame.act == "out_of_scope" and inside and frame.confidence < _SURE_OUTSIDE:
            continue
        if frame.act == "tell" and outside and not inside:
            continue
        if not any(_same(frame, other) for other in kept):
            kept.append(frame)
    return _join_topics(kept)


def _same(one: Frame, two: Frame) -> bool:
    if one.act == two.act == "out_of_scope":
        return True
    if (one.act, one.roles, one.topics) != (two.act, two.roles, two.topics):
        return False
    return one.act in IN_SCOPE or one.intent == two.intent


def _join_topics(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """Return frames with a bare compare's topic taken from the question beside it."""
    joined: list[Frame] = []
    for frame in frames:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.act == "compare"
            and not before.topics
            and frame.act in ("ask", "compare")
            and frame.roles == before.roles
        ):
            joined[-1] = replace(before, topics=frame.topics)
            continue
        joined.append(frame)
    return tuple(joined)


def compile_cues(catalog: Catalog) -> tuple[Phrases, dict[tuple[str, ...], str]]:
    """Return the topic cues of a catalog as phrases, and the topic of each."""
    from advisor.text import words  # noqa: PLC0415

    owner = {
        words(cue): topic.id for topic in catalog.topics.values() for cue in topic.cues
    }
    return Phrases.of(" ".join(cue) for cue in owner), owner
