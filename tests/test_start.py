"""How the program begins in each kind of terminal: its colours, its shapes, and what it asks."""

import re
import shlex
from collections.abc import Mapping
from pathlib import Path

import pytest

from carecompanion.domain.sample import sample_book
from carecompanion.store import Argon2Cost, Journal
from carecompanion.tui.themes import PALETTES
from tests.in_a_terminal import BACKGROUND_ASKED, Terminal, carecompanion, environment
from tests.tui.driving import NOW

pytestmark = pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")  # the child does nothing but exec

TODAY = "Waiting for a reply"
PASSPHRASE = "three ordinary words"
CHEAP = Argon2Cost(mebibytes=64, passes=3, lanes=1)
WHITE, BLACK = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\", b"\x1b]11;rgb:0000/0000/0000\x07"


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parent.parent)


def page(theme: str) -> str:
    """The colour behind the words, as the terminal is sent it."""
    return PALETTES[theme].page.removeprefix("#")


def demo(home: Path, *arguments: str, says: bytes = b"", where: Mapping[str, str] | None = None) -> Terminal:
    """The sample journal in a terminal that says this of its background, in a changed environment."""
    return Terminal(carecompanion("demo", *arguments), environment(home, **(where or {})), (80, 24), says)


@pytest.mark.parametrize(
    ("said", "more", "theme"),
    [
        (WHITE, {}, "paper"),
        (BLACK, {}, "dusk"),
        (b"", {}, "dusk"),
        (b"", {"COLORFGBG": "0;15"}, "paper"),
        (BLACK, {"COLORFGBG": "0;15"}, "dusk"),
        (WHITE, {"COLORTERM": ""}, "paper-256"),
    ],
)
def test_it_is_light_where_the_terminal_is(tmp_path: Path, said: bytes, more: dict[str, str], theme: str) -> None:
    with demo(tmp_path, says=said, where=more) as program:
        program.says(TODAY)
        assert BACKGROUND_ASKED in program.written
        program.has_page(page(theme))
        assert program.closes() == 0


@pytest.mark.parametrize(
    ("arguments", "more"),
    [
        (("--theme", "contrast"), {}),
        ((), {"NO_COLOR": "1"}),
        ((), {"TERM": "linux"}),
        ((), {"TERM": "xterm", "COLORTERM": ""}),
    ],
)
def test_where_the_answer_would_change_nothing_it_is_not_asked(
    tmp_path: Path, arguments: tuple[str, ...], more: dict[str, str]
) -> None:
    with demo(tmp_path, *arguments, where=more) as program:
        program.says(TODAY)
        program.settle()
        assert BACKGROUND_ASKED not in program.written
        assert program.closes() == 0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A journal without a passphrase."""
    book = sample_book(NOW)
    records = tuple(book.everything())
    Journal.create(tmp_path / "journal", None, book.settings, NOW, records=records)[0].close()
    return tmp_path / "journal"


def test_an_answer_that_comes_while_a_passphrase_is_typed_is_no_part_of_it(tmp_path: Path) -> None:
    book = sample_book(NOW)
    folder = tmp_path / "journal"
    records = tuple(book.everything())
    Journal.create(folder, PASSPHRASE, book.settings, NOW, records=records, cost=CHEAP)[0].close()
    with Terminal(carecompanion("--journal", folder), environment(tmp_path)) as program:
        program.says("Your journal is locked")
        program.press(PASSPHRASE[:5].encode() + WHITE + PASSPHRASE[5:].encode())
        program.press(WHITE + b"\r" + WHITE)
        program.says(TODAY)
        assert program.closes() == 0


def test_the_linux_console_gets_no_colours_and_only_shapes_its_font_has(tmp_path: Path) -> None:
    with demo(tmp_path, where={"TERM": "linux", "COLORTERM": ""}) as program:
        program.says(TODAY)
        program.settle()
        assert program.text.isascii()
        assert program.closes() == 0
        assert program.colours == set()


def test_an_empty_no_color_asks_for_nothing(tmp_path: Path) -> None:
    with demo(tmp_path, where={"NO_COLOR": ""}) as program:
        program.says(TODAY)
        program.has_page(page("dusk"))
        assert any(colour.startswith("3") for colour in program.colours)
        assert program.closes() == 0


@pytest.mark.parametrize(
    ("where", "elsewhere"), [({"TERM": "dumb"}, ""), ({}, "</dev/null"), ({}, "| cat"), ({"TERM": "unknown"}, "")]
)
def test_where_no_screens_can_be_shown_it_says_how_things_stand(
    folder: Path, tmp_path: Path, where: dict[str, str], elsewhere: str
) -> None:
    command = ["sh", "-c", f"{shlex.join(carecompanion('--journal', folder))} {elsewhere}"]
    with Terminal(command, environment(tmp_path, **where), (80, 40)) as program:
        assert program.ended() == 0
        program.says("One reply is late.")
        program.says("The screens need a terminal that can show them, and this is none.")
        assert b"\x1b" not in program.written


@pytest.mark.parametrize("arguments", [("demo",), ("--journal", "nowhere")])
def test_where_no_screens_can_be_shown_nothing_else_is_begun(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    with Terminal(carecompanion(*arguments), environment(tmp_path, TERM="dumb")) as program:
        assert program.ended() == 1
        program.says("The screens need a terminal that can show them, and this is none.")
        assert b"\x1b" not in program.written
    assert list((tmp_path / "temporary").iterdir()) == []


def test_stronger_contrast_is_worn_when_it_is_asked_for(tmp_path: Path) -> None:
    with demo(tmp_path, "--theme", "contrast-light") as program:
        program.says(TODAY)
        program.has_page(page("contrast-light"))
        assert program.closes() == 0


COMMANDS_TO_THE_SYSTEM = re.compile(rb"\x1b\][^\a\x1b]*(?:\a|\x1b\\)")
"""OSC sequences, which may end in what is else a bell."""
BLINKS = re.compile(rb"\x1b\[(?:[\d;]*;)?[56]m")


def test_it_makes_no_sound_and_nothing_blinks(tmp_path: Path) -> None:
    with demo(tmp_path, "--theme", "plain") as program:
        program.says(TODAY)
        for key in (b"z", b"\x1b", b"\x7f", b"\x1b[A", b"c", b"\x07", b"\x1b", b"\x1b", b"n", b"\x1b[B"):
            program.press(key)
            program.settle()
        assert program.closes() == 0
        written = COMMANDS_TO_THE_SYSTEM.sub(b"", program.written)
        assert b"\a" not in written
        assert not BLINKS.search(written)


def test_the_look_that_was_chosen_is_there_before_the_journal_is_open_and_after_hiding(tmp_path: Path) -> None:
    book = sample_book(NOW)
    folder = tmp_path / "journal"
    journal, _code = Journal.create(folder, PASSPHRASE, book.settings, NOW, cost=CHEAP)
    journal.keep(chosen={"theme": "contrast-light"})
    journal.close()
    with Terminal(carecompanion("--journal", folder), environment(tmp_path), background=BLACK) as program:
        program.says("Your journal is locked")
        program.press(PASSPHRASE.encode() + b"\r")
        program.says("This is a quiet place")
        program.has_page(page("contrast-light"))
        program.starts_afresh(b"0")
        program.has_page(page("contrast-light"))
        program.asks(b"x", "Your journal is locked")
        program.has_page(page("contrast-light"))
        assert program.closes() == 0
    (folder / "looks.json").write_text("not a look")
    with Terminal(carecompanion("--journal", folder), environment(tmp_path), background=BLACK) as program:
        program.says("Your journal is locked")
        program.has_page(page("dusk"))
        program.press(PASSPHRASE.encode() + b"\r")
        program.says("The look you chose could not be read from looks.json")
        program.has_page(page("contrast-light"))
        assert program.closes() == 0


def test_colours_that_follow_the_terminal_again_ask_it(tmp_path: Path) -> None:
    with demo(tmp_path, "--theme", "dusk", says=WHITE) as program:
        program.says(TODAY)
        program.asks(b"7", "Everything here holds at once")
        program.asks(b"\r", "enter save")
        assert BACKGROUND_ASKED not in program.written
        program.press(b"st")
        program.has_page(page("paper"))
        assert BACKGROUND_ASKED in program.written
        program.press(b"p\r")
        program.says("Colours: light.")
        program.press(b"\x1b")
        program.says(TODAY)
        program.starts_afresh(b"0")
        program.has_page(page("paper"))
        program.asks(b"x", TODAY)
        assert program.closes() == 0
