"""The dialogue state: immutable plain data, to and from JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from advisor.data.codec import decoder, encode
from advisor.dialogue.reply import Block
from advisor.errors import AdvisorError
from advisor.recommend.profile import Evidence
from advisor.understanding.focus import Focus
from advisor.understanding.frames import Frame
from advisor.understanding.remarks import Origin

MOST_UNDO = 200
MOST_QUOTED = 60
"""Characters of a line that is named when it is taken back."""
FORMAT = 11
"""Raise it when a saved state of before can no longer be read."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One numbered answer to a question of the advisor's."""

    id: str
    text: str
    frame: Frame | None = None
    """What choosing it means, where it means saying something."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question that the advisor has put and not yet had answered."""

    id: str
    choices: tuple[Choice, ...] = ()
    old: Evidence | None = None
    """Of a contradiction: the earlier remark, to return to."""
    found: tuple[Evidence, ...] = ()
    """Of a long text: what would be taken from it."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What undo takes back: the context, the profile and how much was said."""

    focus: Focus
    profile: tuple[Evidence, ...] = ()
    heard: int = 0
    """How many of the state's said snippets count as said."""
    jobs: tuple[str, ...] = ()
    """Ids of the jobs outside that the user says they do or did, and of studies."""
    origins: tuple[Origin, ...] = ()
    """Where the user says that they come from."""
    steps_out: tuple[str, ...] = ()
    """Steps that the user wants in no plan, each as role and step: "data_analyst.r"."""
    steps_done: tuple[str, ...] = ()
    """Steps that the user says are done."""


@dataclass(frozen=True, slots=True)
class Step:
    """What undo goes back to, or redo forward to, over one line of the user's."""

    memory: Memory
    line: str
    """The line that is taken back or holds again, or how it begins."""

    @staticmethod
    def over(line: str, asked: Question | None, memory: Memory) -> "Step":
        """Return the step back over a line; a choice is named by its words."""
        said = " ".join(line.split())
        choices = asked.choices if asked is not None else ()
        if said.isdecimal() and 0 < int(said[:4]) <= len(choices):
            said = choices[int(said[:4]) - 1].text
        long = len(said) > MOST_QUOTED
        return Step(memory, said[:MOST_QUOTED].rstrip() + " ..." if long else said)


@dataclass(frozen=True, slots=True)
class Probing:
    """How far the advisor has gone in asking the user about themselves."""

    asked: tuple[str, ...] = ()
    """Ids of the questions put so far."""
    ignored: int = 0
    """Questions passed over since the last one answered; two end the asking."""
    reasked: bool = False
    """Whether the open question was put again already."""
    offered: bool = False
    """Whether a suggestion was offered or given."""
    given: bool = False
    """Whether one was given, so that it can be asked about."""
    stays: bool = False
    """Whether the user would rather stay in a job that they know."""
    told: str = ""
    """The role whose suggestion was told in full last."""
    returned: int = 0
    """How often a question was put again after something else."""
    quiet: bool = False
    """Whether the user wants no questions, until they ask for advice again."""
    clashed: tuple[str, ...] = ()
    """Traits on which it was asked which of two remarks holds; once is enough."""
    denied: tuple[str, ...] = ()
    """Traits that the user would not have said; they are not guessed again."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a reply said, for repeat, shorter, why and sources."""

    blocks: tuple[Block, ...]
    snippets: tuple[str, ...]
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """A question that was answered by a choice, which may yet be put right."""

    question: Question
    memory: Memory
    """What was held before the answer."""
    probing: Probing
    """How far the asking had gone before it."""
    profile: tuple[Evidence, ...]
    """What was held of the user after it."""
    turn: int
    """The turn that answered it."""
    chosen: tuple[str, ...] = ()
    """Ids of the choices taken."""
    several: bool = False
    """Whether both or none of the choices may be taken."""


@dataclass(frozen=True, slots=True)
class State:
    """One conversation, as far as it has gone."""

    memory: Memory
    turn: int = 0
    """Utterances so far; never goes back."""
    said: tuple[str, ...] = ()
    """Ids of snippets in the order said; the memory tells how many still count."""
    asked: Question | None = None
    last: Said | None = None
    """The last reply, for repeat."""
    claim: Said | None = None
    """The last reply that rested on snippets, for why, sources and shorter."""
    undo: tuple[Step, ...] = ()
    redo: tuple[Step, ...] = ()
    rotation: Mapping[str, int] = field(default_factory=dict)
    """Phrase -> how often it was used, so that its wordings take turns."""
    probing: Probing = field(default_factory=Probing)
    over: bool = False
    """Whether the user has said goodbye."""
    settled: Settled | None = None
    """The last question that a choice answered."""
    stood: tuple[tuple[Evidence, ...], ...] = ()
    """What was held whenever a ranking was told, the latest last."""

    @property
    def heard(self) -> frozenset[str]:
        """Return the ids of the snippets that the user has been told."""
        return frozenset(self.said[: self.memory.heard])

    def to_json(self) -> str:
        """Return the state as one line of JSON."""
        return json.dumps({"format": FORMAT, "state": encode(self)}, ensure_ascii=True)

    @staticmethod
    def from_json(text: str) -> "State":
        """Return the state that `to_json` wrote.

        Raises:
            AdvisorError: the text is not such a state.

        """
        try:
            plain = json.loads(text)
            if plain["format"] != FORMAT:
                msg = f"a saved state of format {plain['format']}; expected {FORMAT}"
                raise AdvisorError(msg)
            state: State = decoder(State)(plain["state"])
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            msg = f"not a saved state: {error}"
            raise AdvisorError(msg) from error
        return state
