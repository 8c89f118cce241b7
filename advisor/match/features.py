"""What the linear model sees of an utterance: words, pairs of words, letters.

The mix follows what is known to work on short utterances: words, word pairs,
pairs with a gap, crude stems, and character n-grams inside words, the words and
the characters each normalised as a block of their own.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from advisor.text import stem

SHORTEST_GRAM = 2
LONGEST_GRAM = 4


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


def letter_features(words: Iterable[str]) -> list[str]:
    """Return names of the character features of an utterance."""
    found = []
    for word in words:
        if is_place(word):
            continue
        padded = f"<{word}>"
        for size in range(SHORTEST_GRAM, LONGEST_GRAM + 1):
            found += [f"c{padded[i : i + size]}" for i in range(len(padded) - size + 1)]
    return found
