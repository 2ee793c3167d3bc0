"""Formats: the kinds of file a copy can be saved as, below each other, each with what it is for."""

from collections.abc import Sequence

from textual import events
from textual.content import Content

from carecompanion.domain import how_many
from carecompanion.domain.vocabulary import FileFormat
from carecompanion.language import _
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.drawing import Piece, bold, lines, muted, say

KINDS: tuple[tuple[str, FileFormat, str, str], ...] = (
    ("p", "pdf", "PDF", _("to print or email")),
    ("h", "html", _("Web page"), _("best with a screen reader")),
    ("m", "md", _("Markdown"), _("to change later")),
    ("t", "txt", _("Plain text"), _("to paste into an email")),
)
"""Each format: its letter, its name, and what it is for."""
BESIDE = 17
"""Columns of a name, so that what each is for stands in line."""


class Formats(Choice):
    """The formats, ● on the one chosen; a letter picks one, up and down change it."""

    def __init__(self, value: FileFormat = "pdf", *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__([Option(key, kind, words) for key, kind, words, _between in KINDS], value, id=id)
        self._pages: int | None = None

    @property
    def format(self) -> FileFormat:
        """The one chosen."""
        return next(kind for _between, kind, _between, _between in KINDS if kind == self.value)

    def say_pages(self, pages: int | None) -> None:
        """How many pages a PDF would have; None while that is not known."""
        if pages != self._pages:
            self._pages = pages
            self.refresh()

    def pick(self, option: Option) -> None:
        """Choose the format whose letter was pressed, and stay here."""
        self.value = option.value

    def _laid(self, width: int) -> Content:
        """A line for each."""
        return lines(*(self._line(*kind, width) for kind in KINDS))

    def on_key(self, event: events.Key) -> None:
        """Up and down go along; the first and the last lead out."""
        step = {"up": -1, "down": 1, "k": -1, "j": 1}.get(event.key)
        kinds: Sequence[str] = [kind for _between, kind, _between, _between in KINDS]
        if step and 0 <= kinds.index(self.format) + step < len(kinds):
            self.go_along(step)
            event.stop()
            event.prevent_default()

    def _line(self, key: str, kind: FileFormat, name: str, use: str, width: int) -> Content:
        chosen = kind == self.value
        pages = f", {how_many.pages(self._pages)}" if kind == "pdf" and self._pages else ""
        words = f"{name}{pages}"
        mark: Piece = ("● ", "$st-accent") if chosen else "  "
        start = say(mark, (key, "bold $st-accent"), " ", bold(words) if chosen else words)
        room = width - BESIDE - 4
        return say(start, muted(f"{' ' * max(2, BESIDE - len(words))}{use}")) if len(use) <= room else start
