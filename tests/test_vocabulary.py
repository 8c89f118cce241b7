"""Sweeps over all that the data files name: each name is read as what it names.

A name in some sentence, or an example with a courtesy, must not crash and must be
read rightly; the few that may not are limited by a floor, a little below what was
measured (100% of roles' names, 99.7% of fields, 100% of tools, 100% of traits, 99.9% of
examples).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from advisor import Advisor
from advisor.data.files import read_files
from advisor.data.loader import Loaded, load
from advisor.understanding.focus import Focus
from advisor.understanding.frames import Reading

ROLES = (
    "what does a {} do?",
    "how much do {}s earn",
    "is it hard to become a {}?",
    "I'd like to know what skills a {} needs",
    "{} salary in Germany",
    "tell me about the downsides of being a {}",
    "hi, I'm Sam. what tools does a {} use? thanks",
    "{} vs software engineer",
    "As a nurse, can I become a {}?",
    "So: {} - is it a good career?",
)
FIELDS = (
    "what are the downsides of {}?",
    "how do I get into {}",
    "is {} a good career",
    "what do people in {} earn",
    "do I need a degree for {}?",
    "interview questions in {}",
    "tell me about {}",
    "hello, what skills are needed in {}?",
    "I'm a nurse and want to move into {}",
    "outlook of {} in Germany",
)
TOOLS = (
    "do data analysts use {}?",
    "I know {}",
    "I hate {}",
    "is {} worth learning for a data engineer",
    "should I learn {} or something else",
    "{} is my favourite tool",
    "hi, how useful is {} for data scientists, thanks",
    "I've worked with {} for three years",
    "which roles use {}?",
    "I like {} and I want to use it at work",
)
LIKED, DISLIKED = "I really like {}", "I can't stand {}"
POLITE = (
    "{} please",
    "hi, {}",
    "hey there! {}",
    "{}, thanks",
    "good morning, {}",
    "  {}  ",
    "could you help me? {}",
    "{}. Thanks in advance!",
    "hello advisor, {}",
    "I'm Sam. {}",
)
NAMES = {
    "role": "data analyst",
    "field": "data science",
    "skill": "statistics",
    "tool": "Python",
    "method": "A/B testing",
    "place": "Germany",
    "level": "junior",
    "degree": "PhD",
    "job": "nurse",
}
TRAIT_STEP = 6
EXAMPLE_STEP = 12
CARRIERS_OF_A_ROLE = 5
CARRIERS_OF_A_TOOL = 4


@cache
def loaded() -> Loaded:
    return load(read_files(None))


def reading(advisor: Advisor, text: str) -> Reading:
    engine = advisor.engine
    return engine.reader.read(text, Focus((), (), engine.catalog.core))


@dataclass
class Tally:
    """Counts what was read rightly, and keeps the rest to be shown."""

    right: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, text: str, *, ok: bool) -> None:
        self.right += ok
        if not ok:
            self.misses.append(text)

    @property
    def rate(self) -> float:
        return self.right / (self.right + len(self.misses))


def read_roles(advisor: Advisor, text: str) -> set[str]:
    return {role for frame in reading(advisor, text).frames for role in frame.roles}


def rotated(
    names: Iterable[str], carriers: tuple[str, ...], count: int
) -> Iterator[tuple[str, str]]:
    """Yield each name in some of the carriers, which take turns."""
    for number, name in enumerate(names):
        for step in range(count):
            yield name, carriers[(number + step * 3) % len(carriers)].format(name)


def test_every_name_of_a_role_is_read_in_any_question(advisor: Advisor) -> None:
    tally = Tally()
    for role in loaded().catalog.roles.values():
        names = (role.name, *role.names, *role.cased)
        for _, text in rotated(names, ROLES, CARRIERS_OF_A_ROLE):
            tally.add(text, ok=role.id in read_roles(advisor, text))

    assert tally.rate >= 0.995, tally.misses


def test_every_name_of_a_field_is_read_in_any_question(advisor: Advisor) -> None:
    tally = Tally()
    for role in loaded().catalog.roles.values():
        for name in role.fields:
            for carrier in FIELDS:
                text = carrier.format(name)
                tally.add(text, ok=role.id in read_roles(advisor, text))

    assert tally.rate >= 0.99, tally.misses


def test_every_name_of_a_tool_is_found(advisor: Advisor) -> None:
    tally = Tally()
    for key, entity in loaded().catalog.entities.items():
        if entity.kind != "tool":
            continue
        names = dict.fromkeys((entity.name, *entity.names, *entity.cased))
        for _, text in rotated(names, TOOLS, CARRIERS_OF_A_TOOL):
            found = {mention.key for mention in reading(advisor, text).mentions}
            tally.add(text, ok=key in found)

    assert tally.rate >= 0.995, tally.misses


def signs(advisor: Advisor, text: str) -> Mapping[str, int]:
    return {r.trait: r.polarity for r in reading(advisor, text).remarks}


def test_every_name_of_a_trait_is_liked_and_disliked(advisor: Advisor) -> None:
    """A sample of the names; each with the sign of the sentence around it."""
    tally = Tally()
    for trait in loaded().catalog.advice.traits.values():
        for name in trait.names[::TRAIT_STEP]:
            for carrier, sign in ((LIKED, 1), (DISLIKED, -1)):
                text = carrier.format(name)
                tally.add(text, ok=signs(advisor, text).get(trait.id) == sign)

    assert tally.rate >= 0.995, tally.misses


def acts(advisor: Advisor, text: str) -> set[str]:
    return {frame.act for frame in reading(advisor, text).frames}


def test_an_example_keeps_its_act_beside_a_courtesy(advisor: Advisor) -> None:
    """A sample of all intents' examples, as far as they are read rightly alone."""
    tally = Tally()
    for intent, examples in loaded().examples.items():
        act = loaded().catalog.intents[intent].act
        for number, example in enumerate(examples[::EXAMPLE_STEP]):
            plain = example
            for place, name in NAMES.items():
                plain = plain.replace("{" + place + "}", name)
            if act in acts(advisor, plain):
                text = POLITE[number % len(POLITE)].format(plain)
                tally.add(text, ok=act in acts(advisor, text))

    assert tally.rate >= 0.985, tally.misses
