"""Addresses and numbers that belong to a person go nowhere."""

import json

import pytest

from advisor import Advisor
from advisor.privacy import HIDDEN, redact

SECRETS = (
    "anna.b@example.com",
    "anna (at) example (dot) com",
    "+49 170 1234567",
    "(555) 123-4567",
    "98765 43210",
    "123-45-6789",
    "4111 1111 1111 1111",
    "DE89 3704 0044 0532 0130 00",
    "ABCDE1234F",
    "AB 12 34 56 C",
    "https://linkedin.com/in/anna-b",
    "@anna_b_writes",
)
PLAIN = (
    "from 2015 - 2019 and 2020-2022",
    "100,000 to 150,000 a year",
    "$85 000",
    "12000000 rupees",
    "10-15 hours, 5 years, 2 kids",
    "GPT-4, C++17 and Python 3.11",
    "24/7 on call",
)


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_is_kept_nowhere(advisor: Advisor, secret: str) -> None:
    state = advisor.start()
    for text in (
        f"I love coding, reach me at {secret}",
        f"{secret} is mine and I hate statistics",
        f"what does a data scientist earn? {secret}",
        f"I want to become a data scientist, {secret}",
        "show my profile",
        "why?",
        "what suits me?",
    ):
        turn = advisor.step(state, text)
        state = turn.state
        assert secret not in turn.reply.text
        assert all(secret not in item.quote for item in turn.profile)
        assert secret not in json.loads(json.dumps(state.to_json()))
    assert {item.trait for item in state.memory.profile} >= {"coding", "statistics"}


@pytest.mark.parametrize("text", PLAIN)
def test_years_sums_and_versions_are_left_alone(text: str) -> None:
    assert redact(text) == text


def test_what_is_hidden_leaves_the_rest(advisor: Advisor) -> None:
    assert redact("mail a@b.co, please") == f"mail {HIDDEN}, please"
    assert advisor.step(advisor.start(), "a@b.co: data scientist salary?").snippets


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("between", ["\u200b", "\u2060", "\u00ad", "\x00", "\ufeff"])
def test_an_invisible_character_hides_no_secret(secret: str, between: str) -> None:
    spread = between.join(secret)

    assert redact(f"reach me at {spread} please") == redact(
        f"reach me at {secret} please"
    )
