"""Every name of every role and entity, compiled for finding it in a text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from advisor.data.model import Catalog, Role
from advisor.text import words

STUDY = "study"
"""The kind of what people study; it is looked for in its own way."""
EXACT_LENGTH = 3
"""Names of up to so many letters are never matched with typos."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names as space-joined folded words, each with what it names."""

    names: Mapping[str, tuple[str, ...]]
    """Name -> keys such as `role:data_scientist`, `field:data_scientist`, `tool:r`."""
    cased: Mapping[str, str]
    """Name as it must be written -> key."""
    bare: Mapping[str, str]
    """One-word name that counts only after a small word ("an analyst") -> key."""
    whole: Mapping[str, str]
    """Such a word -> the whole name that it is the last word of."""
    longest: Mapping[str, int]
    """First word -> most words of any name that begins with it."""
    squashed: Mapping[str, str]
    """Name of several words without its spaces -> the name."""
    firsts: Mapping[str, frozenset[str]]
    """Second word of a role's name -> the first words of such names."""
    leads: frozenset[str]
    """Words after which a cased name may stand in lower case."""
    joins: frozenset[str]
    """Signs and words between the parts of a list."""
    vocabulary: frozenset[str]
    """Every word that stands in a name and may be a typo's target."""
    follows: frozenset[str] = frozenset()
    """Words that show that a short name in lower case before them is one."""


def plural(name: str) -> str:
    """Return the English plural of a name; of an abbreviation it is one letter more."""
    if len(name) <= EXACT_LENGTH:
        return name + "s"
    if name.endswith(("s", "x", "ch", "sh")):
        return name + "es"
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return name[:-1] + "ies"
    return name + "s"


def compile_lexicon(catalog: Catalog) -> Lexicon:
    """Return the lexicon of a catalog; where two names clash the first one wins."""
    names: dict[str, tuple[str, ...]] = {}
    small = frozenset(catalog.language["stopwords"])
    folk = catalog.language["folk"]
    cased: dict[str, str] = {}
    bare: dict[str, str] = {}
    whole: dict[str, str] = {}

    def add(key: str, texts: Iterable[str], *, plurals: bool = True) -> None:
        for text in texts:
            name = " ".join(words(text))
            for form in (name, plural(name)) if plurals and name else (name,):
                if form and key not in names.get(form, ()):
                    names[form] = (*names.get(form, ()), key)

    for role in catalog.roles.values():
        add(f"role:{role.id}", (role.name, role.plural, *role.names))
        add(f"field:{role.id}", role.fields, plurals=False)
        for text in role.cased:
            cased[text] = f"role:{role.id}"
            cased[text + "s"] = f"role:{role.id}"
        theirs = [f"{text} {word}" for text in role.cased for word in folk]
        add(f"role:{role.id}", theirs, plurals=False)
        for text in role.bare:
            bare[text] = bare[plural(text)] = f"role:{role.id}"
            whole |= _whole_names(role, text)
    # "English" and "design" are studies only beside words of studying.
    named = {k: e for k, e in catalog.entities.items() if e.kind != STUDY}
    for key, entity in named.items():
        plurals = entity.kind in ("job", "skill", "degree", "method", "level")
        shown = () if entity.name in entity.cased else (entity.name,)
        texts = [
            text
            for text in (*shown, *entity.names)
            if " ".join(words(text)) not in small
        ]
        add(key, texts, plurals=plurals)
        for text in entity.cased:
            cased[text] = key
    leads = frozenset(catalog.language["name_leads"])
    joins = frozenset(catalog.language["list_joins"])
    follows = {
        words(cue)[0] for topic in catalog.topics.values() for cue in topic.cues
    } | set(catalog.language["behind_short_name"])
    found = _finish(names, cased, bare, whole, leads, joins)
    return replace(found, follows=frozenset(follows))


def _whole_names(role: Role, word: str) -> dict[str, str]:
    """Return a role's names, one and many, by the word alone that they end in."""
    if not role.name.endswith(f" {word}"):
        return {}
    return {word: role.name, plural(word): role.plural}


def _finish(
    names: dict[str, tuple[str, ...]],
    cased: dict[str, str],
    bare: dict[str, str],
    whole: dict[str, str],
    leads: frozenset[str],
    joins: frozenset[str],
) -> Lexicon:
    longest: dict[str, int] = {}
    squashed: dict[str, str] = {}
    firsts: dict[str, set[str]] = {}
    for name, keys in names.items():
        parts = name.split()
        if len(parts) > 1 and any(key.startswith(("role:", "field:")) for key in keys):
            firsts.setdefault(parts[1], set()).add(parts[0])
        longest[parts[0]] = max(longest.get(parts[0], 0), len(parts))
        if len(parts) > 1 and len(name) > EXACT_LENGTH * 2:
            squashed.setdefault("".join(parts), name)
    fixed = {word: frozenset(found) for word, found in firsts.items()}
    known = {word for name in names for word in name.split()}
    return Lexicon(
        names,
        cased,
        bare,
        whole,
        longest,
        squashed,
        fixed,
        leads,
        joins,
        frozenset(word for word in known if len(word) > EXACT_LENGTH),
    )
