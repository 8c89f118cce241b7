"""What a line may say of the conversation: its parts by kind, and all together."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from advisor.understanding.arguing import Argument
from advisor.understanding.ruling import Ruled


class Kind(Enum):
    """What a part of a line does."""

    PLAIN = "plain"
    DENIES = "talk_denies"
    DOUBTS = "talk_doubts"
    NAMES = "talk_names"
    SOURCE = "talk_source"
    OFF = "talk_off"
    WRONG = "talk_wrong"
    FORGETS = "talk_forgets"
    UNSAYS = "talk_unsays"
    """As the one before, with the name of what is taken back anywhere in it."""
    OPPOSITE = "talk_opposite"
    RESTATES = "talk_restates"
    ASKED = "talk_asked"
    NOT_ASKED = "talk_not_asked"
    FORGOT = "talk_forgot"
    RESTORES = "talk_restores"
    QUOTES = "talk_quotes"
    COMPLAINS = "talk_complains"
    ASKS_WHY = "talk_asks_why"
    GIVES_UP = "talk_gives_up"
    ASIDE = "aside"
    """What is only named as not meant."""
    PROFILE = "talk_profile"


TOLD = (Kind.RESTATES, Kind.ASKED, Kind.FORGOT)
"""Kinds of which what follows is read, without what leads to it."""
REFUSES = (Kind.DENIES, Kind.OPPOSITE, Kind.WRONG, Kind.OFF, Kind.SOURCE)
UNSAYING = (Kind.FORGETS, Kind.UNSAYS)
COMPLAINTS = (Kind.COMPLAINS, Kind.NOT_ASKED, Kind.QUOTES, *TOLD)
ECHOED = (Kind.NOT_ASKED, Kind.QUOTES)
"""Complaints that may stand behind the name of what is complained of: "nurses?"."""
ORDER = (
    Kind.PROFILE,
    Kind.UNSAYS,
    Kind.RESTORES,
    Kind.QUOTES,
    Kind.DENIES,
    Kind.OPPOSITE,
    Kind.NOT_ASKED,
    Kind.ASKED,
    Kind.FORGOT,
    Kind.COMPLAINS,
    Kind.RESTATES,
    Kind.ASKS_WHY,
    Kind.SOURCE,
    Kind.DOUBTS,
    Kind.NAMES,
    Kind.OFF,
    Kind.WRONG,
    Kind.GIVES_UP,
    Kind.FORGETS,
)


@dataclass(frozen=True, slots=True)
class Notes:
    """What is held of the speaker, as far as a line may speak of it."""

    fresh: bool
    """Whether the reply before noted something."""
    lost: Callable[[str], bool]
    """Whether some words want something put back that was taken off."""
    only: bool
    """Whether it did nothing else, so that "that's wrong" can only mean the note."""
    held: Callable[[str], bool]
    """Whether some words name something that is held."""
    just: Callable[[str], bool]
    """Whether some words name something that the reply before noted."""
    trait: Callable[[str], bool]
    """Whether some words name anything that could be noted."""
    asks: bool = False
    """Whether a question is open that "no" would answer."""


@dataclass(frozen=True, slots=True)
class Talk:
    """What a line says of the conversation, and what else it says."""

    denied: tuple[str, ...]
    """What the speaker would not have said; empty words mean the latest note."""
    turned: bool
    """Whether the opposite of it holds."""
    complains: bool
    forgot: bool
    """Whether it says that something was left out of account."""
    gives_up: bool
    profile: bool
    """Whether it asks what is noted."""
    asks_source: bool
    """Whether it asks where a note comes from, and no more."""
    rest: str
    """What it says besides, to be read for itself."""
    points_at: str
    """What was taken off it and the rest may point at: "why do you list Excel"."""
    beside: str = ""
    """The sentence up to what denies something, that "it" may point back at."""
    drops: bool = False
    """Whether it only wants something forgotten, and denies nothing."""
    restores: tuple[str, ...] = ()
    """The words in which it wants something put back that was taken off."""
    argued: tuple[Argument, ...] = ()
    """What it argues with the ranking."""
    off: tuple[str, ...] = ()
    """The traits whose notes it wants taken off, by number or by their own words."""
    ruled: Ruled | None = None
    """What it rules out of what is suggested, or lets in again."""

    @staticmethod
    def plain(rest: str) -> "Talk":
        """Return what a line says that speaks of nothing of the kind."""
        return Talk(
            (),
            turned=False,
            complains=False,
            forgot=False,
            gives_up=False,
            profile=False,
            asks_source=False,
            rest=rest,
            points_at="",
        )

    @property
    def sets_right(self) -> bool:
        """Return whether it speaks against something that the advisor did."""
        return bool(self.denied) or self.turned or self.complains
