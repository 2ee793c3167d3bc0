"""How a document will read: all of its text, page by page, in lines that fit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.content import Content

from carecompanion.sharing.document import Bullets, Document, Heading, PageBreak, Paragraph, Room, Table
from carecompanion.sharing.paging import Part, pages_by_break
from carecompanion.sharing.plain_lines import harmless
from carecompanion.tui.parts.preview import draw_page
from tests.naughty import NAUGHTY
from tests.sharing.documents import DOCUMENTS
from tests.sharing.test_drawn import WHOLE, holding, squeezed


def pages(document: Document, width: int) -> list[Content]:
    """Every page, the first with the title."""
    titles = [document.title, *[""] * len(document.pages)]
    return [draw_page(page, width, title) for page, title in zip(pages_by_break(document), titles, strict=False)]


def drawn(document: Document, width: int) -> str:
    """Every page, one after the other."""
    return "\n".join([page.plain for page in pages(document, width)])


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


def test_a_page_is_drawn_as_it_will_read() -> None:
    assert pages(WHOLE, 40)[0].plain.splitlines() == [
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
    ]
    assert pages(WHOLE, 60)[1].plain.splitlines() == [
        "The evidence",
        "",
        "I felt listened to",
        "When          What",
        "3 March 2026  Visit: Dana",
        "4 March 2026  Visit: Ade",
    ]
    assert pages(WHOLE, 30)[1].plain.splitlines()[3:] == [
        *("When – What", "3 March 2026", "  Visit: Dana", "4 March 2026", "  Visit: Ade"),
    ]


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS, st.sampled_from([20, 47, 400]))
def test_all_of_its_text_is_there(document: Document, width: int) -> None:
    shown = squeezed(drawn(document, width))
    assert not [text for text in texts(document) if text not in shown]


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS, st.integers(20, 90))
def test_no_line_is_wider_than_there_is_room(document: Document, width: int) -> None:
    for page in pages(document, width):
        assert max(row.cell_length for row in page.split()) <= width


def test_a_list_goes_on_counting_on_another_page() -> None:
    part = Part(Bullets(("How soon?", "Who covers?"), numbered=True), 9)
    assert draw_page((part,), 40).plain == "9   How soon?\n10  Who covers?"


@pytest.mark.parametrize("width", [20, 60])
def test_odd_strings_are_drawn_as_they_were_typed(width: int) -> None:
    for text in NAUGHTY:
        if len(text) < 500:
            assert squeezed(harmless(text)) in squeezed(drawn(holding(text), width))
