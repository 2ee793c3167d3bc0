"""What was agreed from a day on. What was agreed before stays as it was, unless it is chosen, to be put right."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from carecompanion.domain.book import Book
from carecompanion.domain.records import Agreement
from carecompanion.domain.sheets import agreement as sheets
from carecompanion.domain.sheets.asks import written_out
from carecompanion.domain.sheets.sheet import for_me_only
from carecompanion.language import _
from carecompanion.tui.agreement_lines import AgreementLines
from carecompanion.tui.drawn import drawn
from carecompanion.tui.leads_on import LeadsOn, lead_on
from carecompanion.tui.parts.choice import Choice, Option

if TYPE_CHECKING:
    from carecompanion.tui.place import Place

NEW = Option("n", "new", _("something new"))
MOST = 8
"""More of what was agreed before is not offered."""


class AgreementSheet(LeadsOn):
    """Filled from what is agreed today, for a new agreement; or from what `was` agreed, to put that right."""

    NAME = "agreement"
    SHEET = sheets.AgreementSheet
    was: Agreement | None

    def lines(self) -> ComposeResult:
        """Which it is, from which day, and what."""
        was = self.was
        if self.book.agreements:
            yield from self.leads(_("This is"), _agreements(self.book), was.id if was else NEW.value)
        (from_on, *_between) = self.filled.asks()
        yield from drawn([from_on], self.book, self.now)
        yield AgreementLines(was or self.book.agreement_on(self.book.day_of(self.now)))
        yield from drawn(for_me_only(was), self.book, self.now)

    def start(self) -> None:
        """At the day it holds from."""
        self.query_one("#starts_on").focus()

    def move_on(self, picked: Choice) -> None:
        """After the unit of a reply time, to the hours when it is counted in them."""
        if picked.id == "reply_unit":
            self.query_one("#opens" if self.query_one(AgreementLines).counts_working_time else "#meet_every").focus()
        else:
            super().move_on(picked)


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
    return [
        NEW,
        *(
            Option(str(digit), each.id, _("from {written_out}").format(written_out=written_out(each.starts_on)))
            for digit, each in offered
        ),
    ]
