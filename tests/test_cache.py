"""The cache never changes what is said, whatever has happened to it."""

from pathlib import Path

import pytest
from kitchen import pack_files, write_files

from advisor import Advisor
from advisor.data import cache
from advisor.match import training


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(cache, "SHIPPED", ())  # an installed checkout has its own
    return tmp_path / "career-advisor"


def test_what_was_put_is_got(home: Path) -> None:
    assert cache.get("x") is None

    cache.put("x", b"content")

    got = cache.get("x")
    assert got is not None
    assert bytes(got) == b"content"
    assert home.stat().st_mode & 0o777 == 0o700
    assert (home / "x").stat().st_mode & 0o777 == 0o600


def test_a_damaged_entry_is_as_good_as_none(home: Path) -> None:
    cache.put("x", b"content")
    (home / "x").write_bytes((home / "x").read_bytes()[:-1] + b"X")

    assert cache.get("x") is None


def test_old_entries_go(home: Path) -> None:
    for i in range(cache.KEEP + 3):
        cache.put(f"entry{i}", b"")

    assert len(list(home.iterdir())) == cache.KEEP


def test_a_cache_that_cannot_be_written_is_no_matter(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.write_bytes(b"a file where the folder should be")
    cache.put("x", b"content")

    assert cache.get("x") is None
    monkeypatch.setenv("XDG_CACHE_HOME", "relative/is/ignored")
    assert cache.folder() != Path("relative/is/ignored/career-advisor")


def test_cached_and_fresh_advisors_say_the_same(home: Path, tmp_path: Path) -> None:
    folder = str(write_files(tmp_path / "pack", pack_files()))
    fresh = Advisor.load(data=folder)
    entries = sorted(home.iterdir())
    cached = Advisor.load(data=folder)
    for entry in entries:
        entry.write_bytes(b"\0" * 40)
    again = Advisor.load(data=folder)

    for text in ("what do bakers earn?", "slary of a pastry chef"):
        replies = {
            advisor.step(advisor.start(), text).reply.text
            for advisor in (fresh, cached, again)
        }
        assert len(replies) == 1


def test_nothing_is_trained_anew_where_no_example_changed(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_files(tmp_path / "pack", pack_files())
    Advisor.load(data=str(folder))
    models = {entry.name for entry in home.glob("*.model")}
    monkeypatch.setattr(training, "train", None)
    role = folder / "knowledge" / "roles" / "baker.yaml"
    role.write_text(role.read_text("utf-8") + "\n# One more line.\n", "utf-8")

    Advisor.load(data=str(folder))

    assert len(models) == 4
    assert {entry.name for entry in home.glob("*.model")} == models
    assert len(list(home.glob("*.catalog"))) == 2
