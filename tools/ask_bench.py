"""Measure how much the advisor's questions teach it: adaptive, fixed order, random.

    python tools/ask_bench.py [--people 400] [--seed 1]

A simulated person holds one of the eight titles of `survey_counts.csv`. Their answers
are drawn at random: the more the traits of an answer weigh for the title, by the counts
(or by judgement, where nobody was counted), the likelier the answer. What real people
answer hangs together in ways that this does not know: the simulated signals are
independent, and the answers come from the very model that reads them. So the curve
flatters; only the three ways of asking may be held against each other by it.
"""

import argparse
import math
import random
from collections.abc import Callable, Sequence

from advisor import Advisor
from advisor.data.advice import Advice, Probe
from advisor.recommend.probe import as_evidence, best_probe
from advisor.recommend.profile import Profile
from advisor.recommend.rank import rank
from advisor.recommend.weigh import Scale

MOST = 8
Choose = Callable[[Profile, Sequence[str]], Probe | None]


def answer(probe: Probe, role: str, advice: Advice, draw: random.Random) -> int:
    """Return the answer that somebody who holds a title gives."""
    powers = []
    for i in range(len(probe.choices)):
        items = as_evidence(probe, i, "", 0)
        scale = Scale.of(items, advice)
        powers.append(math.exp(sum(scale.weight(item, role) for item in items)))
    return draw.choices(range(len(powers)), powers)[0]


def added(profile: Profile, probe: Probe, chosen: int) -> Profile:
    """Return a profile with an answer added; what was answered before stays."""
    held = {item.trait for item in profile}
    new = as_evidence(probe, chosen, probe.choices[chosen].text, len(profile))
    return (*profile, *(item for item in new if item.trait not in held))


def ask(
    choose: Choose, role: str, advice: Advice, draw: random.Random
) -> list[Profile]:
    """Return the profiles after no question, one, two ..."""
    profiles: list[Profile] = [()]
    asked: list[str] = []
    for _ in range(MOST):
        probe = choose(profiles[-1], asked)
        if probe is None:
            break
        asked.append(probe.id)
        chosen = answer(probe, role, advice, draw)
        profiles.append(added(profiles[-1], probe, chosen))
    return profiles


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure what questions teach.")
    parser.add_argument("--people", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    catalog = Advisor.load().engine.catalog
    advice, roles = catalog.advice, list(catalog.roles)
    known = [role for role in roles if role not in advice.quality.uncounted]
    order = random.Random(options.seed)  # noqa: S311 - the same draw every time

    def adaptive(profile: Profile, asked: Sequence[str]) -> Probe | None:
        return best_probe(profile, roles, advice, asked)

    def fixed(_: Profile, asked: Sequence[str]) -> Probe | None:
        return next((p for p in advice.probes if p.id not in asked), None)

    def at_random(_: Profile, asked: Sequence[str]) -> Probe | None:
        left = [p for p in advice.probes if p.id not in asked]
        return order.choice(left) if left else None

    print("| questions | " + " | ".join(map(str, range(MOST + 1))) + " |")
    print("|--" * (MOST + 2) + "|")
    for name, choose in (
        ("adaptive", adaptive),
        ("fixed order", fixed),
        ("random", at_random),
    ):
        draw = random.Random(options.seed)  # noqa: S311
        hits, losses = [0] * (MOST + 1), [0.0] * (MOST + 1)
        for number in range(options.people):
            role = known[number % len(known)]
            for i, profile in enumerate(ask(choose, role, advice, draw)):
                ranked = rank(profile, known, advice)
                hits[i] += role in (ranked.top, ranked.second)
                losses[i] -= math.log(ranked.probability(role))
        n = options.people
        print(f"| {name}, top-2 | " + " | ".join(f"{h / n:.0%}" for h in hits) + " |")
        print("| log-loss | " + " | ".join(f"{x / n:.2f}" for x in losses) + " |")


if __name__ == "__main__":
    main()
