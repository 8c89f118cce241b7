"""What the data files hold for getting to know a user and suggesting a path."""

from collections.abc import Mapping
from dataclasses import dataclass, field

MEANINGS = ("like", "dislike", "know", "lack", "neutral")
STANDS = ("before", "after", "closing", "between", "around")
BASES = ("measured", "judgement")
WISH = "wish"
KINDS = (WISH,)
STATUSES = ("clear", "leaning", "tie", "too_little")
JUDGED_MOST = 0.7
"""By how much, in log-odds, judgement may move a weight that was measured."""


HOURS = (6, 12)
"""Hours a week at which the length of a path is told."""
PLAN_HOURS = 8
"""Hours a week that the weeks of the files are reckoned with."""


@dataclass(frozen=True, slots=True)
class Trait:
    """Something that people like, dislike, know or lack."""

    id: str
    name: str
    names: tuple[str, ...]
    entities: tuple[str, ...]
    """Keys of entities that mean this trait, such as `skill:programming`."""
    like: Mapping[str, float]
    """Role -> by how much liking it speaks for the role, in log-odds."""
    dislike: Mapping[str, float]
    dealbreaker: tuple[str, ...]
    """Roles that cannot avoid it."""
    wish: bool = False
    """Whether it is something that a job gives, such as high pay, and nobody does."""
    object_of: tuple[str, ...] = ()
    """Traits beside which it is no more than what they are done to, or `tool`."""
    measured: tuple[str, ...] = ()
    """Of `like` and `dislike`, those whose weights were measured, not judged."""
    lacked: bool = False
    """Whether those of `dislike` were counted of who has none of it, as of degrees."""

    @property
    def activity(self) -> bool:
        """Whether people were asked if they do it, so that both answers count."""
        return len(self.measured) > 1 and not self.lacked


@dataclass(frozen=True, slots=True)
class Attitude:
    """A way of saying that one likes, dislikes, knows or lacks something."""

    means: str
    strength: float
    stands: str
    """Where it stands to what it is about.

    `before` or `after` it, `closing` what is said of it, `between` two, or `around` it.
    """
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaning:
    """What choosing an answer says of a trait."""

    trait: str
    polarity: int


@dataclass(frozen=True, slots=True)
class ProbeChoice:
    """One answer to a question of the advisor's."""

    id: str
    text: str
    traits: tuple[Leaning, ...]
    names: tuple[str, ...] = ()
    """Other ways to name it."""
    means: str = ""
    """What it means, in plain words."""
    roles: tuple[str, ...] = ()
    """The roles whose work it is, the first most of all."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A question that the advisor may put to learn what separates roles."""

    id: str
    text: str
    again: str
    """The same, shorter, for after a digression."""
    why: str
    choices: tuple[ProbeChoice, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way to a role."""

    id: str
    text: str
    gives: tuple[str, ...]
    """Ids of the skills and tools that it covers."""
    weeks: int
    """At eight hours a week; our estimate."""
    sources: tuple[str, ...]
    learn: tuple[str, ...] = ()
    """Sources that are free to learn from."""
    unless: tuple[str, ...] = ()
    """Ids of degrees with which it is not needed."""


@dataclass(frozen=True, slots=True)
class Project:
    """Something to build and to show to an employer."""

    id: str
    text: str
    shows: tuple[str, ...]
    """Ids of the skills and tools that it shows."""


@dataclass(frozen=True, slots=True)
class Path:
    """The way to a role."""

    role: str
    needs: tuple[str, ...]
    """Ids of the tools and skills that it asks for, the most important first."""
    instead: Mapping[str, tuple[str, ...]]
    """Need -> ids of what serves as well: one language for another."""
    steps: tuple[Step, ...]
    weekend: str
    """A test of the work that fits into a weekend."""
    projects: tuple[Project, ...] = ()


@dataclass(frozen=True, slots=True)
class Quality:
    """What suggestions have been worth, measured on real people."""

    source: str = ""
    years: str = ""
    held: Mapping[str, int] = field(default_factory=dict)
    """Status -> how many in ten held one of the first two roles."""
    uncounted: tuple[str, ...] = ()
    """Roles that none of those people could hold."""
    interests: str = ""
    """Source for how weakly interests predict contentment."""


@dataclass(frozen=True, slots=True)
class Advice:
    """All that suggesting a path rests on."""

    traits: Mapping[str, Trait]
    attitudes: tuple[Attitude, ...]
    probes: tuple[Probe, ...]
    paths: Mapping[str, Path]
    weight_source: str
    """The source of the measured weights."""
    quality: Quality = Quality()
    implied: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Tool -> what whoever knows it knows as well: PostgreSQL -> SQL."""
    of_jobs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Job outside, or study -> the tools and skills that its people have."""
    of_tools: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Tool -> the skills that it is used for: PyTorch -> deep learning."""


def weeks_at(weeks: int, hours: int, others: int) -> int:
    """Return how long a plan takes at other hours a week, in weeks, at least one."""
    return max(1, round(weeks * hours / others))
