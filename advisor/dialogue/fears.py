"""Fear of the step itself: "what if I'm no good at it", "scared I'll waste a year".

Nobody can take it off somebody, and no promise does. What helps is to try the work
small before anything is given up for it.
"""

from dataclasses import replace

from advisor.data.topics import DEMAND, FIT
from advisor.dialogue.library import Library
from advisor.dialogue.lines import finds, overlap, put, roles_meant, sentences
from advisor.dialogue.reply import Say
from advisor.dialogue.state import State
from advisor.dialogue.superlatives import OVER_ALL, answer_measured
from advisor.dialogue.turn import Draft
from advisor.dialogue.worry import SCORE, WORRY
from advisor.text import words
from advisor.understanding.frames import Frame, Reading

FEAR = "own_fear"
"""The rule that reads such a fear, and the list of rows that tell it."""
ENTRY = "entry_level"
"""The measure of how many openings are for those who begin."""
KIND_WORD = "hard_fear"
ASKED = ("ask", "compare")
PLAIN = 0.8
"""From this on, something else is plainly asked."""
SURE = 0.85
FIRM = ("like", "dislike", "know", "lack")


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading in which a fear of the step is read as one.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.

    """
    if reading.stands_apart or FIT not in library.catalog.topics:
        return reading
    if any(f.intent in (WORRY, SCORE) for f in reading.frames):
        return reading
    rows, lists = library.turns[FEAR], library.catalog.language
    texts = (*(f.text for f in reading.frames), *sentences(reading.text))
    text = next((t for t in texts if finds(rows, words(t))), None)
    if text is None or not set(lists["feared_elsewhere"]).isdisjoint(words(text)):
        return reading
    asked = any(
        f.act in ASKED and f.confidence >= PLAIN and overlap(f.text, text)
        for f in reading.frames
    )
    if asked or _tells(reading, text):
        return reading
    roles = roles_meant(reading, state.memory.focus)
    heard = put(reading, text, Frame("ask", roles, (FIT,), FEAR, SURE, text))
    return replace(heard, remarks=tuple(r for r in heard.remarks if not r.guessed))


def _tells(reading: Reading, text: str) -> bool:
    """Whether the words tell in so many words what their speaker likes or can do."""
    return any(
        r.means in FIRM and not r.guessed and overlap(r.quote, text)
        for r in reading.remarks
    )


def answer_fear(draft: Draft, frame: Frame) -> None:
    """Say a kind word, that nobody knows, and how to try the work first."""
    answer, paths = draft.answer, draft.voice.catalog.advice.paths
    if KIND_WORD not in draft.voice.rotation:
        answer.say(KIND_WORD)
    answer.say("fear_unknown")
    told = (draft.probing.told,) if draft.probing.told else ()
    roles = (*frame.roles, *told, *answer.leaning)
    hiring = answer.library.catalog.language["fear_of_hiring"]
    if not set(hiring).isdisjoint(words(frame.text)):
        _tell_openings(draft, roles[:1])
    path = next((paths[role] for role in roles if role in paths), None)
    if path is None:
        answer.say("fear_next")
        return
    role = next(role for role in roles if role in paths)
    name = draft.voice.catalog.roles[role].name
    answer.say("fear_test", role=name, text=path.weekend)


def _tell_openings(draft: Draft, roles: tuple[str, ...]) -> None:
    """Say what is held on how open a job is to those who begin, or all of them."""
    answer = draft.answer
    frame = Frame("ask", roles, (DEMAND,), f"{OVER_ALL}{ENTRY}", SURE, "")
    for role in roles:
        for snippet in answer.library.pool((role,), DEMAND)[:1]:
            answer.blocks.append(Say(answer.use(snippet)))
    if not roles:
        answer_measured(answer, frame)
