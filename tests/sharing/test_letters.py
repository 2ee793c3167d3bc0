"""The document of a letter: what stands in it, in every format, and what never does."""

from dataclasses import replace
from random import Random
from time import process_time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carecompanion.domain.book import Book
from carecompanion.domain.records import Brought, Letter, Note, Point, Record
from carecompanion.domain.sample import sample_book
from carecompanion.domain.shareable import shareable
from carecompanion.domain.vocabulary import LetterKind
from carecompanion.sharing.document import Document, Heading, Paragraph, Room, Table
from carecompanion.sharing.letters import WROTE_DOWN, _blocks, letter_document
from carecompanion.sharing.review_pages import Choices
from tests.domain.given import at, book, day, new, visit
from tests.domain.lively import lively_books
from tests.naughty import NAUGHTY
from tests.records import any_book
from tests.sharing.drawn import every_format, html, pdf, pdf_text
from tests.sharing.test_review_pages import SECRET, marked

NOW = at("2026-03-12 14:20")
USUAL = Choices()
VISIT = visit("2026-03-03 10:00", "cancelled_by_me", place="Elm House")
MISSED = visit("2026-03-09 10:00", "cancelled_by_service")
CONCERN = new(
    Letter,
    kind="concern",
    begun_on=day("2026-03-10"),
    to="The team manager, Elm House\n1 High Street",
    my_name="Sam Brook",
    reach_me="text 07700 900123",
    service="Elm House community team",
    happened_on=day("2026-03-03"),
    happened="Dana Whitfield did not come.\n\nNobody rang me.",
    involved="Dana",
    affected="I was worried.",
    look_into="Why nobody rang.",
    wanted="A call when a visit is off.",
    enclosed="A copy of the letter of 2 March",
    brought=(Brought(entry_id=MISSED.id), Brought(entry_id=VISIT.id)),
)


def document_of(letter: Letter, *records: Record, choices: Choices = USUAL, **settings: Any) -> Document:
    found = letter_document(book(letter, *records, **settings), letter.id, NOW, choices)
    assert found is not None
    return found


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def test_a_concern_holds_all_that_the_guidance_says_in_its_order() -> None:
    document = document_of(CONCERN, VISIT, MISSED)
    assert document.title == "Raising a concern"
    assert paragraphs(document) == [
        "To: The team manager, Elm House, 1 High Street",
        "From: Sam Brook",
        "How to reach me: text 07700 900123",
        "Service and place: Elm House community team",
        "12 March 2026",
        "Dear team manager,",
        "I am writing to raise a concern.",
        "This is about what happened from 3 March 2026 on.",
        "Dana Whitfield did not come.",
        "Nobody rang me.",
        "Dana",
        "I was worried.",
        "Why nobody rang.",
        "A call when a visit is off.",
        "A copy of the letter of 2 March",
        "This is what I wrote down, not everything that happened.",
        "Please let me know that you have this letter, and by when I can expect an answer.",
        "With kind regards,",
        "Sam Brook",
    ]
    assert headings(document) == [
        "What happened",
        "Who was involved",
        "How it affected me",
        "What I would like you to look into",
        "What I would like to happen",
        "What I enclose",
        WROTE_DOWN,
    ]


def test_what_was_brought_along_stands_in_order_of_time_in_ones_own_hand() -> None:
    (table,) = (block for block in document_of(CONCERN, VISIT, MISSED).blocks if isinstance(block, Table))
    assert table.rows == (
        ("3 March 2026", "Visit: Dana, Elm House", "I cancelled"),
        ("9 March 2026", "Visit: Dana", "They cancelled"),
    )


@pytest.mark.parametrize(
    ("kind", "title", "begins"),
    [
        ("change", "Asking for a change of key worker", "I am writing to ask for a change of key worker."),
        ("care_plan", "Asking for a copy of my care plan", "Please could I have a copy of my care plan."),
        (
            "in_touch",
            "Agreeing how and how soon we get in touch",
            "I would like us to agree how we get in touch, and how soon I can expect a reply.",
        ),
        ("thanks", "Thank you", "I am writing to say thank you."),
    ],
)
def test_each_letter_says_what_it_asks_in_the_persons_own_role_word(kind: LetterKind, title: str, begins: str) -> None:
    document = document_of(new(Letter, kind=kind, begun_on=day("2026-03-10")), role_word="key worker")
    assert document.title == title
    assert begins in paragraphs(document)
    assert "Hello," in paragraphs(document)
    assert document.blocks[-1] == Room("My name")
    assert ("Please let me know by when I can expect a reply." in paragraphs(document)) is (kind != "thanks")


def test_a_thank_you_has_no_headings() -> None:
    document = document_of(new(Letter, kind="thanks", begun_on=day("2026-03-10"), to="Dana", happened="For ringing."))
    assert headings(document) == []
    assert "Dear Dana," in paragraphs(document)
    assert "For ringing." in paragraphs(document)


def test_a_sent_letter_keeps_the_day_it_was_sent() -> None:
    assert "11 March 2026" in paragraphs(document_of(replace(CONCERN, sent_at=at("2026-03-11 23:00"), brought=())))


@pytest.mark.parametrize(("names", "dana"), [("roles", "my care co-ordinator"), ("initials", "D.W.")])
def test_names_and_dates_are_as_chosen(names: Any, dana: str) -> None:
    letter = replace(CONCERN, to="Dana Whitfield")
    text = " ".join(every_format(document_of(letter, VISIT, MISSED, choices=Choices(names, "rough")))["text"].split())
    assert f"{dana} did not come" in text
    assert f"Dear {dana.removeprefix('my ')}," in text
    assert "Whitfield" not in text
    assert "from early March 2026 on" in text
    assert "3 March" not in text


def test_names_in_a_note_that_is_brought_along_are_named_so_too() -> None:
    note = new(Note, at=NOW, text="Whitfield was late")
    letter = replace(CONCERN, brought=(Brought(entry_id=note.id),))
    text = every_format(document_of(letter, note, choices=Choices("roles")))["text"]
    assert "Note: my care co-ordinator was late" in " ".join(text.split())


def test_it_is_opened_and_read_back_in_all_four_formats() -> None:
    document = document_of(CONCERN, VISIT, MISSED)
    texts = [*every_format(document).values(), pdf_text(document)]
    for text in texts:
        joined = " ".join(text.split())
        for said in (
            "Raising a concern",
            "Dear team manager,",
            "A call when a visit is off.",
            "Visit: Dana, Elm House",
        ):
            assert said in joined
    opened = pdf(document)
    assert opened.metadata is not None
    assert opened.metadata.title == "Raising a concern"
    assert len(opened.pages) <= 2
    assert html(document).all("h1") == ["Raising a concern"]


@pytest.mark.parametrize("odd", ["[/] *b* <b>x</b>", "🙂 🧑🏿‍🦽‍➡️", "שלום עולם", "العربية 12"])
def test_markup_emoji_and_right_to_left_words_stay_words(odd: str) -> None:
    document = document_of(replace(CONCERN, brought=(), happened=odd, to=odd, my_name=odd))
    for text in every_format(document).values():
        assert "".join(odd.split()) in "".join(text.split()).replace("\u2060", "")
    assert pdf(document).pages


def test_no_words_stop_a_letter() -> None:
    for odd in NAUGHTY:
        document = document_of(replace(CONCERN, brought=(), to=odd, happened=odd, my_name=odd, enclosed=odd))
        assert every_format(document)


def test_five_hundred_entries_can_be_brought_along() -> None:
    points = [new(Point, text=f"Point {number}", raised_at=NOW) for number in range(500)]
    letter = replace(CONCERN, brought=tuple(Brought(entry_id=each.id) for each in points))
    document = document_of(letter, *points)
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert len(table.rows) == 500
    assert "Point 499" in pdf_text(document)


# what never stands in it


def test_a_letter_that_is_kept_out_has_no_document() -> None:
    kept_out = replace(CONCERN, keep_out=True, brought=())
    assert letter_document(book(kept_out), kept_out.id, NOW, USUAL) is None


def test_an_entry_that_is_kept_out_stays_out_though_it_was_brought_along() -> None:
    document = document_of(CONCERN, replace(VISIT, keep_out=True), MISSED)
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert [row[0] for row in table.rows] == ["9 March 2026"]
    nothing_left = document_of(CONCERN, replace(VISIT, keep_out=True), replace(MISSED, keep_out=True))
    assert WROTE_DOWN not in headings(nothing_left)


CHOICES = st.builds(Choices, st.sampled_from(["written", "roles", "initials"]), st.sampled_from(["exact", "rough"]))


def bringing_all(whole: Book, number: int) -> Book:
    """The book with letters that bring along whatever there is, and then with secrets in it."""
    entries = [key for name in ("attempts", "replies", "appointments", "points", "notes") for key in whole.list(name)]
    brought = tuple(Brought(entry_id=key) for key in Random(number).sample(entries, len(entries)))
    kinds: tuple[LetterKind, ...] = ("concern", "change", "thanks")
    letters = [replace(CONCERN, id=f"letter-{kind}", kind=kind, brought=brought) for kind in kinds]
    return marked(whole.keeping(*letters), number)


BOOKS = st.builds(bringing_all, lively_books() | any_book(2), st.integers(0, 999_999))


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(BOOKS, CHOICES)
def test_nothing_private_or_kept_out_gets_into_a_letter(whole: Book, choices: Choices) -> None:
    for key in whole.letters:
        document = letter_document(whole, key, NOW, choices)
        for text in every_format(document).values() if document else ():
            assert SECRET not in text.casefold()


@pytest.mark.slow
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BOOKS, CHOICES)
def test_nothing_private_or_kept_out_gets_into_a_pdf(whole: Book, choices: Choices) -> None:
    for key in whole.letters:
        document = letter_document(whole, key, NOW, choices)
        assert document is None or SECRET not in pdf_text(document).casefold().replace(" ", "")


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(BOOKS)
def test_a_letter_says_the_same_whether_all_of_the_journal_is_read_for_it_or_a_part(whole: Book) -> None:
    for key in whole.letters:
        shared = shareable(whole)
        letter = shared.letters.get(key)
        blocks = None if letter is None else tuple(_blocks(letter, shared, NOW, "exact"))
        document = letter_document(whole, key, NOW, USUAL)
        assert (document and document.blocks) == blocks


@pytest.mark.slow
def test_a_letter_of_a_journal_of_years_is_drawn_at_once() -> None:
    points = [new(Point, text=f"Point {number}", raised_at=NOW) for number in range(100_000)]
    whole = book(CONCERN, VISIT, MISSED, *points)
    began = process_time()
    assert letter_document(whole, CONCERN.id, NOW, USUAL)
    assert process_time() - began <= 0.05


def test_every_letter_of_the_sample_has_a_document() -> None:
    sample = sample_book(NOW)
    assert all(letter_document(sample, key, NOW, USUAL) for key in sample.letters)
