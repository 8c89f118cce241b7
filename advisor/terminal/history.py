"""Lines typed before, kept in a file that only its owner may read.

A line is kept as it is after addresses and numbers that belong to a person are taken
out. Whatever is wrong with the file, the chat goes on without one.
"""

import json
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from advisor.privacy import redact

HEAD = "career-advisor history 1"
"""The first line, by which a file is known for one of ours."""
MOST_BYTES = 2_000_000
MOST_LINES = 2_000
"""From so many lines on, only the newest half is kept."""
LONGEST = 2_000
"""Characters; longer lines are pastes, and those are not kept."""


class HistoryError(Exception):
    """The file cannot be used; the argument is the key of a phrase that says why."""


def path() -> Path | None:
    """Return where the history of this user belongs; None where there is no home."""
    base = os.environ.get("XDG_STATE_HOME", "")
    if base and Path(base).is_absolute():
        return Path(base) / "career-advisor" / "history"
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return (Path(local) if local else home) / "career-advisor" / "history"
    return home / ".local" / "state" / "career-advisor" / "history"


@dataclass(frozen=True, slots=True)
class KeptHistory:
    """A file of lines typed before."""

    file: Path
    lines: tuple[str, ...]
    """Those of earlier sessions, the oldest first."""

    @classmethod
    def open(cls, file: Path) -> "KeptHistory":
        """Return the history of a file, made where there is none.

        Raises:
            HistoryError: it is no history, or cannot be read and written.

        """
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if file.exists():
                lines = _read(file)
                with file.open("ab"):
                    pass
            else:
                lines = ()
                _write(file, lines)
        except OSError as error:
            raise HistoryError("history_unwritable") from error
        return cls(file, lines)

    def add(self, line: str) -> None:
        """Keep a line, redacted; an error of the disk goes unnoticed."""
        kept = redact(line).strip()
        if not kept or len(kept) > LONGEST:
            return
        entry = (json.dumps(kept) + "\n").encode()
        try:
            handle = os.open(self.file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(handle, "ab") as opened:
                opened.write(entry)
        except OSError:
            return


def _read(file: Path) -> tuple[str, ...]:
    """Return the lines of a history, and see to it that only its owner reads it."""
    known = file.stat()
    if not stat.S_ISREG(known.st_mode) or known.st_size > MOST_BYTES:
        raise HistoryError("history_foreign")
    if hasattr(os, "getuid") and known.st_uid != os.getuid():
        raise HistoryError("history_foreign")
    try:
        head, *rest = file.read_bytes().decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise HistoryError("history_foreign") from error
    if head != HEAD and (head or rest):
        raise HistoryError("history_foreign")
    if stat.S_IMODE(known.st_mode) & 0o077:
        file.chmod(0o600)
    lines = tuple(line for line in map(_line, rest) if line)
    if head != HEAD or len(lines) > MOST_LINES:
        lines = lines[-MOST_LINES // 2 :]
        _write(file, lines)
    return lines


def _line(entry: str) -> str:
    """Return the line of an entry; none where it was cut off or spoilt."""
    try:
        line = json.loads(entry)
    except ValueError:
        return ""
    # What somebody else wrote there must not reach the terminal as it is.
    return redact(line) if isinstance(line, str) else ""


def _write(file: Path, lines: tuple[str, ...]) -> None:
    """Write a history anew, beside the old one and then in its place."""
    fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as opened:
            opened.write("\n".join([HEAD, *map(json.dumps, lines), ""]))
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
