"""I got in touch: the sheet of a try, drawn."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on

from carecompanion.domain.sheets import contact
from carecompanion.language import _
from carecompanion.tui.form import Form
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.choice import Choice


class ContactSheet(Form):
    """What was tried, to write down or to change."""

    NAME = "contact"
    SHEET = contact.ContactSheet
    HINTS: ClassVar[Sequence[Hint]] = (
        ("enter_save", _("save")),
        "next_line",
        ("more", _("add what was said"), _("more")),
    )

    def fill(self, values: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        super().fill(values)
        self.show_what_is_needed()

    @on(Choice.Changed, "#how")
    def ask_what_came_of_it(self) -> None:
        """Only where the way does not say it."""
        self.show_what_is_needed()

    def move_on(self, picked: Choice) -> None:
        """From the way straight to what it was about, by what came of it where that is asked."""
        if picked.id == "how" and self.filled.needed("outcome_of_it"):
            self.query_one("#outcome_of_it").focus()
        elif picked.id in ("how", "outcome_of_it"):
            self.query_one("#about").focus()
        else:
            super().move_on(picked)
