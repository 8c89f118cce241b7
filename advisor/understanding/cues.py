"""Words that name a topic by themselves, found in an utterance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.data.model import Catalog
from advisor.data.topics import EDUCATION, HARD
from advisor.text import Token, words
from advisor.understanding.language import Phrases
from advisor.understanding.mentions import Mention

LEVEL = "level"
OPEN_KINDS = ("degree", "skill", LEVEL)
"""Kinds of names inside which a cue still counts ("PhD" is both)."""
HYPHEN, TO = "-", "to"
NEAR = 6
"""Within how many words behind "easier to" its topic is named."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Topic cues found: token index -> (topic, length in tokens)."""

    at: Mapping[int, tuple[str, int]]

    def within(self, first: int, last: int) -> tuple[str, ...]:
        """Return the topics that are named in a run of tokens, in order."""
        found = [self.at[i][0] for i in range(first, last + 1) if i in self.at]
        return tuple(dict.fromkeys(found))

    def unpointed(self, mentions: Sequence[Mention]) -> "Cues":
        """Return those outside words that point at a role: "the first job I named"."""
        inside = {i for m in mentions if m.pointed for i in range(m.first, m.last + 1)}
        return Cues({i: cue for i, cue in self.at.items() if i not in inside})

    def indices(self, first: int, last: int) -> frozenset[int]:
        """Return the indices of all cue words in a run of tokens."""
        return frozenset(
            i + k
            for i, (_, length) in self.at.items()
            if first <= i <= last
            for k in range(length)
        )


@dataclass(frozen=True, slots=True)
class CueList:
    """The cues of a catalog."""

    phrases: Phrases
    topics: Mapping[tuple[str, ...], str]

    def find(self, tokens: Sequence[Token], mentions: Sequence[Mention]) -> Cues:
        """Return the cues in an utterance; those inside other names do not count."""
        at = [i for i, token in enumerate(tokens) if token.text != HYPHEN]
        texts = [tokens[i].text for i in at]
        taken = {
            i
            for m in mentions
            if m.kind not in OPEN_KINDS
            for i in range(m.first, m.last + 1)
        }
        levels = {
            i for m in mentions if m.kind == LEVEL for i in range(m.first, m.last + 1)
        }
        found: dict[int, tuple[str, int]] = {}
        k = 0
        while k < len(at):
            length = 0 if at[k] in taken else self.phrases.at(texts, k)
            if length and at[k] in levels:
                schooled = self.topics[tuple(texts[k : k + length])] == EDUCATION
                length = 0 if schooled else length  # "fresh out of university"
            if length:
                topic = self.topics[tuple(texts[k : k + length])]
                found[at[k]] = (topic, at[k + length - 1] - at[k] + 1)
            k += max(1, length)
        by_the_way = {i for i in found if _only_compares(i, found, tokens)}
        return Cues({i: cue for i, cue in found.items() if i not in by_the_way})


def _only_compares(
    at: int, found: Mapping[int, tuple[str, int]], tokens: Sequence[Token]
) -> bool:
    """Whether "easier" is of what is named behind it: "easier to get remote"."""
    topic, length = found[at]
    behind = [token.text for token in tokens[at + length : at + length + 1]]
    near = (i for i in found if at < i <= at + NEAR and found[i][0] != topic)
    return topic == HARD and behind == [TO] and any(near)


def compile_cues(catalog: Catalog) -> CueList:
    """Return the topic cues of a catalog."""
    owner = {
        words(cue): topic.id for topic in catalog.topics.values() for cue in topic.cues
    }
    return CueList(Phrases.of(" ".join(cue) for cue in owner), owner)
