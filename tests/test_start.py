"""The prompt is there before what answers: neither engine nor data libraries wait."""

import subprocess
import sys

import pytest

from advisor import Advisor
from advisor.errors import DataError
from advisor.terminal import face
from advisor.terminal.loading import Loading

HEAVY = ("advisor.api", "advisor.engine", "rapidfuzz", "yaml", "numpy", "rich")


def test_the_chat_is_imported_without_the_engine() -> None:
    code = (
        "import sys, advisor, advisor.commands, advisor.terminal.chat\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, timeout=120
    )

    assert done.stdout.decode().strip() == "[]"


def test_the_first_words_are_kept_and_read_again(advisor: Advisor) -> None:
    key = face.key_of(None)
    face.keep(key, face.face_of(advisor))

    assert face.kept(key) == face.face_of(advisor)
    assert face.kept("never.face") is None


def test_who_needs_the_advisor_waits_for_it(advisor: Advisor) -> None:
    told: list[str] = []
    loading = Loading(lambda: advisor, face.face_of(advisor))
    assert not loading.ready

    loading.begin(lambda: told.append("there"))
    loading.begin(lambda: told.append("twice"))

    assert loading.advisor() is advisor
    assert told == ["there"]


def test_a_failure_comes_to_light_where_the_advisor_is_needed(advisor: Advisor) -> None:
    def fail() -> Advisor:
        raise DataError(())

    loading = Loading(fail, face.face_of(advisor))
    loading.begin(lambda: None)

    with pytest.raises(DataError):
        loading.advisor()
