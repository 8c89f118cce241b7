"""Fear of AI: "AI will take my job, should I be worried?".

It is heard in the whole line, and answered for the jobs that are spoken of, for the
speaker's own job where something is held on it, else over all ten.
"""

from dataclasses import replace

from advisor.data.model import Figure, Snippet
from advisor.data.topics import DEMAND
from advisor.dialogue.answer import Answer, answer_ask
from advisor.dialogue.library import Library
from advisor.dialogue.reply import Say
from advisor.dialogue.state import State
from advisor.dialogue.superlatives import OVER_ALL, answer_measured
from advisor.dialogue.turn import Draft
from advisor.text import words
from advisor.understanding.frames import Frame, Reading

WORRY = "worry_ai"
"""The rule that reads a fear of AI."""
SCORE = "score_means"
"""The rule that reads "is 0.35 a lot?" of a score that was given."""
EXPOSURE = "ai_exposure"
"""The measure that sets all jobs in order by it."""
APPLICABILITY = "AI applicability"
"""How the statistic of such a score begins."""
MEAN = "mean"
FIELD, ROLE, JOB = "field", "role", "job"
DISLIKED = "dislike"
OTHER = ("ask", "compare", "recommend")
SURE, FAIRLY, READ = 0.6, 0.75, 0.9
"""How sure a question beside it has to be, and how sure the reading is."""
MOST_ROLES = 3
MOST_WORDS = 16
"""A question after a score is no longer than this."""


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading in which a question of fear is read as one."""
    lacking = DEMAND not in library.catalog.topics
    if lacking or reading.stands_apart:
        return reading
    score = _score_asked(reading, state, library)
    if score is not None:
        return replace(reading, frames=(score,), choices=(), remarks=())
    named = _named(reading, library)
    roles = named or state.memory.focus.roles
    if not _is_feared(reading, library, on_jobs=bool(roles)):
        return reading
    asked = [f for f in reading.frames if not _is_other(f, library)]
    if not asked and reading.frames:
        return reading
    text = reading.text
    worry = Frame("ask", roles, (DEMAND,), WORRY, READ, text, yes_no=True)
    plain = [f for f in asked if f.yes_no and f.act == "ask"]
    if plain and named:
        worry = replace(worry, text=plain[0].text, hint=DEMAND)
    kept = tuple(f for f in reading.frames if _is_other(f, library))
    forces = set(library.catalog.language["ai_forces"])
    fears = set(library.catalog.language["fear_words"]) & set(words(reading.text))
    remarks = tuple(
        r
        for r in reading.remarks
        if r.trait not in forces and not (fears and r.means == DISLIKED)
    )
    told = tuple(
        replace(f, roles=tuple(r for r in f.roles if r in named))
        for f in reading.frames
        if f.act == "tell"
    )
    frames = (*told, worry, *kept)
    return replace(reading, frames=frames, choices=(), remarks=remarks)


def _is_feared(reading: Reading, library: Library, *, on_jobs: bool) -> bool:
    """Whether a line asks, or worries aloud, what AI does to jobs."""
    said = _less_roles(reading)
    lists = library.catalog.language
    if next(library.turns["fears_ai"].find(said), None) is None:
        return False
    fears = not set(lists["fear_words"]).isdisjoint(said)
    as_tool = set(lists["ai_as_tool"]) - set(lists["learns"] if fears else ())
    if as_tool & set(said):
        return False
    if not (on_jobs or set(lists["ai_on_work"]) & set(said)):
        return False
    future = set(lists["asks_future"])
    asks = reading.asks or "?" in reading.text or fears
    return asks and bool(future & set(said))


def _less_roles(reading: Reading) -> list[str]:
    """Return the words of a line less the names of jobs: "AI engineer"."""
    text = f" {' '.join(words(reading.text))} "
    for mention in reading.mentions:
        if mention.kind == ROLE and not mention.pointed:
            text = text.replace(f" {mention.name} ", " they ")
    return text.split()


def _named(reading: Reading, library: Library) -> tuple[str, ...]:
    """Return the jobs that a line names; AI itself is a force here, and no job."""
    forces = library.catalog.language["ai_forces"]
    roles = [
        m.role
        for m in reading.mentions
        if m.role and not m.pointed and m.name not in forces
    ]
    return tuple(dict.fromkeys(roles))


def _is_other(frame: Frame, library: Library) -> bool:
    """Whether something else is plainly asked beside the fear."""
    if frame.act not in OTHER:
        return False
    said = words(frame.text)
    if next(library.turns["fears_ai"].find(said), None) is not None:
        return False
    lists = library.catalog.language
    future = set(lists["asks_future"]) & set(said)
    forced = set(lists["ai_forces"]) & set(said)
    faint = frame.confidence < (READ if forced else FAIRLY)
    fears = set(lists["fear_words"]) & set(said)
    on_it = DEMAND in frame.topics or fears or (future and faint)
    return not on_it and frame.confidence >= SURE


def answer_worry(draft: Draft, frame: Frame) -> None:
    """Answer a fear of AI for the jobs that it is about."""
    answer, roles = draft.answer, frame.roles
    lists = answer.library.catalog.language
    own = None if _named(draft.reading, draft.answer.library) else _own_job(draft)
    if own is not None and not _say_own(answer, own):
        roles = ()
    if not roles:
        if own is None or not _told(answer, own):
            answer.say("worry_all")
            answer_measured(answer, replace(frame, intent=f"{OVER_ALL}{EXPOSURE}"))
        return
    text = frame.text if frame.hint else lists["ai_question"][0]
    asked = replace(frame, roles=roles[:MOST_ROLES], text=text, slots={})
    answer_ask(answer, asked, headings=len(roles) > 1)
    if any(_scores(snippet) for snippet in answer.used):
        answer.say("worry_note")


def _own_job(draft: Draft) -> str | None:
    """Return the job outside that the user does, where the fear is for that."""
    mine = set(draft.voice.catalog.language["my_own"]) & set(words(draft.reading.text))
    here = [m.id for m in draft.reading.mentions if m.kind == JOB]
    jobs = here or (list(draft.memory.jobs) if mine else [])
    return jobs[-1] if jobs else None


def _told(answer: Answer, job: str) -> list[Snippet]:
    """Return what is held on the demand for a job outside the ten."""
    library = answer.library
    key = f"{JOB}:{job}"
    return [
        snippet
        for (_, topic), held in library.by_role.items()
        if topic == DEMAND
        for snippet in held
        if key in library.terms(snippet).names
    ]


def _say_own(answer: Answer, job: str) -> bool:
    """Say what is held on a job outside; return whether anything is."""
    name = answer.library.catalog.entities[f"{JOB}:{job}"].name
    told = _told(answer, job)
    if told:
        answer.say("worry_own_job", job=name, text=answer.use(told[0]))
    else:
        answer.say("worry_no_job", job=name)
    return bool(told)


def _scores(snippet: Snippet) -> list[Figure]:
    """Return the figures of a snippet that score how far AI applies."""
    return [f for f in snippet.figures if APPLICABILITY in f.statistic]


def _score_asked(reading: Reading, state: State, library: Library) -> Frame | None:
    """Read "what does the 0.35 mean" of a score that the last answers gave."""
    said = words(reading.text)
    asks = set(library.catalog.language["asks_score"]) & set(said)
    if not asks or len(said) > MOST_WORDS:
        return None
    found = _score_of(reading.text, state, library)
    return Frame("ask", (), (), SCORE, 1.0, reading.text) if found else None


def _score_of(
    text: str, state: State, library: Library
) -> tuple[Figure, Figure, Snippet] | None:
    """Return a score that is named and was told, and the mean over all jobs."""
    for name in state.heard:
        snippet = library.catalog.snippets.get(name)
        scores = _scores(snippet) if snippet is not None else []
        mean = next((f for f in scores if f.statistic.startswith(MEAN)), None)
        for figure in scores:
            named = figure.value in text and figure is not mean
            if snippet is not None and named and mean is not None:
                return figure, mean, snippet
    return None


def answer_score(draft: Draft, frame: Frame) -> None:
    """Say in plain words what a score means that was told."""
    found = _score_of(frame.text, draft.state, draft.answer.library)
    if found is None:
        return
    figure, mean, snippet = found
    times = f"{float(figure.value) / float(mean.value):.1f}"
    says = draft.voice.say(SCORE, n=figure.value, other=mean.value, count=times)
    draft.answer.use(snippet)
    draft.answer.blocks.append(Say(draft.answer.cite.cited(says, snippet.sources)))
