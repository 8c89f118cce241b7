"""Find in a text what people like, do or know: traits, by their many names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisor.data.model import Catalog
from advisor.text import Token, stem, words
from advisor.understanding.mentions import Mention

PLACE = "place"
ENTITY_KINDS = ("tool", "skill", "method", "degree")


@dataclass(frozen=True, slots=True)
class Named:
    """A trait named in a text."""

    trait: str
    first: int
    """Index of its first token."""
    last: int


@dataclass(frozen=True, slots=True)
class TraitIndex:
    """Names of traits as sequences of stems, by their first stem."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    """First stem -> (all stems, trait), the longest first."""
    entities: Mapping[str, str]
    """Key of an entity -> the trait that it means."""
    small: frozenset[str]
    """Words that count neither in a name nor inside it."""
    passing: frozenset[str]
    """Words that may stand inside a name, though some names are made of them."""
    objects: Mapping[str, frozenset[str]]
    """Trait -> those beside which it is no more than what they are done to."""

    def find(
        self, tokens: Sequence[Token], mentions: Sequence[Mention]
    ) -> tuple[Named, ...]:
        """Return the traits named in a text, in order; the longest name wins.

        The indices of the mentions count from the first of the tokens.
        """
        stems = [stem(token.text) if token.is_word else "" for token in tokens]
        found: list[Named] = []
        at = 0
        while at < len(tokens):
            named = self._name(tokens, stems, at)
            if any(m.kind == PLACE and m.first <= at <= m.last for m in mentions):
                named = None  # "the States" are no stats
            entity = self._entity(mentions, at)
            if named is None or (entity is not None and entity.last > named.last):
                named = entity
            if named is None:
                at += 1
                continue
            found += self._tools_inside(named, mentions)
            found.append(named)
            at = named.last + 1
        return tuple(found)

    def _tools_inside(
        self, named: Named, mentions: Sequence[Mention]
    ) -> Iterator[Named]:
        """Yield what a longer name begins with: R, of "R for my statistics".

        And the tools that its words name: Bash, of "shell scripts", and Python, of
        "writing python".
        """
        for mention in mentions:
            if not named.first <= mention.first <= mention.last <= named.last:
                continue
            entity = self._entity((mention,), mention.first)
            if entity is None or entity.trait == named.trait:
                continue
            begins = mention.first == named.first and mention.last < named.last
            if begins or mention.kind == "tool":
                yield entity

    def _name(
        self, tokens: Sequence[Token], stems: Sequence[str], at: int
    ) -> Named | None:
        best: Named | None = None
        for parts, trait in self.by_first.get(stems[at], ()):
            last = self._match(tokens, stems, at, parts)
            if last is not None and (best is None or last > best.last):
                best = Named(trait, at, last)
        return best

    def _match(
        self,
        tokens: Sequence[Token],
        stems: Sequence[str],
        at: int,
        parts: Sequence[str],
    ) -> int | None:
        """Return the index of a name's last token, if it stands here."""
        i = at
        for n, part in enumerate(parts):
            while n and i < len(stems) and self._passes(tokens, stems, i, part):
                i += 1
            if i >= len(stems) or stems[i] != part:
                return None
            i += 1
        return i - 1

    def _passes(
        self, tokens: Sequence[Token], stems: Sequence[str], i: int, part: str
    ) -> bool:
        """Whether a token inside a name may be passed over."""
        return stems[i] != part and (
            tokens[i].text in self.small
            or tokens[i].text in self.passing
            or tokens[i].text in ("-", "/", "&")
        )

    def _entity(self, mentions: Sequence[Mention], at: int) -> Named | None:
        for mention in mentions:
            if mention.first == at and mention.kind in ENTITY_KINDS:
                trait = self.entities.get(mention.key, mention.id)
                return Named(trait, mention.first, mention.last)
        return None


def compile_traits(catalog: Catalog) -> TraitIndex:
    """Return the index of a catalog's traits."""
    small = frozenset(catalog.language["small_words"])
    by_first: dict[str, dict[tuple[str, ...], str]] = {}
    entities: dict[str, str] = {}
    for trait in catalog.advice.traits.values():
        for key in trait.entities:
            entities[key] = trait.id
        for name in trait.names:
            whole = words(name)
            parts = tuple(stem(w) for w in whole if w not in small)
            if len(parts) == 1:
                parts = tuple(stem(w) for w in whole)
            if parts:
                by_first.setdefault(parts[0], {}).setdefault(parts, trait.id)
    return TraitIndex(
        {
            first: tuple(sorted(names.items(), key=lambda n: -len(n[0])))
            for first, names in by_first.items()
        },
        entities,
        small,
        frozenset(catalog.language["passing_words"]),
        {
            trait.id: frozenset(trait.object_of)
            for trait in catalog.advice.traits.values()
            if trait.object_of
        },
    )
