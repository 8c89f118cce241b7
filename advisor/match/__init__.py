"""An intent matcher that stands alone: give it examples, ask it what a text means."""

from advisor.match.matcher import IntentMatcher

__all__ = ["IntentMatcher"]
