"""The bar at the bottom shows what is noted first, as far as it fits."""

import pytest

from advisor import Advisor
from advisor.dialogue.state import State
from advisor.terminal.toolbar import toolbar_text
from advisor.terminal.width import columns


def after(advisor: Advisor, *lines: str) -> State:
    state = advisor.start()
    for line in lines:
        state = advisor.step(state, line).state
    return state


@pytest.mark.parametrize("width", [12, 20, 40, 60, 120])
def test_what_is_noted_goes_before_the_rest(advisor: Advisor, width: int) -> None:
    state = after(advisor, "I love charts and I know SQL, Excel and Tableau")
    shown = toolbar_text(advisor, state, width)

    assert columns(shown) <= width
    assert shown.startswith("Noted: ")


def test_both_are_shown_where_there_is_room(advisor: Advisor) -> None:
    state = after(advisor, "I love charts and I know SQL, Excel and Tableau")

    assert "/suggest" in toolbar_text(advisor, state, 120)


def test_where_one_comes_from_is_noted_too(advisor: Advisor) -> None:
    state = after(advisor, "I am a nurse")

    assert "nurse" in toolbar_text(advisor, state, 80)
    assert advisor.standing(state)[1] > 1
