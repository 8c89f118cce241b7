"""Read what sets all roles in order by something other than pay."""

from advisor.data.model import Figure, Measure, Snippet
from advisor.data.schema import Known, Reader
from advisor.data.yamlfile import Node

YES_NO = ("yes", "no")
_FIGURE = ("statistic", "place", "year", "unit")
_LISTS = (
    "one",
    "unless",
    "lowest",
    "values",
    "of",
    "sources",
    "note",
    "holds",
    "strict",
)
_OPTIONAL = (*_LISTS, *_FIGURE, "strict", "mostly", "hardly")


def read_rankings(reader: Reader, root: Node, known: Known) -> tuple[Measure, ...]:
    """Return the measures of `rankings.yaml`; snippets of theirs are checked later."""
    found = []
    for name, _, node in reader.entries(root, "a measure"):
        needed = ("asked", "topic", "says")
        got = reader.fields(node, "a measure", needed, _OPTIONAL)
        values = _by_role(reader, got.get("values"), known)
        sources = reader.many_of(got.get("sources"), "a source", known.sources)
        if values and not sources:
            reader.complain(node, f"'{name}' names no source; expected one")
        texts = [
            reader.text(got[key], key) if key in got else "" for key in (*_FIGURE,)
        ]
        statistic, place, year, unit = texts
        of = _by_role(reader, got.get("of"), known)
        figures = tuple(
            Figure(
                value,
                unit or "number",
                f"{statistic}, {of.get(role) or role.replace('_', ' ')}",
                place,
                year,
            )
            for role, value in values.items()
        )
        says = reader.text(got.get("says"), "says")
        note = reader.text(got["note"], "note") if "note" in got else ""
        topic = reader.one_of(got.get("topic"), "topic", known.topics)
        snippet = Snippet(
            f"ranking.{name}",
            tuple(values),
            topic or None,
            f"{says} {note}".strip(),
            sources,
            figures,
            (),
            (),
        )
        found.append(
            Measure(
                name,
                reader.texts(got.get("asked"), "a row of words"),
                reader.texts(got.get("lowest"), "a word"),
                topic,
                says,
                values,
                of,
                unit,
                note,
                reader.text(got["one"], "one") if "one" in got else "",
                reader.texts(got.get("holds"), "a snippet"),
                snippet,
                reader.texts(got.get("unless"), "a word"),
                reader.one_of(got.get("strict"), "strict", YES_NO) == "yes",
                reader.text(got["mostly"], "mostly") if "mostly" in got else "",
                reader.text(got["hardly"], "hardly") if "hardly" in got else "",
            )
        )
    return tuple(found)


def _by_role(reader: Reader, node: Node | None, known: Known) -> dict[str, str]:
    return {
        reader.one_of(key, "a role", known.roles): reader.text(value, "a value")
        for _, key, value in reader.entries(node, "a role")
    }
