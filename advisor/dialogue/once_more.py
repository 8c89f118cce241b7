"""What is asked again at once about a suggestion is told shorter, and what it hangs on.

"You sure?", "really sure?"; "so what now", "and now?".
"""

from advisor.dialogue.describe import told_as
from advisor.dialogue.reply import Items
from advisor.dialogue.shares import percent
from advisor.dialogue.turn import Draft
from advisor.dialogue.ways import role_name, say_step, say_total
from advisor.recommend.rank import rank
from advisor.recommend.suggest import Reason, Suggestion, open_to

SURE, STEPS = "sure", "steps"
MOST = 3
"""Things that are tried without."""


def respond(draft: Draft, suggestion: Suggestion, move: str) -> bool:
    """Answer what was just answered, shorter; return whether that will do."""
    last = draft.state.last.frames if draft.state.last is not None else ()
    same = any(frame.act == "recommend" and frame.move == move for frame in last)
    if not same or draft.state.memory.profile != draft.memory.profile:
        return False
    if move == SURE and suggestion.because:
        _sure(draft, suggestion)
        return True
    if move == STEPS and suggestion.way.steps:
        _steps(draft, suggestion)
        return True
    return False


def in_short(draft: Draft, suggestion: Suggestion) -> None:
    """Say a whole suggestion in two sentences: which role, and what to begin with."""
    ranked = suggestion.ranked
    _say_stand(draft, suggestion)
    step = say_step(draft, suggestion.way.steps[0], whole=False)
    draft.answer.say("first_step", role=role_name(draft, ranked.top), text=step)


def _sure(draft: Draft, suggestion: Suggestion) -> None:
    """Say how far it is ahead, and what would come first without each reason."""
    _say_stand(draft, suggestion)
    draft.answer.head("sure_again")
    lines = [_without(draft, suggestion, one) for one in suggestion.because[:MOST]]
    draft.answer.blocks.append(Items(tuple(dict.fromkeys(lines))))


def _say_stand(draft: Draft, suggestion: Suggestion) -> None:
    ranked = suggestion.ranked
    draft.answer.say(
        "item_stand",
        role=role_name(draft, ranked.top),
        share=percent(draft, ranked.probability(ranked.top)),
        second=role_name(draft, ranked.second),
        other=percent(draft, ranked.probability(ranked.second)),
    )


def _without(draft: Draft, suggestion: Suggestion, reason: Reason) -> str:
    """Return what comes first without one thing that was said."""
    catalog, top = draft.voice.catalog, suggestion.ranked.top
    rest = tuple(i for i in draft.memory.profile if i != reason.evidence)
    whole = rank(rest, list(catalog.roles), catalog.advice)
    ranked = open_to(rest, whole, stays=draft.probing.stays)
    key = "sure_still" if ranked.top == top else "sure_other"
    left = {role for role, _ in ranked.order}
    return draft.voice.say(
        key,
        says=told_as(draft, [reason.evidence]),
        role=role_name(draft, top),
        share=percent(draft, ranked.probability(top) if top in left else 0.0),
        other=role_name(draft, ranked.top),
    )


def _steps(draft: Draft, suggestion: Suggestion) -> None:
    """Say the step to begin with, and how long they take together."""
    way = suggestion.way
    text = say_step(draft, way.steps[0], whole=False)
    draft.answer.say("steps_again", role=role_name(draft, way.role), text=text)
    say_total(draft, way)
