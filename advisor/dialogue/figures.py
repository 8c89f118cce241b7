"""Questions on a figure that was told: "0.36 of what?", "34 records is not many".

The number is looked for among the figures of the last replies. What is said of it is
what it measures, whose it is, how many stand behind it and how far such a source goes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from advisor.data.model import SIGNS, Figure, Snippet
from advisor.data.topics import PAY
from advisor.dialogue.answer import Answer
from advisor.dialogue.library import Library
from advisor.dialogue.lines import finds, sentences
from advisor.dialogue.money import MONTHS, Number, Pay, numbers_in
from advisor.dialogue.own_pay import held_pay
from advisor.dialogue.reply import Say
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.dialogue.units import unit_asked
from advisor.dialogue.worry import SCORE
from advisor.text import words
from advisor.understanding.frames import Frame, Reading

FIGURE = "about_figure"
"""The rule that reads a question on a figure."""
COUNTED = ("people", "records", "respondents", "adverts", "job ads")
"""Units of what was counted."""
ENTRY = "entry"
MOST_BACK = 24
"""So many snippets back a figure may have been told."""
NEAR = 0.02
"""By what share a sum may be rounded and still be the one that was told."""
LARGE = 1_000
FEW, SOME = 50, 300
"""Up to so many records a figure rests on few, and on some."""
MOST = 2
SHORT = 9
"""So many words has a question that only points at a figure."""
HALF = 500
"""By so much a sum may be rounded that is put as a mere number of thousands."""
SURE = 0.95
ASKS = ("ask", "compare", "recommend")
SCORES, ADVERTISED = "AI applicability", "advertised"
"""What statistics hold that are scores of AI, and that are from adverts."""


ON_CURRENCY = ("asks_currency", "asks_in_currency")


@dataclass(frozen=True, slots=True)
class Found:
    """A figure that was told, with where it stands."""

    figure: Figure
    snippet: Snippet
    sources: tuple[str, ...]
    beside: tuple[Figure, ...]
    """All figures that stand with it."""

    @property
    def count(self) -> Figure | None:
        """Return how many people or records it rests on, if its author says so."""
        if self.figure.unit in COUNTED:
            return self.figure
        alike = [f for f in self.beside if f.unit in COUNTED]
        near = [f for f in alike if f.place == self.figure.place]
        return next(iter((*near, *alike)), None)


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading in which a question on a figure that was told is read as one.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.

    """
    scores = any(frame.intent == SCORE for frame in reading.frames)
    if reading.stands_apart or scores or PAY not in library.catalog.topics:
        return reading
    named = named_figures(reading.text, state, library)
    told = _told(state, library)
    asks = any(_asks_of(s, state, library) for s in sentences(reading.text))
    asks = asks or (bool(named) and _asks_behind(reading.text, library))
    alone = any(_asks_alone(s, state, library) for s in sentences(reading.text))
    if not ((asks and named) or (alone and told)):
        return reading
    others = {m.role for m in reading.mentions if m.role and not m.pointed}
    if not named and others - {role for f in told for role in f.snippet.roles}:
        return reading
    frame = Frame("ask", (), (), FIGURE, SURE, reading.text)
    kept = tuple(f for f in reading.frames if _is_apart(f, library))
    mine = tuple(r for r in reading.remarks if not r.guessed)
    return replace(
        reading,
        frames=(frame, *kept),
        choices=(),
        remarks=mine,
        points_nowhere=False,
    )


def _asks_of(sentence: str, state: State, library: Library) -> bool:
    """Whether a sentence asks about, or doubts, a figure that it names."""
    named, said = named_figures(sentence, state, library), words(sentence)
    if not named:
        return False
    if is_asked(sentence, library) and finds(library.turns["asks_figure"], said):
        return True
    if finds(library.turns["doubts_figure"], said):
        return True
    counted = any(f.figure.unit in COUNTED for f in named)
    return counted and finds(library.turns["doubts_count"], said)


def _asks_behind(text: str, library: Library) -> bool:
    """Whether a short sentence asks about what another names: "76k? who says so?"."""
    points = set(library.catalog.language["bare_pronouns"])
    return any(
        len(said) <= SHORT
        and bool(points & set(said))
        and is_asked(one, library)
        and finds(library.turns["asks_figure"], said)
        for one in sentences(text)
        if (said := words(one))
    )


def _asks_alone(sentence: str, state: State, library: Library) -> bool:
    """Whether a sentence asks about a figure that was told, and names none."""
    said, own = words(sentence), held_pay(state.memory.profile, library.catalog)
    if finds(library.turns["asks_figure_alone"], said):
        return True
    numbers = numbers_in(sentence, library.catalog.language)
    if any(_is_own(number, sentence, own, library) for number in numbers):
        return False
    other = finds(library.turns["asks_in_currency"], said)
    other = other and unit_asked(said, library.catalog.language) is None
    return other and is_asked(sentence, library)


def is_asked(sentence: str, library: Library) -> bool:
    """Whether a sentence is put as a question, at its beginning or further on."""
    lists, said = library.catalog.language, words(sentence)
    if sentence.rstrip().endswith("?"):
        return True
    leads = {*lists["openers"], *lists["joins"]}
    asked = any(
        word in lists["question_words"]
        and (i == 0 or said[i - 1] in leads or said[i - 1][0].isdigit())
        for i, word in enumerate(said)
    )
    opens = [word for word in said if word not in leads][:1]
    return asked or not set(opens).isdisjoint(lists["auxiliaries"])


def _is_apart(frame: Frame, library: Library) -> bool:
    """Whether a clause asks something else beside: another job, another topic."""
    said = words(frame.text)
    rows = ("asks_figure", "asks_figure_alone")
    on_it = any(finds(library.turns[name], said) for name in rows)
    named = bool(numbers_in(frame.text, library.catalog.language))
    return (
        frame.act in ("ask", "compare")
        and not on_it
        and not named
        and (frame.confidence >= SURE or frame.act == "compare")
    )


def _told(state: State, library: Library) -> list[Found]:
    """Return the figures of the last reply that rested on any."""
    if state.claim is None:
        return []
    return [f for name in state.claim.snippets for f in _of(name, library)]


def _of(name: str, library: Library) -> Iterator[Found]:
    """Yield the figures of a snippet, those of a disagreement with their side's."""
    snippet = library.catalog.snippets.get(name)
    if snippet is None:
        return
    for figure in snippet.figures:
        yield Found(figure, snippet, snippet.sources, snippet.figures)
    for side in snippet.positions:
        for figure in side.figures:
            yield Found(figure, snippet, side.sources, side.figures)


def named_figures(text: str, state: State, library: Library) -> list[Found]:
    """Return the figures that a line names, of those told last, the latest first."""
    claimed = state.claim.snippets if state.claim is not None else ()
    before = reversed(state.said[: state.memory.heard][-MOST_BACK:])
    names = dict.fromkeys((*claimed, *before))
    every = [found for name in names for found in _of(name, library)]
    numbers = numbers_in(text, library.catalog.language)
    own = held_pay(state.memory.profile, library.catalog)
    named: list[Found] = []
    for number in numbers:
        if _is_own(number, text, own, library):
            continue
        hit = next((f for f in every if _is_meant(number, f.figure, library)), None)
        if hit is not None and hit not in named:
            named.append(hit)
    return named


def _is_own(number: Number, text: str, own: Pay | None, library: Library) -> bool:
    """Whether a number is the speaker's: "my 78", or their own pay once more."""
    mine = set(library.catalog.language["mine"])
    given = number.value * (LARGE if number.value < LARGE else 1)
    again = own is not None and round(given) == round(own.yearly)
    return again or bool(mine & set(words(text[: number.start])[-1:]))


def _is_meant(number: Number, figure: Figure, library: Library) -> bool:
    """Whether a number is a figure, as people round and shorten it."""
    try:
        value = float(figure.value.replace(",", ""))
    except ValueError:
        return False
    money = figure.unit.split(" ", maxsplit=1)[0] in SIGNS
    if money:
        sums = (value, value / MONTHS) if figure.unit.endswith("a year") else (value,)
        given = number.value * (LARGE if number.value < LARGE else 1)
        if given != number.value and not number.currency:
            return not number.share and abs(given - value) < HALF
        return not number.share and any(abs(given - one) <= NEAR * one for one in sums)
    if figure.unit in ("percent", "%"):
        return number.share and number.value in (value, round(value))
    if figure.unit in COUNTED:
        counted = set(library.catalog.language["counted_words"]) & set(number.tail)
        return bool(counted) and number.value == value
    return number.value == value and value != round(value)


def answer_figure(draft: Draft, frame: Frame) -> None:
    """Say what a figure measures, whose it is, and how far it can be relied on."""
    answer, library = draft.answer, draft.answer.library
    found = named_figures(frame.text, draft.state, library)
    found = found or _leading(_on_role(draft))
    chosen = _apart(found)[:MOST]
    said = words(frame.text)
    if chosen and finds(library.turns["asks_reliance"], said):
        answer.say(_how_firm(chosen[0], answer))
    for one in chosen:
        _explain(answer, one)
    if len(chosen) == MOST:
        _say_why_apart(answer, *chosen)
    for one in chosen[:1]:
        if any(finds(library.turns[name], said) for name in ON_CURRENCY):
            _say_currency(answer, one, frame.text)
        if finds(library.turns["asks_of_beginner"], said):
            _say_level(answer, one)


def _on_role(draft: Draft) -> list[Found]:
    """Return the figures told last, those on the role that a line names, if any."""
    told = _told(draft.state, draft.answer.library)
    named = {m.role for m in draft.reading.mentions if m.role}
    return [f for f in told if named & set(f.snippet.roles)] or told


def _how_firm(found: Found, answer: Answer) -> str:
    """Return the phrase that says how far a figure can be relied on."""
    kinds = {answer.library.catalog.sources[name].kind for name in found.sources}
    count = found.count
    few = count is not None and int(count.value.replace(",", "")) <= FEW
    if few or kinds & {"vendor", "article"}:
        return "figure_rough"
    return "figure_firm" if kinds == {"official"} else "figure_fair"


def _leading(told: Sequence[Found]) -> list[Found]:
    """Return the figure that a reply leads with: a middle of pay, else the first."""
    counts = [f for f in told if f.figure.unit not in COUNTED]
    middles = [f for f in counts if f.figure.part == "middle"]
    return list(middles or counts or told)[:1]


def _apart(found: Sequence[Found]) -> list[Found]:
    """Return figures, one for each source: two ends of one range are one."""
    kept: list[Found] = []
    for one in found:
        if all(one.sources != other.sources for other in kept):
            kept.append(one)
    return kept


def _explain(answer: Answer, found: Found) -> None:
    """Say of one figure what it is, whose, and how far such a source goes."""
    voice, catalog = answer.voice, answer.library.catalog
    figure = found.figure
    own = len(found.snippet.roles) == 1 and SCORES not in figure.statistic
    of = figure.of or (voice.plurals(found.snippet.roles) if own else "")
    key = "figure_is_of" if of and of not in figure.statistic else "figure_is"
    says = voice.say(
        key,
        n=_shown(figure),
        what=figure.statistic,
        who=of,
        place=figure.place,
        year=figure.year,
    )
    texts = [answer.cite.cited(says, found.sources)]
    kinds = dict.fromkeys(catalog.sources[name].kind for name in found.sources)
    for name in found.sources[:MOST]:
        source = catalog.sources[name]
        if kinds.pop(source.kind, True) is None:
            key = f"figure_{source.kind}"
            texts.append(voice.say(key, publisher=source.publisher, date=source.date))
    count = found.count
    if count is not None:
        texts.append(_counted(answer, count))
    if found.snippet not in answer.used:
        answer.used.append(found.snippet)
    answer.blocks.append(Say(" ".join(texts)))
    if SCORES in figure.statistic:
        answer.say("figure_score")


def _counted(answer: Answer, count: Figure) -> str:
    """Return on how many a figure rests, and what that makes of it."""
    number = int(count.value.replace(",", ""))
    few = number <= FEW
    key = "figure_few" if few else "figure_some" if number <= SOME else "figure_many"
    return answer.voice.say(key, count=f"{number:,}")


def _shown(figure: Figure) -> str:
    """Return a figure as people read it."""
    sign = SIGNS.get(figure.unit.split(" ", maxsplit=1)[0])
    if sign is not None and figure.value.isdigit():
        return f"{sign}{int(figure.value):,}"
    if figure.unit in ("percent", "%"):
        return f"{figure.value}%"
    whole = f"{int(figure.value):,}" if figure.value.isdigit() else figure.value
    return f"{whole} {figure.unit}" if figure.unit in COUNTED else whole


def _say_why_apart(answer: Answer, one: Found, two: Found) -> None:
    """Say why two figures may differ, and which of them is the firmer."""
    voice, sources = answer.voice, answer.library.catalog.sources
    for key, same in (
        ("figures_other_place", one.figure.place == two.figure.place),
        ("figures_other_year", one.figure.year == two.figure.year),
        ("figures_other_measure", one.figure.statistic == two.figure.statistic),
    ):
        if not same:
            answer.say(key)
            break
    official = [f for f in (one, two) if sources[f.sources[0]].kind == "official"]
    if len(official) == 1:
        answer.say("figures_official", n=_shown(official[0].figure))
    else:
        answer.blocks.append(Say(voice.say("figures_both")))


def _say_currency(answer: Answer, found: Found, text: str) -> None:
    """Own that no sum is converted, and tell one in the other currency, if held."""
    library = answer.library
    lists, said = library.catalog.language, set(words(text))
    own = found.figure.unit.split(" ", maxsplit=1)[0]
    wanted = next(
        (
            code
            for code in SIGNS
            if code != own and said & set(lists.get(f"currency_{code.lower()}", ()))
        ),
        None,
    )
    named = answer.voice.say(f"money_{own.lower()}") if own in SIGNS else ""
    if named:
        answer.say("figure_currency", currency=named)
    for role in found.snippet.roles if wanted else ():
        for held in library.by_role.get((role, PAY), ()):
            if any(f.unit.startswith(str(wanted)) for f in held.figures):
                answer.blocks.append(Say(answer.use(held)))
                return


def _say_level(answer: Answer, found: Found) -> None:
    """Say whether a figure is one of beginners, and what is held on those."""
    library = answer.library
    names = library.terms(found.snippet).names
    if f"level:{ENTRY}" in names:
        answer.say("figure_of_entry")
        return
    low = next((f for f in found.beside if f.part == "quartile_1"), None)
    entry = _entry_row(found, library)
    if entry is not None:
        says = answer.voice.say("figure_all_levels")
        answer.blocks.append(Say(f"{says} {answer.use(entry)}"))
    elif low is not None:
        answer.say("figure_all_levels_low", low=_shown(low))
    else:
        answer.say("figure_all_levels_unknown")
    if ADVERTISED in found.figure.statistic:
        answer.say("figure_offered")


def _entry_row(found: Found, library: Library) -> Snippet | None:
    """Return what is held on the pay of beginners in the same job and place."""
    rows = [
        r for role in found.snippet.roles[:1] for r in library.rows.get((role, PAY), ())
    ]
    held = [r for r in rows if r.id.endswith(f"_{ENTRY}")]
    return next((r for r in held if r.figures[0].place == found.figure.place), None)
