"""What one clause most likely does: the matcher's view of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.data.model import Intent
from advisor.match.linear import LinearModel
from advisor.match.matcher import ranked
from advisor.text import ARROWS, Token
from advisor.understanding.mentions import Mention

PLACES = ("role", "field", "tool", "method", "place", "job")
"""Kinds of names that the matcher sees as a placeholder, not as themselves."""
RARE = 1
"""A word heard so often at most is as good as new: a training word is heard once."""
MOST_COUNTED = 3
ABOUT_IT = 6.0
"""How much likelier a question about a suggestion is once one was given."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A clause's intents with their probabilities, best first."""

    ranked: tuple[tuple[str, float], ...]
    acts: Mapping[str, float]
    """Act -> sum of the probabilities of its intents."""
    words: tuple[str, ...]
    """As the matcher saw them."""

    @property
    def best(self) -> tuple[str, float]:
        """Return the likeliest intent."""
        return self.ranked[0]

    def best_of(self, act: str, intents: Mapping[str, Intent]) -> tuple[str, float]:
        """Return the likeliest intent of an act; ("", 0) where it has none."""
        for name, probability in self.ranked:
            if intents[name].act == act:
                return name, probability
        return "", 0.0

    def topics(self, intents: Mapping[str, Intent]) -> tuple[tuple[str, float], ...]:
        """Return topics by the share of their intents among those with a topic."""
        found = [
            (topic, probability)
            for name, probability in self.ranked
            if (topic := intents[name].topic) is not None
        ]
        total = sum(probability for _, probability in found) or 1.0
        return tuple((topic, probability / total) for topic, probability in found)


def seen_words(
    tokens: Sequence[Token], mentions: Sequence[Mention], first: int, last: int
) -> tuple[str, ...]:
    """Return a clause's words with names put as placeholders, for the matcher."""
    starts = {m.first: m for m in mentions if m.kind in PLACES}
    words: list[str] = []
    i = first
    while i <= last:
        mention = starts.get(i)
        token = tokens[i]
        if mention is not None:
            words += ["into"] if mention.is_way else []
            words.append(f"_{mention.kind}_")
            i = mention.last + 1
            continue
        if token.text[0].isdigit():
            words.append("_number_")
        elif token.is_word:
            words.append(token.text)
        elif token.text in ARROWS:
            words.append("to")
        i += 1
    return tuple(words)


def marks_of(
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    cues: Sequence[str],
    counts: Mapping[str, int],
) -> tuple[str, ...]:
    """Return what else the matcher is told of a clause.

    How many roles it names (what points at several counts as one), which kinds of
    names, which topics by a word of their own, and how many words are new or as good
    as new.
    """
    roles: dict[int, tuple[str, ...]] = {}
    for m in mentions:
        if m.role:
            roles[m.first] = (*roles.get(m.first, ()), m.role)
    inside = {t for m in mentions for t in m.name.split()}
    new = sum(
        counts.get(t.text, 0) <= RARE
        for t in tokens
        if t.text.isalpha() and t.text not in inside
    )
    count = len(set(roles.values()))
    found = [f"roles {min(count, MOST_COUNTED)}", f"new {min(new, MOST_COUNTED)}"]
    found += sorted({f"names {m.kind}" for m in mentions})
    found += [f"cue {topic}" for topic in dict.fromkeys(cues)] or ["no cue"]
    if tokens and tokens[-1].text == "?":
        found.append("question")
    return tuple(found)


def score(
    model: LinearModel,
    words: Sequence[str],
    marks: Sequence[str],
    intents: Mapping[str, Intent],
    *,
    standing: bool = False,
) -> Scored:
    """Return what the matcher makes of a clause.

    Until a suggestion was given (`standing`), questions about one count for the
    intents that they name as `otherwise`.
    """
    order: Sequence[tuple[str, float]] = ranked(model, words, marks)
    if not standing:
        order = _folded(order, intents)
    elif "roles 0" in marks:
        order = _favoured(order, intents)
    acts: dict[str, float] = {}
    for name, probability in order:
        act = intents[name].act
        acts[act] = acts.get(act, 0.0) + probability
    best_first = dict(sorted(acts.items(), key=lambda item: -item[1]))
    return Scored(tuple(order), best_first, tuple(words))


def _folded(
    order: Sequence[tuple[str, float]], intents: Mapping[str, Intent]
) -> list[tuple[str, float]]:
    """Return a ranking in which intents with an `otherwise` count for that one."""
    found: dict[str, float] = {}
    for name, probability in order:
        counted = intents[name].otherwise or name
        found[counted] = max(found.get(counted, 0.0), probability)
    return sorted(found.items(), key=lambda item: -item[1])


def _favoured(
    order: Sequence[tuple[str, float]], intents: Mapping[str, Intent]
) -> list[tuple[str, float]]:
    """Return a ranking in which questions about the suggestion come before others.

    Just after one was given, a line that names no role is likelier to be about it.
    """
    weighed = [(n, p * (ABOUT_IT if intents[n].otherwise else 1.0)) for n, p in order]
    total = sum(p for _, p in weighed)
    return sorted(((n, p / total) for n, p in weighed), key=lambda item: -item[1])
