"""Put questions to the user, read the answers, and offer a suggestion."""

from collections.abc import Sequence
from dataclasses import replace

from advisor.data.advice import Probe
from advisor.dialogue.answers import Told
from advisor.dialogue.clash import MOST_RETURNS
from advisor.dialogue.describe import KNOWN
from advisor.dialogue.needless import needless, ruled_out
from advisor.dialogue.own_job import roles_told
from advisor.dialogue.reply import Ask, Say
from advisor.dialogue.state import Choice, Question
from advisor.dialogue.turn import Draft
from advisor.recommend.probe import ANSWER as ANSWERED
from advisor.recommend.probe import as_evidence, best_probe, refused
from advisor.recommend.profile import ANSWERS, Evidence, Profile
from advisor.recommend.rank import rank
from advisor.recommend.suggest import LEAST, open_to, status_of
from advisor.recommend.telling import only_dislikes
from advisor.text import stem, words
from advisor.understanding.frames import Frame
from advisor.understanding.remarks import Remark

PATIENCE = 2
"""So many questions in a row that the user passes over end the asking."""
MOST_PROBES = 8
ENOUGH = 4
"""Items that count from which a suggestion is offered."""
OFFER = "offer_suggestion"
ANSWER = "answer_"
"""How the intents of frames begin that answer a question."""
STOP_ASKING = "stop_asking"
SURE = 0.8
"""How sure it is that a line answers the open question."""
FAINT = 0.35
"""Strength of what a choice says that is only nearer than the other."""


def open_probe(draft: Draft) -> Probe | None:
    """Return the question about the user that is still open, if any."""
    asked = None if draft.answered else draft.state.asked
    probes = draft.voice.catalog.advice.probes
    return next((p for p in probes if asked and p.id == asked.id), None)


def put_probe(draft: Draft, between: Sequence[str] = ()) -> bool:
    """Put the question that tells most; return whether there was one to put."""
    probing = draft.probing
    if (
        probing.quiet
        or probing.ignored >= PATIENCE
        or len(probing.asked) >= MOST_PROBES
    ):
        return False
    catalog = draft.voice.catalog
    profile = draft.memory.profile
    out = ruled_out(tuple(catalog.roles), profile)
    roles = [role for role in roles_told(draft, profile) if role not in out]
    passed = (*probing.asked, *needless(catalog.advice.probes, profile))
    left = [] if ruled_out(between, profile) else between
    probe = best_probe(profile, roles, catalog.advice, passed, left)
    if probe is None:
        return False
    _ask(draft, probe, probe.text)
    asked = (*probing.asked, probe.id)
    draft.probing = replace(probing, asked=asked, reasked=False)
    return True


def _ask(draft: Draft, probe: Probe, text: str) -> None:
    choices = tuple(Choice(choice.id, choice.text) for choice in probe.choices)
    draft.asked = Question(probe.id, choices)
    texts = tuple(choice.text for choice in choices)
    draft.answer.blocks.append(Ask(probe.id, text, texts))


def take_choices(draft: Draft, probe: Probe, chosen: Sequence[int]) -> None:
    """Take the choices that an answer names, and go on from there."""
    take(draft, probe, chosen)
    _say_taken(draft, probe, Told(tuple(chosen), (), ""))
    go_on(draft)


def take_refusal(draft: Draft) -> None:
    """Take a "not yet" to the offer of a suggestion, which something else follows."""
    said = Frame("social", (), (), f"{ANSWER}no", 1.0, draft.reading.text)
    draft.frames = [said, *[f for f in draft.frames if f.act != "social"]]
    draft.answer.say("offer_declined")
    draft.answered = True


def take_told(draft: Draft, probe: Probe, told: Told, text: str) -> None:
    """Take what a line answers, before what else it says is responded to."""
    rest = [frame for frame in draft.frames if _may_follow(draft, frame)]
    _hold(draft, probe, told, text)
    said = {item.trait: item.polarity for item in draft.noted}
    remarks = tuple(
        remark
        for remark in draft.reading.remarks
        if (remark.means != KNOWN or said.get(remark.trait, 0) != -remark.polarity)
        and not _is_of_question(remark, probe, told, draft)
    )
    draft.reading = replace(draft.reading, remarks=remarks)
    draft.noted = ()
    _say_taken(draft, probe, told)
    draft.frames = [*draft.frames, *rest]
    draft.answered = True
    if not rest and not draft.reading.remarks:
        draft.reading = replace(draft.reading, choices=())


def _is_of_question(remark: Remark, probe: Probe, told: Told, draft: Draft) -> bool:
    """Whether a guess only says again why neither choice appeals: in its own words."""
    if not remark.guessed or not (told.faint or told.neither):
        return False
    small = {*draft.voice.catalog.language["stopwords"]}
    asked = {stem(word) for word in words(probe.text) if word not in small}
    return not asked.isdisjoint(map(stem, words(remark.quote)))


def _may_follow(draft: Draft, frame: Frame) -> bool:
    """Whether what follows an answer says what it was read as, for all its brevity."""
    if frame.act == "out_of_scope" or frame.move == "correction":
        return draft.reading.asks
    return frame.act != "social" or frame.says == "bye"


def _say_taken(draft: Draft, probe: Probe, told: Told) -> None:
    """Say which choices were taken or turned down, in their own words."""
    voice = draft.voice
    if told.neither:
        draft.answer.say("answer_neither")
        return
    if told.faint:
        names = [voice.say("quoted", text=probe.choices[i].text) for i in told.drawn]
        draft.answer.say("answer_nearer", what=voice.listed(names))
        return
    for key, some in (("answer_chosen", told.drawn), ("answer_refused", told.off)):
        names = [voice.say("quoted", text=probe.choices[i].text) for i in some]
        if names:
            draft.answer.say(key, what=voice.listed(names))


def take(draft: Draft, probe: Probe, chosen: Sequence[int]) -> None:
    """Hold what the choices of an answer say; of neither, nothing."""
    _hold(draft, probe, Told(tuple(chosen), (), ""), draft.reading.text)


def _hold(draft: Draft, probe: Probe, told: Told, quote: str) -> None:
    turn = draft.state.turn + 1
    items: list[Evidence] = []
    strength = FAINT if told.faint else ANSWERED
    for i in told.drawn:
        items += as_evidence(probe, i, quote, turn, strength)
    if not told.drawn:
        for i in told.off:
            items += refused(probe, i, quote, turn)
    draft.memory = replace(draft.memory, profile=_added(draft.memory.profile, items))
    act = "tell" if items else "social"
    draft.frames = [Frame(act, (), (), f"answer_{probe.id}", SURE, quote)]
    draft.noted = tuple(items)
    draft.probing = replace(draft.probing, ignored=0)


def _added(profile: Profile, items: Sequence[Evidence]) -> Profile:
    """Return a profile with answers added; what was said in words stays."""
    held = {item.trait: item for item in profile}
    for item in items:
        if item.trait not in held or held[item.trait].means in ANSWERS:
            held[item.trait] = item
    return tuple(held.values())


def pass_over(draft: Draft) -> None:
    """Leave a question that the user would rather not answer, and put another."""
    ignored = draft.probing.ignored + 1
    draft.probing = replace(draft.probing, ignored=ignored)
    if ignored >= PATIENCE:
        draft.answer.say("no_more_questions")
        return
    draft.answer.say("skipped")
    put_probe(draft)


def go_on(draft: Draft) -> None:
    """After something was learnt: offer a suggestion once, or put a question."""
    if draft.asked is not None or draft.over or draft.probing.quiet:
        return
    if may_offer(draft):
        offer(draft)
    elif not draft.probing.offered:
        put_probe(draft)


def may_offer(draft: Draft) -> bool:
    """Whether enough is known, and nothing was offered yet."""
    catalog = draft.voice.catalog
    profile = draft.memory.profile
    ranked = rank(profile, list(catalog.roles), catalog.advice)
    ranked = open_to(profile, ranked, stays=draft.probing.stays)
    enough = ranked.counted >= max(LEAST, ENOUGH)
    roles = list(catalog.roles)
    enough = enough and not only_dislikes(profile, roles, catalog.advice)
    return enough and not draft.probing.offered and status_of(ranked) != "too_little"


def offer_is_open(draft: Draft) -> bool:
    """Whether the offer of a suggestion was left unanswered, for the first time."""
    asked = draft.state.asked
    open_ = asked is not None and asked.id == OFFER and not draft.answered
    return open_ and not draft.probing.reasked


def offer(draft: Draft, *, again: bool = False) -> None:
    """Offer a suggestion; once, and once again after a digression."""
    voice = draft.voice
    draft.probing = replace(draft.probing, reasked=again)
    choices = (
        Choice("yes", voice.say("offer_yes")),
        Choice("no", voice.say("offer_no")),
    )
    draft.asked = Question(OFFER, choices)
    draft.probing = replace(draft.probing, offered=True)
    texts = tuple(choice.text for choice in choices)
    text = voice.say("offer_again" if again else "offer")
    draft.answer.blocks.append(Ask(OFFER, text, texts))


def come_back(draft: Draft, probe: Probe) -> None:
    """After a digression: put the open question again, once, shorter."""
    if draft.asked is not None or draft.over or draft.probing.quiet:
        return
    probing = draft.probing
    if needless((probe,), draft.memory.profile):
        return
    if probing.reasked or probing.returned >= MOST_RETURNS:
        ignored = probing.ignored + 1
        draft.probing = replace(probing, ignored=ignored, reasked=False)
        return
    _ask(draft, probe, draft.voice.say("again", question=probe.again))
    returned = probing.returned + 1
    draft.probing = replace(probing, reasked=True, returned=returned)


def put_back(draft: Draft, probe: Probe) -> None:
    """Put a question once more, since the user goes back to it."""
    draft.probing = replace(draft.probing, reasked=False, ignored=0)
    _ask(draft, probe, probe.text)


def wait(draft: Draft) -> None:
    """Leave an open question open while the user thinks it over."""
    draft.frames = [Frame("social", (), (), "wait", 1.0, draft.reading.text)]
    draft.asked = draft.state.asked
    draft.keeps_last = True
    draft.answer.say("take_your_time")


def stop_asking(draft: Draft) -> None:
    """Put no more questions, until the user asks for advice."""
    draft.probing = replace(draft.probing, quiet=True)
    text = draft.reading.text
    stop = Frame("social", (), (), STOP_ASKING, 1.0, text, move=STOP_ASKING)
    asked = [f for f in draft.frames if f.act in ("ask", "compare")]
    draft.frames = [stop, *asked]
    draft.answered = True


def explain_probe(draft: Draft, probe: Probe) -> None:
    """Say why a question was put, and put it again."""
    draft.answer.blocks.append(Say(draft.voice.say("why_asked", why=probe.why)))
    _ask(draft, probe, probe.again)
