"""`advisor eval` scores labelled utterances."""

import json
from pathlib import Path

import pytest

from advisor.commands import run
from advisor.commands.labels import interval

LINES = [
    {
        "text": "what do data engineers earn?",
        "act": "ask",
        "roles": ["data_engineer"],
        "topics": ["salary"],
    },
    {"text": "what is the capital of Peru?", "act": "out_of_scope", "near_miss": True},
    {"text": "hello", "act": "meta", "alt": [{"act": "social"}]},
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "labels.jsonl"
    path.write_text("\n".join(map(json.dumps, LINES)) + "\n", encoding="utf-8")
    return path


def test_rates_are_told(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["eval", str(file), "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert told["in scope: act, roles and topics"]["hits"] == 2
    assert told["out of scope: near misses"] == {"hits": 1, "count": 1, "rate": 1.0}


def test_the_report_has_intervals_a_table_and_the_misses(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with file.open("a", encoding="utf-8") as lines:
        lines.write('{"text": "ds salary", "act": "tell", "roles": [], "topics": []}\n')
    assert run(["eval", str(file)]) == 0

    out = capsys.readouterr().out
    assert "95%:" in out
    assert "wanted, by what was read" in out
    assert "1 misses; the surest 1:" in out
    assert "wanted tell" in out


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "holds no line"),
        ("{", ":1: no label"),
        ('{"text": "x"}', ":1: no label ('act')"),
        ('{"text": "a", "act": "ask"}\n[]', ":2: no label"),
    ],
)
def test_a_bad_file_is_named_with_its_line(
    tmp_path: Path, content: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(content, encoding="utf-8")

    assert run(["eval", str(path)]) == 2
    assert says in capsys.readouterr().err
    assert run(["eval", str(tmp_path / "none")]) == 2


def test_an_interval_holds_its_rate() -> None:
    low, high = interval(8, 10)

    assert low < 0.8 < high
    assert interval(0, 0) == (0.0, 1.0)


def test_an_utterance_that_is_too_long_counts_as_a_miss(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = {"text": "pay " * 30_000, "act": "ask", "roles": [], "topics": ["salary"]}
    with file.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps(line) + "\n")

    assert run(["eval", str(file)]) == 0
    table = capsys.readouterr().out.partition("misses; the surest")[2]
    assert "pay pay" in table
