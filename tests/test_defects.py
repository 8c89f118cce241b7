"""Single slips, planted into the shipped data, and whether they are found.

They are planted several at a time, one in a file; what hides behind another is planted
once more alone. Each entry of defects.yaml is one slip that an author could make, and
the line that the complaint must name. It counts as found when some complaint names its
file and line and, where the entry has `says`, holds that text.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
import yaml

from advisor.data.files import read_files
from advisor.data.loader import load
from advisor.data.review import review
from advisor.errors import DataError, Problem

DEFECTS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "defects.yaml").read_text("utf-8")
)
RATE = 0.95
FIELDS = {"name", "file", "find", "put", "add", "line_of", "says"}


def planted(defect: dict[str, Any], files: dict[str, bytes]) -> str:
    """Return the content of the defect's file, with the defect."""
    shipped = files.get(defect["file"], b"").decode()
    if defect.get("add"):
        return shipped + str(defect["put"])
    return shipped.replace(defect["find"], defect["put"])


def line_of(defect: dict[str, Any], content: str) -> int:
    return content[: content.index(defect["line_of"])].count("\n") + 1


def complaints(data: dict[str, bytes]) -> tuple[Problem, ...]:
    """Return what `advisor check` complains of."""
    try:
        loaded = load(data)
    except DataError as error:
        return error.problems
    return review(data, loaded, datetime.now(tz=UTC).year)


def is_named(defect: dict[str, Any], content: str, found: Iterable[Problem]) -> bool:
    """Whether a complaint names the defect's file and line, and says what it must."""
    file, line, says = defect["file"], line_of(defect, content), defect.get("says", "")
    return any(p.file == file and p.line == line and says in p.says for p in found)


def in_files_apart(defects: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Return the defects in rounds, in each at most one of a file."""
    by_file: dict[str, list[dict[str, Any]]] = {}
    for defect in defects:
        by_file.setdefault(defect["file"], []).append(defect)
    return [
        [defect for defect in one_each if defect is not None]
        for one_each in zip_longest(*by_file.values())
    ]


def unfound_together(
    defects: Sequence[dict[str, Any]], files: dict[str, bytes]
) -> list[dict[str, Any]]:
    """Return the defects that are not found where all of them stand in the files."""
    contents = {defect["file"]: planted(defect, files) for defect in defects}
    found = complaints({**files, **{f: c.encode() for f, c in contents.items()}})
    return [d for d in defects if not is_named(d, contents[d["file"]], found)]


def unfound(defect: dict[str, Any], files: dict[str, bytes]) -> str:
    """Return nothing where the defect is found, else what was expected and came."""
    content = planted(defect, files)
    file, line = defect["file"], line_of(defect, content)
    found = complaints({**files, file: content.encode()})
    if is_named(defect, content, found):
        return ""
    here = sorted(found, key=lambda p: p.file != file)
    came = "; ".join(map(str, here[:2])) or "nothing"
    more = f" (and {len(found) - 2} more)" if len(found) > 2 else ""
    says = f" ({defect['says']})" if "says" in defect else ""
    return f"{defect['name']}: expected {file}:{line}{says}, came: {came}{more}"


def test_the_defects_fit_the_shipped_files() -> None:
    files = read_files()
    names = [defect["name"] for defect in DEFECTS]
    wrong = [f"{name}: name used twice" for name in set(names) if names.count(name) > 1]
    for defect in DEFECTS:
        if not set(defect) <= FIELDS or ("find" in defect) == ("add" in defect):
            wrong.append(f"{defect['name']}: fields {sorted(defect)}")
            continue
        shipped = files.get(defect["file"], b"").decode()
        if "find" in defect and shipped.count(defect["find"]) != 1:
            count = shipped.count(defect["find"])
            wrong.append(f"{defect['name']}: `find` is there {count} times")
        elif (count := planted(defect, files).count(defect["line_of"])) != 1:
            wrong.append(f"{defect['name']}: `line_of` is there {count} times")

    assert not wrong, "\n".join(wrong)
    assert len(DEFECTS) >= 60


@pytest.mark.usefixtures("quick_loads")
def test_single_defects_are_found_where_they_are() -> None:
    files = read_files()
    assert complaints(files) == ()

    alone = [
        d for some in in_files_apart(DEFECTS) for d in unfound_together(some, files)
    ]
    missed = [line for defect in alone if (line := unfound(defect, files))]

    rate = 1 - len(missed) / len(DEFECTS)
    said = f"{len(DEFECTS) - len(missed)} of {len(DEFECTS)} found ({rate:.1%})"
    assert rate >= RATE, "\n".join([said, *missed])
