"""The few words that the chat needs before anybody can answer, kept from last time."""

import contextlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from advisor.data import cache
from advisor.data.files import read_files
from advisor.data.fingerprint import fingerprint

if TYPE_CHECKING:
    from advisor.api import Advisor

KIND = ".face"
OPENING = "opening"
WORDS = (
    "prompt",
    "leaving",
    "leave_hint",
    "label_user",
    "label_advisor",
    "no_command",
    "no_argument",
    "paste_chip",
    "history_unwritable",
    "history_foreign",
    "reloaded",
    "reload_failed",
    "toolbar_paste",
)
Face = Mapping[str, str]
"""Key of a phrase -> the phrase; under OPENING, the first words."""


def face_of(advisor: "Advisor") -> Face:
    """Return the words of an advisor."""
    return {OPENING: advisor.opening, **{key: advisor.phrase(key) for key in WORDS}}


def key_of(data: str | None) -> str:
    """Return the name under which the words of some data files are kept.

    Raises:
        DataError: the files cannot be read.

    """
    return fingerprint(read_files(data)) + KIND


def is_compiled(key: str) -> bool:
    """Return whether what answers was made of the same files before."""
    return cache.has(f"{key.removesuffix(KIND)}.model")


def kept(key: str) -> Face | None:
    """Return the words that were kept, or None where there are none."""
    content = cache.get(key)
    if content is None:
        return None
    with contextlib.suppress(ValueError):
        face = json.loads(bytes(content))
        if isinstance(face, dict) and {OPENING, *WORDS} <= face.keys():
            return {str(key): str(text) for key, text in face.items()}
    return None


def keep(key: str, face: Face) -> None:
    """Keep some words for the next start."""
    cache.put(key, json.dumps(face).encode())
