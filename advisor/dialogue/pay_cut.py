"""Whether a job pays less than what one has: "would I have to take a pay cut?"."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.data.model import Snippet
from advisor.data.topics import PAY
from advisor.dialogue.answer import Answer, answer_ask
from advisor.dialogue.library import Library
from advisor.dialogue.lines import finds, overlap, sentences
from advisor.dialogue.own_pay import (
    ABOVE,
    BELOW,
    BESIDE,
    CUT,
    LEVEL,
    held_pay,
    middles,
    middles_of,
    say_beside,
)
from advisor.dialogue.reply import Say
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import LIMIT, OWN_PAY
from advisor.text import fill, words
from advisor.understanding.focus import Focus
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.judge import FOLLOW_UP

SURE = 0.9
PLAIN = 0.5
"""Below this, what a line seems to ask beside its speaker's pay does not count."""
PLACE, LEVELS = "place", "level"
ENTRY = "_entry"
"""How the ids of rows end that are of beginners."""
INSIDE = ("ask", "compare")


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading in which pay is set against what its speaker has.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.

    """
    if reading.stands_apart or PAY not in library.catalog.topics:
        return reading
    clause, focus = _clause(reading, state, library), state.memory.focus
    named = tuple(dict.fromkeys(m.role for m in reading.mentions if m.role))
    roles = named or focus.roles
    if not roles:
        return reading
    slots, here = where(reading, focus)
    if clause is not None and _is_on_own(reading, state, library, clause):
        frame = Frame("ask", roles, (PAY,), CUT, SURE, clause, slots, at_home=here)
        return put_in(reading, clause, frame)
    if not _tells_pay(reading, state):
        return reading
    text = reading.text
    frame = Frame("ask", roles, (PAY,), BESIDE, SURE, text, slots, at_home=here)
    told = tuple(f for f in reading.frames if f.act == "tell")
    asked = tuple(f for f in reading.frames if _asks_else(f))
    mine = tuple(r for r in reading.remarks if r.means == LIMIT or not r.guessed)
    return replace(reading, frames=(*told, frame, *asked), choices=(), remarks=mine)


def _tells_pay(reading: Reading, state: State) -> bool:
    """Whether a line tells its speaker's pay behind figures of pay, and asks for none.

    "Well, I'm on 62k", "that's 40k in pounds", "should I stay put with my 78?".
    """
    told = any(remark.trait == OWN_PAY for remark in reading.remarks)
    asks = any(_asks_else(f) and PAY in f.topics for f in reading.frames)
    return told and not asks and state.memory.focus.topics == (PAY,)


def _asks_else(frame: Frame) -> bool:
    """Whether a clause asks something besides, and plainly so."""
    asks = frame.act in (*INSIDE, "recommend") and frame.confidence >= PLAIN
    return asks and frame.intent != FOLLOW_UP


def _clause(reading: Reading, state: State, library: Library) -> str | None:
    """Return the clause that asks so: as a question, or as what follows from pay.

    Behind figures of pay, "so is that a drop?" does.
    """
    named = ["asks_pay_cut"]
    own = held_pay(state.memory.profile, library.catalog)
    if own is not None and state.memory.focus.topics == (PAY,):
        named.append("asks_cut_shortly")
    cut = (*reading.clauses, *sentences(reading.text))
    return next(
        (
            text
            for text in cut
            if any(finds(library.turns[name], words(text)) for name in named)
        ),
        None,
    )


def _is_on_own(reading: Reading, state: State, library: Library, clause: str) -> bool:
    """Whether a clause is about the speaker's own pay, and asks about it.

    "I wouldn't take a pay cut" tells; "so that's a pay cut" asks, behind a figure.
    """
    lists, said = library.catalog.language, words(clause)
    told = any(remark.trait == OWN_PAY for remark in reading.remarks)
    own = told or not set(lists["selves"]).isdisjoint(said)
    known = held_pay(state.memory.profile, library.catalog) is not None
    on_pay = state.memory.focus.topics == (PAY,)
    opens = [word for word in said if word not in lists["openers"]][:1]
    mine = not set(opens).isdisjoint(lists["selves"])
    asked = any(f.act in INSIDE and overlap(f.text, clause) for f in reading.frames)
    tags = set(said[-2:]) & {*lists["tag_questions"], *lists["tag_ends"]}
    asks = asked or clause.rstrip().endswith("?") or bool(tags)
    put = set(opens) & {*lists["question_words"], *lists["auxiliaries"]}
    if mine and not (asks or told):
        return False
    return (own or known) and (asks or bool(put) or on_pay)


def where(reading: Reading, focus: Focus) -> tuple[dict[str, tuple[str, ...]], bool]:
    """Return the place and the level that are meant, and whether that is one's own."""
    slots = {
        kind: ids
        for kind in (PLACE, LEVELS)
        if (ids := tuple(m.id for m in reading.mentions if m.kind == kind)[:1])
    }
    home = reading.home or focus.home
    here = slots.get(PLACE, (home,)) == (home,) and home is not None
    if here and home is not None:
        slots[PLACE] = (home,)
    return slots, here


def put_in(reading: Reading, clause: str, frame: Frame) -> Reading:
    """Return a reading in which a clause asks so, beside what else the line asks."""
    before = [f for f in reading.frames if not _gives_way(f, clause)]
    at = next(
        (i for i, f in enumerate(before) if _starts(f, reading) > _at(clause, reading)),
        len(before),
    )
    kept = tuple(r for r in reading.remarks if r.means == LIMIT or not r.guessed)
    return replace(
        reading,
        frames=(*before[:at], frame, *before[at:]),
        choices=(),
        remarks=kept,
        points_nowhere=False,
    )


def _gives_way(frame: Frame, clause: str) -> bool:
    """Whether a frame is the clause's, or another plain question on pay."""
    plain = frame.act in INSIDE and frame.topics == (PAY,)
    return overlap(frame.text, clause) or plain or frame.act == "social"


def _at(clause: str, reading: Reading) -> int:
    return reading.text.find(clause)


def _starts(frame: Frame, reading: Reading) -> int:
    return reading.text.find(frame.text)


def answer_cut(draft: Draft, frame: Frame) -> None:
    """Set pay beside what the user has: that just told, or else what is held."""
    answer = draft.answer
    told = _told(draft, frame)
    if told:
        answer.used += [snippet for snippet in told if snippet not in answer.used]
    else:
        topic = draft.voice.catalog.topics[PAY]
        asked = fill(topic.question, {"plural": draft.voice.plurals(frame.roles)})
        answer_ask(answer, replace(frame, text=asked), headings=len(frame.roles) > 1)
    sides = say_beside(draft)
    if frame.intent == BESIDE:
        return
    if sides is None:
        held = held_pay(draft.memory.profile, draft.voice.catalog)
        answer.say("cut_own_unknown" if held is None else "cut_no_middle")
        return
    if sides:
        answer.say(_verdict(sides))
        if BELOW not in sides or ABOVE in sides:
            _say_start(answer)


def _told(draft: Draft, frame: Frame) -> list[Snippet]:
    """Return what the last reply told of the pay of the same jobs, if it did."""
    claim, catalog = draft.state.claim, draft.voice.catalog
    if claim is None or (frame.slots and not frame.at_home):
        return []
    found = [catalog.snippets[name] for name in claim.snippets]
    return [
        snippet
        for snippet in found
        if middles_of(snippet) and set(snippet.roles) & set(frame.roles)
    ]


def _verdict(sides: Sequence[str]) -> str:
    """Return the phrase that says whether it is a cut."""
    kinds = set(sides)
    if kinds == {LEVEL}:
        return "cut_level"
    if kinds <= {BELOW, LEVEL}:
        return "cut_yes"
    return "cut_no" if kinds <= {ABOVE, LEVEL} else "cut_mixed"


def _say_start(answer: Answer) -> None:
    """Tell what beginners are paid there, which is what a change begins with."""
    figure, row = middles(answer)[0]
    rows = answer.library.rows.get((row.roles[0], PAY), ())
    there = [r for r in rows if r.id.endswith(ENTRY)]
    held = next((r for r in there if r.figures[0].place == figure.place), None)
    if held is not None and held not in answer.used:
        answer.blocks.append(Say(answer.use(held)))
