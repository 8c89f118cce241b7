"""Read an utterance: prepare, cut into clauses, judge each, fill in from context."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from advisor.data.model import Intent, Tongue
from advisor.data.topics import FIT, OVERVIEW, PAY
from advisor.match.linear import LinearModel
from advisor.match.spelling import Speller
from advisor.text import Token
from advisor.understanding import context, judge
from advisor.understanding.affording import with_pay_needed
from advisor.understanding.aims import with_goals
from advisor.understanding.carried import with_place
from advisor.understanding.certainty import with_certainty
from advisor.understanding.choosing import lays_out
from advisor.understanding.classify import marks_of, score, seen_words
from advisor.understanding.clauses import Clause, asked_behind, is_question, split
from advisor.understanding.conditions import with_conditions
from advisor.understanding.cues import CueList, Cues
from advisor.understanding.distress import CRISIS, DistressReader
from advisor.understanding.doubt import close_readings
from advisor.understanding.focus import Focus
from advisor.understanding.fragments import only_points
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.hedged import told_for_asked
from advisor.understanding.lacking import as_lacked
from advisor.understanding.language import Language
from advisor.understanding.lexicon import Lexicon
from advisor.understanding.mentions import by_kind, roles_of
from advisor.understanding.origins import OriginReader
from advisor.understanding.own_work import tells_past, with_undone, with_work
from advisor.understanding.parts import Part, Scene
from advisor.understanding.pointing import point
from advisor.understanding.practice import PracticeReader
from advisor.understanding.prepare import Prepared, prepare
from advisor.understanding.remarks import Remark
from advisor.understanding.schooling import as_schooled
from advisor.understanding.selves import SelfReader
from advisor.understanding.setting_aside import rest_behind
from advisor.understanding.settle import less_either, settle, told_after_all
from advisor.understanding.shapes import ShapeList
from advisor.understanding.telling import as_remarks, tells_taste
from advisor.understanding.told_origins import (
    about_asked,
    as_told,
    without_limits,
    without_trade,
)
from advisor.understanding.tongues import TongueReader, named
from advisor.understanding.whereabouts import home_of, with_home
from advisor.understanding.wondering import without_wish

SHOWN_INTENTS = 5
FOREIGN = "foreign"
BRACES = (("{", "}"), ("[", "]"))
"""What data for a program begins and ends with."""
LONG = 300
"""A text of more words is skimmed, not read ..."""
LENGTHY = 4_000
"""... and so is one of more characters, whatever they are."""
LAST_WORDS = 30
QUESTIONS = ("ask", "compare", "recommend")
FAINT = 0.5
"""A rest that is less sure is read with the greeting or thanks beside it."""
_ORDERS = re.compile(
    r"\$\(\w|;\s*--|(?:\.\./){2}|</?script\b|\bdrop\s+table\b|\brm\s+-rf\b",
    re.IGNORECASE,
)
"""What is written for a shell, a database or a browser, not for a reader."""
CODE_SIGNS = frozenset("{}$%`\\<>|;()[]=_#@^~*&")
MOST_SIGNS = 0.25
"""Share of signs that only programs use above which a line is no talk."""
KNOWN_ENOUGH = 0.34
"""Share of known words below which a line is noise, or another language."""


@dataclass(frozen=True, slots=True, eq=False)
class Reader:
    """All that reading needs; made once from the data files. Equal only to itself."""

    intents: Mapping[str, Intent]
    model: LinearModel
    speller: Speller
    lexicon: Lexicon
    language: Language
    cues: CueList
    shapes: ShapeList
    selves: SelfReader
    distress: DistressReader
    tongues: TongueReader
    origins: OriginReader
    practice: PracticeReader
    claims: dict[str, tuple[Remark, ...]] = field(default_factory=dict, repr=False)
    """What `remarks_of` has read."""

    def read(
        self,
        raw: str,
        focus: Focus,
        *,
        expected: bool = False,
        standing: bool = False,
        before: str = "",
        calm: bool = False,
    ) -> Reading:
        """Return what an utterance says, given what was spoken of before.

        Args:
            raw: the text as it came.
            focus: what the conversation is about.
            expected: whether a question was put, so that a bare name is an answer.
            standing: whether a suggestion was given, so that "it" may be about that.
            before: the line before, for "I love it" of a thing named there.
            calm: whether it takes back what was heard as a cry for help.

        """
        unasked = told_for_asked(raw, self.language)
        if unasked != raw:
            hedged = self.read(
                unasked,
                focus,
                expected=expected,
                standing=standing,
                before=before,
                calm=calm,
            )
            if any(not remark.guessed for remark in hedged.remarks):
                return hedged
        prepared = prepare(raw, self.speller, self.lexicon, self.language)
        apart = self._set_apart(raw, prepared, calm=calm)
        if apart is not None:
            return self._with_rest(apart, prepared, focus)
        view = _View(raw, focus, expected=expected, standing=standing, before=before)
        reading = self._read(prepared, view)
        if _is_made_for_programs(raw) or self._is_ordered(prepared):
            told = tuple(f for f in reading.frames if f.act != "tell")
            reading = replace(reading, frames=told, remarks=(), origins=())
        if prepared.stripped and _is_faint(reading):
            plain = prepare(raw, self.speller, self.lexicon, self.language, whole=True)
            polite = self._read(plain, view)
            if polite.frames and all(f.act == "social" for f in polite.frames):
                return polite
        return self._with_courtesies(reading, prepared, focus)

    def remarks_of(self, claim: str, core: Sequence[str]) -> tuple[Remark, ...]:
        """Return what a claim of the advisor's own words says, as a user's first line.

        Args:
            claim: one of the few sentences that the data files allow; each is read
                once, and remembered.
            core: the roles that are meant where none is named.

        """
        if claim not in self.claims:
            focus = Focus((), (), tuple(core))
            self.claims[claim] = self.read(claim, focus).remarks
        return self.claims[claim]

    def _read(self, prepared: Prepared, view: "_View") -> Reading:
        """Return what a prepared line says."""
        focus, expected = view.focus, view.expected
        standing, before = view.standing, view.before
        cues = self.cues.find(prepared.tokens, prepared.mentions)
        rest = rest_behind(prepared, cues, self.language)
        if rest is not None:
            prepared = prepare(rest, self.speller, self.lexicon, self.language)
            cues = self.cues.find(prepared.tokens, prepared.mentions)
        if not expected or self._puts_question(prepared):
            prepared, cues = self._pointed(prepared, cues, focus)
        awaited = expected or standing or bool(focus.roles)
        if not awaited and self._points_nowhere(prepared):
            return Reading(prepared.text, (), points_nowhere=True)
        cut, marked = prepared.tokens, prepared.mentions
        clauses = [
            without_wish(cut, clause, marked, cues, self.language)
            for clause in split(cut, marked, cues, self.language)
        ]
        parts = [
            self._part(prepared, clause, cues, standing=standing) for clause in clauses
        ]
        scene = _scene(parts, focus)
        judged = [judge.judge(p, self.intents, self.language, scene) for p in parts]
        priced = any(intent.topic == PAY for intent in self.intents.values())
        alone = PAY if priced else OVERVIEW
        if not focus.roles:
            judged = with_home(judged, parts, self.language)
        home = home_of(judged, parts, self.language)
        focus = replace(focus, home=home or focus.home)
        filled = context.fill(judged, parts, focus, self.language, alone=alone)
        filled = with_goals(filled, parts, self.language)
        frames = with_place(settle(filled, parts, self.language))
        deciding = max(parts, key=lambda part: part.scored.best[1])
        unknown = self._known(prepared.tokens) < KNOWN_ENOUGH
        code = _is_code(prepared.text) and not roles_of(prepared.mentions)
        if code or (unknown and not any(frame.roles for frame in frames)):
            frames = ()
        choices = close_readings(frames, parts, self.intents)
        found = self.origins.read(
            prepared.text, prepared.tokens, prepared.mentions, parts
        )
        home = home or self.origins.home(found, prepared.mentions, prepared.tokens)
        remarks = self.selves.read(
            prepared.text, parts, expected=expected, before=before
        )
        remarks = without_trade(remarks, found, prepared, self.selves)
        remarks = with_work(remarks, found, prepared, parts, self.selves)
        remarks = with_undone(remarks, found, prepared, self.language)
        remarks = self.practice.read(remarks, parts)
        remarks = without_limits(remarks, found, self.language)
        remarks = as_lacked(
            remarks,
            view.raw,
            prepared,
            self.selves.namer.traits.entities,
            self.language,
        )
        remarks = with_pay_needed(remarks, parts, self.language)
        remarks = with_conditions(remarks, parts, self.language)
        frames = told_after_all(
            frames, parts, remarks, self.intents, self.language, begun=bool(before)
        )
        frames = as_told(frames, found, parts, remarks, self.language)
        told = tells_taste(parts, remarks) or tells_past(parts, remarks, found)
        choices = () if told else choices
        frames = less_either(frames, self.language)
        frames = as_remarks(frames, parts, remarks, self.language, self.selves)
        frames = as_schooled(frames, parts, remarks, self.language)
        return Reading(
            prepared.text,
            () if choices else with_certainty(about_asked(frames), remarks),
            choices,
            deciding.scored.ranked[:SHOWN_INTENTS],
            tuple(part.text for part in parts),
            prepared.mentions,
            prepared.corrections,
            remarks,
            any(part.question for part in parts),
            unknown=unknown or code,
            home=home,
            origins=tuple(item.origin for item in found),
        )

    def _with_courtesies(
        self, reading: Reading, prepared: Prepared, focus: Focus
    ) -> Reading:
        """Return a reading with the greetings and thanks that stood around the line."""
        if not reading.frames:
            return reading
        before, after = (
            [
                frame
                for text in texts
                for frame in self.read(text, focus).frames
                if frame.act == "social"
            ]
            for texts in (prepared.before, prepared.after)
        )
        return replace(reading, frames=(*before, *reading.frames, *after))

    def _pointed(
        self, prepared: Prepared, cues: Cues, focus: Focus
    ) -> tuple[Prepared, Cues]:
        """Return a line with the roles that it only points at, and its other cues."""
        cut, named = prepared.tokens, prepared.mentions
        mentions = point(cut, named, cues, focus, self.language)
        return replace(prepared, mentions=mentions), cues.unpointed(mentions)

    def _points_nowhere(self, prepared: Prepared) -> bool:
        """Whether a line has only pronouns, before any role was spoken of."""
        words = [token.text for token in prepared.tokens if token.is_word]
        return not prepared.mentions and only_points(words, self.language)

    def _is_ordered(self, prepared: Prepared) -> bool:
        """Whether a line only orders what is to be held: "set my result to 100 %"."""
        said = [token.text for token in prepared.tokens if token.is_word]
        return self.language.phrases["orders_claim"].within(said)

    def _puts_question(self, prepared: Prepared) -> bool:
        """Whether a line asks or orders something, so that it is no mere answer."""
        return any(
            token.text == "?"
            or self.language.has("question_words", token.text)
            or self.language.has("requests", token.text)
            for token in prepared.tokens
        )

    def skim(self, raw: str, focus: Focus) -> Reading:
        """Return what a long text names, and the question at its end, if there is one.

        Nothing in it is taken for a remark: it may be about anybody.
        """
        prepared = prepare(raw, self.speller, self.lexicon, self.language)
        said = [token.text for token in prepared.tokens if token.is_word]
        if self.distress.speaks_of_it(raw, said):
            return self._crisis(prepared)
        end = self.read(_end_of(raw), focus)
        asked = [f for f in end.frames if f.act in QUESTIONS and (f.roles or f.topics)]
        text, cut = prepared.text, prepared.tokens
        return Reading(
            text,
            tuple(asked) if end.asks else (),
            mentions=prepared.mentions,
            length=len(raw.split()),
            quotes=tuple(
                text[cut[m.first].start : cut[m.last].end] for m in prepared.mentions
            ),
        )

    def _set_apart(self, raw: str, prepared: Prepared, *, calm: bool) -> Reading | None:
        """Return the reading of a line that is not read clause by clause, else None.

        A cry for help, another language, an order to forget, no words at all.
        """
        said = [token.text for token in prepared.tokens if token.is_word]
        if self.distress.speaks_of_it(raw, said, calm=calm):
            return self._crisis(prepared)
        tongue = self.tongues.find(prepared.text)
        if tongue is not None:
            return self._foreign(prepared, tongue)
        if not said:
            return Reading(prepared.text, (), unknown=True)
        if self.language.phrases["forget_marks"].at(said, 0):
            frame = Frame("meta", (), (), "forget", 1.0, prepared.text, move="forget")
            return Reading(prepared.text, (frame,), clauses=(prepared.text,))
        return None

    def _with_rest(self, apart: Reading, prepared: Prepared, focus: Focus) -> Reading:
        """Return an order to forget with the question that follows it, if one does."""
        if not any(frame.move == "forget" for frame in apart.frames):
            return apart
        start = asked_behind(prepared.tokens, self.language)
        if start is None or ":" in prepared.text[:start]:
            return apart  # "forget that I said: can't be doing with it" names a quote
        rest = self.read(prepared.text[start:], focus)
        head = replace(apart.frames[0], text=prepared.text[:start])
        asked = tuple(f for f in rest.frames if f.act in QUESTIONS)
        return replace(rest, text=prepared.text, frames=(head, *asked), remarks=())

    def _crisis(self, prepared: Prepared) -> Reading:
        """Return a line as a cry for help, and as nothing else."""
        intent = next(i for i in self.intents.values() if i.act == CRISIS)
        where = by_kind(prepared.mentions)
        slots = {kind: names for kind, names in where.items() if kind == "place"}
        frame = Frame(
            CRISIS, (), (), intent.id, 1.0, prepared.text, slots, says=intent.says
        )
        return Reading(prepared.text, (frame,), clauses=(prepared.text,))

    def _foreign(self, prepared: Prepared, tongue: Tongue) -> Reading:
        """Return a line in another language: the roles and topics that it names."""
        theirs, topics = named(prepared.text, tongue)
        roles = tuple(dict.fromkeys((*roles_of(prepared.mentions), *theirs)))
        frames: tuple[Frame, ...] = ()
        if roles:
            asked = topics or (OVERVIEW,)
            together = len(roles) > 1 and asked == (OVERVIEW,)
            act = "compare" if together else "ask"
            intent = f"{FOREIGN}_{tongue.id}"
            frames = (Frame(act, roles, asked, intent, 0.5, prepared.text),)
        return Reading(prepared.text, frames, tongue=tongue)

    def _part(
        self, prepared: Prepared, clause: Clause, cues: Cues, *, standing: bool
    ) -> Part:
        cut = prepared.tokens[clause.first : clause.last + 1]
        here = tuple(
            m
            for m in prepared.mentions
            if clause.first <= m.first and m.last <= clause.last
        )
        words = seen_words(
            prepared.tokens, prepared.mentions, clause.first, clause.last
        )
        named = cues.within(clause.first, clause.last)
        if lays_out([token.text for token in cut], self.language):
            named = tuple(topic for topic in named if topic != FIT)
        marks = marks_of(cut, here, named, self.speller.counts)
        question, yes_no = is_question(prepared.tokens, clause, self.language)
        return Part(
            text=prepared.text[cut[0].start : cut[-1].end].strip(" ,;"),
            tokens=cut,
            mentions=here,
            offset=clause.first,
            cues=named,
            cue_words=cues.indices(clause.first, clause.last),
            scored=score(self.model, words, marks, self.intents, standing=standing),
            roles=roles_of(here),
            slots=by_kind(here),
            sentence=clause.sentence,
            question=question,
            yes_no=yes_no,
            known=self._known(cut),
            shapes=self.shapes.find(cut, here, clause.first),
        )

    def _known(self, cut: Sequence[Token]) -> float:
        """Return the share of words that the advisor has ever seen."""
        heard = [t.text for t in cut if t.text.isalpha()]
        if not heard:
            return 0.0
        vocabulary = self.lexicon.names
        return sum(w in self.speller.counts or w in vocabulary for w in heard) / len(
            heard
        )


@dataclass(frozen=True, slots=True)
class _View:
    """What a line is read in view of; `Reader.read` tells of each."""

    raw: str
    focus: Focus
    expected: bool
    standing: bool
    before: str


def _is_faint(reading: Reading) -> bool:
    """Whether a line was hardly understood."""
    best = max((frame.confidence for frame in reading.frames), default=0.0)
    return best < FAINT and not reading.remarks


def _scene(parts: Sequence[Part], focus: Focus) -> Scene:
    """Return which roles are spoken of around the clauses of an utterance."""
    named = {role for part in parts for role in part.roles}
    return Scene(
        under_way=bool(focus.roles or named),
        begun=bool(focus.roles),
        together=len(focus.roles) > 1,
        in_play=max(len(named), len(focus.roles), len(focus.series())),
        on_pay=focus.topics == (PAY,),
    )


def _is_made_for_programs(raw: str) -> bool:
    """Whether a line stands in braces or brackets as a whole, with names in quotes.

    Nobody tells of themselves in `{"trait": "coding"}`.
    """
    text = raw.strip()
    return (text[:1], text[-1:]) in BRACES and '"' in text


def _is_code(text: str) -> bool:
    """Whether a line is mostly signs of programs and shells: "%s {0} $(ls)"."""
    marks = [char for char in text if not char.isspace()]
    signs = sum(char in CODE_SIGNS for char in marks)
    return signs > len(marks) * MOST_SIGNS or bool(_ORDERS.search(text))


def _end_of(raw: str) -> str:
    """Return the last sentence of a long text, or its last words."""
    end = raw.split()[-LAST_WORDS:]
    starts = [i for i, word in enumerate(end[:-1], 1) if word[-1] in ".!?:"]
    return " ".join(end[starts[-1] :] if starts else end)


def is_long(text: str) -> bool:
    """Return whether a text is skimmed rather than read."""
    return len(text) > LENGTHY or len(text.split()) > LONG
