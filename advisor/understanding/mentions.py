"""Find roles, skills, tools, places, levels, degrees and jobs named in a text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.text import ARROWS, Token, ends_sentence
from advisor.understanding.lexicon import Lexicon

GLUE = frozenset({"-", "/", "_", "&"})
_SHORTEST = 2
MOVES = frozenset({"to", "into", *ARROWS})
"""What may stand between the names of a move: "from data analyst to scientist"."""
ORDER = ("role", "field", "tool", "method", "skill", "degree", "level", "place", "job")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text."""

    kind: str
    """role, field, tool, skill, method, place, level, degree or job."""
    id: str
    first: int
    """Index of its first token."""
    last: int
    """Index of its last token."""
    name: str
    """As found, folded."""
    pointed: bool = False
    """Whether it is not named, but pointed at: "the latter"."""
    is_way: bool = False
    """Whether what points at it tells a way to it as well: "how do I get there"."""

    @property
    def key(self) -> str:
        """Return `kind:id`."""
        return f"{self.kind}:{self.id}"

    @property
    def role(self) -> str | None:
        """Return the role's id where it names a role, by title or by field."""
        return self.id if self.kind in ("role", "field") else None


def find(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the mentions in a text, longest first at each place, in order."""
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        mention = _longest(tokens, at, lexicon) or _cased(tokens, at, lexicon)
        mention = mention or _listed(tokens, at, found, lexicon)
        if mention is None:
            at += 1
            continue
        found.append(mention)
        at = mention.last + 1
    shared = _shared_words(tokens, found, lexicon)
    return tuple(sorted([*found, *shared], key=lambda m: (m.first, m.last)))


def _longest(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Mention | None:
    """Return the longest name that begins at a token; glue signs may lie within."""
    opens = tokens[at].text
    most = lexicon.longest.get(opens) or lexicon.longest.get(
        opens.removesuffix("'s"), 0
    )
    best: Mention | None = None
    name: list[str] = []
    for i in range(at, min(len(tokens), at + 2 * most)):
        token = tokens[i]
        if not token.is_word:
            if name and (token.text in GLUE or _is_dot_inside(tokens, i)):
                continue
            break
        name.append(token.text)
        if len(name) > most:
            break
        keys = lexicon.names.get(" ".join(name)) or _possessive(name, lexicon)
        if keys:
            kind, _, id_ = min(keys, key=_rank).partition(":")
            best = Mention(kind, id_, at, i, " ".join(name))
    return best


def _is_dot_inside(tokens: Sequence[Token], i: int) -> bool:
    """Whether a dot stands between two words without a space: "fast.ai"."""
    if tokens[i].text != "." or i + 1 >= len(tokens):
        return False
    joined = tokens[i - 1].end == tokens[i].start
    return joined and tokens[i].end == tokens[i + 1].start


def _possessive(name: Sequence[str], lexicon: Lexicon) -> tuple[str, ...] | None:
    """Return what a name with 's at its end names: "a data scientist's resume"."""
    if not name[-1].endswith("'s"):
        return None
    return lexicon.names.get(" ".join([*name[:-1], name[-1][:-2]]))


def _rank(key: str) -> int:
    return ORDER.index(key.partition(":")[0])


def _cased(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Mention | None:
    """Return a name that counts as written, or in lower case after a small word."""
    token = tokens[at]
    raw = token.raw.replace(".", "").removesuffix("'s")
    key = lexicon.cased.get(raw)
    bare = lexicon.bare.get(token.text)
    before = " ".join(t.text for t in tokens[max(0, at - 2) : at])
    led = at > 0 and bool({tokens[at - 1].text, before} & lexicon.leads)
    if bare and (led or _stands_alone(tokens, at)):
        key = bare
    if key is None:
        upper = raw.upper() if not raw.endswith("s") else raw[:-1].upper() + "s"
        key = lexicon.cased.get(upper)
        if key is None or not _reads_as_name(tokens, at, key, lexicon):
            return None
    kind, _, id_ = key.partition(":")
    return Mention(kind, id_, at, at, token.text)


def _listed(
    tokens: Sequence[Token], at: int, found: Sequence[Mention], lexicon: Lexicon
) -> Mention | None:
    """Return a bare name behind another role: "statisticians, analysts"."""
    key = lexicon.bare.get(tokens[at].text)
    if key is None or not found or not found[-1].role:
        return None
    between = tokens[found[-1].last + 1 : at]
    if not between or any(token.text not in lexicon.joins for token in between):
        return None
    return Mention("role", key.partition(":")[2], at, at, tokens[at].text)


def _stands_alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a whole sentence, or what an arrow leads away from."""
    opens = at == 0 or ends_sentence(tokens[at - 1])
    if not opens:
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is None or ends_sentence(following) or following.text in ARROWS


def _reads_as_name(
    tokens: Sequence[Token], at: int, key: str, lexicon: Lexicon
) -> bool:
    """Whether a short name in lower case is one: "a de", "python or r"."""
    before = tokens[at - 1].text if at else ""
    if key.startswith("role:"):
        led = before in lexicon.leads or _leads_on(tokens, at, lexicon)
        return led and len(tokens[at].text) >= _SHORTEST
    if key.startswith("tool:") and at:
        near = [tokens[i].text for i in (at - 2, at + 2) if 0 <= i < len(tokens)]
        joined = [tokens[i].text for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
        beside = any(
            name.startswith("tool:")
            for word in near
            for name in lexicon.names.get(word, ())
        )
        return beside and any(word in lexicon.joins for word in joined)
    return False


def _leads_on(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a short name begins a list of roles, or leads to a topic.

    "da vs ds", "de growth".
    """
    opens = at == 0 or not tokens[at - 1].is_word
    after = at + 1
    if after >= len(tokens):
        return False
    if tokens[after].text in lexicon.joins:
        return after + 1 < len(tokens) and _is_role(tokens[after + 1].text, lexicon)
    return opens and tokens[after].text in lexicon.follows


def _is_role(word: str, lexicon: Lexicon) -> bool:
    """Whether a word alone names a role, long or short."""
    keys = (lexicon.cased.get(word.upper(), ""), *lexicon.names.get(word, ()))
    return any(key.startswith(("role:", "field:")) for key in keys)


def _shared_words(
    tokens: Sequence[Token], found: Sequence[Mention], lexicon: Lexicon
) -> list[Mention]:
    """Return roles whose name shares a word with a neighbour.

    "data scientists, engineers and analysts" shares the first word,
    "business/data analyst" the last.
    """
    taken = {i for m in found for i in range(m.first, m.last + 1)}
    taken -= {m.first for m in found if m.first == m.last and m.kind == "skill"}
    extra: list[Mention] = []
    roles = [(m, lexicon.whole.get(m.name, m.name)) for m in found if m.role]
    for mention, name in roles:
        if " " not in name:
            continue
        first, last = name.split()[0], name.split()[-1]
        at = mention.last
        while (
            step := _joined(tokens, at, 1, lexicon.joins | MOVES)
        ) is not None and step not in taken:
            new = _named(f"{first} {tokens[step].text}", step, lexicon)
            if new is None:
                break
            extra.append(new)
            at = step
        back = _joined(tokens, mention.first, -1, lexicon.joins)
        if back is not None and back not in taken:
            new = _named(f"{tokens[back].text} {last}", back, lexicon)
            extra += [new] if new else []
    return extra


def _joined(
    tokens: Sequence[Token], at: int, way: int, joins: frozenset[str]
) -> int | None:
    """Return the word beyond one or two joining signs, in one direction."""
    i = at + way
    while 0 <= i < len(tokens) and tokens[i].text in joins:
        i += way
    return i if abs(i - at) > 1 and 0 <= i < len(tokens) else None


def _named(name: str, at: int, lexicon: Lexicon) -> Mention | None:
    for key in lexicon.names.get(name, ()):
        kind, _, id_ = key.partition(":")
        if kind in ("role", "field"):
            return Mention(kind, id_, at, at, name)
    return None


def roles_of(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return the roles named or pointed at, each once, in order."""
    return tuple(dict.fromkeys(m.role for m in mentions if m.role))


def of_kind(mentions: Sequence[Mention], *kinds: str) -> tuple[str, ...]:
    """Return the ids of mentions of some kinds, each once, in order."""
    return tuple(dict.fromkeys(m.id for m in mentions if m.kind in kinds))


def by_kind(mentions: Sequence[Mention]) -> Mapping[str, tuple[str, ...]]:
    """Return kind -> ids, for all but roles and fields."""
    kinds = dict.fromkeys(m.kind for m in mentions if not m.role)
    return {kind: of_kind(mentions, kind) for kind in kinds}
