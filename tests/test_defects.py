"""An author who makes one slip is told the file and the line of it."""

import gc
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from advisor.data import folder
from advisor.data.files import read_files
from advisor.data.loader import load
from advisor.data.review import review
from advisor.data.yamlfile import parse
from advisor.errors import DataError, Problem

DEFECTS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "defects.yaml").read_text(encoding="utf-8")
)
FEWEST = 40
NAMED = 0.95
"""Share of the defects whose file and line have to be named."""
THIS_YEAR = 2026


def planted(data: Mapping[str, bytes], defect: Mapping[str, Any]) -> str:
    """Return the content of the defect's file with the defect in it."""
    before = data.get(defect["file"], b"").decode()
    put = str(defect["put"])
    if "find" not in defect:
        return before.rstrip("\n") + "\n" + put if before else put
    assert before.count(defect["find"]) == 1, defect["name"]
    return before.replace(defect["find"], put)


def line_of(text: str, at: str | None) -> int:
    """Return the line of a content that a complaint has to name."""
    return text.count("\n", 0, text.index(at)) + 1 if at else 1


def complaints(data: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Return what `advisor check` finds."""
    try:
        return review(data, load(data), THIS_YEAR)
    except DataError as error:
        return error.problems


def test_a_planted_defect_is_named_with_its_file_and_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Of every copy but one file is as it was; it need not be parsed again.
    monkeypatch.setattr(folder, "parse", cache(parse))
    data = read_files()
    missed = {}
    gc.disable()
    for defect in DEFECTS:
        text = planted(data, defect)
        line = line_of(text, defect.get("at"))
        found = complaints({**data, defect["file"]: text.encode()})
        if not any((p.file, p.line) == (defect["file"], line) for p in found):
            missed[defect["name"]] = (line, [str(problem) for problem in found[:3]])
    gc.enable()

    assert len(DEFECTS) >= FEWEST
    assert len(missed) <= (1 - NAMED) * len(DEFECTS), missed
