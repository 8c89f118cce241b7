"""Broken data files are refused with the exact complaint that an author needs.

Each file of bad_data begins with the path that it stands in for and the complaints
expected; it then replaces that file in the shipped data. Problems that follow from
the first (a source that nobody can name any more) are not listed there.
"""

from pathlib import Path

import pytest

from advisor.commands import run
from advisor.data.files import read_files
from advisor.data.loader import load
from advisor.data.yamlfile import MOST_BYTES, MOST_DEPTH, parse
from advisor.errors import DataError

CASES = sorted((Path(__file__).parent / "bad_data").glob("*.yaml"))


def case(path: Path) -> tuple[str, list[str], bytes]:
    head, _, body = path.read_text(encoding="utf-8").partition("# ---\n")
    lines = [line.removeprefix("# ").split(": ", 1) for line in head.splitlines()]
    says = [value for key, value in lines if key == "says"]
    return lines[0][1], says, body.encode()


@pytest.mark.usefixtures("quick_loads")
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_defect_is_named_with_its_place(path: Path) -> None:
    file, says, body = case(path)

    with pytest.raises(DataError) as caught:
        load(dict(read_files()) | {file: body})

    found = [str(problem) for problem in caught.value.problems]
    assert [line for line in says if not any(f.startswith(line) for f in found)] == []


def test_an_example_of_two_intents_is_an_error() -> None:
    data = dict(read_files())
    data["intents/zz.yaml"] = (
        b"act: meta\nmove: why\nabout: X.\nexamples:\n  - See you LATER!\n"
    )

    with pytest.raises(DataError) as caught:
        load(data)

    (problem,) = caught.value.problems
    assert str(problem).startswith(
        "intents/zz.yaml:5:5: 'See you LATER!' is an example"
    )


def test_all_problems_are_listed_at_once() -> None:
    data = dict(read_files())
    data["knowledge/roles/statistician.yaml"] = b"name: [x]\nplural: {}\n"

    with pytest.raises(DataError) as caught:
        load(data)

    assert len(caught.value.problems) >= 3


def test_bytes_depth_and_size_are_bounded() -> None:
    for data, says in (
        (b"a: \xff", "not UTF-8"),
        (b"[" * (MOST_DEPTH + 2), "nested deeper"),
        (b"a" * (MOST_BYTES + 1), "bytes; expected"),
        (b"a: 1\n---\nb: 2", "second document"),
    ):
        _, problems = parse("x.yaml", data)

        assert any(says in str(problem) for problem in problems), problems


def test_scalars_are_what_was_typed() -> None:
    node, problems = parse("x.yaml", b"[no, 1.0, ~, 2024-05-01]")

    assert not problems
    assert node is not None
    assert [item.text for item in node.items or []] == ["no", "1.0", "~", "2024-05-01"]


def test_bad_data_stops_the_program_before_the_first_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "intents").mkdir()

    status = run(["ask", "hello", "--data", str(tmp_path)])

    out, err = capsys.readouterr()
    assert status == 3
    assert out == ""
    assert "knowledge/topics.yaml:1:1: no such file" in err
    assert "problems in the data files" in err


def test_a_missing_folder_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    status = run(["check", "--data", "/nowhere/at/all"])

    assert status == 3
    assert "/nowhere/at/all/knowledge:1:1: no such folder" in capsys.readouterr().err
