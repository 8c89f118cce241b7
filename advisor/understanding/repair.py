"""Carry out what a speaker takes back in the same breath: "X, no wait, Y"."""

from collections.abc import Sequence

from advisor.text import Token, ends_sentence
from advisor.understanding.language import Language
from advisor.understanding.mentions import Mention

ALIKE = {"field": "role", "skill": "tool", "method": "tool"}
"""Kinds of names that may set right one of another kind."""
LEAD = 2
"""Small words at most between "I mean" and the name that is meant."""
MOST_REPAIRS = 4
BRIEF = 3
"""So few words behind a mark, with no name, are of what was named before it."""
LONGEST = 6
"""Words of the longest phrase that takes back."""


def mended(
    text: str, tokens: Sequence[Token], mentions: Sequence[Mention], language: Language
) -> str | None:
    """Return a text as its speaker set it right while speaking; None where nothing was.

    A name behind a word that takes back stands for the last name of its kind before
    it. A whole remark or question behind a strong one stands for the part before.
    """
    for i in range(1, len(tokens)):
        end = _mark(tokens, i, "takes_back", language)
        if not end or not _apart(tokens, i, language):
            continue
        renamed = _renamed(text, tokens, mentions, (i, end), language)
        if renamed is not None:
            return renamed
        strong = _mark(tokens, i, "takes_all_back", language)
        if strong:
            if _goes_on(tokens, mentions, (i, strong), language):
                return None
            return _said_anew(text, tokens, (i, strong), language)
    return None


def _mark(tokens: Sequence[Token], at: int, name: str, language: Language) -> int:
    """Return where a phrase ends that begins at a token, commas aside; else 0."""
    if not tokens[at].is_word:
        return 0
    ahead = [i for i in range(at, len(tokens)) if tokens[i].text != ","][:LONGEST]
    length = language.phrases[name].at([tokens[i].text for i in ahead], 0)
    return ahead[length - 1] + 1 if length else 0


def _apart(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether a word that takes back is set off from what stands before it."""
    before = tokens[at - 1]
    if not before.is_word or language.has("apart", before.text):
        return True
    return bool(_mark(tokens, at, "takes_all_back", language))


def _renamed(
    text: str,
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    mark: tuple[int, int],
    language: Language,
) -> str | None:
    """Return the text with the name behind a mark in the place of the one before it."""
    behind = [m for m in mentions if m.first >= mark[1]]
    if not behind or not _leads(tokens, mark[1], behind[0].first, language):
        return None
    new = behind[0]
    if not _may_replace(tokens, mark, new, language):
        return None
    before = [m for m in mentions if m.last < mark[0] and _kind(m) == _kind(new)]
    if not before:
        return None
    old = before[-1]
    if _set_right_before(tokens, old.first, language):
        return None
    since = tokens[old.last + 1 : mark[0]]
    if any(language.has("first_person", token.text) for token in since):
        return None  # more was said of the speaker: it stands as it was said
    name = text[tokens[new.first].start : tokens[new.last].end]
    between = text[tokens[old.last].end : tokens[mark[0]].start]
    rest = text[tokens[new.last].end :]
    again = between.rstrip(" ,-(.")
    if not any(char.isalnum() for char in between) or rest.startswith(again):
        again = ""
    return f"{text[: tokens[old.first].start]}{name}{again}{rest}"


def _set_right_before(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether the name at a token is itself part of a correction: "not the DE, ..."."""
    words = [token.text for token in tokens[:at] if token.is_word]
    back = language.phrases["taken_back"]
    ends = (len(words), len(words) - 1)
    said = language.names("correction_marks", words)
    return said or any(back.ends(words, end) for end in ends if end > 0)


def _may_replace(
    tokens: Sequence[Token], mark: tuple[int, int], new: Mention, language: Language
) -> bool:
    """Whether a name behind a mark can take another's place, by what follows it.

    "Python, actually Java is what I hate" goes on about Java; a bare "no" before a
    skill may be an answer: "coding: no, statistics: yes".
    """
    if _kind(new) in ("role", "place"):
        return True
    if mark[1] - mark[0] == 1 and language.has("negators", tokens[mark[0]].text):
        return False
    return new.last + 1 >= len(tokens) or not tokens[new.last + 1].is_word


def _leads(tokens: Sequence[Token], first: int, last: int, language: Language) -> bool:
    """Whether only signs and a small word or two stand between a mark and a name."""
    if any(ends_sentence(token) for token in tokens[first:last]):
        return False
    words = [token.text for token in tokens[first:last] if token.is_word]
    if words[:1] in (["for"], ["about"]):
        return False  # "I meant for MLOps" goes on with the question
    small = all(language.has("name_leads", w) or w == "the" for w in words)
    return len(words) <= LEAD and small


def _kind(mention: Mention) -> str:
    return ALIKE.get(mention.kind, mention.kind)


def _goes_on(
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    mark: tuple[int, int],
    language: Language,
) -> bool:
    """Whether a few words behind a mark say more of what was named: "I never tried"."""
    behind = [t.text for t in tokens[mark[1] :] if t.is_word]
    named = any(m.first < mark[0] for m in mentions)
    again = any(m.first >= mark[1] for m in mentions)
    brief = 0 < len(behind) <= BRIEF and language.has("first_person", behind[0])
    return named and not again and brief


def _said_anew(
    text: str, tokens: Sequence[Token], mark: tuple[int, int], language: Language
) -> str | None:
    """Return the text without the part that a strong word takes back."""
    after = mark[1]
    while after < len(tokens) and not tokens[after].is_word:
        after += 1
    if after >= len(tokens) or not _begins(tokens[after].text, language):
        return None
    if any(language.has("pronouns", token.text) for token in tokens[after:]):
        return None
    last = mark[0] - 1
    while last > 0 and not tokens[last].is_word:
        last -= 1
    first = last
    while first > 0 and not ends_sentence(tokens[first - 1]):
        first -= 1
    return text[: tokens[first].start] + text[tokens[after].start :]


def _begins(word: str, language: Language) -> bool:
    """Whether a remark, a question or a request begins with a word."""
    lists = ("first_person", "question_words", "auxiliaries", "requests")
    return any(language.has(name, word) for name in lists)
