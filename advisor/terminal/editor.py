"""The line editor: keys, completion, history, pastes, the bar at the bottom."""

from collections.abc import Callable
from dataclasses import dataclass

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.completion import Completer
from prompt_toolkit.enums import EditingMode
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import AnyFormattedText
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.renderer import CPR_Support, Renderer
from prompt_toolkit.shortcuts import CompleteStyle
from prompt_toolkit.styles import Style

from advisor.terminal.paste import Chips, Pastes
from advisor.terminal.signals import leaving_without_terminal, step_aside

FEWEST_ROWS = 6
"""A window of fewer rows has none to spare for the bar."""
MENU_ROWS = 6
STYLE = Style.from_dict(
    {
        "prompt": "bold ansicyan",
        "chip": "bold",
        "auto-suggestion": "ansibrightblack",
        "bottom-toolbar": "noreverse",
        "bottom-toolbar.text": "noreverse",
        "completion-menu": "noreverse bg:default default",
        "completion-menu.completion": "bg:default default",
        "completion-menu.completion.current": "bg:default default bold reverse",
        "scrollbar.background": "bg:default",
        "scrollbar.button": "reverse",
    }
)
"""Names of the sixteen colours only: the terminal's own theme decides on them."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the line editor works with."""

    prompt: str
    completer: Completer
    pastes: Pastes
    lines: tuple[str, ...] = ()
    """Lines of earlier sessions, the oldest first."""
    toolbar: Callable[[int], str] | None = None
    """Returns the words of the bar for a window of so many columns."""
    paste_hint: str = ""
    colour: bool = True
    vi: bool = False
    spoken: bool = False
    """Whether a screen reader follows: no menus, no suggestions, no bar."""
    shown: Callable[[Callable[[], None]], None] | None = None
    """Called once the prompt is there, with what draws it anew."""
    echo: Callable[[str], None] | None = None
    """Prints a line that was entered, in place of what the editor drew of it."""
    source: Input | None = None
    screen: Output | None = None


def line_editor(desk: Desk) -> Callable[[], str]:
    """Return what reads a line, its pastes in full.

    It raises KeyboardInterrupt for Ctrl-C on an empty line and EOFError for Ctrl-D.
    """
    session: PromptSession[str] = PromptSession(
        message=[("class:prompt", desk.prompt), ("", " ")],
        style=STYLE,
        color_depth=ColorDepth.DEPTH_4_BIT if desk.colour else ColorDepth.DEPTH_1_BIT,
        editing_mode=EditingMode.VI if desk.vi else EditingMode.EMACS,
        completer=desk.completer,
        complete_while_typing=False,
        complete_style=(
            CompleteStyle.READLINE_LIKE if desk.spoken else CompleteStyle.COLUMN
        ),
        reserve_space_for_menu=MENU_ROWS,
        # Without colours nothing would tell a suggestion from what was typed.
        auto_suggest=(
            AutoSuggestFromHistory() if desk.colour and not desk.spoken else None
        ),
        history=InMemoryHistory(desk.lines),
        input_processors=[Chips(desk.pastes)],
        key_bindings=_bindings(desk.pastes),
        prompt_continuation=_continuation(desk.prompt),
        bottom_toolbar=None if desk.toolbar is None or desk.spoken else _bar(desk),
        input=desk.source,
        output=desk.screen,
        erase_when_done=desk.echo is not None,
    )
    # Where a terminal does not tell where its cursor is, nobody needs to be told so.
    app = session.app
    app.renderer.cpr_not_supported_callback = None
    if desk.shown is not None:
        shown = desk.shown
        app.after_render += lambda _: shown(app.invalidate)

    def read() -> str:
        try:
            line = session.prompt(pre_run=leaving_without_terminal)
        finally:
            _believe(session.app.renderer)
        if desk.echo is not None:
            desk.echo("".join(desk.pastes.chip(char) for char in line))
        return desk.pastes.open(line)

    return read


def _believe(renderer: Renderer) -> None:
    """Ask a terminal that told nothing of its cursor no more; each wait is a second."""
    if renderer.cpr_support == CPR_Support.UNKNOWN:
        renderer.cpr_support = CPR_Support.NOT_SUPPORTED


def _bar(desk: Desk) -> Callable[[], AnyFormattedText]:
    """Return what draws the bar; nothing in a window of few rows."""

    def bar() -> AnyFormattedText:
        from prompt_toolkit.application import get_app  # noqa: PLC0415 - loaded by now

        app = get_app()
        size = app.output.get_size()
        if size.rows < FEWEST_ROWS or desk.toolbar is None:
            return None
        text = desk.toolbar(size.columns - 1)
        line = app.current_buffer.text
        if desk.pastes.open(line) != line:
            text = desk.paste_hint
        return text[: size.columns - 1]

    return bar


def _continuation(prompt: str) -> Callable[[int, int, int], AnyFormattedText]:
    """Return what begins the further lines of what is typed: blanks."""

    def blanks(width: int, line: int, wrapped: int) -> AnyFormattedText:
        del line, wrapped
        return " " * min(width, len(prompt) + 1)

    return blanks


def _bindings(pastes: Pastes) -> KeyBindings:
    """Return the keys beside those of the editing mode."""
    keys = KeyBindings()

    @keys.add("c-c")
    def _(event: KeyPressEvent) -> None:
        """Clear the line; on an empty one, tell the chat."""
        if event.current_buffer.text:
            event.current_buffer.reset()
        else:
            event.app.exit(exception=KeyboardInterrupt(), style="class:aborting")

    @keys.add("escape", "enter")
    def _(event: KeyPressEvent) -> None:
        """Begin a new line."""
        event.current_buffer.insert_text("\n")

    @keys.add("c-z")
    def _(event: KeyPressEvent) -> None:
        """Put the chat aside."""
        del event
        step_aside()

    @keys.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        """Take a paste as one utterance, folded where it is long."""
        event.current_buffer.insert_text(pastes.fold(event.data))

    @keys.add("c-o", filter=Condition(lambda: bool(pastes.texts)))
    def _(event: KeyPressEvent) -> None:
        """Show a paste in full, or fold it again."""
        buffer = event.current_buffer
        line = buffer.text
        opened = pastes.open(line)
        buffer.text = opened if opened != line else pastes.close(line)
        buffer.cursor_position = len(buffer.text)

    return keys
