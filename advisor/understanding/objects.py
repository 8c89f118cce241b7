"""Leave out what a clause names only as the object of what it is about."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from advisor.understanding.attitudes import Told
from advisor.understanding.guessing import Guesser
from advisor.understanding.remarks import Remark

TOOL = "tool"
"""What stands for all tools, skills and methods in `object_of`."""
KNOWN = "know"

Objects = Mapping[str, frozenset[str]]
"""Trait -> those beside which it is no more than what they are done to."""


def without_objects(
    told: Sequence[Told],
    words: Sequence[str],
    tools: Collection[str],
    objects: Objects,
    guesser: Guesser,
) -> tuple[Told, ...]:
    """Return what a clause tells less what is only the object of another thing told.

    "Setting up databases" is of data infrastructure, "coding in Python" of Python: one
    thing said must not count as two.

    Args:
        told: what the clause tells.
        words: the clause's.
        tools: the traits among them that are tools, skills or methods.
        objects: which traits may be objects of which.
        guesser: knows the parts of a clause.

    """

    def is_object(item: Told) -> bool:
        of = objects.get(item.trait, frozenset())
        weak = item.means == KNOWN or item.guessed
        if TOOL in of and weak and names_tool(told, tools, objects):
            return True
        part = guesser.part_of(item.first, item.last, words)
        return any(
            other.trait in of
            and other.polarity == item.polarity
            and other.first <= part[1]
            and part[0] <= other.last
            for other in told
        )

    return tuple(item for item in told if not is_object(item))


def names_tool(
    told: Iterable[Told | Remark], tools: Collection[str], objects: Objects
) -> bool:
    """Return whether a tool, skill or method is said to be used or known."""
    used = (t for t in told if t.trait in tools and t.trait not in objects)
    return any(t.means == KNOWN and t.polarity > 0 for t in used)


def beside(remarks: Iterable[Remark], gist: Remark, objects: Objects) -> list[Remark]:
    """Return remarks less those on what is only the object of what all is about."""
    return [
        remark
        for remark in remarks
        if gist.trait not in objects.get(remark.trait, frozenset())
        or remark.polarity != gist.polarity
        or not (remark.guessed or remark.quote in gist.quote)
    ]
