"""Set apart what is only polite around a line: a greeting, thanks, a plea, a name.

What stands between them is read as if it stood alone. A line of nothing else is left
as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.text import Token, ends_sentence
from advisor.understanding.language import Language
from advisor.understanding.mentions import Mention

LONGEST = 6
"""Words of the longest courtesy."""
NAME = 2
"""Words of the longest name that somebody gives, or is called by."""
SIGNATURE = 25
"""Words of the longest signature."""
DOES = ("greetings", "thanking")
"""Courtesies that are something done, where they are a sentence of their own."""
OPENS = (*DOES, "pleading", "polite")
CLOSES = ("thanking", "polite")
OFF = (",", ":", ";", "-", "(", ")", "\N{EN DASH}", "\N{EM DASH}")
"""Signs that set a courtesy off, beside those that end a sentence."""
BEGINS = ("question_words", "auxiliaries", "requests", "first_person")

ORDERS = ("requests", "contrasting")
ASKED_FOR = ("for", "me")


@dataclass(frozen=True, slots=True)
class Bare:
    """What is left of a line, and what was said around it."""

    first: int
    """Index of the first token that is left."""
    last: int
    """Index behind the last one."""
    before: tuple[str, ...] = ()
    """Greetings and thanks before it that are sentences of their own."""
    after: tuple[str, ...] = ()
    asks: bool = False
    """Whether its question mark stood behind what was taken off its end."""


def bare(
    text: str, tokens: Sequence[Token], mentions: Sequence[Mention], language: Language
) -> Bare | None:
    """Return what is left without courtesies; None where that is all, or nothing."""
    line = _Line(text, tokens, mentions, language)
    first, last = 0, line.before_signature()
    before: list[str] = []
    after: list[str] = []
    asks = False
    while (at := line.behind_opening(first, last)) is not None:
        before += line.done(first, at)
        first = at
    while (at := line.before_closing(first, last)) is not None:
        asks = asks or tokens[last - 1].text == "?"
        after = [*line.done(at, last), *after]
        last = at
        while last > first and _trails(tokens, last - 1):
            last -= 1
    taken = (first, last) != (0, len(tokens))
    if not taken or not any(token.is_word for token in tokens[first:last]):
        return None
    asked = tokens[last - 1].text == "?"
    return Bare(first, last, tuple(before), tuple(after), asks and not asked)


def _trails(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sign only led on to a courtesy: a comma, or a stop behind a "?"."""
    if tokens[at].text in OFF:
        return True
    return tokens[at].text == "." and at > 0 and ends_sentence(tokens[at - 1])


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, with what finds courtesies at both ends of it."""

    text: str
    tokens: Sequence[Token]
    mentions: Sequence[Mention]
    language: Language

    def before_signature(self) -> int:
        """Return where the signature of a mail begins, or the end of the line."""
        texts = [token.text for token in self.tokens]
        for i in range(len(texts)):
            if i and texts[i - 1] != "\n":
                continue
            if i and texts[i : i + 3] == ["-", "-", "\n"]:
                return i
            end = i + self._phrase("thanking", i, len(texts))
            behind = texts[end : end + 2]
            if end > i and "\n" in behind and self._signs(texts[end:]):
                return end
        return len(texts)

    def _signs(self, texts: Sequence[str]) -> bool:
        """Whether what follows a farewell only tells who sends it."""
        said = [text for text in texts if text[0].isalnum()]
        asks = "?" in texts or any(
            self.language.has(name, text) for name in BEGINS for text in said
        )
        return 0 < len(said) <= SIGNATURE and not asks

    def behind_opening(self, first: int, last: int) -> int | None:
        """Return where what follows a courtesy at the start begins."""
        at = self._behind_signs(first, last)
        for name in OPENS:
            length = self._phrase(name, at, last)
            if not length:
                continue
            end = at + length
            called = self._behind_name(end, last) if name == "greetings" else end
            for stop in (called, end):
                if self._set_off(stop, last):
                    return self._behind_signs(stop, last)
            if name == "greetings" and self._begins(end, last):
                return end
        return self._behind_introduction(at, last)

    def before_closing(self, first: int, last: int) -> int | None:
        """Return where a courtesy at the end begins."""
        end = last
        while end > first and not self.tokens[end - 1].is_word:
            end -= 1
        if self._asks_for_oneself(first, end):
            return end - len(ASKED_FOR)
        for at in range(max(first, end - LONGEST), end):
            for name in CLOSES:
                length = self._phrase(name, at, end)
                if length and self._ends(at + length, end):
                    return at if self._cut(at, first) else None
        return None

    def _asks_for_oneself(self, first: int, end: int) -> bool:
        """Whether an order ends with whom it is for: "compare A and B for me"."""
        said = tuple(token.text for token in self.tokens[first:end])
        *order, verb = said[: -len(ASKED_FOR)] or ("", "")
        opens = bool(order) and any(self.language.has(n, order[0]) for n in ORDERS)
        ends = said[-len(ASKED_FOR) :] == ASKED_FOR
        return opens and ends and not self.language.has("auxiliaries", verb)

    def done(self, first: int, last: int) -> list[str]:
        """Return a courtesy that does something and is a sentence, as a list of one."""
        at = self._behind_signs(first, last)
        does = any(self._phrase(name, at, last) for name in DOES)
        opens = at == 0 or ends_sentence(self.tokens[at - 1])
        closes = last == len(self.tokens) or ends_sentence(self.tokens[last - 1])
        if not does or not opens or not closes:
            return []
        return [self.text[self.tokens[at].start : self.tokens[last - 1].end]]

    def _phrase(self, name: str, at: int, last: int) -> int:
        """Return how many tokens a phrase of a list takes up at an index, or 0."""
        said = [token.text for token in self.tokens[at:last]]
        return self.language.phrases[name].at(said, 0) if said else 0

    def _behind_signs(self, at: int, last: int) -> int:
        while at < last and not self.tokens[at].is_word:
            at += 1
        return at

    def _set_off(self, at: int, last: int) -> bool:
        """Whether a sign follows that sets off what stands before it."""
        return at < last and (
            self.tokens[at].text in OFF or ends_sentence(self.tokens[at])
        )

    def _cut(self, at: int, first: int) -> bool:
        """Whether what begins at an index is no part of what stands before it."""
        if at <= first:
            return False
        before = self.tokens[at - 1]
        return not before.is_word or not self.language.has("owing", before.text)

    def _ends(self, at: int, end: int) -> bool:
        """Whether only the one who is thanked, or the one who signs, follows."""
        if at == end:
            return True
        if self._behind_name(at, end) == end:
            return True
        names = [token for token in self.tokens[at:end] if token.is_word]
        signed = self._set_off(at, end) and len(names) <= NAME
        return signed and all(self._is_name(token) for token in names)

    def _behind_name(self, at: int, last: int) -> int:
        """Return where the name of the one who is greeted or thanked ends."""
        end = at
        while end < last and self.language.has("addressed", self.tokens[end].text):
            end += 1
        while end < min(last, at + NAME) and self._is_name(self.tokens[end]):
            end += 1
        return end

    def _is_name(self, token: Token) -> bool:
        """Whether a word may be a name: it has a capital, and means nothing else."""
        named = any(
            self.tokens[i] is token
            for m in self.mentions
            for i in range(m.first, m.last + 1)
        )
        capital = token.raw[:1].isupper() and token.raw.isalpha()
        small = any(self.language.has(name, token.text) for name in BEGINS)
        return capital and not named and not small

    def _begins(self, at: int, last: int) -> bool:
        """Whether a question, a remark or a name begins here."""
        if at >= last:
            return False
        word = self.tokens[at].text
        named = any(mention.first == at for mention in self.mentions)
        return named or any(self.language.has(name, word) for name in BEGINS)

    def _behind_introduction(self, at: int, last: int) -> int | None:
        """Return where what follows "I'm Sam" begins."""
        length = self._phrase("introducing", at, last)
        end = at + length
        while length and end < min(last, at + length + NAME):
            if not self._is_name(self.tokens[end]):
                break
            end += 1
        if not length or end == at + length or end >= last:
            return None
        sign = self.tokens[end]
        if ends_sentence(sign):
            return self._behind_signs(end, last)
        ahead = end + 1
        joined = sign.text in OFF or self.language.has("joins", sign.text)
        return ahead if joined and self._begins(ahead, last) else None
