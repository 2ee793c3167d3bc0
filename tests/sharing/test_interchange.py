"""The JSON journal: nothing is lost on the way out and back; a bad file is refused with every problem in its place."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from carecompanion.domain.book import Book
from carecompanion.domain.records import LISTS, Agreement, Attempt, Contact, Note, Person, Reply
from carecompanion.sharing.fields import fields_of
from carecompanion.sharing.interchange import Refused, read_journal, write_journal
from tests.records import any_book

NOW = datetime(2026, 3, 12, 14, 20, tzinfo=UTC)
NINE = datetime(2026, 3, 9, 9, tzinfo=UTC)
CASES = sorted((Path(__file__).parent.parent / "cases").glob("journal-?.json"))

A, B, C, D = (f"0195a3f2-5c1e-7b60-8a4d-00000000000{digit}" for digit in "abcd")
NOWHERE = "0195a3f2-5c1e-7b60-8a4d-ffffffffffff"
PERSON = {"id": A, "name": "Dana Whitfield", "role": "CPN"}
CONTACT = {"id": B, "about": "The letter to my GP"}
ATTEMPT = {"id": C, "contact_id": B, "at": "2026-03-09T09:00:00+00:00", "route": "text", "outcome": "sent"}


def journal(**parts: Any) -> str:
    return json.dumps({"format": "carecompanion.journal", "version": 1, "settings": {"nation": "scotland"}} | parts)


def problems_of(text: str) -> tuple[str, ...]:
    with pytest.raises(Refused) as refused:
        read_journal(text)
    return refused.value.problems


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_book())
def test_any_book_comes_back_as_it_was(book: Book) -> None:
    ids = [record.id for record in book.everything()]
    assume(len(set(ids)) == len(ids))
    text = write_journal(book, NOW)
    again = read_journal(text)
    assert again == book
    assert [record.id for record in again.everything()] == ids
    assert write_journal(again, NOW) == text


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_the_case_journals_keep_every_word(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    book = read_journal(text)
    written = write_journal(book, NOW)
    assert read_journal(written) == book
    theirs, ours = json.loads(text), json.loads(written)
    for name in LISTS:
        for entry, kept in zip(theirs.get(name, ()), ours[name], strict=True):
            assert entry.items() <= kept.items() if name != "updates" else entry == kept
            assert kept.keys() - entry.keys() <= {"due_at"}


@pytest.mark.parametrize(
    "words",
    [
        "[bold]brackets[/] [/] [@click=app.quit]",
        "🧡 👩🏽‍⚕️ é",
        "مرحبا \u202eעברית\u202c",
        "\r\n\t \u2028\u0085",
        "".join(map(chr, range(32))) + "\x7f\x9b31m",
        "\x00",
        "",
        "x" * 100_000,
    ],
)
def test_whatever_was_written_comes_back_letter_for_letter(words: str) -> None:
    book = Book().keeping(Note(id=A, at=NINE, text=words, private=words))
    assert read_journal(write_journal(book, NOW)) == book


def test_the_document_looks_as_documented() -> None:
    reply = Reply(id=D, contact_id=B, at=NINE, kind="message", by="duty desk", written_by="Jo", settled="yes")
    contact = Contact(id=B, about="Friday", written_by="me", keep_out=True)
    attempt = Attempt(
        id=C, contact_id=B, at=NINE.astimezone(timezone(timedelta(hours=1))), route="text", outcome="sent"
    )
    written = json.loads(write_journal(Book().keeping(contact, attempt, reply), NOW))
    assert list(written) == ["format", "version", "exported_at", "settings", *LISTS]
    assert written["exported_at"] == "2026-03-12T14:20:00+00:00"
    assert written["contacts"] == [{"id": B, "about": "Friday", "by": "me", "keep_out": True}]
    assert written["attempts"] == [ATTEMPT]
    expected = {"id": D, "contact_id": B, "at": ATTEMPT["at"], "kind": "message", "by": "duty desk", "settled": "yes"}
    assert written["replies"] == [expected | {"written_by": "Jo"}]


def test_lists_and_optional_fields_may_be_missing_or_null() -> None:
    assert read_journal('{"format": "carecompanion.journal", "version": 1}') == Book()
    assert read_journal("\ufeff" + journal(people=[PERSON | {"phone": None, "keep_out": None}])).people[A].phone is None


def test_ids_and_instants_are_read_in_any_spelling() -> None:
    text = journal(people=[PERSON | {"id": A.upper(), "written_at": "2026-03-09 10:00+0100"}])
    assert read_journal(text).people[A].written_at == NINE


AGREED = {"id": D, "starts_on": "2026-01-05", "routes": ["text"], "reply_within": 24, "reply_unit": "hours"}


def test_a_missing_due_time_is_worked_out_and_one_that_is_there_is_kept() -> None:
    kept = "2026-03-09T11:20:00+00:00"
    for contact, expected in (
        (CONTACT, NINE + timedelta(days=1)),
        (CONTACT | {"due_at": kept}, datetime.fromisoformat(kept)),
    ):
        book = read_journal(journal(contacts=[contact], attempts=[ATTEMPT], agreements=[AGREED]))
        assert book.contacts[B].due_at == expected


def test_a_contact_that_had_no_due_time_gets_none_from_a_later_agreement() -> None:
    book = read_journal(journal(contacts=[CONTACT], attempts=[ATTEMPT]))
    since = Agreement(id=D, starts_on=date(2026, 1, 5), routes=("text",), reply_within=24)
    book = book.keeping(since)
    text = write_journal(book, NOW)
    assert json.loads(text)["contacts"] == [CONTACT | {"no_due_at": True}]
    assert read_journal(text) == book


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "This is not JSON from line 1, column 1 on."),
        ('{"format":\n "care', "This is not JSON from line 2, column 2 on."),
        ("[" * 100_000, "This cannot be read: it is nested too deeply, or a number in it is too long."),
        ("1" * 5000, "This cannot be read: it is nested too deeply, or a number in it is too long."),
        ("[]", "This is not a journal: its “format” has to be “carecompanion.journal”."),
        ('{"format": "other"}', "This is not a journal: its “format” has to be “carecompanion.journal”."),
        (journal(version="1"), "version: the number 1 is needed here."),
        (journal(version=True), "version: the number 1 is needed here."),
        (
            journal(version=2, people=7),
            "This journal was made by a newer version of carecompanion: that version can read it.",
        ),
    ],
)
def test_what_is_no_journal_is_refused_with_one_reason(text: str, problem: str) -> None:
    assert problems_of(text) == (problem,)


@pytest.mark.parametrize(
    ("part", "problem"),
    [
        ({"postcards": []}, "the journal (“postcards”): this version of carecompanion does not know this list."),
        ({"people": {}}, "people: a list, in [ ], is needed here."),
        ({"people": ["Dana"]}, "people, entry 1: fields and their values, in { }, are needed here."),
        ({"exported_at": "now"}, "exported_at: an instant is needed here, as in 2026-03-09T09:12:00+00:00."),
        ({"settings": {}}, "settings (“nation”): this is missing."),
        ({"settings": []}, "settings: fields and their values, in { }, are needed here."),
        (
            {"settings": {"nation": "scotland", "time_zone": "Mars"}},
            "settings (“time_zone”): this computer does not know that time zone.",
        ),
        (
            {"settings": {"nation": "wales"}},
            "settings (“nation”): one of these words is needed here: england_and_wales, scotland, northern_ireland.",
        ),
    ],
)
def test_what_lies_round_the_entries_is_checked(part: dict[str, Any], problem: str) -> None:
    assert problem in problems_of(journal(**part))


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ({"people": [PERSON, PERSON]}, "people, entry 2 (“id”): this id already stands at people, entry 1."),
        ({"people": [PERSON | {"id": B}]}, "contacts, entry 1 (“id”): this id already stands at people, entry 1."),
        ({"attempts": []}, "contacts, entry 1: this says nothing of how and when you got in touch."),
        (
            {"contacts": [CONTACT | {"closed_at": "2026-03-09T08:59:00Z"}]},
            "contacts, entry 1 (“closed_at”): this was closed before you first got in touch.",
        ),
        (
            {"replies": [{"id": D, "contact_id": B, "at": "2026-03-09T08:59:00Z", "kind": "spoke"}]},
            "replies, entry 1 (“at”): this reply is from before you first got in touch.",
        ),
        (
            {"coordinations": [{"id": key, "person_id": A, "began_on": "2026-01-01"} for key in (D, NOWHERE)]},
            "coordinations, entry 2 (“began_on”): somebody else was co-ordinator on one of these days.",
        ),
        (
            {"agreements": [AGREED, AGREED | {"id": NOWHERE}]},
            "agreements, entry 2 (“starts_on”): another agreement starts on the same day.",
        ),
    ],
)
def test_entries_that_cannot_all_be_so_are_named(parts: dict[str, Any], problem: str) -> None:
    sound = {"people": [PERSON], "contacts": [CONTACT], "attempts": [ATTEMPT]}
    assert problems_of(journal(**sound | parts)) == (problem,)


def test_a_key_that_stands_twice_is_refused_rather_than_dropped() -> None:
    doubled = (
        journal(people=[PERSON])
        .replace('"role"', '"role": "nurse", "role"')
        .replace('"version"', '"people": [], "version"')
    )
    assert problems_of(doubled) == (
        "the journal (“people”): this stands here more than once.",
        "people, entry 1 (“role”): this stands here more than once.",
    )


def test_all_problems_come_at_once_in_the_order_of_the_file() -> None:
    parts = {
        "people": [PERSON | {"phone": 1, "shoe": 1}, {"id": A}],
        "contacts": [CONTACT, {"id": NOWHERE, "about": "Friday"}],
        "attempts": [ATTEMPT | {"at": "soon", "to_person_id": D}],
    }
    places = [problem.split(":")[0] for problem in problems_of(journal(colour=1, **parts))]
    assert places == [
        "the journal (“colour”)",
        "people, entry 1 (“phone”)",
        "people, entry 1 (“shoe”)",
        "people, entry 2 (“name”)",
        "people, entry 2 (“role”)",
        "people, entry 2 (“id”)",
        "contacts, entry 2",
        "attempts, entry 1 (“at”)",
        "attempts, entry 1 (“to_person_id”)",
    ]


def test_no_problem_repeats_what_somebody_wrote() -> None:
    secret = "what I told nobody"
    parts = {"contacts": [{"id": secret, "about": secret, "due_at": secret, "urgent": secret, "closed_at": secret}]}
    with pytest.raises(Refused) as refused:
        read_journal(journal(settings={"nation": secret, "time_zone": secret}, **parts))
    assert secret not in " ".join((str(refused.value), repr(refused.value), *refused.value.problems))


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=5)
JSONISH = st.recursive(
    SCALARS | st.sampled_from([A, B, "2026-03-09", ATTEMPT["at"], "text", "sent", "yes"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def entries(draw: st.DrawFn, name: str) -> Any:
    kind: type = LISTS[name]
    keys = sorted(fields_of(kind))
    return draw(st.lists(st.dictionaries(st.sampled_from(keys), JSONISH) | JSONISH, max_size=3))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.fixed_dictionaries({}, optional={name: entries(name) for name in LISTS} | {"settings": JSONISH, "x": JSONISH})
)
def test_whatever_a_file_holds_it_is_read_or_refused(parts: dict[str, Any]) -> None:
    with suppress(Refused):
        read_journal(journal(**parts))


@settings(max_examples=100)
@given(st.text() | JSONISH.map(json.dumps))
def test_any_text_is_read_or_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_journal(text)


def test_a_due_time_beyond_the_calendar_is_none() -> None:
    agreed = AGREED | {"reply_within": 100_000, "reply_unit": "hours", "starts_on": "8999-01-01"}
    attempt = ATTEMPT | {"at": "8999-12-31T23:00:00Z"}
    book = read_journal(journal(contacts=[CONTACT], attempts=[attempt], agreements=[agreed]))
    assert book.contacts[B].due_at is not None


def test_people_keep_the_order_of_the_file() -> None:
    people = {key: Person(id=key, name="Somebody", role="CPN") for key in (C, A, B)}
    assert list(read_journal(write_journal(replace(Book(), people=people), NOW)).people) == [C, A, B]
