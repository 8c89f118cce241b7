"""A multinomial logistic regression over sparse features, small enough to read.

This is what serves: pure Python over a flat array of weights, or numpy where a caller
has it loaded anyway. How it is trained stands in `training`.
"""

import json
import math
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from advisor.match.features import WEIGHTS, blocks_of

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, Any]

MOST_SIZES = 60
"""Bytes that the line of sizes may take."""
_HEADER = b"career-advisor linear model 4\n"
WIDEST = 127
"""Weights are kept as whole numbers up to this, times a number of their row's."""


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Trained weights: features by `labels`, row by row."""

    labels: tuple[str, ...]
    rows: Mapping[str, int]
    """Feature -> its row."""
    idf: "array[float]"
    """By row, the inverse document frequency of its feature."""
    scales: "array[float]"
    """By row, what its weights are multiplied by."""
    weights: "array[int]"
    bias: tuple[float, ...]
    typical: float
    """The mean of the best score over the examples it was trained on."""

    def scores(self, words: Sequence[str], marks: Sequence[str] = ()) -> list[float]:
        """Return one raw score for each label."""
        totals = list(self.bias)
        size = len(self.labels)
        for row, value in vector(words, marks, self.rows, self.idf):
            at = row * size
            scaled = value * self.scales[row]
            weights = self.weights[at : at + size]
            totals = [t + scaled * w for t, w in zip(totals, weights, strict=True)]
        return totals

    def probabilities(
        self, words: Sequence[str], marks: Sequence[str] = ()
    ) -> list[float]:
        """Return one probability for each label; they sum to 1."""
        return softmax(self.scores(words, marks))

    def quick_scores(self, words: Sequence[str]) -> list[float]:
        """Return what `scores` does, by numpy: for who has it loaded anyway."""
        import numpy as np  # noqa: PLC0415 - a caller that trained has it

        entries = vector(words, (), self.rows, self.idf)
        index = [row for row, _ in entries]
        values = np.array([v * self.scales[row] for row, v in entries])
        weights = np.frombuffer(self.weights, np.int8).reshape(-1, len(self.labels))
        totals: list[float] = (values @ weights[index] + np.array(self.bias)).tolist()
        return totals

    def known(self, words: Sequence[str]) -> float:
        """Return how much of the words stood in examples; rare ones weigh more."""
        rows = [self.rows.get(f"w {word}") for word in words]
        unseen = max(self.idf, default=1.0)
        weights = [unseen if row is None else self.idf[row] for row in rows]
        seen = sum(w for w, row in zip(weights, rows, strict=True) if row is not None)
        return seen / sum(weights) if weights else 0.0

    def to_bytes(self) -> bytes:
        """Return the model as bytes: a header, lines of text, then three arrays."""
        lines = [json.dumps([self.labels, self.bias, self.typical]), *self.rows]
        text = "\n".join(lines).encode()
        sizes = json.dumps([len(text), len(self.idf)]).encode() + b"\n"
        arrays = (self.idf, self.scales, self.weights)
        return _HEADER + sizes + text + b"".join(a.tobytes() for a in arrays)

    @classmethod
    def from_bytes(cls, data: bytes | memoryview) -> "LinearModel":
        """Return the model that `to_bytes` wrote.

        Raises:
            ValueError: the bytes are not such a model.

        """
        start = bytes(data[: len(_HEADER) + MOST_SIZES])
        end = start.find(b"\n", len(_HEADER))
        if not start.startswith(_HEADER) or end < 0:
            msg = "not a linear model"
            raise ValueError(msg)
        length, count = json.loads(start[len(_HEADER) : end])
        view = memoryview(data)[end + 1 :]
        head, *names = bytes(view[:length]).decode().split("\n")
        labels, bias, typical = json.loads(head)
        idf, scales, weights = array("f"), array("f"), array("b")
        at = length
        for part in (idf, scales):
            part.frombytes(view[at : at + count * part.itemsize])
            at += count * part.itemsize
        weights.frombytes(view[at:])
        if len(names) != count or len(weights) != count * len(labels):
            msg = "a linear model of another size"
            raise ValueError(msg)
        rows = dict(zip(names, range(count), strict=True))
        return cls(tuple(labels), rows, idf, scales, weights, tuple(bias), typical)


def softmax(scores: Sequence[float]) -> list[float]:
    """Return scores as shares that sum to 1."""
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def vector(
    words: Sequence[str],
    marks: Sequence[str],
    rows: Mapping[str, int],
    idf: Sequence[float],
) -> list[tuple[int, float]]:
    """Return an utterance as (row, value); blocks have length 1 before their weight."""
    whole: list[tuple[int, float]] = []
    for names, weight in zip(blocks_of(words, marks), WEIGHTS, strict=True):
        block = [
            (rows[name], (1.0 + math.log(count)) * idf[rows[name]])
            for name, count in Counter(names).items()
            if name in rows
        ]
        norm = math.sqrt(sum(value * value for _, value in block)) or 1.0
        whole += [(row, weight * value / norm) for row, value in block]
    return whole
