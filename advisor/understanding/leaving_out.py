"""Hear which roles are taken out of those in play: "leave X out", "X aside"."""

from advisor.understanding.language import Language
from advisor.understanding.mentions import Mention
from advisor.understanding.parts import Part

ARTICLES = ("a", "an", "the", "any", "all")
LEADS = ("openers", "leaves_leads")
"""Lists of small words that may stand before what takes a role out."""


def left_out(part: Part, language: Language) -> frozenset[str]:
    """Return the roles that a clause takes out of those spoken of."""
    return frozenset(
        m.role
        for m in part.mentions
        if m.role and not m.pointed and _is_taken_out(m, part, language)
    )


def only_leaves_out(part: Part, language: Language) -> bool:
    """Return whether a clause takes roles out, and says nothing else."""
    gone = left_out(part, language)
    if not gone or not gone.issuperset(part.roles) or part.cues or part.shapes:
        return False
    rest = part.content(language)
    return not part.question and all(_is_small(word, language) for word in rest)


def _is_small(word: str, language: Language) -> bool:
    lists = ("leaves_leads", "leaves_words", "pronouns", "openers", "stopwords")
    return any(language.has(name, word) for name in lists)


def _is_taken_out(mention: Mention, part: Part, language: Language) -> bool:
    """Whether the words around a name, with which a clause begins, take it out."""
    words = [word if word[0].isalnum() else "," for word in part.words]
    first, end = mention.first - part.offset, mention.last + 1 - part.offset
    while first and words[first - 1] in ARTICLES:
        first -= 1
    at = _behind_leads(words[:first], language)
    behind = words[end:]
    if at == first:
        return _stands("leaves_behind", behind, language)
    verb = language.phrases["leaves_out"].at(words[:first], at)
    if verb and at + verb == first:
        return True
    parted = language.phrases["leaves_apart"].at(words[:first], at)
    apart = bool(parted) and at + parted == first
    return apart and _stands("leaves_off", behind, language)


def _behind_leads(words: list[str], language: Language) -> int:
    """Return where what follows "and if we" or "let's just" begins."""
    at = 0
    while at < len(words):
        small = words[at] == "," or any(language.has(n, words[at]) for n in LEADS)
        if not small:
            break
        at += 1
    return at


def _stands(name: str, words: list[str], language: Language) -> bool:
    """Whether a phrase of a list stands at the start of words."""
    return bool(words) and language.phrases[name].at(words, 0) > 0
