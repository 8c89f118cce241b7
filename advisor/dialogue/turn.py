"""A turn as it is being made: what each act adds to it."""

from dataclasses import dataclass, field

from advisor.dialogue.answer import Answer
from advisor.dialogue.state import Memory, Probing, Question, State, Step
from advisor.dialogue.voice import Voice
from advisor.recommend.profile import Profile
from advisor.recommend.suggest import Suggestion
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.reader import Reader
from advisor.understanding.talking import Talk


@dataclass(slots=True)
class Draft:
    """The reply and the state to come, while they are worked out."""

    state: State
    reading: Reading
    voice: Voice
    answer: Answer
    memory: Memory
    reader: Reader
    asked: Question | None = None
    frames: list[Frame] = field(default_factory=list)
    """What counts as understood."""
    restored: bool = False
    """Whether the memory comes from undo or redo and is not to be noted again."""
    undo: tuple[Step, ...] = ()
    redo: tuple[Step, ...] = ()
    keeps_last: bool = False
    """Whether repeat, why and sources should go on meaning the reply before."""
    over: bool = False
    answered: bool = False
    """Whether the open question was answered in passing, or will never be."""
    probing: Probing = field(default_factory=Probing)
    noted: Profile = ()
    """What was newly noted of the user in this turn."""
    confirmed: Profile = ()
    """What was held before and was said again in this turn."""
    suggestion: Suggestion | None = None
    talk: Talk | None = None
    """What the line says of the conversation itself, if anything."""
    moved: bool = False
    """Whether the turn has told what moved in a suggestion that was given."""
    tells_shares: bool = False
    """Whether shares of the ranking are told, which rest on the survey."""
    accepts: bool = False
    """Whether the line takes up the offer of a suggestion, and says more."""
