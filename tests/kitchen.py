"""A knowledge base of another field: the files of `second_pack`, and what they lack."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from advisor.data.files import read_files
from advisor.data.requirements import NEEDED_LANGUAGE, NEEDED_PHRASES, WORD

PACK = Path(__file__).parent / "second_pack"
MERGED = ("knowledge/phrases.yaml", "knowledge/language.yaml")
GENERAL = (
    "knowledge/attitudes.yaml",
    "knowledge/distress.yaml",
    "knowledge/entities/degrees.yaml",
    "knowledge/entities/levels.yaml",
)
EVERYDAY = ("social", "meta", "crisis")
"""Acts whose shipped intents serve every field."""


def pack_files() -> dict[str, bytes]:
    """Return the pack's files, and general ones from the shipped data."""
    return dict(_pack_files())


@cache
def _pack_files() -> dict[str, bytes]:
    shipped = read_files()
    own = {
        path.relative_to(PACK).as_posix(): path.read_bytes()
        for path in PACK.rglob("*.yaml")
    }
    files = {path: shipped[path] for path in GENERAL}
    for path, content in shipped.items():
        if path.startswith("intents/"):
            intent = yaml.load(content, yaml.CSafeLoader)
            if intent["act"] in EVERYDAY or intent.get("move") == "more":
                files[path] = content
    files |= own
    intents = [
        yaml.load(c, yaml.CSafeLoader)
        for p, c in files.items()
        if p.startswith("intents/")
    ]
    spoken = {intent["says"] for intent in intents if "says" in intent}
    used = {*NEEDED_PHRASES, *NEEDED_LANGUAGE, *spoken}
    for path in MERGED:
        texts = yaml.load(shipped[path], yaml.CBaseLoader)  # noqa: S506 - only texts
        texts = {k: t for k, t in texts.items() if k in used or k.startswith(WORD)}
        texts |= yaml.load(own[path], yaml.CBaseLoader)  # noqa: S506
        files[path] = yaml.safe_dump(texts, allow_unicode=True).encode()
    return files


def write_files(root: Path, files: Mapping[str, bytes]) -> Path:
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return root
