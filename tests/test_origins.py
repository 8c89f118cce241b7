"""Where somebody comes from is read out of many ways to say it."""

import pytest

from advisor import Advisor
from advisor.understanding.remarks import Origin

TOLD = {
    "third year of physics in Krakow": "third year of physics",
    "physio from Galway, ten years in": "physio",
    "I work as a shop assistant": "shop assistant",
    "been driving a lorry for twenty years": "driving a lorry",
    "I drive a taxi in Leeds": "drive a taxi",
    "I teach history at a secondary school": "teach history at a secondary school",
    "I've been in retail for ten years": "in retail",
    "ex-teacher, 38": "teacher",
    "twenty years in banking, now redundant": "twenty years in banking",
    "doing a master's in public health": "doing a master's in public health",
    "dropped out of chemistry last year": "dropped out of chemistry",
    "I have a degree in linguistics": "degree in linguistics",
    "psychology graduate here": "psychology graduate",
    "Oracle DBA for 24 years": "Oracle DBA",
    "got made redundant from my job as a town planner": "town planner",
    "finished a data science bootcamp in March": "finished a data science bootcamp",
    "I do payroll for a haulage firm": "payroll",
    "line cook in Chicago, 29": "line cook",
}
NOT_TOLD = (
    "I'm a visual person",
    "I'm a quick learner",
    "I'm a bit of a beginner",
    "I want to become a data analyst",
    "data engineer in Germany",
    "what does a nurse earn",
    "nurse salary",
    "my wife is a teacher",
    "they all have a degree in maths",
    "should I study statistics",
    "I'd love to study physics one day",
    "compare a wizard and a data analyst",
    "what does the former earn",
    "I dropped maths at school",
    "I'm not a coder",
    "I like working in quiet places",
)


def told(advisor: Advisor, text: str) -> tuple[Origin, ...]:
    return advisor.step(advisor.start(), text).reading.origins


@pytest.mark.parametrize("text", TOLD)
def test_it_is_read_in_their_own_words(advisor: Advisor, text: str) -> None:
    assert TOLD[text] in [origin.text for origin in told(advisor, text)]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_only_looks_alike_is_none(advisor: Advisor, text: str) -> None:
    assert told(advisor, text) == ()


def test_jobs_and_studies_have_names_of_their_own(advisor: Advisor) -> None:
    kinds: dict[str, set[str]] = {"job": set(), "study": set()}
    for entity in advisor.engine.catalog.entities.values():
        if entity.kind in kinds:
            kinds[entity.kind].add(entity.id)
    assert not kinds["job"] & kinds["study"]


def test_enough_jobs_and_studies_tell_what_they_practise(advisor: Advisor) -> None:
    entities = advisor.engine.catalog.entities.values()
    used = [entity.kind for entity in entities if entity.uses]
    assert used.count("job") >= 150
    assert used.count("study") >= 40


def test_what_a_job_uses_is_known(advisor: Advisor) -> None:
    entities = advisor.engine.catalog.entities
    for entity in entities.values():
        for skill in entity.uses:
            assert any(f"{kind}:{skill}" in entities for kind in ("skill", "tool"))


def test_a_name_is_not_kept(advisor: Advisor) -> None:
    turn = advisor.step(advisor.start(), "I'm Zelda Quux, I've been a nurse in Leeds")
    assert "Quux" not in turn.state.to_json().split("last")[0]
    assert "Zelda" not in "".join(o.text for o in turn.state.memory.origins)


def test_where_one_comes_from_changes_no_ranking(advisor: Advisor) -> None:
    with_past = advisor.recommend(["I'm a mathematician, 50, in Oslo", "I love SQL"])
    without = advisor.recommend(["I love SQL"])
    assert with_past.suggestion.ranked.order == without.suggestion.ranked.order
