"""Two denials that say yes, and one alone: "never met an X I didn't like", "not X"."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.understanding.language import Language
from advisor.understanding.negation import Stance
from advisor.understanding.traits import Named

SURE = 0.7
UNDONE = 0.4
"""How much it says that one does not do a thing: less than a dislike."""
PAST, DOING = "ed", ("do", "does", "did")
FAINT = 0.6
NEAR = 6
FAR = 4
STOPS = (",", ";", ":", "but", ".")


@dataclass(frozen=True, slots=True)
class Doubles:
    """Knows the words that say there is no exception, and bare denials."""

    language: Language

    def doubled(self, item: Named, words: Sequence[str]) -> Stance | None:
        """Return a liking where nothing is left out: "not a day I don't code"."""
        for i in range(len(words)):
            length = self.language.phrases["no_exception"].at(words, i)
            if not length or i > item.last:
                continue
            rest = range(i + length, len(words))
            again = [k for k in rest if self.language.has("exceptions", words[k])]
            if again and not any(w in STOPS for w in words[i : again[0]]):
                return Stance("like", SURE, "around", i, again[0], "like")
        return None

    def bare(self, item: Named, words: Sequence[str]) -> Stance | None:
        """Return a dislike where a denial stands right before a thing: "not X"."""
        lead = words[max(0, item.first - FAR) : item.first]
        if "neither" in lead or "nor" in lead:
            return Stance("dislike", FAINT, "before", item.first, item.last, "dislike")
        i = item.first - 1
        while i >= 0 and self.language.has("light_words", words[i]):
            i -= 1
        if i < 0 or item.first - i > NEAR:
            return None
        if not self.language.has("denying", words[i]):
            return None
        if self.language.phrases["not_negators"].at(words, i):
            return None
        if words[i] == "never":
            return Stance("lack", UNDONE, "before", i, i, "lack")
        return Stance("dislike", FAINT, "before", i, i, "dislike")

    def undone(self, item: Named, words: Sequence[str]) -> Stance | None:
        """Return a lack of what is not done: "I don't code", "I have never coded"."""
        i = item.first - 1
        if i < 0:
            return None
        never = words[i] == "never" and words[item.first].endswith(PAST)
        denied = words[i] == "not" and i > 0 and words[i - 1] in DOING
        if not (never or denied or self.language.has("not_doing", words[i])):
            return None
        return Stance("lack", UNDONE, "before", i, i, "lack")
