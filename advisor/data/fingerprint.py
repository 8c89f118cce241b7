"""A name for what is made of the data files, which changes with them and the code."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from advisor.data import cache

COMPILERS = ("data", "dialogue", "match", "understanding")
"""Packages whose code decides what the data files are compiled to."""


def fingerprint(found: Mapping[str, bytes]) -> str:
    """Return the name of what this code makes of some data files."""
    return cache.key_of({**found, **code_of(COMPILERS)})


def code_of(packages: Sequence[str]) -> dict[str, bytes]:
    """Return the source of what compiles, so that a change of it changes the key."""
    root = Path(__file__).resolve().parents[1]
    found = {name: (root / name).read_bytes() for name in ("load.py", "text.py")}
    for package in packages:
        for item in (root / package).iterdir():
            if item.name.endswith((".py", ".txt")):
                found[f"{package}/{item.name}"] = item.read_bytes()
    return dict(sorted(found.items()))
