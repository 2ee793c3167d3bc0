"""View: over which period, and in whose time as co-ordinator, the traits are looked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from textual.content import Content

from carecompanion.domain.book import Book
from carecompanion.domain.periods import Period, PeriodChoice, next_choice, period
from carecompanion.domain.review_words import span_words
from carecompanion.domain.traits import Assessment, assess
from carecompanion.domain.whose import WhoseTime, choices, coordinator_for, usual, whose_short, whose_words
from carecompanion.domain.wording import PERIODS
from carecompanion.tui.parts.drawing import both_ends, faint, say


@dataclass
class View:
    """What was chosen last; the five, a trait whole and what is behind a figure share one."""

    choice: PeriodChoice = "3_months"
    whose: WhoseTime | None = None
    days: Period | None = None
    """Days that none of the choices has, until one is chosen."""

    def assessment(
        self, book: Book, now: datetime, *, headlines_only: bool = False, trait: str | None = None
    ) -> Assessment:
        """The traits as they are looked at; as in `assess`."""
        today = book.day_of(now)
        chosen = self.days or period(self.choice, book, now) or Period(today, today)
        coordinator_id = coordinator_for(self._whose(book, now), book, today)
        return assess(book, chosen, now, coordinator_id, headlines_only=headlines_only, trait=trait)

    def next_period(self, book: Book, now: datetime) -> None:
        """The next period, round and round."""
        self.choice = next_choice(self.choice, book, now)
        self.days = None

    def next_whose(self, book: Book, now: datetime) -> None:
        """Whose time comes next, round and round."""
        offered = choices(book, book.day_of(now))
        self.whose = offered[(offered.index(self._whose(book, now)) + 1) % len(offered)]

    def whose_words(self, book: Book, now: datetime) -> str:
        """As in "Dana Whitfield, care co-ordinator"."""
        return whose_words(self._whose(book, now), book, book.day_of(now))

    def whose_and_when(self, width: int, book: Book, now: datetime) -> Content:
        """Whose time, and at the other end of the line over which days; the name alone where there is no more room."""
        right = [faint(self.period_words)]
        whole, short = (each(self._whose(book, now), book, book.day_of(now)) for each in (whose_words, whose_short))
        fits = say(whole).cell_length + 2 + len(self.period_words) <= width
        return both_ends(width, [whole if fits else short], right)

    def chosen(self) -> dict[str, str]:
        """What was chosen, as text."""
        return {"period": self.choice, "whose": self.whose or ""}

    def choose(self, chosen: Mapping[str, str]) -> None:
        """Choose the same again."""
        self.choice = next((each for each in PERIODS if each == chosen.get("period")), self.choice)
        self.whose = next((each for each in get_args(WhoseTime) if each == chosen.get("whose")), self.whose)

    @property
    def period_words(self) -> str:
        """As in "last 3 months"."""
        return PERIODS[self.choice] if self.days is None else span_words(self.days)

    def over(self, days: Period, book: Book, now: datetime) -> "View":
        """The same over these days; by the choice that has them, where one does."""
        found = next((each for each in PERIODS if period(each, book, now) == days), None)
        return View(found or self.choice, self.whose, None if found else days)

    def _whose(self, book: Book, now: datetime) -> WhoseTime:
        """What was chosen, if it is still there; else the usual."""
        today = book.day_of(now)
        return self.whose if self.whose in choices(book, today) else usual(book, today)
