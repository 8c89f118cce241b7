"""The chat: words in, replies out, until the user leaves."""

import shutil
import sys
from collections.abc import Callable
from typing import TextIO

from prompt_toolkit.input import Input
from prompt_toolkit.output import Output

from advisor.api import Advisor, State
from advisor.errors import DataError, UtteranceError
from advisor.terminal.editor import Names, line_editor
from advisor.terminal.wrap import wrap

COMMANDS = {
    "/help": "help",
    "/why": "why",
    "/sources": "sources",
    "/undo": "undo",
    "/redo": "redo",
    "/profile": "show my profile",
    "/reset": "start over",
    "/suggest": "which job would you suggest for me?",
}
"""Slash command -> the plain words that it stands for."""
MOST_PROBLEMS = 12
RELOAD = "/reload"
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
    load: Callable[[], Advisor] | None = None,
) -> None:
    """Chat until the user leaves.

    Args:
        advisor: who answers.
        plain: read bare lines, as is done where input or output is no terminal.
        source: where keys come from, for tests; else the terminal.
        screen: where the line editor draws, for tests; else the terminal.
        out: where replies go; else standard output.
        load: loads the advisor anew for `/reload`; without it there is nothing to.

    """
    out = out or sys.stdout
    interactive = source is not None or (sys.stdin.isatty() and sys.stdout.isatty())
    read = _line
    if interactive and not plain:
        completer = Names((*COMMANDS, RELOAD, *QUIT[:1]), advisor.names())
        prompt = advisor.phrase("prompt") + " "
        read = line_editor(prompt, completer, source, screen)
    _show(out, advisor.opening)
    state = advisor.start()
    while not state.over:
        try:
            typed = read()
            if load is not None and typed.strip().lower() == RELOAD:
                advisor = _reloaded(advisor, load, out)
                continue
            state = _turn(advisor, state, typed, out)
        except (LeaveError, KeyboardInterrupt):
            break
        except EOFError:
            turn = advisor.before_leaving(state) if interactive else None
            if turn is None:
                break
            _show(out, turn.reply.text)
            state = turn.state
    if not state.over:
        _show(out, advisor.phrase("leaving"))


def _turn(advisor: Advisor, state: State, typed: str, out: TextIO) -> State:
    """Answer one line; return the state after it."""
    text = _command(typed.strip())
    if text is None:
        commands = ", ".join((*COMMANDS, RELOAD, *QUIT[:1]))
        _show(out, advisor.phrase("no_command").replace("{commands}", commands))
        return state
    try:
        turn = advisor.step(state, text)
    except UtteranceError as error:
        _show(out, str(error))
        return state
    _show(out, turn.reply.text)
    return turn.state


def _reloaded(advisor: Advisor, load: Callable[[], Advisor], out: TextIO) -> Advisor:
    """Return the advisor of the files as they are, or the old one where they fail."""
    try:
        new = load()
    except DataError as error:
        problems = [str(problem) for problem in error.problems]
        rest = len(problems) - MOST_PROBLEMS
        shown = "\n".join(problems[:MOST_PROBLEMS]) + (
            f"\n(+{rest})" if rest > 0 else ""
        )
        _show(out, f"{advisor.phrase('reload_failed')}\n{shown}")
        return advisor
    _show(out, new.phrase("reloaded"))
    return new


def _command(typed: str) -> str | None:
    """Return the plain words of a slash command, and other text as it is.

    The beginning of a command will do where only one begins so; None stands for a
    command that there is not.
    """
    if not typed.startswith("/"):
        return typed
    name = typed.partition(" ")[0].lower()
    if name in QUIT:
        raise LeaveError
    meant = [words for command, words in COMMANDS.items() if command.startswith(name)]
    return COMMANDS.get(name) or (meant[0] if len(meant) == 1 else None)


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
