"""What the weights rest on: counts of real people, and judgement within bounds."""

import subprocess
import sys
from pathlib import Path

import pytest

from advisor import Advisor
from advisor.data.advice import JUDGED_MOST
from advisor.recommend.profile import Evidence
from advisor.recommend.weigh import Scale, is_measured

ROOT = Path(__file__).parent.parent
COUNTS = ROOT / "tools" / "survey_counts.csv"
ESTIMATED = {"ai_engineer", "mlops_engineer"}
SMALLEST = 0.005
"""What rounding to two digits may hide."""


def item(trait: str, polarity: int, quote: str = "x", strength: float = 1) -> Evidence:
    means = "like" if polarity > 0 else "dislike"
    return Evidence(trait, polarity, strength, means, quote, 1)


def weights(advisor: Advisor, *items: Evidence) -> list[dict[str, float]]:
    """Return what each item speaks for each role."""
    catalog = advisor.engine.catalog
    scale = Scale.of(items, catalog.advice)
    return [{r: scale.weight(i, r) for r in catalog.roles} for i in items]


def test_the_kept_weights_are_those_of_the_counts() -> None:
    done = subprocess.run(
        [sys.executable, "tools/weights.py", str(COUNTS)],
        capture_output=True,
        check=True,
        cwd=ROOT,
        timeout=120,
    )

    assert done.stdout == (ROOT / "knowledge" / "weights.yaml").read_bytes()


def test_the_counts_name_their_source() -> None:
    head = COUNTS.read_text(encoding="utf-8").split("signal,")[0]

    assert "https://www.kaggle.com/" in head
    assert "19,012" in head
    assert all(line.startswith("#") for line in head.splitlines())


def test_a_weight_is_the_logarithm_of_a_share_less_the_mean(advisor: Advisor) -> None:
    """What it must not depend on is how many things people of a title name."""
    rows = [
        line.split(",")
        for line in COUNTS.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    titles = rows[0][1:]
    sql = next(row for row in rows if row[0] == '"lang:SQL"')
    counts = dict(zip(titles, map(int, sql[1:]), strict=True))
    [known] = weights(advisor, item("sql", 1))

    assert counts["software_engineer"] > counts["data_engineer"]
    assert known["data_engineer"] > known["software_engineer"]
    assert sum(known.values()) == pytest.approx(0, abs=10 * SMALLEST)


def test_judgement_moves_a_measured_weight_by_little(advisor: Advisor) -> None:
    """No counted role is moved but by a dealbreaker, and none by more than 0.7."""
    catalog = advisor.engine.catalog
    for trait in catalog.advice.traits.values():
        for side in trait.measured:
            polarity = 1 if side == "like" else -1
            table = trait.like if polarity > 0 else trait.dislike
            [said] = weights(advisor, item(trait.id, polarity))
            for role in catalog.roles:
                moved = abs(said[role] - table[role])
                assert moved <= JUDGED_MOST + 1e-9, (trait.id, role)
                assert not moved or role in trait.dealbreaker


def test_what_is_estimated_stays_near_its_neighbours(advisor: Advisor) -> None:
    between = {
        "mlops_engineer": ("machine_learning_engineer", "data_engineer"),
        "ai_engineer": ("machine_learning_engineer", "software_engineer"),
    }
    for trait in advisor.engine.catalog.advice.traits.values():
        for side in trait.measured:
            table = trait.like if side == "like" else trait.dislike
            for role, (one, two) in between.items():
                estimate = (table[one] + table[two]) / 2
                # Extreme weights are cut off after the two are put between.
                cut = max(abs(table[one]), abs(table[two])) >= 1.6
                limit = JUDGED_MOST + SMALLEST * 2 + cut
                assert abs(table[role] - estimate) <= limit, (trait.id, role)


def test_a_trait_beside_a_measured_activity_counts_as_an_overtone(
    advisor: Advisor,
) -> None:
    """One remark read in two ways is no two remarks."""
    roles = advisor.engine.catalog.roles
    activity, judged = item("ml_service", 1, "I run it"), item("reliability", 1)
    same = item("reliability", 1, "I run it")
    _, apart = weights(advisor, activity, judged)
    _, beside = weights(advisor, activity, same)

    for role in roles:
        assert abs(beside[role]) <= JUDGED_MOST
        assert beside[role] == pytest.approx(0.3 * apart[role])


def test_no_overtone_moves_more_than_the_bound(advisor: Advisor) -> None:
    traits = advisor.engine.catalog.advice.traits
    for trait in traits.values():
        for polarity in (1, -1):
            activity = item("ml_research", 1, "one remark")
            judged = item(trait.id, polarity, "one remark")
            advice = advisor.engine.catalog.advice
            if trait.id == activity.trait or is_measured(judged, advice):
                continue
            _, said = weights(advisor, activity, judged)
            for role, value in said.items():
                broken = 1.5 if polarity < 0 and role in trait.dealbreaker else 0
                assert abs(value) <= JUDGED_MOST + broken, (trait.id, role)


def test_a_plain_statement_counts_like_a_tick_and_a_hedged_one_less(
    advisor: Advisor,
) -> None:
    plain, loved, hedged = (
        weights(advisor, item("sql", 1, strength=strength))[0]["data_engineer"]
        for strength in (0.7, 1.0, 0.4)
    )

    assert plain == loved
    assert 0 < hedged < plain
