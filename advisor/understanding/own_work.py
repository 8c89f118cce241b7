"""What the work that a line tells says of its speaker: their job, and its tools."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from advisor.data.topics import PAY
from advisor.text import words
from advisor.understanding.careers import WORK
from advisor.understanding.degrees import DEGREE, LACK, LACKED
from advisor.understanding.language import Language
from advisor.understanding.lexicon import STUDY, Lexicon
from advisor.understanding.mentions import Mention, find
from advisor.understanding.origins import Found
from advisor.understanding.parts import Part
from advisor.understanding.prepare import Prepared
from advisor.understanding.remarks import TRADE, UNDER_WAY, Remark
from advisor.understanding.schooling import CREDENTIALS
from advisor.understanding.selves import SelfReader

TOOL, KNOW, WELL = "tool", "know", 0.7
"""How well a tool is known that one has worked with for years."""
NAMES = (TOOL, "method")
JOINED = (",", "/", "&", "-", "and", "plus", "+")
"""What stands between the things of a list."""
DEGREES = (DEGREE, *CREDENTIALS)
SOON = 8
"""Within how many words behind one's studies it is told that they were left."""
GAP = 2
"""So many words of no name may stand in a list: "the usual plumbing"."""


def with_work(
    remarks: Sequence[Remark],
    found: Sequence[Found],
    prepared: Prepared,
    parts: Sequence[Part],
    selves: SelfReader,
) -> tuple[Remark, ...]:
    """Return remarks with one's own job, and the tools that it is told with.

    "Java backend dev, eleven years of Spring": a software engineer who knows both,
    whatever they feel of them now.
    """
    work = [*_jobs(remarks, found, prepared, parts, selves.language)]
    own = {r.trait for r in (*remarks, *work) if r.trait.startswith(f"{WORK}_")}
    used = [
        *_in_titles(own, prepared, selves.namer.lexicon),
        *_for_years(prepared, parts, selves.language),
    ]
    entities = selves.namer.traits.entities
    known = {entities.get(m.key, m.id): m for m in used}
    taught = _studied(found, prepared, entities)
    kept = [
        r
        for r in remarks
        if not (r.trait in known and (r.guessed or _is_of_days(r, selves.language)))
        and not _is_of_tool(r, used, prepared, selves)
        and r.trait not in taught
    ]
    held = {r.trait for r in kept}
    kept += [
        Remark(trait, 1, WELL, KNOW, _quote(mention, prepared))
        for trait, mention in known.items()
        if trait not in held
    ]
    return (*kept, *work)


def with_undone(
    remarks: Sequence[Remark],
    found: Sequence[Found],
    prepared: Prepared,
    language: Language,
) -> tuple[Remark, ...]:
    """Return remarks with the degree that studies left undone did not end in.

    "I studied law in Ghent but never finished", where no degree is named.
    """
    told = any(r.trait in DEGREES for r in remarks)
    cut = [token.text for token in prepared.tokens]
    for item in found:
        behind = cut[item.last + 1 : item.last + 1 + SOON]
        left = language.phrases["undone_behind"].within(behind)
        if item.origin.kind == STUDY and left and not told:
            lack = Remark(DEGREE, -1, LACKED, LACK, item.origin.text)
            return (*remarks, lack)
    return tuple(remarks)


def tells_past(
    parts: Sequence[Part], remarks: Sequence[Remark], found: Sequence[Found]
) -> bool:
    """Return whether a line asks nothing, and tells one's job or that one studies."""
    plain = any(remark.means in (WORK, UNDER_WAY) for remark in remarks)
    plain = plain or any(item.origin.kind == TRADE for item in found)
    return plain and not any(part.question for part in parts)


def _jobs(
    remarks: Sequence[Remark],
    found: Sequence[Found],
    prepared: Prepared,
    parts: Sequence[Part],
    language: Language,
) -> Iterator[Remark]:
    """Yield the roles that the name of one's work names: "mlops, 31, in Poland"."""
    known = {remark.trait for remark in remarks}
    for item in found:
        if item.origin.kind != TRADE or _asks(item, parts, language):
            continue
        roles = [
            mention.id
            for mention in prepared.mentions
            if mention.role
            and not mention.pointed
            and item.first <= mention.first
            and mention.last <= item.last
        ]
        for role in (*roles, *_told_by(item.origin.text, language)):
            trait = f"{WORK}_{role}"
            if trait not in known:
                known.add(trait)
                yield Remark(trait, 1, 1.0, WORK, item.origin.text)


def _told_by(text: str, language: Language) -> Iterator[str]:
    """Yield the roles that a word in one's work tells of: "three years backend"."""
    said = words(text)
    for entry in language.sets["work_tells"]:
        word, role = entry.split()
        if word in said:
            yield role


def _asks(item: Found, parts: Sequence[Part], language: Language) -> bool:
    """Whether the clause that names a job asks what it pays, or anything else."""
    return any(
        (PAY in part.cues or language.names_any("question_words", part.words))
        and part.offset <= item.first < part.offset + len(part.tokens)
        for part in parts
    )


def _in_titles(
    own: set[str], prepared: Prepared, lexicon: Lexicon
) -> Iterator[Mention]:
    """Yield the tools by which one's own job is named: "R coder", "Java dev"."""
    cut = [token.text for token in prepared.tokens]
    ends = {m.last: m for m in prepared.mentions if m.kind == TOOL}
    for title in prepared.mentions:
        if not title.role or f"{WORK}_{title.id}" not in own:
            continue
        for inner in find(prepared.tokens[title.first : title.last], lexicon):
            if inner.kind == TOOL:
                first, last = inner.first + title.first, inner.last + title.first
                yield replace(inner, first=first, last=last)
        at = title.first - 1
        while at >= 0 and (at in ends or cut[at] in JOINED):
            if at in ends:
                yield ends[at]
                at = ends[at].first
            at -= 1


def _for_years(
    prepared: Prepared, parts: Sequence[Part], language: Language
) -> Iterator[Mention]:
    """Yield the tools of "eleven years of Spark, Airflow and AWS"."""
    cut = [token.text for token in prepared.tokens]
    asked = {
        i
        for part in parts
        if part.question
        for i in range(part.offset, part.offset + len(part.tokens))
    }
    starts = {m.first: m for m in prepared.mentions if m.kind in NAMES}
    for at in range(1, len(cut) - 2):
        counted = cut[at - 1][0].isdigit() or language.has("number_words", cut[at - 1])
        years = language.has("origin_years", cut[at]) and counted
        if not years or at in asked or not language.has("years_with", cut[at + 1]):
            continue
        i, gap = at + 2, 0
        while i < len(cut) and gap <= GAP:
            if i in starts:
                yield starts[i]
                i, gap = starts[i].last + 1, 0
                continue
            if cut[i] not in JOINED:
                gap += 1
            if language.has("selves", cut[i]) or language.has("others", cut[i]):
                break
            i += 1


def _is_of_tool(
    remark: Remark, used: Sequence[Mention], prepared: Prepared, selves: SelfReader
) -> bool:
    """Whether a remark rests only on the word behind a tool: "years of Jira calls"."""
    cut = prepared.tokens
    for mention in used:
        behind = cut[mention.last + 1 : mention.last + 2]
        if behind and remark.trait in selves.named(behind[0].raw):
            rest = " ".join(t.raw for t in cut if t not in behind)
            return remark.trait not in selves.named(rest)
    return False


def _studied(
    found: Sequence[Found], prepared: Prepared, entities: Mapping[str, str]
) -> set[str]:
    """Return the tools that only share their name with what was studied."""
    spans = [item for item in found if item.origin.kind == STUDY and item.origin.id]
    return {
        entities.get(m.key, m.id)
        for item in spans
        for m in prepared.mentions
        if m.kind == TOOL and item.first <= m.first and m.last <= item.last
    }


def _is_of_days(remark: Remark, language: Language) -> bool:
    """Whether a dislike is of one's days, and not of a tool: "and I'm bored"."""
    said = words(remark.quote)
    weary = [i for i, word in enumerate(said) if language.has("weary", word)]
    behind = said[weary[-1] + 1 :] if weary else ()
    of_it = language.names_any("pronouns", behind)
    return remark.polarity < 0 and bool(weary) and not of_it


def _quote(mention: Mention, prepared: Prepared) -> str:
    first, last = prepared.tokens[mention.first], prepared.tokens[mention.last]
    return prepared.text[first.start : last.end]
