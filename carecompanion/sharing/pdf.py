"""A document as PDF, on A4, with its own fonts inside."""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

from carecompanion.language import _
from carecompanion.sharing.document import Block, Bullets, Document, Heading, PageBreak, Paragraph, Room, Table
from carecompanion.sharing.paging import Page, Placing, rows_on
from carecompanion.sharing.plain_lines import harmless

if TYPE_CHECKING:
    from fpdf import FPDF

FAMILY = "sans"
FONTS = {"": "DejaVuSans.ttf", "B": "DejaVuSans-Bold.ttf"}
INK, QUIET, ACCENT, LINE = (38, 41, 43), (75, 80, 83), (18, 90, 81), (95, 100, 102)
MARGIN, FOOT = 19, 16
"""Millimetres around a page, and below its last line."""
SMALL, LARGE = 10.0, 17.0
"""Points of the text in usual and in large print."""
CELL = 300
"""Characters of a cell: a row has to fit on one page."""
PAGES = "\ue000" * 4
"""Stands for how many pages there are. Nothing a person typed has it, as signs for private use are not drawn."""
RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
UNKNOWN = "\N{REPLACEMENT CHARACTER}"
WIDTHS = {"When": 24, "How it came out": 26, "How often": 24, "In a word": 22, "Who": 24, "By when": 20}
"""How wide a column is, in hundredths, by its head; the others share the rest."""


class Stopped(Exception):  # noqa: N818  # what happened to the drawing
    """A drawing that nobody waits for any more."""


@dataclass(frozen=True, slots=True, repr=False)
class Drawn:
    """A drawn document, what stands on each of its pages, and whether there were letters that its fonts lack."""

    content: bytes
    pages: tuple[Page, ...]
    is_short_of_letters: bool


def draw_pdf(document: Document, *, large_print: bool = False, go_on: Callable[[], bool] = lambda: True) -> Drawn:
    """The document as PDF: with title, language, an outline of its headings, and "Page 1 of 3" on each page.

    Text that runs from right to left is shaped, which joins its letters; it takes five times as long, so other text is
    not. A picture that the fonts do not have is named in words. Raises Stopped once `go_on` says no.
    """
    page = _Page(LARGE if large_print else SMALL)
    page.begin(document)
    for block in document.blocks:
        if not go_on():
            page.close()
            raise Stopped
        page.draw(block)
    return Drawn(page.finished(), page.placing.pages(page.pdf.pages_count), bool(page.unknown))


def _paper(drawn_on: list[int]) -> "FPDF":
    """An empty A4 document whose every page gets its number; the page of each piece of text is added to `drawn_on`."""
    from fpdf import FPDF

    class Numbered(FPDF):
        def multi_cell(self, *given: Any, **more: Any) -> Any:  # noqa: ANN401  # as in fpdf
            drawn = super().multi_cell(*given, **more)
            drawn_on.append(self.page)
            return drawn

        def footer(self) -> None:
            self.set_y(-FOOT + 4)
            self.set_font(FAMILY, "", 8)
            self.set_text_color(*QUIET)
            shaping, self.text_shaping = self.text_shaping, None
            self.cell(0, 5, _("Page {page_no} of {pages}").format(page_no=self.page_no(), pages=PAGES), align="C")
            self.text_shaping = shaping  # a text may go on, on the next page

    pdf = Numbered(format="A4")
    pdf.alias_nb_pages(PAGES)
    for style, name in FONTS.items():
        with as_file(files("carecompanion.sharing").joinpath("data/fonts", name)) as file:
            pdf.add_font(FAMILY, style, file)
    return pdf


class _Page:
    """Draws blocks below one another."""

    def __init__(self, size: float) -> None:
        """`size` is that of the text, in points."""
        self.drawn_on: list[int] = []
        self.pdf = _paper(self.drawn_on)
        self.size = size
        self.placing = Placing()
        self.unknown: set[str] = set()
        """The letters that the fonts have no sign for."""

    @property
    def height(self) -> float:
        """Millimetres from one line of text to the next."""
        return self.size * 0.5

    def begin(self, document: Document) -> None:
        """The first page, with the title."""
        self.pdf.set_title(document.title)
        self.pdf.set_lang(document.language)
        self.pdf.set_margins(MARGIN, MARGIN - 4)
        self.pdf.set_auto_page_break(auto=True, margin=FOOT)
        self.pdf.add_page()
        self.text(document.title, "B", self.size * 1.75, ACCENT)
        self.pdf.ln(self.height * 0.3)

    def finished(self) -> bytes:
        """The document's bytes."""
        return bytes(self.pdf.output())

    def close(self) -> None:
        """Leave the files of the fonts, which `finished` does by itself."""
        for font in self.pdf.fonts.values():
            font.close()  # type: ignore[union-attr]  # all are read from files

    def draw(self, block: Block) -> None:
        """One block, below what is there."""
        match block:
            case Heading():
                self.heading(block)
            case Paragraph(text, quiet):
                self.placing.note(self.pdf.page + self.pdf.will_page_break(self.height), block)
                self.text(text, color=QUIET if quiet else INK)
                self.pdf.ln(self.height * 0.2)
            case Bullets(items, numbered):
                marks = (f"{place}." if numbered else "•" for place in range(1, len(items) + 1))
                self.placing.note_items(block, [self.item(*each) for each in zip(marks, items, strict=True)])
            case Table(heads, rows):
                self.drawn_on.clear()
                self.table(heads, rows)
                self.placing.note_table(block, rows_on(self.drawn_on, len(rows), len(heads)))
            case Room():
                self.room(block)
            case PageBreak():
                self.pdf.add_page()

    def heading(self, heading: Heading) -> None:
        """A heading, in the outline too, and never alone at the foot of a page."""
        text, level = heading.text, heading.level
        large = self.size * (1.22 if level == 2 else 1.05)
        if self.pdf.will_page_break(self.height * 4 + large):
            self.pdf.add_page()
        self.pdf.ln(self.height * (0.5 if level == 2 else 0.4))
        self.placing.note(self.pdf.page, heading)
        self.pdf.start_section(self.printable(text), level - 2, strict=False)
        self.text(text, "B", large, ACCENT if level == 2 else INK)

    def text(
        self,
        text: str,
        style: str = "",
        size: float = 0,
        color: tuple[int, int, int] = INK,
    ) -> None:
        """Words in as many lines as they need."""
        size = size or self.size
        words = self.printable(text)
        self.pdf.set_font(FAMILY, style, size)
        self.pdf.set_text_color(*color)
        self.shape([words])
        self.pdf.multi_cell(0, size * 0.5, words, align="L", new_x="LMARGIN", new_y="NEXT")

    def item(self, mark: str, text: str) -> int:
        """One thing of a list, its lines in line with one another beside its mark; answers with the page it is on."""
        if self.pdf.will_page_break(self.height):
            self.pdf.add_page()
        page = self.pdf.page
        self.pdf.set_font(FAMILY, "", self.size)
        self.pdf.set_text_color(*ACCENT)
        self.shape([mark])
        self.pdf.cell(self.height, self.height, mark)
        self.pdf.set_left_margin(MARGIN + self.height)
        self.text(text)
        self.pdf.set_left_margin(MARGIN)
        self.pdf.set_x(MARGIN)
        self.pdf.ln(self.height * 0.12)
        return page

    def table(self, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        """Rows below their heads, which come again on every page."""
        from fpdf.enums import TableBordersLayout
        from fpdf.fonts import FontFace

        cells = [[self.printable(cell)[:CELL] for cell in row] for row in (heads, *rows)]
        self.pdf.set_font(FAMILY, "", self.size)
        self.pdf.set_text_color(*INK)
        self.pdf.set_draw_color(*LINE)
        self.shape(cell for row in cells for cell in row)
        taken = [WIDTHS.get(head, 0) for head in heads]
        rest = (100 - sum(taken)) / max(1, taken.count(0))
        with self.pdf.table(
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
            headings_style=FontFace(emphasis="B", color=QUIET),
            col_widths=[width or rest for width in taken],
            line_height=self.height,
            text_align="LEFT",
            v_align="TOP",
            padding=(0.8, 1.5, 0.8, 0),
        ) as table:
            for row in cells:
                table.row([cell or " " for cell in row], min_height=self.height * 1.7 if not any(row) else None)
        self.pdf.line(self.pdf.l_margin, self.pdf.get_y(), self.pdf.w - self.pdf.r_margin, self.pdf.get_y())
        self.pdf.ln(self.height * 0.3)

    def room(self, room: Room) -> None:
        """Ruled lines to write on, the first after its label."""
        label = room.label
        for line in range(room.lines):
            if self.pdf.will_page_break(self.height * 1.6):
                self.pdf.add_page()
            if not line:
                self.placing.note(self.pdf.page, room)
            self.pdf.set_font(FAMILY, "", self.size)
            self.pdf.set_text_color(*QUIET)
            said = f"{self.printable(label)}:" if label and not line else ""
            self.pdf.set_y(self.pdf.get_y() + self.height * 0.4)
            self.pdf.cell(0, self.height, said, new_x="LMARGIN", new_y="NEXT")
            start = self.pdf.l_margin + (self.pdf.get_string_width(said) + 3 if said else 0)
            self.pdf.set_draw_color(*LINE)
            self.pdf.line(start, self.pdf.get_y(), self.pdf.w - self.pdf.r_margin, self.pdf.get_y())
            self.pdf.ln(self.height * 0.3)

    def shape(self, texts: Iterable[str]) -> None:
        """Whether letters are to be joined and put from right to left in what is drawn next."""
        needed = any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT for text in texts for letter in text)
        self.pdf.set_text_shaping(needed)

    def printable(self, text: str) -> str:
        """The text on one line, in signs that the fonts have."""
        return "".join(map(self.sign, " ".join(harmless(text).split())))

    def sign(self, sign: str) -> str:
        """A sign, or its name where it is a picture; nothing for what only joins or colours others."""
        kind = unicodedata.category(sign)
        if self.has(sign) and kind != "Co":
            return sign
        if kind in ("Cf", "Mn", "Sk"):
            return ""
        if kind == "So" and (name := unicodedata.name(sign, "")):
            return f"[{name.lower()}]"
        self.unknown.add(sign)
        return UNKNOWN

    def has(self, sign: str) -> bool:
        """Whether both fonts have it."""
        return all(ord(sign) in self.pdf.fonts[f"{FAMILY}{style}"].cmap for style in FONTS)  # type: ignore[union-attr]
