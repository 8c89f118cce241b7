"""The chat."""

from advisor.api import Advisor


def chat(advisor: Advisor, *, plain: bool) -> None:
    """Chat."""
