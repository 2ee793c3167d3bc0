"""The lines of what was agreed, wherever they are asked for."""

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from carecompanion.domain.records import Agreement
from carecompanion.domain.sheets.agreement import WORKING_LINES, agreed, agreement_asks, counts_working_time
from carecompanion.domain.sheets.filled import Filled
from carecompanion.tui.drawn import controls, fields
from carecompanion.tui.field import Field
from carecompanion.tui.held import held
from carecompanion.tui.parts.choice import Choice


class AgreementLines(Filled, Vertical):
    """What can be agreed, a line each; the hours and days show only while a reply time is counted in working time."""

    def __init__(self, agreement: Agreement | None = None) -> None:
        super().__init__()
        self._agreement = agreement

    def compose(self) -> ComposeResult:
        """Filled from the agreement, or empty."""
        yield from fields(agreement_asks(self._agreement))

    def on_mount(self) -> None:
        """Only the lines that are needed."""
        self.show_what_is_needed()

    @on(Choice.Changed, "#reply_unit")
    def show_what_is_needed(self) -> None:
        """Hours and days come and go with working time."""
        for name in WORKING_LINES:
            field = next(node for node in self.query_one(f"#{name}").ancestors if isinstance(node, Field))
            field.display = self.counts_working_time

    def values(self) -> dict[str, str]:
        """Everything typed and chosen here."""
        return {name: held(control) for name, control in controls(self)}

    def agreed(self) -> dict[str, Any]:
        """The fields of an agreement that its lines give. Raises Unclear, naming the line."""
        return agreed(self, self._agreement)

    @property
    def counts_working_time(self) -> bool:
        """Whether the reply time is counted in working hours or days."""
        return counts_working_time(self)
