"""Explain the choices of a question about the user: "what is a dashboard?"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.data.advice import Probe
from advisor.data.model import Catalog
from advisor.data.topics import OVERVIEW, RESPONSIBILITIES
from advisor.dialogue.choices import only_says
from advisor.dialogue.choose import question_of, rank
from advisor.dialogue.library import Library, opens
from advisor.dialogue.reply import Say
from advisor.dialogue.state import Choice, State
from advisor.dialogue.turn import Draft
from advisor.text import words
from advisor.understanding.describing import ROWS, bare_of, sentences
from advisor.understanding.frames import Frame, Reading

MEANING, JOB, DAY = "option_meaning", "option_job", "option_day"
"""The rules that read a question on a choice: what it means, which job that is, what
is done there all day."""
OF = "option"
"""The slot that holds the ids of a question and of its choices."""
LATE = 2
"""For so many turns an answered question may still be asked about."""
COMMAS = ",;:-"
MOST_ROLES = 2
SHOWN = 2
"""Snippets on what is done all day."""


@dataclass(frozen=True, slots=True)
class Picked:
    """The question that is open, or was last, and which of its choices were taken."""

    probe: Probe
    chosen: tuple[int, ...] = ()
    open: bool = True


def picked_of(state: State, probes: Sequence[Probe]) -> Picked | None:
    """Return the question that a line may be about, if one was put lately."""
    by_id = {probe.id: probe for probe in probes}
    asked = state.asked.id if state.asked is not None else ""
    settled, before = state.settled, state.probing.asked
    if settled is not None and settled.question.id in by_id and asked not in by_id:
        probe = by_id[settled.question.id]
        ids = [choice.id for choice in probe.choices]
        fresh = state.turn - settled.turn <= LATE
        taken = [ids.index(name) for name in settled.chosen if fresh and name in ids]
        return Picked(probe, tuple(taken), open=False)
    if asked in by_id:
        return Picked(by_id[asked])
    return Picked(by_id[before[-1]], open=False) if before else None


def hear(
    reading: Reading, state: State, library: Library, picked: Picked | None
) -> Reading:
    """Return a reading in which questions on the choices are read as such."""
    if picked is None or reading.stands_apart:
        return reading
    if any(m.role and not m.pointed for m in reading.mentions):
        return reading
    named: tuple[int, ...] = ()
    for sentence in sentences(reading.text):
        for part in _parts(sentence):
            frame, named = _frame(part, named, state, library, picked)
            if frame is not None:
                reading = _with(reading, frame, part)
                break
    return reading


def asks_meaning(text: str, state: State, library: Library, picked: Picked) -> bool:
    """Return whether a line asks what the choices mean, and so takes none."""
    named: tuple[int, ...] = ()
    for sentence in sentences(text):
        for part in _parts(sentence):
            frame, named = _frame(part, named, state, library, picked)
            if frame is not None:
                return True
    return False


def pointed(text: str, state: State, catalog: Catalog) -> Choice | None:
    """Return the one choice that was just explained, where a line takes "that"."""
    lists, asked = catalog.language, state.asked
    probe = next((p for p in catalog.advice.probes if asked and p.id == asked.id), None)
    if probe is None or asked is None or not only_says(text, "answer_that", lists, 0):
        return None
    told = _explained(state, probe)
    return asked.choices[told[0]] if len(told) == 1 else None


def _parts(sentence: str) -> Iterator[str]:
    """Yield a sentence, then what stands behind each comma: "neither, what is that"."""
    yield sentence
    left = sentence
    while (at := min((left.find(c) for c in COMMAS if c in left), default=-1)) >= 0:
        left = left[at + 1 :]
        if words(left):
            yield left.strip()


def is_heard(reading: Reading) -> bool:
    """Return whether a choice was asked about."""
    return any(frame.intent in (MEANING, JOB, DAY) for frame in reading.frames)


def _with(reading: Reading, frame: Frame, sentence: str) -> Reading:
    """Return a reading with a frame in the place of those of a sentence."""
    whole = " ".join(words(sentence))
    old = [f for f in reading.frames if " ".join(words(f.text)) in whole]
    if not old and len(reading.frames) == 1:
        old = [f for f in reading.frames if whole in " ".join(words(f.text))]
    rest = [f for f in reading.frames if f not in old]
    known = any(f.intent == frame.intent and f.slots == frame.slots for f in rest)
    at = reading.frames.index(old[0]) if old else len(rest)
    frames = rest if known else [*rest[:at], frame, *rest[at:]]
    kept = tuple(r for r in reading.remarks if " ".join(words(r.quote)) not in whole)
    return replace(
        reading,
        frames=tuple(frames),
        choices=(),
        remarks=kept,
        points_nowhere=False,
    )


def _frame(
    sentence: str,
    named: tuple[int, ...],
    state: State,
    library: Library,
    picked: Picked,
) -> tuple[Frame | None, tuple[int, ...]]:
    """Return what a sentence asks of the choices, and which of them it is about."""
    lists = library.catalog.language
    said = bare_of(sentence, lists)
    here, left = _about(said, picked.probe, lists, library, counts=picked.open)
    about = here or named
    intent = _asks(said, left, about, state, library, picked)
    if intent is None:
        return None, about
    every = tuple(range(len(picked.probe.choices)))
    if intent == MEANING:
        chosen = here or every
    else:
        chosen = about or picked.chosen or _explained(state, picked.probe) or every
    ids = (picked.probe.id, *(picked.probe.choices[i].id for i in chosen))
    roles = _roles(picked.probe, chosen)
    frame = Frame("ask", roles, (OVERVIEW,), intent, 1.0, sentence, {OF: ids})
    return frame, chosen


def _explained(state: State, probe: Probe) -> tuple[int, ...]:
    """Return the choices that the reply before explained."""
    frames = state.last.frames if state.last is not None else ()
    told = [f.slots[OF] for f in frames if f.intent in (MEANING, JOB, DAY)]
    named = told[-1][1:] if told and told[-1][0] == probe.id else ()
    return tuple(i for i, c in enumerate(probe.choices) if c.id in named)


def _asks(
    said: Sequence[str],
    left: Sequence[str],
    about: Sequence[int],
    state: State,
    library: Library,
    picked: Picked,
) -> str | None:
    """Return what some words ask of a choice, if anything."""
    turns = library.turns
    bare = not left
    last = state.last
    fresh = last is not None and not last.snippets
    spoke = last is not None and any(f.intent == MEANING for f in last.frames)
    if opens(turns["asks_days"], said):
        known = picked.chosen or spoke or about
        return DAY if known and (bare or about or spoke) else None
    if any(opens(turns[name], said) for name in ROWS[:2]) and bare:
        named = set(library.catalog.language["called_words"]).isdisjoint(said)
        if not named:
            points = set(library.catalog.language["bare_pronouns"]) & set(said)
            meant = picked.chosen or (picked.open and points)
            return JOB if about or meant else None
    if not picked.open and not about:
        return None
    if opens(turns["asks_option"], said) and bare and about:
        return MEANING
    if opens(turns["asks_options"], said) and bare and picked.open and fresh:
        return MEANING
    return None


def _about(
    said: Sequence[str],
    probe: Probe,
    lists: Mapping[str, Sequence[str]],
    library: Library,
    *,
    counts: bool,
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Return the choices that some words name, and the words that name none.

    By number they are named only while the question is open, where it `counts`; "my
    second choice" is one among the jobs.
    """
    small = {*lists["option_words"], *lists["answer_numbers"], *lists["openers"]}
    small |= {*lists["trailing"], *lists["stopwords"], *lists["adverbs"]}
    count = len(probe.choices)
    numbers = _numbers(said, count, lists)
    ordinal = {w for names in lists["answer_ordinals"] for w in names.split()}
    content = [w for w in said if w not in small and w not in ordinal]
    own = [library.stems(words(" ".join((c.text, *c.names)))) for c in probe.choices]
    every = library.stems(words(f"{probe.text} {probe.again}"))
    mine = library.stems(content)
    left = tuple(w for w in content if not library.stems((w,)) <= every.union(*own))
    if numbers and counts and set(said).isdisjoint(lists["my_own"]):
        return numbers, left
    shared = [len(mine & stems) for stems in own]
    best = max(shared)
    if not best or left:
        return (), left
    found = tuple(i for i, size in enumerate(shared) if size == best)
    return (found if len(found) == 1 else ()), left


def _numbers(
    said: Sequence[str], count: int, lists: Mapping[str, Sequence[str]]
) -> tuple[int, ...]:
    """Return the choices that some words name by number."""
    found: list[int] = []
    for i, word in enumerate(said):
        before = said[i - 1] if i else ""
        plain = word in ("a", "one") and before != "option"
        plain = plain or (word == "two" and before not in ("option", "number"))
        for number, names in enumerate(lists["answer_ordinals"][:count]):
            if word in names.split() and not plain:
                found.append(number)
        if word in lists["answer_last"]:
            found.append(count - 1)
    return tuple(dict.fromkeys(found))


def _roles(probe: Probe, chosen: Sequence[int]) -> tuple[str, ...]:
    """Return the roles of some choices: one of each where there are several."""
    several = len(chosen) > 1
    found = [
        role
        for i in chosen
        for role in probe.choices[i].roles[: 1 if several else MOST_ROLES]
    ]
    return tuple(dict.fromkeys(found))


def spoken_after(state: State, picked: Picked, rest: str, library: Library) -> State:
    """Return the state in which the rest of an answer is read.

    "The first. Is there coding in it?" is on the jobs of the first choice, unless a
    job was spoken of before that "it" does not set aside.
    """
    focus = state.memory.focus
    roles = _roles(picked.probe, picked.chosen)
    points = set(library.catalog.language["points_at_choice"]) & set(words(rest))
    if not roles or len(picked.chosen) > 1 or (focus.roles and not points):
        return state
    near = focus.about(roles, focus.topics, focus.place, focus.level)
    return replace(state, memory=replace(state.memory, focus=near))


def answer_option(draft: Draft, frame: Frame) -> None:
    """Say what the choices of a question mean, or which job they are, or its day."""
    name, *ids = frame.slots[OF]
    probe = next(p for p in draft.voice.catalog.advice.probes if p.id == name)
    for choice in probe.choices:
        if choice.id in ids and frame.intent != DAY:
            _explain(draft, frame, probe, choice.id)
    if frame.intent == DAY:
        _tell_day(draft, frame)
    elif frame.intent == JOB:
        for role in frame.roles:
            told = draft.answer.library.pool((role,), OVERVIEW)[:1]
            draft.answer.blocks += [Say(draft.answer.use(one)) for one in told]


def _explain(draft: Draft, frame: Frame, probe: Probe, name: str) -> None:
    choice = next(c for c in probe.choices if c.id == name)
    voice = draft.voice
    what = voice.say("quoted", text=choice.text)
    if not choice.means or not choice.roles:
        return
    plural = voice.plurals(choice.roles[:MOST_ROLES])
    if frame.intent == JOB:
        draft.answer.say("option_job", what=what, plural=plural)
    else:
        draft.answer.say("option_meaning", what=what, says=choice.means, plural=plural)


def _tell_day(draft: Draft, frame: Frame) -> None:
    """Say what is done all day in the jobs of a choice."""
    answer = draft.answer
    for role in frame.roles[:1]:
        plural = draft.voice.plurals([role])
        answer.say("option_day", plural=plural)
        pool = answer.library.pool((role,), RESPONSIBILITIES)
        plain = [s for s in pool if not (s.positions or s.row)]
        about = replace(frame, text=answer.library.catalog.language["about_days"][0])
        hits = rank(
            plain,
            question_of(about, RESPONSIBILITIES, answer.library),
            answer.library,
            frozenset(),
        )
        for hit in hits[:SHOWN]:
            answer.blocks.append(Say(answer.use(hit.snippet)))
