"""What a line says besides what it says of the conversation."""

from collections.abc import Sequence

from advisor.text import Token, words
from advisor.understanding.talk_pieces import Heard, Lists, said_in
from advisor.understanding.talk_weighed import BRIEF, SHORT
from advisor.understanding.talking import (
    ECHOED,
    TOLD,
    Kind,
)


def rest_of(
    heard: Sequence[Heard], text: str, cut: Sequence[Token], lists: Lists
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
            said = said_in(text, cut, one.piece.first, one.piece.last, whole=True)
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


def _not_asked(heard: Sequence[Heard], cut: Sequence[Token]) -> frozenset[str]:
    """Return the words of what was not asked about."""
    return frozenset(
        cut[i].text
        for one in heard
        if one.kind is Kind.NOT_ASKED
        for i in range(one.behind, one.piece.last + 1)
    )


def _only_echoes(
    one: Heard, cut: Sequence[Token], lists: Lists, denied: frozenset[str]
) -> bool:
    """Whether a part only names, in surprise, what was not asked: "interviews?"."""
    said = [t.text for t in cut[one.piece.first : one.piece.last + 1]]
    signs = [text for text in said if not text[0].isalnum()]
    named = [w for w in said if w[0].isalnum() and w not in lists["openers"]]
    known = bool(named) and denied.issuperset(named)
    return "?" in signs and (known or ("!" in signs and len(named) <= SHORT))


def _is_complained_of(
    one: Heard, behind: Heard | None, cut: Sequence[Token], lists: Lists
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


def _only_opens(one: Heard, cut: Sequence[Token], lists: Lists) -> bool:
    """Whether a part is a mere "no" or "wait" before what is said of the talk."""
    openers = {*lists["openers"], *lists["talk_openers"]}
    said = [t.text for t in cut[one.piece.first : one.piece.last + 1] if t.is_word]
    return all(word in openers for word in said)


def _told(one: Heard, text: str, cut: Sequence[Token], lists: Lists) -> str:
    """Return what was said or asked before, as if it were said now."""
    at = one.behind
    passing = (*lists["talk_passing"], *lists["talk_tags"])
    while at <= one.piece.last and (not cut[at].is_word or cut[at].text in passing):
        at += 1
    said = said_in(text, cut, at, one.piece.last)
    points = set(words(said)) <= set(lists["talk_pointing"])
    mere = points and (one.kind is Kind.ASKED or len(words(said)) == 1)
    if at > one.piece.last or mere:
        return ""
    what = cut[at].text in lists["question_words"]
    if one.kind is not Kind.ASKED and what:
        return ""
    if one.kind is Kind.RESTATES:
        chose = " ".join(words(said)) in (*lists["answer_neither"], "both")
        whole = said_in(text, cut, at, one.piece.last, whole=True)
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
