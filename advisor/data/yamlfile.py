"""Read YAML safely into nodes that remember where they stand.

Only the events of PyYAML's safe loader are used, so no tag is ever obeyed, and
every scalar stays the text that its author typed: `no` is a word, not False.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from advisor.errors import Problem

MOST_BYTES = 4_000_000
MOST_DEPTH = 20

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # pragma: no cover - PyYAML built without libyaml
    from yaml import SafeLoader as Loader  # type: ignore[assignment]


OPENED = ("flow sequence", "flow mapping", "quoted scalar", "simple key")
"""Of what was begun and never ended: its beginning is the place of the slip."""


@dataclass(slots=True)
class Node:
    """A piece of a YAML file: exactly one of text, items and pairs is not None."""

    line: int
    column: int
    text: str | None = None
    items: "list[Node] | None" = None
    pairs: "dict[str, tuple[Node, Node]] | None" = None
    """Key -> (node of the key, node of the value)."""

    @property
    def kind(self) -> str:
        """Return what the piece is, in an author's words."""
        if self.text is not None:
            return "text"
        return "a list" if self.items is not None else "a mapping"


@dataclass(slots=True)
class _Builder:
    file: str
    problems: list[Problem] = field(default_factory=list)

    def complain(self, line: int, column: int, says: str) -> None:
        self.problems.append(Problem(self.file, line, column, says))


def parse(file: str, data: bytes) -> tuple[Node | None, list[Problem]]:
    """Return the root node of a YAML file (None if unusable) and its problems."""
    builder = _Builder(file)
    if len(data) > MOST_BYTES:
        builder.complain(
            1, 1, f"the file has {len(data):,} bytes; expected {MOST_BYTES:,} at most"
        )
        return None, builder.problems
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        builder.complain(line, 1, "bytes that are not UTF-8; save the file as UTF-8")
        return None, builder.problems
    try:
        root = _build(builder, yaml.parse(text, Loader=Loader))
    except yaml.MarkedYAMLError as error:
        opened = any(word in (error.context or "") for word in OPENED)
        mark = (error.context_mark if opened else None) or error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        builder.complain(line, column, f"not YAML: {error.problem or error.context}")
        return None, builder.problems
    except yaml.YAMLError as error:
        before = text[: getattr(error, "position", 0)]
        line = before.count("\n") + 1
        builder.complain(line, 1, f"not YAML: {' '.join(str(error).split())}")
        return None, builder.problems
    if root is None and not builder.problems:
        builder.complain(1, 1, "the file is empty")
    return root, builder.problems


def _build(builder: _Builder, events: Iterator[yaml.Event]) -> Node | None:
    """Build the tree without recursion, so that depth is ours to bound."""
    root: Node | None = None
    open_nodes: list[Node] = []
    keys: list[Node | None] = []
    for event in events:
        if isinstance(event, yaml.AliasEvent):
            builder.complain(*_place(event), "an alias (*name); write the value out")
            return None
        if isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            open_nodes.pop()
            keys.pop()
            continue
        node = _node(builder, event)
        if node is None:
            continue
        if open_nodes:
            _attach(builder, open_nodes[-1], keys, node)
        elif root is None:
            root = node
        else:
            builder.complain(node.line, node.column, "a second document; expected one")
            return root
        if node.text is None:
            if len(open_nodes) >= MOST_DEPTH:
                says = f"nested deeper than {MOST_DEPTH} levels"
                builder.complain(node.line, node.column, says)
                return None
            open_nodes.append(node)
            keys.append(None)
    return root


def _node(builder: _Builder, event: yaml.Event) -> Node | None:
    """Return the node that an event begins, or None where it begins none."""
    line, column = _place(event)
    if isinstance(event, yaml.NodeEvent):
        if event.anchor is not None:
            builder.complain(line, column, "an anchor (&name); write the value out")
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            builder.complain(line, column, f"a tag ({tag}); remove it")
    if isinstance(event, yaml.ScalarEvent):
        return Node(line, column, text=event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        return Node(line, column, items=[])
    if isinstance(event, yaml.MappingStartEvent):
        return Node(line, column, pairs={})
    return None


def _attach(
    builder: _Builder, parent: Node, keys: list[Node | None], node: Node
) -> None:
    """Put a finished or just begun node into the one that is open around it."""
    if parent.items is not None:
        parent.items.append(node)
        return
    key = keys[-1]
    if key is None:
        if node.text is None:
            builder.complain(node.line, node.column, "a key must be text")
        keys[-1] = node
        return
    keys[-1] = None
    name = key.text or ""
    if parent.pairs is None:
        return
    if name in parent.pairs:
        builder.complain(key.line, key.column, f"two keys '{name}'; expected one")
        return
    parent.pairs[name] = (key, node)


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
