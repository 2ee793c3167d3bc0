"""An appointment: with whom, when, how long, where and of what kind."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult

from carecompanion.domain.records import Appointment
from carecompanion.domain.sheets import appointment
from carecompanion.domain.sheets.aspects import aspects
from carecompanion.language import _
from carecompanion.tui.leads_on import LeadsOn
from carecompanion.tui.parts.bars import Hint


class AppointmentSheet(LeadsOn):
    """One that comes, or one that has been and was not written down before; or one that is there, to change."""

    NAME = "appointment"
    SHEET = appointment.AppointmentSheet
    was: Appointment | None
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", _("save")), "next_line", "more")

    def lines(self) -> ComposeResult:
        """What it is about, then its lines."""
        if self.was is not None:
            yield from self.leads(_("Change"), aspects(self.was, self.now), "arranged")
        yield from super().lines()
