"""A verdict at the end: "model tuning all day, no thank you", "that's Anna, not me"."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.understanding.language import Language
from advisor.understanding.remarks import Remark

STOPS = (",", ".", "-", ";", "?", "!", ":")
SHORT = 9
"""A clause of more words says something of its own."""
BARE = 3
"""A denial in so few words is of what was told: "don't enjoy"; one in more, of what
it says itself: "I don't have much time"."""
MINE = ("me", "mine", "i")
FELT = 0.6
SIGNS = {1: "like", -1: "dislike"}


def verdict_at(words: Sequence[str], language: Language) -> int | None:
    """Return where a verdict begins that ends a clause, set apart by a sign, if any.

    "..., not mine" is none behind what others feel: "they all hate it, not me".
    """
    verdicts = language.phrases["verdicts"]
    for i in range(1, len(words)):
        length = verdicts.at(words, i) if words[i - 1] in STOPS else 0
        behind = words[i + length :]
        if length and not any(word[:1].isalnum() for word in behind):
            contrasts = words[i + length - 1] in MINE
            others = language.names_any("others", words[:i])
            return None if contrasts and others else i
    return None


def closing_sign(words: Sequence[str], spoken: int, language: Language) -> int:
    """Return the sign that a clause by itself gives to what was told before it.

    Args:
        words: the clause's; it names nothing.
        spoken: the sign of what it says in words, 0 if none.
        language: the small words.

    """
    if not words or len(words) > SHORT or language.names_any("limit_verbs", words):
        return 0  # "can't move, two kids" judges nothing
    if language.phrases["hates_not"].within(words):
        return 0  # "I'd hate to never talk to anyone" is of what is to come
    if language.phrases["knows_not"].within(words):
        return 0  # "I don't know where to go" is of no thing named before
    if verdict_at(["-", *words], language) or verdict_at(words, language):
        return -1
    denied = spoken < 0 and language.names_any("negators", words)
    points = len(words) <= BARE or language.names_any("pronouns", words)
    return 0 if denied and not points else spoken


def judged(told: Sequence[Remark], sign: int, last: Sequence[Remark]) -> list[Remark]:
    """Return what was only guessed with the sign that its speaker then gave it.

    Args:
        told: all that an utterance has told so far.
        sign: 1 or -1.
        last: what its clause before told: what is no more than named in it is not
            one's own either, where that is said.

    """
    return [
        _signed(remark, sign)
        if remark.guessed or (sign < 0 and remark in last and remark.means == "know")
        else remark
        for remark in told
    ]


def _signed(remark: Remark, sign: int) -> Remark:
    strength = max(remark.strength, FELT)
    return replace(remark, polarity=sign, means=SIGNS[sign], strength=strength)
