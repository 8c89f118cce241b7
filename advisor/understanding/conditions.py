"""Conditions that are put without a word of wishing: "remote only", "no office"."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from advisor.understanding.language import Language, Phrases, phrases_of
from advisor.understanding.parts import Part
from advisor.understanding.remarks import Remark

LIKE, STRENGTH = "like", 0.9
ENTRIES = "conditions_put"
"""The list whose entries are a trait, a colon, and phrases between slashes."""


def with_conditions(
    remarks: Sequence[Remark], parts: Sequence[Part], language: Language
) -> tuple[Remark, ...]:
    """Return remarks with the conditions that the clauses of a line put.

    A condition stands in the place of what else the line says of its trait.

    Args:
        remarks: what was read of the line.
        parts: its clauses.
        language: the word lists.

    """
    found = list(remarks)
    for part in parts:
        for trait, phrases in _of(language).items():
            if not _puts(part, phrases, language):
                continue
            found = [remark for remark in found if remark.trait != trait]
            quote = part.text.strip(" ,;.!")
            found.append(Remark(trait, 1, STRENGTH, LIKE, quote))
    return tuple(found)


def puts_condition(part: Part, language: Language) -> bool:
    """Return whether a clause puts a condition, and asks nothing."""
    return any(_puts(part, phrases, language) for phrases in _of(language).values())


def _puts(part: Part, phrases: Phrases, language: Language) -> bool:
    """Whether a clause holds such a phrase, undenied, and is no question."""
    words = part.words
    at = next((i for i in range(len(words)) if phrases.at(words, i)), None)
    if at is None or part.roles or "?" in part.text:
        return False
    before = words[:at]
    leads = all(language.has("openers", word) for word in before)
    asks = part.question and not leads
    return not asks and not language.names_any("negators", before)


def _of(language: Language) -> Mapping[str, Phrases]:
    return _entries(tuple(sorted(language.sets[ENTRIES])))


@lru_cache(maxsize=8)
def _entries(entries: tuple[str, ...]) -> Mapping[str, Phrases]:
    """Return trait -> the phrases that put it as a condition."""
    found = {}
    for entry in entries:
        trait, _, texts = entry.partition(":")
        found[trait.strip()] = phrases_of(tuple(t.strip() for t in texts.split("/")))
    return found
