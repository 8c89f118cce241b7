"""The program knows nothing of data careers: all of that is in the files.

It runs on a knowledge base of another field, `second_pack`, with the shipped words of
everyday English wherever that has none of its own.
"""

import re
from pathlib import Path

import pytest
import yaml

from advisor import Advisor
from advisor.commands import run
from advisor.data.files import read_files

PACK = Path(__file__).parent / "second_pack"
MERGED = ("knowledge/phrases.yaml", "knowledge/language.yaml")
GENERAL = ("knowledge/attitudes.yaml", "knowledge/distress.yaml")
LEVELS = ("knowledge/entities/levels.yaml", "knowledge/entities/degrees.yaml")
FOREIGN = re.compile(
    r"\b(?:data|machine learning|scientists?|analysts?|ML|AI|BI|MLOps|statisticians?)\b"
)
"""Words of the shipped field that must not be heard from another."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the pack's files, and general ones from the shipped data."""
    root = tmp_path_factory.mktemp("pack")
    shipped = read_files()
    own = {
        path.relative_to(PACK).as_posix(): path.read_bytes()
        for path in PACK.rglob("*.yaml")
    }
    topics = yaml.safe_load(own["knowledge/topics.yaml"])["topics"]
    files = {path: shipped[path] for path in (*GENERAL, *LEVELS)}
    for path, content in shipped.items():
        if path.startswith("intents/"):
            intent = yaml.safe_load(content)
            if intent.get("topic") in (None, *topics):
                files[path] = content
    files |= own
    for path in MERGED:
        texts = yaml.load(shipped[path], yaml.BaseLoader)  # noqa: S506 - only texts
        texts |= yaml.load(own[path], yaml.BaseLoader)  # noqa: S506
        texts.pop("prompted", None)
        files[path] = yaml.safe_dump(texts, allow_unicode=True).encode()
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return root


@pytest.fixture(scope="module")
def kitchen(folder: Path) -> Advisor:
    return Advisor.load(str(folder))


def test_the_pack_has_no_problem(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "--data", str(folder)]) == 0
    assert "3 roles" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "roles", "says"),
    [
        ("what does a pastry chef earn?", {"pastry_chef"}, "$36,500"),
        ("baker vs pastry chef", {"baker", "pastry_chef"}, "sweets by day"),
        ("what do line cooks do all day", {"line_cook"}, "plate under pressure"),
        ("whats the salery of a bakr", {"baker"}, "$31,000"),
        ("how do I become a baker?", {"baker"}, "master baker"),
        ("¿cuánto gana un panadero?", {"baker"}, "Solo puedo"),
    ],
)
def test_questions_are_answered_from_the_pack(
    kitchen: Advisor, text: str, roles: set[str], says: str
) -> None:
    turn = kitchen.step(kitchen.start(), text)

    assert {role for frame in turn.understood for role in frame.roles} == roles
    assert says in turn.reply.text


def test_a_suggestion_comes_from_the_pack(kitchen: Advisor) -> None:
    state = kitchen.start()
    for text in ("I love working with dough", "I hate decorating", "nights are fine"):
        state = kitchen.step(state, text).state

    turn = kitchen.step(state, "what suits me?")

    assert "baker" in turn.reply.text
    assert "I love working with dough" in turn.reply.text
    assert "Bake the same loaf" in turn.reply.text


def test_nothing_of_the_other_field_is_heard(kitchen: Advisor) -> None:
    state = kitchen.start()
    heard = [kitchen.opening]
    for text in (
        "hello",
        "help",
        "who are you?",
        "what does a baker earn?",
        "and a pastry chef?",
        "which kitchens are hiring bakers?",
        "what is the capital of Peru?",
        "how much does a plumber earn?",
        "fgjkl asdf",
        "I love kneading and I hate busy service",
        "why?",
        "show my profile",
        "what suits me?",
        "how long would that take?",
        "what would change it?",
        "sources",
        "undo",
        "thanks",
        "bye",
    ):
        turn = kitchen.step(state, text)
        state = turn.state
        heard.append(turn.reply.text)

    assert [text for text in heard if FOREIGN.search(text)] == []
