"""Turn counts of what people with each title do and know into trait weights.

    python tools/weights.py tools/survey_counts.csv > knowledge/weights.yaml

`survey_counts.csv`: lines that begin with `#` say where the counts are from; then a
header with a column for each title, a row `(people)`, and a row for each signal
(`lang:Python`, `tool:...`, `meth:...`, `edu:...`, `act+:...`, `act-:...`) with how many
people of each title named it.

The weight of a signal for a role is the logarithm of its share of all that people of
that title named, less the mean of that over the roles: titles name unequally many
things, and only the shares compare. The two roles that no count knows stand between
their neighbours: MLOps engineers between ML and data engineers, AI engineers between
ML and software engineers.

What it says to have no doctorate is counted too: the logarithm of the share of the
people of a title who have none, less the mean of that.
"""

import csv
import math
import sys
from collections import defaultdict
from pathlib import Path

from advisor import Advisor
from advisor.text import clean, tokens
from advisor.understanding.mentions import find

SMOOTH = 2.0
MOST = 1.6
BETWEEN = {
    "mlops_engineer": ("machine_learning_engineer", "data_engineer"),
    "ai_engineer": ("machine_learning_engineer", "software_engineer"),
}


LACKED = ("degree", "phd")
"""Of these it is counted who has none."""


def read(path: str) -> dict[str, dict[str, float]]:
    """Return signal -> title -> count."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {
        row.pop("signal"): {title: float(n) for title, n in row.items()} for row in rows
    }


def trait_of(signal: str, advisor: Advisor) -> tuple[str, str] | None:
    """Return the trait that a signal is about, and `like` or `dislike`."""
    kind, _, name = signal.partition(":")
    if kind in ("act+", "act-"):
        return name, "like" if kind == "act+" else "dislike"
    lexicon = advisor.engine.reader.lexicon
    if kind == "edu" and ("without" in name or name.startswith("No ")):
        return "degree", "dislike"
    mentions = find(tokens(clean(f"know {name}")), lexicon)
    return (mentions[0].id, "like") if mentions else None


def weights(counts: dict[str, float], totals: dict[str, float]) -> dict[str, float]:
    """Return the weight of a signal for every role."""
    return centred(
        {
            title: math.log((counts[title] + SMOOTH) / (totals[title] + SMOOTH * 50))
            for title in totals
        }
    )


def without(counts: dict[str, float], people: dict[str, float]) -> dict[str, float]:
    """Return the weight for every role of having no such degree."""
    return centred({t: math.log(1 - counts[t] / people[t]) for t in people})


def centred(logs: dict[str, float]) -> dict[str, float]:
    """Return logarithms less their mean, the roles between two others put in."""
    for role, (one, two) in BETWEEN.items():
        logs[role] = (logs[one] + logs[two]) / 2
    mean = sum(logs.values()) / len(logs)
    return {r: max(-MOST, min(MOST, log - mean)) for r, log in sorted(logs.items())}


def main() -> None:
    """Print the weights as YAML."""
    table = read(sys.argv[1])
    people = table.pop("(people)")
    totals = {title: sum(row[title] for row in table.values()) for title in people}
    advisor = Advisor.load()
    summed: dict[tuple[str, str], dict[str, float]] = {}
    for signal, row in table.items():
        key = trait_of(signal, advisor)
        if key is None:
            sys.exit(f"{signal}: no trait or entity has this name")
        held = summed.setdefault(key, defaultdict(float))
        for title in people:
            held[title] += row[title]
    lacked = {("phd", "dislike"): without(summed[("phd", "like")], people)}
    weighed = {key: weights(row, totals) for key, row in summed.items()} | lacked
    print("# Measured weights: trait -> role -> log-odds, by tools/weights.py from")
    print("# counts of what 19,012 people with one of eight titles do and know.")
    print("# Of the estimated roles nobody was counted; they stand between neighbours.")
    print("source: kaggle_20_22")
    print(f"estimated: [{', '.join(sorted(BETWEEN))}]")
    print(f"lacked: [{', '.join(LACKED)}]")
    for side in ("like", "dislike"):
        print(f"{side}:")
        for (trait, where), row in sorted(weighed.items()):
            if where == side:
                shown = ", ".join(f"{r}: {w:.2f}" for r, w in row.items())
                print(f"  {trait}: {{{shown}}}")


if __name__ == "__main__":
    main()
