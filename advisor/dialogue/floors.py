"""Jobs by a floor of pay: "which of these pay over 100k", "not below 84,000 euro"."""

from advisor.data.model import SIGNS, Snippet
from advisor.data.topics import PAY
from advisor.dialogue.library import Library
from advisor.dialogue.lines import clause_with, put
from advisor.dialogue.money import pay_in
from advisor.dialogue.ranking import middle_of, rows_in_order
from advisor.dialogue.reply import Items
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.text import words
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.language import phrases_of

FLOOR = "pay_floor"
"""The rule that reads a question for jobs above a sum."""
SURE = 0.95
PLACE = "place"


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading in which a question for jobs above a sum is read as one.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.

    """
    if reading.stands_apart or PAY not in library.catalog.topics:
        return reading
    lists = library.catalog.language
    clause = clause_with(reading, library.turns["asks_floor"])
    if clause is None or pay_in(clause, lists) is None:
        return reading
    if phrases_of(lists["what_i_make"]).within(words(clause)):
        return reading  # it is set beside a figure, not asked for
    both = phrases_of(lists["in_play"]).within(words(clause))
    focus = state.memory.focus
    roles = focus.both() if both and focus.roles else ()
    named = tuple(m.id for m in reading.mentions if m.kind == PLACE)[:1]
    slots = {PLACE: named} if named else {}
    home = reading.home or focus.home
    if home is not None and not named:
        slots = {PLACE: (home,)}
    frame = Frame("ask", roles, (PAY,), FLOOR, SURE, clause, slots)
    return put(reading, clause, frame)


def answer_floor(draft: Draft, frame: Frame) -> None:
    """Name the jobs whose middle pay lies above a sum, and those below it."""
    answer, library = draft.answer, draft.answer.library
    pay = pay_in(frame.text, library.catalog.language)
    place, rows = rows_in_order(answer, frame)
    if pay is None or not rows:
        answer.say("ranked_nothing", place=place)
        return
    code = middle_of(rows[0]).unit.split(" ", maxsplit=1)[0]
    figure = middle_of(rows[0])
    if pay.currency not in (None, code):
        answer.say("floor_other_currency", place=place, what=figure.statistic)
        _list(draft, rows)
        answer.say("floor_note")
        return
    above = [row for row in rows if float(middle_of(row).value) >= pay.yearly]
    below = [row for row in rows if row not in above]
    n = f"{SIGNS.get(code, '')}{pay.yearly:,.0f}"
    key = "floor_some" if above and below else "floor_all" if above else "floor_none"
    answer.say(key, n=n, place=place, year=figure.year, what=figure.statistic)
    _list(draft, above or below[:1])
    if above and below:
        names = [_plural(draft, row) for row in below]
        answer.say("floor_below", names=answer.voice.listed(names))
    answer.say("floor_note")


def _plural(draft: Draft, row: Snippet) -> str:
    return draft.voice.catalog.roles[row.roles[0]].plural


def _list(draft: Draft, rows: list[Snippet]) -> None:
    """Add one line for each row: the job, and its middle pay."""
    answer, lines = draft.answer, []
    for row in rows:
        figure = middle_of(row)
        sign = SIGNS.get(figure.unit.split(" ", maxsplit=1)[0], "")
        sums = f"{sign}{int(figure.value):,}"
        says = answer.voice.say("floor_line", what=_plural(draft, row), sums=sums)
        answer.use(row)
        lines.append(answer.cite.cited(says, row.sources))
    answer.blocks.append(Items(tuple(lines)))
