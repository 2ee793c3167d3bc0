"""How a figure is worked out, in plain words with the journal's own numbers."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from carecompanion.domain.settings import Settings
from carecompanion.domain.traits import TraitAssessment
from carecompanion.domain.wording import TRAITS
from carecompanion.domain.working_out import how
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bars import KeyBar
from carecompanion.tui.parts.drawing import bold, lines, marks, muted, say


def draw_working_out(trait: TraitAssessment, settings: Settings) -> Content:
    """The rule, what was counted, how sure that makes it, and what the word means."""
    measurement = trait.headline
    tally = measurement.tally
    counts = (
        say(*marks(("met",)), f"  yes      {tally.met}"),
        say(*marks(("partly",)), f"  partly   {tally.partly}"),
        say(*marks(("missed",)), f"  no       {tally.missed}"),
        say(*marks(("open",)), muted(f"  left out {len(measurement.excluded)}")),
    )
    paragraphs = how(measurement, settings)
    rows = [say(bold("How this is worked out")), say("")]
    for paragraph in paragraphs[:2]:
        rows += [say(paragraph), say("")]
    rows += [*counts, say("")]
    for paragraph in paragraphs[2:]:
        rows += [say(paragraph), say("")]
    return lines(*rows, say(muted("This is what you wrote down, not everything that happened.")))


class WorkingOutPage(ModalScreen[None]):
    """The same on a page of its own."""

    BINDINGS = [
        bind("back", "dismiss"),
        Binding("backspace,left,enter,w", "dismiss", show=False),
        bind("hide", "app.hide"),
    ]

    def __init__(self, trait: TraitAssessment, settings: Settings) -> None:
        super().__init__(classes="page")
        self._trait, self._settings = trait, settings

    def compose(self) -> ComposeResult:
        """The trait's name, and the working out."""
        words = draw_working_out(self._trait, self._settings)
        with VerticalScroll(classes="body whole"):
            yield Static(lines(say(bold(TRAITS[self._trait.id].name)), say(""), words))
        yield KeyBar((("move", "read on"), "hide"), ("back",))
