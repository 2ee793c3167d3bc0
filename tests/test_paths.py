"""Where things lie."""

import subprocess
import sys
from pathlib import Path

import pytest

from carecompanion.paths import journal_folder


def test_the_usual_folder_is_this_accounts_own_and_is_not_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert journal_folder().name == "carecompanion"
    assert not list(tmp_path.iterdir())


def test_a_named_folder_is_found_from_where_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert journal_folder(Path("mine")) == tmp_path / "mine"


def test_a_named_folder_may_be_in_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert journal_folder(Path("~/mine")) == tmp_path / "mine"


def test_naming_a_folder_does_not_load_what_finds_the_usual_one() -> None:
    program = "import sys, pathlib; from carecompanion.paths import journal_folder; journal_folder(pathlib.Path('x'))"
    found = subprocess.run(
        [sys.executable, "-c", f"{program}; print('platformdirs' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout == "False\n"
