"""A line after an answer, with its words as they are compared with rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.dialogue.library import Library, opens
from advisor.dialogue.state import State
from advisor.dialogue.terms import (
    KINDS,
)
from advisor.text import words
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.language import phrases_of
from advisor.understanding.mentions import Mention

THEY, TOOL = "they", "thetool"
"""What the names of roles, and of tools and skills, are read as."""
LEVEL = "level"
SPANS = ("place", LEVEL)
OUTSIDE = 0.5
"""From this on, a line lies outside whatever it reminds of."""
READ, MOST_SURE = 0.6, 0.8
"""How sure at least, and at most, a rule is of what it reads."""
TWO = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or one clause of it, with what was said before it."""

    text: str
    said: tuple[str, ...]
    """Its words, less what only leads to it; names as their kinds."""
    frame: Frame | None
    mentions: tuple[Mention, ...]
    asks: bool
    """Whether the line asks anything."""
    typed: tuple[str, ...]
    """Its words with slips and short forms put right."""
    state: State
    library: Library

    def opens(self, name: str) -> bool:
        """Return whether it begins with a row of a list."""
        return opens(self.library.turns[name], self.said)

    @property
    def roles(self) -> tuple[str, ...]:
        """Return the roles that it names."""
        return tuple(dict.fromkeys(m.role for m in self.mentions if m.role))

    @property
    def asks_last(self) -> bool:
        """Whether it ends as a question: not "all day? reports, and a bit of SQL"."""
        return self.text.rstrip(" !.)\"'").endswith("?")

    def points(self, frame: Frame) -> bool:
        """Return whether it may be on roles at all: named, or spoken of before."""
        return bool(self.roles or frame.roles or self.state.memory.focus.roles)

    @property
    def slots(self) -> Mapping[str, tuple[str, ...]]:
        """Return the place and the level that it names."""
        return {m.kind: (m.id,) for m in self.mentions if m.kind in SPANS}


def line_of(
    text: str, frame: Frame | None, reading: Reading, state: State, library: Library
) -> Line:
    """Return a clause with its words as they are compared with the rows."""
    right = dict(reading.corrections)
    chat = {e.split()[0]: e.split()[1:] for e in library.catalog.language["chat"]}
    typed = [right.get(word, word) for word in words(text)]
    said = [whole for word in typed for whole in chat.get(word, (word,))]
    here = [m for m in reading.mentions if _at(m, said) is not None]
    plain = tuple(said)
    for mention in here:
        said = _named(said, mention)
    bare = _trimmed(said, library)
    mentions, asks = tuple(here), reading.asks
    return Line(text, tuple(bare), frame, mentions, asks, plain, state, library)


def _at(mention: Mention, said: Sequence[str]) -> int | None:
    """Return where a name stands among some words."""
    name = words(mention.name)
    starts = range(len(said) - len(name) + 1)
    return next((i for i in starts if tuple(said[i : i + len(name)]) == name), None)


def _named(said: list[str], mention: Mention) -> list[str]:
    """Return words with a name put as its kind; a place or a level is left out."""
    at = _at(mention, said)
    if at is None:
        return said
    end = at + len(words(mention.name))
    if mention.role:
        return [*said[:at], THEY, *said[end:]]
    if mention.kind in KINDS:
        return [*said[:at], TOOL, *said[end:]]
    if mention.kind not in SPANS:
        return said
    while at > 0 and said[at - 1] in ("in", "at", "the", "for", "within"):
        at -= 1
    return [*said[:at], *said[end:]]


def _trimmed(said: Sequence[str], library: Library) -> list[str]:
    """Return words less what only leads to a question, and what trails behind it."""
    lists = library.catalog.language
    leads = phrases_of(lists["leading_ask"])
    left = list(said)
    while len(left) > 1 and (
        left[0] in lists["openers"] or left[0] == "why" == left[1]
    ):
        left = left[1:]
    length = leads.at(left, 0) if left else 0
    left = left[length:] if length < len(left) else left
    while len(left) > 1 and left[-1] in lists["trailing"]:
        left = left[:-1]
    return left


def made(line: Line, act: str, intent: str, **more: object) -> Frame:
    """Return what a rule makes of a clause, with nothing but what it is given."""
    frame = Frame(act, (), (), intent, 1.0, line.text)
    return replace(frame, **more)  # type: ignore[arg-type]


def read_as(line: Line, act: str, intent: str, **more: object) -> Frame:
    """Return what a rule makes of a clause, hardly surer than the matcher was."""
    sure = line.frame.confidence if line.frame is not None else 0.0
    return made(line, act, intent, confidence=max(READ, min(sure, MOST_SURE)), **more)


def is_asked(line: Line) -> bool:
    """Whether a clause asks something, and is no remark beside a question."""
    frame, lists = line.frame, line.library.catalog.language
    if frame is None:
        return False
    if frame.act == "recommend" and frame.move is None:
        most = set(lists["superlatives"]) - set(lists["asking_advice"])
        needs = set(lists["needing"]) & set(line.typed)
        every = phrases_of(lists["all_of_it"]).within(line.typed)
        first = line.typed[0] in ("which", "what")
        return (first and bool(most & set(line.typed))) or bool(needs and every)
    if frame.act == "tell" and not (line.asks_last or frame.yes_no):
        return False
    opens = line.said[0] in (*lists["question_words"], *lists["auxiliaries"])
    asks = frame.act in ("ask", "compare", "recommend", "out_of_scope")
    return line.asks_last or opens or asks


def is_plainly_outside(line: Line) -> bool:
    """Whether a line lies outside, as it stands, and no role is spoken of."""
    frame = line.frame
    if frame is None or frame.act != "out_of_scope":
        return False
    return frame.confidence >= OUTSIDE and not line.points(frame)
