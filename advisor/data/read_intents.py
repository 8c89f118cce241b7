"""Read the files of `intents/` into values; every complaint goes to the reader."""

from collections.abc import Collection
from dataclasses import dataclass, field

from advisor.data.model import ACTS, ENTITY_KINDS, MOVES, Intent
from advisor.data.read_lists import filled
from advisor.data.schema import Reader
from advisor.data.yamlfile import Node
from advisor.errors import Problem
from advisor.text import words

NEEDED = ("act", "about", "examples")
OPTIONAL = ("topic", "says", "move", "otherwise")
FILLED = ("role", "field", *ENTITY_KINDS)
"""What may stand in braces in an example."""
SPOKEN = ("social", "out_of_scope", "crisis")
"""Acts that are answered by a phrase or carried out, and need to say which."""
NEVER_LACKING = ("ask", "crisis", "out_of_scope")
"""Acts that a line may always turn out to be."""


@dataclass(slots=True)
class IntentReader:
    """Reads one intent after another; remembers whose each example is."""

    topics: Collection[str]
    phrases: Collection[str]
    stems: Collection[str]
    """The ids of all intents."""
    owners: dict[str, str] = field(default_factory=dict)

    def read(
        self, reader: Reader, node: Node, *, stem: str
    ) -> tuple[Intent, tuple[str, ...]]:
        """Return the intent of a file, and its examples."""
        got = reader.fields(node, "an intent", NEEDED, OPTIONAL)
        intent = Intent(
            stem,
            reader.one_of(got.get("act"), "act", ACTS),
            reader.one_of(got.get("topic"), "topic", self.topics) or None,
            reader.one_of(got.get("move"), "move", MOVES) or None,
            reader.one_of(got.get("says"), "says", self.phrases) or None,
            reader.one_of(got.get("otherwise"), "otherwise", self.stems) or None,
        )
        if intent.act in SPOKEN and not (intent.says or intent.move):
            says = f"an intent of act '{intent.act}' lacks 'says'; expected a phrase"
            reader.complain(node, says)
        if intent.act == "ask" and not (intent.topic or intent.move):
            reader.complain(node, "an intent of act 'ask' lacks 'topic'; expected one")
        reader.text(got.get("about"), "about")
        if "examples" in got and not reader.items(got["examples"], "examples"):
            reader.complain(got["examples"], "no example; expected some")
        texts = [
            self._example(reader, stem, item)
            for item in reader.items(got.get("examples"), "examples")
        ]
        return intent, tuple(dict.fromkeys(texts))

    def _example(self, reader: Reader, stem: str, node: Node) -> str:
        text = filled(reader, node, "an example", FILLED)
        plain = " ".join(words(text))
        owner = self.owners.setdefault(plain, stem) if plain else stem
        if owner != stem:
            says = f"'{text}' is an example of '{owner}' too; expected it in one intent"
            reader.complain(node, says)
        return text


def lacking(intents: Collection[Intent]) -> list[Problem]:
    """Return a problem for each act that no intent has though the program needs it."""
    acts = {intent.act for intent in intents}
    return [
        Problem("intents", 1, 1, f"no intent of act '{act}'; expected one at least")
        for act in NEVER_LACKING
        if act not in acts
    ]
