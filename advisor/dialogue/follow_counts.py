"""Questions on what is counted or could be: "which of these pays best?"."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.data.model import Measure
from advisor.data.topics import DEMAND, FIT, HARD, PAY
from advisor.dialogue.follow_line import (
    LEVEL,
    TWO,
    Line,
    is_asked,
    is_plainly_outside,
    made,
    read_as,
)
from advisor.dialogue.library import Library
from advisor.dialogue.ranking import BY_PLACE, BY_ROLE
from advisor.dialogue.superlatives import MEASURED, OVER_ALL
from advisor.text import words
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.judge import FOLLOW_UP
from advisor.understanding.language import phrases_of

TASTES = ("like", "dislike")
MOST_AT_LEVEL = 10
"""A line of more words says more than a level."""
EITHER = frozenset({"or", "vs", "versus"})
TOOLS = "tools"


def ranked(line: Line) -> Frame | None:
    """Read "highest paying job?" and "which country pays best?"."""
    focus = line.state.memory.focus
    if any(m.kind == "job" for m in line.mentions) or _is_for_me(line):
        return None
    topics, lists = (PAY,), line.library.catalog.language
    if line.opens("ranks_places"):
        roles = line.roles or focus.roles
        return made(line, "ask", BY_PLACE, roles=roles, topics=topics)
    on_pay = focus.topics == (PAY,) and not line.roles
    if on_pay and line.opens("asks_places"):
        return made(line, "ask", BY_PLACE, roles=focus.roles, topics=topics)
    among = line.said[0] == "which" and len(focus.roles) >= TWO
    nouns = set(lists["work_nouns"])
    if line.roles or (among and not nouns & set(line.said)):
        return None
    if not line.opens("ranks_pay"):
        return None
    pointed = {*lists["plural_pronouns"], *lists["comparing"]} & set(line.typed)
    mine = focus.roles if pointed and len(focus.roles) >= TWO else ()
    return made(line, "ask", BY_ROLE, roles=mine, topics=topics, slots=line.slots)


def _is_for_me(line: Line) -> bool:
    """Whether what is best is asked for oneself: "which job would fit me best"."""
    plea = line.frame is not None and line.frame.act == "recommend"
    lists = line.library.catalog.language
    return plea and not set(lists["me"]).isdisjoint(line.typed)


def measured(line: Line) -> Frame | None:
    """Read "which of these is safest from AI", and "do they work nights"."""
    frame = line.frame
    asked = is_asked(line) and not is_plainly_outside(line)
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
        return read_as(
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


def is_taste(reading: Reading, found: Frame, library: Library) -> bool:
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


def _is_on_more(frame: Frame, found: Sequence[Measure]) -> bool:
    """Whether a question is on more than what is measured, or on whom a job suits.

    "Hardest to automate" asks for no hard parts.
    """
    measured = {measure.topic for measure in found}
    aside = {HARD} if measured & set(frame.topics) else set()
    return frame.topics == (FIT,) or len(set(frame.topics) - aside) > 1


def _is_which_of(line: Line) -> bool:
    """Whether a line asks which of the jobs in play need something."""
    lists = line.library.catalog.language
    needs = set(lists["needing"]) & set(line.typed)
    which = phrases_of(lists["which_of_them"]).within(line.typed)
    return bool(needs) and which and len(line.state.memory.focus.roles) >= TWO


def _of_these(
    line: Line, frame: Frame, measure: Measure, roles: tuple[str, ...]
) -> Frame:
    """Return a question on what nobody counted, on some roles or on all."""
    last = line.state.memory.focus.roles[-1:]
    if not roles:
        name = f"{OVER_ALL}{measure.id}"
        return read_as(line, "ask", name, topics=(measure.topic,))
    if len(line.roles) == 1 and "than" in line.typed:
        roles = tuple(dict.fromkeys((*last, *line.roles)))
    act = "ask"
    if frame.act == "compare":
        act, roles = "compare", frame.roles or roles
    asked = frame.topics if frame.act in ("ask", "compare") else ()
    topics = asked or (measure.topic,)
    return read_as(
        line,
        act,
        f"{MEASURED}{measure.id}",
        roles=roles,
        topics=topics,
        yes_no=frame.yes_no,
    )


def either(line: Line) -> Frame | None:
    """Read "Power BI or Tableau?" as a question on the tools of the roles in play."""
    tools = [m for m in line.mentions if m.kind == "tool"]
    if len(tools) < TWO or not EITHER & set(line.typed) or not is_asked(line):
        return None
    if TOOLS not in line.library.catalog.topics:
        return None
    roles = line.roles or line.state.memory.focus.roles
    if not roles:
        return None
    slots = {"tool": tuple(dict.fromkeys(m.id for m in tools))}
    return read_as(
        line, "ask", "either_tool", roles=roles, topics=(TOOLS,), slots=slots
    )


def _of_any(line: Line, found: Sequence[Measure]) -> Frame | None:
    """Read "do I need a degree", asked before any role was spoken of."""
    frame = line.frame
    asked = frame.topics if frame is not None and frame.act == "ask" else ()
    best = next((m for m in found if m.topic in asked), None)
    if best is None:
        return None
    name = f"{OVER_ALL}{best.id}"
    return read_as(line, "ask", name, topics=asked, slots=line.slots)


def at_level(line: Line) -> Frame | None:
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
    return made(line, "ask", FOLLOW_UP, roles=focus.roles, topics=(PAY,), slots=slots)


def _is_over_all(line: Line) -> bool:
    """Whether a question is on all roles, and not on those that are spoken of."""
    lists = line.library.catalog.language
    said = line.typed
    asks = line.frame is not None and line.frame.act == "ask"
    own = line.frame.roles if line.frame is not None and asks else ()
    if set(own) - set(line.state.memory.focus.roles):
        return False
    if line.roles or phrases_of(lists["in_play"]).within(said):
        return False
    pair = len(line.state.memory.focus.roles) == TWO
    if pair and phrases_of(lists["which_of_them"]).within(said):
        return False
    if phrases_of(lists["all_of_it"]).within(said):
        return True
    several = len(line.state.memory.focus.roles) >= TWO
    best = bool((set(lists["superlatives"]) - set(lists["asking_advice"])) & set(said))
    asks = bool({"which", "what", "who", "where", "what's"} & set(said))
    return best and asks and not several
