"""`advisor recommend`: a suggestion for each person of a file of remarks."""

import argparse
import sys
from collections.abc import Iterator

from advisor.api import Advisor, Recommendation
from advisor.commands.lines import LineError, decoded, kind, lines, parsed
from advisor.commands.record import Json, profile_record, suggestion_record, to_line
from advisor.errors import UtteranceError
from advisor.recommend.rank import TEMPER, weight


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "--json", action="store_true", help="print JSON lines (the default)"
    )
    parser.add_argument(
        "--explain", action="store_true", help="print the whole sum in words instead"
    )


def run(options: argparse.Namespace) -> int:
    """Read JSON lines and answer each; 1 where any of them could not be used."""
    advisor = Advisor.load(getattr(options, "data", None))
    status = 0
    for number, line in enumerate(lines(sys.stdin.buffer), 1):
        if line is not None and not line.strip():
            continue
        try:
            person, says = read_person(line)
            found = advisor.recommend(says)
        except (LineError, UtteranceError) as error:
            status = 1
            sys.stdout.write(
                to_line({"error": {"line": number, "message": str(error)}})
            )
            continue
        if options.explain:
            sys.stdout.write("\n".join(explain(advisor, person, found)) + "\n")
        else:
            sys.stdout.write(to_line(to_record(person, found)))
        sys.stdout.flush()
    return status


def read_person(line: bytes | None) -> tuple[str, list[str]]:
    """Return the id and the remarks of a line.

    Raises:
        LineError: the line is not `{"id": "...", "says": ["...", ...]}`.

    """
    plain = parsed(decoded(line))
    person, says = plain.get("id"), plain.get("says")
    if not isinstance(person, str):
        raise LineError(f"'id' is {kind(person)}; expected a string")
    if not isinstance(says, list):
        raise LineError(f"'says' is {kind(says)}; expected a list of strings")
    texts = [text for text in says if isinstance(text, str)]
    if len(texts) != len(says):
        raise LineError("'says' holds something else; expected only strings")
    return person, texts


def to_record(person: str, found: Recommendation) -> dict[str, Json]:
    """Return a suggestion as other programs get it."""
    return {
        "id": person,
        **suggestion_record(found.suggestion, found.changes),
        "profile": profile_record(found.profile),
    }


def explain(advisor: Advisor, person: str, found: Recommendation) -> Iterator[str]:
    """Yield the whole sum: each item's weight for each role, and the totals."""
    order = found.suggestion.ranked.order
    advice = advisor.engine.catalog.advice
    yield f"{person}: {found.suggestion.status}"
    for role, probability in order:
        yield f"  {role:32}{probability:7.3f}"
        for item in found.profile:
            value = weight(item, role, advice) * TEMPER
            if value:
                yield f"      {value:+.3f}  {item.trait} ({item.means}): {item.quote!r}"
