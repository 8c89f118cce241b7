"""What suggestions have been worth: the script, the page and what the advisor says."""

import json
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import yaml

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "suggestion.md").read_text(encoding="utf-8")
PEOPLE = (
    (["I know SQL", "I use Power BI", "I don't do research"], "data_analyst"),
    (["I know PyTorch", "I use C++", "I run models in production"], "data_engineer"),
    (["I know Spark", "I know SQL"], "data_engineer"),
)


def test_the_script_measures_any_people(tmp_path: Path) -> None:
    file, drawing = tmp_path / "people.jsonl", tmp_path / "plot.svg"
    lines = [{"id": str(n), "says": s, "role": r} for n, (s, r) in enumerate(PEOPLE)]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    done = subprocess.run(
        [sys.executable, "tools/quality.py", str(file), "--svg", str(drawing)],
        capture_output=True,
        check=True,
        cwd=ROOT,
        text=True,
        timeout=120,
    )

    assert "3 people, 2 titles" in done.stdout
    assert "| measured only | 66.7% | 100.0% |" in done.stdout
    assert ET.fromstring(drawing.read_text()).tag.endswith("svg")  # noqa: S314


def test_what_the_advisor_says_is_what_the_page_says() -> None:
    kept = yaml.safe_load((ROOT / "knowledge" / "quality.yaml").read_text())
    rows = re.findall(r"^\| (clear|leaning|tie) \|.*\| (\d+)% \|$", PAGE, re.MULTILINE)

    assert {status: round(int(held) / 10) for status, held in rows} == kept["held"]


def test_the_plot_of_the_page_is_there() -> None:
    drawing = ROOT / "docs" / re.findall(r"!\[[^]]*\]\((.*?)\)", PAGE)[0]

    assert ET.parse(drawing).getroot().tag.endswith("svg")  # noqa: S314
