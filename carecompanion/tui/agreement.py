"""What was agreed from a day on. What was agreed before stays as it was, unless it is chosen, to be put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from carecompanion.domain.book import Book
from carecompanion.domain.moments import day_words
from carecompanion.domain.records import Agreement
from carecompanion.tui.agreement_lines import AgreementLines
from carecompanion.tui.day import Day, written_out
from carecompanion.tui.field import Unclear, for_me_only
from carecompanion.tui.form import Written
from carecompanion.tui.leads_on import LeadsOn, lead_on
from carecompanion.tui.parts.choice import Choice, Option

if TYPE_CHECKING:
    from carecompanion.tui.place import Place

MEASURED = "What you sent before now stays measured as it was."
NEW = Option("n", "new", "something new")
MOST = 8
"""More of what was agreed before is not offered."""


class AgreementSheet(LeadsOn):
    """Filled from what is agreed today, for a new agreement; or from what `was` agreed, to put that right."""

    NAME = "agreement"
    was: Agreement | None

    def heading(self) -> str:
        """What is being written down."""
        return "What was agreed"

    def lines(self) -> ComposeResult:
        """From which day, and what."""
        was = self.was
        if self.book.agreements:
            yield from self.leads("This is", _agreements(self.book), was.id if was else NEW.value)
        starts_on = written_out(was.starts_on) if was else "today"
        yield Day("From", self.book, self.now, name="starts_on", text=starts_on, either=was is not None)
        yield AgreementLines(was or self.book.agreement_on(self.book.day_of(self.now)))
        yield from for_me_only(was)

    def start(self) -> None:
        """At the day it holds from."""
        self.query_one("#starts_on").focus()

    def move_on(self, picked: Choice) -> None:
        """After the unit of a reply time, to the hours when it is counted in them."""
        if picked.id == "reply_unit":
            self.query_one("#opens" if self.query_one(AgreementLines).counts_working_time else "#meet_every").focus()
        else:
            super().move_on(picked)

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """What becomes of what was agreed before."""
        starts_on = self.query_one(Day).day_so_far
        if self.was is not None:
            return (MEASURED,)
        return ("What was agreed before stays.",) if starts_on and self.book.agreement_on(starts_on) else ()

    def written(self) -> Written:
        """The new agreement."""
        starts_on = self._free_day()
        with_whom = self.was.person_id if self.was else self.book.coordinator_id_on(starts_on)
        agreed = self.query_one(AgreementLines).agreed()
        agreement = self.made(Agreement, starts_on=starts_on, person_id=with_whom, **agreed)
        day = day_words(starts_on, self.book.day_of(self.now))
        return Written((agreement,), f"What you agreed holds from {day}.")

    def _free_day(self) -> date:
        day = self.query_one(Day).day
        if day is None:
            raise Unclear("starts_on", "From which day? Today is fine.")
        others = (agreement for agreement in self.book.agreements.values() if agreement != self.was)
        if any(agreement.starts_on == day for agreement in others):
            raise Unclear("starts_on", "There is already something agreed from that day. Choose another day.")
        return day


async def agreement(place: Place, was: Agreement | None = None) -> bool:
    """What was agreed anew, or one that is there already, as is chosen. Answers whether something was kept."""
    return await lead_on(place, was.id if was else NEW.value, _sheet)


def _sheet(
    chosen: str, book: Book, now: datetime, draft: Mapping[str, str] | None = None, trouble: str = ""
) -> AgreementSheet:
    return AgreementSheet(book, now, draft, trouble, was=book.agreements.get(chosen))


def _agreements(book: Book) -> list[Option]:
    newest_first = sorted(book.agreements.values(), key=lambda each: each.starts_on, reverse=True)
    offered = enumerate(newest_first[:MOST], 1)
    return [NEW, *(Option(str(digit), each.id, f"from {written_out(each.starts_on)}") for digit, each in offered)]
