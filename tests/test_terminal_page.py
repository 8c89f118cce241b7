"""The page on the terminal lists what the program has, in the same words."""

import re
import xml.dom.minidom
from pathlib import Path

import pytest

from advisor.commands.arguments import parser
from advisor.commands.chat import SWITCHES
from advisor.terminal.commands import COMMANDS, KEYS

DOCS = Path(__file__).parent.parent / "docs"
PAGE = (DOCS / "terminal.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def test_the_page_lists_the_commands() -> None:
    wanted = [
        [
            f"`{command.name} {command.takes}".rstrip() + "`",
            command.does,
            command.words.replace("{rest}", command.takes),
        ]
        for command in COMMANDS
    ]

    assert rows("Commands") == wanted


def test_the_page_lists_the_keys() -> None:
    assert rows("Keys") == [list(row) for row in KEYS]


def test_the_page_lists_the_options() -> None:
    listed = [cells[0].strip("`") for cells in rows("Options")]
    shown = parser().format_help()

    assert rows("Options")[:-1] == [[f"`{name}`", does] for name, does in SWITCHES]
    assert listed[-1] == "--data DIR"
    assert all(name in shown for name in listed)


@pytest.mark.parametrize("name", ["pay.svg", "suggestion.svg"])
def test_the_readme_shows_the_pictures(name: str) -> None:
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    picture = xml.dom.minidom.parse(str(DOCS / name))  # noqa: S318 - our own file

    assert re.search(rf"!\[[^\]]{{20,}}\]\(docs/{name}\)", readme)
    assert len(picture.getElementsByTagName("text")) > 10
