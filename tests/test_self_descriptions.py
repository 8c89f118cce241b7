"""What people say of themselves.

`self_descriptions.yaml` was read while phrasings were added, so its floors guard what
works; `self_descriptions_held_out.yaml` was only ever measured.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from advisor import Advisor
from advisor.understanding.focus import Focus

HERE = Path(__file__).parent
KNOWN, HELD_OUT = "self_descriptions.yaml", "self_descriptions_held_out.yaml"
POLARITY = {KNOWN: 0.95, HELD_OUT: 0.87}
"""Of what was read at all: how often the sign must be right."""
FOUND = {KNOWN: 0.72, HELD_OUT: 0.68}
"""How much of what was said must be read."""
INVENTED = 0.1
"""How many of the lines that say nothing may be read as saying something."""


def lines(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text("utf-8"))
    return found


def remarks(advisor: Advisor, text: str) -> dict[str, int]:
    engine = advisor.engine
    reading = engine.reader.read(text, Focus((), (), engine.catalog.core))
    return {remark.trait: remark.polarity for remark in reading.remarks}


@pytest.mark.parametrize("name", [KNOWN, HELD_OUT])
def test_polarity_is_read_right(advisor: Advisor, name: str) -> None:
    right = read = wanted = 0
    for line in lines(name):
        got = remarks(advisor, line["text"])
        for trait, polarity in line["holds"].items():
            wanted += 1
            if trait not in got:
                continue
            read += 1
            right += got[trait] == polarity

    assert right / read >= POLARITY[name]
    assert read / wanted >= FOUND[name]


@pytest.mark.parametrize("name", [KNOWN, HELD_OUT])
def test_nothing_is_read_into_lines_that_say_nothing(
    advisor: Advisor, name: str
) -> None:
    empty = [line["text"] for line in lines(name) if not line["holds"]]
    invented = sum(bool(remarks(advisor, text)) for text in empty)

    assert invented <= INVENTED * len(empty)
