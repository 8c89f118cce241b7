"""Read an answer to a question about the user, whatever else its line says.

"Work that can wait, I've a small kid", "the second one is what I do all month and it
bores me", "neither. What do they earn?": each names a choice, and goes on.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from advisor.dialogue import picking
from advisor.text import Token, clean, stem, tokens
from advisor.understanding.language import phrases_of

Lists = Mapping[str, tuple[str, ...]]
STOPS = ".,;:!?-\u2013\u2014\n"
LEAST_REST = 2
"""Fewer words that say something, behind a choice, say nothing of their own."""
LATE_SHORT = 2
"""The names of choices of so few words may be said by chance."""
PAST = (("was",), ("were",))
SHORT = 1
"""A name of so few words names a choice only where little stands behind it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a line answers to a question with choices, and what else it says."""

    drawn: tuple[int, ...]
    """Indices of the choices that it takes."""
    off: tuple[int, ...]
    """... and of those that it turns down."""
    rest: str
    """What is left to be read by itself; empty where nothing is."""
    faint: bool = False
    """Whether a choice is only nearer than the other: "neither, but if I must, 2"."""

    @property
    def neither(self) -> bool:
        """Return whether it takes none, and turns none down by its name."""
        return not self.drawn and not self.off


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two stops."""

    first: int
    """Index of its first token in the line ..."""
    last: int
    """... and of the one behind its last."""
    said: tuple[str, ...]
    asks: bool


@dataclass(slots=True)
class _Found:
    at: int
    """Index of the choice."""
    end: int
    """Index of the first word of the piece behind what names it."""
    off: bool
    start: int = 0
    """Index of the first word that leads to it."""
    mere: bool = False
    """Whether one word names it, with words of its own behind: "nights I sleep"."""


@dataclass(slots=True)
class _Heard:
    """What the pieces of a line have said so far."""

    count: int
    """Of the choices."""
    verdicts: dict[int, bool] = field(default_factory=dict)
    """Index of a choice -> whether it is turned down."""
    of_all: bool | None = None
    """Whether all of them are taken, or none."""
    kept: list[tuple[int, int]] = field(default_factory=list)
    last: int | None = None
    """The choice named last."""
    asks: bool = False
    """Whether something is asked besides."""
    turns: bool = False
    """Whether the piece before only took back what was said: "no wait"."""
    counts: bool = False
    """Whether the line counts something else, such as years."""

    @property
    def begun(self) -> bool:
        """Return whether anything was said so far."""
        return bool(self.verdicts or self.kept) or self.of_all is not None


def told_in(raw: str, names: Sequence[Sequence[str]], lists: Lists) -> Told | None:
    """Return what a line answers; None where it names no choice in passing.

    Args:
        raw: the line.
        names: for each choice, the ways to name it.
        lists: the word lists that begin with `answer_`, and those of small words.

    """
    text = clean(raw)
    cut = tokens(text)
    stems = [[tuple(map(stem, name.split())) for name in some] for some in names]
    right = dict(entry.split() for entry in lists["contractions"])
    heard = _Heard(len(names), counts=_counts(cut, len(names), lists))
    pieces = list(_pieces(cut, right, lists))
    asked = any(_asks(piece, lists) for piece in pieces)
    for whole in pieces:
        for piece in _parted(whole, stems, lists):
            _hear(heard, piece, stems, lists, asked=asked)
    if not heard.verdicts and heard.of_all is None:
        return None
    drawn = tuple(at for at in sorted(heard.verdicts) if not heard.verdicts[at])
    off = tuple(at for at in sorted(heard.verdicts) if heard.verdicts[at])
    if heard.of_all and not heard.verdicts:
        drawn = tuple(range(len(names)))
    faint = heard.of_all is False and bool(drawn)
    return Told(drawn, off, _rest(text, cut, heard, lists), faint)


def _parted(
    piece: Piece, stems: Sequence[Sequence[tuple[str, ...]]], lists: Lists
) -> Iterator[Piece]:
    """Yield a piece, cut where one choice is named in another's place: "1 no 2"."""
    said = piece.said
    turns = phrases_of((*lists["answer_turns"], *lists["answer_over"]))
    for i in range(1, len(said) - 1):
        length = turns.at(said, i)
        if not length or i + length >= len(said):
            continue
        first = _at_start(said[:i], 0, stems, lists)
        second = _at_start(said, i + length, stems, lists)
        if first is None or second is None or first.at == second.at:
            continue
        middle = piece.first + i
        yield Piece(piece.first, middle, said[:i], asks=False)
        yield Piece(middle, piece.last, said[i:], piece.asks)
        return
    yield piece


def _hear(
    heard: "_Heard",
    piece: Piece,
    stems: Sequence[Sequence[tuple[str, ...]]],
    lists: Lists,
    *,
    asked: bool,
) -> None:
    """Add what a piece says of the choices; else keep it to be read by itself.

    Where something is asked, a mere "wait" is none of them.
    """
    back = picking.taken_back(piece.said, lists)
    mute = asked and back == len(piece.said)
    found = [] if mute or _asks(piece, lists) else list(_named(piece, stems, lists))
    if heard.counts and any(piece.said[one.end : one.end + 1] in PAST for one in found):
        found = []  # "5 years, the first one was devops"
    found = found or ([] if mute else list(_opens(piece, stems, lists)))
    taken = {at for at, off in heard.verdicts.items() if not off}
    found = [one for one in found if not one.mere or taken <= {one.at}]
    if found and (back or heard.turns) and not found[0].off:
        heard.verdicts = {at: True for at, off in heard.verdicts.items() if off}
    heard.turns = 0 < back == len(piece.said)
    if _takes_other(heard, piece, found, stems, lists):
        return
    if found:
        _hear_named(heard, piece, found, lists)
    elif heard.last is not None and _turns_down(
        picking.less_conceded(piece.said, lists), lists, named=False
    ):
        heard.verdicts[heard.last] = True
    elif heard.turns or _is_aside(piece, lists):
        return
    elif heard.last is None or not _points(piece, lists):
        of_all = None if heard.begun else _of_all(piece, lists)
        if of_all is not None:
            heard.of_all = of_all
        elif _says_something(piece, lists):
            heard.kept.append((piece.first, piece.last))
            heard.asks = heard.asks or _asks(piece, lists)


def _is_aside(piece: Piece, lists: Lists) -> bool:
    """Whether a piece leads back to the question, or only asks to say it is so."""
    rhetoric = phrases_of(lists["answer_rhetoric"]).at(piece.said, 0)
    return rhetoric > 0 or _is_only(piece, "answer_asides", lists)


def _takes_other(
    heard: "_Heard",
    piece: Piece,
    found: Sequence["_Found"],
    stems: Sequence[Sequence[tuple[str, ...]]],
    lists: Lists,
) -> bool:
    """Take the other choice than the only one that was named, where a piece does."""
    if heard.count < len(("one", "other")) or not _is_other(piece, lists):
        return False
    named = {*heard.verdicts, *(one.at for one in found)}
    named = named or _spoken_of(piece, stems)
    if len(named) != 1:
        return False
    heard.verdicts = {at: at in named for at in range(heard.count)}
    return True


def _hear_named(
    heard: "_Heard", piece: Piece, found: Sequence["_Found"], lists: Lists
) -> None:
    """Add the choices that a piece names, and keep what else it says."""
    wished = [
        one for one in found if not one.off and _is_wished(one, found, piece, lists)
    ]
    if wished:
        heard.verdicts = {at: True for at, off in heard.verdicts.items() if off}
    if wished and len(found) > 1:
        heard.verdicts[wished[0].at] = False
        heard.last = wished[0].at
        return
    for one in found:
        heard.verdicts[one.at] = one.off
    last, first = found[-1], found[0]
    heard.last = last.at
    behind = picking.less_conceded(piece.said[last.end :], lists)
    if not last.off and _turns_down(behind, lists, named=True):
        heard.verdicts[last.at] = True
    elif first.start and _goes_on(piece.said[: first.start - 1], lists):
        heard.kept.append((piece.first, piece.last))
    elif _goes_on(behind, lists):
        heard.kept.append((piece.first + last.end, piece.last))


def _is_wished(
    one: "_Found", found: Sequence["_Found"], piece: Piece, lists: Lists
) -> bool:
    """Whether a choice is the one longed for: "2 is my job, it's 1 I'm jealous of"."""
    ends = [other.start for other in found if other.start > one.start]
    said = piece.said[one.start : min(ends, default=len(piece.said))]
    return phrases_of(lists["answer_wishing"]).within(said)


def _of_all(piece: Piece, lists: Lists) -> bool | None:
    """Return whether a piece takes all choices or none; None where neither."""
    if _is_only(piece, "answer_neither", lists):
        return False
    return True if _is_only(piece, "answer_both", lists) else None


def told_late(raw: str, names: Sequence[Sequence[str]], lists: Lists) -> Told | None:
    """Return what a line answers to a question of some turns before, in its words.

    It must open the line, with a name of some words, or as "the X one", or be all of
    it, as "the X then"; nothing is answered by number, nor by "neither".
    """
    first = next(_pieces(tokens(clean(raw)), {}, lists), None)
    if first is None or first.asks:
        return None
    if _is_only_named(first.said, names, lists):
        return told_in(raw, names, lists)
    ones = set(first.said) & set(lists["answer_ones"])
    long = [[n for n in some if ones or len(n.split()) > LATE_SHORT] for some in names]
    stems = [[tuple(map(stem, name.split())) for name in some] for some in long]
    leads = _leads(lists)
    for i, word in enumerate(first.said):
        found = _by_words(first.said, i, stems, lists)
        if found is not None:
            behind = first.said[found[1] : found[1] + 1]
            named = found[1] - i > LATE_SHORT or ones.issuperset(behind or ("",))
            return told_in(raw, long, lists) if named else None
        if word not in leads:
            break
    return None


def _is_only_named(
    said: Sequence[str], names: Sequence[Sequence[str]], lists: Lists
) -> bool:
    """Whether a line is a choice's short name with "the", and what leads up to it."""
    every = (tuple(name.split()) for some in names for name in some)
    leads = _leads(lists) | {*lists["fillers"], *lists["closing_words"]}
    for name in every:
        size = len(name)
        for i in range(1, len(said) - size + 1):
            if said[i - 1] == "the" and tuple(said[i : i + size]) == name:
                around = (*said[:i], *said[i + size :])
                return all(word in leads for word in around)
    return False


def _pieces(
    cut: Sequence[Token], right: Mapping[str, str], lists: Lists
) -> Iterator[Piece]:
    """Yield what stands between stops; a reason is a piece of its own."""
    first = 0
    for i in range(len(cut) + 1):
        reason = i < len(cut) and i > first and cut[i].text in lists["reasons"]
        if i < len(cut) and cut[i].text not in STOPS and not reason:
            continue
        said = tuple(right.get(token.text, token.text) for token in cut[first:i])
        if any(word[0].isalnum() for word in said):
            end = i + 1 if i < len(cut) and not reason else i
            yield Piece(first, end, said, i < len(cut) and cut[i].text == "?")
        first = i if reason else i + 1


def _opens(
    piece: Piece, stems: Sequence[Sequence[tuple[str, ...]]], lists: Lists
) -> Iterator[_Found]:
    """Yield the choice that a piece begins with: "why the numbers moved"."""
    named = None if piece.asks else _by_words(piece.said, 0, stems, lists)
    if named is not None and named[1] > SHORT:
        yield _Found(*named, off=False)


def _is_other(piece: Piece, lists: Lists) -> bool:
    """Whether a piece takes the other choice than one that was named."""
    others = phrases_of(lists["answer_other"])
    small = {*lists["closing_words"], *lists["polite"]}
    said = [word for word in piece.said if word not in small]
    return any(i + others.at(said, i) == len(said) for i in range(len(said)))


def _spoken_of(piece: Piece, stems: Sequence[Sequence[tuple[str, ...]]]) -> set[int]:
    """Return the choices that are called by a name anywhere in a piece."""
    said = tuple(map(stem, piece.said))
    return {
        number
        for number, names in enumerate(stems)
        for name in names
        if any(said[i : i + len(name)] == name for i in range(len(said)))
    }


def _asks(piece: Piece, lists: Lists) -> bool:
    """Whether a piece is put as a question: "is the dashboard more work"."""
    skipped = {*lists["openers"], *lists["apart"], *lists["adverbs"]}
    said = [word for word in piece.said if word not in skipped] or list(piece.said)
    if said[0] in lists["question_words"]:
        return True
    turned = said[0] in lists["auxiliaries"] and said[0] not in lists["negators"]
    return turned and (piece.asks or not said[0].startswith("w"))


def _named(
    piece: Piece, stems: Sequence[Sequence[tuple[str, ...]]], lists: Lists
) -> Iterator[_Found]:
    """Yield the choices that a piece names, each where something new begins."""
    said = piece.said
    joins = {*lists["joins"], *lists["conceding"], "if", "as"}
    starts = [0, *(i + 1 for i, word in enumerate(said) if word in joins)]
    if "or" in said or phrases_of(lists["answer_grounds"]).at(said, 0):
        return
    end = 0
    for start in starts:
        if start < end:
            continue
        found = _at_start(said, start, stems, lists)
        if found is not None:
            end = found.end
            yield found


def _leads(lists: Lists) -> set[str]:
    """Return the words that may lead up to a choice."""
    return {
        *lists["answer_around"],
        *lists["answer_leads"],
        *lists["answer_numbers"],
        *lists["answer_yes"],
        *lists["openers"],
        *lists["apart"],
        *lists["adverbs"],
    }


def _at_start(
    said: Sequence[str],
    start: int,
    stems: Sequence[Sequence[tuple[str, ...]]],
    lists: Lists,
) -> _Found | None:
    """Return the choice named from a word on, behind words that only lead to it."""
    leads = _leads(lists)
    willing = phrases_of((*lists["answer_willing"], *lists["answer_surely"]))
    refusing = phrases_of(lists["answer_refusing"])
    off, i = False, start
    while i < len(said):
        led = said[i] in lists["answer_numbers"] and said[i] != "the"
        found = _by_number(said, i + 1, len(stems), lists) if led else None
        found = found or _by_words(said, i, stems, lists)
        found = found or _by_number(said, i, len(stems), lists)
        if found is not None and found[0] < len(stems):
            remark = found[1] - i <= SHORT and _likes(said[start:i], lists)
            worded = found[1] - i <= SHORT and said[i].isalpha()
            mere = worded and _own(said[found[1] :], lists)
            return None if remark else _Found(*found, off, start, mere)
        length = willing.at(said, i)
        if not length and (length := refusing.at(said, i)):
            off = True
        if not length and said[i] in lists["negators"] and said[i] != "no":
            off, length = True, 1
        if not length and said[i] not in leads:
            return None
        i += length or 1
    return None


def _likes(said: Sequence[str], lists: Lists) -> bool:
    """Whether words say that their speaker likes or hates what follows them."""
    own = "i" in said and bool(set(said) & set(lists["answer_liking"]))
    return own and "to" not in said


def _by_words(
    said: Sequence[str],
    at: int,
    stems: Sequence[Sequence[tuple[str, ...]]],
    lists: Lists,
) -> tuple[int, int] | None:
    """Return the choice whose name stands at a word, and where the name ends."""
    best: tuple[int, int] | None = None
    heard = [stem(word) for word in said[at:]]
    for number, names in enumerate(stems):
        for name in names:
            size = len(name)
            if tuple(heard[:size]) != name or (best and at + size <= best[1]):
                continue
            own = {part for one in names for part in one}
            if _is_meant(said, at, size, own, lists):
                best = number, at + size
    return best


def _is_meant(
    said: Sequence[str], at: int, size: int, own: set[str], lists: Lists
) -> bool:
    """Whether a name is said of the choice, by what stands before and behind it."""
    name, behind = said[at : at + size], said[at + size :]
    if picking.is_idle(said, at, lists) or picking.is_relative(behind, lists):
        return False
    if size > SHORT:
        return not picking.is_passing(name, behind, own, lists)
    of_more = bool(behind) and behind[0] in lists["answer_places"]
    return not of_more and _may_stand_behind(behind, lists)


def _may_stand_behind(behind: Sequence[str], lists: Lists) -> bool:
    """Whether a name of one word may be an answer, with such words behind it."""
    if _own(behind, lists) or _turns_down(behind, lists, named=True):
        return True
    if phrases_of(lists["answer_welcome"]).within(behind):
        return True
    small = {*lists["answer_around"], *lists["adverbs"], *lists["closing_words"]}
    small |= {*lists["answer_times"]}
    return all(word in small for word in behind) or "than" in behind


def _own(behind: Sequence[str], lists: Lists) -> bool:
    """Whether what stands behind a name begins anew: "test, obviously I've ..."."""
    small = {*lists["answer_around"], *lists["adverbs"]} - set(lists["first_person"])
    begins = next((word for word in behind if word not in small), "")
    return begins in {*lists["first_person"], *lists["joins"], *lists["conceding"]}


def _by_number(
    said: Sequence[str], at: int, count: int, lists: Lists
) -> tuple[int, int] | None:
    """Return the choice whose number stands at a word, and where that ends."""
    if at >= len(said) or picking.is_idle(said, at, lists):
        return None
    word = said[at]
    ordinals = enumerate(lists["answer_ordinals"])
    number = next((n for n, names in ordinals if word in names.split()), None)
    if word in lists["answer_last"]:
        number = count - 1
    if number is None or said[at + 1 : at + 2] in _counted(lists):
        return None
    before = said[at - 1] if at else ""
    end = at + 1
    while end < len(said) and said[end] in lists["answer_numbers"] + ("one",):
        end += 1
    led = before in lists["answer_numbers"] or bool(
        {*said[at + 1 : at + 2]} & {*lists["answer_ones"]}
    )
    if word in lists["answer_around"] and not (led and before != "the"):
        return None
    known = {*lists["answer_around"], *lists["answer_numbers"], *lists["joins"]}
    behind = said[at + 1 :]
    surely = phrases_of(lists["answer_surely"])
    sure = end < len(said) and surely.at(said, end) > 0
    if behind and not sure and (behind[0] not in known or not (led or word.isdigit())):
        return None
    return number, end


def _counts(cut: Sequence[Token], count: int, lists: Lists) -> bool:
    """Whether a line holds a number that names no choice: "4", "two years"."""
    said = [token.text for token in cut if token.is_word]
    large = any(word.isdecimal() and int(word[:4]) > count for word in said)
    ordinals = {name for names in lists["answer_ordinals"] for name in names.split()}
    return large or any(
        len(one) > 1 and one in ordinals and two in lists["answer_counted"]
        for one, two in pairwise(said)
    )


def _counted(lists: Lists) -> tuple[tuple[str, ...], ...]:
    """Return the words before which a number counts something else."""
    return tuple((word,) for word in lists["answer_counted"])


def _turns_down(said: Sequence[str], lists: Lists, *, named: bool) -> bool:
    """Whether words behind a choice say that it is nothing for the speaker."""
    if not said:
        return False
    no = {*lists["answer_no"], *lists["says_no"]}
    small = {*lists["openers"], *lists["closing_words"], *lists["adverbs"]} - no
    plain = [word for word in said if word not in small]
    if not named and plain and all(word in no for word in plain):
        return True
    against = phrases_of(lists["answer_against"])
    found = ((i, against.at(said, i)) for i in range(len(said)))
    first, length = next(((i, n) for i, n in found if n), (0, 0))
    if not length or "other" in said:
        return False
    pointing = {said[0], *said[1:2], said[-1]} & set(lists["answer_pointing"])
    around = (*said[:first], *said[first + length :])
    return named or bool(pointing) or all(word in small for word in around)


def _points(piece: Piece, lists: Lists) -> bool:
    """Whether a piece only says something of the choice: "that's what I do now"."""
    small = {*lists["openers"], *lists["adverbs"]} - set(lists["answer_pointing"])
    first = next((word for word in piece.said if word not in small), "")
    return first in lists["answer_pointing"] and not piece.asks


def _says_something(piece: Piece, lists: Lists) -> bool:
    """Whether a piece is more than words around an answer: "I guess?"."""
    lead = ("answer_around", "openers", "apart", "adverbs", "closing_words")
    small = {word for name in lead for word in lists[name]}
    return any(word not in small for word in piece.said)


def _is_only(piece: Piece, name: str, lists: Lists) -> bool:
    """Whether a piece is a phrase of a list and little around it."""
    said = piece.said
    phrases = phrases_of(lists[name])
    small = {
        *lists["answer_around"],
        *lists["answer_leads"],
        *lists["openers"],
        *lists["apart"],
        *lists["adverbs"],
        *lists["closing_words"],
    }
    for i in range(len(said)):
        length = phrases.at(said, i)
        if length:
            around = (*said[:i], *said[i + length :])
            return all(word in small for word in around)
    return False


def _goes_on(behind: Sequence[str], lists: Lists) -> bool:
    """Whether words behind a choice say something of their own."""
    if behind and behind[0] in lists["answer_linking"]:
        return False
    small = {*lists["stopwords"], *lists["answer_around"], *lists["adverbs"]}
    count = sum(word not in small for word in behind)
    joined = bool(behind) and behind[0] in lists["joins"]
    return count >= (1 if joined else LEAST_REST)


def _rest(text: str, cut: Sequence[Token], heard: "_Heard", lists: Lists) -> str:
    """Return the parts of a line that are left, if they say anything."""
    parts: list[tuple[int, int]] = []
    for first, last in heard.kept:
        if parts and parts[-1][1] == first:
            parts[-1] = (parts[-1][0], last)
        else:
            parts.append((first, last))
    texts = [text[cut[a].start : cut[b - 1].end].strip(" ,;:-") for a, b in parts]
    joined = " ".join(part for part in texts if part)
    small = {*lists["stopwords"], *lists["answer_around"], *lists["openers"]}
    said = [t.text for t in tokens(joined) if t.is_word]
    own = set(said) & {*lists["question_words"], *lists["first_person"]}
    telling = sum(word not in small for word in said)
    told = telling >= LEAST_REST or (telling and (own or heard.asks))
    return joined if told or "?" in joined else ""
