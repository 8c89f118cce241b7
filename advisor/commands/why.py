"""`advisor why "text"`: how a text is read, and what would be said."""

import argparse
import sys
from collections.abc import Iterator, Sequence

from advisor.api import Advisor, Turn
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.mentions import roles_of


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("text", nargs="+", help="what somebody might say")
    parser.add_argument(
        "--after",
        action="append",
        default=[],
        metavar="LINE",
        help="what they said before; may be given several times",
    )


def run(options: argparse.Namespace) -> int:
    """Print how the text is read."""
    advisor = Advisor.load(getattr(options, "data", None))
    state = advisor.start()
    for line in options.after:
        state = advisor.step(state, line).state
    turn = advisor.step(state, " ".join(options.text))
    sys.stdout.write("\n".join(explain(turn)) + "\n")
    return 0


def explain(turn: Turn) -> Iterator[str]:
    """Yield the lines that explain a turn, for an author of the data files.

    Spans are offsets into the text as read.
    """
    yield from _heard(turn.reading)
    yield from _understood(turn)
    yield from _remarks(turn.reading)
    left = _left_over(turn.reading, turn.understood)
    if left:
        yield f"left      {left!r}: in no frame and no remark"
    if turn.asked:
        yield f"asks      {turn.asked.id}"
    for snippet in turn.snippets:
        yield f"snippet   {snippet.id}  ({', '.join(snippet.sources)})"


def _heard(reading: Reading) -> Iterator[str]:
    yield f"read      {reading.text!r}"
    for typed, read in reading.corrections:
        yield f"spelling  {typed} -> {read}"
    for clause in reading.clauses:
        yield f"clause    {clause!r}"
    for mention in reading.mentions:
        yield f"name      {mention.key}  ({mention.name})"
    for intent, probability in reading.best:
        yield f"intent    {probability:.3f}  {intent}"


def _understood(turn: Turn) -> Iterator[str]:
    reading = turn.reading
    named = set(roles_of(reading.mentions))
    for frame in turn.understood:
        slots = "".join(f" {k}={','.join(v)}" for k, v in frame.slots.items())
        roles, topics = ",".join(frame.roles) or "-", ",".join(frame.topics) or "-"
        yield (
            f"frame     {frame.act} roles={roles} topics={topics}{slots}"
            f"  [{frame.intent}, {frame.confidence:.2f}]  {_span(reading, frame.text)}"
        )
        taken = [role for role in frame.roles if role not in named]
        if taken:
            how = "by default" if frame.by_default else "from what was said before"
            yield f"context   {', '.join(taken)}: {how}"
    if not turn.understood:
        yield "frame     none: not understood"


def _remarks(reading: Reading) -> Iterator[str]:
    for remark in reading.remarks:
        how = "guessed" if remark.guessed else remark.means
        yield (
            f"remark    {remark.trait} {remark.polarity:+d} ({how},"
            f" {remark.strength:.1f})  {_span(reading, remark.quote)}"
        )


def _span(reading: Reading, part: str) -> str:
    """Return where in the text a part stands, as `12..20`; nothing if it does not."""
    at = reading.text.find(part) if part else -1
    return f"{at}..{at + len(part)}" if at >= 0 else ""


def _left_over(reading: Reading, frames: Sequence[Frame]) -> str:
    """Return the clauses that neither a frame nor a remark was read from."""
    read = [frame.text for frame in frames] + [r.quote for r in reading.remarks]
    left = [
        clause
        for clause in reading.clauses
        if not any(clause in text or text in clause for text in read)
    ]
    return " / ".join(left)
