"""Long texts are skimmed, nothing of them kept unasked; languages are recognised."""

import pytest

from advisor import Advisor
from advisor.dialogue.paste import USE
from advisor.text import MOST_CHARACTERS

CV = (
    "Analyst with eight years in retail banking. Built dashboards in Tableau for the "
    "finance team, automated reports with Python and SQL, presented to directors. "
    "I hate meetings. Earlier a junior business intelligence analyst. "
) * 12
LANGUAGES = {
    "es": "¿Cuánto gana un científico de datos?",
    "fr": "Combien gagne un analyste de données ?",
    "de": "Was verdient ein Dateningenieur?",
    "pt": "Quanto ganha um cientista de dados?",
    "it": "Quanto guadagna un analista di dati?",
    "nl": "Hoeveel verdient een data scientist?",
    "pl": "Ile zarabia analityk danych?",
    "tr": "Veri bilimci ne kadar kazan\u0131yor?",
    "ru": "Сколько зарабатывает аналитик данных?",
    "hi": "डेटा साइंटिस्ट का वेतन कितना है?",
    "zh": "数据科学家的工资是多少?",
    "ja": "データサイエンティストの年収は?",
    "ko": "데이터 과학자 연봉은?",
    "ar": "كم راتب عالم بيانات؟",
}


def test_a_long_text_is_asked_about_before_it_is_used(advisor: Advisor) -> None:
    turn = advisor.step(advisor.start(), CV)

    assert f"{len(CV.split()):,} words" in turn.reply.text
    assert turn.asked is not None
    assert turn.asked.id == USE
    assert not turn.profile


def test_a_yes_uses_it_and_a_no_does_not(advisor: Advisor) -> None:
    state = advisor.step(advisor.start(), CV).state

    used = advisor.step(state, "yes")
    left = advisor.step(state, "no")

    assert {"python", "sql", "tableau"} <= {item.trait for item in used.profile}
    assert "meetings" not in {item.trait for item in used.profile}
    assert all(item.quote in CV for item in used.profile)
    assert not left.profile


def test_a_question_at_its_end_is_answered(advisor: Advisor) -> None:
    turn = advisor.step(advisor.start(), CV + "How much do data engineers earn?")

    assert [f.topics for f in turn.understood] == [("salary",)]
    assert turn.snippets


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_of_its_own_and_then_the_answer(advisor: Advisor, language: str) -> None:
    turn = advisor.step(advisor.start(), LANGUAGES[language])
    says = next(t.says for t in advisor.engine.catalog.tongues if t.id == language)

    assert turn.reply.text.startswith(says)
    assert [f.topics for f in turn.understood] == [("salary",)]
    assert turn.snippets


def test_the_state_stays_small(advisor: Advisor) -> None:
    """At most 300 bytes a turn, the kept undo aside, whatever is said."""
    state = advisor.start()
    lines = ("I love coding", "what do DEs earn in India?", "blorp", "undo", "why?")
    turns = 400
    for i in range(turns):
        state = advisor.step(state, lines[i % len(lines)]).state
    kept = len(state.to_json())
    undo = (
        len(state.to_json())
        - len(type(state).from_json(state.to_json()).to_json())
        + sum(len(repr(m)) for m in (*state.undo, *state.redo))
    )

    assert kept - undo <= 300 * turns


@pytest.mark.parametrize(
    "text",
    [
        "x" * MOST_CHARACTERS,
        "kill " * 20_000,
        "data scientist " * 5_000,
        "machne lerning enginer " * 4_000,
        "a@" * 40_000,
        "1 " * 50_000,
        "(" * MOST_CHARACTERS,
        "not " * 20_000 + "good",
        "\N{COMBINING ACUTE ACCENT}" * MOST_CHARACTERS,
        "数据科学家" * 20_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_huge_lines_are_answered_in_order(advisor: Advisor, text: str) -> None:
    turn = advisor.step(advisor.start(), text)

    assert len(turn.reply.text) <= 5_000
    assert not turn.profile
