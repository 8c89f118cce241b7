"""Read the files of `knowledge/` into values; every complaint goes to the reader."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from advisor.data.model import (
    ENTITY_KINDS,
    Entity,
    Figure,
    Helpline,
    Position,
    Role,
    Snippet,
    Source,
    Topic,
    YesNo,
)
from advisor.data.schema import Reader, each
from advisor.data.yamlfile import Node

KINDS = ("official", "survey", "article", "vendor", "advertised")
TRUST = ("high", "medium", "low")
MOST_WORDS = 60
_AMOUNT = re.compile(r"[$€£₹]\s?\d|\b(?:EUR|GBP|USD|INR|CAD|AUD)\s?\d|\d\s?(?:%|per cent)")
_DATE = re.compile(r"undated|.*\b(?:19|20)\d\d\b.*")


@dataclass(frozen=True, slots=True)
class Known:
    """Ids that other files may name."""

    sources: Collection[str] = ()
    topics: Collection[str] = ()
    roles: Collection[str] = ()
    places: Collection[str] = ()


def read_sources(reader: Reader, root: Node) -> tuple[Source, ...]:
    """Return the sources of `sources.yaml`."""
    found = []
    for name, _, node in reader.entries(root, "a source"):
        got = reader.fields(
            node, "a source", ("title", "publisher", "date", "kind", "trust"), ("url",)
        )
        date = reader.text(got.get("date"), "date")
        if "date" in got and date and not _DATE.fullmatch(date):
            says = f"date '{date}' holds no year; expected one, or 'undated'"
            reader.complain(got["date"], says)
        url = reader.text(got.get("url"), "url")
        if url and not url.startswith(("https://", "http://")):
            reader.complain(got["url"], f"url '{url}'; expected https://...")
        found.append(
            Source(
                name,
                reader.text(got.get("title"), "title"),
                reader.text(got.get("publisher"), "publisher"),
                date,
                reader.one_of(got.get("kind"), "kind", KINDS),
                reader.one_of(got.get("trust"), "trust", TRUST),
                url,
            )
        )
    return tuple(found)


def read_topics(reader: Reader, root: Node) -> tuple[Topic, ...]:
    """Return the topics of `topics.yaml`."""
    got = reader.fields(root, "the file", ("topics",), ())
    found = []
    for name, _, node in reader.entries(got.get("topics"), "a topic"):
        fields = reader.fields(node, "a topic", ("name", "question", "cues"), ())
        found.append(
            Topic(
                name,
                reader.text(fields.get("name"), "name"),
                reader.text(fields.get("question"), "question"),
                reader.texts(fields.get("cues"), "a cue"),
            )
        )
    return tuple(found)


def read_role(
    reader: Reader, role: str, root: Node, known: Known
) -> tuple[Role, tuple[Snippet, ...]]:
    """Return the role of a file of `roles/`, and its snippets."""
    got = reader.fields(
        root, "a role", ("name", "plural", "topics"), ("names", "fields", "cased", "bare")
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
    if topics is not None and not any(s.topic == "overview" for s in snippets):
        says = f"role '{role}' has no overview; expected at least one snippet"
        reader.complain(topics, says)
    return value, snippets


def read_contrast(
    reader: Reader, stem: str, root: Node, known: Known
) -> tuple[Snippet, ...]:
    """Return the snippets of a file of `contrasts/`."""
    got = reader.fields(root, "a contrast", ("roles", "topics"), ())
    roles = reader.many_of(got.get("roles"), "a role", known.roles)
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


def _snippet(  # noqa: PLR0913 - what a snippet inherits from where it stands
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
            reader.items(got.get("yes_no"), "yes_no"), lambda item: _yes_no(reader, item)
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
        says = f"{what} states an amount; expected 'figures' with place, year, statistic"
        reader.complain(got.get("text", node), says)
    return text, sources, figures


def _figure(reader: Reader, node: Node) -> Figure:
    names = ("value", "unit", "statistic", "place", "year")
    got = reader.fields(node, "a figure", names, ("n", "note"))
    return Figure(*(reader.text(got.get(name), name) for name in names))


def _yes_no(reader: Reader, node: Node) -> YesNo:
    got = reader.fields(node, "a yes_no", ("asked", "say"), ())
    return YesNo(
        reader.texts(got.get("asked"), "asked"), reader.text(got.get("say"), "say")
    )


def read_disagreements(
    reader: Reader, root: Node, known: Known
) -> tuple[Snippet, ...]:
    """Return the disagreements of `disagreements.yaml`, as snippets."""
    return each(
        reader.items(root, "the file"), lambda item: _disagreement(reader, item, known)
    )


def _disagreement(reader: Reader, node: Node, known: Known) -> Snippet:
    what = "a disagreement"
    required = ("id", "roles", "topic", "question", "positions", "why")
    got = reader.fields(node, what, required, ("about", "so", "yes_no", "leads"))
    id_ = reader.id(got["id"], what) if "id" in got else "?"
    positions, figures = [], []
    for item in reader.items(got.get("positions"), "positions"):
        fields = reader.fields(item, "a position", ("text", "sources"), ("figures",))
        text, sources, more = _claim(reader, fields, f"a side of '{id_}'", known, item)
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
            reader.items(got.get("yes_no"), "yes_no"), lambda item: _yes_no(reader, item)
        ),
        tuple(positions),
        reader.text(got.get("why"), "why"),
        reader.text(got.get("so"), "so"),
        reader.one_of(got.get("leads"), "leads", ("yes", "no")) == "yes",
    )


def read_entities(reader: Reader, root: Node) -> tuple[Entity, ...]:
    """Return the entities of one file of `entities/`."""
    got = reader.fields(root, "the file", ("kind", "entities"), ())
    kind = reader.one_of(got.get("kind"), "kind", ENTITY_KINDS)
    found = []
    for name, _, node in reader.entries(got.get("entities"), "an entity"):
        fields = reader.fields(node, "an entity", ("name",), ("names", "cased", "in"))
        found.append(
            Entity(
                name,
                kind,
                reader.text(fields.get("name"), "name"),
                reader.texts(fields.get("names"), "a name"),
                reader.texts(fields.get("cased"), "a cased name"),
                reader.texts(fields.get("in"), "in"),
            )
        )
    ids = {entity.id for entity in found}
    for entity in found:
        for wider in entity.within:
            if wider not in ids:
                says = f"'{entity.id}' lies in unknown '{wider}'; expected an id of here"
                reader.complain(root, says)
    return tuple(found)


def read_word_lists(reader: Reader, root: Node) -> dict[str, tuple[str, ...]]:
    """Return id -> texts, as `phrases.yaml` and `language.yaml` hold them."""
    found = {}
    for name, _, node in reader.entries(root, "an entry"):
        if node.text is not None:
            found[name] = (reader.text(node, name),)
        else:
            found[name] = reader.texts(node, name)
        if not found[name]:
            reader.complain(node, f"'{name}' is empty; expected at least one text")
    return found


def read_helplines(
    reader: Reader, root: Node, known: Known
) -> tuple[Helpline, ...]:
    """Return the helplines of `helplines.yaml`."""
    found = []
    for node in reader.items(root, "the file"):
        got = reader.fields(
            node, "a helpline", ("region", "text", "source"), ("place",)
        )
        place = reader.one_of(got.get("place"), "place", known.places) or None
        found.append(
            Helpline(
                reader.text(got.get("region"), "region"),
                place,
                reader.text(got.get("text"), "text"),
                reader.one_of(got.get("source"), "source", known.sources),
            )
        )
    return tuple(found)
