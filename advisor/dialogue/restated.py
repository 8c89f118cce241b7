"""Half questions that are read again in full words.

"I hate talks, are there many of those?" asks how much of them there is; "excel?" asks
who needs it. What "it" is was named just before, or is all that the line names.
"""

from collections.abc import Callable
from dataclasses import replace

from advisor.dialogue.answer import NOT_HELD
from advisor.dialogue.library import Library
from advisor.dialogue.lines import finds, put
from advisor.dialogue.state import State
from advisor.text import words
from advisor.understanding.frames import Reading
from advisor.understanding.language import phrases_of

ROWS, WORTH_ROWS = "asks_amount", "asks_worth"
AMOUNT, WORTH = "amount_question", "worth_question"
BAD_ROWS, NEEDED, NO_DEGREE = "asks_bad", "needed_question", "no_degree_question"
OF_THEM, OF_ANY = "thing_question", "thing_question_open"
"""Lists of rows, and of the words in which such a question is read again."""
SHORT = 12
"""So many words at most has a clause that only asks this."""
PLACE = "{it}"
THINGS = frozenset({"tool", "skill", "method"})
ASKED = ("ask", "compare")
LOST = ("out_of_scope", "social", "meta")
"""Acts that a bare name with a question mark is misread as."""

Read = Callable[[str], Reading]
"""Reads a question by itself, given what was spoken of before."""


def hear(reading: Reading, state: State, library: Library, read: Read) -> Reading:
    """Return a reading in which a half question is read in full words.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.
        read: reads the question again.

    """
    known = any(f.intent.startswith(NOT_HELD) for f in reading.frames)
    if reading.stands_apart or known:
        return reading
    if (thing := _only_thing(reading, library)) is not None:
        name = OF_THEM if state.memory.focus.roles else OF_ANY
        return _put(reading, reading.text, _full(name, thing, library), read)
    lacked = _asks_of_lack(reading, state, library)
    if lacked is not None:
        return _put(reading, *lacked, read)
    traits = library.catalog.advice.traits
    named = next((t for t in _named(reading, state) if t in traits), None)
    if named is None:
        return reading
    for rows, name in ((ROWS, AMOUNT), (WORTH_ROWS, WORTH)):
        clause = _asking(reading, library, rows)
        begun = bool(state.memory.focus.roles)
        if clause is not None and (name == WORTH or begun):
            text = _full(name if begun else OF_ANY, traits[named].name, library)
            return _put(reading, clause, text, read)
    return reading


def _asks_of_lack(
    reading: Reading, state: State, library: Library
) -> tuple[str, str] | None:
    """Return the clause that asks whether what one lacks or hates is bad, in full.

    "No degree, is that a problem?" asks whether one is needed.
    """
    clause = _asking(reading, library, BAD_ROWS)
    if clause is None or any(m.role and not m.pointed for m in reading.mentions):
        return None
    lists, traits = library.catalog.language, library.catalog.advice.traits
    told = [(r.trait, r.polarity) for r in reading.remarks]
    fresh = [(i.trait, i.polarity) for i in state.memory.profile]
    last = [pair for pair in (*reversed(told), *reversed(fresh)) if pair[1] < 0]
    if not last:
        return None
    name = last[0][0]
    if name in lists["lacking_degree"]:
        return clause, lists[NO_DEGREE][0]
    if name not in traits:
        return None
    return clause, _full(NEEDED, traits[name].name, library)


def _put(reading: Reading, clause: str, text: str, read: Read) -> Reading:
    asked = read(text).frames
    if not asked or asked[0].act not in ASKED:
        return reading
    return replace(put(reading, clause, asked[0]), remarks=reading.remarks)


def _full(name: str, thing: str, library: Library) -> str:
    return library.catalog.language[name][0].replace(PLACE, thing)


def _only_thing(reading: Reading, library: Library) -> str | None:
    """Return the one tool or skill that a line names and asks nothing else of."""
    things = [m for m in reading.mentions if m.kind in THINGS]
    lists, said = library.catalog.language, list(words(reading.text))
    lost = all(frame.act in LOST for frame in reading.frames)
    if len(things) != 1 or len(reading.mentions) != 1 or not lost:
        return None
    leads = phrases_of(lists["leading_in"])
    name = words(things[0].name)
    asks, at = "?" in reading.text, 0
    while at < len(said):
        length = leads.at(said, at)
        if not length and said[at] not in lists["openers"]:
            break
        asks |= length > 0
        at += length or 1
    rest = said[at:]
    small = {*lists["articles"], *lists["closing_words"]}
    plain = [word for word in rest if word not in small]
    return things[0].name if asks and plain == list(name) else None


def _named(reading: Reading, state: State) -> tuple[str, ...]:
    """Return the traits that were named last: in the line, and in the line before."""
    told = [r.trait for r in reading.remarks if not r.guessed]
    fresh = [i.trait for i in state.memory.profile if i.turn == state.turn]
    return (*reversed(told), *reversed(fresh))


def _asking(reading: Reading, library: Library, rows: str) -> str | None:
    """Return the clause that asks how much of it there is, if one does."""
    joins = phrases_of(library.catalog.language["joins"])
    for clause in reading.clauses:
        for part in (clause, *clause.split(",")[1:]):
            said = words(part)
            while said and joins.at(said, 0):
                said = said[1:]
            if len(said) <= SHORT and finds(library.turns[rows], said):
                return part.strip()
    return None
