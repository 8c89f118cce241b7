"""Find what somebody says that they work or worked as, whatever the work is."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from advisor.text import Token
from advisor.understanding.language import Language
from advisor.understanding.mentions import Mention

MOST_WORDS = 5
"""Words of what one works as."""
NO_TRADES = ("job", "jobs", "role", "position", "career", "internship")
"""What is looked for, and not done."""
GLUE = ("-", "/")
JOINS = ("and", "&", "to")
WITHIN = ("in", "at")
"""What ends the words for a field that one works in, and has not left."""
LONG = 5
"""A shorter word is no trade by its ending: "year", "bar"."""
OLDEST, YOUNGEST = 80, 15
SOON = 7
"""Within how many words behind a trade its years tell that it is the speaker's."""
Span = tuple[int, int]
"""Indices of the first and the last token."""


@dataclass(frozen=True, slots=True)
class TradeReader:
    """Finds trades by the words around them: "I'm a ...", "... for a living"."""

    language: Language

    def find(
        self,
        cut: Sequence[Token],
        mentions: Sequence[Mention],
        first: int,
        end: int,
        *,
        asks: bool,
    ) -> Span | None:
        """Return where in a stretch of a line its speaker's work stands, if it does.

        Args:
            cut: the tokens of the line.
            mentions: the names among them.
            first: where the stretch begins.
            end: where it ends.
            asks: whether it is put as a question.

        """
        said = [token.text for token in cut]
        if asks:
            return None
        span = (
            self._being(said, mentions, first, end)
            or self._in_field(said, mentions, first, end)
            or self._for_a_living(said, first, end)
            or self._by_verb(said, first, end)
            or self._doing(said, first, end)
            or self._opening(said, mentions, first, end)
        )
        if span is None or _is_looked_for(said, span):
            return None
        return span

    def _being(
        self, said: Sequence[str], mentions: Sequence[Mention], first: int, end: int
    ) -> Span | None:
        """Read "I'm a ...", "worked as a ..."; without "I" where a stretch opens so."""
        being = self.language.phrases["origin_being"]
        passed = self.language.sets["origin_passing"]
        for at in range(first, end):
            length = being.at(said[:end], at, passed)
            own = at == first or self._is_own(said[first : at + length])
            wished = self.language.names_any("trade_wishes", said[first : at + length])
            if not length or not own or wished:
                continue
            span = self._noun(said, at + length, end)
            if span and self._is_trade(said, mentions, span):
                return self._with_where(said, span, end)
        return self._being_bare(said, mentions, first, end)

    def _being_bare(
        self, said: Sequence[str], mentions: Sequence[Mention], first: int, end: int
    ) -> Span | None:
        """Read "im game dev", where a name of a trade follows, not a word like one."""
        bare, at = self.language.phrases["origin_being_bare"], first
        while at < end and self._has("openers", said[at]):
            at += 1
        if at == end:
            return None
        length = bare.at(said[:end], at, self.language.sets["origin_passing"])
        span = self._noun(said, at + length, end) if length else None
        if span is None or span[0] != at + length:
            return None
        job = any(m.kind == "job" and m.last == span[1] for m in mentions)
        known = job or self._has("trade_heads", said[span[1]])
        return self._with_where(said, span, end) if known else None

    def _in_field(
        self, said: Sequence[str], mentions: Sequence[Mention], first: int, end: int
    ) -> Span | None:
        """Read "I work in a call centre", "leaving the army", "from retail"."""
        fields = self.language.phrases["origin_fields"]
        passed = self.language.sets["origin_passing"]
        for at in range(first, end):
            length = fields.at(said[:end], at, passed)
            soon = 2 if self._has("prefacing", said[first]) else 1
            own = at - first <= soon or self._is_own(said[first : at + length])
            if not length or not own:
                continue
            span = self._noun(said, at + length, end)
            if span and self._is_schooling(said, at, span):
                continue
            if span and (
                self._job_in(mentions, span)
                or any(self._has("sectors", w) for w in said[span[0] : span[1] + 1])
                or self._works_in(said, mentions, at, span)
            ):
                led = said[at : at + length]
                stays = led[-1] in WITHIN and not self.language.names_any("stuck", led)
                begin = self._behind_self(said, first, span[0], at)
                return (begin if stays else span[0]), span[1]
        return None

    def _is_schooling(self, said: Sequence[str], at: int, span: Span) -> bool:
        """Whether what is left is one's own school: "left school last summer"."""
        alone = span[0] == span[1] and self._has("schooling", said[span[0]])
        return alone and self._has("leaving_school", said[at])

    def _works_in(
        self, said: Sequence[str], mentions: Sequence[Mention], at: int, span: Span
    ) -> bool:
        """Whether a job of the ten is what one says to work in: "I'm in MLOps"."""
        named = any(m.role and m.first == span[0] for m in mentions)
        counted = self._has("origin_years", said[at]) and self._is_count(said[at - 1])
        own = any(self._has("first_person", word) for word in said[at : span[0]])
        return named and (own or (bool(at) and counted))

    def _for_a_living(self, said: Sequence[str], first: int, end: int) -> Span | None:
        """Read "I repair bikes for a living"."""
        living = self.language.phrases["for_a_living"]
        at = next((i for i in range(first, end) if living.at(said[:end], i)), None)
        if at is None:
            return None
        start = self._behind_self(said, first, at)
        end_of = at + living.at(said[:end], at) - 1
        return (start, end_of) if first < start < at else None

    def _by_verb(self, said: Sequence[str], first: int, end: int) -> Span | None:
        """Read "I teach maths at a school", "I drive a bus"."""
        verbs = self.language.phrases["trade_verbs"]
        passed = self.language.sets["origin_passing"]
        for at in range(first, min(first + 2, end)):
            length = verbs.at(said[:end], at, passed)
            teaches = length and self._has("teaches", said[at + length - 1])
            span = (
                self._taught(said, at + length)
                if teaches
                else self._noun(said, at + length, end)
                if length
                else None
            )
            if span is None or (
                self._has("runs", said[at + length - 2])
                and not self._is_premises(said, span)
            ):
                continue
            start = self._behind_self(said, first, end)
            return start, self._with_where(said, span, end)[1]
        return None

    def _taught(self, said: Sequence[str], at: int) -> Span | None:
        """Return what is taught, numbers and all: "grades 11 and 12 maths"."""
        end = at
        while end < len(said) and end - at < 2 * MOST_WORDS:
            word = said[end]
            ahead = said[end + 1] if end + 1 < len(said) else ""
            before = said[end - 1]
            joins = (word in JOINS or word in GLUE) and ahead[-1:].isdigit()
            joins = joins and before[-1:].isdigit()
            named = word[0].isalpha() and not self._has("origin_stops", word)
            leads = before in (*JOINS, *GLUE) or self._has("grades_taught", before)
            if not (joins or named or (word[0].isdigit() and leads)):
                break
            end += 1
        return (at, end - 1) if end > at else None

    def _is_premises(self, said: Sequence[str], span: Span) -> bool:
        """Whether what one runs is a place of business: a shop, and not a unit."""
        names = ("sectors", "premises")
        about = said[span[1] + 1 : span[1] + 2]
        if self.language.names_any("taught_about", about):
            return False  # "I run a workshop on plotting"
        return any(self._has(name, said[span[1]]) for name in names)

    def _doing(self, said: Sequence[str], first: int, end: int) -> Span | None:
        """Read "been driving a lorry for twenty years", "I do payroll for a firm"."""
        start = self._behind_self(said, first, end)
        if start >= end or start + 1 >= end:
            return None
        opened = start - first
        word, behind = said[start], said[start + 1 : end]
        if word.endswith("ing") and said[start - 1] == "been" and opened:
            if self._has("no_trades", word):
                return None
            for i in range(start + 1, end - 2):
                if self._has("span_leads", said[i]) and self._is_count(said[i + 1]):
                    return start, i - 1
            return None
        # "Run a workshop" is a trade only where `_by_verb` says so.
        one = self._has("runs", word) and behind[0] in ("a", "an")
        doing = self._has("doing", word) and not one
        if doing and any(self._has("sectors", w) for w in behind):
            span = self._noun(said, start + 1, end)
            if span and self._has("sectors", said[span[1]]):
                return self._with_where(said, span, end)
        return None

    def _opening(
        self, said: Sequence[str], mentions: Sequence[Mention], first: int, end: int
    ) -> Span | None:
        """Read "line cook in Chicago", "front-end dev (React)", "Oracle DBA, 50"."""
        start = self._behind_years(said, first, end)
        timed_so = start > first
        while start < end and (
            self._has("opens_trade", said[start])
            or self._has("openers", said[start])
            or (start > first and said[start] in GLUE)
        ):
            start += 1
        span = self._noun(said, start, end)
        if span is None:
            return None
        field = timed_so and self._has("sectors", said[span[1]])
        if not field and not self._is_trade(said, mentions, span, ends=True):
            return None
        timed = [word for word in said[first:start] if self._has("opens_trade", word)]
        plain = all(self._has("fillers", word) for word in timed)
        role = plain and any(m.role and m.last == span[1] for m in mentions)
        bare = bool(timed) and not role  # "now data engineer" asks about another role
        next_is = said[span[1] + 1 : min(span[1] + 2, end)]
        open_ = not next_is or not self._has("no_trade_tails", next_is[0])
        aged = self._is_behind_age(said, first) and open_
        shown = aged or timed_so
        if not (shown or self._shows_speaker(said, mentions, span[1] + 1, bare=bare)):
            return None
        return self._with_where(said, span, end)

    def _behind_years(self, said: Sequence[str], first: int, end: int) -> int:
        """Return where a stretch goes on behind "spent eleven years as a"."""
        at = first
        while at < end and self._has("spell_leads", said[at]):
            at += 1
        counted = at + 2 < end and self._is_count(said[at])
        if not counted or not self._has("origin_years", said[at + 1]):
            return first
        return at + 2 + self.language.phrases["spell_tails"].at(said[:end], at + 2)

    def _is_behind_age(self, said: Sequence[str], first: int) -> bool:
        """Whether a line opens with an age before a stretch: "34, nurse in Leeds"."""
        return (
            first in (2, 3) and said[first - 1] == "," and self._is_age(said[first - 2])
        )

    def _shows_speaker(
        self, said: Sequence[str], mentions: Sequence[Mention], at: int, *, bare: bool
    ) -> bool:
        """Whether what follows a trade shows that it is the speaker's."""
        behind = [word for word in said[at : at + SOON] if word[0].isalnum()]
        if not behind:
            return bare
        if said[at] == "(" or self.language.phrases["introduced_by"].at(said, at):
            return True
        aged = said[at] == "," and len(said) > at + 1 and self._is_age(said[at + 1])
        spans = any(
            self._is_count(one) and self._has("origin_years", two)
            for one, two in pairwise(behind)
        )
        role = any(m.role and m.last == at - 1 for m in mentions)
        placed = any(
            m.kind == "place"
            and m.first - at in (1, 2)
            and not self._has("trade_acts", " ".join(said[m.last + 1 : m.last + 2]))
            for m in mentions
        )
        works = said[at] in ("at", "for") and behind[1:2] in (["a"], ["an"], ["the"])
        led = self._has("place_leads", said[at])
        return aged or spans or bare or (not role and ((placed and led) or works))

    def _noun(self, said: Sequence[str], at: int, end: int) -> Span | None:
        """Return the words at an index that may name a trade."""
        while at < end and self._has("origin_skips", said[at]):
            at += 1
        last = at
        count = 0
        while last < end and count < MOST_WORDS:
            word = said[last]
            if word in GLUE and last > at:
                last += 1
                continue
            if not word[0].isalpha() or self._has("origin_stops", word):
                break
            count += 1
            last += 1
        return (at, last - 1) if last > at else None

    def _with_where(self, said: Sequence[str], span: Span, end: int) -> Span:
        """Return a trade with the kind of place where it is done: "at a bank"."""
        at = span[1] + 1
        where = tuple(said[at : at + 2])
        if where not in {(w, a) for w in ("at", "for", "in") for a in ("a", "an")}:
            return span
        more = self._noun(said, at + 1, end)
        if more is None or more[1] - more[0] >= MOST_WORDS - 2:
            return span
        known = any(self._has("sectors", w) for w in said[more[0] : more[1] + 1])
        return (span[0], more[1]) if known or said[at] == "at" else span

    def _is_trade(
        self,
        said: Sequence[str],
        mentions: Sequence[Mention],
        span: Span,
        *,
        ends: bool = False,
    ) -> bool:
        """Whether some words name a trade; with the last one, where it must end so."""
        head = said[span[1]]
        if self._has("no_trades", head):
            return False
        named = any(m.role and m.last == span[1] for m in mentions)
        jobs = [m for m in mentions if m.kind == "job" and m.last == span[1]]
        job = bool(jobs) if ends else self._job_in(mentions, span)
        if named or job or self._has("trade_heads", head):
            return True
        endings = tuple(self.language.sets["trade_endings"])
        return len(head) >= LONG and head.endswith(endings)

    def _job_in(self, mentions: Sequence[Mention], span: Span) -> bool:
        return any(
            m.kind == "job" and span[0] <= m.first and m.last <= span[1]
            for m in mentions
        )

    def _behind_self(
        self, said: Sequence[str], first: int, end: int, at: int | None = None
    ) -> int:
        """Return where a stretch begins behind "I", "I've been", "now I mostly".

        From an index on, where one is given, with the years that are counted there.
        """
        if at is not None and self._has("origin_years", said[at]):
            counted = at > first and self._is_count(said[at - 1])
            return at - 1 if counted else at
        at = first if at is None else at
        while at < end and (
            self._has("selves", said[at])
            or self._has("openers", said[at])
            or self._has("origin_passing", said[at])
            or said[at] in ("have", "been", "and", "used", "to")
        ):
            at += 1
        return at

    def _is_own(self, said: Sequence[str]) -> bool:
        return any(self._has("selves", word) for word in said) and not any(
            self._has("others", word) for word in said
        )

    def _is_count(self, word: str) -> bool:
        return word[0].isdigit() or self._has("number_words", word)

    def _is_age(self, word: str) -> bool:
        return word.isdigit() and YOUNGEST <= int(word) <= OLDEST

    def _has(self, name: str, word: str) -> bool:
        return self.language.has(name, word)


def _is_looked_for(said: Sequence[str], span: Span) -> bool:
    """Whether what reads like a trade is only wished for: "I'd kill for a job in X"."""
    ahead = [i for i in range(span[0], span[1] + 1) if said[i] in NO_TRADES]
    return any("for" in said[max(0, i - 2) : i] for i in ahead)
