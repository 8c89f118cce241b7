"""Read the lists of `knowledge/`: sources, topics, entities, words, helplines."""

import re
from collections.abc import Collection

from advisor.data.model import (
    ENTITY_KINDS,
    Distress,
    Entity,
    Helpline,
    NotHeld,
    Source,
    Tongue,
    Topic,
)
from advisor.data.nearest import near
from advisor.data.schema import Known, Reader, listed
from advisor.data.yamlfile import Node
from advisor.text import fold

KINDS = ("official", "primary", "survey", "article", "vendor", "advertised")
TRUST = ("high", "medium", "low")
_MONTH = re.compile(r"\d{4}-(\d\d)(?:-(\d\d))?\Z(?<!\d{4}-2[3-9])")
_REACHED = re.compile(r"\d|\w\.(?:com|org|net|\w\w)\b")
MONTHS, DAYS = 12, 31
_SLOT = re.compile(r"\{(\w+)\}")
_DATE = re.compile(r"undated|.*\b(?:19|20)\d\d\b.*")

YES_NO = ("yes", "no")


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
        month = _MONTH.match(date)
        if month and not _is_month(*month.groups()):
            reader.complain(
                got["date"], f"there is no day '{date}'; expected a real one"
            )
        url = reader.text(got.get("url"), "url")
        if url and (" " in url or not url.startswith(("https://", "http://"))):
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


def _is_month(month: str, day: str | None) -> bool:
    """Whether there may be such a month and day."""
    return 1 <= int(month) <= MONTHS and 1 <= int(day or 1) <= DAYS


def read_topics(reader: Reader, root: Node) -> tuple[Topic, ...]:
    """Return the topics of `topics.yaml`."""
    got = reader.fields(root, "the file", ("topics",), ())
    found = []
    for name, _, node in reader.entries(got.get("topics"), "a topic"):
        needed = ("name", "question", "cues")
        fields = reader.fields(node, "a topic", needed, ("shapes",))
        found.append(
            Topic(
                name,
                reader.text(fields.get("name"), "name"),
                filled(reader, fields.get("question"), "question", ("plural",)),
                reader.texts(fields.get("cues"), "a cue"),
                reader.texts(fields.get("shapes"), "a shape"),
            )
        )
    return tuple(found)


def read_entities(
    reader: Reader, root: Node, *, elsewhere: Collection[str] = ()
) -> tuple[Entity, ...]:
    """Return the entities of one file of `entities/`.

    Args:
        reader: the file's.
        root: its uppermost node.
        elsewhere: ids of the files read before, which some here may imply.

    """
    got = reader.fields(root, "the file", ("kind", "entities"), ())
    kind = reader.one_of(got.get("kind"), "kind", ENTITY_KINDS)
    found = []
    pointing: dict[str, list[Node]] = {}
    for name, _, node in reader.entries(got.get("entities"), "an entity"):
        optional = ("names", "cased", "in", "implies", "uses", "held")
        fields = reader.fields(node, "an entity", ("name",), optional)
        pointing[name] = [
            *reader.items(fields.get("in"), "in"),
            *reader.items(fields.get("implies"), "implies"),
        ]
        found.append(
            Entity(
                name,
                kind,
                reader.text(fields.get("name"), "name"),
                reader.texts(fields.get("names"), "a name"),
                reader.texts(fields.get("cased"), "a cased name"),
                reader.texts(fields.get("in"), "in"),
                reader.texts(fields.get("implies"), "implies"),
                reader.texts(fields.get("uses"), "uses"),
                reader.text(fields["held"], "held") if "held" in fields else "",
            )
        )
    ids = {*elsewhere, *(entity.id for entity in found)}
    for entity in found:
        pointed = (*entity.within, *entity.implies)
        for other, node in zip(pointed, pointing[entity.id], strict=True):
            if other not in ids:
                says = f"'{entity.id}' names unknown '{other}'; expected an id of here"
                reader.complain(node, says)
    return tuple(found)


def read_word_lists(
    reader: Reader, root: Node, *, slots: tuple[str, ...] = ()
) -> dict[str, tuple[str, ...]]:
    """Return id -> texts, as `phrases.yaml` and `language.yaml` hold them.

    Args:
        reader: the file's.
        root: its uppermost node.
        slots: names that may stand in braces, to be filled in; empty for any.

    """
    found: dict[str, tuple[str, ...]] = {}
    for name, _, node in reader.entries(root, "an entry"):
        if node.text is not None:
            found[name] = (reader.text(node, name),)
        else:
            found[name] = reader.texts(node, name)
        for item in node.items or [node]:
            if slots:
                _check_slots(reader, item, f"'{name}'", slots)
        if not found[name]:
            reader.complain(node, f"'{name}' is empty; expected at least one text")
    return found


def filled(reader: Reader, node: Node | None, what: str, slots: tuple[str, ...]) -> str:
    """Return a text with names in braces; complain of those that nothing fills in."""
    if node is not None:
        _check_slots(reader, node, what, slots)
    return reader.text(node, what)


def _check_slots(reader: Reader, node: Node, what: str, slots: tuple[str, ...]) -> None:
    text = node.text or ""
    for slot in _SLOT.findall(text):
        if slot.lower() not in slots:
            hint = near(slot.lower(), slots) or f"; expected {listed(slots)}"
            reader.complain(node, f"{what} fills in unknown {{{slot}}}{hint}")
    rest = _SLOT.sub("", text)
    if "{" in rest or "}" in rest:
        reader.complain(node, f"{what} holds a brace alone; expected {{name}}")


def read_helplines(reader: Reader, root: Node, known: Known) -> tuple[Helpline, ...]:
    """Return the helplines of `helplines.yaml`."""
    found = []
    for node in reader.items(root, "the file"):
        got = reader.fields(
            node, "a helpline", ("region", "text", "source"), ("place",)
        )
        place = reader.one_of(got.get("place"), "place", known.places) or None
        if "text" in got and not _REACHED.search(got["text"].text or ""):
            reader.complain(got["text"], "a helpline without a number; expected one")
        found.append(
            Helpline(
                reader.text(got.get("region"), "region"),
                place,
                reader.text(got.get("text"), "text"),
                reader.one_of(got.get("source"), "source", known.sources),
            )
        )
    return tuple(found)


def read_distress(reader: Reader, root: Node) -> Distress:
    """Return the patterns of `distress.yaml`."""
    named = ("words", "kinds", "ideas")
    rows = ("certain", "marks", "figures", "denials")
    plain = ("same", "weighty", "censored", "ordinary")
    needed = (*named, *rows[:3], *plain)
    got = reader.fields(root, "the file", needed, ("denials",))
    lists, kinds, ideas = (
        {
            name: reader.texts(node, f"an entry of {key}")
            for name, _, node in reader.entries(got.get(key), f"a list of {key}")
        }
        for key in named
    )
    texts = {
        key: reader.texts(got.get(key), f"an entry of {key}") for key in (*rows, *plain)
    }
    patterns = [item for key in rows for item in reader.items(got.get(key), key)]
    for _, _, node in reader.entries(got.get("ideas"), "a list of ideas"):
        patterns += reader.items(node, "an idea")
    for item in patterns:
        for name in re.findall(r"[$](\w+)", item.text or ""):
            if name not in lists:
                says = f"'{item.text}' names ${name}; expected a list under 'words'"
                reader.complain(item, says)
    for item in reader.items(got.get("weighty"), "weighty"):
        reader.one_of(item, "an entry of weighty", ideas)
    return Distress(lists=lists, kinds=kinds, ideas=ideas, **texts)


ONE_CLAUSE = ("short", "after", "at", "question", "alone", "outright")
WHOLE_LINE = ("whole", "beside", "unless", "named", "holds", "measure")


def read_not_held(
    reader: Reader, root: Node, *, known: Known
) -> tuple[tuple[NotHeld, ...], dict[str, tuple[str, ...]]]:
    """Return what is asked for and not held, and the lists of words of its patterns."""
    found, lists = [], {}
    for name, _, node in reader.entries(root, "an entry"):
        if name == "words":
            for key, _, texts in reader.entries(node, "a list of words"):
                lists[key] = reader.texts(texts, "a word")
            continue
        needed = ("asked", "says", "nearest")
        optional = (*ONE_CLAUSE, *WHOLE_LINE)
        got = reader.fields(node, "an entry", needed, optional)
        nearest = reader.one_of(got.get("nearest"), "nearest", known.topics)
        after = reader.many_of(got.get("after"), "after", known.topics)
        found.append(
            NotHeld(
                name,
                reader.texts(got.get("asked"), "a row of words"),
                reader.text(got.get("says"), "says"),
                nearest,
                reader.texts(got.get("short"), "a row of words"),
                after or (nearest,),
                reader.one_of(got.get("at"), "at", known.entities),
                reader.text(got.get("question"), "question"),
                reader.one_of(got.get("alone"), "alone", YES_NO) == "yes",
                reader.one_of(got.get("outright"), "outright", YES_NO) == "yes",
                reader.one_of(got.get("whole"), "whole", YES_NO) == "yes",
                reader.texts(got.get("beside"), "a word"),
                reader.texts(got.get("unless"), "a word"),
                reader.texts(got.get("named"), "a kind"),
                reader.texts(got.get("holds"), "a snippet"),
                reader.text(got["measure"], "measure") if "measure" in got else "",
            )
        )
    return tuple(found), lists


def read_tongues(reader: Reader, root: Node, *, known: Known) -> tuple[Tongue, ...]:
    """Return the other languages of `languages.yaml`."""
    found = []
    for name, _, node in reader.entries(root, "a language"):
        needed, optional = ("name", "says", "roles", "topics"), ("scripts", "words")
        got = reader.fields(node, "a language", needed, optional)
        tables = [
            {
                reader.one_of(at, f"a {kind}", ids): reader.texts(texts, "a name")
                for _, at, texts in reader.entries(got.get(kind + "s"), f"a {kind}")
            }
            for kind, ids in (("role", known.roles), ("topic", known.topics))
        ]
        small = reader.texts(got.get("words"), "a word")
        if not small and "scripts" not in got and got:
            says = "a language with neither scripts nor words; expected one of them"
            reader.complain(node, says)
        found.append(
            Tongue(
                name,
                reader.text(got.get("name"), "name"),
                reader.text(got.get("says"), "says"),
                reader.texts(got.get("scripts"), "a script")
                if "scripts" in got
                else (),
                tuple(fold(word) for word in small),
                *tables,
            )
        )
    return tuple(found)
