"""`advisor`: the chat."""

import argparse

from advisor.api import Advisor

SWITCHES = (
    ("--plain", "plain lines: the words alone, as the pipe has them"),
    ("--screen-reader", "labelled lines, and nothing drawn or floating"),
    ("--private", "read and keep no history of what you type"),
    ("--vi", "edit the line with the keys of vi"),
    ("--no-toolbar", "leave out the bar at the bottom"),
)


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    for switch, means in SWITCHES:
        parser.add_argument(
            switch, action="store_true", default=argparse.SUPPRESS, help=means
        )


def run(options: argparse.Namespace) -> int:
    """Chat until the user leaves."""
    # The terminal library is a third of the start-up time of every other command.
    from advisor.terminal.chat import chat  # noqa: PLC0415
    from advisor.terminal.options import Options  # noqa: PLC0415

    def load() -> Advisor:
        return Advisor.load(getattr(options, "data", None))

    wishes = Options(
        plain=hasattr(options, "plain"),
        screen_reader=hasattr(options, "screen_reader"),
        private=hasattr(options, "private"),
        vi=hasattr(options, "vi"),
        toolbar=not hasattr(options, "no_toolbar"),
    )
    chat(load(), wishes, load=load)
    return 0
