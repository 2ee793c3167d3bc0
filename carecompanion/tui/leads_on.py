"""LeadsOn: a form whose first line leads to other sheets, about the same or the like; and going from one to another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

from carecompanion.domain.book import Book
from carecompanion.tui.field import Field
from carecompanion.tui.form import Form
from carecompanion.tui.parts.choice import Choice, Option

if TYPE_CHECKING:
    from carecompanion.tui.place import Place


class Leads(Choice):
    """What a sheet is about. Anything else has another sheet, which takes the keys from here on."""

    def __init__(self, options: Sequence[Option], this: str, *, id: str = "leads") -> None:  # noqa: A002  # Textual's name
        super().__init__(options, this, id=id)
        self.this = this

    def watch_value(self) -> None:
        """Whatever is typed from now on is for the sheet that comes."""
        super().watch_value()
        if self.value != self.this and isinstance(self.screen, Form):
            self.screen.has_begun = False


class LeadsOn(Form):
    """`instead` becomes what the person chose in place of what this sheet is about."""

    def leads(self, label: str, options: Sequence[Option], this: str) -> ComposeResult:
        """The line that leads to other sheets."""
        yield Field(label, Leads(options, this))

    def values(self) -> dict[str, str]:
        """Everything but that line: what it is about is the same for as long as the sheet is there."""
        return {name: text for name, text in super().values().items() if name != "leads"}

    def move_on(self, picked: Choice) -> None:
        """To the next line, unless the next sheet comes."""
        if self.has_begun:
            super().move_on(picked)

    @on(Choice.Changed, "#leads")
    def lead_on(self) -> None:
        """Leave for another sheet; words are kept as a draft."""
        line = self.query_one(Leads)
        if self.instead is None and line.value is not None and line.value != line.this:
            self.instead = line.value
            self.leave(None)


Sheet = Callable[[str, Book, datetime, Mapping[str, str] | None, str], Form]
"""Makes the form about something, from what every form is made from."""


async def lead_on(place: Place, about: str | None, sheet: Sheet) -> bool:
    """Go from sheet to sheet as another is chosen, beginning with the one about this. Whether something was kept."""
    opened: list[Form] = []

    def form(book: Book, now: datetime, draft: Mapping[str, str] | None = None, trouble: str = "") -> Form:
        opened.append(sheet(about or "", book, now, draft, trouble))
        return opened[-1]

    while about is not None:
        if await place.write(form) is not None:
            return True
        about = opened[-1].instead
    return False
