"""A document as the bytes of a file, in each of its formats."""

from collections.abc import Callable
from dataclasses import dataclass

from carecompanion.domain.vocabulary import FileFormat
from carecompanion.language import _
from carecompanion.sharing.document import Document
from carecompanion.sharing.paging import Page

SHORT_OF_LETTERS = _(
    "Some letters are not in the fonts of the PDF and stand there as �. A file ending in .html has them all."
)


@dataclass(frozen=True, slots=True, repr=False)
class Written:
    """The bytes of a file; of a PDF what stands on each page, and whether letters are missing from its fonts."""

    content: bytes
    pages: tuple[Page, ...] = ()
    is_short_of_letters: bool = False


def always() -> bool:
    """Drawn to the end."""
    return True


def written(
    document: Document, file_format: FileFormat, *, large_print: bool = False, go_on: Callable[[], bool] = always
) -> Written:
    """The document in that format. A PDF takes a while: pdf.Stopped is raised once `go_on` says no."""
    return WRITERS[file_format](document, large_print, go_on)


def _as_text(document: Document, _large_print: bool, _go_on: Callable[[], bool]) -> Written:
    from carecompanion.sharing.text import draw_text

    return Written(draw_text(document).encode(errors="replace"))


def _as_markdown(document: Document, _large_print: bool, _go_on: Callable[[], bool]) -> Written:
    from carecompanion.sharing.markdown import draw_markdown

    return Written(draw_markdown(document).encode(errors="replace"))


def _as_html(document: Document, large_print: bool, _go_on: Callable[[], bool]) -> Written:
    from carecompanion.sharing.html import draw_html

    return Written(draw_html(document, large_print=large_print).encode(errors="replace"))


def _as_pdf(document: Document, large_print: bool, go_on: Callable[[], bool]) -> Written:
    from carecompanion.sharing.pdf import draw_pdf

    drawn = draw_pdf(document, large_print=large_print, go_on=go_on)
    return Written(drawn.content, drawn.pages, drawn.is_short_of_letters)


WRITERS: dict[FileFormat, Callable[[Document, bool, Callable[[], bool]], Written]] = {
    "pdf": _as_pdf,
    "html": _as_html,
    "md": _as_markdown,
    "txt": _as_text,
}
"""How each kind of file is drawn."""
