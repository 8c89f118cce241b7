"""Roles that the user named beside a suggestion: where those stand in the sums."""

from advisor.dialogue.describe import told_as
from advisor.dialogue.shares import percent
from advisor.dialogue.turn import Draft
from advisor.dialogue.ways import role_name
from advisor.dialogue.whynot import say_between
from advisor.recommend.profile import GOAL
from advisor.recommend.suggest import TIE_RATIO, Suggestion, deciding
from advisor.understanding.frames import Frame

PAIR = 2


def say_pair(draft: Draft, suggestion: Suggestion, frame: Frame) -> None:
    """Say how the roles stand between which advice was asked, if it was.

    Nothing, where they are two, and the first two anyway.
    """
    pair = dict.fromkeys(frame.roles or _asked_before(draft))
    ranked = suggestion.ranked
    open_ = {role for role, _ in ranked.order} - {ranked.top, ranked.second}
    known = {role for role, _ in ranked.order}
    if len(pair) == PAIR and set(pair) <= known and set(pair) & open_:
        _say_pair(draft, suggestion, list(pair))
    if len(pair) > PAIR and set(pair) <= known and len(pair) < len(known):
        _say_order(draft, suggestion, tuple(pair))


def _say_order(draft: Draft, suggestion: Suggestion, named: tuple[str, ...]) -> None:
    """Say in which order three roles or more stand that were named."""
    ranked, voice = suggestion.ranked, draft.voice
    order = sorted(named, key=lambda role: -ranked.probability(role))
    told = [
        voice.say(
            "named_share",
            role=role_name(draft, role),
            share=percent(draft, ranked.probability(role)),
        )
        for role in order
    ]
    draft.answer.say("named_order", roles=voice.listed(told))


def chooses_between(draft: Draft, suggestion: Suggestion, frame: Frame) -> bool:
    """Whether advice is asked between two roles alone, after a suggestion was given."""
    pair = set(frame.roles)
    known = {role for role, _ in suggestion.ranked.order}
    return draft.probing.given and len(pair) == PAIR and pair <= known


def say_choice(draft: Draft, suggestion: Suggestion, frame: Frame) -> None:
    """Say which of two roles is ahead, and what speaks more for each of them."""
    pair = list(dict.fromkeys(frame.roles))
    _say_pair(draft, suggestion, pair, apart=False)
    ranked, advice = suggestion.ranked, draft.voice.catalog.advice
    first, second = sorted(pair, key=lambda role: -ranked.probability(role))
    for ahead, behind in ((first, second), (second, first)):
        items = deciding(draft.memory.profile, advice, ahead, behind)
        say_between(draft, items, ahead, behind, first=ahead == first)


def say_goal(draft: Draft, suggestion: Suggestion) -> None:
    """Say where the role stands that the user said they want, if it is not first."""
    goal, order = _goal(draft), [role for role, _ in suggestion.ranked.order]
    if goal in order[1:]:
        share = suggestion.ranked.probability(goal)
        draft.answer.say(
            "goal_stands",
            roles=draft.voice.catalog.roles[goal].plural,
            place=str(order.index(goal) + 1),
            count=str(len(order)),
            share=percent(draft, share),
        )


def _say_pair(
    draft: Draft, suggestion: Suggestion, named: list[str], *, apart: bool = True
) -> None:
    """Say which of two roles is ahead, and by what words, where that is wanted."""
    ranked = suggestion.ranked
    first, second = sorted(named, key=lambda role: -ranked.probability(role))
    shares = ranked.probability(first), ranked.probability(second)
    level = shares[0] < shares[1] * TIE_RATIO
    draft.answer.say(
        "pair_level" if level else "pair_ahead",
        role=role_name(draft, first),
        second=role_name(draft, second),
        new=percent(draft, shares[0]),
        old=percent(draft, shares[1]),
    )
    advice = draft.voice.catalog.advice
    items = deciding(draft.memory.profile, advice, first, second)
    if items and apart and not level:
        draft.answer.say("pair_apart", says=told_as(draft, items))


def _asked_before(draft: Draft) -> tuple[str, ...]:
    """Return the two roles between which advice was asked before, if it was."""
    last = draft.state.last.frames if draft.state.last is not None else ()
    pairs = [f.roles for f in last if f.act == "recommend" and len(f.roles) == PAIR]
    return pairs[-1] if pairs and not draft.state.probing.given else ()


def _goal(draft: Draft) -> str:
    """Return the role that the user said last that they want, if any."""
    goals = [
        item.trait.removeprefix(GOAL)
        for item in draft.memory.profile
        if item.trait.startswith(GOAL) and item.polarity > 0
    ]
    return goals[-1] if goals else ""
