"""The chat driven by key strokes, and wrapping to the window."""

import errno
import io
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from kitchen import pack_files, write_files
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.utils import get_cwidth

from advisor import Advisor
from advisor.terminal.chat import chat
from advisor.terminal.completer import Names
from advisor.terminal.wrap import flow, wrap

LATER = 0.8
"""Seconds; long enough for any machine to have put its prompt."""
CTRL_C, CTRL_D, UP = "\x03", "\x04", "\x1b[A"


def type_in(
    advisor: Advisor,
    keys: str,
    later: str = "",
    load: Callable[[], Advisor] | None = None,
) -> str:
    """Return what the chat says to key strokes; `later` come once the prompt waits.

    The history of earlier lines is loaded behind the prompt, as it is for people.
    """
    out = io.StringIO()
    with create_pipe_input() as source:
        source.send_text(keys)
        if later:
            threading.Timer(LATER, source.send_text, [later]).start()
        chat(advisor, source=source, screen=DummyOutput(), out=out, load=load)
    return out.getvalue()


class Gone(DummyOutput):
    """A terminal that is closed after it was drawn upon some times."""

    def __init__(self, times: int) -> None:
        self.left = times

    def flush(self) -> None:
        """Fail as writing to a closed terminal does; not for ever."""
        self.left -= 1
        if self.left < 0:
            raise OSError(errno.EIO, "gone") if self.left > -500 else MemoryError


@pytest.mark.parametrize("times", range(4))
def test_a_terminal_that_goes_away_while_a_line_is_typed_ends_the_chat(
    advisor: Advisor, times: int
) -> None:
    with create_pipe_input() as source:
        source.send_text("what do MLEs do")

        with pytest.raises(SystemExit) as ended:
            chat(advisor, source=source, screen=Gone(times), out=io.StringIO())

    assert ended.value.code == 129


def test_ctrl_d_on_an_empty_line_leaves(advisor: Advisor) -> None:
    said = type_in(advisor, "what do MLEs do?\r" + CTRL_D)

    assert "deploy" in said
    assert said.rstrip().endswith("Goodbye.")


def test_ctrl_c_clears_the_line(advisor: Advisor) -> None:
    said = type_in(advisor, "zzz" + CTRL_C + "ds salary\r" + CTRL_D)

    assert "112,590" in said
    assert "zzz" not in said


def test_ctrl_c_on_an_empty_line_warns_and_then_leaves(advisor: Advisor) -> None:
    said = type_in(advisor, CTRL_C + "ds salary\r" + CTRL_C * 2)

    assert said.count("Ctrl-C again") == 2
    assert "112,590" in said
    assert said.rstrip().endswith("Goodbye.")


def test_ctrl_d_offers_the_suggestion_once_when_enough_is_known(
    advisor: Advisor,
) -> None:
    told = (
        "I love coding and I love building software\r"
        "I want to put models into production\r"
        "I enjoy system design\r"
    )
    said = type_in(advisor, told + "skip\r" + CTRL_D + CTRL_D + CTRL_D)

    assert said.count("Shall I?") == 1
    assert said.rstrip().endswith("Goodbye.")


def test_tab_completes_commands_and_names(advisor: Advisor) -> None:
    assert "I hold nothing about you" in type_in(advisor, "/pro\r" + CTRL_D)
    assert "no such command" in type_in(advisor, "/nonsense\r" + CTRL_D)

    completer = Names(["/help"], advisor.names())
    document = Document("pay of a machine le")
    found = [c.text for c in completer.get_completions(document, CompleteEvent())]
    assert found == ["machine learning engineer"]


def test_the_up_arrow_brings_the_last_line_back(advisor: Advisor) -> None:
    said = type_in(advisor, "what does a data analyst do\r", UP + "\r" + CTRL_D)

    assert said.count("Sources") == 2


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_fit_the_window(advisor: Advisor, width: int) -> None:
    reply = advisor.step(advisor.start(), "ds vs mle").reply.text
    lines = wrap(reply + "\n- 数据科学家" * 9 + "x" * 300, width).splitlines()

    assert max(get_cwidth(line) for line in lines) <= min(width, 100)


def test_a_link_is_never_broken() -> None:
    link = "https://example.org/a/rather/long/path"

    assert flow(f"[1] A title. {link}", 20) == ["[1] A title.", link]
    assert flow(link, 20) == [link]
    assert flow(f"- see {link} for more", 20) == ["- see", link, "  for more"]
    assert flow(f"see {link}", 60) == [f"see {link}"]


def test_a_list_continues_under_its_words() -> None:
    assert wrap("- one two three four five", 20) == "- one two three four\n  five"
    assert wrap("[1] one two three four five", 20).endswith("\n    four five")


def test_reload_takes_new_files_and_keeps_the_old_where_they_are_broken(
    advisor: Advisor, tmp_path: Path
) -> None:
    write_files(tmp_path, pack_files())
    role = tmp_path / "knowledge" / "roles" / "baker.yaml"
    whole = role.read_text(encoding="utf-8")

    def load() -> Advisor:
        return Advisor.load(str(tmp_path))

    role.write_text("nam: baker\n", encoding="utf-8")
    said = type_in(advisor, "/reload\rds salary\r" + CTRL_D, load=load)
    assert "baker.yaml:1:1" in said
    assert "112,590" in said

    role.write_text(whole.replace("name: baker", "name: number wizard"), "utf-8")
    said = type_in(
        advisor, "/reload\rwhat does a number wizard do\r" + CTRL_D, load=load
    )
    assert "read anew" in said
    assert "number wizard" in said.lower()
