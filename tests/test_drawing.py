"""Replies drawn: every line fits, every word is there, in every look."""

import re

import pytest
from prompt_toolkit.utils import get_cwidth

from advisor import Advisor
from advisor.dialogue.reply import (
    Ask,
    Bar,
    Bars,
    Block,
    Heading,
    Items,
    Numbered,
    Ranking,
    Reasons,
    Reply,
    Say,
    Sources,
    Table,
    Timeline,
)
from advisor.terminal.draw import draw
from advisor.terminal.style import Look, paint, to_ascii
from advisor.terminal.width import columns, cut
from advisor.terminal.wrap import wrap

ODD = "数据科学家 👩‍💻 ❤️ e\u0301 " + "x" * 130
WIDTHS = (10, 19, 39, 79, 119)
LEGEND = ("the figure named", "the middle half", "what lies around it")
BARS = (
    Bar("Data scientists", 112_590.0, "$112,590", "median, US, 2024", "[1]"),
    Bar(
        f"Statisticians {ODD}",
        103_300.0,
        "$103,300",
        f"median {ODD}, US, 2024",
        "[2]",
        (90_000.0, 120_000.0),
        (60_390.0, 170_700.0),
    ),
    Bar("Seniors", None, "$5 to $9", "a range", "[3]", None, (5.0, 9.0)),
)
BLOCKS = (
    Say(f"A paragraph {ODD} [1][2]"),
    Heading(f"Heading {ODD}:"),
    Items(("one", ODD)),
    Numbered(("one", ODD)),
    Ask("id", f"Which? {ODD}", ("the first", ODD)),
    Sources("Sources:", (f"[1] A title {ODD}", "[2] Another")),
    Table(("Data scientists", "Statisticians"), (f"They {ODD} [1]", "They count.")),
    Reasons("for", "Because:", ("you said so", ODD)),
    Reasons("against", "Against:", (ODD,)),
    Timeline("A path:", ("Learn SQL.", ODD, "Rest."), (3, 12, 1)),
    Ranking(Say("It leans."), ("statistician", ODD[:9]), (0.6, 0.2), ("", "")),
    Ranking(Items(("a: 60%",)), ("a", "b"), (0.6, 0.0), ("60%", "under 1%")),
    Bars(Say("They earn."), "Pay", BARS, LEGEND, spread=True),
    Bars(Say("They grow."), "Growth", BARS[:1] * 2, LEGEND, spread=False),
)
NAMES = [f"{n} {type(block).__name__}" for n, block in enumerate(BLOCKS)]


@pytest.mark.parametrize("shares", [(0.5, 0.25), (0.14, 0.13), (0.5, 0.5)])
def test_shares_are_drawn_as_parts_of_a_whole(shares: tuple[float, float]) -> None:
    look = Look(79, ascii=True, drawn=True)
    block = Ranking(Say("It leans."), ("a", "b"), shares, ("", ""))
    bars = [
        line.split()[1]
        for line in paint(draw(Reply((block,)), look), look).split("\n")[1:3]
    ]

    for bar, share in zip(bars, shares, strict=True):
        assert abs(bar.count("#") / len(bar) - share) < 1 / len(bar)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("drawn", [True, False])
def test_no_line_is_wider_than_the_window(
    width: int, *, ascii_only: bool, drawn: bool
) -> None:
    look = Look(width, ascii=ascii_only, drawn=drawn)
    for block in BLOCKS:
        painted = paint(draw(Reply((block, Say("and so on"))), look), look)

        assert max(map(columns, painted.split("\n"))) <= width
        assert painted.isascii() or not ascii_only


@pytest.mark.parametrize("block", BLOCKS, ids=NAMES)
def test_a_drawing_leaves_no_word_out(block: Block) -> None:
    look = Look(79)
    shown = paint(draw(Reply((block,)), look), look)
    letters = re.sub(r"[\s│─━●▶·█]", "", shown)

    for word in re.findall(r"\w+", block.plain):
        assert all(part in letters for part in re.findall(r"\w{1,20}", word)[:1])


def test_colours_are_of_the_sixteen_and_end_where_they_began() -> None:
    look = Look(79, colour=True)
    painted = paint(draw(Reply(BLOCKS), look), look)
    codes = re.findall(r"\x1b\[([\d;]*)m", painted)

    assert codes
    assert all(re.fullmatch(r"0|(1;)?(3[0-7]|9[0-7])|1", code) for code in codes)
    assert all(line.count("\x1b[") % 2 == 0 for line in painted.split("\n"))
    plain = paint(draw(Reply(BLOCKS), Look(79)), Look(79))
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == plain


def test_bars_stand_on_one_scale() -> None:
    look = Look(79)
    chart = Bars(Say("x"), "Pay", (BARS[0], BARS[0]), LEGEND, spread=False)
    first, second = [
        line
        for line in paint(draw(Reply((chart,)), look), look).split("\n")
        if "█" in line
    ]
    assert first.count("█") == second.count("█")


def test_a_table_is_stacked_where_it_is_narrow() -> None:
    table = Table(("One", "Two"), ("First text.", "Second text."))
    narrow = paint(draw(Reply((table,)), Look(39)), Look(39))
    wide = paint(draw(Reply((table,)), Look(79)), Look(79))

    assert narrow == "One\nFirst text.\n\nTwo\nSecond text."
    assert wide.split("\n")[0].split() == ["One", "│", "Two"]


def test_ascii_is_as_close_as_it_gets() -> None:
    assert to_ascii("\u201cna\u00efve\u201d \u2013 caf\u00e9\u2026 \u20ac5 \u6570") == (
        '"naive" - cafe... EUR5 ?'
    )


@pytest.mark.parametrize("text", ["e\u0301e\u0301", "数数", "👩‍💻👩‍💻", "❤️❤️"])
def test_marks_stay_with_their_letters(text: str) -> None:
    half = text[: len(text) // 2]

    assert cut(text, columns(half)) == (half, half)


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_plain_words_fit_too(advisor: Advisor, width: int) -> None:
    reply = advisor.step(advisor.start(), "ds vs mle").reply.text
    lines = wrap(f"{reply}\n- {ODD}", width).splitlines()

    assert max(get_cwidth(line) for line in lines) <= width
