"""Completion: commands at the start of a line, names of what is spoken of anywhere."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

SHORTEST = 2
"""Letters from which a name is offered ..."""
FUZZY = 3
"""... and from which letters may be left out."""
MOST = 24


class Names(Completer):
    """Completes slash commands at the start of a line, and names anywhere.

    The nearest kind of match wins: a name that begins with the words before the
    cursor, then one of whose words begins so, then one that holds the letters in
    their order.
    """

    def __init__(
        self,
        commands: Iterable[str],
        names: Iterable[str],
        behind: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        """Take commands, names, and the names that alone may follow a command."""
        self.commands = tuple(commands)
        self.names = tuple(dict.fromkeys(names))
        self.behind = {k: tuple(dict.fromkeys(v)) for k, v in (behind or {}).items()}

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterable[Completion]:
        """Yield what the text before the cursor may become."""
        del complete_event
        line = document.text_before_cursor
        if line.startswith("/") and " " not in line:
            found = _nearest_kind(line.lower(), line.lower(), self.commands)
            return [
                Completion(name + " " * (name in self.behind), -len(line))
                for name in found
            ]
        names = self.behind.get(line.partition(" ")[0].lower(), self.names)
        for fragment in _fragments(line):
            begun = [n for n in names if n.lower().startswith(fragment.lower())]
            if begun:
                return _offered(begun, fragment)
        last = line.rpartition(" ")[2]
        if len(last) < SHORTEST:
            return []
        return _offered(_nearest_kind(last.lower(), last.lower(), names), last)


class Later(Completer):
    """A completer that is made when it is first needed."""

    def __init__(self, make: Callable[[], Completer]) -> None:
        self.make = make
        self.made: Completer | None = None

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterable[Completion]:
        """Yield what the completer yields."""
        if self.made is None:
            self.made = self.make()
        return self.made.get_completions(document, complete_event)


def _offered(names: Sequence[str], fragment: str) -> list[Completion]:
    return [Completion(n, start_position=-len(fragment)) for n in names[:MOST]]


def _fragments(line: str) -> Iterator[str]:
    """Yield the last words of a line, the most of them first."""
    starts = [i for i in range(len(line)) if i == 0 or line[i - 1].isspace()]
    for start in starts:
        fragment = line[start:]
        if len(fragment.strip()) >= SHORTEST and not fragment[0].isspace():
            yield fragment


def _nearest_kind(text: str, letters: str, names: Sequence[str]) -> list[str]:
    """Return the names that match in the nearest way in which any does."""
    begun = [name for name in names if name.lower().startswith(text)]
    if begun:
        return begun
    within = [n for n in names if any(w.startswith(text) for w in n.lower().split())]
    if within or len(letters) < FUZZY:
        return within
    spread = [name for name in names if _in_order(letters, name.lower())]
    return sorted(spread, key=len)


def _in_order(letters: str, name: str) -> bool:
    """Return whether a name begins with the first letter and holds all in order."""
    rest = iter(name)
    return name[:1] == letters[:1] and all(letter in rest for letter in letters)
