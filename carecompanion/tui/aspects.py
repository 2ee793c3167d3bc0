"""What can be changed of a visit: when and where it is, how it went, or that it did not happen; a sheet for each."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar, Literal, get_args

from textual import on
from textual.app import ComposeResult

from carecompanion.domain.book import Book
from carecompanion.domain.records import Appointment
from carecompanion.tui.field import Field
from carecompanion.tui.form import Form
from carecompanion.tui.parts.choice import Choice, Option

Aspect = Literal["arranged", "how_it_went", "did_not_happen"]


class Aspects(Choice):
    """Another aspect has another sheet, which takes the keys from here on."""

    def __init__(self, aspect: Aspect, visit: Appointment, now: datetime) -> None:
        has_been = visit.planned_at <= now
        options = [Option("w", "arranged", "When and where")]
        options += [Option("h", "how_it_went", "How it went")] if has_been else []
        options += [Option("x", "did_not_happen", f"It {'did' if has_been else 'will'} not happen")]
        super().__init__(options, aspect, id="aspect")
        self._aspect = aspect

    def watch_value(self) -> None:
        """Whatever is typed from now on is for the sheet that comes."""
        super().watch_value()
        if self.value != self._aspect and isinstance(self.screen, OfVisit):
            self.screen.has_begun = False


class OfVisit(Form):
    """A sheet about one aspect of a visit. With `leads_on` its first line leads to the others, by way of `instead`."""

    ASPECT: ClassVar[Aspect]
    was: Appointment | None

    def __init__(
        self,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
        *,
        was: Appointment | None = None,
        leads_on: bool = False,
    ) -> None:
        super().__init__(book, now, draft, trouble, was=was)
        self.instead: Aspect | None = None
        self._leads_on = leads_on

    def aspect_line(self) -> ComposeResult:
        """Which aspect this is about."""
        if self.was is not None and self._leads_on:
            yield Field("Change", Aspects(self.ASPECT, self.was, self.now))

    def values(self) -> dict[str, str]:
        """Everything but the aspect, which has a sheet of its own each."""
        return {name: text for name, text in super().values().items() if name != "aspect"}

    def move_on(self, picked: Choice) -> None:
        """To the next line, unless the next sheet comes."""
        if self.has_begun:
            super().move_on(picked)

    @on(Choice.Changed, "#aspect")
    def turn_to_another(self) -> None:
        """Another aspect has another sheet; words are kept as a draft."""
        chosen = next(aspect for aspect in get_args(Aspect) if aspect == self.value("aspect"))
        if self.instead is None and chosen != self.ASPECT:
            self.instead = chosen
            self.leave(None)
