"""The Python face: load once, then step."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.dialogue.standing import standing
from advisor.dialogue.state import State
from advisor.engine import Engine, Recommendation, Turn
from advisor.load import load_engine

__all__ = ["Advisor", "Recommendation", "State", "Turn"]


@dataclass(frozen=True, slots=True)
class Advisor:
    """A career advisor; it holds knowledge, and each State one conversation."""

    engine: Engine

    @classmethod
    def load(cls, data: str | None = None) -> "Advisor":
        """Return an advisor on the packaged knowledge, or on a folder's.

        Args:
            data: a folder that holds `intents/` and `knowledge/`.

        Raises:
            DataError: the data files are wrong; it lists every problem.

        """
        return cls(load_engine(data))

    @property
    def opening(self) -> str:
        """Return the first words: what it can do, and two example questions."""
        return self.engine.opening

    def phrase(self, key: str) -> str:
        """Return one of the advisor's own phrases, for a front end's few words."""
        return self.engine.catalog.phrases[key][0]

    def start(self) -> State:
        """Return the state of a new conversation."""
        return self.engine.start()

    def step(self, state: State, text: str) -> Turn:
        """Return the turn that a text leads to; pure, and the same every time.

        Raises:
            UtteranceError: the text cannot be taken as an utterance.

        """
        return self.engine.step(state, text)

    def before_leaving(self, state: State) -> Turn | None:
        """Return a turn that offers a suggestion as the user goes, if one is due."""
        return self.engine.before_leaving(state)

    def standing(self, state: State) -> tuple[tuple[str, ...], int]:
        """Return what is noted of the user by name, and how many things miss.

        None misses where enough is known to suggest a path.
        """
        return standing(self.engine.catalog, state)

    def names(self) -> tuple[str, ...]:
        """Return the names of roles and topics, for completing what is typed."""
        topics = self.engine.catalog.topics.values()
        return (*self.roles(), *(topic.name for topic in topics))

    def roles(self) -> tuple[str, ...]:
        """Return the name of each role."""
        return tuple(role.name for role in self.engine.catalog.roles.values())

    def entity_names(self, *kinds: str) -> tuple[str, ...]:
        """Return the names of entities of some kinds, such as `skill` and `place`."""
        entities = self.engine.catalog.entities.values()
        return tuple(entity.name for entity in entities if entity.kind in kinds)

    def core_names(self) -> tuple[str, ...]:
        """Return the names of the roles that are asked about most."""
        catalog = self.engine.catalog
        return tuple(catalog.roles[role].name for role in catalog.core)

    def role_names(self) -> frozenset[str]:
        """Return all names of roles, in lower case."""
        roles = self.engine.catalog.roles.values()
        return frozenset(
            name.lower() for r in roles for name in (r.name, r.plural, *r.names)
        )

    def recommend(self, says: Sequence[str]) -> Recommendation:
        """Return the suggestion for one person's remarks, without any questions.

        Raises:
            UtteranceError: one of the remarks cannot be taken as an utterance.

        """
        return self.engine.recommend(says)
