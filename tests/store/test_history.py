"""Undoing, doing again, the trash and deleting for good, on real encrypted files."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from carecompanion.domain.acts import named
from carecompanion.domain.book import Book
from carecompanion.domain.records import Contact, Note, Point, Record
from carecompanion.domain.removal import removal
from carecompanion.domain.settings import Settings
from carecompanion.domain.trash import put_back
from carecompanion.store import Journal, files
from carecompanion.store.keys import unlock
from tests.domain.given import TEAM, at, new, replied, tried, visit
from tests.store.conftest import NOW
from tests.store.test_without_us import deciphered

NEED = new(Contact, about="The letter to my GP")
FIRST = tried(NEED, "2026-03-09 09:00")
CAME = replied(NEED, "2026-03-09 10:00")
ASKED = new(Point, text="A copy", raised_at=at("2026-03-09 10:00"), contact_id=NEED.id)
SEEN = visit("2026-03-08 14:00")
NOTE = new(Note, at=at("2026-03-07 14:00"), text="It rained")


@pytest.fixture
def journal(folder: Path) -> Iterator[Journal]:
    """A journal with a team in it."""
    made, _ = Journal.create(folder, None, Settings(), NOW, records=TEAM)
    yield made
    made.close()


def delete(journal: Journal, record: Record) -> None:
    removed = removal(record, journal.book)
    assert not removed.why_not
    journal.keep(*removed.mended, without=removed.going)


def undone(journal: Journal) -> str | None:
    act = journal.undo()
    return named(act, journal.book, NOW) if act else None


def test_every_act_is_undone_and_done_again_also_after_opening_anew(journal: Journal, folder: Path) -> None:
    books = [journal.book]
    for records in ((NEED, FIRST), (CAME,), (ASKED, SEEN), (replace(SEEN, place="Elm House"),), (NOTE,)):
        journal.keep(*records)
        books.append(journal.book)
    delete(journal, FIRST)
    delete(journal, SEEN)
    everything = journal.book
    for there in (True, False):
        while journal.undo():
            if there:
                journal.close()
                journal = Journal.open(folder, None)
        assert journal.book == books[0]
        while journal.redo():
            pass
        assert set(journal.book.everything()) == set(everything.everything())
    for book in [*reversed(books)]:
        journal.undo() if book is not books[-1] else (journal.undo(), journal.undo())
        assert set(journal.book.everything()) == set(book.everything())
    journal.close()


def test_an_act_is_named_by_what_it_was(journal: Journal) -> None:
    journal.keep(NEED, FIRST)
    journal.keep(replace(NOTE, text="It snowed"))
    journal.keep(replace(NOTE, text="It rained"))
    delete(journal, NOTE)
    assert [undone(journal) for _ in range(5)] == [
        "deleting the note, It rained",
        "a change to the note, It rained",
        "the note, It snowed",
        "the call, The letter to my GP",
        None,
    ]


def test_what_changes_nothing_is_no_act(journal: Journal) -> None:
    journal.keep(NOTE)
    journal.keep(NOTE)
    assert undone(journal) == "the note, It rained"
    assert journal.undo() is None


def test_after_something_else_what_was_undone_is_not_done_again_but_is_in_the_trash(journal: Journal) -> None:
    journal.keep(NOTE)
    journal.undo()
    journal.keep(SEEN)
    assert journal.redo() is None
    (gone,) = journal.trash()
    assert (gone.first, gone.undone) == (NOTE, True)


def test_earlier_versions_are_kept_with_when_they_were_changed(journal: Journal, folder: Path) -> None:
    later = replace(NOTE, text="It snowed")
    journal.keep(NOTE, at=NOW)
    journal.keep(later, at=NOW + timedelta(days=1))
    journal.keep(replace(later, kind="hard"), at=NOW + timedelta(days=2))
    journal.close()
    journal = Journal.open(folder, None)
    earlier = journal.earlier(NOTE)
    assert [(each.record, (each.until - NOW).days) for each in earlier] == [(later, 2), (NOTE, 1)]
    journal.undo()
    assert [each.record for each in journal.earlier(NOTE)] == [NOTE]
    journal.close()


def test_a_contact_leaves_with_its_reply_and_comes_back_in_place_with_its_links(journal: Journal) -> None:
    journal.keep(NEED, FIRST, CAME, ASKED)
    before = journal.book
    delete(journal, FIRST)
    assert set(journal.book.everything()) == {*TEAM, replace(ASKED, contact_id=None)}
    journal.keep(replace(ASKED, contact_id=None, text="Two copies"))
    (gone,) = journal.trash()
    assert set(gone.records) == {NEED, FIRST, CAME}
    assert gone.first == FIRST
    journal.keep(*put_back(gone, journal.trash(), journal.book))
    assert set(journal.book.everything()) == set(before.keeping(replace(ASKED, text="Two copies")).everything())
    assert journal.trash() == ()


def test_what_is_put_back_brings_along_what_it_cannot_be_without(journal: Journal) -> None:
    journal.keep(NEED, FIRST, CAME)
    delete(journal, CAME)
    delete(journal, FIRST)
    _contact, reply = journal.trash()
    assert reply.records == (CAME,)
    journal.keep(*put_back(reply, journal.trash(), journal.book))
    assert {NEED, FIRST, CAME} <= set(journal.book.everything())


def test_a_link_to_what_is_gone_for_good_is_left_out_of_what_is_put_back(journal: Journal) -> None:
    journal.keep(SEEN)
    journal.keep(asked := replace(ASKED, contact_id=None, appointment_id=SEEN.id))
    delete(journal, asked)
    delete(journal, SEEN)
    journal.forget(SEEN)
    (gone,) = journal.trash()
    journal.keep(*put_back(gone, journal.trash(), journal.book))
    assert journal.book.points[asked.id] == replace(asked, appointment_id=None)


def test_deleted_for_good_it_is_in_the_file_no_more(journal: Journal, folder: Path) -> None:
    need = replace(NEED, about="zebramarker about", private="quaggamarker")
    reply = replace(CAME, note="okapimarker")
    journal.keep(need, FIRST, reply, replace(ASKED, text="stays"))
    journal.keep(replace(need, about="gnumarker"))
    journal.keep_draft(f"contact {FIRST.id}", {"about": "elandmarker"})
    journal.keep(NOTE)
    journal.undo()
    delete(journal, FIRST)
    markers = [b"zebramarker", b"quaggamarker", b"okapimarker", b"gnumarker", b"elandmarker"]
    assert all(marker in image(journal, folder) for marker in markers)
    journal = Journal.open(folder, None)
    (gone, _note) = journal.trash()
    assert journal.draft(f"contact {FIRST.id}") is not None
    journal.forget(*gone.records)
    assert journal.draft(f"contact {FIRST.id}") is None
    assert all(need.id not in (record.id for record in each.records) for each in journal.trash())
    after = image(journal, folder)
    assert not [marker for marker in (*markers, need.id.encode(), FIRST.id.encode()) if marker in after]
    assert b"stays" in after
    journal = Journal.open(folder, None)
    while journal.undo():
        pass
    assert set(journal.book.everything()) == set(TEAM)
    while journal.redo():
        pass
    assert journal.book.points[ASKED.id].contact_id is None
    journal.close()


def test_what_is_still_in_the_journal_is_not_deleted_for_good(journal: Journal) -> None:
    journal.keep(NOTE)
    with pytest.raises(ValueError, match="still in the journal"):
        journal.forget(NOTE)
    assert journal.book.notes


def test_many_at_once_are_one_act(journal: Journal) -> None:
    notes = [new(Note, at=NOW, text=f"{number}") for number in range(40)]
    journal.keep(*notes)
    assert undone(journal) == "40 entries at once"
    assert journal.book == Book(settings=journal.book.settings).keeping(*TEAM)
    journal.redo()
    assert len(journal.book.notes) == 40


def image(journal: Journal, folder: Path) -> bytes:
    """The file as it is once it is deciphered; the journal is closed for it."""
    journal.close()
    return deciphered((folder / files.JOURNAL).read_bytes(), unlock(folder, None).database_key())


def test_many_that_were_undone_and_deleted_for_good_leave_nothing(journal: Journal, folder: Path) -> None:
    notes = [new(Note, at=NOW, text=f"heronmarker {number}") for number in range(150)]
    journal.keep(NOTE)
    journal.keep(*notes)
    assert b"heronmarker" in image(journal, folder)
    journal = Journal.open(folder, None)
    journal.undo()
    assert journal.find("heronmarker").ids == ()
    assert journal.find("rained").ids == (NOTE.id,)
    (gone,) = journal.trash()
    journal.forget(*gone.records)
    assert b"heronmarker" not in image(journal, folder)
