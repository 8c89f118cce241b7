"""The matcher as others would use it: any intents, any examples."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

from advisor.match.english import ENGLISH, is_english
from advisor.match.linear import LinearModel, softmax
from advisor.match.spelling import Speller, count_pairs, count_words
from advisor.match.training import train
from advisor.text import clean, words

RAW, KNOWN, SHARE, REST = 2.13, 1.69, 1.33, -0.55
"""What makes a confidence: how strong the best intent's score is, how much of the text
was known, the share of the intent. Fitted by logistic regression to whether the best
intent was right, on the validation parts of CLINC150, HWU64 and BANKING77."""
TINY = 1e-12
REMEMBERED = 512
"""How many judgements of a model are remembered."""
SHORTEST = 3
"""Letters that a word must have to be corrected."""


class IntentMatcher:
    """Says which of some intents a text most likely has.

    Args:
        examples: intent -> texts that have it. Words such as `_role_` in them are
            placeholders: they stand for whatever a caller put in their place.

    Raises:
        ValueError: an intent has no example that holds a word.

    """

    def __init__(self, examples: Mapping[str, Sequence[str]]) -> None:
        cut = {
            intent: [said for text in texts if (said := self._words(text))]
            for intent, texts in examples.items()
        }
        for intent, texts in cut.items():
            if not texts:
                msg = f"intent '{intent}' has no example with a word; expected one"
                raise ValueError(msg)
        named = {
            intent: [*texts, tuple(intent.replace("_", " ").split())]
            for intent, texts in cut.items()
        }
        texts = [text for intent in cut.values() for text in intent]
        heard = dict.fromkeys(ENGLISH, 0) | count_words(texts)
        self._speller = Speller(
            heard, is_english, count_pairs(texts), SHORTEST, bold=True
        )
        whole = {
            intent: [(text, ()) for text in texts] for intent, texts in named.items()
        }
        self._model = train(whole, thorough=True) if whole else None

    def match(self, text: str) -> list[tuple[str, float]]:
        """Return every intent with a confidence in 0..1, best first.

        The confidence says how likely an intent is the right one, "none of these"
        being possible: they need not sum to 1, and all are low for a text that is
        like no example.
        """
        if self._model is None:
            return []
        said = self._speller.correct_all(self._words(text))
        scores = self._model.quick_scores(said)
        likeness = max(scores) / self._model.typical
        sure = RAW * likeness + KNOWN * self._model.known(said) + REST
        confidences = [
            1.0 / (1.0 + math.exp(-sure - SHARE * math.log(max(share, TINY))))
            for share in softmax(scores)
        ]
        pairs = zip(self._model.labels, confidences, strict=True)
        return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))

    @staticmethod
    def _words(text: str) -> tuple[str, ...]:
        return words(clean(text))


def ranked(
    model: LinearModel, words: Sequence[str], marks: Sequence[str] = ()
) -> tuple[tuple[str, float], ...]:
    """Return (label, probability), best first; ties in the order of the labels."""
    return _ranked(model, tuple(words), tuple(marks))


@lru_cache(maxsize=REMEMBERED)
def _ranked(
    model: LinearModel, words: tuple[str, ...], marks: tuple[str, ...]
) -> tuple[tuple[str, float], ...]:
    """Return the same: a clause is judged several times, each from another side."""
    pairs = zip(model.labels, model.probabilities(words, marks), strict=True)
    return tuple(sorted(pairs, key=lambda pair: (-pair[1], pair[0])))
