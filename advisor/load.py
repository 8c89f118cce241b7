"""Make an engine from the data files, or from the cache of the same files."""

import gc
from collections.abc import Mapping
from dataclasses import dataclass, replace

from advisor.data import cache
from advisor.data.codec import from_lines, to_lines
from advisor.data.files import read_files
from advisor.data.fingerprint import fingerprint
from advisor.data.model import Catalog
from advisor.dialogue.library import Terms, compile_terms, make_library
from advisor.engine import Engine
from advisor.match.english import is_word
from advisor.match.linear import LinearModel
from advisor.match.spelling import Speller
from advisor.understanding.attitudes import compile_attitudes
from advisor.understanding.cues import compile_cues
from advisor.understanding.degrees import Degrees
from advisor.understanding.distress import DistressReader
from advisor.understanding.echoes import EchoReader
from advisor.understanding.everyday import Everyday
from advisor.understanding.gists import Gists
from advisor.understanding.guessing import Guesser
from advisor.understanding.hunches import Hunches
from advisor.understanding.language import compile_language
from advisor.understanding.lexicon import Lexicon, compile_lexicon
from advisor.understanding.manners import Manners, compile_manners
from advisor.understanding.namer import Namer
from advisor.understanding.origins import compile_origins
from advisor.understanding.patterns import Patterns
from advisor.understanding.practice import compile_practice
from advisor.understanding.reader import Reader
from advisor.understanding.schooling import schooling_of
from advisor.understanding.selves import SelfReader
from advisor.understanding.shapes import compile_shapes
from advisor.understanding.standing import Standing
from advisor.understanding.tongues import TongueReader, titles_of
from advisor.understanding.trained import UNREADABLE, Trainer, kept
from advisor.understanding.traits import TraitIndex, compile_traits

CATALOG, REST = "catalog", "json"
"""What is kept as what, of what is no model."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What is made of the catalog once, and kept."""

    lexicon: Lexicon
    terms: Mapping[str, Terms]
    traits: TraitIndex
    manners: Manners
    counts: Mapping[str, int]
    """How often each known word is heard."""
    models: tuple[str, ...]
    """What the models are kept as, in the order of the fields of `Compiled`."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """All that is made of the data files."""

    catalog: Catalog
    rest: Rest
    model: LinearModel
    """Of intents."""
    distress: LinearModel
    traits: LinearModel
    signs: LinearModel


def load_engine(data: str | None = None) -> Engine:
    """Return the engine of the shipped data, or of a folder's.

    Raises:
        DataError: the data files are wrong; it lists every problem.

    """
    found = read_files(data)
    # Everything made here stays; looking for garbage among it only takes time.
    was_on = gc.isenabled()
    gc.disable()
    try:
        return _engine_of(found)
    finally:
        if was_on:
            gc.enable()


def _engine_of(found: Mapping[str, bytes]) -> Engine:
    """Return the engine of some data files."""
    key = fingerprint(found)
    compiled = _from_cache(key) or _compile(found, key)
    catalog, rest = compiled.catalog, compiled.rest
    language = compile_language(catalog.language)
    attitudes = compile_attitudes(rest.manners, language)
    hunches = Hunches(
        compiled.traits,
        compiled.signs,
        language.sets["small_words"],
        language.sets["personal"],
        language.sets["negators"],
        language.sets["joins"],
        language.sets["fading"],
    )
    namer = Namer(rest.traits, language, rest.lexicon)
    guesser = Guesser(hunches, attitudes.stances)
    selves = SelfReader(
        namer,
        Standing(namer, attitudes.voices, language),
        Gists(namer, attitudes, language, guesser),
        attitudes,
        EchoReader(attitudes, language),
        catalog.intents,
        language,
        guesser,
        Degrees(rest.traits.entities, language, schooling_of(catalog, language)),
        Everyday(
            Patterns.of(catalog.language["works_with"], catalog.language),
            attitudes.stances,
        ),
    )
    reader = Reader(
        catalog.intents,
        compiled.model,
        Speller(rest.counts, spare=is_word),
        rest.lexicon,
        language,
        compile_cues(catalog),
        compile_shapes(catalog),
        selves,
        DistressReader.of(catalog.distress, compiled.distress),
        TongueReader(
            catalog.tongues, lambda word: rest.counts.get(word, 0), titles_of(catalog)
        ),
        compile_origins(catalog, language),
        compile_practice(catalog, language, rest.traits.entities),
    )
    return Engine(catalog, reader, make_library(catalog, rest.terms))


def _served(catalog: Catalog) -> Catalog:
    """Return a catalog without what only compiling needed: it is read at each start."""
    traits = {
        name: replace(trait, names=trait.names[:1])
        for name, trait in catalog.advice.traits.items()
    }
    return replace(
        catalog,
        advice=replace(catalog.advice, traits=traits, attitudes=()),
        distress=replace(catalog.distress, ordinary=()),
    )


def _from_cache(key: str) -> Compiled | None:
    held, facts = cache.get(f"{key}.{CATALOG}"), cache.get(f"{key}.{REST}")
    if held is None or facts is None:
        return None
    try:
        catalog: Catalog = from_lines(Catalog, held)
        rest: Rest = from_lines(Rest, facts)
        models = [m for name in rest.models if (m := kept(name)) is not None]
        return Compiled(catalog, rest, *models)
    except UNREADABLE:
        return None


def compile_shipped() -> dict[str, bytes]:
    """Return what is made of the shipped data files: name in the cache -> content.

    What is in the cache already is not made again.

    Raises:
        DataError: the data files are wrong; it lists every problem.

    """
    found = read_files()
    key = fingerprint(found)
    return _entries(key, _from_cache(key) or _compiled(found))


def _compile(found: Mapping[str, bytes], key: str) -> Compiled:
    """Read, check, train, and keep the result for the next start."""
    compiled = _compiled(found)
    for name, content in _entries(key, compiled).items():
        cache.put(name, content)
    return compiled


def _compiled(found: Mapping[str, bytes]) -> Compiled:
    """Read, check and train."""
    from advisor.data.loader import load  # noqa: PLC0415 - needs yaml; not when cached
    from advisor.understanding.training import (  # noqa: PLC0415
        train_distress,
        train_hunches,
        train_reader,
    )

    loaded, trainer = load(found), Trainer()
    lexicon = compile_lexicon(loaded.catalog)
    traits = compile_traits(loaded.catalog)
    _, counts = train_reader(loaded, lexicon, trainer)
    train_distress(loaded, trainer)
    train_hunches(loaded, lexicon, traits, trainer)
    terms = compile_terms(loaded.catalog, lexicon)
    language = compile_language(loaded.catalog.language)
    manners = compile_manners(loaded.catalog.advice.attitudes, language)
    rest = Rest(lexicon, terms, traits, manners, counts, tuple(trainer.names))
    return Compiled(_served(loaded.catalog), rest, *trainer.models)


def _entries(key: str, compiled: Compiled) -> dict[str, bytes]:
    """Return what is kept of compiled data: name in the cache -> content."""
    models = (compiled.model, compiled.distress, compiled.traits, compiled.signs)
    named = zip(compiled.rest.models, models, strict=True)
    entries = {name: model.to_bytes() for name, model in named}
    entries[f"{key}.{CATALOG}"] = to_lines(compiled.catalog)
    entries[f"{key}.{REST}"] = to_lines(compiled.rest)
    return entries
