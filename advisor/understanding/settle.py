"""Settle what an utterance says as a whole, once each clause has been judged."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from advisor.data.model import Intent
from advisor.text import tokens
from advisor.understanding.frames import Frame
from advisor.understanding.language import Language
from advisor.understanding.parts import Part
from advisor.understanding.remarks import Remark

JOINED = ("and", "or", "the", "both", "then")
"""Words of a list that are no part of what it names."""
IN_SCOPE = ("ask", "compare", "recommend")
SURE_OUTSIDE = 0.9
SURE_META = 0.85
FEW = 5
FAINT = 0.4
SURE_AFTER_ALL, TOLD_AFTER_ALL = 0.75, 0.5
"""Below the first, what lies outside may be a remark; it is read so with the second."""
FAINTLY_OUTSIDE, A_LINE = 0.4, 12
"""Below this, a line of so few words that asks for nothing is taken for a remark."""
SEVERAL = 3
"""Questions beside which a fragment is one more, and no remark."""
TAKEN_UP = 3
"""So many words may be taken up from a question before its answer begins."""
STORY = 6
"""Clauses from which a text is a story, with the question that it leads to."""
SURE_TOLD = 0.7
SURELY_TOLD = 0.9
"""A remark this sure stands, whatever a clause beside it may be about."""
SUBJECTS = ("articles", "owners", "bare_pronouns", "selves")
"""Words that a plain statement may begin with."""
SUBJECT = 4
"""Within how many words behind that its verb stands."""
FAINTER = 0.5
"""A question this much less sure than the surest one beside it is dropped."""


def settle(
    frames: Sequence[Frame], parts: Sequence[Part], language: Language
) -> tuple[Frame, ...]:
    """Return the frames less those that only surround the rest, without doubles."""
    frames, parts = _put_together(*_without_small_talk(frames, parts, language))
    crisis = [f for f in frames if f.act == "crisis"]
    if crisis:
        return (crisis[0],)
    inside = [f for f in frames if f.act in IN_SCOPE]
    outside = any(f.act == "out_of_scope" for f in frames)
    asked = _asked(frames, parts)
    best = max((f.confidence for f in inside), default=0.0)
    kept: list[Frame] = []
    bare: set[int] = set()
    righted = any(f.move == "correction" for f in frames)
    for frame, part in zip(frames, parts, strict=True):
        beside = len(inside) > (frame in inside) or (righted and frame.act == "ask")
        if beside and _is_aside(part, language):
            continue
        if inside and _surrounds(frame, part, best, asked):
            continue
        small = frame.act in ("meta", "social")
        if len(frames) > 1 and small and frame.confidence < FAINT:
            continue
        if outside and not inside and frame.act in ("tell", "social", "meta"):
            continue
        if frame.act == "ask" and asked - {part.sentence} and not _asks(part):
            continue
        if not any(_same(frame, other) for other in kept):
            kept.append(frame)
            if _only_names(part):
                bare.add(len(kept) - 1)
    return _join(_measured(kept, bare))


def of_corrected(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """Return frames whose questions beside a correction are on the role that it names.

    "No, ML engineers I meant. And in euros?", "Which tools? I mean the first ones".
    """
    found: list[Frame] = []
    right: tuple[str, ...] = ()
    for frame in frames:
        if frame.move == "correction":
            right = frame.roles
            last = found[-1] if found else None
            if last is not None and set(right) < set(last.roles) and right:
                found[-1] = replace(last, roles=right)
                continue
        wider = bool(right) and set(right) < set(frame.roles)
        found.append(replace(frame, roles=right) if wider else frame)
    return tuple(found)


def less_either(frames: Sequence[Frame], language: Language) -> tuple[Frame, ...]:
    """Return frames whose words end before an "or not" that adds nothing."""
    return tuple(_less_either(frame, language) for frame in frames)


def _less_either(frame: Frame, language: Language) -> Frame:
    cut = [token for token in tokens(frame.text) if token.is_word]
    said = [token.text for token in cut]
    ends = language.phrases["asks_either"]
    at = next((i for i in range(1, len(said)) if i + ends.at(said, i) == len(said)), 0)
    return replace(frame, text=frame.text[: cut[at - 1].end]) if at else frame


def told_after_all(
    frames: tuple[Frame, ...],
    parts: Sequence[Part],
    remarks: Sequence[Remark],
    intents: Mapping[str, Intent],
    language: Language,
    *,
    begun: bool,
) -> tuple[Frame, ...]:
    """Return the frames, as a remark where they lie outside but tell of the speaker.

    "Mostly Tableau, some SQL" names things of which other questions lie outside, and
    "my car is at the garage" asks for nothing, once a talk has begun.
    """
    if not frames or any(part.question for part in parts):
        return frames
    if not begun and not remarks:
        return frames
    words = [word for part in parts for word in part.words]
    knows = _tells_skill(parts, remarks, language)
    sure = any(f.confidence >= SURE_AFTER_ALL for f in frames) and not knows
    if sure and _only_adds(frames, parts, remarks, language):
        sure = False
    if sure or any(f.act != "out_of_scope" for f in frames):
        return frames
    if language.has("requests", words[0]) or language.has("wants_done", words[0]):
        return frames
    own = language.names_any("selves", words[:SUBJECT])
    plain = own or all(_states(part, language) for part in parts)
    plain = plain or all(_is_known(part, remarks) for part in parts)
    faint = max(frame.confidence for frame in frames) < FAINTLY_OUTSIDE
    told = faint or len(remarks) > 1 or any(not r.guessed for r in remarks)
    if not plain and not (told and len(words) <= A_LINE):
        return frames
    part = max(parts, key=lambda part: part.scored.acts.get("tell", 0.0))
    name, _ = part.scored.best_of("tell", intents)
    frame = replace(frames[0], act="tell", intent=name, says=None)
    return (replace(frame, text=part.text, confidence=TOLD_AFTER_ALL),)


def _only_adds(
    frames: Sequence[Frame],
    parts: Sequence[Part],
    remarks: Sequence[Remark],
    language: Language,
) -> bool:
    """Whether what names another job only goes on with a remark of its speaker.

    "I enjoy presenting to clients, did ten years of it selling greenhouses".
    """
    first = parts[0]
    told = any(not r.guessed and r.quote in first.text for r in remarks)
    own = language.names_any("selves", first.words[:SUBJECT])
    jobs = all("job" in frame.slots for frame in frames)
    return len(parts) > 1 and told and own and jobs


def _is_known(part: Part, remarks: Sequence[Remark]) -> bool:
    """Whether a clause opens with a thing that its speaker knows: "sql obviously"."""
    return any(r.means == "know" and part.text.startswith(r.quote) for r in remarks)


def _tells_skill(
    parts: Sequence[Part], remarks: Sequence[Remark], language: Language
) -> bool:
    """Whether one clause only tells what its speaker knows: "I mostly use SVMs"."""
    if len(parts) > 1 or not language.names_any("selves", parts[0].words):
        return False
    if language.phrases["wishing"].within(parts[0].words):
        return False
    return bool(remarks) and all(
        r.means == "know" and r.polarity > 0 and not r.guessed for r in remarks
    )


def _without_small_talk(
    frames: Sequence[Frame], parts: Sequence[Part], language: Language
) -> tuple[list[Frame], list[Part]]:
    """Return the frames less what only leads up to what is asked or wanted.

    "It is raining here. What do they earn?" In a story: "where do I begin."
    """
    beside = any(
        f.confidence >= (SURE_TOLD if f.act == "tell" else FAINT)
        for f, part in zip(frames, parts, strict=True)
        if not (f.act == "out_of_scope" and _states(part, language))
        and not (f.act == "social" and part.question)
    )
    told = any(f.act == "tell" and f.confidence >= SURELY_TOLD for f in frames)
    lead = parts[0] if len(parts) > 1 and not parts[-1].question else None
    story = len(parts) >= STORY and any(map(_names_all, parts))
    asks = sum(frame.act in IN_SCOPE for frame in frames) >= SEVERAL
    kept = [
        (frame, part)
        for frame, part in zip(frames, parts, strict=True)
        if not (frame.act == "out_of_scope" and beside and _states(part, language))
        and not (told and _is_faintly_outside(frame, part, language))
        and not (frame.act == "out_of_scope" and part is lead and _takes_up(part))
        and not (story and _is_rhetorical(part))
        and not (len(parts) > 1 and _only_resumes(part, language))
        and not (asks and frame.act == "tell" and _is_fragment(part, language))
    ]
    return [frame for frame, _ in kept], [part for _, part in kept]


def _is_faintly_outside(frame: Frame, part: Part, language: Language) -> bool:
    """Whether a clause that asks nothing is only half taken to lie outside.

    "Tried the cloud on Sunday. Can't stand it."
    """
    if frame.act != "out_of_scope" or frame.confidence >= SURE_AFTER_ALL:
        return False
    orders = any(
        language.has(name, part.words[0]) for name in ("requests", "wants_done")
    )
    return not (part.question or orders)


def _states(part: Part, language: Language) -> bool:
    """Whether a clause is a plain statement: "my cat is asleep"."""
    said = [token.text for token in part.tokens if token.is_word]
    said = said[language.opened(said) :]
    subject = any(language.has(name, said[0]) for name in SUBJECTS)
    if part.question or not subject:
        return False
    verbs = (*said[1 : 1 + SUBJECT], *said[:1])
    return any(language.has(n, w) for n in ("auxiliaries", "finite") for w in verbs)


def _takes_up(part: Part) -> bool:
    """Whether a clause only takes up words that it was asked with: "all day? ..."."""
    few = sum(token.is_word for token in part.tokens) <= TAKEN_UP
    return few and part.question and not (part.mentions or part.cues or part.shapes)


def _is_rhetorical(part: Part) -> bool:
    """Whether a question says nothing of what it is about: "where do I begin."."""
    named = part.roles or part.cues or part.slots
    asks = any(token.text == "?" for token in part.tokens)
    return part.question and not named and not asks


def _is_fragment(part: Part, language: Language) -> bool:
    """Whether a clause is a few words on nobody: "hours and culture"."""
    few = sum(token.is_word for token in part.tokens) <= FEW
    return few and not part.mentions and not language.names_any("selves", part.words)


def _names_all(part: Part) -> bool:
    """Whether a clause is a question that names whom it is about."""
    return part.question and part.names_role


def _is_aside(part: Part, language: Language) -> bool:
    """Whether a clause only says for whom one asks, or what one does not ask."""
    if language.phrases["asides"].at(part.words, 0):
        return True
    said = [token.text for token in part.tokens if token.is_word]
    said = said[language.opened(said) :]
    if language.phrases["leads_in"].at(said, 0) == len(said):
        return True
    back = language.phrases["taken_back"].at(part.words, 0)
    return back > 0 and _only_names(part) and not part.question


def _only_resumes(part: Part, language: Language) -> bool:
    """Whether a clause is a mere "I mean,", after which its speaker goes on."""
    said = [token.text for token in part.tokens if token.is_word]
    return bool(said) and language.phrases["meant_instead"].at(said, 0) == len(said)


def _only_names(part: Part) -> bool:
    """Whether a clause is a mere list of topics: "pay, hours and stress"."""
    said = sum(token.is_word for token in part.tokens)
    small = sum(token.text in JOINED for token in part.tokens)
    named = len(part.cue_words)
    return not part.roles and named > 0 and said - named - small <= 1


def _short_question(part: Part) -> bool:
    """Whether a clause asks for a topic by its name in few words."""
    said = sum(token.is_word for token in part.tokens)
    return part.question and bool(part.cues) and said <= FEW


def _measured(frames: Sequence[Frame], bare: Collection[int]) -> list[Frame]:
    """Return frames with mere lists of topics taken into the comparison they measure.

    "Pay and hours, X versus Y".
    """
    sets = [i for i, frame in enumerate(frames) if frame.act == "compare"]
    if len(sets) != 1:
        return list(frames)
    at = sets[0]
    compared = frames[at]
    lists = [
        i
        for i in bare
        if frames[i].act == "ask" and set(frames[i].roles) <= set(compared.roles)
    ]
    topics = [t for i in sorted({*lists, at}) for t in frames[i].topics]
    whole = replace(compared, topics=tuple(dict.fromkeys(topics)))
    return [
        whole if i == at else frame
        for i, frame in enumerate(frames)
        if i == at or i not in lists
    ]


def _put_together(
    frames: Sequence[Frame], parts: Sequence[Part]
) -> tuple[list[Frame], list[Part]]:
    """Return the frames with bare names put to the question that they belong to.

    "Statistician. Pay. UK." is one question, as is a role named before its question.
    """
    kept: list[tuple[Frame, Part]] = []
    for i, (frame, part) in enumerate(zip(frames, parts, strict=True)):
        before = kept[-1][0] if kept else None
        if _is_bare(frame, part) and _is_taken_up(frame, frames[i + 1 :]):
            continue
        narrows = before is not None and not part.roles and _is_bare(frame, part)
        if narrows and before is not None and _same_question(before, frame):
            slots = {**before.slots, **frame.slots}
            kept[-1] = (replace(before, slots=slots), kept[-1][1])
            continue
        kept.append((frame, part))
    return [frame for frame, _ in kept], [part for _, part in kept]


def _is_bare(frame: Frame, part: Part) -> bool:
    """Whether a clause is no question, and only a name in need of one."""
    return frame.intent == "follow_up" and not part.question and not part.cues


def _is_taken_up(frame: Frame, after: Sequence[Frame]) -> bool:
    """Whether a role named alone is what a question right behind it is about."""
    following = after[0] if after else None
    return (
        following is not None
        and bool(frame.roles)
        and not frame.slots
        and following.act in IN_SCOPE
        and following.intent != "follow_up"
        and following.roles == frame.roles
    )


def _same_question(one: Frame, two: Frame) -> bool:
    return one.act == "ask" and (one.roles, one.topics) == (two.roles, two.topics)


def _asked(frames: Sequence[Frame], parts: Sequence[Part]) -> set[int]:
    """Return the sentences that put a question in so many words."""
    return {
        part.sentence
        for frame, part in zip(frames, parts, strict=True)
        if frame.act in IN_SCOPE and _asks(part)
    }


def _asks(part: Part) -> bool:
    return part.question or (part.roles != () and part.cues != ())


def _surrounds(frame: Frame, part: Part, best: float, asked: set[int]) -> bool:
    """Whether a frame says little beside the questions of the utterance."""
    if frame.act == "out_of_scope":
        return frame.confidence < SURE_OUTSIDE
    if frame.act == "meta":
        apart = frame.move == "sources" and not asked & {part.sentence}
        grounds = frame.move in ("why", "sources") and not apart
        return grounds or frame.confidence < (FAINT if apart else SURE_META)
    if frame.act == "social":
        return frame.move in ("skip", "not_sure")
    named = _only_names(part) or _short_question(part)
    if frame.act == "ask" and not named and frame.intent != "follow_up":
        return frame.confidence < min(FAINT, best * FAINTER)
    return False


def _same(one: Frame, two: Frame) -> bool:
    if one.act == two.act == "out_of_scope":
        return True
    if (one.act, one.roles, one.topics) != (two.act, two.roles, two.topics):
        return False
    return one.act in IN_SCOPE or one.intent == two.intent


def _join(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """Return frames with a bare compare's topic taken from the question beside it."""
    joined: list[Frame] = []
    for frame in frames:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.act == "compare"
            and not before.topics
            and frame.act in ("ask", "compare")
            and frame.roles == before.roles
        ):
            joined[-1] = replace(before, topics=frame.topics)
            continue
        joined.append(frame)
    return tuple(joined)
