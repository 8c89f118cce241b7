"""What is held of a user: each item with their own words."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.understanding.remarks import UNDER_WAY, WITHDRAWN, Remark

GOAL = "goal_"
WORK = "work_"
"""Of a role that somebody has worked in."""
OWN_PAY = "pay_now"
"""What somebody is paid, or wants at least."""
CHOSEN = "answer"
REFUSED = "refusal"
LITTLE = 0.4
"""Up to this strength something is known only a little: "a bit of R"."""
ANSWERS = (CHOSEN, REFUSED)
"""What choosing an answer to a question means, and turning one down."""
ABILITY = ("know", "lack")
"""What says whether somebody can do a thing, not whether they like to."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that the user said of themselves."""

    trait: str
    polarity: int
    """1 likes, knows or has it; -1 dislikes, lacks or refuses it; 0 does not mind."""
    strength: float
    means: str
    """like, dislike, know, lack, neutral, goal, limit, doing, answer
    or refusal."""
    quote: str
    """The user's own clause, word for word."""
    turn: int
    gist: str = ""
    """The text of the choice, where the words only pick one ("2")."""
    guessed: bool = False
    """Whether it was likely, rather than said."""

    @property
    def shown(self) -> str:
        """Return the words to show: the clause, or the choice that it picked."""
        return self.gist or self.quote


Profile = tuple[Evidence, ...]


def with_remarks(
    profile: Profile, remarks: Sequence[Remark], turn: int
) -> tuple[Profile, tuple[tuple[Evidence, Evidence], ...]]:
    """Return a profile with remarks added, and the contradictions among them.

    The latest remark on a trait counts; a contradiction is (earlier, now). Who puts
    themselves right contradicts nothing.
    """
    held = {evidence.trait: evidence for evidence in profile}
    clashes = []
    for remark in remarks:
        new = Evidence(
            remark.trait,
            remark.polarity,
            remark.strength,
            remark.means,
            remark.quote,
            turn,
            guessed=remark.guessed,
        )
        old = held.pop(remark.trait, None)
        if remark.means == WITHDRAWN:
            continue
        if old is not None and _clash(old, new) and not remark.corrects:
            clashes.append((old, new))
        if old is not None and _may_hold(old, new):
            new = max((old, new), key=lambda evidence: evidence.strength)
        held[remark.trait] = new
    return tuple(held.values()), tuple(clashes)


def _may_hold(old: Evidence, new: Evidence) -> bool:
    """Whether an earlier item may hold, as it says the same more strongly.

    A degree that one was at and has by now is had.
    """
    same = old.polarity == new.polarity and not _is_little(new)
    return same and (old.means == UNDER_WAY) == (new.means == UNDER_WAY)


def _is_little(item: Evidence) -> bool:
    """Whether an item says that one knows a thing only a little: then that holds."""
    return item.means == "know" and item.strength <= LITTLE and not item.guessed


def _clash(old: Evidence, new: Evidence) -> bool:
    """Whether two items cannot both hold; one may well know what one dislikes.

    What was only guessed gives way without a word.
    """
    if old.guessed or new.guessed:
        return False
    same_kind = (old.means in ABILITY) == (new.means in ABILITY)
    return same_kind and old.polarity * new.polarity < 0
