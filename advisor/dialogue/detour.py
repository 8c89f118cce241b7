"""Hear that something is asked before an open question is answered, or a way back.

"Quick one before I answer, what do they earn?" is read without what leads to it;
"right, back to your question" has the question put once more.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.data.advice import Probe
from advisor.dialogue import clash, probing
from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import ANSWERS
from advisor.text import clean, tokens
from advisor.understanding.frames import Frame
from advisor.understanding.language import phrases_of

RETURNS = "repeat"
"""The move of a line that wants a question put again."""
LOOKS = ("profile", "sources", "why", "repeat", "shorter", "forget", "trust", "help")
"""Moves of a line that looks at something ..."""
TALK = ("thanks", "small_talk", "greet", "praise", "acknowledge")
"""... and what else leaves a question open."""
FEW = 2
"""So many words of its own may a line have that only goes back to a question."""
MUCH = 5
"""... and so many one that objects to it."""
WHY = "why"
LATE = 3
"""So many questions back one may be that is gone back to."""

Lists = Mapping[str, tuple[str, ...]]


def is_return(raw: str, lists: Lists) -> bool:
    """Whether a line does nothing but go back to what the advisor asked."""
    said = [token.text for token in tokens(clean(raw)) if token.is_word]
    phrases = phrases_of(lists["detour_returns"])
    found = [(i, phrases.at(said, i)) for i in range(len(said))]
    within = {k for i, length in found for k in range(i, i + length)}
    small = {*lists["answer_around"], *lists["openers"], *lists["apart"]}
    small |= {*lists["closing_words"], *lists["detour_small"]}
    around = [word for i, word in enumerate(said) if i not in within]
    return bool(within) and sum(word not in small for word in around) <= FEW


def is_objection(raw: str, lists: Lists) -> bool:
    """Whether a line does nothing but object to a question that was put."""
    said = [token.text for token in tokens(clean(raw)) if token.is_word]
    phrases = phrases_of(lists["detour_objects"])
    length = max((phrases.at(said, i) for i in range(len(said))), default=0)
    small = {*lists["openers"], *lists["apart"], *lists["stopwords"], *lists["adverbs"]}
    own = sum(word not in small for word in said)
    return length > 0 and own <= MUCH


def explain(draft: Draft) -> bool:
    """Say why the open question was put; return whether there is one."""
    probe = _probe(draft) if draft.state.asked is not None else None
    if probe is None:
        return False
    probing.explain_probe(draft, probe)
    text = draft.reading.text
    draft.frames = [Frame("meta", (), (), WHY, 1.0, text, move=WHY)]
    draft.keeps_last = True
    return True


def behind_lead(raw: str, state: State, lists: Lists) -> str | None:
    """Return what a line asks before an answer is given; None where it leads to none.

    Empty where it only says that something will be asked first.
    """
    if state.asked is None:
        return None
    text = clean(raw)
    cut = [token for token in tokens(text) if token.is_word]
    said = [token.text for token in cut]
    leads, waits = phrases_of(lists["detour_leads"]), phrases_of(lists["waits"])
    small = {*lists["apart"], *lists["openers"], *lists["detour_small"]}
    at, led = 0, False
    while at < len(said):
        length = leads.at(said, at)
        led = led or length > 0
        length = length or waits.at(said, at)
        if not length and (said[at] not in small or _begins(said, at, lists)):
            break
        at += length or 1
    if not led:
        return None
    return text[cut[at].start :] if at < len(said) else ""


def _begins(said: Sequence[str], at: int, lists: Lists) -> bool:
    """Whether a question begins at a word: "can you", "what"."""
    return said[at] in (*lists["question_words"], *lists["auxiliaries"])


def only_looks(draft: Draft) -> bool:
    """Whether a line only looks at something, or is small talk, beside a question."""
    open_ = draft.state.asked is not None and draft.asked is None
    if not open_ or draft.answered or draft.restored or draft.over:
        return False
    return bool(draft.frames) and all(
        frame.move in LOOKS if frame.act == "meta" or frame.move else frame.says in TALK
        for frame in draft.frames
    )


def leave_open(draft: Draft, probe: Probe | None) -> None:
    """Put an open question once more where it was not yet, and else leave it open."""
    if not draft.probing.reasked and any(frame.move for frame in draft.frames):
        if probe is not None:
            probing.come_back(draft, probe)
        elif clash.contradiction_is_open(draft):
            clash.come_back_to_contradiction(draft)
        elif probing.offer_is_open(draft):
            probing.offer(draft, again=True)
    draft.asked = draft.asked or draft.state.asked


def put_again(draft: Draft) -> bool:
    """Put the question again that is open, or was last; return whether there is one."""
    state, text = draft.state, draft.reading.text
    asked = state.asked
    probe = _probe(draft)
    if asked is not None and asked.id == clash.CONTRADICTION:
        clash.come_back_to_contradiction(draft)
    elif probe is not None:
        probing.put_back(draft, probe)
    elif draft.probing.offered and not draft.probing.told:
        probing.offer(draft)
    if draft.asked is None:
        return False
    draft.frames = [Frame("meta", (), (), RETURNS, 1.0, text, move=RETURNS)]
    draft.reading = replace(draft.reading, choices=())
    draft.keeps_last = True
    return True


def _probe(draft: Draft) -> Probe | None:
    """Return the question about the user that is open, or was left open last."""
    probes = {probe.id: probe for probe in draft.voice.catalog.advice.probes}
    asked = draft.state.asked
    if asked is not None:
        return probes.get(asked.id)
    told = {item.gist for item in draft.memory.profile if item.means in ANSWERS}
    for name in reversed(draft.probing.asked[-LATE:]):
        probe = probes.get(name)
        if probe is not None and told.isdisjoint(c.text for c in probe.choices):
            return probe
    return None
