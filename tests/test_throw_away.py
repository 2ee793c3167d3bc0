"""Folders for invented journals: only those are ever removed."""

import tempfile
from pathlib import Path

import pytest

from carecompanion import throw_away
from carecompanion.options import Declined


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where throw-away folders lie for the length of a test."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_folder_is_one_s_own_and_goes_with_all_that_is_in_it(temporary: Path) -> None:
    place = throw_away.folder()
    assert place.parent.stat().st_mode & 0o777 == 0o700
    place.mkdir()
    (place / "journal.db").write_bytes(b"x")
    throw_away.remove(place)
    assert list(temporary.iterdir()) == []
    throw_away.remove(place)


def test_the_same_folder_is_given_again() -> None:
    place = throw_away.folder()
    assert throw_away.folder(str(place)) == place


@pytest.mark.parametrize(
    "named", ["/", "/etc/passwd", "mine/journal", "carecompanion-demo-x/../mine/journal", "carecompanion-demo-x", ""]
)
def test_no_other_folder_is_taken_for_one(temporary: Path, named: str) -> None:
    with pytest.raises(Declined, match="no throw-away place"):
        throw_away.folder(str(temporary / named))
