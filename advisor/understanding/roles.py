"""Tell the fields that are named as a role from those that are named in passing."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.text import Token
from advisor.understanding.language import Language
from advisor.understanding.mentions import Mention

_LOOK_BACK = 8
TOOL = "tool"


def refine(
    tokens: Sequence[Token], mentions: Sequence[Mention], language: Language
) -> tuple[Mention, ...]:
    """Return the mentions less the fields that stand for no role here.

    "Will AI take over" names a force, "how much ML must a data analyst know"
    something to know, and "research scientist in ML" one role, not two.
    """
    mentions = _less_idioms(tokens, mentions, language)
    titled = any(m.kind == "role" for m in mentions)
    others = {m.role for m in mentions if m.role}
    kept: list[Mention] = []
    for mention in mentions:
        if mention.kind == "field":
            if _is_agent(tokens, mention, language):
                continue
            if _has_its_people(tokens, mention, language):
                last = mention.last + 1
                kept.append(replace(mention, kind="role", last=last))
                continue
            alone = len(others) == 1
            if not alone and _is_to_know(tokens, mention, mentions, language):
                continue
            if titled and _qualifies(tokens, mention, kept, language):
                continue
        kept.append(mention)
    return tuple(kept)


def _less_idioms(
    tokens: Sequence[Token], mentions: Sequence[Mention], language: Language
) -> list[Mention]:
    """Return mentions less the tools that only stand in a phrase: "go on"."""
    words, idioms = [token.text for token in tokens], language.phrases["idioms"]
    return [
        m
        for m in mentions
        if not (m.kind == TOOL and idioms.at(words, m.first) > m.last - m.first + 1)
    ]


def _has_its_people(
    tokens: Sequence[Token], mention: Mention, language: Language
) -> bool:
    """Whether a field's name is that of its people: "MLOps folks"."""
    ahead = mention.last + 1
    return ahead < len(tokens) and language.has("folk", tokens[ahead].text)


def _is_agent(tokens: Sequence[Token], mention: Mention, language: Language) -> bool:
    """Whether a field is named as a force: "by AI", "AI will", "AI tools"."""
    if not language.has("agents", mention.name):
        return False
    words = [token.text for token in tokens]
    after = mention.last + 1
    if after >= len(words) or not language.phrases["agent_after"].at(words, after):
        return language.phrases["agent_before"].ends(words, mention.first) and (
            after >= len(words) or not tokens[after].is_word
        )
    return True


def _is_to_know(
    tokens: Sequence[Token],
    mention: Mention,
    mentions: Sequence[Mention],
    language: Language,
) -> bool:
    """Whether a field stands behind "know", names and joining words aside."""
    words = [token.text for token in tokens]
    inside = {i for m in mentions for i in range(m.first, m.last + 1)}
    i = mention.first
    while i > max(0, mention.first - _LOOK_BACK):
        if language.phrases["knowing"].ends(words, i):
            return True
        i -= 1
        passing = i in inside or language.has("list_joins", words[i])
        if not passing and not language.has("within", words[i]):
            return False
    return False


def _qualifies(
    tokens: Sequence[Token],
    mention: Mention,
    before: Sequence[Mention],
    language: Language,
) -> bool:
    """Whether a field says what a role just named works in."""
    if not before or before[-1].kind != "role":
        return False
    between = [t for t in tokens[before[-1].last + 1 : mention.first] if t.is_word]
    return len(between) == 1 and language.has("within", between[0].text)
