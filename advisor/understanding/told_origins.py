"""What it means for the rest of a line that it tells where its speaker comes from."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from advisor.data.topics import FIT, MOVING
from advisor.text import words
from advisor.understanding.careers import WORK
from advisor.understanding.degrees import LACK, LACKED
from advisor.understanding.frames import Frame
from advisor.understanding.judge import FOLLOW_UP
from advisor.understanding.language import Language
from advisor.understanding.ordering import orders_paper
from advisor.understanding.origins import Found
from advisor.understanding.parts import Part
from advisor.understanding.prepare import Prepared
from advisor.understanding.remarks import LIMIT, STUDY_OR_TRADE, Remark
from advisor.understanding.selves import SelfReader

BACKGROUND = "tell_background"
RECOMMEND = "recommend"
ASKING = ("ask", "compare", RECOMMEND)
IDLE = ("ask", RECOMMEND, "meta")
"""Acts that a clause which only tells one's work is misread as."""
FIRMLY, HALF = 0.75, 0.5
TOOL, KNOWN_SO = "tool", 0.6
"""How strongly a tool counts that is named beside one's work."""
LEFT = 3
"""A guess must rest on so many words beside what tells one's work."""
PASSING = ("fillers", "selves", "small_words", "number_words", "origin_years")
"""Words that tell nothing of what somebody likes."""


def without_trade(
    remarks: Sequence[Remark],
    found: Sequence[Found],
    prepared: Prepared,
    selves: SelfReader,
) -> tuple[Remark, ...]:
    """Return remarks less those read out of the name of one's work or studies.

    "Customer service at a bank" is no liking of business; what is said beside counts.
    """
    language = selves.language
    kept = [r for item in remarks if (r := _of_denial(item, language)) is not None]
    if not found:
        return tuple(kept)
    spans = [item for item in found if _is_name(item, language)]
    cut = prepared.tokens
    inside = {i for item in spans for i in range(item.first, item.last + 1)}
    kept += _in_brackets(prepared, spans, kept, selves)
    within = " . ".join(item.origin.text for item in spans)
    beside = " ".join(t.raw if i not in inside else "." for i, t in enumerate(cut))
    only = selves.named(within) - selves.named(beside)
    tools = {
        selves.namer.traits.entities.get(m.key, m.id)
        for m in prepared.mentions
        if m.kind in ("tool", "method", "degree")
    }
    leaving = language.phrases["leaving_it"]
    kept = [
        r for r in kept if r.trait not in only or not leaving.within(words(r.quote))
    ]
    return tuple(
        remark
        for remark in kept
        if remark.trait in tools
        or remark.trait.startswith(f"{WORK}_")
        or not (
            (remark.trait in only and _is_of(remark, spans))
            or (remark.guessed and _rests_on(remark, found, language))
            or _is_of_state(remark, spans, language)
        )
    )


def without_limits(
    remarks: Sequence[Remark], found: Sequence[Found], language: Language
) -> tuple[Remark, ...]:
    """Return remarks less the dislikes and lacks that are only limits of one's time.

    "Meetings at 5pm I can't do" is no want of skill in meetings.
    """
    limits = [i.origin.text.casefold() for i in found if i.origin.kind == LIMIT]
    return tuple(
        remark
        for remark in remarks
        if remark.polarity >= 0
        or language.has("limits_tell", remark.trait)
        or not any(
            remark.quote.casefold() in limit or limit in remark.quote.casefold()
            for limit in limits
        )
    )


def _in_brackets(
    prepared: Prepared,
    spans: Sequence[Found],
    said: Sequence[Remark],
    selves: SelfReader,
) -> list[Remark]:
    """Return the tools in brackets behind one's work: "web developer (React, PHP)"."""
    cut = prepared.tokens
    known = {remark.trait for remark in said}
    found = []
    for item in spans:
        if item.last + 1 >= len(cut) or cut[item.last + 1].text != "(":
            continue
        signs = (i for i in range(item.last, len(cut)) if cut[i].text == ")")
        end = next(signs, len(cut))
        for mention in prepared.mentions:
            trait = selves.namer.traits.entities.get(mention.key, mention.id)
            inside = mention.kind == TOOL and item.last < mention.first < end
            if inside and trait not in known:
                known.add(trait)
                first, last = cut[mention.first], cut[mention.last]
                quote = prepared.text[first.start : last.end]
                found.append(Remark(trait, 1, KNOWN_SO, "know", quote))
    return found


def _is_name(item: Found, language: Language) -> bool:
    """Whether one's work is told by its name, and not by what is done all day."""
    said = ["i", *words(item.origin.text)]
    does = ("for_a_living", "trade_verbs")
    verb = any(language.phrases[name].within(said) for name in does)
    return item.origin.kind in STUDY_OR_TRADE and not verb


def _is_of(remark: Remark, spans: Sequence[Found]) -> bool:
    """Whether a remark was read out of the very words that name one's work."""
    quote = f" {' '.join(words(remark.quote))} "
    named = (" ".join(words(item.origin.text)) for item in spans)
    return any(
        f" {name} " in quote or quote in f" {name} " or _runs_on(quote, name)
        for name in named
    )


def _runs_on(quote: str, name: str) -> bool:
    """Whether a quote begins within a name: "in business, never went further"."""
    said = name.split()
    return any(quote.startswith(f" {' '.join(said[i:])} ") for i in range(len(said)))


def _rests_on(remark: Remark, spans: Sequence[Found], language: Language) -> bool:
    """Whether a guess rests on hardly more than the name of one's work."""
    quote = words(remark.quote)
    named = {word for item in spans for word in words(item.origin.text)}
    if named.isdisjoint(quote):
        return False
    rest = [
        word
        for word in quote
        if word not in named
        and not any(language.has(name, word) for name in PASSING)
        and not word.isdigit()
    ]
    return len(rest) < LEFT


def _is_of_state(remark: Remark, spans: Sequence[Found], language: Language) -> bool:
    """Whether a guess is only of how somebody is in the work that they tell of."""
    quote = words(remark.quote)
    named = any(set(words(item.origin.text)) <= set(quote) for item in spans)
    bad = remark.guessed and remark.polarity < 0
    return bad and named and language.names_any("low_states", quote)


def _of_denial(remark: Remark, language: Language) -> Remark | None:
    """Return a remark of "I'm no coder" as a lack; of "no ML anything" as nothing."""
    said = words(remark.quote)
    length = language.phrases["is_no"].at(said, 0) if said else 0
    if not length or remark.polarity >= 0 or len(said) - length > LEFT:
        return remark
    if said[-1] == "anything" or language.has("trade_plurals", said[-1]):
        return None
    if language.has("makers", said[-1]):
        return replace(remark, means=LACK, strength=LACKED)
    return remark


def as_told(
    frames: Sequence[Frame],
    found: Sequence[Found],
    parts: Sequence[Part],
    remarks: Sequence[Remark],
    language: Language,
) -> tuple[Frame, ...]:
    """Return frames with clauses that tell one's work read as told, and nothing else.

    "Leaving the army, signals" asks for nothing, and is no question about soldiers.
    """
    work = [item for item in found if item.origin.kind in STUDY_OR_TRADE]
    said = [p for p in parts if not (p.question or p.shapes)]
    own = {p.text for p in said if _tells(p, work or found)}
    limits = [item for item in found if item.origin.kind == LIMIT]
    stands = {p.text for p in parts if not p.question and _tells(p, limits)}
    bare = {p.text for p in parts if not p.question and _is_all(p, found)}
    leads_on = {p.text for p in parts if _names_role(p, found)}
    pleads = {p.text for p in parts if FIT in p.cues}
    asks = any(part.question or orders_paper(part, language) for part in parts)
    work_of = {r.trait for r in remarks if r.trait.startswith(f"{WORK}_")}
    told: list[Frame] = []
    for frame in frames:
        outside = frame.act == "out_of_scope" and (frame.text in own or not asks)
        idle = frame.act in IDLE and frame.text in own - leads_on
        named = frame.intent == FOLLOW_UP and not _is_job(frame, work_of)
        idle = idle and not named and (MOVING not in frame.topics or frame.text in bare)
        waved = frame.act == "social" and frame.text in stands and not asks
        if waved:
            told.append(_told(frame))
        elif idle and frame.act == RECOMMEND and frame.text in pleads:
            told.append(frame)
        elif found and (outside or idle) and not frame.move:
            told.append(_told(frame))
            told += _plea(frame, [p for p in parts if p.text not in own])
        else:
            told.append(frame)
    kept: list[Frame] = []
    for frame in told:
        if frame.intent != BACKGROUND or all(f.intent != BACKGROUND for f in kept):
            kept.append(frame)
    return tuple(kept)


def about_asked(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """Return frames in which one's own job, told beside a question, is none asked on.

    "Backend dev here. What is the difference between A and B?" is about A and B.
    """
    asked = any(f.act in ASKING and f.roles for f in frames)
    if not asked:
        return tuple(frames)
    return tuple(
        replace(frame, roles=()) if frame.act == "tell" and frame.roles else frame
        for frame in frames
    )


def _is_job(frame: Frame, work: Collection[str]) -> bool:
    """Whether all roles that a clause names are what its speaker works as."""
    return bool(frame.roles) and {f"{WORK}_{role}" for role in frame.roles} <= set(work)


def _plea(frame: Frame, others: Sequence[Part]) -> list[Frame]:
    """Return the plea for advice that stands beside what tells one's work, if any.

    Both were read as one: "I'm a nurse and quite lost. Can you help me find out?"
    """
    if frame.act != RECOMMEND:
        return []
    pleas = [p for p in others if p.question and p.scored.acts.get(RECOMMEND, 0) > HALF]
    return [replace(frame, text=part.text) for part in pleas[:1]]


def _tells(part: Part, found: Sequence[Found]) -> bool:
    """Whether a clause holds any of what tells where its speaker comes from."""
    first, end = part.offset, part.offset + len(part.tokens)
    return any(first <= item.last and item.first < end for item in found)


def _is_all(part: Part, found: Sequence[Found]) -> bool:
    """Whether a clause holds nothing beside what tells where its speaker comes from."""
    inside = {i - part.offset for f in found for i in range(f.first, f.last + 1)}
    return all(i in inside or not t.is_word for i, t in enumerate(part.tokens))


def _names_role(part: Part, found: Sequence[Found]) -> bool:
    """Whether a clause names a role beside what its speaker works as."""
    return any(
        mention.role and not any(f.first <= mention.first <= f.last for f in found)
        for mention in part.mentions
    )


def _told(frame: Frame) -> Frame:
    sure = max(frame.confidence, FIRMLY)
    return replace(
        frame,
        act="tell",
        intent=BACKGROUND,
        says=None,
        move=None,
        topics=(),
        confidence=sure,
    )
