"""How a document will read: all of its text, page by page, in lines that fit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from carecompanion.sharing.document import Bullets, Document, Heading, PageBreak, Paragraph, Room, Table
from carecompanion.sharing.paging import Part, pages_by_break
from carecompanion.sharing.plain_lines import harmless
from carecompanion.tui.parts.paged_lines import PagedLines
from tests.naughty import NAUGHTY
from tests.sharing.documents import DOCUMENTS
from tests.sharing.test_drawn import WHOLE, holding, squeezed


def laid_out(document: Document, width: int) -> list[str | None]:
    """Every line of a document, None between two pages."""
    paged = PagedLines()
    paged.lay_out(pages_by_break(document), document.title, "How it will read", width)
    assert [paged.lines[top - 1] for top in paged.tops[1:]] == [None] * (len(document.pages) - 1)
    return [line.plain if line is not None else None for line in paged.lines]


def drawn(document: Document, width: int) -> str:
    """Every page, one after the other."""
    return "\n".join(line or "" for line in laid_out(document, width))


def texts(document: Document) -> list[str]:
    """Every text of a document, but for the heads of tables, which little room leaves out."""
    found = [document.title]
    for block in document.blocks:
        match block:
            case Heading(text) | Paragraph(text):
                found.append(text)
            case Bullets(items):
                found += items
            case Table(_, rows):
                found += [cell for row in rows for cell in row]
            case Room(label):
                found.append(label)
            case PageBreak():
                pass
    return [squeezed(harmless(text)) for text in found]


def test_a_document_is_drawn_as_it_will_read() -> None:
    assert laid_out(WHOLE, 40) == [
        "",
        "How it will read – page 1 of 2",
        "",
        "For my care review",
        "From my journal.",
        "",
        "What is going well",
        "·  I felt listened to.",
        "·  Replies came in time.",
        "",
        "Questions to ask",
        "1  How soon?",
        "2  Who covers?",
        f"Who I want there: {'─' * 22}",
        "",
        "─" * 40,
        "",
        "What we agree to do",
        "Action               Who",
        "",
        "─" * 40,
        "",
        "─" * 40,
        *("", None, ""),
        "Page 2 of 2",
        "",
        "The evidence",
        "",
        "I felt listened to",
        *("When – What", "3 March 2026", "  Visit: Dana", "4 March 2026", "  Visit: Ade", ""),
    ]
    assert laid_out(WHOLE, 60)[-9:] == [
        "Page 2 of 2",
        "",
        "The evidence",
        "",
        "I felt listened to",
        "When          What",
        "3 March 2026  Visit: Dana",
        "4 March 2026  Visit: Ade",
        "",
    ]
    assert laid_out(WHOLE, 30)[-6:] == [
        *("When – What", "3 March 2026", "  Visit: Dana", "4 March 2026", "  Visit: Ade", ""),
    ]


def test_a_document_of_one_page_has_no_number() -> None:
    assert drawn(Document("x", (Paragraph("y"), Paragraph("z"))), 40).strip().splitlines() == [
        *("How it will read", "", "x", "y", "", "z"),
    ]


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS, st.sampled_from([20, 47, 400]))
def test_all_of_its_text_is_there(document: Document, width: int) -> None:
    shown = squeezed(drawn(document, width))
    assert not [text for text in texts(document) if text not in shown]


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS, st.integers(20, 90))
def test_no_line_is_wider_than_there_is_room(document: Document, width: int) -> None:
    assert max(cell_len(line or "") for line in laid_out(document, width)) <= width


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS, DOCUMENTS, st.integers(20, 90), st.integers(20, 90))
def test_what_was_laid_out_before_changes_nothing(before: Document, now: Document, one: int, other: int) -> None:
    paged = PagedLines()
    for document, width in ((before, one), (now, one), (before, other), (now, other), (now, one)):
        paged.lay_out(pages_by_break(document), document.title, "How it will read", width)
        assert [line.plain if line is not None else None for line in paged.lines] == laid_out(document, width)


def test_a_list_goes_on_counting_on_another_page() -> None:
    page = (Part(Bullets(("How soon?", "Who covers?"), numbered=True), 9),)
    paged = PagedLines()
    paged.lay_out(((), page), "x", "How it will read", 40)
    assert [line.plain for line in paged.lines[-3:] if line is not None] == ["9   How soon?", "10  Who covers?", ""]


def test_words_are_found_where_they_stand_however_lines_break() -> None:
    paged = PagedLines()
    for width in (60, 20):
        paged.lay_out(pages_by_break(WHOLE), WHOLE.title, "How it will read", width)
        found = paged.line_of("I felt  listened to.")
        assert found is not None
        line = paged.lines[found]
        assert line is not None
        assert line.plain.startswith("·  I felt")
        assert paged.line_of("Nobody said this") is paged.line_of(" ") is None


@pytest.mark.parametrize("width", [20, 60])
def test_odd_strings_are_drawn_as_they_were_typed(width: int) -> None:
    for text in NAUGHTY:
        if len(text) < 500:
            assert squeezed(harmless(text)) in squeezed(drawn(holding(text), width))
