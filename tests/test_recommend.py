"""The suggestion: computed in the open, and true to what was said."""

import itertools
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from advisor import Advisor, Recommendation
from advisor.recommend.profile import Evidence
from advisor.recommend.rank import rank
from advisor.recommend.suggest import open_to

ML_ENGINEER = (
    "I love coding",
    "I want to put machine learning models into production",
    "I hate making slides",
    "I know PyTorch",
    "I enjoy system design",
)


def ranking(found: Recommendation) -> list[str]:
    return [role for role, _ in found.suggestion.ranked.order]


def test_nothing_known_is_too_little_and_all_roles_are_level(advisor: Advisor) -> None:
    found = advisor.recommend([])
    chances = [p for _, p in found.suggestion.ranked.order]

    assert found.suggestion.status == "too_little"
    assert len(chances) == 10
    assert max(chances) == pytest.approx(min(chances))
    assert sum(chances) == pytest.approx(1.0)


def test_the_order_of_remarks_does_not_matter(advisor: Advisor) -> None:
    orders = {
        advisor.recommend(says).suggestion.ranked.order
        for says in itertools.islice(itertools.permutations(ML_ENGINEER), 12)
    }

    assert len(orders) == 1


def test_quotes_are_the_users_own_words(advisor: Advisor) -> None:
    found = advisor.recommend(ML_ENGINEER)

    assert found.profile
    for item in found.profile:
        assert any(item.quote in text for text in ML_ENGINEER)


def test_would_change_claims_are_true(advisor: Advisor) -> None:
    """Carried out by someone else, each claim leads where it says."""
    found = advisor.recommend(ML_ENGINEER)

    assert found.suggestion.changes
    for change in found.suggestion.changes:
        kept = [text for text in ML_ENGINEER if text not in change.unsays]
        after = advisor.recommend([*kept, *change.says])
        assert after.suggestion.ranked.top == change.then


def test_taking_evidence_away_lowers_the_role_by_its_effect(advisor: Advisor) -> None:
    found = advisor.recommend(ML_ENGINEER)
    ranked = found.suggestion.ranked
    catalog = advisor.engine.catalog
    for reason in found.suggestion.because:
        rest = tuple(i for i in found.profile if i != reason.evidence)
        after = rank(rest, list(catalog.roles), catalog.advice)
        fall = ranked.log_odds(ranked.top) - after.log_odds(ranked.top)

        assert reason.effect > 0
        assert fall == pytest.approx(reason.effect)


def test_more_liking_never_lowers_a_role_that_is_led_by_it(advisor: Advisor) -> None:
    catalog = advisor.engine.catalog
    roles = list(catalog.roles)
    for trait in catalog.advice.traits.values():
        if not trait.like:
            continue
        leader = max(trait.like, key=lambda role: trait.like[role])
        chances = [
            rank(
                (Evidence(trait.id, 1, strength, "like", "x", 1),),
                roles,
                catalog.advice,
            ).probability(leader)
            for strength in (0.2, 0.5, 1.0)
        ]
        assert chances == sorted(chances), trait.id


@pytest.mark.parametrize(
    "about",
    [
        "My name is Ana Ruiz",
        "I am a woman",
        "I'm 52 years old",
        "I am from Nigeria",
        "I'm a mother of two",
        "I am Muslim",
        "I live in Berlin",
    ],
)
def test_who_one_is_changes_no_ranking(advisor: Advisor, about: str) -> None:
    plain = advisor.recommend(ML_ENGINEER)
    told = advisor.recommend([about, *ML_ENGINEER])

    assert told.suggestion.ranked.order == plain.suggestion.ranked.order


def test_a_goal_is_kept_and_counts_for_nothing(advisor: Advisor) -> None:
    plain = advisor.recommend(ML_ENGINEER)
    told = advisor.recommend([*ML_ENGINEER, "I want to become a statistician"])

    assert any(item.trait == "goal_statistician" for item in told.profile)
    assert told.suggestion.ranked.order == plain.suggestion.ranked.order


def test_personal_data_is_never_quoted(advisor: Advisor) -> None:
    found = advisor.recommend(
        ["I love coding, write me at ana@example.com", "I love sql, call 0171 2345678"]
    )

    assert not any("@" in i.quote or "2345678" in i.quote for i in found.profile)


def test_suggesting_ten_times_says_the_same(advisor: Advisor) -> None:
    state = advisor.start()
    for text in ML_ENGINEER:
        state = advisor.step(state, text).state
    seen = set()
    for _ in range(10):
        turn = advisor.step(state, "which job would you suggest for me?")
        state = turn.state
        assert turn.suggestion is not None
        seen.add(turn.suggestion.ranked.order)

    assert len(seen) == 1


def test_the_command_answers_each_line() -> None:
    lines = [
        {"id": "a", "says": list(ML_ENGINEER)},
        {"id": "b", "says": []},
        {"id": "c"},
    ]
    done = subprocess.run(
        [sys.executable, "-m", "advisor", "recommend", "--json"],
        input="".join(json.dumps(line) + "\n" for line in lines).encode(),
        capture_output=True,
        check=False,
        timeout=300,
    )
    first, second, third = map(json.loads, done.stdout.splitlines())

    assert done.returncode == 1
    assert list(first) == [
        "id",
        "status",
        "ranking",
        "because",
        "against",
        "would_change",
        "next_steps",
        "profile",
    ]
    assert len(first["ranking"]) == 10
    assert first["next_steps"]
    assert second["status"] == "too_little"
    assert "'says' is null" in third["error"]["message"]


def conversations() -> list[list[str]]:
    """Return made-up conversations: self-descriptions drawn in a fixed order."""
    file = Path(__file__).parent / "self_descriptions.yaml"
    lines = [
        line["text"]
        for line in yaml.safe_load(file.read_text(encoding="utf-8"))
        if line["holds"]
    ]
    draw = random.Random(11)
    return [draw.sample(lines, draw.randint(2, 7)) for _ in range(40)]


def test_claims_hold_when_carried_out_in_the_chat(advisor: Advisor) -> None:
    """Take back and say what a suggestion names: the role changes as it claims."""
    tried = 0
    for says in conversations():
        state = advisor.start()
        for text in says:
            state = advisor.step(state, text).state
        turn = advisor.step(state, "which job would you suggest for me?")
        for change in turn.suggestion.changes if turn.suggestion else ():
            after = turn.state
            for quote in change.unsays:
                after = advisor.step(after, f"forget that I said: {quote}").state
            for text in change.says:
                after = advisor.step(after, text).state
            catalog = advisor.engine.catalog
            held = after.memory.profile
            whole = rank(held, list(catalog.roles), catalog.advice)
            assert open_to(held, whole).top == change.then
            tried += 1

    assert tried > 40


def test_every_quote_is_verbatim_in_the_chat(advisor: Advisor) -> None:
    for says in conversations():
        state = advisor.start()
        for text in says:
            state = advisor.step(state, text).state
        for item in state.memory.profile:
            assert any(item.quote in text for text in says), item
