"""What a person wrote is nowhere but in the encrypted file: not on the disk, the terminal, the network or in memory."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from carecompanion.domain.records import Note
from carecompanion.store import Argon2Cost, Journal
from carecompanion.tui.trash import READING
from tests.benchmarks.terminal import python
from tests.faults.traced import needs_strace
from tests.in_a_terminal import AS_OF, TOOK_THE_SCREEN, Terminal, carecompanion, environment
from tests.tui.care_team import TEAM, numbered
from tests.tui.driving import NOW

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning"),  # the child does nothing but exec
]

MARKER, PASSPHRASE = "otterbrook heron 4417", "seventeen lanterns quietly"
CHEAP = Argon2Cost(mebibytes=64, passes=3, lanes=1)
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A closed journal with a passphrase, and its recovery code."""
    folder = tmp_path_factory.mktemp("made") / "journal"
    records = tuple(TEAM.everything())
    journal, code = Journal.create(folder, PASSPHRASE, TEAM.settings, NOW, records=records, cost=CHEAP)
    journal.close()
    return folder, code


@pytest.fixture
def folder(made: tuple[Path, str], tmp_path: Path) -> Path:
    """The same, to be written in."""
    return shutil.copytree(made[0], tmp_path / "journal")


@pytest.fixture
def secrets(made: tuple[Path, str]) -> tuple[bytes, ...]:
    """What is to be seen nowhere, in every form in which it may lie in a file or in memory."""
    return tuple(words.encode(encoding) for words in (MARKER, PASSPHRASE, made[1]) for encoding in ENCODINGS)


def on_the_disk(home: Path, secrets: tuple[bytes, ...]) -> list[Path]:
    """The files that hold any of it; at least the journal's own were looked at."""
    looked_at = {file: file.read_bytes() for file in home.rglob("*") if file.is_file()}
    assert "journal.db" in {file.name for file in looked_at}
    return [file for file, content in looked_at.items() if any(secret in content for secret in secrets)]


def write(program: Terminal, folder: Path) -> None:
    """Unlock, and put the words into a journal: deleted for good, kept, a name, looked for, and half-written."""
    program.says("Your journal is locked")
    program.press(PASSPHRASE.encode() + b"\r")
    program.says("Three ways to begin")
    add_note(program, MARKER)
    program.says("Saved.")
    while not any(folder.parent.rglob("*.ccbackup")):  # the one of the day is made beside the screen
        program.settle()
    program.asks(b"2", MARKER)
    for key, words in ((b"d", "Delete this?"), (b"d", "Deleted: the note"), (b"x", "put it back")):
        program.asks(key, words)
    program.asks(b"d", "Delete this for good?")
    program.settle(quiet=2 * READING)  # it has to be read before it can be answered
    program.asks(b"d", "Your older backups still have it.")
    program.press(b"\x1b")
    program.shows("Your older backups still have it", absent=True)
    program.asks(b"\x1b", "Nothing here yet.")
    add_note(program, f"{MARKER} is kept")
    program.says("Written Thursday")
    program.asks(b"/", "stop finding")
    program.asks(MARKER.encode(), "1 of 1")
    program.asks(b"\x1b", "filters")
    program.asks(b"4", "Your care team")
    program.asks(b"a", "Somebody in your care team")
    program.asks(MARKER.encode() + b"\r", f"▎ {MARKER}")
    program.asks(b"n", "back, kept as a draft")
    program.asks(f"{MARKER} half-written".encode(), f"{MARKER} half-written")


def add_note(program: Terminal, words: str) -> None:
    program.asks(b"n", "back, kept as a draft")
    program.asks(words.encode(), words)
    program.press(b"\x13")
    program.shows("back, kept as a draft", absent=True)


CRASHING = """
import sys
from carecompanion.hardening import harden
harden()
from carecompanion import cli
from carecompanion.tui.help_now import HelpNow
def wrong(self, book, now):
    written = [note.text for note in book.notes.values()]
    assert written
    raise ValueError(written)
HelpNow.__init__ = wrong
sys.exit(cli.main(sys.argv[1:]))
"""
"""The program, but that it crashes over what was written when help is asked for."""


def crash(program: Terminal) -> int:
    program.press(b"\x07")
    return program.ended()


LEAVING: dict[str, tuple[Callable[[Terminal], int], int]] = {
    "closing": (Terminal.closes, 0),
    "SIGTERM": (lambda program: program.is_told(signal.SIGTERM), 0),
    "SIGHUP": (lambda program: program.is_told(signal.SIGHUP), 0),
    "a crash": (crash, 1),
}


@pytest.mark.parametrize(("leave", "code"), LEAVING.values(), ids=LEAVING)
def test_nothing_is_left_on_the_disk_or_in_the_terminal(
    folder: Path, tmp_path: Path, secrets: tuple[bytes, ...], leave: Callable[[Terminal], int], code: int
) -> None:
    command = python("-c", CRASHING, "--journal", str(folder), AS_OF)
    with Terminal(command, environment(tmp_path)) as program:
        write(program, folder)
        assert on_the_disk(tmp_path, secrets) == []
        assert leave(program) == code
        assert ("had to close" in program.afterwards.decode()) == bool(code)
        for seen in (program.written.partition(TOOK_THE_SCREEN)[0], program.afterwards):
            assert not any(secret in seen for secret in secrets)
        assert not re.search(rb"\x1b\](?:0|1|2|52);", program.written)  # no title of a window, nothing on a clipboard
    assert on_the_disk(tmp_path, secrets) == []


def in_memory(process: int, secrets: tuple[bytes, ...]) -> int:
    """How many copies of any of it a process holds, in all the memory that may be read."""
    maps = Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines()
    ranges = [line.split()[0].split("-") for line in maps if line.split()[1].startswith("r") and "[v" not in line]
    copies = 0
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for first, last in ranges:
            memory.seek(int(first, 16))
            content = memory.read(int(last, 16) - int(first, 16))
            copies += sum(content.count(secret) for secret in secrets)
    return copies


@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="it shuts its memory to all but root, who can look on Linux"
)
def test_no_copy_is_in_memory_once_the_screen_is_hidden(
    folder: Path, tmp_path: Path, secrets: tuple[bytes, ...]
) -> None:
    with Terminal(carecompanion("--journal", folder), environment(tmp_path)) as program:
        write(program, folder)
        assert in_memory(program.process, secrets) > 10
        program.starts_afresh(b"\x0c")
        assert in_memory(program.process, secrets) == 0
        assert not any(secret in program.afterwards for secret in secrets)
        assert on_the_disk(tmp_path, secrets) == []
        told = [Path(f"/proc/{program.process}/{name}").read_bytes() for name in ("cmdline", "environ")]
        assert not any(secret in each for secret in secrets for each in told)
        program.asks(b"x", "Your journal is locked")
        assert program.closes() == 0


@needs_strace
def test_it_opens_no_way_to_the_network_from_its_start_to_its_end(folder: Path, tmp_path: Path) -> None:
    record = tmp_path / "record"
    watched = ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(record), *carecompanion("--journal", folder)]
    with Terminal(watched, environment(tmp_path)) as program:
        write(program, folder)
        program.starts_afresh(b"\x0c")
        program.asks(b"x", "Your journal is locked")
        assert program.closes() == 0
    called = record.read_text(encoding="utf-8")
    assert "AF_UNIX" in called  # the two ends of asyncio's pipe to itself
    assert not re.search("AF_(?!UNIX)", called)


def test_an_export_is_in_the_one_file_that_was_named_and_says_it_is_not_protected(
    folder: Path, tmp_path: Path, secrets: tuple[bytes, ...]
) -> None:
    phrase, out = tmp_path / "phrase", tmp_path / "out.json"
    phrase.touch(0o600)
    phrase.write_text(PASSPHRASE, encoding="utf-8")
    journal = Journal.open(folder, PASSPHRASE)
    journal.keep(Note(id=numbered(99), at=NOW, text=MARKER))
    journal.close()
    command = python(
        "-m", "carecompanion", "export", str(out), "--journal", str(folder), "--passphrase-file", str(phrase)
    )
    ran = subprocess.run(command, env=environment(tmp_path), capture_output=True, text=True, check=True)
    assert "This file is not protected" in ran.stdout
    assert out.stat().st_mode & 0o777 == 0o600
    assert sorted(on_the_disk(tmp_path, secrets)) == [out, phrase]
    again = subprocess.run(command, env=environment(tmp_path), capture_output=True, text=True)
    assert "There is a file of that name already" in again.stderr
