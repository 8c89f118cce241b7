"""Notice a person in distress, and tell it from a figure of speech.

Patterns decide together with a small model of their own: a certain pattern always
counts; another counts unless a figure of speech covers its words; and where no pattern
speaks, the model has to be sure. One alarm too many is better than one too few.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.data.model import Distress
from advisor.match.linear import LinearModel
from advisor.text import clean, fold, words
from advisor.understanding.patterns import Patterns

CRISIS = "crisis"
ORDINARY = "ordinary"
SURE = 0.42
"""From which probability on the model decides by itself."""
FEW = 4
SURE_OTHERWISE = 0.82
"""The same, on a line of fewer words than that, or without any sign."""
SURE_OF_PART = 0.9
"""The same, on a sentence among others."""
CERTAIN = 1.1
"""What no model reaches: then it does not decide."""
UNLIKELY, UNLIKELY_AT_WORK = 0.01, 0.2
"""Under which the model overrules a pattern that is not certain; the second where
work is plainly what is spoken of: "a DBA, Oracle, the cloud: what is left for me"."""
AT_WORK = 3
"""So many words for work show that."""
WORK = "work"
"""The list of words for work."""
HEAD, TAIL = 6_000, 2_000
MOST_READ = HEAD + TAIL
"""Characters of a text that are looked at: of longer ones both ends."""
MOST_WORDS = 1_200
_LEET = str.maketrans("134570!@$", "ieastoias")
_MASKED = re.compile(r"[*#_.\-]+")
_STOPS = re.compile(r"(?<=[.!?])\s+|\n")
MOST_SENTENCES = 20
_REPEATED = re.compile(r"(.)\1{2,}")


@dataclass(frozen=True, slots=True)
class DistressReader:
    """All that noticing distress needs."""

    certain: Patterns
    marks: Patterns
    figures: Patterns
    denials: Patterns
    censored: Mapping[str, str]
    """Words that people write with a letter hidden, by their consonants."""
    signs: frozenset[str]
    work: frozenset[str]
    """Words for what people work with, at and as."""
    model: LinearModel

    @classmethod
    def of(cls, data: Distress, model: LinearModel) -> "DistressReader":
        """Return the reader of the patterns in a catalog."""
        return cls(
            Patterns.of(data.certain, data.lists),
            Patterns.of(data.marks, data.lists),
            Patterns.of(data.figures, data.lists),
            Patterns.of(data.denials, data.lists),
            {_consonants(word): word for word in data.censored},
            frozenset(data.signs),
            frozenset(data.lists.get(WORK, ())),
            model,
        )

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
        if self.marks.stands_in(fold(text)):
            return True
        typed, right = self._plain(text), list(corrected)[:MOST_WORDS]
        readings = [typed] if right == typed else [typed, right]
        at_work = len(self.work.intersection(typed)) >= AT_WORK
        whole, part = (CERTAIN, CERTAIN) if calm else (SURE, SURE_OF_PART)
        if any(self._stands_in(read, whole, at_work=at_work) for read in readings):
            return True
        parts = (self._plain(sentence) for sentence in _sentences(text))
        return any(self._stands_in(p, part, at_work=at_work) for p in parts)

    def _stands_in(self, said: Sequence[str], sure: float, *, at_work: bool) -> bool:
        denied = {i for match in self.denials.find(said) for i in _span(match)}
        if any(not denied & set(match) for match in self.certain.find(said)):
            return True
        covered = {i for match in self.figures.find(said) for i in _span(match)}
        covered |= denied
        marked = any(not covered & set(match) for match in self.marks.find(said))
        likely = self.probability([w for i, w in enumerate(said) if i not in covered])
        if marked:
            return likely >= (UNLIKELY_AT_WORK if at_work else UNLIKELY)
        if denied:
            return False  # the model by itself tells nothing beside a plain denial
        shown = {word for i, word in enumerate(said) if i not in covered}
        plain = len(said) >= FEW and bool(shown & self.signs)
        return likely >= (sure if plain else max(sure, SURE_OTHERWISE))

    def probability(self, said: Sequence[str]) -> float:
        """Return how likely words are to be said in distress, by the model alone."""
        return self.model.probabilities(said)[self.model.labels.index(CRISIS)]

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
