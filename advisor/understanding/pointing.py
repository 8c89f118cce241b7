"""Find words that stand for roles spoken of: "the latter", "the first two", "there"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from advisor.text import Token
from advisor.understanding.cues import Cues
from advisor.understanding.focus import Focus
from advisor.understanding.language import Language
from advisor.understanding.mentions import Mention, roles_of

_PAIR = 2
_FARTHEST = 8
"""Within how many words "the one that I named" is followed by "first"."""


@dataclass(frozen=True, slots=True)
class _Line:
    """An utterance's words, and what is spoken of up to them."""

    words: tuple[str, ...]
    mentions: tuple[Mention, ...]
    focus: Focus
    language: Language

    def has(self, name: str, i: int) -> bool:
        """Whether the word at an index, if there is one, stands in a word list."""
        return 0 <= i < len(self.words) and self.language.has(name, self.words[i])

    def at(self, name: str, i: int) -> int:
        """Return how many words of a phrase stand at an index; 0 where none does."""
        if not 0 <= i < len(self.words):
            return 0
        return self.language.phrases[name].at(self.words, i)

    def current(self, i: int) -> tuple[str, ...]:
        """Return the roles that "that role" means at an index."""
        return self.named_before(i)[-1:] or self.focus.roles

    def series(self, i: int) -> tuple[str, ...]:
        """Return the roles that are counted through at an index."""
        named = self.named_before(i)
        return named if len(named) >= _PAIR else self.focus.series()

    def others(self, i: int) -> tuple[str, ...]:
        """Return the other of the two roles in play at an index."""
        named = self.named_before(i)
        if not named:
            return self.focus.the_other()
        return tuple(r for r in self.series(i) if r != named[-1])[-1:]

    def named_before(self, i: int) -> tuple[str, ...]:
        """Return the roles that the utterance names before an index."""
        return roles_of([m for m in self.mentions if m.last < i])


def point(
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    cues: Cues,
    focus: Focus,
    language: Language,
) -> tuple[Mention, ...]:
    """Return the mentions of an utterance with those that are only pointed at.

    Args:
        tokens: the utterance.
        mentions: what it names.
        cues: the topics that it names; no word of theirs points at a role.
        focus: what was spoken of before.
        language: the small words.

    """
    texts = tuple(token.text for token in tokens)
    line = _Line(texts, tuple(mentions), focus, language)
    mentions = [m for m in mentions if not _stands_in(m, line)]
    line = replace(line, mentions=tuple(mentions))
    taken = {i for m in mentions for i in range(m.first, m.last + 1)}
    taken |= cues.indices(0, len(texts) - 1)
    found: list[Mention] = []
    i = 0
    while i < len(texts):
        role = _by_its_noun(line, i)
        if role and i not in taken:
            found.append(Mention("role", role, i, i, texts[i]))
            line = replace(line, mentions=(*mentions, *found))
            i += 1
            continue
        last, roles = _pointer(line, i)
        clash = taken & set(range(i, last + 1)) and _asked_before(line, i)[0] == i
        if not roles or clash:
            i += 1
            continue
        name = " ".join(texts[i : last + 1])
        way = line.has("ways_there", i - 1) and line.has("there", i)
        new = Mention("role", "", i, last, name, pointed=True, is_way=way)
        found += [replace(new, id=role) for role in roles]
        line = replace(line, mentions=(*mentions, *found))
        i = last + 1
    return tuple(sorted([*mentions, *found], key=lambda m: (m.first, m.last)))


def _by_its_noun(line: _Line, i: int) -> str:
    """Return the one role in play that "the engineer" names by its noun alone."""
    gone = line.language.phrases["leaves_out"].ends(line.words, i)
    if not gone and not line.has("determiners", i - 1):
        return ""
    noun = line.words[i].removesuffix("s")
    fitting = [
        role
        for role in line.series(i)
        if role.rpartition("_")[2] == noun or (gone and role.partition("_")[0] == noun)
    ]
    return fitting[0] if len(fitting) == 1 else ""


def _pointer(line: _Line, i: int) -> tuple[int, tuple[str, ...]]:
    """Return where the pointer that begins at an index ends, and its roles."""
    for last, roles in _readings(line, i):
        if roles:
            return last, roles
    return i, ()


def _readings(line: _Line, i: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    yield _told_first(line, i)
    yield _asked_before(line, i)
    yield _ordinal(line, i)
    yield _former_or_latter(line, i)
    yield _the_other(line, i)
    yield _the_remaining(line, i)
    yield _one_of_two(line, i)
    yield _all_of_them(line, i)
    yield _this_role(line, i)
    yield _there(line, i)


def _told_first(line: _Line, i: int) -> tuple[int, tuple[str, ...]]:
    """Read "the one that I named first"."""
    length = line.at("the_one", i)
    told = False
    for k in range(i + length, min(i + length + _FARTHEST, len(line.words))):
        if not length or line.words[k] in ".?!;,":
            break
        told = told or line.has("telling", k)
        if told and _is_ordinal(line, k):
            return k, _counted(line, i, k, 1)
    return i, ()


def _ordinal(line: _Line, i: int) -> tuple[int, tuple[str, ...]]:
    """Read "the second", "the last one", "the first two", "the third of them"."""
    at = i + 1 if line.has("determiners", i) else i
    if not _is_ordinal(line, at):
        return i, ()
    k, how_many = at + 1, 1
    if line.has("small_numbers", k):
        how_many = _index(line, "small_numbers", k) + _PAIR
        k += 1
    counted = line.has("counted_nouns", k)
    k += counted
    k += line.at("of_those", k)
    if (at == i and not counted) or not _ends_name(line, i, k):
        return i, ()
    return k - 1, _counted(line, i, at, how_many)


def _stands_in(mention: Mention, line: _Line) -> bool:
    """Whether a name is only part of a pointer: "the first job I asked about"."""
    if mention.kind != "level":
        return False
    last, roles = _asked_before(line, mention.first - 1)
    return bool(roles) and last > mention.last


def _asked_before(line: _Line, i: int) -> tuple[int, tuple[str, ...]]:
    """Read "the first job I asked about", over all of the conversation."""
    at = i + 1 if line.has("determiners", i) else i
    if at == i or not _is_ordinal(line, at):
        return i, ()
    k, how_many = at + 1, 1
    if line.has("small_numbers", k):
        how_many = _index(line, "small_numbers", k) + _PAIR
        k += 1
    k += line.has("counted_nouns", k) or line.has("counted_jobs", k)
    length = line.at("asked_before", k)
    if not length:
        return i, ()
    return k + length - 1, _out_of(line.focus.asked, line, at, how_many)


def _is_ordinal(line: _Line, i: int) -> bool:
    return line.has("ordinals", i) or line.has("ordinal_last", i)


def _counted(line: _Line, i: int, at: int, how_many: int) -> tuple[str, ...]:
    """Return the role or roles that an ordinal at an index counts out."""
    return _out_of(line.series(i), line, at, how_many)


def _out_of(
    series: tuple[str, ...], line: _Line, at: int, how_many: int
) -> tuple[str, ...]:
    """Return the role or roles of a series that an ordinal counts out."""
    if line.has("ordinal_last", at):
        return series[-how_many:]
    start = _index(line, "ordinals", at)
    return series[start : start + how_many]


def _index(line: _Line, name: str, i: int) -> int:
    return line.language.ordered[name].index(line.words[i])


def _former_or_latter(line: _Line, i: int) -> tuple[int, tuple[str, ...]]:
    """Read "the latter", and "the former" where it says nothing of a noun."""
    for name, at in (("the_former", 0), ("the_latter", -1)):
        length = line.at(name, i)
        if not length:
            continue
        k = i + length
        k += line.has("counted_nouns", k)
        ends = _ends_name(line, i, k) or line.has("leads_to", k)
        if ends and (pair := line.series(i)[-_PAIR:]):
            return k - 1, (pair[at],)
    return i, ()


def _the_other(line: _Line, i: int) -> tuple[int, tuple[str, ...]]:
    """Read "the other one" and "the other two"."""
    length = line.at("the_other", i)
    k = i + length
    idle = line.at("not_another", i) or line.has("after_one", i - 2)
    if not length or idle or not _ends_name(line, i, k):
        return i, ()  # "one way or the other"
    if line.has("small_numbers", k - 1):
        now = line.current(i)
        return k - 1, tuple(r for r in line.series(i) if r not in now)
    return k - 1, line.others(i)


def _the_remaining(line: _Line, i: int) -> tuple[int, tuple[str, ...]]:
    """Read "the remaining two", behind one that is taken out of those in play."""
    length = line.at("the_remaining", i)
    if not length or not _ends_name(line, i, i + length):
        return i, ()
    named = line.named_before(i)
    of = line.focus.series() if named else line.focus.both()
    return i + length - 1, tuple(r for r in of if r not in named)


def _one_of_two(line: _Line, i: int) -> tuple[int, tuple[str, ...]]:
    """Read the "one" that "the other" is set against: "can one do what the other"."""
    if line.words[i] != "one" or line.has("before_one", i - 1):
        return i, ()
    if line.has("after_one", i + 1) or any(m.last == i - 1 for m in line.mentions):
        return i, ()  # "one way or the other", "the MLOps one"
    beyond = range(i + 1, len(line.words))
    if not any(line.at("the_other", k) for k in beyond):
        return i, ()
    return i, tuple(r for r in line.focus.both() if r not in line.others(i))


def _all_of_them(line: _Line, i: int) -> tuple[int, tuple[str, ...]]:
    """Read "both of them", "those two", "all three"."""
    length = line.at("all_of_them", i)
    before = i - 2 if i and line.words[i - 1] == "of" else i - 1
    choosing = line.has("choosing", before)
    if not length or choosing or not _ends_name(line, i, i + length):
        return i, ()
    series = line.series(i)
    if series and series == line.focus.series():
        return i + length - 1, line.focus.both()
    return i + length - 1, series


def _this_role(line: _Line, i: int) -> tuple[int, tuple[str, ...]]:
    """Read "that role" in a question; in a remark it may be the speaker's own."""
    length = line.at("this_role", i)
    if not length or not _ends_name(line, i, i + length):
        return i, ()
    if any(line.has("first_person", k) for k in range(i)):
        return i, ()
    return i + length - 1, line.current(i)


def _there(line: _Line, i: int) -> tuple[int, tuple[str, ...]]:
    """Read "there" as where a way leads to, and "one" as what is become."""
    leads = line.has("ways_there", i - 1) or line.has("before_there", i - 1)
    there = leads and line.has("there", i)
    become = line.words[i] == "one" and line.has("before_become", i - 1)
    if (there or become) and _ends_name(line, i, i + 1):
        return i, line.current(i)
    return i, ()


def _ends_name(line: _Line, first: int, after: int) -> bool:
    """Whether nothing behind a pointer makes it a part of a longer name.

    "The first" points at a role in "what does the first pay", and in "is the first
    really harder", but not in "the first step".
    """
    if after >= len(line.words) or not line.words[after][0].isalnum():
        return True
    if line.words[after - 1].endswith("'s"):
        return True
    if line.has("counted_things", after):
        return False
    closed = ("closes_name", "auxiliaries", "question_words", "joins")
    if any(line.has(name, after) for name in closed):
        return True
    return line.has("auxiliaries", first - 1)
