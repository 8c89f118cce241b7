"""What somebody is paid now, or wants at least, kept and set beside figures of pay."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from advisor.data.model import SIGNS, Catalog, Figure, Snippet
from advisor.data.topics import PAY
from advisor.dialogue.answer import Answer
from advisor.dialogue.choose import around
from advisor.dialogue.library import Library
from advisor.dialogue.lines import finds, sentences
from advisor.dialogue.money import Lists, Pay, pay_in, pays_in
from advisor.dialogue.reply import Say
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import LIMIT, OWN_PAY, Profile
from advisor.text import words
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.remarks import WITHDRAWN, Remark

MOST = 3
"""So many figures of pay are set beside it."""
NEAR = 0.03
"""By what share two sums may differ and be about the same."""
BEHIND = 4
"""Within how many words behind a sum it is said what else it is."""
TOLD = "own_pay"
"""The rule that reads a clause as telling one's own pay."""
OUTSIDE = 0.6
"""From this on, a clause lies outside whatever sum it names."""
PLACE = "place"
CUT = "pay_cut"
"""The rule that reads a question whether a job pays less than what one has."""
BESIDE = "pay_told"
"""The rule that reads one's own pay, told on its own, as to be set beside figures."""
OTHER = "other"
"""The currency of a place whose money no figure is in."""
ABOVE, BELOW, LEVEL = "above", "below", "near"
_PARTS = re.compile(r",\s+|\s+-\s+")


@dataclass(frozen=True, slots=True)
class Own:
    """What somebody is paid, with what is known of its currency."""

    pay: Pay
    place: str | None = None
    """Where they are, if its currency is taken from there and was not named."""


AT = "at"


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading with the pay that its speaker has or wants, as a limit.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.

    """
    if reading.stands_apart or PAY not in library.catalog.topics:
        return reading
    held = held_pay(state.memory.profile, library.catalog)
    for sentence in sentences(reading.text):
        if _takes_back(sentence, held, library):
            gone = Remark(OWN_PAY, 0, 0.0, WITHDRAWN, sentence, corrects=True)
            return replace(reading, remarks=(*reading.remarks, gone))
        pay = _told(sentence, library) or _restated(sentence, held, library)
        if pay is None:
            continue
        remark = Remark(OWN_PAY, 1, 1.0, LIMIT, pay.quote)
        frames = tuple(_as_told(frame, reading) for frame in reading.frames)
        kept = (r for r in reading.remarks if not (r.guessed and pay.quote in r.quote))
        return replace(reading, frames=frames, remarks=(*kept, remark))
    return reading


def _as_told(frame: Frame, reading: Reading) -> Frame:
    """Return what hardly lies outside, or hardly asks for pay, as told.

    "Im on 38k and have a mortgage", "my pay is 102k".
    """
    asks = frame.act == "ask" and frame.topics == (PAY,) and not reading.asks
    named = any(m.role for m in reading.mentions)
    faint = frame.act == "out_of_scope" or (asks and not named)
    plain = faint and frame.confidence < OUTSIDE
    if not plain or frame.text.rstrip().endswith("?"):
        return frame
    return replace(frame, act="tell", intent=TOLD, says=None, topics=())


def _told(sentence: str, library: Library) -> Pay | None:
    """Return the sum that a sentence calls its speaker's, in one of its parts."""
    lists, rows = library.catalog.language, library.turns
    for part in _parts(sentence):
        for pay in pays_in(part, lists):
            before, behind = words(part[: pay.start]), words(part[pay.start :])[1:]
            if {*before, *_near(behind, lists)} & set(lists["no_own_pay"]):
                continue
            if _is_age(before, pay, lists):
                continue
            if " ".join(before) in lists["paid_leads"] and not pay.quote.isdecimal():
                return pay
            mere = pay.may_be and finds(rows["own_pay_bare"], before)
            own = finds(rows["own_pay"], before) and _is_ones_own(before, lists)
            own = own or finds(rows["own_pay_behind"], behind)
            if mere or (own and pay.is_money and not _is_apart(part, pay)):
                return pay
    said, whole = words(sentence), pay_in(sentence, lists)
    own = finds(rows["own_pay"], said) and _is_ones_own(said, lists)
    own = own and not set(said) & set(lists["no_own_pay"])
    plain = whole is not None and whole.is_money and not _is_apart(sentence, whole)
    alone = len(list(pays_in(sentence, lists))) == 1
    aged = whole is not None and _is_age(words(sentence[: whole.start]), whole, lists)
    return whole if own and plain and alone and not aged else None


def _is_age(before: Sequence[str], pay: Pay, lists: Lists) -> bool:
    """Whether a bare number only tells an age: "I am 29", "hired at 45"."""
    if not before or not pay.quote.isdecimal():
        return False
    starts = before[-1] == AT and before[-2:-1] and before[-2] in lists["age_starts"]
    return before[-1] in lists["age_leads"] or bool(starts)


def _near(behind: Sequence[str], lists: Lists) -> Sequence[str]:
    """Return the words right behind a sum, up to where something else begins."""
    ends = (i for i, word in enumerate(behind) if word in lists["joins"])
    return behind[: min(BEHIND, next(ends, BEHIND))]


def _is_ones_own(before: Sequence[str], lists: Lists) -> bool:
    """Whether the last person named before a sum is its speaker: not "they get"."""
    others = {*lists["others"], *lists["people_words"], *lists["folk"]}
    for word in reversed(before):
        if word in lists["selves"] or word in lists["mine"]:
            return True
        if word in others:
            return False
    return True


def _parts(sentence: str) -> Iterator[str]:
    """Yield the parts of a sentence between commas that name something."""
    yield from (part for part in _PARTS.split(sentence) if words(part))


def _restated(sentence: str, held: Pay | None, library: Library) -> Pay | None:
    """Return the sum that was told before, with the currency that it is now said in."""
    lists = library.catalog.language
    asks = not set(words(sentence)[:1]).isdisjoint(lists["question_words"])
    if held is None or asks:
        return None
    for pay in pays_in(sentence, lists):
        same = round(pay.yearly) == round(held.yearly)
        if same and pay.currency not in (None, held.currency):
            return pay
    return None


def _takes_back(sentence: str, held: Pay | None, library: Library) -> bool:
    """Whether a sentence says that the sum held is none: "48 is my age"."""
    lists = library.catalog.language
    if held is None or not set(words(sentence)) & set(lists["no_own_pay"]):
        return False
    named = (round(pay.yearly) for pay in pays_in(sentence, lists))
    number = held.quote.rstrip("kK")
    return round(held.yearly) in named or number in words(sentence)


def _is_apart(sentence: str, pay: Pay) -> bool:
    """Whether a bare number is set off by a comma: an age, "I teach at school, 34"."""
    before = sentence.partition(pay.quote)[0].rstrip()
    return pay.quote.isdecimal() and before.endswith(",")


def held_pay(profile: Profile, catalog: Catalog) -> Pay | None:
    """Return what is held of somebody's own pay, as they told it."""
    held = [item for item in profile if item.trait == OWN_PAY]
    return pay_in(held[-1].quote, catalog.language) if held else None


def pay_of(draft: Draft) -> Own | None:
    """Return what the user said of their own pay, in the currency of where they are."""
    catalog = draft.voice.catalog
    pay = held_pay(draft.memory.profile, catalog)
    home = draft.memory.focus.home
    if pay is None or home is None:
        return None if pay is None else Own(pay)
    dollars = set(words(pay.quote)) & set(catalog.language["any_dollars"])
    unclear = pay.currency == "USD" and (dollars or "$" in pay.quote)
    near = around(home, draft.answer.library)
    if unclear and set(near) & set(catalog.language["places_dollar"]):
        return Own(replace(pay, currency=OTHER), home)
    if pay.currency is not None:
        return Own(pay)
    return Own(replace(pay, currency=_money_of(near, catalog)), home)


def _money_of(near: Sequence[str], catalog: Catalog) -> str | None:
    """Return the currency of a place and those it lies in; None of a whole region."""
    for code in SIGNS:
        if set(near) & set(catalog.language[f"places_{code.lower()}"]):
            return code
    return OTHER if len(near) > 1 else None


def set_beside(draft: Draft) -> None:
    """Say how the pay just told compares with the user's own, where that is known."""
    asked = [f for f in draft.frames if f.act in ("ask", "compare")]
    plain = all(f.intent not in (CUT, BESIDE) for f in asked)
    if plain and any(PAY in f.topics for f in asked):
        say_beside(draft)


def say_beside(draft: Draft) -> tuple[str, ...] | None:
    """Say how the figures of the reply compare with the user's own pay.

    Return whether each lies above it, below, or is about the same; none where they
    are in other currencies; None where no pay, or no figure, is known.
    """
    own, rows = pay_of(draft), middles(draft.answer)
    if own is None or not rows:
        return None
    voice, pay = draft.voice, own.pay
    alike = [(figure, row) for figure, row in rows if _code(figure) == pay.currency]
    if pay.currency is None:
        alike = _of_one_currency(draft, rows)
    if not alike:
        _say_apart(draft, own, rows)
        return ()
    yearly = f"{SIGNS[_code(alike[0][0])]}{pay.yearly:,.0f}"
    parts = [_beside(draft, figure, row, pay) for figure, row in alike[:MOST]]
    key = "pay_beside" if pay.currency else "pay_beside_if"
    says = voice.say(key, quote=pay.quote, n=yearly, text=voice.listed(parts))
    draft.answer.blocks.append(Say(says))
    if finds(draft.answer.library.turns["net_pay"], words(pay.quote)):
        draft.answer.say("pay_net")
    return tuple(_side(figure, pay) for figure, _ in alike[:MOST])


def _of_one_currency(
    draft: Draft, rows: Sequence[tuple[Figure, Snippet]]
) -> list[tuple[Figure, Snippet]]:
    """Return the figures in the money of the place asked about, or of the first."""
    library = draft.answer.library
    before = draft.state.memory.focus.place
    asked = [p for f in draft.frames for p in f.slots.get(PLACE, ())]
    asked = asked or ([before] if before is not None else [])
    codes = [_money_of(around(p, library), library.catalog) for p in asked]
    held = [_code(figure) for figure, _ in rows]
    code = next((c for c in codes if c in held), held[0])
    return [row for row in rows if _code(row[0]) == code]


def _say_apart(draft: Draft, own: Own, rows: Sequence[tuple[Figure, Snippet]]) -> None:
    """Say that two currencies are not set beside each other, and what is in one's own.

    Sums are never converted, so no difference is made of them.
    """
    answer, catalog = draft.answer, draft.voice.catalog
    unit, quote = _code(rows[0][0]), own.pay.quote
    code = own.pay.currency
    if any(_code(f) == code for snippet in answer.used for f in snippet.figures):
        answer.say("pay_same_money", quote=quote, unit=str(code))
        return
    if own.place is not None:
        place = catalog.entities[f"{PLACE}:{own.place}"].name
        answer.say("pay_home_currency", quote=quote, unit=unit, place=place)
    else:
        answer.say("pay_other_currency", quote=quote, unit=unit)
    for snippet in _held_in(own.pay.currency, rows, answer):
        answer.say("pay_held_in", text=answer.use(snippet))


def _held_in(
    code: str | None, rows: Sequence[tuple[Figure, Snippet]], answer: Answer
) -> Iterator[Snippet]:
    """Yield one snippet in the currency of somebody's own pay, if one is held."""
    for role in dict.fromkeys(row.roles[0] for _, row in rows):
        for snippet in answer.library.by_role.get((role, PAY), ()):
            alike = any(
                f.unit.split(" ", maxsplit=1)[0] == code for f in snippet.figures
            )
            if alike and snippet not in answer.used:
                yield snippet
                return


def _beside(draft: Draft, figure: Figure, row: Snippet, pay: Pay) -> str:
    """Return how far one figure lies above or below somebody's pay."""
    voice = draft.voice
    value = float(figure.value)
    sign = SIGNS[_code(figure)]
    says = voice.say(
        f"pay_{_side(figure, pay)}",
        n=f"{sign}{value:,.0f}",
        count=f"{sign}{abs(value - pay.yearly):,.0f}",
        who=figure.of or voice.plurals(row.roles[:1]),
    )
    return draft.answer.cite.cited(says, _sources_of(figure, row))


def _sources_of(figure: Figure, row: Snippet) -> tuple[str, ...]:
    """Return what a figure comes from: of a disagreement, the side that tells it."""
    sides = (side.sources for side in row.positions if figure in side.figures)
    return next(sides, row.sources)


def _side(figure: Figure, pay: Pay) -> str:
    """Return whether a figure lies above a pay, below, or is about the same."""
    apart = float(figure.value) - pay.yearly
    if abs(apart) <= NEAR * pay.yearly:
        return LEVEL
    return ABOVE if apart > 0 else BELOW


def middles(answer: Answer) -> list[tuple[Figure, Snippet]]:
    """Return the middles of pay a year that a reply rests on, one for each job."""
    found: dict[str, tuple[Figure, Snippet]] = {}
    for snippet in answer.used:
        for figure in middles_of(snippet):
            found.setdefault(figure.of or snippet.roles[0], (figure, snippet))
    return list(found.values())


def middles_of(snippet: Snippet) -> list[Figure]:
    """Return the middles of pay a year among a snippet's figures."""
    if snippet.topic != PAY or not snippet.roles:
        return []
    return [
        figure
        for figure in snippet.figures
        if figure.part == "middle" and figure.unit.endswith("a year")
    ]


def _code(figure: Figure) -> str:
    return figure.unit.split(" ", maxsplit=1)[0]
