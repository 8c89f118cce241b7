"""`advisor --print-completion SHELL`: a script by which a shell completes the line."""

import argparse
import sys
from collections.abc import Sequence

SHELLS = ("bash", "zsh", "fish")
MISSING = "needs the package shtab: pip install 'career-advisor[completion]'"


class PrintCompletion(argparse.Action):
    """Prints the script and leaves."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,
    ) -> None:
        """Print the script for the shell named."""
        del namespace, option_string
        try:
            import shtab  # noqa: PLC0415 - optional, and only needed here
        except ImportError:
            parser.error(f"--print-completion {MISSING}")
        sys.stdout.write(shtab.complete(parser, str(values)) + "\n")
        parser.exit()


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the option."""
    parser.add_argument(
        "--print-completion",
        action=PrintCompletion,
        choices=SHELLS,
        metavar="SHELL",
        default=argparse.SUPPRESS,
        help=f"print a completion script for {', '.join(SHELLS)}",
    )
