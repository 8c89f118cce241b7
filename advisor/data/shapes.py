"""What the data files may look like, traced from how they are read, as JSON Schema.

The readers are the model: every call on a node says what it expects there. A trace of
those calls over files that are right, merged by kind of file, is that kind's schema, so
that a schema can never say another thing than the program does.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from advisor.data.yamlfile import Node

DRAFT = "https://json-schema.org/draft/2020-12/schema"
ID_PATTERN = "^[a-z][a-z0-9_]*$"
SCALARS = ["string", "number", "boolean"]
"""What editors may take a plain scalar for; the program reads all as text."""


@dataclass(slots=True)
class Shape:
    """What is expected of one node, or of all nodes in its place."""

    text: bool = False
    choices: set[str] = field(default_factory=set)
    bounds: tuple[float, float] | None = None
    listed: bool = False
    item: "Shape | None" = None
    required: set[str] | None = None
    """Of a mapping with known keys."""
    named: "dict[str, Shape | None]" = field(default_factory=dict)
    keyed: bool = False
    """Whether it is a mapping whose keys are ids."""
    value: "Shape | None" = None


Trace = dict[int, Shape]
"""Shapes by the identity of the node that they were expected of."""


def at(trace: Trace, node: Node) -> Shape:
    """Return the shape of a node, to be added to."""
    return trace.setdefault(id(node), Shape())


def whole(trace: Trace, node: Node) -> Shape:
    """Return the shape of a node with those of all nodes in it."""
    shape = trace.get(id(node), Shape())
    for name, (_, value) in (node.pairs or {}).items():
        if shape.required is not None and name in shape.named:
            shape.named[name] = merged(shape.named[name], whole(trace, value))
        elif shape.keyed:
            shape.value = merged(shape.value, whole(trace, value))
    for item in node.items or ():
        shape.item = merged(shape.item, whole(trace, item))
    return shape


def merged(one: Shape | None, other: Shape | None) -> Shape | None:
    """Return what both shapes allow."""
    if one is None or other is None:
        return one or other
    required = (
        one.required & other.required
        if one.required is not None and other.required is not None
        else one.required or other.required
    )
    names = [*one.named, *(name for name in other.named if name not in one.named)]
    return Shape(
        one.text or other.text,
        one.choices | other.choices,
        one.bounds or other.bounds,
        one.listed or other.listed,
        merged(one.item, other.item),
        required,
        {name: merged(one.named.get(name), other.named.get(name)) for name in names},
        one.keyed or other.keyed,
        merged(one.value, other.value),
    )


def expect_fields(
    trace: Trace, node: Node, required: Collection[str], optional: Iterable[str]
) -> None:
    """Note that a mapping with these keys is expected."""
    shape = at(trace, node)
    shape.required = set(required)
    shape.named |= dict.fromkeys([*required, *optional])


def schema(shape: Shape | None) -> Mapping[str, Any]:
    """Return a shape as JSON Schema."""
    if shape is None:
        return {}
    kinds = [*_scalar(shape), *_list(shape), *_mapping(shape)]
    return kinds[0] if len(kinds) == 1 else {"anyOf": kinds} if kinds else {}


def _scalar(shape: Shape) -> list[dict[str, Any]]:
    if shape.bounds is not None:
        least, most = shape.bounds
        return [{"type": "number", "minimum": least, "maximum": most}]
    if shape.choices:
        return [{"enum": sorted(shape.choices)}]
    return [{"type": SCALARS}] if shape.text else []


def _list(shape: Shape) -> list[dict[str, Any]]:
    return [{"type": "array", "items": schema(shape.item)}] if shape.listed else []


def _mapping(shape: Shape) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if shape.required is not None:
        found.append(
            {
                "type": "object",
                "properties": {name: schema(s) for name, s in shape.named.items()},
                "required": sorted(shape.required),
                "additionalProperties": False,
            }
        )
    if shape.keyed:
        found.append(
            {
                "type": "object",
                "propertyNames": {"pattern": ID_PATTERN},
                "additionalProperties": schema(shape.value),
            }
        )
    return found


def kind_of(path: str) -> str:
    """Return the kind of a file: `knowledge/roles/*.yaml` for all in one folder."""
    folder, _, name = path.rpartition("/")
    return path if folder == "knowledge" else f"{folder}/*.{name.rpartition('.')[2]}"


def schemas(traces: Mapping[str, tuple[Trace, Node]]) -> dict[str, dict[str, Any]]:
    """Return the schema of each kind of file, by the schema's own file name.

    Args:
        traces: path -> what was expected of the nodes of a file, its uppermost node.

    """
    kinds: dict[str, Shape | None] = {}
    for path, (trace, root) in traces.items():
        kind = kind_of(path)
        kinds[kind] = merged(kinds.get(kind), whole(trace, root))
    found = {}
    for kind, shape in sorted(kinds.items()):
        stem = kind.removesuffix("/*.yaml").rpartition("/")[2].removesuffix(".yaml")
        name = f"{stem}.schema.json"
        found[name] = {"$schema": DRAFT, "title": kind, **schema(shape)}
    return found
