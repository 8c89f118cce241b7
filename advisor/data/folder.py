"""Find the data files, and hand them out parsed, each to be read once."""

from collections.abc import Callable, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from advisor.data.schema import Reader
from advisor.data.yamlfile import Node, parse
from advisor.errors import DataError, Problem

T = TypeVar("T")
FOLDERS = ("knowledge", "intents")


def shipped(folder: str) -> Traversable:
    """Return where a data folder is: in the wheel, or beside it in a checkout."""
    bundled = files("advisor") / "_bundled" / folder
    if bundled.is_dir():
        return bundled
    return Path(__file__).resolve().parents[2] / folder


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
        root: Traversable = Path(data) / folder if data else shipped(folder)
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


def _walk(root: Traversable, path: str, found: dict[str, bytes]) -> None:
    for item in root.iterdir():
        here = f"{path}/{item.name}"
        if item.is_dir():
            _walk(item, here, found)
        elif item.name.endswith((".yaml", ".yml")):
            found[here] = item.read_bytes()


class Folder:
    """The parsed files of a data folder, with all complaints about them."""

    def __init__(self, data: Mapping[str, bytes]) -> None:
        self.problems: list[Problem] = []
        self.nodes: dict[str, Node] = {}
        for path, content in data.items():
            node, problems = parse(path, content)
            self.problems += problems
            if node is not None:
                self.nodes[path] = node

    def read(self, path: str, how: Callable[[Reader, Node], T]) -> T | None:
        """Return what a file holds, or None, with a complaint, where it is missing."""
        node = self.nodes.pop(path, None)
        if node is None:
            if not any(problem.file == path for problem in self.problems):
                says = "no such file; expected it (knowledge/README.md says what for)"
                self.problems.append(Problem(path, 1, 1, says))
            return None
        reader = Reader(path)
        value = how(reader, node)
        self.problems += reader.problems
        return value

    def under(self, prefix: str) -> list[tuple[str, str]]:
        """Return (path, stem) of the files under a folder that are not yet read."""
        return [
            (path, path.rsplit("/", 1)[1].rsplit(".", 1)[0])
            for path in sorted(self.nodes)
            if path.startswith(prefix)
        ]
