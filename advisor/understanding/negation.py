"""How an attitude is meant behind a "not", a "hardly", a "never said that"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.understanding.language import Language

NEAR = 3
"""How many words of weight before an attitude a negation may stand."""
HEDGED = 0.6
FADED = 0.4
POLARITY = {"like": 1, "know": 1, "dislike": -1, "lack": -1, "neutral": 0}
DENIED = {
    "like": ("dislike", 0.8),
    "dislike": ("neutral", 0.4),
    "know": ("lack", 0.6),
    "lack": ("know", 0.8),
    "neutral": ("dislike", 1.0),
}
"""What each attitude becomes behind a negation, and what it keeps of its strength."""
NOTHING = ("nothing", "nobody", "noone")
SAYS_NO = ("no", "not", "nope", "nah")
"""What says the same however often it is said."""
MEASURED = ("than", "like", "beats")
"""Behind these "nothing" denies nothing: "nothing bores me like maths"."""
CONTRACTED, NEVER, NOT = ("n't", "nt"), "never", "not"
PARTING = (",", "but", ";", ":", "because")
"""What a denial does not reach over."""
OPPOSITE = {"like": "dislike", "dislike": "like", "know": "lack", "lack": "know"}


@dataclass(frozen=True, slots=True)
class Stance:
    """An attitude found in a clause."""

    means: str
    strength: float
    stands: str
    """`before`, `after` or `around` what it is about."""
    first: int
    last: int
    plain: str = ""
    """What it would mean without the small words around it."""


def denied(means: str, strength: float) -> tuple[str, float]:
    """Return what an attitude becomes that is negated, and its strength."""
    turned, share = DENIED[means]
    return turned, strength * share


@dataclass(frozen=True, slots=True)
class Negation:
    """Reads the small words before and behind an attitude."""

    language: Language

    def meant(self, stance: Stance, words: Sequence[str], floor: int) -> Stance:
        """Return an attitude as it is meant.

        Args:
            stance: as its own words have it.
            words: of the whole clause.
            floor: index of the first word that may bear on it.

        """
        parted = words[stance.first - 1 : stance.first] == [","]
        if parted and stance.stands == "after" and stance.means == "dislike":
            return stance  # "nothing to do with X, hard no" says it twice
        before = self._near(stance, words, floor)
        if words[stance.first] in SAYS_NO:  # "no no not MLOps"
            before = [i for i in before if words[i] not in SAYS_NO]
        heard = [words[i] for i in before]
        if self.language.names("hedges", heard):
            stance = replace(stance, strength=stance.strength * HEDGED)
        earlier = words[max(0, stance.first - NEAR) : stance.first]
        if self.language.names("once", earlier):
            gone = self.language.names("no_more", words)
            means = "dislike" if gone else "neutral"
            return replace(stance, means=means, strength=FADED)
        denials = self._denials(stance, words)
        count = len(
            [
                i
                for i in before
                if self._negates(words, i, stance.last) and i not in denials
            ]
        )
        count += bool(denials) + self._neither(stance, words, floor)
        count += stance.stands != "before" and "less" in earlier[-1:]
        count += self._none_follows(stance, words) + self._nothing_of(
            stance, words, floor
        )
        if count % 2 == 0:
            return stance
        if denials and stance.means == "like" and self._only_half(stance, words):
            return replace(stance, means="neutral", strength=FADED)
        if self.language.names("opposites", words):
            return replace(stance, means=OPPOSITE.get(stance.means, stance.means))
        means, strength = denied(stance.means, stance.strength)
        plain = words[stance.first : stance.last + 1]
        if stance.means == "dislike" and (
            self._is_emphatic(stance, words, floor)
            or self.language.names_any("shrinking", plain)
        ):
            means = "like"
        return replace(stance, means=means, strength=strength)

    def _is_emphatic(self, stance: Stance, words: Sequence[str], floor: int) -> bool:
        """Whether a dislike is denied so plainly that it is a liking: "not at all"."""
        behind = words[stance.last + 1 : stance.last + 5]
        firmly = any(self.language.has("firmly", word) for word in behind)
        around = stance.stands != "before"
        before = words[floor : stance.first]
        return firmly or (
            around and ("never" in before or self._nothing_of(stance, words, floor) > 0)
        )

    def _nothing_of(self, stance: Stance, words: Sequence[str], floor: int) -> int:
        """Return 1 behind "nothing about X", which reaches over X to its verb."""
        reach = words[floor : stance.first]
        return int(self.language.names("nothing_of", reach))

    def _near(self, stance: Stance, words: Sequence[str], floor: int) -> list[int]:
        """Return the indices of the words before an attitude that may turn it."""
        found: list[int] = []
        weight = 0
        for i in range(stance.first - 1, floor - 1, -1):
            word = words[i]
            joins = self.language.has("joins", word) and word != "or"
            if not word or joins or not word[0].isalnum() or weight >= NEAR:
                break
            found.append(i)
            weight += not self.language.has("light_words", word)
        return found[::-1]

    def _negates(self, words: Sequence[str], i: int, end: int) -> bool:
        """Whether a word turns an attitude that ends at a place."""
        if not self.language.has("negators", words[i]):
            return False
        if _says_twice(words, i):
            return False
        if words[i] in ("neither", "nor") and "neither" in words[: i + 1]:
            return False
        if words[i] in NOTHING and any(w in MEASURED for w in words[end + 1 :]):
            return False
        if self.language.names("nothing_of", words[max(0, i - 1) : i + 2]):
            return False
        return not self.language.phrases["not_negators"].at(words, i)

    def _denials(self, stance: Stance, words: Sequence[str]) -> set[int]:
        """Return where "it isn't true that" and its like stand before an attitude."""
        found: set[int] = set()
        for i in range(stance.first):
            length = self.language.phrases["denials"].at(words, i)
            between = words[i + length : stance.first]
            if length and i + length <= stance.first and not _is_parted(between):
                found |= set(range(i, i + length))
        return found

    def _only_half(self, stance: Stance, words: Sequence[str]) -> bool:
        """Whether what is denied need not be the opposite: "not that I love it"."""
        return self.language.names("half_denials", words[: stance.last])

    def _neither(self, stance: Stance, words: Sequence[str], floor: int) -> int:
        """Return 1 behind a "neither", which reaches over a list to its verb."""
        reach = words[floor : stance.first]
        return int("neither" in (reach if stance.stands == "after" else reach[-2:]))

    def _none_follows(self, stance: Stance, words: Sequence[str]) -> int:
        """Return 1 where "neither" or "nothing about" follows: "I like no maths"."""
        at = stance.last + 1
        if stance.stands != "before" or at >= len(words):
            return 0
        none = self.language.has("none_of", words[at])
        return int(none and not self.language.phrases["not_negators"].at(words, at))


def _says_twice(words: Sequence[str], i: int) -> bool:
    """Whether a "no" is only said again: "no no, not X", "I ain't never liked it"."""
    if words[i] in SAYS_NO:
        ahead = (w for w in words[i + 1 : i + 3] if w and w[0].isalnum())
        return next(ahead, "") == NOT
    return NEVER in words[i + 1 : i + 2] and words[i].endswith(CONTRACTED)


def says_again(words: Sequence[str], stance: Stance, last: int) -> bool:
    """Whether a mere "no" is only said once more: "no, not X", "not X, not Y"."""
    mere = stance.first == stance.last and words[stance.first] in SAYS_NO
    between = words[stance.last + 1 : last]
    again = between and between[-1] in SAYS_NO
    return mere and bool(again) and not set(between) & set(PARTING[1:])


def _is_parted(words: Sequence[str]) -> bool:
    """Whether a comma or "but" stands among words."""
    return any(word in PARTING for word in words)
