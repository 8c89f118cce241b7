"""Whose words a clause holds: its speaker's, or somebody else's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from advisor.text import Token
from advisor.understanding.language import Language
from advisor.understanding.traits import Named

SUBJECT = 4
"""Within how many words the subject of a clause is looked for."""
SAYING = 6
"""Within how many words before a quotation somebody is said to say it."""
AFTER = 5
OUTCOMES = ("i'd", "i'll", "i'm", "i've")
_DOUBLE = '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}'
_SINGLE = "'\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
_QUOTED = re.compile(
    rf"[{_DOUBLE}][^{_DOUBLE}]+[{_DOUBLE}]"
    rf"|(?<!\w)[{_SINGLE}][^{_SINGLE}]{{4,}}[{_SINGLE}](?!\w)"
)

BEFORE = 5
"""Within so many words before "who" its speaker may be meant."""


@dataclass(frozen=True, slots=True)
class Voices:
    """Tells what a speaker says of themselves from what others say or do."""

    language: Language

    def quoted(self, text: str, cut: Sequence[Token]) -> frozenset[int]:
        """Return where tokens begin that repeat somebody else's words."""
        found: set[int] = set()
        for match in _QUOTED.finditer(text):
            before = [t.text for t in cut if t.end <= match.start()][-SAYING:]
            behind = [t.text for t in cut if t.start >= match.end()][:AFTER]
            ordered = any(self.language.has("wants_done", word) for word in before)
            if ordered or self._says(before) or self._says(behind):
                first, last = match.span()
                found |= {t.start for t in cut if first <= t.start < last}
        return frozenset(found)

    def _says(self, words: Sequence[str]) -> bool:
        """Whether somebody other than the speaker says something here."""
        return any(
            self.language.has("saying", word) and not self._of_speaker(words, i)
            for i, word in enumerate(words)
        )

    def _of_speaker(self, words: Sequence[str], at: int) -> bool:
        """Whether a verb is the speaker's: "I say", "I do not really like"."""
        passed = ("negators", "adverbs", "auxiliaries")
        i = at - 1
        while i > 0 and any(self.language.has(name, words[i]) for name in passed):
            i -= 1
        return i >= 0 and self.language.has("selves", words[i])

    def mine(self, words: Sequence[str]) -> list[str]:
        """Return words with what a part of the speaker does as the speaker's doing.

        "My brain likes order" is "I like order", as is "half of me likes order".
        """
        kept = list(words)
        for i, word in enumerate(words[:-2]):
            part = word == "my" and self.language.has("parts_of_me", words[i + 1])
            share = list(words[i + 1 : i + 3]) == ["of", "me"]
            if not part and not (share and self.language.has("shares_of_me", word)):
                continue
            at = i + (2 if part else 3)
            while at < len(words) - 1 and self.language.has("adverbs", words[at]):
                at += 1
            if at < len(words) and words[at] in self.language.verbs_of_one:
                kept[i:at] = ["i", *[""] * (at - i - 1)]
                for k in range(at, len(words)):
                    kept[k] = self.language.verbs_of_one.get(words[k], words[k])
        return kept

    def own(self, words: Sequence[str]) -> list[str]:
        """Return words with those emptied that report what others say or think."""
        kept = list(words)
        for i, word in enumerate(words[:-1]):
            if not self.language.has("others", word) or self._is_oneself(words, i):
                continue
            at = i + 1
            while at < len(words) - 1 and self.language.has("adverbs", words[at]):
                at += 1
            if self.language.has("saying", words[at]):
                whole = "what" in words[max(0, i - 2) : i]
                end = at + 1 if whole else self._end_of_report(words, at)
                kept[i:end] = [""] * (end - i)
        return kept

    def _is_oneself(self, words: Sequence[str], at: int) -> bool:
        """Whether a "who" is the speaker: "I'm the one who writes the reports"."""
        if not self.language.has("relative_who", words[at]):
            return False
        starts = range(max(0, at - BEFORE), at - 1)
        is_one = (i + 1 for i in starts if self.language.has("being_the_one", words[i]))
        return any(self._is_someone(words[i:at]) for i in is_one)

    def _is_someone(self, words: Sequence[str]) -> bool:
        """Whether words are no more than "the one", "always the person"."""
        light = ("adverbs", "articles", "ones_self")
        return all(any(self.language.has(n, word) for n in light) for word in words)

    def _end_of_report(self, words: Sequence[str], at: int) -> int:
        """Return where a report ends: at a comma or "but"."""
        ends = (i for i in range(at, len(words)) if words[i] in (",", "but", ";"))
        return next(ends, len(words))

    def is_about_others(
        self, words: Sequence[str], named: Sequence[Named] = ()
    ) -> bool:
        """Return whether a clause only supposes, or speaks of somebody else."""
        if self.is_supposed(words) or self.is_about_jobs(words):
            return True
        inside = {
            i
            for n in named
            if not self.language.has("owners", words[max(0, n.first - 1)])
            for i in range(n.first, n.last + 1)
        }
        start = self._behind_contrast(words)
        there = [i for i in range(start, len(words)) if words[i]]
        for i in there[:SUBJECT]:
            word = words[i]
            if i in inside:
                continue
            if self.language.has("selves", word) and word != "my":
                return False
            if self.language.has("others", word) and self._is_other(words, i):
                return True
        return False

    def is_about_jobs(self, words: Sequence[str]) -> bool:
        """Return whether a clause says what jobs are like: "so analysts do X"."""
        for i, word in enumerate(words[: SUBJECT - 1]):
            if self.language.has("selves", word) or self.language.has("owners", word):
                return False
            verb = words[i + 1 : i + 2]
            if self.language.has("job_plurals", word):
                return self.language.names_any("job_verbs", verb)
        return False

    def is_supposed(self, words: Sequence[str]) -> bool:
        """Return whether a clause only supposes something."""
        return self.language.names("hypothetical", self._upright(words))

    def own_part(self, words: Sequence[str]) -> int:
        """Return where a clause on others comes to its speaker: "..., but I"."""
        for i, word in enumerate(words[:-1]):
            if self.language.has("turning_to_self", word):
                at = i + 1
                while at < len(words) - 1 and self.language.has("adverbs", words[at]):
                    at += 1
                own = self.language.has("first_person", words[at])
                if own and not self._is_of_mine(words, at):
                    return at
        return len(words)

    def _is_of_mine(self, words: Sequence[str], i: int) -> bool:
        """Whether a word begins a name for somebody of the speaker's: "my mum"."""
        owned = self.language.has("owners", words[i])
        behind = words[i + 1 : i + 3]
        return owned and any(self.language.has("others", word) for word in behind)

    def _is_other(self, words: Sequence[str], i: int) -> bool:
        """Whether a word names somebody else who does or feels what follows."""
        if self._is_self(words, i) or self._is_setting(words, i):
            return False
        if words[i + 1 : i + 2] in (["who"], ["whose"]):
            return True
        lead = [w for w in words[max(0, i - 2) : i] if w not in ("a", "an")]
        if lead and self.language.has("before_object", lead[-1]):
            return False
        phrases = self.language.phrases["told_of_oneself"]
        return not any(phrases.at(words, k) for k in range(max(0, i - 2), i + 1))

    def _is_setting(self, words: Sequence[str], i: int) -> bool:
        """Whether others are only where the speaker is: "in my team we use R"."""
        led = any(self.language.has("settings", w) for w in words[max(0, i - 2) : i])
        behind = [word for word in words[i + 1 : i + 3] if word != ","]
        return led and self.language.names_any("selves", behind[:1])

    def _upright(self, words: Sequence[str]) -> Sequence[str]:
        """Return words without "nor am I", which asks nothing."""
        words = list(words)
        for i in range(len(words)):
            length = self.language.phrases["asserting"].at(words, i)
            words[i : i + length] = ["-"] * length
        for i in range(len(words) - 2):
            if words[i] == "if" and self._has_outcome(words, i):
                words[i] = "-"
        for i, word in enumerate(words):
            inverted = self.language.has("inverting", word)
            if inverted and "i" in words[i + 2 : i + 3]:
                return [*words[:i], *words[i + 3 :]]
        return words

    def _has_outcome(self, words: Sequence[str], i: int) -> bool:
        """Whether an "if" tells what then happens to the speaker: "I'd scream"."""
        if words[i + 1] not in ("i", "you", "i'd", "i'm"):
            return False
        if self.language.has("states", words[i + 2]):
            return False
        then = words[i + 3 :]
        return any(
            word in OUTCOMES or (word == "me" and words[i + 1] == "you")
            for word in then
        )

    def _behind_contrast(self, words: Sequence[str]) -> int:
        """Return where "unlike my colleagues, I" comes to its speaker."""
        if words and self.language.has("contrasts", words[0]) and "," in words:
            return words.index(",") + 1
        return 0

    def _is_self(self, words: Sequence[str], i: int) -> bool:
        """Whether a word for a relative is the speaker's: "single mum here, I ..."."""
        owned = i > 0 and self.language.has("owners", words[i - 1])
        return (
            not owned
            and self.language.has("personal", word := words[i])
            and ("i" in words[words.index(word) :])
        )
