"""From a raw text to corrected tokens and the names found among them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.match.spelling import LONG, Speller, edits
from advisor.text import Token, clean, ends_sentence, tokens
from advisor.understanding.chat import spelled_out
from advisor.understanding.courtesies import bare
from advisor.understanding.language import Language
from advisor.understanding.lexicon import Lexicon
from advisor.understanding.mentions import Mention, find
from advisor.understanding.repair import MOST_REPAIRS, mended
from advisor.understanding.roles import refine
from advisor.understanding.subjects import less_amounts, with_subject

MOST_TOKENS = 1_200
"""Longer texts are read at both ends only: 800 tokens, and the last 400."""
_HEAD = 800
FEWEST_LETTERS = 3
SELDOM = 1
"""A word heard more often than that is meant as it stands."""
_RUN_ON = 12
"""A word of so many letters may be several, run together."""
_MOST_RUN_ON = 60
PAY_SIGN = "salary"
"""What signs of money without a sum are read as."""
JOINS = "and"
"""What a sign that joins two words is read as."""
_DRAWN = re.compile(r"([^\W\d_])\1{2,}")
_CODE = re.compile(
    r"<script\b[^<>]*>.*?</script>|</?[a-z][^<>\n]{0,80}>"  # a tag
    r"|\$\{[^{}\n]{0,80}\}|\{\{[^{}\n]{0,80}\}\}"  # what a template fills in
    r"|(?:\.\./)+\S*"  # a path upwards
    r"|%[a-z](?![a-z])(?:%[a-z](?![a-z]))*"  # what printf fills in
    r"|'?;\s*(?:drop|delete|insert|update|alter)\b[^;\n]{0,80};\s*(?:--)?",
    re.IGNORECASE,
)
"""Bits of code that say nothing of what somebody wants to know."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An utterance, ready to be read."""

    text: str
    """Cleaned; spans refer to it."""
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    corrections: tuple[tuple[str, str], ...]
    """(as typed, as read) for each word whose spelling was corrected."""
    before: tuple[str, ...] = ()
    """Greetings and thanks that stood before the text, as sentences of their own."""
    after: tuple[str, ...] = ()
    stripped: bool = False
    """Whether anything polite was taken off it."""


def prepare(
    raw: str,
    speller: Speller,
    lexicon: Lexicon,
    language: Language,
    *,
    whole: bool = False,
) -> Prepared:
    """Return the cleaned text, its tokens as corrected, and the mentions in them.

    What is only polite around it, and what the speaker takes back in the same breath,
    is no longer in the text.

    Args:
        raw: the text as it came.
        speller: what corrects its words.
        lexicon: the names to find.
        language: the small words.
        whole: whether to leave in it what is only polite.

    """
    prepared = _prepare(clean(raw), speller, lexicon, language)
    if not whole:
        prepared = _stripped(prepared, speller, lexicon, language)
    for _ in range(MOST_REPAIRS):
        anew = mended(prepared.text, prepared.tokens, prepared.mentions, language)
        if anew is None:
            break
        again = _prepare(anew, speller, lexicon, language)
        prepared = replace(
            prepared,
            text=again.text,
            tokens=again.tokens,
            mentions=again.mentions,
            corrections=again.corrections,
        )
    return prepared


def _stripped(
    whole: Prepared, speller: Speller, lexicon: Lexicon, language: Language
) -> Prepared:
    """Return a line without what is only polite around it."""
    text, cut = whole.text, whole.tokens
    left = bare(text, cut, whole.mentions, language)
    if left is None:
        return whole
    core = text[cut[left.first].start : cut[left.last - 1].end]
    core = f"{core}?" if left.asks else core
    prepared = _prepare(core.strip(), speller, lexicon, language)
    return replace(prepared, before=left.before, after=left.after, stripped=True)


def _prepare(
    text: str, speller: Speller, lexicon: Lexicon, language: Language
) -> Prepared:
    cut = _signs_read(_without_code(text), language)
    if len(cut) > MOST_TOKENS:
        cut = cut[:_HEAD] + cut[_HEAD - MOST_TOKENS :]
    cut = less_amounts(spelled_out(cut, lexicon, language), language)
    cut = with_subject(cut, language)
    separated = [piece for token in cut for piece in _separate(token, speller, lexicon)]
    corrected, corrections = _correct(separated, speller, lexicon)
    mentions = refine(corrected, find(corrected, lexicon), language)
    return Prepared(text, tuple(corrected), mentions, tuple(corrections))


def _without_code(text: str) -> list[Token]:
    """Return the tokens of a text less its bits of code: "<b>", "{{7*7}}"."""
    cut = tokens(text)
    spans = [match.span() for match in _CODE.finditer(text)]
    return [t for t in cut if not any(a <= t.start < b for a, b in spans)]


def _signs_read(cut: Sequence[Token], language: Language) -> list[Token]:
    """Return the tokens with signs that stand for a word read as that word.

    Signs of money without a sum ask about pay: "$$$?".
    """
    found: list[Token] = []
    for i, token in enumerate(cut):
        word = language.signs.get(token.text)
        if word is None or (word == JOINS and not _joins(cut, i)):
            found.append(token)
        elif word != PAY_SIGN or not _is_sum(cut, i):
            before = found[-1] if found else None
            if before is not None and before.text == word and before.end == token.start:
                found[-1] = replace(before, end=token.end, raw=before.raw + token.raw)
            else:
                found.append(replace(token, text=word))
        else:
            found.append(token)
    return found


def _joins(cut: Sequence[Token], at: int) -> bool:
    """Whether a sign stands by itself between two words: "maths n physics"."""
    if not 0 < at < len(cut) - 1:
        return False
    before, sign, behind = cut[at - 1 : at + 2]
    apart = before.end < sign.start and sign.end < behind.start
    return apart and before.text.isalpha() and behind.text.isalpha()


def _is_sum(cut: Sequence[Token], at: int) -> bool:
    """Whether a sign of money stands beside a number."""
    near = [cut[i].text for i in (at - 1, at + 1) if 0 <= i < len(cut)]
    return any(text[0].isdigit() for text in near)


def _undrawn(word: str, speller: Speller, lexicon: Lexicon) -> str:
    """Return a word with drawn-out letters as it is usually written: "muchhhh"."""
    if not _DRAWN.search(word) or speller.knows(word):
        return word
    twice, once = _DRAWN.sub(r"\1\1", word), _DRAWN.sub(r"\1", word)
    for shorter in (twice, once):
        if shorter in lexicon.names or speller.knows(shorter):
            return shorter
    return once


def _correct(
    cut: Sequence[Token], speller: Speller, lexicon: Lexicon
) -> tuple[list[Token], list[tuple[str, str]]]:
    """Return the tokens with misspelt words corrected, and what was corrected."""
    fixed: list[Token] = []
    changes: list[tuple[str, str]] = []
    seen: dict[str, str] = {}
    proper = _proper(cut)
    for i, token in enumerate(cut):
        word = token.text
        if word not in seen:
            plain = _undrawn(word, speller, lexicon)
            seen[word] = plain if plain in lexicon.names else speller.correct(plain)
        right = seen[word]
        named = right in lexicon.vocabulary
        if not named and (i in proper or word in (f"{right}s", f"{right}es")):
            right = word  # a name, or the plural of a known word, is no slip
        if right != word and (word, right) not in changes:
            changes.append((word, right))
        fixed.append(token if right == word else replace(token, text=right))
    for i, token in enumerate(cut[:-1]):
        first = _first_of_name(token.text, fixed[i + 1].text, speller, lexicon)
        if first is not None and first != fixed[i].text:
            changes = [change for change in changes if change[0] != token.text]
            changes.append((token.text, first))
            fixed[i] = replace(token, text=first)
    return fixed, changes


def _proper(cut: Sequence[Token]) -> frozenset[int]:
    """Return the indices of tokens that are written as names are: "my boss Jones".

    None, where all of a line is written so.
    """
    words = [i for i, token in enumerate(cut) if token.is_word]
    cased = {i for i in words if cut[i].raw[0].isupper() and cut[i].raw[1:].islower()}
    inside = {i for i in cased if i and not ends_sentence(cut[i - 1])}
    return frozenset(inside) if len(cased) * 2 <= len(words) else frozenset()


def _first_of_name(
    word: str, behind: str, speller: Speller, lexicon: Lexicon
) -> str | None:
    """Return the first word of a role's name that a slip before its second one means.

    "dta scientist": too short a slip to be corrected by itself.
    """
    names = lexicon.firsts.get(behind)
    if names is None or len(word) < FEWEST_LETTERS or word in names:
        return None
    if speller.counts.get(word, 0) > SELDOM or not word.isalpha():
        return None
    near = [
        (distance, name)
        for name in sorted(names)
        if len(name) > FEWEST_LETTERS
        and (distance := edits(word, name)) <= (1 if len(name) < LONG else 2)
    ]
    return min(near)[1] if near else None


def _separate(token: Token, speller: Speller, lexicon: Lexicon) -> list[Token]:
    """Return the words that were typed as one: "datascientist", "whatdotheyearn"."""
    word = token.text
    if word in lexicon.names or speller.knows(word) or len(word) > _MOST_RUN_ON:
        return [token]
    name = lexicon.squashed.get(word)
    if name:
        return _pieces(token, name.split())
    if len(word) >= _RUN_ON and word.isalpha():
        found = _cut_up(word, speller, lexicon)
        if found:
            return _pieces(token, found)
    return [token]


def _pieces(token: Token, parts: Sequence[str]) -> list[Token]:
    made, at = [], token.start
    for part in parts:
        end = min(at + len(part), token.end)
        made.append(
            Token(part, at, end, token.raw[at - token.start : end - token.start])
        )
        at = end
    return made


def _cut_up(word: str, speller: Speller, lexicon: Lexicon) -> list[str] | None:
    """Return the fewest known words that make up a word, or None."""
    best: list[list[str] | None] = [[]] + [None] * len(word)
    vocabulary = lexicon.vocabulary
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 15), end):
            before = best[start]
            piece = word[start:end]
            if before is None or not _may_stand(piece, speller, vocabulary):
                continue
            current = best[end]
            if current is None or len(before) + 1 < len(current):
                best[end] = [*before, piece]
    return best[len(word)]


def _may_stand(piece: str, speller: Speller, vocabulary: frozenset[str]) -> bool:
    if len(piece) == 1:
        return piece in ("a", "i")
    return piece in vocabulary or speller.counts.get(piece, 0) > 2  # noqa: PLR2004
