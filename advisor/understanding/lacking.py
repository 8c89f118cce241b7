"""Tools and degrees that are only missing, to be learnt, or named: no attitudes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.text import ends_sentence
from advisor.text import words as text_words
from advisor.understanding.degrees import DEGREE, LACK, LACKED, STUDY
from advisor.understanding.language import Language
from advisor.understanding.mentions import Mention
from advisor.understanding.prepare import Prepared
from advisor.understanding.remarks import Remark

TOOL, A_DEGREE = "tool", "degree"
LIKE, KNOW, ALONE = "like", "know", 0.5
DISLIKE, FAINT = "dislike", 0.65
"""A dislike of no more strength may rest on a mere "no"."""
UNWANTED = 0.8
BUT = "but"
"""What is wanted before it is none of what stands behind: "I want data, but no PhD"."""
LISTED = (",", "/", "&", "-", "and", "or", "nor")
"""What stands between things that one "no" is of."""


def as_lacked(
    remarks: Sequence[Remark],
    raw: str,
    prepared: Prepared,
    entities: Mapping[str, str],
    language: Language,
) -> tuple[Remark, ...]:
    """Return remarks with what a bare "no" says of a tool or a degree.

    "SQL, yes. No Python." lacks Python, and "no Python please" wants none; "no PhD"
    tells that one has none, and "no PhD for me" that none is wanted. "I'd gladly learn
    SQL" tells neither that it is known nor that it is liked, and "the MLflow one sounds
    good" is of a project. Who has "only Excel" has Excel.

    Args:
        remarks: what was read of the line.
        raw: the line as it came, with its pleas: "no Python please".
        prepared: the line, cleaned.
        entities: the traits that names stand for, where they are others.
        language: the word lists.

    """
    learnt = {
        entities.get(m.key, m.id)
        for m in prepared.mentions
        if m.kind == TOOL and _is_to_learn(m, prepared, language)
    }
    named = {
        entities.get(m.key, m.id)
        for m in prepared.mentions
        if m.kind == TOOL and _is_of_thing(m, prepared, language)
    }
    remarks = [
        r
        for r in remarks
        if not (r.trait in learnt and r.polarity > 0)
        and not (r.trait in named and (r.guessed or r.means == LIKE))
    ]
    denied = {
        entities.get(item.mention.key, item.mention.id): item
        for item in _denied(raw, prepared, language)
    }
    return tuple(_meant(remark, denied.get(remark.trait)) for remark in remarks)


@dataclass(frozen=True, slots=True)
class _Denied:
    """A name behind a bare "no"."""

    mention: Mention
    unwanted: bool
    """Whether its sentence says that it is not wanted, and not only missing."""
    only: bool = False
    """Whether it is all that is there: "no degree and only Excel"."""
    never: bool = False
    """Whether it was never used: "SQL never"."""


def _meant(remark: Remark, denied: _Denied | None) -> Remark:
    if denied is None or remark.guessed or remark.polarity >= 0:
        return remark
    kind = denied.mention.kind
    if kind == TOOL and denied.never:
        return replace(remark, means=LACK, strength=LACKED)
    if kind == TOOL and denied.only:
        return replace(remark, polarity=1, means=KNOW, strength=ALONE)
    faint = remark.means == DISLIKE and remark.strength <= FAINT
    if kind == TOOL and faint and not denied.unwanted:
        return replace(remark, means=LACK, strength=LACKED)
    if kind == A_DEGREE and remark.means == LACK and denied.unwanted:
        trait = STUDY if remark.trait == DEGREE else remark.trait
        return replace(remark, trait=trait, means=DISLIKE, strength=UNWANTED)
    return remark


def _is_to_learn(mention: Mention, prepared: Prepared, language: Language) -> bool:
    """Whether a tool is one that somebody only says they would learn."""
    words = [token.text for token in prepared.tokens]
    at = _lead_end(mention, prepared, language)
    return language.phrases["willing_to_learn"].ends(words, at + 1)


def _is_of_thing(mention: Mention, prepared: Prepared, language: Language) -> bool:
    """Whether a tool's name is part of another's: "the MLflow project"."""
    words = [token.text for token in prepared.tokens]
    behind = words[mention.last + 1 : mention.last + 2]
    lead = words[max(0, mention.first - 1) : mention.first]
    return any(language.has("named_things", word) for word in behind) and any(
        language.has("pointing_articles", word) for word in lead
    )


def _denied(raw: str, prepared: Prepared, language: Language) -> Iterator[_Denied]:
    """Yield the tools and degrees of a line that stand behind a bare "no"."""
    words = [token.text for token in prepared.tokens]
    for mention in prepared.mentions:
        if mention.kind not in (TOOL, A_DEGREE):
            continue
        at = _lead_end(mention, prepared, language)
        lead = words[max(0, mention.first - 1) : mention.first]
        if language.names_any("only_some", lead):
            yield _Denied(mention, unwanted=False, only=True)
            continue
        if _is_never(mention, words, language):
            yield _Denied(mention, unwanted=False, never=True)
            continue
        if at >= 0 and language.has("bare_denials", words[at]):
            said = _sentence(raw, prepared, mention)
            # "No degree, remember" reminds of what one has not.
            of_degree = mention.kind == A_DEGREE
            reminds = of_degree and language.names("reminding", said)
            said = _between_buts(said, mention) if of_degree else said
            unwanted = language.names("unwanted", said) and not reminds
            yield _Denied(mention, unwanted)


def _between_buts(said: Sequence[str], mention: Mention) -> Sequence[str]:
    """Return what is said with a name, less what stands behind another "but"."""
    name = text_words(mention.name)[0]
    at = said.index(name) if name in said else 0
    buts = [i for i, word in enumerate(said) if word == BUT]
    first = max((i + 1 for i in buts if i < at), default=0)
    return said[first : min((i for i in buts if i > at), default=len(said))]


def _is_never(mention: Mention, words: Sequence[str], language: Language) -> bool:
    """Whether nothing but a "never" stands behind a tool: "Python daily, SQL never"."""
    behind = words[mention.last + 1 : mention.last + 3]
    never = bool(behind) and language.has("never", behind[0])
    return never and (len(behind) == 1 or not behind[1][0].isalnum())


def _lead_end(mention: Mention, prepared: Prepared, language: Language) -> int:
    """Return where the last word stands before a list that a name is in; -1 if none."""
    words = [token.text for token in prepared.tokens]
    taken = {
        i
        for m in prepared.mentions
        if m.kind in (TOOL, A_DEGREE)
        for i in range(m.first, m.last + 1)
    }
    at = mention.first - 1
    while at >= 0 and (
        at in taken or words[at] in LISTED or language.has("light_words", words[at])
    ):
        at -= 1
    return at


def _sentence(raw: str, prepared: Prepared, mention: Mention) -> Sequence[str]:
    """Return the words of the sentence in which a name stands."""
    cut = prepared.tokens
    ends = [i for i, token in enumerate(cut[:-1]) if ends_sentence(token)]
    if not ends:
        return text_words(raw)
    first = max((i + 1 for i in ends if i < mention.first), default=0)
    last = min((i for i in ends if i >= mention.last), default=len(cut) - 1)
    return [token.text for token in cut[first : last + 1]]
