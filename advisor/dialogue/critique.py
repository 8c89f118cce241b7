"""Arguing with a suggestion that was given: what a line changes, and what that moves.

Most critiques are remarks like any others ("less maths please"). Three kinds are read
here: what is only supposed ("what if I learned Java"), what is to be left out ("ignore
the salary"), and where one wants to stay.
"""

from collections.abc import Sequence
from dataclasses import replace

from advisor.dialogue.describe import PLACE
from advisor.dialogue.knowing import SUPPOSE
from advisor.dialogue.own_job import is_said, newly_left_out, roles_told
from advisor.dialogue.passages import say_critiques, say_status
from advisor.dialogue.reply import Items
from advisor.dialogue.shares import percent
from advisor.dialogue.turn import Draft
from advisor.dialogue.ways import role_name, say_needs
from advisor.recommend.profile import GOAL, WORK, Profile
from advisor.recommend.rank import Ranked, rank
from advisor.recommend.suggest import TOO_LITTLE, Suggestion, open_to, status_of
from advisor.text import words
from advisor.understanding.frames import Frame
from advisor.understanding.language import phrases_of
from advisor.understanding.remarks import Remark

MOVED = 0.01
"""Shares that change by less are not said to have moved."""
MOST_MOVED = 3
OPENING = 4
"""Within how many words a line says that it supposes something: "what if I had"."""
CRITIQUE = "critique_"
WHAT_IF = "what_if"
"""The intent of a line that supposes something before any suggestion."""
SUPPOSED = ("know", "like", "dislike")


def hear(draft: Draft) -> None:
    """Read a line as a critique, where it is one of the three kinds, or says "no"."""
    if draft.reading.length:
        return
    if not draft.state.probing.given:
        _supposed_early(draft)
        return
    for kind in (_corrected, _supposed, _ignored, _staying):
        if kind(draft):
            return


def _take(draft: Draft, kind: str, remarks: Sequence[Remark]) -> bool:
    """Let the line say some remarks and nothing else; False where there are none."""
    if not remarks:
        return False
    text = draft.reading.text
    draft.frames = [Frame("tell", (), (), CRITIQUE + kind, 1.0, text)]
    draft.reading = replace(draft.reading, remarks=tuple(remarks), choices=())
    return True


def _read(draft: Draft, text: str) -> tuple[Remark, ...]:
    return draft.reader.read(text, draft.memory.focus, standing=True).remarks


def _corrected(draft: Draft) -> bool:
    """Read "no, I like SQL" without its "no"."""
    lists, text = draft.voice.catalog.language, draft.reading.text
    first, comma, rest = text.partition(",")
    said = words(rest)
    if not comma or " ".join(words(first)) not in lists["answer_no"] or not said:
        return False
    if said[0] not in lists["first_person"]:
        return False
    return _take(draft, "no", _read(draft, rest.strip()))


def _supposed(draft: Draft) -> bool:
    """Read "what if I learned Java" as if it were so."""
    read = _supposition(draft)
    if read is None:
        return False
    if read:
        draft.answer.say("supposed")
    return _take(draft, "suppose", _quoting(read, draft.reading.text))


def _supposition(draft: Draft) -> tuple[Remark, ...] | None:
    """Return what a line supposes of its speaker; None where it supposes nothing."""
    lists, said = draft.voice.catalog.language, words(draft.reading.text)
    while len(said) > 1 and said[0] in lists["supposing_leads"]:
        said = said[1:]
    for means in SUPPOSED:
        for opening in lists[f"supposing_{means}"]:
            cut = len(words(opening))
            if said[:cut] == words(opening) and len(said) > cut:
                claim = draft.voice.catalog.phrases[f"claim_{means}"][0]
                return _read(draft, claim.replace("{trait}", " ".join(said[cut:])))
    return None


def _supposed_early(draft: Draft) -> None:
    """Say of what is supposed before any suggestion that nothing is made of it yet."""
    if _asks_besides(draft) or not _supposition(draft):
        return
    draft.answer.say("supposed_early")
    text = draft.reading.text
    draft.frames = [Frame("tell", (), (), WHAT_IF, 1.0, text)]
    draft.reading = replace(draft.reading, remarks=(), choices=())


def _asks_besides(draft: Draft) -> bool:
    """Whether a line asks something behind what it supposes: "..., what would I earn?".

    What is only supposed may be read as a question itself.
    """
    lists = draft.voice.catalog.language
    first = words(next(iter(draft.reading.clauses), ""))
    asking = {*lists["auxiliaries"], *lists["question_words"]}
    goes_on = not asking.isdisjoint(first[OPENING:])
    asked = [f for f in draft.frames if f.act in ("ask", "compare")]
    return bool(asked) and (goes_on or any(words(f.text) != first for f in asked))


def _quoting(remarks: Sequence[Remark], text: str) -> list[Remark]:
    return [replace(remark, quote=text.rstrip(" ?!.")) for remark in remarks]


def _ignored(draft: Draft) -> bool:
    """Leave out of the sum what the line asks to leave out."""
    lists, text = draft.voice.catalog.language, draft.reading.text
    if not phrases_of(lists["ignoring"]).within(words(text)):
        return False
    traits = draft.voice.catalog.advice.traits
    named = set(draft.reader.selves.named(text))
    if set(words(text)) & set(lists["pay_words"]):
        named |= set(lists["pay_trait"])
    left_out = [
        Remark(trait, 0, 1.0, "neutral", text)
        for trait in sorted(named & traits.keys())
    ]
    return _take(draft, "ignore", left_out)


def _staying(draft: Draft) -> bool:
    """Keep the place where the speaker wants to work; it changes no ranking."""
    lists, reading = draft.voice.catalog.language, draft.reading
    places = [m for m in reading.mentions if m.kind == PLACE]
    if not places or reading.asks:
        return False
    if not phrases_of(lists["staying"]).within(words(reading.text)):
        return False
    draft.memory = replace(
        draft.memory, focus=replace(draft.memory.focus, place=places[0].id)
    )
    entity = draft.voice.catalog.entities[places[0].key]
    draft.answer.say("stays_in", place=entity.name)
    return _take(draft, "place", [Remark(PLACE, 1, 1.0, "limit", reading.text)])


def say_moved(draft: Draft) -> None:
    """After a suggestion: say what a remark moved, and where that leaves it."""
    before, after = draft.state.memory.profile, draft.memory.profile
    given = draft.state.probing.given and bool(after)
    if not given or draft.restored or _same(before, after):
        return
    roles, advice = roles_told(draft, before, after), draft.voice.catalog.advice
    was, now = (rank(p, roles, advice) for p in (before, after))
    lines = _moves(draft, was, now)
    if lines:
        draft.answer.say("moved")
        draft.answer.blocks.append(Items(lines))
        draft.moved = True
    elif not any(item.means == "limit" for item in draft.noted):
        draft.answer.say("moved_nothing", role=role_name(draft, now.top))


def _same(one: Profile, other: Profile) -> bool:
    return _counting(one) == _counting(other)


def _counting(profile: Profile) -> set[tuple[str, int, float]]:
    return {
        (item.trait, item.polarity, item.strength)
        for item in profile
        if not item.trait.startswith((GOAL, WORK))
    }


def _moves(draft: Draft, was: Ranked, now: Ranked) -> tuple[str, ...]:
    """Return the shares that moved most, in words."""
    change = {role: share - was.probability(role) for role, share in now.order}
    most = sorted(change, key=lambda role: (-abs(change[role]), role))[:MOST_MOVED]
    return tuple(
        draft.voice.say(
            "move",
            role=role_name(draft, role),
            old=percent(draft, was.probability(role)),
            new=percent(draft, now.probability(role)),
        )
        for role in most
        if abs(change[role]) >= MOVED
    )


def say_where_it_stands(draft: Draft) -> None:
    """After a remark that moved something: say which role is first now."""
    catalog = draft.voice.catalog
    profile = draft.memory.profile
    whole = rank(profile, list(catalog.roles), catalog.advice)
    ranked = open_to(profile, whole, stays=draft.probing.stays)
    status = status_of(ranked)
    given = draft.state.probing.given
    own = newly_left_out(draft) if given or draft.moved else ()
    if (draft.moved or own) and status != TOO_LITTLE:
        if own:
            names = [role_name(draft, role) for role in own]
            draft.answer.say("status_own", role=draft.voice.listed(names))
        top, second = (role_name(draft, role) for role in (ranked.top, ranked.second))
        draft.answer.say(f"status_{status}", role=top, second=second)


def is_one(draft: Draft) -> bool:
    """Whether the line was read as a critique by `hear`."""
    return any(frame.intent.startswith(CRITIQUE) for frame in draft.frames)


def is_supposed(draft: Draft) -> bool:
    """Whether the line only supposes something of the user."""
    return any(frame.intent in (SUPPOSE, WHAT_IF) for frame in draft.frames)


def conclude(draft: Draft, suggestion: Suggestion) -> None:
    """Say where a critique leaves the suggestion, and how else to argue with it."""
    draft.suggestion = suggestion
    say_status(draft, suggestion)
    if is_supposed(draft) or is_said(draft):
        say_needs(draft, suggestion.way)
    if is_said(draft):
        draft.probing = replace(draft.probing, told=suggestion.ranked.top)
    say_critiques(draft, suggestion)
