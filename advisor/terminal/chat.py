"""The chat: words in, replies out, until the user leaves."""

import shutil
import sys
from collections.abc import Callable
from typing import TextIO

from prompt_toolkit import PromptSession
from prompt_toolkit.input import Input
from prompt_toolkit.output import Output

from advisor.api import Advisor, State
from advisor.errors import UtteranceError
from advisor.terminal.wrap import wrap

COMMANDS = {
    "/help": "help",
    "/why": "why",
    "/sources": "sources",
    "/undo": "undo",
    "/redo": "redo",
    "/profile": "show my profile",
    "/reset": "start over",
}
"""Slash command -> the plain words that it stands for."""
QUIT = ("/quit", "/exit", "/q")


class LeaveError(Exception):
    """The user wants to leave."""


def chat(
    advisor: Advisor,
    *,
    plain: bool = False,
    source: Input | None = None,
    screen: Output | None = None,
    out: TextIO | None = None,
) -> None:
    """Chat until the user leaves.

    Args:
        advisor: who answers.
        plain: read bare lines, as is done where input or output is no terminal.
        source: where keys come from, for tests; else the terminal.
        screen: where the line editor draws, for tests; else the terminal.
        out: where replies go; else standard output.

    """
    out = out or sys.stdout
    interactive = source is not None or (sys.stdin.isatty() and sys.stdout.isatty())
    read = _editor(advisor, source, screen) if interactive and not plain else _line
    _show(out, advisor.opening)
    state = advisor.start()
    try:
        while not state.over:
            state = _turn(advisor, state, read(), out)
    except (LeaveError, EOFError, KeyboardInterrupt):
        _show(out, advisor.phrase("leaving"))


def _turn(advisor: Advisor, state: State, typed: str, out: TextIO) -> State:
    """Answer one line; return the state after it."""
    text = _command(typed.strip())
    try:
        turn = advisor.step(state, text)
    except UtteranceError as error:
        _show(out, str(error))
        return state
    _show(out, turn.reply.text)
    return turn.state


def _command(typed: str) -> str:
    """Return the plain words of a slash command, and other text as it is."""
    name = typed.partition(" ")[0].lower()
    if name in QUIT:
        raise LeaveError
    return COMMANDS.get(name, typed)


def _show(out: TextIO, text: str) -> None:
    columns = shutil.get_terminal_size().columns
    out.write("\n" + wrap(text, columns - 1) + "\n\n")
    out.flush()


def _line() -> str:
    """Return a line of standard input; bytes that are not UTF-8 are replaced."""
    raw = sys.stdin.buffer.readline()
    if not raw:
        raise EOFError
    return raw.decode("utf-8", "replace").rstrip("\r\n")


def _editor(
    advisor: Advisor, source: Input | None, screen: Output | None
) -> Callable[[], str]:
    """Return what reads a line with editing; Ctrl-C clears it, or leaves if empty."""
    session: PromptSession[str] = PromptSession(input=source, output=screen)
    prompt = advisor.phrase("prompt") + " "

    def read() -> str:
        while True:
            try:
                return session.prompt(prompt)
            except KeyboardInterrupt:
                if not session.default_buffer.text:
                    raise

    return read
