"""Spell out what is shortened in chat: "ds n de", "skills 4 de", "y tho"."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.text import Token, ends_sentence
from advisor.understanding.language import Language
from advisor.understanding.lexicon import Lexicon

AND, FOR, TO, WHY, ARE, BE = "and", "for", "to", "why", "are", "be"
TWO = "two"
ARTICLES = ("a", "an", "the")


def spelled_out(
    tokens: Sequence[Token], lexicon: Lexicon, language: Language
) -> list[Token]:
    """Return the tokens with letters and digits that stand for words read as those.

    Only where their neighbours show it: "4" before a role is "for", and before years
    a number.
    """
    found: list[Token] = []
    for i, token in enumerate(tokens):
        read = _READERS.get(token.text)
        word = read(_Place(tokens, i, lexicon, language)) if read else None
        words = (word,) if word else language.chat.get(token.text, (token.text,))
        found += [replace(token, text=word) for word in words]
    return found


@dataclass(frozen=True, slots=True)
class _Place:
    """A letter or a digit between its neighbours."""

    tokens: Sequence[Token]
    at: int
    lexicon: Lexicon
    language: Language

    @property
    def before(self) -> str:
        """Return the word before it; none where a sign stands there."""
        return self._word(self.at - 1)

    @property
    def after(self) -> str:
        """Return the word behind it; none where a sign stands there."""
        return self._word(self.at + 1)

    @property
    def opens(self) -> bool:
        """Return whether a sentence begins with it."""
        return self.at == 0 or ends_sentence(self.tokens[self.at - 1])

    @property
    def counts(self) -> bool:
        """Return whether the word before it shows that it is a number."""
        return self.language.has("before_number", self.before)

    def names(self, way: int) -> bool:
        """Return whether a name stands on one side, an article before it aside."""
        i = self.at + way
        if self._word(i) in ARTICLES:
            i += 1
        word = self._word(i)
        shown = word.upper() in self.lexicon.cased or word in self.lexicon.bare
        return bool(word) and (shown or word in self.lexicon.longest)

    def _word(self, i: int) -> str:
        known = 0 <= i < len(self.tokens) and self.tokens[i].is_word
        return self.tokens[i].text if known else ""


def _and(place: _Place) -> str | None:
    """Read "ds n de", and "n germany?" as what goes on."""
    joins = place.after and (place.before or place.opens)
    years = place.language.has("year_words", place.after)
    return AND if joins and not years and not place.counts else None


def _for(place: _Place) -> str | None:
    """Read "skills 4 de" and "best 4 me"."""
    named = place.names(1) or place.language.has("selves", place.after)
    goes = place.before and not place.counts and named
    return FOR if goes else None


def _to(place: _Place) -> str | None:
    """Read "how 2 become", "ds 2 de" and "those 2"."""
    if place.language.has("plural_pointers", place.before):
        return TWO
    moves = place.names(-1) and place.names(1)
    verb = place.language.has("behind_to", place.after)
    return TO if not place.opens and (moves or verb) else None


def _why(place: _Place) -> str | None:
    """Read "y tho", and "y?" by itself."""
    if not place.opens:
        return None
    asks = [token.text for token in place.tokens[place.at + 1 :][:1]] == ["?"]
    return WHY if asks or place.language.has("behind_why", place.after) else None


def _are(place: _Place) -> str | None:
    """Read "r ds jobs dying"; the language is written with a capital letter."""
    if not place.tokens[place.at].raw.islower():
        return None
    leads = place.opens and place.names(1)
    return ARE if leads or place.language.has("behind_are", place.after) else None


def _be(place: _Place) -> str | None:
    """Read "2 b a de"."""
    return BE if place.before in (TO, "2") and place.after else None


def _i_would(place: _Place) -> str | None:
    """Read "id" before what one would do as "I'd": "id rather build things"."""
    return "i'd" if place.language.has("would_verbs", place.after) else None


_READERS: Mapping[str, Callable[[_Place], str | None]] = {
    "n": _and,
    "4": _for,
    "2": _to,
    "y": _why,
    "r": _are,
    "b": _be,
    "id": _i_would,
}
