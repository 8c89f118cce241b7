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
AGAINST = ("dislike", FAINT)
BEING = ("is", "are", "was", "were")
BEING_NOT = ("isn't", "aren't", "wasn't", "weren't")
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
        if words[i] != "never" and self._tells_apart(words, i):
            return None
        means, strength = ("lack", UNDONE) if words[i] == "never" else AGAINST
        return Stance(means, strength, "before", i, i, means)

    def tells_apart(self, named: Sequence[Named], words: Sequence[str]) -> bool:
        """Return whether a clause only says that a thing is no other: "X is not Y"."""
        return any(self._is_no_other(item, words) for item in named)

    def _is_no_other(self, item: Named, words: Sequence[str]) -> bool:
        """Whether a thing is only what another one is not."""
        i = item.first - 1
        while i >= 0 and self.language.has("light_words", words[i]):
            if words[i] in BEING:
                break
            i -= 1
        denied = i > 0 and words[i] in ("not", *BEING_NOT)
        return denied and self._tells_apart(words, i)

    def _tells_apart(self, words: Sequence[str], at: int) -> bool:
        """Whether a denial only says of some other thing that it is not this one.

        "A scheduler is not maths" tells no taste; "my thing is not maths" does.
        """
        first = at if words[at] in BEING_NOT else at - 1
        if first < 1 or words[first] not in (*BEING, *BEING_NOT):
            return False
        before = [w for w in words[:first] if w and w[0].isalnum()]
        before = [w for w in before if not self.language.has("openers", w)]
        subject = [w for w in before if not self.language.has("articles", w)]
        own = any(self.language.has("selves", word) for word in subject)
        points = any(self.language.has("pronouns", word) for word in subject)
        return bool(subject) and not (own or points)

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
