"""Answer questions about roles: choose snippets, say them, cite them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from advisor.data.model import Catalog, NotHeld, Snippet
from advisor.data.topics import MOVING, OVERVIEW, PAY, WAY_IN
from advisor.dialogue.choose import (
    SPECIFIC,
    Hit,
    Question,
    question_of,
    rank,
    sets_apart,
)
from advisor.dialogue.library import Library
from advisor.dialogue.reply import Block, Heading, Items, Say, Table
from advisor.dialogue.units import converted, has_sums, unit_asked
from advisor.dialogue.voice import Citations, Voice
from advisor.text import fill, words
from advisor.understanding.frames import Frame
from advisor.understanding.language import phrases_of

_TWO = 2
PLAIN = (OVERVIEW, WAY_IN, "responsibilities")
"""What a job is, what is done in it and how to begin: there is no yes to that."""
NOT_HELD = "not_held_"
"""How the rules begin that read a short line as asking for what is not held."""
MOST_PARTS = 6
MOST_SIDES = 4
SHORT = 45
"""Words of two snippets up to which a third is still a short answer."""
NEAR_BEST = 0.5
SETTLES = 2.4
"""Likeness from which a snippet of another topic may answer a question."""
MARGINS = ((0.4, 0.4, 1.6), (0.7, 1.4, 2.8), (1.0, 2.4, 3.2))
"""(confidence in the topic up to, by how much another topic's snippet must be more
alike, and how alike it must be)."""
COVERED = 0.5
"""Share of the question's words that a single shared one has to be."""
LEANING = 1.5
NEVER_HEARD: frozenset[str] = frozenset()
"""For comparisons, which are said whole even where a part was said before."""


@dataclass(slots=True)
class Answer:
    """What is said in reply to one or more frames, as it is put together."""

    library: Library
    voice: Voice
    cite: Citations
    heard: frozenset[str]
    leaning: tuple[str, ...] = ()
    """The two roles that the user leans to, where enough is known to say so."""
    blocks: list[Block] = field(default_factory=list)
    used: list[Snippet] = field(default_factory=list)

    def say(self, key: str, **values: str) -> None:
        """Add a phrase as a paragraph."""
        self.blocks.append(Say(self.voice.say(key, **values)))

    def head(self, key: str, **values: str) -> None:
        """Add a phrase as a heading."""
        self.blocks.append(Heading(self.voice.say(key, **values)))

    def use(self, snippet: Snippet) -> str:
        """Return a snippet's words with marks, and note that it was used."""
        if snippet not in self.used:
            self.used.append(snippet)
        if not snippet.positions:
            return self.cite.cited(snippet.text, snippet.sources)
        return " ".join((*self.sides(snippet), *closing(snippet)))

    def sides(self, snippet: Snippet) -> tuple[str, ...]:
        """Return what each side of a disagreement says, with marks."""
        if snippet not in self.used:
            self.used.append(snippet)
        return tuple(
            self.cite.cited(side.text, side.sources)
            for side in snippet.positions[:MOST_SIDES]
        )


def closing(snippet: Snippet) -> tuple[str, ...]:
    """Return why the sides of a disagreement may differ, and how to read it."""
    return tuple(text for text in (snippet.why, snippet.so) if text)


def answer_ask(answer: Answer, frame: Frame, *, headings: bool) -> None:
    """Add the answer to a question about roles, part by part."""
    catalog = answer.library.catalog
    roles = frame.roles or answer.leaning or catalog.core[:1]
    lacking = _lacking(answer, frame)
    if not frame.roles and not (lacking and lacking.alone):
        key = "no_role_leaning" if answer.leaning else "no_role"
        answer.say(key, plural=answer.voice.plurals(roles))
    priced = None
    if lacking is not None:
        plural = answer.voice.plurals(roles)
        answer.blocks.append(Say(fill(lacking.says, {"plural": plural})))
        if lacking.alone:
            return
        priced = _pay_there(frame, lacking)
        frame = _on_nearest(frame, lacking)
    target = _target(answer, frame)
    if target is not None:
        frame, roles = replace(frame, roles=(target,)), (target,)
    parts = [(role, topic) for topic in frame.topics for role in roles][:MOST_PARTS]
    room = 3 - len(parts) if len(parts) < 3 and not _plainly(answer, frame) else 1  # noqa: PLR2004
    for role, topic in parts:
        chosen = _choose(answer, frame, role, topic, room)
        told = bool(chosen) and chosen[0].snippet.id in answer.heard
        if told and lacking is not None and lacking.says.endswith("."):
            continue
        if headings or frame.guess or len(parts) > 1:
            led = chosen[0].snippet.topic if chosen else None
            _heading(answer, role, led or topic)
        _part(answer, frame, role, topic, chosen)
    if priced is not None:
        answer_ask(answer, priced, headings=True)


def _plainly(answer: Answer, frame: Frame) -> bool:
    """Whether a question wants plain words, and so no figures besides."""
    plain = phrases_of(answer.library.catalog.language["in_plain_words"])
    return plain.within(words(frame.text))


def _lacking(answer: Answer, frame: Frame) -> NotHeld | None:
    """Return what a question asks for and nothing is held on, if anything."""
    for entry in answer.library.catalog.not_held:
        if frame.intent == f"{NOT_HELD}{entry.id}":
            return entry
    found = answer.library.not_held(words(frame.text))
    return None if found is not None and found.outright else found


def _pay_there(frame: Frame, lacking: NotHeld) -> Frame | None:
    """Return the plain question on pay at a place, where one kind of it is not held.

    "Remote pay in Germany": the pay in Germany comes near as well.
    """
    if PAY not in frame.topics or lacking.nearest == PAY or not frame.slot("place"):
        return None
    return replace(frame, topics=(PAY,), intent=PAY, text="", yes_no=False)


def _on_nearest(frame: Frame, lacking: NotHeld) -> Frame:
    """Return a plain question on what is nearest to something that is not held."""
    kind, _, name = lacking.at.partition(":")
    kept = (*lacking.named, *(("place",) if lacking.nearest == PAY else ()))
    named = {k: ids for k, ids in frame.slots.items() if k in kept}
    return replace(
        frame,
        topics=(lacking.nearest,),
        text=lacking.question,
        slots={kind: (name,)} if name else named,
        yes_no=False,
        guess=False,
        confidence=1.0,
    )


def _target(answer: Answer, frame: Frame) -> str | None:
    """Return the role that a question on moving from one to another leads to."""
    if frame.topics != (MOVING,) or len(frame.roles) != _TWO:
        return None
    leads = answer.library.catalog.language["leads_to"]
    said = words(frame.text)
    at = max((i for i, word in enumerate(said) if word in leads), default=-1)
    behind = set(said[at + 1 :]) if at >= 0 else set()
    for role in frame.roles:
        names = answer.library.catalog.roles[role]
        whole = {
            *words(names.name),
            *words(names.plural),
            *words(" ".join(names.names)),
        }
        if behind & whole and not behind & _own_words(answer, frame, role):
            return role
    return frame.roles[-1]


def _own_words(answer: Answer, frame: Frame, role: str) -> set[str]:
    """Return the words of the other role's name that this one's does not hold."""
    other = next(r for r in frame.roles if r != role)
    roles = answer.library.catalog.roles
    return set(words(roles[other].name)) - set(words(roles[role].name))


def _heading(answer: Answer, role: str, topic: str) -> None:
    catalog = answer.library.catalog
    answer.head(
        "heading", role=catalog.roles[role].plural, topic=catalog.topics[topic].name
    )


def _choose(
    answer: Answer, frame: Frame, role: str, topic: str, room: int
) -> list[Hit]:
    """Return what to say on a topic of a role; nothing where nothing is held."""
    library = answer.library
    pool = library.pool((role,), topic)
    if not pool:
        return []
    question = question_of(frame, topic, library)
    if question.narrow:
        pool = library.narrow_pool(role, topic, here=not question.places)
    hits = _near(rank(pool, question, library, answer.heard), question, library)
    said = {snippet.id for snippet in answer.used}
    fresh = [
        h
        for h in _with_elsewhere(answer, frame, (role, topic), hits)
        if h.snippet.id not in said
    ]
    return take(fresh or hits, room)


def _near(hits: list[Hit], question: Question, library: Library) -> list[Hit]:
    """Return the hits on the place asked about, or on the nearest round it.

    All of them where none is. Where the user only happens to be there, those that
    speak of other places besides come last.
    """
    if not question.places:
        return hits
    names = {hit.snippet.id: library.terms(hit.snippet).names for hit in hits}
    for place in question.places:
        near = [hit for hit in hits if f"place:{place}" in names[hit.snippet.id]]
        if near and not question.at_home:
            return near
        if near:
            return sorted(near, key=lambda hit: _places(names[hit.snippet.id]))
    return sorted(hits, key=lambda hit: bool(hit.snippet.positions))


def _places(names: frozenset[str]) -> int:
    """Return how many places stand among the names of a snippet."""
    return sum(name.startswith("place:") for name in names)


def _part(
    answer: Answer, frame: Frame, role: str, topic: str, chosen: list[Hit]
) -> None:
    """Say what was chosen, and what is missing or was said before."""
    if not chosen:
        _nothing(answer, role, topic)
        return
    question = question_of(frame, topic, answer.library)
    missing = _missing(answer, chosen, question, role, topic)
    if missing and question.places:
        chosen = chosen[:1]
    if chosen[0].snippet.id in answer.heard:
        chosen = chosen[:1]
        if not missing:
            specific = chosen[0].likeness >= SPECIFIC
            answer.say("as_said" if specific else "all_told")
    _speak(answer, chosen, question)
    _in_other_units(answer, chosen[0].snippet, question)
    _thin(answer, role, chosen[0].snippet.topic)


def _thin(answer: Answer, role: str, topic: str | None) -> None:
    """Say so where all that is held on a topic comes from one weak source."""
    catalog = answer.library.catalog
    pool = answer.library.pool((role,), topic) if topic else ()
    sources = {source for snippet in pool for source in snippet.sources}
    if len(sources) == 1 and catalog.sources[min(sources)].trust != "high":
        plural, name = catalog.roles[role].plural, catalog.topics[topic or ""].name
        answer.say("thin_topic", plural=plural, topic=name)


def _in_other_units(answer: Answer, snippet: Snippet, question: Question) -> None:
    """Say the sums in the unit that was asked for, or that they cannot be."""
    unit = unit_asked(question.words, answer.library.catalog.language)
    sides = [figure for side in snippet.positions for figure in side.figures]
    figures = snippet.figures or sides
    if unit is None or not has_sums(figures):
        return
    sums = converted(figures, unit)
    if sums:
        answer.say(f"unit_{unit}", sums=answer.voice.listed(sums))
    elif unit == "lakh" and not any("lakh" in figure.unit for figure in figures):
        answer.say("unit_no_lakh")


def _with_elsewhere(
    answer: Answer, frame: Frame, part: tuple[str, str], hits: list[Hit]
) -> list[Hit]:
    """Return hits, led by a snippet of another topic where it is far more alike.

    The surer the reading of the topic, the more alike it has to be.
    """
    margin, least = next(row[1:] for row in MARGINS if frame.confidence <= row[0])
    role, topic = part
    named = question_of(frame, topic, answer.library)
    question = named if named.cues else question_of(frame, None, answer.library)
    if question.narrow:
        return hits
    pool = answer.library.all_of((role,))
    every = rank(pool, question, answer.library, answer.heard)
    here = {hit.snippet.id for hit in hits}
    other = max(
        (hit for hit in every if hit.snippet.id not in here),
        key=lambda hit: hit.likeness,
        default=None,
    )
    best = max(hit.likeness for hit in every if hit.snippet.id in here)
    if other is None or other.likeness < max(least, best + margin):
        return hits
    asked = question.terms.stems
    shared = len(asked & answer.library.terms(other.snippet).stems)
    if shared < _TWO and shared < COVERED * len(asked):
        return hits
    return [other, *hits]


def _nothing(answer: Answer, role: str, topic: str) -> None:
    """Say that nothing is held on a topic, and what is."""
    library = answer.library
    plural = library.catalog.roles[role].plural
    more = library.holds_more_than_overview(role)
    key = "nothing_on_topic" if more else "only_overview"
    name = library.catalog.topics[topic].name
    answer.say(key, plural=plural, topic=name)
    overview = library.pool((role,), OVERVIEW)
    if overview:
        answer.blocks.append(Say(answer.use(overview[0])))


def take(hits: Sequence[Hit], room: int) -> list[Hit]:
    """Return the hits to say: one, and more only where they belong to it."""
    best = hits[0]
    if best.snippet.positions:
        return [best]
    specific = best.likeness >= SPECIFIC
    chosen = [best]
    for hit in hits[1:]:
        if len(chosen) >= room or hit.snippet.positions:
            break
        if specific and hit.likeness < best.likeness * NEAR_BEST:
            break
        chosen.append(hit)
    length = sum(len(hit.snippet.text.split()) for hit in chosen)
    rest = [h for h in hits if h not in chosen and not h.snippet.positions]
    if len(chosen) == room > 1 and length <= SHORT and rest and not specific:
        chosen.append(rest[0])
    return chosen


def _missing(
    answer: Answer, chosen: Sequence[Hit], question: Question, role: str, topic: str
) -> bool:
    """Say so where nothing is held for the place or level that was asked about."""
    catalog = answer.library.catalog
    plural = catalog.roles[role].plural
    name = catalog.topics[topic].name
    if question.at_home:
        return _say_where(answer, chosen, question, name)
    held = {n for hit in chosen for n in answer.library.terms(hit.snippet).names}
    place = level = ""
    if question.places and f"place:{question.places[0]}" not in held:
        place = catalog.entities[f"place:{question.places[0]}"].name
    if question.level and f"level:{question.level}" not in held:
        level = catalog.entities[f"level:{question.level}"].name
    if not place and not level:
        return False
    if level and question.places:
        asked = catalog.entities[f"place:{question.places[0]}"].name
        answer.say("no_both", topic=name, level=level, place=asked, plural=plural)
    elif place:
        answer.say("no_place", topic=name, place=place, plural=plural)
    else:
        answer.say("no_level", topic=name, level=level, plural=plural)
    return True


def _say_where(
    answer: Answer, chosen: Sequence[Hit], question: Question, topic: str
) -> bool:
    """Say for which place an answer is that was sought for where the user is.

    Return whether nothing is held for there.
    """
    catalog = answer.library.catalog
    if not question.places:
        _say_once(answer, "home_unknown")
        return False
    held = {n for hit in chosen for n in answer.library.terms(hit.snippet).names}
    near = next((p for p in question.places if f"place:{p}" in held), None)
    if near != question.places[0] and near is not None and _is_region(near, catalog):
        near = None  # a figure of another country of Europe is from elsewhere
    place = catalog.entities[f"place:{near or question.places[0]}"].name
    if near is None:
        _say_once(answer, "home_lacks", place=place, topic=topic)
    else:
        _say_once(answer, "home_held", place=place)
    return near is None


def _is_region(place: str, catalog: Catalog) -> bool:
    """Whether a place is wider than any country: it lies in no other."""
    return not catalog.entities[f"place:{place}"].within


def _say_once(answer: Answer, key: str, **values: str) -> None:
    """Add a phrase, unless it stands there already."""
    says = Say(answer.voice.say(key, **values))
    if says not in answer.blocks:
        answer.blocks.append(says)


def _speak(answer: Answer, chosen: Sequence[Hit], question: Question) -> None:
    """Add the chosen snippets, the yes or no first; a disagreement as a list."""
    first = chosen[0].snippet
    first = _contested(answer, first, question) or first
    lead = ""
    if question.yes_no:
        verdict = chosen[0].yes_no
        dealt = chosen[0].likeness >= SPECIFIC and first.topic not in PLAIN
        open_ = answer.voice.say("no_plain_answer") if dealt else ""
        lead = verdict.say if verdict else open_
    if first.positions:
        says = answer.voice.say("disagree", question=first.text)
        answer.blocks.append(Say(f"{lead} {says}".strip()))
        answer.blocks.append(Items(answer.sides(first)))
        answer.blocks.append(Say(" ".join(closing(first))))
        return
    texts = [answer.use(hit.snippet) for hit in chosen]
    answer.blocks.append(Say(" ".join([lead, *texts] if lead else texts)))


def _contested(answer: Answer, first: Snippet, question: Question) -> Snippet | None:
    """Return the disagreement that a snippet is a side of, if it is on the question.

    Asked about a place, one on another place is not; asked about one role at a level,
    one on which role has more is not.
    """
    other = answer.library.contested(first)
    if other is not None and question.of_one and question.narrow and sets_apart(other):
        return None
    if other is None or not question.places:
        return other
    names = answer.library.terms(other).names
    return other if f"place:{question.places[0]}" in names else None


def answer_compare(answer: Answer, frame: Frame) -> None:
    """Add roles side by side: what sets them apart, then each by itself."""
    library = answer.library
    if len(frame.roles) == 1:
        _answer_one(answer, frame)
        return
    roles = frame.roles or library.catalog.core
    frame = _less_aside(frame, answer)
    for topic in frame.topics or (None,):
        question = question_of(frame, topic, library)
        pool = library.pool(roles, topic) if topic else library.all_of(roles)
        if len(frame.topics) > 1 and topic:
            name = library.catalog.topics[topic].name
            answer.head("heading_many", topic=name)
        shown = topic or OVERVIEW
        if pool:
            hits = rank(pool, question, library, NEVER_HEARD)
            best = max(hits, key=lambda hit: hit.score + _leaning(hit, frame))
            if best.snippet.id in answer.heard:
                answer.say("as_said")
            _speak(answer, [best], question)
            if best.snippet.positions:
                continue
            shown = topic or best.snippet.topic or OVERVIEW
        if question.at_home:
            _lead_home(answer, roles, shown, question)
        _side_by_side(answer, roles, shown, question)


def _lead_home(
    answer: Answer, roles: Sequence[str], topic: str, question: Question
) -> None:
    """Say for which place roles are set side by side."""
    library = answer.library
    pool = [s for r in roles for s in library.narrow_pool(r, topic, here=False)]
    hits = _near(rank(pool, question, library, NEVER_HEARD), question, library)
    _say_where(answer, hits, question, library.catalog.topics[topic].name)


def _answer_one(answer: Answer, frame: Frame) -> None:
    """Add what is known of the one job that was named, of those to be compared."""
    plural = answer.library.catalog.roles[frame.roles[0]].plural
    answer.say("compare_one", plural=plural)
    topics = frame.topics or (OVERVIEW,)
    answer_ask(answer, replace(frame, act="ask", topics=topics), headings=False)


def _less_aside(frame: Frame, answer: Answer) -> Frame:
    """Return a plain "what is the difference" less what is only said behind it.

    "What sets X and Y apart, sounds like devops with extra steps" is on no tools.
    """
    differing = set(answer.library.catalog.language["asks_difference"])
    head, comma, _ = frame.text.partition(",")
    if not comma or frame.topics or differing.isdisjoint(words(head)):
        return frame
    kept = {k: ids for k, ids in frame.slots.items() if k in ("place", "level")}
    return replace(frame, text=head, hint=OVERVIEW, slots=kept)


def _leaning(hit: Hit, frame: Frame) -> float:
    """Return what a snippet gains by being on the topic that a comparison leans to."""
    return LEANING if frame.hint and hit.snippet.topic == frame.hint else 0.0


def asks_for_contrast(frame: Frame, library: Library) -> bool:
    """Whether a question on two roles is on something that sets them apart."""
    return (
        len(frame.roles) == _TWO
        and not frame.slots
        and any(library.pool(frame.roles, topic) for topic in frame.topics)
    )


def _side_by_side(
    answer: Answer, roles: Sequence[str], topic: str, question: Question
) -> None:
    """Add one line for each role."""
    library = answer.library
    lines = []
    heads = [_capital(library.catalog.roles[role].plural) for role in roles]
    for role in roles[:MOST_PARTS]:
        own = library.by_role.get((role, topic), ())
        if not own:
            plural = library.catalog.roles[role].plural
            name = library.catalog.topics[topic].name
            key = "only_overview" if topic != OVERVIEW else "nothing_on_topic"
            lines.append(answer.voice.say(key, plural=plural, topic=name))
            continue
        if question.narrow:
            own = library.narrow_pool(role, topic, here=not question.places)
        best = rank(own, question, library, NEVER_HEARD)[0]
        lines.append(answer.use(best.snippet))
    answer.blocks.append(Table(tuple(heads[:MOST_PARTS]), tuple(lines)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def answer_more(answer: Answer, frame: Frame) -> None:
    """Add what has not been said yet on the roles and topics in focus."""
    library = answer.library
    if not frame.roles and not answer.heard:
        answer.say("nothing_to_continue")
        return
    roles = frame.roles or answer.leaning or library.catalog.core
    for topic in frame.topics or (OVERVIEW,):
        for role in roles:
            pool = library.pool((role,), topic)
            fresh = [s for s in pool if s.id not in answer.heard]
            if len(roles) > 1 and fresh:
                _heading(answer, role, topic)
            if fresh:
                chosen = fresh[:1] if len(roles) > 1 else fresh[:2]
                texts = " ".join(answer.use(snippet) for snippet in chosen)
                answer.blocks.append(Say(texts))
            else:
                _no_more(answer, role, topic)


def _no_more(answer: Answer, role: str, topic: str) -> None:
    library = answer.library
    others = [t for t in library.topics_of(role) if t != topic][:3]
    answer.say(
        "no_more",
        plural=library.catalog.roles[role].plural,
        topic=library.catalog.topics[topic].name,
        others=answer.voice.topics(others, "or_word"),
    )
