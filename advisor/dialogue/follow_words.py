"""Questions on words, tools and the last answer: "what do you mean by median?"."""

from dataclasses import replace

from advisor.data.requirements import WORD
from advisor.dialogue.follow_line import TOOL, TWO, Line, line_of, made
from advisor.dialogue.library import Library
from advisor.dialogue.lines import sentences
from advisor.dialogue.state import State
from advisor.dialogue.terms import (
    KINDS,
    TERM,
    explained,
    named_in,
    term_asked,
    word_asked,
)
from advisor.understanding.frames import Frame, Reading

ALSO = frozenset({TOOL, "and", "what", "how", "about"})
"""What a line holds that asks the same of one more tool."""
MOST_WORDS, LONGEST_ASKED = 4, 400
"""So many words are asked after at most, one in each sentence of so many characters."""


def compare_again(line: Line) -> Frame | None:
    """Read "I said compare" as the last question, put as a comparison."""
    focus = line.state.memory.focus
    if not line.opens("said_compare") or not focus.roles:
        return None
    roles = line.roles if len(line.roles) >= TWO else focus.both()
    return made(line, "compare", "said_compare", roles=roles, topics=focus.topics)


def word_of(line: Line) -> Frame | None:
    """Read "what do you mean by median", and "what is dbt"."""
    term = word_asked(line.text, line.state, line.library)
    known = term is not None and explained(term.split(), line.library) is not None
    key = None if line.roles else _term(line)
    if known and (_is_plain(term, line) or not (key and named_in(key, line.library))):
        key = None
    if key is not None:
        return _asks_term(line, key)
    if term is None or (line.roles and not known):
        return None
    return made(line, "meta", "word", move="word")


def _is_plain(term: str | None, line: Line) -> bool:
    """Whether a word is a plain one, for whose use nobody asks."""
    phrase = explained(term.split(), line.library) if term else None
    name = phrase.removeprefix(WORD) if phrase else ""
    return name in line.library.catalog.language["plain_words"]


def each_word(reading: Reading, state: State, library: Library) -> tuple[Frame, ...]:
    """Read a line that asks after several words, one in each sentence."""
    every = sentences(reading.text) if len(reading.text) <= LONGEST_ASKED else []
    first = reading.frames[0] if reading.frames else None
    if not TWO <= len(every) <= MOST_WORDS:
        return ()
    found = [word_of(line_of(s, first, reading, state, library)) for s in every]
    frames = tuple(
        replace(frame, text=said)
        for said, frame in zip(every, found, strict=True)
        if frame is not None
    )
    return frames if len(frames) == len(every) else ()


def _term(line: Line) -> str | None:
    """Return the key of the tool or skill that a line asks about; "and spark?" too."""
    last = line.state.last
    after = last is not None and any(f.intent == TERM for f in last.frames)
    if after and TOOL in line.said and set(line.said) <= ALSO:
        return next(m.key for m in line.mentions if m.kind in KINDS)
    return term_asked(line.text, line.mentions, line.library)


def _asks_term(line: Line, key: str) -> Frame | None:
    kind, _, name = key.partition(":")
    naming = named_in(key, line.library)
    nouns = line.library.catalog.language["work_nouns"]
    whose = line.said[0] == "who" or set(nouns) & set(line.said)
    if whose and naming and line.opens("asks_users"):
        topics = tuple(filter(None, (naming[0].topic,)))
        return made(line, "ask", TERM, topics=topics, slots={kind: (name,)})
    outside = line.frame is None or line.frame.act in ("out_of_scope", "tell", "social")
    asks = made(line, "out_of_scope", TERM, slots={kind: (name,)})
    return asks if outside else None
