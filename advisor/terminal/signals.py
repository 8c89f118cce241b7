"""Leave in good order when told to by a signal: the terminal as it was, a status."""

import errno
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from prompt_toolkit.application.current import get_app_or_none

ENDING = ("SIGTERM", "SIGHUP")
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
    numbers = [getattr(signal, name) for name in ENDING if hasattr(signal, name)]
    before = {}
    with suppress(ValueError):  # not the main thread: whoever runs it sees to it
        before = {number: signal.signal(number, _end) for number in numbers}
    try:
        yield
    except OSError as error:
        if error.errno not in GONE:
            raise
        _mute()
        raise SystemExit(SIGNALLED + HANGUP) from None
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, frame: FrameType | None) -> None:
    """Leave; out of the line editor by its own door, which restores the terminal."""
    del frame
    stop = SystemExit(SIGNALLED + number)
    app = get_app_or_none()
    if app is None or not app.is_running or app.loop is None:
        raise stop

    def leave() -> None:
        with suppress(Exception):  # it was leaving already
            app.exit(exception=stop)

    app.loop.call_soon_threadsafe(leave)


def _mute() -> None:
    """Say no more, not even on the way out."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                os.dup2(nowhere, stream.fileno())
