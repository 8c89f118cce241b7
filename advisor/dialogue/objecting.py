"""Take an objection to a path that was told: "Excel still open? I've lived in it".

What the line says it knows is held, and the path is told anew without that.
"""

from collections.abc import Sequence
from dataclasses import replace

from advisor.dialogue import wishes
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import WORK
from advisor.text import tokens, words
from advisor.understanding.frames import Frame
from advisor.understanding.language import phrases_of
from advisor.understanding.mentions import find
from advisor.understanding.remarks import Remark

KNOWABLE = ("tool", "skill", "method")
KNOWN = "know"
PLAIN = 0.7
"""How strong a plain statement is."""
STOPS = "?!.;\n"


def hear(draft: Draft) -> bool:
    """Let a line that objects to the path ask for it anew; return whether it does."""
    told = draft.probing.given and not draft.reading.length
    if not told or any(frame.act == "crisis" for frame in draft.frames):
        return False
    parts = _parts(draft.reading.text)
    echoed = [part for part in parts if _is_echo(draft, part)]
    claims = [part for part in parts if _claims(draft, part)]
    named = [part for part in claims if _named(draft, part)]
    if claims and (echoed or (named and _wants_out(draft))):
        _hold(draft, [*echoed, *named], claims[-1])
    elif not _takes_out(draft) and not _is_there(draft):
        return False
    _ask_anew(draft, echoed)
    return True


def _parts(text: str) -> list[str]:
    """Return the sentences of a line, with their signs."""
    cut = "".join(f"{char}\v" if char in STOPS else char for char in text)
    return [part.strip() for part in cut.split("\v") if words(part)]


def _named(draft: Draft, part: str) -> list[str]:
    """Return the ids of the tools and skills that a part of a line names."""
    named = find(tokens(part), draft.reader.lexicon)
    return [m.id for m in named if m.kind in KNOWABLE]


def _is_echo(draft: Draft, part: str) -> bool:
    """Whether a part asks back a step or a gap that was told: "Excel still open?"."""
    lists, said = draft.voice.catalog.language, words(part)
    opens = ("question_words", "auxiliaries", "first_person", "requests")
    asks = not set(said).isdisjoint(lists["question_words"])
    if part[-1] != "?" or asks or any(said[0] in lists[name] for name in opens):
        return False
    told = phrases_of(lists["objects_to"]).within(said)
    few = len(said) <= len(_named(draft, part)) + 2
    return bool(_named(draft, part)) and (told or few)


def _claims(draft: Draft, part: str) -> bool:
    """Whether a part says that its speaker has long known or done a thing."""
    lists, said = draft.voice.catalog.language, words(part)
    own = any(word in lists["first_person"] for word in said)
    denied = any(word in lists["negators"] for word in said)
    claims = phrases_of(lists["objects_claims"]).within(said)
    return own and claims and not denied and part[-1] != "?"


def _takes_out(draft: Draft) -> bool:
    """Whether a line wants what it says it knows taken out of the path."""
    knows = any(r.means == KNOWN and r.polarity > 0 for r in draft.reading.remarks)
    return knows and _wants_out(draft)


def _wants_out(draft: Draft) -> bool:
    """Whether a line wants something taken out of the path, or it to be shorter."""
    lists, said = draft.voice.catalog.language, words(draft.reading.text)
    return phrases_of(lists["objects_out"]).within(said)


def _is_there(draft: Draft) -> bool:
    """Whether a line says that its speaker holds a role already, and did not before."""
    held = {item.trait for item in draft.memory.profile}
    new = [
        remark
        for remark in draft.reading.remarks
        if remark.trait.startswith(WORK) and remark.trait not in held
    ]
    lists, said = draft.voice.catalog.language, words(draft.reading.text)
    return bool(new) and not set(said).isdisjoint(lists["objects_already"])


def _hold(draft: Draft, parts: Sequence[str], quote: str) -> None:
    """Hold as known what an objection names, and nothing of it as disliked."""
    named = list(dict.fromkeys(n for part in parts for n in _named(draft, part)))
    quote = quote.strip(" .,!?")
    known = tuple(Remark(name, 1, PLAIN, KNOWN, quote) for name in named)
    rest = tuple(
        remark
        for remark in draft.reading.remarks
        if remark.trait not in named and not remark.guessed
    )
    draft.reading = replace(draft.reading, remarks=(*rest, *known))


def _ask_anew(draft: Draft, echoed: Sequence[str]) -> None:
    """Let the line ask which steps fall away; of one who is there, for another role."""
    text = draft.reading.text
    there = _is_there(draft)
    asks = Frame("recommend", (), (), wishes.SUGGEST, 1.0, text)
    if not there:
        asks = replace(asks, move=wishes.SKIP)
    left = " ".join(part for part in _parts(text) if part not in echoed)
    kept = [
        frame
        for frame in draft.frames
        if frame.act in ("ask", "compare") and _asks_besides(frame, left, draft)
    ]
    draft.frames = [*kept, asks]
    draft.reading = replace(draft.reading, choices=(), points_nowhere=False)


def _asks_besides(frame: Frame, left: str, draft: Draft) -> bool:
    """Whether a question stands beside the objection, and names what it is on."""
    lists, said = draft.voice.catalog.language, words(frame.text)
    opens = ("question_words", "auxiliaries", "requests")
    asks = bool(said) and any(said[0] in lists[name] for name in opens)
    out = phrases_of(lists["objects_out"]).within(said)
    return asks and not out and " ".join(said) in " ".join(words(left))
