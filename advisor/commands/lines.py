"""Lines of standard input, bounded, and the JSON objects in them."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from advisor.commands.record import Json
from advisor.text import MOST_CHARACTERS

MOST_LINE = MOST_CHARACTERS * 12 + 10_000
"""Bytes; a text of the greatest length may be escaped to twelve bytes a character."""
_CHUNK = 1 << 16


class LineError(Exception):
    """A line that cannot be used; the message says why."""


def lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield lines without their ends; None for one that is longer than allowed."""
    while line := stream.readline(MOST_LINE):
        if line.endswith(b"\n") or len(line) < MOST_LINE:
            yield line.removesuffix(b"\n").removesuffix(b"\r")
            continue
        while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
            pass
        yield None


def decoded(line: bytes | None) -> str:
    """Return a line as text.

    Raises:
        LineError: it is too long, or not UTF-8.

    """
    if line is None:
        raise LineError(f"a line of over {MOST_LINE:,} bytes; expected a shorter one")
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise LineError(
            f"bytes that are not UTF-8, from byte {error.start + 1}; expected UTF-8"
        ) from error
    return text.removeprefix("\ufeff")


def parsed(text: str) -> dict[str, Json]:
    """Return the JSON object that a line holds.

    Raises:
        LineError: it holds none.

    """
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise LineError(f"broken JSON: {error}; expected one object a line") from error
    if not isinstance(plain, dict):
        raise LineError(f"{kind(plain)}; expected a JSON object")
    return plain


def kind(value: Json) -> str:
    """Return what a JSON value is, for a complaint."""
    names = {
        bool: "a boolean",
        dict: "an object",
        list: "a list",
        str: "a string",
        type(None): "null",
    }
    return names.get(type(value), "a number")
