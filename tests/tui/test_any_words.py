"""Whatever a person types is shown as they typed it, in every place: no markup is read, and nothing breaks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.records import (
    Agreement,
    Appointment,
    Attempt,
    Change,
    Contact,
    Coordination,
    LeftOut,
    Note,
    OwnAnswer,
    OwnTrait,
    Person,
    Point,
    Promise,
    Record,
    Reply,
    Update,
)
from carecompanion.domain.replies import with_due
from carecompanion.domain.wording import TRAITS
from carecompanion.tui.detail import DetailPane, detail_page
from carecompanion.tui.journal import JournalPlace
from tests.tui.care_team import numbered
from tests.tui.driving import MIDDLE, NOW, Session, running

SAMPLES = (
    "[sic]",
    "[bold]",
    "[/]",
    "[/b]",
    "[red]x",
    "[@click=app.bell]x",
    "[link=https://x]",
    "[type=x, v={'a[0]'}]",
    "[[x]]",
    "\\[x]",
    "🙂👩‍👩‍👧 é",
    "שלום عليكم",
    "a\x1b[31mb\x07\x00c\x7fd\x9be",
)
CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
STAND_INS = "\N{REPLACEMENT CHARACTER} "
EVERYTHING = (200, 260)
"""A window in which every list shows whole."""
LONG = "word " * 20_000


def named(what: str, number: int) -> str:
    """The words that one field of a sample's records holds; no other field holds them."""
    return f"{what.capitalize()}{number}: {SAMPLES[number]}"


def is_shown(what: str, number: int, text: str) -> bool:
    """Whether a text holds those words; control characters stand as a sign, or as blanks where lines are one."""
    words = named(what, number)
    forms = (words.translate(dict.fromkeys(CONTROLS, stand_in)) for stand_in in STAND_INS)
    return any(" ".join(form.split()) in text for form in forms)


def of_one(number: int) -> Iterator[Record]:
    """Every kind of record with a sample in every field for words; the sample's person is co-ordinator for a week."""
    began = NOW - timedelta(days=7 * (len(SAMPLES) - number), hours=3)

    def id_(kind: int) -> str:
        return numbered(100 * number + kind)

    def words(what: str) -> str:
        return named(what, number)

    person = Person(
        id=id_(1),
        name=words("name"),
        role=words("role"),
        phone=words("phone"),
        address=words("address"),
        note=words("person"),
        private=words("private"),
    )
    yield person
    ended_on = (began + timedelta(days=7)).date() if number + 1 < len(SAMPLES) else None
    yield Coordination(id=id_(2), person_id=person.id, began_on=began.date(), ended_on=ended_on)
    yield Agreement(
        id=id_(3),
        starts_on=began.date(),
        reply_within=24,
        reply_unit="hours",
        cover=words("cover"),
        urgent_route=words("urgent"),
        private=words("aside"),
    )
    yield OwnTrait(id=id_(14), name=words("trait"), question=words("question"), began_on=began.date())
    yield Contact(id=id_(4), about=words("about"), private=words("mine"))
    yield Attempt(
        id=id_(5),
        contact_id=id_(4),
        at=began,
        route="text",
        outcome="sent",
        to_person_id=person.id,
        note=words("said"),
    )
    yield Reply(
        id=id_(6),
        contact_id=id_(4),
        at=began + timedelta(hours=1),
        kind="message",
        by=words("by"),
        note=words("answer"),
    )
    yield Appointment(
        id=id_(7),
        planned_at=began + timedelta(days=1),
        status="went_ahead",
        person_id=person.id,
        place=words("place"),
        listened="no",
        comfortable="partly",
        knew_latest="yes",
        minutes_late=12,
        note=words("visit"),
        did_not_say=words("unsaid"),
        own=(OwnAnswer(trait_id=id_(14), answer="partly"),),
    )
    yield Appointment(
        id=id_(8),
        planned_at=began + timedelta(days=2),
        status="cancelled_by_service",
        person_id=person.id,
        reason=words("reason"),
    )
    yield Note(id=id_(9), at=began + timedelta(days=3), text=words("note"), private=words("own"))
    yield Point(id=id_(10), raised_at=began, appointment_id=id_(7), text=words("point"))
    yield Promise(
        id=id_(11), made_on=began.date(), by_person_id=person.id, appointment_id=id_(7), text=words("promise")
    )
    yield Change(id=id_(12), effective_on=began.date(), what=words("change"), note=words("changed"))
    yield Update(id=id_(13), told_on=began.date(), what=words("update"), note=words("updated"), contact_id=id_(4))
    yield LeftOut(id=id_(15), entry_id=id_(12), trait="listening", reason=words("left"), left_out_at=began)


def book_of(numbers: Sequence[int]) -> Book:
    book = Book().keeping(*(record for number in numbers for record in of_one(number)))
    contacts = book.contacts.values()
    return book.keeping(*(with_due(book, contact, book.attempts_of(contact.id)) for contact in contacts))


ALL = range(len(SAMPLES))
BOOK = book_of(ALL)

IN_JOURNAL = ("name", "about", "by", "place", "note", "point", "promise", "change", "update")
IN_DETAILS: dict[type[Record], tuple[str, ...]] = {
    Contact: ("about", "name", "said", "by", "answer", "mine"),
    Appointment: ("name",),
    Note: ("note", "own"),
    Point: ("point",),
    Promise: ("promise", "name"),
    Change: ("change", "changed"),
    Update: ("update", "updated"),
}
IN_VISITS = {"went_ahead": ("place", "visit", "unsaid", "point"), "cancelled_by_service": ("reason",)}


def assert_says(session: Session, whats: Sequence[str], *numbers: int) -> None:
    """All these words of these samples are on the screen."""
    said = session.text
    text = " ".join(said.split())
    missing = [named(what, number) for number in numbers for what in whats if not is_shown(what, number, text)]
    assert not missing, "\n".join(line for line in said.splitlines() if line.strip())


async def test_the_places_show_every_word_as_it_was_typed(tmp_path: Path) -> None:
    async with running(tmp_path, BOOK, size=EVERYTHING) as session:
        assert_says(session, ("by", "update"), ALL[-1])
        await session.press("3")
        assert_says(session, ("trait", "question"), *ALL)
        await session.press("2")
        assert_says(session, IN_JOURNAL, *ALL)
        await session.press("4")
        assert_says(session, ("name", "role"), *ALL)


@pytest.mark.slow
async def test_the_entries_behind_each_trait_are_shown_as_they_were_typed(tmp_path: Path) -> None:
    async with running(tmp_path, BOOK, size=(200, 180)) as session:
        await session.press("3", "t", "t")
        for trait in TRAITS:
            await session.press("enter")
            whats = ("about" if trait == "accessible" else "name",)
            assert_says(session, whats, *ALL[1:])  # the first's lie before the period
            await session.press("escape", "down")


async def test_an_entry_whole_is_shown_as_it_was_typed(tmp_path: Path) -> None:
    async with running(tmp_path, BOOK, size=(200, 60)) as session:
        await session.press("2")
        place = session.app.screen
        assert isinstance(place, JournalPlace)
        if place._resting is not None:
            place._resting.stop()  # else it shows the entry in hand instead
        pane = place.query_one(DetailPane)
        for number in ALL:
            for record in of_one_entry(number):
                pane.show(BOOK, record, NOW)
                await session.pilot.pause()
                assert_says(session, words_of(record), number)


def of_one_entry(number: int) -> Iterator[Record]:
    """The records of a sample that are shown whole."""
    yield from (record for record in of_one(number) if type(record) in IN_DETAILS)


def words_of(record: Record) -> tuple[str, ...]:
    """The fields a record's page shows."""
    return IN_DETAILS[type(record)] + (IN_VISITS[record.status] if isinstance(record, Appointment) else ())


async def test_somebody_whole_is_shown_as_they_were_typed(tmp_path: Path) -> None:
    async with running(tmp_path, BOOK, size=MIDDLE) as session:
        for number in ALL:
            person = next(record for record in of_one(number) if isinstance(record, Person))
            session.app.push_screen(detail_page(session.journal, person, NOW))
            await session.settle()
            assert_says(session, ("name", "role", "phone", "address", "person", "private"), number)
            await session.press("escape")


@pytest.mark.parametrize("first", ALL[::4])
async def test_the_sheets_offer_people_and_contacts_as_they_were_typed(tmp_path: Path, first: int) -> None:
    some = ALL[first : first + 4]
    whole = book_of(some)
    visits = {visit.id: visit for visit in map(gone, some)}
    kept = ("people", "coordinations", "own_traits", "contacts", "attempts")
    lists = {name: whole.list(name) for name in kept}
    promises = {key: replace(promise, appointment_id=None) for key, promise in whole.promises.items()}
    unanswered = Book(appointments=visits, promises=promises, **lists)  # type: ignore[arg-type]  # each list under its own name
    async with running(tmp_path, unanswered, size=(160, 60)) as session:
        assert_says(session, ("about",), *some)
        await session.press("c")
        assert_says(session, ("name", "about"), *some)
        await session.press("escape", "r")
        assert_says(session, ("about",), *some)
        await session.press("escape", "v", "o")
        assert_says(session, ("name", "place"), *some)
        await session.press("enter", *"yyyyy")
        assert_says(session, ("question",), *some)
        assert_says(session, ("promise",), some[0])
        await session.press("escape", "s")
        assert_says(session, ("name",), *some[:3])


def gone(number: int) -> Appointment:
    """A visit that nothing has been said of."""
    return Appointment(
        id=numbered(100 * number + 20),
        planned_at=NOW - timedelta(days=1, hours=number),
        person_id=numbered(100 * number + 1),
        place=named("place", number),
    )


async def test_a_hundred_thousand_characters_are_shown_kept_and_written(tmp_path: Path) -> None:
    contact = Contact(id=numbered(1), about=LONG)
    attempt = Attempt(id=numbered(2), contact_id=contact.id, at=NOW, route="text", outcome="sent")
    async with running(tmp_path, Book().keeping(contact, attempt)) as session:
        for key in ("enter", "escape", "c", "escape"):
            await session.press(key)
            assert session.says("word word")
        await session.press("n")
        await session.paste(LONG)
        await session.press("ctrl+s")
        assert session.says("Saved.")
        assert [note.text for note in session.book.notes.values()] == [LONG]
        await session.press("2", "enter")
        assert session.says("word word")
