"""What a sheet asks, drawn: a field for each of its lines."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from textual.app import ComposeResult
from textual.widget import Widget

from carecompanion.domain.book import Book
from carecompanion.domain.sheets.asks import Ask, ChoiceAsk, DayAsk, MomentAsk, SeveralAsk, WhoAsk, WordsAsk
from carecompanion.domain.sheets.people import LONGEST_NAME
from carecompanion.tui.day import Day
from carecompanion.tui.field import Asked, Box, Field
from carecompanion.tui.parts.choice import Choice, shortened
from carecompanion.tui.parts.line import Line, Words
from carecompanion.tui.parts.several import Several
from carecompanion.tui.when import When
from carecompanion.tui.who import Who


def drawn(asks: Iterable[Ask], book: Book, now: datetime) -> ComposeResult:
    """The fields of these lines, in their order."""
    for ask in asks:
        match ask:
            case MomentAsk():
                yield When(ask, book, now)
            case DayAsk():
                yield Day(ask, book, now)
            case WhoAsk():
                yield Who(ask)
            case _:
                yield _field(ask)


def fields(asks: Iterable[Ask]) -> ComposeResult:
    """The fields of lines that are read by no clock, and name nobody."""
    return map(_field, asks)


def controls(inside: Widget) -> Iterator[tuple[str, Widget]]:
    """Whatever something can be typed or chosen in, by the names of the lines."""
    for control in inside.walk_children(Widget):  # a query would match each of them against its selectors
        if isinstance(control, Line | Choice | Words) and control.id:
            yield control.id, control


def _field(ask: Ask) -> Field:
    control: Choice | Line
    match ask:
        case WordsAsk():
            return Box(ask.label, Words(ask.held, id=ask.name), more=ask.more)
        case SeveralAsk():
            control = Several(shortened(ask.options, LONGEST_NAME), ask.held.split(","), id=ask.name)
        case ChoiceAsk():
            control = Choice(shortened(ask.options, ask.widest), ask.held, id=ask.name)
        case _:
            control = Line(ask.held, hint=ask.hint, id=ask.name)
    if ask.asks:
        return Asked(ask.label, ask.asks, control, more=ask.more)
    return Field(ask.label, control, more=ask.more)
