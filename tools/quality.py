"""Measure suggestions on people whose title is known; draw how well sureness is meant.

    python tools/quality.py people.jsonl [--svg docs/calibration.svg]

`people.jsonl`: a line for each person, `{"id": "1", "says": ["I know SQL", ...],
"role": "data_analyst"}`: what they say they do, use, know or avoid, a sentence each,
and the id of the title that they hold. docs/suggestion.md tells how to make one out of
the published survey responses.

Nothing is fitted here. Shares are those of the roles that occur in the file, brought to
a sum of one. "Judgement" is every weight that no survey measured, and dealbreakers.
"""

import argparse
import json
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from advisor import Advisor
from advisor.data.advice import Advice
from advisor.recommend.profile import Profile
from advisor.recommend.rank import rank
from advisor.recommend.suggest import status_of

CORE = ("data_scientist", "machine_learning_engineer")
BINS = 10
FEWEST = 10
"""People that a point of the plot stands for at least."""


@dataclass(frozen=True, slots=True)
class Person:
    """What is held of a person, and the title that they hold."""

    profile: Profile
    role: str


def read(path: str, advisor: Advisor) -> list[Person]:
    """Return the people of a file, each with what was understood."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    plain = [json.loads(line) for line in lines if line.strip()]
    return [Person(advisor.recommend(p["says"]).profile, p["role"]) for p in plain]


def measured_only(advice: Advice) -> Advice:
    """Return the same advice without anything judged."""
    return replace(
        advice,
        traits={
            name: replace(
                trait,
                like=trait.like if "like" in trait.measured else {},
                dislike=trait.dislike if "dislike" in trait.measured else {},
                dealbreaker=(),
            )
            for name, trait in advice.traits.items()
        },
    )


def chances(
    person: Person, roles: Sequence[str], known: Sequence[str], advice: Advice
) -> dict[str, float]:
    """Return the shares of the roles that people of the file hold, best first."""
    order = rank(person.profile, roles, advice).order
    total = math.fsum(share for role, share in order if role in known)
    return {role: share / total for role, share in order if role in known}


def figures(people: Sequence[Person], shares: Sequence[dict[str, float]]) -> list[str]:
    """Return top-1, top-2, log-loss, calibration error and the core pair."""
    n = len(people)
    top1 = top2 = 0
    loss = 0.0
    told: list[float] = []
    for person, share in zip(people, shares, strict=True):
        order = list(share)
        top1 += person.role == order[0]
        top2 += person.role in order[:2]
        loss -= math.log(max(share[person.role], 1e-6))
        if person.role in CORE:
            [other] = [role for role in CORE if role != person.role]
            told.append(float(share[person.role] > share[other]))
    error = sum(
        abs(mean - hits) * count / n for mean, hits, count in bins(people, shares)
    )
    pair = sum(told) / max(len(told), 1)
    return [
        f"{top1 / n:.1%}",
        f"{top2 / n:.1%}",
        f"{loss / n:.3f}",
        f"{error:.3f}",
        f"{pair:.1%}",
    ]


def bins(
    people: Sequence[Person], shares: Sequence[dict[str, float]]
) -> list[tuple[float, float, int]]:
    """Return (mean share of the first role, how often it was right, people)."""
    cells: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for person, share in zip(people, shares, strict=True):
        first, value = next(iter(share.items()))
        cells[min(BINS - 1, int(value * BINS))].append((value, first == person.role))
    return [
        (
            sum(v for v, _ in cell) / len(cell),
            sum(hit for _, hit in cell) / len(cell),
            len(cell),
        )
        for _, cell in sorted(cells.items())
    ]


def statuses(
    people: Sequence[Person], roles: Sequence[str], known: Sequence[str], advice: Advice
) -> list[str]:
    """Return a row for each status: people, of them with two known roles, held."""
    rows: dict[str, list[tuple[bool, bool, bool]]] = defaultdict(list)
    for person in people:
        ranked = rank(person.profile, roles, advice)
        two = (ranked.top, ranked.second)
        rows[status_of(ranked)].append(
            (set(two) <= set(known), ranked.top == person.role, person.role in two)
        )
    lines = []
    for status, cells in sorted(rows.items()):
        counted = [(first, either) for known_two, first, either in cells if known_two]
        n = max(len(counted), 1)
        first = sum(a for a, _ in counted) / n
        either = sum(b for _, b in counted) / n
        lines.append(
            f"| {status} | {len(cells)} | {len(counted)} | {first:.0%} | {either:.0%} |"
        )
    return lines


def plot(points: Sequence[tuple[float, float, int]]) -> str:
    """Return the calibration plot as SVG: said on the right, held upwards."""
    size, edge = 360, 50
    far = edge + size

    def x(share: float) -> str:
        return f"{edge + share * size:.1f}"

    def y(share: float) -> str:
        return f"{far - 30 - share * size:.1f}"

    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {far + 30} '
            f'{far + 20}"'
            ' font-family="sans-serif" font-size="12" role="img">'
        ),
        "<title>How often the first role was right, by the share given to it</title>",
        '<rect width="100%" height="100%" fill="white"/>',
        (
            f'<path d="M{x(0)} {y(0)}L{x(1)} {y(1)}" stroke="#999" '
            'stroke-dasharray="4 4"/>'
        ),
        f'<path d="M{x(0)} {y(1)}V{y(0)}H{x(1)}" fill="none" stroke="#333"/>',
    ]
    for tick in (0, 0.25, 0.5, 0.75, 1):
        parts += [
            (
                f'<text x="{x(tick)}" y="{far - 12}" text-anchor="middle">{tick:.0%}'
                "</text>"
            ),
            f'<text x="{edge - 6}" y="{y(tick)}" text-anchor="end">{tick:.0%}</text>',
        ]
    for mean, hits, count in points:
        if count >= FEWEST:
            spread = 1.96 * math.sqrt(hits * (1 - hits) / count)
            low, high = max(0, hits - spread), min(1, hits + spread)
            parts += [
                f'<path d="M{x(mean)} {y(low)}V{y(high)}" stroke="#36c"/>',
                (
                    f'<circle cx="{x(mean)}" cy="{y(hits)}" r="4" fill="#36c">'
                    f"<title>{count} people</title></circle>"
                ),
            ]
    parts += [
        (
            f'<text x="{x(0.5)}" y="{far + 8}" text-anchor="middle">'
            "share given to the first role</text>"
        ),
        (
            f'<text x="14" y="{y(0.5)}" text-anchor="middle" '
            f'transform="rotate(-90 14 {y(0.5)})">held that title</text>'
        ),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def main() -> None:
    """Print the tables, and draw the plot where asked to."""
    parser = argparse.ArgumentParser(description="Measure suggestions on real people.")
    parser.add_argument("people")
    parser.add_argument("--svg")
    options = parser.parse_args()
    advisor = Advisor.load()
    advice = advisor.engine.catalog.advice
    roles = list(advisor.engine.catalog.roles)
    people = read(options.people, advisor)
    known = sorted({person.role for person in people})
    print(f"{len(people)} people, {len(known)} titles\n")
    print("| weights | top-1 | top-2 | log-loss | calibration error | DS v MLE |")
    print("|--|--|--|--|--|--|")
    for name, used in (
        ("measured and judged", advice),
        ("measured only", measured_only(advice)),
    ):
        shares = [chances(person, roles, known, used) for person in people]
        print(f"| {name} | {' | '.join(figures(people, shares))} |")
    print("\n| status | people | both roles surveyed | held the first | held either |")
    print("|--|--|--|--|--|")
    print("\n".join(statuses(people, roles, known, advice)))
    if options.svg:
        shares = [chances(person, roles, known, advice) for person in people]
        drawing = plot(bins(people, shares))
        Path(options.svg).write_text(drawing, encoding="utf-8")


if __name__ == "__main__":
    main()
