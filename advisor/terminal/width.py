"""How many columns a text really takes, and cutting it where a terminal would."""

import unicodedata
from itertools import pairwise

from prompt_toolkit.utils import get_cwidth

EMOJI_STYLE = "\N{VARIATION SELECTOR-16}"
JOINER = "\N{ZERO WIDTH JOINER}"


def columns(text: str) -> int:
    """Return how many columns a text takes at most.

    Terminals disagree on joined emoji; the widest reading is the safe one.
    """
    wide = get_cwidth(text)
    if EMOJI_STYLE in text:
        pairs = pairwise(text)
        wide += sum(
            after == EMOJI_STYLE and get_cwidth(char) == 1 for char, after in pairs
        )
    return wide


def padded(text: str, width: int) -> str:
    """Return a text with blanks behind it up to a width."""
    return text + " " * max(0, width - columns(text))


def cut(word: str, width: int) -> tuple[str, str]:
    """Return what of a word fits into a width, and the rest.

    A mark stays with the letter that carries it, a joined emoji in one piece where
    that fits; at least one character is taken, so that the rest grows shorter.
    """
    taken = 0
    while taken < len(word):
        end = _end_of_cluster(word, taken)
        if taken and columns(word[:end]) > width:
            break
        if not taken and columns(word[:end]) > width:
            return word[:1], word[1:]
        taken = end
    return word[:taken], word[taken:]


def _end_of_cluster(word: str, start: int) -> int:
    """Return where the character that begins at `start` ends, with all its marks."""
    end = start + 1
    while end < len(word):
        joined = word[end - 1] == JOINER or word[end] in (JOINER, EMOJI_STYLE)
        if not joined and not unicodedata.combining(word[end]):
            break
        end += 1
    return end
