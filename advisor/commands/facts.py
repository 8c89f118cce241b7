"""`advisor facts`: what is known, with sources and age, as tables."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from advisor.data.model import Catalog, Snippet
from advisor.data.nearest import near
from advisor.errors import AdvisorError
from advisor.load import load_engine
from advisor.text import fold

WIDTH = 100
_YEAR_DIGITS = 4


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("role", nargs="?", metavar="ROLE", help="an id or a name")
    parser.add_argument("topic", nargs="?", metavar="TOPIC", help="an id or a name")
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument(
        "--sources", action="store_true", help="each source, and how often it is used"
    )
    shown.add_argument(
        "--grid",
        action="store_true",
        help="role by topic: snippets, independent sources, oldest year",
    )


def run(options: argparse.Namespace) -> int:
    """Print the facts, the sources or the grid."""
    catalog = load_engine(getattr(options, "data", None)).catalog
    if options.sources:
        lines = list(_sources(catalog))
    elif options.grid:
        lines = list(_grid(catalog))
    else:
        roles = {role.id: (role.name, role.plural) for role in catalog.roles.values()}
        topics = {topic.id: (topic.name,) for topic in catalog.topics.values()}
        role = _named(options.role, roles, "role")
        topic = _named(options.topic, topics, "topic")
        lines = list(_facts(catalog, role, topic))
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _named(
    said: str | None, names: Mapping[str, tuple[str, ...]], what: str
) -> str | None:
    """Return the id that an argument names, or None where there is no argument.

    Raises:
        AdvisorError: nothing has that name.

    """
    if said is None:
        return None
    wanted = fold(said).replace("_", " ")
    for key, others in names.items():
        if wanted in (key.replace("_", " "), *map(fold, others)):
            return key
    hint = near(said, list(names)) or f"; expected one of {', '.join(names)}"
    msg = f"no {what} '{said}'{hint}"
    raise AdvisorError(msg)


def _facts(catalog: Catalog, role: str | None, topic: str | None) -> Iterator[str]:
    """Yield each snippet with its sources, dates and figures."""
    for snippet in catalog.snippets.values():
        if role is not None and role not in snippet.roles:
            continue
        if topic is not None and snippet.topic != topic:
            continue
        yield snippet.id
        yield f"    {snippet.text}"
        for side in snippet.positions:
            yield f"    - {side.text} ({', '.join(side.sources)})"
        for name in dict.fromkeys(_cited(snippet)):
            source = catalog.sources[name]
            told = f"{source.publisher}, {source.date}, {source.trust} trust"
            yield f"    [{name}] {told}"


def _cited(snippet: Snippet) -> tuple[str, ...]:
    """Return the sources of a snippet and of its sides."""
    sides = (source for side in snippet.positions for source in side.sources)
    return (*snippet.sources, *sides)


def _sources(catalog: Catalog) -> Iterator[str]:
    """Yield each source, the most used first."""
    used = Counter(s for snippet in catalog.snippets.values() for s in _cited(snippet))
    for name in sorted(catalog.sources, key=lambda name: (-used[name], name)):
        source = catalog.sources[name]
        about = f"{source.title}. {source.publisher}"
        cut = about if len(about) <= WIDTH else about[: WIDTH - 3] + "..."
        yield f"{used[name]:5}  {name:28} {source.kind:10} {source.date:12.12} {cut}"


def _grid(catalog: Catalog) -> Iterator[str]:
    """Yield a table of role by topic: snippets/sources, and the oldest year."""
    yield "snippets/sources oldest year of a figure"
    head = "".join(f"{topic[:11]:>12}" for topic in catalog.topics)
    yield f"{'':30}{head}"
    for role in catalog.roles:
        cells = []
        for topic in catalog.topics:
            held = [
                s
                for s in catalog.snippets.values()
                if s.topic == topic and role in s.roles
            ]
            cells.append(f"{_cell(held):>12}")
        yield f"{role:30}{''.join(cells)}"


def _cell(held: Sequence[Snippet]) -> str:
    """Return one cell of the grid; a dash where nothing is held."""
    if not held:
        return "-"
    sources = {name for snippet in held for name in _cited(snippet)}
    years = [
        year
        for snippet in held
        for figure in snippet.figures
        for year in figure.year.replace("-", " ").split()
        if year.isdigit() and len(year) == _YEAR_DIGITS
    ]
    oldest = f" {min(years)}" if years else ""
    return f"{len(held)}/{len(sources)}{oldest}"
