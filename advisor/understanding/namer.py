"""What traits clauses name, by the names of things and the words about them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.text import tokens
from advisor.understanding.aims import without_titles
from advisor.understanding.bare import bare_things
from advisor.understanding.language import Language
from advisor.understanding.lexicon import Lexicon
from advisor.understanding.mentions import Mention, find
from advisor.understanding.parts import Part
from advisor.understanding.relatives import IDLE
from advisor.understanding.traits import Named, TraitIndex

SIGNS_WITHIN = frozenset("/-")
"""What may stand inside an idiom: "go / no-go"."""
TOOL = "tool"
TOOLS = (TOOL, "skill", "method")
CLOSE = 2
"""Within how many words a verb's object begins."""


@dataclass(frozen=True, slots=True)
class Namer:
    """Finds the traits that people's clauses name, whatever they say of them."""

    traits: TraitIndex
    language: Language
    lexicon: Lexicon

    def named(self, part: Part) -> tuple[Named, ...]:
        """Return the traits that a clause names; indices within it."""
        mentions = [
            replace(m, first=m.first - part.offset, last=m.last - part.offset)
            for m in part.mentions
        ]
        named = self.traits.find(part.tokens, mentions)
        named = without_titles(named, part, self.language)
        taken = {i for item in named for i in range(item.first, item.last + 1)}
        bare = bare_things(part.words, self.language)
        more = (item for item in bare if item.first not in taken)
        named = tuple(sorted((*named, *more), key=lambda item: item.first))
        idle = self.idle(part.words)
        return tuple(
            item
            for k, item in enumerate(named)
            if not self._is_only_verb(item, named[k + 1 :], part.words)
            and not idle.issuperset(range(item.first, item.last + 1))
        )

    def named_in_all(self, parts: Sequence[Part]) -> list[Named]:
        """Return the traits that clauses name; indices within all their words."""
        found, start = [], 0
        for part in parts:
            for item in self.named(part):
                here = replace(item, first=item.first + start, last=item.last + start)
                found.append(here)
            start += len(part.words)
        return found

    def meant(self, words: Sequence[str]) -> list[str]:
        """Return words with those of idioms as signs that say nothing."""
        idle = self.idle(words)
        return [IDLE if i in idle else word for i, word in enumerate(words)]

    def idle(self, words: Sequence[str]) -> frozenset[int]:
        """Return the places of words that stand in an idiom: "that's the price"."""
        idioms = self.language.phrases["idioms"]
        return frozenset(
            k
            for i in range(len(words))
            for k in range(i, i + idioms.at(words, i, SIGNS_WITHIN))
        )

    def _is_only_verb(
        self, item: Named, ahead: Sequence[Named], words: Sequence[str]
    ) -> bool:
        """Whether a word only tells what was done: "learned SQL", "I'd learn it"."""
        if item.first != item.last:
            return False
        if self.language.has("past_verbs", words[item.first]):
            return True
        near = bool(ahead) and ahead[0].first - item.last <= CLOSE
        behind = words[item.last + 1 : item.last + 2]
        of_it = self.language.names_any("pronouns", behind)
        learns = self.language.has("learning_verbs", words[item.first])
        return learns and (near or of_it)

    def traits_in(self, text: str) -> frozenset[str]:
        """Return the traits that a text names, whatever it says of them."""
        cut = tokens(text)
        mentions = find(cut, self.lexicon)
        return frozenset(item.trait for item in self.traits.find(cut, mentions))

    def tools(self, part: Part) -> set[str]:
        """Return the tools, skills and methods that a clause names, as traits."""
        return {self.trait_of(m) for m in part.mentions if m.kind in TOOLS}

    def trait_of(self, mention: Mention) -> str:
        """Return the trait that a name stands for."""
        return self.traits.entities.get(mention.key, mention.id)
