"""Hear what a line says of the conversation itself: "I never said that", "I asked ...".

What denies, complains or repeats is told apart from what is said besides, which is
then read as if it stood alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from advisor.text import Token, clean, ends_sentence, tokens, words
from advisor.understanding.patterns import Patterns
from advisor.understanding.talking import (
    COMPLAINTS,
    ECHOED,
    ORDER,
    REFUSES,
    TOLD,
    UNSAYING,
    Kind,
    Notes,
    Talk,
)

CUTS = (",", ":", "-", "(", ")", "\N{EN DASH}", "\N{EM DASH}")
HARD = (":", "(", ")", "\N{EN DASH}", "\N{EM DASH}")
FEW = 3
"""So many words behind a comma still belong to what is denied: "maths, or R"."""
SHORT = 3
"""A name of so few words behind "I said" is a correction, and nothing said again."""
BRIEF = 5
"""Within so many words "not X" sets right what was noted."""

Lists = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a line between two signs or joining words."""

    first: int
    last: int
    begins: bool
    """Whether a sentence begins with it."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """A part with what it does."""

    piece: _Piece
    kind: Kind
    behind: int
    """Where what it speaks of begins."""


def talk_of(
    raw: str, rows: Mapping[str, Patterns], lists: Lists, notes: Notes
) -> Talk | None:
    """Return what a line says of the conversation; None where it says nothing of it.

    Args:
        raw: the line.
        rows: the ways to speak of the conversation, by kind.
        lists: the small words.
        notes: what is held of the speaker.

    """
    text = clean(raw)
    cut = tokens(text)
    pieces = list(_pieces(cut, lists))
    said = [piece for piece in pieces if not _is_tag(piece, cut, lists)] or pieces
    heard = [_heard(piece, cut, rows, lists) for piece in said]
    heard = _weighed(_gathered(heard, cut, lists), text, cut, lists, notes)
    if all(one.kind is Kind.PLAIN for one in heard) and said == pieces:
        return None
    kinds = {one.kind for one in heard}
    denied = tuple(_denials(heard, text, cut, notes))
    rest = _rest(heard, text, cut, lists)
    restores = tuple(
        _said(text, cut, one.piece.first, one.piece.last)
        for one in heard
        if one.kind is Kind.RESTORES
    )
    points_at = " ".join(
        _said(text, cut, one.behind, one.piece.last)
        for one in heard
        if one.kind is Kind.ASKS_WHY
    )
    return Talk(
        denied,
        Kind.OPPOSITE in kinds,
        bool(kinds & set(COMPLAINTS)),
        Kind.FORGOT in kinds,
        Kind.GIVES_UP in kinds,
        Kind.PROFILE in kinds,
        Kind.SOURCE in kinds and not kinds & {Kind.DENIES, Kind.OFF, Kind.WRONG},
        rest,
        points_at or " ".join(denied),
        _beside(heard, text, cut),
        bool(kinds & set(UNSAYING)) and kinds.isdisjoint(REFUSES),
        restores,
    )


def _pieces(cut: Sequence[Token], lists: Lists) -> Iterator[_Piece]:
    """Yield the parts of a line between stops, commas and joining words."""
    first, begins = 0, True
    for i, token in enumerate(cut):
        if i > first and _joins(cut, i, lists):
            yield _Piece(first, i - 1, begins)
            first, begins = i, False
        last = i == len(cut) - 1
        stop = ends_sentence(token) and (last or cut[i + 1].start > token.end)
        stop = stop or token.text == "\n"
        if not (last or stop or token.text in CUTS):
            continue
        if token.text == "-" and not last and not _is_dash(cut, i):
            continue
        if any(t.is_word for t in cut[first : i + 1]):
            yield _Piece(first, i, begins)
            first = i + 1
        begins = stop


def _is_tag(piece: _Piece, cut: Sequence[Token], lists: Lists) -> bool:
    """Whether a part is set off and says nothing: "you know", "remember?"."""
    said = [t.text for t in cut[piece.first : piece.last + 1] if t.is_word]
    return not piece.begins and " ".join(said) in lists["talk_tags"]


def _is_dash(cut: Sequence[Token], i: int) -> bool:
    """Whether a hyphen stands for itself: not in "on-call"."""
    return i > 0 and cut[i - 1].end < cut[i].start


def _joins(cut: Sequence[Token], i: int, lists: Lists) -> bool:
    """Whether a joining word may begin a part; it does not in "so far"."""
    joins = cut[i].text in lists["joins"] and cut[i - 1].is_word
    measures = i + 1 < len(cut) and cut[i + 1].text in lists["talk_measures"]
    return cut[i].is_word and joins and not measures


def _words(
    cut: Sequence[Token], piece: _Piece, lists: Lists
) -> tuple[list[str], list[int]]:
    """Return the words of a part as rows are compared with them, and where they are.

    Small words in between are left out.
    """
    right = dict(entry.split() for entry in lists["contractions"])
    kept = [
        (right.get(cut[i].text, cut[i].text), i)
        for i in range(piece.first, piece.last + 1)
        if cut[i].is_word
    ]
    passed = set(lists["talk_passing"])
    kept = [pair for k, pair in enumerate(kept) if k == 0 or pair[0] not in passed]
    return [word for word, _ in kept], [at for _, at in kept]


def _starts(said: Sequence[str], lists: Lists) -> Iterator[int]:
    """Yield where a part may begin that small words lead to: "no wait, you forgot"."""
    yield 0
    openers = {*lists["openers"], *lists["talk_openers"]}
    for i, word in enumerate(said[:-1]):
        if word not in openers:
            return
        yield i + 1


def _heard(
    piece: _Piece, cut: Sequence[Token], rows: Mapping[str, Patterns], lists: Lists
) -> _Heard:
    """Return what a part does, by the way it begins."""
    said, places = _words(cut, piece, lists)
    starts = set(_starts(said, lists))
    length, kind = 0, Kind.PLAIN
    for one in ORDER:
        found = rows[one.value].find(said)
        end = max((at[-1] + 1 for at in found if at[0] in starts), default=0)
        if end > length:
            length, kind = end, one
    behind = places[length - 1] + 1 if length else piece.first
    behind = piece.first if kind is Kind.UNSAYS else behind
    return _Heard(piece, kind, behind)


def _gathered(
    heard: Sequence[_Heard], cut: Sequence[Token], lists: Lists
) -> list[_Heard]:
    """Return the parts, those that only go on put to the one before."""
    found: list[_Heard] = []
    for one in heard:
        before = found[-1] if found else None
        if before is not None and _goes_on(before, one, cut, lists):
            whole = _Piece(before.piece.first, one.piece.last, before.piece.begins)
            found[-1] = _Heard(whole, before.kind, before.behind)
            continue
        found.append(one)
    return found


def _goes_on(before: _Heard, one: _Heard, cut: Sequence[Token], lists: Lists) -> bool:
    """Whether a plain part only goes on with what the one before speaks of."""
    if one.kind is not Kind.PLAIN or one.piece.begins:
        return False
    if before.kind in (Kind.PLAIN, Kind.PROFILE, Kind.GIVES_UP, Kind.UNSAYS):
        return False
    sign = cut[one.piece.first - 1].text
    if sign in HARD:
        return False
    said = [t.text for t in cut[one.piece.first : one.piece.last + 1] if t.is_word]
    if said[-1] in lists["talk_instead"]:
        return False
    while len(said) > 1 and said[0] in lists["joins"]:
        said = said[1:]
    begins = ("first_person", "question_words", "auxiliaries", "talk_begins")
    opens = any(said[0] in lists[name] for name in begins)
    if before.kind in TOLD:
        return not opens
    return not opens and (len(said) <= FEW or cut[one.piece.first].text == "or")


def _weighed(
    heard: Sequence[_Heard],
    text: str,
    cut: Sequence[Token],
    lists: Lists,
    notes: Notes,
) -> list[_Heard]:
    """Return the parts, less what speaks of the conversation by its form alone."""
    kinds = {one.kind for one in heard}
    named = (
        notes.held(_said(text, cut, one.behind, one.piece.last))
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
        _Heard(one.piece, Kind.NAMES, one.piece.first)
        if _is_echoed(one, after, text, cut, lists, notes)
        else one
        for one, after in zip(found, (*found[1:], None), strict=False)
    ]
    return [
        _without(one, before, text, cut, lists, notes)
        for one, before in zip(found, (None, *found), strict=False)
    ]


def _is_echoed(
    one: _Heard,
    after: _Heard | None,
    text: str,
    cut: Sequence[Token],
    lists: Lists,
    notes: Notes,
) -> bool:
    """Whether a part only asks back what is noted: "I like maths? I never said so"."""
    if one.kind is not Kind.PLAIN or after is None:
        return False
    echo = _said(text, cut, one.piece.first, one.piece.last)
    if cut[one.piece.last].text not in ("?", "!") or not notes.held(echo):
        return False
    if after.kind is Kind.RESTATES:
        again = _said(text, cut, after.behind, after.piece.last)
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


def _plain(one: _Heard, cut: Sequence[Token], lists: Lists) -> _Heard:
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
        return _Heard(one.piece, Kind.COMPLAINS, one.behind)
    return _Heard(one.piece, Kind.PLAIN, one.piece.first)


def _holds(
    one: _Heard,
    text: str,
    cut: Sequence[Token],
    lists: Lists,
    notes: Notes,
    *,
    beside: AbstractSet[Kind],
) -> bool:
    """Whether a part does what its form says, by what is held and what follows it."""
    refuses = not beside.isdisjoint(REFUSES)
    behind = _said(text, cut, one.behind, one.piece.last)
    whole = _said(text, cut, one.piece.first, one.piece.last)
    named = bool(behind) and notes.held(behind)
    needs = {
        Kind.PROFILE: set(lists["wipes"]).isdisjoint(words(whole)),
        Kind.DOUBTS: named,
        Kind.NAMES: named and refuses,
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


def _is_other_no(one: _Heard, cut: Sequence[Token], lists: Lists, notes: Notes) -> bool:
    """Whether a mere "actually no" is of the line's own words, or answers a question.

    "I like X. Actually no" takes back what stands before it.
    """
    said = [t.text for t in cut[one.piece.first : one.piece.last + 1] if t.is_word]
    small = (*lists["openers"], *lists["answer_no"], *lists["talk_not"])
    mere = all(word in small for word in said)
    return mere and (notes.asks or one.piece.first > 0)


def _is_forgotten(one: _Heard, cut: Sequence[Token], lists: Lists) -> bool:
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
    one: _Heard,
    before: _Heard | None,
    text: str,
    cut: Sequence[Token],
    lists: Lists,
    notes: Notes,
) -> _Heard:
    """Return a part; "not X" sets right what was noted, or what was asked about."""
    said, places = _words(cut, one.piece, lists)
    starts = [i for i in _starts(said, lists) if said[i] in lists["talk_not"]]
    if not set(said[: starts[-1] if starts else 0]).isdisjoint(lists["asks_why"]):
        return one
    if one.kind is not Kind.PLAIN or not starts or len(said) - starts[0] > BRIEF:
        return one
    behind = places[starts[-1]] + 1
    named = _said(text, cut, behind, one.piece.last)
    if before is not None and not one.piece.begins and _is_meant(before, cut, lists):
        asked = before.kind is Kind.ASKED
        return (
            _Heard(one.piece, Kind.ASIDE, behind)
            if asked or notes.trait(named)
            else one
        )
    if notes.fresh and notes.just(named):
        return _Heard(one.piece, Kind.DENIES, behind)
    return one


def _is_meant(before: _Heard, cut: Sequence[Token], lists: Lists) -> bool:
    """Whether a part says what was meant or asked: "I meant the job", not study."""
    if before.kind is Kind.ASKED:
        return True
    said, _ = _words(cut, before.piece, lists)
    text = " ".join(said)
    starts = (" ".join(said[i:]) for i in _starts(said, lists)) if text else ()
    meant = lists["meant_instead"]
    return before.kind is Kind.PLAIN and any(
        start.startswith(f"{phrase} ") for start in starts for phrase in meant
    )


def _denials(
    heard: Sequence[_Heard], text: str, cut: Sequence[Token], notes: Notes
) -> Iterator[str]:
    """Yield what the speaker would not have said."""
    naming = (Kind.DENIES, Kind.DOUBTS, Kind.NAMES, Kind.FORGETS, Kind.UNSAYS)
    pointing = (Kind.SOURCE, Kind.OFF, Kind.WRONG)
    named = [
        _said(text, cut, one.behind, one.piece.last)
        for one in heard
        if one.kind in naming
    ] or [
        _said(text, cut, one.piece.first, one.piece.last)
        for one in heard
        if one.kind is Kind.OPPOSITE
    ]
    yield from named
    points = [one for one in heard if one.kind in pointing]
    if points and not named:
        behind = _said(text, cut, points[0].behind, points[0].piece.last)
        off = points[0].kind is Kind.OFF and bool(behind) and notes.held(behind)
        yield behind if off else ""  # "remove the one on X" names it


def _beside(heard: Sequence[_Heard], text: str, cut: Sequence[Token]) -> str:
    """Return what stands in one sentence with a denial, up to its end.

    With what is only asked back before it: "maths? I never said that". And with the
    sentence before "remove it".
    """
    first, before, found = 0, 0, []
    for one in heard:
        if one.kind is Kind.OFF and one.piece.begins and one is not heard[0]:
            found.append(_said(text, cut, first, one.piece.first - 1))
        if one.piece.begins:
            asked = one.piece.first and cut[one.piece.first - 1].text in ("?", "!")
            before = first if asked else one.piece.first
            first = one.piece.first
        if one.kind in REFUSES:
            found.append(_said(text, cut, before, one.piece.last))
    return " ".join(found)


def _rest(
    heard: Sequence[_Heard], text: str, cut: Sequence[Token], lists: Lists
) -> str:
    """Return what a line says besides, each part a sentence of its own."""
    parts: list[tuple[str, bool]] = []
    denied = _not_asked(heard, cut)
    after = (*heard[1:], None)
    for one, before, behind in zip(heard, (None, *heard), after, strict=False):
        if one.kind is Kind.PLAIN:
            if _only_opens(one, cut, lists) or _only_echoes(one, cut, lists, denied):
                continue
            if _is_complained_of(one, behind, cut, lists):
                continue
            leads = before is not None and before.kind in (Kind.PLAIN, Kind.RESTATES)
            goes_on = leads and not one.piece.begins and bool(parts)
            said = _said(text, cut, one.piece.first, one.piece.last, whole=True)
            parts.append((said, goes_on))
        elif one.kind in TOLD:
            parts.append((_told(one, text, cut, lists), False))
    sentences: list[str] = []
    for said, goes_on in parts:
        if goes_on and sentences:
            sentences[-1] += f" {said}"
        elif any(char.isalnum() for char in said):
            sentences.append(said)
    return " ".join(_ended(said) for said in sentences)


def _not_asked(heard: Sequence[_Heard], cut: Sequence[Token]) -> frozenset[str]:
    """Return the words of what was not asked about."""
    return frozenset(
        cut[i].text
        for one in heard
        if one.kind is Kind.NOT_ASKED
        for i in range(one.behind, one.piece.last + 1)
    )


def _only_echoes(
    one: _Heard, cut: Sequence[Token], lists: Lists, denied: frozenset[str]
) -> bool:
    """Whether a part only names, in surprise, what was not asked: "interviews?"."""
    said = [t.text for t in cut[one.piece.first : one.piece.last + 1]]
    signs = [text for text in said if not text[0].isalnum()]
    named = [w for w in said if w[0].isalnum() and w not in lists["openers"]]
    known = bool(named) and denied.issuperset(named)
    return "?" in signs and (known or ("!" in signs and len(named) <= SHORT))


def _is_complained_of(
    one: _Heard, behind: _Heard | None, cut: Sequence[Token], lists: Lists
) -> bool:
    """Whether a part only names, in surprise, what the next one complains of.

    "Statisticians? I never asked about those"; "ahead of X? you said you leave it out".
    """
    if behind is None or behind.kind not in ECHOED:
        return False
    if cut[one.piece.last].text not in ("?", "!"):
        return False
    said = [t.text for t in cut[one.piece.first : one.piece.last + 1] if t.is_word]
    opens = ("question_words", "auxiliaries", "first_person", "requests")
    if any(said[0] in lists[name] for name in opens) or len(said) > BRIEF:
        return False
    meant = {t.text for t in cut[behind.behind : behind.piece.last + 1] if t.is_word}
    points = meant <= set(lists["talk_pointing"])
    return points or behind.kind is Kind.QUOTES


def _only_opens(one: _Heard, cut: Sequence[Token], lists: Lists) -> bool:
    """Whether a part is a mere "no" or "wait" before what is said of the talk."""
    openers = {*lists["openers"], *lists["talk_openers"]}
    said = [t.text for t in cut[one.piece.first : one.piece.last + 1] if t.is_word]
    return all(word in openers for word in said)


def _told(one: _Heard, text: str, cut: Sequence[Token], lists: Lists) -> str:
    """Return what was said or asked before, as if it were said now."""
    at = one.behind
    passing = (*lists["talk_passing"], *lists["talk_tags"])
    while at <= one.piece.last and (not cut[at].is_word or cut[at].text in passing):
        at += 1
    said = _said(text, cut, at, one.piece.last)
    points = set(words(said)) <= set(lists["talk_pointing"])
    mere = points and (one.kind is Kind.ASKED or len(words(said)) == 1)
    if at > one.piece.last or mere:
        return ""
    what = cut[at].text in lists["question_words"]
    if one.kind is not Kind.ASKED and what:
        return ""
    if one.kind is Kind.RESTATES:
        chose = " ".join(words(said)) in (*lists["answer_neither"], "both")
        whole = _said(text, cut, at, one.piece.last, whole=True)
        return "" if chose else whole.replace("?", ".")
    word, rest = cut[at].text, said[len(cut[at].raw) :].strip()
    if one.kind is Kind.FORGOT:
        owned = word in lists["owners"]
        return f"{lists['talk_know'][0]} {rest}" if owned else said
    if word in lists["auxiliaries"]:
        return said.rstrip(" .,;:!") + "?"
    leads = {
        "talk_about": f"{lists['talk_ask_about'][0]} {rest.rstrip(' .,;:!?')}?",
        "talk_for": f"{lists['talk_ask_about'][0]} {rest.rstrip(' .,;:!?')}?",
        "talk_whether": f"{lists['talk_wonder'][0]} {said}",
        "question_words": f"{lists['talk_wonder'][0]} {said}",
    }
    return next((leads[name] for name in leads if word in lists[name]), said)


def _ended(said: str) -> str:
    """Return some words as a sentence."""
    bare = said.strip(" ,;:-\n")
    return bare if bare.endswith((".", "!", "?")) else f"{bare}."


def _said(
    text: str, cut: Sequence[Token], first: int, last: int, *, whole: bool = False
) -> str:
    """Return the text between two tokens, without the signs around it unless whole."""
    if first > last:
        return ""
    said = text[cut[first].start : cut[last].end]
    return said if whole else said.strip(' ,;:-()"')
