"""Read traits, weights, attitudes, questions to the user, and paths."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from advisor.data.advice import (
    BASES,
    JUDGED_MOST,
    KINDS,
    MEANINGS,
    STANDS,
    STATUSES,
    WISH,
    Attitude,
    Leaning,
    Path,
    Probe,
    ProbeChoice,
    Project,
    Quality,
    Step,
    Trait,
)
from advisor.data.schema import Known, Reader, each
from advisor.data.yamlfile import Node

MOST_WEIGHT = 3.0
FEWEST_CHOICES = 2
Weights = dict[str, dict[str, float]]
LIKE, DISLIKE = SIDES = ("like", "dislike")


@dataclass(frozen=True, slots=True)
class Measured:
    """Measured weights: who holds which title, by what they do and know."""

    source: str = ""
    weights: Mapping[str, Weights] = field(default_factory=dict)
    """`like` and `dislike` -> trait -> role -> log-odds."""
    estimated: tuple[str, ...] = ()
    """Roles that nobody was counted of; they stand between their neighbours."""
    lacked: tuple[str, ...] = ()
    """Traits of which it was counted who has none, not who dislikes them."""


TOOL = "tool"
"""What stands for all tools in `object_of`."""


def _weights(
    reader: Reader, node: Node | None, roles: Collection[str]
) -> dict[str, float]:
    found = {}
    for role, key, value in reader.entries(node, "a weight"):
        reader.one_of(key, "a role", roles)
        found[role] = reader.number(value, "a weight", -MOST_WEIGHT, MOST_WEIGHT)
    return found


def read_traits(reader: Reader, root: Node, *, known: Known) -> tuple[Trait, ...]:
    """Return the traits of `traits.yaml`."""
    found = []
    names = {name for name, _, _ in reader.entries(root, "a trait")} | {TOOL}
    for name, _, node in reader.entries(root, "a trait"):
        got = reader.fields(
            node,
            "a trait",
            ("name", "names", "like", "basis"),
            ("entities", "dislike", "dealbreaker", "kind", "object_of"),
        )
        reader.one_of(got.get("basis"), "basis", BASES)
        kind = reader.one_of(got["kind"], "kind", KINDS) if "kind" in got else ""
        like = _weights(reader, got.get("like"), known.roles)
        dislike = {role: -weight for role, weight in like.items()}
        dislike |= _weights(reader, got.get("dislike"), known.roles)
        found.append(
            Trait(
                name,
                reader.text(got.get("name"), "name"),
                reader.texts(got.get("names"), "a name"),
                reader.many_of(got.get("entities"), "an entity", known.entities),
                like,
                dislike,
                reader.many_of(got.get("dealbreaker"), "a role", known.roles),
                wish=kind == WISH,
                object_of=reader.many_of(got.get("object_of"), "a trait", names),
            )
        )
    return tuple(found)


def read_weights(
    reader: Reader, root: Node, *, known: Known, traits: Collection[str]
) -> Measured:
    """Return what `weights.yaml` holds."""
    fields = ("source", "like", "dislike")
    got = reader.fields(root, "the file", fields, ("estimated", "lacked"))
    source = reader.one_of(got.get("source"), "source", known.sources)
    estimated = reader.many_of(got.get("estimated"), "a role", known.roles)
    lacked = reader.many_of(
        got.get("lacked"),
        "a trait or entity",
        {*traits, *(key.partition(":")[2] for key in known.entities)},
    )
    weighable = {*traits, *(key.partition(":")[2] for key in known.entities)}

    def side(name: str) -> Weights:
        return {
            reader.one_of(key, "a trait or entity", weighable): _weights(
                reader, node, known.roles
            )
            for _, key, node in reader.entries(got.get(name), name)
        }

    return Measured(source, {name: side(name) for name in SIDES}, estimated, lacked)


def read_tool_weights(
    reader: Reader, root: Node, *, known: Known
) -> tuple[tuple[str, Mapping[str, float]], ...]:
    """Return what `tool_weights.yaml` holds: tool, and what knowing it speaks for."""
    tools = {key.partition(":")[2] for key in known.entities}
    found: list[tuple[str, Mapping[str, float]]] = []
    for node in reader.items(root, "the groups"):
        got = reader.fields(node, "a group", ("tools", "like", "basis"), ())
        reader.one_of(got.get("basis"), "basis", BASES)
        like = _weights(reader, got.get("like"), known.roles)
        names = reader.many_of(got.get("tools"), "a tool", tools)
        found += [(name, like) for name in names]
    return tuple(found)


def with_tools(
    traits: Mapping[str, Trait],
    judged: Sequence[tuple[str, Mapping[str, float]]],
    names: Mapping[str, str],
) -> dict[str, Trait]:
    """Return the traits with the tools that nobody counted, by judgement.

    Lacking such a tool speaks for nothing.
    """
    found = dict(traits)
    for tool, like in judged:
        found.setdefault(tool, Trait(tool, names.get(tool, tool), (), (), like, {}, ()))
    return found


def read_quality(reader: Reader, root: Node, *, known: Known) -> Quality:
    """Return what `quality.yaml` holds."""
    fields = ("source", "years", "held", "interests")
    got = reader.fields(root, "the file", fields, ("uncounted",))
    held = {
        reader.one_of(key, "a status", STATUSES): reader.whole(value, "in ten", 0, 10)
        for _, key, value in reader.entries(got.get("held"), "held")
    }
    return Quality(
        reader.one_of(got.get("source"), "source", known.sources),
        reader.text(got.get("years"), "years"),
        held,
        reader.many_of(got.get("uncounted"), "a role", known.roles),
        reader.one_of(got.get("interests"), "interests", known.sources),
    )


def with_weights(
    traits: Mapping[str, Trait], measured: Measured, names: Mapping[str, str]
) -> dict[str, Trait]:
    """Return the traits with measured weights in the place of judged ones.

    Of a role that was not measured but estimated, a judged weight counts where there
    is one, within `JUDGED_MOST` of the estimate.

    Args:
        traits: by id.
        measured: weights of liking or knowing, and of disliking or lacking, by trait.
        names: id -> name of the tools, methods and degrees that have weights only.

    """
    found = dict(traits)
    for side, table in measured.weights.items():
        for name, weights in table.items():
            known = found.get(name) or Trait(
                name, names.get(name, name.replace("_", " ")), (), (), {}, {}, ()
            )
            judged = known.like if side == LIKE else known.dislike
            mixed = {
                role: _judged(weight, judged.get(role))
                if role in measured.estimated
                else weight
                for role, weight in weights.items()
            }
            sides = (*known.measured, side)
            known = replace(known, lacked=name in measured.lacked)
            found[name] = (
                replace(known, like=mixed, measured=sides)
                if side == LIKE
                else replace(known, dislike=mixed, measured=sides)
            )
    return found


def _judged(estimate: float, judged: float | None) -> float:
    """Return a judged weight, held near an estimate; the estimate where none is."""
    if judged is None:
        return estimate
    return max(estimate - JUDGED_MOST, min(estimate + JUDGED_MOST, judged))


def read_attitudes(reader: Reader, root: Node) -> tuple[Attitude, ...]:
    """Return the attitudes of `attitudes.yaml`."""

    def attitude(node: Node) -> Attitude:
        got = reader.fields(
            node, "an attitude", ("means", "strength", "stands", "phrases"), ()
        )
        return Attitude(
            reader.one_of(got.get("means"), "means", MEANINGS),
            reader.number(got.get("strength"), "strength", 0, 1),
            reader.one_of(got.get("stands"), "stands", STANDS),
            reader.texts(got.get("phrases"), "phrases", least=1),
        )

    return each(reader.items(root, "the file"), attitude)


def read_probes(
    reader: Reader, root: Node, *, traits: Collection[str], roles: Collection[str]
) -> tuple[Probe, ...]:
    """Return the questions of `questions.yaml`."""

    def leaning(node: Node) -> Leaning:
        got = reader.fields(node, "a leaning", ("trait", "polarity"), ())
        return Leaning(
            reader.one_of(got.get("trait"), "a trait", traits),
            reader.whole(got.get("polarity"), "polarity", -1, 1),
        )

    chosen: set[str] = set()
    asked: set[str] = set()

    def choice(node: Node) -> ProbeChoice:
        optional = ("names", "means", "roles")
        got = reader.fields(node, "a choice", ("id", "text", "traits"), optional)
        return ProbeChoice(
            reader.unique(chosen, got.get("id"), "choice"),
            reader.text(got.get("text"), "text"),
            each(reader.items(got.get("traits"), "traits"), leaning),
            reader.texts(got.get("names"), "names"),
            reader.text(got.get("means"), "means"),
            reader.many_of(got.get("roles"), "a role", roles),
        )

    def probe(node: Node) -> Probe:
        fields = ("id", "text", "again", "why", "choices")
        got = reader.fields(node, "a question", fields, ())
        chosen.clear()
        choices = got.get("choices")
        if choices is not None and len(choices.items or ()) < FEWEST_CHOICES:
            says = f"a question of fewer than {FEWEST_CHOICES} choices; expected more"
            reader.complain(choices, says)
        return Probe(
            reader.unique(asked, got.get("id"), "question"),
            reader.text(got.get("text"), "text"),
            reader.text(got.get("again"), "again"),
            reader.text(got.get("why"), "why"),
            each(reader.items(got.get("choices"), "choices"), choice),
        )

    return each(reader.items(root, "the file"), probe)


def read_path(reader: Reader, root: Node, *, role: str, known: Known) -> Path:
    """Return the path of a file of `paths/`."""
    optional = ("projects", "instead")
    got = reader.fields(root, "a path", ("needs", "steps", "weekend"), optional)
    needed = {key.partition(":")[2] for key in known.entities}
    needs = reader.many_of(got.get("needs"), "a need", needed)
    instead = {
        reader.one_of(key, "a need", set(needs)): reader.many_of(node, "a need", needed)
        for _, key, node in reader.entries(got.get("instead"), "instead")
    }

    steps: set[str] = set()

    def step(node: Node) -> Step:
        fields = ("id", "text", "gives", "weeks", "basis", "sources")
        step_got = reader.fields(node, "a step", fields, ("learn", "unless"))
        reader.one_of(step_got.get("basis"), "basis", BASES)
        return Step(
            reader.unique(steps, step_got.get("id"), "step"),
            reader.text(step_got.get("text"), "text"),
            reader.many_of(step_got.get("gives"), "gives", set(needs)),
            reader.whole(step_got.get("weeks"), "weeks", 1, 104),
            reader.many_of(step_got.get("sources"), "a source", known.sources),
            reader.many_of(step_got.get("learn"), "a source", known.sources),
            reader.many_of(step_got.get("unless"), "a degree", needed),
        )

    def project(node: Node) -> Project:
        project_got = reader.fields(node, "a project", ("id", "text", "shows"), ())
        return Project(
            reader.text(project_got.get("id"), "id"),
            reader.text(project_got.get("text"), "text"),
            reader.many_of(project_got.get("shows"), "shows", set(needs)),
        )

    way = each(reader.items(got.get("steps"), "steps"), step)
    given = {need for made in way for need in made.gives}
    for need in needs if way else ():
        if need not in given and "needs" in got:
            says = f"no step gives '{need}'; expected one, or the need left out"
            reader.complain(got["needs"], says)
    return Path(
        role,
        needs,
        instead,
        way,
        reader.text(got.get("weekend"), "weekend"),
        each(reader.items(got.get("projects"), "projects"), project),
    )
