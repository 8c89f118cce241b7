"""Notice that a choice already given is put right: "no wait, the first one".

What such an answer changed is taken back, and the one that was meant is taken in its
place.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.dialogue.choices import Lists, chosen
from advisor.dialogue.state import Choice, Memory, Settled, State
from advisor.text import clean, tokens, words
from advisor.understanding.language import phrases_of

WITHIN = 3
"""Turns in which an answer can be put right, while nothing else was learnt."""
NO_LEADS = ("no", "rather", "not that", "forget that", "cancel that")
"""What takes back elsewhere, and before a number may well be an answer."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A choice in the place of one that was given."""

    choices: tuple[Choice, ...]
    """Those that are meant; none where it was neither."""
    state: State
    """The state as if the question were still open."""


def changed(raw: str, state: State, lists: Lists) -> Changed | None:
    """Return the choice that a line puts in the place of the last one, if it does."""
    settled = state.settled
    memory = _memory_before(state)
    if settled is None or memory is None:
        return None
    rest = _meant(raw, lists)
    if rest is None:
        return None
    choices = _choices(rest, settled, lists)
    if choices is None:
        return None
    again = replace(
        state, memory=memory, asked=settled.question, probing=settled.probing
    )
    return Changed(choices, again)


def is_said_again(raw: str, state: State, lists: Lists) -> bool:
    """Whether a line only says once more what answered the last question."""
    settled = state.settled
    if settled is None or state.turn != settled.turn:
        return False
    said = words(raw)
    while said and said[0] in (*lists["apart"], *lists["openers"]):
        said = said[1:]
    length = phrases_of(lists["repeats_answer"]).at(said, 0) if said else 0
    choices = _choices(" ".join(said[length:]), settled, lists) if length else None
    return choices is not None and tuple(c.id for c in choices) == settled.chosen


def _memory_before(state: State) -> Memory | None:
    """Return what was held before the last answer, as far as it can be gone back to."""
    settled = state.settled
    if settled is None:
        return None
    if state.turn == settled.turn:
        return settled.memory
    same = state.memory.profile == settled.profile
    if same and settled.profile and state.turn - settled.turn < WITHIN:
        return replace(state.memory, profile=settled.memory.profile)
    return None


def _meant(raw: str, lists: Lists) -> str | None:
    """Return what a line says behind "no wait" or "sorry, I meant"; else None."""
    text = clean(raw)
    leads = phrases_of((*lists["takes_back"], *lists["changes_answer"]))
    cut = [token for token in tokens(text) if token.is_word]
    said = [token.text for token in cut]
    at, last, takes_back = 0, 0, False
    while at < len(said):
        length = leads.at(said, at)
        if not length and said[at] not in (*lists["apart"], *lists["openers"]):
            break
        takes_back |= length > 0 and " ".join(said[at : at + length]) not in NO_LEADS
        last, at = at, at + (length or 1)
    if at == len(said):
        answers = (*lists["answer_yes"], *lists["answer_no"])
        plain = (takes_back and last > 0) or len(said) - last > 1
        return said[-1] if plain and said[-1] in answers else None
    return text[cut[at].start :] if takes_back else _before_mark(said, at, lists)


def _before_mark(said: Sequence[str], first: int, lists: Lists) -> str | None:
    """Return what stands before "I meant" at the end of a line; None without it."""
    marks = phrases_of(lists["changes_answer"])
    ends = range(first + 1, len(said))
    end = next((i for i in ends if i + marks.at(said, i) == len(said)), None)
    return " ".join(said[first:end]) if end else None


def _choices(rest: str, settled: Settled, lists: Lists) -> tuple[Choice, ...] | None:
    """Return which of a question's choices some words name; None where they do not."""
    every = settled.question.choices
    said = " ".join(words(rest))
    if settled.several and said in lists["answer_both"]:
        return every
    if settled.several and said in lists["answer_neither"]:
        return ()
    if said in lists["answer_other"]:
        return _others(every, settled.chosen)
    one = chosen(rest, settled.question, lists)
    return None if one is None else (one,)


def _others(
    every: Sequence[Choice], taken: tuple[str, ...]
) -> tuple[Choice, ...] | None:
    """Return the one choice that was not taken, if that is one."""
    left = tuple(choice for choice in every if choice.id not in taken)
    return left if len(left) == 1 else None
