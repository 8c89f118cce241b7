"""`advisor why "text"`: how a text is read, and what would be said."""

import argparse
import sys
from collections.abc import Iterator

from advisor.api import Advisor, Turn


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("text", nargs="+", help="what somebody might say")


def run(options: argparse.Namespace) -> int:
    """Print how the text is read."""
    advisor = Advisor.load(getattr(options, "data", None))
    turn = advisor.step(advisor.start(), " ".join(options.text))
    sys.stdout.write("\n".join(explain(turn)) + "\n")
    return 0


def explain(turn: Turn) -> Iterator[str]:
    """Yield the lines that explain a turn, for an author of the data files."""
    reading = turn.reading
    yield f"read      {reading.text!r}"
    for typed, read in reading.corrections:
        yield f"spelling  {typed} -> {read}"
    for clause in reading.clauses:
        yield f"clause    {clause!r}"
    for mention in reading.mentions:
        yield f"name      {mention.key}  ({mention.name})"
    for intent, probability in reading.best:
        yield f"intent    {probability:.3f}  {intent}"
    for frame in turn.understood:
        slots = "".join(f" {k}={','.join(v)}" for k, v in frame.slots.items())
        roles, topics = ",".join(frame.roles) or "-", ",".join(frame.topics) or "-"
        yield (
            f"frame     {frame.act} roles={roles} topics={topics}{slots}"
            f"  [{frame.intent}, {frame.confidence:.2f}]"
        )
    if not turn.understood:
        yield "frame     none: not understood"
    if turn.asked:
        yield f"asks      {turn.asked.id}"
    for snippet in turn.snippets:
        yield f"snippet   {snippet.id}  ({', '.join(snippet.sources)})"
