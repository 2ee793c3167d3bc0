"""One line of a sheet: what it asks, what it holds at first, and how what is typed in it is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from carecompanion.domain.book import Book
from carecompanion.domain.moments import (
    Unreadable,
    full_date,
    long_day,
    read_ahead,
    read_day,
    read_moment,
    read_nearest_day,
)
from carecompanion.language import _

NOW, TODAY = _("just now"), _("today")
ELSE = "else"
"""What a line of people holds when it is somebody who is not among them."""
STILL_AHEAD = _("That day is still ahead.")
WHO_WAS_IT = _("Who was it? A name or a place is enough.")


class Unclear(Exception):  # noqa: N818  # it is said to a person, not an error of the program
    """Something on a sheet cannot be understood; `field` is the name of the line, the text a sentence to show there."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True, repr=False)
class Option:
    """One option: the key that picks it, what it stands for, its words."""

    key: str
    value: str
    words: str


NOT_SAID = Option("s", "", _("not said"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Ask:
    """A line for a few words. `held` is what it holds at first, `asks` its question where the label is too short.

    `aloud` is its question where nothing else can be seen beside it. With `more` it is one of the lines that are
    seldom needed.
    """

    name: str
    label: str
    held: str = ""
    hint: str = ""
    asks: str = ""
    aloud: str = ""
    more: bool = False

    @property
    def holds(self) -> dict[str, str]:
        """What it is filled in with, by the name of each of its lines."""
        return {self.name: self.held}

    def echo(self, text: str, book: Book, now: datetime) -> str:  # noqa: ARG002  # for those that need it
        """What a text was understood as; "" where nothing is to be said."""
        return ""


class WordsAsk(Ask):
    """As many lines of words as there are."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ChoiceAsk(Ask):
    """One of some options; `held` may be none of them."""

    options: Sequence[Option]
    must: bool = False
    """Whether one of them has to be chosen."""
    widest: int = 60
    """So many cells of an option's words are shown."""

    @property
    def offered(self) -> Sequence[Option]:
        """The options, and that nothing is said where that can be so without an option for it."""
        silent = self.held == "" and not self.must and all(option.value for option in self.options)
        return (*self.options, NOT_SAID) if silent else self.options


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SeveralAsk(Ask):
    """Any number of some options; what is held are theirs with commas."""

    options: Sequence[Option]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class MomentAsk(Ask):
    """A moment that has been, or one that comes when `ahead`.

    `at` is the moment it is filled in with; it stays that very instant until something else is typed.
    """

    at: datetime | None = None
    ahead: bool = False

    def read(self, text: str, book: Book, now: datetime) -> datetime:
        """The instant, in UTC. Raises Unclear."""
        if self.at is not None and text == self.held:
            return self.at
        read = read_ahead if self.ahead else read_moment
        try:
            return read(text, now, book.zone)
        except Unreadable as unreadable:
            raise Unclear(self.name, str(unreadable)) from None

    def so_far(self, text: str, book: Book, now: datetime) -> datetime | None:
        """The instant; None while it cannot be read."""
        try:
            return self.read(text, book, now)
        except Unclear:
            return None

    def echo(self, text: str, book: Book, now: datetime) -> str:
        """As in "= Tuesday 10 March, 16:00"."""
        moment = self.so_far(text, book, now)
        if moment is None or text.strip().casefold() == NOW.casefold():
            return ""
        local = book.local(moment)
        return f"= {long_day(local.date(), book.day_of(now))}, {local:%H:%M}"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DayAsk(Ask):
    """A day that has been; with `ahead` rather one that comes, with `either` rather one that has been.

    A date without a year is the last one, or with one of the two the nearest.
    """

    ahead: bool = False
    either: bool = False

    def read(self, text: str, book: Book, now: datetime) -> date | None:
        """The day; None when nothing is typed. Raises Unclear."""
        if not text.strip():
            return None
        read = read_nearest_day if self.ahead or self.either else read_day
        try:
            return read(text, book.day_of(now), self.ahead)
        except Unreadable as unreadable:
            raise Unclear(self.name, str(unreadable)) from None

    def so_far(self, text: str, book: Book, now: datetime) -> date | None:
        """The day; None while there is none, or it cannot be read."""
        try:
            return self.read(text, book, now)
        except Unclear:
            return None

    def echo(self, text: str, book: Book, now: datetime) -> str:
        """As in "= Tuesday 10 March"."""
        day = self.so_far(text, book, now)
        return "" if day is None else f"= {long_day(day, book.day_of(now))}"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class WhoAsk(Ask):
    """One of the people, or somebody else by a name, which has a line of its own.

    `whom` is what it is filled in with: an id, and a name typed in place of it; None when nobody was named before.
    Without people there is only the line for a name.
    """

    people: Sequence[Option]
    whom: tuple[str | None, str | None] | None = None

    @property
    def other(self) -> str:
        """The name of the line for somebody else."""
        return f"{self.name}_else"

    @property
    def options(self) -> Sequence[Option]:
        """The people by their digits, and somebody else."""
        return *self.people, Option("o", ELSE, _("someone else"))

    @property
    def holds(self) -> dict[str, str]:
        """The choice, and the name."""
        return {self.name: self.held, self.other: (self.whom and self.whom[1]) or ""}

    def chosen(self, choice: str, typed: str) -> tuple[str | None, str | None]:
        """The id of one of the people, or the name that was typed; both None when nobody is named."""
        if self.whom is not None and self._is_untouched(choice, typed):
            return self.whom
        if choice != ELSE:
            return choice, None
        return None, typed if typed.strip() else None

    def named(self, choice: str, typed: str) -> tuple[str | None, str | None]:
        """What is chosen. Raises Unclear when it is somebody else without a name."""
        chosen = self.chosen(choice, typed)
        if self.people and chosen == (None, None) and (self.whom is None or not self._is_untouched(choice, typed)):
            raise Unclear(self.other, WHO_WAS_IT)
        return chosen

    def _is_untouched(self, choice: str, typed: str) -> bool:
        return self.holds == {self.name: choice, self.other: typed}


def moment_text(moment: datetime, book: Book) -> str:
    """A moment as a line holds it, with its year: "9 January 2026 09:12"."""
    local = book.local(moment)
    return f"{written_out(local.date())} {local:%H:%M}"


def written_out(day: date | None) -> str:
    """A day as a line holds it, with its year: "9 January 2026"; "" for none."""
    return full_date(day) if day else ""
