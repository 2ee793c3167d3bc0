"""Where things lie."""

import subprocess
import sys
from pathlib import Path

import pytest

from carecompanion.paths import places


def test_the_usual_places_are_this_accounts_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    usual = places()
    assert usual.journal.name == "carecompanion"
    assert usual.settings.name == "settings.json"
    assert not list(tmp_path.iterdir())


def test_a_named_folder_holds_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    named = places(Path("mine"))
    assert (named.journal, named.settings) == (tmp_path / "mine", tmp_path / "mine" / "settings.json")


def test_a_named_folder_may_be_in_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert places(Path("~/mine")).journal == tmp_path / "mine"


def test_naming_a_folder_does_not_load_what_finds_the_usual_one() -> None:
    program = "import sys, pathlib; from carecompanion.paths import places; places(pathlib.Path('x'))"
    found = subprocess.run(
        [sys.executable, "-c", f"{program}; print('platformdirs' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout == "False\n"
