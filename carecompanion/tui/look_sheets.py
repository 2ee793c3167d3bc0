"""The colours and the shapes: each shown as it is tried, and kept or left."""

from textual import on
from textual.content import Content
from textual.widgets import Static

from carecompanion.domain.kinds import ANSWERS
from carecompanion.language import _
from carecompanion.tui.chosen import Tried
from carecompanion.tui.looks import ASCII, DRAWN, SHAPES, THEME, Wearing
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.drawing import bold, faint, mark, muted, say, time_bar
from carecompanion.tui.setting_sheet import ChoiceSheet

THEMES = (
    Option("t", "", _("as the terminal is")),
    Option("d", "dusk", _("dark")),
    Option("p", "paper", _("light")),
    Option("s", "contrast", _("dark, stronger")),
    Option("l", "contrast-light", _("light, stronger")),
    Option("n", "plain", _("no colours")),
)
SHAPES_OFFERED = (
    Option("t", "", _("as the terminal is")),
    Option("d", DRAWN, _("lines and dots")),
    Option("p", ASCII, _("plain letters")),
)
FEW = _("This terminal has too few colours for the others, so it stays without here.")


class TryingSheet(ChoiceSheet):
    """What is chosen here shows at once; a letter only tries it, and enter keeps it."""

    def begin(self) -> None:
        """Some of everything that is drawn."""
        outcome = self.query_one("#outcome", Static)
        outcome.update(_sample())

    @on(Choice.Picked)
    def look_first(self, event: Choice.Picked) -> None:
        """A letter shows what it stands for, and keeps nothing yet."""
        event.prevent_default()

    @on(Choice.Changed)
    def try_on(self) -> None:
        """Show it."""
        choice = self.query_one(Choice)
        self.post_message(Tried({**self.choices(), self.NAME: choice.value or ""}))

    def redraw(self) -> None:
        """In the shapes that are tried."""
        self.begin()

    def action_cancel(self) -> None:
        """As it was."""
        self.post_message(Tried(None))
        super().action_cancel()


class ThemeSheet(TryingSheet):
    """Which colours."""

    TITLE = _("Colours")
    WHY = _("Dark, light, stronger or none: they show as you choose, and the words stand out enough in each.")
    LABEL = _("Colours")
    NAME = THEME
    OPTIONS = THEMES

    def echo(self, value: str) -> str:
        """Why it may look otherwise here."""
        few = isinstance(self.app, Wearing) and self.app.looks.colours == "few"
        return FEW if few and value not in ("", "plain") else ""


class ShapesSheet(TryingSheet):
    """Which shapes."""

    TITLE = _("Lines and marks")
    WHY = _("Choose plain letters where boxes or question marks show in place of lines and dots.")
    LABEL = _("Shapes")
    NAME = SHAPES
    OPTIONS = SHAPES_OFFERED


def _sample() -> Content:
    words = zip(("met", "partly", "missed"), ANSWERS.values(), strict=True)
    answers = [piece for which, word in words for piece in (mark(which), f" {word}   ")]  # type: ignore[arg-type]  # they are marks
    return say(
        *answers, bold(_("late ")), *time_bar(12, 1, 0.3, late=True), muted(_("   less so")), faint(_("   least"))
    )
