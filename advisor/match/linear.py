"""A multinomial logistic regression over sparse features, small enough to read.

This is what serves: pure Python over a flat array of weights, or numpy where a caller
has it loaded anyway. How it is trained stands in `training`.

Weights are whole numbers of one byte. All those of a row are multiplied at once, as the
lanes of one long whole number: five times as fast as one by one, and exact.
"""

import json
import math
import struct
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from advisor.match.features import WEIGHTS, blocks_of
from advisor.match.rows import Rows

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, Any]

Example = tuple[Sequence[str], Sequence[str]]
"""The words of an utterance, and its marks: what a model learns from."""
_HEADER = b"career-advisor linear model 5\n"
WIDEST = 127
"""Weights are kept as whole numbers up to this, times a number of their row's."""
ZERO = 128
"""What is added to them, so that none is below 0."""
DIGITS = 10
"""In which the length of the line of text is written."""
LANE = 8
"""Bytes for the sum of one label."""
FINE = 1 << 32
"""What values are multiplied by to be whole. Sums stay below 2**63 while fewer than
a million rows count, none with a weight above 60."""


@dataclass(frozen=True, slots=True, eq=False)
class LinearModel:
    """Trained weights: features by `labels`, row by row. Equal only to itself."""

    labels: tuple[str, ...]
    rows: Rows
    """Feature -> its row."""
    idf: "array[float]"
    """By row, the inverse document frequency of its feature."""
    scales: "array[float]"
    """By row, what its weights are multiplied by."""
    weights: bytes
    """Row by row, a weight for each label, `ZERO` added."""
    bias: tuple[float, ...]
    typical: float
    """The mean of the best score over the examples it was trained on."""

    def scores(self, words: Sequence[str], marks: Sequence[str] = ()) -> list[float]:
        """Return one raw score for each label."""
        size, weights, scales = len(self.labels), self.weights, self.scales
        lanes = bytearray(LANE * size)
        total = added = 0
        for row, value in vector(words, marks, self.rows, self.idf):
            times = int(value * scales[row] * FINE)
            lanes[::LANE] = weights[row * size : row * size + size]
            total += int.from_bytes(lanes, "little") * times
            added += times
        sums = struct.unpack(f"<{size}Q", total.to_bytes(LANE * size, "little"))
        zero = added * ZERO
        return [
            bias + (told - zero) / FINE
            for bias, told in zip(self.bias, sums, strict=True)
        ]

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
        weights = np.frombuffer(self.weights, np.uint8).reshape(-1, len(self.labels))
        told = values @ weights[index] - ZERO * values.sum()
        totals: list[float] = (told + np.array(self.bias)).tolist()
        return totals

    def known(self, words: Sequence[str]) -> float:
        """Return how much of the words stood in examples; rare ones weigh more."""
        rows = [self.rows.get(f"w {word}") for word in words]
        unseen = max(self.idf, default=1.0)
        weights = [unseen if row is None else self.idf[row] for row in rows]
        seen = sum(w for w, row in zip(weights, rows, strict=True) if row is not None)
        return seen / sum(weights) if weights else 0.0

    def to_bytes(self) -> bytes:
        """Return the model as bytes: a header, a line of text, then the arrays."""
        head = [self.labels, self.bias, self.typical, self.rows.sizes()]
        text = json.dumps(head).encode()
        arrays = (self.rows.keys, self.rows.places, self.idf, self.scales)
        start = _HEADER + b"%*d\n" % (DIGITS, len(text)) + text
        return start + b"".join(a.tobytes() for a in arrays) + self.weights

    @classmethod
    def from_bytes(cls, data: bytes | memoryview) -> "LinearModel":
        """Return the model that `to_bytes` wrote.

        Raises:
            ValueError: the bytes are not such a model.

        """
        whole = memoryview(data)
        if bytes(whole[: len(_HEADER)]) != _HEADER:
            msg = "not a linear model"
            raise ValueError(msg)
        at = len(_HEADER) + DIGITS + 1
        end = at + int(bytes(whole[len(_HEADER) : at]))
        labels, bias, typical, (count, places) = json.loads(bytes(whole[at:end]))
        rows = Rows(array("I"), array("I"))
        idf, scales = array("f"), array("f")
        at = end
        for part, length in (
            (rows.keys, count),
            (rows.places, places),
            (idf, count),
            (scales, count),
        ):
            size = length * part.itemsize
            part.frombytes(whole[at : at + size])
            at += size
        weights = bytes(whole[at:])
        if len(weights) != count * len(labels):
            msg = "a linear model of another size"
            raise ValueError(msg)
        return cls(tuple(labels), rows, idf, scales, weights, tuple(bias), typical)


def softmax(scores: Sequence[float]) -> list[float]:
    """Return scores as shares that sum to 1."""
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def vector(
    words: Sequence[str], marks: Sequence[str], rows: Rows, idf: Sequence[float]
) -> list[tuple[int, float]]:
    """Return an utterance as (row, value); blocks have length 1 before their weight."""
    whole: list[tuple[int, float]] = []
    for names, weight in zip(blocks_of(words, marks), WEIGHTS, strict=True):
        block = [
            (row, idf[row] if times == 1 else (1.0 + math.log(times)) * idf[row])
            for row, times in rows.count(names)
        ]
        norm = math.sqrt(sum([value * value for _, value in block])) or 1.0
        whole += [(row, weight * value / norm) for row, value in block]
    return whole
