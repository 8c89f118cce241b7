"""`advisor pipe`: a JSON object on standard output for each line of standard input."""

import argparse
import sys
from dataclasses import dataclass

from advisor.api import Advisor, State
from advisor.commands.lines import LineError, decoded, kind, lines, parsed
from advisor.commands.record import Json, record, to_line
from advisor.errors import UtteranceError

DEFAULT_SESSION = "default"


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
    for number, line in enumerate(lines(sys.stdin.buffer), 1):
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


def read_line(line: bytes | None) -> Asked:
    """Return what a line asks.

    Raises:
        LineError: it is too long, not UTF-8, or a JSON object of another shape.

    """
    text = decoded(line)
    if not text.startswith("{"):
        return Asked(text, DEFAULT_SESSION)
    plain = parsed(text)
    if "text" not in plain:
        raise LineError('the object has no \'text\'; expected {"text": "..."}')
    asked, session = plain["text"], plain.get("session")
    if not isinstance(asked, str):
        raise LineError(f"'text' is {kind(asked)}; expected a string")
    if session is None:
        session = DEFAULT_SESSION
    if not isinstance(session, str):
        raise LineError(f"'session' is {kind(session)}; expected a string")
    return Asked(asked, session)
