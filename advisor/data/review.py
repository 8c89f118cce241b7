"""What is not wrong in the data files but should be looked at: warnings."""

import re
from collections.abc import Iterator, Mapping, Sequence

from advisor.data.loader import Loaded
from advisor.data.model import Catalog
from advisor.errors import Problem

SOURCES = "knowledge/sources.yaml"
TRAITS = "knowledge/traits.yaml"
FEWEST_EXAMPLES = 25
PROJECTED = ("project", "expect", "forecast", "by 20", "a year until", "to 20")
"""Words of a text whose figures may be of years to come."""
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
    ]
    return tuple(sorted(found))


def _at(data: Mapping[str, bytes], path: str, begins: str, says: str) -> Problem:
    """Return a warning at the line that begins with a text, or at the first."""
    lines = data.get(path, b"").decode("utf-8", "replace").split("\n")
    for number, line in enumerate(lines, 1):
        bare = line.lstrip(" -{")
        if bare.startswith(begins):
            return Problem(path, number, line.index(bare) + 1, says)
    return Problem(path, 1, 1, says)


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
    used |= {line.source for line in catalog.helplines} | {advice.weight_source}
    used |= {
        s for path in advice.paths.values() for st in path.steps for s in st.sources
    }
    for name, source in catalog.sources.items():
        if name not in used:
            says = f"source '{name}' is never used; expected a claim that names it"
            yield _at(data, SOURCES, f"{name}:", says)
        if any(int(year) > this_year for year in _YEAR.findall(source.date)):
            says = f"source '{name}' is dated {source.date}; expected no later year"
            yield _at(data, SOURCES, f"{name}:", says)


def _gaps(data: Mapping[str, bytes], catalog: Catalog) -> Iterator[Problem]:
    """Yield topics on which nothing is held for a role."""
    held = {(role, s.topic) for s in catalog.snippets.values() for role in s.roles}
    for role in catalog.roles:
        for topic in catalog.topics:
            if (role, topic) not in held:
                path = f"knowledge/roles/{role}.yaml"
                says = f"role '{role}' has nothing on '{topic}'; expected a snippet"
                yield _at(data, path, "topics:", says)


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
        judged = _at(data, TRAITS, f"{trait.id}:", "")
        if not reached and judged.line > 1:
            says = f"trait '{trait.id}' has no names, and no question asks for it"
            yield _at(data, TRAITS, f"{trait.id}:", f"{says}; expected some")


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
            stem, _, rest = snippet.id.partition(".")
            folder = "contrasts" if "_vs_" in stem else "roles"
            says = (
                f"'{snippet.id}' holds a figure of {max(years)}; expected no later year"
            )
            path = f"knowledge/{folder}/{stem}.yaml"
            yield _at(data, path, f"id: {rest.rpartition('.')[2]}", says)


def _thin_intents(examples: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Yield intents with too few examples to be told apart."""
    for intent, texts in examples.items():
        if len(texts) < FEWEST_EXAMPLES:
            says = f"{len(texts)} examples; expected at least {FEWEST_EXAMPLES}"
            yield Problem(f"intents/{intent}.yaml", 1, 1, says)
