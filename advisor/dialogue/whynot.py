"""Say why a role was suggested and another was not, in plain words."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.dialogue.describe import trait_name
from advisor.dialogue.opposing import drawn_away, opposed
from advisor.dialogue.passages import (
    change_in_words,
    reason_lines,
    say_against,
    say_because,
    say_why_not,
)
from advisor.dialogue.reply import Items
from advisor.dialogue.trial import person_of, trial_of
from advisor.dialogue.turn import Draft
from advisor.dialogue.ways import role_name
from advisor.recommend.profile import GOAL, Evidence
from advisor.recommend.suggest import Suggestion, deciding
from advisor.recommend.way import way_to
from advisor.understanding.frames import Frame


def say_why(draft: Draft, suggestion: Suggestion, frame: Frame) -> None:
    """Say why a role was suggested, or not: the one that was asked about."""
    asked = [role for role in frame.roles if role != suggestion.ranked.top]
    if asked:
        _why_role(draft, suggestion, asked[0])
        return
    draft.suggestion = suggestion
    if suggestion.because:
        say_because(draft, suggestion)
    else:
        role = role_name(draft, suggestion.ranked.top)
        draft.answer.say("why_nothing_for", role=role)
    if opposed(draft, suggestion) or drawn_away(draft, suggestion):
        say_against(draft, suggestion)
    say_why_not(draft, suggestion)


def _why_role(draft: Draft, suggestion: Suggestion, other: str) -> None:
    """Say what decided against a role that was asked about, and what would for it."""
    catalog, top = draft.voice.catalog, suggestion.ranked.top
    for item in draft.memory.profile:
        if item.trait == f"{GOAL}{other}" and item.polarity < 0:
            name = role_name(draft, other)
            draft.answer.say("ruled_out_why", role=name, quote=item.shown)
    if other in suggestion.own:
        draft.answer.say("status_own", role=role_name(draft, other))
    for ahead, behind in ((top, other), (other, top)):
        items = deciding(draft.memory.profile, catalog.advice, ahead, behind)
        say_between(draft, items, ahead, behind, first=ahead == top)
    _say_would(draft, suggestion, other)
    _say_way(draft, other)
    focus = draft.memory.focus.about((top, other), (), None, None)
    draft.memory = replace(draft.memory, focus=focus.about((other,), (), None, None))


def say_between(
    draft: Draft, items: Sequence[Evidence], ahead: str, behind: str, *, first: bool
) -> None:
    """List what speaks more for one role than for another; say where nothing does."""
    role, other = role_name(draft, ahead), role_name(draft, behind)
    if not items:
        draft.answer.say("why_nothing_for", role=role)
        return
    key = "why_ahead" if first else "why_behind"
    draft.answer.head(key, role=role, other=other)
    draft.answer.blocks.append(Items(tuple(reason_lines(draft, items))))


def _say_would(draft: Draft, suggestion: Suggestion, other: str) -> None:
    """Say what would make it the other role: more to like, before less."""
    towards = trial_of(draft, draft.reader).towards(other)
    known = [change for change in suggestion.changes if change.then == other]
    for change in ([towards] if towards else known)[:1]:
        condition = change_in_words(draft, change)
        name = role_name(draft, other)
        draft.answer.say("why_would", condition=condition, role=name)


def _say_way(draft: Draft, other: str) -> None:
    """Say what the user brings for a role, what it asks for besides, and how long."""
    advice, voice = draft.voice.catalog.advice, draft.voice
    if other not in advice.paths:
        return
    way = way_to(draft.memory.profile, other, advice, person_of(draft))
    brought, lacks = (
        voice.listed([trait_name(draft, need) for need in needs])
        for needs in ((*way.has, *way.likely), way.lacks)
    )
    role = role_name(draft, other)
    if brought:
        draft.answer.say("why_brought", role=role, has=brought)
    if lacks:
        draft.answer.say("why_lacks", role=role, lacks=lacks)
    weeks = sum(step.weeks for step in way.steps)
    if weeks:
        hours = str(way.hours)
        draft.answer.say("why_weeks", role=role, weeks=str(weeks), hours=hours)
