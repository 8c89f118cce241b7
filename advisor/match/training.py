"""Train a linear model: plain stochastic gradient descent with a falling step.

It needs numpy, which is imported only here: it takes half of the time of a start.
"""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from advisor.match.features import WEIGHTS, blocks_but_letters, letters_of
from advisor.match.linear import WIDEST, ZERO, Example, LinearModel
from advisor.match.rows import Rows, key_of

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, Any]

PASSES = 15
STEP = 0.6
STEP_OF_BIAS = 0.1
"""How fast a label's bias learns, as a share of the step of its weights."""
LEARNT = 0.05
"""An example this close to its label changes nothing."""
CLEAR = 0.8
"""An example read with this probability is looked at in every third pass only."""
REVIEW = 3
SMOOTHED = 0.1
"""How much of an example's weight goes to all labels alike, where training is thorough:
it keeps a model from trusting odd examples (label smoothing, Szegedy et al. 2016)."""
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
LEAN = {**dict.fromkeys("pgz", 3), "c": 6}
"""The same where a model should be small, for kinds in which it tells."""
SMALL = 3000
"""With fewer utterances than this, every feature is."""
SAMPLED = 400


@dataclass(frozen=True, slots=True)
class _Prepared:
    """Examples as vectors, ready to be fitted."""

    labels: tuple[str, ...]
    rows: Rows
    idf: "Numbers"
    data: Sequence[tuple["Numbers", "Numbers", int]]
    """Of each example, in the order of the labels: rows, values, label."""


def train(
    examples: Mapping[str, Sequence[Example]],
    *,
    thorough: bool = False,
    lean: bool = False,
) -> LinearModel:
    """Return a model of labels from their examples.

    Args:
        examples: label -> examples.
        thorough: whether to look at every example in every pass, those read clearly
            as well, with smoothed labels: twice the time for less than half a point.
        lean: whether to leave out what few examples show: half the size.

    """
    import numpy as np  # noqa: PLC0415

    prepared = _prepare(examples, LEAST | LEAN if lean else LEAST)
    weights, bias = _fit(prepared, thorough=thorough)
    peaks = np.abs(weights).max(axis=1, initial=0.0)
    scales = np.maximum(peaks, 1e-9) / WIDEST
    whole = np.rint(weights / scales[:, None]).astype(np.int16) + ZERO
    return LinearModel(
        prepared.labels,
        prepared.rows,
        array("f", prepared.idf.tobytes()),
        array("f", scales.astype(np.float32).tobytes()),
        whole.astype(np.uint8).tobytes(),
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

    prepared = _prepare(examples, LEAST | LEAN)
    weights, bias = _fit(prepared, thorough=False)
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


def _prepare(
    examples: Mapping[str, Sequence[Example]], least: Mapping[str, int]
) -> _Prepared:
    """Return examples as vectors, as `vector` makes them one by one when serving."""
    import numpy as np  # noqa: PLC0415

    labels = tuple(sorted(examples))
    target = [label for label, name in enumerate(labels) for _ in examples[name]]
    names, ids, lengths = _numbered([e for name in labels for e in examples[name]])
    of_block = np.repeat(np.arange(len(lengths)), lengths)
    # Every feature of every block once, and how often it stands there.
    keys, counts = np.unique(of_block * len(names) + ids, return_counts=True)
    block, feature = np.divmod(keys, max(len(names), 1))
    heard = np.bincount(feature, minlength=len(names))
    kept, row_of = _rows(names, heard, len(target), least)
    idf = (1.0 + np.log((1 + len(target)) / (1 + heard[kept]))).astype(np.float32)
    row = row_of[feature]
    worth = row >= 0
    block, row, counts = block[worth], row[worth], counts[worth]
    values = (1.0 + np.log(counts)) * idf[row]
    norms = np.sqrt(np.bincount(block, values * values, len(lengths)))
    values *= np.tile(WEIGHTS, len(target))[block] / norms[block]
    ends = np.searchsorted(block, np.arange(len(target) + 1) * len(WEIGHTS))
    rows, floats = row.astype(np.int32), values.astype(np.float32)
    data = [
        (rows[start:end], floats[start:end], label)
        for start, end, label in zip(ends, ends[1:], target, strict=False)
    ]
    return _Prepared(labels, Rows.of(key_of(names[at]) for at in kept), idf, data)


def _numbered(
    examples: Sequence[Example],
) -> tuple[list[str], "Numbers", list[int]]:
    """Return all features by number, the numbers of each block, and how many it has."""
    import numpy as np  # noqa: PLC0415

    number: dict[str, int] = {}

    def numbers(names: Sequence[str]) -> list[int]:
        return [number.setdefault(name, len(number)) for name in names]

    letters = cache(lambda word: numbers(letters_of(word)))
    found = array("l")
    lengths = []
    for words, marks in examples:
        first, *rest = map(numbers, blocks_but_letters(words, marks))
        spelt = list(chain.from_iterable(map(letters, words)))
        for block in (first, spelt, *rest):
            found.extend(block)
            lengths.append(len(block))
    return list(number), np.array(found, dtype=np.int64), lengths


def _rows(
    names: Sequence[str], heard: "Numbers", total: int, least: Mapping[str, int]
) -> tuple[list[int], "Numbers"]:
    """Return the features worth a row, in order of their names, and each one's row.

    Of two with the same hash the second has none.
    """
    import numpy as np  # noqa: PLC0415

    by_key: dict[int, int] = {}
    for number in sorted(range(len(names)), key=names.__getitem__):
        if heard[number] >= least[names[number][0]] or total < SMALL:
            by_key.setdefault(key_of(names[number]), number)
    kept = list(by_key.values())
    row_of = np.full(len(names), -1, dtype=np.int64)
    row_of[kept] = np.arange(len(kept))
    return kept, row_of


def _fit(prepared: _Prepared, *, thorough: bool) -> tuple["Numbers", "Numbers"]:
    """Return weights, by row and label, and bias, from stochastic gradient descent.

    An example that is read clearly is looked at in every so many passes only.
    """
    import numpy as np  # noqa: PLC0415

    data = prepared.data
    review, smoothed = (1, SMOOTHED) if thorough else (REVIEW, 0.0)
    weights = np.zeros((len(prepared.rows), len(prepared.labels)), dtype=np.float32)
    bias = np.zeros(len(prepared.labels), dtype=np.float32)
    order = np.random.default_rng(7)
    clear = np.zeros(len(data), dtype=bool)
    for turn in range(PASSES):
        for done, at in enumerate(order.permutation(len(data)).tolist()):
            if clear[at] and turn % review:
                continue
            index, values, label = data[at]
            own = weights.take(index, axis=0)
            slope = values @ own
            slope += bias
            slope -= slope.max()
            np.exp(slope, out=slope)
            slope /= slope.sum()
            sure = slope[label]
            clear[at] = sure > CLEAR
            if sure > 1.0 - LEARNT:
                continue
            slope[label] = sure - 1.0 + smoothed
            slope -= smoothed / len(slope)
            slope *= STEP * (1.0 - (turn + done / len(data)) / PASSES)
            own -= values[:, None] * slope
            weights[index] = own
            bias -= STEP_OF_BIAS * slope
    return weights, bias
