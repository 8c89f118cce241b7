"""A suggestion in words."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.data.topics import FIT, OVERVIEW, SKILLS, WAY_IN
from advisor.dialogue import argue, aspects, wishes
from advisor.dialogue.answer import answer_compare
from advisor.dialogue.choose import question_of, rank
from advisor.dialogue.conditions import say_conditions
from advisor.dialogue.critique import say_moved
from advisor.dialogue.describe import told_as
from advisor.dialogue.named import chooses_between, say_choice, say_goal, say_pair
from advisor.dialogue.opposing import opposed
from advisor.dialogue.passages import (
    say_against,
    say_basis,
    say_because,
    say_changes,
    say_critiques,
    say_dealbreakers,
    say_degree,
    say_head,
    say_status,
    say_why_not,
)
from advisor.dialogue.probing import ENOUGH, put_probe
from advisor.dialogue.reply import Say
from advisor.dialogue.thin import is_thin, say_leaning
from advisor.dialogue.trial import person_of, trial_of
from advisor.dialogue.turn import Draft
from advisor.dialogue.ways import (
    role_name,
    say_length,
    say_nearer,
    say_needs,
    say_steps,
    say_weekend,
)
from advisor.dialogue.whynot import say_why
from advisor.recommend.suggest import Suggestion, suggest
from advisor.recommend.way import way_to, worked_in
from advisor.text import words
from advisor.understanding.arguing import WHY
from advisor.understanding.frames import Frame
from advisor.understanding.language import phrases_of
from advisor.understanding.reader import Reader

TOLD_ENOUGH = 4
"""From how many remarks "A or B?" is answered by the sums and not by the two jobs."""
MOST_BECAUSE = 2
"""So many reasons are told in short."""


def make(draft: Draft, reader: Reader) -> Suggestion:
    """Return the suggestion for what is held of the user now."""
    trial = trial_of(draft, reader)
    person = person_of(draft)
    return suggest(
        draft.memory.profile,
        trial.roles,
        trial.advice,
        trial.hear,
        trial.claims,
        person,
    )


def recommend(draft: Draft, frame: Frame, reader: Reader) -> None:
    """Give the suggestion, or say what is missing for one and ask for it."""
    if len(frame.roles) > 1 and {*worked_in(draft.memory.profile)} & set(frame.roles):
        draft.probing = replace(draft.probing, stays=True)  # "or just stay an analyst?"
    suggestion = make(draft, reader)
    plainly = frame.intent == wishes.SUGGEST and suggestion.ranked.counted >= ENOUGH
    if suggestion.status == "too_little" and (draft.probing.given or plainly):
        suggestion = replace(suggestion, status="tie")
    if suggestion.status == "too_little" or _is_early(draft, suggestion, frame):
        _too_little(draft, frame, suggestion)
        return
    of_another = frame.move == "changes" and set(frame.roles) - {suggestion.ranked.top}
    if of_another and draft.probing.given:
        say_why(draft, suggestion, frame)
        return
    if frame.intent == WHY or (len(frame.roles) == 1 and _asks_why(draft, frame)):
        say_why(draft, suggestion, frame)
        return
    if frame.move is not None and draft.probing.given:
        _say_turned(draft, suggestion)
        suggestion = _towards(draft, suggestion, frame.roles)
        draft.suggestion = suggestion
        aspects.respond(draft, suggestion, frame.move)
        return
    draft.suggestion = suggestion
    if chooses_between(draft, suggestion, frame):
        say_choice(draft, suggestion, frame)
        return
    if frame.intent != wishes.IN_FULL and is_thin(draft):
        say_leaning(draft, suggestion)
    else:
        _say_all(draft, suggestion, frame)
    _look_at(draft, suggestion)


def _say_all(draft: Draft, suggestion: Suggestion, frame: Frame) -> None:
    """Say a whole suggestion, or whether it is still the one that was told."""
    told, top = draft.probing.told, suggestion.ranked.top
    draft.probing = replace(draft.probing, offered=True, given=True, told=top)
    say_moved(draft)
    if told and frame.intent != wishes.IN_FULL:
        _in_short(draft, suggestion, told)
    else:
        _in_full(draft, suggestion, frame)
    if suggestion.status == "tie" and draft.asked is None:
        _break_tie(draft, suggestion)
    elif suggestion.ranked.counted < ENOUGH and draft.asked is None:
        put_probe(draft, between=(top, suggestion.ranked.second))


def _look_at(draft: Draft, suggestion: Suggestion) -> None:
    """Move the focus to the suggested role, with the runner-up beside it."""
    top = suggestion.ranked.top
    topic = WAY_IN if WAY_IN in draft.voice.catalog.topics else OVERVIEW
    both = draft.memory.focus.about((top, suggestion.ranked.second), (), None, None)
    focus = both.about((top,), (topic,), None, None)
    draft.memory = replace(draft.memory, focus=focus)


def _say_turned(draft: Draft, suggestion: Suggestion) -> None:
    """Say so, and why, where it is another role by now than was told last."""
    told, top = draft.probing.told, suggestion.ranked.top
    if not told or told == top:
        return
    say_status(draft, suggestion)
    argue.say_changed(draft, told)
    draft.probing = replace(draft.probing, told=top)


def _towards(draft: Draft, suggestion: Suggestion, roles: Sequence[str]) -> Suggestion:
    """Return a suggestion with the way to the one role that was named, if one was."""
    if len(roles) != 1 or roles[0] == suggestion.way.role:
        return suggestion
    advice, person = draft.voice.catalog.advice, person_of(draft)
    way = way_to(draft.memory.profile, roles[0], advice, person)
    return replace(suggestion, way=way, nearer=None)


def _is_early(draft: Draft, suggestion: Suggestion, frame: Frame) -> bool:
    """Whether "A or B?" is asked for oneself before much of oneself is told."""
    pair = len(frame.roles) > 1 and frame.intent != wishes.SUGGEST
    return pair and not draft.probing.given and suggestion.ranked.counted < TOLD_ENOUGH


def _in_short(draft: Draft, suggestion: Suggestion, told: str) -> None:
    """Say whether it is still the same role, and why; not all of it again."""
    top = suggestion.ranked.top
    says = told_as(draft, [r.evidence for r in suggestion.because[:MOST_BECAUSE]])
    if top != told:
        say_head(draft, suggestion)
        argue.say_changed(draft, told)
        say_because(draft, suggestion)
        say_against(draft, suggestion)
        say_needs(draft, suggestion.way)
        say_degree(draft, suggestion)
    elif says:
        draft.answer.say("still", role=role_name(draft, top), says=says)
    else:
        draft.answer.say("still_first", role=role_name(draft, top))
    pool = draft.answer.library.pool((top,), OVERVIEW) if draft.moved else ()
    if top == told and pool:  # shares that moved stand beside what the job is
        draft.answer.blocks.append(Say(draft.answer.use(pool[0])))
    against = opposed(draft, suggestion) if top == told else []
    if against:
        draft.answer.say("still_against", says=told_as(draft, against[:1]))
    draft.answer.say("say_in_full")


def _in_full(draft: Draft, suggestion: Suggestion, frame: Frame) -> None:
    """Tell all of a suggestion; one that rests on little, without its steps."""
    little = suggestion.ranked.counted < ENOUGH and frame.intent != wishes.IN_FULL
    say_pair(draft, suggestion, frame)
    say_head(draft, suggestion)
    say_goal(draft, suggestion)
    say_nearer(draft, suggestion)
    say_because(draft, suggestion)
    say_against(draft, suggestion)
    say_dealbreakers(draft, suggestion)
    say_conditions(draft, suggestion.ranked.top)
    say_why_not(draft, suggestion)
    say_changes(draft, suggestion)
    say_needs(draft, suggestion.way)
    say_degree(draft, suggestion)
    _be_honest(draft, suggestion)
    if little:
        say_length(draft, suggestion.way)
        say_weekend(draft, suggestion.way)
        draft.answer.say("ask_for_steps")
    else:
        say_steps(draft, suggestion)
    say_critiques(draft, suggestion)
    say_basis(draft, suggestion)


def _be_honest(draft: Draft, suggestion: Suggestion) -> None:
    """Say what a line wants to be told honestly: how much the job codes."""
    catalog, text = draft.voice.catalog, draft.reading.text
    honesty = phrases_of(catalog.language["asking_honesty"])
    about = set(catalog.language["honest_coding"]) & set(words(text))
    pool = draft.answer.library.pool((suggestion.ranked.top,), SKILLS)
    if not honesty.within(words(text)) or not about or not pool:
        return
    asked = catalog.language["honest_coding_question"][0]
    frame = Frame("ask", (suggestion.ranked.top,), (SKILLS,), "", 1.0, asked)
    question = question_of(frame, SKILLS, draft.answer.library)
    best = rank(pool, question, draft.answer.library, frozenset())[0]
    draft.answer.blocks.append(Say(draft.answer.use(best.snippet)))


def _break_tie(draft: Draft, suggestion: Suggestion) -> None:
    """Put the question that would tell most between two roles that are level."""
    ranked = suggestion.ranked
    if put_probe(draft, between=(ranked.top, ranked.second)):
        draft.answer.say(
            "tie_breaker",
            role=role_name(draft, ranked.top),
            second=role_name(draft, ranked.second),
        )


def _asks_why(draft: Draft, frame: Frame) -> bool:
    """Whether a line asks why, or why not, a role was suggested."""
    wanted = draft.voice.catalog.language["asks_why"]
    return draft.probing.offered and bool(set(wanted) & set(words(frame.text)))


def _too_little(draft: Draft, frame: Frame, suggestion: Suggestion) -> None:
    """Say honestly that too little is known, answer conditionally, ask one thing."""
    answer = draft.answer
    catalog = draft.voice.catalog
    if suggestion.ranked.counted and not frame.roles and put_probe(draft):
        answer.say("too_little_yet")
        return
    roles = frame.roles or catalog.core
    answer.say("too_little")
    together = answer.library.pool(roles, FIT)
    if together:
        question = question_of(frame, FIT, answer.library)
        best = rank(together, question, answer.library, frozenset())[0]
        answer.blocks.append(Say(answer.use(best.snippet)))
    elif len(roles) > 1:
        answer_compare(answer, replace(frame, act="compare", topics=(), roles=roles))
    put_probe(draft, between=frame.roles if len(frame.roles) > 1 else ())
