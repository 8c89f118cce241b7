"""Take it that a suggestion is called a risk: "and you still send me there? bad odds".

The risk is granted, what tells of it is said again, then what speaks for and against.
"""

from dataclasses import replace

from advisor.dialogue.card import make
from advisor.dialogue.figures import named_figures
from advisor.dialogue.library import Library
from advisor.dialogue.lines import finds
from advisor.dialogue.passages import say_against, say_because
from advisor.dialogue.reply import Say
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.dialogue.ways import role_name
from advisor.text import words
from advisor.understanding.frames import Frame, Reading

BET = "bad_bet"
"""The rule that reads that a suggestion is called a risk."""
SURE = 0.9
MOST = 2


def hear(reading: Reading, state: State, library: Library) -> Reading:
    """Return a reading in which a suggestion that was given is called a risk.

    Args:
        reading: what was understood of the line.
        state: the conversation before it.
        library: what is known, with the rows of words.

    """
    told = state.probing.told
    if reading.stands_apart or not (state.probing.given and told):
        return reading
    if not finds(library.turns["calls_risk"], words(reading.text)):
        return reading
    named = {m.role for m in reading.mentions if m.role and not m.pointed}
    if named - {told}:
        return reading
    frame = Frame("ask", (told,), (), BET, SURE, reading.text)
    mine = tuple(r for r in reading.remarks if not r.guessed)
    return replace(
        reading, frames=(frame,), choices=(), remarks=mine, points_nowhere=False
    )


def answer_bet(draft: Draft, frame: Frame) -> None:
    """Grant the risk, and say what speaks for the job, against it, and how to test."""
    answer = draft.answer
    suggestion = make(draft, draft.reader)
    role = frame.roles[0]
    answer.say("bet_granted", role=role_name(draft, role))
    found = named_figures(frame.text, draft.state, answer.library)
    for snippet in list(dict.fromkeys(one.snippet for one in found))[:MOST]:
        answer.blocks.append(Say(answer.use(snippet)))
    if suggestion.ranked.top == role:
        say_against(draft, suggestion)
        say_because(draft, suggestion)
    path = draft.voice.catalog.advice.paths.get(role)
    if path is not None:
        answer.say("bet_test")
        answer.say("weekend", text=path.weekend)
