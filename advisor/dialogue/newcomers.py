"""Whether somebody of another trade, or like the speaker, can get in at all.

"Can a nurse do this or not", "is there a way in for someone like me", "should I look
at data stuff": no source bars a trade, and what the trade practises can be told.
"""

from collections.abc import Sequence
from dataclasses import replace

from advisor.data.topics import MOVING
from advisor.dialogue.answer import answer_ask
from advisor.dialogue.library import Library
from advisor.dialogue.lines import clause_with, finds, named_in, overlap, put, sentences
from advisor.dialogue.origins import asking_for, in_words, tell_brought
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.dialogue.warmth import say_kindly
from advisor.text import words
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.remarks import STUDY_OR_TRADE

ENTRY = "asks_entry"
"""The rule that reads such a question, and the list of rows that tell it."""
ASIDE = "asks_entry_aside"
"""Rows of what asks it of the speaker: "should I look at data stuff"."""
JOB, PLACE, OUTSIDE = "job", "place", "out_of_scope"
IT = "it"
"""What the names of roles are read as ..."""
THE_JOB = "thejob"
"""... and those of trades, and "someone like me"."""
OPEN = frozenset({"what", "whats", "what's", "which", "where", "who"})
CHANCES = frozenset({"chance", "chances", "hope", "shot", "way", "place", "future"})
MOVES = frozenset({"get", "break", "move", "go", "switch", "fit", "belong"})
"""What asks for a choice, unless it is for one's chances, or where a trade gets in."""
SURE = 0.85
PLEADS = 0.6
"""From this on, a plea for advice is one."""
MOST_ROLES = 2
NEAR = 2
"""So many of a trade's skills a job asks for that is near to it."""
TAKEN = ("ask", "compare")


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading in which a question whether one gets in is read as one.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.

    """
    if reading.stands_apart or MOVING not in library.catalog.topics:
        return reading
    for text in (*(f.text for f in reading.frames), *sentences(reading.text)):
        jobs = _asked_of(text, reading, library)
        if jobs is not None:
            return _put(reading, text, jobs, state)
    clause = clause_with(reading, library.turns[ASIDE])
    if clause is None or _is_taken(reading, clause):
        return reading
    return _put(reading, clause, (), state)


def _put(reading: Reading, clause: str, jobs: tuple[str, ...], state: State) -> Reading:
    """Return a reading with a clause as a question whether one gets in."""
    slots = {JOB: jobs} if jobs else {}
    named = [m.role for m in named_in(clause, reading.mentions) if m.role]
    roles = (*named, *state.memory.focus.roles)[:1]
    frame = Frame("ask", roles, (MOVING,), ENTRY, SURE, clause, slots, yes_no=True)
    heard = put(reading, clause, frame)
    return replace(heard, remarks=tuple(r for r in heard.remarks if not r.guessed))


def _is_taken(reading: Reading, clause: str) -> bool:
    """Whether a role is named in a clause, or something else plainly asked in it."""
    named = any(m.role and not m.pointed for m in named_in(clause, reading.mentions))
    mine = [f for f in reading.frames if overlap(f.text, clause)]
    asked = any(f.act in TAKEN and f.confidence >= SURE for f in mine)
    pleads = any(f.act == "recommend" and f.confidence >= PLEADS for f in mine)
    return named or asked or pleads


def _asked_of(text: str, reading: Reading, library: Library) -> tuple[str, ...] | None:
    """Return the trades of which some words ask whether they get in, if they do.

    "Someone like me" is of no trade. Nothing else may stand in the words than what
    speaks of getting in: "can a nurse earn well" asks another thing.
    """
    lists = library.catalog.language
    mentions = named_in(text, reading.mentions)
    named = [m for m in mentions if m.role and not m.pointed]
    lost = [f for f in reading.frames if overlap(f.text, text) and f.act == OUTSIDE]
    if (named and not lost) or any(m.kind == PLACE for m in mentions):
        return None
    jobs = [m for m in mentions if m.kind == JOB]
    said = f" {' '.join(words(text))} "
    for mention in named:
        said = said.replace(f" {' '.join(words(mention.name))} ", f" {IT} ")
    for name in sorted((m.name for m in jobs), key=len, reverse=True):
        said = said.replace(f" {name} ", f" {THE_JOB} ")
    for phrase in sorted(lists["newcomers"], key=len, reverse=True):
        said = said.replace(f" {phrase} ", f" {THE_JOB} ")
    masked = said.split()
    while masked and masked[0] in lists["openers"]:
        masked = masked[1:]
    if masked and masked[0] in OPEN and not _is_of_chances(masked, of_trade=bool(jobs)):
        return None
    if masked.count(THE_JOB) != 1 or not finds(library.turns[ENTRY], masked):
        return None
    small = {*lists["stopwords"], *lists["openers"], *lists["trailing"]}
    small |= {*lists["entry_words"], *lists["asks_either"], THE_JOB}
    asked = masked[: masked.index("or")] if "or" in masked else masked
    if any(word not in small for word in asked):
        return None
    return tuple(dict.fromkeys(m.id for m in jobs))


def _is_of_chances(masked: Sequence[str], *, of_trade: bool) -> bool:
    """Whether an open question is on one's chances, or where a trade gets in."""
    said = set(masked)
    return bool(CHANCES & said) or (of_trade and bool(MOVES & said))


def answer_entry(draft: Draft, frame: Frame) -> None:
    """Say that no trade is shut out, what it brings, and how people move over."""
    answer = draft.answer
    say_kindly(draft)
    jobs = frame.slots.get(JOB, ())
    spoken = (m for m in draft.reading.mentions if m.kind == JOB and m.id in jobs)
    names = list(dict.fromkeys(mention.name for mention in spoken))
    own = [o for o in draft.memory.origins if o.kind in STUDY_OR_TRADE]
    known = draft.voice.listed(names) or in_words(own)
    if known:
        answer.say("entry_open_from", what=known)
    else:
        answer.say("entry_open")
    roles = frame.roles or answer.leaning or asking_for(draft, jobs, NEAR)
    catalog = draft.voice.catalog
    begins = tuple(r for r in catalog.language["entry_role"] if r in catalog.roles)
    roles = roles or begins or catalog.core[:1]
    if known:
        tell_brought(draft, roles[:MOST_ROLES], jobs)
    asked = draft.voice.catalog.language["entry_question"][0]
    about = replace(frame, roles=roles[:1], text=asked, slots={})
    answer_ask(answer, about, headings=not frame.roles)
    if not known:
        answer.say("entry_next")
