"""Keep what was compiled from the data files, in the user's cache folder.

What was compiled when the program was installed is looked for first.

An entry is named by what it was made from, so it can never be stale; it carries
a checksum, so a damaged one is as good as none; it is written beside and moved
into place, so two programs can write at once; and where nothing can be written
the program just compiles again next time.
"""

import contextlib
import hashlib
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
SHIPPED = (PACKAGE / "_bundled" / "compiled", PACKAGE.parent / "build" / "compiled")
"""Where a wheel has its entries, and where a checkout has them that was installed."""
KEEP = 24
"""Entries of older data that are kept before the oldest goes."""
_DIGEST = 32


def folder() -> Path | None:
    """Return the cache folder of this program, or None where there is no home."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA" if os.name == "nt" else ""):
        base = os.environ.get(name, "") if name else ""
        if base and Path(base).is_absolute():
            return Path(base) / "career-advisor"
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "career-advisor"
    return home / ".cache" / "career-advisor"


def key_of(data: Mapping[str, bytes]) -> str:
    """Return a name for what is made from these files, code included."""
    digest = hashlib.sha256()
    for path, content in data.items():
        digest.update(f"\0{path}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:40]


def get(name: str) -> memoryview | None:
    """Return an entry's content, or None where it is missing or damaged."""
    for place in SHIPPED:
        with contextlib.suppress(OSError):
            return memoryview((place / name).read_bytes())
    root = folder()
    if root is None:
        return None
    try:
        data = memoryview((root / name).read_bytes())
    except OSError:
        return None
    content = data[_DIGEST:]
    if hashlib.sha256(content).digest() != data[:_DIGEST]:
        return None
    return content


def has(name: str) -> bool:
    """Return whether there is an entry, whatever its state."""
    places = (*SHIPPED, folder())
    return any(place is not None and (place / name).exists() for place in places)


def put(name: str, content: bytes) -> None:
    """Write an entry, if the cache folder lets itself be written to."""
    root = folder()
    if root is None:
        return
    with contextlib.suppress(OSError):
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, path = tempfile.mkstemp(dir=root, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(content).digest() + content)
            Path(path).replace(root / name)
        finally:
            Path(path).unlink(missing_ok=True)
        _prune(root)


def _prune(root: Path) -> None:
    """Remove all but the newest entries."""
    entries = [path for path in root.iterdir() if not path.name.startswith(".")]
    entries.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for path in entries[KEEP:]:
        path.unlink(missing_ok=True)
