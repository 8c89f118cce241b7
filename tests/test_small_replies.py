"""Small things that a user of the chat notices: repeats, undo, notes, marks."""

import re
from collections.abc import Sequence

import pytest

from advisor import Advisor, State, Turn
from advisor.dialogue.reply import Ask, Bars, Ranking, Reply, Say, Sources, Timeline


def talk(advisor: Advisor, *lines: str) -> Sequence[Turn]:
    """Return the turns of a conversation; each state goes through JSON."""
    turns: list[Turn] = []
    state = advisor.start()
    for line in lines:
        turns.append(advisor.step(state, line))
        state = State.from_json(turns[-1].state.to_json())
        assert state == turns[-1].state
    return turns


LIKES = "I love statistics, I love maths, I hate meetings, I know SQL"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("what does a data scientist earn?", Bars),
        ("which job would you suggest for me?", Timeline),
        ("where does that come from?", Sources),
    ],
)
def test_what_was_drawn_is_drawn_again(
    advisor: Advisor, line: str, kind: type[object]
) -> None:
    turns = talk(advisor, LIKES, "ds pay", line, "say that again")
    first, again = turns[-2].reply, turns[-1].reply

    if kind is Sources:  # looking at sources leaves the answer before to be repeated
        first = turns[1].reply
    assert any(isinstance(block, kind) for block in again.blocks)
    asked = [b for b in again.blocks if isinstance(b, Ask)]
    assert again.blocks[: len(again.blocks) - len(asked)] == tuple(
        block for block in first.blocks if not isinstance(block, Ask)
    )


def test_a_question_is_put_again_only_where_it_is_open(advisor: Advisor) -> None:
    asked, again, answered = talk(advisor, "I like coding", "what?", "1")[:3]

    assert asked.reply == again.reply
    assert again.asked is not None
    assert answered.profile != again.profile


def test_undo_and_redo_name_the_line(advisor: Advisor) -> None:
    *_, undone, redone = talk(advisor, "I hate meetings", "undo", "redo")

    assert '"I hate meetings"' in undone.reply.text
    assert '"I hate meetings"' in redone.reply.text


def test_undo_names_a_choice_by_its_words_and_a_long_line_by_its_beginning(
    advisor: Advisor,
) -> None:
    first, _, back = talk(advisor, "I like coding", "1", "undo")
    assert first.asked is not None
    assert f'"{first.asked.choices[0].text}"' in back.reply.text

    long = "I like coding " + "and cooking and walking " * 20
    assert len(talk(advisor, long, "undo")[-1].reply.text) < 160


def test_what_is_said_again_is_not_asked_for_again(advisor: Advisor) -> None:
    turn = talk(advisor, "I hate meetings", "skip", "I hate meetings")[-1]

    assert "rather do without meetings" in turn.reply.text
    assert "What do you like" not in turn.reply.text


def test_notes_of_one_kind_are_named_together(advisor: Advisor) -> None:
    (turn,) = talk(advisor, "I love maths and I love statistics")

    assert "you like maths and statistics." in turn.reply.text


def test_nothing_misses_once_a_suggestion_was_given(advisor: Advisor) -> None:
    before, after = talk(advisor, "I love statistics and maths", "suggest a job")

    assert advisor.standing(before.state)[1] > 0
    assert after.suggestion is not None
    assert advisor.standing(after.state)[1] == 0


def test_knowing_and_disliking_a_thing_is_no_contradiction(advisor: Advisor) -> None:
    knows, hates = talk(advisor, "I know SQL", "I hate SQL")
    assert hates.asked is None or hates.asked.id != "contradiction"
    assert knows.profile != hates.profile

    assert _id(talk(advisor, "I like SQL", "I hate SQL")[-1]) == "contradiction"


def test_what_is_only_supposed_contradicts_nothing(advisor: Advisor) -> None:
    *_, supposed = talk(advisor, LIKES, "suggest a job", "what if I hated statistics")

    assert "Let us suppose so" in supposed.reply.text
    assert _id(supposed) != "contradiction"


def test_what_was_undone_is_not_asked_about(advisor: Advisor) -> None:
    *_, clash, undone = talk(advisor, "I like SQL", "I hate SQL", "undo")

    assert _id(clash) == "contradiction"
    assert undone.asked is None


def _id(turn: Turn) -> str:
    return turn.asked.id if turn.asked else ""


def test_only_one_thing_is_asked_at_a_time(advisor: Advisor) -> None:
    _, turn = talk(advisor, "I like coding", "I have a cat")

    (question,) = (b for b in turn.reply.blocks if isinstance(b, Ask))
    others = [b.plain for b in turn.reply.blocks if b is not question]
    assert "?" not in "".join(others)


def test_a_comparison_that_was_given_is_given_as_such(advisor: Advisor) -> None:
    first, again = talk(advisor, "compare ds and mle", "compare ds and mle")

    assert first.reply.text not in ("", again.reply.text)
    assert again.reply.text.startswith("As I said:")


def test_a_number_that_answers_nothing_is_told_so(advisor: Advisor) -> None:
    (turn,) = talk(advisor, "2")

    assert "no question open" in turn.reply.text
    assert not turn.understood


def test_shares_are_drawn_under_the_words_on_the_first_role(advisor: Advisor) -> None:
    reply = talk(advisor, LIKES, "which job would you suggest for me?")[-1].reply
    (ranking,) = (block for block in reply.blocks if isinstance(block, Ranking))

    assert ranking.names[0] in ranking.plain
    assert "real people" not in ranking.plain


def test_marks_stand_in_order_and_once(advisor: Advisor) -> None:
    for line in ("what does a data scientist do?", "ds vs mle", "path to statistician"):
        for marks in re.findall(r"(?:\[\d+\])+", talk(advisor, line)[0].reply.text):
            found = [int(number) for number in re.findall(r"\d+", marks)]
            assert found == sorted(set(found))


def test_one_figure_has_one_bar(advisor: Advisor) -> None:
    reply = talk(advisor, "compare ds and mle pay in the UK")[0].reply
    bars = [bar for chart in _charts(reply) for bar in chart.bars]

    assert len({(bar.label, round(bar.middle or 0, -3)) for bar in bars}) == len(bars)


def _charts(reply: Reply) -> list[Bars]:
    found: list[Bars] = []
    for block in reply.blocks:
        inner: object = block
        while isinstance(inner, Bars):
            found.append(inner)
            inner = inner.words
    return found


def test_old_figures_are_named_once_in_a_repeat(advisor: Advisor) -> None:
    first, again = talk(advisor, "statistician pay in India", "repeat")

    assert again.reply.text == first.reply.text
    says = [block for block in again.reply.blocks if isinstance(block, Say)]
    assert len(says) == len(set(says))
