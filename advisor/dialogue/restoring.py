"""Put back what was taken off the notes: "put it back", "who told you to drop R"."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.dialogue.describe import in_words
from advisor.dialogue.naming import Names
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import Evidence, Profile
from advisor.text import words


def lost(state: State) -> list[Profile]:
    """Return what was held once and is no more, the latest first, line by line.

    Or is held the other way round: "less automation", where it was liked.
    """
    known = {_side(item) for item in state.memory.profile}
    found = []
    for step in reversed(state.undo):
        gone = tuple(i for i in step.memory.profile if _side(i) not in known)
        known |= {_side(item) for item in gone}
        if gone:
            found.append(gone)
    return found


def is_meant(said: str, every: Sequence[Profile], names: Names) -> bool:
    """Whether some words want something put back: they name it, or only point."""
    lists = names.library.catalog.language
    names_of = ("talk_openers", "talk_pointing", "talk_passing", "talk_restoring")
    small = {word for name in names_of for word in lists[name]}
    gone = [item for some in every for item in some]
    return bool(gone) and (bool(names.named(said, gone)) or small >= set(words(said)))


def restore(draft: Draft, said: Sequence[str]) -> None:
    """Put back the notes that some words name; the latest, where they name none."""
    gone = lost(draft.state)
    names = Names(draft.answer.library, draft.reader)
    every = [item for some in gone for item in some]
    told = {r.trait for r in draft.reading.remarks}
    held = {_side(item) for item in draft.memory.profile}
    named = [i for text in said for i in names.named(text, every)]
    meant: Sequence[Evidence] = named or (gone[0] if gone else ())
    fresh = (i for i in dict.fromkeys(meant) if _side(i) not in held)
    back = tuple(item for item in fresh if item.trait not in told)
    if not meant:
        return
    turn = draft.state.turn + 1
    added = tuple(replace(item, turn=turn) for item in back)
    again = {item.trait for item in added}
    kept_on = (i for i in draft.memory.profile if i.trait not in again)
    profile = (*kept_on, *added)
    draft.memory = replace(draft.memory, profile=profile)
    denied = {item.trait for item in meant}
    kept = tuple(t for t in draft.probing.denied if t not in denied)
    draft.probing = replace(draft.probing, denied=kept)
    draft.answer.say("restored", what=in_words(draft, list(dict.fromkeys(meant))))


def _side(item: Evidence) -> tuple[str, int]:
    """Return what a note is on, and whether it speaks for it or against it."""
    return item.trait, item.polarity
