"""What is held of a user: each item with their own words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.understanding.remarks import TAKES_BACK, UNDER_WAY, UNLIKED, Remark

GOAL = "goal_"
WORK = "work_"
"""Of a role that somebody has worked in."""
OWN_PAY = "pay_now"
"""What somebody is paid, or wants at least."""
LIMIT = "limit"
WITHOUT = "without_"
"""Of a place whose figures somebody does not want."""
CHOSEN = "answer"
REFUSED = "refusal"
LITTLE = 0.4
"""Up to this strength something is known only a little: "a bit of R"."""
ANSWERS = (CHOSEN, REFUSED)
"""What choosing an answer to a question means, and turning one down."""
KNOW = "know"
FIRM = 0.7
"""How strongly something is known that was said to be known besides."""
ABILITY = (KNOW, "lack")
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
    known: str = ""
    """The words in which it was said to be known, besides being liked or not."""

    @property
    def shown(self) -> str:
        """Return the words to show: the clause, or the choice that it picked."""
        return self.gist or self.quote


Profile = tuple[Evidence, ...]


def shunned(profile: Profile) -> frozenset[str]:
    """Return the roles that the user has ruled out, or does not want to have."""
    return frozenset(
        item.trait.removeprefix(GOAL)
        for item in profile
        if item.trait.startswith(GOAL) and item.polarity < 0
    )


def wanted(profile: Profile) -> frozenset[str]:
    """Return the roles that the user wants to have, or to stay in."""
    return frozenset(
        item.trait.removeprefix(GOAL)
        for item in profile
        if item.trait.startswith(GOAL) and item.polarity > 0
    )


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
        if remark.means == UNLIKED and old is not None:
            held |= {item.trait: item for item in as_known(old)}
        if remark.means in TAKES_BACK:
            continue
        if old is not None and _clash(old, new) and not remark.corrects:
            clashes.append((old, new))
        held[remark.trait] = new if old is None else _both(old, new)
    return tuple(held.values()), tuple(clashes)


def _both(old: Evidence, new: Evidence) -> Evidence:
    """Return what holds of a thing: the later, or the stronger of two that agree.

    Liking a thing and knowing it are two things; the one takes nothing from the other.
    """
    said = [i.quote for i in (old, new) if i.means == KNOW and not i.guessed]
    known = next((text for text in (*said, old.known) if text), "")
    kept = new
    if new.means == KNOW and old.means == "dislike" and not old.guessed:
        return replace(old, known="" if new.guessed else new.quote)
    if _may_hold(old, new):
        kept = max((old, new), key=lambda evidence: evidence.strength)
    return replace(kept, known="" if kept.means in ABILITY else known)


def as_known(item: Evidence) -> Profile:
    """Return what is left of an item whose being liked is taken back."""
    if item.means == KNOW:
        return (item,)
    return (known_alone(item),) if item.known else ()


def known_alone(item: Evidence) -> Evidence:
    """Return what an item says of a thing's being known, and nothing of liking it."""
    known = replace(item, polarity=1, strength=FIRM, means=KNOW, quote=item.known)
    return replace(known, gist="", guessed=False, known="")


def _may_hold(old: Evidence, new: Evidence) -> bool:
    """Whether an earlier item may hold, as it says the same more strongly.

    A degree that one was at and has by now is had.
    """
    same = old.polarity == new.polarity and not _is_little(new)
    done = (old.means == UNDER_WAY) != (new.means == UNDER_WAY)
    return same and not done and not _is_put_anew(old, new)


def _is_little(item: Evidence) -> bool:
    """Whether an item says that one knows a thing only a little: then that holds."""
    return item.means == "know" and item.strength <= LITTLE and not item.guessed


def _is_put_anew(old: Evidence, new: Evidence) -> bool:
    """Whether an item is a limit that was told before: then its new words hold."""
    return old.means == new.means == LIMIT


def _clash(old: Evidence, new: Evidence) -> bool:
    """Whether two items cannot both hold; one may well know what one dislikes.

    What was only guessed gives way without a word.
    """
    if old.guessed or new.guessed:
        return False
    same_kind = (old.means in ABILITY) == (new.means in ABILITY)
    return same_kind and old.polarity * new.polarity < 0
