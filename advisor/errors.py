"""What can go wrong: a problem in a data file, and the errors that are raised."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in one place of a data file."""

    file: str
    """Path as its author knows it, for example `intents/ask_salary.yaml`."""
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1."""
    says: str
    """What is wrong, then `; expected ...` or another next step."""

    def __str__(self) -> str:
        """Return `file:line:column: problem`, as editors and compilers write it."""
        return f"{self.file}:{self.line}:{self.column}: {self.says}"


class AdvisorError(Exception):
    """The base of every error that this package raises on purpose."""


class DataError(AdvisorError):
    """The data files cannot be used; `problems` lists every reason."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class UtteranceError(AdvisorError):
    """A text cannot be taken as an utterance at all (too long, or not text)."""
