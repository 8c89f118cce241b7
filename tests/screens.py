"""The real program in a pseudo-terminal, and the screen that its user sees.

The screen is wider than the window that the program is told of, so that a line which
is too wide shows as one.
"""

import os
import re
import signal
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

import pexpect
import pyte

PATIENCE = 60.0
"""Seconds after which a screen will not show it any more; no test waits so long."""
SPARE = 60
"""Columns of the screen beyond the window."""
UTF8 = "C.UTF-8"
ADVISOR = (sys.executable, "-m", "advisor")
CTRL_C, CTRL_D, CTRL_O, CTRL_R, CTRL_Z = "\x03", "\x04", "\x0f", "\x12", "\x1a"
TAB, UP, DOWN, ALT_ENTER, ENTER = "\t", "\x1b[A", "\x1b[B", "\x1b\r", "\r"


def pasted(text: str) -> str:
    """Return a text as a terminal sends it when it is pasted."""
    return f"\x1b[200~{text}\x1b[201~"


class _Answering(pyte.HistoryScreen):
    """A screen that tells where its cursor is, as real terminals do."""

    def __init__(
        self, columns: int, rows: int, answer: Callable[[str], object]
    ) -> None:
        super().__init__(columns, rows, history=5_000)
        self.answer = answer

    def write_process_input(self, data: str) -> None:
        """Send what a terminal answers."""
        self.answer(data)


class Terminal:
    """A chat in a window of some size."""

    def __init__(
        self,
        *options: str,
        columns: int = 80,
        rows: int = 40,
        env: Mapping[str, str | None] | None = None,
        program: Sequence[str] = ADVISOR,
    ) -> None:
        wanted = {"TERM": "xterm", "LC_ALL": UTF8, "NO_COLOR": None, **(env or {})}
        whole = {**os.environ, **wanted}
        for name in ("COLUMNS", "LINES", "PYTHONIOENCODING"):
            whole.pop(name, None)
        self.columns = columns
        self.child = pexpect.spawn(
            program[0],
            [*program[1:], *options],
            dimensions=(rows, columns),
            env={k: v for k, v in whole.items() if v is not None},
            timeout=PATIENCE,
        )
        self.child.delaybeforesend = None
        self.before = termios.tcgetattr(self.child.child_fd)
        self.screen = _Answering(columns + SPARE, rows, self.child.send)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.child.close(force=True)

    def _read(self) -> bool:
        try:
            data: Any = self.child.read_nonblocking(65_536, timeout=0.05)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self.stream.feed(data)
        return True

    def until(self, shows: Callable[[str], bool], what: str) -> str:
        """Return all that was shown, once it holds what is waited for."""
        end = time.monotonic() + PATIENCE
        while not shows(self.text):
            alive = self._read()
            if shows(self.text):
                break
            assert alive, f"the program ended before it showed {what}:\n{self.text}"
            assert time.monotonic() < end, f"never showed {what}:\n{self.text}"
        return self.text

    def sees(self, words: str, times: int = 1) -> str:
        """Wait until some words were shown, wherever the lines broke."""
        flat = " ".join(words.split())
        return self.until(
            lambda text: " ".join(text.split()).count(flat) >= times, repr(words)
        )

    def says(self, line: str, *, see: str) -> str:
        """Type a line, and wait for what the reply has to show."""
        self.child.send(line + ENTER)
        return self.sees(see)

    def send(self, keys: str) -> None:
        """Send keys as they are."""
        self.child.send(keys)

    def leaves(self) -> None:
        """Send Ctrl-D once the chat reads keys again; a terminal drops it before."""
        screen = self.screen
        self.until(
            lambda _: screen.display[screen.cursor.y].startswith(">"), "a prompt"
        )
        self.child.send(CTRL_D)

    def goes_away(self) -> None:
        """Close the terminal under the program, and wait for the program to end."""
        child: Any = self.child
        child.ptyproc.fileobj.close()
        end = time.monotonic() + PATIENCE
        while self.child.isalive() and time.monotonic() < end:
            time.sleep(0.05)

    def rests(self) -> str:
        """Return all that was shown once nothing new comes for a moment.

        For what must not be shown; what has to be is waited for.
        """
        quiet = 0
        while quiet < 4:
            size = len(self.raw)
            if not self._read():
                break
            quiet = 0 if len(self.raw) > size else quiet + 1
        return self.text

    @property
    def lines(self) -> list[str]:
        """Return all lines shown so far, those scrolled away first."""
        gone = [
            "".join(row[x].data for x in range(self.screen.columns)).rstrip()
            for row in self.screen.history.top
        ]
        return [*gone, *(line.rstrip() for line in self.screen.display)]

    @property
    def text(self) -> str:
        """Return all lines shown so far as one text."""
        return "\n".join(self.lines)

    @property
    def widest(self) -> int:
        """Return how many columns the widest line takes."""
        rows = [*self.screen.history.top, *self.screen.buffer.values()]
        return max(
            (x + 1 for row in rows for x, cell in row.items() if cell.data.strip()),
            default=0,
        )

    @property
    def colours(self) -> set[str]:
        """Return the colours in which something was shown."""
        rows = [*self.screen.history.top, *self.screen.buffer.values()]
        cells: list[Any] = [cell for row in rows for cell in row.values()]
        return {cell.fg for cell in cells} | {cell.bg for cell in cells}

    def resize(self, columns: int, rows: int) -> None:
        """Change the window, as its user would."""
        self.columns = columns
        self.screen.resize(lines=rows, columns=columns + SPARE)
        self.child.setwinsize(rows, columns)

    def kill(self, number: signal.Signals) -> None:
        """Send a signal."""
        self.child.kill(number)

    def ends(self) -> int:
        """Wait for the end; return the exit status, -1 for a signal."""
        while self._read():
            pass
        self.child.wait()
        status = self.child.exitstatus
        return -1 if status is None else status

    @property
    def sane(self) -> bool:
        """Return whether the terminal is as it was before, and shows its cursor."""
        now = termios.tcgetattr(self.child.child_fd)
        shown = not re.search(rb"\x1b\[\?25l(?!.*\x1b\[\?25h)", self.raw, re.DOTALL)
        pastes = not re.search(
            rb"\x1b\[\?2004h(?!.*\x1b\[\?2004l)", self.raw, re.DOTALL
        )
        return now[:4] == self.before[:4] and shown and pastes
