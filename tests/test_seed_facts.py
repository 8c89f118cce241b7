"""Every fact of the two articles the project began with is answered, and cited."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from advisor import Advisor

FOLDER = Path(__file__).parent / "seed_facts"
ARTICLES = {"blockchain_council_2024", "mle_ds_differences"}


def facts() -> list[Any]:
    return [
        pytest.param(fact, question, id=f"{path.stem}:{question}")
        for path in sorted(FOLDER.glob("*.yaml"))
        for fact in yaml.safe_load(path.read_text(encoding="utf-8"))
        for question in fact["ask"]
    ]


@pytest.mark.parametrize(("fact", "question"), facts())
def test_a_fact_is_answered_with_its_source(
    advisor: Advisor, fact: dict[str, Any], question: str
) -> None:
    """Two wordings each: the reply rests on a snippet that holds the fact.

    A contested figure is also held by the disagreement that it belongs to.
    """
    turn = advisor.step(advisor.start(), question)

    cited = {source for snippet in turn.snippets for source in snippet.sources}
    holders = fact["snippet"]
    holders = holders if isinstance(holders, list) else [holders]
    assert set(holders) & set(turn.reply.snippets), turn.reply.text
    assert cited & ARTICLES
