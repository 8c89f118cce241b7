"""Questions about a suggestion that was given: one passage of it, not all of it."""

import math
from collections.abc import Callable, Mapping, Sequence

from advisor.data.topics import HARD, OVERVIEW
from advisor.dialogue import once_more
from advisor.dialogue.describe import trait_name
from advisor.dialogue.passages import (
    say_against,
    say_basis,
    say_because,
    say_changes,
    say_status,
    say_why_not,
)
from advisor.dialogue.reply import Items, Ranking, Say
from advisor.dialogue.shares import percent
from advisor.dialogue.stands import STANDS, say_standing
from advisor.dialogue.turn import Draft
from advisor.dialogue.ways import (
    role_name,
    say_length,
    say_needs,
    say_step,
    say_steps,
    say_total,
    way_here,
)
from advisor.dialogue.wishes import is_of_one_step
from advisor.recommend.rank import SMALL, TEMPER
from advisor.recommend.suggest import Suggestion
from advisor.recommend.weigh import Scale
from advisor.text import words
from advisor.understanding.language import phrases_of

SHORTER = "shorter"
"""The move of a wish for fewer words."""


def respond(draft: Draft, suggestion: Suggestion, move: str) -> None:
    """Answer a question about the suggestion; shorter where it is asked again."""
    if not once_more.respond(draft, suggestion, move):
        PASSAGES[move](draft, suggestion)


def reasons(draft: Draft, suggestion: Suggestion) -> None:
    """Say what the suggestion rests on; with the whole sum for a mere "why"."""
    say_because(draft, suggestion)
    say_why_not(draft, suggestion)
    if _asks_sum(draft):
        _say_sum(draft, suggestion)
    else:
        draft.answer.say("sum_behind")
    say_basis(draft, suggestion)


def _asks_sum(draft: Draft) -> bool:
    """Whether a line is a mere "why", as the command is, or asks for the sums."""
    lists, said = draft.voice.catalog.language, words(draft.reading.text)
    small = {*lists["openers"], *lists["fillers"], *lists["asks_why"]}
    return set(said) <= small or phrases_of(lists["asks_sum"]).within(said)


def _say_sum(draft: Draft, suggestion: Suggestion) -> None:
    """Show the whole sum: what each item weighs for each role, and what it makes."""
    voice, advice = draft.voice, draft.voice.catalog.advice
    order = suggestion.ranked.order
    scale = Scale.of(draft.memory.profile, advice)
    items = [
        item
        for item in draft.memory.profile
        if any(abs(scale.weight(item, role)) > SMALL for role, _ in order)
    ]
    traits = voice.listed([trait_name(draft, item.trait) for item in items])
    draft.answer.say("sum_intro", what=traits, share=str(TEMPER))
    lines = []
    for role, share in order:
        weights = [scale.weight(item, role) for item in items]
        terms = " ".join(f"{weight:+.2f}" for weight in weights)
        told = percent(draft, share)
        total = f"{math.fsum(weights):+.2f}"
        name = role_name(draft, role)
        lines.append(
            voice.say("sum_line", role=name, sums=terms, count=total, share=told)
        )
    draft.answer.blocks.append(Items(tuple(lines)))


def _against(draft: Draft, suggestion: Suggestion) -> None:
    """Say what speaks against it, and what people in the job find hard."""
    say_against(draft, suggestion)
    top = suggestion.ranked.top
    pool = draft.answer.library.pool((top,), HARD)
    if pool:
        text = draft.answer.use(pool[0])
        draft.answer.blocks.append(Say(draft.voice.say("found_hard", text=text)))


def _changes(draft: Draft, suggestion: Suggestion) -> None:
    if not suggestion.changes:
        draft.answer.say("changes_nothing")
    say_changes(draft, suggestion)


def _sure(draft: Draft, suggestion: Suggestion) -> None:
    """Say how far ahead it is, and what that is worth."""
    say_status(draft, suggestion)
    _shares(draft, suggestion, "shares", 3)
    _apart(draft, [role for role, _ in suggestion.ranked.order[:2]])
    say_basis(draft, suggestion)


def _runner_up(draft: Draft, suggestion: Suggestion) -> None:
    _shares(draft, suggestion, "whole_ranking", len(suggestion.ranked.order))
    _apart(draft, [role for role, _ in suggestion.ranked.order[:2]])
    say_why_not(draft, suggestion)


def _apart(draft: Draft, roles: Sequence[str]) -> None:
    """Say what sets two roles apart, or else what the second of them is."""
    library = draft.answer.library
    pool = [s for s in library.pool(roles, OVERVIEW) if set(roles) <= set(s.roles)]
    pool = [s for s in pool if not s.positions] or [*library.pool(roles[-1:], OVERVIEW)]
    if pool:
        draft.answer.blocks.append(Say(draft.answer.use(pool[0])))


def _shares(draft: Draft, suggestion: Suggestion, key: str, most: int) -> None:
    """List the first roles with their shares of what was said."""
    draft.answer.head(key)
    voice = draft.voice
    order = suggestion.ranked.order[:most]
    names, told, lines = [], [], []
    for role, share in order:
        name, known = role_name(draft, role), percent(draft, share)
        names.append(name)
        told.append(known if round(100 * share) else voice.say("under_1_percent"))
        lines.append(voice.say("share", role=name, share=told[-1]))
    shares = tuple(share for _, share in order)
    words = Items(tuple(lines))
    draft.answer.blocks.append(Ranking(words, tuple(names), shares, tuple(told)))


def _weeks(draft: Draft, suggestion: Suggestion) -> None:
    """Add the weeks of the steps up, at the user's hours and at others."""
    way = way_here(draft, suggestion.way.role)
    if not way.steps:
        draft.answer.say("no_steps", role=role_name(draft, way.role))
        return
    say_length(draft, way)
    draft.answer.say("path_weeks_basis")


def _steps(draft: Draft, suggestion: Suggestion) -> None:
    if is_of_one_step(draft):
        _first(draft, suggestion)
        return
    if not suggestion.way.steps:
        draft.answer.say("no_steps", role=role_name(draft, suggestion.way.role))
    say_steps(draft, suggestion, whole=not _wants_short(draft))


def _wants_short(draft: Draft) -> bool:
    """Whether the line wants the steps in short; it is then no wish of its own."""
    short = [frame for frame in draft.frames if frame.move == SHORTER]
    draft.frames = [frame for frame in draft.frames if frame not in short]
    lists = draft.voice.catalog.language
    return bool(short) or not set(lists["said_short"]).isdisjoint(
        words(draft.reading.text)
    )


def _first(draft: Draft, suggestion: Suggestion) -> None:
    """Say one step to begin with: a test of the work, or the first that is open."""
    way, voice = suggestion.way, draft.voice
    path = voice.catalog.advice.paths.get(way.role)
    if path is None:
        draft.answer.say("no_steps", role=role_name(draft, way.role))
        return
    said = words(draft.reading.text)
    tries = phrases_of(voice.catalog.language["trying_out"]).within(said)
    if tries or not way.steps:
        draft.answer.say("weekend", text=path.weekend)
        return
    step = say_step(draft, way.steps[0], whole=True)
    draft.answer.say("first_step", role=role_name(draft, way.role), text=step)


def _skipped(draft: Draft, suggestion: Suggestion) -> None:
    """Name the steps that fall away, and what is left."""
    way = suggestion.way
    role = role_name(draft, way.role)
    if way.spared:
        draft.answer.head("steps_spared")
        draft.answer.blocks.append(Items(way.spared))
    else:
        draft.answer.say("steps_none_spared", role=role)
    if way.steps:
        say_total(draft, way)


def _missing(draft: Draft, suggestion: Suggestion) -> None:
    """Name what the user brings for the suggested role, and what is open."""
    say_needs(draft, suggestion.way)


PASSAGES: Mapping[str, Callable[[Draft, Suggestion], None]] = {
    "against": _against,
    "changes": _changes,
    "sure": _sure,
    "weeks": _weeks,
    "steps": _steps,
    "missing": _missing,
    "runner_up": _runner_up,
    "first": _first,
    "skip": _skipped,
    STANDS: say_standing,
}
