"""The document for a review: what stands in it, how names and dates do, and what never does."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecompanion.domain.book import Book
from carecompanion.domain.contradictions import COUNTING, REFERENCES
from carecompanion.domain.periods import Period
from carecompanion.domain.records import Brought, CareReview, Note, Point, Record, ReviewPoint
from carecompanion.domain.review_items import SIDES
from carecompanion.domain.sample import sample_book
from carecompanion.domain.shapes import hints
from carecompanion.domain.vocabulary import DatesAs
from carecompanion.sharing.document import Bullets, Document, Heading, Paragraph, Room, Table
from carecompanion.sharing.pdf import draw_pdf
from carecompanion.sharing.review_pages import OWN_POINTS, Choices, review_document
from tests.domain.given import at, book, new, visit
from tests.domain.lively import NOW as LIVELY_NOW
from tests.domain.lively import lively_books
from tests.records import any_book
from tests.sharing.drawn import every_format, pdf, pdf_text

NOW = at("2026-03-12 14:20")
SAMPLE = sample_book(NOW)
EVERYTHING = Period(date(2018, 1, 1), date(2032, 12, 31))
SECRET = "xsecretx"


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2]


def words(document: Document) -> str:
    return every_format(document)["text"]


def under(document: Document, heading: str) -> list[str]:
    """The paragraphs and things of lists that stand under a heading."""
    found: list[str] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Heading):
            inside = block.text == heading
        elif inside and isinstance(block, Paragraph):
            found.append(block.text)
        elif inside and isinstance(block, Bullets):
            found += block.items
    return found


def page_of(whole: Book, dates: DatesAs = "exact") -> Document:
    return review_document(whole, None, NOW, Choices(dates=dates))


# what stands in it


def test_the_first_page_has_all_it_needs_in_order_and_the_evidence_follows() -> None:
    document = page_of(SAMPLE)
    assert headings(document.first_page) == [
        "What is going well",
        "What could be better",
        "What I am still waiting for",
        "Questions to ask",
        "How and when we are in touch",
        "What we agree to do",
    ]
    assert headings(document)[6:] == ["The evidence", "All I am still waiting for", "All questions", "Every figure"]
    first = words(document.first_page)
    assert "Thursday 26 March 2026 at 10:00, Elm House, with the whole team." in first
    assert "It covers 10 October 2025 to 12 March 2026." in first
    rooms = [block.label for block in document.first_page.blocks if isinstance(block, Room)]
    assert rooms == ["What I would like to happen"]
    assert "Who I want there: Jo, my sister" in first
    assert "What matters most to me: That somebody tells Dana when things change." in first


def test_going_well_and_could_be_better_are_told_alike_with_their_days() -> None:
    document = page_of(SAMPLE)
    assert under(document, "What is going well")[1] == (
        "I felt comfortable (how it felt to me): recorded 9 of 10 times, and 1 partly. "
        "So on 11 March, 3 March and 5 February."
    )
    assert under(document, "What could be better") == [
        "Visits went ahead, on time and in full: recorded 6 of 12 times, and 1 partly. "
        "Not so on 11 March, 24 February and 23 January.",
        "What I would like to happen: That we use the whole hour.",
        "What I raised was followed up (how it felt to me): recorded 5 of 8 times. "
        "Not so on 6 March, 24 February and 11 December 2025.",
    ]


def test_the_sample_has_one_first_page_in_usual_print() -> None:
    document = page_of(SAMPLE)
    assert len(pdf(document.first_page).pages) == 1


def test_it_says_that_it_is_not_everything_on_the_first_page_and_at_the_end() -> None:
    document = page_of(SAMPLE)
    assert "This is what I wrote down, not everything that happened." in " ".join(words(document.first_page).split())
    assert words(document).rstrip().endswith("This is what you wrote down, not everything that happened.")


def test_each_figure_has_its_count_its_word_and_how_it_is_worked_out() -> None:
    document = page_of(SAMPLE)
    table = [block for block in document.blocks if isinstance(block, Table)][-1]
    assert table.heads == ("What", "How often", "In a word")
    assert ("Listens: I felt listened to (how it felt to me)", "7 of 10, and 2 partly", "Usually") in table.rows
    explained = under(document, "How each figure is worked out")
    assert "I felt listened to: We look at each visit with your care co-ordinator" in " ".join(explained)
    assert len(explained) == len(table.rows) + 2


def test_without_any_evidence_there_is_room_for_ones_own_points() -> None:
    document = page_of(Book())
    assert under(document, "What is going well") == under(document, "What could be better") == [OWN_POINTS]
    assert "Nothing counts in these days yet." in words(document)
    assert headings(document.first_page)[2:] == [
        "Questions to ask",
        "How and when we are in touch",
        "What we agree to do",
    ]
    assert "Nothing is written down as agreed with my care co-ordinator yet." in words(document)


def test_five_hundred_open_points_stay_off_the_first_page_and_stand_after_it() -> None:
    points = [new(Point, text=f"Point {number}", raised_at=NOW - timedelta(hours=number)) for number in range(500)]
    document = page_of(book(*points))
    assert len(under(document, "What I am still waiting for")) == 5
    assert "And 496 more, on the pages behind." in words(document.first_page)
    assert len(under(document, "All I am still waiting for")) == 500
    assert "I asked for: Point 0" in pdf_text(document)


def test_figures_count_only_what_may_be_shared() -> None:
    visits = [visit(f"2026-03-0{number} 10:00", listened="yes") for number in range(1, 6)]
    kept_out = visit("2026-03-06 10:00", listened="no", keep_out=True)
    document = page_of(book(*visits, kept_out))
    words_of_well = " ".join(under(document, "What is going well"))
    assert "I felt listened to (how it felt to me): recorded 5 of 5 times. So" in words_of_well
    assert "Only what may be shared is counted here." in words(document)


# names and dates


def test_rough_dates_leave_no_exact_one() -> None:
    text = " ".join(words(page_of(SAMPLE, "rough")).split())
    months = ("January", "February", "March", "April", "October", "November", "December")
    assert "It covers early October 2025 to mid-March 2026." in text
    assert "So in mid-March, early March and early February." in text
    assert not [f"{day} {month}" for day in range(1, 32) for month in months if f" {day} {month}" in text]
    assert "10:00" not in text


@pytest.mark.parametrize("names", ["roles", "initials"])
def test_other_names_leave_none_as_it_was_written(names: Any) -> None:
    document = review_document(SAMPLE, EVERYTHING, NOW, Choices(names))
    for text in every_format(document).values():
        for person in SAMPLE.people.values():
            named = person.name.split()[-1] if person.name.startswith("Dr") else person.name.split()[0]
            found = re.search(rf"\b{named}\b", text, re.IGNORECASE)
            assert found is None or named in ("Duty", "Crisis"), named


# what never stands in it


SEEDS = st.integers(0, 999_999)


def marked(whole: Book, number: int) -> Book:
    """The book with private words on every record, and some records kept out whose every word is a secret."""
    chance = Random(number)

    def mark(record: Record) -> Record:
        if chance.random() > 0.3:
            return replace(record, private=f"{SECRET} private")
        changed: dict[str, Any] = dict(secrets(record))
        return replace(record, keep_out=True, private=SECRET, **changed)

    return whole.keeping(*map(mark, whole.everything()))


def secrets(record: Record) -> Iterator[tuple[str, str]]:
    """A secret for every field of a record that takes free words and says something."""
    kind: type = type(record)
    for name, hint in hints(kind).items():
        free = hint in (str, str | None) and name not in {"id", "trait", "private", *REFERENCES}
        if free and getattr(record, name):
            yield name, f"{SECRET} {name}"


def preparing(whole: Book, number: int) -> Book:
    """The book with a review that is prepared: points that bring any entries along, in words of their own or none."""
    chance = Random(number)
    review = new(CareReview, who_there="Jo", matters_most="Being heard", say_first="Hello")
    able = [each for name in (*COUNTING, "notes") for each in whole.list(name).values()]
    points = [
        new(
            ReviewPoint,
            review_id=review.id,
            side=chance.choice(SIDES),
            brought=tuple(
                Brought(entry_id=each.id) for each in chance.sample(able, min(len(able), chance.randrange(4)))
            ),
            text=chance.choice([None, "My own words"]),
            wish=chance.choice([None, "A wish"]),
            taken=chance.random() < 0.8,
        )
        for _ in range(8)
    ]
    return whole.keeping(review, *points)


BOOKS = st.builds(marked, st.builds(preparing, lively_books() | any_book(), SEEDS), SEEDS)
CHOICES = st.builds(Choices, st.sampled_from(["written", "roles", "initials"]), st.sampled_from(["exact", "rough"]))


@given(BOOKS, CHOICES)
def test_nothing_private_or_kept_out_is_in_text_markdown_or_html(whole: Book, choices: Choices) -> None:
    document = review_document(whole, EVERYTHING, LIVELY_NOW, choices)
    for text in every_format(document).values():
        assert SECRET not in text.casefold()


@pytest.mark.slow
@settings(max_examples=12, deadline=None)
@given(BOOKS, CHOICES)
def test_nothing_private_or_kept_out_is_in_a_pdf(whole: Book, choices: Choices) -> None:
    document = review_document(whole, EVERYTHING, LIVELY_NOW, choices)
    assert SECRET not in pdf_text(document).casefold().replace(" ", "")


def test_the_same_words_are_in_every_format_where_they_may_be_shared() -> None:
    point = new(Point, text=SECRET, raised_at=NOW)
    shared = page_of(book(point))
    assert all(SECRET in text for text in (*every_format(shared).values(), pdf_text(shared)))
    kept_out = page_of(book(replace(point, keep_out=True)))
    assert not any(SECRET in text for text in (*every_format(kept_out).values(), pdf_text(kept_out)))


def test_notes_and_what_was_not_said_are_never_in_it() -> None:
    said = visit("2026-03-03 10:00", note=SECRET, did_not_say=SECRET, reason=SECRET, listened="yes")
    assert SECRET not in words(page_of(book(said, new(Note, at=NOW, text=SECRET))))


# speed


@pytest.mark.slow
def test_the_sample_is_drawn_as_pdf_within_a_second_and_a_half() -> None:
    draw_pdf(Document("x", ()))  # what is imported once is not counted
    began = process_time()
    drawn = draw_pdf(page_of(SAMPLE))
    assert process_time() - began <= 1.5
    assert drawn.content.startswith(b"%PDF")
