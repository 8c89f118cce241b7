"""What people say of themselves.

Phrasings that were missing were looked up in these lines, so the floors guard what
works; they do not say how well unseen wordings are read.
"""

from pathlib import Path
from typing import Any

import yaml

from advisor import Advisor
from advisor.understanding.focus import Focus

FILE = Path(__file__).parent / "self_descriptions.yaml"
POLARITY = 0.9
"""Of what was read at all: how often the sign must be right."""
FOUND = 0.6
"""How much of what was said must be read."""
INVENTED = 0.1
"""How many of the lines that say nothing may be read as saying something."""


def lines() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found


def remarks(advisor: Advisor, text: str) -> dict[str, int]:
    engine = advisor.engine
    reading = engine.reader.read(text, Focus((), (), engine.catalog.core))
    return {remark.trait: remark.polarity for remark in reading.remarks}


def test_polarity_is_read_right(advisor: Advisor) -> None:
    right = read = wanted = 0
    wrong = []
    for line in lines():
        got = remarks(advisor, line["text"])
        for trait, polarity in line["holds"].items():
            wanted += 1
            if trait not in got:
                continue
            read += 1
            right += got[trait] == polarity
            if got[trait] != polarity:
                wrong.append((line["text"], trait, got[trait]))

    assert right / read >= POLARITY, wrong[:10]
    assert read / wanted >= FOUND


def test_nothing_is_read_into_lines_that_say_nothing(advisor: Advisor) -> None:
    empty = [line["text"] for line in lines() if not line["holds"]]
    invented = [text for text in empty if remarks(advisor, text)]

    assert len(invented) / len(empty) <= INVENTED, invented
