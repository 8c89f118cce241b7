"""What the user of the chat wishes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Wishes, each as an option of the command line."""

    plain: bool = False
    """Bare lines: the words as they are, no drawings, no colours, no editor."""
    screen_reader: bool = False
    """Labelled lines, nothing drawn and nothing that floats."""
    private: bool = False
    """No history is read or kept."""
    vi: bool = False
    """The keys of vi in place of those of Emacs."""
    toolbar: bool = True
    """Whether there is a bar at the bottom."""
