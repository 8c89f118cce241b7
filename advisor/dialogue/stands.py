"""Where a suggestion stands, told shortly: "so which is it now", "make up your mind".

Which role leads, what that rests on most, and what would tip it.
"""

from dataclasses import replace

from advisor.dialogue.describe import told_as
from advisor.dialogue.library import Library
from advisor.dialogue.lines import finds, sentences
from advisor.dialogue.named import say_pair
from advisor.dialogue.passages import say_changes, say_status
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.recommend.suggest import Suggestion
from advisor.text import tokens, words
from advisor.understanding.frames import Frame
from advisor.understanding.lexicon import Lexicon
from advisor.understanding.mentions import find

STANDS = "stands"
ROWS = "asks_standing"
"""The rows of a question where a suggestion stands."""
COMPLAINS = "says_it_moved"
"""The rows of a complaint that it keeps changing."""
THEY = "they"
"""What the names of roles are read as."""
MOST_WORDS = 14
"""A sentence that only asks so is no longer than this."""
MOST_REASONS, MOST_CHANGES, PAIR = 2, 2, 2


def is_asked(text: str, state: State, library: Library, lexicon: Lexicon) -> bool:
    """Return whether a line asks where the suggestion stands that was given.

    Args:
        text: the line.
        state: the conversation before it.
        library: what is known, with the rows of words.
        lexicon: the names of the roles.

    """
    if not state.probing.given:
        return False
    rows = library.turns[ROWS], library.turns[COMPLAINS]
    heard = [_masked(part, lexicon, library) for part in sentences(text)]
    if not heard or len(heard[-1]) > MOST_WORDS:
        return False
    return any(finds(some, said) for some in rows for said in heard)


def _masked(part: str, lexicon: Lexicon, library: Library) -> tuple[str, ...]:
    """Return the words of a sentence, less what opens it, with roles as "they"."""
    said = f" {' '.join(words(part))} "
    named = [m for m in find(tokens(part), lexicon) if m.role]
    for mention in sorted(named, key=lambda m: -len(m.name)):
        said = said.replace(f" {' '.join(words(mention.name))} ", f" {THEY} ")
    left = said.split()
    openers = library.catalog.language["openers"]
    while len(left) > 1 and left[0] in openers:
        left = left[1:]
    return tuple(left)


def say_standing(draft: Draft, suggestion: Suggestion) -> None:
    """Say which role leads now, what puts it there, and what would tip it."""
    library = draft.answer.library
    say_status(draft, suggestion)
    parts = sentences(draft.reading.text)
    heard = [_masked(part, draft.reader.lexicon, library) for part in parts]
    if any(finds(library.turns[COMPLAINS], said) for said in heard):
        draft.answer.say("stands_moves")
    named = tuple(dict.fromkeys(m.role for m in draft.reading.mentions if m.role))
    if len(named) == PAIR:
        pair = Frame("recommend", named, (), STANDS, 1.0, draft.reading.text)
        say_pair(draft, suggestion, pair)
    says = told_as(draft, [r.evidence for r in suggestion.because[:MOST_REASONS]])
    if says:
        draft.answer.say("stands_because", says=says)
    if suggestion.changes:
        few = suggestion.changes[:MOST_CHANGES]
        say_changes(draft, replace(suggestion, changes=few))
    else:
        draft.answer.say("changes_nothing")
