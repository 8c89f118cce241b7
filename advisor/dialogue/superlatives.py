"""All roles in order by something besides pay, or an owning that nobody counted.

"Which of these is safest from AI?", "which job needs no degree?"; and of roles that
are named, what nobody counted: "do they work nights?".
"""

from collections.abc import Mapping, Sequence

from advisor.data.model import Measure, Snippet
from advisor.data.topics import DEMAND
from advisor.dialogue.answer import Answer
from advisor.dialogue.choose import SPECIFIC, question_of, rank
from advisor.dialogue.reply import Items, Say
from advisor.text import fill, words
from advisor.understanding.frames import Frame

MEASURED = "measured_"
"""How the rules begin that read such questions."""
OVER_ALL = "measured_all_"
"""The same over all roles."""
PLACE = "place"
MOST_HELD = 6
HALF = 50
"""From this share on, most people have a thing."""
_TWO = 2


def measure_of(intent: str, measures: Sequence[Measure]) -> Measure | None:
    """Return the measure that the rule of a frame names."""
    name = intent.removeprefix(OVER_ALL).removeprefix(MEASURED)
    return next((m for m in measures if m.id == name), None)


def answer_measured(answer: Answer, frame: Frame) -> None:
    """Add the order of all roles, or what is held on those that are named."""
    measure = measure_of(frame.intent, answer.library.catalog.measures)
    if measure is None:
        return
    if not frame.intent.startswith(OVER_ALL):
        _of_roles(answer, frame, measure)
    elif measure.values:
        _in_order(answer, frame, measure)
    else:
        _uncounted(answer, measure)


def _in_order(answer: Answer, frame: Frame, measure: Measure) -> None:
    """Add all roles of a measure in order, from the end that is asked for."""
    voice, catalog = answer.voice, answer.library.catalog
    up = bool(set(words(frame.text)) & set(measure.lowest))
    _say_where(answer, frame, measure)
    values = _values(frame, measure)
    _say_verdict(answer, measure, values)
    order = sorted(values, key=lambda role: _number(values[role]))
    answer.blocks.append(Say(answer.cite.cited(measure.says, measure.snippet.sources)))
    lines = []
    for role in order if up else reversed(order):
        title = measure.of.get(role)
        key = "measured_line_of" if title else "measured_line"
        lines.append(
            voice.say(
                key,
                what=catalog.roles[role].plural,
                count=measure.values[role],
                unit=voice.say("percent", count="").strip()
                if measure.unit == "percent"
                else f" {measure.unit}",
                title=title or "",
            )
        )
    answer.use(measure.snippet)
    answer.blocks.append(Items(tuple(lines)))
    wanted = frame.roles or tuple(catalog.roles)
    lacking = [role for role in wanted if role not in measure.values]
    if lacking:
        answer.say("ranked_lacks", roles=voice.plurals(lacking))
    if measure.note and not frame.roles:
        answer.blocks.append(Say(measure.note))


def _values(frame: Frame, measure: Measure) -> Mapping[str, str]:
    """Return the values of the roles that are asked about, or of all."""
    own = {role: measure.values[role] for role in frame.roles if role in measure.values}
    return own or measure.values


def _say_verdict(answer: Answer, measure: Measure, values: Mapping[str, str]) -> None:
    """Say first, in plain words, in which of some roles most people have it."""
    most = [role for role in values if _number(values[role]) >= HALF]
    text = measure.mostly if most else measure.hardly
    if text:
        roles = answer.voice.plurals(most) if most else ""
        answer.blocks.append(Say(fill(text, {"roles": roles})))


def _say_where(answer: Answer, frame: Frame, measure: Measure) -> None:
    """Say so where an order is of another place than the one asked about."""
    catalog = answer.library.catalog
    asked = frame.slot(PLACE)
    if asked is None or measure.topic != DEMAND:
        return
    name = catalog.entities[f"{PLACE}:{asked}"].name
    if measure.snippet.figures[0].place not in name:
        topic = catalog.topics[measure.topic].name
        answer.say("nothing_there", topic=topic, place=name)


def _number(value: str) -> float:
    return float(value.replace(",", ""))


def _uncounted(answer: Answer, measure: Measure) -> None:
    """Own that nobody counted, and add what comes nearest."""
    answer.blocks.append(Say(measure.says))
    held = [answer.library.catalog.snippets[name] for name in measure.holds]
    lines = tuple(answer.use(snippet) for snippet in held[:MOST_HELD])
    if lines:
        answer.blocks.append(Items(lines))


def _of_roles(answer: Answer, frame: Frame, measure: Measure) -> None:
    """Add what is held on the roles that are named, and own what is not."""
    lacking = []
    for role in frame.roles:
        question = question_of(frame, measure.topic, answer.library)
        held = _held(answer, measure, role)
        pool = _pool(answer, measure, role, held)
        hits = rank(pool, question, answer.library, answer.heard)
        hit = max(hits, key=lambda hit: hit.likeness, default=None)
        if (
            hit is None
            or hit.snippet.positions
            or (held is None and hit.likeness < SPECIFIC)
        ):
            lacking.append(role)
        else:
            verdict = hit.yes_no
            if measure.strict and verdict is None:
                plural = answer.voice.plurals((role,))
                answer.blocks.append(Say(fill(measure.one, {"plural": plural})))
            text = answer.use(hit.snippet)
            answer.blocks.append(Say(f"{verdict.say} {text}" if verdict else text))
    if lacking:
        plural = answer.voice.plurals(lacking)
        answer.blocks.append(Say(fill(measure.one, {"plural": plural})))


def _pool(
    answer: Answer, measure: Measure, role: str, held: Snippet | None
) -> Sequence[Snippet]:
    """Return what could answer a question on what nobody counted."""
    if held:
        return [held]
    return () if measure.strict else answer.library.pool((role,), measure.topic)


def _held(answer: Answer, measure: Measure, role: str) -> Snippet | None:
    """Return the snippet that comes nearest for a role, if one does."""
    snippets = answer.library.catalog.snippets
    return next((snippets[n] for n in measure.holds if snippets[n].role == role), None)
