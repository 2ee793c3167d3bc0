"""Line: one line of words. PassphraseLine: the same, for a secret. Words: as many lines as there are."""

from textual import events
from textual.widgets import Input, TextArea

LONGEST_WRAPPED = 20_000
"""Characters of a line beyond which it is not broken where the window ends: that would take seconds at every key."""


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

    def load_text(self, text: str) -> None:
        """Put words in the place of what is there."""
        self._wrap_what_is_short(text)
        super().load_text(text)

    async def _on_paste(self, event: events.Paste) -> None:
        self._wrap_what_is_short(event.text)  # Textual's own pastes after this

    def _wrap_what_is_short(self, text: str) -> None:
        if len(text) > LONGEST_WRAPPED and max(map(len, text.splitlines())) > LONGEST_WRAPPED:
            self.soft_wrap = False
