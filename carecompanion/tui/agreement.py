"""What was agreed from a day on. What was agreed before stays as it was."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from textual.app import ComposeResult

from carecompanion.domain.moments import day_words
from carecompanion.tui.agreement_lines import AgreementLines
from carecompanion.tui.day import Day
from carecompanion.tui.field import Unclear, for_me_only
from carecompanion.tui.form import Form, Written
from carecompanion.tui.parts.choice import Choice


class AgreementSheet(Form):
    """Filled from what is agreed today; answers with a new agreement, never with an old one changed."""

    NAME = "agreement"

    def heading(self) -> str:
        """What is being written down."""
        return "What was agreed"

    def lines(self) -> ComposeResult:
        """From which day, and what."""
        yield Day("From", self.book, self.now, name="starts_on", text="today")
        yield AgreementLines(self.book.agreement_on(self.book.day_of(self.now)))
        yield from for_me_only()

    def move_on(self, picked: Choice) -> None:
        """After the unit of a reply time, to the hours when it is counted in them."""
        if picked.id == "reply_unit":
            self.query_one("#opens" if self.query_one(AgreementLines).counts_working_time else "#meet_every").focus()
        else:
            super().move_on(picked)

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """What becomes of what was agreed before."""
        starts_on = self.query_one(Day).day_so_far
        return ("What was agreed before stays.",) if starts_on and self.book.agreement_on(starts_on) else ()

    def written(self) -> Written:
        """The new agreement."""
        starts_on = self._free_day()
        coordinator = self.book.coordinator_on(starts_on)
        agreed = self.query_one(AgreementLines).agreed(starts_on, self.now, coordinator.id if coordinator else None)
        agreement = replace(agreed, private=self.words("private"), keep_out=self.value("keep_out") == "yes")
        day = day_words(starts_on, self.book.day_of(self.now))
        return Written((agreement,), f"What you agreed holds from {day}.")

    def _free_day(self) -> date:
        day = self.query_one(Day).day
        if day is None:
            raise Unclear("starts_on", "From which day? Today is fine.")
        if any(agreement.starts_on == day for agreement in self.book.agreements.values()):
            raise Unclear("starts_on", "There is already something agreed from that day. Choose another day.")
        return day
