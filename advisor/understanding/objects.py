"""Leave out what a clause names only as the object of what it is about."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from advisor.understanding.attitudes import Told
from advisor.understanding.guessing import Guesser
from advisor.understanding.remarks import Remark
from advisor.understanding.traits import Named

TOOL = "tool"
"""What stands for all tools, skills and methods in `object_of`."""
KNOWN = "know"

Objects = Mapping[str, frozenset[str]]
"""Trait -> those beside which it is no more than what they are done to."""


def without_objects(
    told: Sequence[Told],
    words: Sequence[str],
    named: Sequence[Named],
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
        named: the traits that it names.
        tools: the traits among them that are tools, skills or methods.
        objects: which traits may be objects of which.
        guesser: knows the parts of a clause.

    """
    places = {item.trait: (item.first, item.last) for item in named}

    def is_object(item: Told) -> bool:
        of = objects.get(item.trait, frozenset())
        weak = item.means == KNOWN or item.guessed
        if TOOL in of and weak and names_tool(told, tools, objects):
            return True
        place = places.get(item.trait, (item.first, item.last))
        first, last = guesser.part_of(*place, words)
        beside = (t for t in told if t.trait in of and t.polarity == item.polarity)
        spans = (places.get(t.trait, (t.first, t.last)) for t in beside)
        return any(start <= last and first <= end for start, end in spans)

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
