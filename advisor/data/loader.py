"""Read and check all data files together, and make the catalog of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from advisor.data import read_advice, read_claims, read_lists, read_rankings
from advisor.data.advice import Advice, Quality
from advisor.data.folder import Folder
from advisor.data.model import (
    Catalog,
    Distress,
    Entity,
    Intent,
    Measure,
    Role,
    Snippet,
)
from advisor.data.nearest import near
from advisor.data.path_snippets import path_snippets, step_snippets
from advisor.data.read_advice import Measured
from advisor.data.read_intents import IntentReader, lacking
from advisor.data.read_pay import Names, read_pay
from advisor.data.read_wordings import Wordings, read_wordings
from advisor.data.requirements import (
    GLOSSARY,
    NEEDED_LANGUAGE,
    NEEDED_PHRASES,
    SLOTS,
    WORD,
)
from advisor.data.schema import Known
from advisor.data.shapes import Trace
from advisor.data.topics import WAY_IN
from advisor.data.yamlfile import Node
from advisor.errors import DataError, Problem
from advisor.text import words

QUALITY = "knowledge/quality.yaml"
TOOL_WEIGHTS = "knowledge/tool_weights.yaml"
RANKINGS = "knowledge/rankings.yaml"
"""Both may be missing, where nothing was measured."""
LANGUAGE = "knowledge/language.yaml"
PHRASES = "knowledge/phrases.yaml"
TOOL = "tool"
ROLES = "knowledge/roles/"
FEWEST_ROLES = 2
"""A suggestion names a second one."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A catalog, and what its readers are trained on."""

    catalog: Catalog
    examples: Mapping[str, tuple[str, ...]]
    """Intent -> example utterances."""
    wordings: Mapping[str, Wordings]
    """Trait -> what people say of it."""
    traces: Mapping[str, tuple[Trace, Node]]
    """Path -> what was expected of the file's nodes, and its uppermost node."""


def load(data: Mapping[str, bytes]) -> Loaded:
    """Return what the files hold.

    Args:
        data: path -> content, as `files.read_files` returns it.

    Raises:
        DataError: something in them is wrong; it lists every problem.

    """
    folder = Folder(data)
    sources = folder.read("knowledge/sources.yaml", read_lists.read_sources) or ()
    topics = folder.read("knowledge/topics.yaml", read_lists.read_topics) or ()
    read_phrases = partial(read_lists.read_word_lists, slots=SLOTS)
    phrases = folder.read(PHRASES, read_phrases) or {}
    language = folder.read(LANGUAGE, read_lists.read_word_lists) or {}
    entities = _entities(folder)
    known = Known(
        {source.id for source in sources},
        {topic.id for topic in topics},
        {_stem(path) for path in data if path.startswith(ROLES)},
        {entity.id for entity in entities.values() if entity.kind == "place"},
        entities,
    )
    roles, snippets = _roles(folder, known)
    snippets += _shared_snippets(folder, known)
    snippets += _pay(folder, known, Names({r.id: r for r in roles}, entities))
    read_helplines = partial(read_lists.read_helplines, known=known)
    helplines = folder.read("knowledge/helplines.yaml", read_helplines) or ()
    read_tongues = partial(read_lists.read_tongues, known=known)
    tongues = folder.read("knowledge/languages.yaml", read_tongues) or ()
    read_not_held = partial(read_lists.read_not_held, known=known)
    not_held = folder.read("knowledge/not_held.yaml", read_not_held) or ((), {})
    distress = folder.read("knowledge/distress.yaml", read_lists.read_distress)
    intents, examples = _intents(folder, known.topics, phrases)
    advice = _advice(folder, known, entities.values())
    wordings = _wordings(folder, advice.traits)
    measures = _measures(folder, known, snippets)
    snippets += [measure.snippet for measure in measures if measure.values]
    by_source = {source.id: source for source in sources}
    for role in roles:
        way = advice.paths.get(role.id)
        if way is not None and WAY_IN in known.topics:
            snippets += path_snippets(way, role, by_source, phrases, language)
            snippets += step_snippets(way, role, by_source, phrases)
    for path in folder.nodes:
        says = "the program reads no such file; expected a known name or folder"
        folder.problems.append(Problem(path, 1, 1, says))
    spoken = {intent.says for intent in intents.values() if intent.says}
    needed = (*NEEDED_PHRASES, *_explained(language))
    folder.problems += _missing(PHRASES, phrases, needed)
    if language:  # else which words are explained cannot be told
        folder.problems += _idle(PHRASES, phrases, {*needed, *spoken}, data)
    folder.problems += _idle(LANGUAGE, language, set(NEEDED_LANGUAGE), data)
    folder.problems += _missing(LANGUAGE, language, NEEDED_LANGUAGE)
    folder.problems += lacking(intents.values())
    if len(known.roles) < FEWEST_ROLES:
        says = f"{len(known.roles)} roles; expected {FEWEST_ROLES} at least"
        folder.problems.append(Problem(ROLES, 1, 1, says))
    folder.problems += _clashes(roles, data)
    folder.problems += _unknown_core(language, known.roles, data)
    if folder.problems:
        raise DataError(tuple(sorted(folder.problems)))
    catalog = Catalog(
        by_source,
        {topic.id: topic for topic in topics},
        {role.id: role for role in roles},
        {snippet.id: snippet for snippet in snippets},
        entities,
        intents,
        phrases,
        language,
        helplines,
        distress or Distress({}, (), {}, {}, (), (), (), (), (), ()),
        tongues,
        *not_held,
        language["core_roles"],
        advice,
        measures,
    )
    return Loaded(catalog, examples, wordings, folder.traces)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _entities(folder: Folder) -> dict[str, Entity]:
    found: dict[str, Entity] = {}
    for path, _ in folder.under("knowledge/entities/"):
        known = {entity.id for entity in found.values()}
        read = partial(read_lists.read_entities, elsewhere=known)
        for entity in folder.read(path, read) or ():
            found[f"{entity.kind}:{entity.id}"] = entity
    return found


def _roles(folder: Folder, known: Known) -> tuple[list[Role], list[Snippet]]:
    roles: list[Role] = []
    snippets: list[Snippet] = []
    for path, stem in folder.under(ROLES):
        read = partial(read_claims.read_role, role=stem, known=known)
        got = folder.read(path, read)
        if got is not None:
            roles.append(got[0])
            snippets += got[1]
    return roles, snippets


def _pay(folder: Folder, known: Known, names: Names) -> list[Snippet]:
    """Return the rows of the tables of pay, as snippets."""
    found: list[Snippet] = []
    for path, stem in folder.under("knowledge/pay/"):
        read = partial(read_pay, stem=stem, known=known, names=names)
        found += folder.read(path, read) or ()
    return found


def _shared_snippets(folder: Folder, known: Known) -> list[Snippet]:
    """Return the snippets on several roles: contrasts and disagreements."""
    found: list[Snippet] = []
    for path, stem in folder.under("knowledge/contrasts/"):
        read = partial(read_claims.read_contrast, stem=stem, known=known)
        found += folder.read(path, read) or ()
    read = partial(read_claims.read_disagreements, known=known)
    found += folder.read("knowledge/disagreements.yaml", read) or ()
    return found


def _advice(folder: Folder, known: Known, entities: Collection[Entity]) -> Advice:
    """Return what suggestions rest on."""
    read_traits = partial(read_advice.read_traits, known=known)
    traits = folder.read("knowledge/traits.yaml", read_traits) or ()
    ids = {trait.id for trait in traits}
    read_weights = partial(read_advice.read_weights, known=known, traits=ids)
    measured = folder.read("knowledge/weights.yaml", read_weights) or Measured()
    names = {entity.id: entity.name for entity in entities}
    weighed = read_advice.with_weights({t.id: t for t in traits}, measured, names)
    if TOOL_WEIGHTS in folder.nodes:
        read_tools = partial(read_advice.read_tool_weights, known=known)
        judged = folder.read(TOOL_WEIGHTS, read_tools) or ()
        weighed = read_advice.with_tools(weighed, judged, names)
    attitudes = folder.read("knowledge/attitudes.yaml", read_advice.read_attitudes)
    read_probes = partial(read_advice.read_probes, traits=weighed, roles=known.roles)
    probes = folder.read("knowledge/questions.yaml", read_probes)
    paths = {}
    for path, stem in folder.under("knowledge/paths/"):
        if stem not in known.roles:
            says = f"unknown role '{stem}'{near(stem, known.roles)}"
            folder.problems.append(Problem(path, 1, 1, says))
        read_path = partial(read_advice.read_path, role=stem, known=known)
        got = folder.read(path, read_path)
        if got is not None:
            paths[stem] = got
    read_quality = partial(read_advice.read_quality, known=known)
    quality = None
    if QUALITY in folder.nodes:
        quality = folder.read(QUALITY, read_quality)
    return Advice(
        weighed,
        attitudes or (),
        probes or (),
        paths,
        measured.source,
        quality or Quality(),
        {entity.id: entity.implies for entity in entities if entity.implies},
        {e.id: e.uses for e in entities if e.uses and e.kind != TOOL},
        {e.id: e.uses for e in entities if e.uses and e.kind == TOOL},
    )


def _measures(
    folder: Folder, known: Known, snippets: Sequence[Snippet]
) -> tuple[Measure, ...]:
    """Return what all roles are set in order by; it may name known snippets only."""
    if RANKINGS not in folder.nodes:
        return ()
    read = partial(read_rankings.read_rankings, known=known)
    found = folder.read(RANKINGS, read) or ()
    ids = {snippet.id for snippet in snippets}
    for measure in found:
        for name in measure.holds:
            if name not in ids:
                says = f"unknown snippet '{name}'{near(name, ids)}"
                folder.problems.append(Problem(RANKINGS, 1, 1, says))
    return found


def _wordings(folder: Folder, traits: Collection[str]) -> dict[str, Wordings]:
    """Return what people say of each trait."""
    found = {}
    for path, stem in folder.under("knowledge/wordings/"):
        got = folder.read(path, partial(read_wordings, stem=stem, traits=traits))
        if got is not None:
            found[stem] = got
    return found


def _intents(
    folder: Folder, topics: Collection[str], phrases: Collection[str]
) -> tuple[dict[str, Intent], dict[str, tuple[str, ...]]]:
    intents: dict[str, Intent] = {}
    examples: dict[str, tuple[str, ...]] = {}
    stems = [stem for _, stem in folder.under("intents/")]
    reader = IntentReader(topics, phrases, stems)
    for path, stem in folder.under("intents/"):
        got = folder.read(path, partial(reader.read, stem=stem))
        if got is not None:
            intents[stem], examples[stem] = got
    return intents, examples


def _missing(path: str, has: Collection[str], needed: Sequence[str]) -> list[Problem]:
    """Return a problem for each entry that the program needs and a file lacks."""
    if not has:
        return []
    return [
        Problem(path, 1, 1, f"lacks '{key}'; expected it here")
        for key in needed
        if key not in has
    ]


def _explained(language: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the phrases that explain the words of the glossary."""
    names = (entry.partition(":")[0] for entry in language.get(GLOSSARY, ()))
    return [f"{WORD}{name.strip()}" for name in names]


def _idle(
    path: str, has: Collection[str], used: Collection[str], data: Mapping[str, bytes]
) -> list[Problem]:
    """Return a problem for each entry that nothing asks for, most likely a slip."""
    return [
        Problem(
            path,
            _line_of(data, path, f"\n{key}:"),
            1,
            f"nothing uses '{key}'{near(key, used) or '; expected it left out'}",
        )
        for key in has
        if key not in used
    ]


def _clashes(roles: Sequence[Role], data: Mapping[str, bytes]) -> list[Problem]:
    """Return a problem for each name that belongs to two roles."""
    owner: dict[str, str] = {}
    problems = []
    for role in roles:
        for name in (role.name, role.plural, *role.names, *role.fields, *role.cased):
            first = owner.setdefault(" ".join(words(name)), role.id)
            if first != role.id:
                says = f"the name '{name}' belongs to '{first}' too; expected one owner"
                path = f"knowledge/roles/{role.id}.yaml"
                problems.append(Problem(path, _line_of(data, path, name), 1, says))
    return problems


def _line_of(data: Mapping[str, bytes], path: str, text: str) -> int:
    """Return the line where a text begins in a file, or the first of all."""
    whole = "\n" + data[path].decode("utf-8", "replace")
    at = whole.find(text)
    return max(1, whole.count("\n", 0, at + 1)) if at >= 0 else 1


def _unknown_core(
    language: Mapping[str, tuple[str, ...]],
    roles: Collection[str],
    data: Mapping[str, bytes],
) -> list[Problem]:
    """Return a problem for each core role that is no role."""
    return [
        Problem(
            LANGUAGE,
            _line_of(data, LANGUAGE, "core_roles:"),
            1,
            f"core_roles: unknown role '{role}'{near(role, roles)}",
        )
        for role in language.get("core_roles", ())
        if role not in roles
    ]
