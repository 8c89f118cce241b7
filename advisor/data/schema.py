"""Read nodes as values and gather every complaint, in the author's own words."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from advisor.data import shapes
from advisor.data.nearest import near
from advisor.data.yamlfile import Node
from advisor.errors import Problem

T = TypeVar("T")
ID = re.compile(r"[a-z][a-z0-9_]*\Z")
MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|&(?:[a-z]{2,6}|#\d+);")


def listed(known: Collection[str], most: int = 12) -> str:
    """Return known words as a short list for a complaint."""
    words = sorted(known)
    return ", ".join(words[:most]) + (" ..." if len(words) > most else "")


@dataclass(frozen=True, slots=True)
class Known:
    """Ids that other files may name."""

    sources: Collection[str] = ()
    topics: Collection[str] = ()
    roles: Collection[str] = ()
    places: Collection[str] = ()
    entities: Collection[str] = ()
    """Keys `kind:id`."""


@dataclass(slots=True)
class Reader:
    """Reads the nodes of one file; never raises, always complains with a place."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    trace: shapes.Trace = field(default_factory=dict)
    """What was expected of which node."""

    def complain(self, node: Node, says: str) -> None:
        """Note a problem at a node."""
        self.problems.append(Problem(self.file, node.line, node.column, says))

    def fields(
        self,
        node: Node,
        what: str,
        required: Collection[str],
        optional: Collection[str],
    ) -> dict[str, Node]:
        """Return a mapping's values by key; complain of unknown and missing keys."""
        shapes.expect_fields(self.trace, node, required, optional)
        if node.pairs is None:
            self.complain(node, f"{what} is {node.kind}; expected a mapping")
            return {}
        known = [*required, *optional]
        for name, (key, _) in node.pairs.items():
            if name not in known:
                hint = near(name, known) or f"; expected {listed(known)}"
                self.complain(key, f"{what} has no field '{name}'{hint}")
        for name in required:
            if name not in node.pairs:
                self.complain(node, f"{what} lacks '{name}'; expected it here")
        return {k: v for k, (_, v) in node.pairs.items() if k in known}

    def entries(self, node: Node | None, what: str) -> Iterator[tuple[str, Node, Node]]:
        """Yield (id, node of the id, value) of a mapping whose keys are ids."""
        if node is None:
            return
        shapes.at(self.trace, node).keyed = True
        if node.pairs is None:
            self.complain(node, f"{what} is {node.kind}; expected a mapping of ids")
            return
        for name, (key, value) in node.pairs.items():
            self.id(key, what)
            yield name, key, value

    def items(self, node: Node | None, what: str) -> list[Node]:
        """Return a list's nodes; nothing, with a complaint, for what is no list."""
        if node is None:
            return []
        shapes.at(self.trace, node).listed = True
        if node.items is None:
            self.complain(node, f"{what} is {node.kind}; expected a list")
            return []
        return node.items

    def text(self, node: Node | None, what: str) -> str:
        """Return a text in one line; complain where it is none, empty or unclean."""
        if node is None:
            return ""
        shapes.at(self.trace, node).text = True
        if node.text is None:
            self.complain(node, f"{what} is {node.kind}; expected text")
            return ""
        value = " ".join(node.text.split())
        if not value:
            self.complain(node, f"{what} is empty; expected text")
        unclean = (
            []
            if value.isprintable()
            else [c for c in value if unicodedata.category(c) in ("Cc", "Cf", "Cs")]
        )
        if unclean:
            code = f"U+{ord(unclean[0]):04X}"
            self.complain(node, f"{what} holds the control character {code}; remove it")
            return ""
        markup = MARKUP.search(value) if "<" in value or "&" in value else None
        if markup:
            says = f"{what} holds the HTML '{markup[0]}'; expected plain words"
            self.complain(node, says)
        return value

    def texts(self, node: Node | None, what: str, *, least: int = 0) -> tuple[str, ...]:
        """Return a list of texts, at least so many of them."""
        items = self.items(node, what)
        if node is not None and node.items is not None and len(items) < least:
            self.complain(node, f"{what}: {len(items)}; expected {least} at least")
        return tuple(self.text(item, what) for item in items)

    def whole(self, node: Node | None, what: str, least: int, most: int) -> int:
        """Return a whole number between two bounds."""
        value = self.number(node, what, least, most)
        if node is not None and value != int(value):
            self.complain(node, f"{what} is '{node.text}'; expected a whole number")
        return int(value)

    def unique(self, seen: set[str], node: Node | None, what: str) -> str:
        """Return the id of a thing that no other thing of its list may have."""
        value = self.text(node, what)
        if node is not None and value in seen:
            self.complain(node, f"two {what}s '{value}'; expected one")
        seen.add(value)
        return value

    def id(self, node: Node, what: str) -> str:
        """Return an id: small letters, digits and underscores."""
        value = node.text or ""
        if not ID.match(value):
            says = f"{what}: '{value}' is no id; expected small letters, digits, _"
            self.complain(node, says)
        return value

    def number(self, node: Node | None, what: str, least: float, most: float) -> float:
        """Return a number between two bounds."""
        text = self.text(node, what)
        try:
            value = float(text) if text else least
        except ValueError:
            value = most + 1
        if node is None:
            return least
        shapes.at(self.trace, node).bounds = (least, most)
        if not least <= value <= most:
            says = f"{what} is '{text}'; expected {least:g} to {most:g}"
            self.complain(node, says)
            return least
        return value

    def one_of(self, node: Node | None, what: str, known: Collection[str]) -> str:
        """Return a text that must be one of the known words.

        A tuple holds words of the program's own; all else holds ids of other files.
        """
        value = self.text(node, what)
        if node is not None and isinstance(known, tuple):
            shapes.at(self.trace, node).choices |= set(known)
        if node is not None and value and value not in known:
            hint = near(value, known) or f"; expected {listed(known)}"
            self.complain(node, f"{what}: unknown '{value}'{hint}")
        return value

    def many_of(
        self, node: Node | None, what: str, known: Collection[str]
    ) -> tuple[str, ...]:
        """Return a list of texts, each one of the known words."""
        return tuple(self.one_of(item, what, known) for item in self.items(node, what))


def each(nodes: list[Node], read: Callable[[Node], T | None]) -> tuple[T, ...]:
    """Return what `read` makes of each node, without the unusable ones."""
    return tuple(value for value in map(read, nodes) if value is not None)
