"""The small words that the reader goes by, compiled from `knowledge/language.yaml`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from advisor.text import words

PHRASE_LISTS = (
    "the_other",
    "the_former",
    "the_latter",
    "counted_things",
    "both",
    "which_of",
    "pointing",
    "correction_marks",
    "taken_back",
    "agents",
    "agent_before",
    "agent_after",
    "knowing",
    "forget_marks",
    "not_negators",
    "turns",
    "hedges",
    "hypothetical",
    "once",
    "no_more",
    "takes_back",
    "takes_all_back",
    "asides",
    "not_another",
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """A set of phrases that can be looked for in a sequence of words."""

    by_first: Mapping[str, tuple[tuple[str, ...], ...]]

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Phrases":
        """Compile phrases; at each place the longest is found first."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for text in texts:
            parts = words(text) or (text,)
            found.setdefault(parts[0], []).append(parts)
        return cls(
            {
                first: tuple(sorted(options, key=len, reverse=True))
                for first, options in found.items()
            }
        )

    def at(self, sequence: Sequence[str], i: int) -> int:
        """Return how many words of a phrase stand at index i; 0 where none does."""
        for phrase in self.by_first.get(sequence[i], ()):
            if tuple(sequence[i : i + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def ends(self, sequence: Sequence[str], i: int) -> bool:
        """Return whether a phrase ends just before index i."""
        return any(
            start >= 0 and (length := self.at(sequence, start)) and start + length == i
            for start in range(max(0, i - 4), i)
        )

    def within(self, sequence: Sequence[str]) -> bool:
        """Return whether any phrase stands in a sequence of words."""
        return any(self.at(sequence, i) for i in range(len(sequence)))


@dataclass(frozen=True, slots=True)
class Language:
    """Word lists (sets) and phrase lists, by their names in the data file."""

    sets: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Phrases]
    signs: Mapping[str, str]
    """Signs that stand for a word, such as a thumb turned up."""

    def has(self, name: str, word: str) -> bool:
        """Return whether a word stands in a word list."""
        return word in self.sets[name]

    def names_any(self, name: str, sequence: Sequence[str]) -> bool:
        """Return whether a word of a list stands in a sequence of words."""
        return not self.sets[name].isdisjoint(sequence)

    def names(self, name: str, sequence: Sequence[str]) -> bool:
        """Return whether a phrase of a list stands in a sequence of words."""
        return self.phrases[name].within(sequence)


def compile_language(lists: Mapping[str, Sequence[str]]) -> Language:
    """Return the language of a catalog."""
    return Language(
        {name: frozenset(texts) for name, texts in lists.items()},
        {name: Phrases.of(lists[name]) for name in PHRASE_LISTS},
        {
            sign: entry.split()[0]
            for entry in lists["signs"]
            for sign in entry.split()[1:]
        },
    )
