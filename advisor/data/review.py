"""What is not wrong in the data files but should be looked at: warnings."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from advisor.data.loader import Loaded
from advisor.data.model import Catalog, Figure, Snippet
from advisor.data.schema import listed
from advisor.errors import Problem
from advisor.text import words

SOURCES = "knowledge/sources.yaml"
PAY = "knowledge/pay/"
DISAGREEMENTS = "knowledge/disagreements.yaml"
TRAITS = "knowledge/traits.yaml"
FEWEST_EXAMPLES = 25
PROJECTED = ("project", "expect", "forecast", "by 20", "a year until", "to 20")
"""Words of a text whose figures may be of years to come."""
PADDING = ("a", "an", "but", "hello", "hey", "hi", "oh", "please", "the", "well")
"""Words that do not tell one example from another."""
FEWEST_WORDS = 2
SURELY_SECURE = (".gov", ".edu", "github.com", "kaggle.com", "wikipedia.org")
_YEAR = re.compile(r"(?:19|20)\d\d")


def review(
    data: Mapping[str, bytes], loaded: Loaded, this_year: int
) -> tuple[Problem, ...]:
    """Return warnings, in order of file and line.

    Args:
        data: path -> content of each data file.
        loaded: what the files hold.
        this_year: years after it are taken for slips.

    """
    catalog = loaded.catalog
    found = [
        *_sources(data, catalog, this_year),
        *_gaps(data, catalog),
        *_traits(data, catalog),
        *_figures(data, catalog, this_year),
        *_thin_intents(loaded.examples),
        *_links(data, catalog),
        *_contradictions(data, catalog),
        *_near_examples(data, loaded.examples),
    ]
    return tuple(sorted(found))


def _at(
    data: Mapping[str, bytes],
    path: str,
    says: str,
    *marks: str,
) -> Problem:
    """Return a warning where marks are found one behind the other, or at line 1.

    Args:
        data: path -> content of each data file.
        path: of the file.
        says: the warning.
        marks: how lines begin, indents and signs aside, or what one holds, where a mark
            begins with a star; the warning is at the last one's line.

    """
    lines = data.get(path, b"").decode("utf-8", "replace").split("\n")
    todo = list(marks)
    for number, line in enumerate(lines, 1):
        bare = line.lstrip(" -{")
        while todo and (
            todo[0][1:] in bare if todo[0][0] == "*" else bare.startswith(todo[0])
        ):
            if len(todo) == 1:
                return Problem(path, number, line.index(bare) + 1, says)
            todo.pop(0)
    return Problem(path, 1, 1, says)


def _at_snippet(
    data: Mapping[str, bytes], snippet: Snippet, says: str, holds: str
) -> Problem:
    """Return a warning at what a snippet holds, in the file that it comes from."""
    stem, _, rest = snippet.id.partition(".")
    topic, _, own = rest.rpartition(".")
    if snippet.row:
        tables = [path for path in data if path.startswith(PAY)]
        path = next(p for p in tables if own.startswith(f"{p[len(PAY) : -5]}_"))
        return _at(data, path, says, holds)
    if stem == "disagreement":
        return _at(data, DISAGREEMENTS, says, f"id: {own}", f"*{holds}")
    folder = "contrasts" if "_vs_" in stem else "roles"
    path = f"knowledge/{folder}/{stem}.yaml"
    return _at(data, path, says, f"{topic}:", f"*id: {own}", f"*{holds}")


def _sources(
    data: Mapping[str, bytes], catalog: Catalog, this_year: int
) -> Iterator[Problem]:
    """Yield sources that nothing uses, or that are not yet published."""
    advice = catalog.advice
    used = {source for s in catalog.snippets.values() for source in s.sources}
    used |= {
        source
        for s in catalog.snippets.values()
        for side in s.positions
        for source in side.sources
    }
    used |= {line.source for line in catalog.helplines}
    used |= {advice.weight_source, advice.quality.source, advice.quality.interests}
    used |= {
        s
        for path in advice.paths.values()
        for step in path.steps
        for s in (*step.sources, *step.learn)
    }
    for name, source in catalog.sources.items():
        if name not in used:
            says = f"source '{name}' is never used; expected a claim that names it"
            yield _at(data, SOURCES, says, f"{name}:")
        if any(int(year) > this_year for year in _YEAR.findall(source.date)):
            says = f"source '{name}' is dated {source.date}; expected no later year"
            yield _at(data, SOURCES, says, f"{name}:", "date:")


def _gaps(data: Mapping[str, bytes], catalog: Catalog) -> Iterator[Problem]:
    """Yield topics on which nothing is held for a role."""
    held = {(role, s.topic) for s in catalog.snippets.values() for role in s.roles}
    for role in catalog.roles:
        for topic in catalog.topics:
            if (role, topic) not in held:
                path = f"knowledge/roles/{role}.yaml"
                says = f"role '{role}' has nothing on '{topic}'; expected a snippet"
                yield _at(data, path, says, "topics:")


def _traits(data: Mapping[str, bytes], catalog: Catalog) -> Iterator[Problem]:
    """Yield traits that no utterance and no question can reach."""
    asked = {
        item.trait
        for probe in catalog.advice.probes
        for choice in probe.choices
        for item in choice.traits
    }
    for trait in catalog.advice.traits.values():
        reached = trait.names or trait.entities or trait.id in asked
        judged = _at(data, TRAITS, "", f"{trait.id}:")
        if not reached and judged.line > 1:
            says = f"trait '{trait.id}' has no names, and no question asks for it"
            yield _at(data, TRAITS, f"{says}; expected some", f"{trait.id}:")


def _figures(
    data: Mapping[str, bytes], catalog: Catalog, this_year: int
) -> Iterator[Problem]:
    """Yield snippets with figures of years that are not over."""
    for snippet in catalog.snippets.values():
        # A span of two years may be a projection.
        spans = [_YEAR.findall(figure.year) for figure in snippet.figures]
        years = [span[0] for span in spans if len(span) == 1]
        if not years or any(word in snippet.text for word in PROJECTED):
            continue
        if max(map(int, years)) > this_year:
            says = (
                f"'{snippet.id}' holds a figure of {max(years)}; expected no later year"
            )
            yield _at_snippet(data, snippet, says, f"year: {max(years)}")


def _thin_intents(examples: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Yield intents with too few examples to be told apart."""
    for intent, texts in examples.items():
        if len(texts) < FEWEST_EXAMPLES:
            says = f"{len(texts)} examples; expected at least {FEWEST_EXAMPLES}"
            yield Problem(f"intents/{intent}.yaml", 1, 1, says)


def _links(data: Mapping[str, bytes], catalog: Catalog) -> Iterator[Problem]:
    """Yield links without https to a site that is known to have it."""
    links = {name: urlsplit(source.url) for name, source in catalog.sources.items()}
    secure = {link.hostname for link in links.values() if link.scheme == "https"}
    for name, link in links.items():
        known = link.hostname in secure or (link.hostname or "").endswith(SURELY_SECURE)
        if link.scheme == "http" and known:
            says = f"source '{name}' links without https; expected https://..."
            yield _at(data, SOURCES, says, f"{name}:", "url:")


def _contradictions(data: Mapping[str, bytes], catalog: Catalog) -> Iterator[Problem]:
    """Yield figures of contrasts that are other than the roles' own from a source."""
    held: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for snippet in catalog.snippets.values():
        if snippet.role is not None:
            for key, figure in _keyed(snippet):
                held[key].add(figure.value)
    for snippet in catalog.snippets.values():
        if snippet.role is not None:
            continue
        values: dict[Figure, set[str]] = defaultdict(set)
        for key, figure in _keyed(snippet):
            values[figure] |= held.get(key, set())
        for figure, known in values.items():
            if known and figure.value not in known:
                says = (
                    f"'{snippet.id}' says {figure.value} {figure.unit}, where its roles"
                    f" say {listed(known)} from the same source; expected one figure"
                )
                yield _at_snippet(data, snippet, says, f"value: {figure.value}")


def _keyed(snippet: Snippet) -> Iterator[tuple[tuple[str, ...], Figure]]:
    """Yield each figure with all that makes it comparable, role by role."""
    for figure in snippet.figures:
        what = (figure.unit, figure.statistic, figure.place, figure.year)
        for role in snippet.roles:
            for source in snippet.sources:
                yield (role, source, *what), figure


def _near_examples(
    data: Mapping[str, bytes], examples: Mapping[str, Sequence[str]]
) -> Iterator[Problem]:
    """Yield examples that another intent holds too, padding and apostrophes aside."""
    owners: dict[tuple[str, ...], tuple[str, str]] = {}
    for intent, texts in examples.items():
        for text in texts:
            said = [word.replace("'", "") for word in words(text)]
            key = tuple(word for word in said if word not in PADDING)
            owner, other = owners.setdefault(key, (intent, text))
            if owner != intent and len(key) >= FEWEST_WORDS:
                says = (
                    f"'{text}' is nearly '{other}' of '{owner}'; expected it in one"
                    " intent"
                )
                yield at_example(data, intent, text, says)


def at_example(data: Mapping[str, bytes], intent: str, text: str, says: str) -> Problem:
    """Return a warning at an example of an intent."""
    path = f"intents/{intent}.yaml"
    lines = data.get(path, b"").decode("utf-8", "replace").split("\n")
    quoted = (text, text.replace('"', '\\"'), text.replace("'", "''"))
    for number, line in enumerate(lines, 1):
        if line.strip(" -'\"") in [form.strip(" -'\"") for form in quoted]:
            return Problem(path, number, line.index("-") + 1, says)
    return Problem(path, 1, 1, says)
