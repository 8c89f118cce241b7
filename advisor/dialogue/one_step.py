"""Speak of one step of a plan: "skip step 2", "did that already", "why step 3?".

A step that is refused leaves the plan, and what it teaches stays open; what one that is
done teaches counts as known from then on.
"""

from collections.abc import Sequence
from dataclasses import replace

from advisor.dialogue.describe import trait_name
from advisor.dialogue.plan import roles_meant
from advisor.dialogue.reply import Say
from advisor.dialogue.turn import Draft
from advisor.dialogue.ways import role_name, say_step, say_way, way_here
from advisor.recommend.way import NextStep, Way
from advisor.text import words
from advisor.understanding.frames import Frame
from advisor.understanding.language import phrases_of

OUT, DONE, ASKED = "step_out", "step_done", "step_asked"
RULES = (OUT, DONE, ASKED)
"""The rules that read such a line."""
TAUGHT = ("tool", "skill", "method")
"""Kinds of things that a step may teach."""
NEAR = 2
"""So many words from "step" its number stands."""


def hear(draft: Draft) -> bool:
    """Let a line that is on single steps be read so; return whether it is."""
    roles = roles_meant(draft) if draft.state.turn else ()
    if not roles or not _was_told(draft) or draft.reading.length:
        return False
    if any(frame.act == "crisis" for frame in draft.frames):
        return False
    said = words(draft.reading.text)
    rule = _rule(draft, said)
    way = way_here(draft, roles[-1])
    steps = _meant(draft, said, way, rule) if rule else []
    if not rule or not (steps or rule == DONE):
        return False
    if not steps:
        draft.answer.say("step_which", role=role_name(draft, way.role))
    _hold(draft, way, steps, rule)
    if rule != ASKED:
        _say(draft, way, steps, rule)
    asked = Frame("recommend", (way.role,), (), rule, 1.0, draft.reading.text)
    draft.frames = [asked]
    remarks = tuple(
        r for r in draft.reading.remarks if not r.guessed and len(words(r.quote)) > NEAR
    )
    draft.reading = replace(
        draft.reading, choices=(), points_nowhere=False, remarks=remarks
    )
    return True


def _hold(draft: Draft, way: Way, steps: Sequence[NextStep], rule: str) -> None:
    """Hold which steps are out, or done."""
    names = tuple(f"{way.role}.{step.id}" for step in steps)
    memory = draft.memory
    if rule == OUT:
        out = tuple(dict.fromkeys((*memory.steps_out, *names)))
        draft.memory = replace(memory, steps_out=out)
    elif rule == DONE:
        done = tuple(dict.fromkeys((*memory.steps_done, *names)))
        draft.memory = replace(memory, steps_done=done)


def answer_step(draft: Draft, frame: Frame) -> None:
    """Say the step that is asked about, or what is left of a plan without one."""
    for role in frame.roles:
        way = way_here(draft, role)
        if frame.intent == ASKED:
            for step in _meant(draft, words(frame.text), way, ASKED):
                _tell(draft, way, step)
        elif way.steps:
            say_way(draft, way, "path_left", whole=False)
        else:
            draft.answer.say("path_left_none", role=role_name(draft, role))


def _tell(draft: Draft, way: Way, step: NextStep) -> None:
    """Say one step with all that it is learnt from, and what it is there for."""
    draft.answer.blocks.append(Say(say_step(draft, step, whole=True)))
    if step.gives:
        what = draft.voice.listed([trait_name(draft, one) for one in step.gives])
        draft.answer.say("step_for", what=what, role=role_name(draft, way.role))


def _was_told(draft: Draft) -> bool:
    """Whether a plan, or a suggestion with its steps, was told before."""
    last = draft.state.last.frames if draft.state.last is not None else ()
    asked = any(f.intent.startswith(("plan_", *RULES)) for f in last)
    return draft.probing.given or asked


def _rule(draft: Draft, said: Sequence[str]) -> str | None:
    """Return whether a line asks of a step, refuses it or says that it is done."""
    lists = draft.voice.catalog.language
    steps = any(word in lists["step_names"] for word in said)
    if not said:
        return None
    named = any(m.kind in TAUGHT for m in draft.reading.mentions)
    if named and phrases_of(lists["step_skipped"]).within(said):
        return OUT
    if said[0] in lists["question_words"]:
        return ASKED if steps and _numbers(draft, said) else None
    if phrases_of(lists["step_was_done"]).within(said) and (
        steps or len(said) <= len(lists["step_names"])
    ):
        return DONE
    let_go = draft.talk is not None and draft.talk.gives_up
    pointed = let_go or phrases_of(lists["step_pointed"]).within(said)
    refuses = steps and phrases_of(lists["step_refused"]).within(said)
    return OUT if refuses or pointed else None


def _meant(draft: Draft, said: Sequence[str], way: Way, rule: str) -> list[NextStep]:
    """Return the steps of a way that a line means: by number, by name, or the first."""
    lists = draft.voice.catalog.language
    numbered = [way.steps[i] for i in _numbers(draft, said) if i < len(way.steps)]
    if numbered or rule == ASKED:
        return numbered
    stems = draft.answer.library.stems
    names = ("step_names", "step_was_done", "step_refused", "step_skipped")
    small = {word for name in names for phrase in lists[name] for word in words(phrase)}
    left = stems([word for word in said if word not in small])
    shared = {step.id: len(left & stems(_words_of(draft, step))) for step in way.steps}
    most = max(shared.values(), default=0)
    found = [step for step in way.steps if most and shared[step.id] == most]
    if found:
        return found[:1]
    last = draft.state.last.frames if draft.state.last is not None else ()
    first = any(f.move == "first" or f.intent == "plan_first" for f in last)
    return [*way.steps[:1]] if first else []


def _words_of(draft: Draft, step: NextStep) -> tuple[str, ...]:
    """Return the words of a step, with the names of what it teaches."""
    names = (word for one in step.gives for word in words(trait_name(draft, one)))
    return (*words(step.text), *names)


def _numbers(draft: Draft, said: Sequence[str]) -> list[int]:
    """Return the indices of the steps that a line names by number."""
    lists = draft.voice.catalog.language
    counted = {word: i for i, word in enumerate(lists["ordinals"])}
    counted |= {word: i for i, word in enumerate(("one", *lists["small_numbers"]))}
    counted |= {str(i + 1): i for i in range(len(lists["ordinals"]))}
    steps = [i for i, word in enumerate(said) if word in lists["step_names"]]
    near = [i for at in steps for i in range(at - NEAR, at + NEAR + 1)]
    return list(
        dict.fromkeys(
            counted[said[i]] for i in near if 0 <= i < len(said) and said[i] in counted
        )
    )


def _say(draft: Draft, way: Way, steps: Sequence[NextStep], rule: str) -> None:
    """Say which steps are out or done, and what that leaves open."""
    voice = draft.voice
    for step in steps:
        gives = voice.listed([trait_name(draft, one) for one in step.gives])
        if rule == DONE:
            key = "step_is_done" if gives else "step_is_done_plain"
            draft.answer.say(key, text=step.text, what=gives)
            continue
        draft.answer.say("step_is_out", text=step.text)
        open_ = [one for one in step.gives if one in way.lacks]
        if open_:
            lacks = voice.listed([trait_name(draft, one) for one in open_])
            plural = voice.plurals((way.role,))
            draft.answer.say("step_out_lacks", lacks=lacks, plural=plural)
