"""The ways in which people state an attitude, made ready once and kept.

There are tens of thousands of them when every choice is spelled out, and one line
needs a few: so they are kept as texts by their first word, and read when it is heard.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from advisor.data.advice import Attitude
from advisor.text import stem, words
from advisor.understanding.language import Language, Phrases
from advisor.understanding.negation import denied

IS_NOT = ("isn't", "is not", "wasn't", "was not", "aren't", "are not", "isnt")
FEW = ("nothing", "hardly anything", "few things", "little", "not much", "no thing")
SHORTEST_STEM = 4
"""Words of feeling with shorter stems count only as they are listed."""
REMEMBERED = 1024
"""First words of which the ways are kept when they were read."""
_PLACE = re.compile(r'(?:[^\s"]|"[^"]*")+')
_FIELD, _LINE = "\t", "\n"


@dataclass(frozen=True, slots=True)
class Manners:
    """What people say of what they like, dislike, know or lack."""

    by_start: Mapping[str, str]
    """By the first word, the attitudes that can begin with it, as text."""
    adjectives: Mapping[str, tuple[str, float]]
    """What things may be found to be: "dull" -> dislike, and how strongly."""
    felt: Mapping[str, str]
    """Words of feeling, and their stems with a "-" -> like or dislike."""
    above: tuple[str, ...]
    """What stands between two things and sets the first above the second."""
    below: tuple[str, ...]

    def beginning(self, word: str) -> tuple[tuple[Phrases, Attitude], ...]:
        """Return the attitudes that can begin with a word, each with its phrases."""
        text = self.by_start.get(word)
        return () if text is None else _read(text)


def compile_manners(attitudes: Sequence[Attitude], language: Language) -> Manners:
    """Return the ways in which a catalog's attitudes are stated."""
    attitudes = [_spelled_out(a) for a in attitudes]
    said = [a for a in attitudes if a.stands != "between"]
    forms = [*said, *_denied_forms(said), *_comparisons(said)]
    return Manners(
        _by_first_word(forms, language),
        _adjectives(said),
        _felt(language),
        _between(attitudes, "like"),
        _between(attitudes, "dislike"),
    )


def _by_first_word(forms: Sequence[Attitude], language: Language) -> dict[str, str]:
    """Return attitudes as text, by the words that their phrases begin with."""
    found: dict[str, list[str]] = {}
    for form in forms:
        behind: dict[str, list[str]] = {}
        for phrase in _of_many(form, language):
            parts = words(phrase) or (phrase,)
            behind.setdefault(parts[0], []).append(" ".join(parts))
        for word, phrases in behind.items():
            fields = (form.means, str(form.strength), form.stands, *phrases)
            found.setdefault(word, []).append(_FIELD.join(fields))
    return {word: _LINE.join(lines) for word, lines in found.items()}


@lru_cache(maxsize=REMEMBERED)
def _read(text: str) -> tuple[tuple[Phrases, Attitude], ...]:
    """Return attitudes that were written as text."""
    found = []
    for line in text.split(_LINE):
        means, strength, stands, *phrases = line.split(_FIELD)
        attitude = Attitude(means, float(strength), stands, ())
        found.append((Phrases.of(phrases), attitude))
    return tuple(found)


def _spelled_out(attitude: Attitude) -> Attitude:
    """Return an attitude with `take|took it` as two phrases.

    A choice of several words stands in quotes: `stays|"is left" on the shelf`.
    """
    phrases = (
        " ".join(" ".join(chosen).replace('"', "").split())
        for phrase in attitude.phrases
        for chosen in product(
            *(place.split("|") for place in _PLACE.findall(phrase)),
        )
    )
    return replace(attitude, phrases=tuple(phrases))


def _between(attitudes: Sequence[Attitude], means: str) -> tuple[str, ...]:
    """Return what stands between two things and sets one above the other."""
    return tuple(
        phrase
        for attitude in attitudes
        if attitude.stands == "between" and attitude.means == means
        for phrase in attitude.phrases
    )


def _felt(language: Language) -> dict[str, str]:
    """Return words of feeling and their longer stems, with what they say."""
    found: dict[str, str] = {}
    lists = ("stopwords", "adverbs", "openers", "light_words", "closing_words")
    small = {stem(word) for name in lists for word in language.sets[name]}
    for name, means in (("feels_bad", "dislike"), ("feels_good", "like")):
        for word in language.sets[name]:
            found[word] = means
            root = stem(word)
            if word.endswith("ful") or len(root) < SHORTEST_STEM:
                continue
            if root not in small:
                found[f"{root}-"] = means
    return found


def _adjectives(attitudes: Sequence[Attitude]) -> dict[str, tuple[str, float]]:
    """Return the words that things are said to be, with what that says of them."""
    return {
        phrase.removeprefix("is "): (attitude.means, attitude.strength)
        for attitude in attitudes
        if attitude.stands == "after"
        for phrase in attitude.phrases
        if phrase.startswith("is ") and phrase.count(" ") == 1
    }


def _denied_forms(attitudes: Sequence[Attitude]) -> list[Attitude]:
    """Return what it says that something is not so: "isn't my strength"."""
    found = []
    for attitude in attitudes:
        rest = [p.removeprefix("is ") for p in attitude.phrases if p.startswith("is ")]
        if attitude.stands != "after" or not rest:
            continue
        means, strength = denied(attitude.means, attitude.strength)
        texts = tuple(f"{verb} {text}" for text in rest for verb in IS_NOT)
        found.append(Attitude(means, strength, "after", texts))
    return found


def _comparisons(attitudes: Sequence[Attitude]) -> list[Attitude]:
    """Return "nothing bores me more than" and the like, which stand before."""
    found = []
    for attitude in attitudes:
        verbs = [p for p in attitude.phrases if p.split()[1:] == ["me"]]
        texts = tuple(f"{n} {p} more than" for p in verbs for n in FEW if p)
        if attitude.stands == "after" and texts:
            found.append(Attitude(attitude.means, attitude.strength, "before", texts))
    return found


def _of_many(attitude: Attitude, language: Language) -> tuple[str, ...]:
    """Return phrases, those that follow one thing also as they follow several.

    "is my thing" becomes "are my thing", "bores me" becomes "bore me"; and what is
    said to be so may have been so: "was my thing".
    """
    if attitude.stands != "after":
        return attitude.phrases
    irregular = dict(pair.split() for pair in language.sets["verbs_of_many"])
    found = dict.fromkeys(attitude.phrases)
    for phrase in attitude.phrases:
        verb, _, rest = phrase.partition(" ")
        if verb == "is" and rest:
            found |= dict.fromkeys(f"{was} {rest}" for was in ("was", "were"))
        if verb in irregular:
            found[f"{irregular[verb]} {rest}".strip()] = None
        elif verb.endswith("s") and rest and verb.isalpha():
            found[f"{verb[:-1]} {rest}"] = None
    return tuple(found)
