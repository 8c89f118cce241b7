"""How much of it a job has, behind a remark: "I hate talks, are there many of those?".

What "it" is was named just before, in the line or in the one that told of it; so the
question is read again with that name in its place.
"""

from dataclasses import replace

from advisor.dialogue.follow import follow
from advisor.dialogue.library import Library
from advisor.dialogue.lines import finds, put
from advisor.dialogue.state import State
from advisor.text import words
from advisor.understanding.frames import Reading
from advisor.understanding.language import phrases_of
from advisor.understanding.reader import Reader

ROWS, WRITTEN, JOINED = "asks_amount", "amount_question", "joins"
SHORT = 12
"""So many words at most has a clause that only asks this."""
PLACE = "{it}"


def hear(reading: Reading, state: State, library: Library, reader: Reader) -> Reading:
    """Return a reading in which a question how much of it there is names what it is.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.
        reader: reads the question again.

    """
    focus = state.memory.focus
    traits = library.catalog.advice.traits
    named = next((t for t in _named(reading, state) if t in traits), None)
    if reading.stands_apart or not (focus.roles and named):
        return reading
    clause = _asking(reading, library)
    if clause is None:
        return reading
    lists = library.catalog.language
    text = lists[WRITTEN][0].replace(PLACE, traits[named].name)
    asked = follow(reader.read(text, focus), state, library).frames
    if not asked or asked[0].act not in ("ask", "compare"):
        return reading
    said = reading.remarks
    found = put(reading, clause, asked[0])
    return replace(found, remarks=said)


def _named(reading: Reading, state: State) -> tuple[str, ...]:
    """Return the traits that were named last: in the line, and in the line before."""
    told = [r.trait for r in reading.remarks if not r.guessed]
    fresh = [i.trait for i in state.memory.profile if i.turn == state.turn]
    return (*reversed(told), *reversed(fresh))


def _asking(reading: Reading, library: Library) -> str | None:
    """Return the clause that asks how much of it there is, if one does."""
    joins = phrases_of(library.catalog.language[JOINED])
    for clause in reading.clauses:
        for part in (clause, *clause.split(",")[1:]):
            said = words(part)
            while said and joins.at(said, 0):
                said = said[1:]
            if len(said) <= SHORT and finds(library.turns[ROWS], said):
                return part.strip()
    return None
