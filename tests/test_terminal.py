"""The real program in a real terminal: how it looks there, how it leaves, and what it leaves behind."""

import os
import re
import shutil
import signal
from pathlib import Path

import pytest

from carecompanion.domain.records import Note
from carecompanion.domain.sample import sample_book
from carecompanion.store import Argon2Cost, Journal
from carecompanion.store import files as names
from carecompanion.tui import door
from tests.benchmarks.terminal import python
from tests.in_a_terminal import AS_OF, CURSOR_SHOWN, Terminal, carecompanion, environment
from tests.tui.driving import NOW

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")  # the child does nothing but exec

ROOT = Path(__file__).parent.parent
TODAY = "Waiting for a reply"
MARKER = "a heron by the canal"
TYPED = "half of a thought"
PASSPHRASE = "three ordinary words"
CHEAP = Argon2Cost(mebibytes=64, passes=3, lanes=1)
NOTE = Note(id="00000000-0000-7000-8000-000000000009", at=NOW, text=MARKER)


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two closed journals of the sample and a note with the marker: one locked, one not."""
    place = tmp_path_factory.mktemp("made")
    book = sample_book(NOW).keeping(NOTE)
    for name, passphrase in (("open", None), ("locked", PASSPHRASE)):
        records = tuple(book.everything())
        journal, _ = Journal.create(place / name, passphrase, book.settings, NOW, records=records, cost=CHEAP)
        journal.close()
    return place


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A journal without a passphrase."""
    return shutil.copytree(made / "open", tmp_path / "journal")


@pytest.fixture
def locked(made: Path, tmp_path: Path) -> Path:
    """A journal with a passphrase."""
    return shutil.copytree(made / "locked", tmp_path / "journal")


def demo(home: Path, size: tuple[int, int] = (120, 40), **more: str) -> Terminal:
    return Terminal(carecompanion("demo"), environment(home, **more), size)


def opened(folder: Path, home: Path, size: tuple[int, int] = (120, 40)) -> Terminal:
    return Terminal(carecompanion("--journal", folder), environment(home), size)


def kept_draft(folder: Path) -> str:
    """What is kept of a half-written note; the journal is free to be opened."""
    journal = Journal.open(folder, None)
    draft = journal.draft("note") or {}
    journal.close()
    return draft.get("text", "")


def temporary(home: Path) -> list[Path]:
    return list((home / "temporary").iterdir())


# leaving


def test_the_sample_journal_shows_today_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with demo(tmp_path) as program:
        program.says(TODAY)
        program.says("sample journal, all invented")
        assert temporary(tmp_path)
        assert program.closes() == 0
    assert temporary(tmp_path) == []
    assert [path.name for path in tmp_path.iterdir()] == ["temporary"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_told_to_end_it_clears_the_screen_keeps_the_words_and_frees_the_journal(
    folder: Path, tmp_path: Path, number: signal.Signals
) -> None:
    with opened(folder, tmp_path) as program:
        program.says(MARKER)
        program.asks(b"n", "back, kept as a draft")
        program.asks(TYPED.encode(), TYPED)
        assert program.is_told(number) == 0
        for words in (MARKER, TYPED, "Traceback", "Error"):
            assert words.encode() not in program.afterwards
    assert kept_draft(folder) == TYPED


def test_the_sample_journal_goes_too_when_the_system_ends_it(tmp_path: Path) -> None:
    with demo(tmp_path) as program:
        program.says(TODAY)
        assert program.is_told(signal.SIGTERM) == 0
        assert b"Traceback" not in program.afterwards
    assert temporary(tmp_path) == []


def test_a_window_that_is_closed_loses_no_words(folder: Path, tmp_path: Path) -> None:
    with opened(folder, tmp_path) as program:
        program.says(MARKER)
        program.asks(b"n", "back, kept as a draft")
        program.asks(TYPED.encode(), TYPED)
        assert program.is_hung_up() == 0
    assert kept_draft(folder) == TYPED


CRASH = """
import sys
from carecompanion.hardening import harden
harden()
from carecompanion import cli
from {module} import {cls}
def wrong(*args, **named):
    written = {secret}
    raise ValueError(written)
{cls}.{method} = wrong
sys.exit(cli.main(["demo", {as_of!r}]))
"""
SECRET = "nobody elses business"
CRASHES = {
    "drawing": ("carecompanion.tui.journal", "JournalPlace", "draw", b"2"),
    "a key": ("carecompanion.tui.place", "Place", "action_note", b"n"),
    "a worker": ("carecompanion.tui.place", "Place", "write", b"n"),
    "opening": ("carecompanion.store", "Journal", "create", b""),
}


@pytest.mark.parametrize(("module", "cls", "method", "key"), CRASHES.values(), ids=CRASHES)
def test_a_crash_says_where_and_nothing_of_what_was_written(
    tmp_path: Path, module: str, cls: str, method: str, key: bytes
) -> None:
    spelled = f"{SECRET[::-1]!r}[::-1]"  # so that the words stand in no file and no argument
    script = CRASH.format(module=module, cls=cls, method=method, secret=spelled, as_of="--as-of=2026-03-12T14:20")
    with Terminal(python("-c", script), environment(tmp_path)) as program:
        if key:
            program.says(TODAY)
            program.press(key)
        assert program.ended() == 1
        said = program.afterwards.decode()
        assert "carecompanion had to close. Your journal is safe" in said
        assert re.search(r"ValueError in <?string>?, line \d+", said)
        for words in (SECRET, "Traceback", "written", "locals"):
            assert words.encode() not in program.written
    assert temporary(tmp_path) == []
    assert not any(SECRET.encode() in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())


# how it looks


def test_no_color_means_no_colour_at_all(tmp_path: Path) -> None:
    with demo(tmp_path, NO_COLOR="1") as program:
        program.says(TODAY)
        for key, words in ((b"2", "All Contact"), (b"3", "Communicates"), (b"4", "Your care team"), (b"c", "You got")):
            program.asks(key, words)
        program.press(b"\x1b")
        assert program.closes() == 0
        assert program.colours == set()
        assert re.search(rb"\x1b\[1[;m]", program.written)  # what is bold in colour is bold without


def test_where_there_are_256_colours_no_more_are_asked_for(tmp_path: Path) -> None:
    with demo(tmp_path, COLORTERM="") as program:
        program.says(TODAY)
        assert program.closes() == 0
        assert program.colours
        assert not re.search(rb"\x1b\[[\d;]*[34]8;2;", program.written)


@pytest.mark.parametrize("term", ["linux", "screen-256color"])
def test_other_terminals_show_today_too(tmp_path: Path, term: str) -> None:
    with demo(tmp_path, TERM=term, COLORTERM="") as program:
        program.says(TODAY)
        assert program.closes() == 0


def test_the_smallest_window_shows_today_and_takes_what_is_written(folder: Path, tmp_path: Path) -> None:
    with opened(folder, tmp_path, (36, 16)) as program:
        program.says(TODAY)
        program.asks(b"c", "You got in touch")
        program.asks(b"\r", "Saved.")
        assert program.closes() == 0


def test_a_window_too_small_says_so_and_can_still_be_closed(tmp_path: Path) -> None:
    with demo(tmp_path, (30, 10)) as program:
        program.says("This window is very small.")
        assert program.closes() == 0


def test_another_size_of_window_keeps_what_is_typed(folder: Path, tmp_path: Path) -> None:
    with opened(folder, tmp_path) as program:
        program.says(TODAY)
        program.asks(b"n", "back, kept as a draft")
        program.asks(TYPED.encode(), TYPED)
        for size in ((50, 30), (36, 16), (30, 10), (80, 24)):
            program.resize(*size)
            program.says("This window is very small." if size == (30, 10) else TYPED)
        program.asks(b", and the rest", f"{TYPED}, and the rest")
        assert program.closes() == 0
    assert kept_draft(folder) == f"{TYPED}, and the rest"


# hiding


def test_hiding_the_sample_leaves_only_the_time_and_any_key_brings_it_back(tmp_path: Path) -> None:
    with demo(tmp_path) as program:
        program.says(TODAY)
        program.starts_afresh(b"0")
        before = temporary(tmp_path)
        program.asks(b"x", TODAY)
        assert temporary(tmp_path) == before
        assert program.closes() == 0
    assert temporary(tmp_path) == []


def test_hiding_a_locked_journal_asks_for_the_passphrase_again_and_leads_back_to_the_words(
    locked: Path, tmp_path: Path
) -> None:
    with opened(locked, tmp_path) as program:
        program.says("Your journal is locked")
        program.press(PASSPHRASE.encode() + b"\r")
        program.says(MARKER)
        program.asks(b"n", "back, kept as a draft")
        program.asks(TYPED.encode(), TYPED)
        program.starts_afresh(b"\x0c")
        program.asks(b"x", "Your journal is locked")
        program.press(PASSPHRASE.encode() + b"\r")
        program.says(TYPED)
        program.settle()
        program.asks(b" goes on", f"{TYPED} goes on")
        assert program.closes() == 0


FAST = """
import sys, time
from carecompanion.hardening import harden
harden()
from carecompanion.tui import idle
idle.TICKING = (lambda: 15 * time.monotonic(), lambda: 15 * time.time())
from carecompanion import cli
sys.exit(cli.main(sys.argv[1:]))
"""
"""The program, for which a minute passes in four seconds."""


@pytest.mark.slow
def test_left_alone_it_says_so_hides_and_keeps_the_words(folder: Path, tmp_path: Path) -> None:
    journal = Journal.open(folder, None)
    journal.keep_choice("hide_after", "1")
    journal.close()
    with Terminal(python("-c", FAST, "--journal", str(folder), AS_OF), environment(tmp_path)) as program:
        program.says(TODAY)
        program.asks(b"n", "back, kept as a draft")
        program.asks(TYPED.encode(), TYPED)
        program.says("Hiding in half a minute. Any key keeps it open.")
        program.starts_afresh(b"")
        program.asks(b"x", TYPED)
        assert program.closes() == 0


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux shows a process this way")
def test_neither_its_arguments_nor_its_surroundings_tell_anything(locked: Path, tmp_path: Path) -> None:
    with opened(locked, tmp_path) as program:
        program.says("Your journal is locked")
        program.press(PASSPHRASE.encode() + b"\r")
        program.says(MARKER)
        program.asks(b"/", "words, in any order")
        program.press(MARKER.encode())
        program.says("enter go to the list")
        program.starts_afresh(b"\x0c")
        process = Path(f"/proc/{program.process}")
        assert (process / "comm").read_text().startswith("python")
        arguments = (process / "cmdline").read_bytes().split(b"\0")
        assert arguments[-5:] == [b"--journal", bytes(locked), AS_OF.encode(), b"--hidden", b""]
        for told in ((process / "cmdline").read_bytes(), _bytes_of(process / "environ")):
            assert PASSPHRASE.encode() not in told
            assert MARKER.encode() not in told
        # no title of a window, which a task bar would show, and nothing on the clipboard
        assert not re.search(rb"\x1b\](?:(?:0|1|2|52);|[lL])", program.written)
        assert program.closes() == 0


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except PermissionError:  # closed to all but root
        return b""


# what stands in the way


def test_a_second_window_is_told_and_opens_once_the_first_is_closed(folder: Path, tmp_path: Path) -> None:
    with opened(folder, tmp_path) as first:
        first.says(TODAY)
        with opened(folder, tmp_path) as second:
            second.says("This journal is open in another window")
            second.settle(quiet=2 * door.PATIENCE)  # no later word takes the sentence's place
            second.says("This journal is open in another window")
            assert first.closes() == 0
            second.asks(b"\r", TODAY)
            assert second.closes() == 0


@pytest.mark.parametrize("content", [b"", b"Dear diary,\n", b"SQLite format 3\0" + bytes(4096), os.urandom(8192)])
def test_a_file_that_is_no_journal_is_said_to_be(folder: Path, tmp_path: Path, content: bytes) -> None:
    (folder / names.JOURNAL).write_bytes(content)
    with opened(folder, tmp_path) as program:
        program.says("This journal file is damaged, or is not a journal, so it was not opened.")
        assert program.closes() == 0
    assert (folder / names.JOURNAL).read_bytes() == content


AS_ANYBODY = """
import ctypes, os, sys
drop, override, read_search = 24, 1, 2  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH: linux/prctl.h
for capability in (override, read_search) if sys.platform == "linux" else ():
    ctypes.CDLL(None).prctl(drop, capability, 0, 0, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""
"""A program begun so minds the modes of files, even when it is root's."""


def test_a_folder_that_may_only_be_read_is_said_to_be_and_keeps_the_words(folder: Path, tmp_path: Path) -> None:
    with Terminal(python("-c", AS_ANYBODY, *carecompanion("--journal", folder)), environment(tmp_path)) as program:
        program.says(TODAY)
        folder.chmod(0o500)
        program.asks(b"n", "back, kept as a draft")
        program.asks(TYPED.encode(), TYPED)
        program.asks(b"\x13", "cannot be written to")
        program.says(TYPED)
        folder.chmod(0o700)
        program.asks(b"\x13", "Saved.")
        assert program.closes() == 0


def test_a_journal_in_a_folder_that_may_only_be_read_says_why_it_does_not_open(folder: Path, tmp_path: Path) -> None:
    folder.chmod(0o500)
    with Terminal(python("-c", AS_ANYBODY, *carecompanion("--journal", folder)), environment(tmp_path)) as program:
        program.says("cannot be written to")
        folder.chmod(0o700)
        program.asks(b"\r", TODAY)
        assert program.closes() == 0


# reading mode


@pytest.mark.parametrize("asked", ["option", "environment"])
def test_in_reading_mode_the_terminals_own_cursor_shows_and_stands_on_the_row_in_hand(
    tmp_path: Path, asked: str
) -> None:
    more = {"CARECOMPANION_READING": "1"} if asked == "environment" else {}
    option = ("--reading",) if asked == "option" else ()
    with Terminal(carecompanion("demo", *option), environment(tmp_path, **more)) as program:
        program.says("Text to Dana: The letter to my GP. Due by 22:15.")
        program.stands_on("Voicemail to the duty desk")
        program.press(b"\x1b[B")
        program.stands_on("Text to Dana: The letter to my GP.")
        program.asks(b"2", "Visit: Dana, at home.")
        program.press(b"jj")
        program.stands_on("Asked for: A longer visit next time.")
        assert not program.screen.cursor.hidden
        assert program.written.count(CURSOR_SHOWN) == 1
        program.starts_afresh(b"0", "Any key goes on.")
        program.press(b"x")
        program.stands_on("Asked for: A longer visit next time.")
        assert program.closes() == 0


def test_without_it_no_cursor_shows(tmp_path: Path) -> None:
    with demo(tmp_path) as program:
        program.says(TODAY)
        program.press(b"j")
        program.says("7 h 55 min left")
        assert program.screen.cursor.hidden
        assert CURSOR_SHOWN not in program.written
        assert program.closes() == 0
