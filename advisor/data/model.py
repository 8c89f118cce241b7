"""What the data files hold, as frozen values. `knowledge/README.md` explains each."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from advisor.data.advice import Advice

ACTS = (
    "ask",
    "compare",
    "recommend",
    "tell",
    "social",
    "meta",
    "crisis",
    "out_of_scope",
)
MOVES = (
    "repeat",
    "shorter",
    "more",
    "why",
    "sources",
    "undo",
    "redo",
    "start_over",
    "forget",
    "profile",
    "correction",
    "insist",
    "help",
    "yes",
    "no",
    "not_sure",
    "skip",
    "against",
    "changes",
    "sure",
    "weeks",
    "steps",
    "missing",
    "runner_up",
)
_YEAR = re.compile(r"\b((?:19|20)\d\d)(?:[-/](\d\d)\b)?")
SIGNS: Mapping[str, str] = {
    "USD": "$",
    "EUR": "EUR ",
    "GBP": "GBP ",
    "INR": "INR ",
}
"""How sums in each currency begin."""
PARTS = ("middle", "quartile_1", "quartile_3", "low", "high", "growth")
"""What a figure is in a drawing: a point, the middle half, what lies around, growth."""
ENTITY_KINDS = ("tool", "skill", "method", "place", "level", "degree", "job", "study")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim comes from."""

    id: str
    title: str
    publisher: str
    date: str
    """As the source states it; `undated` where it states none."""
    kind: str
    trust: str
    url: str

    @property
    def year(self) -> str:
        """Return the year to show, or the whole date where it holds no year."""
        for word in self.date.replace("-", " ").split():
            if word.isdigit() and len(word) == 4:  # noqa: PLR2004 - a year
                return word
        return self.date


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text, with all that makes it mean something."""

    value: str
    unit: str
    statistic: str
    place: str
    year: str
    part: str = ""
    """One of PARTS, or empty where it is not for drawing."""
    of: str = ""
    """Whom or what it is of, where that is not just the snippet's role."""

    @property
    def newest(self) -> int | None:
        """Return the last year that it is of; None where none is stated."""
        years = [
            int(first[:2] + last) if last else int(first)
            for first, last in _YEAR.findall(self.year)
        ]
        return max(years, default=None)


@dataclass(frozen=True, slots=True)
class YesNo:
    """How to begin when a proposition is asked as a yes/no question."""

    asked: tuple[str, ...]
    say: str


@dataclass(frozen=True, slots=True)
class Position:
    """What one side of a disagreement says."""

    text: str
    sources: tuple[str, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Snippet:
    """One cited piece of an answer."""

    id: str
    roles: tuple[str, ...]
    topic: str | None
    text: str
    """For a disagreement: its question."""
    sources: tuple[str, ...]
    figures: tuple[Figure, ...]
    about: tuple[str, ...]
    yes_no: tuple[YesNo, ...]
    positions: tuple[Position, ...] = ()
    """Of a disagreement: the sides, the one to rely on first."""
    why: str = ""
    """Of a disagreement: why they may differ."""
    so: str = ""
    """Of a disagreement: how to read it."""
    leads: bool = False
    """Of a disagreement: whether it answers the plain question on its topic."""
    row: bool = False
    """Whether it is a row of a table: for a place or a level that is asked about."""

    @property
    def role(self) -> str | None:
        """Return the role, or None where the snippet is about several."""
        return self.roles[0] if len(self.roles) == 1 else None


@dataclass(frozen=True, slots=True)
class Role:
    """A role that people ask about."""

    id: str
    name: str
    plural: str
    names: tuple[str, ...]
    fields: tuple[str, ...]
    cased: tuple[str, ...]
    """Names that count as written, or in lower case after a small word."""
    bare: tuple[str, ...]
    """Words that are its name only after a small word: "an analyst"."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What can be asked of a role."""

    id: str
    name: str
    """As a heading and in choices: "pay"."""
    question: str
    """As an example, with {plural}: "what do {plural} earn?"."""
    cues: tuple[str, ...]
    """Words that name the topic by themselves."""
    shapes: tuple[str, ...] = ()
    """Patterns of whole clauses that ask about it, names put as their kinds."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A skill, tool, place, level, degree, method or outside job."""

    id: str
    kind: str
    name: str
    names: tuple[str, ...]
    cased: tuple[str, ...]
    within: tuple[str, ...]
    """Of a place: the wider places that it lies in."""
    implies: tuple[str, ...] = ()
    """Ids of the same file's entities that whoever knows this one knows as well."""
    uses: tuple[str, ...] = ()
    """Of a job: ids of the tools and skills that its people have."""
    held: str = ""
    """Of a degree: how one says that somebody has it."""


@dataclass(frozen=True, slots=True)
class Intent:
    """What an utterance can mean."""

    id: str
    act: str
    topic: str | None
    move: str | None
    says: str | None
    otherwise: str | None = None
    """Of a question about a suggestion: what it counts for until one was given."""


@dataclass(frozen=True, slots=True)
class Helpline:
    """Whom a person in distress can reach."""

    region: str
    place: str | None
    """The place entity that it serves, or None for everywhere."""
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Distress:
    """How people speak of despair; patterns as in understanding/patterns.py."""

    lists: Mapping[str, tuple[str, ...]]
    """The words that `$name` stands for."""
    same: tuple[str, ...]
    """Rows of forms of one word, the plain one first."""
    kinds: Mapping[str, tuple[str, ...]]
    """Words that name things of one kind, by kind."""
    ideas: Mapping[str, tuple[str, ...]]
    """Patterns of what people speak of, by idea."""
    weighty: tuple[str, ...]
    """Ideas without one of which the model has to be surer."""
    certain: tuple[str, ...]
    marks: tuple[str, ...]
    figures: tuple[str, ...]
    """Figures of speech, and work, that only sound like it."""
    censored: tuple[str, ...]
    """Words that people write with letters hidden."""
    ordinary: tuple[str, ...]
    """Lines that are none, for the model."""
    denials: tuple[str, ...] = ()
    """How people say that nobody is in danger."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language other than the advisor's own."""

    id: str
    name: str
    says: str
    """That answers are in English, in that language."""
    scripts: tuple[str, ...]
    words: tuple[str, ...]
    """Its small words, folded."""
    roles: Mapping[str, tuple[str, ...]]
    topics: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class NotHeld:
    """Something that is asked for and not held."""

    id: str
    asked: tuple[str, ...]
    """Patterns as in understanding/patterns.py."""
    says: str
    """With {plural}."""
    nearest: str
    """The topic on which something is held."""
    short: tuple[str, ...] = ()
    """Patterns of short lines that ask for it right after a question on a topic ..."""
    after: tuple[str, ...] = ()
    """... that is one of these; else the nearest."""
    at: str = ""
    """Key of the place or the level for which the nearest is held."""
    question: str = ""
    """Words that find the nearest among what is held on its topic."""
    alone: bool = False
    """Whether nothing that is held comes near, so that no more is said."""
    outright: bool = False
    """Whether it is a question on careers whatever else its words are about."""
    whole: bool = False
    """Whether it is looked for in the whole line, and not in one clause of it ..."""
    beside: tuple[str, ...] = ()
    """... where one of these words stands in the line, ..."""
    unless: tuple[str, ...] = ()
    """... and none of these, ..."""
    named: tuple[str, ...] = ()
    """... and something of one of these kinds is named."""
    holds: tuple[str, ...] = ()
    """Ids of the snippets that come nearest, for any role."""
    measure: str = ""
    """Id of the measure that comes nearest where no role is spoken of."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Something by which all roles can be set in order, or could if it were counted."""

    id: str
    asked: tuple[str, ...]
    """Patterns as in understanding/patterns.py."""
    lowest: tuple[str, ...]
    """Words with which the lowest is wanted first."""
    topic: str
    says: str
    """What is counted, or that nobody counted it; said first."""
    values: Mapping[str, str]
    """Role -> its value; none where nobody counted."""
    of: Mapping[str, str]
    """Role -> the title whose value stands in for it."""
    unit: str
    note: str
    """How to read it; said last."""
    one: str
    """With {plural}; of a role named on which nothing is held. Empty where such a
    question is answered as any other."""
    holds: tuple[str, ...]
    """Ids of the snippets that come nearest, where nobody counted."""
    snippet: Snippet
    """The same as one cited claim."""
    unless: tuple[str, ...] = ()
    """Words with which something else is asked."""
    strict: bool = False
    """Whether only what it holds comes near, and is said behind the owning."""
    mostly: str = ""
    """With {roles}; said first where, among those roles, most people have it."""
    hardly: str = ""
    """The same where in no role most people have it."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """All that the advisor knows and can say; ids are keys, order is the authors'."""

    sources: Mapping[str, Source]
    topics: Mapping[str, Topic]
    roles: Mapping[str, Role]
    snippets: Mapping[str, Snippet]
    entities: Mapping[str, Entity]
    """Keys are `kind:id`."""
    intents: Mapping[str, Intent]
    phrases: Mapping[str, tuple[str, ...]]
    language: Mapping[str, tuple[str, ...]]
    helplines: tuple[Helpline, ...]
    distress: Distress
    tongues: tuple[Tongue, ...]
    not_held: tuple[NotHeld, ...]
    not_held_words: Mapping[str, tuple[str, ...]]
    """The words that `$name` stands for in their patterns."""
    core: tuple[str, ...]
    """The two roles in play before anyone has named one."""
    advice: Advice
    measures: tuple[Measure, ...] = ()
