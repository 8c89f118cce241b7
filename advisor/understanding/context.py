"""Fill in what a speaker leaves out: roles and topics spoken of before."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.understanding.focus import Focus
from advisor.understanding.frames import Frame
from advisor.understanding.judge import Part
from advisor.understanding.language import Language

_TWO = 2
DEFAULT_TOPIC = "overview"
ABOUT_ROLES = ("ask", "compare", "recommend", "tell")


def fill(
    frames: Sequence[Frame],
    parts: Sequence[Part],
    focus: Focus,
    language: Language,
) -> tuple[tuple[Frame, ...], tuple[Frame, ...]]:
    """Return the frames with roles and topics filled in, and close readings."""
    filled: list[Frame] = []
    for i, (frame, part) in enumerate(zip(frames, parts, strict=True)):
        if frame.move == "correction":
            frame = _corrected(frame, part, focus, language)
        elif frame.act in ("ask", "compare"):
            frame = _roles(frame, part, filled, frames[i + 1 :], focus, language)
            frame = _topics(frame, filled, focus)
            frame = _slots(frame, focus)
        filled.append(frame)
    return tuple(filled), ()


def _roles(  # noqa: PLR0913 - all the places that a role can come from
    frame: Frame,
    part: Part,
    before: Sequence[Frame],
    after: Sequence[Frame],
    focus: Focus,
    language: Language,
) -> Frame:
    """Return a frame with roles: named, pointed at, or taken over."""
    words = part.words
    near = _near(before, after)
    now = replace(focus, roles=near) if near else focus
    roles = frame.roles
    if language.names("the_other", words) and len(roles) < _TWO:
        roles = tuple(dict.fromkeys((*roles, *now.the_other())))
    elif not roles and language.names("the_former", words) and now.both():
        roles = now.both()[:1]
    elif not roles and language.names("the_latter", words) and now.both():
        roles = now.both()[-1:]
    elif not roles and language.names("both", words):
        roles = now.both()
    elif not roles and frame.act == "compare":
        roles = now.both()
    elif not roles and _chooses(words, near, focus, language):
        return replace(frame, act="compare", intent="which_of", roles=now.both())
    elif not roles:
        roles = near or focus.roles
    elif frame.act == "compare" and len(roles) < _TWO and focus.roles:
        other = tuple(r for r in focus.roles[-1:] if r not in roles)
        pointed = language.names("pointing", words)
        roles = (*roles, *other) if pointed or not part.slots.get("job") else roles
    return replace(frame, roles=roles, by_default=not roles)


def _chooses(
    words: Sequence[str], near: tuple[str, ...], focus: Focus, language: Language
) -> bool:
    """Whether a clause chooses among roles in play: "which of them pays more"."""
    known = len(near) >= _TWO if near else bool(focus.roles)
    return known and language.names("which_of", words)


def _near(before: Sequence[Frame], after: Sequence[Frame]) -> tuple[str, ...]:
    """Return the roles of the nearest frame of this utterance that has some."""
    for frame in (*reversed(before), *after):
        if frame.roles and frame.act in ABOUT_ROLES:
            return frame.roles
    return ()


def _topics(frame: Frame, before: Sequence[Frame], focus: Focus) -> Frame:
    """Return a frame with topics: named, or those asked about before."""
    if frame.intent not in ("follow_up", "more") or frame.topics:
        return frame
    asked = next((f.topics for f in reversed(before) if f.topics), focus.topics)
    if asked:
        return replace(frame, topics=asked)
    if "level" in frame.slots or "place" in frame.slots:
        return replace(frame, topics=("salary",))
    return replace(frame, topics=(DEFAULT_TOPIC,))


def _slots(frame: Frame, focus: Focus) -> Frame:
    """Return a follow-up with the place and level that still hold."""
    if frame.topics != focus.topics or frame.act == "compare":
        return frame
    slots = dict(frame.slots)
    if frame.intent == "follow_up" or not frame.slots:
        if focus.place and "place" not in slots:
            slots["place"] = (focus.place,)
        if focus.level and "level" not in slots:
            slots["level"] = (focus.level,)
    return replace(frame, slots=slots)


def _corrected(frame: Frame, part: Part, focus: Focus, language: Language) -> Frame:
    """Return a correction as the question it sets right: new roles or topics."""
    back = language.phrases["taken_back"]
    words = part.words
    dropped = {
        m.role
        for m in part.mentions
        if m.role and _taken_back(words, m.first - part.offset, back)
    }
    roles = tuple(r for r in frame.roles if r not in dropped)
    return replace(
        frame,
        roles=roles or focus.roles,
        topics=frame.topics or focus.topics or (DEFAULT_TOPIC,),
    )


def _taken_back(words: Sequence[str], at: int, back: object) -> bool:
    """Whether the name at an index stands right behind a "not"."""
    from advisor.understanding.language import Phrases  # noqa: PLC0415

    if not isinstance(back, Phrases):
        return False
    return any(
        0 <= i and (length := back.at(words, i)) and at - 2 <= i + length - 1 < at
        for i in range(max(0, at - 3), at)
    )
