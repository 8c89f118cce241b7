"""Ways of saying the same thing must be read as the same thing.

What is only added around a line, its case, its spacing and its signs change nothing of
what else is read; two lines joined are read as both. Each floor stands a little below
what was measured: courtesies 99.6% (88% before it was looked at, small talk included),
small talk 97%, form 99.7%, joined 99% (74%).
"""

from collections.abc import Callable, Mapping
from itertools import product
from typing import NamedTuple

from advisor import Advisor
from advisor.data.files import read_files
from advisor.data.loader import load
from advisor.understanding.focus import Focus
from advisor.understanding.frames import Reading

Way = Callable[[str], str]
SELVES = (
    "I love SQL and I can't stand meetings",
    "I'm good at statistics but I hate presenting",
    "I've worked with Python for six years",
    "I don't mind writing reports",
    "I get a kick out of tidying messy spreadsheets",
    "maths was never my thing",
    "I'd rather build things than talk about them",
    "I have a degree in physics and no idea about databases",
    "I never learned to program",
    "I like working from home and I dislike being on call",
    "I'm bored by dashboards",
    "I have ten hours a week to study",
    "puzzles make me happy",
    "I'm comfortable with Docker and Kubernetes",
    "I would never want to manage people",
)
QUESTIONS = (
    "what do data engineers earn",
    "how do I become a statistician",
    "is data science stressful",
    "do I need a degree to be a data analyst",
    "which tools do MLOps engineers use",
    "can I work from home as a BI analyst",
    "what does an AI engineer do all day",
    "is machine learning a dying field",
    "what comes after data analyst",
    "what do interviewers ask research scientists",
    "compare data scientists and statisticians",
    "what skills do software engineers need",
    "what is an MLE",
)
NAMES = {
    "role": ("data analyst", "data engineer"),
    "field": ("data science", "machine learning"),
    "skill": ("statistics", "databases"),
    "tool": ("Python", "Tableau"),
    "method": ("A/B testing", "clustering"),
    "place": ("Germany", "India"),
    "level": ("junior", "senior"),
    "degree": ("PhD", "master's"),
    "job": ("nurse", "teacher"),
}
STEP = 130


def lowered(text: str) -> str:
    """Return a line with a small first letter, as behind a comma."""
    return (
        text if text[:2].isupper() or text[:1] == "I" else text[:1].lower() + text[1:]
    )


def stopped(text: str) -> str:
    return text if text[-1:] in "?!." else f"{text}."


def unstopped(text: str) -> str:
    return text.rstrip(" .!?")


def asked(text: str, addition: str) -> str:
    """Return a line with something before its question mark."""
    return unstopped(text) + addition + ("?" if text.endswith("?") else "")


COURTESIES: Mapping[str, Way] = {
    "thanks first": lambda s: f"Thanks. {s}",
    "thanks and a comma": lambda s: f"thanks, {lowered(s)}",
    "hi": lambda s: f"Hi! {s}",
    "hello and a comma": lambda s: f"hello, {lowered(s)}",
    "the advisor": lambda s: f"Hello advisor, {lowered(s)}",
    "a name": lambda s: f"I'm Sam. {s}",
    "a name in full": lambda s: f"My name is Sam. {s}",
    "hi and a name": lambda s: f"Hi, I'm Sam! {s}",
    "a name last": lambda s: f"{stopped(s)} I'm Sam, by the way.",
    "thanks last": lambda s: f"{unstopped(s)}, thanks",
    "thanks in a sentence": lambda s: f"{stopped(s)} Thanks!",
    "thank you": lambda s: f"{unstopped(s)} thank you",
    "thanks in advance": lambda s: f"{stopped(s)} Thanks in advance!",
    "signed": lambda s: f"{stopped(s)} Cheers, Sam",
    "please": lambda s: asked(s, " please"),
    "a plea": lambda s: f"Could you help me? {s}",
    "a question": lambda s: f"I have a question. {s}",
    "a quick question": lambda s: f"quick question: {lowered(s)}",
    "if you don't mind": lambda s: asked(s, ", if you don't mind"),
    "on lines": lambda s: f"hi\n{s}\nthanks",
}
SMALL_TALK: Mapping[str, Way] = {
    "rain": lambda s: f"It is raining here. {s}",
    "cat": lambda s: f"My cat is asleep on the keyboard. {s}",
    "rain last": lambda s: f"{stopped(s)} It is raining here.",
}
FORMS: Mapping[str, Way] = {
    "loud": str.upper,
    "small": str.lower,
    "spaced": lambda s: "  " + s.replace(" ", "   ") + " ",
    "trailing off": lambda s: s if s.endswith("?") else s.rstrip(".") + "...",
    "loud stop": lambda s: f"{s}!!",
    "no stop": lambda s: s.rstrip(".!"),
    "asked twice": lambda s: s.replace("?", " ??"),
}
JOINS: Mapping[str, Callable[[str, str], str]] = {
    "a stop": lambda a, b: f"{a}. {b[:1].upper()}{b[1:]}",
    "and": lambda a, b: f"{a} and {b}",
    "and also": lambda a, b: f"{a}, and also {b}",
    "but": lambda a, b: f"{a}, but {b}",
    "a line's end": lambda a, b: f"{a}\n{b}",
}


class Meaning(NamedTuple):
    """What must stay the same."""

    frames: frozenset[object]
    """All but small talk and remarks."""
    remarks: frozenset[tuple[str, int]]
    tells: bool
    social: frozenset[object]


def reading(advisor: Advisor, text: str) -> Reading:
    engine = advisor.engine
    return engine.reader.read(text, Focus((), (), engine.catalog.core))


def meaning(advisor: Advisor, text: str) -> Meaning:
    read = reading(advisor, text)
    asked = [f for f in read.frames if f.act not in ("social", "tell")]
    return Meaning(
        frozenset((f.act, frozenset(f.roles), frozenset(f.topics)) for f in asked),
        frozenset((r.trait, r.polarity) for r in read.remarks),
        any(f.act == "tell" for f in read.frames),
        frozenset(f.move or f.says for f in read.frames if f.act == "social"),
    )


def same(one: Meaning, other: Meaning) -> bool:
    if (one.frames, one.remarks) != (other.frames, other.remarks):
        return False
    told = other.tells or bool(other.remarks)
    nothing_else = not one.frames and not one.remarks and not one.tells
    return (told or not one.tells) and (not nothing_else or one.social <= other.social)


def lines() -> list[str]:
    """Return some of all intents' examples, with names in their places."""
    found = list(SELVES)
    for examples in load(read_files(None)).examples.values():
        for example in examples[5::STEP]:
            text = example
            for place, names in NAMES.items():
                for name in names:
                    text = text.replace("{" + place + "}", name, 1)
            if "{" not in text:
                found.append(text)
    return found


def unlike(advisor: Advisor, ways: Mapping[str, Way]) -> tuple[float, list[str]]:
    """Return the share of lines that are read the same, and those that are not."""
    texts = lines()
    plain = {text: meaning(advisor, text) for text in texts}
    changed = [
        way(text)
        for way, text in product(ways.values(), texts)
        if not same(plain[text], meaning(advisor, way(text)))
    ]
    return 1 - len(changed) / (len(ways) * len(texts)), changed


def test_courtesies_change_nothing(advisor: Advisor) -> None:
    rate, changed = unlike(advisor, COURTESIES)

    assert rate >= 0.99, changed


def test_small_talk_changes_nothing(advisor: Advisor) -> None:
    rate, changed = unlike(advisor, SMALL_TALK)

    assert rate >= 0.95, changed


def test_case_spaces_and_signs_change_nothing(advisor: Advisor) -> None:
    rate, changed = unlike(advisor, FORMS)

    assert rate >= 0.985, changed


def together(advisor: Advisor, one: str, other: str) -> list[str]:
    """Return the ways of joining two lines in which they are not read as both."""
    a, b = meaning(advisor, one), meaning(advisor, other)
    missed = []
    for join in JOINS.values():
        text = join(one, other)
        both = meaning(advisor, text)
        if (both.frames, both.remarks) != (a.frames | b.frames, a.remarks | b.remarks):
            missed.append(text)
    return missed


def disjoint(advisor: Advisor, one: str, other: str) -> bool:
    """Whether two remarks are on different things, so that neither takes one back."""
    first, second = meaning(advisor, one).remarks, meaning(advisor, other).remarks
    return not {trait for trait, _ in first} & {trait for trait, _ in second}


def test_two_lines_joined_are_read_as_both(advisor: Advisor) -> None:
    """Questions and remarks in any order; every seventh pair."""
    every = (*SELVES, *QUESTIONS)
    pairs = [(a, b) for a, b in product(every, every) if a != b][::7]
    pairs = [pair for pair in pairs if disjoint(advisor, *pair)]
    missed = [text for pair in pairs for text in together(advisor, *pair)]

    assert 1 - len(missed) / (len(pairs) * len(JOINS)) >= 0.975, missed
