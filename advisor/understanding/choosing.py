"""Tell clauses that set roles against each other: "which one has less of it"."""

from collections.abc import Sequence
from itertools import pairwise

from advisor.text import Token
from advisor.understanding.language import Language
from advisor.understanding.mentions import Mention

OTHER = "job"
"""The kind of names of jobs that are no roles."""
ARTICLES = ("a", "an", "the", "as")


def chooses(words: Sequence[str], language: Language) -> bool:
    """Whether a clause chooses among roles: "which of them", "who has it easier"."""
    if language.names("which_of", words):
        return True
    said = [word for word in words if word[0].isalnum()]
    said = said[language.opened(said) :]
    if not said or not language.has("choosers", said[0]):
        return False
    compared = any(language.has("comparatives", word) for word in said)
    return compared or is_for_oneself(said, language)


def is_for_oneself(words: Sequence[str], language: Language) -> bool:
    """Whether a choice is to be made for the speaker: "which one suits me"."""
    said = [word for word in words if word[0].isalnum()]
    ends_in_self = bool(said) and language.has("selves", said[-1])
    return ends_in_self or language.names("for_oneself", said)


def asks_what_differs(words: Sequence[str], language: Language) -> bool:
    """Whether a clause asks what is otherwise in one role than in another.

    "What would be different if I were X instead of Y" asks for no advice.
    """
    said = [word for word in words if word[0].isalnum()]
    return language.names("asks_change", said)


def lays_out(words: Sequence[str], language: Language) -> bool:
    """Whether a clause orders roles set side by side: whom it suits is not asked."""
    said = [word for word in words if word[0].isalnum()]
    said = said[language.opened(said) :]
    return bool(said) and language.has("lays_out", said[0])


def contrasts(
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    offset: int,
    language: Language,
) -> bool:
    """Whether two jobs stand on the two sides of "versus" or "compared with".

    One of them at least is a role. Where the clause is no more than "a quant or a
    data scientist", "or" will do.
    """
    words = [token.text for token in tokens]
    jobs = [m for m in mentions if m.role or m.kind == OTHER]
    for one, two in pairwise(jobs):
        between = words[one.last + 1 - offset : two.first - offset]
        if one.id == two.id or not (one.role or two.role):
            continue
        if language.names("contrast_marks", between):
            return True
        bare = not (one.role and two.role) and _is_bare(words, one, two, offset)
        if bare and "or" in between:
            return True
    return False


def _is_bare(words: Sequence[str], one: Mention, two: Mention, offset: int) -> bool:
    """Whether nothing but an article stands around two names: "a nurse or a DE"."""
    around = (*words[: one.first - offset], *words[two.last + 1 - offset :])
    return all(word in ARTICLES or not word[0].isalnum() for word in around)
