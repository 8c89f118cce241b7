"""Lines about the answer just given, or that add to it: "how old is that?".

They are told by rows of words that stand at their beginning, and by what was said
before: a line is about a figure only where one was given.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from advisor.data.topics import WAY_IN
from advisor.dialogue.answer import NOT_HELD
from advisor.dialogue.follow_counts import at_level, either, is_taste, measured, ranked
from advisor.dialogue.follow_lacks import (
    hearsay,
    is_own_trade,
    lacking,
    on_person,
    owned,
)
from advisor.dialogue.follow_line import TWO, Line, line_of, made, read_as
from advisor.dialogue.follow_words import compare_again, each_word, word_of
from advisor.dialogue.library import Library, opens
from advisor.dialogue.pace import PACE
from advisor.dialogue.state import State
from advisor.dialogue.worry import SCORE, WORRY
from advisor.recommend.suggest import leaning_to
from advisor.text import words
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.judge import FOLLOW_UP, HELP
from advisor.understanding.patterns import Patterns

MOST_AT_A_LOSS = 14
AT_A_LOSS: Mapping[str, str] = {
    "unsure_of_place": "welcome",
    "unsure_what_to_ask": "what_to_ask",
}
"""List of rows -> the phrase that answers them."""


def follow(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading with lines about the answer read as such.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.

    """
    taken = any(
        f.intent in (PACE, WORRY, SCORE) or f.intent.startswith(NOT_HELD)
        for f in reading.frames
    )
    if taken or reading.stands_apart:
        return reading
    if each := each_word(reading, state, library):
        return replace(reading, frames=each, choices=(), remarks=())
    alone = reading.frames[0] if len(reading.frames) == 1 else None
    whole = _read(line_of(reading.text, alone, reading, state, library))
    if whole is not None and is_own_trade(reading, whole, library):
        whole = None
    if whole is not None and not is_taste(reading, whole, library):
        return replace(
            reading, frames=(whole,), choices=(), remarks=(), points_nowhere=False
        )
    if reading.choices and not reading.frames:
        first = replace(reading.choices[0], confidence=0.0)
        unsure = line_of(reading.text, first, reading, state, library)
        plain = owned(unsure) or measured(unsure)
        if plain is not None and not is_taste(reading, plain, library):
            return replace(reading, frames=(plain,), choices=(), remarks=())
    lacking = library.not_held(words(reading.text))
    several = len(reading.frames) >= TWO
    if not several and _only_names_place(reading, library):
        reading = replace(reading, remarks=())
    frames = []
    for frame in reading.frames:
        line = line_of(frame.text, frame, reading, state, library)
        found = _read(line) if several else None
        if found is None or is_taste(reading, found, library):
            found = on_person(frame, lacking)
        frames.append(found)
    return replace(reading, frames=tuple(frames))


def _only_names_place(reading: Reading, library: Library) -> bool:
    """Whether a line only asks the same for a place: "and in the States"."""
    names = any(m.kind == "place" for m in reading.mentions)
    mine = set(words(reading.text)) & set(library.catalog.language["selves"])
    return names and not mine and any(f.intent == FOLLOW_UP for f in reading.frames)


def _read(line: Line) -> Frame | None:
    """Return what a line is, if it is about the answer or adds to it."""
    if not line.said:
        return None
    for rule in _RULES:
        frame = rule(line)
        if frame is not None:
            return frame
    return None


def _of_the_answer(line: Line) -> Frame | None:
    """Read "why should I trust you", "where were we", "I don't like your answer"."""
    if line.roles:
        return None
    for name, move in MOVES.items():
        if line.opens(name):
            return made(line, "meta", move, move=move)
    claimed = line.state.claim is not None and bool(line.state.claim.snippets)
    for name, move in ABOUT_FIGURES.items():
        if claimed and line.opens(name):
            return made(line, "meta", move, move=move)
    return None


MOVES: Mapping[str, str] = {
    "doubts_trust": "trust",
    "says_contradiction": "contradict",
    "asks_recap": "recap",
    "asks_for_guess": "no_guess",
    "dislikes_answer": "unhappy",
}
"""List of rows -> what the program is asked to do."""

ABOUT_FIGURES: Mapping[str, str] = {
    "asks_age_of_it": "dated",
    "asks_how_many": "counted",
}
"""The same, where something was claimed that it can be about."""


def _teaching(line: Line) -> Frame | None:
    """Read "teach me SQL" as hands-on help, and not as a liking of teaching."""
    if line.roles or not line.opens("asks_teaching"):
        return None
    return made(line, "out_of_scope", "teaching", says="decline_howto")


def _at_a_loss(line: Line) -> Frame | None:
    """Read "not sure I'm in the right place" and "I don't know what to ask"."""
    if line.roles or len(line.said) > MOST_AT_A_LOSS:
        return None
    for name, says in AT_A_LOSS.items():
        if next(line.library.turns[name].find(line.said), None) is not None:
            return made(line, "social", name, says=says)
    if line.opens("takes_leave"):
        return made(line, "social", "bye", says="bye")
    return None


def _start(line: Line) -> Frame | None:
    """Read "how do I start" as asked of the jobs one leans to, once one told enough.

    By itself, and before anything is known, it asks for help with the program.
    """
    frame = line.frame
    helps = frame is not None and frame.move == HELP
    catalog = line.library.catalog
    known = line.state.memory.profile and WAY_IN in catalog.topics
    rows = Patterns.of(catalog.language["asks_start"], catalog.language)
    if not (helps and known) or not opens(rows, line.said):
        return None
    leaning = leaning_to(
        line.state.memory.profile,
        tuple(catalog.roles),
        catalog.advice,
        stays=line.state.probing.stays,
    )
    if not leaning:
        return read_as(line, "recommend", "start_for_me")
    return read_as(line, "ask", "start_for_me", topics=(WAY_IN,))


_RULES: tuple[Callable[[Line], Frame | None], ...] = (
    owned,
    _start,
    measured,
    either,
    ranked,
    at_level,
    _of_the_answer,
    compare_again,
    _teaching,
    _at_a_loss,
    hearsay,
    word_of,
    lacking,
)
