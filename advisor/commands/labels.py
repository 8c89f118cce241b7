"""Labelled utterances: reading them from a file, and judging an answer by its label."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from advisor.errors import AdvisorError
from advisor.understanding.frames import Frame

OUTSIDE = "out_of_scope"
ABOUT_ROLES = ("ask", "compare")
BESIDE = frozenset({"social"})
"""Acts that may stand beside the wanted one; beside those in scope, `tell` as well."""
NOTHING = "not_understood"
_Z = 1.96
"""Standard deviations of a 95% interval."""


class LabelError(AdvisorError):
    """A file of labelled utterances cannot be read."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One reading that counts as right."""

    act: str
    roles: frozenset[str]
    topics: frozenset[str]


@dataclass(frozen=True, slots=True)
class Labelled:
    """An utterance with the readings that count as right, the first one first."""

    text: str
    wanted: tuple[Wanted, ...]
    near_miss: bool

    @property
    def outside(self) -> bool:
        """Return whether it should be declined."""
        return self.wanted[0].act == OUTSIDE


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an utterance was read, against its label."""

    labelled: Labelled
    acts: frozenset[str]
    roles: frozenset[str]
    topics: frozenset[str]
    confidence: float
    """Of the least sure of the frames."""
    exact: bool
    """Act, roles and topics as wanted, and no other act besides."""
    relaxed: bool
    """The act is there, with at least one wanted topic, and all wanted roles."""

    @property
    def declined(self) -> bool:
        """Return whether it was taken for out of scope."""
        return self.acts == {OUTSIDE}


def read_labels(path: Path) -> list[Labelled]:
    """Return the labelled utterances of a file with one JSON object a line.

    Each holds `text`, `act`, `roles`, `topics`, and may hold `alt` (a list of further
    labels) and `near_miss`.

    Raises:
        LabelError: the file cannot be read; it names the line.

    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{path}: cannot be read: {error}"
        raise LabelError(msg) from None
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            found.append(_labelled(line, f"{path}:{number}"))
    if not found:
        msg = f"{path}: holds no line; expected one JSON object a line"
        raise LabelError(msg)
    return found


def _labelled(line: str, place: str) -> Labelled:
    try:
        item = json.loads(line)
        wanted = tuple(
            Wanted(
                str(label["act"]),
                frozenset(label.get("roles", ())),
                frozenset(label.get("topics", ())),
            )
            for label in (item, *item.get("alt", ()))
        )
        return Labelled(str(item["text"]), wanted, bool(item.get("near_miss")))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        msg = f"{place}: no label ({error}); expected text, act, roles and topics"
        raise LabelError(msg) from None


def judge(labelled: Labelled, frames: Sequence[Frame]) -> Verdict:
    """Return how what was read of an utterance compares with its label."""
    acts = frozenset(frame.act for frame in frames)
    roles = frozenset(role for frame in frames for role in frame.roles)
    topics = frozenset(topic for frame in frames for topic in frame.topics)
    sure = min((frame.confidence for frame in frames), default=0.0)
    exact = any(_is_exact(want, acts, roles, topics) for want in labelled.wanted)
    relaxed = any(_is_close(want, acts, roles, topics) for want in labelled.wanted)
    return Verdict(
        labelled, acts or frozenset({NOTHING}), roles, topics, sure, exact, relaxed
    )


def _is_exact(
    want: Wanted, acts: frozenset[str], roles: frozenset[str], topics: frozenset[str]
) -> bool:
    if want.act == OUTSIDE:
        return acts == {OUTSIDE}
    if want.act not in acts or acts - {want.act, "tell"} - BESIDE:
        return False
    if want.act in ABOUT_ROLES:
        return roles == want.roles and topics == want.topics
    return want.act != "recommend" or want.roles <= roles


def _is_close(
    want: Wanted, acts: frozenset[str], roles: frozenset[str], topics: frozenset[str]
) -> bool:
    if want.act == OUTSIDE:
        return acts == {OUTSIDE}
    if want.act not in acts:
        return False
    if want.act in ABOUT_ROLES:
        return want.roles <= roles and (not want.topics or bool(want.topics & topics))
    return want.act != "recommend" or want.roles <= roles


def interval(hits: int, count: int) -> tuple[float, float]:
    """Return the 95% interval of a rate, after Wilson (1927)."""
    if not count:
        return 0.0, 1.0
    rate = hits / count
    middle = rate + _Z * _Z / (2 * count)
    spread = _Z * math.sqrt((rate * (1 - rate) + _Z * _Z / (4 * count)) / count)
    whole = 1 + _Z * _Z / count
    return (middle - spread) / whole, (middle + spread) / whole


def rates(verdicts: Sequence[Verdict]) -> dict[str, tuple[int, int]]:
    """Return (hits, count) of each rate that can be told, by its name."""
    inside = [v for v in verdicts if not v.labelled.outside]
    outside = [v for v in verdicts if v.labelled.outside]
    near = [v for v in outside if v.labelled.near_miss]
    told: Mapping[str, tuple[Sequence[Verdict], Sequence[bool]]] = {
        "in scope: act, roles and topics": (inside, [v.exact for v in inside]),
        "in scope: relaxed": (inside, [v.relaxed for v in inside]),
        "in scope: wrongly declined": (inside, [v.declined for v in inside]),
        "out of scope: declined": (outside, [v.exact for v in outside]),
        "out of scope: near misses": (near, [v.exact for v in near]),
    }
    return {name: (sum(hits), len(of)) for name, (of, hits) in told.items() if of}


BANDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95)
"""Where the bands of confidence begin in which `reliability` counts."""
SURE = 0.8


def reliability(
    told: Sequence[tuple[float, bool]],
) -> list[tuple[float, int, float, float]]:
    """Return how often readings were right, by how sure they were.

    Args:
        told: the confidence of each reading, and whether it was right.

    Returns:
        Of each band with a reading: where it begins, how many readings it has, their
        mean confidence, and the share of them that was right. The last two are alike
        where confidences can be taken at their word (a reliability curve, Murphy and
        Winkler 1977).

    """
    found = []
    for low, high in zip(BANDS, (*BANDS[1:], math.inf), strict=True):
        band = [(sure, right) for sure, right in told if low <= sure < high]
        if band:
            mean = math.fsum(sure for sure, _ in band) / len(band)
            share = sum(right for _, right in band) / len(band)
            found.append((low, len(band), mean, share))
    return found


def surely_wrong(told: Sequence[tuple[float, bool]]) -> float:
    """Return which share of readings was wrong with a confidence above `SURE`."""
    wrong = sum(sure > SURE and not right for sure, right in told)
    return wrong / max(len(told), 1)
