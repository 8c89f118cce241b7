"""Stories in tests/conversations are collected as tests, a conversation each."""

import gc
import re
import socket
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NoReturn

import pytest
import yaml
from tests_support import shared_advisor

from advisor import Advisor, Turn
from advisor.data.schema import Reader
from advisor.data.yamlfile import Node, parse
from advisor.text import words

KEYS = {
    "you",
    "acts_any",
    "holds",
    "lacks",
    "asks",
    "suggested",
    "not_suggested",
    "acts",
    "roles",
    "topics",
    "snippets",
    "says",
    "never",
    "asked",
    "cited",
    "declined",
    "not_understood",
    "repeats",
    "differs_from",
}
CLEAN: dict[tuple[str, str], str] = {}
"""What a text is, and how it stands in a file -> as it is read where that is right."""
PARSED = lru_cache(None)(parse)
CUT = lru_cache(None)(words)


def _no_network(*_: object, **__: object) -> NoReturn:
    """Stand in for every way to open a connection."""
    msg = "the advisor opened a network connection"
    raise AssertionError(msg)


@pytest.fixture(scope="session", autouse=True)
def _offline() -> Iterator[None]:
    """Let no test, and nothing that a test runs, open a connection."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _no_network)
        patch.setattr(socket.socket, "connect_ex", _no_network)
        patch.setattr(socket, "create_connection", _no_network)
        patch.setattr(socket, "getaddrinfo", _no_network)
        yield


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests away from the user's own folders."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="session")
def advisor() -> Advisor:
    return shared_advisor()


@pytest.fixture
def quick_loads(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Remember what unchanged files come to: no result differs, but a load is short."""
    slow = Reader.text

    def text(self: Reader, node: Node | None, what: str) -> str:
        raw = node.text if node is not None else None
        if raw is None:
            return slow(self, node, what)
        if (what, raw) not in CLEAN:
            before = len(self.problems)
            value = slow(self, node, what)
            if len(self.problems) > before:
                return value
            CLEAN[what, raw] = value
        return CLEAN[what, raw]

    monkeypatch.setattr(Reader, "text", text)
    monkeypatch.setattr("advisor.data.folder.parse", PARSED)
    monkeypatch.setattr("advisor.data.read_intents.words", CUT)
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def pytest_collect_file(
    parent: pytest.Collector, file_path: Path
) -> "StoryFile | None":
    if file_path.parent.name == "conversations" and file_path.suffix == ".yaml":
        return StoryFile.from_parent(parent, path=file_path)
    return None


class StoryFile(pytest.File):
    def collect(self) -> Iterator["Story"]:
        text = self.path.read_text(encoding="utf-8")
        root = yaml.compose(text, yaml.CSafeLoader)
        stories = yaml.load(text, yaml.CSafeLoader)
        assert root is not None

        for node, story in zip(root.value, stories, strict=True):
            lines = [
                turn.start_mark.line + 1
                for key, value in node.value
                if key.value == "turns"
                for turn in value.value
            ]
            yield Story.from_parent(
                self, name=story["conversation"], story=story, lines=lines
            )


class StoryError(Exception):
    """A turn that went otherwise than told."""


class Story(pytest.Item):
    def __init__(self, *, story: dict[str, Any], lines: list[int], **more: Any) -> None:
        super().__init__(**more)
        self.story, self.lines = story, lines
        if "known_miss" in story:
            self.add_marker(
                pytest.mark.xfail(
                    reason=story["known_miss"], strict=True, raises=StoryError
                )
            )

    def runtest(self) -> None:
        advisor = shared_advisor()
        state = advisor.start()
        turns: list[Turn] = []
        for line, expected in zip(self.lines, self.story["turns"], strict=True):
            turn = advisor.step(state, str(expected["you"]))
            turns.append(turn)
            state = turn.state
            complaints = [*unlike(turn, expected, turns)]
            if complaints:
                place = f"{self.path.name}:{line}: after {expected['you']!r}: "
                raise StoryError(place + "; ".join(complaints))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> str:  # type: ignore[override]
        if isinstance(excinfo.value, StoryError):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, self.name


def unlike(turn: Turn, expected: dict[str, Any], turns: list[Turn]) -> Iterator[str]:
    """Yield how a turn differs from what a story expects of it."""
    if unknown := set(expected) - KEYS:
        yield f"the story has unknown keys {sorted(unknown)}"
    yield from unlike_meaning(turn, expected)
    yield from unlike_advice(turn, expected)
    yield from unlike_words(turn.reply.text, expected, turns)


def unlike_meaning(turn: Turn, expected: dict[str, Any]) -> Iterator[str]:
    frames = turn.understood
    said = [snippet.id for snippet in turn.snippets]
    got: dict[str, Any] = {
        "acts": list(dict.fromkeys(f.act for f in frames)),
        "roles": list(dict.fromkeys(r for f in frames for r in f.roles)),
        "topics": list(dict.fromkeys(t for f in frames for t in f.topics)),
        "asked": turn.asked.id if turn.asked else None,
        "cited": bool(said),
        "declined": [f.act for f in frames] == ["out_of_scope"],
        "not_understood": not frames,
    }
    for key, value in got.items():
        if key not in expected:
            continue
        wanted = expected[key]
        if isinstance(wanted, list):
            wanted, value = sorted(wanted), sorted(value)  # noqa: PLW2901
        if value != wanted:
            yield f"{key} should be {wanted}, is {value} (understood {got})"
    for name in expected.get("snippets", ()):
        if name not in said:
            yield f"snippet {name} should be used, used {said}"


def unlike_advice(turn: Turn, expected: dict[str, Any]) -> Iterator[str]:
    """Yield how what is held and suggested differs from what a story expects."""
    held = {item.trait: item.polarity for item in turn.profile}
    if expected.get("holds") == {} and held:
        yield f"nothing should be held, held {held}"
    for trait, polarity in (expected.get("holds") or {}).items():
        if held.get(trait) != polarity:
            yield f"{trait} should be held as {polarity}, held {held}"
    for trait, polarity in expected.get("lacks", {}).items():
        if held.get(trait) == polarity:
            yield f"{trait} must not be held as {polarity}"
    yield from unlike_suggestion(turn, expected)


def unlike_suggestion(turn: Turn, expected: dict[str, Any]) -> Iterator[str]:
    acts = [frame.act for frame in turn.understood]
    if "acts_any" in expected and not set(acts) & set(expected["acts_any"]):
        yield f"one of {expected['acts_any']} should be understood, is {acts}"
    if "asks" in expected and bool(turn.asked) != expected["asks"]:
        yield f"asks should be {expected['asks']}, asked {turn.asked}"
    top = turn.suggestion.ranked.top if turn.suggestion else None
    wanted = expected.get("suggested", top)
    if wanted != (bool(top) if isinstance(wanted, bool) else top):
        yield f"suggested should be {wanted}, is {top}"
    if "not_suggested" in expected and top in (None, *expected["not_suggested"]):
        yield f"another role should be suggested, is {top}"


def unlike_words(
    text: str, expected: dict[str, Any], turns: list[Turn]
) -> Iterator[str]:
    for pattern in expected.get("says", ()):
        if not re.search(pattern, text, re.IGNORECASE):
            yield f"the reply should say {pattern!r}, said {text!r}"
    for pattern in expected.get("never", ()):
        if re.search(pattern, text, re.IGNORECASE):
            yield f"the reply must not say {pattern!r}, said {text!r}"
    if "repeats" in expected and text != turns[expected["repeats"] - 1].reply.text:
        yield f"should repeat turn {expected['repeats']}, said {text!r}"
    other = expected.get("differs_from")
    if other and text == turns[other - 1].reply.text:
        yield f"should read otherwise than turn {other}, said {text!r}"
