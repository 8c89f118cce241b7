"""Hear which notes a line wants taken off, by their numbers or by their own words.

"Forget number 1, 2 and 5", "remove the first two", 'take back "I love SQL"', and,
where the notes were just shown, "2 and 3 are wrong". What else the line says is kept.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.dialogue.state import State
from advisor.dialogue.turn import Draft
from advisor.recommend.profile import Evidence
from advisor.text import Token, clean, fold, tokens
from advisor.understanding.language import phrases_of

SHOWS = ("profile", "forget")
"""Moves that show the notes with their numbers, or take some off."""
LEAD = 6
"""Within how many words a sentence comes to its order."""
MOST = 12
"""So many words at most stand behind the numbers in "1 and 3, they are wrong"."""
_QUOTED = re.compile(
    '"([^"]+)"|\N{LEFT DOUBLE QUOTATION MARK}([^\N{RIGHT DOUBLE QUOTATION MARK}]+)'
    "\N{RIGHT DOUBLE QUOTATION MARK}|(?<!\\w)'([^']{3,})'(?!\\w)"
)
_STOP = re.compile(r"[.!?;\n]")

Lists = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Off:
    """The notes that a line wants taken off, and what else it says."""

    traits: tuple[str, ...]
    rest: str


def listen(text: str, state: State, lists: Lists) -> Off | None:
    """Return what a line wants taken off the notes, None where it names none."""
    profile, text = state.memory.profile, clean(text)
    if not profile:
        return None
    gone: list[Evidence] = []
    rest: list[str] = []
    for sentence in _sentences(text):
        named = _named(sentence, state, lists) or _denied(sentence, state, lists)
        gone += named
        rest += [] if named else [sentence]
    if not gone:
        return None
    traits = tuple(dict.fromkeys(item.trait for item in gone))
    return Off(traits, " ".join(rest).strip())


def take(draft: Draft, traits: Sequence[str]) -> None:
    """Take notes off, so that they are not guessed again, and say so."""
    gone = [item for item in draft.memory.profile if item.trait in traits]
    kept = tuple(item for item in draft.memory.profile if item not in gone)
    draft.memory = replace(draft.memory, profile=kept)
    denied = dict.fromkeys((*draft.probing.denied, *traits))
    draft.probing = replace(draft.probing, denied=tuple(denied))
    for item in gone:
        draft.answer.say("forgotten", quote=item.shown)


def _sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text; what is quoted has no end inside."""
    hidden = _QUOTED.sub(lambda match: "x" * len(match.group()), text)
    first = 0
    for stop in _STOP.finditer(hidden):
        if hidden[stop.end() : stop.end() + 1].strip():
            continue  # "1.5"
        yield text[first : stop.end()].strip()
        first = stop.end()
    if text[first:].strip():
        yield text[first:].strip()


def _named(sentence: str, state: State, lists: Lists) -> list[Evidence]:
    """Return the notes that an order names: "forget number 2", 'remove "SQL"'."""
    profile = state.memory.profile
    cut = [token for token in tokens(sentence) if token.is_word]
    said = [token.text for token in cut]
    behind = _behind_order(said, lists)
    if behind is None:
        return []
    quoted = ["".join(match) for match in _QUOTED.findall(sentence)]
    if quoted:
        return [i for i in profile if any(_is_quoted(text, i) for text in quoted)]
    numbers, at = _numbers(cut[behind:], len(profile), lists)
    counted = set(said[behind : behind + at]) & set(lists["note_counted"])
    plain = _were_shown(state) and len(cut) == behind + at
    return [profile[n - 1] for n in numbers] if counted or plain else []


def _were_shown(state: State) -> bool:
    """Whether the reply before was on the notes."""
    frames = state.last.frames if state.last is not None else ()
    return any(frame.move in SHOWS for frame in frames)


def _denied(sentence: str, state: State, lists: Lists) -> list[Evidence]:
    """Return the notes that are said to be wrong, by number, once they were shown."""
    if not _were_shown(state):
        return []
    cut = [token for token in tokens(sentence) if token.is_word]
    profile = state.memory.profile
    numbers, at = _numbers(cut, len(profile), lists)
    behind = [token.text for token in cut[at:]]
    wrong = phrases_of(lists["note_wrong"])
    if not numbers or not wrong.within(behind) or len(behind) > MOST:
        return []
    return [profile[n - 1] for n in numbers]


def _behind_order(said: Sequence[str], lists: Lists) -> int | None:
    """Return where an order to take something off goes on, None where none is."""
    small = {w for name in ("openers", "talk_openers", "asked_of") for w in lists[name]}
    small |= {w for name in ("auxiliaries", "note_leads") for w in lists[name]}
    orders = phrases_of(lists["takes_off"])
    for i in range(min(LEAD, len(said))):
        length = orders.at(said, i)
        if length:
            return i + length
        if said[i] not in small:
            return None
    return None


def _numbers(cut: Sequence[Token], most: int, lists: Lists) -> tuple[list[int], int]:
    """Return the numbers that words begin with, and where what follows them begins."""
    found: list[int] = []
    ordinals, last = lists["ordinals"], lists["ordinal_last"]
    small = {*lists["note_counted"], *lists["note_small"]}
    counts = lists["small_numbers"]
    side, at = "", 0
    while at < len(cut):
        word = cut[at].text
        if word.isdigit():
            found.append(int(word))
        elif word in ordinals:
            found.append(ordinals.index(word) + 1)
            side = word
        elif word in last:
            found.append(most)
            side = word
        elif word in counts and side:
            many = counts.index(word) + 2
            first = 1 if side not in last else most - many + 1
            found += range(first, first + many)
        elif word not in small:
            break
        at += 1
    kept = [n for n in dict.fromkeys(found) if 1 <= n <= most]
    return kept, at


def _is_quoted(text: str, item: Evidence) -> bool:
    """Whether some words in quotes are those of a note, whole or in part."""
    said = fold(text).strip(" .,;!?")
    return bool(said) and any(
        said in fold(shown) for shown in (item.quote, item.gist) if shown
    )
