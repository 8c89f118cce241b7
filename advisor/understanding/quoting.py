"""The words of a line that say one thing, as they may be kept and shown."""

from collections.abc import Sequence

from advisor.privacy import HIDDEN
from advisor.text import Token
from advisor.understanding.attitudes import Told
from advisor.understanding.language import Language


def quote_of(
    text: str,
    tokens: Sequence[Token],
    item: Told,
    told: Sequence[Told],
    language: Language,
) -> str:
    """Return the words that say one thing: from its subject to the next thing said.

    Nothing, where something personal was hidden among them.
    """
    first = item.first
    ends = [t.last for t in told if t.last < item.first]
    floor = max(ends) + 1 if ends else 0
    while first > floor and not _breaks(tokens[first - 1], language):
        first -= 1
    first = behind_person(tokens, first, item.first, language)
    last = item.last
    starts = [t.first for t in told if t.first > item.last]
    ceiling = min(starts) - 1 if starts else len(tokens) - 1
    while last < ceiling and not _breaks(tokens[last + 1], language):
        last += 1
    last = _behind_bracket(tokens, first, _behind_small(tokens, last, language))
    quote = text[tokens[first].start : tokens[last].end].strip(" ,;.!?\n")
    return "" if HIDDEN in quote else quote


def _behind_small(tokens: Sequence[Token], last: int, language: Language) -> int:
    """Return where a quote ends that would end with "at a": with what follows it."""
    if not language.has("quote_goes_on", tokens[last].text):
        return last
    while last + 1 < len(tokens) and not _breaks(tokens[last + 1], language):
        last += 1
    return last


def _behind_bracket(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where a quote ends that would leave a bracket open: behind that."""
    said = [token.text for token in tokens[first : last + 1]]
    if said.count("(") <= said.count(")"):
        return last
    closing = (i for i in range(last + 1, len(tokens)) if tokens[i].text == ")")
    return next(closing, last)


def behind_person(
    tokens: Sequence[Token], first: int, item: int, language: Language
) -> int:
    """Return where a quote may begin, behind what tells who the speaker is."""
    spoken = range(first, item + 1)
    own = [i for i in spoken if language.has("selves", tokens[i].text)]
    who = [
        i
        for i in range(first, item)
        if language.has("personal", tokens[i].text)
        or (tokens[i].text.isdigit() and own and own[-1] > i)
    ]
    if not who:
        return first
    return next((i for i in own if i > who[-1]), item)


def behind_preface(words: Sequence[str], language: Language) -> int:
    """Return where a clause begins behind "As a Muslim,", "At 45," or "No no"."""
    comma = words.index(",") if "," in words else -1
    before = words[: comma + 1]
    told = any(language.has("personal", w) or w.isdigit() for w in before)
    return comma + 1 if told else _behind_no(words, language)


def _behind_no(words: Sequence[str], language: Language) -> int:
    """Return where a statement begins that a mere "no" stands before: "no no, I do"."""
    at = 0
    while at < len(words) and (
        language.has("answer_no", words[at]) or not words[at][:1].isalnum()
    ):
        at += 1
    own = 0 < at < len(words) and language.has("first_person", words[at])
    return at if own else 0


def _breaks(token: Token, language: Language) -> bool:
    """Whether a quote ends here: at a joining word, or at something hidden."""
    return token.text == HIDDEN or language.has("joins", token.text)
