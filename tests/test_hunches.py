"""What people say of a trait is read as that trait, in many wordings.

The readers learn from these very lines: what is measured on unseen ones stands in
`test_self_descriptions.py`.
"""

from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import yaml

from advisor import Advisor
from advisor.understanding.focus import Focus

WORDINGS = Path(__file__).parent.parent / "knowledge" / "wordings"
LEAST = 15
"""Wordings by which a trait must be reached."""
SAID_OF_NONE = 0.045
"""How many of the lines that say nothing of any trait may be read as a liking, dislike,
skill or lack. "It is all the same to me" may be read as just that."""


def remarks(advisor: Advisor, text: str) -> dict[str, int]:
    engine = advisor.engine
    reading = engine.reader.read(text, Focus((), (), engine.catalog.core))
    return {remark.trait: remark.polarity for remark in reading.remarks}


def files() -> list[str]:
    return sorted(path.stem for path in WORDINGS.glob("*.yaml"))


def wordings(name: str) -> dict[str, list[str]]:
    found: dict[str, Any] = yaml.safe_load(
        (WORDINGS / f"{name}.yaml").read_text("utf-8")
    )
    return found


@pytest.mark.parametrize("trait", [name for name in files() if name != "nothing"])
def test_a_trait_is_reached_from_many_wordings(advisor: Advisor, trait: str) -> None:
    likes = wordings(trait)["likes"]
    reached = (text for text in likes if remarks(advisor, text).get(trait) == 1)

    assert len(list(islice(reached, LEAST))) == LEAST


def test_every_trait_has_wordings(advisor: Advisor) -> None:
    named = {t.id for t in advisor.engine.catalog.advice.traits.values() if t.names}

    assert named <= set(files())


def test_little_is_read_into_what_says_nothing(advisor: Advisor) -> None:
    lines = wordings("nothing")["says"]
    known = advisor.engine.catalog.advice.traits
    invented = [
        text
        for text in lines
        if any(
            sign and trait in known for trait, sign in remarks(advisor, text).items()
        )
    ]

    assert len(invented) / len(lines) <= SAID_OF_NONE, invented


def test_a_guess_needs_no_name(advisor: Advisor) -> None:
    text = "I'm in my element when a colleague is stuck and needs it explained"

    assert remarks(advisor, text) == {"explaining": 1}
