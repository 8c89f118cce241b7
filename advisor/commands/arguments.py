"""The whole command line: every command with its arguments."""

import argparse
from collections.abc import Callable, Mapping

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

Add = Callable[[argparse.ArgumentParser], None]
Run = Callable[[argparse.Namespace], int]
COMMANDS: Mapping[str, tuple[Add, Run, str]] = {
    "chat": (chat.add, chat.run, "chat (the default)"),
    "ask": (ask.add, ask.run, "ask one question"),
    "pipe": (pipe.add, pipe.run, "answer lines on standard input as JSON"),
    "recommend": (
        recommend.add,
        recommend.run,
        "suggest a path for lines of remarks",
    ),
    "why": (why.add, why.run, "show how a text is read"),
    "check": (check.add, check.run, "check the data files"),
    "facts": (facts.add, facts.run, "show what is known, with its sources"),
    "eval": (evaluate.add, evaluate.run, "measure how labelled utterances are read"),
}
EPILOG = """\
examples:
  advisor                                       chat
  advisor --screen-reader --private             chat, spoken, nothing kept
  advisor ask "what is the pay like in Germany?"
  advisor ask "what do I need to learn?" --json the whole turn, for programs
  echo "do I need a PhD?" | advisor pipe        a JSON object a line

Exit status: 0 done, 1 not understood or out of scope, 2 wrong usage,
3 bad data files."""


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    common = chat.data_parser()
    top = argparse.ArgumentParser(
        prog="advisor",
        description="A career advisor. Without a command: chat.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common],
    )
    top.add_argument("--version", action="version", version=f"advisor {__version__}")
    completion.add(top)
    chat.add(top)
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    for name, (add, run, does) in COMMANDS.items():
        command = commands.add_parser(name, parents=[common], help=does)
        add(command)
        command.set_defaults(run=run)
    return top
