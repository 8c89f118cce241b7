"""Find, read and check `knowledge/` and `intents/`, and put them together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from advisor.data.model import ACTS, MOVES, Catalog, Entity, Intent, Role, Snippet
from advisor.data.read_knowledge import (
    Known,
    read_contrast,
    read_disagreements,
    read_entities,
    read_helplines,
    read_role,
    read_sources,
    read_topics,
    read_word_lists,
)
from advisor.data.requirements import NEEDED_LANGUAGE, NEEDED_PHRASES
from advisor.data.schema import Reader, near
from advisor.data.yamlfile import Node, parse
from advisor.errors import DataError, Problem
from advisor.text import words

T = TypeVar("T")
FOLDERS = ("knowledge", "intents")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A catalog, and the example utterances of its intents."""

    catalog: Catalog
    examples: Mapping[str, tuple[str, ...]]


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
        if not root.is_dir():
            shown = str(root) if data else folder
            says = "no such folder; expected the data files there"
            problems.append(Problem(shown, 1, 1, says))
            continue
        try:
            _walk(root, folder, found)
        except OSError as error:
            says = f"cannot be read: {error.strerror}"
            problems.append(Problem(folder, 1, 1, says))
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


class _Folder:
    """The parsed files of a data folder, with all complaints about them."""

    def __init__(self, data: Mapping[str, bytes]) -> None:
        self.problems: list[Problem] = []
        self.nodes: dict[str, Node] = {}
        for path, content in data.items():
            node, problems = parse(path, content)
            self.problems += problems
            if node is not None:
                self.nodes[path] = node

    def read(self, path: str, how: Callable[[Reader, Node], T], default: T) -> T:
        node = self.nodes.pop(path, None)
        if node is None:
            if not any(p.file == path for p in self.problems):
                says = "no such file; expected it (knowledge/README.md says what for)"
                self.problems.append(Problem(path, 1, 1, says))
            return default
        reader = Reader(path)
        value = how(reader, node)
        self.problems += reader.problems
        return value

    def under(self, prefix: str) -> list[tuple[str, str]]:
        """Return (path, stem) of the files under a folder."""
        return [
            (path, path.rsplit("/", 1)[1].rsplit(".", 1)[0])
            for path in sorted(self.nodes)
            if path.startswith(prefix)
        ]


def load(data: Mapping[str, bytes]) -> Loaded:
    """Return what the files hold.

    Raises:
        DataError: something in them is wrong; it lists every problem.

    """
    folder = _Folder(data)
    sources = folder.read("knowledge/sources.yaml", read_sources, ())
    topics = folder.read("knowledge/topics.yaml", read_topics, ())
    phrases = folder.read("knowledge/phrases.yaml", read_word_lists, {})
    language = folder.read("knowledge/language.yaml", read_word_lists, {})
    entities: dict[str, Entity] = {}
    for path, _ in folder.under("knowledge/entities/"):
        for entity in folder.read(path, read_entities, ()):
            entities[f"{entity.kind}:{entity.id}"] = entity
    known = Known(
        {s.id for s in sources},
        {t.id for t in topics},
        {stem for _, stem in folder.under("knowledge/roles/")},
        {e.id for e in entities.values() if e.kind == "place"},
    )
    roles, snippets = _roles(folder, known)
    snippets += folder.read(
        "knowledge/disagreements.yaml",
        lambda reader, node: read_disagreements(reader, node, known),
        (),
    )
    helplines = folder.read(
        "knowledge/helplines.yaml",
        lambda reader, node: read_helplines(reader, node, known),
        (),
    )
    intents, examples = _intents(folder, known, phrases)
    for path in folder.nodes:
        says = "the program reads no such file; expected a known name or folder"
        folder.problems.append(Problem(path, 1, 1, says))
    folder.problems += _missing(phrases, language)
    folder.problems += _clashes(roles)
    core = language.get("core_roles", ())
    for role in core:
        if role not in known.roles:
            says = f"core_roles: unknown role '{role}'{near(role, known.roles)}"
            folder.problems.append(Problem("knowledge/language.yaml", 1, 1, says))
    if folder.problems:
        raise DataError(tuple(sorted(folder.problems)))
    catalog = Catalog(
        {s.id: s for s in sources},
        {t.id: t for t in topics},
        {r.id: r for r in roles},
        {s.id: s for s in snippets},
        entities,
        intents,
        phrases,
        language,
        helplines,
        core,
    )
    return Loaded(catalog, examples)


def _roles(folder: _Folder, known: Known) -> tuple[list[Role], list[Snippet]]:
    roles, snippets = [], []
    for path, stem in folder.under("knowledge/roles/"):
        got = folder.read(
            path, lambda reader, node, s=stem: read_role(reader, s, node, known), None
        )
        if got is not None:
            roles.append(got[0])
            snippets += got[1]
    for path, stem in folder.under("knowledge/contrasts/"):
        snippets += folder.read(
            path,
            lambda reader, node, s=stem: read_contrast(reader, s, node, known),
            (),
        )
    return roles, snippets


def _intents(
    folder: _Folder, known: Known, phrases: Mapping[str, object]
) -> tuple[dict[str, Intent], dict[str, tuple[str, ...]]]:
    intents: dict[str, Intent] = {}
    examples: dict[str, tuple[str, ...]] = {}
    owner: dict[str, str] = {}
    for path, stem in folder.under("intents/"):
        node = folder.nodes.pop(path)
        reader = Reader(path)
        got = reader.fields(
            node, "an intent", ("act", "about", "examples"), ("topic", "says", "move")
        )
        act = reader.one_of(got.get("act"), "act", ACTS)
        move = reader.one_of(got.get("move"), "move", MOVES) or None
        topic = reader.one_of(got.get("topic"), "topic", known.topics) or None
        says = reader.one_of(got.get("says"), "says", phrases.keys()) or None
        if act in ("social", "out_of_scope", "crisis") and not (says or move):
            reader.complain(node, "an intent of this act lacks 'says'; expected a phrase")
        texts = []
        for item in reader.items(got.get("examples"), "examples"):
            text = reader.text(item, "an example")
            plain = " ".join(words(text))
            if plain and owner.setdefault(plain, stem) != stem:
                complaint = f"'{text}' is an example of '{owner[plain]}' too"
                reader.complain(item, complaint + "; expected it in one intent")
            texts.append(text)
        folder.problems += reader.problems
        intents[stem] = Intent(stem, act, topic, move, says)
        examples[stem] = tuple(dict.fromkeys(texts))
    return intents, examples


def _missing(
    phrases: Mapping[str, object], language: Mapping[str, object]
) -> list[Problem]:
    """Return a problem for each phrase or word list that the program needs."""
    needed = (("phrases", phrases, NEEDED_PHRASES), ("language", language, NEEDED_LANGUAGE))
    return [
        Problem(f"knowledge/{name}.yaml", 1, 1, f"lacks '{key}'; expected it here")
        for name, has, wants in needed
        if has
        for key in wants
        if key not in has
    ]


def _clashes(roles: list[Role]) -> list[Problem]:
    """Return a problem for each name that belongs to two roles."""
    owner: dict[str, str] = {}
    problems = []
    for role in roles:
        for name in (role.name, role.plural, *role.names, *role.fields, *role.cased):
            first = owner.setdefault(" ".join(words(name)), role.id)
            if first != role.id:
                says = f"the name '{name}' belongs to '{first}' too; expected one owner"
                path = f"knowledge/roles/{role.id}.yaml"
                problems.append(Problem(path, 1, 1, says))
    return problems
