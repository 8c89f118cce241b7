"""Answer what a line says of the conversation itself: denials, complaints, repeats."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.dialogue import knowing
from advisor.dialogue.library import Library
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import GOAL, WORK, Evidence
from advisor.text import clean, tokens, words
from advisor.understanding.focus import Focus
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.mentions import find
from advisor.understanding.reader import LONG, Reader
from advisor.understanding.talk import Notes, Talk, talk_of

TALK = "talk"
"""The intent of a line that speaks of nothing but the conversation."""
TURNED = {"like": "dislike", "dislike": "like", "know": "lack", "lack": "know"}
FIRM = 0.8
QUOTED = 2
"""So many words that say something show that a note is named by its quote."""
QUESTIONS = ("ask", "compare", "recommend")


def listen(text: str, state: State, library: Library, reader: Reader) -> Talk | None:
    """Return what a line says of the conversation so far, if it says anything of it."""
    if state.turn == 0 or len(text.split()) > LONG:
        return None
    said = words(text)
    if reader.distress.speaks_of_it(text, said):
        return None
    profile = state.memory.profile
    fresh = [item for item in profile if item.turn == state.turn]
    told = state.last is not None and bool(state.last.snippets)
    names = _Names(library, reader)
    notes = Notes(
        fresh=bool(fresh),
        only=bool(fresh) and not told,
        held=lambda said: bool(names.among(said, profile)),
        just=lambda said: bool(names.among(said, fresh)),
    )
    return talk_of(text, library.turns, library.catalog.language, notes)


class _Names:
    """Tells which notes some words speak of."""

    __slots__ = ("library", "reader")

    def __init__(self, library: Library, reader: Reader) -> None:
        self.library, self.reader = library, reader

    def among(self, said: str, items: Sequence[Evidence]) -> list[Evidence]:
        """Return the notes that some words name: by trait, by its name, by quote."""
        named = set(self.reader.selves.named(said))
        for mention in find(tokens(said), self.reader.lexicon):
            if mention.role:
                named |= {f"{GOAL}{mention.role}", f"{WORK}{mention.role}"}
        exact = [item for item in items if item.trait in named]
        if exact:
            return exact
        stems = self.library.stems(words(said))
        alike = [item for item in items if stems & self._stems(item)]
        if alike or len(stems) < QUOTED:
            return alike
        return [i for i in items if stems <= self.library.stems(words(i.shown))]

    def _stems(self, item: Evidence) -> frozenset[str]:
        name = knowing.named_trait(self.library.catalog, item.trait)
        return self.library.stems(words(name))


def take(draft: Draft) -> None:
    """Do what a line asks of the notes, and own what went wrong."""
    talk = draft.talk
    if talk is None:
        return
    if talk.denied or talk.turned:
        _deny(draft, talk)
    if talk.sets_right:
        remarks = tuple(replace(r, corrects=True) for r in draft.reading.remarks)
        draft.reading = replace(draft.reading, remarks=remarks)
    asks = any(frame.act in QUESTIONS for frame in draft.frames)
    if draft.frames and (asks or draft.reading.remarks or not talk.complains):
        if talk.complains and not draft.answer.blocks:
            draft.answer.say("heard_again")
    elif talk.complains and not draft.answer.blocks:
        _own(draft)
    if talk.gives_up and not (asks or talk.profile or talk.sets_right):
        _let_go(draft)
    if talk.profile:
        draft.frames = [_frame(draft, "meta", "profile"), *draft.frames]
    if not draft.frames:
        move = "forget" if talk.denied or talk.turned else "correction"
        draft.frames = [replace(_frame(draft, "meta", move), intent=TALK)]


def take_beside(draft: Draft) -> None:
    """Take off what is denied in a line that answers a question besides."""
    if draft.talk is not None and (draft.talk.denied or draft.talk.turned):
        _deny(draft, draft.talk)


def only_owned(draft: Draft) -> bool:
    """Whether nothing was said so far but that the user is right."""
    owned = draft.talk is not None and draft.talk.complains
    return len(draft.answer.blocks) <= int(owned)


def note(draft: Draft) -> None:
    """Let what was understood hold that a note was taken off, too."""
    talk = draft.talk
    if talk is None or not (talk.denied or talk.turned):
        return
    if not any(frame.intent == TALK for frame in draft.frames):
        frame = replace(_frame(draft, "meta", "forget"), intent=TALK)
        draft.frames = [frame, *draft.frames]


def _frame(draft: Draft, act: str, move: str) -> Frame:
    return Frame(act, (), (), move, 1.0, draft.reading.text, move=move)


def _deny(draft: Draft, talk: Talk) -> None:
    """Take off, or turn, the notes that a line denies."""
    profile = draft.memory.profile
    gone = _meant(draft, talk)
    draft.answered = draft.answered or bool(gone) or _asks_which_holds(draft)
    if not gone:
        draft.answer.say("denied_nothing")
        return
    kept = tuple(item for item in profile if item not in gone)
    again = {remark.trait for remark in draft.reading.remarks if not remark.guessed}
    turned: list[Evidence] = []
    if talk.turned and not again:
        turned = [_turned(draft, item) for item in gone if item.means in TURNED]
    draft.memory = replace(draft.memory, profile=(*kept, *turned))
    off = {item.trait for item in gone}
    remarks = [r for r in draft.reading.remarks if not (r.guessed and r.trait in off)]
    draft.reading = replace(draft.reading, remarks=tuple(remarks))
    if turned:
        what = draft.voice.listed([knowing.describe(draft, item) for item in turned])
        draft.answer.say("turned", what=what)
        return
    names = [knowing.trait_name(draft, item.trait) for item in gone]
    what = draft.voice.listed(list(dict.fromkeys(names)))
    if talk.asks_source:
        draft.answer.say("denied_source", quote=gone[0].shown, what=what)
    else:
        draft.answer.say("denied", what=what)


def _asks_which_holds(draft: Draft) -> bool:
    asked = draft.state.asked
    return asked is not None and asked.id == knowing.CONTRADICTION


def _meant(draft: Draft, talk: Talk) -> list[Evidence]:
    """Return the notes that a line denies: those it names, or else the latest."""
    profile = draft.memory.profile
    names = _Names(draft.answer.library, draft.reader)
    found: list[Evidence] = []
    for said in talk.denied:
        if _says_something(draft, said):
            named = names.among(said, profile)
            found += [i for i in named if not _is_other_way(draft, said, i)]
        else:
            found += _latest(draft)
    return list(dict.fromkeys(found))


def _says_something(draft: Draft, said: str) -> bool:
    """Whether some words name anything, rather than point: "that", "so"."""
    return bool(draft.answer.library.stems(words(said)))


def _latest(draft: Draft) -> list[Evidence]:
    """Return what was noted last; of several, what was guessed."""
    profile = draft.memory.profile
    last = max((item.turn for item in profile), default=0)
    found = [item for item in profile if item.turn == last]
    guessed = [item for item in found if item.guessed]
    return guessed or found


def _is_other_way(draft: Draft, said: str, item: Evidence) -> bool:
    """Whether what is denied is the opposite of a note: it holds all the same."""
    focus = Focus((), (), draft.voice.catalog.core)
    claim = said if said.lower().startswith(("i ", "i'")) else f"I {said}"
    read = draft.reader.read(claim, focus).remarks
    return any(
        remark.trait == item.trait and remark.polarity * item.polarity < 0
        for remark in read
    )


def _turned(draft: Draft, item: Evidence) -> Evidence:
    """Return a note the other way round, in the words that turned it."""
    return replace(
        item,
        polarity=-item.polarity,
        means=TURNED[item.means],
        strength=max(item.strength, FIRM),
        quote=draft.reading.text,
        gist="",
        turn=draft.state.turn + 1,
        guessed=False,
    )


def _own(draft: Draft) -> None:
    """Own that something was missed, and put the question back that was not met."""
    draft.frames = [replace(_frame(draft, "meta", "correction"), intent=TALK)]
    draft.keeps_last = True
    asked = _last_asked(draft.state)
    again = draft.talk is not None and "?" in draft.talk.rest
    if again or draft.reading.asks:
        draft.answer.say("asked_unmet")
    elif asked is not None:
        draft.answer.say("missed_question", quote=asked)
    else:
        draft.answer.say("missed")


def _last_asked(state: State) -> str | None:
    """Return the user's last question, in their words."""
    frames = state.last.frames if state.last is not None else ()
    asked = [f.text for f in frames if f.act in QUESTIONS or f.text.endswith("?")]
    return asked[-1].strip() if asked else None


def _let_go(draft: Draft) -> None:
    """Drop a thread, as the user wishes."""
    if knowing.open_probe(draft) is not None and not draft.frames:
        draft.frames = [_frame(draft, "social", "skip")]
        return
    thanked = any(frame.says == "thanks" for frame in draft.frames)
    if draft.reading.remarks or any(f.act != "social" for f in draft.frames):
        return
    draft.frames = [replace(_frame(draft, "social", "skip"), intent=TALK)]
    draft.answered = True
    draft.answer.say("let_go_thanks" if thanked else "let_go")


def in_their_words(reading: Reading, line: str) -> Reading:
    """Return a reading that quotes the line as it came, where it was put otherwise."""
    line = clean(line)
    frames = tuple(
        f if f.text in line else replace(f, text=line) for f in reading.frames
    )
    remarks = tuple(
        r if r.quote in line else replace(r, quote=line) for r in reading.remarks
    )
    return replace(reading, frames=frames, remarks=remarks)


def empty(text: str) -> Reading:
    """Return the reading of a line that speaks of nothing but the conversation."""
    return Reading(text, ())
