"""The journal, on real encrypted files: keeping, opening again, and refusing."""

import errno
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as given_settings

from carecompanion.domain.book import Book
from carecompanion.domain.records import Appointment, Attempt, Contact, Person
from carecompanion.domain.settings import Settings
from carecompanion.store import files
from carecompanion.store.errors import (
    AlreadyThere,
    CannotBeHeld,
    Closed,
    DoesNotFit,
    StoreError,
)
from carecompanion.store.journal import Journal
from tests.records import any_book
from tests.store.conftest import MARKER, NOTE, NOW, reopened

DANA = Person(id="00000000-0000-7000-8000-000000000001", name="Dana Whitfield", role="CPN")
LETTER = Contact(id="00000000-0000-7000-8000-000000000002", about="my medication letter", due_at=NOW)
CALL = Attempt(
    id="00000000-0000-7000-8000-000000000003",
    contact_id=LETTER.id,
    at=NOW,
    route="phone",
    outcome="voicemail",
    to_person_id=DANA.id,
)


def test_what_is_kept_is_there_after_opening_again(journal: Journal, folder: Path) -> None:
    journal.keep(DANA)
    journal.keep(CALL, LETTER)
    journal.keep(replace(LETTER, urgent=True), NOTE)
    book = reopened(journal, folder)
    assert book == journal.book
    assert book.contacts[LETTER.id].urgent
    assert list(book.everything()) == [DANA, replace(LETTER, urgent=True), CALL, NOTE]


def test_keeping_the_same_again_is_the_same_as_once(journal: Journal, folder: Path) -> None:
    for _ in range(2):
        journal.keep(NOTE)
    assert list(reopened(journal, folder).everything()) == [NOTE]


def test_settings_are_kept(journal: Journal, folder: Path) -> None:
    settings = Settings(nation="scotland", closed_days=(NOW.date(),), late_grace_minutes=0)
    journal.keep(settings=settings)
    assert journal.book.settings == settings
    assert reopened(journal, folder).settings == settings


def test_drafts_are_kept_and_dropped(journal: Journal, folder: Path) -> None:
    assert journal.draft("note") is None
    journal.keep_draft("note", {"text": "half a"})
    journal.keep_draft("note", {"text": "half a sentence", "kind": ""})
    journal.close()
    again = Journal.open(folder, None)
    assert again.draft("note") == {"text": "half a sentence", "kind": ""}
    again.drop_draft("note")
    again.drop_draft("note")
    assert again.draft("note") is None
    again.close()


@given_settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_book(most=2))
def test_any_book_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, book: Book) -> None:
    folder = tmp_path_factory.mktemp("any") / "journal"
    journal, _ = Journal.create(folder, None, book.settings, NOW, records=list(book.everything()))
    assert journal.book == book
    assert reopened(journal, folder) == book


def test_records_kept_together_may_refer_to_one_another_in_any_order(journal: Journal) -> None:
    first = Appointment(id="a", planned_at=NOW, moved_to_id="b")
    journal.keep(CALL, first, replace(first, id="b", moved_to_id=None), LETTER, DANA)
    assert len(list(journal.book.everything())) == 5


def test_a_record_that_refers_to_nothing_is_refused_and_the_next_is_kept(journal: Journal, folder: Path) -> None:
    with pytest.raises(DoesNotFit):
        journal.keep(NOTE, CALL)
    assert list(journal.book.everything()) == []
    journal.keep(DANA, LETTER, CALL)
    assert list(reopened(journal, folder).everything()) == [DANA, LETTER, CALL]


@pytest.mark.parametrize("words", ["half an emoji \ud83d", "\udcff"])
def test_half_a_character_is_refused_and_the_next_is_kept(journal: Journal, words: str) -> None:
    with pytest.raises(CannotBeHeld):
        journal.keep(DANA, replace(NOTE, text=words))
    assert list(journal.book.everything()) == []
    journal.keep(NOTE)


def test_a_number_beyond_all_reason_is_refused(journal: Journal) -> None:
    with pytest.raises(CannotBeHeld):
        journal.keep(Appointment(id="a", planned_at=NOW, planned_minutes=10**30))


@pytest.mark.parametrize(
    "words", ["[b]", "\x00 nul", "‮right to left", "🧑‍🤝‍🧑", "a" * 100_000, "'; DROP TABLE notes; --"]
)
def test_any_words_are_kept_letter_by_letter(journal: Journal, folder: Path, words: str) -> None:
    journal.keep(replace(NOTE, text=words))
    assert reopened(journal, folder).notes[NOTE.id].text == words


def test_a_journal_may_be_opened_in_one_thread_and_used_in_another(folder: Path) -> None:
    made: list[Journal] = []
    thread = threading.Thread(target=lambda: made.append(Journal.create(folder, None, Settings(), NOW)[0]))
    thread.start()
    thread.join()
    threads = [threading.Thread(target=made[0].keep, args=(replace(NOTE, id=str(n)),)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(reopened(made[0], folder).notes) == 8


def test_closing_twice_does_no_harm_and_nothing_is_kept_afterwards(journal: Journal) -> None:
    journal.close()
    journal.close()
    with pytest.raises(Closed):
        journal.keep(NOTE)
    assert list(journal.book.everything()) == []


def test_a_new_journal_is_not_made_where_there_is_one(journal: Journal, folder: Path) -> None:
    journal.keep(NOTE)
    before = {file.name for file in folder.iterdir()}
    with pytest.raises(AlreadyThere):
        Journal.create(folder, None, Settings(), NOW)
    assert {file.name for file in folder.iterdir()} == before
    assert list(reopened(journal, folder).everything()) == [NOTE]


def test_files_and_folder_are_for_their_owner_alone(journal: Journal, folder: Path) -> None:
    journal.keep(NOTE)
    journal.close()
    assert folder.stat().st_mode & 0o777 == 0o700
    modes = {file.name: file.stat().st_mode & 0o777 for file in folder.iterdir()}
    assert modes == dict.fromkeys((files.JOURNAL, *files.KEYS, files.LOCK), 0o600)


def test_one_file_lies_at_rest_and_the_words_are_in_none(journal: Journal, folder: Path) -> None:
    for number in range(50):
        journal.keep(replace(NOTE, id=str(number), private=MARKER))
    journal.keep_draft("note", {"text": MARKER})
    journal.close()
    assert {file.name for file in folder.iterdir()} == {files.JOURNAL, *files.KEYS, files.LOCK}
    for file in folder.iterdir():
        written = file.read_bytes()
        assert MARKER.encode() not in written
        assert MARKER.encode("utf-16-le") not in written


def test_an_ordinary_sqlite_reads_nothing_of_it(journal: Journal, folder: Path) -> None:
    journal.close()
    connection = sqlite3.connect(folder / files.JOURNAL)
    with pytest.raises(sqlite3.DatabaseError):
        connection.execute("SELECT * FROM sqlite_master")
    connection.close()


def test_a_draft_is_there_at_once_and_again_after_opening(journal: Journal, folder: Path) -> None:
    journal.keep_draft("note", {"text": "half"})
    assert journal.draft("note") == {"text": "half"}
    journal.close()
    again = Journal.open(folder, None)
    assert again.draft("note") == {"text": "half"}
    again.drop_draft("note")
    assert again.draft("note") is None
    again.close()
    with pytest.raises(Closed):
        again.draft("note")


def test_a_draft_that_cannot_be_read_hurts_nothing_else(journal: Journal, folder: Path) -> None:
    journal.keep_draft("note", {"text": "half"})
    journal.keep_draft("contact", {"about": "whole"})
    journal._opened.connection().execute("UPDATE drafts SET fields = '{' WHERE sheet = 'note'")
    journal.close()
    again = Journal.open(folder, None)
    assert again.draft("note") is None
    assert again.draft("contact") == {"about": "whole"}
    again.close()


def test_what_the_disk_refuses_while_a_draft_is_asked_for_is_a_sentence(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise OSError(errno.EIO, "refused")

    monkeypatch.setattr(files, "identity", refuse)
    assert refused(lambda: journal.draft("note"))


def refused(act: Callable[[], object]) -> StoreError:
    with pytest.raises(StoreError) as caught:
        act()
    return caught.value


def test_what_went_wrong_never_says_what_was_written(journal: Journal) -> None:
    error = refused(lambda: journal.keep(replace(CALL, note=MARKER)))
    assert MARKER not in f"{error!r} {error}"
    assert error.__cause__ is None
    assert error.__context__ is None
    assert MARKER not in f"{journal!r} {journal.book!r}"
