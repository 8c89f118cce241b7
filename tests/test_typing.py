"""What is typed: commands, completion, pastes."""

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.layout.processors import TransformationInput

from advisor import Advisor
from advisor.terminal.commands import COMMANDS, typed
from advisor.terminal.completer import Names
from advisor.terminal.paste import Chips, Pastes


def complete(names: Names, line: str) -> list[str]:
    found = names.get_completions(Document(line), CompleteEvent())
    return [c.text for c in found]


@pytest.fixture
def names(advisor: Advisor) -> Names:
    return Names(
        (command.name for command in COMMANDS),
        (*advisor.names(), *advisor.entity_names("skill", "tool")),
        {"/salary": (*advisor.roles(), *advisor.entity_names("place"))},
    )


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("/pro", "/profile"),
        ("/sgst", "/suggest"),
        ("/sal", "/salary "),
        ("pay of a machine le", "machine learning engineer"),
        ("what about the hard", "the hard parts"),
        ("I know pyth", "Python"),
        ("I like mlrn", "machine learning engineer"),
        ("/salary data engineer germ", "Germany"),
    ],
)
def test_tab_offers_what_is_meant_first(names: Names, line: str, found: str) -> None:
    assert complete(names, line)[0] == found


@pytest.mark.parametrize("line", ["", "I ", "zzz", "/zzz", "x"])
def test_tab_offers_nothing_for_nothing(names: Names, line: str) -> None:
    assert complete(names, line) == []


def test_only_places_and_roles_follow_the_question_for_pay(names: Names) -> None:
    assert "Python" not in complete(names, "/salary py")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_means_plain_words(advisor: Advisor, command: object) -> None:
    assert command in COMMANDS
    (it,) = [c for c in COMMANDS if c is command]
    line = f"{it.name} statistician germany" if it.takes else it.name
    meant = typed(line)

    assert meant.kind == it.kind
    assert meant.command is it
    if it.kind == "say":
        state = advisor.step(advisor.start(), "what do statisticians earn?").state
        assert advisor.step(state, meant.text).understood


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("/why", "say", "why"),
        ("/compare ds mle", "say", "compare ds and mle"),
        ("/compare DS, MLE", "say", "compare DS, MLE"),
        ("/compare ds vs mle", "say", "compare ds vs mle"),
        (
            "/compare data scientist machine learning engineer",
            "say",
            "compare data scientist and machine learning engineer",
        ),
        ("/salary data engineer  germany", "say", "data engineer germany salary"),
        ("/comp", "missing", "/comp"),
        ("/re", "several", "/re"),
        ("/", "help", "help"),
        ("/etc/passwd is a file", "unknown", "/etc/passwd"),
        ("/exit", "quit", "quit"),
        ("/Q", "quit", "quit"),
        ("  I like data", "say", "  I like data"),
        ("reload", "reload", "reload"),
    ],
)
def test_a_line_is_taken_for_what_it_is(
    advisor: Advisor, line: str, kind: str, text: str
) -> None:
    meant = typed(line, advisor.role_names(), reloads=True)

    assert (meant.kind, meant.text) == (kind, text)


@pytest.mark.parametrize(
    ("line", "nearest"),
    [("/salry", "/salary"), ("/halp", "/help"), ("/sorces", "/sources")],
)
def test_an_unknown_command_names_the_nearest(line: str, nearest: str) -> None:
    meant = typed(line)

    assert meant.command is not None
    assert meant.command.name == nearest


def test_the_beginning_of_several_commands_names_them() -> None:
    assert typed("/s").begun == ("/sources", "/salary", "/suggest")
    assert typed("/su").kind == "say"


@pytest.mark.parametrize("line", ["/xyz", "/etc/passwd is a file", "/\u4f60"])
def test_what_is_like_no_command_names_none(line: str) -> None:
    meant = typed(line)

    assert (meant.kind, meant.command) == ("unknown", None)


@pytest.mark.parametrize(
    ("line", "roles", "topics"),
    [
        ("/salary data engineer", ("data_engineer",), ("salary",)),
        ("/salary ds senior germany", ("data_scientist",), ("salary",)),
    ],
)
def test_the_question_for_pay_reads_place_and_level(
    advisor: Advisor, line: str, roles: tuple[str, ...], topics: tuple[str, ...]
) -> None:
    (frame,) = advisor.step(advisor.start(), typed(line).text).understood

    assert (frame.roles, frame.topics) == (roles, topics)
    if "germany" in line:
        assert frame.slot("place") == "germany"
        assert frame.slot("level") == "senior"


def test_a_long_paste_is_one_character_that_opens_and_closes() -> None:
    pastes = Pastes("[pasted {count} lines]")
    text = "\n".join(["a line of a CV"] * 42)
    char = pastes.fold(text.replace("\n", "\r\n"))

    assert len(char) == 1
    assert pastes.chip(char) == "[pasted 42 lines]"
    assert pastes.open(f"see {char}!") == f"see {text}!"
    assert pastes.close(f"see {text}!") == f"see {char}!"
    assert pastes.fold(text) == char


def test_a_short_paste_is_what_it_is() -> None:
    pastes = Pastes("[pasted {count} lines]")

    assert pastes.fold("data\tengineer\r\n") == "data engineer"
    assert pastes.texts == []


def test_nobody_can_type_or_paste_a_chip() -> None:
    pastes = Pastes("[pasted {count} lines]")
    char = pastes.fold("secret\n" * 9)

    assert pastes.fold(f"x{char}y") == "xy"
    assert pastes.open("[pasted 9 lines]") == "[pasted 9 lines]"


def test_the_cursor_jumps_over_a_chip() -> None:
    pastes = Pastes("[{count}]")
    char = pastes.fold("x\n" * 9)
    shown = Chips(pastes).apply_transformation(
        TransformationInput(
            None,  # type: ignore[arg-type]
            Document(f"a{char}b"),
            0,
            lambda at: at,
            [("", f"a{char}b")],
            80,
            24,
        )
    )

    assert "".join(part[1] for part in shown.fragments) == "a[9]b"
    assert [shown.source_to_display(at) for at in range(4)] == [0, 1, 4, 5]
    assert [shown.display_to_source(at) for at in range(5)] == [0, 1, 1, 1, 2]
