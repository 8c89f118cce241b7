"""Name the job that is asked for by its work: "is there one about drawing charts"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.data.model import Snippet
from advisor.data.topics import ENVIRONMENT, OVERVIEW, RESPONSIBILITIES
from advisor.dialogue.answer import Answer
from advisor.dialogue.choose import question_of, rank
from advisor.dialogue.library import Library
from advisor.dialogue.reply import Say
from advisor.text import words
from advisor.understanding.describing import Described, Work, described_in, work_of
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.judge import FROM_TRADE
from advisor.understanding.language import phrases_of
from advisor.understanding.mentions import Mention
from advisor.understanding.reader import Reader
from advisor.understanding.remarks import Remark

WHICH_JOB = "which_job"
"""The rule that reads a question for a job by what is done in it."""
DOUBTED = 0.35
"""Up to this confidence another reading of such a line counts for nothing."""
SPARED = "which_job_spared"
"""The same, where it should be without what is described."""
SHARED = "which_job_shared"
"""The same, where most jobs share what is described."""
FIELD = "industry"
"""The slot of the field in which a job is looked for: music, hospitals."""
SURE = 0.7
APART = ("place", "level", "degree")
"""Kinds of names that make it a question on those."""
OF_JOB = "job_"
"""How the entries of jobs begin that are not known, with the nearest that is."""
TOOL, JOB = "tool", "job"
USES = ("tool", "skill")
DAYS = (".typical_day", ".typical_week", ".day")
INDUSTRIES = ".industries"
"""How the ids of snippets end that follow somebody through a day, and that name the
fields in which people work."""
LOST = ("out_of_scope", "tell", "social")
"""What a line is read as that is not understood."""
Lists = Mapping[str, Sequence[str]]
ASKS = ("ask", "compare")
SHOWN = 2
"""Snippets on a field."""
SAID = ("like", "dislike")


def hear(
    reading: Reading, library: Library, reader: Reader, spoken: Sequence[str] = ()
) -> Reading:
    """Return a reading in which jobs that are described have their names.

    Args:
        reading: what was understood of the line.
        library: what is known, with the rows of words.
        reader: what reads the traits of the work.
        spoken: the roles spoken of just before, which "they" may be.

    """
    if reading.stands_apart:
        return reading
    lists = library.catalog.language
    for one in described_in(reading.text, library.turns, lists):
        mere = not (one.work or one.names_only)
        if not (mere and spoken) and _may_ask(one, reading, library):
            among = spoken if _is_of_them(one, lists) and len(spoken) > 1 else ()
            reading = _named(one, reading, library, reader, among)
    return reading


def _is_of_them(one: Described, lists: Lists) -> bool:
    """Whether a sentence asks among the jobs spoken of: "which of them ..."."""
    said = words(one.sentence)
    return any(
        phrases_of(lists[name]).within(said) for name in ("in_play", "which_of_them")
    )


def is_heard(reading: Reading) -> bool:
    """Return whether a job was asked for by its work."""
    return any(f.intent in (WHICH_JOB, SPARED, SHARED) for f in reading.frames)


def _may_ask(one: Described, reading: Reading, library: Library) -> bool:
    """Whether a sentence asks for a job by its work, and for nothing else."""
    said = words(one.sentence)
    lists = library.catalog.language
    mine = [m for m in reading.mentions if _stands_in(m, said)]
    if any((m.role and not m.pointed) or m.kind in APART for m in mine):
        return False
    nearest = set(lists["nearest_words"])
    ranked = {*lists["superlatives"], *lists["comparatives"]} - nearest
    if set(words(one.work)) & ranked or not set(said).isdisjoint(lists["ranks_it"]):
        return False
    if one.person:
        return True
    if any(m.kind == TOOL for m in mine):
        return False
    lacking = library.not_held(said)
    likened = lacking is not None and lacking.id.startswith(OF_JOB)
    likened = likened and not nearest.isdisjoint(said)
    return not library.measured(said) and (lacking is None or likened)


def _stands_in(mention: Mention, said: Sequence[str]) -> bool:
    name = words(mention.name)
    return any(
        tuple(said[i : i + len(name)]) == name for i in range(len(said) - len(name) + 1)
    )


def _named(
    one: Described,
    reading: Reading,
    library: Library,
    reader: Reader,
    among: Sequence[str] = (),
) -> Reading:
    """Return a reading with the roles of a description, where it tells any."""
    lists, advice = library.catalog.language, library.catalog.advice
    work = work_of(one.work, reader.selves, advice, lists, among)
    work = work if work.roles else _of_jobs(one, reading, library, reader)
    field = _field(words(one.sentence), lists["industries"])
    old = [f for f in reading.frames if _overlaps(f.text, one.sentence)]
    if any(f.intent == FROM_TRADE for f in old):
        return reading
    idle = not any(_overlaps(r.quote, one.sentence) for r in reading.remarks)
    mine = not set(lists["me"]).isdisjoint(words(one.sentence))
    misread = (*LOST, "recommend") if one.says_who and not mine else LOST
    lost = not reading.frames or all(
        f.act in misread
        or (idle and f.act == "tell")
        or (one.says_who and not f.roles and f.confidence < DOUBTED)
        for f in old
    )
    if one.names_only and not work.roles:
        return reading
    shared = work.known and (lost or one.person)
    if not (work.roles or field or shared or (lost and one.says_who)):
        return reading
    if one.names_only:
        given = _with_roles(reading, work.roles, one)
        if given is not None:
            return given
    text = one.work if work.roles else one.sentence
    act = "ask" if work.roles or field or work.known else "out_of_scope"
    found = SPARED if work.spared else WHICH_JOB
    intent = found if work.roles or not work.known else SHARED
    slots = {FIELD: (field,)} if field else {}
    topics = (OVERVIEW,) if act == "ask" else ()
    frame = Frame(act, work.roles, topics, intent, SURE, text, slots)
    at = reading.frames.index(old[0]) if old else len(reading.frames)
    rest = [f for f in reading.frames if f not in old]
    frames = (*rest[:at], frame, *rest[at:])
    remarks = tuple(r for r in reading.remarks if not _is_of_job(r, one, lists))
    return replace(
        reading, frames=frames, choices=(), remarks=remarks, points_nowhere=False
    )


def _of_jobs(
    one: Described, reading: Reading, library: Library, reader: Reader
) -> Work:
    """Return what the trade tells that a sentence compares with: "like a detective"."""
    advice, said = library.catalog.advice, words(one.sentence)
    jobs = [m.id for m in reading.mentions if m.kind == JOB and _stands_in(m, said)]
    named = [
        library.catalog.entities[f"{kind}:{name}"].name
        for job in jobs
        for name in advice.of_jobs.get(job, ())
        for kind in USES
        if f"{kind}:{name}" in library.catalog.entities
    ]
    text = ", ".join((*named, one.work))
    return work_of(text, reader.selves, advice, library.catalog.language)


def _with_roles(
    reading: Reading, roles: tuple[str, ...], one: Described
) -> Reading | None:
    """Return a reading whose questions are on who was described beside them."""
    asked = [f for f in reading.frames if f.act in ASKS and not f.move and not f.roles]
    if not asked:
        return None
    frames = tuple(
        replace(f, roles=roles[:1], by_default=False) if f in asked else f
        for f in reading.frames
        if f in asked or not _overlaps(f.text, one.sentence)
    )
    return replace(reading, frames=frames, choices=())


def _overlaps(one: str, two: str) -> bool:
    """Whether the one text is part of the other."""
    some, more = " ".join(words(one)), " ".join(words(two))
    return bool(some) and (some in more or more in some)


def _is_of_job(
    remark: Remark, one: Described, lists: Mapping[str, Sequence[str]]
) -> bool:
    """Whether a remark was read out of what is said of the job, not the speaker."""
    if not _overlaps(remark.quote, one.sentence):
        return False
    own = not set(words(remark.quote)).isdisjoint(lists["selves"])
    return remark.guessed or remark.means not in SAID or not own


def _field(said: Sequence[str], industries: Sequence[str]) -> str | None:
    """Return the field that some words name: "music", of "in a record company"."""
    for entry in industries:
        name, _, forms = entry.partition(": ")
        for form in forms.split(" / "):
            parts = words(form)
            spans = range(len(said) - len(parts) + 1)
            if any(tuple(said[i : i + len(parts)]) == parts for i in spans):
                return name
    return None


def answer_described(answer: Answer, frame: Frame) -> None:
    """Say which jobs do the work described most, and what they do."""
    field = frame.slot(FIELD)
    if not frame.roles and not field:
        shared = frame.intent == SHARED
        answer.say("which_job_shared" if shared else "which_job_unknown")
        return
    first, *others = frame.roles or ("",)
    if first:
        voice = answer.voice
        key = SPARED if frame.intent == SPARED else WHICH_JOB
        says = [voice.say(key, plural=voice.plurals([first]))]
        if others:
            says.append(voice.say("which_job_next", plural=voice.plurals(others)))
        answer.blocks.append(Say(" ".join(says)))
    for role in frame.roles:
        answer.blocks.append(Say(answer.use(_told(answer, frame, role))))
    if field:
        _tell_field(answer, field, frame.roles)


def _told(answer: Answer, frame: Frame, role: str) -> Snippet:
    library = answer.library
    about = replace(frame, roles=(role,), slots={})
    pool = [
        *library.pool((role,), OVERVIEW)[:1],
        *library.pool((role,), RESPONSIBILITIES),
    ]
    plain = [s for s in pool if not (s.positions or s.figures or s.id.endswith(DAYS))]
    plain = plain or pool
    hits = rank(plain, question_of(about, None, library), library, frozenset())
    return hits[0].snippet


def _tell_field(answer: Answer, field: str, roles: Sequence[str]) -> None:
    """Say what is held on these jobs in a field, or that nothing is."""
    library = answer.library
    asked = roles or tuple(library.catalog.roles)
    sought = library.stems(words(field))
    pool = [s for role in asked for s in library.pool((role,), ENVIRONMENT)]
    plain = [s for s in pool if not s.positions and not s.row]
    named = [s for s in plain if sought & library.stems(words(s.text))]
    if named:
        answer.say("which_job_field", field=field)
        texts = [answer.use(snippet) for snippet in named[:SHOWN]]
        answer.blocks.append(Say(" ".join(texts)))
        return
    answer.say("which_job_no_field", field=field)
    told = [s for s in plain if s.id.endswith(INDUSTRIES)]
    for snippet in told[:1]:
        answer.blocks.append(Say(answer.use(snippet)))
