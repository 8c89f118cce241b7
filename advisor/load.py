"""Make an engine from the data files, or from the cache of the same files."""

import json
from collections.abc import Mapping
from importlib.resources import files

from advisor.data import cache
from advisor.data.codec import decoder, encode
from advisor.data.folder import read_files
from advisor.data.model import Catalog
from advisor.dialogue.library import compile_library
from advisor.engine import Engine
from advisor.match.linear import LinearModel
from advisor.match.spelling import Speller
from advisor.understanding.cues import compile_cues
from advisor.understanding.language import compile_language
from advisor.understanding.lexicon import Lexicon, compile_lexicon
from advisor.understanding.reader import Reader

COMPILERS = ("data", "match", "understanding")
"""Packages whose code decides what the data files are compiled to."""
Bundle = tuple[Catalog, Lexicon, LinearModel, dict[str, int]]


def load_engine(data: str | None = None) -> Engine:
    """Return the engine of the shipped data, or of a folder's.

    Raises:
        DataError: the data files are wrong; it lists every problem.

    """
    found = read_files(data)
    key = cache.key_of({**found, **_code()})
    bundle = _from_cache(key) or _compile(found, key)
    catalog, lexicon, model, counts = bundle
    reader = Reader(
        catalog.intents,
        model,
        Speller(counts),
        lexicon,
        compile_language(catalog.language),
        compile_cues(catalog),
    )
    return Engine(catalog, reader, compile_library(catalog, lexicon))


def _code() -> dict[str, bytes]:
    """Return the source of what compiles, so that a change of it changes the key."""
    found = {}
    for package in COMPILERS:
        for item in (files("advisor") / package).iterdir():
            if item.name.endswith(".py"):
                found[f"{package}/{item.name}"] = item.read_bytes()
    return dict(sorted(found.items()))


def _from_cache(key: str) -> Bundle | None:
    facts, weights = cache.get(f"{key}.json"), cache.get(f"{key}.model")
    if facts is None or weights is None:
        return None
    try:
        plain = json.loads(facts)
        catalog: Catalog = decoder(Catalog)(plain["catalog"])
        lexicon: Lexicon = decoder(Lexicon)(plain["lexicon"])
        return catalog, lexicon, LinearModel.from_bytes(weights), plain["counts"]
    except (ValueError, TypeError, KeyError):
        return None


def _compile(found: Mapping[str, bytes], key: str) -> Bundle:
    """Read, check, train, and keep the result for the next start."""
    from advisor.data.loader import load  # noqa: PLC0415 - needs yaml; not when cached
    from advisor.understanding.training import train_reader  # noqa: PLC0415

    loaded = load(found)
    lexicon = compile_lexicon(loaded.catalog)
    model, counts = train_reader(loaded, lexicon)
    plain = {
        "catalog": encode(loaded.catalog),
        "lexicon": encode(lexicon),
        "counts": counts,
    }
    cache.put(f"{key}.model", model.to_bytes())
    cache.put(f"{key}.json", json.dumps(plain).encode())
    return loaded.catalog, lexicon, model, counts
