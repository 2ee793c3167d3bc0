"""The spoken commands as they are run: on a real encrypted file, through pipes, with what they refuse."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from carecompanion import cli, options
from carecompanion.domain.periods import Period
from carecompanion.domain.records import OwnTrait
from carecompanion.domain.sample import sample_book
from carecompanion.domain.search import alternatives, written_words
from carecompanion.domain.traits import assess
from carecompanion.sharing.figures import figures
from carecompanion.sharing.spoken import spoken_journal, spoken_today, spoken_waiting
from carecompanion.store import Journal
from tests.domain.given import day
from tests.test_cli import PASSPHRASE, SECRET, Shell, journal_in, passphrase_in
from tests.test_cli import shell as shell
from tests.tui.driving import NOW

ROOT = Path(__file__).parent.parent
AS_OF = ("--as-of", "2026-03-12T14:20")
BOOK = sample_book(NOW)
TODAY = day("2026-03-12")
THREE_MONTHS = Period(day("2025-12-12"), TODAY)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("spoken")


@pytest.fixture(scope="module")
def locked(place: Path) -> tuple[str, ...]:
    """The options that open the sample journal, which has a passphrase."""
    folder = journal_in(place / "locked", BOOK, PASSPHRASE)
    return ("--journal", str(folder), "--passphrase-file", str(passphrase_in(place)), *AS_OF)


@pytest.fixture(scope="module")
def sample(place: Path) -> tuple[object, ...]:
    """The options that open the sample journal, which has none."""
    return ("--journal", journal_in(place / "open", BOOK), *AS_OF)


@pytest.fixture
def empty(tmp_path: Path) -> tuple[object, ...]:
    return ("--journal", journal_in(tmp_path / "empty"), *AS_OF)


def run(*arguments: str, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, with this on its standard input."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | more
    return subprocess.run(
        [sys.executable, "-m", "carecompanion", *arguments],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env=environment,
        check=False,
    )


# as a program of its own


@pytest.mark.parametrize("command", ["today", "waiting", "journal", "traits", "traits --trait keeps"])
def test_plain_lines_come_out_and_nothing_else(locked: tuple[str, ...], command: str) -> None:
    ran = run(*command.split(), *locked, TERM="xterm-256color", FORCE_COLOR="1")
    assert (ran.returncode, ran.stderr) == (cli.DONE, "")
    lines = ran.stdout.splitlines()
    assert len(lines) > 1
    assert not [line for line in lines if re.search(r"[\x00-\x1f\x7f-\x9f\u2500-\u25ff]|  | $", line)]


def test_words_to_find_come_through_a_pipe_and_are_never_said_again(locked: tuple[str, ...]) -> None:
    ran = run("journal", "--find", "-", *locked, typed="letter\nGP\n")
    assert (ran.returncode, ran.stderr) == (cli.DONE, "")
    assert re.match(r"\d+ entries found, the newest first\.\n\n", ran.stdout)
    assert "Text: Dana – The letter to my GP. 7 h 55 min left, 22:15." in ran.stdout
    nothing = run("journal", "--find", "-", *locked, typed=SECRET)
    assert (nothing.returncode, nothing.stdout, nothing.stderr) == (cli.DONE, "Nothing was found.\n", "")


def test_without_a_terminal_or_a_file_the_passphrase_is_not_taken_from_the_pipe(locked: tuple[str, ...]) -> None:
    ran = run("today", *locked[:2], typed=PASSPHRASE)
    assert (ran.returncode, ran.stdout) == (cli.REFUSED, "")
    assert ran.stderr == f"{options.NO_TERMINAL}\n"


def test_a_letter_that_the_terminal_has_no_code_for_stops_nobody(locked: tuple[str, ...]) -> None:
    ran = run("journal", "--find", "market back", *locked, PYTHONIOENCODING="ascii")
    assert (ran.returncode, ran.stderr) == (cli.DONE, "")
    assert "Good thing: Walked to the market and back, twice as far as last month ?. 16:20." in ran.stdout


def test_whoever_stops_reading_is_told_nothing(locked: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "carecompanion", "journal", *locked]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.stderr.read() == b""


@pytest.mark.parametrize("command", ["today", "waiting", "journal", "traits"])
def test_no_screen_is_imported_to_say_something(sample: tuple[object, ...], command: str) -> None:
    program = (
        "import sys; from carecompanion.cli import main; main(sys.argv[1:]);"
        "print(sorted({'textual', 'rich'} & set(sys.modules)))"
    )
    arguments = [sys.executable, "-c", program, command, *map(str, sample)]
    ran = subprocess.run(arguments, capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout.splitlines()[-1] == "[]"


((_DANA, _OPEN, MARKS),) = alternatives("dana", BOOK)
NAMING_DANA = [
    record.id
    for record in BOOK.everything()
    if any(word.startswith("dana") or word in MARKS for word in written_words(record, BOOK).split())
]

# in this process


def test_each_command_says_what_the_plain_lines_are(shell: Shell, sample: tuple[object, ...]) -> None:
    for command, lines in (
        (("today",), spoken_today(BOOK, NOW)),
        (("waiting",), spoken_waiting(BOOK, NOW)),
        (("journal",), spoken_journal(BOOK, NOW)),
        (
            ("journal", "--last", "2w", "--find", "dana"),
            spoken_journal(BOOK, NOW, Period(day("2026-02-27"), TODAY), NAMING_DANA),
        ),
    ):
        assert shell(*command, *sample) == cli.DONE
        assert shell.out == "\n".join(lines) + "\n"


def test_an_empty_journal_is_kindly_said_to_be(shell: Shell, empty: tuple[object, ...]) -> None:
    said = {command: (shell(command, *empty), shell.out)[1] for command in ("today", "waiting", "journal", "traits")}
    assert said["today"].startswith("This is a quiet place to keep track.")
    assert said["waiting"] == "Nothing is waiting.\n"
    assert said["journal"] == "Nothing here yet.\n"
    assert said["traits"].startswith("No care co-ordinator is written down yet.\n")
    assert said["traits"].count("Nothing recorded yet.") == 5


def test_the_time_of_the_co_ordinator_of_today_counts_unless_somebody_else_is_chosen(
    shell: Shell, sample: tuple[object, ...]
) -> None:
    days = ("--from", "2025-01-01", "--to", "2026-03-12")
    first_lines = {}
    for whose in ((), ("--whose", "now"), ("--whose", "before"), ("--whose", "everyone")):
        assert shell("traits", *days, *whose, *sample) == cli.DONE
        first_lines[whose] = shell.out.splitlines()[0]
    assert list(first_lines.values()) == [
        "Dana Whitfield, care co-ordinator.",
        "Dana Whitfield, care co-ordinator.",
        "Ade Bello, care co-ordinator before.",
        "Everyone who was your care co-ordinator.",
    ]


@pytest.mark.parametrize("whose", ["now", "before"])
def test_nobodys_time_cannot_be_chosen(shell: Shell, empty: tuple[object, ...], whose: str) -> None:
    said = shell.refuses("traits", "--whose", whose, *empty)
    assert said.startswith("Nothing was worked out: nobody is down as your co-ordinator")


def test_the_figures_are_everyones_unless_somebody_is_chosen(shell: Shell, sample: tuple[object, ...]) -> None:
    assert shell("traits", "--json", *sample) == cli.DONE
    assert shell.out == figures(assess(BOOK, THREE_MONTHS, NOW)) + "\n"
    dana = BOOK.coordinator_id_on(TODAY)
    assert shell("traits", "--json", "--whose", "now", *sample) == cli.DONE
    assert shell.out == figures(assess(BOOK, THREE_MONTHS, NOW, dana)) + "\n"
    assert json.loads(shell.out)["co_ordinator"] == dana


def test_one_trait_can_be_had_as_figures_too(shell: Shell, sample: tuple[object, ...]) -> None:
    assert shell("traits", "--json", "--trait", "Keeps time", *sample) == cli.DONE
    assert [trait["id"] for trait in json.loads(shell.out)["traits"]] == ["organisation"]
    assert shell("traits", "--json", "--trait", "explains", *sample) == cli.DONE
    assert [trait["name"] for trait in json.loads(shell.out)["traits"]] == ["Explains"]


@pytest.mark.parametrize("name", ["communication", "keeps t", "Listens", "APPROACHABLE", "acc", "explains"])
def test_a_trait_is_said_whole_by_any_of_its_names(shell: Shell, sample: tuple[object, ...], name: str) -> None:
    assert shell("traits", "--trait", name, *sample) == cli.DONE
    assert "\nHow this is worked out\n" in shell.out
    assert "\nCounted: " in shell.out


THERE = "There are communicates, keeps time, listens, approachable and accessible"


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        (SECRET, "There is no trait of that name."),
        ("", "There is no trait of that name."),
        ("a", "More than one trait"),
    ],
)
def test_an_unknown_trait_is_refused_with_those_there_are(
    shell: Shell, empty: tuple[object, ...], name: str, begins: str
) -> None:
    said = shell.refuses("traits", "--trait", name, *empty)
    assert said.startswith(begins)
    assert said.endswith(f"{THERE}.")


def test_the_names_of_ones_own_traits_are_in_no_refusal(shell: Shell, tmp_path: Path) -> None:
    own = OwnTrait(id="00000000-0000-7000-8000-000000000002", name=SECRET, question="?", began_on=TODAY)
    folder = journal_in(tmp_path / "journal", BOOK.keeping(own))
    said = shell.refuses("traits", "--trait", "dragons", "--journal", folder, *AS_OF)
    assert said.endswith(f"{THERE}, and those of your own: carecompanion traits says them all.")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("journal", "--last", SECRET), "--last could not be read. It looks like 30d, 2w, 3m or 1y"),
        (("journal", "--last", "0d"), "--last could not be read."),
        (("journal", "--find", " "), "Nothing was looked for: there are no words to find."),
        (("traits", "--from", SECRET), "--from could not be read."),
        (("traits", "--from", "2026-03-12", "--to", "2026-03-11"), "Nothing was worked out: --from is after --to."),
        (("today", "--as-of", SECRET), "--as-of could not be read."),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(
    shell: Shell, sample: tuple[object, ...], arguments: tuple[str, ...], sentence: str
) -> None:
    assert shell.refuses(arguments[0], *sample, *arguments[1:]).startswith(sentence)


def test_since_the_last_review_is_a_time_wherever_one_is_named(shell: Shell, sample: tuple[object, ...]) -> None:
    for command, named, days in (
        ("journal", ("--last", "review"), ("--last", "154d")),
        ("traits", ("--from", "review"), ("--from", "2025-10-10")),
        ("review", ("--from", "review"), ("--from", "2025-10-10")),
    ):
        assert shell(command, *sample, *days) == cli.DONE
        said = shell.out
        assert shell(command, *sample, *named) == cli.DONE
        assert shell.out == said


@pytest.mark.parametrize("command", ["today", "waiting", "journal", "traits"])
def test_where_there_is_no_journal_that_is_said(shell: Shell, tmp_path: Path, command: str) -> None:
    assert shell.refuses(command, "--journal", tmp_path / "none").startswith("There is no journal here")
    assert list(tmp_path.iterdir()) == []


def test_a_refused_command_leaves_the_journal_closed(shell: Shell, sample: tuple[object, ...]) -> None:
    shell.refuses("traits", "--trait", "dragons", *sample)
    folder = sample[1]
    assert isinstance(folder, Path)
    Journal.open(folder, None).close()


# one line for a prompt


def test_the_discreet_line_counts_what_waits_and_says_nothing_else(shell: Shell, sample: tuple[object, ...]) -> None:
    assert shell("waiting", "--discreet", *sample) == cli.DONE
    assert shell.out == "2 open, 1 of them late\n"


def test_the_discreet_line_asks_for_no_passphrase(shell: Shell, locked: tuple[str, ...]) -> None:
    assert shell("waiting", "--discreet", *locked) == cli.DONE
    assert shell.out == "2 open, 1 of them late\n"
    folder, _option, _file, *rest = locked[1:]
    assert shell.refuses("waiting", "--discreet", "--journal", folder, *rest) == options.NOT_ASKED


def test_the_discreet_line_says_when_nothing_is_open(shell: Shell, empty: tuple[object, ...]) -> None:
    assert shell("waiting", "--discreet", *empty) == cli.DONE
    assert shell.out == "Nothing open\n"
