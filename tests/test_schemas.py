"""The schemas that editors get are those of the program, and fit the shipped files."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from advisor.commands import run
from advisor.data.files import read_files
from advisor.data.loader import load
from advisor.data.shapes import kind_of, schemas

NUMBERS = ("int", "float")
KEPT = Path(__file__).parent.parent / "schemas"


class Core(yaml.SafeLoader):
    """YAML as editors read it since 1.2: `yes` is a word, and so is a date."""


Core.yaml_implicit_resolvers = {
    letter: [(tag, how) for tag, how in pairs if tag.rpartition(":")[2] in NUMBERS]
    for letter, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def kept() -> dict[str, dict[str, Any]]:
    return {path.name: json.loads(path.read_text()) for path in KEPT.glob("*.json")}


def test_the_kept_schemas_are_current() -> None:
    """Where they are not: `advisor check --schemas schemas`."""
    assert kept() == schemas(load(read_files()).traces)


def test_the_shipped_files_fit_their_schemas() -> None:
    by_kind = {value["title"]: Draft202012Validator(value) for value in kept().values()}

    wrong = [
        f"{path}: {error.message}"
        for path, content in read_files().items()
        for error in by_kind[kind_of(path)].iter_errors(Core(content).get_single_data())
    ]

    assert wrong == []


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ("intents", {"act": "ask", "about": "x", "examples": ["y"], "topik": "salary"}),
        ("intents", {"act": "aks", "about": "x", "examples": ["y"]}),
        ("sources", {"new source": {}}),
        ("roles", {"name": "x", "plural": "y"}),
        ("traits", {"x": {"name": "x", "names": [], "like": {"a": 9}}}),
    ],
)
def test_a_slip_does_not_fit(schema: str, value: object) -> None:
    validator = Draft202012Validator(kept()[f"{schema}.schema.json"])

    assert not validator.is_valid(value)


def test_the_command_writes_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "--schemas", str(tmp_path / "new")]) == 0

    assert "schemas written" in capsys.readouterr().out
    assert len(list((tmp_path / "new").glob("*.json"))) == len(kept())


def test_a_folder_that_cannot_be_written_to_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "taken"
    file.write_text("", encoding="utf-8")

    assert run(["check", "--schemas", str(file)]) == 2
    assert f"{file}: cannot be written to" in capsys.readouterr().err
