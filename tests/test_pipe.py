"""The pipe, as a real process, and its lines one by one."""

import json
import subprocess
import sys
from typing import Any

import pytest

from advisor.commands.lines import LineError
from advisor.commands.pipe import read_line

KEYS = [
    "session",
    "turn",
    "text",
    "understood",
    "acts",
    "roles",
    "topics",
    "reply",
    "snippets",
    "asked",
    "choices",
    "profile",
    "suggestion",
]


def pipe(data: bytes, *options: str) -> tuple[list[dict[str, Any]], int]:
    done = subprocess.run(
        [sys.executable, "-m", "advisor", "pipe", *options],
        input=data,
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.stderr == b""
    assert all(byte < 128 for byte in done.stdout)
    return [json.loads(line) for line in done.stdout.splitlines()], done.returncode


def test_lines_share_a_conversation_by_session() -> None:
    lines, status = pipe(
        b"what does an MLE earn?\n"
        b'{"text": "what does a statistician do?", "session": "b"}\n'
        b"and the other one?\n"
        b'{"text": "their salary?", "session": "b"}\n'
    )

    assert status == 0
    assert [line["session"] for line in lines] == ["default", "b", "default", "b"]
    assert [line["turn"] for line in lines] == [1, 1, 2, 2]
    assert lines[2]["roles"] == ["data_scientist"]
    assert lines[3]["roles"] == ["statistician"]
    assert lines[3]["topics"] == ["salary"]
    assert all(list(line) == KEYS for line in lines)


def test_an_object_holds_what_the_reply_rests_on() -> None:
    (line,), _ = pipe("how much do DS make in the UK — and why?\n".encode(), "--fresh")

    assert line["text"] == "how much do DS make in the UK — and why?"
    assert line["understood"][0]["slots"]["place"] == "uk"
    assert line["understood"][0]["slots"]["level"] is None
    assert line["snippets"][0]["role"] == "data_scientist"
    assert line["snippets"][0]["sources"]
    assert line["profile"] == []
    assert line["suggestion"] is None


def test_fresh_begins_anew_at_every_line() -> None:
    lines, _ = pipe(b"what does a statistician do?\ntheir salary?\n", "--fresh")

    assert [line["turn"] for line in lines] == [1, 1]
    assert lines[1]["roles"] == []


def test_did_you_mean_puts_choices_and_takes_one() -> None:
    lines, _ = pipe(b"start over\n2\n")

    assert lines[0]["asked"] == "start_over"
    assert [choice["id"] for choice in lines[0]["choices"]] == ["yes", "no"]
    assert lines[1]["acts"] == ["social"]


def test_unusable_lines_give_an_error_in_their_place_and_the_rest_goes_on() -> None:
    lines, status = pipe(
        b'{"text": \n'
        b'{"session": "x"}\n'
        b'{"text": 3}\n'
        b'{"text": "a", "session": 4}\n'
        b"\xff\xfe\n"
        b'{"text": "\\ud800"}\n' + b"x" * 100_001 + b"\n\nhello\n"
    )

    assert status == 1
    assert [line["error"]["line"] for line in lines[:7]] == [1, 2, 3, 4, 5, 6, 7]
    assert "broken JSON" in lines[0]["error"]["message"]
    assert "no 'text'" in lines[1]["error"]["message"]
    assert "'text' is a number" in lines[2]["error"]["message"]
    assert "'session' is a number" in lines[3]["error"]["message"]
    assert "not UTF-8" in lines[4]["error"]["message"]
    assert "surrogate" in lines[5]["error"]["message"]
    assert "100,001" in lines[6]["error"]["message"]
    assert lines[7]["acts"] == []
    assert lines[8]["acts"] == ["social"]


def test_no_input_is_no_output() -> None:
    assert pipe(b"") == ([], 0)


@pytest.mark.parametrize("line", [b"[1]", b'"x"', b"{", b"plain { text"])
def test_only_an_opening_brace_makes_json(line: bytes) -> None:
    if line == b"{":
        with pytest.raises(LineError):
            read_line(line)
    else:
        assert read_line(line).text == line.decode()
