"""`advisor`: the chat."""

import argparse

from advisor.api import Advisor


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--plain",
        action="store_true",
        default=argparse.SUPPRESS,
        help="plain lines, without the editing of a terminal",
    )


def run(options: argparse.Namespace) -> int:
    """Chat until the user leaves."""
    # The terminal library is a third of the start-up time of every other command.
    from advisor.terminal.chat import chat  # noqa: PLC0415

    def load() -> Advisor:
        return Advisor.load(getattr(options, "data", None))

    chat(load(), plain=getattr(options, "plain", False), load=load)
    return 0
