"""Put the questions of the turn before again: "the same two for a statistician"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.dialogue.state import Said
from advisor.text import words
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.language import phrases_of
from advisor.understanding.reader import FOREIGN

AGAIN = "again"
_TWO = 2
Lists = Mapping[str, tuple[str, ...]]


def again(reading: Reading, last: Said | None, lists: Lists) -> Reading:
    """Return a reading in which "the same two" or "number 3" are the topics meant.

    Only where the turn before asked about several topics, and where the line names
    roles, or points at the questions themselves.
    """
    asked = _topics(last)
    if len(asked) < _TWO or not _may_point(reading.frames):
        return reading
    said = words(reading.text)
    number = _numbered(said, lists)
    every = phrases_of(lists["same_again"]).within(said)
    if number is not None and number < len(asked):
        topics: tuple[str, ...] = (asked[number],)
    elif every:
        topics = asked
    else:
        return reading
    roles = tuple(dict.fromkeys(m.role for m in reading.mentions if m.role))
    before = last.frames[-1].roles if last else ()
    meant = tuple(
        Frame("ask", roles or before, (topic,), AGAIN, 1.0, reading.text)
        for topic in topics
    )
    return replace(reading, frames=meant, choices=())


def asked_again(reading: Reading, last: Said | None) -> frozenset[str]:
    """Return the snippets of the reply before, where they are asked for once more.

    In the very same words, or in English after a line in another language: who asks
    so has not had the answer, and wants no other.
    """
    asked = [f for f in reading.frames if f.act == "ask"]
    if last is None or not asked:
        return frozenset()
    before = [f for f in last.frames if f.act == "ask"]
    same = {(f.roles, f.topics) for f in before} & {(f.roles, f.topics) for f in asked}
    words_of = {words(f.text) for f in before} & {words(f.text) for f in asked}
    foreign = any(f.intent.startswith(FOREIGN) for f in before)
    return frozenset(last.snippets) if foreign or (same and words_of) else frozenset()


def _topics(last: Said | None) -> tuple[str, ...]:
    """Return the topics that the turn before asked about, in order."""
    asked = [f for f in last.frames if f.act in ("ask", "compare")] if last else []
    return tuple(dict.fromkeys(t for frame in asked for t in frame.topics))


def _may_point(frames: Sequence[Frame]) -> bool:
    """Whether no frame says that something else is wanted."""
    return all(f.act not in ("crisis", "meta", "social") for f in frames)


def _numbered(said: Sequence[str], lists: Lists) -> int | None:
    """Return which question a line names by its number: "number 3 again"."""
    around = lists["question_numbers"]
    for i, word in enumerate(said):
        for number, names in enumerate(lists["answer_ordinals"]):
            if word not in names.split()[:_TWO] and word != names.split()[0]:
                continue
            before = i > 0 and said[i - 1] in around
            after = i + 1 < len(said) and said[i + 1] in around
            if before or after:
                return number
    return None
