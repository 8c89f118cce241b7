"""What the terminal can show: its size, its colours, its characters."""

import codecs
import os
import shutil
import sys
from collections.abc import Mapping
from typing import TextIO

from advisor.terminal.style import Look

UNBOUND = 1_000_000
"""The width of what is no window."""
DUMB = ("", "dumb", "unknown")


def is_dumb(environ: Mapping[str, str]) -> bool:
    """Return whether a terminal can only print lines."""
    windows = os.name == "nt"
    return not windows and environ.get("TERM", "") in DUMB


def speaks_utf8(out: TextIO, environ: Mapping[str, str]) -> bool:
    """Return whether the terminal shows more than ASCII, by its locale.

    Python itself writes UTF-8 in the C locale too, where the terminal may not.
    """
    if not _is_utf8(out.encoding or "utf-8"):
        return False
    if os.name == "nt" or sys.platform == "darwin" or environ.get("PYTHONIOENCODING"):
        return True
    names = (environ.get(key, "") for key in ("LC_ALL", "LC_CTYPE", "LANG"))
    locale = next((name for name in names if name), "C")
    charset = locale.partition(".")[2].partition("@")[0]
    return _is_utf8(charset)


def _is_utf8(name: str) -> bool:
    try:
        return codecs.lookup(name).name == "utf-8"
    except LookupError:
        return False


def width_of(out: TextIO) -> int:
    """Return the columns of the window; without one, those that COLUMNS names."""
    try:
        wide = os.get_terminal_size(out.fileno()).columns
    except (OSError, ValueError):
        wide = 0
    if wide:
        return wide
    if out.isatty() or os.environ.get("COLUMNS", "").isdigit():
        return shutil.get_terminal_size().columns
    return 0


def look_of(out: TextIO, *, plain: bool, spoken: bool, drawn: bool) -> Look:
    """Return how replies are to look now, in a window of the present size.

    Args:
        out: where they go.
        plain: whether there are to be the words only.
        spoken: whether a screen reader reads them.
        drawn: whether somebody looks at them.

    """
    environ = os.environ
    wide = width_of(out)
    # The last column is left free: some terminals break the line on reaching it.
    width = min(wide - (wide > SMALL), WIDEST) if wide else UNBOUND
    shows = out.isatty() and not is_dumb(environ) and not environ.get("NO_COLOR")
    return Look(
        width=width,
        colour=shows and not plain and not spoken,
        ascii=not speaks_utf8(out, environ),
        drawn=drawn and not plain and not spoken,
        spoken=spoken,
    )


SMALL = 20
WIDEST = 100
"""Longer lines are hard to read, however wide the window."""
