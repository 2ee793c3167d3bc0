"""The commands: what they print, what they refuse with a sentence, and what they never say."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from carecompanion import __version__, afresh, cli, options
from carecompanion.domain.book import Book
from carecompanion.domain.records import Note
from carecompanion.domain.settings import Settings
from carecompanion.sharing import guidance
from carecompanion.sharing.interchange import read_journal
from carecompanion.sharing.privacy import PARTS
from carecompanion.store import Argon2Cost, Journal
from tests.tui.driving import NOW

CASES = Path(__file__).parent / "cases"
JOURNALS = ("journal-1", "journal-2")
COMMANDS = (
    *("demo", "new", "today", "waiting", "journal", "traits", "import", "export", "backup", "restore", "review"),
    *("letters", "role", "shared"),
    *("add", "change", "delete", "leave-out", "undo", "redo", "trash", "settings", "entry", "views"),
    *("passphrase", "recovery-code", "check", "where", "privacy", "help-now"),
    *("completion", "man"),
)
PASSPHRASE = "three ordinary words"
CHEAP = Argon2Cost(mebibytes=64, passes=3, lanes=1)
SECRET = "what nobody else is to read"
"""Words of a person, which no command may say when it refuses something."""

Json = dict[str, Any]


class Shell:
    """Gives commands to the program in this process, and remembers what it said."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *arguments: object) -> int:
        code = cli.main([str(argument) for argument in arguments])
        self.out, self.err = self._capsys.readouterr()
        assert "Traceback" not in self.out + self.err
        assert SECRET not in self.err
        assert PASSPHRASE not in self.out + self.err
        return code

    def refuses(self, *arguments: object) -> str:
        """The sentences with which a command is refused; it says nothing else."""
        assert self(*arguments) == cli.REFUSED
        assert self.out == ""
        return self.err.strip()


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def journal_in(folder: Path, book: Book | None = None, passphrase: str | None = None) -> Path:
    """A closed journal in the folder, holding a book."""
    book = book or Book()
    records = tuple(book.everything())
    made, _ = Journal.create(folder, passphrase, book.settings, NOW, records=records, cost=CHEAP)
    made.close()
    return folder


def passphrase_in(folder: Path, words: str = PASSPHRASE) -> Path:
    """A file with a passphrase that only its owner can read."""
    file = folder / "passphrase"
    file.write_text(f"{words}\n", encoding="utf-8")
    file.chmod(0o600)
    return file


def kept(folder: Path) -> Book:
    """What the journal in the folder holds."""
    journal = Journal.open(folder, None)
    journal.close()
    return journal.book


@cache
def case(name: str) -> str:
    return (CASES / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def journals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The worked cases, each kept in a journal."""
    place = tmp_path_factory.mktemp("cases")
    return {name: journal_in(place / name, read_journal(case(f"{name}.json"))) for name in JOURNALS}


# what it says of itself


def test_its_version_is_the_package_s(shell: Shell) -> None:
    assert shell("--version") == cli.DONE
    assert shell.out == f"carecompanion {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_does(shell: Shell, command: str) -> None:
    assert shell(command, "--help") == cli.DONE
    assert shell.out.startswith(f"usage: carecompanion {command}")
    assert "--journal" in shell.out
    assert "--hidden" not in shell.out
    assert "--again" not in shell.out


def test_help_names_every_command(shell: Shell) -> None:
    assert shell("--help") == cli.DONE
    assert all(f"\n    {command} " in shell.out for command in COMMANDS)


@pytest.mark.parametrize("argument", ["--help", "--version", "help-now", "privacy"])
def test_what_needs_neither_screen_nor_journal_imports_neither(argument: str) -> None:
    program = (
        "import sys; from carecompanion.cli import main; main(sys.argv[1:]);"
        "print(sorted({'textual', 'sqlcipher3', 'cryptography'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", program, argument], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "arguments",
    [
        *(["nonsense"], ["--nonsense"], ["import"], ["export"], ["--theme", "pink"], ["--as-of"], ["new", "x"]),
        *(["traits", "--whose", "mine"], ["traits", "--trait"], ["journal", "--find"], ["today", "x"]),
    ],
    ids=" ".join,
)
def test_wrong_usage_answers_2_and_says_how_it_is_used(shell: Shell, arguments: list[str]) -> None:
    assert shell(*arguments) == cli.MISUSED
    assert shell.out == ""
    assert shell.err.startswith("usage: carecompanion")


def test_what_this_protects_is_said_in_full_and_needs_no_journal(shell: Shell, tmp_path: Path) -> None:
    assert shell("privacy", "--journal", tmp_path / "none") == cli.DONE
    said = shell.out.splitlines()
    assert [point for part in PARTS for point in part.points] == [line for line in said if line.endswith(".")]
    assert not (tmp_path / "none").exists()


def test_help_now_needs_no_journal(shell: Shell, tmp_path: Path) -> None:
    assert shell("help-now", "--journal", tmp_path / "none") == cli.DONE
    assert shell.out == guidance.spoken_help() + "\n"
    assert "116 123" in shell.out
    assert list(tmp_path.iterdir()) == []


# setting up


def test_a_new_journal_opens_by_its_passphrase_and_by_the_code_printed(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    assert shell("new", "--journal", folder, "--passphrase-file", passphrase_in(tmp_path)) == cli.DONE
    assert folder.stat().st_mode & 0o777 == 0o700
    code = shell.out.split("\n\n")[1].strip()
    Journal.open_with_code(folder, code).close()
    Journal.open(folder, PASSPHRASE).close()
    assert "already" in shell.refuses("new", "--journal", folder, "--passphrase-file", passphrase_in(tmp_path))


def test_an_empty_passphrase_sets_nothing_up(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    said = shell.refuses("new", "--journal", folder, "--passphrase-file", passphrase_in(tmp_path, ""))
    assert said == "Nothing was set up: the passphrase is empty."
    assert not folder.exists()


# in and out


def test_out_in_and_out_again_gives_the_same_but_for_the_time_of_writing(shell: Shell, tmp_path: Path) -> None:
    passphrase, (one, other) = passphrase_in(tmp_path), (tmp_path / "one.json", tmp_path / "other.json")
    first = ("--journal", journal_in(tmp_path / "first", passphrase=PASSPHRASE), "--passphrase-file", passphrase)
    second = ("--journal", journal_in(tmp_path / "second"))
    assert shell("import", CASES / "journal-1.json", *first) == cli.DONE
    assert shell.out == "Read in: 416 records.\n"
    assert shell("export", one, *first, "--as-of", "2026-03-01T00:00Z") == cli.DONE
    assert shell.out.startswith("Written: 416 records. This file is not protected")
    assert shell("import", one, *second) == cli.DONE
    assert shell("export", other, *second, "--as-of", "2026-03-02T00:00Z") == cli.DONE
    documents: list[Json] = [json.loads(file.read_text(encoding="utf-8")) for file in (one, other)]
    assert [document.pop("exported_at")[:10] for document in documents] == ["2026-03-01", "2026-03-02"]
    assert documents[0] == documents[1]
    assert read_journal(one.read_text(encoding="utf-8")) == read_journal(case("journal-1.json"))


def test_what_is_there_already_is_not_read_in_twice(shell: Shell, tmp_path: Path) -> None:
    folder = journal_in(tmp_path / "journal")
    assert shell("import", CASES / "journal-1.json", "--journal", folder) == cli.DONE
    before = kept(folder)
    assert shell("import", CASES / "journal-1.json", "--journal", folder) == cli.DONE
    assert shell.out == "Read in: 0 records. 416 were there already.\n"
    assert kept(folder) == before


def test_an_entry_that_is_there_in_another_form_stops_the_whole_file(shell: Shell, tmp_path: Path) -> None:
    read = read_journal(case("journal-1.json"))
    first = next(iter(read.notes.values()))
    folder = journal_in(tmp_path / "journal", Book().keeping(replace(first, text=SECRET)))
    said = shell.refuses("import", CASES / "journal-1.json", "--journal", folder)
    assert said.splitlines() == [
        "Nothing of this file was kept.",
        f"  notes: the entry {first.id} is in your journal already, in another form.",
    ]
    assert list(kept(folder).everything()) == [replace(first, text=SECRET)]


def test_a_refused_file_names_every_problem_with_its_place_and_keeps_nothing(shell: Shell, tmp_path: Path) -> None:
    document: Json = json.loads(case("journal-1.json"))
    document["notes"][0] |= {"at": SECRET, "kind": SECRET, "text": SECRET}
    document["notes"][2]["id"] = document["notes"][1]["id"]
    document["attempts"][3]["contact_id"] = "00000000-0000-7000-8000-000000000000"
    document["appointments"][4]["minutes_late"] = SECRET
    document["settings"]["nation"] = SECRET
    broken = tmp_path / "broken.json"
    broken.write_text(json.dumps(document), encoding="utf-8")
    folder = journal_in(tmp_path / "journal")
    said = shell.refuses("import", broken, "--journal", folder).splitlines()
    assert said[0] == "Nothing of this file was kept: 6 problems were found in it."
    places = [problem.partition(":")[0].strip() for problem in said[1:]]
    assert places == [
        "settings (“nation”)",
        "attempts, entry 4 (“contact_id”)",
        "appointments, entry 5 (“minutes_late”)",
        "notes, entry 1 (“at”)",
        "notes, entry 1 (“kind”)",
        "notes, entry 3 (“id”)",
    ]
    assert not list(kept(folder).everything())


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (f"{SECRET}".encode(), "This is not JSON from line 1, column 1 on."),
        (json.dumps({"format": SECRET}).encode(), "This is not a journal"),
        (b'{"format": "carecompanion.journal", "version": 2}', "made by a newer version"),
        (b"[" * 100_000, "nested too deeply"),
        (b"\xff\xfe\x00", "This file is not text"),
        (b"", "This is not JSON"),
    ],
)
def test_a_file_that_is_no_journal_is_refused(shell: Shell, tmp_path: Path, content: bytes, sentence: str) -> None:
    file = tmp_path / "read.json"
    file.write_bytes(content)
    assert sentence in shell.refuses("import", file, "--journal", journal_in(tmp_path / "journal"))


def test_export_is_for_its_owner_alone_and_never_over_another_file(shell: Shell, tmp_path: Path) -> None:
    folder, target = journal_in(tmp_path / "journal"), tmp_path / "out.json"
    assert shell("export", target, "--journal", folder) == cli.DONE
    assert target.stat().st_mode & 0o777 == 0o600
    target.write_text(SECRET, encoding="utf-8")
    assert "There is a file of that name already" in shell.refuses("export", target, "--journal", folder)
    assert target.read_text(encoding="utf-8") == SECRET


@pytest.mark.parametrize("name", ["out", "out.txt", "out.json.txt", ".json", "out.JSON"])
def test_export_wants_a_name_that_says_what_to_write(shell: Shell, tmp_path: Path, name: str) -> None:
    folder = journal_in(tmp_path / "journal")
    said = shell.refuses("export", tmp_path / name, "--journal", folder)
    assert said == "Nothing was written: the name of the file has to end in .json, .zip, .csv or .ics."
    assert [path.name for path in tmp_path.iterdir()] == ["journal"]


# the figures


@pytest.mark.parametrize("place", [0, 1])
@pytest.mark.parametrize("name", JOURNALS)
def test_the_figures_agree_with_the_worked_cases(
    shell: Shell, journals: dict[str, Path], name: str, place: int
) -> None:
    expected: Json = json.loads(case(f"{name}.expected.json"))[place]
    window = ("--from", expected["from"], "--to", expected["to"], "--as-of", expected["as_of"])
    assert shell("traits", "--json", "--journal", journals[name], *window) == cli.DONE
    found: Json = json.loads(shell.out)
    measures = {measure["id"]: measure for trait in found["traits"] for measure in trait["measures"]}
    for measure_id, figures in expected["measures"].items():
        assert {key: measures[measure_id][key] for key in figures} == figures, measure_id
    assert set(measures) == set(expected["measures"])
    assert found["response_time"] == expected["response_time"]
    assert {key: found[key] for key in ("as_of", "from", "to")} == {
        key: expected[key] for key in ("as_of", "from", "to")
    }


def test_without_days_the_figures_are_those_of_three_months(shell: Shell, journals: dict[str, Path]) -> None:
    assert shell("traits", "--json", "--journal", journals["journal-1"], "--as-of", "2026-02-20T15:00") == cli.DONE
    found: Json = json.loads(shell.out)
    assert (found["from"], found["to"]) == ("2025-11-20", "2026-02-20")
    behind = [each for trait in found["traits"] for measure in trait["measures"] for each in measure["excluded"]]
    assert behind
    assert all(set(each) == {"id", "why"} for each in behind)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--as-of", "14:20"),
        ("--as-of", SECRET),
        ("--as-of", "0001-01-01T00:00"),
        ("--as-of", "9999-12-31T23:59"),
        ("--from", "12 March"),
        ("--to", "2026-02-30"),
        ("--to", "0001-01-01"),
    ],
)
def test_a_time_that_cannot_be_read_is_said_to_be(
    shell: Shell, journals: dict[str, Path], option: str, value: str
) -> None:
    said = shell.refuses("traits", "--json", "--journal", journals["journal-1"], option, value)
    assert said.startswith(f"{option} could not be read.")


def test_days_that_run_backwards_give_no_figures(shell: Shell, journals: dict[str, Path]) -> None:
    days = ("--from", "2026-02-02", "--to", "2026-02-01")
    said = shell.refuses("traits", "--json", "--journal", journals["journal-1"], *days)
    assert said == "Nothing was worked out: --from is after --to."


# what stands in the way


@pytest.mark.parametrize(
    "command", [("traits", "--json"), ("export", "out.json"), ("import", CASES / "journal-1.json")]
)
def test_where_there_is_no_journal_that_is_said(shell: Shell, tmp_path: Path, command: tuple[object, ...]) -> None:
    said = shell.refuses(*command, "--journal", tmp_path / "none")
    assert said.startswith("There is no journal here")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A journal with a passphrase and a note."""
    note = Note(id="00000000-0000-7000-8000-000000000001", at=NOW, text=SECRET)
    return journal_in(tmp_path / "locked", Book().keeping(note), PASSPHRASE)


def test_a_wrong_passphrase_is_said_in_one_sentence(shell: Shell, tmp_path: Path, locked: Path) -> None:
    wrong = passphrase_in(tmp_path, "other words")
    said = shell.refuses("traits", "--json", "--journal", locked, "--passphrase-file", wrong)
    assert said == "That did not open it. Nothing is lost – try again."


def test_a_passphrase_that_others_can_read_is_not_used(shell: Shell, tmp_path: Path, locked: Path) -> None:
    file = passphrase_in(tmp_path)
    for mode in (0o640, 0o604, 0o666):
        file.chmod(mode)
        said = shell.refuses("traits", "--json", "--journal", locked, "--passphrase-file", file)
        assert said.startswith("Others can read the passphrase file")


def test_a_passphrase_file_that_cannot_be_read_is_said_to_be(shell: Shell, tmp_path: Path, locked: Path) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(b"\xff\xfe")
    broken.chmod(0o600)
    for file in (tmp_path / "none", tmp_path, broken):
        said = shell.refuses("traits", "--json", "--journal", locked, "--passphrase-file", file)
        assert said == "The passphrase file could not be read. Nothing was opened or changed."


def test_without_a_terminal_the_passphrase_is_not_asked_for(
    shell: Shell, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(PASSPHRASE))
    assert "--passphrase-file" in shell.refuses("traits", "--json", "--journal", locked)


def test_at_a_terminal_the_passphrase_is_asked_for(shell: Shell, locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([PASSPHRASE])
    at_a_terminal(monkeypatch, answers)
    assert shell("traits", "--json", "--journal", locked) == cli.DONE
    assert next(answers, None) is None


def test_a_new_passphrase_is_typed_twice(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_a_terminal(monkeypatch, iter([PASSPHRASE, "other words"]))
    said = shell.refuses("new", "--journal", tmp_path / "journal")
    assert said == "Nothing was set up: the two were not the same. Try again."
    assert list(tmp_path.iterdir()) == []


def at_a_terminal(monkeypatch: pytest.MonkeyPatch, answers: Iterator[str]) -> None:
    """These answers are typed when a passphrase is asked for."""

    def asked(_prompt: str) -> str:
        return next(answers)

    monkeypatch.setattr(options, "getpass", asked)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)


def test_a_journal_open_elsewhere_is_said_to_be(shell: Shell, tmp_path: Path) -> None:
    folder = journal_in(tmp_path / "journal")
    journal = Journal.open(folder, None)
    assert "open in another window" in shell.refuses("traits", "--json", "--journal", folder)
    journal.close()


def test_a_command_closes_the_journal_when_it_is_refused_half_way(shell: Shell, tmp_path: Path) -> None:
    folder = journal_in(tmp_path / "journal")
    shell.refuses("export", tmp_path / "none" / "out.json", "--journal", folder)
    Journal.open(folder, None).close()


@pytest.mark.parametrize("error", [RuntimeError(SECRET), KeyError(SECRET), OSError(5, SECRET), ValueError(SECRET)])
def test_whatever_goes_wrong_only_its_kind_and_its_place_are_said(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def wrong(*_given: object) -> str:
        written = SECRET  # noqa: F841  # a local variable, which no report may show
        raise error

    monkeypatch.setattr(guidance, "spoken_help", wrong)
    first, second = shell.refuses("help-now").splitlines()
    assert first == "carecompanion had to stop. Your journal is safe, up to the last thing you saved."
    line = wrong.__code__.co_firstlineno + 2
    assert second == f"For whoever mends it: {type(error).__name__} in test_cli.py, line {line}."


@pytest.mark.parametrize("error", [KeyboardInterrupt, EOFError, BrokenPipeError])
def test_whoever_leaves_half_way_is_told_nothing(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    def left(*_given: object) -> str:
        raise error

    monkeypatch.setattr(guidance, "spoken_help", left)
    assert shell.refuses("help-now") == ""


# starting afresh


@pytest.mark.parametrize(
    ("started", "way"),
    [
        (["python", "-m", "carecompanion"], ["-m", "carecompanion"]),
        (["python", "/usr/bin/carecompanion"], ["-P", "-m", "carecompanion"]),
    ],
)
def test_starting_afresh_imports_nothing_that_lies_in_the_folder_one_is_in(
    monkeypatch: pytest.MonkeyPatch, started: list[str], way: list[str]
) -> None:
    given: list[list[str]] = []
    monkeypatch.setattr(sys, "orig_argv", started)
    monkeypatch.setattr(os, "execv", lambda _program, arguments: given.append(arguments))
    afresh.start_afresh(["--hidden"])
    assert given == [[sys.executable, *way, "--hidden"]]


def test_settings_of_an_import_are_taken_over_only_by_an_empty_journal(shell: Shell, tmp_path: Path) -> None:
    document: Json = json.loads(case("journal-1.json"))
    document["settings"]["nation"] = "scotland"
    file = tmp_path / "read.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    note = Note(id="00000000-0000-7000-8000-000000000001", at=NOW, text=SECRET)
    for book, nation in ((Book(), "scotland"), (Book().keeping(note), Settings().nation)):
        folder = journal_in(tmp_path / nation, book)
        assert shell("import", file, "--journal", folder) == cli.DONE
        assert kept(folder).settings.nation == nation
