"""Talk about the conversation itself: repeat, why, sources, undo, start over."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from advisor.data.model import Figure
from advisor.data.topics import OVERVIEW
from advisor.dialogue import argue, aspects, card, once_more
from advisor.dialogue.answer import answer_ask, answer_compare
from advisor.dialogue.denied import fresh
from advisor.dialogue.describe import describe, shown
from advisor.dialogue.naming import Names
from advisor.dialogue.origins import forget_origins, show
from advisor.dialogue.reply import Ask, Items, Numbered, Say, Sources
from advisor.dialogue.state import MOST_UNDO, Choice, Memory, Question, Said, Step
from advisor.dialogue.terms import explained, word_asked
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import Evidence
from advisor.text import first_sentence, fold, words
from advisor.understanding.focus import Focus
from advisor.understanding.frames import Frame

START_OVER = "start_over"
MOST_LINES = 8
"""Figures whose year, or whose count, is told."""
COUNTED = ("people", "records", "respondents", "adverts", "job ads", "rounds")
"""Units of what was counted."""
PAIR = 2
SHORT_QUOTE = 3
"""A quote of so few characters ("2") is no way to name what was said."""


def respond(draft: Draft, frame: Frame) -> None:
    """Do what a meta frame asks for."""
    MOVES[frame.move or "why"](draft, frame)


def _repeat(draft: Draft, _: Frame) -> None:
    draft.keeps_last = True
    if draft.state.last is None:
        draft.answer.say("nothing_to_repeat")
        return
    asked = draft.state.asked
    for block in draft.state.last.blocks:
        if not isinstance(block, Ask):
            draft.answer.blocks.append(block)
        elif asked is not None and asked.id == block.id:
            draft.answer.blocks.append(block)
            draft.asked = asked
    catalog = draft.voice.catalog
    draft.answer.used += [catalog.snippets[s] for s in draft.state.last.snippets]


def _shorter(draft: Draft, _: Frame) -> None:
    said = draft.state.last
    if said is not None and any(f.act == "recommend" for f in said.frames):
        suggestion = card.make(draft, draft.reader)
        if draft.probing.given and suggestion.way.steps:
            draft.keeps_last = True
            once_more.in_short(draft, suggestion)
            return
    last = _claim(draft, "nothing_to_repeat")
    if last is None:
        return
    snippets = draft.voice.catalog.snippets
    for name in last.snippets[:2]:
        snippet = snippets[name]
        text = snippet.positions[0].text if snippet.positions else snippet.text
        sources = snippet.positions[0].sources if snippet.positions else snippet.sources
        first = first_sentence(text)
        cited = draft.answer.cite.cited(first, sources)
        intro = draft.voice.say("shorter_intro") + " " if not draft.answer.used else ""
        draft.answer.blocks.append(Say(intro + cited))
        draft.answer.used.append(snippet)


def _why(draft: Draft, _: Frame) -> None:
    said = draft.state.last
    if said is not None and any(f.act == "recommend" for f in said.frames):
        suggestion = card.make(draft, draft.reader)
        if suggestion.status != "too_little":
            draft.keeps_last = True
            aspects.reasons(draft, suggestion)
            draft.answer.used += [
                draft.voice.catalog.snippets[s] for s in said.snippets
            ]
            return
    last = _claim(draft, "why_nothing")
    if last is None:
        return
    voice = draft.voice
    questions = [f for f in last.frames if f.topics or f.roles]
    for frame in questions[:3]:
        roles = voice.plurals(frame.roles or voice.catalog.core)
        topics = voice.topics(frame.topics or (OVERVIEW,))
        reading = voice.say("reading_topic", topic=topics, roles=roles)
        draft.answer.say("why_intro", text=frame.text, reading=reading)
    _name_sources(draft, last)


def _sources(draft: Draft, _: Frame) -> None:
    last = _claim(draft, "no_sources")
    if last is not None:
        _name_sources(draft, last)


def _name_sources(draft: Draft, last: Said) -> None:
    """List where the snippets of the last reply come from, with dates and trust."""
    snippets = [draft.voice.catalog.snippets[name] for name in last.snippets]
    for snippet in snippets:
        draft.answer.cite.marks(snippet.sources)
        draft.answer.used.append(snippet)
    intro = draft.voice.say("sources_intro")
    draft.answer.blocks.append(Sources(intro, draft.answer.cite.full()))
    draft.answer.cite.numbers.clear()


def _claim(draft: Draft, otherwise: str) -> Said | None:
    """Return the last reply that rested on snippets; say so where there is none."""
    draft.keeps_last = True
    if draft.state.claim is None:
        draft.answer.say(otherwise)
    return draft.state.claim


def _insist(draft: Draft, _: Frame) -> None:
    """Stand by what was said: the same sources, and who may know better."""
    last = _claim(draft, "insist_nothing")
    if last is not None:
        draft.answer.say("insist")
        _name_sources(draft, last)


def _trust(draft: Draft, _: Frame) -> None:
    """Say what trust in the answers may rest on, and show it."""
    draft.keeps_last = True
    draft.answer.say("trust")
    if draft.state.claim is not None:
        _name_sources(draft, draft.state.claim)


def _no_guess(draft: Draft, _: Frame) -> None:
    """Say that no figure is made up, and what the last answer rests on instead."""
    draft.keeps_last = True
    draft.answer.say("no_guess")


def _contradict(draft: Draft, _: Frame) -> None:
    """Say why two answers may differ, and what the last one rests on."""
    last = _claim(draft, "insist_nothing")
    if last is not None:
        draft.answer.say("contradicts")
        _name_sources(draft, last)


def _recap(draft: Draft, _: Frame) -> None:
    """Say what was spoken of last."""
    draft.keeps_last = True
    focus, voice = draft.memory.focus, draft.voice
    if focus.roles:
        topics = voice.topics(focus.topics or (OVERVIEW,))
        roles = voice.plurals(focus.roles)
        reading = voice.say("reading_topic", topic=topics, roles=roles)
        draft.answer.say("recap", reading=reading)
    elif not draft.memory.profile:
        draft.answer.say("nothing_to_repeat")
    if draft.memory.profile:
        names = [describe(draft, item) for item in draft.memory.profile]
        draft.answer.say("recap_profile", what=voice.listed(list(dict.fromkeys(names))))


def _unhappy(draft: Draft, _: Frame) -> None:
    """Say how an answer can be had otherwise."""
    draft.keeps_last = True
    draft.answer.say("unhappy")


def _dated(draft: Draft, frame: Frame) -> None:
    """Say of when and where the figures of the last answer are."""
    last = _claim(draft, "no_sources")
    if last is None:
        return
    figures = _figures(draft, last)
    lines = dict.fromkeys(
        draft.voice.say("dated_line", place=f.place, year=f.year)
        for f in figures
        if f.year
    )
    if not lines:
        _sources(draft, frame)
        return
    draft.answer.head("dated_intro")
    draft.answer.blocks.append(Items(tuple(lines)[:MOST_LINES]))
    _name_sources(draft, last)


def _counted(draft: Draft, _: Frame) -> None:
    """Say how many people or records stand behind the last answer."""
    last = _claim(draft, "no_sources")
    if last is None:
        return
    found = [f for f in _figures(draft, last) if f.unit in COUNTED]
    if found:
        draft.answer.head("counted_intro")
        lines = dict.fromkeys(
            draft.voice.say(
                "counted_line",
                count=_grouped(f.value),
                unit=f.unit,
                what=f.statistic,
                place=f.place,
                year=f.year,
            )
            for f in found
        )
        draft.answer.blocks.append(Items(tuple(lines)[:MOST_LINES]))
    else:
        draft.answer.say("counted_nothing")
    _name_sources(draft, last)


def _grouped(value: str) -> str:
    """Return a number as people read it."""
    return f"{int(value):,}" if value.isdigit() else value


def _figures(draft: Draft, last: Said) -> list[Figure]:
    """Return the figures of the snippets that a reply rested on, in order."""
    snippets = [draft.voice.catalog.snippets[name] for name in last.snippets]
    sides = [[f for side in s.positions for f in side.figures] for s in snippets]
    both = zip(snippets, sides, strict=True)
    return [figure for s, side in both for figure in (*s.figures, *side)]


def _word(draft: Draft, frame: Frame) -> None:
    """Explain a word of the last reply, or show whose word it is."""
    library = draft.answer.library
    draft.keeps_last = True
    term = word_asked(frame.text, draft.state, library)
    last = draft.state.claim
    phrase = explained(term.split(), library) if term is not None else None
    if phrase is not None:
        draft.answer.say(phrase)
        return
    if term is None or last is None:
        draft.answer.say("fallback")
        return
    draft.answer.say("word_used", what=term)
    _name_sources(draft, last)


def _undo(draft: Draft, _: Frame) -> None:
    if not draft.undo:
        draft.answer.say("nothing_to_undo")
        return
    back = draft.undo[-1]
    draft.redo = (*draft.redo, Step(draft.memory, back.line))[-MOST_UNDO:]
    draft.memory, draft.undo = back.memory, draft.undo[:-1]
    draft.restored = True
    draft.answer.say("undone", quote=back.line)


def _redo(draft: Draft, _: Frame) -> None:
    if not draft.redo:
        draft.answer.say("nothing_to_redo")
        return
    on = draft.redo[-1]
    draft.undo = (*draft.undo, Step(draft.memory, on.line))[-MOST_UNDO:]
    draft.memory, draft.redo = on.memory, draft.redo[:-1]
    draft.restored = True
    draft.answer.say("redone", quote=on.line)


def _start_over(draft: Draft, _: Frame) -> None:
    voice = draft.voice
    choices = (
        Choice("yes", voice.say("start_over_yes")),
        Choice("no", voice.say("start_over_no")),
    )
    draft.asked = Question(START_OVER, choices)
    draft.answer.blocks.append(
        Ask(START_OVER, voice.say("start_over_ask"), tuple(c.text for c in choices))
    )


def start_over_answered(draft: Draft, choice: str) -> None:
    """Carry out, or drop, a start over that was asked about."""
    if choice != "yes":
        draft.answer.say("going_on")
        return
    draft.memory = fresh_memory(draft.voice.catalog.core)
    draft.answer.say("started_over")


def fresh_memory(core: tuple[str, ...]) -> Memory:
    """Return the memory of a conversation that has not begun."""
    return Memory(Focus((), (), core))


def _profile(draft: Draft, _: Frame) -> None:
    """List all that is held, each with the user's words and a number."""
    profile, origins = draft.memory.profile, draft.memory.origins
    if not profile and not origins:
        draft.answer.say("profile_empty")
        return
    if profile:
        draft.answer.head("profile_intro")
        draft.answer.blocks.append(Numbered(tuple(shown(draft, i) for i in profile)))
        draft.answer.say("profile_close")
    if origins:
        show(draft)


def _forget(draft: Draft, frame: Frame) -> None:
    """Remove what the user names: by number, by words, or by what it is about."""
    profile = draft.memory.profile
    if forget_origins(draft, frame.text) and not _meant(draft, frame.text):
        return
    if not profile:
        draft.answer.say("forget_nothing")
        return
    gone = _meant(draft, frame.text) or _named_beside(draft, frame.text)
    gone = gone or _pointed_at(draft, frame.text)
    if not gone:
        draft.answer.say("forget_which")
        lines = tuple(shown(draft, item) for item in profile)
        draft.answer.blocks.append(Numbered(lines))
        return
    kept = tuple(item for item in profile if item not in gone)
    draft.memory = replace(draft.memory, profile=kept)
    for item in gone:
        draft.answer.say("forgotten", quote=item.shown)


def _named_beside(draft: Draft, text: str) -> list[Evidence]:
    """Return what the line names, where its wish only points: "take it out"."""
    whole = draft.reading.text
    names = Names(draft.answer.library, draft.reader)
    pointing = set(words(text)) & set(draft.voice.catalog.language["pronouns"])
    if not pointing or len(words(text)) == len(words(whole)):
        return []
    return names.named(whole, draft.memory.profile)


def _pointed_at(draft: Draft, text: str) -> list[Evidence]:
    """Return what was noted just before, where some words only point: "forget that"."""
    names = Names(draft.answer.library, draft.reader)
    lists = draft.voice.catalog.language
    small = {w for name in ("talk_openers", "talk_restoring") for w in lists[name]}
    left = [word for word in words(text) if word not in small]
    return fresh(draft.state, names) if names.points(" ".join(left)) else []


def _meant(draft: Draft, text: str) -> list[Evidence]:
    """Return the items of the profile that some words ask to forget."""
    profile = draft.memory.profile
    said = fold(text)
    exact = [item for item in profile if said.endswith(f": {fold(item.quote)}")]
    if exact:
        longest = max(len(item.quote) for item in exact)
        return [item for item in exact if len(item.quote) == longest]
    quoted = [item for item in profile if fold(item.quote) in said and item.quote]
    long_enough = [item for item in quoted if len(item.quote) > SHORT_QUOTE]
    if long_enough:
        return long_enough
    numbers = [int(word) for word in words(text) if word.isdigit()]
    if numbers:
        return [profile[n - 1] for n in numbers if 1 <= n <= len(profile)]
    names = Names(draft.answer.library, draft.reader)
    return names.named(text, profile) or names.alike(text, profile)


def _correction(draft: Draft, frame: Frame) -> None:
    if not frame.roles:
        draft.answer.say("correct_how")
        return
    voice = draft.voice
    topics = voice.topics(frame.topics)
    roles = voice.plurals(frame.roles)
    last = draft.state.claim
    if draft.state.last is not None and _is_sure(draft, frame):
        draft.answer.say("corrected", topic=topics, roles=roles)
    meant = next((f for f in last.frames if f.topics), frame) if last else frame
    said = set(words(frame.text))
    if len(frame.roles) == PAIR and said & set(
        voice.catalog.language["asks_difference"]
    ):
        topics_ = () if frame.topics == (OVERVIEW,) else frame.topics
        answer_compare(draft.answer, replace(frame, act="compare", topics=topics_))
        return
    asked = replace(
        meant if meant.topics == frame.topics else frame,
        act="ask",
        roles=frame.roles,
        topics=frame.topics,
        slots={**meant.slots, **frame.slots},
    )
    answer_ask(draft.answer, asked, headings=False)


def _is_sure(draft: Draft, frame: Frame) -> bool:
    """Whether a correction names the role or the topic that it is about."""
    if draft.talk is not None and draft.talk.complains:
        return False
    named = any(mention.role for mention in draft.reading.mentions)
    return named or frame.topics != draft.state.memory.focus.topics


MOVES: Mapping[str, Callable[[Draft, Frame], None]] = {
    "repeat": _repeat,
    "shorter": _shorter,
    "why": _why,
    "sources": _sources,
    "insist": _insist,
    "undo": _undo,
    "redo": _redo,
    "start_over": _start_over,
    "profile": _profile,
    "forget": _forget,
    "correction": _correction,
    "trust": _trust,
    "contradict": _contradict,
    "recap": _recap,
    "no_guess": _no_guess,
    "unhappy": _unhappy,
    "dated": _dated,
    "counted": _counted,
    "word": _word,
    argue.ARGUED: argue.respond,
}
