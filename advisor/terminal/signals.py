"""Leave, or step aside, in good order when a signal asks for it.

The terminal is left as it was; whoever leaves has a status, and whoever was put aside
finds the line again.
"""

import asyncio
import errno
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from types import FrameType
from typing import Any

from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.application.current import get_app, get_app_or_none

ENDING = ("SIGTERM", "SIGHUP")
ASIDE, BACK = "SIGTSTP", "SIGCONT"
GROUP = 0
"""Stands for all programs of the same job, where a process id is asked for."""
HANGUP = 1
GONE = (errno.EIO, errno.ENXIO)
"""What writing to a terminal that is there no more ends in."""
SIGNALLED = 128
"""The exit status is this much above the number of the signal."""


@contextmanager
def ending_on_signals() -> Iterator[None]:
    """End the program by SystemExit on a signal that asks for it, while this lasts.

    So it does, without a word, where the terminal has gone.
    """
    handlers = {**dict.fromkeys(ENDING, _end), ASIDE: _step_aside, BACK: _come_back}
    before = {}
    with suppress(ValueError):  # not the main thread: whoever runs it sees to it
        for name, handler in handlers.items():
            number = getattr(signal, name, None)
            if number is not None:
                before[number] = signal.signal(number, handler)
    try:
        yield
    except OSError as error:
        if error.errno not in GONE:
            raise
        _mute()
        raise SystemExit(SIGNALLED + HANGUP) from None
    finally:
        for number, known in before.items():
            signal.signal(number, known)


def leaving_without_terminal() -> None:
    """Have the running line editor end where what it draws on has gone.

    By itself it would tell of the failure on that same terminal, and fail, for ever.
    """
    app, loop = get_app(), asyncio.get_running_loop()
    before = loop.get_exception_handler()

    def handle(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, OSError) and error.errno in GONE:
            if not app.is_done:
                app.exit(exception=error)
        elif before is not None:
            before(loop, context)
        else:
            loop.default_exception_handler(context)

    loop.set_exception_handler(handle)


def step_aside() -> None:
    """Put the job aside, the terminal as it was, until its user comes back to it."""
    if hasattr(signal, ASIDE):
        run_in_terminal(partial(_halt, GROUP))


def _end(number: int, frame: FrameType | None) -> None:
    """Leave; out of the line editor by its own door, which restores the terminal."""
    del frame
    stop = SystemExit(SIGNALLED + number)
    app = _editing()
    if app is None or app.loop is None:
        raise stop

    def leave() -> None:
        with suppress(Exception):  # it was leaving already
            app.exit(exception=stop)

    app.loop.call_soon_threadsafe(leave)


def _step_aside(number: int, frame: FrameType | None) -> None:
    """Stop, out of the line editor by its own door; it draws itself anew after."""
    del number, frame
    app, halt = _editing(), partial(_halt, os.getpid())
    if app is None or app.loop is None:
        halt()
        return
    app.loop.call_soon_threadsafe(partial(run_in_terminal, halt))


def _come_back(number: int, frame: FrameType | None) -> None:
    """After a stop that nobody can prepare for: the editor's terminal once more."""
    del number, frame
    app = _editing()
    if app is None or app.loop is None:
        return

    def anew() -> None:
        app.input.raw_mode().__enter__()
        app.renderer.reset()
        app.invalidate()

    app.loop.call_soon_threadsafe(anew)


def _halt(whom: int) -> None:
    """Stop as any program does, and go on from here when it is to go on."""
    numbers = [getattr(signal, name) for name in (ASIDE, BACK)]
    before = {number: signal.signal(number, signal.SIG_DFL) for number in numbers}
    os.kill(whom, numbers[0])
    for number, handler in before.items():
        signal.signal(number, handler)


def _editing() -> Application[Any] | None:
    """Return the line editor while it has the terminal."""
    app = get_app_or_none()
    return app if app is not None and app.is_running else None


def _mute() -> None:
    """Say no more, not even on the way out."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                os.dup2(nowhere, stream.fileno())
