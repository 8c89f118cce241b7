"""What is named with a question mark, and judged behind it: "coding? hate it"."""

from collections.abc import Sequence
from itertools import pairwise

from advisor.understanding.frames import Frame
from advisor.understanding.language import Language
from advisor.understanding.parts import Part
from advisor.understanding.remarks import Remark

BRIEF = 6
"""So many words at most has a question that only names a thing."""
LIKED, DISLIKED = "tell_interest", "tell_dislike"
SURE = 0.75
ASKS = ("question_words", "auxiliaries", "requests")
"""Lists of what a question that asks something has."""
MISREAD = ("ask", "recommend", "meta", "out_of_scope")
"""Acts that a name with a question mark is misread as."""


def as_named_first(
    frames: Sequence[Frame],
    parts: Sequence[Part],
    remarks: Sequence[Remark],
    language: Language,
) -> tuple[Frame, ...]:
    """Return frames with a question told that its speaker answers at once.

    Args:
        frames: of the whole line.
        parts: its clauses.
        remarks: what it says of its speaker.
        language: the words by which a question is known.

    """
    told: dict[str, Frame | None] = {}
    for part, behind in pairwise(parts):
        judged = [r for r in remarks if _is_of(r, behind) and not r.guessed]
        if judged and not behind.question and _only_names(part, language):
            liked = any(r.polarity > 0 for r in judged)
            told[part.text] = None
            told[behind.text] = Frame(
                "tell", (), (), LIKED if liked else DISLIKED, SURE, behind.text
            )
    found: list[Frame] = []
    for frame in frames:
        kept: Frame | None = frame
        if frame.text in told and frame.act in MISREAD:
            kept = told[frame.text]
        found += [kept] if kept is not None else []
    if frames and not found:
        found = [f for f in told.values() if f is not None]
    return tuple(found)


def _is_of(remark: Remark, part: Part) -> bool:
    """Whether a remark was made in a clause that does not name what it is about."""
    return remark.quote.strip(" .!") in part.text


def _only_names(part: Part, language: Language) -> bool:
    """Whether a clause is a name and a question mark: "coding on Sundays?"."""
    said = [token.text for token in part.tokens if token.is_word]
    asides = language.phrases["verdict_asides"]
    for i in range(len(said)):
        if length := asides.at(said, i):
            said = [*said[:i], *said[i + length :]]
            break
    asked = part.tokens[-1].text == "?" and len(said) <= BRIEF
    lists = (language.names_any(name, said) for name in ASKS)
    return asked and not part.roles and not any(lists)
