"""A change the service made: when the person was told, whether they were told why, and whether they had a say."""

from textual import on

from carecompanion.domain.sheets import service_change
from carecompanion.tui.parts.choice import Choice
from carecompanion.tui.something import Something


class ChangeSheet(Something):
    """A change; never told and told on a day cannot both be said."""

    NAME = "change"
    SHEET = service_change.ChangeSheet

    def start(self) -> None:
        """The lines that are needed; then the first."""
        self.show_what_is_needed()
        super().start()

    @on(Choice.Changed, "#told")
    def follow_the_telling(self) -> None:
        """The line of the day comes and goes with having been told."""
        self.show_what_is_needed()

    def move_on(self, picked: Choice) -> None:
        """From having been told, to its day or past it; the line of the day has only just come or gone."""
        if picked.id == "told":
            self.query_one("#told_on" if self.filled.needed("told_on") else "#reason_given").focus()
        else:
            super().move_on(picked)
