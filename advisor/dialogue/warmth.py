"""A word for what is hard for somebody: once for each kind, before anything else."""

from itertools import pairwise

from advisor.data.requirements import HARD
from advisor.dialogue.turn import Draft
from advisor.text import words
from advisor.understanding.language import phrases_of

FRAGMENT = 8
"""A line of no more words may leave out whom it is about: "laid off in spring"."""


def say_kindly(draft: Draft) -> None:
    """Say a kind word where the speaker tells of something hard for the first time."""
    lists = draft.voice.catalog.language
    said = words(draft.reading.text)
    own, others = frozenset(lists["selves"]), frozenset(lists["others"])
    theirs = any(one == "my" and two in others for one, two in pairwise(said))
    if theirs or (own.isdisjoint(said) and len(said) > FRAGMENT):
        return
    for kind in HARD:
        if kind not in draft.voice.rotation and phrases_of(lists[kind]).within(said):
            draft.answer.say(kind)
            return
