"""Import and export through the command itself: what is shown, asked, kept, written and refused."""

import io
import json
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from carecompanion import cli, files
from carecompanion.domain.book import Book
from carecompanion.domain.records import Appointment, Person, Record
from carecompanion.domain.sample import sample_book
from carecompanion.store import Journal
from tests.test_cli import SECRET, Shell, journal_in, kept
from tests.test_cli import shell as shell  # the fixture
from tests.tui.driving import NOW

A = "0195a3f2-5c1e-7b60-8a4d-00000000000a"
DANA = Person(id=A, name="Dana Whitfield", role="CPN")
AT = ("--as-of", "2026-03-12T14:20:00Z")
TABLE = "Date,Time,Who,Where,Notes\n1/4/2026,10:30,Dana Whitfield,Clinic,\n9/3/2026,9:15,Dr Who,,{secret}\n"
CONTACTS = "Date,Who,How,Subject,Reply date\n9/3/2026 9:15,Dana Whitfield,text,The letter,10/3/2026\n"
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//test//EN
BEGIN:VEVENT
UID:a
DTSTART;TZID=Europe/London:20260322T093000
RRULE:FREQ=WEEKLY;COUNT=2
SUMMARY:Dana Whitfield
END:VEVENT
{more}END:VCALENDAR
"""
WHOLE_DAY = "BEGIN:VEVENT\nUID:b\nDTSTART;VALUE=DATE:20260401\nSUMMARY:{secret}\nEND:VEVENT\n"


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return journal_in(tmp_path / "journal", Book().keeping(DANA))


def written(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text.replace("{secret}", SECRET).replace("{more}", ""), encoding="utf-8")
    return file


def typed(monkeypatch: pytest.MonkeyPatch, answer: str, *, terminal: bool = True) -> None:
    """This is what stands on standard input."""
    stream = io.StringIO(answer)
    monkeypatch.setattr(stream, "isatty", lambda: terminal)
    monkeypatch.setattr(sys, "stdin", stream)


def visits(folder: Path) -> list[Appointment]:
    return sorted(kept(folder).appointments.values(), key=lambda visit: visit.planned_at)


# tables


def test_a_table_is_shown_and_kept_in_one_go_when_the_answer_is_yes(
    shell: Shell, journal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path, "visits.csv", TABLE)
    goes: list[int] = []
    keep = Journal.keep

    def counting(journal: Journal, *records: Record, at: datetime) -> None:
        goes.append(len(records))
        keep(journal, *records, at=at)

    monkeypatch.setattr(Journal, "keep", counting)
    typed(monkeypatch, "Yes\n")
    assert shell("import", file, "--journal", journal, *AT) == cli.DONE
    assert shell.out.startswith("Read as appointments:\n  when: column “Date”\n")
    assert "  Line 2: Wednesday 1 April 10:30 · with Dana · Clinic · planned\n" in shell.out
    assert shell.out.endswith("\nKept: 2 appointments.\n")
    assert shell.err == "Keep these 2 appointments? yes/no (no): "
    assert goes == [2]
    assert [(visit.person_id, visit.with_, visit.note) for visit in visits(journal)] == [
        (None, "Dr Who", SECRET),
        (A, None, None),
    ]


@pytest.mark.parametrize("answer", ["no\n", "\n", "", "yes please\n", "keep\n"])
def test_any_other_answer_keeps_nothing(
    shell: Shell, journal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    typed(monkeypatch, answer)
    assert shell("import", written(tmp_path, "visits.csv", TABLE), "--journal", journal, *AT) == cli.DONE
    assert shell.out.endswith("\nNothing was kept. Your journal is as it was.\n")
    assert not visits(journal)


def test_without_a_terminal_nothing_is_kept_unasked(
    shell: Shell, journal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "yes\n", terminal=False)
    file = written(tmp_path, "visits.csv", TABLE)
    assert shell("import", file, "--journal", journal, *AT) == cli.REFUSED
    assert shell.err.startswith("Nothing was kept: there is no terminal to ask at.")
    assert "2 appointments to keep:" in shell.out
    assert not visits(journal)


def test_the_same_table_again_adds_nothing(shell: Shell, journal: Path, tmp_path: Path) -> None:
    for name, text in (("visits.csv", TABLE), ("contacts.csv", CONTACTS), ("calendar.ics", CALENDAR)):
        file = written(tmp_path, name, text)
        assert shell("import", file, "--journal", journal, "--yes", *AT) == cli.DONE
        assert "\nKept: " in shell.out
        once = kept(journal)
        assert shell("import", file, "--journal", journal, "--yes", *AT) == cli.DONE
        assert "in your journal already, or twice in the file; left out:" in shell.out
        assert shell.out.endswith("\nNothing of this file is new. Your journal is as it was.\n")
        assert kept(journal) == once


def test_contacts_are_kept_with_their_attempts_and_replies(shell: Shell, journal: Path, tmp_path: Path) -> None:
    file = written(tmp_path, "contacts.csv", CONTACTS)
    assert shell("import", file, "--journal", journal, "--yes", *AT) == cli.DONE
    assert shell.out.endswith("\nKept: 1 contact.\n")
    book = kept(journal)
    (contact,) = book.contacts.values()
    assert contact.about == "The letter"
    assert [attempt.to_person_id for attempt in book.attempts_of(contact.id)] == [A]
    assert [reply.at for reply in book.replies_to(contact.id)] == [datetime(2026, 3, 10, 12, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("visits.csv", TABLE + "31/02/2026,9:00,{secret},,\n", "  Line 4: “31/02/2026” is not a day.\n"),
        ("visits.csv", TABLE + "{secret},9:00,,,\n", f"  Line 4: “{SECRET}” is not a day with its year"),
        ("calendar.ics", CALENDAR.replace("{more}", WHOLE_DAY), f"  Event 2 (“{SECRET}”): it lasts all day"),
    ],
)
def test_one_problem_refuses_the_whole_file_unless_it_may_be_left_out(
    shell: Shell, journal: Path, tmp_path: Path, name: str, text: str, problem: str
) -> None:
    asked = ("import", written(tmp_path, name, text), "--journal", journal, "--yes", *AT)
    assert shell(*asked) == cli.REFUSED
    assert problem in shell.out
    assert shell.err.startswith("Nothing of this file was kept: 1 problem stood in it. Your journal is as it was.")
    assert not visits(journal)
    assert shell(*asked, "--skip-problems") == cli.DONE
    assert shell.out.endswith("\nKept: 2 appointments.\n")


def test_what_the_columns_are_can_be_said(shell: Shell, journal: Path, tmp_path: Path) -> None:
    file = written(tmp_path, "termine.csv", "Tag;Uhr;Wer\n1/4/2026;10:30;Dana Whitfield\n")
    refused = shell.refuses("import", file, "--journal", journal, *AT)
    assert "Say --kind contacts (you got in touch) or --kind appointments." in refused
    said = ("--kind", "appointments", "--map", "when=Tag", "--map", "time=Uhr", "--map", "with=Wer")
    assert shell("import", file, "--journal", journal, *AT, "--yes", *said) == cli.DONE
    assert [(visit.person_id, visit.planned_at) for visit in visits(journal)] == [
        (A, datetime(2026, 4, 1, 9, 30, tzinfo=UTC))
    ]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.csv", SECRET.encode(), "This is not a table"),
        ("a.CSV", b"\x00\x01,\x02\n1,2\n", "it holds signs that no text has"),
        ("a.ics", SECRET.encode(), "This is not a calendar file"),
        ("a.zip", SECRET.encode(), "This zip is damaged or locked"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(
    shell: Shell, journal: Path, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    said = shell.refuses("import", file, "--journal", journal, "--yes")
    assert said.startswith("Nothing of this file was kept: 1 problem was found in it.\n")
    assert sentence in said


@pytest.mark.parametrize("name", ["a.csv", "a.ics", "a.zip"])
def test_a_file_that_is_not_there_or_too_large_is_refused(
    shell: Shell, journal: Path, tmp_path: Path, name: str
) -> None:
    assert shell.refuses("import", tmp_path / name, "--journal", journal).startswith("There is no such file.")
    (tmp_path / name).write_bytes(b"a" * (files.LARGEST + 1))
    assert "larger than 50 MB" in shell.refuses("import", tmp_path / name, "--journal", journal)


def test_columns_are_not_asked_of_a_calendar(shell: Shell, journal: Path, tmp_path: Path) -> None:
    file = written(tmp_path, "calendar.ics", CALENDAR)
    for said in (("--map", "when=Date"), ("--kind", "contacts")):
        assert "this is a calendar" in shell.refuses("import", file, "--journal", journal, *said)


# the zip


def test_a_zip_reads_in_as_the_json_journal_does(shell: Shell, tmp_path: Path) -> None:
    first = journal_in(tmp_path / "first", sample_book(NOW))
    zipped, one, other = (tmp_path / name for name in ("out.zip", "one.json", "other.json"))
    assert shell("export", zipped, "--journal", first, *AT) == cli.DONE
    said = shell.out
    assert shell("export", one, "--journal", first, *AT) == cli.DONE
    assert shell.out == said
    assert zipped.stat().st_mode & 0o777 == 0o600
    second = journal_in(tmp_path / "second")
    assert shell("import", zipped, "--journal", second) == cli.DONE
    assert shell.out.startswith("Read in: ")
    assert shell("import", zipped, "--journal", second) == cli.DONE
    assert shell.out.startswith("Read in: 0 records.")
    assert shell("export", other, "--journal", second, *AT) == cli.DONE
    assert json.loads(one.read_text(encoding="utf-8")) == json.loads(other.read_text(encoding="utf-8"))


def test_tables_of_a_whole_journal_go_together_into_a_zip(shell: Shell, journal: Path, tmp_path: Path) -> None:
    assert shell("export", tmp_path / "out.csv", "--journal", journal) == cli.DONE
    assert "A journal is many tables, one for each list, so they went together into out.zip." in shell.out
    assert not (tmp_path / "out.csv").exists()
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert "people.csv" in archive.namelist()
    assert "There is a file of that name already" in shell.refuses("export", tmp_path / "out.csv", "--journal", journal)


@pytest.mark.parametrize("name", ["out.zip", "out.ics"])
def test_an_export_is_never_written_over_another_file(shell: Shell, tmp_path: Path, name: str) -> None:
    there = tmp_path / name
    there.write_text(SECRET, encoding="utf-8")
    folder = journal_in(tmp_path / "with a visit", Book().keeping(Appointment(id=A, planned_at=NOW)))
    assert "There is a file of that name already" in shell.refuses("export", there, "--journal", folder, "--all")
    assert there.read_text(encoding="utf-8") == SECRET


# the calendar


def test_a_calendar_says_no_more_than_it_is_told_to(shell: Shell, tmp_path: Path) -> None:
    when = datetime(2026, 3, 29, 8, 30, tzinfo=UTC)
    visit = Appointment(id=A[:-1] + "b", planned_at=when, person_id=A, place=SECRET, note=SECRET, private=SECRET)
    folder = journal_in(tmp_path / "journal", Book().keeping(DANA, visit))
    target = tmp_path / "out.ics"
    assert shell("export", target, "--journal", folder, *AT) == cli.DONE
    assert shell.out.startswith("Written: 1 appointment. This file is not protected")
    assert target.stat().st_mode & 0o777 == 0o600
    text = target.read_text(encoding="utf-8")
    assert "SUMMARY:Appointment\n" in text
    assert "DTSTART:20260329T083000Z" in text
    assert not any(word in text for word in (SECRET, "Dana"))
    named = tmp_path / "named.ics"
    assert shell("export", named, "--journal", folder, *AT, "--title", "Coffee", "--say-who") == cli.DONE
    assert "SUMMARY:Coffee with Dana" in named.read_text(encoding="utf-8")


def test_where_nothing_is_planned_no_calendar_is_written(shell: Shell, journal: Path, tmp_path: Path) -> None:
    said = shell.refuses("export", tmp_path / "out.ics", "--journal", journal, *AT)
    assert said.startswith("Nothing was written: nothing is planned ahead.")
    assert not (tmp_path / "out.ics").exists()


@pytest.mark.parametrize("suffix", [".csv", ".ics", ".zip"])
def test_the_real_command_reads_in_without_the_network_or_a_warning(tmp_path: Path, suffix: str) -> None:
    folder = journal_in(tmp_path / "journal")
    other = journal_in(tmp_path / "other", Book().keeping(DANA, Appointment(id=A[:-1] + "b", planned_at=NOW)))
    file = tmp_path / f"in{suffix}"
    ours = [sys.executable, "-W", "error", "-m", "carecompanion"]
    if suffix == ".csv":
        written(tmp_path, file.name, TABLE)
    else:
        subprocess.run([*ours, "export", file, "--journal", other, "--all"], check=True, capture_output=True)
    ran = subprocess.run([*ours, "import", file, "--journal", folder, "--yes"], capture_output=True, text=True)
    said = ran.stderr.replace("Making a backup of your journal first …\n", "")  # where that takes over a second
    assert (ran.returncode, said) == (0, "")
    assert kept(folder).appointments


def test_the_zip_is_one_any_program_opens(shell: Shell, journal: Path, tmp_path: Path) -> None:
    assert shell("export", tmp_path / "out.zip", "--journal", journal) == cli.DONE
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert archive.testzip() is None
        assert archive.read("people.csv").decode("utf-8-sig").splitlines()[1].startswith(f"{A},Dana Whitfield,CPN,")
