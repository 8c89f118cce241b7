"""Choose the snippets that answer a question best."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from advisor.data.model import Snippet, YesNo
from advisor.dialogue.library import Library, Terms
from advisor.text import stem, words
from advisor.understanding.frames import Frame

NAMES = {"place": 3.0, "level": 3.0, "degree": 2.5, "tool": 2.5, "skill": 2.0}
OTHER_NAME = 1.5
NUMBER = 1.5
"""What it counts that a number in the question stands in a snippet."""
WIDER_PLACE = 1.5
FIRST = 0.5
NEXT = 0.08
LAST = 8
"""Snippets from here on are equally far from the first."""
YES_NO = 3.0
YES_NO_ALIKE = 0.5
SPECIFIC = 1.2
"""From this much likeness on, a snippet answers the question and not just its topic."""
RARE = 0.4
"""In what share of a pool's snippets a topic's own word still tells them apart."""
TOLD = 2.0
ROW = 0.4
"""What a row of a table loses against a snippet that an author wrote."""
OF_SEVERAL = 4.0
"""What a dispute over several roles loses where one role is asked about at a level."""
ELSEWHERE = 1.5
"""What a figure for another place or level than the one asked about loses."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, in the terms that snippets are compared by."""

    terms: Terms
    words: tuple[str, ...]
    yes_no: bool
    places: tuple[str, ...]
    """Place ids: the one asked about, then the wider ones it lies in."""
    level: str | None
    cues: frozenset[str] = frozenset()
    """Stems that name the topic; they tell snippets apart where few hold them."""
    at_home: bool = False
    """Whether its place is where the user is, and was not named."""
    naming: frozenset[str] = frozenset()
    """Stems of the names of its roles; they tell no yes from another."""

    of_one: bool = False
    """Whether it is on one role only."""

    @property
    def narrow(self) -> bool:
        """Return whether it asks about a place or a level."""
        return bool(self.places or self.level)


@dataclass(frozen=True, slots=True)
class Hit:
    """A snippet with how well it fits."""

    snippet: Snippet
    likeness: float
    """How much it shares with the question; 0 where only the topic fits."""
    score: float
    yes_no: YesNo | None = None


def question_of(frame: Frame, topic: str | None, library: Library) -> Question:
    """Return a frame's question on a topic in comparable terms.

    The words that only name the topic or the roles tell nothing of what is asked
    about them.
    """
    catalog = library.catalog
    cues = catalog.topics[topic].cues if topic else ()
    known = [*cues]
    titles: list[str] = []
    for role in map(catalog.roles.get, frame.roles):
        if role is not None:
            known += [role.name, role.plural, *role.fields]
            titles += [role.name, role.plural]
    naming = library.stems([word for name in known for word in words(name)])
    place = frame.slot("place")
    names = frozenset(
        f"{kind}:{id_}" for kind, ids in frame.slots.items() for id_ in ids
    )
    typed = words(frame.text)
    said = library.stems(typed)
    return Question(
        Terms(said - naming, names),
        typed,
        frame.yes_no and not _offers_two(typed),
        (place, *_wider(place, library)) if place else (),
        frame.slot("level"),
        said & library.stems([word for cue in cues for word in words(cue)]),
        frame.at_home,
        library.stems([word for name in titles for word in words(name)]),
        len(frame.roles) == 1,
    )


def places_of(frame: Frame, library: Library) -> tuple[str, ...]:
    """Return the place that a frame asks about, then the wider ones it lies in."""
    place = frame.slot("place")
    return (place, *_wider(place, library)) if place else ()


def around(place: str, library: Library) -> tuple[str, ...]:
    """Return a place, then the wider ones that it lies in."""
    return (place, *_wider(place, library))


def _offers_two(typed: Sequence[str]) -> bool:
    """Whether a question takes no yes or no: "do they code, or is it mostly talk"."""
    return any(
        word == "or" and typed[i + 1 : i + 2] not in (("not",), ("no",))
        for i, word in enumerate(typed)
    )


def _wider(place: str, library: Library) -> tuple[str, ...]:
    found: list[str] = []
    todo = [place]
    while todo:
        entity = library.catalog.entities.get(f"place:{todo.pop(0)}")
        for wider in entity.within if entity else ():
            if wider not in found:
                found.append(wider)
                todo.append(wider)
    return tuple(found)


def rank(
    pool: Sequence[Snippet], question: Question, library: Library, heard: frozenset[str]
) -> list[Hit]:
    """Return a pool's snippets, the best answer first; ties in the authors' order."""
    terms = [library.terms(snippet) for snippet in pool]
    counts: dict[str, int] = {}
    for term in terms:
        for word in term.stems:
            counts[word] = counts.get(word, 0) + 1
    hits = []
    for i, (snippet, term) in enumerate(zip(pool, terms, strict=True)):
        verdict, alike = _verdict(snippet, question, library)
        # A row says the same as every other; only its place and level tell it apart.
        alone = Terms(frozenset(), term.names) if snippet.row else term
        likeness = _likeness(question, alone, counts, len(pool))
        likeness += YES_NO * alike
        base = FIRST if i == 0 else -NEXT * min(i, LAST)
        base -= ROW if snippet.row else 0.0
        if question.of_one and question.narrow and sets_apart(snippet):
            base -= OF_SEVERAL
        told = snippet.id in heard and not question.narrow
        score = likeness + base - (TOLD if told else 0.0)
        hits.append(Hit(snippet, likeness, score, verdict))
    return sorted(hits, key=lambda hit: -hit.score)


def sets_apart(snippet: Snippet) -> bool:
    """Whether a snippet tells how sources disagree on which role has more."""
    return bool(snippet.positions) and len(snippet.roles) > 1


def _likeness(
    question: Question, term: Terms, counts: dict[str, int], size: int
) -> float:
    shared = question.terms.stems & term.stems
    total = sum(math.log((1 + size) / counts[word]) / 2 for word in sorted(shared))
    rare = [w for w in question.cues & term.stems if counts[w] <= RARE * size]
    total += sum(math.log((1 + size) / counts[w]) / 2 for w in sorted(rare))
    total += NUMBER * sum(word[0].isdigit() for word in shared)
    for name in sorted(question.terms.names):
        kind = name.partition(":")[0]
        if kind == "place":
            continue
        if name in term.names:
            total += NAMES.get(kind, OTHER_NAME)
        elif kind == "level" and any(n.startswith("level:") for n in term.names):
            total -= ELSEWHERE
    return total + _places(question, term)


def _places(question: Question, term: Terms) -> float:
    if not question.places:
        return 0.0
    for i, place in enumerate(question.places):
        if f"place:{place}" in term.names:
            return NAMES["place"] if i == 0 else WIDER_PLACE
    elsewhere = any(name.startswith("place:") for name in term.names)
    return -ELSEWHERE if elsewhere else 0.0


CONDITION = "if"
"""What "is it for me if I like modelling" hangs on: it answers no "is it for me"."""


def _verdict(
    snippet: Snippet, question: Question, library: Library
) -> tuple[YesNo | None, float]:
    """Return the snippet's yes or no to a question, and how alike the phrasings are."""
    if not snippet.yes_no or not question.yes_no:
        return None, 0.0
    polar = frozenset(library.catalog.language["polar"])
    lists = library.catalog.language
    denied = frozenset(lists["denied_so"])
    mine = _unnamed(_weights(question.words, library, polar, denied), question)
    kinds = [frozenset(lists[name]) for name in ("lowering", "threatening")]
    said = set(question.words)
    best: tuple[float, YesNo | None] = (0.0, None)
    for option in snippet.yes_no:
        for asked in option.asked:
            theirs = set(_asked(asked))
            same = all(
                kind.isdisjoint(theirs) == kind.isdisjoint(said) for kind in kinds
            )
            same = same and (CONDITION not in theirs or CONDITION in question.words)
            other = _unnamed(_weights(_asked(asked), library, polar, denied), question)
            alike = _alike(mine, other) if same else 0
            if alike > best[0]:
                best = alike, option
    if best[0] < YES_NO_ALIKE:
        return None, 0.0
    return best[1], best[0]


def _unnamed(weights: dict[str, float], question: Question) -> dict[str, float]:
    """Return a phrasing less the names of the roles, which tell no yes from another."""
    return {word: w for word, w in weights.items() if word not in question.naming}


@lru_cache(maxsize=10_000)
def _asked(text: str) -> tuple[str, ...]:
    """Return the words of an author's phrasing; there are only so many."""
    return words(text)


def _weights(
    found: Sequence[str],
    library: Library,
    polar: frozenset[str],
    denied: frozenset[str],
) -> dict[str, float]:
    """Return the stems of a phrasing with weights; those that turn it count most."""
    weights = {stem(word): 1.0 for word in found if word not in library.stopwords}
    weights |= {f"!{word}": 0.5 for word in found if word in polar}
    if not denied.isdisjoint(found[1:]):
        weights["!not"] = 0.5
    return weights


def _alike(one: dict[str, float], two: dict[str, float]) -> float:
    """Return how much of the shorter phrasing stands in the longer one, 0..1."""
    for turn in ("!without", "!not", "!no", "!never"):
        if (turn in one) != (turn in two):
            return 0.0
    shared = sum(weight for word, weight in two.items() if word in one)
    content = any(word in one for word in two if not word.startswith("!"))
    total = sum(two.values())
    return shared / total if total and content else 0.0
