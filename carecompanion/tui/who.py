"""Who: one of the people of the journal by a digit, or somebody else by name."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from carecompanion.domain.sheets.asks import ELSE, WhoAsk
from carecompanion.domain.sheets.people import LONGEST_NAME
from carecompanion.language import _
from carecompanion.tui.field import Field
from carecompanion.tui.parts.choice import Choice, shortened
from carecompanion.tui.parts.line import Line


class Who(Vertical):
    """The line of a person, and below it one for a name when it is somebody else."""

    def __init__(self, ask: WhoAsk) -> None:
        super().__init__()
        held = ask.holds
        self._choice = Choice(shortened(ask.options, LONGEST_NAME), held[ask.name], id=ask.name)
        self._typed = Line(held[ask.other], hint=ask.hint, id=ask.other)
        self._has_people, self._label = bool(ask.people), ask.label

    def compose(self) -> ComposeResult:
        """The people, and a name."""
        people = Field(self._label, self._choice)
        people.display = self._has_people
        yield people
        yield Field(_("Name") if self._has_people else self._label, self._typed)

    def on_mount(self) -> None:
        """The line for a name shows only when it is needed."""
        self.show_what_is_needed()

    @on(Choice.Changed)
    def show_what_is_needed(self) -> None:
        """The line for a name comes and goes with "someone else"."""
        next(node for node in self._typed.ancestors if isinstance(node, Field)).display = self._choice.value == ELSE

    @on(Choice.Picked)
    def go_to_the_name(self, event: Choice.Picked) -> None:
        """Somebody else's name is asked for at once."""
        if self._choice.value == ELSE:
            event.stop()
            self._typed.focus()
