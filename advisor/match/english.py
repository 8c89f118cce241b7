"""What anyone knows of English, for any matcher: read from text files beside this."""

from pathlib import Path

from advisor.text import stem

MOST_TOPICS = 3


def _read(name: str) -> list[list[str]]:
    """Return the words of a file of this folder, line by line."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines()]


def _topics(lines: list[list[str]]) -> dict[str, tuple[str, ...]]:
    """Return word or stem -> the topics that it points to, the first ones first."""
    found: dict[str, dict[str, None]] = {}
    for name, *listed in lines:
        for word in listed:
            found.setdefault(word, {})[name] = None
            found.setdefault(stem(word), {})[name] = None
    return {word: tuple(names)[:MOST_TOPICS] for word, names in found.items()}


def _concepts(groups: list[list[str]]) -> dict[str, str]:
    """Return word or stem -> the number of the first group that it stands in."""
    found: dict[str, str] = {}
    for number, group in enumerate(groups):
        for word in group:
            found.setdefault(word, str(number))
    for word, concept_of in list(found.items()):
        found.setdefault(stem(word), concept_of)
    return found


FUNCTION_WORDS = frozenset(w for line in _read("function_words.txt") for w in line)
"""Words that only hold a sentence together."""
_GROUPS = _read("synonyms.txt")
_CONCEPTS = _concepts(_GROUPS)
_TOPICS = _topics(_read("topics.txt"))
_WORDS = FUNCTION_WORDS.union(*_GROUPS)
ENGLISH = _WORDS.union(*(line[1:] for line in _read("topics.txt")))
"""Every word that is known of English."""
_PLAIN = frozenset(word for line in _read("plain_words.txt") for word in line)
ENDINGS = (
    *(("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("d", "")),
    *(("ied", "y"), ("ing", ""), ("ing", "e"), ("ly", "")),
)
"""Of plain forms of a word, with what the word has in their place."""


def concept(word: str) -> str | None:
    """Return what stands for a word and for all that mean much the same, if known."""
    return _CONCEPTS.get(word) or _CONCEPTS.get(stem(word))


def topics(word: str) -> tuple[str, ...]:
    """Return the everyday topics that a word points to."""
    return _TOPICS.get(word) or _TOPICS.get(stem(word), ())


def is_english(word: str) -> bool:
    """Return whether a word, or what it is a plain form of, is a known English one."""
    return any(
        word[: len(word) - len(ending)] + base in _WORDS
        for ending, base in ENDINGS
        if word.endswith(ending)
    )


def is_word(word: str) -> bool:
    """Return whether a word is an English one, be it of none of the topics."""
    return word in _PLAIN or is_english(word)
