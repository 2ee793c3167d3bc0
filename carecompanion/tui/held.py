"""What a line of a form holds, whatever kind of line it is."""

from textual.widget import Widget
from textual.widgets import Input

from carecompanion.tui.parts.choice import Choice
from carecompanion.tui.parts.line import Words


def held(control: Widget) -> str:
    """What is typed or chosen."""
    if isinstance(control, Input):
        return control.value
    if isinstance(control, Words):
        return control.exactly
    return control.value or "" if isinstance(control, Choice) else ""


def put_in(control: Widget, text: str) -> None:
    """Put words in, or choose what they stand for where that is offered."""
    if isinstance(control, Input):
        control.value = text
    elif isinstance(control, Words):
        control.load_text(text)
    elif isinstance(control, Choice) and control.can_hold(text):
        control.value = text
