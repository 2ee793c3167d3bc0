from datetime import date

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.names import called, role_line, short_name, visitor, who
from carecompanion.domain.records import Appointment, Coordination, Person
from carecompanion.domain.settings import Settings
from tests.domain.test_moments import NOW

DANA = Person(id="dana", name="Dana Whitfield", role="CPN")
DESK = Person(id="desk", name="Duty desk", role="When Dana is away")
NAIR = Person(id="nair", name="Priya Nair", role="psychologist")
BOOK = Book().keeping(DANA, DESK, NAIR, Coordination(id="c", person_id="dana", began_on=date(2025, 1, 6)))


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Dana Whitfield", "Dana"),
        ("Sam van der Lowe", "Sam"),
        ("Dr Okafor", "Dr Okafor"),
        ("Dr. Ada Okafor", "Dr. Ada Okafor"),
        ("Mrs Jones", "Mrs Jones"),
        ("Prof Ade Bello", "Prof Ade Bello"),
        ("Duty desk", "Duty desk"),
        ("Crisis Team", "Crisis Team"),
        ("CMHT Duty Desk", "CMHT Duty Desk"),
        ("Whoever answers", "Whoever answers"),
        ("the CPN", "the CPN"),
        ("An Nguyen", "An"),
        ("Sam", "Sam"),
        ("  Sam  ", "Sam"),
        ("", ""),
    ],
)
def test_a_first_name_is_enough_unless_it_is_none(name: str, short: str) -> None:
    person = Person(id="x", name=name, role="")
    assert short_name(person, Book().keeping(person)) == short


def test_two_people_with_one_first_name_are_told_apart_by_their_whole_names() -> None:
    book = BOOK.keeping(Person(id="shah", name="priya Shah", role="psychologist"))
    assert short_name(NAIR, book) == "Priya Nair"
    assert short_name(NAIR, BOOK) == "Priya"


@pytest.mark.parametrize(
    ("person_id", "said", "inside", "alone"),
    [
        ("dana", None, "Dana", "Dana"),
        ("desk", None, "the duty desk", "Duty desk"),
        (None, "duty desk", "the duty desk", "Duty desk"),
        (None, "The duty desk", "The duty desk", "The duty desk"),
        (None, "my GP surgery", "my GP surgery", "My GP surgery"),
        (None, "CMHT duty desk", "the CMHT duty desk", "CMHT duty desk"),
        (None, "Jo", "Jo", "Jo"),
        (None, " a  nurse ", "a nurse", "A nurse"),
        (None, None, "the team", "The team"),
        (None, "  ", "the team", "The team"),
        ("gone", None, "the team", "The team"),
    ],
)
def test_somebody_is_named_inside_a_sentence_and_on_their_own(
    person_id: str | None, said: str | None, inside: str, alone: str
) -> None:
    assert who(BOOK, person_id, said) == inside
    assert called(BOOK, person_id, said) == alone


def test_a_visit_is_with_a_person_or_whoever_was_written_down() -> None:
    assert visitor(Appointment(id="v", planned_at=NOW, person_id="dana"), BOOK) == "Dana"
    assert visitor(Appointment(id="v", planned_at=NOW, with_="crisis team"), BOOK) == "the crisis team"


def test_a_role_says_who_is_co_ordinator_in_the_persons_own_word() -> None:
    day = date(2026, 3, 12)
    assert role_line(DANA, BOOK, day) == "Care co-ordinator, CPN"
    assert role_line(DANA, BOOK, date(2025, 1, 5)) == "CPN"
    assert role_line(NAIR, BOOK, day) == "Psychologist"
    own = BOOK.with_settings(Settings(role_word="key worker"))
    assert role_line(DANA, own, day) == "Key worker, CPN"
    alike = own.keeping(Person(id="dana", name="Dana Whitfield", role="Key worker"))
    assert role_line(alike.people["dana"], alike, day) == "Key worker"
