"""`advisor pipe`: a JSON object on standard output for each line of standard input."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from advisor.api import Advisor, State
from advisor.commands.record import Json, record, to_line
from advisor.errors import UtteranceError
from advisor.text import MOST_CHARACTERS

DEFAULT_SESSION = "default"
MOST_LINE = MOST_CHARACTERS * 12 + 10_000
"""Bytes; a text of the greatest length may be escaped to twelve bytes a character."""
_CHUNK = 1 << 16


class LineError(Exception):
    """A line that cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What one line asks."""

    text: str
    session: str


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--fresh", action="store_true", help="begin a new conversation at every line"
    )


def run(options: argparse.Namespace) -> int:
    """Answer every line; 1 where any of them could not be used."""
    advisor = Advisor.load(getattr(options, "data", None))
    sessions: dict[str, State] = {}
    status = 0
    for number, line in enumerate(_lines(sys.stdin.buffer), 1):
        try:
            asked = read_line(line)
            state = sessions.get(asked.session)
            if state is None or options.fresh:
                state = advisor.start()
            turn = advisor.step(state, asked.text)
        except (LineError, UtteranceError) as error:
            status = 1
            answer: dict[str, Json] = {"error": {"line": number, "message": str(error)}}
        else:
            sessions[asked.session] = turn.state
            answer = record(turn, asked.session, asked.text)
        sys.stdout.write(to_line(answer))
        sys.stdout.flush()
    return status


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield lines without their ends; None for one that is longer than allowed."""
    while line := stream.readline(MOST_LINE):
        if line.endswith(b"\n") or len(line) < MOST_LINE:
            yield line.removesuffix(b"\n").removesuffix(b"\r")
            continue
        while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
            pass
        yield None


def read_line(line: bytes | None) -> Asked:
    """Return what a line asks.

    Raises:
        LineError: it is too long, not UTF-8, or a JSON object of another shape.

    """
    if line is None:
        raise LineError(f"a line of over {MOST_LINE:,} bytes; expected a shorter one")
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise LineError(
            f"bytes that are not UTF-8, from byte {error.start + 1}; expected UTF-8"
        ) from error
    text = text.removeprefix("\ufeff")
    if not text.startswith("{"):
        return Asked(text, DEFAULT_SESSION)
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise LineError(f"broken JSON: {error}; expected one object a line") from error
    return _asked(plain)


def _asked(plain: dict[str, Json]) -> Asked:
    if "text" not in plain:
        raise LineError('the object has no \'text\'; expected {"text": "..."}')
    text, session = plain["text"], plain.get("session")
    if not isinstance(text, str):
        raise LineError(f"'text' is {_kind(text)}; expected a string")
    if session is None:
        session = DEFAULT_SESSION
    if not isinstance(session, str):
        raise LineError(f"'session' is {_kind(session)}; expected a string")
    return Asked(text, session)


def _kind(value: Json) -> str:
    names = {bool: "a boolean", dict: "an object", list: "a list", type(None): "null"}
    return names.get(type(value), "a number")
