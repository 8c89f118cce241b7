"""Bars are drawn from the data files, and never say more than the words beside them."""

import re
from collections.abc import Iterator

import pytest

from advisor import Advisor
from advisor.dialogue.charts import numbers
from advisor.dialogue.reply import Bar, Bars, Reply, Table

ROLES = ("data scientist", "ML engineer", "data engineer", "statistician")
QUESTIONS = (
    *(f"what does a {role} earn?" for role in ROLES),
    *(f"{role} salary in germany" for role in ROLES),
    *(f"outlook for a {role}" for role in ROLES),
    *(f"who earns more, a {a} or a {b}?" for a in ROLES for b in ROLES if a < b),
    "senior data analyst pay",
    "AI engineer pay and outlook",
    "software engineer or MLOps engineer pay",
)


def reply_to(advisor: Advisor, text: str) -> Reply:
    return advisor.step(advisor.start(), text).reply


def charts(reply: Reply) -> Iterator[Bars]:
    for block in reply.blocks:
        inner: object = block
        while isinstance(inner, Bars):
            yield inner
            inner = inner.words


def bars(reply: Reply) -> list[Bar]:
    return [bar for chart in charts(reply) for bar in chart.bars]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_bar_shows_no_number_that_the_words_lack(
    advisor: Advisor, question: str
) -> None:
    reply = reply_to(advisor, question)
    told = numbers(reply.text)

    for bar in bars(reply):
        assert numbers(bar.shown) <= told
        drawn = {bar.middle, *(bar.quartiles or ()), *(bar.ends or ())} - {None}
        assert drawn <= told
        assert all(digits in reply.text for digits in re.findall(r"\d+", bar.note))
        assert bar.marks
        assert all(mark in reply.text for mark in re.findall(r"\[\d+\]", bar.marks))
        assert re.search(r"\d{4}", bar.note)


def test_pay_compared_stands_on_one_scale(advisor: Advisor) -> None:
    reply = reply_to(advisor, "compare the pay of an AI engineer and an MLOps engineer")
    (chart,) = charts(reply)

    assert "USD a year" in chart.heading
    assert [bar.label for bar in chart.bars] == ["AI engineers", "MLOps engineers"]
    assert chart.bars[0].quartiles == (124_000.0, 212_000.0)
    assert chart.spread


def test_other_currencies_stand_on_other_scales(advisor: Advisor) -> None:
    for question in QUESTIONS:
        for chart in charts(reply_to(advisor, question)):
            units = {bar.shown[:3] for bar in chart.bars if chart.spread}
            assert len({"$" if unit[0] == "$" else unit for unit in units}) <= 1


def test_growth_is_drawn_beside_other_growth(advisor: Advisor) -> None:
    reply = reply_to(advisor, "is the job of data scientist growing?")
    shown = {bar.label: bar.shown for bar in bars(reply)}

    assert shown.get("Data scientists") == "34%"


def test_drawings_change_no_word(advisor: Advisor) -> None:
    for question in QUESTIONS:
        reply = reply_to(advisor, question)
        for chart in charts(reply):
            assert chart.plain == chart.words.plain
        assert reply.text == "\n".join(block.plain for block in reply.blocks)


def test_a_comparison_is_a_table_whose_words_are_a_list(advisor: Advisor) -> None:
    reply = reply_to(advisor, "compare data scientist and data engineer")
    (table,) = [block for block in reply.blocks if isinstance(block, Table)]

    assert table.heads == ("Data scientists", "Data engineers")
    assert table.plain.startswith("- Data scientists")
