"""The real program killed while something stands half-written: it is there when the journal is opened again."""

import os
import shutil
import signal
import time
from pathlib import Path

import pytest

from carecompanion.store import Journal, files
from carecompanion.tui.writing import EVERY
from tests.benchmarks.terminal import PATIENCE, NeverShown
from tests.in_a_terminal import Terminal, carecompanion, environment
from tests.tui.care_team import TEAM
from tests.tui.driving import NOW

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")  # the child does nothing but exec

WORDS = "half of a thought"


def test_what_is_half_written_survives_being_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parent.parent)
    folder = tmp_path / "journal"
    made, _ = Journal.create(folder, None, TEAM.settings, NOW, records=tuple(TEAM.everything()))
    made.close()
    with Terminal(carecompanion("--journal", folder), environment(tmp_path)) as program:
        program.says("Three ways to begin")
        program.asks(b"n", "what kind")
        before = (folder / files.JOURNAL).read_bytes()
        program.asks(WORDS.encode(), WORDS)
        kept(folder / files.JOURNAL, before)
        os.kill(program.process, signal.SIGKILL)
        program.ended()
    copied = shutil.copytree(folder, tmp_path / "copied")
    journal = Journal.open(copied, None)
    assert (journal.draft("note") or {}).get("text") == WORDS
    journal.close()
    with Terminal(carecompanion("--journal", folder), environment(tmp_path)) as program:
        program.says("Three ways to begin")
        program.asks(b"n", WORDS)
        program.asks(b"\x13", "Saved.")
        assert program.closes() == 0
    assert WORDS.encode() not in b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())


def kept(file: Path, before: bytes) -> None:
    """Wait until the file is another, and no save is under way: the head of its rollback journal is blank then."""
    until = time.monotonic() + PATIENCE
    rollback = file.with_name(files.ROLLBACK)
    while file.read_bytes() == before or (rollback.exists() and any(rollback.read_bytes()[:8])):
        if time.monotonic() > until:
            raise NeverShown(f"nothing was kept in {PATIENCE} s, where {EVERY} s are meant")
