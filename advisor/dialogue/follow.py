"""Lines about the answer just given, or that add to it: "how old is that?".

They are told by rows of words that stand at their beginning, and by what was said
before: a line is about a figure only where one was given.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.data.model import Measure, NotHeld
from advisor.data.requirements import WORD
from advisor.data.topics import DEMAND, FIT, HARD, MOVING, PAY, WAY_IN
from advisor.dialogue.answer import NOT_HELD
from advisor.dialogue.library import Library, opens
from advisor.dialogue.lines import sentences
from advisor.dialogue.pace import PACE
from advisor.dialogue.ranking import BY_PLACE, BY_ROLE
from advisor.dialogue.state import State
from advisor.dialogue.superlatives import MEASURED, OVER_ALL
from advisor.dialogue.terms import (
    KINDS,
    TERM,
    explained,
    named_in,
    term_asked,
    word_asked,
)
from advisor.dialogue.worry import SCORE, WORRY
from advisor.recommend.suggest import leaning_to
from advisor.text import words
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.judge import FOLLOW_UP, HELP
from advisor.understanding.language import phrases_of
from advisor.understanding.mentions import Mention
from advisor.understanding.patterns import Patterns

TASTES = ("like", "dislike")
FEW = 7
"""So many words at most has a short line that adds to what was asked."""
THEY, TOOL = "they", "thetool"
"""What the names of roles, and of tools and skills, are read as."""
ALSO = frozenset({TOOL, "and", "what", "how", "about"})
"""What a line holds that asks the same of one more tool."""
MOST_WORDS, LONGEST_ASKED = 4, 400
"""So many words are asked after at most, one in each sentence of so many characters."""
MOST_HEARSAY = 20
MOST_AT_A_LOSS = 14
AT_A_LOSS: Mapping[str, str] = {
    "unsure_of_place": "welcome",
    "unsure_what_to_ask": "what_to_ask",
}
"""List of rows -> the phrase that answers them."""
UNSURE = 0.5
LEVEL = "level"
MOST_AT_LEVEL = 10
"""A line of more words says more than a level."""
SPANS = ("place", LEVEL)
JOB = "job_"
"""How the entries of jobs begin that are not known, with the nearest that is."""
OUTSIDE = 0.5
"""From this on, a line lies outside whatever it reminds of."""
SURE, SURER = 0.6, 0.85
"""How sure a question is of another topic; and the same where it names no role."""
READ, MOST_SURE = 0.6, 0.8
"""How sure at least, and at most, a rule is of what it reads."""
EITHER = frozenset({"or", "vs", "versus"})
TOOLS = "tools"
HEARSAY = "hearsay"
_TWO = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, or one clause of it, with what was said before it."""

    text: str
    said: tuple[str, ...]
    """Its words, less what only leads to it; names as their kinds."""
    frame: Frame | None
    mentions: tuple[Mention, ...]
    asks: bool
    """Whether the line asks anything."""
    typed: tuple[str, ...]
    """Its words with slips and short forms put right."""
    state: State
    library: Library

    def opens(self, name: str) -> bool:
        """Return whether it begins with a row of a list."""
        return opens(self.library.turns[name], self.said)

    @property
    def roles(self) -> tuple[str, ...]:
        """Return the roles that it names."""
        return tuple(dict.fromkeys(m.role for m in self.mentions if m.role))

    @property
    def asks_last(self) -> bool:
        """Whether it ends as a question: not "all day? reports, and a bit of SQL"."""
        return self.text.rstrip(" !.)\"'").endswith("?")

    def points(self, frame: Frame) -> bool:
        """Return whether it may be on roles at all: named, or spoken of before."""
        return bool(self.roles or frame.roles or self.state.memory.focus.roles)

    @property
    def slots(self) -> Mapping[str, tuple[str, ...]]:
        """Return the place and the level that it names."""
        return {m.kind: (m.id,) for m in self.mentions if m.kind in SPANS}


def follow(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading with lines about the answer read as such.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.

    """
    taken = any(
        f.intent in (PACE, WORRY, SCORE) or f.intent.startswith(NOT_HELD)
        for f in reading.frames
    )
    if taken or reading.stands_apart:
        return reading
    if each := _each_word(reading, state, library):
        return replace(reading, frames=each, choices=(), remarks=())
    alone = reading.frames[0] if len(reading.frames) == 1 else None
    whole = _read(_line(reading.text, alone, reading, state, library))
    if whole is not None and _is_own_trade(reading, whole, library):
        whole = None
    if whole is not None and not _is_taste(reading, whole, library):
        return replace(
            reading, frames=(whole,), choices=(), remarks=(), points_nowhere=False
        )
    if reading.choices and not reading.frames:
        first = replace(reading.choices[0], confidence=0.0)
        unsure = _line(reading.text, first, reading, state, library)
        plain = _owned(unsure) or _measured(unsure)
        if plain is not None and not _is_taste(reading, plain, library):
            return replace(reading, frames=(plain,), choices=(), remarks=())
    lacking = library.not_held(words(reading.text))
    several = len(reading.frames) >= _TWO
    if not several and _only_names_place(reading, library):
        reading = replace(reading, remarks=())
    frames = []
    for frame in reading.frames:
        line = _line(frame.text, frame, reading, state, library)
        found = _read(line) if several else None
        if found is None or _is_taste(reading, found, library):
            found = _on_person(frame, lacking)
        frames.append(found)
    return replace(reading, frames=tuple(frames))


def _is_own_trade(reading: Reading, found: Frame, library: Library) -> bool:
    """Whether the job outside that seems asked after is what the speaker does."""
    if not found.intent.startswith(f"{NOT_HELD}{JOB}"):
        return False
    told = " ".join(origin.text for origin in reading.origins)
    entry = library.not_held(words(told)) if told else None
    return entry is not None and found.intent == f"{NOT_HELD}{entry.id}"


def _is_taste(reading: Reading, found: Frame, library: Library) -> bool:
    """Whether what seems measured is only what a line tells of a taste."""
    told = (*TASTES, "know", "lack")
    plain = [r for r in reading.remarks if r.means in told and not r.guessed]
    if not plain or not found.intent.startswith(MEASURED):
        return False
    rest = reading.text
    for remark in plain:
        rest = rest.replace(remark.quote, " ")
    lists = library.catalog.language
    asks = {*lists["question_words"], *lists["auxiliaries"], *lists["needing"]}
    return not library.measured(words(rest)) or asks.isdisjoint(words(rest))


def _only_names_place(reading: Reading, library: Library) -> bool:
    """Whether a line only asks the same for a place: "and in the States"."""
    names = any(m.kind == "place" for m in reading.mentions)
    mine = set(words(reading.text)) & set(library.catalog.language["selves"])
    return names and not mine and any(f.intent == FOLLOW_UP for f in reading.frames)


def _on_person(frame: Frame, lacking: NotHeld | None) -> Frame:
    """Return a question whom it suits as one on what the rest of the line tells.

    "My son is deaf. Would it suit him?"
    """
    if lacking is None or frame.act != "ask" or frame.topics != (FIT,):
        return frame
    on_it = lacking.nearest == FIT
    sure = min(frame.confidence, MOST_SURE)
    own = replace(frame, intent=f"{NOT_HELD}{lacking.id}", confidence=sure)
    return own if on_it else frame


def _line(
    text: str, frame: Frame | None, reading: Reading, state: State, library: Library
) -> _Line:
    """Return a clause with its words as they are compared with the rows."""
    right = dict(reading.corrections)
    chat = {e.split()[0]: e.split()[1:] for e in library.catalog.language["chat"]}
    typed = [right.get(word, word) for word in words(text)]
    said = [whole for word in typed for whole in chat.get(word, (word,))]
    here = [m for m in reading.mentions if _at(m, said) is not None]
    plain = tuple(said)
    for mention in here:
        said = _named(said, mention)
    bare = _trimmed(said, library)
    mentions, asks = tuple(here), reading.asks
    return _Line(text, tuple(bare), frame, mentions, asks, plain, state, library)


def _at(mention: Mention, said: Sequence[str]) -> int | None:
    """Return where a name stands among some words."""
    name = words(mention.name)
    starts = range(len(said) - len(name) + 1)
    return next((i for i in starts if tuple(said[i : i + len(name)]) == name), None)


def _named(said: list[str], mention: Mention) -> list[str]:
    """Return words with a name put as its kind; a place or a level is left out."""
    at = _at(mention, said)
    if at is None:
        return said
    end = at + len(words(mention.name))
    if mention.role:
        return [*said[:at], THEY, *said[end:]]
    if mention.kind in KINDS:
        return [*said[:at], TOOL, *said[end:]]
    if mention.kind not in SPANS:
        return said
    while at > 0 and said[at - 1] in ("in", "at", "the", "for", "within"):
        at -= 1
    return [*said[:at], *said[end:]]


def _trimmed(said: Sequence[str], library: Library) -> list[str]:
    """Return words less what only leads to a question, and what trails behind it."""
    lists = library.catalog.language
    leads = phrases_of(lists["leading_ask"])
    left = list(said)
    while len(left) > 1 and (
        left[0] in lists["openers"] or left[0] == "why" == left[1]
    ):
        left = left[1:]
    length = leads.at(left, 0) if left else 0
    left = left[length:] if length < len(left) else left
    while len(left) > 1 and left[-1] in lists["trailing"]:
        left = left[:-1]
    return left


def _read(line: _Line) -> Frame | None:
    """Return what a line is, if it is about the answer or adds to it."""
    if not line.said:
        return None
    for rule in _RULES:
        frame = rule(line)
        if frame is not None:
            return frame
    return None


def _frame(line: _Line, act: str, intent: str, **more: object) -> Frame:
    made = Frame(act, (), (), intent, 1.0, line.text)
    return replace(made, **more)  # type: ignore[arg-type]


def _read_as(line: _Line, act: str, intent: str, **more: object) -> Frame:
    """Return what a rule makes of a clause, hardly surer than the matcher was."""
    sure = line.frame.confidence if line.frame is not None else 0.0
    return _frame(line, act, intent, confidence=max(READ, min(sure, MOST_SURE)), **more)


def _ranked(line: _Line) -> Frame | None:
    """Read "highest paying job?" and "which country pays best?"."""
    focus = line.state.memory.focus
    if any(m.kind == "job" for m in line.mentions) or _is_for_me(line):
        return None
    topics, lists = (PAY,), line.library.catalog.language
    if line.opens("ranks_places"):
        roles = line.roles or focus.roles
        return _frame(line, "ask", BY_PLACE, roles=roles, topics=topics)
    on_pay = focus.topics == (PAY,) and not line.roles
    if on_pay and line.opens("asks_places"):
        return _frame(line, "ask", BY_PLACE, roles=focus.roles, topics=topics)
    among = line.said[0] == "which" and len(focus.roles) >= _TWO
    nouns = set(lists["work_nouns"])
    if line.roles or (among and not nouns & set(line.said)):
        return None
    if not line.opens("ranks_pay"):
        return None
    return _frame(line, "ask", BY_ROLE, topics=topics, slots=line.slots)


def _is_for_me(line: _Line) -> bool:
    """Whether what is best is asked for oneself: "which job would fit me best"."""
    plea = line.frame is not None and line.frame.act == "recommend"
    lists = line.library.catalog.language
    return plea and not set(lists["me"]).isdisjoint(line.typed)


def _of_the_answer(line: _Line) -> Frame | None:
    """Read "why should I trust you", "where were we", "I don't like your answer"."""
    if line.roles:
        return None
    for name, move in MOVES.items():
        if line.opens(name):
            return _frame(line, "meta", move, move=move)
    claimed = line.state.claim is not None and bool(line.state.claim.snippets)
    for name, move in ABOUT_FIGURES.items():
        if claimed and line.opens(name):
            return _frame(line, "meta", move, move=move)
    return None


def _compare(line: _Line) -> Frame | None:
    """Read "I said compare" as the last question, put as a comparison."""
    focus = line.state.memory.focus
    if not line.opens("said_compare") or not focus.roles:
        return None
    roles = line.roles if len(line.roles) >= _TWO else focus.both()
    return _frame(line, "compare", "said_compare", roles=roles, topics=focus.topics)


def _word(line: _Line) -> Frame | None:
    """Read "what do you mean by median", and "what is dbt"."""
    term = word_asked(line.text, line.state, line.library)
    known = term is not None and explained(term.split(), line.library) is not None
    key = None if line.roles else _term(line)
    if known and (_is_plain(term, line) or not (key and named_in(key, line.library))):
        key = None
    if key is not None:
        return _asks_term(line, key)
    if term is None or (line.roles and not known):
        return None
    return _frame(line, "meta", "word", move="word")


def _is_plain(term: str | None, line: _Line) -> bool:
    """Whether a word is a plain one, for whose use nobody asks."""
    phrase = explained(term.split(), line.library) if term else None
    name = phrase.removeprefix(WORD) if phrase else ""
    return name in line.library.catalog.language["plain_words"]


def _each_word(reading: Reading, state: State, library: Library) -> tuple[Frame, ...]:
    """Read a line that asks after several words, one in each sentence."""
    every = sentences(reading.text) if len(reading.text) <= LONGEST_ASKED else []
    first = reading.frames[0] if reading.frames else None
    if not _TWO <= len(every) <= MOST_WORDS:
        return ()
    found = [_word(_line(s, first, reading, state, library)) for s in every]
    frames = tuple(
        replace(frame, text=said)
        for said, frame in zip(every, found, strict=True)
        if frame is not None
    )
    return frames if len(frames) == len(every) else ()


def _term(line: _Line) -> str | None:
    """Return the key of the tool or skill that a line asks about; "and spark?" too."""
    last = line.state.last
    after = last is not None and any(f.intent == TERM for f in last.frames)
    if after and TOOL in line.said and set(line.said) <= ALSO:
        return next(m.key for m in line.mentions if m.kind in KINDS)
    return term_asked(line.text, line.mentions, line.library)


def _asks_term(line: _Line, key: str) -> Frame | None:
    kind, _, name = key.partition(":")
    naming = named_in(key, line.library)
    nouns = line.library.catalog.language["work_nouns"]
    whose = line.said[0] == "who" or set(nouns) & set(line.said)
    if whose and naming and line.opens("asks_users"):
        topics = tuple(filter(None, (naming[0].topic,)))
        return _frame(line, "ask", TERM, topics=topics, slots={kind: (name,)})
    outside = line.frame is None or line.frame.act in ("out_of_scope", "tell", "social")
    asks = _frame(line, "out_of_scope", TERM, slots={kind: (name,)})
    return asks if outside else None


def _lacking(line: _Line) -> Frame | None:
    """Read a short line that asks for what is not held: "after tax?"."""
    focus = line.state.memory.focus
    acts = ("out_of_scope", "social", "tell", "meta", "recommend", "ask")
    may = line.frame is None or line.frame.act in acts
    if not may or line.roles or not focus.roles or len(words(line.text)) > FEW:
        return None
    entry = line.library.not_held(line.said, focus.topics)
    if entry is None:
        return None
    told = line.frame is not None and line.frame.act == "tell"
    if not set(focus.topics) & {*entry.after, entry.nearest} and (
        told or not line.asks
    ):
        return None
    return _frame(
        line,
        "ask",
        f"{NOT_HELD}{entry.id}",
        roles=focus.roles,
        topics=(entry.nearest,),
        slots={"place": (focus.place,)} if focus.place and not entry.at else {},
    )


MOVES: Mapping[str, str] = {
    "doubts_trust": "trust",
    "says_contradiction": "contradict",
    "asks_recap": "recap",
    "asks_for_guess": "no_guess",
    "dislikes_answer": "unhappy",
}
"""List of rows -> what the program is asked to do."""
ABOUT_FIGURES: Mapping[str, str] = {
    "asks_age_of_it": "dated",
    "asks_how_many": "counted",
}
"""The same, where something was claimed that it can be about."""


def _hearsay(line: _Line) -> Frame | None:
    """Read "they say it is all fake, true?" as a question on the demand."""
    frame, library = line.frame, line.library
    lists = library.catalog.language
    doomed = set(lists["doomed"]) & set(line.said)
    outside = frame is None or frame.act in ("out_of_scope", "meta", "tell", "social")
    unsure = frame is not None and frame.confidence < UNSURE
    if not doomed or not (outside or unsure) or len(line.said) > MOST_HEARSAY:
        return None
    if next(library.turns[HEARSAY].find(line.said), None) is None:
        return None
    about = {*lists["work_nouns"], *lists["about_a_field"]}
    if not line.roles and not about & set(line.said):
        return None
    if DEMAND not in library.catalog.topics:
        return None
    roles = line.roles or line.state.memory.focus.roles
    paid = bool(set(lists["pay_words"]) & set(line.said)) or "$" in line.text
    topic = PAY if paid and PAY in library.catalog.topics else DEMAND
    frame = _frame(line, "ask", HEARSAY, roles=roles, topics=(topic,))
    return replace(frame, text=lists["pay_words"][1]) if topic == PAY else frame


def _teaching(line: _Line) -> Frame | None:
    """Read "teach me SQL" as hands-on help, and not as a liking of teaching."""
    if line.roles or not line.opens("asks_teaching"):
        return None
    return _frame(line, "out_of_scope", "teaching", says="decline_howto")


def _at_a_loss(line: _Line) -> Frame | None:
    """Read "not sure I'm in the right place" and "I don't know what to ask"."""
    if line.roles or len(line.said) > MOST_AT_A_LOSS:
        return None
    for name, says in AT_A_LOSS.items():
        if next(line.library.turns[name].find(line.said), None) is not None:
            return _frame(line, "social", name, says=says)
    if line.opens("takes_leave"):
        return _frame(line, "social", "bye", says="bye")
    return None


def _measured(line: _Line) -> Frame | None:
    """Read "which of these is safest from AI", and "do they work nights"."""
    frame = line.frame
    asked = _is_asked(line) and not _is_plainly_outside(line)
    found = line.library.measured(line.typed) if asked else ()
    if frame is None or not found or _is_on_more(frame, found):
        return None
    aside = frame.act == "out_of_scope" and not (frame.yes_no or line.points(frame))
    if any(m.kind == "job" for m in line.mentions):
        return None
    among = _is_which_of(line) and any(m.mostly or m.hardly for m in found)
    if among or _is_over_all(line):
        roles = line.state.memory.focus.roles if among else ()
        best = next((m for m in found if m.values), found[0])
        name = f"{OVER_ALL}{best.id}"
        return _read_as(
            line, "ask", name, roles=roles, topics=(best.topic,), slots=line.slots
        )
    uncounted = next((m for m in found if m.one), None)
    roles = line.roles or frame.roles or line.state.memory.focus.roles
    if aside or (uncounted is None and not roles):
        return None if aside else _of_any(line, found)
    if uncounted is None:
        of_tool = bool(frame.slots.keys() & {"tool", "skill"})
        threat = found[0].topic == DEMAND and frame.topics == (TOOLS,) and not of_tool
        return replace(frame, topics=(DEMAND,)) if threat else None
    return _of_these(line, frame, uncounted, roles)


def _is_on_more(frame: Frame, found: Sequence[Measure]) -> bool:
    """Whether a question is on more than what is measured, or on whom a job suits.

    "Hardest to automate" asks for no hard parts.
    """
    measured = {measure.topic for measure in found}
    aside = {HARD} if measured & set(frame.topics) else set()
    return frame.topics == (FIT,) or len(set(frame.topics) - aside) > 1


def _is_which_of(line: _Line) -> bool:
    """Whether a line asks which of the jobs in play need something."""
    lists = line.library.catalog.language
    needs = set(lists["needing"]) & set(line.typed)
    which = phrases_of(lists["which_of_them"]).within(line.typed)
    return bool(needs) and which and len(line.state.memory.focus.roles) >= _TWO


def _is_plainly_outside(line: _Line) -> bool:
    """Whether a line lies outside, as it stands, and no role is spoken of."""
    frame = line.frame
    if frame is None or frame.act != "out_of_scope":
        return False
    return frame.confidence >= OUTSIDE and not line.points(frame)


def _of_these(
    line: _Line, frame: Frame, measure: Measure, roles: tuple[str, ...]
) -> Frame:
    """Return a question on what nobody counted, on some roles or on all."""
    last = line.state.memory.focus.roles[-1:]
    if not roles:
        name = f"{OVER_ALL}{measure.id}"
        return _read_as(line, "ask", name, topics=(measure.topic,))
    if len(line.roles) == 1 and "than" in line.typed:
        roles = tuple(dict.fromkeys((*last, *line.roles)))
    act = "ask"
    if frame.act == "compare":
        act, roles = "compare", frame.roles or roles
    asked = frame.topics if frame.act in ("ask", "compare") else ()
    topics = asked or (measure.topic,)
    return _read_as(
        line,
        act,
        f"{MEASURED}{measure.id}",
        roles=roles,
        topics=topics,
        yes_no=frame.yes_no,
    )


def _owned(line: _Line) -> Frame | None:
    """Read a plain question on careers on which nothing is held, however it is put."""
    entry, frame = line.library.not_held(line.typed), line.frame
    if entry is None or not entry.outright or not _may_own(line, entry):
        return None
    if _is_plainly_outside(line):
        return None
    intent, topics = f"{NOT_HELD}{entry.id}", (entry.nearest,)
    if entry.id.startswith(JOB) and frame is not None:
        return replace(frame, act="out_of_scope", intent=intent, topics=(), roles=())
    roles = line.roles or line.state.memory.focus.roles
    return _read_as(line, "ask", intent, roles=roles, topics=topics)


def _may_own(line: _Line, entry: NotHeld) -> bool:
    """Whether a clause asks for what is not held, and for nothing else."""
    frame = line.frame
    if entry.nearest == MOVING and any(m.kind == "degree" for m in line.mentions):
        return False
    wanted = frame is not None and frame.act == "recommend" and entry.alone
    if not wanted and not _is_asked(line):
        return False
    if frame is not None and frame.act == "compare" and len(frame.roles) >= _TWO:
        return False
    if _is_sure_of_other(frame, entry, named=bool(line.roles)):
        return False
    return not (line.roles and entry.id.startswith(JOB))


def _is_sure_of_other(frame: Frame | None, entry: NotHeld, *, named: bool) -> bool:
    """Whether a question is plainly on another topic than what is not held."""
    if frame is None or frame.act != "ask" or entry.alone:
        return False
    sure = SURE if named else SURER
    return entry.nearest not in frame.topics and frame.confidence >= sure


def _either(line: _Line) -> Frame | None:
    """Read "Power BI or Tableau?" as a question on the tools of the roles in play."""
    tools = [m for m in line.mentions if m.kind == "tool"]
    if len(tools) < _TWO or not EITHER & set(line.typed) or not _is_asked(line):
        return None
    if TOOLS not in line.library.catalog.topics:
        return None
    roles = line.roles or line.state.memory.focus.roles
    if not roles:
        return None
    slots = {"tool": tuple(dict.fromkeys(m.id for m in tools))}
    return _read_as(
        line, "ask", "either_tool", roles=roles, topics=(TOOLS,), slots=slots
    )


def _of_any(line: _Line, found: Sequence[Measure]) -> Frame | None:
    """Read "do I need a degree", asked before any role was spoken of."""
    frame = line.frame
    asked = frame.topics if frame is not None and frame.act == "ask" else ()
    best = next((m for m in found if m.topic in asked), None)
    if best is None:
        return None
    name = f"{OVER_ALL}{best.id}"
    return _read_as(line, "ask", name, topics=asked, slots=line.slots)


def _start(line: _Line) -> Frame | None:
    """Read "how do I start" as asked of the jobs one leans to, once one told enough.

    By itself, and before anything is known, it asks for help with the program.
    """
    frame = line.frame
    helps = frame is not None and frame.move == HELP
    catalog = line.library.catalog
    known = line.state.memory.profile and WAY_IN in catalog.topics
    rows = Patterns.of(catalog.language["asks_start"], catalog.language)
    if not (helps and known) or not opens(rows, line.said):
        return None
    leaning = leaning_to(
        line.state.memory.profile,
        tuple(catalog.roles),
        catalog.advice,
        stays=line.state.probing.stays,
    )
    if not leaning:
        return _read_as(line, "recommend", "start_for_me")
    return _read_as(line, "ask", "start_for_me", topics=(WAY_IN,))


def _at_level(line: _Line) -> Frame | None:
    """Read "and once you are a senior?" behind a question on pay as one on pay."""
    focus, lists = line.state.memory.focus, line.library.catalog.language
    frame, slots = line.frame, line.slots
    if focus.topics != (PAY,) or not focus.roles or LEVEL not in slots or line.roles:
        return None
    asked = frame.topics if frame is not None else ()
    other = set(asked) - {PAY, *lists["level_topics"]}
    becomes = set(lists["becoming_level"]) & set(line.typed)
    told = frame is not None and frame.act == "tell" and not line.asks_last
    if other or becomes or told or len(line.typed) > MOST_AT_LEVEL:
        return None
    return _frame(line, "ask", FOLLOW_UP, roles=focus.roles, topics=(PAY,), slots=slots)


def _is_asked(line: _Line) -> bool:
    """Whether a clause asks something, and is no remark beside a question."""
    frame, lists = line.frame, line.library.catalog.language
    if frame is None:
        return False
    if frame.act == "recommend" and frame.move is None:
        most = set(lists["superlatives"]) - set(lists["asking_advice"])
        needs = set(lists["needing"]) & set(line.typed)
        every = phrases_of(lists["all_of_it"]).within(line.typed)
        first = line.typed[0] in ("which", "what")
        return (first and bool(most & set(line.typed))) or bool(needs and every)
    if frame.act == "tell" and not (line.asks_last or frame.yes_no):
        return False
    opens = line.said[0] in (*lists["question_words"], *lists["auxiliaries"])
    asks = frame.act in ("ask", "compare", "recommend", "out_of_scope")
    return line.asks_last or opens or asks


def _is_over_all(line: _Line) -> bool:
    """Whether a question is on all roles, and not on those that are spoken of."""
    lists = line.library.catalog.language
    said = line.typed
    asks = line.frame is not None and line.frame.act == "ask"
    own = line.frame.roles if line.frame is not None and asks else ()
    if set(own) - set(line.state.memory.focus.roles):
        return False
    if line.roles or phrases_of(lists["in_play"]).within(said):
        return False
    pair = len(line.state.memory.focus.roles) == _TWO
    if pair and phrases_of(lists["which_of_them"]).within(said):
        return False
    if phrases_of(lists["all_of_it"]).within(said):
        return True
    several = len(line.state.memory.focus.roles) >= _TWO
    best = bool((set(lists["superlatives"]) - set(lists["asking_advice"])) & set(said))
    asks = bool({"which", "what", "who", "where", "what's"} & set(said))
    return best and asks and not several


_RULES: tuple[Callable[[_Line], Frame | None], ...] = (
    _owned,
    _start,
    _measured,
    _either,
    _ranked,
    _at_level,
    _of_the_answer,
    _compare,
    _teaching,
    _at_a_loss,
    _hearsay,
    _word,
    _lacking,
)
