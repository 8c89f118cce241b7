"""Weigh what the matcher makes of a clause by what it names and how it opens."""

from collections.abc import Sequence
from itertools import pairwise

from advisor.understanding.language import Language
from advisor.understanding.parts import Part

_TWO = 2
NAMELESS = ("recommend", "meta", "social")
"""Acts that need name no role and no topic."""
KNOWN_HALF = 0.5
OUTSIDE = 0.5
QUESTIONED = 0.3
"""What a remark about oneself keeps of its likelihood when it is put as a question."""
ASKED_OF_ME = 0.1
"""The same where it asks what "I" am to do, "should I ...", or about a role."""
INVERTED = 0.03
"""The same where its words are in a question's order: "what would I use"."""
FIRST_PERSON = 4.0
LEADS_TO = 6.0
"""The same for a question word that only leads to the answer: "what I enjoy is"."""
UNSIGNED = 0.4
"""What a remark keeps of its likelihood without "I" or "my" in it."""
SUBJECT = 4
"""Within how many words the subject of a remark is looked for."""
SAID_OF_SELF = 1.4
"""What a remark about oneself keeps of the likelihood that it lies outside."""
PRIOR_ROLE = 3.0
PRIOR_CUE = 1.5
PRIOR_NOTHING = 5.0
PRIOR_OF_TALK = 1.5
"""The same at most where the likeliest reading is one that need not name anything: a
plea for advice, or a word on the talk itself."""
PRIOR_UNDER_WAY = 1.5
PRIOR_CUE_UNDER_WAY = 0.7
ABOUT_A_TOPIC = 0.3
"""What a plea for advice keeps of its likelihood where a topic of roles spoken of is
named, and no speaker."""
NAMES_A_THING = 0.3
"""The same of a plain statement that names a tool or a skill."""
POINTED = 0.3
"""What the likelihood to lie outside keeps where "they" may be people spoken of."""
HIRING, FAINT = 12.0, 0.05
"""How much likelier it is that a line of somebody who hires others lies outside."""


def weighed(part: Part, language: Language, *, under_way: bool) -> dict[str, float]:
    """Return the acts' probabilities, weighed by what a clause names and how it opens.

    They need not sum to 1 any more.
    """
    acts = {"tell": 0.0, "out_of_scope": 0.0, **part.scored.acts}
    acts["tell"] *= _as_told(part, language)
    plea = _plea(part, language, under_way=under_way)
    acts["recommend"] = acts.get("recommend", 0.0) * plea
    if not part.mentions and not part.cues and part.known < KNOWN_HALF:
        acts["out_of_scope"] += OUTSIDE
    if language.names("hiring_side", part.words):
        acts["out_of_scope"] = HIRING * (acts["out_of_scope"] + FAINT)
    if not part.question and is_of_self(part, language):
        acts["out_of_scope"] *= SAID_OF_SELF
    else:
        prior = _outside_prior(part, under_way=under_way)
        if max(part.scored.acts, key=part.scored.acts.__getitem__) in NAMELESS:
            prior = min(prior, PRIOR_OF_TALK)
        acts["out_of_scope"] *= prior
        if under_way and not part.names_role and "job" not in part.slots:
            points = part.roles or language.names("pointing", part.words)
            acts["out_of_scope"] *= POINTED if points else 1.0
    return acts


def _plea(part: Part, language: Language, *, under_way: bool) -> float:
    """Return what a plea for advice keeps of its likelihood, by what else is named."""
    if under_way and part.cues and not language.names_any("selves", part.words):
        return ABOUT_A_TOPIC
    return NAMES_A_THING if _names_a_thing(part, language) else 1.0


def _names_a_thing(part: Part, language: Language) -> bool:
    """Whether somebody else's tool or skill is told of: "my mum loves statistics"."""
    asks = part.question or language.has("requests", part.words[0])
    others = language.names_any("others", part.words[:SUBJECT])
    return others and not asks and bool(part.slots.keys() & {"tool", "skill", "method"})


def _as_told(part: Part, language: Language) -> float:
    """Return what a clause keeps of its likelihood to be a remark, by how it opens."""
    if _inverts(part.words, language):
        return INVERTED
    of_me = language.phrases["asks_of_me"].at(_said(part), 0)
    if part.yes_no and (of_me or part.names_role):
        return ASKED_OF_ME
    if part.question or _asks_me(part.words, language):
        return QUESTIONED
    if is_of_self(part, language):
        leads = language.has("question_words", part.words[0])
        return LEADS_TO if leads else FIRST_PERSON
    return 1.0 if language.names_any("selves", part.words) else UNSIGNED


def _said(part: Part) -> list[str]:
    return [token.text for token in part.tokens if token.is_word]


def _inverts(words: Sequence[str], language: Language) -> bool:
    """Whether a question word leads to a verb before "I": "which tools would I use"."""
    asked = next(
        (i for i, w in enumerate(words) if language.has("question_words", w)), None
    )
    if asked is None or asked > SUBJECT:
        return False
    if language.names_any("first_person", words[:asked]):
        return False
    behind = words[asked + 1 : asked + 2 + SUBJECT]
    return any(
        language.has("auxiliaries", verb) and language.has("first_person", who)
        for verb, who in pairwise(behind)
    )


def _asks_me(words: Sequence[str], language: Language) -> bool:
    """Whether a clause orders something told: "tell me where you see me"."""
    return language.has("requests", words[0]) and words[1:2] == ["me"]


def is_of_self(part: Part, language: Language) -> bool:
    """Whether a clause begins as a remark about its speaker."""
    if language.phrases["wishing"].at(part.words, 0):
        return True
    return any(language.has("first_person", word) for word in part.words[:SUBJECT])


def _outside_prior(part: Part, *, under_way: bool) -> float:
    """Return how much likelier it is that a clause with such names lies outside.

    Measured on half of the labelled utterances: what names a role and a topic
    never lies outside; what names neither nearly always does, unless a
    conversation about roles is under way.
    """
    if part.names_role:
        return 1.0 if part.cues or len(part.roles) >= _TWO else PRIOR_ROLE
    if under_way:
        return PRIOR_CUE_UNDER_WAY if part.cues else PRIOR_UNDER_WAY
    return PRIOR_CUE if part.cues else PRIOR_NOTHING
