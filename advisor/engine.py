"""The advisor: one pure step from a state and a text to a turn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from advisor.data.advice import Probe
from advisor.data.model import Catalog, Snippet
from advisor.dialogue import (
    argue,
    card,
    clash,
    described,
    detour,
    knowing,
    meta,
    options,
    own_job,
    pace,
    paste,
    policy,
    probing,
    relief,
    restated,
    ruling,
    situation,
    special,
    talk,
    worry,
)
from advisor.dialogue.again import again, asked_again
from advisor.dialogue.answer import Answer
from advisor.dialogue.answers import Told, told_in, told_late
from advisor.dialogue.change import Changed, changed, is_said_again
from advisor.dialogue.choices import (
    accepted_first,
    answered_first,
    chosen,
    declined_first,
)
from advisor.dialogue.follow import follow
from advisor.dialogue.library import Library
from advisor.dialogue.passages import change_in_words
from advisor.dialogue.reconsider import reconsider
from advisor.dialogue.reply import Reply
from advisor.dialogue.stands import is_asked
from advisor.dialogue.state import (
    MOST_UNDO,
    Choice,
    Memory,
    Question,
    Said,
    Settled,
    State,
    Step,
)
from advisor.dialogue.turn import Draft
from advisor.dialogue.voice import Citations, Voice
from advisor.errors import UtteranceError
from advisor.privacy import redact
from advisor.recommend.profile import Profile
from advisor.recommend.suggest import Suggestion, leaning_to
from advisor.text import MOST_CHARACTERS, clean, words
from advisor.understanding.focus import Focus
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.reader import Reader, is_long
from advisor.understanding.settle import of_corrected
from advisor.understanding.talking import Talk

REMEMBERED = 1024
"""How many remarks are remembered as read, where many people give theirs."""
LATE = 3
"""So many questions back an answer may still be to."""
ANSWER = "answer_"
"""How the ids of what reads an answer begin."""
YES = "yes"
OPENING = ("opening", "opening_ask", "opening_tell", "opening_end")
CONTENT = ("ask", "compare", "recommend")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one utterance led to."""

    state: State
    reply: Reply
    understood: tuple[Frame, ...]
    """What the speaker did, in the order said; empty where nothing was understood."""
    snippets: tuple[Snippet, ...]
    """What the reply rests on, in order of use."""
    asked: Question | None
    """The question that the reply puts to the user, if any."""
    profile: Profile
    """All that is now held about the user."""
    reading: Reading
    """How the utterance was read."""
    suggestion: Suggestion | None
    """The suggestion that the reply gives, if it gives one."""
    changes: tuple[str, ...]
    """What would change the suggestion, in words, one for each of its changes."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A suggestion by itself, with all that it rests on."""

    suggestion: Suggestion
    profile: Profile
    changes: tuple[str, ...]
    """What would change it, in words, one for each of its changes."""


@dataclass(frozen=True, slots=True)
class Engine:
    """Reading, knowledge and words, put together; holds no conversation."""

    catalog: Catalog
    reader: Reader
    library: Library

    @property
    def _probes(self) -> frozenset[str]:
        return frozenset(probe.id for probe in self.catalog.advice.probes)

    @property
    def _answerable(self) -> frozenset[str]:
        """Return the other questions whose answer may stand before something else."""
        return frozenset({clash.CONTRADICTION, probing.OFFER})

    @property
    def opening(self) -> str:
        """Return the first words of a conversation, in four lines."""
        voice = Voice(self.catalog, {})
        return "\n".join(voice.say(key) for key in OPENING)

    def start(self) -> State:
        """Return the state of a conversation that has not begun."""
        return State(meta.fresh_memory(self.catalog.core))

    def step(self, state: State, text: str) -> Turn:
        """Return the turn that an utterance leads to.

        Pure: the same state and text give the same turn, always.

        Raises:
            UtteranceError: the text is too long, or holds half a character.

        """
        self._check(text)
        text, lists = redact(text), self.catalog.language
        anew = changed(text, state, lists)
        if anew is not None:
            return self._answered_anew(state, anew, text)
        back = self._put_back(state, text) or self._put_off(state, text)
        if back is None and is_said_again(text, state, lists):
            back = self._kept(state, text)
        if back is not None:
            return back
        of_job = own_job.is_in(text, state, lists)
        heard = None if of_job else talk.listen(text, state, self.library, self.reader)
        said = text if heard is None else heard.rest
        asked = state.asked
        stands = is_asked(said, state, self.library, self.reader.lexicon)
        taken = chosen(said, asked, lists) if asked and said and not stands else None
        taken = taken or options.pointed(said, state, self.catalog)
        denies = heard is not None and bool(heard.denied or heard.turned)
        for probe in self._answerable_now(state) if not (taken or stands) else ():
            if heard is not None and (asked is None or asked.id != probe.id):
                continue
            told = self._told(said, probe, state) if said else None
            if told is None or (heard is not None and told.neither):
                continue
            if denies and not told.drawn:
                continue
            turn = self._told_and_more(state, probe, told, text, heard)
            if asked is None or asked.id != probe.id:
                return turn
            drawn = tuple(asked.choices[i] for i in told.drawn)
            return self._settled(turn, state, drawn)
        turn = self._step(state, text, taken, heard)
        return self._settled(turn, state, (taken,) if taken else ())

    def _answerable_now(self, state: State) -> Iterator[Probe]:
        """Yield the open question about the user, then the last ones passed over."""
        probes = {probe.id: probe for probe in self.catalog.advice.probes}
        asked = state.asked.id if state.asked is not None else ""
        if asked in probes:
            yield probes[asked]
        given = {item.gist for item in state.memory.profile}
        for name in reversed(state.probing.asked[-LATE:]):
            probe = probes.get(name)
            if probe is None or name == asked:
                continue
            if not given & {choice.text for choice in probe.choices}:
                yield probe

    def _told(self, text: str, probe: Probe, state: State) -> Told | None:
        """Return what a line answers to a question, if anything.

        A question that is not open any more is answered only in so many words.
        """
        if is_long(text):
            return None
        late = state.asked is None or state.asked.id != probe.id
        names = [
            [" ".join(words(name)) for name in (choice.text, *choice.names)]
            for choice in probe.choices
        ]
        if not late:
            told = told_in(text, names, self.catalog.language)
            open_ = options.Picked(probe)
            asks = options.asks_meaning(text, state, self.library, open_)
            return None if told and asks and not told.drawn else told
        return told_late(text, names, self.catalog.language)

    def _told_and_more(
        self, state: State, probe: Probe, told: Told, text: str, heard: Talk | None
    ) -> Turn:
        """Return the turn of a line that answers a question, and may go on."""
        reading = Reading(clean(text), ())
        if told.rest:
            picked = options.Picked(probe, told.drawn, open=False)
            after = options.spoken_after(state, picked, told.rest, self.library)
            read = self._read(after, told.rest, expected=False)
            known = self._follow(read, after, picked if told.drawn else None)
            reading = reconsider(known, self.library)
        draft = self._draft(state, reading)
        argues = heard is not None and bool(heard.argued or heard.ruled or heard.off)
        draft.talk = heard if reading.frames or argues else None
        if any(frame.act == "crisis" for frame in draft.frames):
            policy.respond(draft)
            return self._finish(draft)
        probing.take_told(draft, probe, told, clean(text))
        policy.respond(draft)
        return self._finish(draft)

    def _step(
        self, state: State, text: str, choice: Choice | None, heard: Talk | None
    ) -> Turn:
        """Return the turn of a line that puts no earlier answer right."""
        asked, lists = state.asked, self.catalog.language
        if heard is not None and not heard.rest:
            draft = self._draft(state, talk.empty(clean(text)))
            draft.talk = heard
            policy.respond(draft)
            return self._finish(draft)
        line, text = text, text if heard is None else heard.rest
        if asked is not None and choice is None and asked.id in self._answerable:
            offers = asked.id == probing.OFFER
            by_rule = declined_first if offers else answered_first
            first = by_rule(text, asked, lists)
            if first is None and offers:
                first = accepted_first(text, asked, lists)
            if first is not None:
                return self._answered_and_more(state, asked, *first, heard, line)
        expected = asked is not None and asked.id in self._probes
        before = heard.points_at if heard is not None else ""
        near = argue.spoken_of(state, heard)
        reading = self._read(near, text, expected=expected, before=before)
        if choice is not None and choice.frame is not None:
            reading = replace(reading, frames=(choice.frame,), choices=())
        else:
            known = self._in_full(self._follow(reading, state), state)
            reading = reconsider(again(known, state.last, lists), self.library)
            reading = replace(reading, frames=of_corrected(reading.frames))
        if heard is not None:
            reading = talk.in_their_words(reading, line)
        draft = self._draft(state, reading)
        draft.talk = heard
        if choice is not None and asked is not None and choice.frame is None:
            talk.take_beside(draft)
            _answered(draft, asked, choice)
        else:
            policy.respond(draft)
        return self._finish(draft)

    def _put_back(self, state: State, text: str) -> Turn | None:
        """Return the turn of a line that goes back or objects to a question."""
        lists = self.catalog.language
        draft = self._draft(state, talk.empty(clean(text)))
        if not state.turn or self.reader.distress.speaks_of_it(text, words(text)):
            return None
        again = detour.is_return(text, lists) and detour.put_again(draft)
        why = not again and detour.is_objection(text, lists) and detour.explain(draft)
        return self._finish(draft) if again or why else None

    def _kept(self, state: State, text: str) -> Turn:
        """Return the turn of a line that only gives the last answer again."""
        draft = self._draft(state, talk.empty(clean(text)))
        draft.answer.say("answer_kept")
        if not detour.put_again(draft):
            draft.frames = [Frame("social", (), (), talk.TALK, 1.0, clean(text))]
        return self._finish(draft)

    def _put_off(self, state: State, text: str) -> Turn | None:
        """Return the turn of a line that asks something before it answers."""
        rest = detour.behind_lead(text, state, self.catalog.language)
        if rest is None:
            return None
        if rest:
            return self._step(state, text, None, Talk.plain(rest))
        draft = self._draft(state, talk.empty(clean(text)))
        probing.wait(draft)
        return self._finish(draft)

    def _answered_anew(self, before: State, anew: Changed, text: str) -> Turn:
        """Return the turn of a line that puts an earlier answer right."""
        question = anew.state.asked
        draft = self._draft(anew.state, Reading(clean(text), ()))
        names = [draft.voice.say("quoted", text=c.text) for c in anew.choices]
        if names:
            draft.answer.say("answer_changed", what=draft.voice.listed(names))
        else:
            draft.answer.say("answer_withdrawn")
        probe = probing.open_probe(draft)
        frame = anew.choices[0].frame if anew.choices else None
        if probe is not None:
            ids = [choice.id for choice in probe.choices]
            probing.take_choices(draft, probe, [ids.index(c.id) for c in anew.choices])
            policy.close(draft)
        elif frame is not None:
            draft.frames = [frame]
            draft.reading = replace(draft.reading, frames=(frame,))
            policy.respond(draft)
        elif question is not None:
            _answered(draft, question, anew.choices[0])
        turn = self._finish(draft)
        if before.memory != turn.state.memory:
            step = Step.over(text, None, before.memory)
            undo = (*before.undo, step)[-MOST_UNDO:]
            turn = replace(turn, state=replace(turn.state, undo=undo, redo=()))
        return self._settled(turn, anew.state, anew.choices)

    def _settled(self, turn: Turn, before: State, taken: Sequence[Choice]) -> Turn:
        """Return a turn whose state remembers which question it answered, and how."""
        question, after = before.asked, turn.state
        answers = (frame.intent.startswith(ANSWER) for frame in turn.understood)
        if question is None or not (taken or any(answers)):
            return turn
        settled = Settled(
            question,
            before.memory,
            before.probing,
            after.memory.profile,
            after.turn,
            tuple(choice.id for choice in taken),
            several=question.id in self._probes,
        )
        return replace(turn, state=replace(after, settled=settled))

    def _answered_and_more(
        self,
        state: State,
        asked: Question,
        choice: Choice,
        rest: str,
        heard: Talk | None,
        line: str,
    ) -> Turn:
        """Return the turn of a line that answers a question and goes on."""
        read = self._read(state, rest, expected=False)
        reading = reconsider(self._follow(read, state), self.library)
        reading = talk.in_their_words(reading, line)
        draft = self._draft(state, reading)
        draft.talk = heard
        if asked.id == probing.OFFER and choice.id == YES:
            draft.accepts = True
        elif asked.id == probing.OFFER:
            probing.take_refusal(draft)
        else:
            clash.take_aside(draft, asked, choice)
        policy.respond(draft)
        return self._finish(draft)

    def _read(
        self, state: State, text: str, *, expected: bool, before: str = ""
    ) -> Reading:
        focus = state.memory.focus
        if is_long(text):
            return self.reader.skim(text, focus)
        given, before = state.probing.given, before or _line_before(state)
        calm = relief.is_relief(text, state, self.catalog.language)
        reading = self.reader.read(
            text, focus, expected=expected, standing=given, before=before, calm=calm
        )
        if calm:
            earlier = self.reader.read(relief.line_of(state), focus, calm=True)
            reading = relief.taken_up(reading, earlier)
        timed = pace.hear(reading, state, self.catalog)
        feared = worry.hear(timed, state, self.library)
        heard = special.hear(feared, state, self.library)
        return situation.hear(heard, state, self.library)

    def _follow(
        self, reading: Reading, state: State, picked: options.Picked | None = None
    ) -> Reading:
        """Return a reading with what points at the talk, or describes a job, read."""
        probes = self.catalog.advice.probes
        if special.is_heard(reading):
            return reading
        picked = picked or options.picked_of(state, probes)
        reading = options.hear(reading, state, self.library, picked)
        if options.is_heard(reading):
            return reading
        heard = described.hear(
            reading, self.library, self.reader, state.memory.focus.roles
        )
        if described.is_heard(heard):
            return heard
        return follow(heard, state, self.library)

    def _in_full(self, reading: Reading, state: State) -> Reading:
        """Return a reading in which a half question is read in full words."""

        def read(text: str) -> Reading:
            return self._follow(self._read(state, text, expected=False), state)

        return restated.hear(reading, state, self.library, read)

    def before_leaving(self, state: State) -> Turn | None:
        """Return a turn that offers a suggestion, where one is due, else None."""
        draft = self._draft(state, self.reader.read("", state.memory.focus))
        if not probing.may_offer(draft):
            return None
        draft.frames = []
        probing.offer(draft)
        return self._finish(draft)

    def recommend(self, says: Sequence[str]) -> Recommendation:
        """Return the suggestion for one person's remarks, without any questions.

        Raises:
            UtteranceError: one of them cannot be taken as an utterance.

        """
        state = self.start()
        focus = state.memory.focus
        for text in says:
            self._check(text)
            reading, ruled = _remark(self.reader, redact(text), focus), None
            if any(mention.role for mention in reading.mentions):
                ruled = ruling.listen(redact(text), state, self.library, self.reader)
            if ruled is not None:
                reading = _remark(self.reader, ruled.rest, focus)
            draft = self._draft(state, reading)
            if ruled is not None:
                ruling.hold(draft, ruled)
            knowing.take_remarks(draft)
            state = replace(state, memory=draft.memory, turn=state.turn + 1)
        draft = self._draft(state, self.reader.read("", focus))
        suggestion = card.make(draft, self.reader)
        words = tuple(change_in_words(draft, c) for c in suggestion.changes)
        return Recommendation(suggestion, state.memory.profile, words)

    def _check(self, text: str) -> None:
        if len(text) > MOST_CHARACTERS:
            says = Voice(self.catalog, {}).say(
                "too_long", length=f"{len(text):,}", most=f"{MOST_CHARACTERS:,}"
            )
            raise UtteranceError(says)
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            msg = f"a lone surrogate at character {error.start + 1}; expected text"
            raise UtteranceError(msg) from error

    def _draft(self, state: State, reading: Reading) -> Draft:
        voice = Voice(self.catalog, state.rotation)
        leaning = leaning_to(
            state.memory.profile,
            tuple(self.catalog.roles),
            self.catalog.advice,
            stays=state.probing.stays,
        )
        heard = state.heard - asked_again(reading, state.last)
        answer = Answer(self.library, voice, Citations(voice), heard, leaning)
        return Draft(
            state,
            reading,
            voice,
            answer,
            state.memory,
            self.reader,
            probing=state.probing,
            frames=list(reading.frames),
            undo=state.undo,
            redo=state.redo,
        )

    def _finish(self, draft: Draft) -> Turn:
        state, answer = draft.state, draft.answer
        used = tuple(answer.used)
        reply = Reply(tuple(answer.blocks), tuple(s.id for s in used))
        memory, said = draft.memory, state.said
        if not draft.restored and not draft.keeps_last:
            memory, said = _told(memory, said, reply.snippets, state.heard)
        undo, redo = draft.undo, draft.redo
        if not draft.restored and memory != state.memory:
            step = Step.over(draft.reading.text, state.asked, state.memory)
            undo, redo = (*undo, step)[-MOST_UNDO:], ()
        last = state.last
        if not draft.keeps_last and not draft.restored:
            last = Said(reply.blocks, reply.snippets, tuple(draft.frames))
        claim = last if last is not None and last.snippets else state.claim
        new = State(
            memory=memory,
            turn=state.turn + 1,
            said=said,
            asked=draft.asked,
            last=last,
            claim=claim,
            undo=undo,
            redo=redo,
            rotation=draft.voice.rotation,
            probing=draft.probing,
            over=draft.over,
            settled=None if draft.restored else state.settled,
            stood=argue.stood_after(draft, state.stood),
        )
        return Turn(
            new,
            reply,
            tuple(draft.frames),
            used,
            draft.asked,
            memory.profile,
            draft.reading,
            draft.suggestion,
            tuple(
                change_in_words(draft, change)
                for change in (draft.suggestion.changes if draft.suggestion else ())
            ),
        )


def _line_before(state: State) -> str:
    """Return what the user said last, unless it led to a suggestion."""
    frames = state.last.frames if state.last is not None else ()
    if any(frame.act == "recommend" for frame in frames):
        return ""
    return frames[-1].text if frames else ""


def _told(
    memory: Memory,
    said: tuple[str, ...],
    snippets: tuple[str, ...],
    heard: frozenset[str],
) -> tuple[Memory, tuple[str, ...]]:
    """Return memory and log after some snippets were told."""
    new = tuple(name for name in snippets if name not in heard)
    if not new:
        return memory, said
    log = (*said[: memory.heard], *new)
    return replace(memory, heard=len(log)), log


def _answered(draft: Draft, question: Question, choice: Choice) -> None:
    """Take a choice that is an answer and says nothing else."""
    text = draft.reading.text
    draft.frames = [Frame("social", (), (), f"{ANSWER}{choice.id}", 1.0, text)]
    probe = probing.open_probe(draft)
    if probe is not None:
        chosen = [c.id for c in probe.choices].index(choice.id)
        probing.take_choices(draft, probe, [chosen])
    elif question.id == meta.START_OVER:
        meta.start_over_answered(draft, choice.id)
    elif question.id == clash.CONTRADICTION:
        clash.settle_contradiction(draft, question, choice.id)
    elif question.id == paste.USE:
        paste.answered(draft, question, choice.id)
    elif question.id == probing.OFFER and choice.id == "yes":
        frame = Frame("recommend", (), (), "answer_yes", 1.0, text)
        draft.frames = [frame]
        card.recommend(draft, frame, draft.reader)
    else:
        draft.answer.say("offer_declined")
    policy.close(draft)


@lru_cache(maxsize=REMEMBERED)
def _remark(reader: Reader, text: str, focus: Focus) -> Reading:
    """Return a line by itself, read as a remark: many people say the same."""
    return _as_remark(reader.read(text, focus, expected=True))


def _as_remark(reading: Reading) -> Reading:
    """Return the reading of a line that is known to be a remark on its speaker."""
    if not reading.remarks or any(f.act == "crisis" for f in reading.frames):
        return reading
    told = Frame("tell", (), (), knowing.REMARK, 1.0, reading.text)
    return replace(reading, frames=(told,))
