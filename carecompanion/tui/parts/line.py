"""Line: one line of words. PassphraseLine: the same, for a secret."""

from rich.text import Text
from textual import events
from textual.widgets import Input

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
        super().__init__(value, placeholder=hint, id=id, password=secret, select_on_focus=stand_in, compact=True)
        self.cursor_blink = False

    @property
    def _value(self) -> Text:
        """What it shows: one line, whatever breaks the words it was filled in with have in them."""
        shown = super()._value
        shown.plain = shown.plain.translate(BREAKS)
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
