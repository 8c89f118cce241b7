"""The chat: words in, replies out, until the user leaves."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TextIO

from advisor.errors import DataError, UtteranceError
from advisor.terminal.commands import COMMANDS, COMPARE, SALARY, Typed, typed
from advisor.terminal.completer import Later, Names
from advisor.terminal.editor import Desk, line_editor
from advisor.terminal.face import OPENING
from advisor.terminal.history import HistoryError, KeptHistory, path
from advisor.terminal.loading import Loading
from advisor.terminal.options import Options
from advisor.terminal.paste import Pastes
from advisor.terminal.signals import ending_on_signals
from advisor.terminal.surroundings import is_dumb
from advisor.terminal.toolbar import toolbar_text
from advisor.terminal.window import Window
from advisor.terminal.wrap import wrap

if TYPE_CHECKING:
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

    from advisor.api import Advisor, State

MOST_PROBLEMS = 12
CRISIS = "crisis"


def chat(
    advisor: "Advisor | Loading",
    options: Options | None = None,
    *,
    source: "Input | None" = None,
    screen: "Output | None" = None,
    out: TextIO | None = None,
    load: "Callable[[], Advisor] | None" = None,
) -> None:
    """Chat until the user leaves.

    Args:
        advisor: who answers, or will once it is loaded.
        options: what the user wishes.
        source: where keys come from, for tests; else the terminal.
        screen: where the line editor draws, for tests; else the terminal.
        out: where replies go; else standard output.
        load: loads the advisor anew for `/reload`; without it there is nothing to.

    Raises:
        DataError: the advisor's data files are wrong.

    """
    options = options or Options()
    out = out or sys.stdout
    loading = advisor if isinstance(advisor, Loading) else Loading.done(advisor)
    looked_at = source is not None or (sys.stdin.isatty() and out.isatty())
    edited = looked_at and not options.plain
    edited = edited and (source is not None or not is_dumb(os.environ))
    face = loading.face
    labels = face["label_advisor"], face["prompt"]
    window = Window(out, options, looked_at, *labels)
    talk = Chat(loading, window, load, edited=edited)
    talk.history = _history(talk, kept=edited and not options.private)
    with ending_on_signals():
        window.say(loading.face[OPENING])
        read = _line_editor(talk, source, screen) if edited else _line_reader(talk)
        while not talk.over and talk.takes(read):
            pass
        if not talk.over:
            window.say(loading.face["leaving"])


@dataclass(slots=True)
class Chat:
    """A conversation in a window."""

    loading: Loading
    window: Window
    load: "Callable[[], Advisor] | None"
    edited: bool
    """Whether there is a line editor."""
    begun: "State | None" = None
    """Where the conversation stands; None before its first line."""
    history: KeptHistory | None = None
    warned: bool = False
    """Whether the line before was a Ctrl-C on an empty line."""
    pastes: Pastes = field(init=False)

    def __post_init__(self) -> None:
        """Make room for what will be pasted."""
        self.pastes = Pastes(self.loading.face["paste_chip"])

    @property
    def advisor(self) -> "Advisor":
        """Return who answers, waited for where it has to be."""
        return self.loading.advisor()

    @property
    def state(self) -> "State":
        """Return where the conversation stands."""
        return self.begun or self.advisor.start()

    @property
    def over(self) -> bool:
        """Return whether the user has said goodbye."""
        return self.begun is not None and self.begun.over

    def takes(self, read: Callable[[], str]) -> bool:
        """Read one line and answer it; return whether the chat goes on."""
        try:
            line = read()
        except KeyboardInterrupt:
            return self._interrupted()
        except EOFError:
            return self._offers()
        self.warned = False
        if typed(line).kind == "quit":
            return False
        names = self.advisor.role_names()
        asked = typed(line, names, reloads=self.load is not None)
        acts = self._answer(asked)
        pasted = any(text in line for text in self.pastes.texts)
        if self.history is not None and CRISIS not in acts and not pasted:
            self.history.add(line)
        return True

    def _interrupted(self) -> bool:
        """Warn at the first Ctrl-C that has nothing to clear; leave at the second."""
        if self.warned or not self.window.looked_at:
            return False
        self.warned = True
        self.window.say(self.loading.face["leave_hint"])
        return True

    def _offers(self) -> bool:
        """Offer a suggestion before the user leaves, where one is due."""
        here = self.window.looked_at and self.begun is not None
        turn = self.advisor.before_leaving(self.state) if here else None
        if turn is None:
            return False
        self.window.show(turn.reply)
        self.begun = turn.state
        return True

    def _answer(self, asked: Typed) -> tuple[str, ...]:
        """Do what a line asks for; return the acts that were understood."""
        phrase, command = self.advisor.phrase, asked.command
        match asked.kind:
            case "reload" if self.load is not None:
                self._reload(self.load)
                return ()
            case "several":
                says = phrase("several_commands")
                says = says.replace("{names}", ", ".join(asked.begun))
                self.window.say(says.replace("{command}", asked.text))
                return ()
            case "unknown":
                says = phrase("no_command" if command else "no_command_near")
                says = says.replace("{nearest}", command.name if command else "")
                self.window.say(says.replace("{command}", asked.text))
                return ()
            case "missing" if command is not None:
                one, two = (*self.advisor.core_names(), "")[:2]
                example = command.example.replace("{one}", one).replace("{two}", two)
                usage = f"{command.name} {command.takes}"
                says = phrase("no_argument").replace("{usage}", usage)
                self.window.say(says.replace("{example}", example))
                return ()
        return self._step(asked.text, helped=asked.kind == "help")

    def _step(self, text: str, *, helped: bool) -> tuple[str, ...]:
        try:
            turn = self.advisor.step(self.state, text)
        except UtteranceError as error:
            self.window.say(str(error))
            return ()
        self.window.show(turn.reply)
        if helped:
            from advisor.terminal.help import help_lines  # noqa: PLC0415 - seldom

            look = self.window.look
            self.window.lines(help_lines(look, keys=self.edited), look)
        self.begun = turn.state
        return tuple(frame.act for frame in turn.understood)

    def _reload(self, load: "Callable[[], Advisor]") -> None:
        """Take the files as they are now; keep to the old where they fail."""
        try:
            self.loading.change(load())
        except DataError as error:
            problems = [str(problem) for problem in error.problems]
            rest = len(problems) - MOST_PROBLEMS
            more = [f"(+{rest})"] if rest > 0 else []
            head = self.advisor.phrase("reload_failed")
            self.window.say("\n".join([head, *problems[:MOST_PROBLEMS], *more]))
        else:
            self.window.say(self.advisor.phrase("reloaded"))


def _history(talk: Chat, *, kept: bool) -> KeptHistory | None:
    """Return the history of this user; say so in one line where there can be none."""
    file = path() if kept else None
    if file is None:
        return None
    try:
        return KeptHistory.open(file)
    except HistoryError as error:
        says = talk.loading.face[str(error)].replace("{file}", str(file))
        look = talk.window.look
        sys.stderr.write(wrap(look.spell(says), look.width) + "\n")
        return None


def _line_editor(
    talk: Chat, source: "Input | None", screen: "Output | None"
) -> Callable[[], str]:
    """Return the reader of a terminal: a line editor."""
    face, options = talk.loading.face, talk.window.options
    spoken = options.screen_reader
    desk = Desk(
        prompt=face["label_user"] if spoken else talk.window.prompt,
        completer=Later(lambda: _completer(talk.advisor)),
        pastes=talk.pastes,
        lines=talk.history.lines if talk.history else (),
        toolbar=_toolbar(talk) if options.toolbar else None,
        paste_hint=face["toolbar_paste"],
        colour=talk.window.look.colour or source is not None,
        vi=options.vi,
        spoken=spoken,
        shown=talk.loading.begin,
        echo=None if spoken else talk.window.echo,
        source=source,
        screen=screen,
    )
    return line_editor(desk)


def _completer(advisor: "Advisor") -> Names:
    """Return what completes commands, and the names of what is spoken of."""
    narrowing = advisor.entity_names("place", "level")
    named = (*advisor.names(), *advisor.entity_names("tool", "skill", "method"))
    roles = advisor.roles()
    return Names(
        (command.name for command in COMMANDS),
        (*named, *narrowing),
        {COMPARE: roles, SALARY: (*roles, *narrowing)},
    )


def _toolbar(talk: Chat) -> Callable[[int], str]:
    """Return what words the bar; they are worked out once a turn and width."""
    made: dict[tuple[int, int], str] = {}

    def words(width: int) -> str:
        if not talk.loading.ready:
            return ""
        key = (talk.state.turn, width)
        if key not in made:
            made.clear()
            made[key] = talk.window.look.spell(
                toolbar_text(talk.advisor, talk.state, width)
            )
        return made[key]

    return words


def _line_reader(talk: Chat) -> Callable[[], str]:
    """Return the reader of plain lines; bytes that are not UTF-8 are replaced."""
    spoken = talk.window.options.screen_reader
    prompt = talk.loading.face["label_user" if spoken else "prompt"] + " "

    def read() -> str:
        if talk.window.looked_at:
            talk.window.out.write(prompt)
            talk.window.out.flush()
            talk.loading.begin(lambda: None)
        raw = sys.stdin.buffer.readline()
        if not raw:
            raise EOFError
        return raw.decode("utf-8", "replace").rstrip("\r\n")

    return read
