"""Decide what one clause does, from the matcher's view and from what it names."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from advisor.data.model import Intent
from advisor.data.topics import FIT, MOVING, WAY_IN
from advisor.text import Token
from advisor.understanding.classify import Scored
from advisor.understanding.frames import Frame
from advisor.understanding.language import Language
from advisor.understanding.mentions import Mention

_TWO = 2
ABOUT_ONESELF = (MOVING, FIT, WAY_IN)
"""Topics on which another job is where the speaker comes from."""
SURE = 0.9
SECOND_TOPIC = 0.2
"""Share of the topics' probability from which a second, named topic counts."""
CORRECTION = 0.5
GUESS = 0.5
KNOWN_HALF = 0.5
OUTSIDE = 0.5
QUESTIONED = 0.3
"""What a remark about oneself keeps of its likelihood when it is put as a question."""
FIRST_PERSON = 2.0
SUBJECT = 4
"""Within how many words the subject of a remark is looked for."""
SAID_OF_SELF = 0.4
"""What a remark about oneself keeps of the likelihood that it lies outside."""
TOLD = 0.3
"""From this on, a clause may be a remark about oneself."""
LEANING = 0.6
LEANING_ASK = 0.04
PRIOR_ROLE = 3.0
PRIOR_CUE = 1.5
PRIOR_NOTHING = 3.0
PRIOR_UNDER_WAY = 1.5
ABOUT_A_TOPIC = 0.3
"""What a plea for advice keeps of its likelihood where a topic of roles spoken of is
named, and no speaker."""
POINTED = 0.3
"""What the likelihood to lie outside keeps where "they" may be people spoken of."""


@dataclass(frozen=True, slots=True)
class Part:
    """A clause with all that is seen in it."""

    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    """Indices count from the utterance's first token; see offset."""
    offset: int
    cues: tuple[str, ...]
    """Topics that it names by a word of their own."""
    cue_words: frozenset[int]
    """Indices of those words, counted from the utterance's first token."""
    scored: Scored
    roles: tuple[str, ...]
    slots: Mapping[str, tuple[str, ...]]
    sentence: int
    """Which sentence of the utterance it belongs to, counted from 0."""
    question: bool
    yes_no: bool
    known: float
    """Share of its words that the advisor has seen before."""

    @property
    def words(self) -> list[str]:
        """Return its words, folded."""
        return [token.text for token in self.tokens]

    def content(self, language: Language) -> list[str]:
        """Return the words that are neither names, cues nor fillers."""
        named = {i for m in self.mentions for i in range(m.first, m.last + 1)}
        return [
            token.text
            for i, token in enumerate(self.tokens, self.offset)
            if token.is_word
            and i not in named
            and i not in self.cue_words
            and not language.has("fillers", token.text)
        ]


def judge(
    part: Part,
    intents: Mapping[str, Intent],
    language: Language,
    *,
    under_way: bool = False,
    begun: bool = False,
) -> Frame:
    """Return the frame of a clause; roles and topics are only those it names.

    Args:
        part: the clause.
        intents: all intents, by id.
        language: the small words.
        under_way: whether roles have been spoken of, so that few words may do.
        begun: whether that was in an earlier turn, so that it can be corrected.

    """
    if begun and _corrects(part, intents, language):
        return _frame(part, "meta", "correction", SURE, part.cues, move="correction")
    act = _act(part, intents, language, under_way=under_way)
    if act == "follow_up":
        return _frame(part, "ask", "follow_up", SURE, part.cues)
    name, probability = part.scored.best_of(act, intents)
    intent = intents[name]
    confidence = part.scored.acts.get(act, 0.0)
    if act == "ask" and intent.move is None:
        topics, share = _topics(part, intents, language)
        confidence = min(1.0, confidence) * share
        name = next((n for n, i in intents.items() if i.topic == topics[0]), name)
        return _frame(part, act, name, confidence, topics, guess=confidence < GUESS)
    topics = part.cues if act == "compare" else ()
    hint = None
    if act == "compare" and not topics:
        topic, share = part.scored.topics(intents)[0]
        asked = part.scored.acts.get("ask", 0.0)
        hint = topic if share >= LEANING and asked >= LEANING_ASK else None
    if act in ("social", "meta"):
        confidence = probability
    frame = _frame(
        part, act, name, confidence, topics, move=intent.move, says=intent.says
    )
    return replace(frame, hint=hint)


def _act(
    part: Part, intents: Mapping[str, Intent], language: Language, *, under_way: bool
) -> str:
    """Return the act, or the rule `follow_up`."""
    acts = _weighed(part, language, under_way=under_way)
    if intents[part.scored.best[0]].otherwise:
        return "recommend"
    if len(part.roles) < _TWO and not part.content(language):
        if part.cues:
            return "ask"
        if _points(part, language):
            return "follow_up"
    if not part.roles and "job" in part.slots and _career(part, intents):
        return "out_of_scope"
    return max(acts, key=lambda act: acts[act])


def _weighed(part: Part, language: Language, *, under_way: bool) -> dict[str, float]:
    """Return the acts' probabilities, weighed by what a clause names and how it opens.

    They need not sum to 1 any more.
    """
    acts = {"tell": 0.0, "out_of_scope": 0.0, **part.scored.acts}
    if part.question:
        acts["tell"] *= QUESTIONED
    elif _is_of_self(part, language):
        acts["tell"] *= FIRST_PERSON
    if under_way and part.cues and not language.names_any("selves", part.words):
        acts["recommend"] = acts.get("recommend", 0.0) * ABOUT_A_TOPIC
    if not part.mentions and not part.cues and part.known < KNOWN_HALF:
        acts["out_of_scope"] += OUTSIDE
    if not part.question and _is_of_self(part, language):
        acts["out_of_scope"] *= SAID_OF_SELF
    else:
        acts["out_of_scope"] *= _outside_prior(part, under_way=under_way)
        if under_way and not part.roles and "job" not in part.slots:
            points = language.names("pointing", part.words)
            acts["out_of_scope"] *= POINTED if points else 1.0
    return acts


def _is_of_self(part: Part, language: Language) -> bool:
    """Whether a clause begins as a remark about its speaker."""
    return any(language.has("first_person", word) for word in part.words[:SUBJECT])


def _corrects(part: Part, intents: Mapping[str, Intent], language: Language) -> bool:
    """Whether a clause that names something sets right what was said before."""
    if not part.roles and not part.cues:
        return False
    best, probability = part.scored.best
    if intents[best].move == "insist":
        return False
    if intents[best].move == "correction" and probability > CORRECTION:
        return True
    return not part.question and language.names("correction_marks", part.words)


def _outside_prior(part: Part, *, under_way: bool) -> float:
    """Return how much likelier it is that a clause with such names lies outside.

    Measured on half of the labelled utterances: what names a role and a topic
    never lies outside; what names neither nearly always does, unless a
    conversation about roles is under way.
    """
    if part.roles:
        return 1.0 if part.cues else PRIOR_ROLE
    if under_way:
        return PRIOR_UNDER_WAY
    return PRIOR_CUE if part.cues else PRIOR_NOTHING


def _points(part: Part, language: Language) -> bool:
    """Whether a clause only points: at a role, a place, a level, "the other one"."""
    kinds = {m.kind for m in part.mentions}
    if kinds:
        return kinds <= {"role", "field", "place", "level"}
    return language.names("the_other", part.words) or language.names("both", part.words)


def _career(part: Part, intents: Mapping[str, Intent]) -> bool:
    """Whether the likeliest reading is a question on a job's topics."""
    topic = intents[part.scored.best[0]].topic
    if topic is None and part.question and not part.scored.acts.get("tell", 0.0) > TOLD:
        topic = next(iter(part.cues), None)
    return topic is not None and topic not in ABOUT_ONESELF


def _topics(
    part: Part, intents: Mapping[str, Intent], language: Language
) -> tuple[tuple[str, ...], float]:
    """Return the topics asked about, the first one first, and its share."""
    shares = part.scored.topics(intents)
    if part.cues and not part.content(language):
        return part.cues, 1.0
    top, share = shares[0]
    seconds = [
        topic for topic, s in shares[1:] if topic in part.cues and s >= SECOND_TOPIC
    ]
    return (top, *seconds), share


def _frame(  # noqa: PLR0913 - the parts of a frame
    part: Part,
    act: str,
    intent: str,
    confidence: float,
    topics: tuple[str, ...],
    *,
    move: str | None = None,
    says: str | None = None,
    guess: bool = False,
) -> Frame:
    return Frame(
        act=act,
        roles=part.roles,
        topics=topics,
        intent=intent,
        confidence=confidence,
        text=part.text,
        slots=part.slots,
        yes_no=part.yes_no,
        move=move,
        says=says,
        guess=guess,
    )
