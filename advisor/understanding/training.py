"""Train the reader's matcher on the intents' examples."""

import re
from collections.abc import Iterator, Mapping
from itertools import count

from advisor.data.loader import Loaded
from advisor.data.model import Catalog
from advisor.match.linear import LinearModel, train
from advisor.match.spelling import count_words
from advisor.text import clean, tokens, words
from advisor.understanding.classify import seen_words
from advisor.understanding.lexicon import Lexicon
from advisor.understanding.mentions import find

_PLACE = re.compile(r"\{(\w+)\}")


def train_reader(loaded: Loaded, lexicon: Lexicon) -> tuple[LinearModel, dict[str, int]]:
    """Return the trained model, and how often each word is known to occur."""
    names = _names(loaded.catalog)
    turn = count()
    cut: dict[str, list[tuple[str, ...]]] = {}
    texts: list[tuple[str, ...]] = []
    for intent, examples in loaded.examples.items():
        for example in examples:
            text = _filled(example, names, turn)
            found = tokens(clean(text))
            mentions = find(found, lexicon)
            seen = seen_words(found, mentions, 0, len(found) - 1)
            cut.setdefault(intent, []).append(seen)
            texts.append(tuple(t.text for t in found if t.is_word))
    counts = count_words(texts)
    for name in lexicon.names:
        for word in name.split():
            counts[word] = counts.get(word, 0) + 1
    for snippet in loaded.catalog.snippets.values():
        for word in words(snippet.text):
            counts.setdefault(word, 1)
    return train(cut), counts


def _names(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """Return names to put in the place of each placeholder."""
    found: dict[str, list[str]] = {"role": [], "field": []}
    for role in catalog.roles.values():
        found["role"].append(role.name)
        found["field"] += role.fields
    for entity in catalog.entities.values():
        found.setdefault(entity.kind, []).append(entity.name)
    return {kind: tuple(names) for kind, names in found.items()}


def _filled(
    example: str, names: Mapping[str, tuple[str, ...]], turn: Iterator[int]
) -> str:
    """Return an example with a real name in each place; names take turns."""

    def name(match: re.Match[str]) -> str:
        options = names.get(match[1])
        return options[next(turn) * 7 % len(options)] if options else match[0]

    return _PLACE.sub(name, example)
