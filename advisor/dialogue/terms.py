"""Words that somebody asks about: those of the last reply, and tools by their names."""

from collections.abc import Sequence
from functools import lru_cache

from advisor.data.model import Snippet
from advisor.data.requirements import WORD
from advisor.data.topics import FIT, MOVING, WAY_IN
from advisor.dialogue.answer import Answer
from advisor.dialogue.library import Library
from advisor.dialogue.reply import Say
from advisor.dialogue.state import State
from advisor.text import words
from advisor.understanding.frames import Frame
from advisor.understanding.mentions import Mention

TERM = "term"
"""The rule that reads a question on what a tool or a skill is."""
KINDS = ("tool", "skill")
LONGEST = 4
"""Words of a term."""
MOST_ROLES = 4
SHOWN = 2
"""Snippets that are quoted on a term."""


def word_asked(text: str, state: State, library: Library) -> str | None:
    """Return the word of the last reply that a line asks about, if it does.

    Either the glossary has it, or the line asks outright what was meant by it. A
    website, a tool or a plain word that the glossary has need not stand in the reply.
    """
    term, outright = _term_in(text, library)
    if not term and "," in text:  # "what's a dashboard, we have one that ..."
        term, outright = _term_in(text.split(",", maxsplit=1)[0], library)
        term = term if _is_plain(term, library) else ()
    if _is_plain(term, library):
        return " ".join(term)
    if not term or state.claim is None:
        return None
    if outright and explained(term, library):
        return " ".join(term)
    told = words(" ".join(block.plain for block in state.claim.blocks))
    if state.last is not None:
        told += words(" ".join(block.plain for block in state.last.blocks))
    length = len(term)
    stands = any(
        _alike(told[i : i + length], term) for i in range(len(told) - length + 1)
    )
    if not stands:
        return None
    return " ".join(term) if outright or explained(term, library) else None


def _is_plain(term: Sequence[str], library: Library) -> bool:
    """Whether a word is explained though no reply held it: a website, a plain word."""
    phrase = explained(term, library)
    if phrase is None:
        return False
    plain = phrase.removeprefix(WORD) in library.catalog.language["plain_words"]
    return plain or f"tool:{'_'.join(term)}" in library.catalog.entities


def explained(term: Sequence[str], library: Library) -> str | None:
    """Return the id of the phrase that explains a word; None where none does."""
    for entry in library.catalog.language["glossary"] if term else ():
        name, forms = _entry(entry)
        if any(_alike(form, term) for form in forms):
            return f"{WORD}{name}"
    return None


@lru_cache(maxsize=1_000)
def _entry(text: str) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """Return the name and the forms of a word of the glossary."""
    name, _, forms = text.partition(": ")
    return name, tuple(words(form) for form in forms.split(" / "))


def term_asked(text: str, mentions: Sequence[Mention], library: Library) -> str | None:
    """Return the key of the tool or skill that a line asks about, if it does."""
    term, _ = _term_in(text, library)
    for mention in mentions:
        if mention.kind in KINDS:
            whole = _alike(words(mention.name), term)
            users = _opens_users(text, mention, library)
            if whole or users:
                return mention.key
    return None


def _opens_users(text: str, mention: Mention, library: Library) -> bool:
    """Whether a line asks who uses what it names."""
    said = list(words(text))
    name = words(mention.name)
    for i in range(len(said) - len(name) + 1):
        if tuple(said[i : i + len(name)]) == name:
            outline = [*said[:i], "thetool", *said[i + len(name) :]]
            found = library.turns["asks_users"].find(outline)
            return any(at and at[0] == 0 for at in found)
    return False


def _term_in(text: str, library: Library) -> tuple[tuple[str, ...], bool]:
    """Return the words that a line asks about, and whether it asks what was meant."""
    lists = library.catalog.language
    said = list(words(text))
    while len(said) > 1 and said[0] in lists["openers"]:
        said = said[1:]
    found = [at for at in library.turns["asks_word"].find(said) if at and at[0] == 0]
    if not found:
        return (), False
    start = max(at[-1] for at in found) + 1
    outright = "by" in said[:start] or "with" in said[:start]
    rest = said[start:]
    while rest and (rest[-1] in lists["behind_term"] or rest[-1] in lists["trailing"]):
        rest = rest[:-1]
    if rest[-2:] in (["stand", "for"], ["stands", "for"]):
        rest = rest[:-2]
    while rest and rest[0] in lists["before_term"]:
        rest = rest[1:]
    return (tuple(rest), outright) if len(rest) <= LONGEST else ((), False)


def _alike(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two terms are the same, an s at their ends aside."""
    return " ".join(one).rstrip("s") == " ".join(two).rstrip("s") != ""


def answer_term(answer: Answer, frame: Frame) -> None:
    """Say what a tool or skill is, if that is held, and which roles have to do with it.

    With how they have, in the snippets on them that name it.
    """
    kind, name = next((k, frame.slot(k) or "") for k in KINDS if frame.slot(k))
    library = answer.library
    shown = library.catalog.entities[f"{kind}:{name}"].name
    naming = named_in(f"{kind}:{name}", library)
    users = _asks_users(frame, library)
    meant = None if users else explained(words(shown), library)
    if meant is not None:
        answer.say(meant)
    if not naming:
        answer.say("term_unnamed" if meant else "term_nowhere", what=shown)
        return
    counts: dict[str, int] = {}
    for snippet in naming:
        counts[snippet.roles[0]] = counts.get(snippet.roles[0], 0) + 1
    most = sorted(counts, key=lambda role: -counts[role])[:MOST_ROLES]
    key = "term_jobs" if users or meant else "term_roles"
    answer.say(key, what=shown, roles=answer.voice.plurals(most))
    told: list[Snippet] = []
    for snippet in naming:
        if snippet.roles[0] not in {s.roles[0] for s in told}:
            told.append(snippet)
    texts = [answer.use(snippet) for snippet in told[:SHOWN]]
    answer.blocks.append(Say(" ".join(texts)))


def _asks_users(frame: Frame, library: Library) -> bool:
    """Whether a line asks which jobs use a thing, and not what it is."""
    return not set(words(frame.text)).isdisjoint(library.catalog.language["uses_it"])


def named_in(key: str, library: Library) -> list[Snippet]:
    """Return the snippets on one role that name a thing, the plainest first.

    Those on the way into a job count only where there are no others.
    """
    entity = library.catalog.entities[key]
    forms = [words(name) for name in (entity.name, *entity.names)]
    found = [
        snippet
        for snippet in library.catalog.snippets.values()
        if snippet.role is not None
        and snippet.topic is not None
        and not snippet.positions
        and key in library.terms(snippet).names
        and any(_holds(words(snippet.text), form) for form in forms)
    ]
    main = [snippet for snippet in found if snippet.topic not in (WAY_IN, MOVING, FIT)]
    return sorted(main or found, key=lambda s: len(library.terms(s).names))


def _holds(said: Sequence[str], form: Sequence[str]) -> bool:
    """Whether some words hold a name as it is written."""
    length = len(form)
    return any(
        tuple(said[i : i + length]) == tuple(form)
        for i in range(len(said) - length + 1)
    )
