"""Finding by words, in real encrypted files."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from carecompanion.domain.records import Contact, LeftOut, Note, Person, Point, Record
from carecompanion.domain.settings import Settings
from carecompanion.store import Journal
from tests.domain.given import DANA, at, new, replied, tried, visit
from tests.store.conftest import NOW
from tests.store.test_golden import GOLDEN

NOTE_TEXT = "Café on Mill Street\nAsked about Friday’s x-ray, at 10.5 mg 🙂"
Open = Callable[..., Journal]


@pytest.fixture
def holding(folder: Path) -> Iterator[Open]:
    """Makes a journal that holds some records and Dana."""
    made: list[Journal] = []

    def make(*records: Record) -> Journal:
        journal, _ = Journal.create(folder, None, Settings(), NOW, records=(DANA, *records))
        made.append(journal)
        return journal

    yield make
    for journal in made:
        journal.close()


@pytest.mark.parametrize(
    "words",
    [
        "café",
        "CAFE",
        "cafe\u0301",
        "mill caf",
        "street mill",
        "fri",
        "friday's",
        "friday’s",
        "x-ray",
        "10.5",
        "🙂",
        "note",
    ],
)
def test_every_word_or_its_beginning_is_found_in_any_order(holding: Open, words: str) -> None:
    note = new(Note, at=at("2026-03-10 19:40"), text=NOTE_TEXT)
    assert holding(note).find(words).ids == (note.id,)


@pytest.mark.parametrize("words", ["cafés", "ill", "mill road", "ay", ".*", "(", '"', "🙁", "NEAR(", "a OR b", ""])
def test_a_word_that_is_not_there_or_only_inside_another_is_not_found(holding: Open, words: str) -> None:
    assert holding(new(Note, at=at("2026-03-10 19:40"), text=NOTE_TEXT)).find(words).ids == ()


def test_what_was_written_about_a_visit_is_found_wherever_it_was_written(holding: Open) -> None:
    seen = visit("2026-03-11 14:00", place="Elm House", note="We laughed", did_not_say="The rent", private="In the way")
    asked = new(Point, text="The letter", raised_at=at("2026-03-11 14:30"), appointment_id=seen.id, outcome="no")
    journal = holding(seen, asked)
    for words in ("dana", "elm", "laughed", "rent", "way", "whitfield laugh"):
        assert seen.id in journal.find(words).ids, words
    assert journal.find("letter").ids == (asked.id,)


def test_the_best_match_comes_first(holding: Open) -> None:
    long = new(Note, at=at("2026-03-10 19:40"), text=f"A letter came {'and other words ' * 30}")
    short = new(Note, at=at("2026-03-09 19:40"), text="The letter")
    assert holding(short, long).find("letter").ids == (short.id, long.id)


def test_of_very_many_the_latest_written_are_found(holding: Open) -> None:
    notes = [new(Note, at=at("2026-03-10 19:40"), text=f"Letter {number}") for number in range(7)]
    journal = holding(*notes)
    found = journal.find("l", most=3)
    assert found.more
    assert found.ids == tuple(note.id for note in reversed(notes[-3:]))
    assert len(journal.find("l").ids) == 7


def test_what_is_written_changed_undone_and_deleted_is_followed(holding: Open) -> None:
    journal = holding()
    note = new(Note, at=at("2026-03-10 19:40"), text="Moving house")
    journal.keep(note)
    assert journal.find("moving").ids == (note.id,)
    journal.keep(replace(note, text="Staying put"))
    assert journal.find("moving").ids == ()
    assert journal.find("stay").ids == (note.id,)
    journal.undo()
    assert journal.find("moving").ids == (note.id,)
    journal.keep(without=[note])
    assert journal.find("moving").ids == ()
    journal.undo()
    assert journal.find("moving").ids == (note.id,)


def test_all_of_a_contact_is_found_by_what_it_is_about_and_by_what_it_is_changed_to(holding: Open) -> None:
    need = new(Contact, about="Moving house")
    first, came = tried(need, "2026-03-09 09:00"), replied(need, "2026-03-09 10:00", note="Ring back on Monday")
    journal = holding(need, first, came)
    assert {first.id, came.id} <= set(journal.find("moving").ids)
    assert journal.find("moving ring").ids == (came.id,)
    journal.keep(replace(need, about="The boiler"))
    assert {first.id, came.id} <= set(journal.find("boiler").ids)
    assert journal.find("moving").ids == ()


def test_somebody_is_found_by_their_new_name_wherever_they_are_named(holding: Open) -> None:
    seen = visit("2026-03-11 14:00")
    journal = holding(seen)
    journal.keep(replace(DANA, name="Dana Okafor"))
    assert set(journal.find("okafor").ids) == {seen.id, DANA.id}
    assert journal.find("whitfield").ids == ()


def test_a_reason_is_found(holding: Open) -> None:
    seen = visit("2026-03-11 14:00")
    why = new(LeftOut, entry_id=seen.id, trait="organisation", reason="Snow", left_out_at=NOW)
    assert holding(seen, why).find("snow").ids == (why.id,)


@pytest.mark.parametrize("version", [1, 2])
def test_a_journal_of_an_earlier_version_can_be_searched_once_it_is_open(version: int, tmp_path: Path) -> None:
    shutil.copytree(GOLDEN / f"version-{version}", folder := tmp_path / "journal")
    for _ in range(2):
        journal = Journal.open(folder, None)
        person = next(iter(journal.book.people.values()))
        assert isinstance(person, Person)
        assert person.id in journal.find(person.name).ids
        assert len(journal.find(person.name, most=10_000).ids) > 1
        journal.close()
