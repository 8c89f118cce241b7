"""Lines that plainly ask for the suggestion, or of it: "ok, suggest something then".

They are read by their words, whatever the intents make of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisor.dialogue.choices import only_says
from advisor.dialogue.describe import PLACE
from advisor.dialogue.probing import OFFER
from advisor.dialogue.stands import STANDS, is_asked
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import GOAL
from advisor.recommend.way import worked_in
from advisor.text import words
from advisor.understanding.frames import Frame
from advisor.understanding.language import phrases_of
from advisor.understanding.mentions import roles_of
from advisor.understanding.patterns import Patterns
from advisor.understanding.remarks import Remark

WISH = "wish_"
SUGGEST = WISH + "suggest"
IN_FULL = WISH + "in_full"
MOST_BEHIND = 4
"""Within how many last words of a wish for a suggestion it is to be "in full"."""
SKIP = "skip"
FIRST = "first"
STEPS = "steps"
FEW = 2
"""So many words of its own may a line hold that only says to go on."""


def hear(draft: Draft) -> bool:
    """Let a line ask for the suggestion, or of it; return whether it plainly does."""
    if draft.reading.length or any(f.act == "crisis" for f in draft.frames):
        return False
    for kind in KINDS:
        if kind(draft):
            return True
    _leave_choices_of_roles(draft)
    return False


def _stays(draft: Draft) -> bool:
    """Read "I'd rather stay an analyst" as a wish to count one's own job in."""
    lists, reading = draft.voice.catalog.language, draft.reading
    stays = phrases_of(lists["staying_put"]).within(words(reading.text))
    elsewhere = any(mention.kind == PLACE for mention in reading.mentions)
    if not stays or elsewhere or reading.asks or not worked_in(draft.memory.profile):
        return False
    draft.probing = replace(draft.probing, stays=True)
    draft.reading = replace(reading, remarks=())
    if draft.probing.given:
        return _ask(draft, SUGGEST)
    draft.answer.say("stays_put")
    draft.frames = [Frame("tell", (), (), WISH + "stay", 1.0, reading.text)]
    return True


def _leave_choices_of_roles(draft: Draft) -> None:
    """Take "the ML engineer one sounds more like me" for no wish for a suggestion."""
    lists = draft.voice.catalog.language
    choosing = phrases_of(lists["choosing_role"])
    question_words = set(lists["question_words"])
    frames: list[Frame] = []
    for frame in draft.frames:
        wish = frame.act == "recommend" and "?" not in frame.text
        said = words(frame.text)
        asks = not question_words.isdisjoint(said[:1])
        if not wish or asks or not choosing.within(said):
            frames.append(frame)
            continue
        frames.append(replace(frame, act="tell"))
        if len(draft.frames) == 1 and len(frame.roles) == 1:
            goal = Remark(GOAL + frame.roles[0], 1, 1.0, "goal", frame.text)
            remarks = (*draft.reading.remarks, goal)
            draft.reading = replace(draft.reading, remarks=remarks)
    draft.frames = frames


def _ask(draft: Draft, intent: str, move: str = "") -> bool:
    """Let the line ask something of the suggestion, beside its questions."""
    text = draft.reading.text
    frame = Frame("recommend", (), (), intent, 1.0, text, move=move or None)
    kept = [
        f for f in draft.frames if f.act == "tell" and f.intent.startswith("answer")
    ]
    draft.frames = [*kept, frame]
    draft.reading = replace(draft.reading, choices=())
    return True


def _suggest(draft: Draft) -> bool:
    """Read "fine, suggest something, and be honest about coding"."""
    lists = draft.voice.catalog.language
    waits = draft.probing.offered and not draft.probing.told
    verdict = lists["wishes_verdict"] if waits else ()
    wishes = phrases_of((*lists["wishes_suggestion"], *verdict))
    heard = [words(clause) for clause in _sentences(draft.reading.text)]
    if waits and " ".join(words(draft.reading.text)) in lists["wishes_prod"]:
        return _ask(draft, SUGGEST)
    leads = {*lists["openers"], *lists["apart"], *lists["answer_around"]}
    leads |= {*lists["adverbs"], *lists["suggesting_leads"]}
    for said in heard:
        at = 0
        while at < len(said) and said[at] in leads and not wishes.at(said, at):
            at += 1
        length = wishes.at(said, at) if at < len(said) else 0
        if not length:
            continue
        behind = [w for w in said[at + length :] if w not in leads]
        if not behind or behind[0] in lists["suggesting_what"]:
            _leave_honesty(draft)
            return _ask(draft, SUGGEST)
    return False


def is_of_one_step(draft: Draft) -> bool:
    """Whether a line asks for one step, and not for all of them."""
    lists, said = draft.voice.catalog.language, words(draft.reading.text)
    one = phrases_of(lists["one_step"]).within(said)
    return one and not phrases_of(lists["steps_behind"]).within(said)


def asks_for_plan(
    said: Sequence[str], lists: Mapping[str, Sequence[str]], *, named: bool
) -> bool:
    """Whether some words ask for the steps to a role in so many words.

    Where they name a role, fewer words do: "plan for data engineer".
    """
    if phrases_of(lists["no_plan"]).within(said):
        return False
    rows = (*lists["asks_plan"], *(lists["asks_plan_of"] if named else ()))
    return next(Patterns.of(rows, lists).find(said), None) is not None


def _sentences(text: str) -> list[str]:
    """Return the parts of a line between stops."""
    for stop in ".!?;:,":
        text = text.replace(stop, "\n")
    return [part for part in text.split("\n") if words(part)]


def _leave_honesty(draft: Draft) -> None:
    """Take "be honest about coding" for no remark on coding."""
    honesty = phrases_of(draft.voice.catalog.language["asking_honesty"])
    kept = tuple(
        remark
        for remark in draft.reading.remarks
        if not honesty.within(words(remark.quote))
    )
    draft.reading = replace(draft.reading, remarks=kept)


def _go_ahead(draft: Draft) -> bool:
    """Read "yes, go on then" as a yes to the offer, while nothing else is asked."""
    asked, probing = draft.state.asked, draft.probing
    offered = probing.offered and not probing.told
    if not offered or (asked is not None and asked.id != OFFER):
        return False
    lists, text = draft.voice.catalog.language, draft.reading.text
    moves = {frame.move for frame in draft.frames}
    plain = only_says(text, "go_ahead", lists, FEW) and not draft.reading.remarks
    return (plain or moves == {"yes"}) and _ask(draft, SUGGEST)


def accept(draft: Draft) -> None:
    """Give the suggestion that was offered, behind what else the line says or asks."""
    text = draft.reading.text
    asked = Frame("recommend", (), (), SUGGEST, 1.0, text)
    kept = [f for f in draft.frames if f.act in ("tell", "ask", "compare")]
    draft.frames = [*kept, asked]
    draft.reading = replace(draft.reading, choices=(), points_nowhere=False)
    draft.answered = True


def _in_full(draft: Draft) -> bool:
    """Read "in full", once a suggestion was given."""
    if not draft.probing.given:
        return False
    lists, text = draft.voice.catalog.language, draft.reading.text
    last = draft.state.last
    fresh = last is not None and any(f.act == "recommend" for f in last.frames)
    asked = any(frame.act == "recommend" for frame in draft.frames)
    ends = asked and phrases_of(lists["in_full"]).within(words(text)[-MOST_BEHIND:])
    if ends or only_says(text, "in_full", lists, FEW):
        return _ask(draft, IN_FULL)
    return fresh and only_says(text, "once_more", lists, 0) and _ask(draft, IN_FULL)


def _skips(draft: Draft) -> bool:
    """Read "which steps would I skip with my master's"."""
    if not draft.probing.given:
        return False
    lists, said = draft.voice.catalog.language, words(draft.reading.text)
    skips = phrases_of(lists["skipping"]).within(said)
    steps = set(said) & set(lists["step_words"])
    return skips and bool(steps) and _ask(draft, SUGGEST, move=SKIP)


def _first_step(draft: Draft) -> bool:
    """Read "what's the first thing I could do this month" as a wish for one step."""
    if not draft.probing.given or not is_of_one_step(draft):
        return False
    acts = {frame.act for frame in draft.frames}
    if any(frame.move == STEPS for frame in draft.frames):
        return True
    asks = draft.reading.asks or "ask" in acts or "recommend" in acts
    return asks and _ask(draft, SUGGEST, move=FIRST)


def _stands(draft: Draft) -> bool:
    """Read "so which is it now" as a wish to hear where the suggestion stands."""
    text, lexicon = draft.reading.text, draft.reader.lexicon
    asked = is_asked(text, draft.state, draft.answer.library, lexicon)
    return asked and _ask(draft, SUGGEST, move=STANDS)


def _by_chance(draft: Draft) -> bool:
    """Read "if you don't tell me I'll flip a coin" as a wish for the suggestion."""
    rows = draft.answer.library.turns["leaves_to_chance"]
    said = words(draft.reading.text)
    told = set(draft.voice.catalog.language["asked_of"]) & set(said)
    if draft.state.asked is not None and not told - {"i", "we"}:
        return False
    return next(rows.find(said), None) is not None and _ask(draft, SUGGEST)


def _what_now(draft: Draft) -> bool:
    """Read "so what now?" as asking for the steps, once a suggestion was told."""
    lists, text = draft.voice.catalog.language, draft.reading.text
    plain = only_says(text.replace("?", ""), "what_now", lists, 0)
    return bool(draft.probing.told) and plain and _ask(draft, SUGGEST, move=STEPS)


def _what_to_do(draft: Draft) -> bool:
    """Read "ok so what should I do", of what was told before, as a plea for advice."""
    lists, text = draft.voice.catalog.language, draft.reading.text
    plain = only_says(text.replace("?", ""), "what_to_do", lists, 0)
    return bool(draft.memory.profile) and plain and _ask(draft, SUGGEST)


def _nearest(draft: Draft) -> bool:
    """Read "which of the data jobs is near to this?", of what was told of oneself.

    "This" and "that" are what was told in this line, or in the one before it.
    """
    lists, memory = draft.voice.catalog.language, draft.memory
    held = memory.profile or memory.origins or draft.reading.remarks
    if not held or roles_of(draft.reading.mentions):
        return False
    last = draft.state.last.frames if draft.state.last is not None else ()
    here = bool(draft.reading.remarks) or any(f.act == "tell" for f in last)
    for said in map(words, _sentences(draft.reading.text)):
        for name in ("nearest_to_me", "nearest_to_this"):
            may = here or name == "nearest_to_me"
            if may and next(Patterns.of(lists[name], lists).find(said), None):
                told = [f for f in draft.frames if f.act == "tell"]
                _ask(draft, SUGGEST)
                draft.frames = [*told, *(f for f in draft.frames if f.act != "tell")]
                return True
    return False


KINDS = (
    _stands,
    _nearest,
    _by_chance,
    _suggest,
    _stays,
    _go_ahead,
    _in_full,
    _skips,
    _first_step,
    _what_now,
    _what_to_do,
)
