"""Sheet: what is asked to write one kind of thing down, and what the answers come to."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import ClassVar, TypeVar

from carecompanion.domain.book import Book
from carecompanion.domain.record import Record
from carecompanion.domain.sheets.asks import (
    ELSE,
    NOW,
    STILL_AHEAD,
    Ask,
    ChoiceAsk,
    DayAsk,
    MomentAsk,
    Option,
    SeveralAsk,
    Unclear,
    WhoAsk,
    moment_text,
    written_out,
)
from carecompanion.domain.sheets.filled import Filled, Written
from carecompanion.domain.sheets.people import likely_people, people_options
from carecompanion.language import _

A = TypeVar("A", bound=Ask)
Pieces = Sequence[str | tuple[str, str]]
"""A sentence in pieces; a piece with a second part is to stand out."""

YES_NO = (Option("n", "", _("No")), Option("y", "yes", _("Yes")))
ANSWERS = (
    Option("y", "yes", _("Yes")),
    Option("p", "partly", _("Partly")),
    Option("n", "no", _("No")),
    Option("s", "", _("not said")),
)


class Sheet(Filled):
    """The lines of one kind of thing, in their order. `typed` is what they hold now.

    `was` is a record that is there already, from which the lines are filled in. `ways` says in whose words another act
    is reached from where the sheet is asked: by a key, or by a command.
    """

    NAME: ClassVar[str] = ""
    SOMETIMES: ClassVar[Sequence[str]] = ()
    """The lines that are asked only as long as others call for them."""

    def __init__(
        self, book: Book, now: datetime, *, was: Record | None = None, ways: Mapping[str, str] | None = None
    ) -> None:
        self.book, self.now, self.was = book, now, was
        self.today = book.day_of(now)
        self.ways: Mapping[str, str] = ways or {}
        self.typed: Mapping[str, str] = {}
        self.filled_in: Mapping[str, str] = {}

    @property
    def draft_name(self) -> str:
        """Under which name half-written words are kept: one for what is new, one for each record that is there."""
        return f"{self.NAME} {self.was.id}" if self.was else self.NAME

    def heading(self) -> str:
        """What is being written down."""
        raise NotImplementedError

    @property
    def lead(self) -> str:
        """What stands above its lines, in a line; "" for nothing."""
        return ""

    def own_asks(self) -> Iterator[Ask]:
        """The lines of this kind of thing."""
        raise NotImplementedError

    def asks(self) -> Iterator[Ask]:
        """Its lines, and those that every entry has."""
        yield from self.own_asks()
        yield from for_me_only(self.was)

    def needed(self, name: str) -> bool:  # noqa: ARG002  # for those that need it
        """Whether a line is to be asked, as the others stand."""
        return True

    def follow(self, name: str) -> None:
        """Fill in what follows from a line that was answered."""

    def hint(self, name: str) -> str:
        """What may be written in a line, as the others stand."""
        return self.lines[name].hint

    def outcome(self) -> Pieces:
        """What saving will mean, said before it is done."""
        return ()

    def outcome_words(self) -> str:
        """The same, as plain words."""
        return "".join(piece if isinstance(piece, str) else piece[0] for piece in self.outcome())

    @property
    def changes_nothing(self) -> bool:
        """Whether there is nothing to keep, so that leaving it is as good as saving."""
        return False

    def written(self) -> Written:
        """The records; raises Unclear, or ValueError with a sentence."""
        raise NotImplementedError

    @cached_property
    def lines(self) -> Mapping[str, Ask]:
        """The lines by their names."""
        return {ask.name: ask for ask in self.asks()}

    def begin(self) -> None:
        """Every line holds what it is filled in with."""
        held = {name: text for ask in self.lines.values() for name, text in ask.holds.items()}
        self.filled_in, self.typed = held, dict(held)

    def fill(self, values: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        self.typed = {name: values.get(name, text) for name, text in self.typed.items()}

    def half_written(self) -> dict[str, str] | None:
        """What is to be kept of it before it is whole; None when no words would be lost."""
        chosen = {name for name, ask in self.lines.items() if isinstance(ask, ChoiceAsk | SeveralAsk | WhoAsk)}
        typed = {name: text for name, text in self.typed.items() if name not in chosen}
        if not any(text.strip() and text != self.filled_in.get(name) for name, text in typed.items()):
            return None
        return dict(self.typed) | self._lasting()

    def values(self) -> Mapping[str, str]:
        """What the lines hold."""
        return self.typed

    def moment(self, name: str = "when") -> datetime:
        """The instant a line names. Raises Unclear."""
        ask = self._line(name, MomentAsk)
        return ask.read(self.typed.get(name, ""), self.book, self.now)

    def moment_so_far(self, name: str = "when") -> datetime | None:
        """The same; None while it cannot be read."""
        return self._line(name, MomentAsk).so_far(self.typed.get(name, ""), self.book, self.now)

    def day(self, name: str) -> date | None:
        """The day a line names; None when it is empty. Raises Unclear."""
        ask = self._line(name, DayAsk)
        return ask.read(self.typed.get(name, ""), self.book, self.now)

    def past_day(self, name: str) -> date | None:
        """The same, of a day that has come. Raises Unclear."""
        day = self.day(name)
        if day is not None and day > self.today:
            raise Unclear(name, STILL_AHEAD)
        return day

    def day_so_far(self, name: str) -> date | None:
        """The same; None while it cannot be read."""
        return self._line(name, DayAsk).so_far(self.typed.get(name, ""), self.book, self.now)

    def chosen(self, name: str = "who") -> tuple[str | None, str | None]:
        """Whom a line of people names: an id or a name, or neither."""
        ask = self._line(name, WhoAsk)
        return ask.chosen(self.typed.get(name, ""), self.typed.get(ask.other, ""))

    def named(self, name: str = "who") -> tuple[str | None, str | None]:
        """The same. Raises Unclear when it is somebody else without a name."""
        ask = self._line(name, WhoAsk)
        return ask.named(self.typed.get(name, ""), self.typed.get(ask.other, ""))

    def when(
        self,
        at: datetime | None = None,
        *,
        text: str = NOW,
        name: str = "when",
        label: str = _("When"),
        hint: str = "",
        ahead: bool = False,
        more: bool = False,
        aloud: str = "",
    ) -> MomentAsk:
        """The line of a moment, filled in with one that was written down before."""
        held = text if at is None else moment_text(at, self.book)
        aloud = aloud or (_("When is it?") if ahead else _("When was it?"))
        return MomentAsk(name=name, label=label, held=held, at=at, hint=hint, ahead=ahead, more=more, aloud=aloud)

    def who(
        self, label: str, whom: tuple[str | None, str | None] | None = None, *, name: str = "who", aloud: str = ""
    ) -> WhoAsk:
        """The line of a person: the co-ordinator or else the first of the people, unless somebody is named."""
        person_id = whom[0] if whom else None
        people = likely_people(self.book, self.now, person_id)
        first = person_id or (ELSE if whom or not people else people[0].id)
        others = people_options(people)
        return WhoAsk(
            name=name, label=label, held=first, hint=_("a name, or duty desk"), aloud=aloud, people=others, whom=whom
        )

    def on(
        self,
        name: str,
        label: str,
        held: date | str | None = None,
        *,
        hint: str = "",
        ahead: bool = False,
        either: bool = False,
        more: bool = False,
        aloud: str = "",
    ) -> DayAsk:
        """The line of a day, filled in with one that was written down before, or with words."""
        text = held if isinstance(held, str) else written_out(held)
        return DayAsk(name=name, label=label, held=text, hint=hint, aloud=aloud, ahead=ahead, either=either, more=more)

    def what(self, field: str, sentence: str, *, name: str = "text") -> str:
        """The words of a line that needs some. Raises Unclear with that sentence."""
        words = self.words(name, field)
        if words is None:
            raise Unclear(name, sentence)
        return words

    def note_line(self, held: str | None, *, name: str = "note", more: bool = True) -> Ask:
        """The line for a few words more."""
        return Ask(name=name, label=_("Note"), held=held or "", hint=_("a few words, if you like"), more=more)

    def _lasting(self) -> dict[str, str]:
        """Moments and days on the calendar: "today" in a draft would be another day tomorrow."""
        held = {}
        for name, ask in self.lines.items():
            if isinstance(ask, MomentAsk) and (moment := self.moment_so_far(name)) is not None:
                held[name] = moment_text(moment, self.book)
            elif isinstance(ask, DayAsk) and (day := self.day_so_far(name)) is not None:
                held[name] = written_out(day)
        return held

    def _line(self, name: str, kind: type[A]) -> A:
        ask = self.lines[name]
        if not isinstance(ask, kind):
            raise TypeError(name)
        return ask


def for_me_only(was: Record | None = None) -> Iterator[Ask]:
    """The lines every entry has, filled in from what it `was`: words for the person alone, and who may see the rest."""
    private = (was and was.private) or ""
    hint = _("never in anything you share")
    yield Ask(name="private", label=_("For me only"), held=private, hint=hint, more=True)
    yield from shared_or_not(was)


def shared_or_not(was: Record | None = None) -> Iterator[Ask]:
    """Whether to keep it out of anything shared, and who wrote it."""
    kept_out = "yes" if was and was.keep_out else ""
    yield ChoiceAsk(name="keep_out", label=_("Keep out"), held=kept_out, options=YES_NO, more=True)
    name = was.written_by if was and was.written_by not in (None, "me") else ""
    hint = _("a supporter’s name, if it was not you")
    yield Ask(name="written_by", label=_("Written by"), held=name or "", hint=hint, more=True)
