"""`advisor`: the chat."""

import argparse
import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.api import Advisor
    from advisor.terminal.loading import Loading

SWITCHES = (
    ("--plain", "plain lines: the words alone, as the pipe has them"),
    ("--screen-reader", "labelled lines, and nothing drawn or floating"),
    ("--private", "read and keep no history of what you type"),
    ("--vi", "edit the line with the keys of vi"),
    ("--no-toolbar", "leave out the bar at the bottom"),
)

FIRST = "Reading the data files for the first time, which may take up to a minute ..."


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    for switch, means in SWITCHES:
        parser.add_argument(
            switch, action="store_true", default=argparse.SUPPRESS, help=means
        )


def data_parser() -> argparse.ArgumentParser:
    """Return what every command takes."""
    common = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    common.add_argument(
        "--data",
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="a folder with intents/ and knowledge/ to use instead of the shipped ones",
    )
    return common


def own_parser() -> argparse.ArgumentParser:
    """Return a parser of the chat's options and no more."""
    own = data_parser()
    add(own)
    return own


def run(options: argparse.Namespace) -> int:
    """Chat until the user leaves."""
    # The terminal library is a third of the start-up time of every other command.
    from advisor.terminal.chat import chat  # noqa: PLC0415
    from advisor.terminal.options import Options  # noqa: PLC0415

    data: str | None = getattr(options, "data", None)
    wishes = Options(
        plain=hasattr(options, "plain"),
        screen_reader=hasattr(options, "screen_reader"),
        private=hasattr(options, "private"),
        vi=hasattr(options, "vi"),
        toolbar=not hasattr(options, "no_toolbar"),
    )
    chat(_loading(data), wishes, load=lambda: _load(data))
    return 0


def _load(data: str | None) -> "Advisor":
    # With it comes all that answers; the prompt is to be there before.
    from advisor.api import Advisor  # noqa: PLC0415

    return Advisor.load(data)


def _loading(data: str | None) -> "Loading":
    """Return the advisor: on its way where its first words are known from before."""
    from advisor.terminal import face  # noqa: PLC0415
    from advisor.terminal.loading import Loading  # noqa: PLC0415
    from advisor.terminal.wrap import wrap  # noqa: PLC0415

    key = face.key_of(data)
    words = face.kept(key)
    if words is not None:
        return Loading(lambda: _load(data), words)
    if sys.stdin.isatty() and not face.is_compiled(key):
        wide = shutil.get_terminal_size().columns - 1
        sys.stderr.write(wrap(FIRST, wide) + "\n")
    loading = Loading.done(_load(data))
    face.keep(key, loading.face)
    return loading
