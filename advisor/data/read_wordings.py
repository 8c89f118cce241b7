"""Read the files of `knowledge/wordings/`: what people say of one trait, or of none."""

from collections.abc import Collection
from dataclasses import dataclass

from advisor.data.nearest import near
from advisor.data.schema import Reader
from advisor.data.yamlfile import Node

NOTHING = "nothing"
"""The name of the file with what says nothing of any trait."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """What people say of a trait who never name it, or name it in passing."""

    likes: tuple[str, ...]
    """They like it, do it or are good at it."""
    dislikes: tuple[str, ...]
    """They dislike, avoid or lack it."""


def read_wordings(
    reader: Reader, root: Node, *, stem: str, traits: Collection[str]
) -> Wordings:
    """Return the wordings of a file; its name is the trait's."""
    if stem != NOTHING and stem not in traits:
        reader.complain(root, f"unknown trait '{stem}'{near(stem, traits)}")
    if stem == NOTHING:
        got = reader.fields(root, "the file", ("says",), ())
        return Wordings(reader.texts(got.get("says"), "says", least=1), ())
    got = reader.fields(root, "wordings", ("likes",), ("dislikes",))
    return Wordings(
        reader.texts(got.get("likes"), "likes", least=1),
        reader.texts(got.get("dislikes"), "dislikes"),
    )
