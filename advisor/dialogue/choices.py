"""Read a line as the answer to a question with numbered choices."""

from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from advisor.dialogue.state import Choice, Question
from advisor.text import clean, stem, tokens, words
from advisor.understanding.language import phrases_of

ALIKE = 85.0
_SHORT = 4
_NAMED = 2
"""So many words of one choice alone name it, of those that say something."""
_REST = 2
"""Fewer words behind an answer say nothing of their own."""
_CUTS = ".,;:!?-\n"

Lists = Mapping[str, tuple[str, ...]]


def chosen(raw: str, question: Question, lists: Lists) -> Choice | None:
    """Return the choice that a line names, by number, ordinal, yes/no or words.

    Args:
        raw: the line.
        question: the open question.
        lists: the word lists `answer_yes`, `answer_no`, `answer_around`,
            `answer_numbers`, `answer_last` and `answer_ordinals` (each of whose
            entries lists the names of a number), and of what may stand beside a yes
            or no to one question alone, `answer_` with its id.

    """
    said = _less_fillers(words(clean(raw)), lists)
    if not said or not question.choices:
        return None
    by_id = {choice.id: choice for choice in question.choices}
    if "yes" in by_id and "no" in by_id and _is_plain(said, question, lists):
        if said[0] in lists["answer_yes"]:
            return by_id["yes"]
        if said[0] in lists["answer_no"]:
            return by_id["no"]
    if "no" in by_id and only_says(raw, "declines", lists, 0):
        return by_id["no"]
    at = _number(said, len(question.choices), lists)
    if at is not None:
        return question.choices[at]
    return _other_than(said, question, lists) or _by_words(said, question, lists)


def _other_than(said: Sequence[str], question: Question, lists: Lists) -> Choice | None:
    """Return the choice that is left: "not the dashboard, the other one"."""
    other = phrases_of(lists["answer_other"])
    ends = (i for i in range(1, len(said)) if i + other.at(said, i) == len(said))
    at = next(ends, None)
    if at is None or len(question.choices) != _NAMED:
        return None
    negators = set(lists["negators"]) | set(lists["answer_no"])
    small = {*lists["stopwords"], *lists["answer_around"], *lists["openers"], *negators}
    core = {stem(word) for word in said[:at] if word not in small}
    turned = [
        choice
        for choice in question.choices
        if core and core <= {stem(word) for word in words(choice.text)}
    ]
    if len(turned) != 1 or negators.isdisjoint(said[:at]):
        return None
    return next(c for c in question.choices if c != turned[0])


def _less_fillers(said: Sequence[str], lists: Lists) -> tuple[str, ...]:
    """Return words without "final answer", whose "final" is no number."""
    fillers = phrases_of(lists["answer_fillers"])
    kept: list[str] = []
    at = 0
    while at < len(said):
        length = fillers.at(said, at)
        kept += [] if length else [said[at]]
        at += length or 1
    return tuple(kept)


def _is_plain(said: Sequence[str], question: Question, lists: Lists) -> bool:
    """Whether a yes or no stands alone, with few words that mean nothing else."""
    small = {*lists["answer_around"], *lists["answer_leads"], *lists["answer_yes"]}
    small |= {*lists["answer_no"], *lists["going_on"]}
    small |= {word for choice in question.choices for word in words(choice.text)}
    small |= set(lists.get(f"answer_{question.id}", ()))
    return len(said) <= _SHORT and all(word in small for word in said[1:])


def answered_first(
    raw: str, question: Question, lists: Lists
) -> tuple[Choice, str] | None:
    """Return the choice that a line begins with, and what it goes on to say.

    "The first, I think. But what do they earn?" A bare "first" only opens a line.
    """
    text = clean(raw)
    cut = tokens(text)
    for i in reversed(range(1, len(cut))):
        sign = cut[i].text in _CUTS
        if not sign and cut[i].text not in lists["joins"]:
            continue
        head = _less_fillers(words(text[: cut[i].start]), lists)
        rest = text[cut[i].end if sign else cut[i].start :].strip()
        at = _number(head, len(question.choices), lists)
        if at is None or len(words(rest)) < _REST or _opens_only(head):
            continue
        if _leftover(words(rest), lists):
            return question.choices[at], rest
    return None


def declined_first(
    raw: str, question: Question, lists: Lists
) -> tuple[Choice, str] | None:
    """Return the no that a line begins with, and what it goes on to say.

    "Not yet. What do they earn?", "no thanks, tell me about the work first".
    """
    no = next((choice for choice in question.choices if choice.id == "no"), None)
    for head, rest in _heads(raw, lists) if no is not None else ():
        declines = only_says(head, "declines", lists, 0)
        if no is not None and (declines or chosen(head, question, lists) == no):
            return no, rest
    return None


def accepted_first(
    raw: str, question: Question, lists: Lists
) -> tuple[Choice, str] | None:
    """Return the yes that a line begins with, and what it goes on to say.

    "1, but only if it is not on call": a condition is put as the wish that it is.
    """
    yes = next((choice for choice in question.choices if choice.id == "yes"), None)
    for head, rest in _heads(raw, lists) if yes is not None else ():
        if all(word in lists["answer_faint"] for word in words(head)):
            continue
        agrees = only_says(head, "go_ahead", lists, 0)
        if yes is not None and (agrees or chosen(head, question, lists) == yes):
            return yes, _as_wish(rest, lists)
    return None


def _heads(raw: str, lists: Lists) -> Iterator[tuple[str, str]]:
    """Yield how a line begins up to each sign or joining word, and what follows."""
    text = clean(raw)
    cut = tokens(text)
    for i in range(1, len(cut)):
        sign = cut[i].text in _CUTS
        if not sign and cut[i].text not in (*lists["joins"], *lists["conceding"]):
            continue
        rest = text[cut[i].end if sign else cut[i].start :].strip()
        if words(rest):
            yield text[: cut[i].start], rest


def _as_wish(rest: str, lists: Lists) -> str:
    """Return a condition as a wish: "as long as there is no X" is "I want no X"."""
    cut = [token for token in tokens(rest) if token.is_word]
    said = [token.text for token in cut]
    leads = phrases_of(lists["on_condition"])
    at = next((i for i, w in enumerate(said) if w not in lists["conceding"]), 0)
    length = leads.at(said, at)
    if not length:
        return rest
    at += length
    no = False
    while at < len(said) - 1 and said[at] in lists["condition_words"]:
        no = no or said[at] in lists["negators"]
        at += 1
    wish = lists["condition_refused" if no else "condition_wished"][0]
    return f"{wish} {rest[cut[at].start :]}"


def _opens_only(head: Sequence[str]) -> bool:
    """Whether a word that counts may only be how a line begins: "first, what ..."."""
    return len(head) == 1 and not head[0].isdigit()


def _number(said: Sequence[str], count: int, lists: Lists) -> int | None:
    """Return which choice is named by its number, where nothing else is said."""
    named = _weighed(said, lists)
    strong = {n for n, weak in named.values() if not weak}
    weak = {n for n, weak in named.values() if weak}
    found = strong or weak
    if len(found) != 1 or (strong and named and _times(said, named)):
        last = any(word in lists["answer_last"] for word in said)
        return count - 1 if last and not strong and not _leftover(said, lists) else None
    (number,) = found
    return number if number < count and not _leftover(said, lists) else None


def _weighed(said: Sequence[str], lists: Lists) -> Mapping[int, tuple[int, bool]]:
    """Return index of word -> (the number that it names, whether it may name none).

    "One" names none in "the first one", and "two" none in "the first of the two".
    """
    found: dict[int, tuple[int, bool]] = {}
    for i, word in enumerate(said):
        if "of" in said[:i]:
            break
        number = _ordinal(word, lists)
        if number is None:
            continue
        small = word in lists["answer_around"]
        before = said[i - 1] if i else ""
        leads = ("answer_numbers", "answer_yes")
        if small and before and not any(before in lists[name] for name in leads):
            continue
        found[i] = (number, small)
    return found


def _times(said: Sequence[str], named: Mapping[int, tuple[int, bool]]) -> bool:
    """Whether "second" is a measure of time: "one second"."""
    return any(i in named and named[i][1] and i + 1 in named for i in range(len(said)))


def _ordinal(word: str, lists: Lists) -> int | None:
    """Return the number, from 0, that a word names."""
    for number, names in enumerate(lists["answer_ordinals"]):
        if word in names.split():
            return number
    return None


def _leftover(said: Sequence[str], lists: Lists) -> list[str]:
    """Return the words that belong to no way of naming a number."""
    known = ("answer_around", "answer_numbers", "answer_last", "answer_yes")
    return [
        word
        for word in said
        if _ordinal(word, lists) is None
        and not any(word in lists[name] for name in known)
    ]


def _by_words(said: Sequence[str], question: Question, lists: Lists) -> Choice | None:
    """Return the choice whose words a line repeats, or alone holds."""
    text = " ".join(said)
    scored = [
        (fuzz.token_sort_ratio(text, " ".join(words(choice.text))), -i, choice)
        for i, choice in enumerate(question.choices)
    ]
    best = max(scored, key=lambda item: item[:2])
    if best[0] >= ALIKE:
        return best[2]
    small = {*lists["stopwords"], *lists["answer_around"]}
    core = {word for word in said if word not in small}
    holding = [c for c in question.choices if core <= set(words(c.text))]
    if len(holding) != 1 or not core:
        return None
    asks = said[0] in lists["question_words"] and said[0] not in words(holding[0].text)
    if asks or not set(said).isdisjoint(lists["answer_advisor"]):
        return None  # "what does it mean to serve", "find out why you ask"
    enough = holding[0].frame is not None or len(core) >= _NAMED
    return holding[0] if enough else None


def only_says(raw: str, name: str, lists: Lists, most: int) -> bool:
    """Whether a line is one of a list's phrases, with few words around it."""
    text = clean(raw)
    said = words(text)
    phrases = phrases_of(lists[name])
    length = max((phrases.at(said, i) for i in range(len(said))), default=0)
    around = {*lists["answer_around"], *lists["openers"], *lists["apart"]}
    rest = [word for word in said if word not in around]
    return bool(length) and len(rest) - length <= most and "?" not in text
