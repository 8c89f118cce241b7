"""The matcher as others would use it: any intents, any examples."""

from collections.abc import Mapping, Sequence

from advisor.match.linear import LinearModel, train
from advisor.match.spelling import Speller, count_words
from advisor.text import clean, words


class IntentMatcher:
    """Says which of some intents a text most likely has.

    Args:
        examples: intent -> texts that have it. Words such as `_role_` in them are
            placeholders: they stand for whatever a caller put in their place.

    """

    def __init__(self, examples: Mapping[str, Sequence[str]]) -> None:
        cut = {
            intent: [self._words(text) for text in texts]
            for intent, texts in examples.items()
        }
        named = {
            intent: [*texts, tuple(intent.replace("_", " ").split())]
            for intent, texts in cut.items()
        }
        self._speller = Speller(count_words(w for t in cut.values() for w in t))
        whole = {
            intent: [(text, ()) for text in texts] for intent, texts in named.items()
        }
        self._model = train(whole) if whole else None

    def match(self, text: str) -> list[tuple[str, float]]:
        """Return every intent with a confidence in 0..1, best first."""
        if self._model is None:
            return []
        corrected = [self._speller.correct(word) for word in self._words(text)]
        return ranked(self._model, corrected)

    @staticmethod
    def _words(text: str) -> tuple[str, ...]:
        return words(clean(text))


def ranked(
    model: LinearModel, words: Sequence[str], marks: Sequence[str] = ()
) -> list[tuple[str, float]]:
    """Return (label, probability), best first; ties in the order of the labels."""
    pairs = zip(model.labels, model.probabilities(words, marks), strict=True)
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))
