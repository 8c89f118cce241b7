"""Find a job that is asked for by its work: "is there one about drawing charts"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from advisor.data.advice import Advice
from advisor.text import Token, ends_sentence, tokens, words
from advisor.understanding.language import phrases_of
from advisor.understanding.patterns import Patterns
from advisor.understanding.selves import SelfReader

LEAST = 0.28
"""Work that speaks for no role by so much tells no job from another."""
NEAR = 0.62
"""Which share of the first role's weight the others have at least ..."""
MOST_ROLES = 3
"""... of so many at most."""
LIKELY = 0.3
"""How probable at least a trait is that the words do not name."""
UNLIKELY = 0.55
"""From this on, the words are most likely about none of the traits."""
FEWEST = 2
"""A description of fewer words that say something names its trait, or tells none."""
NOTHING = "nothing"
ROWS = ("asks_job_name", "asks_which_job", "asks_doer", "names_doer", "asks_field")
"""The lists of rows that ask for a job, or name it, by what is done in it."""

Lists = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Described:
    """A job that is asked for by a description."""

    sentence: str
    """The words that ask."""
    work: str
    """What they say of the job; empty where they only point at one."""
    person: bool
    """Whether they describe who does it: "the one who draws the charts"."""
    names_only: bool = False
    """Whether they ask nothing, and only say which job is meant."""
    says_who: bool = False
    """Whether they go on to say what is done, or who it should be for."""


@dataclass(frozen=True, slots=True)
class Work:
    """What described work tells of the jobs."""

    roles: tuple[str, ...]
    """Those that it speaks for most, the first most of all."""
    known: bool
    """Whether anything of it is known, though it may tell no job from another."""
    spared: bool = False
    """Whether it is work that the job should be without: "lets me sleep at night"."""


def described_in(
    text: str, patterns: Mapping[str, Patterns], lists: Lists
) -> tuple[Described, ...]:
    """Return the jobs that a line asks for by what is done in them.

    Args:
        text: the line.
        patterns: the rows of the lists in `ROWS`.
        lists: the small words.

    """
    found = []
    for sentence in sentences(text):
        one = _described(sentence, patterns, lists)
        if one is not None:
            found.append(one)
    return tuple(found)


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a line."""
    cut = tokens(text)
    parts: list[str] = []
    first = 0
    for i, token in enumerate(cut):
        if i + 1 < len(cut) and not _ends(token, cut[i + 1]):
            continue
        parts.append(text[cut[first].start : token.end])
        first = i + 1
    return tuple(part for part in parts if words(part))


def _ends(token: Token, following: Token) -> bool:
    return ends_sentence(token) and following.start > token.end


def _described(
    sentence: str, patterns: Mapping[str, Patterns], lists: Lists
) -> Described | None:
    """Return the job that a sentence asks for, with and without what leads to it."""
    said = words(sentence)
    found = _asked(sentence, bare_of(sentence, lists), patterns, lists)
    return found or _asked(sentence, said, patterns, lists)


def _asked(
    sentence: str,
    said: Sequence[str],
    patterns: Mapping[str, Patterns],
    lists: Lists,
) -> Described | None:
    doers, asks_name = set(lists["doers"]), patterns["asks_job_name"].find(said)
    named = next(asks_name, None) is not None
    for name in ROWS:
        ends = [at[-1] + 1 for at in patterns[name].find(said) if at and at[0] == 0]
        if not ends:
            continue
        if name == "asks_job_name" and {*lists["job_words"], *doers}.isdisjoint(said):
            continue
        if name == "asks_which_job" and _is_of_one(said, max(ends), lists):
            continue
        begins = min(ends) - 1 if name == "asks_doer" else max(ends)
        tells = {*lists["doers"], *lists["describes"], *lists["nearest_words"]}
        work = () if name == "asks_field" else said[begins:]
        return Described(
            sentence,
            " ".join(work),
            person=name in ("asks_job_name", "asks_doer") or not doers.isdisjoint(said),
            names_only=name == "names_doer" and not named,
            says_who=len(work) >= FEWEST and not tells.isdisjoint(said[begins - 1 :]),
        )
    return None


def _is_of_one(said: Sequence[str], end: int, lists: Lists) -> bool:
    """Whether words ask about a job or its market, and not which: "what is ..."."""
    about = said[0] == "what" and said[1] in lists["auxiliaries"]
    if end >= len(said):
        return about and said[end - 1] in lists["job_words"]
    market = said[end] in lists["job_behind"]
    yours = phrases_of(lists["asked_of_you"]).at(said, end)
    mine = bool(yours) and set(lists["describes"]).isdisjoint(said[end + yours : -2])
    return (about and said[end - 1] in lists["job_words"]) or market or mine


def bare_of(sentence: str, lists: Lists) -> tuple[str, ...]:
    """Return the words of a sentence, less those that only lead to what it asks."""
    said = words(sentence)
    return said[_led(said, lists) :]


def _led(said: Sequence[str], lists: Lists) -> int:
    """Return how many words only lead to what is said."""
    leads = phrases_of(lists["leads_to_job"])
    small = {*lists["openers"], *lists["apart"], *lists["adverbs"]}
    at = 0
    while at < len(said) - 1:
        length = leads.at(said, at)
        if not length and said[at] not in small:
            break
        at += length or 1
    return at


def work_of(
    text: str,
    selves: SelfReader,
    advice: Advice,
    lists: Lists,
    among: Sequence[str] = (),
) -> Work:
    """Return what described work tells of the jobs, or of some of them."""
    total: dict[str, float] = {}
    known = False
    said = words(text)
    spared = _is_spared(said, selves, lists)
    for trait, share in _traits(text, selves, lists).items():
        weights = advice.traits.get(trait)
        if weights is None or weights.wish:
            continue
        known = True
        for role, weight in (weights.dislike if spared else weights.like).items():
            if not among or role in among:
                total[role] = total.get(role, 0.0) + share * weight
    order = sorted(total, key=lambda role: -total[role])
    apart = total[order[0]] - total[order[-1]] if among and order else 0.0
    if not order or max(total[order[0]], apart) < LEAST:
        return Work((), known, spared)
    if among:
        return Work((order[0],), known, spared)
    near = [role for role in order if total[role] >= NEAR * total[order[0]]]
    return Work(tuple(near[:MOST_ROLES]), known, spared)


def _is_spared(said: Sequence[str], selves: SelfReader, lists: Lists) -> bool:
    """Whether described work is what a job should be without.

    Not in "where I explain data to people, not parents", where the "not" is of no work.
    """
    phrases = [phrases_of(lists[name]) for name in ("negators", "spares_from")]
    places = range(len(said))
    at = next((i for i in places if any(p.at(said, i) for p in phrases)), None)
    if at is None:
        return False
    before, after = " ".join(said[:at]), " ".join(said[at:])
    return bool(selves.named(after)) or not selves.named(before)


def _traits(work: str, selves: SelfReader, lists: Lists) -> dict[str, float]:
    """Return the traits that described work tells of, with what each counts."""
    said = words(work)
    found = dict.fromkeys(_in_rows(said, lists), 1.0)
    found |= dict.fromkeys(selves.named(work), 1.0)
    small = {*lists["stopwords"], *lists["work_nouns"]}
    content = [word for word in said if word not in small]
    if found or len(content) < FEWEST:
        return found
    likely = selves.guesser.hunches.likely(said)
    if likely.get(NOTHING, 0.0) >= UNLIKELY:
        return {}
    return {t: p for t, p in likely.items() if p >= LIKELY and t != NOTHING}


def _in_rows(said: Sequence[str], lists: Lists) -> tuple[str, ...]:
    """Return the traits of the rows of `work_told` that stand in some words."""
    rows = _rows(tuple(lists["work_told"]))
    return tuple(trait for trait, row in rows if next(row.find(said), None) is not None)


@lru_cache(maxsize=4)
def _rows(entries: tuple[str, ...]) -> tuple[tuple[str, Patterns], ...]:
    """Return the rows of a list, each with the name that stands before it."""
    found = []
    for entry in entries:
        name, _, row = entry.partition(": ")
        found.append((name, Patterns.of((row,), {})))
    return tuple(found)
