"""Get to know the user: take remarks, put questions, read the answers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from advisor.data.advice import Probe
from advisor.data.model import Catalog
from advisor.dialogue.answers import Told
from advisor.dialogue.needless import needless, ruled_out
from advisor.dialogue.reply import Ask, Say
from advisor.dialogue.state import Choice, Question
from advisor.dialogue.turn import Draft
from advisor.recommend.probe import as_evidence, best_probe, refused
from advisor.recommend.profile import (
    ANSWERS,
    CHOSEN,
    GOAL,
    REFUSED,
    WORK,
    Evidence,
    Profile,
    with_remarks,
)
from advisor.recommend.rank import rank
from advisor.recommend.suggest import LEAST, status_of
from advisor.text import tokens, words
from advisor.understanding.frames import Frame, Reading
from advisor.understanding.language import phrases_of
from advisor.understanding.remarks import Remark

ALIKE = 90.0
"""So alike are two remarks that say the same."""
PATIENCE = 2
"""So many questions in a row that the user passes over end the asking."""
MOST_PROBES = 8
ENOUGH = 4
"""Items that count from which a suggestion is offered."""
OFFER = "offer_suggestion"
ANSWER = "answer_"
"""How the intents of frames begin that answer a question."""
CONTRADICTION = "contradiction"
SUPPOSE = "critique_suppose"
"""The intent of a line that only supposes: "what if I hated SQL"."""
STOP_ASKING = "stop_asking"
STATED = 8
"""Within how many words a statement names its speaker."""
OPENING = 2
"""Within how many words a remark's subject is looked for."""
ASIDE = ("out_of_scope", "meta", "social")
"""Acts beside which only what is said in so many words is taken for a remark."""
LOOKS = ("profile", "sources", "why", "repeat", "shorter", "undo", "redo")
"""Moves of a line that says nothing of its speaker beside."""
MOST_NOTED = 4
DEGREE = "degree"
"""The trait and the kind of what one has and does not know."""
ALONE = ("means_place", "means_limit", "means_goal", "means_held")
"""What is said of one item at a time ..."""
NEGATED = (
    "means_dislike",
    "means_less",
    "means_no_study",
    "means_lack",
    "means_without",
    "means_foreign",
    "means_neutral",
    "means_unwished",
    "means_no_matter",
)
"""... and where several are joined by "or"."""
WISHED = {1: "means_wished", 0: "means_no_matter", -1: "means_unwished"}
"""The same of what a job gives."""
MOST_RETURNS = 2
"""So often in all is an open question put again after something else."""
REFUSAL = 0.9
"""Strength of a dislike that is put as a refusal."""
JOB = "job"
BEING = 4
"""Within how many words before a job its speaker says that it is theirs."""
PLACE = "place"
"""The trait of a wish about where to work; it says nothing for or against a role."""
SURE_OUTSIDE = 0.4
SURE_IF_TOLD, SURE_IF_GUESSED = 0.75, 0.5
"""How sure it is that a line tells something that no intent shows."""
SLIGHT = 0.4
"""A dislike of no more strength only comes behind something else."""
LACK = "lack"
KNOWN = "know"
"""What is only known, in a line that lies outside, is a circumstance and no remark."""


def take_remarks(draft: Draft) -> None:
    """Add what the user said of themselves to what is held of them."""
    frames = draft.frames
    jobs = own_jobs(draft.reading, draft.voice.catalog.language)
    if jobs:
        every = tuple(dict.fromkeys((*draft.memory.jobs, *jobs)))
        draft.memory = replace(draft.memory, jobs=every)
    denied = draft.probing.denied
    remarks = tuple(
        r for r in draft.reading.remarks if not (r.guessed and r.trait in denied)
    )
    outside = [f for f in frames if f.act == "out_of_scope"]
    if any(f.act == "meta" and f.move in LOOKS for f in frames):
        return
    if any(f.act == "crisis" or f.move == "forget" for f in frames) or not remarks:
        return
    aside = all(f.act in ASIDE for f in frames)
    sure = all(f.confidence >= SURE_OUTSIDE for f in outside)
    if aside and (not _opens_with_speaker(draft) or (outside and sure)):
        remarks = tuple(remark for remark in remarks if not remark.guessed)
        if not remarks:
            return
    known = all(remark.means == KNOWN for remark in remarks)
    if outside and (known or (sure and not _is_statement(draft))):
        return
    remarks = tuple(r for r in remarks if not _is_mere_lack(draft, r))
    before = draft.memory.profile
    turn = draft.state.turn + 1
    remarks = _firm(draft, remarks)
    profile, clashes = with_remarks(before, remarks, turn)
    draft.memory = replace(draft.memory, profile=profile)
    draft.noted = tuple(item for item in profile if item not in before)
    again = {remark.trait for remark in remarks}
    draft.confirmed = tuple(
        item for item in profile if item in before and item.trait in again
    )
    if not any(f.act in ("ask", "compare", "recommend", "tell") for f in frames):
        text = draft.reading.text
        kept = [f for f in frames if f.act == "meta" and f.move == "correction"]
        guessed = all(remark.guessed for remark in remarks)
        likely = SURE_IF_GUESSED if guessed else SURE_IF_TOLD
        draft.frames = [*kept, Frame("tell", (), (), "self_report", likely, text)]
    if _settles_in_words(draft, remarks):
        return
    corrected = any(f.move == "correction" or f.intent == SUPPOSE for f in frames)
    plain = [clash for clash in clashes if _is_plain(draft, *clash)]
    if plain and not (corrected or draft.probing.quiet or _says_no(draft)):
        _name_contradiction(draft, *plain[0])


def _settles_in_words(draft: Draft, remarks: Sequence[Remark]) -> bool:
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
    if not opens:
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


def _is_mere_lack(draft: Draft, remark: Remark) -> bool:
    """Whether somebody only lacks what a job gives: "no money for courses"."""
    trait = draft.voice.catalog.advice.traits.get(remark.trait)
    return trait is not None and trait.wish and remark.means == LACK


def _firm(draft: Draft, remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    """Return remarks with those that plainly refuse something at full strength."""
    refusing = phrases_of(draft.voice.catalog.language["refusals"])
    return tuple(
        replace(remark, strength=max(remark.strength, REFUSAL))
        if remark.means == "dislike" and refusing.within(words(remark.quote))
        else remark
        for remark in remarks
    )


def _opens_with_speaker(draft: Draft) -> bool:
    """Whether a line begins as a remark about its speaker."""
    starts = frozenset(draft.voice.catalog.language["first_person"])
    return bool(starts & set(words(draft.reading.text)[:OPENING]))


def _is_statement(draft: Draft) -> bool:
    """Whether a line is a plain statement of its speaker's: no question, no order."""
    starts = frozenset(draft.voice.catalog.language["first_person"])
    said = words(draft.reading.text)[:STATED]
    return not draft.reading.asks and bool(starts & set(said))


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


def acknowledge(draft: Draft) -> None:
    """Say in half a sentence what was noted."""
    noted = [
        i for i in draft.noted if not i.trait.startswith(GOAL) and i.trait != PLACE
    ]
    goals = [i for i in draft.noted if i.trait.startswith(GOAL)]
    noted = noted[:MOST_NOTED]
    traits = draft.voice.catalog.advice.traits
    doing = {name for name, trait in traits.items() if trait.names}
    guesses = [i for i in noted if i.guessed and i.trait in doing]
    said = [i for i in noted if i not in guesses]
    if said:
        draft.answer.say("noted", what=_in_words(draft, said))
    if guesses:
        draft.answer.say("noted_guess", what=_in_words(draft, guesses))
    if goals:
        role = goals[0].trait.removeprefix(GOAL)
        name = draft.voice.catalog.roles[role].plural
        draft.answer.say("noted_goal", roles=name)


def confirm(draft: Draft) -> None:
    """Say in half a sentence what was held before, and was said again."""
    what = _in_words(draft, draft.confirmed[:MOST_NOTED])
    draft.answer.say("noted_before", what=what)


def _in_words(draft: Draft, items: Sequence[Evidence]) -> str:
    """Return some items as "you like maths and coding and you know SQL"."""
    voice = draft.voice
    special = any(i.trait != DEGREE and _is_held(draft, i) for i in items)
    items = [i for i in items if i.trait != DEGREE or not special]
    means = [(_means(draft, item), item) for item in items]
    parts = []
    for key in dict.fromkeys(key for key, _ in means):
        alike = [item for known, item in means if known == key]
        if key in ALONE:
            parts += [describe(draft, item) for item in alike]
            continue
        word = "or_word" if key in NEGATED else "and_word"
        names = [trait_name(draft, item.trait) for item in alike]
        parts.append(voice.say(key, trait=voice.listed(names, word)))
    return voice.listed(parts)


def describe(draft: Draft, item: Evidence) -> str:
    """Return an item in a few words, such as "you like coding"."""
    key = _means(draft, item)
    if key == "means_held":
        return draft.voice.catalog.entities[f"{DEGREE}:{item.trait}"].held
    if key == "means_place":
        return draft.voice.say(key, quote=item.quote)
    limit = key == "means_limit"
    trait = item.quote if limit else trait_name(draft, item.trait)
    return draft.voice.say(key, trait=trait)


def _means(draft: Draft, item: Evidence) -> str:
    """Return the phrase that says what an item means."""
    if item.trait == PLACE:
        return "means_place"
    if item.trait.startswith(WORK):
        return "means_work"
    if f"{DEGREE}:{item.trait}" in draft.voice.catalog.entities:
        return _means_of_degree(draft, item)
    return _means_of_trait(draft, item)


def _means_of_degree(draft: Draft, item: Evidence) -> str:
    """Return the phrase for a degree or a course: one has it, and does not know it."""
    if _is_held(draft, item):
        return "means_held"
    if item.means == LACK:
        return "means_without"
    return "means_no_study" if item.polarity < 0 else _plain_means(item)


def _means_of_trait(draft: Draft, item: Evidence) -> str:
    """Return the phrase for what one likes, does or looks for."""
    trait = draft.voice.catalog.advice.traits.get(item.trait)
    if trait is not None and trait.wish and item.means != "limit":
        return WISHED[item.polarity]
    if trait is not None and trait.names and item.means in ("know", "lack"):
        return "means_practice" if item.means == "know" else "means_foreign"
    return _plain_means(item)


def _plain_means(item: Evidence) -> str:
    if item.means in ("limit", "know", "lack"):
        return f"means_{item.means}"
    if item.polarity < 0 and item.strength <= SLIGHT:
        return "means_less"
    return {1: "means_like", 0: "means_neutral", -1: "means_dislike"}[item.polarity]


def _is_held(draft: Draft, item: Evidence) -> bool:
    """Whether an item is a degree or a course that the user has."""
    entity = draft.voice.catalog.entities.get(f"{DEGREE}:{item.trait}")
    return (
        entity is not None
        and bool(entity.held)
        and item.polarity > 0
        and item.means == KNOWN
    )


def told_as(draft: Draft, items: Sequence[Evidence]) -> str:
    """Return what was said, chosen and turned down: 'you chose "Test what works"'."""
    voice, parts = draft.voice, []
    for key in dict.fromkeys(told_key(item) for item in items):
        alike = [item.shown for item in items if told_key(item) == key]
        quotes = [voice.say("quoted", text=text) for text in dict.fromkeys(alike)]
        parts.append(voice.say(key, quotes=voice.listed(quotes)))
    return voice.listed(parts)


def told_key(item: Evidence) -> str:
    """Return the phrase that says how an item was told."""
    keys = {CHOSEN: "told_chosen", REFUSED: "told_refused"}
    return keys.get(item.means, "told_said")


def own_jobs(reading: Reading, lists: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the jobs outside that a line says its speaker does or did."""
    said = [token.text for token in tokens(reading.text)]
    found = []
    for mention in reading.mentions:
        before = said[max(0, mention.first - BEING) : mention.first]
        opens = not [w for w in before if w not in lists["articles"]]
        own = bool(set(before) & set(lists["being_oneself"])) or opens
        denied = set(before) & {*lists["negators"], *lists["becoming"]}
        if mention.kind == JOB and own and not denied and not reading.asks:
            found.append(mention.id)
    return tuple(found)


def trait_name(draft: Draft, trait: str) -> str:
    """Return a trait's name as it reads in a sentence."""
    return named_trait(draft.voice.catalog, trait)


def named_trait(catalog: Catalog, trait: str) -> str:
    """Return a trait's name as a catalog has it."""
    for prefix in (GOAL, WORK):
        if trait.startswith(prefix):
            return catalog.roles[trait.removeprefix(prefix)].plural
    known = catalog.advice.traits.get(trait)
    if known is not None:
        return known.name
    for kind in ("tool", "skill", "method", "degree"):
        entity = catalog.entities.get(f"{kind}:{trait}")
        if entity is not None:
            return entity.name
    return trait.replace("_", " ")


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
    profile, roles = draft.memory.profile, list(catalog.roles)
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


def take_aside(draft: Draft, question: Question, choice: Choice) -> None:
    """Take an answer that something else follows in the same line."""
    rest = draft.frames
    settle_contradiction(draft, question, choice.id)
    draft.frames = [*draft.frames, *rest]
    draft.answered = True


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
        if remark.means != KNOWN or said.get(remark.trait, 0) != -remark.polarity
    )
    draft.reading = replace(draft.reading, remarks=remarks)
    draft.noted = ()
    _say_taken(draft, probe, told)
    draft.frames = [*draft.frames, *rest]
    draft.answered = True
    if not rest and not draft.reading.remarks:
        draft.reading = replace(draft.reading, choices=())


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
    for i in told.drawn:
        items += as_evidence(probe, i, quote, turn)
    if not told.drawn:
        for i in told.off:
            items += refused(probe, i, quote, turn)
    draft.memory = replace(draft.memory, profile=_added(draft.memory.profile, items))
    act = "tell" if items else "social"
    draft.frames = [Frame(act, (), (), f"answer_{probe.id}", 1.0, quote)]
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
    ranked = rank(draft.memory.profile, list(catalog.roles), catalog.advice)
    enough = ranked.counted >= max(LEAST, ENOUGH)
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


def settle_contradiction(draft: Draft, question: Question, choice: str) -> None:
    """Keep the remark that the user says holds."""
    old = question.old
    text = draft.reading.text
    draft.frames = [Frame("tell", (), (), "answer_contradiction", 1.0, text)]
    if choice == "old" and old is not None:
        rest = tuple(i for i in draft.memory.profile if i.trait != old.trait)
        draft.memory = replace(draft.memory, profile=(*rest, old))
    draft.answer.say("contradiction_settled")
