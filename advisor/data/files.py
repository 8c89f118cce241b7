"""Find the data files and read their bytes."""

from pathlib import Path

from advisor.errors import DataError, Problem

FOLDERS = ("knowledge", "intents")


def shipped(folder: str) -> Path:
    """Return where a data folder is: in the wheel, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    bundled = package / "_bundled" / folder
    if bundled.is_dir():
        return bundled
    return package.parent / folder


def read_files(data: str | None = None) -> dict[str, bytes]:
    """Return path -> bytes of every YAML file, sorted by path.

    Args:
        data: a folder that holds `knowledge/` and `intents/`; else the shipped one.

    Raises:
        DataError: a folder is missing or a file cannot be read.

    """
    found: dict[str, bytes] = {}
    problems = []
    for folder in FOLDERS:
        root = Path(data) / folder if data else shipped(folder)
        shown = str(root) if data else folder
        if not root.is_dir():
            says = "no such folder; expected the data files there"
            problems.append(Problem(shown, 1, 1, says))
            continue
        try:
            _walk(root, folder, found)
        except OSError as error:
            says = f"cannot be read: {error.strerror}"
            problems.append(Problem(shown, 1, 1, says))
    if problems:
        raise DataError(tuple(problems))
    return dict(sorted(found.items()))


def _walk(root: Path, path: str, found: dict[str, bytes]) -> None:
    for item in root.iterdir():
        here = f"{path}/{item.name}"
        if item.is_dir():
            _walk(item, here, found)
        elif item.name.endswith((".yaml", ".yml")):
            found[here] = item.read_bytes()
