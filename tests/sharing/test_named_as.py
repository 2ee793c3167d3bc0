"""Names in what is shared."""

import pytest

from carecompanion.domain.book import Book
from carecompanion.domain.names import called, who
from carecompanion.domain.records import Attempt, Contact, Coordination, Person, Point, Record
from carecompanion.domain.vocabulary import NamesAs
from carecompanion.sharing.named_as import named_as
from tests.domain.given import DANA_THEN_ADE, TEAM, at, day, new, tried

TODAY = day("2026-03-12")


def named(names: NamesAs, *records: Record, team: tuple[Record, ...] = TEAM) -> Book:
    return named_as(Book().keeping(*team, *records), names, TODAY)


def text_as(names: NamesAs, text: str, team: tuple[Record, ...] = TEAM) -> str:
    point = new(Point, text=text, raised_at=at("2026-03-09 09:12"))
    return named(names, point, team=team).points[point.id].text


def test_as_written_nothing_changes() -> None:
    book = Book().keeping(*TEAM)
    assert named_as(book, "written", TODAY) is book


@pytest.mark.parametrize(
    ("person", "in_a_sentence", "at_its_start"),
    [
        ("dana", "my care co-ordinator", "My care co-ordinator"),
        ("okafor", "the psychiatrist", "The psychiatrist"),
        ("ade", "the social worker", "The social worker"),
    ],
)
def test_as_roles_people_go_by_what_they_are(person: str, in_a_sentence: str, at_its_start: str) -> None:
    book = named("roles")
    assert (who(book, person), called(book, person)) == (in_a_sentence, at_its_start)


def test_whoever_held_the_role_before_is_told_apart_and_a_role_in_capitals_stays_so() -> None:
    sam = Person(id="sam", name="Sam Reed", role="Senior CPN")
    book = named("roles", sam, team=DANA_THEN_ADE)
    assert who(book, "ade") == "my care co-ordinator"
    assert who(book, "dana") == "my care co-ordinator before"
    assert who(book, "sam") == "the senior CPN"
    assert who(named("roles", Person(id="sam", name="Sam Reed", role="")), "sam") == "a team member"


def test_a_desk_among_the_people_stays_and_a_role_that_names_somebody_is_not_said() -> None:
    desk = Person(id="desk", name="Duty desk", role="When Dana is away")
    sam = Person(id="sam", name="Sam Reed", role="Stands in for Dana")
    book = named("roles", desk, sam)
    assert (who(book, "desk"), who(book, "sam")) == ("the duty desk", "a team member")


def test_as_initials_titles_stay_and_roles_go() -> None:
    book = named("initials")
    assert (who(book, "dana"), who(book, "okafor")) == ("D.W.", "Dr O.")
    assert book.people["dana"].role == ""


@pytest.mark.parametrize(
    ("typed", "roles", "initials"),
    [
        ("The letter Dana promised", "The letter my care co-ordinator promised", "The letter D.W. promised"),
        ("dana's visit", "my care co-ordinator's visit", "D.W.'s visit"),
        ("DANA  WHITFIELD", "my care co-ordinator  my care co-ordinator", "D.W.  D.W."),
        ("Ask Dana Whitfield", "Ask my care co-ordinator", "Ask D.W."),
        ("Dr Okafor or Okafor", "the psychiatrist or the psychiatrist", "Dr O. or Dr O."),
        ("Danaë and Adept", "Danaë and Adept", "Danaë and Adept"),
        (r"\1 \g<0> [", r"\1 \g<0> [", r"\1 \g<0> ["),
    ],
)
def test_names_in_free_words_go_too(typed: str, roles: str, initials: str) -> None:
    assert text_as("roles", typed) == roles
    assert text_as("initials", typed) == initials


def test_somebody_who_is_only_named_becomes_nobody_in_particular_but_a_desk_stays() -> None:
    contact = new(Contact, about="Did Jo Marsh ring?")
    first = tried(contact, "2026-03-09 09:12")
    to_jo = new(Attempt, contact_id=contact.id, at=first.at, route="phone", outcome="sent", to="Jo Marsh")
    to_desk = new(Attempt, contact_id=contact.id, at=first.at, route="phone", outcome="sent", to="Duty desk")
    book = named("roles", contact, to_jo, to_desk)
    assert book.attempts[to_jo.id].to == "a team member"
    assert book.attempts[to_desk.id].to == "Duty desk"
    assert book.contacts[contact.id].about == "Did a team member ring?"
    assert named("initials", contact, to_jo).attempts[to_jo.id].to == "J.M."


def test_a_journal_without_people_has_nothing_to_rename() -> None:
    assert text_as("roles", "Dana", team=()) == "Dana"


def test_a_co_ordinator_who_begins_later_is_not_yet_mine() -> None:
    later = Coordination(id="later", person_id="ade", began_on=day("2026-05-01"))
    assert who(named("roles", later), "ade") == "the social worker"
