"""Fill in what a speaker leaves out: roles and topics spoken of before."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from advisor.data.topics import FIT, OVERVIEW, PAY
from advisor.understanding.choosing import asks_what_differs, chooses
from advisor.understanding.exchanging import exchanged, put_in
from advisor.understanding.focus import Focus
from advisor.understanding.fragments import tells_years
from advisor.understanding.frames import Frame
from advisor.understanding.judge import (
    EXCHANGED,
    FOLLOW_UP,
    JOINED,
    LEFT_OUT,
    NOT_THERE,
    SURE,
)
from advisor.understanding.language import Language
from advisor.understanding.leaving_out import left_out
from advisor.understanding.mentions import Mention
from advisor.understanding.parts import Part
from advisor.understanding.same_again import asks_the_same, takes_over
from advisor.understanding.whereabouts import at_home

_TWO = 2
WHICH_OF = "which_of"
"""The rule that reads which of the roles in play is chosen: "who earns more?"."""
SET_AGAINST = "set_against"
"""The rule that reads "is that less than an analyst gets"."""
ADDING = (FOLLOW_UP, NOT_THERE, LEFT_OUT, EXCHANGED, JOINED)
"""The rules that read what goes on from the question before."""
ABOUT_ROLES = ("ask", "compare", "recommend", "tell")


def fill(
    frames: Sequence[Frame],
    parts: Sequence[Part],
    focus: Focus,
    language: Language,
    *,
    alone: str = PAY,
) -> tuple[Frame, ...]:
    """Return the frames with roles and topics filled in.

    Args:
        frames: what each clause does.
        parts: the clauses.
        focus: what was spoken of before.
        language: the small words.
        alone: the topic that a place or a level asks about where none is in focus.

    """
    filled: list[Frame] = []
    for i, (frame, part) in enumerate(zip(frames, parts, strict=True)):
        if _is_preface(frame, part, frames, i, language):
            filled.append(
                replace(frame, act="social", roles=(), move=None, confidence=SURE)
            )
        elif frame.move == "correction":
            filled.append(_corrected(frame, part, focus, language))
        elif frame.act in ("ask", "compare"):
            near = _near(filled, frames[i + 1 :])
            asked = _beside_named(frame, part, (filled, parts), language)
            full = _roles(
                _less_taken_back(asked, part, language), part, near, focus, language
            )
            full = _set_against(full, part, focus, language)
            full = _less_denied(full, parts, focus, language)
            dated = tells_years(part.words, language)
            now = replace(focus, level=None) if dated else focus
            full = _carried_over(full, part, focus, language)
            whole = _slots(_topics(full, filled, focus, alone), now)
            whole = at_home(whole, part, focus, language)
            filled.append(_for_me(whole, part, language))
        elif frame.act == "recommend" and _chooses_in_play(part, focus, language):
            filled.append(replace(frame, roles=frame.roles or _all_in_play(focus)))
        else:
            filled.append(frame)
    return tuple(_less_led_up(filled))


def _less_led_up(frames: Sequence[Frame]) -> Iterator[Frame]:
    """Yield frames; one that only leads up to a choice as mere talk.

    "And data scientists? Who earns more?" asks the second of both.
    """
    for i, frame in enumerate(frames):
        leads = frame.act == "ask" and frame.intent == FOLLOW_UP
        if leads and any(
            after.intent == WHICH_OF
            and set(frame.roles) < set(after.roles)
            and set(frame.topics) <= set(after.topics)
            for after in frames[i + 1 :]
        ):
            yield replace(
                frame,
                act="social",
                roles=(),
                topics=(),
                move=None,
                confidence=SURE,
            )
        else:
            yield frame


def _is_preface(
    frame: Frame, part: Part, frames: Sequence[Frame], i: int, language: Language
) -> bool:
    """Whether a clause only clears the way for what another one asks or sets right."""
    if frame.intent in (NOT_THERE, LEFT_OUT):
        return _asks_besides(frames, i)
    if frame.move != "correction":
        return False
    anew = any(after.move == "correction" and after.roles for after in frames[i + 1 :])
    return anew or (_only_denies(part, language) and _asks_besides(frames, i))


def _set_against(frame: Frame, part: Part, focus: Focus, language: Language) -> Frame:
    """Return "is that less than an analyst gets" as a comparison with who was meant."""
    words = part.words
    if frame.act != "ask" or len(frame.roles) != 1 or "than" not in words:
        return frame
    than = words.index("than")
    behind = any(m.role and m.first - part.offset > than for m in part.mentions)
    points = language.names("pointing", words[:than]) or "that" in words[:than]
    before = tuple(r for r in focus.roles[-1:] if r not in frame.roles)
    if not (behind and points and before):
        return frame
    return replace(
        frame,
        act="compare",
        intent=SET_AGAINST,
        roles=(*before, *frame.roles),
        topics=frame.topics or focus.topics,
        slots=_slots_there(frame, focus),
        yes_no=False,
    )


def _slots_there(frame: Frame, focus: Focus) -> Mapping[str, tuple[str, ...]]:
    """Return what a frame names, and the place that was spoken of if it names none."""
    return {"place": (focus.place,), **frame.slots} if focus.place else frame.slots


def _less_denied(
    frame: Frame, parts: Sequence[Part], focus: Focus, language: Language
) -> Frame:
    """Return a question less the roles that the line shuts out: "not ML engineers".

    Where none is left, it is on those that were spoken of.
    """
    denied = {
        m.role
        for part in parts
        for m in part.mentions
        if m.role and not m.pointed and _is_denied(part, m, language)
    }
    if frame.act == "compare" and any(
        asks_what_differs(part.words, language) for part in parts
    ):
        denied = {role for part in parts for role in left_out(part, language)}
    if not denied & set(frame.roles):
        return frame
    left = tuple(r for r in frame.roles if r not in denied)
    spoken = _less(focus.both(), denied) or _less((*focus.roles, *focus.pair), denied)
    several = len(focus.both()) > _TWO or denied & set(focus.both())
    begun = (spoken if several else spoken[:1]) if focus.roles else ()
    roles = left or begun or frame.roles
    act = "ask" if frame.act == "compare" and len(roles) == 1 else frame.act
    return replace(frame, act=act, roles=roles)


def _less(roles: Sequence[str], gone: Collection[str]) -> tuple[str, ...]:
    return tuple(role for role in roles if role not in gone)


def _only_denies(part: Part, language: Language) -> bool:
    """Whether a clause names roles only to shut them out: "I never said ML"."""
    named = [m for m in part.mentions if m.role and not m.pointed]
    return bool(named) and all(_is_denied(part, m, language) for m in named)


def _is_denied(part: Part, mention: Mention, language: Language) -> bool:
    """Whether a role that a clause names is one that the speaker shuts out."""
    if mention.role in left_out(part, language):
        return True
    words, at = part.words, mention.first - part.offset
    while at and words[at - 1] in ("a", "an", "the", "any"):
        at -= 1
    shut = language.phrases["shuts_out"].ends(words, at)
    beyond = language.phrases["beside_it"].within(words[at:])
    return shut or (beyond and not part.question)


def _asks_besides(frames: Sequence[Frame], i: int) -> bool:
    """Whether another clause asks something."""
    return any(f.act in ("ask", "compare") for f in (*frames[:i], *frames[i + 1 :]))


def _roles(
    frame: Frame,
    part: Part,
    near: tuple[str, ...],
    focus: Focus,
    language: Language,
) -> Frame:
    """Return a frame with roles: named, pointed at, or taken over."""
    words = part.words
    if frame.intent == EXCHANGED:
        roles = put_in(focus.both(), exchanged(part, language)) or frame.roles
        act = "compare" if len(roles) >= _TWO else "ask"
        return replace(frame, act=act, roles=roles)
    if frame.intent == JOINED:
        return replace(frame, roles=tuple(dict.fromkeys((*focus.both(), *frame.roles))))
    now = replace(focus, roles=near) if near else focus
    if frame.roles and left_out(part, language).issuperset(frame.roles):
        frame = replace(frame, roles=())
    if frame.roles:
        roles = _compared(frame, part, focus, language)
        frame = _measured_so(frame, roles, part, focus, language)
    elif _sets_beside(words, near, focus, language):
        both = (*focus.roles, *near)
        return replace(frame, act="compare", intent=WHICH_OF, roles=both)
    elif _chooses(words, near, focus, language) and not _is_of_things(
        words, focus, language
    ):
        return replace(frame, act="compare", intent=WHICH_OF, roles=now.both())
    else:
        roles = _pointed(frame, words, now, language)
    return replace(frame, roles=roles, by_default=not roles)


def _sets_beside(
    words: Sequence[str], near: tuple[str, ...], focus: Focus, language: Language
) -> bool:
    """Whether a clause sets the role just named beside the one spoken of before.

    "And what about data scientists? Who earns more?"
    """
    one_each = len(near) == 1 and len(focus.roles) == 1 and near != focus.roles
    return one_each and language.names("which_of", words)


def _is_of_things(words: Sequence[str], focus: Focus, language: Language) -> bool:
    """Whether a choice is among what was told of one role: "the most important"."""
    of_them = language.names_any("of_things", words)
    return len(focus.roles) < _TWO and (of_them or language.names("which_thing", words))


def _pointed(
    frame: Frame, words: Sequence[str], now: Focus, language: Language
) -> tuple[str, ...]:
    """Return the roles that a clause without a name is about."""
    if frame.act == "compare" or language.names("both", words):
        return now.both()
    return now.roles


def _measured_so(
    frame: Frame,
    roles: tuple[str, ...],
    part: Part,
    focus: Focus,
    language: Language,
) -> Frame:
    """Return a frame that only adds "vs X?" with the topic that was spoken of."""
    adds = frame.act == "compare" and len(frame.roles) < min(_TWO, len(roles))
    content = (w for w in part.content(language) if not _is_small(w, language))
    if not adds or frame.topics or language.names_any("likeness", part.words):
        return frame
    if any(content):
        return frame
    return replace(
        frame, topics=focus.topics, hint=None, slots=_slots_there(frame, focus)
    )


def _compared(
    frame: Frame, part: Part, focus: Focus, language: Language
) -> tuple[str, ...]:
    """Return the roles of a frame; one that is compared gets its counterpart."""
    if frame.act != "compare" or not focus.roles:
        return frame.roles
    if len(frame.roles) >= _TWO:
        beside = _set_beside(part.words, language) and not asks_the_same(part, language)
        pointed = focus.roles[-1:] if beside else ()
        return (*(r for r in pointed if r not in frame.roles), *frame.roles)
    if part.slots.get("job") and not language.names("pointing", part.words):
        return frame.roles
    if part.names_role and _has_another(part, language):
        return frame.roles
    if not part.names_role:
        others = (r for r in focus.both() if r not in frame.roles)
        return (*frame.roles, *others)
    other = tuple(r for r in focus.roles[-1:] if r not in frame.roles)
    return (*frame.roles, *other)


def _beside_named(
    frame: Frame,
    part: Part,
    before: tuple[Sequence[Frame], Sequence[Part]],
    language: Language,
) -> Frame:
    """Return a comparison with one role beside the one that the line named before.

    "Could I be an X? Or a Y, whichever is easier": the clauses `before` come with all
    of the line's parts.
    """
    chooses = frame.act == "ask" and bool({"whichever", "whatever"} & set(part.words))
    compares = frame.act == "compare" or chooses
    if not compares or len(frame.roles) != 1 or not part.names_role:
        return frame
    if part.slots.get("job") or _has_another(part, language):
        return frame
    named = [
        told.roles
        for told, its in zip(*before, strict=False)
        if its.names_role and told.act in ABOUT_ROLES and told.roles
    ]
    other = tuple(r for r in (named[-1][-1:] if named else ()) if r not in frame.roles)
    act = "compare" if other else frame.act
    return replace(frame, act=act, roles=(*other, *frame.roles))


def _has_another(part: Part, language: Language) -> bool:
    """Whether a role stands beside a second name already, one that is not known.

    "Compare a wizard and a DA"; two names of the same role are none to compare either.
    """
    named = [m for m in part.mentions if m.role and not m.pointed]
    if len(named) >= _TWO:
        return True
    words, content = part.words, set(part.content(language))
    small = {word for word in content if _is_small(word, language)}
    for i, word in enumerate(words):
        joins = language.has("list_joins", word) or language.has("compared_with", word)
        if not joins or i in (0, len(words) - 1):
            continue
        behind = [w for w in words[i + 1 :] if w not in ("a", "an", "the")][:1]
        if {words[i - 1], *behind} & (content - small):
            return True
    return False


def _is_small(word: str, language: Language) -> bool:
    """Whether a word cannot be the name of a job."""
    lists = (
        "contrasting",
        "comparing",
        "pronouns",
        "likeness",
        "comparatives",
        "light_words",
    )
    more = (
        "auxiliaries",
        "question_words",
        "stopwords",
        "requests",
        "selves",
        "compared_with",
        "choosers",
    )
    return any(language.has(name, word) for name in (*lists, *more))


def _set_beside(words: Sequence[str], language: Language) -> bool:
    """Whether a pronoun is what others are compared with: "compare it with X"."""
    return any(
        language.has("pronouns", word) and language.has("compared_with", following)
        for word, following in pairwise(words)
    )


def _chooses(
    words: Sequence[str], near: tuple[str, ...], focus: Focus, language: Language
) -> bool:
    """Whether a clause chooses among roles in play: "which of them pays more"."""
    known = len(near) >= _TWO if near else bool(focus.roles)
    return known and chooses(words, language)


def _chooses_in_play(part: Part, focus: Focus, language: Language) -> bool:
    """Whether advice is asked among the roles in play, not among all jobs there are.

    "Which one is right for me" is; "which job would you suggest" is not.
    """
    words = part.words
    of_all = language.names("of_any_job", words)
    compared = any(language.has("comparatives", word) for word in words)
    if of_all and not (compared or language.names("of_those", words)):
        return False
    return _chooses(words, (), focus, language)


def _all_in_play(focus: Focus) -> tuple[str, ...]:
    """Return the roles that "which one is right for me" chooses among."""
    return focus.both() if len(focus.series()) >= _TWO else ()


def _near(before: Sequence[Frame], after: Sequence[Frame]) -> tuple[str, ...]:
    """Return the roles of the nearest frame of this utterance that has some."""
    for frame in (*reversed(before), *after):
        if frame.roles and frame.act in ABOUT_ROLES:
            return frame.roles
    return ()


def _topics(frame: Frame, before: Sequence[Frame], focus: Focus, alone: str) -> Frame:
    """Return a frame with topics: named, or those asked about before."""
    if frame.intent not in (*ADDING, "more") or frame.topics:
        return frame
    asked = next((f.topics for f in reversed(before) if f.topics), focus.topics)
    if asked:
        return replace(frame, topics=asked)
    if "level" in frame.slots or "place" in frame.slots:
        return replace(frame, topics=(alone,))
    return replace(frame, topics=(OVERVIEW,))


def _carried_over(frame: Frame, part: Part, focus: Focus, language: Language) -> Frame:
    """Return a comparison as the question before, where it only puts that anew."""
    known = focus.topics not in ((), (OVERVIEW,))
    if frame.act != "compare" or frame.topics or not known:
        return frame
    if not takes_over(part, language):
        return frame
    return replace(
        frame, topics=focus.topics, hint=None, slots=_slots_there(frame, focus)
    )


def _for_me(frame: Frame, part: Part, language: Language) -> Frame:
    """Return "what would suit me?", without any role, as asking for advice."""
    words = [token.text for token in part.tokens if token.is_word]
    open_ended = frame.by_default or (
        language.has("question_words", words[0]) and language.has("selves", words[-1])
    )
    asks = frame.act == "ask" and not part.roles and frame.topics == (FIT,)
    if asks and open_ended and not language.names("on_age", words):
        roles = () if not frame.by_default else frame.roles
        return replace(
            frame, act="recommend", topics=(), roles=roles, intent="recommend"
        )
    return frame


def _slots(frame: Frame, focus: Focus) -> Frame:
    """Return a follow-up with the place and level that still hold."""
    if frame.topics != focus.topics or frame.act == "compare" or frame.at_home:
        return frame
    slots = dict(frame.slots)
    if frame.intent == FOLLOW_UP or not frame.slots:
        if focus.place and "place" not in slots:
            slots["place"] = (focus.place,)
        if focus.level and "level" not in slots:
            slots["level"] = (focus.level,)
    return replace(frame, slots=slots)


def _corrected(frame: Frame, part: Part, focus: Focus, language: Language) -> Frame:
    """Return a correction as the question it sets right: new roles or topics."""
    words = part.words
    dropped = {
        m.role
        for m in part.mentions
        if m.role
        and (
            _taken_back(words, m.first - part.offset, language)
            or (not m.pointed and _is_denied(part, m, language))
        )
    }
    roles = _put_instead(_less(frame.roles, dropped), words, focus, language)
    wrong = {
        m.id
        for m in part.mentions
        if _taken_back(words, m.first - part.offset, language)
    }
    slots = {k: tuple(n for n in v if n not in wrong) for k, v in frame.slots.items()}
    return replace(
        frame,
        slots={kind: names for kind, names in slots.items() if names},
        roles=roles or tuple(r for r in focus.roles if r not in dropped) or focus.roles,
        topics=frame.topics or focus.topics or (OVERVIEW,),
    )


def _put_instead(
    roles: tuple[str, ...], words: Sequence[str], focus: Focus, language: Language
) -> tuple[str, ...]:
    """Return the roles that a correction means, less those that they stand for.

    "Replace X with Y", where X was spoken of; not "I meant X versus Y".
    """
    new = _less(roles, focus.roles)
    together = language.names("contrast_marks", words) or {"and", "or"} & set(words)
    return roles if together or not new else new


def _less_taken_back(frame: Frame, part: Part, language: Language) -> Frame:
    """Return a follow-up less the places that it takes back: "not the US, Germany"."""
    places = [m for m in part.mentions if m.kind == "place"]
    if frame.intent != "follow_up" or len(places) < _TWO:
        return frame
    kept = tuple(
        m.id
        for m in places
        if not _taken_back(part.words, m.first - part.offset, language)
    )
    return replace(frame, slots={**frame.slots, "place": kept}) if kept else frame


def _taken_back(words: Sequence[str], at: int, language: Language) -> bool:
    """Whether the name at an index stands right behind a "not"."""
    back = language.phrases["taken_back"]
    return back.ends(words, at) or (at > 1 and back.ends(words, at - 1))
