"""The computer's clock set back: what was done last is still what was done last."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from carecompanion.domain.identity import new_id
from carecompanion.domain.records import Note
from carecompanion.store.journal import Journal
from tests.store.conftest import NOW

BACK = NOW - timedelta(days=400)
FIRST = Note(id=new_id(NOW), at=NOW, text="first")
SECOND = Note(id=new_id(BACK), at=BACK, text="second")
CHANGED = replace(FIRST, text="first, changed")


def test_acts_are_undone_in_the_order_in_which_they_were_done(journal: Journal, folder: Path) -> None:
    journal.keep(FIRST, at=NOW)
    journal.keep(SECOND, at=BACK)
    journal.keep(CHANGED, at=BACK - timedelta(days=1))
    journal.close()
    again = Journal.open(folder, None)
    expected = [{FIRST.id: FIRST, SECOND.id: SECOND}, {FIRST.id: FIRST}, {}]
    assert SECOND.id < FIRST.id
    for notes in expected:
        assert again.undo() is not None
        assert again.book.notes == notes
    for notes in ({FIRST.id: FIRST}, {FIRST.id: FIRST, SECOND.id: SECOND}, {FIRST.id: CHANGED, SECOND.id: SECOND}):
        assert again.redo() is not None
        assert again.book.notes == notes
    again.close()


def test_what_it_was_before_and_what_was_deleted_stand_in_that_order_too(journal: Journal) -> None:
    journal.keep(FIRST, at=NOW)
    journal.keep(CHANGED, at=BACK)
    journal.keep(replace(CHANGED, text="again"), at=BACK - timedelta(days=1))
    assert [earlier.record for earlier in journal.earlier(FIRST)] == [CHANGED, FIRST]
    journal.keep(SECOND, at=NOW)
    journal.keep(without=[SECOND], at=NOW)
    journal.keep(without=[FIRST], at=BACK)
    assert [gone.first.id for gone in journal.trash()] == [FIRST.id, SECOND.id]
