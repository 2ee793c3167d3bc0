"""Documents drawn in every format and read back, for tests."""

import io
from html.parser import HTMLParser
from typing import Any

from markdown_it import MarkdownIt
from pypdf import PdfReader

from carecompanion.sharing.document import Document
from carecompanion.sharing.html import draw_html
from carecompanion.sharing.markdown import draw_markdown
from carecompanion.sharing.pdf import draw_pdf
from carecompanion.sharing.text import draw_text

EMPTY = {"meta", "hr", "br"}


class Page(HTMLParser):
    """An HTML page: its elements in order, each with its attributes, and the words in each; all of them closed."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(source)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag in EMPTY or self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self._open:
            self.words.append((self._open[-1], data))

    @property
    def text(self) -> str:
        """All that is to be read, a line to a part."""
        return "\n".join(words for tag, words in self.words if tag != "style")

    def all(self, tag: str) -> list[str]:
        """The words in elements of that name."""
        return [words for name, words in self.words if name == tag]


def html(document: Document, **more: Any) -> Page:
    return Page(draw_html(document, **more))


def markdown(document: Document) -> Page:
    """The Markdown as the page that a common reader of it makes."""
    return Page(MarkdownIt("commonmark").enable("table").render(draw_markdown(document)))


def pdf(document: Document, **more: Any) -> PdfReader:
    return PdfReader(io.BytesIO(draw_pdf(document, **more).content))


def pdf_text(document: Document) -> str:
    """The words of a PDF, on one line."""
    return " ".join(" ".join(page.extract_text() for page in pdf(document).pages).split())


def every_format(document: Document) -> dict[str, str]:
    """The words of the document as they come out of each format but PDF."""
    return {"text": draw_text(document), "markdown": markdown(document).text, "html": html(document).text}
