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
from typing import TYPE_CHECKING, Any

from advisor.match.features import (
    concept_features,
    content_features,
    content_words,
    letter_features,
    topic_features,
    word_features,
)

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, Any]

LETTER_WEIGHT = 1.2
CONTENT_WEIGHT = 0.7
CONCEPT_WEIGHT = 0.5
TOPIC_WEIGHT = 0.7
MARK_WEIGHT = 0.8
PASSES = 15
STEP = 0.6
LEARNT = 0.05
"""An example this close to its label changes nothing."""
CLEAR = 0.8
"""An example read with this probability is looked at in every third pass only."""
REVIEW = 3
LEAST = {
    "w": 1,
    "s": 1,
    "k": 1,
    "t": 1,
    "y": 1,
    "d": 1,
    "m": 1,
    "p": 2,
    "g": 2,
    "z": 2,
    "c": 3,
}
"""In how many utterances a feature of each kind must stand to be worth a row."""
SMALL = 3000
"""With fewer utterances than this, every feature is."""
SAMPLED = 400
MOST_SIZES = 60
"""Bytes that the line of sizes may take."""
_HEADER = b"career-advisor linear model 4\n"
_WIDEST = 127
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
        for row, value in vector(blocks_of(words, marks), self.rows, self.idf):
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

        entries = vector(blocks_of(words, ()), self.rows, self.idf)
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


Blocks = tuple[tuple[Counter[str], float], ...]
"""Features of an utterance with their counts, block by block, each with its weight."""


def blocks_of(words: Sequence[str], marks: Sequence[str]) -> Blocks:
    """Return an utterance's words, letters and marks, counted.

    Marks are whatever else a caller knows of the utterance, as short strings.
    """
    content = content_words(words)
    return (
        (Counter(word_features(words)), 1.0),
        (Counter(letter_features(words)), LETTER_WEIGHT),
        (Counter(content_features(content)), CONTENT_WEIGHT),
        (Counter(concept_features(content)), CONCEPT_WEIGHT),
        (Counter(topic_features(content)), TOPIC_WEIGHT),
        (Counter(f"m {mark}" for mark in marks), MARK_WEIGHT),
    )


def vector(
    blocks: Blocks, rows: Mapping[str, int], idf: Sequence[float]
) -> list[tuple[int, float]]:
    """Return an utterance as (row, value); blocks have length 1 before their weight."""
    whole: list[tuple[int, float]] = []
    for counts, weight in blocks:
        block = [
            (rows[name], (1.0 + math.log(count)) * idf[rows[name]])
            for name, count in counts.items()
            if name in rows
        ]
        norm = math.sqrt(sum(value * value for _, value in block)) or 1.0
        whole += [(row, weight * value / norm) for row, value in block]
    return whole


Example = tuple[Sequence[str], Sequence[str]]
"""The words of an utterance, and its marks."""


@dataclass(frozen=True, slots=True)
class _Prepared:
    """Examples as vectors, ready to be fitted."""

    labels: tuple[str, ...]
    rows: Mapping[str, int]
    idf: "array[float]"
    data: Sequence[tuple["Numbers", "Numbers", int]]
    """Of each example, in the order of the labels: rows, values, label."""


def train(
    examples: Mapping[str, Sequence[Example]], *, thorough: bool = False
) -> LinearModel:
    """Return a model of labels from their examples.

    Args:
        examples: label -> examples.
        thorough: whether to look at every example in every pass, those read clearly
            as well: twice the time for a fifth of a point.

    """
    import numpy as np  # noqa: PLC0415 - half of the start-up time, needed only here

    prepared = _prepare(examples)
    weights, bias = _fit(prepared, 1 if thorough else REVIEW)
    peaks = np.abs(weights).max(axis=1, initial=0.0)
    scales = np.maximum(peaks, 1e-9) / _WIDEST
    whole = np.rint(weights / scales[:, None]).astype(np.int8)
    return LinearModel(
        prepared.labels,
        prepared.rows,
        prepared.idf,
        array("f", scales.astype(np.float32).tobytes()),
        array("b", whole.tobytes()),
        tuple(float(b) for b in bias),
        _typical(prepared, weights, bias),
    )


def _typical(prepared: _Prepared, weights: "Numbers", bias: "Numbers") -> float:
    """Return the mean best score over some of the examples."""
    some = prepared.data[:: max(1, len(prepared.data) // SAMPLED)]
    best = [float((v @ weights[i] + bias).max()) for i, v, _ in some]
    mean = sum(best) / len(best) if best else 0.0
    return mean if mean > 0 else 1.0


def misread(
    examples: Mapping[str, Sequence[Example]], least: float
) -> list[tuple[str, int, str, float]]:
    """Return the examples that a model trained on them all reads as another label.

    Args:
        examples: label -> examples.
        least: how probable the other label has to be.

    Returns:
        Label, place among its examples, the other label, its probability.

    """
    import numpy as np  # noqa: PLC0415

    prepared = _prepare(examples)
    weights, bias = _fit(prepared, REVIEW)
    labels = prepared.labels
    places = [(name, n) for name in labels for n in range(len(examples[name]))]
    found = []
    for (index, values, label), (name, place) in zip(
        prepared.data, places, strict=True
    ):
        scores = values @ weights[index] + bias
        powers = np.exp(scores - scores.max())
        top = int(powers.argmax())
        share = float(powers[top] / powers.sum())
        if top != label and share >= least:
            found.append((name, place, labels[top], share))
    return found


def _prepare(examples: Mapping[str, Sequence[Example]]) -> _Prepared:
    import numpy as np  # noqa: PLC0415

    labels = tuple(sorted(examples))
    counted = [
        (blocks_of(words, marks), label)
        for label, name in enumerate(labels)
        for words, marks in examples[name]
    ]
    rows, idf = _rows([blocks for blocks, _ in counted])
    data = []
    for blocks, label in counted:
        entries = vector(blocks, rows, idf)
        index = np.array([row for row, _ in entries], dtype=np.int32)
        values = np.array([value for _, value in entries], dtype=np.float32)
        data.append((index, values, label))
    return _Prepared(labels, rows, idf, data)


def _fit(prepared: _Prepared, review: int) -> tuple["Numbers", "Numbers"]:
    """Return weights, by row and label, and bias, from stochastic gradient descent.

    An example that is read clearly is looked at in every so many passes only.
    """
    import numpy as np  # noqa: PLC0415

    data = prepared.data
    weights = np.zeros((len(prepared.rows), len(prepared.labels)), dtype=np.float32)
    bias = np.zeros(len(prepared.labels), dtype=np.float32)
    order = np.random.default_rng(7)
    clear = np.zeros(len(data), dtype=bool)
    for turn in range(PASSES):
        for done, at in enumerate(order.permutation(len(data))):
            if clear[at] and turn % review:
                continue
            index, values, label = data[at]
            rate = STEP * (1.0 - (turn + done / len(data)) / PASSES)
            scores = values @ weights[index] + bias
            scores -= scores.max()
            slope = np.exp(scores)
            slope /= slope.sum()
            clear[at] = slope[label] > CLEAR
            slope[label] -= 1.0
            if slope[label] > -LEARNT:
                continue
            weights[index] -= rate * np.outer(values, slope)
            bias -= rate * 0.1 * slope
    return weights, bias


def _rows(utterances: Sequence[Blocks]) -> tuple[dict[str, int], "array[float]"]:
    """Return every feature that is worth a row, and by row its idf."""
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
    idf = (1.0 + math.log((1 + total) / (1 + documents[name])) for name in kept)
    return {name: row for row, name in enumerate(kept)}, array("f", idf)
