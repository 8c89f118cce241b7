"""The pipe, `ask` and the plain chat say the same words."""

import io
import json
import subprocess
import sys
from types import SimpleNamespace

import pytest

from advisor import Advisor
from advisor.commands import run
from advisor.terminal.chat import chat
from advisor.terminal.options import Options

LINES = (
    "who earns more, a data scientist or an ML engineer?",
    "compare an MLOps engineer and a data engineer",
    "and in germany?",
    "I love coding and I hate meetings",
    "I know SQL and Python",
    "what should I become?",
    "sources",
    "undo",
    "asdf qwer",
)


def replies(advisor: Advisor) -> list[str]:
    state, said = advisor.start(), []
    for line in LINES:
        turn = advisor.step(state, line)
        state = turn.state
        said.append(turn.reply.text)
    return said


def test_a_conversation_reads_the_same_in_pipe_and_plain_chat(
    advisor: Advisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    typed = "\n".join(LINES).encode()
    piped = subprocess.run(
        [sys.executable, "-m", "advisor", "pipe"],
        input=typed,
        capture_output=True,
        check=True,
        timeout=300,
    )
    stream = SimpleNamespace(buffer=io.BytesIO(typed), isatty=lambda: False)
    monkeypatch.setattr("sys.stdin", stream)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    out = io.StringIO()
    chat(advisor, Options(plain=True), out=out)
    said = replies(advisor)

    assert [json.loads(line)["reply"] for line in piped.stdout.splitlines()] == said
    whole = [advisor.opening, *said, advisor.phrase("leaving")]
    assert out.getvalue() == "".join(f"\n{text}\n\n" for text in whole)


def test_one_question_reads_the_same_with_ask(
    advisor: Advisor, capsys: pytest.CaptureFixture[str]
) -> None:
    for line in LINES[:2]:
        run(["ask", line])

        said = advisor.step(advisor.start(), line).reply.text
        assert capsys.readouterr().out == said + "\n"
