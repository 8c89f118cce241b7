"""Read a line as the answer to a question with numbered choices."""

from rapidfuzz import fuzz

from advisor.dialogue.state import Choice, Question
from advisor.text import clean, words

ORDINALS = (
    ("1", "one", "first", "a"),
    ("2", "two", "second", "b"),
    ("3", "three", "third", "c"),
    ("4", "four", "fourth", "d"),
    ("5", "five", "fifth", "e"),
)
AROUND = frozenset(
    "the one option number choice answer please i mean meant pick take yes no".split()
)
YES = frozenset("yes y yep yeah yup sure ok okay ya".split())
NO = frozenset("no n nope nah".split())
ALIKE = 85.0
_SHORT = 4


def chosen(raw: str, question: Question) -> Choice | None:
    """Return the choice that a line names, by number, ordinal, yes/no or words."""
    said = words(clean(raw))
    if not said or not question.choices:
        return None
    by_id = {choice.id: choice for choice in question.choices}
    if "yes" in by_id and "no" in by_id and len(said) <= _SHORT:
        if said[0] in YES:
            return by_id["yes"]
        if said[0] in NO:
            return by_id["no"]
    core = [word for word in said if word not in AROUND] or list(said)
    if len(core) == 1:
        for names, choice in zip(ORDINALS, question.choices, strict=False):
            if core[0] in names:
                return choice
    text = " ".join(said)
    scored = [
        (fuzz.token_sort_ratio(text, " ".join(words(choice.text))), -i, choice)
        for i, choice in enumerate(question.choices)
    ]
    best = max(scored, key=lambda item: item[:2])
    return best[2] if best[0] >= ALIKE else None
