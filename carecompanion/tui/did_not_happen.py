"""It did not happen: who called a visit off, when the person was told, and what came instead."""

from collections.abc import Mapping
from datetime import datetime

from textual import on
from textual.app import ComposeResult

from carecompanion.domain.book import Book
from carecompanion.domain.records import Appointment
from carecompanion.domain.sheets.aspects import aspects
from carecompanion.domain.sheets.did_not_happen import DidNotHappenSheet
from carecompanion.language import _
from carecompanion.tui.elsewhere import by_keys
from carecompanion.tui.leads_on import LeadsOn
from carecompanion.tui.parts.choice import Choice


class DidNotHappen(LeadsOn):
    """For a visit that did not take place, or that will not; filled in when that is written down already."""

    NAME = "did_not_happen"

    def __init__(
        self,
        visit: Appointment,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
        *,
        leads_on: bool = False,
    ) -> None:
        super().__init__(book, now, draft, trouble, was=visit)
        self._visit, self._leads_on = visit, leads_on
        self.sheet = DidNotHappenSheet(visit, book, now, ways=by_keys())

    def lines(self) -> ComposeResult:
        """What it is about, where it leads on; then its lines."""
        if self._leads_on:
            yield from self.leads(_("Change"), aspects(self._visit, self.now), "did_not_happen")
        yield from super().lines()

    def start(self) -> None:
        """The lines that are needed; then the first."""
        self.show_what_is_needed()
        super().start()

    @on(Choice.Changed, "#status")
    def follow_the_status(self) -> None:
        """What the service owes is asked only when they changed it, a new time only when it was moved."""
        self.show_what_is_needed()

    def move_on(self, picked: Choice) -> None:
        """After who changed it, to the first line that asks more."""
        if picked.id == "status":
            self.query_one("#told" if self.filled.needed("told") else "#reason").focus()
        else:
            super().move_on(picked)
