"""Read the arguments and hand over to the command that they name."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence

from advisor import __version__
from advisor.commands import (
    ask,
    chat,
    check,
    completion,
    evaluate,
    facts,
    pipe,
    recommend,
    why,
)
from advisor.errors import AdvisorError, DataError

DONE, NOT_UNDERSTOOD, USAGE, BAD_DATA = 0, 1, 2, 3
COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "chat": chat.run,
    "ask": ask.run,
    "pipe": pipe.run,
    "recommend": recommend.run,
    "why": why.run,
    "check": check.run,
    "facts": facts.run,
    "eval": evaluate.run,
}

EPILOG = """\
examples:
  advisor                                       chat
  advisor --screen-reader --private             chat, spoken, nothing kept
  advisor ask "what does a data engineer earn in Germany?"
  advisor ask "ds vs mle" --json                the whole turn, for programs
  echo "do I need a PhD?" | advisor pipe        a JSON object a line

Exit status: 0 done, 1 not understood or out of scope, 2 wrong usage,
3 bad data files."""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--data",
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="a folder with intents/ and knowledge/ to use instead of the shipped ones",
    )
    top = argparse.ArgumentParser(
        prog="advisor",
        description="A career advisor. Without a command: chat.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common],
    )
    top.add_argument("--version", action="version", version=f"advisor {__version__}")
    completion.add(top)
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    chat.add(commands.add_parser("chat", parents=[common], help="chat (the default)"))
    chat.add(top)
    ask.add(commands.add_parser("ask", parents=[common], help="ask one question"))
    pipe.add(
        commands.add_parser(
            "pipe", parents=[common], help="answer lines on standard input as JSON"
        )
    )
    recommend.add(
        commands.add_parser(
            "recommend", parents=[common], help="suggest a path for lines of remarks"
        )
    )
    why.add(
        commands.add_parser("why", parents=[common], help="show how a text is read")
    )
    check.add(
        commands.add_parser("check", parents=[common], help="check the data files")
    )
    facts.add(
        commands.add_parser(
            "facts", parents=[common], help="show what is known, with its sources"
        )
    )
    evaluate.add(
        commands.add_parser(
            "eval", parents=[common], help="measure how labelled utterances are read"
        )
    )
    return top


def run(arguments: Sequence[str]) -> int:
    """Run a command line; return the exit status."""
    try:
        chosen = parser().parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE
    try:
        return COMMANDS[chosen.command or "chat"](chosen)
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
