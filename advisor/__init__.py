"""A career advisor for data and AI roles that answers from cited knowledge."""

from typing import TYPE_CHECKING

from advisor.errors import AdvisorError, DataError, Problem, UtteranceError

if TYPE_CHECKING:
    from advisor.api import Advisor, Recommendation, State, Turn

__all__ = [
    "Advisor",
    "AdvisorError",
    "DataError",
    "Problem",
    "Recommendation",
    "State",
    "Turn",
    "UtteranceError",
]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Return a public name, loaded when it is first asked for.

    The chat shows its prompt before all that answers is there.
    """
    if name not in __all__:
        msg = f"module 'advisor' has no attribute '{name}'"
        raise AttributeError(msg)
    from advisor import api  # noqa: PLC0415 - the whole engine comes with it

    return getattr(api, name)
