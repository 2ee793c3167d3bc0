"""What was shared: the record holds the document and nothing else, and every file made of it says the same."""

import io
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from pypdf import PdfReader

from carecompanion.domain.book import Book
from carecompanion.domain.vocabulary import FileFormat
from carecompanion.sharing.frozen import thawed
from carecompanion.sharing.review_pages import Choices, review_document
from carecompanion.sharing.shared import (
    chosen_words,
    copies,
    document_of,
    how_words,
    shared_again,
    shared_copy,
    spoken_shared,
    title_of,
)
from carecompanion.sharing.writers import written
from tests.domain.given import at
from tests.domain.lively import NOW as LIVELY_NOW
from tests.naughty import NAUGHTY
from tests.sharing.test_drawn import WHOLE, holding
from tests.sharing.test_review_pages import BOOKS, CHOICES, EVERYTHING, SECRET

NOW = at("2026-03-12 14:20")
COPY = shared_copy(WHOLE, NOW, "pdf", given_to=None)


@given(BOOKS, CHOICES)
def test_nothing_private_or_kept_out_is_in_what_is_kept_or_in_a_file_of_it(whole: Book, choices: Choices) -> None:
    document = review_document(whole, EVERYTHING, LIVELY_NOW, choices)
    copy = shared_copy(document, LIVELY_NOW, "html", given_to="Jo")
    assert SECRET not in copy.document.casefold()
    assert thawed(copy.document) == document
    for kind in ("html", "md", "txt"):
        content = written(thawed(copy.document), kind).content
        assert SECRET not in content.decode().casefold()
        assert content == written(document, kind).content


@pytest.mark.slow
@settings(max_examples=8, deadline=None)
@given(BOOKS, CHOICES)
def test_nothing_private_or_kept_out_is_in_a_pdf_of_what_is_kept(whole: Book, choices: Choices) -> None:
    copy = shared_copy(review_document(whole, EVERYTHING, LIVELY_NOW, choices), LIVELY_NOW, "pdf", given_to=None)
    pages = PdfReader(io.BytesIO(written(thawed(copy.document), "pdf").content)).pages
    assert SECRET not in "".join("".join(page.extract_text().split()) for page in pages).casefold()


def test_each_format_can_be_written() -> None:
    for kind in get_args(FileFormat):
        made = written(WHOLE, kind, large_print=True)
        assert made.content
        assert len(made.pages) == (2 if kind == "pdf" else 0)
        assert not made.is_short_of_letters


def test_whom_it_is_for_is_one_line_or_nothing() -> None:
    for typed, kept in (
        ("Dana", "Dana"),
        (" Jo,\n my  sister ", "Jo, my sister"),
        ("", None),
        (" \n", None),
        (None, None),
    ):
        assert shared_copy(WHOLE, NOW, "pdf", given_to=typed).given_to == kept


def test_shared_again_is_the_same_to_the_letter_for_somebody_else_at_another_time() -> None:
    later = at("2026-04-01 09:00")
    was = replace(COPY, names="roles", dates="rough", large_print=True, private="mine", keep_out=True, written_by="Jo")
    again = shared_again(was, later, "html", large_print=False, given_to="Dana")
    assert again.document == was.document
    assert (again.names, again.dates, again.large_print, again.file_format) == ("roles", "rough", False, "html")
    assert (again.at, again.written_at, again.given_to) == (later, later, "Dana")
    assert again.id != was.id
    assert (again.private, again.keep_out, again.written_by) == (None, False, None)


def test_how_it_was_shared_in_words() -> None:
    assert how_words(COPY) == "PDF"
    assert chosen_words(COPY) == ""
    other = replace(COPY, file_format="md", names="initials", dates="rough", large_print=True)
    assert how_words(other) == "Markdown, large print, names as initials, dates as “early March”"
    assert chosen_words(other) == "Names as initials, dates as “early March”. "


def test_the_newest_comes_first_and_what_is_no_document_is_named_all_the_same() -> None:
    older, broken = replace(COPY, id="older", at=at("2026-03-01 09:00")), replace(COPY, id="x", document="no")
    book = Book().keeping(older, broken)
    assert copies(book) == (broken, older)
    assert document_of(broken) is None
    assert title_of(broken) == "A copy without a title"
    assert [line.partition(":")[0] for line in spoken_shared(book, NOW)] == ["2", "1"]


def test_odd_strings_neither_break_a_list_nor_steer_a_terminal() -> None:
    for text in NAUGHTY:
        copy = shared_copy(holding(text), NOW, "txt", given_to=text)
        (line,) = spoken_shared(Book().keeping(copy), NOW)
        assert line.isprintable() or not any(ord(sign) < 32 or 127 <= ord(sign) < 160 for sign in line)
