"""Hear that a role is ruled out of what is suggested, or let back in.

Such a part is cut out of its line, with the grounds that are given for it: what speaks
against a job tells nothing that its speaker likes. What else the line says is read by
itself.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from advisor.text import Token, clean, ends_sentence, tokens
from advisor.understanding.arguing import ROLE
from advisor.understanding.mentions import Mention
from advisor.understanding.patterns import Patterns

CUTS = (",", ":", "-", "(", ")", "\N{EN DASH}", "\N{EM DASH}")
ARTICLES = ("a", "an", "the", "any", "all", "this", "that")
"""What may stand right before the name of a role."""
POINTED = "thatrole"
"""What a word is read as that points at a role."""
TITLE = "role"
REACH = 32
"""So many tokens at most does a part reach that rules a role out."""
FEW = 2
"""So many words of its own may a name have that is only called: "statistician?"."""

Lists = Mapping[str, tuple[str, ...]]
Find = Callable[[str], Sequence[Mention]]


@dataclass(frozen=True, slots=True)
class Scene:
    """What was told before, as far as a line may rule it out."""

    given: bool = False
    """Whether a suggestion was offered or given."""
    told: str = ""
    """The role that was suggested last."""
    pointed: tuple[str, ...] = ()
    """The roles that "it" may mean: of the suggestion just told, or just ruled out."""
    compared: frozenset[str] = frozenset()
    """Roles that were just set side by side, out of which one may be left."""
    out: frozenset[str] = frozenset()
    """Roles that are ruled out."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a line rules out and lets back in, and what it says besides."""

    out: tuple[str, ...]
    back: tuple[str, ...]
    grounds: tuple[str, ...]
    """What it says against the roles that it rules out."""
    asks_next: bool
    """Whether it asks what comes instead, and no more."""
    quote: str
    """The words in which it does so."""
    rest: str


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as it is compared with the rows."""

    text: str
    cut: Sequence[Token]
    named: Mapping[int, Mention]
    """The roles, by the index of each of their tokens."""
    lists: Lists
    rows: Mapping[str, Patterns]
    scene: Scene
    right: Mapping[str, str]
    """What is typed without its apostrophe -> as it is written."""

    def word(self, i: int) -> str:
        """Return a word as rows have it."""
        return self.right.get(self.cut[i].text, self.cut[i].text)

    def has(self, name: str, i: int) -> bool:
        """Return whether a word stands in one of the lists."""
        return self.cut[i].text in self.lists[name]


@dataclass(slots=True)
class _Found:
    """What was heard so far."""

    out: list[str] = field(default_factory=list)
    back: list[str] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    """The tokens that are heard, from the first to behind the last."""
    grounds: list[tuple[int, int]] = field(default_factory=list)

    def holds(self, i: int) -> bool:
        """Return whether a token is heard already."""
        return any(first <= i < end for first, end in (*self.spans, *self.grounds))


def ruled_in(
    raw: str, rows: Mapping[str, Patterns], lists: Lists, find: Find, scene: Scene
) -> Ruled | None:
    """Return which roles a line rules out or lets back in; None where it does not.

    Args:
        raw: the line.
        rows: the ways to do so, by kind.
        lists: the small words.
        find: finds the roles that some words name.
        scene: what was told before.

    """
    text = clean(raw)
    cut = tokens(text)
    mentions = [m for m in find(text) if m.role]
    named = {i: m for m in mentions for i in range(m.first, m.last + 1)}
    right = dict(entry.split() for entry in lists["contractions"])
    line = _Line(text, cut, named, lists, rows, scene, right)
    found = _Found()
    for at in _starts(line):
        if not found.holds(at):
            _hear(line, at, found)
    if not found.spans:
        return None
    _take_grounds(line, found)
    rest, asks_next = _rest(line, found)
    back = tuple(role for role in dict.fromkeys(found.back) if role not in found.out)
    return Ruled(
        tuple(dict.fromkeys(found.out)),
        back,
        tuple(_said(line, first, end) for first, end in found.grounds),
        asks_next,
        found.quotes[0],
        rest,
    )


def _starts(line: _Line) -> Iterator[int]:
    """Yield where something may begin: at the start, behind signs and joining words."""
    opens = True
    for i, token in enumerate(line.cut):
        if not token.is_word:
            opens = True
            continue
        inside = i in line.named and i - 1 in line.named
        joins = line.has("joins", i) or line.has("conceding", i)
        if (opens or joins) and not inside:
            yield i
        opens = False


def _hear(line: _Line, at: int, found: _Found) -> None:
    """Take what begins at a token, where it rules a role out or lets one back in."""
    begin = _behind_leads(line, at)
    end = _end_of_piece(line, begin)
    called = _called_before(line, at)
    named = called is not None or any(i in line.named for i in range(at, end))
    if not (named or _pointed(line, at, found)):
        return
    for start in range(begin, at - 1, -1):
        said, places = _words(line, start, end, found)
        if called is not None:
            said, places = [ROLE, *said], [called, *places]
        for kind in ("rules_in_role", "refuses_role", "rules_out_role", "drops_role"):
            length = _length(line.rows[kind], said)
            behind = places[length - 1] + 1 if length else start
            behind = _behind_list(line, behind)
            first = start if called is None else called
            roles = _roles(line, first, behind, found) if length else ()
            if not roles or _asks(line, start) or not _ends(line, behind):
                continue
            if _may(line, kind, roles, first, behind):
                close = _behind_tails(line, behind)
                (found.back if kind == "rules_in_role" else found.out).extend(roles)
                while line.has("answer_yes", at) and at < first:
                    at += 1  # a "yes" may answer a question
                found.spans.append((min(at, first), close))
                found.quotes.append(_said(line, first, behind))
                return


def _called_before(line: _Line, at: int) -> int | None:
    """Return where a role is named that the sentence before only calls: "X? no way"."""
    before = at - 1
    while before >= 0 and not line.cut[before].is_word:
        before -= 1
    signs = [token.text for token in line.cut[before + 1 : at]]
    if before not in line.named or not set(signs) & {"?", "!"}:
        return None
    first = line.named[before].first
    opens, least = first, max(0, first - REACH)
    while opens > least and not ends_sentence(line.cut[opens - 1]):
        opens -= 1
    lead = [token.text for token in line.cut[opens:first] if token.is_word]
    return first if len(lead) <= FEW else None


def _behind_leads(line: _Line, at: int) -> int:
    """Return where what small words lead to begins: "ok but please ..."."""
    i, last = at, min(len(line.cut) - 1, at + REACH)
    while i < last and i not in line.named:
        token = line.cut[i]
        pair = " ".join(t.text for t in line.cut[i : i + 2])
        orders = pair in line.lists["ruling_orders"]
        small = not token.is_word or _is_small(line.lists, token.text)
        if ends_sentence(token) or not (orders or small):
            break
        i += 2 if orders else 1
    return i


def _is_small(lists: Lists, word: str) -> bool:
    """Whether a word only leads to what rules a role out."""
    return word in lists["ruling_leads"] or word in lists["answer_yes"]


def _end_of_piece(line: _Line, at: int) -> int:
    """Return where the sign stands that ends what begins at a token, if near."""
    last = min(len(line.cut), at + REACH)
    for i in range(at, last):
        token = line.cut[i]
        inside = i in line.named and i - 1 in line.named
        if not inside and (token.text in CUTS or ends_sentence(token)):
            return i
    return last


def _words(
    line: _Line, start: int, end: int, found: _Found
) -> tuple[list[str], list[int]]:
    """Return the words of a part as rows have them, and where each of them ends."""
    said: list[str] = []
    places: list[int] = []
    pointing = bool(_pointed(line, start, found))
    for i in range(start, end):
        mention = line.named.get(i)
        if mention is not None and i != mention.first:
            places[-1:] = [i]
            continue
        if mention is not None:
            while said and said[-1] in ARTICLES:
                said.pop()
                places.pop()
            said.append(ROLE)
        elif pointing and line.has("ruling_pointers", i):
            said.append(POINTED)
        elif line.cut[i].is_word:
            said.append(line.word(i))
        else:
            continue
        places.append(i)
    return said, places


def _pointed(line: _Line, at: int, found: _Found) -> tuple[str, ...]:
    """Return the roles that "it" means: the last before it, else those just told."""
    near = range(at - 1, max(-1, at - REACH), -1)
    before = next((line.named[i].role for i in near if i in line.named), "")
    return (before,) if before else tuple(found.out[-1:]) or line.scene.pointed


def _length(rows: Patterns, said: Sequence[str]) -> int:
    """Return how many words a row takes from the start on; 0 where none fits."""
    return max((at[-1] + 1 for at in rows.find(said) if at[0] == 0), default=0)


def _roles(line: _Line, start: int, end: int, found: _Found) -> tuple[str, ...]:
    """Return the roles that are named within a part, else those pointed at."""
    inside = (line.named[i] for i in range(start, end) if i in line.named)
    named = tuple(dict.fromkeys(m.role for m in inside if m.role))
    return named or _pointed(line, start, found)


def _behind_list(line: _Line, at: int) -> int:
    """Return where a list of roles ends of which a row took the first."""
    if at - 1 not in line.named:
        return at
    end = i = at
    while i < len(line.cut):
        if i in line.named:
            end = i + 1
        elif line.cut[i].text not in ARTICLES and not line.has("ruling_joins", i):
            break
        i += 1
    return end


def _behind_tails(line: _Line, at: int) -> int:
    """Return where small words end that only go on with it: "please", "for good"."""
    i = at
    while i < len(line.cut) and line.has("ruling_tails", i):
        i += 1
    return i


def _ends(line: _Line, at: int) -> bool:
    """Whether nothing more is said of the role: a sign, the end, or something new."""
    i = _behind_tails(line, at)
    if i >= len(line.cut) or not line.cut[i].is_word:
        return True
    lists = ("joins", "reasons", "first_person", "question_words", "ruling_reasons")
    return any(line.has(name, i) for name in (*lists, "conceding"))


def _asks(line: _Line, at: int) -> bool:
    """Whether a question is under way at a token, and no order: "should I drop X"."""
    start, least = at, max(0, at - 2 * REACH)
    while start > least and not ends_sentence(line.cut[start - 1]):
        start -= 1
    before = line.cut[start:at]
    said = [t.text for t in before if t.is_word]
    said = [word for word in said if word not in line.lists["openers"]]
    opens = (*line.lists["auxiliaries"], *line.lists["question_words"])
    ordered = " ".join(said[:2]) in line.lists["ruling_orders"]
    behind = line.cut[at : at + 2 * REACH]
    ends = next((t.text for t in behind if ends_sentence(t)), "")
    parted = ends != "?" and any(t.text in CUTS for t in before)
    return bool(said) and said[0] in opens and not ordered and not parted


def _may(line: _Line, kind: str, roles: Sequence[str], first: int, end: int) -> bool:
    """Whether words of a kind can mean roles, by what was told before."""
    scene = line.scene
    if kind == "rules_in_role":
        return bool(scene.out & set(roles))
    here = range(first, end)
    titled = any(i in line.named and line.named[i].kind == TITLE for i in here)
    if kind == "refuses_role":
        doing = any(line.has("doing", i) for i in here)
        told = scene.told in roles
        return titled or told or not doing  # "I'm not doing ML" is of a field
    if scene.compared & set(roles):
        return False
    if kind == "drops_role" and any(line.has("answer_liking", i) for i in here):
        return scene.given and titled  # "I hate MLOps" is of a field
    if kind == "drops_role" and _sets_apart(line, first):
        return False
    return kind == "rules_out_role" or scene.given


def _sets_apart(line: _Line, at: int) -> bool:
    """Whether a part says which role is not meant: "for analyst, not scientist"."""
    negated = line.has("negators", at)
    return negated and at > 1 and line.cut[at - 1].text == "," and at - 2 in line.named


def _take_grounds(line: _Line, found: _Found) -> None:
    """Take what stands beside a ruling out, and only says what is wrong with a job."""
    if not found.out:
        return
    ends = {end for _, end in found.spans}
    fresh = False
    for first, end in list(_pieces(line)):
        if found.holds(first):
            fresh = end in ends or fresh or any(a <= first < b for a, b in found.spans)
            continue
        opens = first == 0 or ends_sentence(line.cut[first - 1])
        before = end < len(line.cut) and _names_only(line, first, end, found)
        gives = fresh and (not opens or line.has("ruling_reasons", first))
        if (gives or before) and not _is_own(line, first, end):
            found.grounds.append((first, end))
            continue
        fresh = False


def _pieces(line: _Line) -> Iterator[tuple[int, int]]:
    """Yield the parts of a line between signs and joining words, signs left out."""
    first = 0
    for i in range(len(line.cut) + 1):
        last = i == len(line.cut)
        inside = not last and i in line.named and i - 1 in line.named
        sign = not last and not inside and not line.cut[i].is_word
        joins = not last and i > first and line.has("joins", i)
        if not (last or sign or joins):
            continue
        if i > first:
            yield first, i
        first = i if joins else i + 1


def _names_only(line: _Line, first: int, end: int, found: _Found) -> bool:
    """Whether a part speaks of a role that is ruled out behind it, and of no other."""
    roles = {line.named[i].role for i in range(first, end) if i in line.named}
    later = any(start >= end for start, _ in found.spans)
    return bool(roles) and later and roles <= set(found.out)


def _is_own(line: _Line, first: int, end: int) -> bool:
    """Whether a part tells of its speaker, asks, or names another role."""
    lists = ("selves", "requests")
    if any(line.has(name, i) for i in range(first, end) for name in lists):
        return True
    asks = end < len(line.cut) and line.cut[end].text == "?"
    own = [i for i in range(first, end) if i not in line.named]
    called = asks and first in line.named and len(own) <= FEW
    opens = next((i for i in range(first, end) if not line.has("joins", i)), first)
    questions = line.has("question_words", opens) or line.has("auxiliaries", opens)
    return questions or (asks and not called)


def _rest(line: _Line, found: _Found) -> tuple[str, bool]:
    """Return what a line says besides, and whether it asks what comes instead."""
    parts: list[str] = []
    first = 0
    for start, end in sorted((*found.spans, *found.grounds)):
        parts.append(_said(line, first, start, whole=True))
        first = end
    parts.append(_said(line, first, len(line.cut), whole=True))
    kept, asks_next = [], False
    for part in parts:
        bare = _bare(part, line.lists)
        if not bare:
            continue
        if found.out and _asks_next(bare, line):
            asks_next = True
            continue
        kept.append(bare if bare[-1] in ".!?" else f"{bare}.")
    return " ".join(kept), asks_next


def _bare(part: str, lists: Lists) -> str:
    """Return a part without the signs around it and the small words it opens with."""
    bare = part.strip(" ,;:-()\n").lstrip(".!? ")
    cut = tokens(bare)
    small = {*lists["joins"], *lists["conceding"]}
    while cut and (cut[0].text in small or not cut[0].is_word):
        bare = bare[cut[0].end :].lstrip()
        cut = tokens(bare)
    said = [token.text for token in cut if token.is_word]
    return "" if all(word in lists["ruling_leads"] for word in said) else bare


def _asks_next(part: str, line: _Line) -> bool:
    """Whether a part only asks what comes instead: "what else?", "next best for me"."""
    said = [line.right.get(t.text, t.text) for t in tokens(part) if t.is_word]
    while said and said[0] in line.lists["openers"]:
        said.pop(0)
    return _length(line.rows["asks_next_role"], said) > 0


def _said(line: _Line, first: int, end: int, *, whole: bool = False) -> str:
    """Return the text of some tokens."""
    if first >= end:
        return ""
    stop = len(line.text) if end == len(line.cut) else line.cut[end - 1].end
    said = line.text[line.cut[first].start : stop]
    return said if whole else said.strip(" ,;:-.!?")
