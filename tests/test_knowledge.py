"""The knowledge: whole, cited, and said as it stands in the files."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from advisor import Advisor, Turn
from advisor.commands import run
from advisor.data.files import read_files
from advisor.dialogue.units import converted

HERE = Path(__file__).parent
QUESTIONS: dict[str, dict[str, list[str]]] = yaml.safe_load(
    (HERE / "role_topic_questions.yaml").read_text("utf-8")
)
RATE = 0.93
"""Of the 280 questions, written without sight of the data; the aim is all."""
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
YEAR_LONG = "how long would that take"


def asked() -> list[tuple[str, str, str]]:
    return [
        (role, topic, text)
        for role, topics in QUESTIONS.items()
        for topic, texts in topics.items()
        for text in texts
    ]


def numbers(text: str) -> set[str]:
    """Return the numbers of a text, digits only, list marks and sources aside."""
    plain = re.sub(r"\[\d+\]|^\d+\. ", "", text, flags=re.MULTILINE)
    found = (re.sub(r"[,.]", "", number) for number in NUMBER.findall(plain))
    return {number for number in found if number}


def known_numbers() -> set[str]:
    files = read_files()
    return numbers("\n".join(content.decode() for content in files.values()))


def answers(turn: Turn, role: str, topic: str) -> bool:
    return any(
        (role in snippet.roles and snippet.topic in (topic, None) and snippet.sources)
        or (snippet.positions and role in snippet.roles and snippet.topic == topic)
        for snippet in turn.snippets
    )


def test_every_role_is_asked_about_on_every_topic(advisor: Advisor) -> None:
    catalog = advisor.engine.catalog

    assert set(QUESTIONS) == set(catalog.roles)
    assert all(set(topics) == set(catalog.topics) for topics in QUESTIONS.values())
    assert len(asked()) == 280


def test_questions_are_answered_from_their_role_and_topic(advisor: Advisor) -> None:
    start = advisor.start()
    missed = [
        (role, topic, text)
        for role, topic, text in asked()
        if not answers(advisor.step(start, text), role, topic)
    ]

    assert 1 - len(missed) / len(asked()) >= RATE, missed


def test_no_cell_of_the_grid_is_empty(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["facts", "--grid"]) == 0

    rows = capsys.readouterr().out.strip().split("\n")[2:]
    assert len(rows) == 10
    assert not [row for row in rows if re.search(r"\s-(\s|$)", row)]


def test_every_number_that_is_said_stands_in_the_files(advisor: Advisor) -> None:
    """Digit by digit; only what the advisor converts or adds up itself is not there."""
    known = known_numbers()
    start = advisor.start()
    made_up: dict[str, Any] = {}
    for _, _, text in asked():
        turn = advisor.step(start, text)
        figures = [f for s in turn.snippets for f in s.figures]
        units = ("month", "week", "hour", "lakh")
        own = {
            n
            for unit in units
            for sum_ in converted(figures, unit)
            for n in numbers(sum_)
        }
        strange = numbers(turn.reply.text) - known - own
        if strange:
            made_up[text] = strange

    assert not made_up


@pytest.mark.parametrize(
    ("text", "place", "level"),
    [
        ("senior data engineer salary in Germany", "germany", "senior"),
        ("what do junior data analysts earn in the UK", "uk", "entry"),
        ("ML engineer salary in Canada for seniors", "canada", "senior"),
        ("software engineer pay in Brazil", "brazil", None),
        ("data scientist salary in India", "india", None),
    ],
)
def test_pay_is_said_for_the_place_and_level(
    advisor: Advisor, text: str, place: str, level: str | None
) -> None:
    turn = advisor.step(advisor.start(), text)
    names = advisor.engine.library.terms(turn.snippets[0]).names

    assert f"place:{place}" in names
    assert level is None or f"level:{level}" in names


def test_what_is_not_held_is_said(advisor: Advisor) -> None:
    reply = advisor.step(advisor.start(), "statistician pay in Norway").reply.text

    assert "nothing on pay for Norway" in reply


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        ("data scientist salary per month in the US", "$9,382"),
        ("how much does a data scientist make an hour in the US", "$54"),
    ],
)
def test_sums_are_said_in_the_unit_asked_for(
    advisor: Advisor, text: str, sum_: str
) -> None:
    assert sum_ in advisor.step(advisor.start(), text).reply.text


def test_a_move_is_answered_for_the_job_it_leads_to(advisor: Advisor) -> None:
    turn = advisor.step(
        advisor.start(), "can a software engineer become a data engineer?"
    )

    assert {s.role for s in turn.snippets} == {"data_engineer"}


def test_check_tells_warnings_from_errors(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for path, content in read_files().items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    sources = tmp_path / "knowledge" / "sources.yaml"
    extra = "unused_one:\n  title: A\n  publisher: B\n  date: '2024'\n  kind: article\n"
    sources.write_text(sources.read_text("utf-8") + extra + "  trust: low\n", "utf-8")

    assert run(["check", "--data", str(tmp_path)]) == 0
    assert "unused_one" in capsys.readouterr().out
    assert run(["check", "--strict", "--data", str(tmp_path)]) == 3
    capsys.readouterr()
    assert run(["check", "--json", "--data", str(tmp_path)]) == 0
    line = json.loads(capsys.readouterr().out)
    assert (line["severity"], line["file"]) == ("warning", "knowledge/sources.yaml")
    assert line["line"] > 700


def test_the_shipped_data_have_no_warnings() -> None:
    assert run(["check", "--strict"]) == 0


def test_an_eleventh_role_needs_only_yaml(tmp_path: Path) -> None:
    """What `knowledge/README.md` says under "Add a role", step by step."""
    for path, content in read_files().items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (tmp_path / "knowledge" / "roles" / "quantum_engineer.yaml").write_text(
        "name: quantum engineer\nplural: quantum engineers\nnames: [qubit wrangler]\n"
        "topics:\n  overview:\n    - id: what\n"
        "      text: Quantum engineers build machines that reckon with qubits.\n"
        "      sources: [bls_ooh_ds]\n  salary:\n    - id: none\n"
        "      text: No source here says what quantum engineers earn.\n"
        "      sources: [bls_ooh_ds]\n",
        "utf-8",
    )

    assert run(["check", "--data", str(tmp_path)]) == 0
    advisor = Advisor.load(data=str(tmp_path))
    for text, topic in (
        ("what does a quantum engineer do?", "overview"),
        ("quantum engineer salary", "salary"),
        ("how much do qubit wranglers make", "salary"),
    ):
        turn = advisor.step(advisor.start(), text)
        assert [s.id.split(".")[:2] for s in turn.snippets] == [
            ["quantum_engineer", topic]
        ]
    ranking = advisor.recommend(["I love coding", "I like maths"]).suggestion.ranked
    assert "quantum_engineer" in dict(ranking.order)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("which companies hire data engineers?", "Which company hires"),
        ("is Google hiring ML engineers right now", "Which company hires"),
        ("what does Amazon pay data scientists", "no pay for single companies"),
        ("best data science bootcamp in Pune", "rank no single course"),
        ("do I need a visa to work as a data engineer", "Visa and permit rules"),
    ],
)
def test_what_no_source_can_say_is_said_with_the_nearest(
    advisor: Advisor, text: str, says: str
) -> None:
    turn = advisor.step(advisor.start(), text)

    assert says in turn.reply.text
    assert turn.snippets


@pytest.mark.parametrize(
    "text",
    [
        "what do companies look for in a data scientist",
        "is a bootcamp enough to become a data analyst",
        "do data engineers get paid well",
    ],
)
def test_what_is_held_is_not_declined(advisor: Advisor, text: str) -> None:
    reply = advisor.step(advisor.start(), text).reply.text

    assert "do not hold" not in reply
    assert "I hold no" not in reply
    assert "I rank no" not in reply


def test_an_old_figure_is_called_old(advisor: Advisor) -> None:
    text = "how satisfied are data scientists with their job?"

    assert "Mind the age" in advisor.step(advisor.start(), text).reply.text


def test_one_weak_source_is_called_that(advisor: Advisor) -> None:
    turn = advisor.step(advisor.start(), "what is an ML engineer interview like?")

    assert "one source" in turn.reply.text


def test_a_path_tells_its_length_its_resources_and_its_projects(
    advisor: Advisor,
) -> None:
    state = advisor.start()
    for text, says in (
        ("how long does it take to become a data engineer?", "at 6 hours it"),
        ("free resources to learn data engineering", "The Python Tutorial"),
        ("I love pipelines and SQL, I hate statistics", ""),
        ("what suits me?", "at 12 hours"),
        ("what are the steps?", "Two projects to show"),
    ):
        turn = advisor.step(state, text)
        state = turn.state
        assert says in turn.reply.text


def test_what_was_spoken_of_is_compared_with_two_others(advisor: Advisor) -> None:
    state = advisor.step(advisor.start(), "what does a statistician do?").state

    turn = advisor.step(state, "compare it with data analyst and BI analyst on skills")

    (frame,) = turn.understood
    assert set(frame.roles) == {
        "statistician",
        "data_analyst",
        "business_intelligence_analyst",
    }
