"""The slash commands: one table, from which `/help` and the docs page are made."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

HELP, COMPARE, SALARY = "/help", "/compare", "/salary"
RELOAD, QUIT = "/reload", "/quit"
ALIKE = 60.0
"""How much a name must be like a command's, of 100, for that one to be named."""
Kind = Literal["say", "help", "reload", "quit", "missing", "several", "unknown"]


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command."""

    name: str
    words: str
    """The plain words that it stands for, which mean the same without it."""
    does: str
    takes: str = ""
    """What has to stand behind it."""
    example: str = ""
    """With {one} and {two} for names of roles."""
    kind: Kind = "say"


COMMANDS = (
    Command(HELP, "help", "what I can do, these commands and the keys", kind="help"),
    Command("/profile", "show my profile", "what I hold about you"),
    Command("/why", "why", "why I said that, or suggested it"),
    Command("/sources", "sources", "where my last answer comes from"),
    Command("/more", "more", "go on with the last answer"),
    Command(
        COMPARE,
        "compare {rest}",
        "two jobs side by side",
        "A B",
        "/compare {one}, {two}",
    ),
    Command(
        SALARY,
        "{rest} salary",
        "what a job pays",
        "ROLE [PLACE] [LEVEL]",
        "/salary {one}",
    ),
    Command("/suggest", "which job would you suggest for me?", "suggest a path"),
    Command("/undo", "undo", "take the last step back"),
    Command("/redo", "redo", "do it again after all"),
    Command("/reset", "start over", "forget all of it and begin afresh; I ask first"),
    Command(RELOAD, "reload", "read the data files anew", kind="reload"),
    Command(QUIT, "quit", "leave", kind="quit"),
)
ALIASES = {"/exit": QUIT, "/q": QUIT, "/?": HELP, "/": HELP}
KEYS = (
    ("Tab", "complete a command, a job, a topic, a skill or a place"),
    ("Right, Ctrl-E", "take the grey suggestion from your history"),
    ("Up, Down", "earlier lines; Down brings your draft back"),
    ("Ctrl-R", "search earlier lines"),
    ("Alt-Enter", "a new line in what you type"),
    ("Ctrl-O", "show a long paste in full, and fold it again"),
    ("Ctrl-C", "clear the line; twice on an empty line: leave"),
    ("Ctrl-D", "leave, on an empty line"),
    ("Ctrl-Z", "put the chat aside; fg brings it back"),
)
"""Keys beside those of every line editor (Emacs keys, or vi's with --vi)."""
_JOINS = (",", " and ", " vs ", " vs. ", " with ", " or ", " & ", "/")


@dataclass(frozen=True, slots=True)
class Typed:
    """What a line that was typed asks of the chat."""

    kind: Kind
    text: str
    """What to say, or the command that is there no such one of."""
    command: Command | None = None
    """The command meant, or the nearest where one is near."""
    begun: tuple[str, ...] = ()
    """The commands that begin so, where there are several."""


def typed(line: str, names: Collection[str] = (), *, reloads: bool = False) -> Typed:
    """Return what a line asks for.

    The beginning of a command will do where only one begins so.

    Args:
        line: as typed.
        names: names of roles, in lower case, to part two of them.
        reloads: whether the bare word for reloading is the command.

    """
    said = line.strip()
    if not said.startswith("/"):
        asks = reloads and said.lower() == RELOAD[1:]
        return Typed("reload" if asks else "say", line)
    name, _, rest = said.partition(" ")
    begun = _meant(name.lower())
    if len(begun) > 1:
        return Typed("several", name, begun=tuple(c.name for c in begun))
    if not begun:
        return Typed("unknown", name, _nearest(name.lower()))
    (command,) = begun
    rest = " ".join(rest.split())
    if command.takes and not rest:
        return Typed("missing", name, command)
    if command.name == COMPARE:
        rest = _apart(rest, names)
    return Typed(command.kind, command.words.replace("{rest}", rest), command)


def _meant(name: str) -> list[Command]:
    """Return the command of a name, or those that begin so."""
    name = ALIASES.get(name, name)
    exact = [command for command in COMMANDS if command.name == name]
    begun = [command for command in COMMANDS if command.name.startswith(name)]
    return exact or begun


def _nearest(name: str) -> Command | None:
    """Return the command whose name is like one that there is not, if any is."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - not for the first prompt

    names = [command.name for command in COMMANDS]
    best = process.extractOne(name, names, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return COMMANDS[best[2]] if best else None


def _apart(rest: str, names: Collection[str]) -> str:
    """Return two names with a word between them that tells them apart."""
    if any(join in rest.lower() for join in _JOINS):
        return rest
    said = rest.split(" ")
    for at in range(1, len(said)):
        one, two = " ".join(said[:at]), " ".join(said[at:])
        if one.lower() in names and two.lower() in names:
            return f"{one} and {two}"
    return " and ".join(said) if len(said) == 2 else rest  # noqa: PLR2004 - A and B
