"""Read a line as the answer to a question with numbered choices."""

from collections.abc import Mapping

from rapidfuzz import fuzz

from advisor.dialogue.state import Choice, Question
from advisor.text import clean, words

ALIKE = 85.0
_SHORT = 4


def chosen(
    raw: str, question: Question, lists: Mapping[str, tuple[str, ...]]
) -> Choice | None:
    """Return the choice that a line names, by number, ordinal, yes/no or words.

    Args:
        raw: the line.
        question: the open question.
        lists: the word lists `answer_yes`, `answer_no`, `answer_around` and
            `answer_ordinals` (each of whose entries lists the names of a number).

    """
    said = words(clean(raw))
    if not said or not question.choices:
        return None
    by_id = {choice.id: choice for choice in question.choices}
    if "yes" in by_id and "no" in by_id and len(said) <= _SHORT:
        if said[0] in lists["answer_yes"]:
            return by_id["yes"]
        if said[0] in lists["answer_no"]:
            return by_id["no"]
    core = [word for word in said if word not in lists["answer_around"]] or list(said)
    if len(core) == 1:
        ordinals = zip(lists["answer_ordinals"], question.choices, strict=False)
        for names, choice in ordinals:
            if core[0] in names.split():
                return choice
    text = " ".join(said)
    scored = [
        (fuzz.token_sort_ratio(text, " ".join(words(choice.text))), -i, choice)
        for i, choice in enumerate(question.choices)
    ]
    best = max(scored, key=lambda item: item[:2])
    return best[2] if best[0] >= ALIKE else None
