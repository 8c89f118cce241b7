"""The result of reading: frames, one for each thing that the speaker did."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from advisor.data.model import Tongue
from advisor.understanding.mentions import Mention
from advisor.understanding.remarks import Origin, Remark


@dataclass(frozen=True, slots=True)
class Frame:
    """One thing that the speaker did in an utterance."""

    act: str
    roles: tuple[str, ...]
    topics: tuple[str, ...]
    intent: str
    """Id of the intent, or of the rule, that read it."""
    confidence: float
    text: str
    """The words it was read from."""
    slots: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Kind of entity -> ids named (place, level, degree, tool, skill, job, method)."""
    yes_no: bool = False
    """Whether it is a question that wants a yes or a no first."""
    move: str | None = None
    """What the program is asked to do, for meta and social frames."""
    says: str | None = None
    """The phrase that answers it, for social and out-of-scope frames."""
    guess: bool = False
    """Whether the reading was a near thing, so that the reply should show it."""
    hint: str | None = None
    """The topic that a comparison without one leans to, or another job is asked."""
    by_default: bool = False
    """Whether no role was named or in focus, so that the core roles stand in."""
    at_home: bool = False
    """Whether it names no place and is about where the speaker is; without a place
    among its slots it is not known where that is."""

    def slot(self, kind: str) -> str | None:
        """Return the first entity of a kind."""
        return next(iter(self.slots.get(kind, ())), None)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was understood of an utterance, and how."""

    text: str
    """The utterance, cleaned."""
    frames: tuple[Frame, ...]
    """Empty where nothing was understood."""
    choices: tuple[Frame, ...] = ()
    """Readings too close to choose between, for a "did you mean"."""
    best: tuple[tuple[str, float], ...] = ()
    """The likeliest intents of the clause that decided, best first."""
    clauses: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()
    """(as typed, as read) for misspelt words."""
    remarks: tuple[Remark, ...] = ()
    """What the speaker said of themselves."""
    asks: bool = False
    """Whether any of its clauses is put as a question."""
    tongue: Tongue | None = None
    """The language it is in, where that is not the advisor's."""
    length: int = 0
    """Of a long text that was only skimmed: how many words it has; else 0."""
    quotes: tuple[str, ...] = ()
    """Of a long text: its mentions as they were typed."""
    unknown: bool = False
    """Whether hardly any word is known: noise, or another language."""
    points_nowhere: bool = False
    """Whether it only points ("and it?"), with nothing that could be meant."""
    home: str | None = None
    """Where the speaker says that they are."""
    origins: tuple[Origin, ...] = ()
    """What the speaker says of where they come from."""

    @property
    def stands_apart(self) -> bool:
        """Whether no rule may read it otherwise.

        So it is with a cry for help, an order to forget, another language, a long text
        and a line without words.
        """
        held = any(f.act == "crisis" or f.move == "forget" for f in self.frames)
        return held or self.tongue is not None or bool(self.length) or not self.text
