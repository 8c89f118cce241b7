"""What somebody is paid now, or wants at least, kept and set beside figures of pay."""

from dataclasses import replace

from advisor.data.model import SIGNS, Figure, Snippet
from advisor.data.topics import PAY
from advisor.dialogue.library import Library
from advisor.dialogue.lines import finds, sentences
from advisor.dialogue.money import Pay, pay_in
from advisor.dialogue.reply import Say
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import OWN_PAY
from advisor.text import words
from advisor.understanding.frames import Reading
from advisor.understanding.remarks import Remark

MOST = 3
"""So many figures of pay are set beside it."""
NEAR = 0.03
"""By what share two sums may differ and be about the same."""
PLACE = "place"


def hear(reading: Reading, library: Library) -> Reading:
    """Return a reading with the pay that its speaker has or wants, as a limit.

    Args:
        reading: what was understood of the line.
        library: what is known, with the rows of words.

    """
    if reading.stands_apart or PAY not in library.catalog.topics:
        return reading
    for sentence in sentences(reading.text):
        said = words(sentence)
        lists = library.catalog.language
        if not finds(library.turns["own_pay"], said):
            continue
        pay = pay_in(sentence, lists)
        if pay is None or not pay.is_money or _is_apart(sentence, pay):
            continue
        remark = Remark(OWN_PAY, 1, 1.0, "limit", pay.quote)
        return replace(reading, remarks=(*reading.remarks, remark))
    return reading


def _is_apart(sentence: str, pay: Pay) -> bool:
    """Whether a bare number is set off by a comma: an age, "I teach at school, 34"."""
    before = sentence.partition(pay.quote)[0].rstrip()
    return pay.quote.isdecimal() and before.endswith(",")


def pay_of(draft: Draft) -> Pay | None:
    """Return what the user said of their own pay, in the currency of where they are."""
    held = [item for item in draft.memory.profile if item.trait == OWN_PAY]
    if not held:
        return None
    pay = pay_in(held[-1].quote, draft.voice.catalog.language)
    if pay is None or pay.currency is not None:
        return pay
    return replace(pay, currency=_currency_at_home(draft))


def _currency_at_home(draft: Draft) -> str | None:
    """Return the currency of the place where the user is, if that is known."""
    catalog, home = draft.voice.catalog, draft.memory.focus.home
    if home is None:
        return None
    near = (home, *catalog.entities[f"{PLACE}:{home}"].within)
    for code in SIGNS:
        if set(near) & set(catalog.language[f"places_{code.lower()}"]):
            return code
    return None


def set_beside(draft: Draft) -> None:
    """Say how the pay just told compares with the user's own, where that is known."""
    asked = [f for f in draft.frames if f.act in ("ask", "compare")]
    if not any(PAY in f.topics for f in asked):
        return
    pay, rows = pay_of(draft), _middles(draft)
    if pay is None or not rows:
        return
    voice = draft.voice
    alike = [(figure, row) for figure, row in rows if _code(figure) == pay.currency]
    alike = alike or (rows if pay.currency is None else [])
    if not alike:
        code = _code(rows[0][0])
        draft.answer.say("pay_other_currency", quote=pay.quote, unit=code)
        return
    yearly = f"{SIGNS[_code(alike[0][0])]}{pay.yearly:,.0f}"
    parts = []
    for figure, row in alike[:MOST]:
        parts.append(_beside(draft, figure, row, pay))
    key = "pay_beside" if pay.currency else "pay_beside_if"
    says = voice.say(key, quote=pay.quote, n=yearly, text=voice.listed(parts))
    draft.answer.blocks.append(Say(says))
    if finds(draft.answer.library.turns["net_pay"], words(pay.quote)):
        draft.answer.say("pay_net")


def _beside(draft: Draft, figure: Figure, row: Snippet, pay: Pay) -> str:
    """Return how far one figure lies above or below somebody's pay."""
    voice = draft.voice
    value = float(figure.value)
    apart = abs(value - pay.yearly)
    near = apart <= NEAR * pay.yearly
    key = "pay_near" if near else "pay_above" if value > pay.yearly else "pay_below"
    sign = SIGNS[_code(figure)]
    return voice.say(
        key,
        n=f"{sign}{value:,.0f}",
        count=f"{sign}{apart:,.0f}",
        who=figure.of or voice.plurals(row.roles[:1]),
    )


def _middles(draft: Draft) -> list[tuple[Figure, Snippet]]:
    """Return the middles of pay a year that the reply rests on, one for each job."""
    found: dict[str, tuple[Figure, Snippet]] = {}
    for snippet in draft.answer.used:
        if snippet.topic != PAY or not snippet.roles:
            continue
        for figure in snippet.figures:
            if figure.part == "middle" and figure.unit.endswith("a year"):
                found.setdefault(figure.of or snippet.roles[0], (figure, snippet))
    return list(found.values())


def _code(figure: Figure) -> str:
    return figure.unit.split(" ", maxsplit=1)[0]
