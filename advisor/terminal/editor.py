"""The line editor: keys, history of this session, completion."""

from collections.abc import Callable, Iterable

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input import Input
from prompt_toolkit.output import Output

SHORTEST = 2
"""Letters from which a name is offered."""


class Names(Completer):
    """Completes slash commands at the start of a line, and names anywhere."""

    def __init__(self, commands: Iterable[str], names: Iterable[str]) -> None:
        self.commands = tuple(commands)
        self.names = tuple(names)

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterable[Completion]:
        """Yield what the text before the cursor may become."""
        del complete_event
        line = document.text_before_cursor
        if line.startswith("/"):
            for command in self.commands:
                if command.startswith(line.lower()):
                    yield Completion(command, start_position=-len(line))
            return
        lower = line.lower()
        for name in self.names:
            for size in range(min(len(name), len(line)), SHORTEST - 1, -1):
                begins = len(line) == size or line[-size - 1].isspace()
                if begins and name.lower().startswith(lower[-size:]):
                    yield Completion(name, start_position=-size)
                    break


def line_editor(
    prompt: str,
    completer: Completer,
    source: Input | None,
    screen: Output | None,
) -> Callable[[], str]:
    """Return what reads a line; Ctrl-C clears it, and leaves when it is empty."""
    session: PromptSession[str] = PromptSession(
        completer=completer,
        complete_while_typing=False,
        history=InMemoryHistory(),
        input=source,
        output=screen,
    )

    def read() -> str:
        while True:
            try:
                return session.prompt(prompt)
            except KeyboardInterrupt:
                if not session.default_buffer.text:
                    raise

    return read
