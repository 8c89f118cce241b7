"""What several tests share."""

from functools import cache

from advisor import Advisor


@cache
def shared_advisor() -> Advisor:
    """Return one advisor for the whole run; it holds no conversation."""
    return Advisor.load()
