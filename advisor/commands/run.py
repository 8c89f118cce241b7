"""Read the arguments and hand over to the command that they name."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from advisor.commands import chat
from advisor.errors import AdvisorError, DataError

DONE, NOT_UNDERSTOOD, USAGE, BAD_DATA = 0, 1, 2, 3


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what the arguments ask for; the chat's alone need no other command."""
    try:
        chosen, rest = chat.own_parser().parse_known_args(arguments)
    except argparse.ArgumentError:
        rest = list(arguments)
    else:
        if not rest:
            return chosen
    # The other commands bring the engine with them, and the chat shows a prompt first.
    from advisor.commands.arguments import parser  # noqa: PLC0415

    return parser().parse_args(arguments)


def run(arguments: Sequence[str]) -> int:
    """Run a command line; return the exit status."""
    try:
        chosen = _parsed(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE
    try:
        command: Callable[[argparse.Namespace], int] = getattr(chosen, "run", chat.run)
        return command(chosen)
    except DataError as error:
        print(error, file=sys.stderr)
        count = len(error.problems)
        noun = "problem" if count == 1 else "problems"
        print(f"advisor: {count} {noun} in the data files", file=sys.stderr)
        return BAD_DATA
    except AdvisorError as error:
        print(f"advisor: {error}", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output has gone; say nothing more, not even on exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
