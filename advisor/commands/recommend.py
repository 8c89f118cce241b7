"""`advisor recommend`: a suggestion for each person of a file of remarks."""

import argparse
import math
import sys
from collections.abc import Iterator

from advisor.api import Advisor, Recommendation
from advisor.commands.lines import LineError, decoded, kind, lines, parsed
from advisor.commands.record import Json, profile_record, suggestion_record, to_line
from advisor.errors import UtteranceError
from advisor.recommend.profile import GOAL
from advisor.recommend.rank import TEMPER
from advisor.recommend.weigh import Scale, is_measured


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
    advice = advisor.engine.catalog.advice
    scale = Scale.of(found.profile, advice)
    order = found.suggestion.ranked.order
    yield f"{person}: {found.suggestion.status}, by {found.suggestion.ranked.counted}"
    items = [item for item in found.profile if not item.trait.startswith(GOAL)]
    for number, item in enumerate(items, 1):
        basis = "measured" if is_measured(item, advice) else "judgement"
        sign = {1: "+", 0: "0", -1: "-"}[item.polarity]
        yield (
            f"  {number:2} {sign}{item.trait} ({item.means} {item.strength:.2f}, "
            f"{basis}): {item.quote!r}"
        )
    heads = "".join(f"{number:>7}" for number in range(1, len(items) + 1))
    yield f"  {'log-odds':30}{heads}{'sum':>8}{f'x {TEMPER}':>8}{'share':>8}"
    for role, share in order:
        weights = [scale.weight(item, role) for item in items]
        total = math.fsum(weights)
        cells = "".join(f"{value:+7.2f}" for value in weights)
        yield f"  {role:30}{cells}{total:+8.2f}{TEMPER * total:+8.2f}{share:8.3f}"
