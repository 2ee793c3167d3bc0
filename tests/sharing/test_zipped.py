"""The zip of tables: nothing is lost on the way out and back, and no spreadsheet runs what a person wrote."""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, assume, given, settings

from carecompanion.domain.book import Book
from carecompanion.domain.records import LISTS, Note, Person
from carecompanion.domain.sample import sample_book
from carecompanion.sharing.interchange import Refused, write_journal
from carecompanion.sharing.table import BEGINS_A_FORMULA
from carecompanion.sharing.zipped import read_zip, write_zip
from tests.records import any_book

NOW = datetime(2026, 3, 12, 14, 20, tzinfo=UTC)
A = "0195a3f2-5c1e-7b60-8a4d-00000000000a"


def members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zip_of(tables: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, table in tables.items():
            archive.writestr(name, table)
    return whole.getvalue()


def problems_of(content: bytes) -> tuple[str, ...]:
    with pytest.raises(Refused) as refused:
        read_zip(content)
    return refused.value.problems


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_book())
def test_any_book_comes_back_as_it_was(book: Book) -> None:
    ids = [record.id for record in book.everything()]
    assume(len(set(ids)) == len(ids))
    again = read_zip(write_zip(book, NOW))
    assert again == book
    assert write_journal(again, NOW) == write_journal(book, NOW)


def test_the_sample_journal_comes_back_as_it_was() -> None:
    book = sample_book(NOW)
    assert write_journal(read_zip(write_zip(book, NOW)), NOW) == write_journal(book, NOW)


def test_there_is_a_table_for_each_list_with_a_head_and_the_mark_of_utf_8() -> None:
    tables = members(write_zip(Book(), NOW))
    assert list(tables) == ["journal.csv", "settings.csv", *(f"{name}.csv" for name in LISTS)]
    assert all(table.startswith(b"\xef\xbb\xbf") and table.endswith(b"\r\n") for table in tables.values())
    assert tables["notes.csv"].decode("utf-8-sig") == "id,at,text,kind,written_at,by,keep_out,private\r\n"


@pytest.mark.parametrize("begins", [*BEGINS_A_FORMULA, "'", "''=", ""])
def test_no_cell_begins_as_a_formula_does_and_none_is_changed(begins: str) -> None:
    text = f'{begins}1+1 é, “so”; "x"\r\ny' if begins else ""
    book = Book().keeping(Note(id=A, at=NOW, text=text))
    content = write_zip(book, NOW)
    row = list(csv.reader(io.StringIO(members(content)["notes.csv"].decode("utf-8-sig"), newline="")))[1]
    assert not any(cell.startswith(BEGINS_A_FORMULA) for cell in row)
    assert read_zip(content) == book


def test_a_text_longer_than_a_cell_usually_is_comes_back() -> None:
    book = Book().keeping(Note(id=A, at=NOW, text="a" * 200_000))
    assert read_zip(write_zip(book, NOW)) == book


def test_a_cell_that_does_not_fit_is_named_by_its_list_and_entry() -> None:
    tables = members(write_zip(Book().keeping(Note(id=A, at=NOW, text="x")), NOW))
    tables["notes.csv"] = tables["notes.csv"].replace(b",note,", b",nonsense,").replace(b",x,", b",,")
    assert [problem.partition(":")[0] for problem in problems_of(zip_of(tables))] == [
        "notes, entry 1 (“kind”)",
        "notes, entry 1 (“text”)",
    ]


def test_a_list_that_is_missing_is_empty_and_so_are_settings() -> None:
    tables = members(write_zip(Book().keeping(Person(id=A, name="Dana", role="CPN")), NOW))
    kept = {name: tables[name] for name in ("journal.csv", "people.csv")}
    assert list(read_zip(zip_of(kept)).people) == [A]


def test_what_is_no_zip_of_a_journal_is_refused() -> None:
    tables = members(write_zip(Book(), NOW))
    whole = zip_of(tables)
    for content, sentence in (
        (b"", "damaged or locked"),
        (b"PK\x03\x04 and no more", "damaged or locked"),
        (whole[:-200], "damaged or locked"),
        (zip_of({}), "there is no journal.csv"),
        (zip_of(tables | {"journal.csv": b""}), "no names of columns"),
        (zip_of(tables | {"secrets\x1b.csv": b"a,b\r\n"}), "“secrets\N{REPLACEMENT CHARACTER}.csv” is no list"),
        (zip_of(tables | {"notes.csv": b"id,at\r\n1\r\n"}), "notes.csv, line 2: the columns"),
        (zip_of(tables | {"notes.csv": b"\xff\xfe"}), "not in UTF-8"),
        (zip_of(tables | {"journal.csv": b"format,version\r\ncarecompanion.journal,2\r\n"}), "a newer version"),
        (zip_of(tables | {"notes.csv": b'id,at\r\n"' + b"a" * 11_000_000}), "a quotation mark is out of place"),
    ):
        assert sentence in " ".join(problems_of(content)), sentence


def test_a_zip_that_swells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("carecompanion.sharing.zipped.LARGEST", 1000)
    content = write_zip(Book().keeping(Note(id=A, at=NOW, text="a" * 2000)), NOW)
    assert "too large" in problems_of(content)[0]


def test_settings_come_back() -> None:
    book = Book()
    book = book.with_settings(replace(book.settings, nation="scotland", closed_days=(NOW.date(),), gap_grace_days=9))
    assert read_zip(write_zip(book, NOW)).settings == book.settings
