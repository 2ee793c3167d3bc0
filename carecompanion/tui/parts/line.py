"""Line: one line of words. PassphraseLine: the same, for a secret. Words: as many lines as there are."""

from rich.text import Text
from textual import events
from textual.geometry import Offset
from textual.widgets import Input, TextArea

from carecompanion.tui.parts.in_sight import bring_cursor_into_sight
from carecompanion.tui.parts.shapes import ours

LONGEST_WRAPPED = 20_000
"""Characters of a line beyond which it is not broken where the window ends: that would take seconds at every key."""

BREAKS = dict.fromkeys(map(ord, "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")
"""Whatever would begin another line on the screen."""


class Line(Input):
    """One line of words without a frame. A paste of several lines keeps every word.

    With `stand_in` its first words only stand in: they are selected when it is gone to, so that typing replaces them.
    """

    def __init__(
        self,
        value: str = "",
        *,
        hint: str = "",
        id: str | None = None,  # noqa: A002  # Textual's name
        secret: bool = False,
        stand_in: bool = False,
    ) -> None:
        super().__init__(value, placeholder=ours(hint), id=id, password=secret, select_on_focus=stand_in)
        self.cursor_blink = False
        self._hint = ours(hint)

    def on_resize(self) -> None:
        """As many words of the hint as there is room for, none of them cut."""
        self.placeholder = whole_words(self._hint, self.content_size.width)

    @property
    def _value(self) -> Text:
        """What it shows: one line, whatever breaks the words it was filled in with have in them."""
        shown = super()._value
        shown.plain = ours(shown.plain) if self.password else shown.plain.translate(BREAKS)
        return shown

    def _on_paste(self, event: events.Paste) -> None:
        words = " ".join(event.text.splitlines())
        if words:
            self.replace(words, *self.selection) if not self.selection.is_empty else self.insert_text_at_cursor(words)
        event.stop()
        event.prevent_default()


class PassphraseLine(Line):
    """A secret: shown as dots until asked, never copied, never completed."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id, secret=True)

    def action_copy(self) -> None:
        """A secret is not copied."""

    def action_cut(self) -> None:
        """A secret is not cut."""


class Words(TextArea):
    """Words of any length. A line so long that breaking it would stop the program runs on past the window instead."""

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        self._put_in = self._as_put_in = ""
        super().__init__(id=id, soft_wrap=not _has_a_long_line(text))
        self.cursor_blink = False
        self.load_text(text)

    @property
    def exactly(self) -> str:
        """The words, to the letter as they were put in while nothing was typed: a box knows one sign for a new line."""
        return self._put_in if self.text == self._as_put_in else self.text

    def load_text(self, text: str) -> None:
        """Put words in the place of what is there."""
        if _has_a_long_line(text):
            self.soft_wrap = False
        super().load_text(text)
        self._put_in, self._as_put_in = text, self.text

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """As in Textual, and in what the box stands in too."""
        self.call_after_refresh(bring_cursor_into_sight, self)
        return super().scroll_cursor_visible(center, animate)

    def on_resize(self) -> None:
        """Lines break elsewhere in another width."""
        if self.has_focus:
            self.call_after_refresh(self.scroll_cursor_visible)

    async def _on_paste(self, event: events.Paste) -> None:
        if _has_a_long_line(event.text):
            self.soft_wrap = False  # Textual's own pastes after this


def whole_words(hint: str, cells: int) -> str:
    """A hint, or as many of its words as fit; what is left says the rest by an ellipsis."""
    if not cells or len(hint) <= cells:
        return hint
    ellipsis = ours("…")
    return hint[: max(0, cells - len(ellipsis))].rpartition(" ")[0].rstrip(",;: ") + " " + ellipsis


def _has_a_long_line(text: str) -> bool:
    return len(text) > LONGEST_WRAPPED and max(map(len, text.splitlines())) > LONGEST_WRAPPED
