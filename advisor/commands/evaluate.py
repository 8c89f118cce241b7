"""`advisor eval FILE`: how well labelled utterances are read."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from advisor.api import Advisor
from advisor.commands.labels import (
    NOTHING,
    SURE,
    Verdict,
    interval,
    judge,
    rates,
    read_labels,
    reliability,
    surely_wrong,
)
from advisor.errors import UtteranceError

WORST = 10
_SHOWN = 100
WIDE = 30
"""Signs of a bar that stands for all."""


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("file", help="labelled utterances, one JSON object a line")
    parser.add_argument(
        "--worst", type=int, default=WORST, metavar="N", help="misses to show"
    )
    parser.add_argument("--json", action="store_true", help="the rates as JSON")


def run(options: argparse.Namespace) -> int:
    """Print rates, a table of acts, a reliability curve and the surest misses.

    Raises:
        LabelError: the file cannot be read.

    """
    labels = read_labels(Path(options.file))
    advisor = Advisor.load(getattr(options, "data", None))
    verdicts = []
    for labelled in labels:
        try:
            frames = advisor.step(advisor.start(), labelled.text).understood
        except UtteranceError:
            frames = ()
        verdicts.append(judge(labelled, frames))
    if options.json:
        told = {
            name: {"hits": hits, "count": count, "rate": round(hits / count, 4)}
            for name, (hits, count) in rates(verdicts).items()
        }
        sys.stdout.write(json.dumps(told) + "\n")
        return 0
    lines = [
        *_rates(verdicts),
        "",
        *_table(verdicts),
        "",
        *_reliability(verdicts),
        "",
        *_worst(verdicts, options.worst),
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _rates(verdicts: Sequence[Verdict]) -> Iterator[str]:
    for name, (hits, count) in rates(verdicts).items():
        low, high = interval(hits, count)
        yield (
            f"{name:34}{hits:5}/{count:<5}{hits / count:7.1%}"
            f"  (95%: {low:.1%} to {high:.1%})"
        )


def _table(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield a table of wanted acts by the acts that were read."""
    counts = Counter(
        (v.labelled.wanted[0].act, act) for v in verdicts for act in sorted(v.acts)
    )
    wanted = sorted({want for want, _ in counts})
    read = sorted({act for _, act in counts}, key=lambda act: (act == NOTHING, act))
    yield f"{'wanted, by what was read':26}" + "".join(f"{a[:12]:>13}" for a in read)
    for want in wanted:
        row = "".join(f"{counts[want, act] or '.':>13}" for act in read)
        yield f"{want:26}{row}"


def _reliability(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield how sure readings were, and how often they were right then."""
    told = [(v.confidence, v.exact) for v in verdicts]
    yield "confidence from    lines    mean   right"
    for low, count, mean, share in reliability(told):
        bar = "#" * round(share * WIDE)
        yield f"{low:15.2f}{count:9}{mean:8.2f}{share:8.2f}  {bar}"
    yield f"wrong with more than {SURE}: {surely_wrong(told):.1%} of all lines"


def _worst(verdicts: Sequence[Verdict], most: int) -> Iterator[str]:
    """Yield the misses that were the surest."""
    misses = [v for v in verdicts if not v.exact]
    yield f"{len(misses)} misses; the surest {min(most, len(misses))}:"
    for miss in sorted(misses, key=lambda v: -v.confidence)[:most]:
        want = miss.labelled.wanted[0]
        yield f"  {miss.confidence:.2f}  {_clean(miss.labelled.text)}"
        yield f"        wanted {_told({want.act}, want.roles, want.topics)}"
        yield f"        read   {_told(miss.acts, miss.roles, miss.topics)}"


def _clean(text: str) -> str:
    plain = "".join(char if char.isprintable() else " " for char in text)
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 3] + "..."


def _told(acts: set[str] | frozenset[str], *ids: frozenset[str]) -> str:
    rest = "; ".join(", ".join(sorted(some)) or "-" for some in ids)
    return f"{', '.join(sorted(acts))} ({rest})"
