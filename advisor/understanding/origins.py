"""Where a speaker comes from: their work, their studies, how long, their situation."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisor.data.model import Catalog
from advisor.privacy import HIDDEN
from advisor.text import Token, ends_sentence, words
from advisor.understanding.language import Language
from advisor.understanding.lexicon import STUDY
from advisor.understanding.mentions import Mention
from advisor.understanding.parts import Part
from advisor.understanding.remarks import TRADE, YEARS, Origin
from advisor.understanding.situations import SituationReader, compile_situations
from advisor.understanding.trades import TradeReader

MOST = 4
"""So many things are kept of one line."""
NEAR = 8
"""Within how many words of one's work or studies the years and the place stand."""
NAMES = ("tool", "place")
"""What keeps its capital letter."""
ENDS = (",", "(", ")", ":", "and", "but", "&")
"""Where, besides the end of a sentence, a stretch ends."""
FEW = 2
"""A line of more stretches tells of its speaker, even without an "I"."""
PLURAL = "s"
"""How the names of jobs end that are not one's own: "immediate joiners"."""
MOST_BESIDE = 3
"""Words of a job that stands alone between signs."""
BEFORE, BEHIND = 5, 3
"""Within how many words around what is studied a word of studying stands."""


@dataclass(frozen=True, slots=True)
class Found:
    """Such a thing, and where in a line it stands."""

    origin: Origin
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class OriginReader:
    """Finds in a line where its speaker comes from."""

    language: Language
    trades: TradeReader
    studies: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    """First word of a study's name -> (all words, id), the longest first."""
    situations: SituationReader

    def read(
        self,
        text: str,
        cut: Sequence[Token],
        mentions: Sequence[Mention],
        parts: Sequence[Part],
    ) -> tuple[Found, ...]:
        """Return where the speaker of a line says that they come from.

        Args:
            text: the cleaned line.
            cut: its tokens.
            mentions: the names among them.
            parts: its clauses, which tell what is a question.

        """
        asked = _asked(parts)
        named = frozenset(m.first for m in mentions if m.kind in NAMES)
        found: list[Found] = []
        for first, end in _stretches(cut):
            told = self._study(cut, first, end, asked)
            told = told or self._study_alone(cut, first, end, asked)
            if told is None:
                told = self._trade(cut, mentions, first, end, asked)
            if told is not None:
                kind, id_, *span = told
                lowers = span[0] not in named
                whole = words_at(text, cut, span[0], span[1], lowers=lowers)
                found.append(Found(Origin(kind, whole, id_), *span))
        if all(item.origin.kind != TRADE for item in found):
            found += self._beside(text, cut, mentions, asked)
        found += self._years(text, cut, found)
        for kind, *span in self.situations.find(cut, asked):
            whole = words_at(text, cut, span[0], span[1])
            found.append(Found(Origin(kind, whole), *span))
        kept: dict[str, Found] = {}
        for item in sorted(found, key=lambda item: item.first):
            if item.origin.text and HIDDEN not in item.origin.text:
                kept.setdefault(item.origin.text.casefold(), item)
        return tuple(kept.values())[:MOST]

    def home(
        self, found: Sequence[Found], mentions: Sequence[Mention], cut: Sequence[Token]
    ) -> str | None:
        """Return the place that stands beside what is told: "a nurse in Leeds"."""
        said = [token.text for token in cut]
        for mention in mentions:
            if mention.kind != "place" or not mention.first:
                continue
            before = said[mention.first - 1]
            leads = before == "," or self.language.has("place_leads", before)
            near = any(0 < mention.first - item.last <= NEAR for item in found)
            away = self.language.phrases["not_yet_there"].within(said[: mention.first])
            if leads and near and not away:
                return mention.id
        return None

    def _trade(
        self,
        cut: Sequence[Token],
        mentions: Sequence[Mention],
        first: int,
        end: int,
        asked: frozenset[int],
    ) -> tuple[str, str, int, int] | None:
        """Return the work that a stretch of a line tells of, and where it stands."""
        told = self.trades.find(cut, mentions, first, end, asks=first in asked)
        if told is None:
            return None
        inside = [m for m in mentions if told[0] <= m.first and m.last <= told[1]]
        job = next((m.id for m in inside if m.kind == "job"), "")
        return TRADE, job, *told

    def _beside(
        self,
        text: str,
        cut: Sequence[Token],
        mentions: Sequence[Mention],
        asked: frozenset[int],
    ) -> Iterator[Found]:
        """Yield the one job that stands alone among things told of oneself.

        "Im in Stuttgart, maths teacher, part time only".
        """
        said = [token.text for token in cut]
        stretches = [span for span in _stretches(cut) if span[0] not in asked]
        own = self.language.names_any("first_person", said) or len(stretches) > FEW
        if "?" in said or not own or len(stretches) <= 1:
            return
        jobs = {m.last: m for m in mentions if m.kind == "job"}
        alone = [
            (first, end)
            for first, end in stretches
            if end - 1 in jobs
            and end - first <= MOST_BESIDE
            and not said[end - 1].endswith(PLURAL)
            and not any(self.language.has("origin_stops", w) for w in said[first:end])
        ]
        if len(alone) == 1 and all(last < alone[0][1] for last in jobs):
            first, last = alone[0][0], alone[0][1] - 1
            id_ = jobs[last].id
            yield Found(
                Origin(TRADE, words_at(text, cut, first, last), id_), first, last
            )

    def _study(
        self, cut: Sequence[Token], first: int, end: int, asked: frozenset[int]
    ) -> tuple[str, str, int, int] | None:
        """Return the studies that a stretch of a line tells of, and where."""
        said = [token.text for token in cut][:end]
        has = self.language.has
        if first in asked or any(has("others", word) for word in said[first:]):
            return None
        for at in range(first, end):
            length, id_ = self._study_at(said, at)
            if not length:
                continue
            start, last = at, at + length - 1
            while start > max(first, at - BEFORE) and self._leads(said[start - 1]):
                start -= 1
            most = min(end, at + length + BEHIND) - 1
            while last < most and self._ends(said[last + 1]):
                last += 1
            around = [*said[start:at], *said[at + length : last + 1]]
            if any(has("work_nouns", word) for word in said[last + 1 : last + 2]):
                continue  # "last year from a marketing job"
            wished = any(has("study_wishes", word) for word in said[first:start])
            if wished or not any(has("study_marks", word) for word in around):
                continue
            while has("study_small", said[start]):
                start += 1
            own = any(has("selves", word) for word in said[first:start])
            led = all(has("degree_leads", word) for word in said[first:start])
            if own or led or start - first <= 1 or has("study_verbs", said[start]):
                return STUDY, id_, start, last
        return None

    def _study_alone(
        self, cut: Sequence[Token], first: int, end: int, asked: frozenset[int]
    ) -> tuple[str, str, int, int] | None:
        """Return the studies that are named behind a word of studying and a sign.

        "First year at uni, computer science".
        """
        said = [token.text for token in cut][:end]
        length, id_ = self._study_at(said, first)
        before = said[max(0, first - BEFORE) : max(0, first - 1)]
        behind = [token.text for token in cut][end + 1 : end + 1 + BEHIND]
        marked = self.language.names_any("study_marks", [*before, *behind])
        if first in asked or not marked or not length or first + length != end:
            return None
        return STUDY, id_, first, end - 1

    def _leads(self, word: str) -> bool:
        names = ("study_marks", "study_leads", "study_small", "study_verbs")
        return any(self.language.has(name, word) for name in names)

    def _ends(self, word: str) -> bool:
        return any(self.language.has(n, word) for n in ("study_marks", "study_tails"))

    def _study_at(self, said: Sequence[str], at: int) -> tuple[int, str]:
        """Return how many words name a study at an index, and which one."""
        for parts, id_ in self.studies.get(said[at], ()):
            if tuple(said[at : at + len(parts)]) == parts:
                return len(parts), id_
        return 0, ""

    def _is_of_work(self, said: Sequence[str], at: int) -> bool:
        """Whether years behind a sign are of one's tools: ", eleven years of Java"."""
        apart = at > 1 and said[at - 2] == ","
        if not apart or said[at + 1 : at + 2] != ["of"]:
            return False
        studied = ("study_marks", "study_small", "study_tails")
        of = said[at + 2 : at + 3]
        return not any(self.language.names_any(name, of) for name in studied)

    def _years(
        self, text: str, cut: Sequence[Token], found: Sequence[Found]
    ) -> Iterator[Found]:
        """Yield how long somebody has done their work: "for eleven years"."""
        work = [item for item in found if item.origin.kind == TRADE]
        said = [token.text for token in cut]
        for at in range(1, len(said)):
            if not self.language.has("origin_years", said[at]):
                continue
            count = said[at - 1]
            counted = count[0].isdigit() or self.language.has("number_words", count)
            other = at + 1 < len(said) and self.language.has("no_span", said[at + 1])
            other = other and not self._is_of_work(said, at)
            near = any(
                item.last + 1 < at <= item.last + NEAR or at < item.first <= at + NEAR
                for item in work
            )
            if counted and near and not other and not _inside(work, at):
                whole = words_at(text, cut, at - 1, at)
                yield Found(Origin(YEARS, whole), at - 1, at)
                return


def compile_origins(catalog: Catalog, language: Language) -> OriginReader:
    """Return what finds in a line where its speaker comes from."""
    lists = catalog.language
    studies: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entity in catalog.entities.values():
        if entity.kind == STUDY:
            for name in (entity.name, *entity.names):
                parts = words(name)
                studies.setdefault(parts[0], []).append((parts, entity.id))
    longest_first = {
        word: tuple(sorted(names, key=lambda item: -len(item[0])))
        for word, names in studies.items()
    }
    rows = compile_situations(lists, language)
    return OriginReader(language, TradeReader(language), longest_first, rows)


def words_at(
    text: str, cut: Sequence[Token], first: int, last: int, *, lowers: bool = True
) -> str:
    """Return some words as typed; a sentence's capital letter goes, if it may."""
    start = cut[first].start
    while start and text[start - 1].isdigit():
        start -= 1  # "4th year"
    said = text[start : cut[last].end].strip(" ,;.!?-\n")
    opens = not first or ends_sentence(cut[first - 1])
    named = cut[first].raw[1:].islower() and not cut[first].raw.startswith("I'")
    if lowers and opens and named:
        said = said[:1].lower() + said[1:]
    return " ".join(said.split())


def _asked(parts: Sequence[Part]) -> frozenset[int]:
    """Return the indices of the tokens of questions."""
    return frozenset(
        i
        for part in parts
        if part.question
        for i in range(part.offset, part.offset + len(part.tokens))
    )


def _inside(found: Sequence[Found], at: int) -> bool:
    return any(item.first <= at <= item.last for item in found)


def _stretches(cut: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where each stretch between signs, "and" and "but" begins and ends."""
    first = 0
    for i, token in enumerate(cut):
        if token.text in ENDS or ends_sentence(token):
            if first < i:
                yield first, i
            first = i + 1
    if first < len(cut):
        yield first, len(cut)
