"""The ideas that talk of despair is made of, whatever words they are put in.

A model that counts words knows no wording that it never saw. So slips and short forms
are read as the plain word, names of things of one kind (jobs, family, days) as that
kind, and what a line speaks of - death, means at hand, a farewell, others who are
better off - is told beside its words: each idea, each one denied, and each two that
stand close together, in their order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.understanding.patterns import Patterns

NOT = "not"
"""The idea by which others are denied."""
DENIED = 3
"""So many words behind it they are."""
CLOSE = 7
"""So many words apart two ideas belong together."""
NUMBER = "_num_"


@dataclass(frozen=True, slots=True)
class Ideas:
    """Reads words as what they stand for."""

    same: Mapping[str, str]
    """Word -> the word that it is another form of."""
    kinds: Mapping[str, str]
    """Word -> what stands for all things of its kind."""
    rows: Patterns
    """The rows of words that express each idea."""

    @classmethod
    def of(
        cls,
        same: Sequence[str],
        kinds: Mapping[str, Sequence[str]],
        rows: Mapping[str, Sequence[str]],
        lists: Mapping[str, Sequence[str]],
    ) -> "Ideas":
        """Return the reader of the lists in a catalog."""
        forms = (line.split() for line in same)
        return cls(
            {form: plain for plain, *others in forms for form in others},
            {w: f"_{kind}_" for kind, listed in kinds.items() for w in listed},
            Patterns.of_named(rows, lists),
        )

    def plain(self, said: Sequence[str]) -> list[str]:
        """Return words with each one's form or kind in its place."""
        found = []
        for word in said:
            form = self.same.get(word, word)
            number = NUMBER if form[0].isdigit() else form
            found.append(self.kinds.get(form, number))
        return found

    def marks(self, said: Sequence[str]) -> list[str]:
        """Return what the words speak of, as short strings."""
        found = self._found(said)
        nots = [first for first, _, idea in found if idea == NOT]
        told = [place for place in found if place[2] != NOT]
        marks = []
        for at, (first, last, idea) in enumerate(told):
            marks.append(idea)
            if any(0 < first - place <= DENIED for place in nots):
                marks.append(f"{NOT} {idea}")
            for start, _, other in told[at + 1 :]:
                if start - last > CLOSE:
                    break
                if other != idea:
                    marks.append(f"{idea} {other}")
        return marks

    def _found(self, said: Sequence[str]) -> list[tuple[int, int, str]]:
        """Return where each idea stands: first word, last word, idea; in order."""
        found = self.rows.find_named(said)
        return sorted({(match[0], match[-1], idea) for idea, match in found})
