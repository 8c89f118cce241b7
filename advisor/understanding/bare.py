"""Words that mean a trait only where they are all that is liked: "I love numbers"."""

from collections.abc import Sequence

from advisor.understanding.language import Language
from advisor.understanding.traits import Named


def bare_things(words: Sequence[str], language: Language) -> tuple[Named, ...]:
    """Return the traits of bare words right behind a verb of taste, or that open it.

    Nothing of weight may follow: "I love numbers that surprise" tells something else.
    """
    found: list[Named] = []
    for entry in language.sets["bare_things"]:
        word, trait = entry.split()
        for i in (k for k, said in enumerate(words) if said == word):
            behind = words[i + 1 : i + 2]
            ends = not behind or not behind[0][0].isalnum()
            ends = ends or any(
                language.has(name, behind[0])
                for name in ("list_joins", "closing_words")
            )
            tasted = bool(i) and language.has("tasting", words[i - 1])
            opens = not i and bool(behind) and behind[0] in language.sets["auxiliaries"]
            if (tasted and ends) or opens:
                found.append(Named(trait, i, i))
    return tuple(found)


def only_bare(
    words: Sequence[str], named: Sequence[Named], language: Language
) -> frozenset[str]:
    """Return the traits that nothing but a bare word names: these are only guessed."""
    bare = {entry.split()[0] for entry in language.sets["bare_things"]}
    plain = {item.trait for item in named if words[item.first] not in bare}
    return frozenset(item.trait for item in named) - plain
