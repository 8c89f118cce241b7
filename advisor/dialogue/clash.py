"""Two remarks that disagree: say so, ask which holds, and take the answer."""

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from advisor.dialogue.describe import trait_name
from advisor.dialogue.reply import Ask
from advisor.dialogue.state import Choice, Question
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import ANSWERS, Evidence
from advisor.text import words
from advisor.understanding.frames import Frame
from advisor.understanding.language import phrases_of
from advisor.understanding.remarks import Remark

ALIKE = 90.0
"""So alike are two remarks that say the same."""
CONTRADICTION = "contradiction"
MOST_RETURNS = 2
"""So often in all is an open question put again after something else."""


def settles_in_words(draft: Draft, remarks: Sequence[Remark]) -> bool:
    """Take a remark on what it was asked about as the answer which remark holds."""
    asked = None if draft.answered else draft.state.asked
    if asked is None or asked.id != CONTRADICTION or asked.old is None:
        return False
    if asked.old.trait not in {remark.trait for remark in remarks}:
        return False
    draft.answered = True
    draft.noted = tuple(i for i in draft.noted if i.trait != asked.old.trait)
    draft.confirmed = ()
    draft.answer.say("contradiction_settled")
    return True


def _is_plain(draft: Draft, old: Evidence, new: Evidence) -> bool:
    """Whether two remarks were said in so many words, and not asked about before."""
    if old.guessed or new.guessed or old.means == "answer":
        return False
    if old.trait in draft.probing.clashed:
        return False
    one, two = (" ".join(words(item.shown)) for item in (old, new))
    if fuzz.token_set_ratio(one, two) >= ALIKE:
        return False
    own = all(_is_own(draft, item.shown) for item in (old, new))
    return own and old.trait in draft.reader.selves.named(old.shown)


def _is_own(draft: Draft, quote: str) -> bool:
    """Whether some words are said of their speaker: not "the startup pays more"."""
    lists, said = draft.voice.catalog.language, words(quote)
    own = any(word in lists["selves"] for word in said)
    return own or said[0] not in lists["articles"]


def _says_no(draft: Draft) -> bool:
    """Whether a line begins with "no", and so puts right what was understood."""
    said = words(draft.reading.text)[:1]
    lists = draft.voice.catalog.language
    return any(word in lists["answer_no"] for word in said)


def settle_both(draft: Draft) -> bool:
    """Leave out what two remarks disagree on, where the user says that both hold."""
    asked = None if draft.answered else draft.state.asked
    if asked is None or asked.id != CONTRADICTION or asked.old is None:
        return False
    lists, said = draft.voice.catalog.language, " ".join(words(draft.reading.text))
    phrases = (*lists["answer_both"], *lists["answer_neither"])
    opens = any(f"{said} ".startswith(f"{phrase} ") for phrase in phrases)
    apart = phrases_of(lists["no_contradiction"]).within(words(draft.reading.text))
    if not (opens or apart):
        return False
    trait = asked.old.trait
    kept = tuple(item for item in draft.memory.profile if item.trait != trait)
    draft.memory = replace(draft.memory, profile=kept)
    others = tuple(r for r in draft.reading.remarks if r.trait != trait)
    draft.reading = replace(draft.reading, remarks=others)
    draft.frames = [f for f in draft.frames if f.act in ("ask", "compare", "recommend")]
    if not draft.frames:
        text = draft.reading.text
        draft.frames = [Frame("tell", (), (), "answer_contradiction", 1.0, text)]
    draft.answered = True
    draft.answer.say("contradiction_both", what=trait_name(draft, trait))
    return True


def ask_which_holds(draft: Draft, clashes: Sequence[tuple[Evidence, Evidence]]) -> None:
    """Name the first plain one of some clashes, unless the line begins with "no"."""
    plain = [clash for clash in clashes if _is_plain(draft, *clash)]
    if plain and not _says_no(draft):
        _name_contradiction(draft, *plain[0])


def _name_contradiction(draft: Draft, old: Evidence, new: Evidence) -> None:
    """Say that two remarks disagree, go by the newer, and ask which holds."""
    voice = draft.voice
    choices = (Choice("new", new.shown), Choice("old", old.shown))
    draft.asked = Question(CONTRADICTION, choices, old=old)
    clashed = (*draft.probing.clashed, old.trait)
    draft.probing = replace(draft.probing, reasked=False, clashed=clashed)
    key = "contradiction_chosen" if old.means in ANSWERS else "contradiction"
    text = voice.say(key, old=old.shown, new=new.shown)
    draft.answer.blocks.append(Ask(CONTRADICTION, text, _quoted(draft, choices)))


def _quoted(draft: Draft, choices: Sequence[Choice]) -> tuple[str, ...]:
    return tuple(draft.voice.say("quoted", text=choice.text) for choice in choices)


def take_aside(draft: Draft, question: Question, choice: Choice) -> None:
    """Take an answer that something else follows in the same line."""
    rest = draft.frames
    settle_contradiction(draft, question, choice.id)
    draft.frames = [*draft.frames, *rest]
    draft.answered = True


def contradiction_is_open(draft: Draft) -> bool:
    """Whether it was not said which of two remarks holds, for the first time."""
    asked = None if draft.answered else draft.state.asked
    open_ = asked is not None and asked.id == CONTRADICTION
    open_ = open_ and draft.probing.returned < MOST_RETURNS
    return open_ and not draft.probing.reasked and draft.asked is None


def come_back_to_contradiction(draft: Draft) -> None:
    """After a digression: ask once more which of two remarks holds, shorter."""
    asked = draft.state.asked
    if asked is None or draft.over or draft.probing.quiet:
        return
    question = draft.voice.say("contradiction_again")
    text = draft.voice.say("again", question=question)
    texts = _quoted(draft, asked.choices)
    draft.asked = asked
    draft.answer.blocks.append(Ask(CONTRADICTION, text, texts))
    returned = draft.probing.returned + 1
    draft.probing = replace(draft.probing, reasked=True, returned=returned)


def settle_contradiction(draft: Draft, question: Question, choice: str) -> None:
    """Keep the remark that the user says holds."""
    old = question.old
    text = draft.reading.text
    draft.frames = [Frame("tell", (), (), "answer_contradiction", 1.0, text)]
    if choice == "old" and old is not None:
        rest = tuple(i for i in draft.memory.profile if i.trait != old.trait)
        draft.memory = replace(draft.memory, profile=(*rest, old))
    draft.answer.say("contradiction_settled")
