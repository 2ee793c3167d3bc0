"""Practising a review as data: what is said, in which order, and what stands behind it."""

from dataclasses import replace

from carecompanion.domain.book import Book
from carecompanion.domain.records import Brought, CareReview, Note, ReviewPoint
from carecompanion.domain.review import Review, prepare, usual_days
from carecompanion.domain.sample import sample_book
from carecompanion.domain.shareable import shareable
from carecompanion.domain.walk import going
from carecompanion.sharing.practising import END, FIRST, NOTHING, Card, cards, spoken_practice
from tests.domain.given import at, book, new

NOW = at("2026-03-12 14:20")
REVIEW = new(CareReview, written_at=NOW, say_first="Thank you for ringing", matters_most="To be asked")


def review_of(whole: Book) -> Review:
    shared = shareable(whole)
    return prepare(shared, whole, usual_days(shared, NOW), NOW)


def said(whole: Book) -> tuple[Card, ...]:
    review = review_of(whole)
    return cards(going(review, whole, NOW, "new"), review)


def test_it_begins_with_what_comes_first_and_goes_on_in_the_order_of_the_page() -> None:
    headings = list(dict.fromkeys(card.heading for card in said(sample_book(NOW).keeping(REVIEW))))
    assert headings[:1] == ["What matters most to me"]  # the sample's review, which says nothing first
    assert headings[1:] == [
        "What is going well",
        "What could be better",
        "What I am still waiting for",
        "Questions to ask",
    ]
    assert [card.text for card in said(book(REVIEW))][:2] == ["Thank you for ringing", "To be asked"]
    assert said(book(REVIEW))[0].heading == FIRST


def test_a_figure_has_its_dated_examples_behind_it_and_its_wish_beside_it() -> None:
    card = next(card for card in said(sample_book(NOW)) if card.text.startswith("Visits went ahead, on time"))
    assert card.text == "Visits went ahead, on time and in full: recorded 6 of 12 times, and 1 partly."
    assert card.wish == "That we use the whole hour."
    assert 2 <= len(card.behind) <= 5
    assert all(" 2025 – Visit: " in line or " – Visit: Dana" in line for line in card.behind)


def test_a_figure_in_one_s_own_words_has_what_was_recorded_behind_it() -> None:
    whole = sample_book(NOW)
    of_figure = next(point for point in whole.review_points.values() if point.drawn_from == "as_arranged")
    whole = whole.keeping(replace(of_figure, text="The hour is cut short"))
    card = next(card for card in said(whole) if card.text == "The hour is cut short")
    assert card.behind[0] == "Visits went ahead, on time and in full: recorded 6 of 12 times, and 1 partly."


def test_a_point_of_one_s_own_has_what_was_brought_along_behind_it() -> None:
    note = new(Note, at=at("2026-03-03 10:00"), text="They rang", kind="good")
    brought = (Brought(entry_id=note.id),)
    own = new(ReviewPoint, review_id=REVIEW.id, side="well", brought=brought, text="Somebody rang")
    (_first, _matters, card, *_) = said(book(REVIEW, note, own))
    assert (card.text, card.behind) == ("Somebody rang", ("They rang – 3 March.",))


def test_what_is_out_is_not_practised() -> None:
    out = new(ReviewPoint, review_id=REVIEW.id, side="well", text="Left out", taken=False)
    assert "Left out" not in [card.text for card in said(book(REVIEW, out))]


def test_spoken_each_thing_stands_after_a_blank_line_and_the_end_is_calm() -> None:
    card = Card("What is going well", "She rang\x1b[2J", "More of it", ("3 March – Call.",))
    assert spoken_practice((Card(FIRST, "Thank you"), card)) == (
        "What I want to say first: Thank you.",
        "",
        "What is going well: She rang�[2J.",
        "What I would like to happen: More of it.",
        "3 March – Call.",
        "",
        END,
    )
    assert spoken_practice(()) == (NOTHING,)
