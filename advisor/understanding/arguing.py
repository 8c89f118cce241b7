"""Hear an argument with the ranking: "why did it go up?", "X, why not that one?".

Such a sentence is cut out of its line; what else the line says is read by itself.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisor.text import clean, tokens, words
from advisor.understanding.mentions import Mention
from advisor.understanding.patterns import Patterns

MOVED, WEIGHED, WHY = "argue_moved", "argue_weighed", "wish_why"
"""What is argued about: a role that moved, what weighed for one, why it is (not) it."""
ITEM = "argue_item"
"""... or what one thing that was told does to it."""
OF_ITEM = ("weighs_missing", "weighs_alone", "weighs_sign")
"""The rows for that: why it is not told, whether it is all, why it counts so."""
ROLE = "therole"
"""What the name of a role is read as."""
SHARE = 100
STOPS = ".!?;\n"
CUTS = ",:-\N{EN DASH}\N{EM DASH}"
FEW = 3
"""So many words of its own may a name have that is only echoed: "a data analyst??"."""

Lists = Mapping[str, tuple[str, ...]]
Find = Callable[[str], Sequence[Mention]]


@dataclass(frozen=True, slots=True)
class Argument:
    """One sentence that argues with the ranking."""

    kind: str
    roles: tuple[str, ...]
    """The roles that it names; what it is about comes first."""
    shares: tuple[int, ...]
    """The shares that it names, in per cent: "from 44% to 50%"."""
    text: str


@dataclass(frozen=True, slots=True)
class Argued:
    """The arguments of a line, and what it says besides."""

    arguments: tuple[Argument, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What was told before, as far as a line may argue with it."""

    moved: bool
    """Whether any ranking was told."""
    known: bool
    """Whether a suggestion was offered or given."""
    given: bool
    noted: Callable[[str], bool] = lambda _: False
    """Whether some words name what is held of the user."""
    thing: Callable[[str], bool] = lambda _: False
    """Whether some words name anything that could be."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A part of a line as it is compared with the rows."""

    text: str
    words: tuple[str, ...]
    """Its words, each name of a role as one."""
    roles: tuple[str, ...]


def argued_in(
    raw: str, rows: Mapping[str, Patterns], lists: Lists, find: Find, scene: Scene
) -> Argued | None:
    """Return what a line argues with the ranking; None where it does not.

    Args:
        raw: the line.
        rows: the ways to argue, by kind.
        lists: the small words.
        find: finds the roles that some words name.
        scene: what was told before.

    """
    found: list[Argument] = []
    rest: list[str] = []
    for echo, sentence in _sentences(clean(raw), lists, find):
        whole = f"{echo} {sentence}".strip()
        one = next(_arguments(whole, rows, lists, find, scene), None)
        head, _, tail = sentence.partition(",")
        if one is None and not set(words(head)).isdisjoint(lists["asks_why"]):
            one = next(_arguments(head, rows, lists, find, scene), None)
            rest += [f"{tail.strip()}."] if one is not None and tail.strip() else []
        if one is None:
            rest.append(whole if sentence.endswith("?") else sentence)
            continue
        argument, before = one
        found.append(argument)
        if _says_something(before, lists):
            rest.append(f"{before}.")
    return Argued(tuple(found), " ".join(rest)) if found else None


def _sentences(text: str, lists: Lists, find: Find) -> Iterator[tuple[str, str]]:
    """Yield the sentences of a text, each with the names only echoed before it."""
    held = ""
    for sentence in _cut(text):
        if _is_echo(sentence, lists, find):
            held = f"{held} {sentence}".strip()
            continue
        yield held, sentence
        held = ""
    if held:
        yield "", held


def _cut(text: str) -> Iterator[str]:
    """Yield what stands between stops, with them."""
    first = 0
    for i, char in enumerate(text):
        last = i + 1 == len(text)
        ends = char in STOPS and (last or not text[i + 1].isalnum())
        if not last and (not ends or text[i + 1] in STOPS):
            continue
        part = text[first : i + 1].strip()
        first = i + 1
        if words(part):
            yield part


def _is_echo(sentence: str, lists: Lists, find: Find) -> bool:
    """Whether a sentence only names a role in surprise: "a statistician??"."""
    said = _said(sentence, find)
    plain = [w for w in said.words if w not in lists["openers"] and w != ROLE]
    return bool(said.roles) and sentence[-1] in "?!" and len(plain) < FEW


def _said(text: str, find: Find) -> _Said:
    """Return a part of a line with the roles that it names as one word each."""
    cut = tokens(text)
    named = {i: m for m in find(text) if m.role for i in range(m.first, m.last + 1)}
    said: list[str] = []
    for i, token in enumerate(cut):
        mention = named.get(i)
        if mention is None:
            said += [token.text] if token.is_word else []
        elif i == mention.first:
            said.append(ROLE)
    roles = tuple(dict.fromkeys(m.role for m in named.values() if m.role))
    return _Said(text, tuple(said), roles)


def _arguments(
    sentence: str,
    rows: Mapping[str, Patterns],
    lists: Lists,
    find: Find,
    scene: Scene,
) -> Iterator[tuple[Argument, str]]:
    """Yield what a sentence argues, and what stands before that, the shortest first."""
    for at in (*_starts(sentence, lists), 0):
        said = _said(sentence[at:], find)
        kind = _kind(said, rows, lists, scene)
        if kind:
            shares = tuple(_shares(said.text))
            roles = _ordered(said, lists)
            argument = Argument(kind, roles, shares, said.text.strip())
            yield argument, sentence[:at].strip(f" {CUTS}")


def _starts(sentence: str, lists: Lists) -> Iterator[int]:
    """Yield where something new may begin within a sentence, the last one first."""
    cut = tokens(sentence)
    for i in range(len(cut) - 1, 0, -1):
        before = cut[i - 1].text
        opens = before in CUTS or before in lists["joins"]
        if opens and cut[i].is_word:
            yield cut[i].start


def _kind(said: _Said, rows: Mapping[str, Patterns], lists: Lists, scene: Scene) -> str:
    """Return what some words argue about, if anything."""
    if scene.given and _is_of_item(said, rows, scene):
        return ITEM
    apart = not set(said.words).isdisjoint(lists["argues_not"])
    if scene.moved and not apart:
        if said.roles and _holds(rows["argues_weighed"], said):
            return WEIGHED
        if any(_holds(rows[name], said) for name in ("argues_moved", "argues_arrived")):
            return MOVED
    return WHY if _asks_why(said, rows, lists, scene) else ""


def _is_of_item(said: _Said, rows: Mapping[str, Patterns], scene: Scene) -> bool:
    """Whether some words ask what one thing that was told does to the ranking."""
    missing, *others = (_holds(rows[name], said) for name in OF_ITEM)
    if not missing and not any(others):
        return False
    return scene.noted(said.text) or (missing and scene.thing(said.text))


def _holds(patterns: Patterns, said: _Said) -> bool:
    return next(patterns.find(said.words), None) is not None


def _asks_why(
    said: _Said, rows: Mapping[str, Patterns], lists: Lists, scene: Scene
) -> bool:
    """Whether some words ask why a role was suggested or not, and nothing else."""
    if said.roles and scene.known and _holds(rows["argues_against"], said):
        return True
    if set(said.words).isdisjoint(lists["asks_why"]):
        return False
    small = {*lists["why_words"], *lists["asks_why"], *lists["openers"], ROLE}
    if any(word not in small for word in said.words):
        return False
    of_it = not set(said.words).isdisjoint(lists["why_of_it"])
    if said.roles:
        return scene.known or of_it
    return of_it and scene.given


def _ordered(said: _Said, lists: Lists) -> tuple[str, ...]:
    """Return the roles, the one first that is asked for: "less of X and more of Y"."""
    if len(said.roles) != len(("one", "other")):
        return said.roles
    first = said.words.index(ROLE)
    away = set(lists["argues_away"])
    turned = not away.isdisjoint(said.words[max(0, first - 2) : first])
    return said.roles[::-1] if turned else said.roles


def _shares(text: str) -> Iterator[int]:
    """Yield the numbers of a text that may be shares of a ranking."""
    for token in tokens(text):
        digits = token.text.rstrip("%")
        if digits.isdigit() and int(digits) <= SHARE:
            yield int(digits)


def _says_something(text: str, lists: Lists) -> bool:
    """Whether more than small words stand in a text."""
    small = {*lists["openers"], *lists["talk_openers"], *lists["joins"]}
    return any(word not in small for word in words(text))
