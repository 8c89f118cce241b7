"""A word for what is hard for somebody: once for each kind, before anything else."""

import re
from collections.abc import Sequence
from itertools import pairwise

from advisor.data.requirements import HARD
from advisor.dialogue.turn import Draft
from advisor.text import words
from advisor.understanding.language import phrases_of

_END = re.compile(r"[.?!;\n]+")
PERCENT = "%"
"""A sentence with such a sign tells what others said, not how the speaker is."""
DENIED = 3
"""Within how many words before what is hard a "not" denies it."""
FRAGMENT = 8
"""A line of no more words may leave out whom it is about: "laid off in spring"."""


def say_kindly(draft: Draft) -> None:
    """Say a kind word where the speaker tells of something hard for the first time."""
    lists = draft.voice.catalog.language
    parts = [part for part in _END.split(draft.reading.text) if part]
    sentences = [words(part) for part in parts]
    own, others = frozenset(lists["selves"]), frozenset(lists["others"])
    said = [word for sentence in sentences for word in sentence]
    if any(one == "my" and two in others for one, two in pairwise(said)):
        return
    mine = [
        _of_speaker(part, sentence, own)
        for part, sentence in zip(parts, sentences, strict=True)
        if PERCENT not in part
    ]
    for kind in HARD:
        if kind in draft.voice.rotation:
            continue
        if any(_tells(sentence, lists[kind], lists["negators"]) for sentence in mine):
            draft.answer.say(kind)
            return


def _of_speaker(
    part: str, sentence: tuple[str, ...], own: frozenset[str]
) -> tuple[str, ...]:
    """Return what a sentence tells of its speaker: all, or its short beginning."""
    begun = words(part.split(",", maxsplit=1)[0])
    short = begun if len(begun) <= FRAGMENT else ()
    return sentence if own & set(sentence) else short


def _tells(
    said: Sequence[str], phrases: tuple[str, ...], negators: Sequence[str]
) -> bool:
    """Whether a sentence tells something hard, and does not deny it."""
    found = phrases_of(phrases)
    return any(
        found.at(said, i) and set(negators).isdisjoint(said[max(0, i - DENIED) : i])
        for i in range(len(said))
    )
