"""Single slips, planted one by one into the shipped data, and whether they are found.

Each entry of defects.yaml is one slip that an author could make, and the line that the
complaint must name. It counts as found when some complaint names its file and line and,
where the entry has `says`, holds that text.
"""

import gc
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from advisor.data.files import read_files
from advisor.data.loader import load
from advisor.data.review import review
from advisor.data.schema import Reader
from advisor.data.yamlfile import Node, parse
from advisor.errors import DataError, Problem
from advisor.text import words

DEFECTS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "defects.yaml").read_text("utf-8")
)
RATE = 0.95
FIELDS = {"name", "file", "find", "put", "add", "line_of", "says"}


@pytest.fixture
def _quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Remember what unchanged files come to: no result differs, but a load is short."""
    clean: dict[tuple[str, str], str] = {}
    slow = Reader.text

    def text(self: Reader, node: Node | None, what: str) -> str:
        raw = node.text if node is not None else None
        if raw is None:
            return slow(self, node, what)
        if (what, raw) not in clean:
            before = len(self.problems)
            value = slow(self, node, what)
            if len(self.problems) > before:
                return value
            clean[what, raw] = value
        return clean[what, raw]

    monkeypatch.setattr(Reader, "text", text)
    monkeypatch.setattr("advisor.data.folder.parse", lru_cache(None)(parse))
    monkeypatch.setattr("advisor.data.read_intents.words", lru_cache(None)(words))
    gc.collect()
    gc.disable()
    yield
    gc.enable()


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


def unfound(defect: dict[str, Any], files: dict[str, bytes]) -> str:
    """Return nothing where the defect is found, else what was expected and came."""
    content = planted(defect, files)
    file, line = defect["file"], line_of(defect, content)
    found = complaints({**files, file: content.encode()})
    if any(
        p.file == file and p.line == line and defect.get("says", "") in p.says
        for p in found
    ):
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


@pytest.mark.usefixtures("_quick")
def test_single_defects_are_found_where_they_are() -> None:
    files = read_files()
    assert complaints(files) == ()

    missed = [line for defect in DEFECTS if (line := unfound(defect, files))]

    rate = 1 - len(missed) / len(DEFECTS)
    said = f"{len(DEFECTS) - len(missed)} of {len(DEFECTS)} found ({rate:.1%})"
    assert rate >= RATE, "\n".join([said, *missed])
