"""A person of the team: what they are called, how to reach them, and when they were co-ordinator."""

from textual import on

from carecompanion.domain.records import Person
from carecompanion.domain.sheets import person
from carecompanion.tui.form import Form
from carecompanion.tui.parts.choice import Choice
from carecompanion.tui.parts.line import Line


class PersonSheet(Form):
    """Somebody new, or somebody as they are written down, to change."""

    NAME = "person"
    SHEET = person.PersonSheet
    was: Person | None

    def start(self) -> None:
        """The lines that are needed; then the first."""
        self.follow_the_role()
        super().start()

    @on(Choice.Changed, "#coordinator")
    def follow_the_role(self) -> None:
        """The days come and go with being co-ordinator; what ends does so today, unless another day is typed."""
        self.show_what_is_needed()
        if self.value("coordinator") == "ended" and not self.value("until"):
            self.query_one("#until", Line).value = "today"

    def move_on(self, picked: Choice) -> None:
        """After being co-ordinator, to the day that is asked for."""
        asked = {"yes": "since", "ended": "until"}.get(picked.value or "") if picked.id == "coordinator" else None
        if asked is not None:
            self.query_one(f"#{asked}").focus()
        else:
            super().move_on(picked)
