"""Questions on a share of the ranking that was told: "10% of what?"."""

from collections.abc import Iterator
from dataclasses import replace

from advisor.dialogue.library import Library
from advisor.dialogue.lines import finds
from advisor.dialogue.money import numbers_in
from advisor.dialogue.reply import Ranking
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.dialogue.ways import role_name
from advisor.recommend.profile import Profile
from advisor.recommend.rank import rank
from advisor.text import words
from advisor.understanding.frames import Frame, Reading

SHARE = "own_share"
"""The rule that reads a question on a share of the ranking."""
SURE = 0.95
WORD = "percent"
"""What a percentage is read as, whatever its number."""
PERCENT = (WORD, "%")
SLOT = "share"
"""The slot that holds the percentage that a line names."""


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading in which a question on a share that was told is read as one.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.

    """
    if reading.stands_apart or not (state.stood or state.probing.given):
        return reading
    said = [WORD if w.endswith("%") else w for w in words(reading.text)]
    named = tuple(dict.fromkeys(m.role for m in reading.mentions if m.role))
    percents = list(_percents(reading.text, library))
    roles: tuple[str, ...] | None = None
    if percents and finds(library.turns["asks_share"], said):
        roles = _meant(percents[0], named, state, library)
    elif not percents and finds(library.turns["asks_share_alone"], said):
        roles = named[:1] if _tells_shares(state) else None
    matched = roles is not None and bool(percents)
    if roles is None and percents and finds(library.turns["names_share"], said):
        roles = named[:1] or None
    if roles is None:
        return reading
    slots = {SLOT: (str(percents[0]),)} if matched else {}
    frame = Frame("ask", roles, (), SHARE, SURE, reading.text, slots)
    mine = tuple(r for r in reading.remarks if not r.guessed)
    return replace(
        reading, frames=(frame,), choices=(), remarks=mine, points_nowhere=False
    )


def _percents(text: str, library: Library) -> Iterator[int]:
    for number in numbers_in(text, library.catalog.language):
        if number.share:
            yield round(number.value)


def _profiles(state: State) -> tuple[Profile, ...]:
    """Return what rankings were told of, the latest first."""
    return (state.memory.profile, *reversed(state.stood))


def _shares(profile: Profile, library: Library) -> dict[str, int]:
    """Return the share of each role, in percent as it is told."""
    catalog = library.catalog
    ranked = rank(profile, list(catalog.roles), catalog.advice)
    return {role: round(100 * share) for role, share in ranked.order}


def _meant(
    percent: int, named: tuple[str, ...], state: State, library: Library
) -> tuple[str, ...] | None:
    """Return the roles that had a share: those named, else all where no figure is it.

    None where it was no role's, or what was told last holds a figure that is it.
    """
    for profile in _profiles(state):
        shares = _shares(profile, library)
        having = [role for role, share in shares.items() if share == percent]
        if named and set(named) & set(having):
            return tuple(role for role in named if role in having)
        if having and not named and not _is_figure(percent, state, library):
            return tuple(having)
    shown = _tells_shares(state) and not _is_figure(percent, state, library)
    return () if shown and not named else None


def _is_figure(percent: int, state: State, library: Library) -> bool:
    """Whether a percentage is a figure of the last reply that rested on any."""
    names = state.last.snippets if state.last is not None else ()
    found = [library.catalog.snippets[name] for name in names]
    figures = [f for s in found for f in s.figures]
    figures += [f for s in found for side in s.positions for f in side.figures]
    return any(f.unit in PERCENT and f.value == str(percent) for f in figures)


def _tells_shares(state: State) -> bool:
    """Whether the last reply told shares, or argued with them."""
    if state.last is None:
        return False
    shown = any(isinstance(block, Ranking) for block in state.last.blocks)
    return shown or any(
        f.act == "recommend" or f.intent == SHARE for f in state.last.frames
    )


def answer_share(draft: Draft, frame: Frame) -> None:
    """Say what a share of the ranking is, whose it is, and what it is not."""
    answer, voice = draft.answer, draft.voice
    draft.tells_shares = True
    named = frame.slot(SLOT)
    if named is not None and frame.roles:
        names = voice.listed([role_name(draft, role) for role in frame.roles])
        share = voice.say("percent", count=named)
        answer.say("share_of", share=share, role=names)
    count = str(len(voice.catalog.roles))
    answer.say("share_means", count=count)
    now = _shares(draft.memory.profile, answer.library)
    for role in frame.roles:
        share = voice.say("percent", count=str(now[role]))
        if named is None:
            answer.say("share_stands", role=role_name(draft, role), share=share)
        elif str(now[role]) != named:
            answer.say("share_now", role=role_name(draft, role), share=share)
