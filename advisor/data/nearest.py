"""Guess which known name somebody meant."""

import difflib
from collections.abc import Collection


def near(word: str, known: Collection[str]) -> str:
    """Return `; did you mean 'x'?` for the known word nearest, else nothing."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean '{close[0]}'?" if close else ""
