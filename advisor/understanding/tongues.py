"""Recognise a line in another language, and the roles and topics that it names."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from advisor.data.model import Catalog, Tongue
from advisor.text import fold, words

SCRIPTS: Mapping[str, tuple[str, ...]] = {
    "han": ("CJK",),
    "kana": ("HIRAGANA", "KATAKANA"),
    "hangul": ("HANGUL",),
    "cyrillic": ("CYRILLIC",),
    "devanagari": ("DEVANAGARI",),
    "arabic": ("ARABIC",),
}
"""Script -> how the Unicode names of its letters begin."""
DECIDING = ("kana", "hangul")
"""Scripts that settle it among Chinese characters."""
FEWEST = 2
SHARE = 0.25
"""The least share of the words that must be small words of the language."""
MOST_ENGLISH = 0.7
LONG_ENOUGH = 3
"""Words of a line in which, if few are English, one of another language is enough."""
FAMILIAR = 3
MOST_WORDS = 60
MOST_READ = 2_000
"""Characters of a text that are looked at."""


@dataclass(frozen=True, slots=True)
class TongueReader:
    """Knows the other languages."""

    tongues: tuple[Tongue, ...]
    heard: Callable[[str], int]
    """How often a word is known to occur in English."""
    lent: frozenset[str] = frozenset()
    """English words that other languages use as well: the titles of jobs."""

    def find(self, text: str) -> Tongue | None:
        """Return the language of a cleaned text, where it is one of the others."""
        text = text[:MOST_READ]
        script = _script_of(text)
        if script is not None:
            return next((t for t in self.tongues if script in t.scripts), None)
        said = [word for word in words(text)[:MOST_WORDS] if word not in self.lent]
        english = sum(self.heard(word) >= FAMILIAR for word in said)
        if not said or english > MOST_ENGLISH * len(said):
            return None
        best, most = None, 0.0
        for tongue in self.tongues:
            score = self._score(said, english, text, tongue)
            if score > most:
                best, most = tongue, score
        return best

    def _score(
        self, said: Sequence[str], english: int, text: str, tongue: Tongue
    ) -> float:
        """Return how much speaks for a language; 0 where it is not enough."""
        small = [word for word in said if word in tongue.words]
        own = [word for word in small if self.heard(word) < FAMILIAR]
        roles, topics = named(text, tongue)
        own_count = len(set(own)) + len(roles) + len(topics)
        strange = len(said) >= LONG_ENOUGH and english <= len(said) / LONG_ENOUGH
        fewest = 1 if strange else FEWEST
        if own_count < fewest or len(small) < SHARE * len(said):
            return 0.0
        return len(own) + len(roles) + len(topics) + 0.1 * len(small)


def titles_of(catalog: Catalog) -> frozenset[str]:
    """Return the words of the roles' names, which are lent to other languages."""
    names = [n for role in catalog.roles.values() for n in (role.name, role.plural)]
    return frozenset(word for name in names for word in words(name))


def named(text: str, tongue: Tongue) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the roles and the topics that a text names in a language."""
    spaced = not tongue.scripts or "cyrillic" in tongue.scripts
    plain = f" {' '.join(words(text))} " if spaced else fold(text)
    return (
        _names(plain, tongue.roles, spaced=spaced),
        _names(plain, tongue.topics, spaced=spaced),
    )


def _names(
    plain: str, names: Mapping[str, tuple[str, ...]], *, spaced: bool
) -> tuple[str, ...]:
    found = []
    for key, texts in names.items():
        for text in texts:
            wanted = f" {' '.join(words(text))} " if spaced else fold(text)
            if wanted in plain:
                found.append((plain.index(wanted), key))
                break
    return tuple(key for _, key in sorted(found))


def _script_of(text: str) -> str | None:
    """Return the script of at least half of a text's letters, if not Latin."""
    letters = [char for char in text if char.isalpha()]
    counts: dict[str, int] = {}
    for char in letters:
        if char.isascii():
            continue
        name = unicodedata.name(char, "")
        for script, begins in SCRIPTS.items():
            if name.startswith(begins):
                counts[script] = counts.get(script, 0) + 1
    foreign = sum(counts.values())
    latin = sum(char.isascii() for char in letters)
    if not foreign or foreign * FEWEST < latin:
        return None
    for script in DECIDING:
        if script in counts:
            return script
    return max(counts, key=lambda script: counts[script])
