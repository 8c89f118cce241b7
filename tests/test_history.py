"""The history file: private, redacted, and never a reason not to chat."""

import json
import os
from pathlib import Path

import pytest

from advisor.terminal.history import (
    HEAD,
    MOST_BYTES,
    MOST_LINES,
    HistoryError,
    KeptHistory,
    path,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "career-advisor" / "history"


def foreign(file: Path, content: bytes) -> str:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    with pytest.raises(HistoryError) as caught:
        KeptHistory.open(file)
    assert file.read_bytes() == content
    return str(caught.value)


def test_lines_come_back_in_order(file: Path) -> None:
    KeptHistory.open(file).add("what do\nMLEs do?")
    KeptHistory.open(file).add("ds pay")

    assert KeptHistory.open(file).lines == ("what do\nMLEs do?", "ds pay")


def test_only_its_owner_may_read_it(file: Path) -> None:
    KeptHistory.open(file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700

    file.chmod(0o644)
    KeptHistory.open(file)
    assert file.stat().st_mode & 0o777 == 0o600


def test_what_belongs_to_a_person_is_taken_out(file: Path) -> None:
    KeptHistory.open(file).add("I am anna.b@example.com, +49 170 1234567, ask me")

    kept = file.read_text(encoding="utf-8")
    assert "anna" not in kept
    assert "1234567" not in kept
    assert "ask me" in kept


def test_blank_lines_and_pastes_are_not_kept(file: Path) -> None:
    history = KeptHistory.open(file)
    history.add("   ")
    history.add("word " * 1_000)

    assert KeptHistory.open(file).lines == ()


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\xff\xfe binary",
        b"#!/bin/sh\nrm -rf /\n",
        HEAD.encode() + b"\n" + b"x" * MOST_BYTES,
    ],
    ids=["binary", "another program's", "huge"],
)
def test_a_foreign_file_is_left_alone(file: Path, content: bytes) -> None:
    assert foreign(file, content) == "history_foreign"


def test_a_folder_or_a_pipe_in_its_place_is_named(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(HistoryError, match="history_foreign"):
        KeptHistory.open(file)

    file.rmdir()
    os.mkfifo(file)
    with pytest.raises(HistoryError, match="history_foreign"):
        KeptHistory.open(file)


def test_a_file_where_the_folder_belongs_is_named(file: Path) -> None:
    file.parent.parent.mkdir(parents=True)
    file.parent.write_text("in the way", encoding="utf-8")

    with pytest.raises(HistoryError, match="history_unwritable"):
        KeptHistory.open(file)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_read_only_home_is_named(file: Path) -> None:
    file.parent.parent.mkdir(parents=True)
    file.parent.parent.chmod(0o500)

    with pytest.raises(HistoryError, match="history_unwritable"):
        KeptHistory.open(file)


def test_a_spoilt_line_is_passed_over(file: Path) -> None:
    KeptHistory.open(file).add("one")
    with file.open("ab") as opened:
        opened.write(b'{"not": "a line"}\n"cut off')

    assert KeptHistory.open(file).lines == ("one",)


def test_an_escape_sequence_in_the_file_reaches_no_terminal(file: Path) -> None:
    KeptHistory.open(file)
    with file.open("a", encoding="utf-8") as opened:
        opened.write(json.dumps("\x1b]0;title\x07 hello") + "\n")

    (line,) = KeptHistory.open(file).lines
    assert "\x1b" not in line


def test_a_long_history_keeps_its_newest_lines(file: Path) -> None:
    KeptHistory.open(file)
    with file.open("a", encoding="utf-8") as opened:
        opened.writelines(f'"line {n}"\n' for n in range(MOST_LINES + 1))

    lines = KeptHistory.open(file).lines
    assert len(lines) == MOST_LINES // 2
    assert lines[-1] == f"line {MOST_LINES}"
    assert KeptHistory.open(file).lines == lines


def test_it_lies_in_the_state_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/somewhere")
    assert path() == Path("/somewhere/career-advisor/history")

    monkeypatch.setenv("XDG_STATE_HOME", "not/absolute")
    monkeypatch.setenv("HOME", "/home/me")
    assert path() == Path("/home/me/.local/state/career-advisor/history")
