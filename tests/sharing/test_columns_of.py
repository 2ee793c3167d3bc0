"""Tables from any spreadsheet: however they are written, and whatever their columns are called."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecompanion.domain.records import Appointment
from carecompanion.sharing.interchange import Refused
from carecompanion.sharing.reading import preview
from carecompanion.sharing.table import NO_TABLE
from tests.sharing.test_lines_in import NOW, TEAM, read


def refused(text: str | bytes, *said: str, kind: Any = None) -> str:
    with pytest.raises(Refused) as refusal:
        read(text, *said, kind=kind)
    return refusal.value.problems[0]


# tables


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_any_delimiter_and_encoding_is_found_out(delimiter: str, encoding: str, newline: str) -> None:
    rows = [["Date", "Who", "Where"], ["1/4/2026 10:30", "Zoë", f'"a{delimiter} ""b"""']]
    reading = read(newline.join(delimiter.join(row) for row in rows).encode(encoding))
    (visit,) = reading.records
    assert isinstance(visit, Appointment)
    assert (visit.with_, visit.place) == ("Zoë", f'a{delimiter} "b"')


def test_a_line_is_counted_as_an_editor_counts_it() -> None:
    reading = read('Date,Where\n"1/4/2026 10:30","two\nlines"\n\n,,\nnever,there\n')
    assert reading.found[0].place == "Line 2"
    assert reading.problems == ("Line 6: “never” is not a day with its year, as in 9/3/2026.",)


def test_a_first_line_that_names_the_delimiter_is_understood() -> None:
    reading = read("sep=;\r\nDate;Where\r\n1/4/2026 10:30;here, there\r\n")
    assert reading.found[0].place == "Line 3"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", NO_TABLE),
        (b"\n\n", NO_TABLE),
        (b"Date,Where\n", NO_TABLE),
        (b"only one column\n1\n", NO_TABLE),
        (b"a,b\n\x00,1\n", "it holds signs that no text has"),
        (b"\xff\xfea", "This is not text"),
        (b'Date,Where\n"1,2\n3,4\n', "a quotation mark is out of place"),
    ],
)
def test_what_is_no_table_is_refused(content: bytes, sentence: str) -> None:
    assert sentence in refused(content)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for head in (b"", b"Date,Where\n", b"Date,How\n", b"\xff\xfe"):
        try:
            reading = read(head + content)
        except Refused:
            continue
        assert preview(reading, TEAM, NOW)


# columns


@pytest.mark.parametrize(
    ("head", "kind", "told"),
    [
        ("Date,Time,Who,Where,Duration,Status", "appointment", "when time with place minutes status"),
        ("When;Location;Subject", "appointment", "when place about"),
        ("Start Date,Start Time,End Date,End Time,Location,Subject", "appointment", "when time place about"),
        ("Date and time,Contacted,Method,Reason,Result", "contact", "when with how about outcome"),
        ("Date,Route,What about,Reply received,Time of reply,Reply from", "contact", None),
        ("Time,How", "contact", "when how"),
    ],
)
def test_columns_are_known_by_the_words_at_their_heads(head: str, kind: str, told: str | None) -> None:
    reading = read(f"{head}\nx{';' if ';' in head else ','}y\n")
    assert reading.kind == f"{kind}s"
    expected = told or "when how about replied replied-time replied-by"
    assert " ".join(line.partition(":")[0] for line in reading.how if not line.startswith("not read")) == expected


def test_the_person_s_own_words_for_columns_come_first() -> None:
    reading = read("Datum,Zeit,Wer,Ort,Date\n1/4/2026,10:30,Dana,Clinic,x\n", *MAPPED, kind="appointments")
    assert reading.how == (
        "when: column “Datum”",
        "time: column “Zeit”",
        "with: column “Wer”",
        "status: always “planned”",
        "not read: “Ort”, “Date”",
    )


MAPPED = ("when=Datum", "time = zeit", "with=Wer", "status=planned", "place=")


@pytest.mark.parametrize(
    ("said", "kind", "sentence"),
    [
        (("when",), "contacts", "--map takes FIELD=COLUMN, and a field of contacts is one of when, time,"),
        (("colour=Date",), "appointments", "a field of appointments is one of"),
        (("with=Nobody",), "contacts", "There is no column “Nobody” for --map with."),
        (("when=",), "contacts", "No column says when it was."),
        ((), None, "Say --kind contacts (you got in touch) or --kind appointments."),
    ],
)
def test_what_the_columns_do_not_tell_is_asked_for(said: tuple[str, ...], kind: Any, sentence: str) -> None:
    assert sentence in refused("Date,Note\n1/4/2026,x\n", *said, kind=kind)
