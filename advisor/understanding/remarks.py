"""What speakers say of themselves, as values."""

from dataclasses import dataclass

WITHDRAWN = "withdrawn"
"""What a remark means that only takes back what was said of a trait before."""
UNLIKED, UNKNOWN = "unliked", "unknown"
"""The same of what was said in the same breath: its being liked or not, or known."""
TAKES_BACK = (WITHDRAWN, UNLIKED, UNKNOWN)
UNDER_WAY = "doing"
"""What a remark means of a degree that one is still at."""
TRADE, STUDY, YEARS, SITUATION = "trade", "study", "years", "situation"
LIMIT, PAST = "limit", "past"
"""What somebody may say of where they come from."""
STUDY_OR_TRADE = (TRADE, STUDY)
CIRCUMSTANCES = (SITUATION, LIMIT)
"""What is kept beside where somebody comes from: how it stands with them."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a speaker said of themselves, with the words that said it."""

    trait: str
    polarity: int
    """1 likes, does or has it; -1 dislikes, lacks or refuses it; 0 does not mind."""
    strength: float
    means: str
    """like, dislike, know, lack, neutral, goal, limit, doing; or what takes back."""
    quote: str
    guessed: bool = False
    """Whether no attitude in words told it, so that it is likely rather than said."""
    corrects: bool = False
    """Whether its speaker put themselves right with it, and so contradicts nothing."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One thing that a speaker says of where they come from."""

    kind: str
    """trade, study, years, situation, limit or past."""
    text: str
    """In their own words."""
    id: str = ""
    """Of the job or the study, where it is one that is known."""
