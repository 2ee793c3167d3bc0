"""The commands about keys: what opens the journal after them, and what they never show."""

import io
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from carecompanion import cli, options
from carecompanion.domain.book import Book
from carecompanion.domain.records import Note
from carecompanion.domain.settings import Settings
from carecompanion.store import (
    ForeignCode,
    Journal,
    WrongPassphrase,
    files,
    needs_passphrase,
)
from tests.in_a_terminal import Terminal, carecompanion, environment
from tests.test_cli import CHEAP, PASSPHRASE, SECRET, Shell, at_a_terminal, journal_in, passphrase_in
from tests.tui.driving import NOW

NEW = "other words than before"
NOTE = Note(id="00000000-0000-7000-8000-000000000001", at=NOW, text=SECRET)
AS_OF = ("--as-of", "2026-03-20T12:00")


@pytest.fixture(autouse=True)
def cheap_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """The least work that a passphrase may take."""
    for module in ("keys", "own_keys"):
        monkeypatch.setattr(f"carecompanion.store.{module}.Argon2Cost", lambda: CHEAP)


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], str]:
    """The files of a journal with a passphrase and a note, and its recovery code."""
    folder = tmp_path_factory.mktemp("made") / "journal"
    journal, code = Journal.create(folder, PASSPHRASE, Settings(), NOW, records=(NOTE,), cost=CHEAP)
    journal.close()
    return {path.name: path.read_bytes() for path in folder.iterdir()}, code


@pytest.fixture
def folder(tmp_path: Path, made: tuple[dict[str, bytes], str]) -> Path:
    """A fresh copy of it."""
    (tmp_path / "journal").mkdir()
    for name, content in made[0].items():
        (tmp_path / "journal" / name).write_bytes(content)
    return tmp_path / "journal"


@pytest.fixture
def code(made: tuple[dict[str, bytes], str]) -> str:
    return made[1]


@pytest.fixture
def opens(folder: Path, tmp_path: Path) -> tuple[object, ...]:
    """The options that open it."""
    return ("--journal", folder, "--passphrase-file", passphrase_in(tmp_path))


def new_in(folder: Path, words: str = NEW) -> tuple[object, ...]:
    """The option with a new passphrase."""
    (folder / "new").mkdir(exist_ok=True)
    return ("--new-passphrase-file", passphrase_in(folder / "new", words))


def piped(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{words}\n"))


def code_in(said: str) -> str:
    return said.split("\n\n")[1].strip()


# the passphrase


def test_the_passphrase_is_changed_from_two_files(
    shell: Shell, opens: tuple[object, ...], folder: Path, tmp_path: Path, code: str
) -> None:
    assert shell("passphrase", *opens, *new_in(tmp_path)) == cli.DONE
    assert shell.out.startswith("Your passphrase is changed. Your recovery code stays the same.")
    with pytest.raises(WrongPassphrase):
        Journal.open(folder, PASSPHRASE)
    Journal.open(folder, NEW).close()
    Journal.open_with_code(folder, code).close()


def test_it_is_changed_at_a_terminal_by_typing_the_old_and_twice_the_new(
    shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_a_terminal(monkeypatch, iter([PASSPHRASE, NEW, NEW]))
    assert shell("passphrase", "--journal", folder) == cli.DONE
    Journal.open(folder, NEW).close()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ([PASSPHRASE, NEW, "another"], "Nothing was changed: the two were not the same. Try again."),
        ([PASSPHRASE, ""], "Nothing was changed: the passphrase is empty."),
    ],
)
def test_a_new_one_that_is_not_sure_changes_nothing(
    shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch, typed: list[str], said: str
) -> None:
    at_a_terminal(monkeypatch, iter(typed))
    assert shell.refuses("passphrase", "--journal", folder) == said
    Journal.open(folder, PASSPHRASE).close()


def test_a_wrong_passphrase_file_changes_nothing(shell: Shell, folder: Path, tmp_path: Path) -> None:
    wrong = ("--passphrase-file", passphrase_in(tmp_path, "not it"))
    said = shell.refuses("passphrase", "--journal", folder, *wrong, *new_in(tmp_path))
    assert said == "That did not open it. Nothing is lost – try again."
    Journal.open(folder, PASSPHRASE).close()


def test_forgotten_it_is_changed_by_the_recovery_code(
    shell: Shell, folder: Path, tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    piped(monkeypatch, code.lower())
    assert shell("passphrase", "--forgotten", "--journal", folder, *new_in(tmp_path)) == cli.DONE
    assert code not in shell.out + shell.err
    Journal.open(folder, NEW).close()


def test_an_open_journal_gets_a_passphrase_and_a_new_code(shell: Shell, tmp_path: Path) -> None:
    folder = journal_in(tmp_path / "open", Book().keeping(NOTE))
    assert shell("passphrase", "--journal", folder, *new_in(tmp_path)) == cli.DONE
    assert shell.out.startswith("Your journal has a passphrase now, and a new recovery code, shown only now:")
    assert needs_passphrase(folder)
    journal = Journal.open_with_code(folder, code_in(shell.out))
    assert list(journal.book.everything()) == [NOTE]
    journal.close()


# waiting after a wrong one


def test_at_a_terminal_a_wrong_passphrase_is_asked_for_again_after_a_growing_wait(
    shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    prompts: list[str] = []
    answers = iter(["not it", "nor this", "or that", PASSPHRASE])

    def typed(prompt: str) -> str:
        prompts.append(prompt)
        return next(answers)

    at_a_terminal(monkeypatch, answers)
    monkeypatch.setattr(options, "getpass", typed)
    monkeypatch.setattr(options, "wait", waited.append)
    monkeypatch.setattr(options, "monotonic", lambda: 100.0)
    assert shell("today", "--journal", folder, *AS_OF) == cli.DONE
    assert waited == [0.0, 1.0, 2.0, 4.0]
    assert [prompt.rpartition("– ")[2] for prompt in prompts] == [
        "Passphrase: ",
        "try again in 1 second.\nPassphrase: ",
        "try again in 2 seconds.\nPassphrase: ",
        "try again in 4 seconds.\nPassphrase: ",
    ]


def test_who_takes_longer_to_type_than_the_wait_does_not_wait(
    shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    clock = iter([100.0, 100.0, 107.5])
    monkeypatch.setattr(options, "wait", waited.append)
    monkeypatch.setattr(options, "monotonic", lambda: next(clock))
    at_a_terminal(monkeypatch, iter(["not it", PASSPHRASE]))
    assert shell("today", "--journal", folder, *AS_OF) == cli.DONE
    assert waited == [0.0, 0.0]


# the recovery code


def test_a_new_code_is_made_and_printed_once(shell: Shell, opens: tuple[object, ...], folder: Path, code: str) -> None:
    assert shell("recovery-code", "--yes", *opens) == cli.DONE
    new = code_in(shell.out)
    with pytest.raises(ForeignCode):
        Journal.open_with_code(folder, code)
    journal = Journal.open_with_code(folder, new)
    assert list(journal.book.everything()) == [NOTE]
    journal.close()
    Journal.open(folder, PASSPHRASE).close()


@pytest.mark.parametrize(("answer", "is_made"), [("yes", True), ("y", True), ("no", False), ("", False)])
def test_before_a_new_code_is_made_it_is_asked(
    shell: Shell,
    opens: tuple[object, ...],
    folder: Path,
    code: str,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    is_made: bool,
) -> None:
    piped(monkeypatch, answer)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert shell("recovery-code", *opens) == cli.DONE
    assert "then opens nothing but older copies" in shell.err
    assert ("shown only now" in shell.out) is is_made
    if not is_made:
        Journal.open_with_code(folder, code).close()


def test_without_a_terminal_to_ask_at_no_new_code_is_made(
    shell: Shell, opens: tuple[object, ...], folder: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    piped(monkeypatch, "yes")
    assert "--yes makes a new recovery code" in shell.refuses("recovery-code", *opens)
    Journal.open_with_code(folder, code).close()


def test_a_code_is_said_to_be_right_and_the_day_is_kept(
    shell: Shell, folder: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    piped(monkeypatch, code)
    assert shell("recovery-code", "--check", "--journal", folder, *AS_OF) == cli.DONE
    assert shell.out == "This recovery code is right: it opens your journal.\n"
    journal = Journal.open(folder, PASSPHRASE)
    checked = journal.code_dates().checked_at
    journal.close()
    assert checked is not None
    assert checked.date().isoformat() == "2026-03-20"


def test_a_wrong_group_of_a_code_is_named_and_a_foreign_code_told(
    shell: Shell, folder: Path, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    groups = code.split("-")
    groups[2] = groups[2][:-1] + ("0" if groups[2][-1] != "0" else "1")
    piped(monkeypatch, "-".join(groups))
    said = shell.refuses("recovery-code", "--check", "--journal", folder)
    assert said.startswith("The third group of this recovery code has a slip in it.")
    other, foreign = Journal.create(tmp_path / "other", None, Settings(), NOW)
    other.close()
    piped(monkeypatch, foreign)
    said = shell.refuses("recovery-code", "--check", "--journal", folder)
    assert said.startswith("This recovery code belongs to another journal")


# the check


def test_a_check_says_what_was_read_and_when_the_code_was_checked(
    shell: Shell, opens: tuple[object, ...], folder: Path
) -> None:
    assert shell("check", *opens, *AS_OF) == cli.DONE
    assert shell.out.splitlines() == [
        "Your journal is whole: every page of its file was checked, and every record read, 1 in all.",
        "Both copies of the key file are whole.",
        "Your recovery code was made on Thursday 12 March, and not checked since.",
    ]
    journal = Journal.open(folder, PASSPHRASE)
    journal.note_code_checked(NOW + timedelta(days=2))
    journal.close()
    assert shell("check", *opens, *AS_OF) == cli.DONE
    assert shell.out.endswith("made on Thursday 12 March, and last checked on Saturday 14 March.\n")


@pytest.mark.parametrize("name", files.KEYS)
@pytest.mark.parametrize("spoiled", [None, b"", b"not a key file"])
def test_a_check_makes_a_spoiled_copy_of_the_key_file_anew_and_says_so(
    shell: Shell, opens: tuple[object, ...], folder: Path, name: str, spoiled: bytes | None
) -> None:
    (folder / name).unlink()
    if spoiled is not None:
        (folder / name).write_bytes(spoiled)
    assert shell("check", *opens) == cli.DONE
    assert "One copy of the key file was damaged, missing or out of date. It was made anew" in shell.out
    assert len({(folder / twin).read_bytes() for twin in files.KEYS}) == 1


def test_a_check_of_a_damaged_journal_is_refused_with_what_to_do(
    shell: Shell, opens: tuple[object, ...], folder: Path
) -> None:
    content = bytearray((folder / files.JOURNAL).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / files.JOURNAL).write_bytes(content)
    assert shell.refuses("check", *opens).startswith("This journal file is damaged")


# where


def test_where_names_every_file_and_opens_nothing(shell: Shell, folder: Path) -> None:
    (folder / "letter.txt").write_text(SECRET)
    for name in ("attic", files.BACKUPS, f"{files.SET_ASIDE}-2026-03-09T091200Z"):
        (folder / name).mkdir()
    before = {path: path.stat().st_atime_ns for path in folder.iterdir() if path.name.startswith("journal")}
    assert shell("where", "--journal", folder) == cli.DONE
    first, *rest = shell.out.splitlines()
    assert first == f"Your journal lies in {folder}"
    assert [line.partition(":")[0] for line in rest] == [
        *("backups", "journal.db", "journal.keys", "journal.keys2", "journal.lock"),
        *("attic", "letter.txt", "set-aside-2026-03-09T091200Z"),
    ]
    assert rest[0] == "backups: backups of the journal, encrypted as it is (a folder)"
    assert rest[1].startswith("journal.db: the journal, encrypted (")
    assert rest[1].endswith(" kB)")
    assert rest[-3] == "attic: not one of the journal’s own (a folder)"
    assert rest[-1].endswith("Z: a journal that was set aside, encrypted (a folder)")
    assert rest[-2] == f"letter.txt: not one of the journal’s own ({len(SECRET)} bytes)"
    assert {path: path.stat().st_atime_ns for path in before} == before


def test_where_nothing_is_yet_is_said(shell: Shell, tmp_path: Path) -> None:
    assert shell("where", "--journal", tmp_path / "none") == cli.DONE
    assert shell.out.splitlines() == [f"Your journal would lie in {tmp_path / 'none'}", "There is nothing there yet."]
    (tmp_path / "empty").mkdir()
    assert shell("where", "--journal", tmp_path / "empty") == cli.DONE
    assert shell.out.endswith("It is empty.\n")


def test_where_imports_neither_screen_nor_database(folder: Path) -> None:
    program = (
        "import sys; from carecompanion.cli import main; main(sys.argv[1:]);"
        "print(sorted({'textual', 'sqlcipher3', 'cryptography'} & set(sys.modules)))"
    )
    arguments = [sys.executable, "-c", program, "where", "--journal", str(folder)]
    ran = subprocess.run(arguments, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("command", ["passphrase", "recovery-code", "check"])
def test_without_a_journal_that_is_said(shell: Shell, tmp_path: Path, command: str) -> None:
    assert shell.refuses(command, "--journal", tmp_path / "none").startswith("There is no journal here")
    assert not list(tmp_path.iterdir())


# in a terminal of its own


@pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")  # the child does nothing but exec
def test_at_a_real_terminal_nothing_that_is_typed_shows(folder: Path, tmp_path: Path) -> None:
    command = carecompanion("passphrase", "--journal", folder)
    with Terminal(command, environment(tmp_path)) as program:
        program.says("Passphrase:")
        program.press(b"not it\n")
        program.says("try again in 1 second.")
        program.press(f"{PASSPHRASE}\n".encode())
        program.says("New passphrase:")
        program.press(f"{NEW}\n".encode())
        program.says("The same once more:")
        program.press(f"{NEW}\n".encode())
        program.says("Your passphrase is changed.")
        assert program.ended() == 0
        for secret in ("not it", PASSPHRASE, NEW):
            assert secret.encode() not in program.written
    Journal.open(folder, NEW).close()


def test_no_secret_is_left_in_any_file(
    shell: Shell, opens: tuple[object, ...], folder: Path, tmp_path: Path, code: str
) -> None:
    assert shell("recovery-code", "--yes", *opens) == cli.DONE
    new = code_in(shell.out)
    assert shell("passphrase", *opens, *new_in(tmp_path)) == cli.DONE
    for path in filter(Path.is_file, folder.rglob("*")):
        content = path.read_bytes()
        for secret in (PASSPHRASE, NEW, SECRET, code, new, code.replace("-", ""), new.replace("-", "")):
            assert secret.encode() not in content, path.name
            assert secret.encode("utf-16-le") not in content, path.name
