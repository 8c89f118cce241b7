"""The wheel carries everything that the program reads."""

import zipfile
from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

from advisor.data.files import read_files
from advisor.data.fingerprint import fingerprint

ROOT = Path(__file__).parent.parent


def test_the_wheel_holds_the_data_inside_the_package(tmp_path: Path) -> None:
    (path,) = WheelBuilder(str(ROOT)).build(
        directory=str(tmp_path), versions=["standard"]
    )
    names = set(zipfile.ZipFile(path).namelist())

    wanted = {
        f"advisor/_bundled/{file.relative_to(ROOT).as_posix()}"
        for folder in ("intents", "knowledge")
        for file in (ROOT / folder).rglob("*.yaml")
    }
    assert len(wanted) > 60
    assert wanted <= names
    assert not any(name.startswith(("tests", "intents", "knowledge")) for name in names)
    key = fingerprint(read_files())
    compiled = {
        f"advisor/_bundled/compiled/{key}.{part}" for part in ("catalog", "json")
    }
    assert compiled <= names, "what is compiled belongs to other data or code"
    assert sum(name.endswith(".model") for name in names) == 4
