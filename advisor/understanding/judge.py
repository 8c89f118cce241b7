"""Decide what one clause does, from the matcher's view and from what it names."""

from collections.abc import Mapping
from dataclasses import replace

from advisor.data.model import Intent
from advisor.data.topics import FIT, MOVING, OVERVIEW, PAY, SKILLS, WAY_IN
from advisor.understanding.careers import denies_work, introduces
from advisor.understanding.choosing import (
    asks_what_differs,
    chooses,
    contrasts,
    is_for_oneself,
)
from advisor.understanding.clauses import asks_behind
from advisor.understanding.exchanging import exchanged
from advisor.understanding.fragments import (
    introduces_job,
    is_for_years,
    leads_back,
    tells_origin,
    tells_years,
)
from advisor.understanding.frames import Frame
from advisor.understanding.joining import joins_in, set_beside_named
from advisor.understanding.language import Language
from advisor.understanding.leaving_out import only_leaves_out
from advisor.understanding.ordering import orders_paper
from advisor.understanding.parts import Part, Scene
from advisor.understanding.righting import names_meant
from advisor.understanding.same_again import adds_level, asks_the_same
from advisor.understanding.weighing import is_of_self, weighed
from advisor.understanding.whereabouts import (
    asks_here,
    is_trade_at_place,
    names_wrong_place,
)

_TWO = 2
JOB_BEHIND = 3
"""Within how many words behind "does" the job stands that does it."""
FOLLOW_UP = "follow_up"
"""The rule that reads what only adds to the question before."""
LEFT_OUT = "left_out"
"""The rule that reads what takes a role out of those in play: "leave X out of it"."""
EXCHANGED = "exchanged"
"""The rule that reads what puts one role in the place of another: "swap X for Y"."""
NOT_THERE = "not_there"
"""The rule that reads what takes the place of the answer back: "that's America"."""
JOINED = "joined"
"""The rule that reads what adds a role to those in play: "bring X into it"."""
OTHER_JOB = "other_job"
"""The rule that reads a question on another profession by its form: "nurse salary"."""
FROM_TRADE = "from_trade"
"""The rule that reads a wish to go on using an old trade: "use my nursing"."""
LEAD_IN = "lead_in"
"""The rule that reads what only leads back to careers: "can we talk about work"."""
ABOUT_ONESELF = (MOVING, FIT, WAY_IN)
"""Topics on which another job is where the speaker comes from."""
HELP = "help"
SUPPOSING = ("if", "when")
SURE = 0.9
SECOND_TOPIC = 0.2
"""Share of the topics' probability from which a second, named topic counts."""
CORRECTION = 0.5
GUESS = 0.5
FAINT_TOPIC = 0.6
"""Below which a topic that nothing names may be the one asked about before."""
ADDED = 2
"""At most so many words of its own has what only adds to the question before."""
AGAINST = ("likeness", "comparing", "contrast_marks", "comparatives")
"""Lists of words that set roles against each other."""
MANY = 4
"""So many topics by their names, with hardly a word besides, are a list of them."""
TOLD = 0.3
"""From this on, a clause may be a remark about oneself."""
LEANING = 0.6
LEANING_ASK = 0.04


def judge(
    part: Part,
    intents: Mapping[str, Intent],
    language: Language,
    scene: Scene,
) -> Frame:
    """Return the frame of a clause; roles and topics are only those it names.

    Args:
        part: the clause.
        intents: all intents, by id.
        language: the small words.
        scene: which roles are spoken of.

    """
    under_way = scene.under_way
    formed = _by_form(part, intents, scene, language)
    if formed is not None:
        return formed
    act = _act(part, intents, language, under_way=under_way)
    if act == "ask" and _equates(part, intents):
        act = "compare"
    aside = intents[part.scored.best[0]].move and act == "recommend"
    if not aside and _sets_apart(part, act, scene, language):
        return _compared(part, intents, language)
    if act in (FOLLOW_UP, LEAD_IN):
        return _by_rule(part, act, language)
    name, probability = part.scored.best_of(act, intents)
    intent = intents[name]
    confidence = part.scored.acts.get(act, 0.0)
    if act == "ask" and intent.move is None:
        return _asked(part, intents, language, scene)
    if act == "compare":
        return _compared(part, intents, language, confidence)
    if act in ("social", "meta"):
        confidence = probability
    topics = _needed(part, intents, language) if act == "recommend" else ()
    return _frame(
        part, act, name, confidence, topics, move=intent.move, says=intent.says
    )


def _asked(
    part: Part, intents: Mapping[str, Intent], language: Language, scene: Scene
) -> Frame:
    """Return the frame of a question on topics, or on those of the one before."""
    name, _ = part.scored.best_of("ask", intents)
    topics, share = _topics(part, intents, language)
    sure = min(1.0, part.scored.acts.get("ask", 0.0)) * share
    if scene.begun and sure < FAINT_TOPIC and _adds(part, language):
        return _by_rule(part, FOLLOW_UP, language)
    shaped = _asks_by_shape(part, language) or _lists_topics(part, language)
    shaped = shaped or _asks_amount(part, language)
    sure = SURE if shaped else sure
    name = next((n for n, i in intents.items() if i.topic == topics[0]), name)
    return _frame(part, "ask", name, sure, topics, guess=sure < GUESS)


def _by_form(
    part: Part, intents: Mapping[str, Intent], scene: Scene, language: Language
) -> Frame | None:
    """Return the frame of a clause whose form tells all: a correction, a mere name."""
    anew = _asks_anew(part, language)
    if scene.begun and (anew or _corrects(part, intents, language)):
        asked = _topics(part, intents, language)[0] if anew else ()
        topics = _less_denied(part) or asked
        return _frame(part, "meta", "correction", SURE, topics, move="correction")
    alike = (
        _by_rule(part, FOLLOW_UP, language) if _asks_likewise(part, language) else None
    )
    if scene.begun and (turned := alike or _turned(part, intents, scene, language)):
        return turned
    if (scene.under_way or _goes_on_pay(part, scene, language)) and (
        beside := _asks_beside(part, intents, scene, language)
    ):
        return beside
    if _is_on_other_job(part, language):
        says = "decline_other_job"
        return _frame(part, "out_of_scope", OTHER_JOB, SURE, (), says=says)
    if _goes_on_using(part, language):
        return _frame(part, "ask", FROM_TRADE, SURE, (MOVING,))
    return None


def _goes_on_pay(part: Part, scene: Scene, language: Language) -> bool:
    """Whether a clause sets right whose pay was meant: "I meant in Spain"."""
    marked = language.names("correction_marks", part.words)
    return scene.on_pay and marked and bool(part.slots.keys() & {"place", "level"})


def _asks_anew(part: Part, language: Language) -> bool:
    """Whether a correction holds a whole question: "I meant what do they do"."""
    said = [token.text for token in part.tokens if token.is_word]
    asks = [i for i, word in enumerate(said) if language.has("question_words", word)]
    means = bool(asks) and language.names("correction_marks", said[: asks[0]])
    return means and language.names_any("auxiliaries", said[asks[0] :])


def _less_denied(part: Part) -> tuple[str, ...]:
    """Return the topics of a correction less the one said no to: "pay, not skills"."""
    if len(part.cues) != _TWO or "not" not in part.words:
        return part.cues
    last = max(part.cue_words) - part.offset
    denied = part.words.index("not") < last
    first = min(part.cue_words) - part.offset > part.words.index("not")
    return part.cues[1:] if first else part.cues[:1] if denied else part.cues


def _finds_better(part: Part, language: Language) -> bool:
    """Whether a role is weighed against others unnamed: "is an X better?"."""
    one = len(part.roles) == 1 and part.yes_no and not part.cues
    return one and language.has("comparatives", _end(part))


def _end(part: Part) -> str:
    """Return the last word of a clause that is no sign."""
    return next((word for word in reversed(part.words) if word[0].isalnum()), "")


def _equates(part: Part, intents: Mapping[str, Intent]) -> bool:
    """Whether a question sets one role equal to another: "is an X just a Y?"."""
    overview = part.scored.topics(intents)[0][0] == OVERVIEW
    return overview and part.yes_no and len(part.roles) >= _TWO and not part.cues


def _turned(
    part: Part, intents: Mapping[str, Intent], scene: Scene, language: Language
) -> Frame | None:
    """Return the frame of a clause that turns the question before to other roles."""
    if scene.in_play >= _TWO and (
        other := _others_in_play(part, language) or _of_same(part, intents, language)
    ):
        return other
    if not scene.together and _is_of_things(part, language):
        return _by_rule(part, FOLLOW_UP, language)
    if not asks_the_same(part, language):
        return None
    if contrasts(part.tokens, part.mentions, part.offset, language):
        return _compared(part, intents, language)
    return _by_rule(part, FOLLOW_UP, language)


def _of_same(
    part: Part, intents: Mapping[str, Intent], language: Language
) -> Frame | None:
    """Return the question of a clause that ends in "same two", whatever its form."""
    said = [word for word in part.words if word[0].isalnum()]
    if part.roles or not language.phrases["same_two"].ends(said, len(said)):
        return None
    topics = part.cues or _topics(part, intents, language)[0]
    return _frame(part, "ask", FOLLOW_UP, SURE, topics[:1])


def _others_in_play(part: Part, language: Language) -> Frame | None:
    """Return the frame of a clause that changes which roles are set side by side."""
    if exchanged(part, language):
        return _frame(part, "ask", EXCHANGED, SURE, part.cues)
    if joins_in(part, language):
        return _frame(part, "compare", JOINED, SURE, ())
    if only_leaves_out(part, language):
        return _frame(part, "ask", LEFT_OUT, SURE, ())
    return None


def _is_of_things(part: Part, language: Language) -> bool:
    """Whether a choice is among the things just told: "which is the main one"."""
    if part.names_role or part.cues or not chooses(part.words, language):
        return False
    return language.names_any("of_things", part.words)


def _asks_beside(
    part: Part, intents: Mapping[str, Intent], scene: Scene, language: Language
) -> Frame | None:
    """Return the frame of a clause that only goes on asking of what is spoken of.

    The same for another place; "how do I start", which by itself asks for help.
    """
    if adds_level(part, language):
        return _frame(part, "ask", FOLLOW_UP, SURE, ())
    if part.shapes and intents[part.scored.best[0]].move == HELP:
        return _frame(part, "ask", FOLLOW_UP, SURE, part.shapes)
    if asks_here(part, language):
        return replace(_by_rule(part, FOLLOW_UP, language), at_home=True)
    if names_wrong_place(part, language):
        wrong = _frame(part, "ask", NOT_THERE, SURE, ())
        return replace(wrong, slots={}, at_home=True)
    if _asks_elsewhere(part, scene, language):
        return _by_rule(part, FOLLOW_UP, language)
    return None


def _by_rule(part: Part, rule: str, language: Language) -> Frame:
    """Return the frame of a clause that a rule reads, and no intent."""
    if rule == LEAD_IN:
        return _frame(part, "social", LEAD_IN, SURE, (), says="acknowledge")
    topics = (MOVING,) if _tells_origin(part, language) else part.cues
    return _frame(part, "ask", FOLLOW_UP, SURE, topics)


def _compared(
    part: Part,
    intents: Mapping[str, Intent],
    language: Language,
    confidence: float = SURE,
) -> Frame:
    """Return the frame of a comparison, by its own topics or the one it leans to."""
    name, _ = part.scored.best_of("compare", intents)
    topics = part.cues or part.shapes or _needed(part, intents, language)
    frame = _frame(part, "compare", name, confidence, topics)
    topic, share = part.scored.topics(intents)[0]
    asked = part.scored.acts.get("ask", 0.0)
    leans = not topics and share >= LEANING and asked >= LEANING_ASK
    return replace(frame, hint=topic if leans else None)


def _needed(
    part: Part, intents: Mapping[str, Intent], language: Language
) -> tuple[str, ...]:
    """Return skills, where they are a topic, as that of "which needs more maths"."""
    if not any(intent.topic == SKILLS for intent in intents.values()):
        return ()
    needs = chooses(part.words, language) and language.names_any("needing", part.words)
    return (SKILLS,) if needs and part.slots.keys() & {"skill", "method"} else ()


def _act(
    part: Part, intents: Mapping[str, Intent], language: Language, *, under_way: bool
) -> str:
    """Return the act, or the rule `follow_up` or `lead_in`."""
    acts = weighed(part, language, under_way=under_way)
    if (not part.roles and _is_of_anothers(part)) or orders_paper(part, language):
        return "out_of_scope"
    if _finds_better(part, language):
        return "compare"
    of_thing = part.shapes and language.names("which_thing", part.words)
    if intents[part.scored.best[0]].otherwise and not of_thing:
        return "recommend"
    likeliest = max(acts, key=lambda act: acts[act])
    act = _act_by_form(part, likeliest, language, under_way=under_way)
    if act is not None:
        return act
    if not part.roles and "job" in part.slots and _career(part, intents):
        return "out_of_scope"
    return likeliest


def _asks_amount(part: Part, language: Language) -> bool:
    """Whether a clause asks how much of a skill is needed: "SQL, how much of it"."""
    skill = bool(part.slots.keys() & {"tool", "skill", "method"})
    needs = skill and language.names_any("needing", part.words)
    return needs and asks_behind(part.words, language)


def _is_of_anothers(part: Part) -> bool:
    """Whether a clause asks what those of another job do: "what does a nurse make"."""
    starts = [m.first - part.offset for m in part.mentions if m.kind == "job"]
    before = [part.words[max(0, at - JOB_BEHIND) : at] for at in starts]
    return bool(part.shapes) and any({"do", "does"} & set(w) for w in before)


def _act_by_form(
    part: Part, likeliest: str, language: Language, *, under_way: bool
) -> str | None:
    """Return the act or the rule of a clause whose form decides it, else None."""
    for holds, act in (
        (leads_back(part.words, language), LEAD_IN),
        (_is_introduction(part, language) or _leads_to(part, language), "tell"),
        (_tells_use(part, language) or _tells_need(part, language), "tell"),
        (_cares_not(part, language), "tell"),
        (_asks_plainly(part, likeliest, language), "ask"),
        (bool(part.cues) and language.names("asked_for", part.words), "ask"),
        (_asks_amount(part, language), "ask"),
        (under_way and _tells_origin(part, language), FOLLOW_UP),
        (under_way and is_for_years(part.words, language), FOLLOW_UP),
    ):
        if holds:
            return act
    if len(part.roles) >= _TWO and part.names_role:
        return None
    if part.content(language):
        return "ask" if _lists_topics(part, language) else None
    if part.cues:
        told = likeliest == "tell" and is_of_self(part, language)
        return None if told else "ask"
    years = under_way and tells_years(part.words, language)
    return FOLLOW_UP if years or _points(part, language) else None


def _tells_need(part: Part, language: Language) -> bool:
    """Whether a clause says that something has to be: "remote would be a must"."""
    asks = part.question or language.has("question_words", part.words[0])
    return not asks and language.phrases["tells_need"].within(part.words)


def _cares_not(part: Part, language: Language) -> bool:
    """Whether a clause only tells what its speaker cares nothing for."""
    at = language.opened(part.words)
    leads = language.phrases["caring_nothing"].at(part.words, at)
    leads = leads or language.phrases["caring_nothing"].at(part.words, 0)
    return bool(leads) and not part.question


def _tells_use(part: Part, language: Language) -> bool:
    """Whether a clause names something and tells what is done with it.

    "Keras is what I use for networks", "Tableau is where I spend my day".
    """
    known = part.slots.keys() & {"tool", "method", "skill"}
    asks = part.question or language.has("question_words", part.words[0])
    used = language.phrases["used_behind"].within(part.words)
    return bool(known) and not asks and used


def _asks_elsewhere(part: Part, scene: Scene, language: Language) -> bool:
    """Whether a clause asks the same again for another place, or in another unit.

    "vs the UK", "how does that compare to India", "per month", "I mean for juniors";
    where pay was asked about, "I live in France" as well.
    """
    if part.roles or part.cues or part.shapes:
        return False
    if part.slots.keys() - {"place"}:
        return part.slots.keys() <= {"place", "level"} and _means(part, language)
    rest = _less_marks(part, language)
    if not part.slots.get("place"):
        units = ("unit_month", "unit_week", "unit_hour", "unit_lakh")
        named = any(language.names(unit, part.words) for unit in units)
        fits = all(language.has("unit_words", word) for word in rest)
        return scene.on_pay and named and fits
    if all(language.has("setting_beside", word) for word in rest):
        means = language.names("correction_marks", part.words)
        return means or (bool(rest) and not is_of_self(part, language))
    living = all(language.has("living", word) for word in rest)
    supposed = any(word in SUPPOSING for word in part.words)
    return living and (supposed or (scene.on_pay and not part.question))


def _means(part: Part, language: Language) -> bool:
    """Whether a clause is "I mean" and whom or where: "no, I meant for juniors"."""
    marks, said = language.phrases["correction_marks"], part.words
    ends = [i + n for i in range(len(said)) if (n := marks.at(said, i))]
    if not part.mentions:
        return False
    first = min(m.first for m in part.mentions) - part.offset
    between = said[max(ends) : first] if ends else ()
    return bool(ends) and all(language.has("small_words", word) for word in between)


def _less_marks(part: Part, language: Language) -> list[str]:
    """Return the words of a clause that say something, less "I mean"."""
    marks, said = language.phrases["correction_marks"], part.words
    found = next((i for i in range(len(said)) if marks.at(said, i)), None)
    gone = [] if found is None else said[found : found + marks.at(said, found)]
    return [word for word in part.content(language) if word not in gone]


def _goes_on_using(part: Part, language: Language) -> bool:
    """Whether a question asks where an old trade is of use: "use my nursing"."""
    if not part.question or part.slots.keys() & {"tool", "method"}:
        return False
    words = part.words
    uses = [i for i, word in enumerate(words) if language.has("using", word)]
    mine = [i for i, word in enumerate(words) if language.has("my_own", word)]
    if not any(one < two for one in uses for two in mine):
        return False
    behind = words[mine[0] :]
    jobs = [
        m for m in part.mentions if m.kind == "job" and m.first - part.offset > mine[0]
    ]
    past = any(language.has("past_work", word) for word in behind)
    return bool(jobs) or past


def _is_on_other_job(part: Part, language: Language) -> bool:
    """Whether a clause is only another job's name and a topic: "salary of a nurse"."""
    if part.roles or not part.cues or not part.slots.get("job"):
        return False
    if part.content(language) or set(part.cues) & set(ABOUT_ONESELF):
        return False
    comes_from = language.names("coming_from", part.words)
    return not comes_from and not language.names_any("selves", part.words)


def _lists_topics(part: Part, language: Language) -> bool:
    """Whether a clause is a list of topics: "pay hours tools stress and so on"."""
    return len(part.cues) >= MANY and len(part.content(language)) <= len(part.cues)


def _asks_plainly(part: Part, likeliest: str, language: Language) -> bool:
    """Whether a clause has the shape of a question that sets nothing against another.

    "What do Xs and Ys do" asks the same of both.
    """
    if not _asks_by_shape(part, language):
        return False
    against = any(language.names_any(name, part.words) for name in AGAINST)
    return likeliest != "compare" or not (against or "or" in part.words)


def _asks_by_shape(part: Part, language: Language) -> bool:
    """Whether a clause on a role, named or not, has the shape of a question."""
    on_role = part.roles or language.names("pointing", part.words)
    on_role = on_role or language.names("which_thing", part.words)
    return bool(part.shapes and (on_role or part.slots.get("place")))


def _sets_apart(part: Part, act: str, scene: Scene, language: Language) -> bool:
    """Whether a clause sets roles against each other, whatever the matcher makes of it.

    It puts "versus" between two, asks "which one" of those in play, or what they have
    in common.
    """
    named = part.names_role and len(part.roles) >= _TWO and part.question
    if named and act != "compare" and asks_what_differs(part.words, language):
        return True
    beside = scene.begun and act == "ask" and set_beside_named(part, language)
    if beside or contrasts(part.tokens, part.mentions, part.offset, language):
        return act in ("ask", FOLLOW_UP, "out_of_scope")
    if not part.names_role and _is_on_several(part, scene, language):
        alike = language.names_any("likeness", part.words)
        asked = act in ("ask", FOLLOW_UP, "out_of_scope")
        if alike and (asked or (act == "tell" and part.yes_no)):
            return True
    wish = act == "recommend" and language.names("wishes_suggestion", part.words)
    if act == "tell" or wish or scene.in_play < _TWO or FIT in part.cues:
        return False
    named = part.names_role or len(part.roles) == 1
    if named or part.slots.get("job"):
        return False
    offered = "or" in part.words and any(len(n) >= _TWO for n in part.slots.values())
    chosen = chooses(part.words, language) and not offered
    return chosen and not is_for_oneself(part.words, language)


def _is_on_several(part: Part, scene: Scene, language: Language) -> bool:
    """Whether a clause points at several roles: "those two", "they" after a pair."""
    if len(part.roles) >= _TWO:
        return True
    they = any(
        language.has(name, word)
        for word in part.words
        for name in ("plural_pronouns", "comparing")
    )
    return they and scene.together and not part.roles


def _tells_origin(part: Part, language: Language) -> bool:
    """Whether a clause adds where one comes from to a question on the way in."""
    other = part.slots.keys() & {"place", "level"}
    if other or part.cues or part.roles or is_of_self(part, language):
        return False
    return tells_origin(part.words, language)


def _is_introduction(part: Part, language: Language) -> bool:
    """Whether a clause only tells the speaker's trade: "nurse here"."""
    named = next((m for m in part.mentions if m.kind == "role"), None)
    if named is not None and not (part.question or part.cues):
        return introduces(named, part, language)
    if part.question or "job" not in part.slots or part.roles:
        return False
    return introduces_job(part.words, language) or is_trade_at_place(part, language)


def _leads_to(part: Part, language: Language) -> bool:
    """Whether a question word only leads to a remark: "what I enjoy is maths"."""
    opens = language.has("question_words", part.words[0])
    return opens and not part.question and is_of_self(part, language)


def _corrects(part: Part, intents: Mapping[str, Intent], language: Language) -> bool:
    """Whether a clause that names something sets right what was said before."""
    if (not part.roles and not part.cues) or denies_work(part, language):
        return False
    best, probability = part.scored.best
    if intents[best].move == "insist":
        return False
    if intents[best].move == "correction" and probability > CORRECTION:
        return True
    if names_meant(part, language):
        return True
    said = part.words_of_its_own
    return not part.question and language.names("correction_marks", said)


def _adds(part: Part, language: Language) -> bool:
    """Whether a clause puts the question before to others: "same mess for DEs?"."""
    named = part.names_role or part.slots.keys() & {"place", "level"}
    if not named or part.cues or part.shapes or part.yes_no:
        return False
    if language.names("asks_if_held", part.words):
        return False
    if part.slots.keys() - {"role", "field", "place", "level"}:
        return False
    asks = any(language.has("question_words", word) for word in part.words)
    if asks or any(language.has("selves", word) for word in part.words):
        return False
    return len(part.content(language)) <= ADDED


def _asks_likewise(part: Part, language: Language) -> bool:
    """Whether a clause ends by asking the same: "and statisticians, do those?"."""
    last = max((m.last for m in part.mentions if m.role), default=0) - part.offset
    behind = [word for word in part.words[max(last, 0) + 1 :] if word[0].isalnum()]
    likewise = language.phrases["asks_likewise"]
    return bool(behind) and part.names_role and likewise.at(behind, 0) == len(behind)


def _points(part: Part, language: Language) -> bool:
    """Whether a clause only points: at a role, a place, a level, "the other one"."""
    kinds = {m.kind for m in part.mentions}
    if kinds:
        return kinds <= {"role", "field", "place", "level"}
    return language.names("the_other", part.words) or language.names("both", part.words)


def _career(part: Part, intents: Mapping[str, Intent]) -> bool:
    """Whether the likeliest reading is a question on a job's topics."""
    topic = intents[part.scored.best[0]].topic
    if topic is None and part.question and not part.scored.acts.get("tell", 0.0) > TOLD:
        topic = next(iter(part.cues), None)
    return topic is not None and topic not in ABOUT_ONESELF


def _topics(
    part: Part, intents: Mapping[str, Intent], language: Language
) -> tuple[tuple[str, ...], float]:
    """Return the topics asked about, the first one first, and its share."""
    shares = part.scored.topics(intents)
    if _weighs_pay(part, shares[0][0]):
        return (PAY,), 1.0
    if _asks_by_shape(part, language):
        return part.shapes, 1.0
    if part.cues and (not part.content(language) or _lists_topics(part, language)):
        return part.cues, 1.0
    top, share = shares[0]
    seconds = [
        topic for topic, s in shares[1:] if topic in part.cues and s >= SECOND_TOPIC
    ]
    return (top, *seconds), share


def _weighs_pay(part: Part, topic: str) -> bool:
    """Whether a question on moving between two roles is one on what both pay."""
    return topic == MOVING and PAY in part.cues and len(part.roles) == _TWO


def _frame(  # noqa: PLR0913 - the parts of a frame
    part: Part,
    act: str,
    intent: str,
    confidence: float,
    topics: tuple[str, ...],
    *,
    move: str | None = None,
    says: str | None = None,
    guess: bool = False,
) -> Frame:
    return Frame(
        act=act,
        roles=part.roles,
        topics=topics,
        intent=intent,
        confidence=confidence,
        text=part.text,
        slots=part.slots,
        yes_no=part.yes_no,
        move=move,
        says=says,
        guess=guess,
        hint=_asked_of_job(part) if act == "out_of_scope" else None,
    )


def _asked_of_job(part: Part) -> str | None:
    """Return what another job is asked about, which a role may be asked next."""
    named = (*part.cues, *part.shapes) if part.slots.get("job") else ()
    return next(iter(named), None)
