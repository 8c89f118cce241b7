"""A career advisor for data and AI roles that answers from cited knowledge."""

from advisor.api import Advisor, Recommendation, State, Turn
from advisor.errors import AdvisorError, DataError, Problem, UtteranceError

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
