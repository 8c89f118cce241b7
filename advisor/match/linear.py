"""A multinomial logistic regression over sparse features, small enough to read.

Training uses numpy (imported only then) and plain stochastic gradient descent
with a falling step; serving is pure Python over a flat array of weights.
"""

import json
import math
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.match.features import letter_features, word_features

LETTER_WEIGHT = 1.4
MARK_WEIGHT = 0.8
PASSES = 9
STEP = 0.6
LEARNT = 0.05
"""An example this close to its label in an earlier pass is left alone."""
LEAST = {"w": 1, "s": 1, "m": 1, "p": 2, "g": 2, "c": 3}
"""In how many utterances a feature of each kind must stand to be worth a row."""
SMALL = 3000
"""With fewer utterances than this, every feature is."""
MOST_SIZES = 60
"""Bytes that the line of sizes may take."""
_HEADER = b"career-advisor linear model 2\n"


@dataclass(frozen=True, slots=True)
class LinearModel:
    """Trained weights: `rows` features by `labels`, row by row."""

    labels: tuple[str, ...]
    rows: Mapping[str, tuple[int, float]]
    """Feature -> (its row, its inverse document frequency)."""
    weights: "array[float]"
    bias: tuple[float, ...]

    def scores(self, words: Sequence[str], marks: Sequence[str] = ()) -> list[float]:
        """Return one raw score for each label."""
        totals = list(self.bias)
        size = len(self.labels)
        for row, value in vector(blocks_of(words, marks), self.rows):
            at = row * size
            weights = self.weights[at : at + size]
            totals = [t + value * w for t, w in zip(totals, weights, strict=True)]
        return totals

    def probabilities(
        self, words: Sequence[str], marks: Sequence[str] = ()
    ) -> list[float]:
        """Return one probability for each label; they sum to 1."""
        scores = self.scores(words, marks)
        top = max(scores)
        powers = [math.exp(score - top) for score in scores]
        total = sum(powers)
        return [power / total for power in powers]

    def to_bytes(self) -> bytes:
        """Return the model as bytes: a header, lines of text, then two arrays."""
        lines = [json.dumps([self.labels, self.bias]), *self.rows]
        text = "\n".join(lines).encode()
        idf = array("f", (value for _, value in self.rows.values()))
        sizes = json.dumps([len(text), len(idf)]).encode() + b"\n"
        return _HEADER + sizes + text + idf.tobytes() + self.weights.tobytes()

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
        labels, bias = json.loads(head)
        idf, weights = array("f"), array("f")
        idf.frombytes(view[length : length + count * idf.itemsize])
        weights.frombytes(view[length + count * idf.itemsize :])
        if len(names) != count or len(weights) != count * len(labels):
            msg = "a linear model of another size"
            raise ValueError(msg)
        rows = dict(zip(names, enumerate(idf), strict=True))
        return cls(tuple(labels), rows, weights, tuple(bias))


Blocks = tuple[tuple[Counter[str], float], ...]
"""Features of an utterance with their counts, block by block, each with its weight."""


def blocks_of(words: Sequence[str], marks: Sequence[str]) -> Blocks:
    """Return an utterance's words, letters and marks, counted.

    Marks are whatever else a caller knows of the utterance, as short strings.
    """
    return (
        (Counter(word_features(words)), 1.0),
        (Counter(letter_features(words)), LETTER_WEIGHT),
        (Counter(f"m {mark}" for mark in marks), MARK_WEIGHT),
    )


def vector(
    blocks: Blocks, rows: Mapping[str, tuple[int, float]]
) -> list[tuple[int, float]]:
    """Return an utterance as (row, value); blocks have length 1 before their weight."""
    whole: list[tuple[int, float]] = []
    for counts, weight in blocks:
        block = [
            (rows[name][0], (1.0 + math.log(count)) * rows[name][1])
            for name, count in counts.items()
            if name in rows
        ]
        norm = math.sqrt(sum(value * value for _, value in block)) or 1.0
        whole += [(row, weight * value / norm) for row, value in block]
    return whole


Example = tuple[Sequence[str], Sequence[str]]
"""The words of an utterance, and its marks."""


def train(examples: Mapping[str, Sequence[Example]]) -> LinearModel:
    """Return a model of labels from their examples."""
    import numpy as np  # noqa: PLC0415 - half of the start-up time, needed only here

    labels = tuple(sorted(examples))
    pairs = [
        (example, i) for i, name in enumerate(labels) for example in examples[name]
    ]
    counted = [(blocks_of(words, marks), label) for (words, marks), label in pairs]
    rows = _rows([blocks for blocks, _ in counted])
    data = []
    for blocks, label in counted:
        entries = vector(blocks, rows)
        data.append(
            (
                np.array([row for row, _ in entries], dtype=np.int32),
                np.array([value for _, value in entries], dtype=np.float32),
                label,
            )
        )
    weights = np.zeros((len(rows), len(labels)), dtype=np.float32)
    bias = np.zeros(len(labels), dtype=np.float32)
    order = np.random.default_rng(7)
    steps = PASSES * len(data)
    done = 0
    for _ in range(PASSES):
        for at in order.permutation(len(data)):
            index, values, label = data[at]
            rate = STEP * (1.0 - done / steps)
            done += 1
            scores = values @ weights[index] + bias
            scores -= scores.max()
            powers = np.exp(scores)
            slope = powers / powers.sum()
            slope[label] -= 1.0
            if slope[label] > -LEARNT:
                continue
            weights[index] -= rate * np.outer(values, slope)
            bias -= rate * 0.1 * slope
    flat = array("f")
    flat.frombytes(weights.astype(np.float32).tobytes())
    return LinearModel(labels, rows, flat, tuple(float(b) for b in bias))


def _rows(utterances: Sequence[Blocks]) -> dict[str, tuple[int, float]]:
    """Return every feature that is worth a row, with its idf."""
    documents: Counter[str] = Counter()
    for blocks in utterances:
        for counts, _ in blocks:
            documents.update(counts.keys())
    total = len(utterances)
    kept = [
        name
        for name, count in sorted(documents.items())
        if count >= LEAST[name[0]] or total < SMALL
    ]
    return {
        name: (row, 1.0 + math.log((1 + total) / (1 + documents[name])))
        for row, name in enumerate(kept)
    }
