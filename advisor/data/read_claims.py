"""Read what makes claims: roles, contrasts and disagreements, as snippets."""

import re

from advisor.data.model import PARTS, Figure, Position, Role, Snippet, YesNo
from advisor.data.schema import Known, Reader, each
from advisor.data.topics import OVERVIEW
from advisor.data.yamlfile import Node

MOST_WORDS = 60
SIDE_WORDS = 35
FEWEST_SIDES, MOST_SIDES = 2, 4
BETWEEN = "_vs_"
"""Between the roles in the name of a file of `contrasts/`."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_YEAR = re.compile(r"not stated|.*\b(?:19|20)\d\d\b.*")
_AMOUNT = re.compile(
    r"[$€£₹]\s?\d|\b(?:EUR|GBP|USD|INR|CAD|AUD)\s?\d|\d\s?(?:%|per ?cent\b)"
)


def read_role(
    reader: Reader, root: Node, *, role: str, known: Known
) -> tuple[Role, tuple[Snippet, ...]]:
    """Return the role of a file of `roles/`, and its snippets."""
    got = reader.fields(
        root,
        "a role",
        ("name", "plural", "topics"),
        ("names", "fields", "cased", "bare"),
    )
    value = Role(
        role,
        reader.text(got.get("name"), "name"),
        reader.text(got.get("plural"), "plural"),
        reader.texts(got.get("names"), "a name"),
        reader.texts(got.get("fields"), "a field"),
        reader.texts(got.get("cased"), "a cased name"),
        reader.texts(got.get("bare"), "a bare name"),
    )
    snippets = _by_topic(reader, got.get("topics"), role, (role,), known)
    topics = got.get("topics")
    if topics is not None and not any(s.topic == OVERVIEW for s in snippets):
        says = f"role '{role}' has no overview; expected at least one snippet"
        reader.complain(topics, says)
    return value, snippets


def read_contrast(
    reader: Reader, root: Node, *, stem: str, known: Known
) -> tuple[Snippet, ...]:
    """Return the snippets of a file of `contrasts/`."""
    got = reader.fields(root, "a contrast", ("roles", "topics"), ())
    roles = reader.many_of(got.get("roles"), "a role", known.roles)
    if roles and sorted(roles) != sorted(set(stem.split(BETWEEN))):
        says = (
            f"the roles of '{stem}' are {', '.join(roles)}; expected those of its name"
        )
        reader.complain(got["roles"], says)
    return _by_topic(reader, got.get("topics"), stem, roles, known)


def _by_topic(
    reader: Reader,
    node: Node | None,
    prefix: str,
    roles: tuple[str, ...],
    known: Known,
) -> tuple[Snippet, ...]:
    found: list[Snippet] = []
    for topic, key, value in reader.entries(node, "a topic"):
        reader.one_of(key, "a topic", known.topics)
        seen: set[str] = set()
        for item in reader.items(value, f"topic '{topic}'"):
            snippet = _snippet(reader, item, f"{prefix}.{topic}", roles, topic, known)
            if snippet.id in seen:
                reader.complain(item, f"two snippets '{snippet.id}'; expected one")
            seen.add(snippet.id)
            found.append(snippet)
    return tuple(found)


def _snippet(
    reader: Reader,
    node: Node,
    prefix: str,
    roles: tuple[str, ...],
    topic: str,
    known: Known,
) -> Snippet:
    what = "a snippet"
    got = reader.fields(
        node, what, ("id", "text", "sources"), ("figures", "about", "yes_no")
    )
    id_ = reader.id(got["id"], what) if "id" in got else "?"
    text, sources, figures = _claim(reader, got, f"snippet '{id_}'", known, node)
    return Snippet(
        f"{prefix}.{id_}",
        roles,
        topic,
        text,
        sources,
        figures,
        reader.texts(got.get("about"), "about"),
        each(
            reader.items(got.get("yes_no"), "yes_no"),
            lambda item: _yes_no(reader, item),
        ),
    )


def _claim(
    reader: Reader, got: dict[str, Node], what: str, known: Known, node: Node
) -> tuple[str, tuple[str, ...], tuple[Figure, ...]]:
    """Return text, sources and figures, and hold them to the rules of a claim."""
    text = reader.text(got.get("text"), "text")
    count = len(text.split())
    if count > MOST_WORDS:
        says = f"{what} has {count} words; expected {MOST_WORDS} at most"
        reader.complain(got["text"], says)
    sources = reader.many_of(got.get("sources"), "a source", known.sources)
    if "sources" in got and not sources:
        reader.complain(got["sources"], f"{what} names no source; expected one")
    figures = each(
        reader.items(got.get("figures"), "figures"), lambda item: _figure(reader, item)
    )
    if text and not figures and _AMOUNT.search(text):
        says = (
            f"{what} states an amount; expected 'figures' with place, year, statistic"
        )
        reader.complain(got.get("text", node), says)
    return text, sources, figures


def _figure(reader: Reader, node: Node) -> Figure:
    names = ("value", "unit", "statistic", "place", "year")
    got = reader.fields(node, "a figure", names, ("n", "note", "part", "of"))
    if "year" in got and not _YEAR.fullmatch(got["year"].text or ""):
        says = f"year '{got['year'].text}'; expected one such as 2024, or 'not stated'"
        reader.complain(got["year"], says)
    if "value" in got and not any(char.isdigit() for char in got["value"].text or "0"):
        reader.complain(got["value"], f"value '{got['value'].text}'; expected a number")
    part = reader.one_of(got["part"], "part", PARTS) if "part" in got else ""
    value, unit, statistic, place, year = (
        reader.text(got.get(name), name) for name in names
    )
    if part and value and not _NUMBER.fullmatch(value):
        says = f"value '{value}' with a part; expected a plain number"
        reader.complain(got["value"], says)
    of = reader.text(got["of"], "of") if "of" in got else ""
    return Figure(value, unit, statistic, place, year, part, of)


def _yes_no(reader: Reader, node: Node) -> YesNo:
    got = reader.fields(node, "a yes_no", ("asked", "say"), ())
    return YesNo(
        reader.texts(got.get("asked"), "asked", least=1),
        reader.text(got.get("say"), "say"),
    )


def read_disagreements(reader: Reader, root: Node, known: Known) -> tuple[Snippet, ...]:
    """Return the disagreements of `disagreements.yaml`, as snippets."""
    seen: set[str] = set()
    return each(
        reader.items(root, "the file"),
        lambda item: _disagreement(reader, item, known, seen),
    )


def _disagreement(reader: Reader, node: Node, known: Known, seen: set[str]) -> Snippet:
    what = "a disagreement"
    required = ("id", "roles", "topic", "question", "positions", "why")
    got = reader.fields(node, what, required, ("about", "so", "yes_no", "leads"))
    id_ = reader.id(got["id"], what) if "id" in got else "?"
    reader.unique(seen, got.get("id"), what.removeprefix("a "))
    sides = got.get("positions")
    if sides is not None and not FEWEST_SIDES <= len(sides.items or ()) <= MOST_SIDES:
        says = f"expected {FEWEST_SIDES} to {MOST_SIDES}"
        reader.complain(sides, f"'{id_}' has {len(sides.items or ())} sides; {says}")
    positions: list[Position] = []
    figures: list[Figure] = []
    for item in reader.items(got.get("positions"), "positions"):
        fields = reader.fields(item, "a position", ("text", "sources"), ("figures",))
        text, sources, more = _claim(reader, fields, f"a side of '{id_}'", known, item)
        if len(text.split()) > SIDE_WORDS:
            says = f"a side of {len(text.split())} words; expected {SIDE_WORDS} at most"
            reader.complain(fields["text"], says)
        positions.append(Position(text, sources, more))
        figures += more
    all_sources = dict.fromkeys(s for p in positions for s in p.sources)
    return Snippet(
        f"disagreement.{id_}",
        reader.many_of(got.get("roles"), "a role", known.roles),
        reader.one_of(got.get("topic"), "topic", known.topics) or None,
        reader.text(got.get("question"), "question"),
        tuple(all_sources),
        tuple(figures),
        reader.texts(got.get("about"), "about"),
        each(
            reader.items(got.get("yes_no"), "yes_no"),
            lambda item: _yes_no(reader, item),
        ),
        tuple(positions),
        reader.text(got.get("why"), "why"),
        reader.text(got.get("so"), "so"),
        reader.one_of(got.get("leads"), "leads", ("yes", "no")) == "yes",
    )
