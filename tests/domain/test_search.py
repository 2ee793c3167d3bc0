import pytest

from carecompanion.domain.records import Contact, Note, Point, Record
from carecompanion.domain.search import folded, matching
from carecompanion.domain.timeline import entries
from tests.domain.given import at, book, new, replied, tried, visit

NOW = at("2026-03-12 14:20")
NOTE = new(Note, at=at("2026-03-10 19:40"), text="Café on Mill Street\nAsked about Friday’s x-ray, at 10.5 mg 🙂")


def found(words: str, *records: Record) -> list[str]:
    """The ids of the entries in which the words occur."""
    known = book(*records)
    return [entry.record.id for entry in matching(entries(known, NOW), words, known, NOW)]


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
        "",
        "note",
    ],
)
def test_every_word_or_its_beginning_is_found_in_any_order(words: str) -> None:
    assert found(words, NOTE) == [NOTE.id]


@pytest.mark.parametrize("words", ["cafés", "ill", "mill road", "ay", ".*", "(", "🙁"])
def test_a_word_that_is_not_there_or_only_inside_another_is_not_found(words: str) -> None:
    assert found(words, NOTE) == []


def test_what_was_written_about_a_visit_is_found_wherever_it_was_written() -> None:
    seen = visit(
        "2026-03-11 14:00", place="Elm House", note="We laughed", did_not_say="About the rent", private="In the way"
    )
    asked = new(Point, text="The letter", raised_at=at("2026-03-11 14:30"), appointment_id=seen.id, outcome="no")
    for words in ("dana", "elm", "laughed", "rent", "way", "wednesday march"):
        assert seen.id in found(words, seen, asked), words
    assert set(found("letter", seen, asked)) == {seen.id, asked.id}


def test_all_of_a_contact_is_found_by_what_it_is_about() -> None:
    need = new(Contact, about="Moving house")
    first, came = tried(need, "2026-03-09 09:00"), replied(need, "2026-03-09 10:00", note="Ring back on Monday")
    other = new(Note, at=at("2026-03-08 10:00"), text="Quiet")
    assert found("moving", need, first, came, other) == [came.id, first.id]
    assert found("ring monday", need, first, came, other) == [came.id, first.id]


def test_capitals_accents_and_curly_apostrophes_make_no_difference() -> None:
    assert folded("Élan’s ﬁne STRASSE") == folded("elan's fine straße")
