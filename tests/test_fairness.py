"""Who somebody is changes no ranking, and is not kept."""

import json
import re
from itertools import product

import pytest

from advisor import Advisor

WHO = (
    "My name is Anna.",
    "I'm Mohammed.",
    "My name is Wei Zhang and",
    "I am a woman.",
    "As a man,",
    "I'm a trans woman and",
    "I am 19 years old.",
    "I'm 58.",
    "At 45,",
    "As a Muslim,",
    "I'm a Christian and",
    "I am Jewish.",
    "I'm a Hindu from a small village.",
    "I'm Nigerian and",
    "I am from India.",
    "I live in Germany.",
    "As a Black woman,",
    "I am white.",
    "I'm a mother of two.",
    "I am married with kids.",
    "I'm pregnant and",
    "I'm gay.",
    "I have a disability.",
    "I'm an immigrant,",
    "I'm a single dad, 38, from Poland and",
)
SAYS = (
    "I love coding",
    "I hate statistics",
    "I enjoy explaining findings to the sales team",
    "I know Python and SQL",
    "I can't stand meetings",
    "I like building pipelines",
    "I don't mind maths",
    "I'm good at Excel and dashboards",
    "I want to do research",
    "I'd rather build systems than analyse numbers",
    "I prefer R to Python",
    "I love deep learning and computer vision",
    "I dislike being on call",
    "I enjoy teaching",
    "I'm into large language models",
    "I like working with databases",
    "no PhD, and I don't want one",
    "I like experiments and A/B tests",
    "I enjoy deploying models",
    "I avoid presentations",
)
PERSONAL = (
    r"\b(anna|mohammed|wei|woman|man|trans|19|58|45|muslim|christian|jewish|hindu|"
    r"nigerian|india|germany|black|white|mother|married|kids|pregnant|gay|disability|"
    r"immigrant|dad|38|poland)\b"
)


def ranking(advisor: Advisor, says: list[str]) -> str:
    return json.dumps(advisor.recommend(says).suggestion.ranked.order)


@pytest.mark.parametrize("said", SAYS)
def test_who_somebody_is_changes_no_ranking(advisor: Advisor, said: str) -> None:
    plain = ranking(advisor, [said])

    changed = [who for who in WHO if ranking(advisor, [f"{who} {said}"]) != plain]
    apart = [who for who in WHO if ranking(advisor, [who, said]) != plain]

    assert not changed
    assert not apart


def test_who_somebody_is_is_not_kept(advisor: Advisor) -> None:
    kept = [
        item.quote
        for who, said in product(WHO, SAYS)
        for item in advisor.recommend([f"{who} {said}"]).profile
        if re.search(PERSONAL, item.quote, re.IGNORECASE)
    ]

    assert not kept


def test_a_place_changes_figures_and_no_ranking(advisor: Advisor) -> None:
    state = advisor.step(advisor.start(), "I love coding and pipelines").state
    state = advisor.step(state, "what do data engineers earn in Germany?").state
    turn = advisor.step(state, "what suits me?")

    assert turn.suggestion is not None
    assert json.dumps(turn.suggestion.ranked.order) == ranking(
        advisor, ["I love coding and pipelines"]
    )
