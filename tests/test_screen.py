"""The real chat in a pseudo-terminal: what its screen shows, in every look."""

import os
import shutil
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from screens import (
    ALT_ENTER,
    CTRL_C,
    CTRL_D,
    CTRL_O,
    CTRL_R,
    CTRL_Z,
    DOWN,
    ENTER,
    TAB,
    UP,
    Terminal,
    pasted,
)

from advisor import Advisor

LOOKS: Mapping[str, tuple[tuple[str, ...], dict[str, str | None]]] = {
    "colour": ((), {}),
    "no_color": ((), {"NO_COLOR": "1"}),
    "dumb": ((), {"TERM": "dumb"}),
    "screen_reader": (("--screen-reader",), {}),
    "ascii": ((), {"LC_ALL": "C"}),
}
DRAWN = "\N{BLACK CIRCLE}"
SIXTEEN = {
    "default",
    *(a + b for a in ("", "bright") for b in ("black", "red", "green", "brown")),
    *(a + b for a in ("", "bright") for b in ("blue", "magenta", "cyan", "white")),
}
pytestmark = pytest.mark.usefixtures("advisor")


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("look", LOOKS)
def test_a_conversation_at_every_width_and_look(look: str, columns: int) -> None:
    options, env = LOOKS[look]
    with Terminal(*options, columns=columns, env=env) as chat:
        chat.sees("/quit leaves.")
        chat.says("MLOps or AI engineer pay?", see="aijobs.net / foorilla, 2025")
        chat.says("I love coding; I know SQL", see="1.")
        chat.says("1", see="Shall I?")
        chat.says("yes", see="people by job title, Kaggle, 2022")
        chat.says("bye", see="Goodbye")
        status = chat.ends()

        assert status == 0
        assert chat.widest <= columns
        assert chat.sane
        text = chat.text
        assert "$172,820" in text
        assert "[1]" in text
        assert (DRAWN in text) == (look in ("colour", "no_color", "dumb"))
        assert ("===" in text) == (look == "ascii")
        assert (len(chat.colours) > 1) == (look in ("colour", "ascii"))
        assert chat.colours <= SIXTEEN
        assert ("advisor: " in text) == (look == "screen_reader")
        assert ("you:" in text) == (look == "screen_reader")
        if look == "ascii":
            assert text.isascii()
        if look == "dumb":
            assert b"\x1b" not in chat.raw


@pytest.mark.parametrize(("columns", "rows"), [(20, 24), (80, 3)])
def test_a_tiny_window_is_still_usable(columns: int, rows: int) -> None:
    with Terminal(columns=columns, rows=rows) as chat:
        chat.sees("leaves.")
        chat.says("ds pay", see="aijobs.net")
        chat.leaves()

        assert chat.ends() == 0
        assert chat.widest <= columns
        assert "112,590" in chat.text


def test_without_any_terminal_type_the_words_are_there() -> None:
    with Terminal(env={"TERM": None}) as chat:
        chat.says("what do MLEs earn?", see="$194,000")
        chat.leaves()

        assert chat.ends() == 0
        assert b"\x1b" not in chat.raw


def test_a_window_may_change_its_size_at_any_time() -> None:
    with Terminal(columns=80) as chat:
        chat.says("ds vs mle", see="Sources")
        chat.resize(40, 30)
        chat.says("data engineer vs statistician", see="publisher not named")


def test_what_was_entered_is_wrapped_between_words() -> None:
    with Terminal(columns=40) as chat:
        chat.sees("leaves.")
        chat.says("hello there, I am an accountant and love excel", see="come from")
        assert "> hello there, I am an accountant and\n  love excel" in chat.rests()


def test_the_bar_tells_what_is_known_and_can_be_left_out() -> None:
    with Terminal() as chat:
        chat.sees("Nothing noted about you yet")
        chat.says("I love coding", see="Noted: coding 3 things more")
    with Terminal("--no-toolbar") as chat:
        chat.says("I love coding", see="you like coding")
        assert "things more" not in chat.rests()


def test_tab_completes_and_alt_enter_begins_a_line() -> None:
    with Terminal() as chat:
        chat.sees("Nothing noted")
        chat.send("/comp" + TAB)
        chat.sees("/compare")
        chat.send("statis" + TAB)
        chat.sees("/compare statistician")
        chat.send(", data eng" + TAB)
        chat.sees("statistician, data engineer")
        chat.send(ENTER)
        chat.sees("Sources:")
        chat.send("what do MLEs earn" + ALT_ENTER + "in India?" + ENTER)
        chat.sees("ML engineers in India in 2023")


def test_a_long_paste_is_one_utterance_behind_a_chip() -> None:
    lines = "\n".join(f"row {n}: I know Python and SQL well" for n in range(42))
    with Terminal() as chat:
        chat.sees("Nothing noted")
        chat.send(pasted(lines))
        chat.sees("[pasted 42 lines]")
        chat.sees("Ctrl-O shows the paste")
        assert "row 3" not in chat.text
        chat.send(CTRL_O)
        chat.sees("row 41: I know Python")
        chat.send(CTRL_O)
        chat.send(ENTER)
        chat.sees("That is a long text of 336 words")
        chat.sees("Shall I note these")
    kept = Path(os.environ["XDG_STATE_HOME"]) / "career-advisor" / "history"
    assert "row 3" not in kept.read_text(encoding="utf-8")


def test_typed_text_is_never_folded() -> None:
    with Terminal(columns=120) as chat:
        chat.sees("Nothing noted")
        chat.send("[pasted 42 lines] " + "I like data " * 60)

        chat.sees("I like data", times=50)


def test_history_serves_the_arrows_the_search_and_the_next_session() -> None:
    line = "what does a statistician do all day?"
    with Terminal() as chat:
        chat.says(line, see="Sources:")
        chat.says("my mail is anna.b@example.com", see=">")
        chat.send("half a draft" + UP * 2)
        chat.sees(line, times=2)
        chat.send(DOWN * 2)
        chat.sees("half a draft")
        chat.send(CTRL_C + CTRL_D)
        chat.ends()
    kept = Path(os.environ["XDG_STATE_HOME"]) / "career-advisor" / "history"
    assert line in kept.read_text(encoding="utf-8")
    assert "anna" not in kept.read_text(encoding="utf-8")
    assert kept.stat().st_mode & 0o777 == 0o600
    with Terminal() as chat:
        chat.sees("Nothing noted")
        chat.send(CTRL_R + "statis")
        chat.sees(line)


def test_private_reads_and_keeps_no_history() -> None:
    kept = Path(os.environ["XDG_STATE_HOME"]) / "career-advisor" / "history"
    before = kept.read_bytes() if kept.exists() else b""
    with Terminal("--private") as chat:
        chat.says("ds pay", see="Sources:")
        chat.leaves()
        chat.ends()

    assert (kept.read_bytes() if kept.exists() else b"") == before


def test_a_cry_for_help_is_not_kept() -> None:
    kept = Path(os.environ["XDG_STATE_HOME"]) / "career-advisor" / "history"
    with Terminal() as chat:
        chat.says("I want to kill myself", see="talk to a person")
        chat.leaves()
        chat.ends()

    assert "kill" not in kept.read_text(encoding="utf-8")


def test_a_foreign_history_is_named_in_one_line_and_left_alone(tmp_path: Path) -> None:
    kept = tmp_path / "career-advisor" / "history"
    kept.mkdir(parents=True)
    with Terminal(env={"XDG_STATE_HOME": str(tmp_path)}) as chat:
        chat.sees("I keep no history this time:")
        chat.says("ds pay", see="Sources:")

        assert chat.text.count("no history") == 1
    assert kept.is_dir()


def test_control_c_clears_then_warns_then_leaves() -> None:
    with Terminal() as chat:
        chat.sees("Nothing noted")
        chat.send("never mind" + CTRL_C)
        chat.until(lambda text: "never mind" not in text, "the line cleared")
        chat.send(CTRL_C)
        chat.sees("Ctrl-C again")
        chat.send(CTRL_C)

        assert chat.ends() == 0
        assert chat.sane


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("look", ["colour", "dumb"])
def test_a_signal_leaves_the_terminal_as_it_was(
    look: str, number: signal.Signals
) -> None:
    options, env = LOOKS[look]
    with Terminal(*options, env=env) as chat:
        chat.says("ds pay", see="Sources:")
        chat.send("half a line")
        chat.rests()
        chat.kill(number)

        assert chat.ends() == 128 + number
        assert chat.sane
        assert "Traceback" not in chat.text


@pytest.mark.skipif(not shutil.which("bash"), reason="needs a shell with job control")
def test_control_z_puts_the_chat_aside_and_fg_brings_it_back() -> None:
    shell = ("bash", "--norc", "--noprofile", "-i")
    with Terminal(program=shell, env={"PS1": "shell: "}) as chat:
        chat.says(f"{sys.executable} -m advisor", see="Nothing noted")
        chat.send(CTRL_Z)
        chat.sees("Stopped")
        chat.says("echo 6 times 7 is $((6*7))", see="times 7 is 42")
        chat.says("fg", see="Nothing noted")
        chat.says("ds pay", see="Sources:")
        chat.leaves()
        chat.sees("Goodbye.")
        chat.says("stty -a", see=" icanon")


@pytest.mark.skipif(not shutil.which("bash"), reason="needs a shell with job control")
@pytest.mark.parametrize("number", ["TSTP", "STOP"])
def test_a_chat_that_is_stopped_from_outside_finds_its_line_again(number: str) -> None:
    shell = ("bash", "--norc", "--noprofile", "-i")
    with Terminal(program=shell, env={"PS1": "shell: "}) as chat:
        chat.says(f"{sys.executable} -m advisor", see="Nothing noted")
        chat.send("xs pay")
        chat.sees("xs pay")
        pid = os.tcgetpgrp(chat.child.child_fd)
        os.kill(pid, getattr(signal, f"SIG{number}"))
        chat.sees("Stopped")
        chat.says("stty -a", see=" icanon")
        chat.send("fg" + ENTER)
        chat.until(lambda text: "xs pay" in text.split("shell: fg")[-1], "its line")
        chat.rests()
        chat.send("\x01\x1b[3~d")
        chat.says("", see="Sources:")
        chat.leaves()
        chat.sees("Goodbye.")


def test_a_terminal_that_goes_away_ends_the_chat() -> None:
    with Terminal() as chat:
        chat.says("ds pay", see="Sources:")
        chat.goes_away()

        assert not chat.child.isalive()


def test_an_unknown_command_gets_the_nearest_one() -> None:
    with Terminal() as chat:
        chat.says("/salry data engineer", see="the nearest is /salary")
        chat.says("/xyz", see="no such command as /xyz. /help lists")
        chat.says("/s", see="/s may be any of these: /sources, /salary, /suggest.")
        chat.says("/salary", see="/salary ROLE [PLACE] [LEVEL]")
        chat.says("/help", see="clear the line; twice on an empty line: leave")


def test_vi_keys_move_and_change() -> None:
    with Terminal("--vi") as chat:
        chat.sees("Nothing noted")
        chat.send("ds payy")
        chat.sees("payy")
        chat.send("\x1b")
        chat.rests()
        chat.send("x" + ENTER)
        chat.sees("> ds pay ")


def test_words_of_other_scripts_stay_within_the_window(advisor: Advisor) -> None:
    del advisor
    odd = "I like 数据科学家的工作 and 👩‍💻 and e\u0301e\u0301 a lot"
    with Terminal(columns=40) as chat:
        chat.says(odd, see=">")
        chat.says("show my profile", see=">")
        chat.rests()

        assert chat.widest <= 40
