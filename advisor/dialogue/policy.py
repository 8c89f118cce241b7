"""Decide what to do about each thing the speaker did, and do it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from advisor.data.advice import PLAN_HOURS, Probe, weeks_at
from advisor.data.topics import WAY_IN
from advisor.dialogue import (
    argue,
    card,
    care,
    clash,
    critique,
    detour,
    jobs,
    knowing,
    meta,
    objecting,
    one_step,
    origins,
    other_jobs,
    own_job,
    own_pay,
    paste,
    plan,
    probing,
    special,
    talk,
    whose,
    wishes,
)
from advisor.dialogue.answer import (
    MOST_PARTS,
    NOT_HELD,
    answer_ask,
    answer_compare,
    answer_more,
    asks_for_contrast,
)
from advisor.dialogue.charts import with_charts
from advisor.dialogue.choices import only_says
from advisor.dialogue.described import SHARED, SPARED, WHICH_JOB, answer_described
from advisor.dialogue.lost import describe, not_understood
from advisor.dialogue.options import DAY, JOB, MEANING, answer_option
from advisor.dialogue.pace import PACE, answer_pace
from advisor.dialogue.places import answer_places, asks_for_places
from advisor.dialogue.ranking import BY_PLACE, BY_ROLE, answer_ranking, set_beside
from advisor.dialogue.reply import Ask, Block, Say
from advisor.dialogue.shares import say_basis_of_shares
from advisor.dialogue.situation import answer_situation, entry_of
from advisor.dialogue.social import say_phrase, social_move
from advisor.dialogue.superlatives import MEASURED, answer_measured
from advisor.dialogue.terms import TERM, answer_term
from advisor.dialogue.turn import Draft
from advisor.dialogue.warmth import say_kindly
from advisor.dialogue.worry import SCORE, WORRY, answer_score, answer_worry
from advisor.recommend.profile import GOAL
from advisor.recommend.way import hours_of
from advisor.text import tokens, words
from advisor.understanding.frames import Frame
from advisor.understanding.hours import HOURS
from advisor.understanding.judge import FROM_TRADE
from advisor.understanding.language import phrases_of

LENGTH = f".{WAY_IN}.length"
"""How the ids of snippets end that tell how long a way is."""
FOLLOW_UP = "follow_up"
ANSWER = "answer_"
"""How the intents of frames begin that answer a question."""
LIKELY = 0.7
"""How sure it is that something was asked which is named when it is left."""
UNSURE = frozenset({"skip", "not_sure"})
FEW = 2
"""So many words of its own may a line hold that only asks for a moment."""
HEARSAY = "hearsay"
PLACE = "place"
APART: Mapping[str, Callable[[Draft, Frame], None]] = {
    PACE: answer_pace,
    SCORE: answer_score,
    WORRY: answer_worry,
    MEANING: answer_option,
    JOB: answer_option,
    DAY: answer_option,
    plan.PLAN: plan.answer_plan,
    plan.FIRST: plan.answer_plan,
    BY_ROLE: lambda draft, frame: answer_ranking(draft.answer, frame),
    BY_PLACE: lambda draft, frame: answer_ranking(draft.answer, frame),
    TERM: lambda draft, frame: answer_term(draft.answer, frame),
    WHICH_JOB: lambda draft, frame: answer_described(draft.answer, frame),
    SHARED: lambda draft, frame: answer_described(draft.answer, frame),
    SPARED: lambda draft, frame: answer_described(draft.answer, frame),
    **special.ANSWERS,
}
"""Rules whose questions have answers of their own."""
OPENING = 2
"""Words by which one sees that a line asks: "which of the jobs"; not "what I like"."""
MOST_SAID = 4_700
"""Characters of a reply; what is promised is 5,000."""
COSTS = {"ask": 600, "compare": 1_000, "recommend": 2_800}
"""Characters that the answer to each act may take, with its sources ..."""
PART_COST = 450
"""... and those for each role and topic in it."""


def respond(draft: Draft) -> None:
    """Fill in the draft's reply to all that was understood."""
    if care.goes_on(draft):
        care.stay(draft)
        return
    if _waits(draft):
        probing.wait(draft)
        return
    _take_wishes(draft)
    _leave_unsureness(draft)
    origins.take(draft)
    if draft.reading.tongue is not None:
        draft.answer.blocks.append(Say(draft.reading.tongue.says))
    if draft.reading.length:
        paste.respond(draft)
    _take_what_is_told(draft)
    probe = probing.open_probe(draft)
    if probe is not None and _answers_probe(draft, probe):
        close(draft)
        return
    origins.ask_what_counts(draft)
    frames = draft.frames
    supposed = critique.is_supposed(draft)
    if not supposed:
        _take_up(draft)
    taken = draft.noted or draft.talk is not None or supposed
    other_jobs.say_titles(draft)
    kindly = [] if taken else list(draft.answer.blocks)
    _respond_to_all(draft, whose.frames_of(draft))
    own_pay.set_beside(draft)
    _remember_goal(draft)
    if not frames:
        not_understood(draft)
    elif draft.confirmed and not draft.noted and talk.only_owned(draft):
        knowing.confirm(draft)
    elif not draft.answered and draft.answer.blocks == kindly:
        _hear_out(draft, asks=probe is not None)
    _then(draft, probe)
    talk.note(draft)
    close(draft)


def _takes_leave(draft: Draft) -> bool:
    """Whether a line ends in a goodbye behind something that it tells."""
    told = [frame for frame in draft.frames if frame.act == "tell"]
    if not told or draft.over or draft.asked is not None:
        return False
    lists, cut = draft.voice.catalog.language, tokens(draft.reading.text)
    last = max((i for i, token in enumerate(cut) if token.is_word), default=0)
    apart = last > 0 and not cut[last - 1].is_word
    return apart and cut[last].text in lists["farewells"]


def _leave_unsureness(draft: Draft) -> None:
    """Leave "I don't know where to" aside, where more was told and nothing asked."""
    told = any(frame.act == "tell" for frame in draft.frames)
    if told and probing.open_probe(draft) is None:
        draft.frames = [f for f in draft.frames if f.move not in UNSURE]


def _take_up(draft: Draft) -> None:
    """Take up what was told: what is hard in it, and what was noted."""
    if any(frame.act == "tell" for frame in draft.frames):
        say_kindly(draft)
    origins.say(draft)
    if draft.noted and draft.asked is None:
        knowing.acknowledge(draft)


def _hear_out(draft: Draft, *, asks: bool) -> None:
    """Go on from what was told, where there was nothing in it to note."""
    asks = asks or clash.contradiction_is_open(draft) or _takes_leave(draft)
    if draft.answer.blocks:
        if not asks:
            draft.answer.say("told_kindly")
        return
    if _asks_after_all(draft):
        draft.answer.say("asked_unmet")
        return
    known = len(draft.memory.profile) >= probing.ENOUGH
    _tell_taken(draft, "told_aside" if asks or known else "told", asks=asks)


def _asks_after_all(draft: Draft) -> bool:
    """Whether a line opens as a question, though it was taken for a remark."""
    lists, said = draft.voice.catalog.language, words(draft.reading.text)[:OPENING]
    own = not set(lists["selves"]).isdisjoint(said[1:])
    return bool(said) and said[0] in lists["question_words"] and not own


def _take_what_is_told(draft: Draft) -> None:
    """Take what the line says of the notes, of a suggestion, and of its speaker."""
    clash.settle_both(draft)
    talk.take(draft)
    if one_step.hear(draft):
        knowing.take_remarks(draft)
        return
    heard = not own_job.hear(draft) and (draft.talk is None or bool(draft.talk.rest))
    if heard and not objecting.hear(draft) and not wishes.hear(draft):
        critique.hear(draft)
    plan.hear(draft)
    knowing.take_remarks(draft)
    argue.add(draft)
    if draft.accepts:
        wishes.accept(draft)


def _take_wishes(draft: Draft) -> None:
    """Take what is wished of the advisor itself: plainer words, no questions."""
    if _is_lost(draft):
        text = draft.reading.text
        draft.frames = [Frame("meta", (), (), "shorter", 1.0, text, move="shorter")]
    if _wants_no_questions(draft):
        probing.stop_asking(draft)


def _tell_taken(draft: Draft, otherwise: str, *, asks: bool) -> None:
    """Say that it is kept in mind where the user is, where no more was told."""
    home = draft.reading.home
    if home is None:
        draft.answer.say(otherwise)
        return
    place = draft.voice.catalog.entities[f"{PLACE}:{home}"].name
    draft.answer.say("home_noted", place=place)
    if not asks:
        draft.answer.say("told_kindly")


def _waits(draft: Draft) -> bool:
    """Whether the user asks for a moment, where a question is open."""
    lists = draft.voice.catalog.language
    text = " ".join(words(draft.reading.text))
    corrects = any(mark in text for mark in lists["correction_marks"])
    if draft.state.asked is None or draft.reading.mentions or corrects:
        return False
    talks = draft.talk
    if talks is not None and (talks.restores or talks.denied or talks.turned):
        return False
    return only_says(draft.reading.text, "waits", lists, FEW)


def _is_lost(draft: Draft) -> bool:
    """Whether the user has not understood what was said: "I still don't get it"."""
    lists = draft.voice.catalog.language
    if draft.state.claim is None or draft.reading.mentions:
        return False
    return only_says(draft.reading.text, "lost", lists, FEW)


def _wants_no_questions(draft: Draft) -> bool:
    """Whether the user wants to be asked no more; having no more to ask is another."""
    lists = draft.voice.catalog.language
    said = words(draft.reading.text)
    theirs = phrases_of(lists["own_questions"]).within(said)
    return not theirs and phrases_of(lists["no_questions"]).within(said)


def _respond_to_all(draft: Draft, frames: Sequence[Frame]) -> None:
    """Respond to one thing after another, as long as there is room."""
    questions = [f for f in frames if f.act in ("ask", "compare") and not f.move]
    headings = len(questions) > 1 or bool(draft.reading.corrections and questions)
    left = []
    topics: dict[tuple[str, ...], tuple[str, ...]] = {}
    for frame in frames:
        if not _has_room(draft, frame):
            left.append(frame)
            continue
        last = frame is frames[-1] and all(f.act == "social" for f in frames)
        _respond(draft, frame, alone=last or len(frames) == 1, headings=headings)
        together = (*topics.get(frame.roles, ()), *frame.topics)
        topics[frame.roles] = tuple(dict.fromkeys(together))
        _remember(draft, frame, topics[frame.roles])
    if draft.answer.used and any(f.act in ("ask", "compare") for f in frames):
        draft.keeps_last = False
    if left:
        _say_left(draft, left)


def _has_room(draft: Draft, frame: Frame) -> bool:
    """Return whether the answer to one more thing still fits into the reply."""
    sources = draft.answer.cite.block()
    blocks = [*draft.answer.blocks, *([sources] if sources else [])]
    if not blocks or frame.act not in COSTS:
        return True
    said = _length(blocks)
    parts = max(1, len(frame.roles)) * max(1, len(frame.topics))
    return said + COSTS[frame.act] + PART_COST * min(parts, MOST_PARTS) <= MOST_SAID


def _say_left(draft: Draft, frames: Sequence[Frame]) -> None:
    """Name the questions that were left for another turn.

    A suggestion that was given before, or was hardly asked for, is not named.
    """
    given = draft.state.probing.given
    frames = [
        frame
        for frame in frames
        if frame.act != "recommend" or (not given and frame.confidence >= LIKELY)
    ]
    if not frames:
        return
    names = dict.fromkeys(
        draft.voice.say("left_suggestion")
        if frame.act == "recommend"
        else describe(draft, frame)
        for frame in frames
    )
    draft.answer.say("left_out", left=draft.voice.listed(list(names)))


def _answers_probe(draft: Draft, probe: Probe) -> bool:
    """Read the line as an answer to the open question, where it is one."""
    lists = draft.voice.catalog.language
    text = " ".join(words(draft.reading.text))
    asks = [frame.act == "recommend" for frame in draft.frames]
    moves = set() if any(asks) else {frame.move for frame in draft.frames}
    if text in lists["answer_both"]:
        probing.take_choices(draft, probe, range(len(probe.choices)))
    elif _is_neither(draft, text) or moves == {"no"}:
        probing.take_choices(draft, probe, ())
    elif moves == {"yes"}:
        draft.answer.say("which_one")
        draft.asked = draft.state.asked
    elif moves and moves <= UNSURE:
        probing.pass_over(draft)
    elif moves == {"why"} and not _is_of_suggestion(draft):
        probing.explain_probe(draft, probe)
    else:
        return False
    return True


def _is_of_suggestion(draft: Draft) -> bool:
    """Whether a mere "why" is of the suggestion just given, not of the question."""
    last = draft.state.last
    given = draft.state.probing.given and last is not None
    told = given and any(f.act == "recommend" for f in (last.frames if last else ()))
    lists = draft.voice.catalog.language
    return told and not set(words(draft.reading.text)) & set(lists["of_asking"])


def _is_neither(draft: Draft, text: str) -> bool:
    """Whether a line takes no choice: "neither", "none of those fits me"."""
    wanted = draft.voice.catalog.language["answer_neither"]
    opens = any(text.startswith(f"{phrase} ") for phrase in wanted)
    return text in wanted or (opens and not draft.noted)


def _then(draft: Draft, probe: Probe | None) -> None:
    """Say goodbye, go on asking, come back to a question, or leave it at that."""
    acts = {frame.act for frame in draft.frames}
    if _takes_leave(draft):
        draft.over = True
        draft.answer.say("bye")
        return
    if "crisis" in acts:
        return
    took = draft.answered and not acts & {"ask", "compare", "recommend", "meta"}
    ruled = draft.talk is not None and draft.talk.ruled is not None
    told = bool(draft.noted or draft.confirmed) or ruled
    if ruled and acts == {"tell"} and probing.offer_is_open(draft):
        probing.offer(draft, again=True)
    elif took or (acts == {"tell"} and told):
        draft.probing = replace(draft.probing, ignored=0)
        probing.go_on(draft)
    elif jobs.is_heard(draft.reading):
        return
    elif detour.only_looks(draft):
        detour.leave_open(draft, probe)
    elif probe is not None and not draft.suggestion and not draft.restored:
        probing.come_back(draft, probe)
    elif clash.contradiction_is_open(draft) and not draft.restored:
        clash.come_back_to_contradiction(draft)
    elif acts & {"ask", "compare"} and probing.offer_is_open(draft):
        probing.offer(draft, again=True)


def close(draft: Draft) -> None:
    """Say what moved, list the sources of what was said; a question comes last."""
    if draft.suggestion is None and not plan.is_one(draft):
        critique.say_moved(draft)
        if critique.is_one(draft):
            critique.conclude(draft, card.make(draft, draft.reader))
        else:
            critique.say_where_it_stands(draft)
    say_basis_of_shares(draft)
    _tell_age(draft)
    block = draft.answer.cite.block()
    blocks = draft.answer.blocks
    asks = [b for b in blocks if isinstance(b, Ask)]
    rest = list(dict.fromkeys(b for b in blocks if b not in asks))
    sources = [block] if block else []
    while _length([*rest, *sources, *asks]) > MOST_SAID and len(rest) > 1:
        rest.pop()
    answer = draft.answer
    places = _places_asked(draft)
    rest = with_charts(rest, answer.used, draft.voice, answer.cite, places)
    blocks[:] = [*rest, *sources, *asks]


def _tell_age(draft: Draft) -> None:
    """Say so where figures are older than the knowledge base counts as current."""
    horizon = draft.voice.catalog.language["horizon"][0]
    years = [
        max(known)
        for snippet in draft.answer.used
        if (known := [f.newest for f in snippet.figures if f.newest is not None])
    ]
    old = [str(year) for year in sorted(set(years)) if str(year) < horizon]
    if not old:
        return
    listed = draft.voice.listed(old)
    says = Say(draft.voice.say("old_figures", years=listed, horizon=horizon))
    if says not in draft.answer.blocks:
        draft.answer.blocks.append(says)


def _length(blocks: Sequence[Block]) -> int:
    """Return how many characters some blocks take as plain words."""
    return sum(len(block.plain) + 1 for block in blocks)


def _respond(draft: Draft, frame: Frame, *, alone: bool, headings: bool) -> None:
    answer = draft.answer
    if frame.intent == talk.TALK or frame.act == "tell":
        return
    match frame.act:
        case "recommend":
            _recommend(draft, frame)
        case "ask":
            _ask(draft, frame, headings=headings)
        case "compare" if frame.intent.startswith(MEASURED):
            answer_measured(answer, frame)
        case "compare":
            set_beside(answer, frame)
            answer_compare(answer, frame)
        case "meta":
            meta.respond(draft, frame)
        case "crisis":
            care.tell_lines(draft, frame)
        case "social" if frame.intent.startswith(ANSWER):
            pass
        case "social" if frame.move:
            social_move(draft, frame)
        case _:
            say_phrase(draft, frame, alone=alone)


def _recommend(draft: Draft, frame: Frame) -> None:
    """Answer what asks for, or argues with, a suggestion or a step of its way."""
    if frame.intent in one_step.RULES:
        one_step.answer_step(draft, frame)
        return
    draft.probing = replace(draft.probing, quiet=False)
    card.recommend(draft, frame, draft.reader)


def _ask(draft: Draft, frame: Frame, *, headings: bool) -> None:
    """Answer a question: with more of the same, side by side, or by itself."""
    if frame.move == "more":
        answer_more(draft.answer, frame)
    elif frame.intent.startswith(MEASURED):
        answer_measured(draft.answer, frame)
    elif frame.intent in APART:
        APART[frame.intent](draft, frame)
    elif entry := entry_of(frame, draft.voice.catalog.not_held):
        answer_situation(draft, frame, entry)
    elif frame.intent == FROM_TRADE:
        origins.tell_what_counts(draft, frame)
        past = replace(frame, text=origins.in_words(draft.memory.origins))
        answer_ask(draft.answer, past, headings=headings)
    elif not frame.intent.startswith(NOT_HELD) and asks_for_contrast(
        frame, draft.answer.library
    ):
        answer_compare(draft.answer, frame)
    elif asks_for_places(frame):
        answer_places(draft.answer, frame)
    else:
        if frame.intent == HEARSAY:
            topic = draft.voice.topics(frame.topics)
            draft.answer.say(frame.intent, topic=topic)
        argue.say_fit(draft, frame)
        answer_ask(draft.answer, frame, headings=headings)
        _say_weeks(draft)


def _places_asked(draft: Draft) -> frozenset[str]:
    """Return the names of the places that the questions of a turn are about."""
    catalog = draft.voice.catalog
    ids = {i for f in draft.frames for i in f.slots.get(PLACE, ())}
    entities = catalog.entities.values()
    return frozenset(e.name for e in entities if e.kind == PLACE and e.id in ids)


def _say_weeks(draft: Draft) -> None:
    """Count the length of a way at the hours a week that the user named."""
    catalog, profile = draft.voice.catalog, draft.memory.profile
    if not any(item.trait == HOURS for item in profile):
        return
    hours = hours_of(profile)
    for snippet in draft.answer.used:
        path = catalog.advice.paths.get(snippet.roles[0]) if snippet.roles else None
        if path is None or not snippet.id.endswith(LENGTH):
            continue
        total = sum(step.weeks for step in path.steps)
        weeks = str(weeks_at(total, PLAN_HOURS, hours))
        role = catalog.roles[snippet.roles[0]].name
        says = draft.voice.say(
            "path_weeks_at", weeks=weeks, hours=str(hours), role=role
        )
        if Say(says) not in draft.answer.blocks:
            draft.answer.blocks.append(Say(says))


def _remember(draft: Draft, frame: Frame, topics: tuple[str, ...]) -> None:
    """Move the focus to what was just spoken of, on all its topics in this turn."""
    if frame.act == "out_of_scope" and frame.hint and not draft.restored:
        focus = replace(draft.memory.focus, topics=(frame.hint,))
        draft.memory = replace(draft.memory, focus=focus)
        return
    about = frame.act in ("ask", "compare") or frame.move == "correction"
    if draft.restored or not (about or (frame.act == "recommend" and frame.roles)):
        return
    focus = draft.memory.focus
    same = topics == focus.topics and frame.intent == FOLLOW_UP
    named = None if frame.at_home else frame.slot(PLACE)
    place = named or (focus.place if same and not frame.at_home else None)
    level = frame.slot("level") or (focus.level if same else None)
    draft.memory = replace(
        draft.memory, focus=focus.about(frame.roles, topics, place, level)
    )


def _remember_goal(draft: Draft) -> None:
    """Move the focus to a role just told as a goal: "how do I get there?"."""
    noted = [i for i in draft.noted if i.polarity > 0]
    goals = [i.trait for i in noted if i.trait.startswith(GOAL)]
    if not goals or any(frame.act in COSTS for frame in draft.frames):
        return
    focus = draft.memory.focus.about((goals[-1].removeprefix(GOAL),), (), None, None)
    draft.memory = replace(draft.memory, focus=focus)
