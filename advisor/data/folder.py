"""Hand out the parsed data files, each to be read once."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from advisor.data.schema import Reader
from advisor.data.yamlfile import Node, parse
from advisor.errors import Problem

if TYPE_CHECKING:
    from advisor.data.shapes import Trace

T = TypeVar("T")


class Folder:
    """The parsed files of a data folder, with all complaints about them."""

    def __init__(self, data: Mapping[str, bytes]) -> None:
        self.problems: list[Problem] = []
        self.nodes: dict[str, Node] = {}
        self.traces: dict[str, tuple[Trace, Node]] = {}
        """By path, what was expected of the nodes of a file that was read."""
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
        self.traces[path] = (reader.trace, node)
        return value

    def under(self, prefix: str) -> list[tuple[str, str]]:
        """Return (path, stem) of the files under a folder that are not yet read."""
        return [
            (path, path.rsplit("/", 1)[1].rsplit(".", 1)[0])
            for path in sorted(self.nodes)
            if path.startswith(prefix)
        ]
