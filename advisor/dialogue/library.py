"""The snippets, arranged for finding the ones that answer a question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.data.model import Catalog, Measure, NotHeld, Snippet
from advisor.data.requirements import ARGUES, RULES, TALK, TURNS
from advisor.data.topics import OVERVIEW
from advisor.text import stem, tokens, words
from advisor.understanding.lexicon import Lexicon
from advisor.understanding.mentions import find
from advisor.understanding.patterns import Patterns

TURNED = "not"
"""With this a word that would make a question another one is denied."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a text is about, for comparing a question with a snippet."""

    stems: frozenset[str]
    names: frozenset[str]
    """Keys of the entities that it names, such as `place:germany`."""


@dataclass(frozen=True, slots=True)
class Library:
    """Snippets by role and topic, and the terms of each."""

    catalog: Catalog
    stopwords: frozenset[str]
    by_role: Mapping[tuple[str, str], tuple[Snippet, ...]]
    """(role, topic) -> its own snippets, in the authors' order."""
    rows: Mapping[tuple[str, str], tuple[Snippet, ...]]
    """(role, topic) -> rows of tables, for a place or level that is asked about."""
    shared: Mapping[str, tuple[Snippet, ...]]
    """Topic -> contrasts and disagreements."""
    lacking: tuple[tuple[Patterns, NotHeld], ...]
    """What is asked for and not held, with how it is asked for."""
    lacking_short: tuple[tuple[Patterns, NotHeld], ...]
    """The same, with how it is asked for by a few words."""
    measures: tuple[tuple[Patterns, Measure], ...]
    """What all roles can be set in order by, with how it is asked for."""
    turns: Mapping[str, Patterns]
    """Ways to speak of the answer, or of the talk, by the list that they stand in."""
    _terms: Mapping[str, Terms]

    def terms(self, snippet: Snippet) -> Terms:
        """Return what a snippet is about."""
        return self._terms[snippet.id]

    def stems(self, found: Sequence[str]) -> frozenset[str]:
        """Return the stems of the words that tell something."""
        return stems(found, self.stopwords)

    def not_held(
        self, said: Sequence[str], after: Sequence[str] = ()
    ) -> NotHeld | None:
        """Return what some words ask for and nothing is held on, if anything.

        Args:
            said: the words.
            after: the topics asked about before, to which a few words may add.

        """
        for patterns, entry in self.lacking:
            found = next(patterns.find(said), None)
            if found is not None and not entry.named and may_be(entry, said):
                return entry
        for patterns, entry in self.lacking_short:
            if set(after) & set(entry.after) and opens(patterns, said):
                return entry
        return None

    def measured(self, said: Sequence[str]) -> tuple[Measure, ...]:
        """Return what some words ask about that all roles can be set in order by."""
        return tuple(
            measure
            for patterns, measure in self.measures
            if next(patterns.find(said), None) is not None
            and (TURNED in said or not set(measure.unless) & set(said))
        )

    def pool(self, roles: Sequence[str], topic: str) -> tuple[Snippet, ...]:
        """Return what could answer a question on one role, or on several together.

        For one role: the disagreements on it alone that should lead, its own
        snippets, other disagreements on it. For several: disagreements among
        them, then contrasts of just those roles.
        """
        wanted = set(roles)
        if len(wanted) == 1:
            role = next(iter(wanted))
            own = self.by_role.get((role, topic), ())
            mine = [
                s for s in self.shared.get(topic, ()) if s.positions and role in s.roles
            ]
            leading = [s for s in mine if s.leads and s.roles == (role,)]
            rest = [s for s in mine if s not in leading]
            return (*leading, *own, *rest)
        both = [s for s in self.shared.get(topic, ()) if set(s.roles) == wanted]
        leading = [s for s in both if s.positions and s.leads]
        return (*leading, *[s for s in both if s not in leading])

    def narrow_pool(self, role: str, topic: str, *, here: bool) -> tuple[Snippet, ...]:
        """Return what could answer a question on a role at a place or level.

        Args:
            role: the role.
            topic: the topic.
            here: whether no place was asked about; then only rows count that are for
                the place of which the first snippet speaks.

        """
        pool, rows = self.pool((role,), topic), self.rows.get((role, topic), ())
        own = self.by_role.get((role, topic), ())[:1]
        names = self.terms(own[0]).names if own else frozenset()
        home = {name for name in names if name.startswith("place:")}
        if here and home:
            rows = tuple(row for row in rows if home & self.terms(row).names)
        return (*pool, *rows)

    def all_of(self, roles: Sequence[str]) -> tuple[Snippet, ...]:
        """Return everything held on a role, or on several together."""
        return tuple(s for t in self.catalog.topics for s in self.pool(roles, t))

    def contested(self, snippet: Snippet) -> Snippet | None:
        """Return the disagreement in which a snippet's figure is a contested side."""
        values = {figure.value for figure in snippet.figures}
        others = self.shared.get(snippet.topic or "", ())
        for other in sorted(others, key=lambda other: len(other.roles)):
            if not other.leads or not set(snippet.roles) <= set(other.roles):
                continue
            relied = {figure.value for figure in other.positions[0].figures}
            rest = {f.value for side in other.positions[1:] for f in side.figures}
            if values & rest and not values & relied:
                return other
        return None

    def holds_more_than_overview(self, role: str) -> bool:
        """Return whether a role has snippets on other topics than the overview."""
        return any(r == role and topic != OVERVIEW for r, topic in self.by_role)

    def topics_of(self, role: str) -> tuple[str, ...]:
        """Return the topics on which something is held for a role."""
        return tuple(t for t in self.catalog.topics if (role, t) in self.by_role)


def may_be(entry: NotHeld, said: Sequence[str]) -> bool:
    """Whether the words that an entry wants beside its rows are there, and no other."""
    beside = not entry.beside or bool(set(entry.beside) & set(said))
    return beside and not set(entry.unless) & set(said)


def opens(patterns: Patterns, said: Sequence[str]) -> bool:
    """Whether some words begin with one of a list's rows."""
    return any(found[0] == 0 for found in patterns.find(said) if found)


def stems(found: Sequence[str], stopwords: frozenset[str]) -> frozenset[str]:
    """Return the stems of words, less those that tell nothing."""
    return frozenset(stem(word) for word in found if word not in stopwords)


def compile_terms(catalog: Catalog, lexicon: Lexicon) -> dict[str, Terms]:
    """Return what each snippet is about, by its id."""
    stopwords = frozenset(catalog.language["stopwords"])

    def terms_of(text: str) -> Terms:
        names = (m.key for m in find(tokens(text), lexicon) if not m.role)
        return Terms(stems(words(text), stopwords), frozenset(names))

    found = {}
    for snippet in catalog.snippets.values():
        terms = terms_of(" ; ".join([snippet.text, *snippet.about]))
        if snippet.positions:
            # Its sides say so much that they would match nearly anything.
            sides = " ; ".join(side.text for side in snippet.positions)
            terms = Terms(terms.stems, terms_of(sides).names)
        found[snippet.id] = terms
    return found


def make_library(catalog: Catalog, terms: Mapping[str, Terms]) -> Library:
    """Return the library of a catalog."""
    by_role: dict[tuple[str, str], list[Snippet]] = {}
    rows: dict[tuple[str, str], list[Snippet]] = {}
    shared: dict[str, list[Snippet]] = {}
    for snippet in catalog.snippets.values():
        if snippet.topic is None:
            continue
        if snippet.role is not None and not snippet.positions:
            kept = rows if snippet.row else by_role
            kept.setdefault((snippet.role, snippet.topic), []).append(snippet)
        else:
            shared.setdefault(snippet.topic, []).append(snippet)
    return Library(
        catalog,
        frozenset(catalog.language["stopwords"]),
        {key: tuple(found) for key, found in by_role.items()},
        {key: tuple(found) for key, found in rows.items()},
        {key: tuple(found) for key, found in shared.items()},
        tuple(
            (Patterns.of(entry.asked, catalog.not_held_words), entry)
            for entry in catalog.not_held
        ),
        tuple(
            (Patterns.of(entry.short, catalog.not_held_words), entry)
            for entry in catalog.not_held
            if entry.short
        ),
        tuple(
            (Patterns.of(measure.asked, catalog.language), measure)
            for measure in catalog.measures
        ),
        {
            name: Patterns.of(catalog.language[name], catalog.language)
            for name in (*TURNS, *TALK, *ARGUES, *RULES)
        },
        terms,
    )
