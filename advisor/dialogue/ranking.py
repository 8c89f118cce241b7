"""Pay of all roles, or at all places, in order: "highest paying job?"."""

from collections.abc import Callable, Sequence

from advisor.data.model import SIGNS, Figure, Snippet
from advisor.data.topics import PAY
from advisor.dialogue.answer import Answer
from advisor.dialogue.choose import places_of
from advisor.dialogue.library import Library
from advisor.dialogue.reply import Items, Say
from advisor.understanding.frames import Frame

BY_ROLE, BY_PLACE = "ranked_pay", "ranked_places"
"""The rules that read such questions."""
ANY = "any"
PLACE, LEVEL = "place", "level"
_TWO = 2
LEVEL_UP_TO = 1.03
"""Up to so many times the lower pay the higher is level with it."""


def answer_ranking(answer: Answer, frame: Frame) -> None:
    """Add the pay of all roles at a place, or of a role at all places, highest first.

    Only figures of one source are set beside each other.
    """
    if frame.intent == BY_PLACE:
        for role in (frame.roles or answer.library.catalog.core)[:_TWO]:
            _rank_places(answer, role)
        return
    library = answer.library
    place, level, rows = _best_rows(answer, frame)
    name = _name(library, place)
    if not rows:
        answer.say("ranked_nothing", place=name)
        return
    _say_lacks(answer, frame, place, level)
    among = [row for row in rows if row.roles[0] in frame.roles]
    rows = among if len(among) >= _TWO else rows
    figure = middle_of(rows[0])
    values = {"place": name, "what": figure.statistic, "year": figure.year}
    answer.say("ranked_pay", **values)
    _list(answer, rows, lambda row: library.catalog.roles[row.roles[0]].plural)
    ranked = {row.roles[0] for row in rows}
    wanted = frame.roles or tuple(library.catalog.roles)
    lacking = [role for role in wanted if role not in ranked]
    if lacking:
        answer.say("ranked_lacks", roles=answer.voice.plurals(lacking))
    answer.say("ranked_note")


def rows_in_order(answer: Answer, frame: Frame) -> tuple[str, list[Snippet]]:
    """Return the name of a place, and the rows of pay there, highest first.

    It says so where the place is another than the one asked about.
    """
    place, level, rows = _best_rows(answer, frame)
    if rows:
        _say_lacks(answer, frame, place, level)
    return _name(answer.library, place), rows


def _best_rows(answer: Answer, frame: Frame) -> tuple[str, str, list[Snippet]]:
    """Return rows of the place and the level asked about, or of the nearest held."""
    library = answer.library
    level = frame.slot(LEVEL) or ANY
    asked = places_of(frame, library)
    for place in (*asked, _home(library)):
        for near in dict.fromkeys((level, ANY)):
            rows = _rows_at(library, place, near, frame.roles)
            if len(rows) >= (1 if place in asked else _TWO):
                return place, near, rows
    return (asked or (_home(library),))[0], level, []


def _say_lacks(answer: Answer, frame: Frame, place: str, level: str) -> None:
    """Say so where the figures are of another place or level than the one asked."""
    library = answer.library
    topic = library.catalog.topics[PAY].name
    asked = frame.slot(PLACE)
    if asked and asked != place and not _say_told(answer, frame, asked):
        wider = place in places_of(frame, library)
        key = "wider_there" if wider else "nothing_there"
        answer.say(key, topic=topic, place=_name(library, asked))
    wanted = frame.slot(LEVEL)
    if wanted and level != wanted:
        entity = library.catalog.entities[f"{LEVEL}:{wanted}"]
        answer.say("no_level_there", level=entity.name, place=_name(library, place))


def _say_told(answer: Answer, frame: Frame, place: str) -> bool:
    """Say what authors wrote of pay at a place of which no table holds a row."""
    library = answer.library
    told = [
        snippet
        for role in frame.roles or library.catalog.roles
        for snippet in library.by_role.get((role, PAY), ())
        if f"{PLACE}:{place}" in library.terms(snippet).names
    ]
    for snippet in told[:_TWO]:
        answer.blocks.append(Say(answer.use(snippet)))
    return bool(told)


def _name(library: Library, place: str) -> str:
    return library.catalog.entities[f"{PLACE}:{place}"].name if place else ""


def set_beside(answer: Answer, frame: Frame) -> None:
    """Say first which of two roles is paid more, where one source counted both."""
    library = answer.library
    if len(frame.roles) != _TWO or frame.topics != (PAY,):
        return
    if any(snippet.positions for snippet in library.pool(frame.roles, PAY)):
        return
    places = places_of(frame, library) or (_home(library),)
    for place in places:
        rows = _rows_at(library, place, frame.slot(LEVEL) or ANY)
        both = [row for row in rows if row.roles[0] in frame.roles]
        if len(both) == _TWO:
            _say_beside(answer, both[0], both[1], place)
            return
    asked = frame.slot(PLACE)
    if asked is not None:
        plurals = answer.voice.plurals(frame.roles)
        answer.say("no_pair_there", place=_name(library, asked), plural=plurals)


def _say_beside(answer: Answer, more: Snippet, less: Snippet, place: str) -> None:
    """Say of two rows, the higher first, which is more, or that they are level."""
    high, low = middle_of(more), middle_of(less)
    roles = answer.library.catalog.roles
    near = int(high.value) <= LEVEL_UP_TO * int(low.value)
    signs = [
        SIGNS.get(figure.unit.split(" ", maxsplit=1)[0], "") for figure in (high, low)
    ]
    for row in (more, less):
        answer.use(row)
    says = answer.voice.say(
        "paid_level" if near else "paid_more",
        what=roles[more.roles[0]].plural,
        other=roles[less.roles[0]].plural,
        high=f"{signs[0]}{int(high.value):,}",
        low=f"{signs[1]}{int(low.value):,}",
        place=answer.library.catalog.entities[f"{PLACE}:{place}"].name,
        year=high.year,
    )
    answer.blocks.append(Say(answer.cite.cited(says, more.sources)))


def places_held(library: Library, roles: Sequence[str]) -> list[str]:
    """Return the places with pay of some roles in one source, most of it first."""
    counts: dict[str, int] = {}
    for place in _places_with_rows(library):
        rows = _rows_at(library, place, ANY, roles)
        if rows and {row.roles[0] for row in rows} >= set(roles):
            counts[place] = len(rows)
    people = {p: _counted_at(library, p, roles) for p in counts}
    return sorted(counts, key=lambda place: (-counts[place], -people[place], place))


def _places_with_rows(library: Library) -> list[str]:
    """Return all places for which there is a row of pay."""
    return [
        key.removeprefix(f"{PLACE}:")
        for key in library.catalog.entities
        if key.startswith(f"{PLACE}:")
        and any(
            row.id.endswith(f"_{key.removeprefix(f'{PLACE}:')}_{ANY}")
            for (_, topic), rows in library.rows.items()
            if topic == PAY
            for row in rows
        )
    ]


def _counted_at(library: Library, place: str, roles: Sequence[str]) -> int:
    """Return how many records or people stand behind the rows of a place."""
    rows = _rows_at(library, place, ANY, roles)
    return sum(int(_people(row)) for row in rows)


def list_places(answer: Answer, role: str, places: Sequence[str]) -> None:
    """Add the pay of a role at some places, of one source, highest first."""
    _rank_places(answer, role, places)


def _rank_places(answer: Answer, role: str, places: Sequence[str] = ()) -> None:
    """Add the pay of a role at all places of one source, or at some, highest first."""
    library = answer.library
    plural = library.catalog.roles[role].plural
    rows = [
        row
        for row in library.rows.get((role, PAY), ())
        if row.id.endswith(f"_{ANY}")
        and __has_middle(row)
        and (not places or any(row.id.endswith(f"_{p}_{ANY}") for p in places))
    ]
    best = _of_one_source(rows)
    if len(best) < _TWO:
        answer.say("ranked_nothing", place=plural)
        return
    figure = middle_of(best[0])
    answer.say("ranked_places", plural=plural, what=figure.statistic, years=figure.year)
    _list(answer, best, lambda row: middle_of(row).place)


def _list(
    answer: Answer, rows: Sequence[Snippet], name: Callable[[Snippet], str]
) -> None:
    """Add one line for each row."""
    lines = []
    for row in rows:
        figure, people = middle_of(row), _people(row)
        sign = SIGNS.get(figure.unit.split(" ", maxsplit=1)[0], "")
        says = answer.voice.say(
            "ranked_line",
            what=name(row),
            sums=f"{sign}{int(figure.value):,}",
            count=f"{int(people):,}",
            year=figure.year,
        )
        answer.use(row)
        lines.append(answer.cite.cited(says, row.sources))
    answer.blocks.append(Items(tuple(lines)))


def _rows_at(
    library: Library, place: str, level: str, roles: Sequence[str] = ()
) -> list[Snippet]:
    rows = [
        row
        for (role, topic), found in library.rows.items()
        if topic == PAY and (not roles or role in roles)
        for row in found
        if row.id.endswith(f"_{place}_{level}") and __has_middle(row)
    ]
    return _of_one_source(rows, most=bool(roles))


def _of_one_source(rows: Sequence[Snippet], *, most: bool = False) -> list[Snippet]:
    """Return the rows of the newest source with most rows, the highest pay first.

    Args:
        rows: rows of any source.
        most: whether the source with most rows goes before a newer one.

    """
    by_source: dict[tuple[str, ...], list[Snippet]] = {}
    for row in rows:
        by_source.setdefault(row.sources, []).append(row)
    key = _most_and_newest if most else _newest_and_most
    best = max(by_source.values(), key=key, default=[])
    return sorted(best, key=lambda row: -int(middle_of(row).value))


def _newest_and_most(rows: Sequence[Snippet]) -> tuple[int, int]:
    """Return the year of a source's newest row, and how many rows there are."""
    return max(middle_of(row).newest or 0 for row in rows), len(rows)


def _most_and_newest(rows: Sequence[Snippet]) -> tuple[int, int]:
    """Return how many rows there are of a source, and the year of its newest."""
    return len(rows), max(middle_of(row).newest or 0 for row in rows)


def _home(library: Library) -> str:
    """Return the place for which most roles have a row."""
    counts: dict[str, int] = {}
    for (_, topic), rows in library.rows.items():
        for row in rows if topic == PAY else ():
            for name in library.terms(row).names:
                if row.id.endswith(f"_{ANY}") and name.startswith(f"{PLACE}:"):
                    place = name.partition(":")[2]
                    counts[place] = counts.get(place, 0) + 1
    return max(counts, key=lambda place: counts[place], default="")


def __has_middle(row: Snippet) -> bool:
    return any(figure.part == "middle" for figure in row.figures)


def middle_of(row: Snippet) -> Figure:
    """Return the middle of the pay that a row is of."""
    return next(figure for figure in row.figures if figure.part == "middle")


def _people(row: Snippet) -> str:
    """Return how many records or people stand behind a row."""
    return next(figure.value for figure in row.figures if figure.unit == "people")
