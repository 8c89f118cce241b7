"""An answer is taken whatever else its line says."""

import pytest

from advisor import Advisor
from advisor.dialogue.answers import Told, told_in
from advisor.text import words

ANSWERS = {
    "serve_or_find_out": {
        "the second is my daily bread and I'm sick of it": ("", "find_out"),
        "the first; the second is what I do all day and it bores me": (
            "serve",
            "find_out",
        ),
        "hmm, finding out why I suppose?": ("find_out", ""),
        "why it moved, no question": ("find_out", ""),
        "serving a million people sounds great": ("serve", ""),
    },
    "night_or_day": {
        "something that can wait, we have a newborn": ("wait", ""),
        "I'd take a turn if the money is right": ("night", ""),
        "I wouldn't mind a turn now and then": ("night", ""),
        "being woken? no thanks": ("", "night"),
        "my turn, fine": ("night", ""),
        "nights are what I'm running from": ("", "night"),
        "nights don't bother me": ("night", ""),
    },
    "dashboard_or_experiment": {
        "test. I have done nothing else for years": ("experiment", ""),
        "a dashboard, nah. Test what works": ("experiment", "dashboard"),
        "anything but the dashboard": ("", "dashboard"),
        "build the dashboard, it just makes sense to them": ("dashboard", ""),
        "the dashboard, although it scares me": ("dashboard", ""),
        "1, no wait, 2": ("experiment", ""),
        "the test, not the dashboard": ("experiment", "dashboard"),
        "I did dashboards for years so the other thing": ("experiment", "dashboard"),
        "I already make dashboards every week, so the other one": (
            "experiment",
            "dashboard",
        ),
        "option 2, since I like maths": ("experiment", ""),
        "the latter, though I never did it": ("experiment", ""),
        "both, of course": ("dashboard experiment", ""),
    },
    "study_or_job": {
        "learning on the job, clearly": ("job", ""),
        "more study at my age? no. On the job": ("job", "degree"),
        "on the job, I have a degree already": ("job", ""),
    },
    "people_or_quiet": {
        "with the people, any day": ("people", ""),
        "alone, I can't stand meetings": ("quiet", ""),
    },
}
RESTS = {
    "dashboard_or_experiment": {
        "the dashboard, but is R needed?": "but is R needed?",
        "test, I've run trials for years": "I've run trials for years",
        "neither. What do they earn?": "What do they earn?",
        "the test, it's what I know best": "",
    },
    "night_or_day": {
        "work that can wait, my son is four": "my son is four",
    },
}
NONE = {
    "dashboard_or_experiment": [
        "what is a dashboard?",
        "is the test harder",
        "dashboard or test, hard to say",
        "first I would like to know the pay",
        "the first thing I think of is money",
        "whatever pays more",
        "neither maths nor dashboards",
        "I love dashboards",
        "the report I got yesterday was rubbish",
        "test results scare me",
    ],
    "serve_or_find_out": [
        "I don't see why I'd trust a machine",
        "I'd like to find out why you ask",
        "the model of this chat escapes me",
    ],
    "night_or_day": ["my turn to ask: what do they earn?", "wait, what is that?"],
    "people_or_quiet": [
        "people in my office are annoying",
        "do they talk to people?",
    ],
}


def told(advisor: Advisor, question: str, line: str) -> tuple[Told | None, list[str]]:
    catalog = advisor.engine.catalog
    probe = next(p for p in catalog.advice.probes if p.id == question)
    names = [
        [" ".join(words(name)) for name in (choice.text, *choice.names)]
        for choice in probe.choices
    ]
    return told_in(line, names, catalog.language), [c.id for c in probe.choices]


@pytest.mark.parametrize(
    ("question", "line", "wanted"),
    [(q, line, want) for q, some in ANSWERS.items() for line, want in some.items()],
)
def test_an_answer_is_found(
    advisor: Advisor, question: str, line: str, wanted: tuple[str, str]
) -> None:
    found, ids = told(advisor, question, line)
    assert found is not None
    sides = (found.drawn, found.off)
    assert tuple(" ".join(ids[i] for i in side) for side in sides) == wanted


@pytest.mark.parametrize(
    ("question", "line", "rest"),
    [(q, line, rest) for q, some in RESTS.items() for line, rest in some.items()],
)
def test_what_else_a_line_says_is_left(
    advisor: Advisor, question: str, line: str, rest: str
) -> None:
    found, _ = told(advisor, question, line)
    assert found is not None
    assert found.rest == rest


@pytest.mark.parametrize(
    ("question", "line"), [(q, line) for q, some in NONE.items() for line in some]
)
def test_what_answers_nothing_is_not_taken(
    advisor: Advisor, question: str, line: str
) -> None:
    assert told(advisor, question, line)[0] is None


def test_what_jobs_ask_for_is_known(advisor: Advisor) -> None:
    catalog = advisor.engine.catalog
    known = {key.partition(":")[2] for key in catalog.entities}
    for uses in catalog.advice.of_jobs.values():
        assert set(uses) <= known
