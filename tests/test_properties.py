"""What holds for any text at all."""

import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests_support import shared_advisor

from advisor import Advisor, State

WORDS = st.sampled_from(
    [
        *[
            "what",
            "how",
            "much",
            "do",
            "data",
            "scientists",
            "earn",
            "MLE",
            "and",
            "the",
            "other",
            "one",
            "?",
            ".",
            ",",
            "/",
            "->",
        ],
        *[
            "no",
            "I",
            "meant",
            "hate",
            "love",
            "statistics",
            "undo",
            "start",
            "over",
            "yes",
            "2",
            "in",
            "Germany",
        ],
        *[
            "senior",
            "why",
            "repeat",
            "more",
            "skills",
            "vs",
            "difference",
            "{role}",
            "\u200b",
            "\u202e",
        ],
        *("\x1b[31m", "\x9b2J", "\N{COLLISION SYMBOL}", "n\u0303", "\ufdfd"),
    ]
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=14).map(" ".join))
SLOW = settings(deadline=None, suppress_health_check=list(HealthCheck))


def is_clean(text: str) -> bool:
    return not any(
        unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in text if c != "\n"
    )


@SLOW
@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_any_texts_get_clean_replies_and_a_state_that_survives(
    texts: list[str],
) -> None:
    """A reply without control characters; a state that JSON gives back."""
    advisor = shared_advisor()
    state = advisor.start()
    for number, text in enumerate(texts, 1):
        turn = advisor.step(state, text)

        assert turn.reply.text
        assert len(turn.reply.text) <= 5000
        assert is_clean(turn.reply.text)
        assert turn.state.turn == number
        assert State.from_json(turn.state.to_json()) == turn.state
        state = turn.state


@SLOW
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_the_same_words_give_the_same_words(texts: list[str]) -> None:
    advisor = shared_advisor()

    def replies(through_json: bool) -> list[str]:  # noqa: FBT001
        state, said = advisor.start(), []
        for text in texts:
            turn = advisor.step(state, text)
            said.append(turn.reply.text)
            state = turn.state
            if through_json:
                state = State.from_json(state.to_json())
        return said

    assert replies(through_json=False) == replies(through_json=True)


QUESTIONS = st.sampled_from(
    [
        "how much do data scientists earn",
        "what does an ml engineer do",
        "do i need a degree for data engineering",
        "difference between data analyst and data scientist",
        "is remote work possible for statisticians",
    ]
)


@SLOW
@given(QUESTIONS, st.randoms(use_true_random=False))
def test_case_and_spacing_change_nothing(question: str, random: object) -> None:
    advisor = shared_advisor()
    plain = advisor.step(advisor.start(), question)
    loud = advisor.step(advisor.start(), f"  {question.upper().replace(' ', '   ')}  ")
    del random

    assert [(f.act, f.roles, f.topics) for f in loud.understood] == [
        (f.act, f.roles, f.topics) for f in plain.understood
    ]


@SLOW
@given(st.lists(TEXTS, min_size=1, max_size=4), TEXTS)
def test_undo_restores_what_was_held(texts: list[str], last: str) -> None:
    advisor = shared_advisor()
    state = advisor.start()
    for text in texts:
        state = advisor.step(state, text).state
    after = advisor.step(state, last).state
    if after.memory != state.memory and len(after.undo) > len(state.undo):
        assert advisor.step(after, "undo").state.memory == state.memory


def test_every_name_of_the_vocabulary_is_answered(advisor: Advisor) -> None:
    """A sweep: each name of each role, asked about, is read as that role."""
    for role in advisor.engine.catalog.roles.values():
        for name in (role.name, role.plural, *role.names, *role.cased):
            turn = advisor.step(advisor.start(), f"what does a {name} do?")

            assert any(role.id in frame.roles for frame in turn.understood), name


ROLES = st.sampled_from(["data scientist", "mlops engineer", "BI analyst", "DE", "MLE"])
TOPICS = st.sampled_from(["salary", "skills", "outlook", "education", "interview"])
QUESTIONS = st.one_of(
    st.builds("what are the {0} of {1}?".format, TOPICS, ROLES),
    st.builds("{0} vs {1}, {2}?".format, ROLES, ROLES, TOPICS),
    st.builds("tell me {0}, {1} and {2} of {3}.".format, TOPICS, TOPICS, TOPICS, ROLES),
    st.just("what should I become?"),
)


@SLOW
@given(st.lists(QUESTIONS, min_size=3, max_size=9))
def test_many_questions_at_once_fit_into_one_reply(questions: list[str]) -> None:
    advisor = shared_advisor()
    state = advisor.step(advisor.start(), "I love maths and SQL").state

    reply = advisor.step(state, " ".join(questions)).reply.text

    assert len(reply) <= 5_000
