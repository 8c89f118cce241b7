"""What anyone knows of English, for any matcher: read from text files beside this."""

from importlib.resources import files


def _read(name: str) -> list[list[str]]:
    """Return the words of a file of this folder, line by line."""
    text = (files("advisor.match") / name).read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines()]


FUNCTION_WORDS = frozenset(w for line in _read("function_words.txt") for w in line)
"""Words that only hold a sentence together."""
