"""Tools of one's every day: worked with, whatever else is said of them.

"We're all on AWS", "all my plots are matplotlib", "half of my job is SQL, some of it
frighteningly long": no word of liking or knowing, and yet the tool is known. A grumble
beside it, of which no word speaks against the tool, changes nothing of that.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from advisor.understanding.attitudes import Told
from advisor.understanding.language import Language
from advisor.understanding.patterns import Patterns
from advisor.understanding.spoken_sign import spoken_sign
from advisor.understanding.stances import StanceFinder
from advisor.understanding.traits import Named

PLACE = "_tool_"
"""What stands for a tool in the rows of words."""
KNOWN = 0.6
"""How well a tool is known that is worked with."""
UNLESS = ("negators", "feels_bad")
"""Lists of words beside which nothing of the kind is sure."""


@dataclass(frozen=True, slots=True)
class Everyday:
    """Finds the tools that a speaker works with."""

    rows: Patterns
    stances: StanceFinder

    def told(
        self,
        told: Sequence[Told],
        words: Sequence[str],
        named: Sequence[Named],
        tools: Collection[str],
    ) -> tuple[Told, ...]:
        """Return what a speaker's clause tells, with the tools they work with.

        Args:
            told: what is told so far.
            words: the clause's.
            named: the traits that it names.
            tools: those among them that are tools.

        """
        language = self.stances.language
        used = list(self._used(words, [n for n in named if n.trait in tools]))
        if not used or not self._is_plain(words, language):
            return tuple(told)
        by_trait = {item.trait: item for item in used}
        kept = tuple(
            replace(item, polarity=1, means="know", strength=KNOWN, guessed=False)
            if item.trait in by_trait and (item.polarity < 0 or item.guessed)
            else item
            for item in told
            if item.trait in by_trait or item.polarity >= 0 or not item.guessed
        )
        held = {item.trait for item in told}
        more = [
            Told(item.trait, 1, KNOWN, "know", item.first, item.last)
            for item in by_trait.values()
            if item.trait not in held
        ]
        return (*kept, *more)

    def is_told(
        self, words: Sequence[str], named: Sequence[Named], tools: Collection[str]
    ) -> bool:
        """Whether a clause only states what its speaker works with."""
        used = any(self._used(words, [n for n in named if n.trait in tools]))
        return used and self._is_plain(words, self.stances.language)

    def _is_plain(self, words: Sequence[str], language: Language) -> bool:
        """Whether a clause states a fact, and feels nothing against anything."""
        unsure = any(language.names_any(name, words) for name in UNLESS)
        wished = language.phrases["wishing"].within(words)
        return not unsure and not wished and spoken_sign(words, self.stances) >= 0

    def _used(self, words: Sequence[str], named: Sequence[Named]) -> Iterator[Named]:
        """Yield the tools that stand where one worked with does."""
        line: list[str] = []
        stands: dict[int, Named] = {}
        at = 0
        for item in sorted(named, key=lambda n: n.first):
            if item.first < at:
                continue
            line += words[at : item.first]
            stands[len(line)] = item
            line.append(PLACE)
            at = item.last + 1
        line += words[at:]
        for match in self.rows.find(line):
            yield from (stands[i] for i in match if i in stands)
