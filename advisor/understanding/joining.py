"""Hear that a role joins those compared: "bring X into it", "their pay beside X's"."""

from advisor.understanding.language import Language
from advisor.understanding.parts import Part

ARTICLES = ("a", "an", "the", "some")


def joins_in(part: Part, language: Language) -> bool:
    """Return whether a clause only wants roles added to those compared.

    "Add data analysts", "throw statisticians into the mix".
    """
    if not part.roles or not part.names_role or part.cues or part.shapes:
        return False
    first = min(m.first for m in part.mentions if m.role) - part.offset
    before = [word for word in part.words[:first] if word not in ARTICLES]
    adds = bool(before) and language.phrases["adds_role"].ends(before, len(before))
    small = ("adds_words", "openers", "stopwords", "pronouns", "requests")
    heavy = [w for w in part.content(language) if w not in before]
    return adds and all(any(language.has(n, w) for n in small) for w in heavy)


def set_beside_named(part: Part, language: Language) -> bool:
    """Return whether a clause compares what "they" have with one role that it names.

    "How do their salaries compare with data engineers'?"
    """
    if len(part.roles) != 1 or not part.names_role:
        return False
    at = next(m.first for m in part.mentions if m.role) - part.offset
    before = [word for word in part.words[:at] if word not in ARTICLES]
    pointed = language.names_any("their_own", before) or language.names_any(
        "pronouns", before
    )
    return pointed and language.phrases["compares_with"].ends(before, len(before))
