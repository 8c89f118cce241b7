"""The command line: `advisor` and what may follow it."""

from advisor.commands.run import run

__all__ = ["run"]
