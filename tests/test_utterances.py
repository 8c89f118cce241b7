"""Utterances that no example holds: a floor for every intent, and for the whole."""

from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from advisor import Advisor, Turn
from advisor.commands.labels import reliability, surely_wrong
from advisor.data.files import read_files
from advisor.data.loader import load
from advisor.text import words

FOLDER = Path(__file__).parent / "utterances"
STEMS = sorted(path.stem for path in FOLDER.glob("*.yaml"))
FLOOR = 0.6
"""Of each intent alone; the files are small."""
WRONG_AND_SURE = 0.02
FEW = 40
"""Fewer readings show no rate."""
TOO_SURE = 0.05
ABOUT = 0.02
"""What a share of some dozens of readings may be off by."""
FLOORS = {
    "ask": 0.75,
    "compare": 0.65,
    "out_of_scope": 0.85,
    "social": 0.8,
    "meta": 0.8,
}


@cache
def utterances(stem: str) -> tuple[dict[str, Any], ...]:
    text = (FOLDER / f"{stem}.yaml").read_text(encoding="utf-8")
    return tuple(yaml.safe_load(text))


def heard(advisor: Advisor, stem: str, item: dict[str, Any]) -> Turn:
    """Return the turn for an utterance, after a suggestion where it is about one."""
    state = advisor.start()
    if advisor.engine.catalog.intents[stem].otherwise:
        for text in ("I love coding and pipelines, I hate statistics", "what suits me"):
            state = advisor.step(state, text).state
    return advisor.step(state, item["text"])


def is_right(advisor: Advisor, stem: str, item: dict[str, Any], turn: Turn) -> bool:
    intent = advisor.engine.catalog.intents[stem]
    acts = {frame.act for frame in turn.understood}
    if intent.act == "out_of_scope":
        return acts == {"out_of_scope"}
    if intent.otherwise:
        return [frame.intent for frame in turn.understood] == [stem]
    if intent.act not in acts or acts - {intent.act, "social", "tell"}:
        return False
    if intent.act in ("ask", "compare") and "topics" in item:
        roles = {role for frame in turn.understood for role in frame.roles}
        topics = {topic for frame in turn.understood for topic in frame.topics}
        return roles == set(item["roles"]) and topics == set(item["topics"])
    return True


def test_every_intent_has_held_out_utterances(advisor: Advisor) -> None:
    assert set(STEMS) == set(advisor.engine.catalog.intents)


def test_no_held_out_utterance_is_an_example() -> None:
    """What is tuned on must not be reported on; a line of up to three words may be."""
    examples = {
        words(example)
        for texts in load(read_files()).examples.values()
        for example in texts
    }
    held = [words(item["text"]) for stem in STEMS for item in utterances(stem)]
    shared = [line for line in held if line in examples and len(line) > 3]

    assert not shared


@pytest.mark.parametrize("stem", STEMS)
def test_an_intent_is_understood(advisor: Advisor, stem: str) -> None:
    misses = [
        item["text"]
        for item in utterances(stem)
        if not is_right(advisor, stem, item, heard(advisor, stem, item))
    ]
    rate = 1 - len(misses) / len(utterances(stem))

    assert rate >= FLOOR, misses[:10]


def test_each_act_is_understood(advisor: Advisor) -> None:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for stem in STEMS:
        act = advisor.engine.catalog.intents[stem].act
        for item in utterances(stem):
            turn = heard(advisor, stem, item)
            good = is_right(advisor, stem, item, turn)
            right[act] += good
            total[act] += 1

    rates = {act: right[act] / total[act] for act in total}
    assert all(rates[act] >= floor for act, floor in FLOORS.items()), rates


@pytest.fixture(scope="module")
def told(advisor: Advisor) -> tuple[tuple[float, bool], ...]:
    """Return how sure each reading is, by its least sure frame, and if it is right."""
    found = []
    for stem in STEMS:
        for item in utterances(stem):
            turn = heard(advisor, stem, item)
            sure = min((frame.confidence for frame in turn.understood), default=0.0)
            found.append((sure, is_right(advisor, stem, item, turn)))
    return tuple(found)


def test_few_readings_are_surely_wrong(told: tuple[tuple[float, bool], ...]) -> None:
    assert surely_wrong(told) <= WRONG_AND_SURE


def test_a_confidence_is_about_how_often_a_reading_is_right(
    told: tuple[tuple[float, bool], ...],
) -> None:
    curve = reliability(told)
    shares = [share for _, count, _, share in curve if count >= FEW]

    assert all(mean - share <= TOO_SURE for _, n, mean, share in curve if n >= FEW)
    assert all(more > less - ABOUT for less, more in pairwise(shares))
