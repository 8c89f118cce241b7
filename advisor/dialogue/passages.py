"""The passages that a suggestion is told in, one by one."""

from collections.abc import Sequence
from typing import Literal

from advisor.data.model import Snippet
from advisor.data.topics import OVERVIEW
from advisor.dialogue.describe import DEGREE, LACK, told_as, trait_name
from advisor.dialogue.opposing import (
    drawn_away,
    opposed,
    own_weight,
    spoken_for,
    telling,
)
from advisor.dialogue.reply import Ranking, Reasons, Say
from advisor.dialogue.turn import Draft
from advisor.dialogue.ways import role_name
from advisor.recommend.moved import SPEAKS
from advisor.recommend.profile import REFUSED, Evidence, shunned
from advisor.recommend.suggest import Change, Reason, Suggestion
from advisor.recommend.weigh import breaks_deal, is_measured

WAY_LEARNT = "education"
MORE = 2.0
"""By so many in a hundred more have no degree in a job that asks for one less."""
MOST_BESIDE = 6
MOST_REASONS = 4
MOST_OPPOSED = 3
MOST_DRAWN = 2
MOST_RANKED = 4
"""Roles whose shares are drawn beside the words on the first."""


def say_status(draft: Draft, suggestion: Suggestion) -> None:
    """Say which role, and how sure."""
    ranked = suggestion.ranked
    top, second = role_name(draft, ranked.top), role_name(draft, ranked.second)
    if suggestion.own:
        own = draft.voice.listed([role_name(draft, role) for role in suggestion.own])
        draft.answer.say("status_own", role=own)
    draft.answer.say(f"status_{suggestion.status}", role=top, second=second)
    _say_meant(draft, suggestion)


def _say_meant(draft: Draft, suggestion: Suggestion) -> None:
    """Say what such a status has meant on real people, where it was measured."""
    quality = draft.voice.catalog.advice.quality
    ranked = suggestion.ranked
    held = quality.held.get(suggestion.status)
    if held is None or {ranked.top, ranked.second} & set(quality.uncounted):
        return
    if shunned(draft.memory.profile):
        return  # it was measured with all the jobs in the running
    marks = draft.answer.cite.marks((quality.source,))
    draft.answer.say("meant", count=str(held), years=quality.years, marks=marks)


def say_head(draft: Draft, suggestion: Suggestion) -> None:
    """Say which role, how sure, and what it is."""
    blocks = draft.answer.blocks
    at = len(blocks)
    say_status(draft, suggestion)
    ranked = suggestion.ranked
    at += 1 if suggestion.own else 0
    status = blocks[at]
    if isinstance(status, Say):
        order = ranked.order[:MOST_RANKED]
        names = tuple(role_name(draft, role) for role, _ in order)
        shares = tuple(share for _, share in order)
        blocks[at] = Ranking(status, names, shares, ("",) * len(order))
    pool = draft.answer.library.pool((ranked.top,), OVERVIEW)
    if pool:
        draft.answer.blocks.append(Say(draft.answer.use(pool[0])))


def reason_line(draft: Draft, item: Evidence) -> str:
    """Return an item as it was told, and what it is read as."""
    key = _key_of(item)
    says = told_as(draft, [item])
    return draft.voice.say(key, says=says, trait=trait_name(draft, item.trait))


def _key_of(item: Evidence) -> str:
    """Return the phrase for what was liked, was not, or is missing."""
    if item.polarity > 0 or item.means == REFUSED:
        return "reason"
    return "reason_missing" if item.means == LACK else "reason_avoided"


def reason_lines(draft: Draft, items: Sequence[Evidence]) -> list[str]:
    """Return items as they were told; what was told in the same words, on one line."""
    lines: dict[tuple[str, str], list[str]] = {}
    for item in items:
        key = _key_of(item)
        told = lines.setdefault((key, told_as(draft, [item])), [])
        told.append(trait_name(draft, item.trait))
    voice = draft.voice
    return [
        voice.say(key, says=says, trait=voice.listed(traits))
        for (key, says), traits in lines.items()
    ]


def say_because(draft: Draft, suggestion: Suggestion) -> None:
    """Say what speaks for the suggested role."""
    told = [r.evidence for r in suggestion.because if not _is_lack_of_degree(r)]
    if told:
        some, top = told[:MOST_REASONS], suggestion.ranked.top
        own = [i for i in some if own_weight(draft, i, top) > SPEAKS]
        lines = reason_lines(draft, own)
        others = reason_lines(draft, [i for i in some if i not in own])
        lines += [draft.voice.say("reason_beside", what=what) for what in others]
        _list_reasons(draft, "for", "because", lines)


def say_against(draft: Draft, suggestion: Suggestion) -> None:
    """Say what speaks against it: a liking or a lack, never what one can."""
    told = opposed(draft, suggestion)
    if told:
        lines = reason_lines(draft, told[:MOST_OPPOSED])
        _list_reasons(draft, "against", "against", lines)
    taught = _say_taught_all_the_same(draft, suggestion, told)
    if not (told or taught):
        draft.answer.say("against_nothing")
    _say_drawn_away(draft, suggestion)


def _say_taught_all_the_same(
    draft: Draft, suggestion: Suggestion, told: Sequence[Evidence]
) -> bool:
    """Say which steps on the way are of what one would rather do without."""
    named = draft.reader.selves.named
    steps = [(step, named(step.text)) for step in suggestion.way.steps]
    shunned = [i for i in draft.memory.profile if i.polarity < 0 and i.means != LACK]
    said = False
    for item in shunned:
        met = next((step for step, traits in steps if item.trait in traits), None)
        if met is not None:
            key = "against_step_too" if item in told else "against_step"
            what, trait = reason_line(draft, item), trait_name(draft, item.trait)
            draft.answer.say(key, what=what, trait=trait, text=met.text)
            said = True
    return said


def _say_drawn_away(draft: Draft, suggestion: Suggestion) -> None:
    """Say what speaks for other roles far more, though not against this one."""
    advice, top = draft.voice.catalog.advice, suggestion.ranked.top
    for item in drawn_away(draft, suggestion)[:MOST_DRAWN]:
        key = "drawn_measured" if is_measured(item, advice) else "drawn_away"
        roles = draft.voice.plurals(spoken_for(draft, item, (top,)))
        what = reason_line(draft, item)
        draft.answer.say(key, what=what, roles=roles, role=role_name(draft, top))


def _list_reasons(
    draft: Draft,
    kind: Literal["for", "against", "change"],
    key: str,
    lines: Sequence[str],
) -> None:
    heading = draft.voice.say(key)
    draft.answer.blocks.append(Reasons(kind, heading, tuple(lines)))


def say_dealbreakers(draft: Draft, suggestion: Suggestion) -> None:
    """Say which roles a firm dislike speaks against most, and why."""
    advice, voice = draft.voice.catalog.advice, draft.voice
    for item in draft.memory.profile:
        broken = [
            role
            for role in voice.catalog.roles
            if breaks_deal(item, role, advice) and role != suggestion.ranked.top
        ]
        if broken:
            roles = voice.plurals(broken)
            says = told_as(draft, [item])
            draft.answer.say("dealbreaker", says=says, roles=roles)


def say_critiques(draft: Draft, suggestion: Suggestion) -> None:
    """Offer two or three ways to argue with the suggestion, in the user's words."""
    voice = draft.voice
    liked = [
        reason.evidence.trait
        for reason in suggestion.because
        if reason.evidence.polarity > 0
        and voice.catalog.advice.traits[reason.evidence.trait].names
    ]
    says = [voice.say("critique_less", trait=trait_name(draft, t)) for t in liked[:1]]
    second = role_name(draft, suggestion.ranked.second)
    says.append(voice.say("critique_why_not", second=second))
    known = [need for need in suggestion.way.lacks if _is_tool(draft, need)]
    says += [voice.say("critique_if", what=trait_name(draft, n)) for n in known[:1]]
    quoted = [voice.say("quoted", text=text) for text in says]
    listed = voice.listed(quoted, "or_word")
    draft.answer.say("critiques", says=listed)


def _is_tool(draft: Draft, need: str) -> bool:
    return f"tool:{need}" in draft.voice.catalog.entities


def say_why_not(draft: Draft, suggestion: Suggestion) -> None:
    """Say what sets it apart from the runner-up."""
    ranked = suggestion.ranked
    between = telling(draft, suggestion.between, ranked.top, ranked.second)
    key = "why_not" if between else "why_not_nothing"
    says = told_as(draft, between)
    draft.answer.say(key, second=role_name(draft, ranked.second), says=says)


def change_in_words(draft: Draft, change: Change) -> str:
    """Return what a change would have to be, in words."""
    voice = draft.voice
    says = voice.listed([voice.say("quoted", text=text) for text in change.says])
    back = [i.shown for i in draft.memory.profile if i.quote in change.unsays]
    shown = dict.fromkeys(voice.say("quoted", text=text) for text in back)
    unsays = voice.listed(list(shown))
    if says and unsays:
        return voice.say("if_both", says=says, unsays=unsays)
    return (
        voice.say("if_says", says=says)
        if says
        else voice.say("if_unsays", unsays=unsays)
    )


def say_changes(draft: Draft, suggestion: Suggestion) -> None:
    """Say what would change the suggestion."""
    if not suggestion.changes:
        return
    lines = tuple(
        draft.voice.say(
            "change",
            condition=change_in_words(draft, change),
            role=role_name(draft, change.then),
        )
        for change in suggestion.changes
    )
    _list_reasons(draft, "change", "would_change", lines)


def say_degree(draft: Draft, suggestion: Suggestion) -> None:
    """Tell who has no degree how many in the job have none, and where more have."""
    none = draft.voice.catalog.language["lacking_degree"]
    lacking = any(i.trait in none and _has_none(i) for i in draft.memory.profile)
    order = [role for role, _ in suggestion.ranked.order]
    best = _without_degree(draft, order[0]) if lacking else None
    if best is None:
        return
    share, snippet = best
    answer = draft.answer
    answer.blocks.append(Say(answer.use(snippet)))
    for role in order[1:MOST_BESIDE]:
        other = _without_degree(draft, role)
        if other is not None and other[0] >= share + MORE:
            answer.say("degree_less", role=role_name(draft, role))
            answer.blocks.append(Say(answer.use(other[1])))
            return


def _is_lack_of_degree(reason: Reason) -> bool:
    """Whether a reason is only that somebody has no degree: it speaks for no job."""
    return reason.evidence.trait == DEGREE and _has_none(reason.evidence)


def _has_none(item: Evidence) -> bool:
    return item.polarity < 0 and item.means in ("lack", "limit")


def _without_degree(draft: Draft, role: str) -> tuple[float, Snippet] | None:
    """Return the share of a role's people without a degree, and what says so."""
    marks = draft.voice.catalog.language["counted_without_degree"]
    for snippet in draft.answer.library.pool((role,), WAY_LEARNT):
        for figure in snippet.figures:
            counted = any(mark in figure.statistic for mark in marks)
            if figure.unit == "percent" and counted:
                return float(figure.value), snippet
    return None


def say_basis(draft: Draft, suggestion: Suggestion) -> None:
    """Say what it all rests on, and how little that is."""
    source = draft.voice.catalog.advice.weight_source
    marks = draft.answer.cite.marks((source,)) if source else ""
    draft.answer.say("basis", count=str(suggestion.ranked.counted), marks=marks)
    interests = draft.voice.catalog.advice.quality.interests
    if interests:
        draft.answer.say("contentment", marks=draft.answer.cite.marks((interests,)))
