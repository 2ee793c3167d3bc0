"""A document in each of its formats, opened and read back."""

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from carecompanion.sharing.document import Block, Bullets, Document, Heading, PageBreak, Paragraph, Room, Table
from carecompanion.sharing.html import draw_html
from carecompanion.sharing.markdown import draw_markdown
from carecompanion.sharing.paging import Page
from carecompanion.sharing.pdf import Stopped, draw_pdf
from carecompanion.sharing.plain_lines import harmless
from carecompanion.sharing.text import draw_text, spoken
from tests.naughty import NAUGHTY
from tests.sharing.drawn import every_format, html, markdown, pdf, pdf_text

WHOLE = Document(
    "For my care review",
    (
        Paragraph("From my journal.", quiet=True),
        Heading("What is going well"),
        Bullets(("I felt listened to.", "Replies came in time.")),
        Heading("Questions to ask"),
        Bullets(("How soon?", "Who covers?"), numbered=True),
        Room("Who I want there", lines=2),
        Heading("What we agree to do"),
        Table(("Action", "Who"), (("", ""), ("", ""))),
        PageBreak(),
        Heading("The evidence"),
        Heading("I felt listened to", 3),
        Table(("When", "What"), (("3 March 2026", "Visit: Dana"), ("4 March 2026", "Visit: Ade"))),
    ),
)


def holding(text: str) -> Document:
    """A document with the text in every place that takes some."""
    blocks: tuple[Block, ...] = (
        Heading(text),
        Heading(text, 3),
        Paragraph(text),
        Paragraph(text, quiet=True),
        Bullets((text, text)),
        Bullets((text,), numbered=True),
        Table((text, "Head"), ((text, text), ("x", text))),
        Room(text),
    )
    return Document(text, blocks)


def squeezed(text: str) -> str:
    return "".join(text.split())


# plain text and plain lines


def test_text_has_headings_lists_tables_and_rooms_in_short_lines() -> None:
    drawn = draw_text(WHOLE)
    assert drawn.startswith("For my care review\n==================\n\nFrom my journal.\n\nWhat is going well\n------")
    assert "\n- I felt listened to.\n- Replies came in time.\n" in drawn
    assert "\n1. How soon?\n2. Who covers?\n" in drawn
    assert f"\nWho I want there: {'_' * 40}\n\n{'_' * 40}\n" in drawn
    assert "\n3 March 2026 – Visit: Dana\n4 March 2026 – Visit: Ade\n" in drawn
    assert drawn.endswith("Ade\n")
    long = draw_text(Document("x", (Paragraph("co-ordinator " * 50), Bullets(("word " * 50,)))))
    assert max(map(len, long.splitlines())) <= 78
    assert "co-\n" not in long


def test_spoken_it_is_a_line_to_a_thing_without_room_to_write() -> None:
    assert spoken(WHOLE.first_page) == (
        "For my care review",
        "",
        "From my journal.",
        "",
        "What is going well",
        "I felt listened to.",
        "Replies came in time.",
        "",
        "Questions to ask",
        "How soon?",
        "Who covers?",
    )


# HTML


def test_html_is_one_page_that_a_screen_reader_reads_in_order() -> None:
    page = html(WHOLE)
    tags = [tag for tag, _ in page.elements]
    assert page.elements[0] == ("html", {"lang": "en-GB"})
    assert page.all("title") == page.all("h1") == ["For my care review"]
    assert [tag for tag in tags if tag in ("h1", "h2", "h3")] == ["h1", "h2", "h2", "h2", "h2", "h3"]
    assert tags.count("main") == 1
    assert page.all("th") == ["Action", "Who", "When", "What", "3 March 2026", "4 March 2026"]
    scopes = [given.get("scope") for tag, given in page.elements if tag == "th"]
    assert scopes == ["col"] * 4 + ["row"] * 2
    assert page.all("li") == ["I felt listened to.", "Replies came in time.", "How soon?", "Who covers?"]


def test_html_runs_nothing_and_fetches_nothing() -> None:
    page = html(holding('<script>x</script><img src="https://example.org/x" onerror="x">'))
    given = [attributes for _, attributes in page.elements]
    assert not {"script", "img", "link", "iframe", "a", "form", "object"} & {tag for tag, _ in page.elements}
    assert not any(name.startswith("on") or name in ("src", "href", "style") for each in given for name in each)
    policy = next(each["content"] for each in given if each.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    look = "".join(words for tag, words in page.words if tag == "style")
    assert look
    assert "url(" not in look
    assert "@import" not in look


def test_html_in_large_print_is_larger() -> None:
    assert html(WHOLE, large_print=True).elements[0] == ("html", {"lang": "en-GB", "class": "large"})
    assert "html.large { font-size: 150%; }" in draw_html(WHOLE)


# Markdown


def test_markdown_comes_out_of_a_reader_as_it_was_meant() -> None:
    page = markdown(WHOLE)
    assert page.all("h1") == ["For my care review"]
    assert page.all("h2") == ["What is going well", "Questions to ask", "What we agree to do", "The evidence"]
    assert page.all("h3") == ["I felt listened to"]
    assert page.all("li") == ["I felt listened to.", "Replies came in time.", "How soon?", "Who covers?"]
    assert page.all("td") == ["3 March 2026", "Visit: Dana", "4 March 2026", "Visit: Ade"]
    assert page.all("em") == ["From my journal."]


# PDF


def test_a_pdf_has_title_language_outline_and_numbered_pages() -> None:
    document = pdf(WHOLE)
    assert document.metadata is not None
    assert document.metadata.title == "For my care review"
    assert str(document.root_object["/Lang"]) == "en-GB"
    first, second = (page.extract_text() for page in document.pages)
    assert "Page 1 of 2" in first
    assert "Page 2 of 2" in second
    assert "What is going well" in first
    assert "Visit: Dana" in second
    outline = document.outline
    assert [str(each.title) for each in outline if not isinstance(each, list)] == [
        "What is going well",
        "Questions to ask",
        "What we agree to do",
        "The evidence",
    ]
    assert [str(each.title) for each in outline[-1]] == ["I felt listened to"]  # type: ignore[union-attr]


def test_a_pdf_carries_its_fonts_and_nothing_that_runs() -> None:
    document = pdf(WHOLE)
    content = draw_pdf(WHOLE).content
    assert not [
        name for name in (b"/JavaScript", b"/JS", b"/Launch", b"/URI", b"/AA ", b"/EmbeddedFile") if name in content
    ]
    fonts = document.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    described = [font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts.values()]
    assert described
    assert all("/FontFile2" in each for each in described)


def test_large_print_is_larger_and_takes_more_pages() -> None:
    long = Document("x", tuple(Paragraph("Some words that take their place on a page. " * 5) for _ in range(40)))
    usual, large = (pdf(long, large_print=each) for each in (False, True))
    assert len(large.pages) > 2 * len(usual.pages)


def test_a_pdf_that_nobody_waits_for_is_not_drawn_to_its_end() -> None:
    asked: list[bool] = []

    def go_on() -> bool:
        asked.append(True)
        return len(asked) < 3

    with pytest.raises(Stopped):
        draw_pdf(WHOLE, go_on=go_on)
    assert len(asked) == 3
    assert len(draw_pdf(WHOLE).pages) == 2


def test_more_pages_than_nine_are_counted() -> None:
    many = pdf(Document("x", (PageBreak(),) * 11))
    assert "Page 12 of 12" in many.pages[-1].extract_text()


def test_letters_from_right_to_left_are_drawn_and_what_the_fonts_lack_is_named() -> None:
    words = pdf_text(Document("x", (Paragraph("العربية שלום"), Paragraph("Good 🙂"))))
    assert "Good [slightly smiling face]" in words
    assert "\ufffd" not in words
    assert not draw_pdf(Document("x", (Paragraph("Ελληνικά Українська العربية 🙂👍🏽"),))).is_short_of_letters
    assert draw_pdf(Document("x", (Paragraph("日本語"),))).is_short_of_letters


def test_the_sign_that_stands_for_the_pages_cannot_be_typed() -> None:
    words = pdf_text(Document("x", (Paragraph(f"a {chr(0xE000) * 4} b {{nb}} c"),)))
    assert "a \ufffd\ufffd\ufffd\ufffd b {nb} c" in words


# what people type


@pytest.mark.parametrize("draw", [draw_text, draw_markdown, draw_html], ids=lambda draw: draw.__name__)
def test_odd_strings_are_drawn_in_every_place(draw: Callable[[Document], str]) -> None:
    for text in NAUGHTY:
        drawn = draw(holding(text))
        assert not any(sign in drawn for sign in "\x00\x07\x08\x1b\x7f\x9b")


@pytest.mark.parametrize("kind", ["text", "markdown", "html"])
def test_odd_strings_come_back_as_they_were_typed(kind: str) -> None:
    for text in NAUGHTY:
        wanted = squeezed(harmless(text)).replace("\u2060", "").replace("\xad", "")
        found = squeezed(every_format(Document("x", (Paragraph(f"<{text}>"),)))[kind]).replace("\u2060", "")
        assert f"<{wanted}>" in found.replace("\xad", ""), ascii(text)[:60]


@pytest.mark.parametrize("text", ["- x", "+ x", "1. x", "2) x", "# x", "> x", "--- ", "===", "    x", "```", "| a |"])
def test_what_begins_like_markup_in_markdown_stays_a_paragraph(text: str) -> None:
    page = markdown(Document("x", (Paragraph(text),)))
    assert [tag for tag, _ in page.elements] == ["h1", "p"]
    assert page.all("p")[0].replace("\u2060", "") == " ".join(text.split())


@pytest.mark.slow
def test_odd_strings_are_drawn_in_a_pdf_without_a_word_to_a_log_or_the_terminal(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    for some in (NAUGHTY[first : first + 20] for first in range(0, len(NAUGHTY), 20)):
        blocks = tuple(block for text in some for block in holding(text).blocks)
        drawn = draw_pdf(Document(some[0], blocks))
        assert len(PdfReader(io.BytesIO(drawn.content)).pages) >= 1
    assert [record.name for record in caplog.records] == []
    assert capfd.readouterr() == ("", "")


def texts_on(page: Page) -> list[str]:
    """The texts of which each begins on a page."""
    found: list[str] = []
    for part in page:
        match part.block:
            case Heading(text) | Paragraph(text) | Room(text):
                found.append(text)
            case Bullets(items):
                found += items
            case Table(heads, rows):
                found += [cell for row in (heads, *rows) for cell in row]
            case PageBreak():
                pass
    return [squeezed(text) for text in found]


MANY = Document(
    "Many",
    (
        *(Paragraph(f"Paragraph {number}. {'And more words. ' * 9}") for number in range(20)),
        Bullets(tuple(f"Thing {number}. {'And more words. ' * 9}" for number in range(60)), numbered=True),
        Heading("A table"),
        Table(
            ("When", "What"), tuple((f"Row {number}", "Some words of it. " * (number % 9 + 1)) for number in range(90))
        ),
        Room("Room", lines=9),
        Table(("Action", "Who"), (("", ""),) * 40),
        PageBreak(),
        Heading("Last"),
        Table(("Nothing", "Here"), ()),
    ),
)


@pytest.mark.parametrize("large_print", [False, True])
def test_what_stands_on_each_page_of_a_pdf_is_known(large_print: bool) -> None:
    drawn = draw_pdf(MANY, large_print=large_print)
    read = [squeezed(page.extract_text()) for page in PdfReader(io.BytesIO(drawn.content)).pages]
    assert len(read) == len(drawn.pages) > 8
    for words, page in zip(read, drawn.pages, strict=True):
        assert not [text for text in texts_on(page) if text[:12] not in words]
    parts = [part.block for page in drawn.pages for part in page]
    assert [each for part in parts if isinstance(part, Bullets) for each in part.items] == list(MANY.blocks[20].items)  # type: ignore[union-attr]
    rows = [row for part in parts if isinstance(part, Table) for row in part.rows]
    assert rows == [*MANY.blocks[22].rows, *MANY.blocks[24].rows]  # type: ignore[union-attr]
    firsts = [part.first for page in drawn.pages for part in page if isinstance(part.block, Bullets)]
    assert firsts == sorted(set(firsts))
    assert firsts[0] == 1
    assert [part.text for part in parts if isinstance(part, Heading)] == ["A table", "Last"]
