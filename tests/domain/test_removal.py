"""What deleting an entry takes along, mends and changes; and putting it back."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from carecompanion.domain.book import LIST_NAMES, Book
from carecompanion.domain.records import (
    Absence,
    Contact,
    LeftOut,
    Note,
    OwnAnswer,
    OwnTrait,
    Point,
    Promise,
    Record,
    Update,
)
from carecompanion.domain.removal import removal
from carecompanion.domain.removal_words import meaning
from carecompanion.domain.trash import Gone, put_back
from tests.domain.given import ADE, DANA, at, book, day, new, replied, tried, visit
from tests.domain.lively import lively_books

NOW = at("2026-03-12 14:20")
NEED = new(Contact, about="The letter", due_at=at("2026-03-10 09:00"))
FIRST, SECOND = tried(NEED, "2026-03-09 09:00"), tried(NEED, "2026-03-09 12:00")
CAME = replied(NEED, "2026-03-09 15:00")
SEEN = visit("2026-03-08 14:00", listened="yes", on_time="yes")
ASKED = new(Point, text="A copy", raised_at=at("2026-03-08 14:30"), appointment_id=SEEN.id)
PROMISED = new(Promise, text="Will ring", made_on=day("2026-03-08"), appointment_id=SEEN.id)
NEWS = new(Update, what="Moved", told_on=day("2026-03-09"), contact_id=NEED.id)
SNOW = new(LeftOut, entry_id=SEEN.id, trait="organisation", reason="Snow", left_out_at=NOW)
CAT = new(OwnTrait, name="Warm", question="The cat?", began_on=day("2026-01-01"))


@pytest.mark.parametrize(
    ("record", "others", "going", "mended"),
    [
        (SEEN, (ASKED, PROMISED, SNOW), {SEEN, SNOW}, {"asked", "promised"}),
        (FIRST, (NEED, CAME, NEWS), {FIRST, NEED, CAME}, {"news"}),
        (CAME, (NEED, FIRST), {CAME}, set()),
        (NEED, (FIRST, SECOND, CAME), {NEED, FIRST, SECOND, CAME}, set()),
        (ASKED, (SEEN,), {ASKED}, set()),
    ],
)
def test_what_goes_along_and_what_is_mended(
    record: Record, others: tuple[Record, ...], going: set[Record], mended: set[str]
) -> None:
    removed = removal(record, book(record, *others))
    unlinked = {
        "asked": replace(ASKED, appointment_id=None),
        "promised": replace(PROMISED, appointment_id=None),
        "news": replace(NEWS, contact_id=None),
    }
    assert removed.going[0] == record
    assert set(removed.going) == going
    assert set(removed.mended) == {unlinked[name] for name in mended}


def test_of_two_tries_the_first_goes_alone_and_the_reply_is_due_by_the_second() -> None:
    known = book(NEED, FIRST, SECOND, CAME)
    removed = removal(FIRST, known)
    assert removed.going == (FIRST,)
    (timed,) = removed.mended
    assert isinstance(timed, Contact)
    assert timed.due_at is None  # nothing was agreed in this book
    assert removal(SECOND, known).going == (SECOND,)


def test_a_try_without_which_a_reply_makes_no_sense_stays() -> None:
    early = replied(NEED, "2026-03-09 10:00")
    assert "A reply came before the next try" in removal(FIRST, book(NEED, FIRST, SECOND, early)).why_not


def test_a_visit_that_another_was_moved_to_leaves_that_one_without_its_link() -> None:
    moved = replace(visit("2026-03-01 14:00"), status="moved_by_service", moved_to_id=SEEN.id)
    removed = removal(SEEN, book(SEEN, moved))
    assert removed.mended == (replace(moved, moved_to_id=None),)


def test_somebody_who_is_named_and_a_question_that_is_answered_stay() -> None:
    answered = replace(SEEN, own=(OwnAnswer(trait_id=CAT.id, answer="yes"),))
    known = book(answered, CAT)
    assert removal(DANA, known).why_not.startswith("Dana Whitfield is named in 2 entries")
    assert "has been answered" in removal(CAT, known).why_not
    assert removal(ADE, known).going == (ADE,)
    assert removal(CAT, book(SEEN, CAT)).going == (CAT,)


@pytest.mark.parametrize(
    ("record", "others", "words"),
    [
        (SEEN, (), "It will no longer count towards Keeps time and Listens."),
        (FIRST, (NEED, CAME), "Its reply goes with it. They will no longer count towards Accessible."),
        (CAME, (NEED, FIRST), "What it answered will wait for a reply again."),
        (new(Note, at=NOW, text="Rain"), (), ""),
        (
            new(Absence, person_id=DANA.id, from_on=day("2026-03-02"), cover_named="no", told_before="no"),
            (),
            "It will no longer count towards Accessible.",
        ),
    ],
)
def test_what_deleting_means_is_said(record: Record, others: tuple[Record, ...], words: str) -> None:
    known = book(record, *others)
    assert meaning(removal(record, known), known, NOW) == words


@given(known=lively_books())
@settings(max_examples=25, deadline=None)
def test_after_any_deletion_nothing_points_at_what_went_and_it_can_be_put_back(known: Book) -> None:
    for record in known.everything():
        removed = removal(record, known)
        if removed.why_not:
            assert not removed.going
            continue
        after = known.keeping(*removed.mended).without(*removed.going)
        ids = {each.id for each in removed.going}
        assert not any(ids & _ids_in(each) for each in after.everything())
        before = tuple(known.list(LIST_NAMES[type(each)])[each.id] for each in removed.mended)
        back = put_back(gone := Gone(1, NOW, removed.going, before), [gone], after)
        again = after.keeping(*back)
        assert {each.id for each in again.everything()} == {each.id for each in known.everything()}
        if not any(isinstance(each, Contact) for each in removed.mended):
            assert set(again.everything()) == set(known.everything())


def _ids_in(record: Record) -> set[str]:
    return {
        value
        for name in ("contact_id", "appointment_id", "moved_to_id", "person_id", "by_person_id", "entry_id")
        if (value := getattr(record, name, None)) is not None
    }
