"""Field: one line of a form, with its name and a remark below."""

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from carecompanion.domain.sheets.asks import Unclear as Unclear
from carecompanion.tui.parts.drawing import lines, muted, say


class Field(Widget):
    """One line of a form: its name, what is typed or chosen, and a remark below when there is something to say.

    Name and remark are drawn, not widgets of their own, which makes a form open in half the time.
    """

    def __init__(self, label: str, control: Widget, *, more: bool = False) -> None:
        super().__init__(classes="-more" if more else None)
        self.label, self.control = label, control
        self._remark = say("")
        self._beside: int | None = None
        """Columns before the control, as they were when it was last laid out; None before that."""

    def compose(self) -> ComposeResult:
        """The control, to the right of the name."""
        yield self.control

    def render(self) -> Content:
        """The name beside the control, and the remark under it."""
        beside = self.control.styles.margin
        room = max(1, self.size.width - beside.left)
        remark = (row.pad_left(beside.left) for row in self._remark.wrap(room)) if self._remark else ()
        return lines(say(muted(self.label)), *[say("")] * (beside.top + self.control.size.height - 1), *remark)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The control's height, and the remark's; it stands elsewhere in a window of another width."""
        beside = self.control.styles.margin.left
        if beside != self._beside:
            if self._beside is not None:
                self.refresh()
            self._beside = beside
        remark = self._remark.wrap(max(1, width - beside)) if self._remark else ()
        return super().get_content_height(container, viewport, width) + len(remark)

    def remark(self, words: str = "", *, trouble: bool = False) -> None:
        """Say something under the line; nothing takes it away."""
        remark = say(("! ", "bold $st-error"), words) if trouble else say(muted(words))
        if not remark.is_same(self._remark):
            self._remark = remark
            self.refresh(layout=True)

    def lasting(self) -> dict[str, str]:
        """What a draft is to hold for this line, where what is typed would mean something else on another day."""
        return {}


class Asked(Field):
    """A line with a short name, under which stands what it asks."""

    def __init__(self, label: str, asked: str, control: Widget, *, more: bool = False) -> None:
        super().__init__(label, control, more=more)
        self._asked = asked

    def remark(self, words: str = "", *, trouble: bool = False) -> None:
        """Say something under the line; with nothing to say, what it asks."""
        super().remark(words or self._asked, trouble=trouble)


class Box(Field):
    """Words of any length, below their name when they have one."""

    def __init__(self, label: str, control: Widget, *, more: bool = False) -> None:
        super().__init__(label, control, more=more)
        self.add_class("-named" if label else "-nameless")
