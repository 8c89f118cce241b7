"""Roles that a clause chooses or rules out: "I'd rather go for data analyst, not BI".

Such a clause tells where its speaker wants to go; it tells nothing of what they like
to do all day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from advisor.understanding.careers import introduces
from advisor.understanding.clauses import asked_behind
from advisor.understanding.frames import Frame
from advisor.understanding.language import Language
from advisor.understanding.leaving_out import left_out
from advisor.understanding.mentions import Mention
from advisor.understanding.parts import Part
from advisor.understanding.remarks import Remark
from advisor.understanding.traits import Named

GOAL, MEANS = "goal_", "goal"
INTENT, NOT_THAT, FIRMLY = "tell_goal", "tell_dislike", 0.8
NEAR = 4
"""Within how many words before a choice a "not" turns it round."""
ROLE = "role"
RIGHTED = 3
"""Within how many words a clause begins to put right what was said."""


@dataclass(frozen=True, slots=True)
class Aims:
    """What a clause says of becoming something."""

    chosen: tuple[str, ...] = ()
    shunned: tuple[str, ...] = ()

    @property
    def told(self) -> bool:
        """Return whether it says anything of it."""
        return bool(self.chosen or self.shunned)

    def remarks(self, quote: str) -> list[Remark]:
        """Return the goals, and the roles ruled out, as remarks."""
        return [
            Remark(f"{GOAL}{role}", sign, 1.0, MEANS, quote)
            for roles, sign in ((self.chosen, 1), (self.shunned, -1))
            for role in roles
        ]


def aims_of(part: Part, language: Language) -> Aims:
    """Return the roles that a clause chooses and rules out, told by its form."""
    words = part.words
    if part.question or language.names("aim_silent", words):
        return Aims()
    if _puts_right(part, language) and not language.names_any("before_become", words):
        return Aims()  # "no wait, I want AI engineer" puts a question right
    if asked_behind(part.tokens, language) is not None:
        return Aims()  # "going back to statisticians, what degree do they need"
    chosen: list[str] = []
    shunned: list[str] = []
    for group in _groups(part, language):
        sign = _sign(group, part, language, after_choice=bool(chosen))
        roles = [m.role for m in group if m.role]
        chosen += roles if sign > 0 else []
        shunned += roles if sign < 0 else []
    kept = tuple(role for role in dict.fromkeys(shunned) if role not in chosen)
    return Aims(tuple(dict.fromkeys(chosen)), kept)


def _puts_right(part: Part, language: Language) -> bool:
    """Return whether a clause begins by putting right what was said before."""
    said = [token.text for token in part.tokens if token.is_word]
    starts = range(min(RIGHTED, len(said)))
    return any(language.phrases["puts_right"].at(said, i) for i in starts)


def is_of_role(part: Part, language: Language) -> bool:
    """Return whether a role is what a clause is about: "data analyst sounds dull"."""
    if not part.mentions or not part.mentions[0].role:
        return False
    if introduces(part.mentions[0], part, language):
        return False
    lead = part.words[: part.mentions[0].first - part.offset]
    return all(language.has("aim_leads", word) or not word.isalnum() for word in lead)


def without_titles(
    named: Sequence[Named], part: Part, language: Language
) -> tuple[Named, ...]:
    """Return traits less those that only stand in the name of a job.

    In its title, or in a field that is chosen, ruled out, or only what a worry is
    about: "what scares me about MLOps is being on call".
    """
    words = part.words
    aims = aims_of(part, language)
    meant = {*aims.chosen, *aims.shunned, *left_out(part, language)}
    titles = [
        (m.first - part.offset, m.last - part.offset)
        for m in part.mentions
        if m.role
        and not m.pointed
        and (
            m.kind == ROLE
            or m.role in meant
            or (aims.told and _is_beside(m, part, language))
            or _phrase_before("worry_about", words, m.first - part.offset, language)
        )
    ]
    return tuple(
        item
        for item in named
        if not any(first <= item.first and item.last <= last for first, last in titles)
    )


def _is_beside(mention: Mention, part: Part, language: Language) -> bool:
    """Whether a field only stands beside the role chosen: "X over MLOps", "not ML"."""
    at = mention.first - part.offset
    shuns = _phrase_before("aim_shuns", part.words, at, language)
    return bool(shuns or (at and language.has("aim_beside", part.words[at - 1])))


def with_goals(
    frames: Sequence[Frame], parts: Sequence[Part], language: Language
) -> tuple[Frame, ...]:
    """Return the frames of clauses, those that choose a role read as doing so."""
    found = []
    for frame, part in zip(frames, parts, strict=True):
        aims = aims_of(part, language)
        settled = replace(
            frame,
            act="tell",
            intent=INTENT if aims.chosen else NOT_THAT,
            roles=aims.chosen or aims.shunned,
            topics=(),
            says=None,
            move=None,
            confidence=max(frame.confidence, FIRMLY),
        )
        kept = frame.act == "crisis" or frame.move == "correction"
        found.append(settled if aims.told and not kept else frame)
    return tuple(found)


def _groups(part: Part, language: Language) -> Iterator[list[Mention]]:
    """Yield the roles of a clause, those of one list together."""
    words = part.words
    group: list[Mention] = []
    for mention in part.mentions:
        if mention.role is None:
            continue
        between = words[group[-1].last + 1 - part.offset :] if group else []
        between = between[: mention.first - group[-1].last - 1] if group else []
        if group and not all(language.has("aim_joins", word) for word in between):
            yield group
            group = []
        group.append(mention)
    if group:
        yield group


def _sign(
    group: Sequence[Mention], part: Part, language: Language, *, after_choice: bool
) -> int:
    """Return 1 where roles are chosen, -1 where they are ruled out, else 0."""
    words = part.words
    first = group[0].first - part.offset
    end = group[-1].last + 1 - part.offset
    at = first
    while at > 0 and words[at - 1] in ("a", "an", "the", "being", "becoming"):
        at -= 1
    length = _phrase_before("aim_chooses", words, at, language)
    fields = all(mention.kind != ROLE for mention in group)
    if length and fields and language.has("doing", words[at - 1]):
        return 0  # a kind of work, not a job: "I want to do ML research"
    if length:
        lead = _since_stop(words[max(0, at - length - NEAR) : at - length])
        negated = any(language.has("negators", w) for w in [*lead, words[at - length]])
        if negated:
            return 0 if "sure" in lead else -1
        return int(end >= len(words) or _ends(words[end], language))
    leads_in = all(language.has("aim_leads", w) or not w.isalnum() for w in words[:at])
    follows = any(
        language.phrases[name].at(words, end, language.sets["adverbs"])
        for name in ("aim_follows", "choosing_role")
        if end < len(words)
    )
    if leads_in and follows:
        return 1
    if after_choice and _phrase_before("aim_shuns", words, at, language):
        return -1
    return 0


def _since_stop(words: Sequence[str]) -> Sequence[str]:
    """Return the words behind the last sign or "but" among some."""
    stops = [
        i for i, word in enumerate(words) if not word.isalnum() and "'" not in word
    ]
    stops += [i for i, word in enumerate(words) if word == "but"]
    return words[max(stops, default=-1) + 1 :]


def _ends(word: str, language: Language) -> bool:
    """Whether a word behind a role begins something else than its name."""
    lists = ("aim_behind", "aim_joins", "closing_words", "adverbs", "openers", "joins")
    return not word.isalnum() or any(language.has(name, word) for name in lists)


def _phrase_before(
    name: str, words: Sequence[str], end: int, language: Language
) -> int:
    """Return the length of the longest phrase of a list that ends at a place."""
    phrases, adverbs = language.phrases[name], language.sets["adverbs"]
    return max(
        (
            end - start
            for start in range(max(0, end - 8), end)
            if start + phrases.at(words, start, adverbs) == end
        ),
        default=0,
    )
