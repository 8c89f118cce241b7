"""A suggestion in words."""

from dataclasses import replace

from advisor.dialogue.answer import answer_ask
from advisor.dialogue.choose import question_of, rank
from advisor.dialogue.knowing import put_probe, trait_name
from advisor.dialogue.reply import Items, Numbered, Say
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import Profile, with_remarks
from advisor.recommend.suggest import (
    Change,
    Reason,
    Suggestion,
    deciding,
    suggest,
)
from advisor.text import words
from advisor.understanding.focus import Focus
from advisor.understanding.frames import Frame
from advisor.understanding.reader import Reader

FIT = "fit"
MOST_REASONS = 4
MOST_OPPOSED = 3


def make(draft: Draft, reader: Reader) -> Suggestion:
    """Return the suggestion for what is held of the user now."""
    catalog = draft.voice.catalog
    claims = (catalog.phrases["claim_like"][0], catalog.phrases["claim_dislike"][0])

    def hear(profile: Profile, says: object) -> Profile:
        focus = Focus((), (), catalog.core)
        for text in says if isinstance(says, list | tuple) else ():
            remarks = reader.read(str(text), focus).remarks
            profile, _ = with_remarks(profile, remarks, draft.state.turn + 1)
        return profile

    roles = list(catalog.roles)
    return suggest(draft.memory.profile, roles, catalog.advice, hear, claims)


def recommend(draft: Draft, frame: Frame, reader: Reader) -> None:
    """Give the suggestion, or say what is missing for one and ask for it."""
    suggestion = make(draft, reader)
    if suggestion.status == "too_little":
        _too_little(draft, frame)
        return
    if len(frame.roles) == 1 and _asks_why(draft, frame):
        _why_role(draft, suggestion, frame.roles[0])
        return
    draft.suggestion = suggestion
    draft.probing = replace(draft.probing, offered=True)
    _head(draft, suggestion)
    _reasons(draft, suggestion)
    _changes(draft, suggestion)
    _path(draft, suggestion)
    _basis(draft, suggestion)
    top = suggestion.ranked.top
    focus = draft.memory.focus
    draft.memory = replace(
        draft.memory, focus=focus.about((top,), ("getting_started",), None, None)
    )


def _asks_why(draft: Draft, frame: Frame) -> bool:
    """Whether a line asks why, or why not, a role was suggested."""
    wanted = draft.voice.catalog.language["asks_why"]
    return draft.probing.offered and bool(set(wanted) & set(words(frame.text)))


def _why_role(draft: Draft, suggestion: Suggestion, role: str) -> None:
    """Say what decided between the suggested role and one that was asked about."""
    catalog, voice = draft.voice.catalog, draft.voice
    ranked = suggestion.ranked
    other = ranked.second if role == ranked.top else role
    for key, ahead, behind in (
        ("why_ahead", ranked.top, other),
        ("why_behind", other, ranked.top),
    ):
        items = deciding(draft.memory.profile, catalog.advice, ahead, behind)
        shown = dict.fromkeys(voice.say("quoted", text=i.shown) for i in items)
        if shown:
            quotes = voice.listed(list(shown))
            draft.answer.say(
                key, role=_name(draft, ahead), other=_name(draft, behind), quotes=quotes
            )
        else:
            draft.answer.say("why_nothing_for", role=_name(draft, ahead))
    for change in suggestion.changes:
        if change.then == other:
            condition = change_in_words(draft, change)
            name = _name(draft, other)
            draft.answer.say("why_would", condition=condition, role=name)


def _too_little(draft: Draft, frame: Frame) -> None:
    """Say honestly that too little is known, answer conditionally, ask one thing."""
    answer = draft.answer
    catalog = draft.voice.catalog
    roles = frame.roles or catalog.core
    answer.say("too_little")
    together = answer.library.pool(roles, FIT)
    if together:
        question = question_of(frame, FIT, answer.library)
        best = rank(together, question, answer.library, frozenset())[0]
        answer.blocks.append(Say(answer.use(best.snippet)))
    elif len(roles) > 1:
        ask = replace(frame, act="ask", topics=(FIT,), roles=roles)
        answer_ask(answer, ask, headings=False)
    put_probe(draft, between=frame.roles if len(frame.roles) > 1 else ())


def _name(draft: Draft, role: str) -> str:
    return draft.voice.catalog.roles[role].name


def _head(draft: Draft, suggestion: Suggestion) -> None:
    """Say which role, how sure, and what it is."""
    ranked = suggestion.ranked
    top, second = _name(draft, ranked.top), _name(draft, ranked.second)
    draft.answer.say(f"status_{suggestion.status}", role=top, second=second)
    pool = draft.answer.library.pool((ranked.top,), "overview")
    if pool:
        draft.answer.blocks.append(Say(draft.answer.use(pool[0])))


def _line(draft: Draft, reason: Reason) -> str:
    item = reason.evidence
    return draft.voice.say(
        "reason", quote=item.shown, trait=trait_name(draft, item.trait)
    )


def _reasons(draft: Draft, suggestion: Suggestion) -> None:
    """Say what speaks for it, what against, and why not the runner-up."""
    answer = draft.answer
    second = _name(draft, suggestion.ranked.second)
    for key, reasons, most in (
        ("because", suggestion.because, MOST_REASONS),
        ("against", suggestion.against, MOST_OPPOSED),
    ):
        if reasons:
            answer.say(key)
            lines = tuple(_line(draft, reason) for reason in reasons[:most])
            answer.blocks.append(Items(lines))
        elif key == "against":
            answer.say("against_nothing")
    shown = dict.fromkeys(i.shown for i in suggestion.between)
    quotes = [draft.voice.say("quoted", text=text) for text in shown]
    key = "why_not" if quotes else "why_not_nothing"
    answer.say(key, second=second, quotes=draft.voice.listed(quotes))


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


def _changes(draft: Draft, suggestion: Suggestion) -> None:
    """Say what would change the suggestion."""
    if not suggestion.changes:
        return
    lines = tuple(
        draft.voice.say(
            "change",
            condition=change_in_words(draft, change),
            role=_name(draft, change.then),
        )
        for change in suggestion.changes
    )
    draft.answer.say("would_change")
    draft.answer.blocks.append(Items(lines))


def _path(draft: Draft, suggestion: Suggestion) -> None:
    """Say what the user has, what is missing, the steps, and a weekend's test."""
    voice, answer = draft.voice, draft.answer
    path = voice.catalog.advice.paths.get(suggestion.ranked.top)
    if path is None:
        return
    has = voice.listed([trait_name(draft, need) for need in suggestion.has])
    lacks = voice.listed([trait_name(draft, need) for need in suggestion.lacks])
    answer.say("path_has" if has else "path_has_nothing", has=has)
    if lacks:
        answer.say("path_lacks", lacks=lacks)
    answer.say("path_steps", hours=str(suggestion.hours))
    answer.blocks.append(
        Numbered(
            tuple(
                answer.cite.cited(
                    voice.say("step", text=step.text, weeks=str(step.weeks)),
                    step.sources,
                )
                for step in suggestion.steps
            )
        )
    )
    answer.say("weekend", text=path.weekend)


def _basis(draft: Draft, suggestion: Suggestion) -> None:
    """Say what it all rests on, and how little that is."""
    source = draft.voice.catalog.advice.weight_source
    marks = draft.answer.cite.marks((source,)) if source else ""
    draft.answer.say("basis", count=str(suggestion.ranked.counted), marks=marks)
