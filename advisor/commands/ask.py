"""`advisor ask "..."`: one utterance, one reply."""

import argparse
import sys

from advisor.api import Advisor, Turn
from advisor.commands.record import record, to_line

DECLINED = "out_of_scope"


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("text", nargs="+", help="the question, in your own words")
    parser.add_argument("--json", action="store_true", help="print the whole turn")


def run(options: argparse.Namespace) -> int:
    """Print the reply; 1 where the text was out of scope or not understood."""
    advisor = Advisor.load(getattr(options, "data", None))
    text = " ".join(options.text)
    turn = advisor.step(advisor.start(), text)
    if options.json:
        sys.stdout.write(to_line(record(turn, "default", text)))
    else:
        sys.stdout.write(turn.reply.text + "\n")
    return 0 if understood(turn) else 1


def understood(turn: Turn) -> bool:
    """Return whether a turn found something to answer."""
    return any(frame.act != DECLINED for frame in turn.understood)
