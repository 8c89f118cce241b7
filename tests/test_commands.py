"""The commands and their exit statuses."""

import io
import json
import subprocess
import sys
from types import SimpleNamespace

import pytest

from advisor import Advisor, __version__
from advisor.commands import run
from advisor.terminal.chat import chat
from advisor.terminal.options import Options


def test_ask_answers_and_says_so_by_status(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "what do data scientists earn?"]) == 0
    assert "112,590" in capsys.readouterr().out
    assert run(["ask", "what is the capital of Peru?"]) == 1
    assert run(["ask", "qwxz", "blorp"]) == 1


def test_ask_takes_options_after_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "ds salary", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["roles"] == ["data_scientist"]


def test_why_shows_spans_and_remarks(capsys: pytest.CaptureFixture[str]) -> None:
    text = "I'm not bad at maths but meetings bore me. What do DEs earn?"
    assert run(["why", text]) == 0

    out = capsys.readouterr().out
    assert "remark    mathematics +1 (know, 0.7)  0..20" in out
    assert "remark    meetings -1 (dislike, 0.9)  25..41" in out
    assert "ask roles=data_engineer topics=salary" in out
    assert "43..60" in out


def test_why_shows_what_came_from_before(capsys: pytest.CaptureFixture[str]) -> None:
    before = "what does a statistician earn?"
    assert run(["why", "and the skills?", "--after", before]) == 0

    out = capsys.readouterr().out
    assert "context   statistician: from what was said before" in out


def test_why_shows_how_a_text_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["why", "machne lerning enginer slary"]) == 0

    out = capsys.readouterr().out
    assert "spelling  slary -> salary" in out
    assert "name      role:machine_learning_engineer" in out
    assert "roles=machine_learning_engineer topics=salary" in out
    assert out.count("intent    ") == 5
    assert "snippet   " in out


def test_check_finds_no_problem(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check"]) == 0
    assert "no problem found" in capsys.readouterr().out


def test_wrong_usage_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["nonsense"]) == 2
    assert run(["ask"]) == 2
    assert run(["--help"]) == 0
    assert run(["--version"]) == 0
    assert __version__ in capsys.readouterr().out


def test_too_long_a_text_is_refused_in_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["ask", "x" * 100_001]) == 2
    assert "100,001 characters" in capsys.readouterr().err


def talk(advisor: Advisor, monkeypatch: pytest.MonkeyPatch, typed: bytes) -> str:
    stream = SimpleNamespace(buffer=io.BytesIO(typed), isatty=lambda: False)
    monkeypatch.setattr("sys.stdin", stream)
    out = io.StringIO()
    chat(advisor, Options(plain=True), out=out)
    return out.getvalue()


def test_a_plain_chat_reads_lines_until_they_end(
    advisor: Advisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = talk(advisor, monkeypatch, b"what do MLEs do?\n/sources\n\xff\n")

    assert said.startswith("\nHello.")
    assert "deploy" in said
    assert "Blockchain Council" in said
    assert said.rstrip().endswith("Goodbye.")


def test_quit_and_bye_leave(advisor: Advisor, monkeypatch: pytest.MonkeyPatch) -> None:
    for line in (b"/quit\nnever said\n", b"bye\nnever said\n"):
        said = talk(advisor, monkeypatch, line)

        assert said.rstrip().splitlines()[-1].startswith("Goodbye")


def test_a_reader_that_goes_away_is_no_traceback() -> None:
    command = f"{sys.executable} -m advisor pipe | head -c 10 > /dev/null"
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        input=b"hello\n" * 500,
        capture_output=True,
        check=False,
        timeout=300,
    )

    assert b"Traceback" not in done.stderr
