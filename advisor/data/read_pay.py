"""Read tables of pay; each row becomes a snippet, in the words of the table."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.data.model import SIGNS, Entity, Figure, Role, Snippet
from advisor.data.read_lists import filled
from advisor.data.schema import Known, Reader, listed
from advisor.data.topics import PAY
from advisor.data.yamlfile import Node
from advisor.text import fill

ANY = "any"
"""Stands in a row for all levels together."""
COLUMNS = ("role", "place", "level", "people", "low", "median", "high")
PLACES = ("plural", "called", "place", "level", "people", "median", "low", "high")
_HEAD = ("source", "unit", "statistic", "year", "says", "rows")


@dataclass(frozen=True, slots=True)
class Names:
    """What rows may name."""

    roles: Mapping[str, Role]
    entities: Mapping[str, Entity]


def read_pay(
    reader: Reader, root: Node, *, stem: str, known: Known, names: Names
) -> tuple[Snippet, ...]:
    """Return the rows of a file of `pay/` as snippets."""
    got = reader.fields(root, "a table of pay", _HEAD, ("called",))
    if PAY not in known.topics:
        reader.complain(root, f"no topic '{PAY}' for a table of pay; expected it")
    head = {key: reader.text(got.get(key), key) for key in _HEAD[:-1]}
    filled(reader, got.get("says"), "says", PLACES)
    if "unit" in got and head["unit"].split(" ")[0] not in SIGNS:
        says = f"unit '{head['unit']}'; expected one that begins with {listed(SIGNS)}"
        reader.complain(got["unit"], says)
    if "rows" in got and not reader.items(got["rows"], "rows"):
        reader.complain(got["rows"], "no row; expected some")
    reader.one_of(got.get("source"), "source", known.sources)
    called = {
        reader.one_of(key, "a role", names.roles): reader.text(value, "a group")
        for _, key, value in reader.entries(got.get("called"), "called")
    }
    found: dict[str, Snippet] = {}
    for node in reader.items(got.get("rows"), "rows"):
        row = _row(reader, node, names)
        if row is None:
            continue
        snippet = _snippet(row, head, stem, called, names)
        if snippet.id in found:
            says = f"two rows '{snippet.id}'; expected one for a role, place and level"
            reader.complain(node, says)
        found[snippet.id] = snippet
    return tuple(found.values())


def _row(reader: Reader, node: Node, names: Names) -> dict[str, str] | None:
    """Return a row by its columns; None, with a complaint, where it is none."""
    before = len(reader.problems)
    cells = reader.texts(node, "a cell")
    if len(cells) != len(COLUMNS):
        says = f"a row of {len(cells)} cells; expected {', '.join(COLUMNS)}"
        reader.complain(node, says)
        return None
    row = dict(zip(COLUMNS, cells, strict=True))
    kinds = {
        "role": list(names.roles),
        "place": [e.id for e in names.entities.values() if e.kind == "place"],
        "level": [ANY, *(e.id for e in names.entities.values() if e.kind == "level")],
    }
    for cell, column in zip(reader.items(node, "a row"), COLUMNS, strict=True):
        if column in kinds:
            reader.one_of(cell, column, kinds[column])
        elif not row[column].isdigit():
            says = f"{column} is '{row[column]}'; expected a whole number"
            reader.complain(cell, says)
    if len(reader.problems) > before:
        return None
    if not int(row["low"]) <= int(row["median"]) <= int(row["high"]):
        reader.complain(node, "low, median and high are out of order; expected rising")
        return None
    return row


def _snippet(
    row: Mapping[str, str],
    head: Mapping[str, str],
    stem: str,
    called: Mapping[str, str],
    names: Names,
) -> Snippet:
    """Return a row as a snippet: its sentence, its figures, its source."""
    role = names.roles[row["role"]]
    place = names.entities[f"place:{row['place']}"]
    level = names.entities.get(f"level:{row['level']}")
    sign = SIGNS.get(head["unit"].split(" ")[0], "")
    values = {
        "plural": role.plural,
        "called": called.get(role.id, role.plural),
        "place": place.name,
        "level": f" at {level.name}" if level else "",
        "people": f"{int(row['people']):,}",
        **{key: f"{sign}{int(row[key]):,}" for key in ("low", "median", "high")},
    }
    text = fill(head["says"], values)
    at = f", {level.name}" if level else ""
    whom = f"{values['called']}{values['level']}"
    shown = {
        "median": ("", "middle"),
        "low": ("lower quartile of ", "quartile_1"),
        "high": ("upper quartile of ", "quartile_3"),
    }
    figures = [
        Figure(
            row[key],
            head["unit"],
            f"{prefix}{head['statistic']}{at}",
            place.name,
            head["year"],
            part,
            whom,
        )
        for key, (prefix, part) in shown.items()
    ]
    count = Figure(row["people"], "people", "records", place.name, head["year"])
    return Snippet(
        f"{role.id}.{PAY}.{stem}_{row['place']}_{row['level']}",
        (role.id,),
        PAY,
        text[:1].upper() + text[1:],
        (head["source"],),
        (*figures, count),
        (),
        (),
        row=True,
    )
