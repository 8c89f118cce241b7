"""A turn as it is being made: what each act adds to it."""

from dataclasses import dataclass, field

from advisor.dialogue.answer import Answer
from advisor.dialogue.state import Memory, Question, State
from advisor.dialogue.voice import Voice
from advisor.understanding.frames import Frame, Reading


@dataclass(slots=True)
class Draft:
    """The reply and the state to come, while they are worked out."""

    state: State
    reading: Reading
    voice: Voice
    answer: Answer
    memory: Memory
    asked: Question | None = None
    frames: list[Frame] = field(default_factory=list)
    """What counts as understood."""
    restored: bool = False
    """Whether the memory comes from undo or redo and is not to be noted again."""
    undo: tuple[Memory, ...] = ()
    redo: tuple[Memory, ...] = ()
    keeps_last: bool = False
    """Whether repeat, why and sources should go on meaning the reply before."""
    over: bool = False
    missed: bool = False
