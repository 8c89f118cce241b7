"""Train the reader's matcher on the intents' examples."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from advisor.data.loader import Loaded
from advisor.data.model import Catalog
from advisor.match.linear import Example, LinearModel
from advisor.match.spelling import count_words
from advisor.match.training import misread
from advisor.text import Token, clean, tokens, words
from advisor.understanding.chat import spelled_out
from advisor.understanding.classify import marks_of, seen_words
from advisor.understanding.cues import compile_cues
from advisor.understanding.distress import (
    CRISIS,
    ORDINARY,
    DistressSigns,
    patterns_words,
)
from advisor.understanding.hunches import (
    DISLIKED,
    LIKED,
    NEITHER,
    NOTHING,
    denied_words,
    masked,
    telling,
)
from advisor.understanding.language import compile_language
from advisor.understanding.lexicon import STUDY, Lexicon
from advisor.understanding.mentions import Mention, find
from advisor.understanding.roles import refine
from advisor.understanding.selves import DEFAULTS
from advisor.understanding.trained import Trainer
from advisor.understanding.traits import TraitIndex

OUTSIDE = "out_of_scope"
OUTSIDE_EVERY = 3
"""Of the examples that lie outside, every so many teach what tells nothing."""
TAUGHT = {"tell_interest": LIKED, "tell_dislike": DISLIKED}
"""Intents that learn from wordings as well, with those that they learn from."""
WORDING_EVERY = 2
"""Of the wordings, every so many teach what a remark is: more would drown the rest."""
SURELY = 0.5
"""How probable another intent is for an example that is confusingly near it."""
_PLACE = re.compile(r"\{(\w+)\}")


def train_reader(
    loaded: Loaded, lexicon: Lexicon, trainer: Trainer
) -> tuple[LinearModel, dict[str, int]]:
    """Return the trained model, and how often each word is known to occur."""
    cut, heard = _cut_up(loaded, lexicon)
    return trainer.train(cut, lean=True), _vocabulary(loaded.catalog, lexicon, heard)


def near_examples(loaded: Loaded, lexicon: Lexicon) -> list[tuple[str, str, str]]:
    """Return the examples that the matcher reads as another intent all the same.

    Returns:
        Intent, example, the other intent, for each.

    """
    texts = _with_wordings(loaded)
    cut, _ = _cut_up(loaded, lexicon)
    return [
        (intent, texts[intent][place], other)
        for intent, place, other, _ in misread(cut, SURELY)
    ]


def _cut_up(
    loaded: Loaded, lexicon: Lexicon
) -> tuple[dict[str, list[Example]], Mapping[str, int]]:
    """Return the examples as the matcher sees them, and how often words occur."""
    names = _names(loaded.catalog)
    cues = compile_cues(loaded.catalog)
    language = compile_language(loaded.catalog.language)
    turn = count()
    read: list[tuple[str, Sequence[Token], Sequence[Mention]]] = []
    intents = loaded.catalog.intents
    for intent, examples in _with_wordings(loaded).items():
        for example in examples:
            whole = tokens(clean(_filled(example, names, turn)))
            found = spelled_out(whole, lexicon, language)
            mentions = refine(found, find(found, lexicon), language)
            read.append((intent, found, mentions))
    heard = count_words([t.text for t in found if t.is_word] for _, found, _ in read)
    cut: dict[str, list[Example]] = {}
    for intent, cut_up, named in read:
        if intents[intent].act == CRISIS:
            continue
        last = len(cut_up) - 1
        topics = cues.find(cut_up, named).within(0, last)
        words_seen = seen_words(cut_up, named, 0, last)
        marks = marks_of(cut_up, named, topics, heard)
        cut.setdefault(intent, []).append((words_seen, marks))
    return cut, heard


def _with_wordings(loaded: Loaded) -> dict[str, tuple[str, ...]]:
    """Return the examples of each intent, and to those of remarks what people say."""
    told = [said for name, said in loaded.wordings.items() if name != NOTHING]
    more = {
        LIKED: [line for said in told for line in said.likes[::WORDING_EVERY]],
        DISLIKED: [line for said in told for line in said.dislikes[::WORDING_EVERY]],
    }
    return {
        intent: (*examples, *more.get(TAUGHT.get(intent, ""), ()))
        for intent, examples in loaded.examples.items()
    }


def _wordings(loaded: Loaded) -> list[str]:
    """Return all that people say of themselves, of a trait.

    What tells nothing is left out: much of it is of worries and losses, and taught the
    model of distress to hear less.
    """
    told = [said for name, said in loaded.wordings.items() if name != NOTHING]
    return [line for said in told for line in (*said.likes, *said.dislikes)]


def train_distress(loaded: Loaded, trainer: Trainer) -> LinearModel:
    """Return the model that tells distress from everything else."""
    catalog = loaded.catalog
    shown = DistressSigns.of(catalog.distress)
    names = {kind: found[:1] for kind, found in _names(catalog).items()}
    lines: dict[str, list[str]] = {CRISIS: [], ORDINARY: []}
    for intent, examples in loaded.examples.items():
        own = catalog.intents[intent].act == CRISIS
        texts = [_filled(example, names, count()) for example in examples]
        lines[CRISIS if own else ORDINARY] += texts
    lines[ORDINARY] += catalog.distress.ordinary
    lines[ORDINARY] += _wordings(loaded)
    cut = {
        label: [shown.read(words(clean(text))).told for text in texts]
        for label, texts in lines.items()
    }
    return trainer.train(cut, lean=True)


def train_hunches(
    loaded: Loaded, lexicon: Lexicon, traits: TraitIndex, trainer: Trainer
) -> tuple[LinearModel, LinearModel]:
    """Return the models that tell the trait, and the sign, of what people say."""
    catalog = loaded.catalog
    small, personal, negators, joins = (
        frozenset(catalog.language[name])
        for name in ("small_words", "personal", "negators", "joins")
    )
    mute = small | personal

    def signed(text: str) -> Example:
        cut = tokens(clean(text))
        named = traits.find(cut, find(cut, lexicon))
        said = [token.text for token in cut]
        shown = masked(said, named, 0, len(said) - 1)
        return telling(shown, personal), denied_words(shown, negators, joins)

    about: dict[str, list[Example]] = {NOTHING: []}
    signs: dict[str, list[Example]] = {LIKED: [], DISLIKED: []}
    for trait in catalog.advice.traits.values():
        about[trait.id] = [_telling(name, mute) for name in trait.names]
    for name, said in loaded.wordings.items():
        lines = [*said.likes, *said.dislikes]
        about.setdefault(name, []).extend(_telling(line, mute) for line in lines)
        if name == NOTHING:
            signs[NEITHER] = [signed(line) for line in lines]
        else:
            signs[LIKED] += [signed(line) for line in said.likes]
            signs[DISLIKED] += [signed(line) for line in said.dislikes]
    names = {kind: found[:1] for kind, found in _names(catalog).items()}
    for intent, examples in loaded.examples.items():
        filled = [_filled(example, names, count()) for example in examples]
        if catalog.intents[intent].act == OUTSIDE:
            some = filled[::OUTSIDE_EVERY]
            about[NOTHING] += [_telling(line, mute) for line in some]
        elif intent in DEFAULTS:
            sign = DISLIKED if DEFAULTS[intent][0] == "dislike" else LIKED
            signs[sign] += [signed(line) for line in filled]
    told = {trait: lines for trait, lines in about.items() if lines}
    about_what = trainer.train(told, lean=True)
    return about_what, trainer.train(signs, thorough=True, lean=True)


def _telling(text: str, mute: frozenset[str]) -> Example:
    said = words(clean(text))
    return telling(said, mute) or said, ()


def _vocabulary(
    catalog: Catalog, lexicon: Lexicon, heard: Mapping[str, int]
) -> dict[str, int]:
    """Return how often each word is known to occur, names and knowledge included."""
    counts = dict(heard)
    for name in lexicon.names:
        for word in name.split():
            counts[word] = counts.get(word, 0) + 1
    advice = catalog.advice
    spoken = [trait.names for trait in advice.traits.values()]
    spoken += [attitude.phrases for attitude in advice.attitudes]
    spoken += [patterns_words(catalog.distress)]
    studies = [e for e in catalog.entities.values() if e.kind == STUDY]
    spoken += [(entity.name, *entity.names) for entity in studies]
    for texts in (*catalog.language.values(), *spoken):
        for text in texts:
            for word in words(text):
                counts.setdefault(word, 1)
    for snippet in catalog.snippets.values():
        for word in words(snippet.text):
            counts.setdefault(word, 1)
    return counts


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
