"""Whether words that name a choice are meant so, or only share small words with it.

"Don't see why I'd trust you" is no word on "find out why", nor "the people I work with
are awful" on "with the people"; "1, no wait, 2" names one choice, not two.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from advisor.text import stem
from advisor.understanding.language import phrases_of

SMALL = (
    "answer_linking",
    "answer_around",
    "joins",
    "conceding",
    "closing_words",
    "adverbs",
    "first_person",
    "answer_times",
)
"""Lists of words that may follow the name of a choice."""
Lists = Mapping[str, tuple[str, ...]]


def telling(name: Sequence[str], lists: Lists) -> int:
    """Return how many words of a name say anything by themselves."""
    small = {*lists["stopwords"], *lists["answer_around"], *lists["question_words"]}
    return sum(word not in small for word in name)


def is_idle(said: Sequence[str], at: int, lists: Lists) -> bool:
    """Whether a name stands within a set phrase: "my turn to ask", "I see why"."""
    idle = phrases_of(lists["answer_idle"])
    return any(i + idle.at(said, i) > at for i in range(at + 1))


def is_passing(
    name: Sequence[str], behind: Sequence[str], own: Collection[str], lists: Lists
) -> bool:
    """Whether a name of small words is a part of something else that is said.

    Args:
        name: the words that name a choice.
        behind: those behind them.
        own: the stems of all that the choice is called by.
        lists: the word lists.

    """
    if not behind:
        return False
    asks = lists["question_words"]
    asks_why = name[-1] in asks
    goes_on = behind[1:] if behind[0] in asks else behind if asks_why else ()
    if goes_on and goes_on[0] in lists["answer_advisor"]:
        return True
    if telling(name, lists) > 1:
        return False
    if behind[0] in lists["answer_advisor"]:
        return True
    if (asks_why and behind[0] in lists["selves"]) or is_relative(behind, lists):
        return True
    return not _goes_with(name, behind, own, lists)


def _goes_with(
    name: Sequence[str], behind: Sequence[str], own: Collection[str], lists: Lists
) -> bool:
    """Whether what stands behind a name of small words may be said of the choice."""
    if name[-1] in lists["question_words"]:
        return True
    if name[0] not in (*lists["articles"], *lists["owners"]):
        return telling(name, lists) > 0 or behind[0] not in lists["answer_places"]
    places = lists["answer_places"]
    if phrases_of(lists["answer_surely"]).at(behind, 0):
        return True
    if behind[0] in places:
        return False
    if any(behind[0] in lists[key] for key in SMALL):
        return True
    return not set(own).isdisjoint(map(stem, behind))


def is_relative(behind: Sequence[str], lists: Lists) -> bool:
    """Whether a name is only what a clause behind it is on: "X I work with are bad"."""
    persons = {*lists["selves"], *lists["answer_advisor"], *lists["answer_others"]}
    if not behind or behind[0] not in persons:
        return False
    return any(
        word in lists["answer_being"] and before not in persons
        for before, word in pairwise(behind[1:])
    )


def taken_back(said: Sequence[str], lists: Lists) -> int:
    """Return how many words at a start take back what was said: "no wait", "or no"."""
    turns = phrases_of(lists["answer_turns"])
    small = {*lists["apart"], *lists["openers"]}
    at = last = 0
    while at < len(said):
        length = turns.at(said, at)
        if not length and said[at] not in small:
            break
        at += length or 1
        last = at if length else last
    return last


def less_conceded(behind: Sequence[str], lists: Lists) -> Sequence[str]:
    """Return words behind a choice up to what is only granted: "even if it is dull"."""
    despite = phrases_of(lists["answer_despite"])
    subjects = {*lists["selves"], *lists["answer_pointing"]}
    for i in range(len(behind)):
        length = despite.at(behind, i)
        if length and set(behind[i + length : i + length + 1]) & subjects:
            return behind[:i]
    return behind
