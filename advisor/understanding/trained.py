"""Train models, each kept by what it is trained on.

Whoever changes a figure or a phrase changes no example: nothing is trained anew then.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from advisor.data import cache
from advisor.data.fingerprint import code_of
from advisor.match.linear import Example, LinearModel

LEARNS = ("match",)
"""Packages whose code decides what is learnt from examples."""
UNREADABLE = (ValueError, TypeError, KeyError, AttributeError)
"""What a damaged model raises when it is read."""


@dataclass(frozen=True, slots=True)
class Trainer:
    """Trains models, or takes those that were trained on the same before."""

    names: list[str] = field(default_factory=list)
    """What the models are kept as, in the order in which they were asked for."""
    models: list[LinearModel] = field(default_factory=list)

    def train(
        self,
        examples: Mapping[str, Sequence[Example]],
        *,
        thorough: bool = False,
        lean: bool = False,
    ) -> LinearModel:
        """Return a model of labels from their examples, as `match.training` does."""
        name = _name_of(examples, thorough=thorough, lean=lean)
        model = kept(name)
        if model is None:
            from advisor.match.training import train  # noqa: PLC0415 - needs numpy

            model = train(examples, thorough=thorough, lean=lean)
        self.names.append(name)
        self.models.append(model)
        return model


def kept(name: str) -> LinearModel | None:
    """Return a model that is kept, or None where it is missing or damaged."""
    held = cache.get(name)
    if held is None:
        return None
    try:
        return LinearModel.from_bytes(held)
    except UNREADABLE:
        return None


def _name_of(
    examples: Mapping[str, Sequence[Example]], *, thorough: bool, lean: bool
) -> str:
    digest = hashlib.sha256()
    for content in code_of(LEARNS).values():
        digest.update(content)
    digest.update(repr((thorough, lean)).encode())
    for label, rows in examples.items():
        digest.update(f"\0{label}\0".encode())
        for words, marks in rows:
            digest.update(repr(("|".join(words), "|".join(marks))).encode())
    return f"{digest.hexdigest()[:40]}.model"
