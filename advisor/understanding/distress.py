"""Notice a person in distress, and tell it from a figure of speech.

A certain pattern always counts. All else a small model decides, from the words, from
what they speak of (`ideas.py`), and from which patterns stand in the line. A line is
read as a whole and sentence by sentence. One alarm too many is better than one too few.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from advisor.data.model import Distress
from advisor.match.linear import LinearModel
from advisor.match.matcher import ranked
from advisor.text import clean, fold, words
from advisor.understanding.ideas import Ideas
from advisor.understanding.patterns import Patterns

CRISIS = "crisis"
ORDINARY = "ordinary"
SURE = 0.48
"""From which probability on the model decides."""
SURE_OTHERWISE = 0.75
"""The same, where no pattern speaks and nothing weighty is spoken of: neither death
nor harm nor absence."""
FEW = 4
"""Words that a sentence needs to be read for itself."""
HEAD, TAIL = 6_000, 2_000
MOST_READ = HEAD + TAIL
"""Characters of a text that are looked at: of longer ones both ends."""
MOST_WORDS = 1_200
_LEET = str.maketrans("134570!@$", "ieastoias")
_MASKED = re.compile(r"[*#_.\-]+")
_STOPS = re.compile(r"(?<=[.!?])\s+|\n")
MOST_SENTENCES = 20
SEVERAL = 2
"""More patterns than that are noted as many."""
NOTED = 3
"""How often the model is told what the patterns say: they tell more than an idea."""
_REPEATED = re.compile(r"(.)\1{2,}")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the words of a line or sentence show before any model is asked."""

    certain: bool
    """Whether a pattern settles it."""
    marked: bool
    """Whether a pattern speaks that no figure of speech covers."""
    denied: bool
    """Whether somebody says that nobody is in danger."""
    weighty: bool
    """Whether it speaks of something weighty."""
    told: tuple[list[str], list[str]]
    """What the model reads: words and marks."""


@dataclass(frozen=True, slots=True)
class DistressSigns:
    """The patterns of distress, and the ideas that talk of it is made of."""

    certain: Patterns
    marks: Patterns
    figures: Patterns
    denials: Patterns
    ideas: Ideas
    weighty: frozenset[str]

    @classmethod
    def of(cls, data: Distress) -> "DistressSigns":
        """Return the patterns in a catalog."""
        return cls(
            Patterns.of(data.certain, data.lists),
            Patterns.of(data.marks, data.lists),
            Patterns.of(data.figures, data.lists),
            Patterns.of(data.denials, data.lists),
            Ideas.of(data.same, data.kinds, data.ideas, data.lists),
            frozenset(data.weighty),
        )

    def read(self, said: Sequence[str]) -> Shown:
        """Return what words show."""
        denied = {i for match in self.denials.find(said) for i in _span(match)}
        covered = {i for match in self.figures.find(said) for i in _span(match)}
        covered |= denied
        certain = any(not denied & set(match) for match in self.certain.find(said))
        found = [not covered & set(match) for match in self.marks.find(said)]
        notes = {
            "certain": certain,
            "mark": any(found),
            "marks": sum(found) > SEVERAL,
            "covered": bool(found) and not any(found),
            "figure": bool(covered),
        }
        noted = [f"is {name}" for name, holds in notes.items() if holds]
        ideas = self.ideas.marks(said)
        weighty = not self.weighty.isdisjoint(ideas)
        told = self.ideas.plain(said), ideas + noted * NOTED
        return Shown(certain, any(found), bool(denied), weighty, told)


@dataclass(frozen=True, slots=True)
class DistressReader:
    """All that noticing distress needs."""

    signs: DistressSigns
    censored: Mapping[str, str]
    """Words that people write with a letter hidden, by their consonants."""
    model: LinearModel

    @classmethod
    def of(cls, data: Distress, model: LinearModel) -> "DistressReader":
        """Return the reader of the patterns in a catalog."""
        censored = {_consonants(word): word for word in data.censored}
        return cls(DistressSigns.of(data), censored, model)

    def speaks_of_it(
        self, raw: str, corrected: Sequence[str], *, calm: bool = False
    ) -> bool:
        """Return whether a line speaks of suicide, self-harm or despair of life.

        Args:
            raw: the line as it came.
            corrected: its words, with their spelling corrected.
            calm: whether its speaker takes back what was heard as a cry for help;
                then the model by itself, without any pattern, tells nothing.

        """
        text = clean(raw if len(raw) <= MOST_READ else raw[:HEAD] + raw[-TAIL:])
        if self.signs.marks.stands_in(fold(text)):
            return True
        typed, right = self._plain(text), list(corrected)[:MOST_WORDS]
        readings = [typed] if right == typed else [typed, right]
        parts = (self._plain(sentence) for sentence in _sentences(text))
        parts = (said for said in parts if said not in readings)
        return any(self._rings(said, calm=calm) for said in chain(readings, parts))

    def _rings(self, said: Sequence[str], *, calm: bool) -> bool:
        shown = self.signs.read(said)
        if shown.certain or not said:
            return shown.certain
        if not shown.marked and (calm or shown.denied):
            return False  # the model by itself tells nothing beside a plain denial
        heavy = shown.marked or shown.weighty
        return self._likely(shown) >= (SURE if heavy else SURE_OTHERWISE)

    def probability(self, said: Sequence[str]) -> float:
        """Return how likely words are to be said in distress, by the model alone."""
        return self._likely(self.signs.read(said))

    def _likely(self, shown: Shown) -> float:
        return dict(ranked(self.model, *shown.told))[CRISIS]

    def _plain(self, text: str) -> list[str]:
        """Return a line's words, with hidden and repeated letters restored."""
        found: list[str] = []
        for piece in _REPEATED.sub(r"\1", fold(text)).split():
            bare = piece.strip(".,!?;:\"'()")
            plain = _MASKED.sub("", bare.translate(_LEET))
            known = self.censored.get(_consonants(plain))
            hidden = plain != bare and any(c.isalpha() for c in bare)
            meant = known and (plain == known or _MASKED.search(bare))
            if hidden and known and meant and plain[:1] == known[:1]:
                found.append(known)
            else:
                found += words(piece)
        return found[:MOST_WORDS]


def _sentences(text: str) -> list[str]:
    """Return a text's sentences, where it has several that say something."""
    parts = [part for part in _STOPS.split(text) if len(part.split()) >= FEW]
    return parts[:MOST_SENTENCES] if len(parts) > 1 or parts != [text] else []


def _span(match: Sequence[int]) -> range:
    return range(match[0], match[-1] + 1)


def _consonants(word: str) -> str:
    return "".join(c for c in word if c not in "aeiou")


def patterns_words(data: Distress) -> tuple[str, ...]:
    """Return the words that the patterns name, so that none is taken for a slip."""
    texts = (*data.certain, *data.marks, *data.figures)
    places = (place for text in texts for place in text.replace("|", " ").split())
    named = (place for place in places if place[0] not in "$*!")
    lists = (word for words_ in data.lists.values() for word in words_)
    return tuple(dict.fromkeys((*(word.rstrip("~") for word in named), *lists)))
