"""A suggestion can be argued with: each critique says what it moved; undo works."""

import pytest
from test_recommend import conversations

from advisor import Advisor, State, Turn
from advisor.recommend.rank import rank

SAYS = (
    "I love digging into data and statistics",
    "I enjoy explaining findings to the business",
    "I know Python, SQL and R",
    "I hate being on call",
    "I like maths",
    "what would you suggest?",
)


@pytest.fixture(scope="module")
def suggested(advisor: Advisor) -> Turn:
    state = advisor.start()
    for text in SAYS:
        turn = advisor.step(state, text)
        state = turn.state
    assert turn.suggestion is not None
    return turn


def held(state: State) -> dict[str, tuple[int, str]]:
    return {i.trait: (i.polarity, i.means) for i in state.memory.profile}


@pytest.mark.parametrize(
    ("says", "trait", "now"),
    [
        ("less maths please", "mathematics", (-1, "dislike")),
        ("what if I learned Java", "java", (1, "know")),
        ("what if I learned Java?", "java", (1, "know")),
        ("suppose I knew C++", "cpp", (1, "know")),
        ("what if I hated maths", "mathematics", (-1, "dislike")),
        ("I have only 5 hours a week", "hours_per_week", (1, "limit")),
        ("ignore the salary", "high_pay", (0, "neutral")),
        ("don't count the maths", "mathematics", (0, "neutral")),
        ("I'd rather stay in Berlin", "place", (1, "limit")),
        ("no, I like SQL", "sql", (1, "like")),
        ("nope, I hate statistics", "statistics", (-1, "dislike")),
    ],
)
def test_a_critique_changes_the_state_and_can_be_undone(
    advisor: Advisor, suggested: Turn, says: str, trait: str, now: tuple[int, str]
) -> None:
    turn = advisor.step(suggested.state, says)
    back = advisor.step(turn.state, "undo")

    assert held(turn.state)[trait] == now
    assert turn.suggestion is not None
    assert back.state.memory == suggested.state.memory
    for item in turn.state.memory.profile:
        assert any(item.quote in text for text in (*SAYS, says))


@pytest.mark.parametrize("says", ["less maths please", "what if I learned Java"])
def test_what_moved_is_said_in_true_shares(
    advisor: Advisor, suggested: Turn, says: str
) -> None:
    catalog = advisor.engine.catalog
    turn = advisor.step(suggested.state, says)
    was, now = (
        rank(state.memory.profile, list(catalog.roles), catalog.advice)
        for state in (suggested.state, turn.state)
    )
    lines = [line for line in turn.reply.text.splitlines() if ": from " in line]

    assert "That moves my sums" in turn.reply.text
    assert lines
    names = {role.name: key for key, role in catalog.roles.items()}
    for line in lines:
        name, _, shares = line.removeprefix("- ").partition(": from ")
        key = names[name]
        old, new = (round(100 * r.probability(key)) for r in (was, now))
        assert shares == f"{old}% to {new}%"


def test_what_moves_nothing_says_so(advisor: Advisor, suggested: Turn) -> None:
    turn = advisor.step(suggested.state, "ignore the salary")

    assert "That moves nothing in my sums" in turn.reply.text


def test_why_not_another_role_names_what_decided(
    advisor: Advisor, suggested: Turn
) -> None:
    turn = advisor.step(suggested.state, "why not data scientist")

    assert "ahead of data scientist" in turn.reply.text
    assert turn.state.memory.profile == suggested.state.memory.profile


def test_critiques_are_offered_and_each_is_understood(
    advisor: Advisor, suggested: Turn
) -> None:
    [offer] = [x for x in suggested.reply.text.splitlines() if "argue with it" in x]
    says = offer.split('"')[1::2]

    assert 2 <= len(says) <= 3
    for text in says:
        turn = advisor.step(suggested.state, text)
        acts = {frame.act for frame in turn.understood}
        assert acts & {"recommend", "tell"}, text


def test_a_place_moves_no_share(advisor: Advisor, suggested: Turn) -> None:
    turn = advisor.step(suggested.state, "I'd rather stay in Berlin")

    assert turn.suggestion is not None
    assert suggested.suggestion is not None
    assert turn.suggestion.ranked == suggested.suggestion.ranked
    assert turn.state.memory.focus.place == "berlin"


def test_before_a_suggestion_nothing_is_a_critique(advisor: Advisor) -> None:
    turn = advisor.step(advisor.start(), "what if I learned Java")

    assert turn.suggestion is None
    assert not turn.state.memory.profile


def test_a_suggestion_says_what_its_status_has_meant(suggested: Turn) -> None:
    assert suggested.suggestion is not None
    assert suggested.suggestion.status == "leaning"
    assert "about 6 in 10 held one of the two jobs" in suggested.reply.text
    assert "2020 to 2022" in suggested.reply.text


def test_of_roles_that_no_survey_counted_no_share_is_told(advisor: Advisor) -> None:
    state = advisor.start()
    for text in (
        "I love building apps on large language models",
        "prompts and agents are fun",
        "I like releasing fast",
        "training models bores me",
        "what would you suggest?",
    ):
        turn = advisor.step(state, text)
        state = turn.state

    assert turn.suggestion is not None
    assert turn.suggestion.ranked.top == "ai_engineer"
    assert "in 10 held" not in turn.reply.text


def test_a_dealbreaker_is_called_so(advisor: Advisor) -> None:
    state = advisor.start()
    for text in ("I hate coding", "I love dashboards", "I know Power BI"):
        state = advisor.step(state, text).state
    turn = advisor.step(state, "what would you suggest?")

    [line] = [x for x in turn.reply.text.splitlines() if "can hardly avoid" in x]
    assert '"I hate coding"' in line
    assert "software engineers" in line


def test_a_tie_comes_with_a_question_that_can_break_it(advisor: Advisor) -> None:
    catalog = advisor.engine.catalog
    probes = {probe.id: probe for probe in catalog.advice.probes}
    ties = 0
    for says in conversations():
        state = advisor.start()
        for text in says:
            state = advisor.step(state, text).state
        turn = advisor.step(state, "which job would you suggest for me?")
        if turn.suggestion is None or turn.suggestion.status != "tie":
            continue
        two = (turn.suggestion.ranked.top, turn.suggestion.ranked.second)
        ahead = set()
        assert turn.asked is not None
        for number in range(1, len(probes[turn.asked.id].choices) + 1):
            after = advisor.step(turn.state, str(number)).state.memory.profile
            ranked = rank(after, list(catalog.roles), catalog.advice)
            ahead.add(max(two, key=ranked.probability))
        ties += ahead == set(two)

    assert ties >= 8
