"""What the linear model sees of an utterance: words, pairs of words, letters.

The mix follows what is known to work on short utterances: words, word pairs,
pairs with a gap, crude stems, and character n-grams inside words. Words that carry
meaning count once more by themselves, so that polite padding does not drown them; and
so does what they mean, words of like meaning being one, alone and in pairs; and so do
the everyday topics that they point to, for words that no example holds. Each of these
is normalised as a block of its own.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from advisor.match.english import FUNCTION_WORDS, concept, topics
from advisor.text import stem

SHORTEST_GRAM = 2
LONGEST_GRAM = 4
MOST_PAIRED = 16
"""So many words of an utterance are paired with each other."""
WEIGHTS = (1.0, 1.2, 0.7, 0.5, 0.7, 0.8)
"""Of words, letters, words that carry meaning, what they mean, topics, marks."""


def is_place(word: str) -> bool:
    """Return whether a word is a placeholder such as `_role_`."""
    return word.startswith("_") and word.endswith("_")


def word_features(words: Sequence[str]) -> list[str]:
    """Return names of the word features of an utterance."""
    found = [f"w {word}" for word in words]
    found += [f"s {stem(word)}" for word in words if not is_place(word)]
    padded = ["<", *words, ">"]
    found += [f"p {a} {b}" for a, b in pairwise(padded)]
    found += [f"g {a} {b}" for a, b in zip(padded, padded[2:], strict=False)]
    return found


def content_words(words: Sequence[str]) -> list[str]:
    """Return the words that carry meaning, or all where none does."""
    return [word for word in words if word not in FUNCTION_WORDS] or list(words)


def content_features(content: Sequence[str]) -> list[str]:
    """Return names of the features of the words that carry meaning."""
    found = [f"k {word}" for word in content]
    return found + [f"t {stem(word)}" for word in content if not is_place(word)]


def concept_features(content: Sequence[str]) -> list[str]:
    """Return names of what the words mean, and of pairs of that, in any order."""
    found, meant = [], set()
    for word in content[:MOST_PAIRED]:
        known = concept(word)
        if known is not None:
            found.append(f"y {known}")
        meant.add(known or stem(word))
    return found + [f"z {a} {b}" for a, b in combinations(sorted(meant), 2)]


def topic_features(content: Iterable[str]) -> list[str]:
    """Return names of the everyday topics that the words point to."""
    return [f"d {topic}" for word in content for topic in topics(word)]


def letters_of(word: str) -> list[str]:
    """Return names of the character features of a word."""
    if is_place(word):
        return []
    padded = f"<{word}>"
    return [
        f"c{padded[i : i + size]}"
        for size in range(SHORTEST_GRAM, LONGEST_GRAM + 1)
        for i in range(len(padded) - size + 1)
    ]


def blocks_of(words: Sequence[str], marks: Sequence[str]) -> tuple[list[str], ...]:
    """Return names of the features of an utterance, block by block as in `WEIGHTS`.

    Args:
        words: the utterance's.
        marks: whatever else a caller knows of it, as short strings.

    """
    spelt = [name for word in words for name in letters_of(word)]
    first, *rest = blocks_but_letters(words, marks)
    return (first, spelt, *rest)


def blocks_but_letters(
    words: Sequence[str], marks: Sequence[str]
) -> tuple[list[str], ...]:
    """Return the same without the block of letters, the second one."""
    content = content_words(words)
    return (
        word_features(words),
        content_features(content),
        concept_features(content),
        topic_features(content),
        [f"m {mark}" for mark in marks],
    )
