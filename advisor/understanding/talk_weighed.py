"""What the parts of a line do in truth, by what is held and what stands beside."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from advisor.text import Token, tokens, words
from advisor.understanding.talk_pieces import Heard, Lists, compared, said_in, starts_of
from advisor.understanding.talking import (
    COMPLAINTS,
    REFUSES,
    Kind,
    Notes,
)

SHORT = 3
"""A name of so few words behind "I said" is a correction, and nothing said again."""
BRIEF = 5
"""Within so many words "not X" sets right what was noted."""


def weighed(
    heard: Sequence[Heard],
    text: str,
    cut: Sequence[Token],
    lists: Lists,
    notes: Notes,
) -> list[Heard]:
    """Return the parts, less what speaks of the conversation by its form alone."""
    kinds = {one.kind for one in heard}
    named = (
        notes.held(said_in(text, cut, one.behind, one.piece.last))
        for one in heard
        if one.kind is Kind.NAMES
    )
    if not any(named):
        kinds.discard(Kind.NAMES)
    found = [
        one
        if _holds(one, text, cut, lists, notes, beside=kinds - {one.kind})
        else _plain(one, cut, lists)
        for one in heard
    ]
    found = [
        Heard(one.piece, Kind.NAMES, one.piece.first)
        if _is_echoed(one, after, text, cut, lists, notes)
        else one
        for one, after in zip(found, (*found[1:], None), strict=False)
    ]
    return [
        _without(one, before, text, cut, lists, notes)
        for one, before in zip(found, (None, *found), strict=False)
    ]


def _is_echoed(
    one: Heard,
    after: Heard | None,
    text: str,
    cut: Sequence[Token],
    lists: Lists,
    notes: Notes,
) -> bool:
    """Whether a part only asks back what is noted: "I like maths? I never said so"."""
    if one.kind is not Kind.PLAIN or after is None:
        return False
    echo = said_in(text, cut, one.piece.first, one.piece.last)
    if cut[one.piece.last].text not in ("?", "!") or not notes.held(echo):
        return False
    if after.kind is Kind.RESTATES:
        again = said_in(text, cut, after.behind, after.piece.last)
        return _is_other(words(echo), words(again), lists)
    return after.kind in REFUSES


def _is_other(echo: Sequence[str], said: Sequence[str], lists: Lists) -> bool:
    """Whether what was said is of something else than what is asked back.

    "A stable job?? I said I love fires", not "SQL?? I said I know it".
    """
    if len(echo) > SHORT or any(word in lists["selves"] for word in echo):
        return False
    behind = (*said[1:], "")
    pointed = any(
        word in lists["bare_pronouns"] and after not in lists["its_clause"]
        for word, after in zip(said, behind, strict=True)
    )
    return bool(said) and not pointed and set(echo).isdisjoint(said)


def _plain(one: Heard, cut: Sequence[Token], lists: Lists) -> Heard:
    """Return a part that does not do what its form says.

    "You misread me" and "not what I said" complain where no note can be meant; "I
    really don't" is of what was said before it.
    """
    every = [token.text for token in cut[one.piece.first : one.piece.last + 1]]
    said = [word for word in every if word not in lists["openers"]] or every
    own = said[0] in lists["first_person"]
    if one.kind in (Kind.WRONG, Kind.RESTORES) and (
        said[0].startswith("you") or ("i" in said and not own)
    ):
        return Heard(one.piece, Kind.COMPLAINS, one.behind)
    return Heard(one.piece, Kind.PLAIN, one.piece.first)


def _holds(
    one: Heard,
    text: str,
    cut: Sequence[Token],
    lists: Lists,
    notes: Notes,
    *,
    beside: AbstractSet[Kind],
) -> bool:
    """Whether a part does what its form says, by what is held and what follows it."""
    refuses = not beside.isdisjoint(REFUSES)
    behind = said_in(text, cut, one.behind, one.piece.last)
    whole = said_in(text, cut, one.piece.first, one.piece.last)
    named = bool(behind) and notes.held(behind)
    needs = {
        Kind.PROFILE: set(lists["wipes"]).isdisjoint(words(whole)),
        Kind.DOUBTS: named,
        Kind.NAMES: named and refuses,
        Kind.NOT_ASKED: not _is_unbidden(one, cut, lists),
        Kind.SOURCE: notes.only or refuses,
        Kind.OFF: notes.fresh or refuses,
        Kind.WRONG: (notes.only or refuses or Kind.NAMES in beside)
        and not _is_other_no(one, cut, lists, notes),
        Kind.OPPOSITE: notes.fresh or refuses,
        Kind.RESTATES: _says_again(behind, lists) or _chose(behind, lists, refuses),
        Kind.ASKS_WHY: not beside.isdisjoint((*COMPLAINTS, Kind.DENIES)),
        Kind.RESTORES: notes.lost(whole),
        Kind.FORGETS: named and _is_forgotten(one, cut, lists),
        Kind.UNSAYS: named or notes.trait(whole),
    }
    return needs.get(one.kind, True)


def _is_unbidden(one: Heard, cut: Sequence[Token], lists: Lists) -> bool:
    """Whether a part ends what its speaker did: "I made it myself, nobody asked"."""
    said = [t.text for t in cut[one.piece.first : one.piece.last + 1] if t.is_word]
    mine = [t.text for t in cut[: one.piece.first] if t.is_word]
    led = any(word in lists["first_person"] for word in mine)
    return led and not one.piece.begins and said[0] in lists["nobodies"]


def _is_other_no(one: Heard, cut: Sequence[Token], lists: Lists, notes: Notes) -> bool:
    """Whether a mere "actually no" is of the line's own words, or answers a question.

    "I like X. Actually no" takes back what stands before it.
    """
    said = [t.text for t in cut[one.piece.first : one.piece.last + 1] if t.is_word]
    small = (*lists["openers"], *lists["answer_no"], *lists["talk_not"])
    mere = all(word in small for word in said)
    return mere and (notes.asks or one.piece.first > 0)


def _is_forgotten(one: Heard, cut: Sequence[Token], lists: Lists) -> bool:
    """Whether a part wants a note forgotten: "and forget X", "drop the X thing".

    A line of nothing else that begins with "forget" is read as an order of its own.
    """
    said = [t.text for t in cut[one.piece.first : one.piece.last + 1] if t.is_word]
    forgets = not set(said).isdisjoint(lists["forgets"])
    return one.piece.first > 0 if forgets else said[-1] in lists["aside_ends"]


def _says_again(behind: str, lists: Lists) -> bool:
    """Whether what follows "I said" is said of the speaker, and no mere name."""
    said = [token.text for token in tokens(behind) if token.is_word]
    passing = (*lists["talk_passing"], *lists["talk_tags"])
    said = [word for word in said if word not in passing]
    own = any(word in lists["selves"] for word in said)
    return own or not said or len(said) > SHORT


def _chose(behind: str, lists: Lists, refuses: bool) -> bool:  # noqa: FBT001
    """Whether a part says, beside a denial, that neither was chosen: "I said both"."""
    chose = (*lists["answer_neither"], *lists["answer_both"])
    return refuses and " ".join(words(behind)) in chose


def _without(
    one: Heard,
    before: Heard | None,
    text: str,
    cut: Sequence[Token],
    lists: Lists,
    notes: Notes,
) -> Heard:
    """Return a part; "not X" sets right what was noted, or what was asked about."""
    said, places = compared(cut, one.piece, lists)
    starts = [i for i in starts_of(said, lists) if said[i] in lists["talk_not"]]
    if not set(said[: starts[-1] if starts else 0]).isdisjoint(lists["asks_why"]):
        return one
    if one.kind is not Kind.PLAIN or not starts or len(said) - starts[0] > BRIEF:
        return one
    behind = places[starts[-1]] + 1
    named = said_in(text, cut, behind, one.piece.last)
    if before is not None and not one.piece.begins and _is_meant(before, cut, lists):
        asked = before.kind is Kind.ASKED
        return (
            Heard(one.piece, Kind.ASIDE, behind) if asked or notes.trait(named) else one
        )
    if notes.fresh and notes.just(named):
        return Heard(one.piece, Kind.DENIES, behind)
    return one


def _is_meant(before: Heard, cut: Sequence[Token], lists: Lists) -> bool:
    """Whether a part says what was meant or asked: "I meant the job", not study."""
    if before.kind is Kind.ASKED:
        return True
    said, _ = compared(cut, before.piece, lists)
    text = " ".join(said)
    starts = (" ".join(said[i:]) for i in starts_of(said, lists)) if text else ()
    meant = lists["meant_instead"]
    return before.kind is Kind.PLAIN and any(
        start.startswith(f"{phrase} ") for start in starts for phrase in meant
    )
