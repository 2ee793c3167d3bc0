"""A letter as it is written: a line or a box to each part, with a hint; what was typed in the last one comes along."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import ClassVar, get_args

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, TextArea

from carecompanion.domain.book import Book
from carecompanion.domain.concern_routes import COUNTRIES, ONLY, country
from carecompanion.domain.letter_words import ASKED_IN, PARTS, hint, kind_words
from carecompanion.domain.records import Brought, Letter
from carecompanion.domain.sheets.asks import DayAsk, written_out
from carecompanion.domain.sheets.sheet import for_me_only
from carecompanion.domain.timeline import entry_for
from carecompanion.domain.vocabulary import LetterKind, WrittenIn
from carecompanion.language import _
from carecompanion.sharing.routes import route_of
from carecompanion.tui.day import Day
from carecompanion.tui.drawn import drawn
from carecompanion.tui.field import Box, Field
from carecompanion.tui.form import Form, Written
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.line import Line, Words

KEYS: Mapping[LetterKind, str] = {"change": "c", "concern": "r", "care_plan": "p", "in_touch": "g", "thanks": "t"}
WHERE = (Option("e", "england", _("England")), Option("w", "wales", _("Wales")), Option("n", "", _("not said")))
TO_HINT = _("Whom it is to; below that their address, if it goes by post.")
KEPT = _("It is yours until you send it. Nothing is sent from here.")


class PartBox(Box):
    """A part of a letter: a box, and under it a hint while it is empty."""

    def __init__(self, label: str, control: Words, hint_words: str) -> None:
        super().__init__(label, control)
        self.hint = hint_words

    def remark(self, words: str = "", *, trouble: bool = False) -> None:
        """Say something under the box; with nothing to say and nothing in it, the hint."""
        empty = isinstance(self.control, Words) and not self.control.text.strip()
        super().remark(words or (self.hint if empty else ""), trouble=trouble)

    @on(TextArea.Changed)
    def follow(self) -> None:
        """The hint goes with the first letter."""
        self.remark()


class LetterSheet(Form):
    """A page. Which parts show follows the kind; one that has words shows in any."""

    NAME = "letter"
    HINTS: ClassVar[Sequence[Hint]] = ("save", "next_line", ("step_back", _("line before"), _("before")), "more")
    ALWAYS: ClassVar[Sequence[Hint]] = ("back_to_draft",)
    DEFAULT_CLASSES = "page"
    was: Letter | None

    def __init__(
        self,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
        *,
        was: Letter | None = None,
        brought: tuple[Brought, ...] = (),
        kind: LetterKind = "change",
    ) -> None:
        super().__init__(book, now, draft, trouble, was=was)
        self._begins = was or _begun(book, now, kind, brought)
        self._to = self._begins.to or ""

    def heading(self) -> str:
        """What is being written."""
        return _("A letter") if self.was is None else _("Your letter")

    def lines(self) -> ComposeResult:
        """Which letter, to and from whom, and its parts."""
        was = self._begins
        kinds = [Option(key, kind, kind_words(kind, self.book.settings)) for kind, key in KEYS.items()]
        yield Field(_("This is to"), Choice(kinds, was.kind, id="kind"))
        if ONLY[self.book.settings.nation] is None or was.written_in not in (None, ONLY[self.book.settings.nation]):
            yield Field(_("Service in"), Choice(_countries(was.written_in), was.written_in or "", id="written_in"))
        yield PartBox(_("To"), Words(was.to or "", id="to"), TO_HINT)
        yield Field(_("Your name"), Line(was.my_name or "", hint=_("as you sign"), id="my_name"))
        yield Field(_("Reach you by"), Line(was.reach_me or "", hint=_("such as: text 07700 900123"), id="reach_me"))
        yield Field(_("Service"), Line(was.service or "", hint=_("its name, and where it is"), id="service"))
        on_day, began = written_out(was.happened_on), _("the day it began, if you like")
        yield Day(DayAsk(name="happened_on", label=_("Happened on"), held=on_day, hint=began), self.book, self.now)
        for name, part in PARTS.items():
            yield PartBox(part.label, Words(getattr(was, name) or "", id=name), hint(was.kind, name))
        yield from drawn(for_me_only(self.was), self.book, self.now)

    def start(self) -> None:
        """At the kind of a new one, or at its words."""
        self.query_one("#kind" if self.was is None else f"#{ASKED_IN[self.was.kind][0]}").focus()

    def fill(self, values: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        super().fill(values)
        self.show_what_is_asked()

    @on(Choice.Changed, "#kind")
    def show_what_is_asked(self) -> None:
        """The parts of this kind, and whoever the last one of it was to."""
        kind = self._kind
        for name in PARTS:
            box = self.field(name)
            box.display = name in ASKED_IN[kind] or bool(self.value(name))
            if isinstance(box, PartBox):
                box.hint = hint(kind, name)
                box.remark()
        self.field("happened_on").display = kind not in ("care_plan", "thanks") or bool(self.value("happened_on"))
        usual = last_to(self.book, kind) or ""
        if self.was is None and self.value("to") == self._to.strip() and self._to != usual:
            self._to = usual
            self.query_one("#to", Words).load_text(usual)
        self._hint_at_first_help(kind)

    @on(Choice.Changed, "#written_in")
    def hint_again(self) -> None:
        """The first help is another in another country."""
        self._hint_at_first_help(self._kind)

    @on(Input.Submitted)
    @on(Choice.Submitted)
    def go_on_on_enter(self, event: Input.Submitted | Choice.Submitted) -> None:
        """A letter has many lines: enter goes on to the next, and saves nothing."""
        event.prevent_default()
        self.focus_next()

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """That nothing leaves this computer."""
        return (KEPT,) if self._begins.sent_at is None else ()

    def written(self) -> Written:
        """The letter."""
        happened_on = next(line for line in self.query(Day) if line.query("#happened_on")).past_day
        fields = {name: self.words(name, name) for name in ("to", "my_name", "reach_me", "service", *PARTS)}
        begins = self._begins
        letter = self.made(
            Letter,
            kind=self._kind,
            begun_on=begins.begun_on,
            written_in=self._written_in,
            happened_on=happened_on,
            brought=begins.brought,
            **fields,
        )
        return Written((letter,), KEPT if self.was is None else _("Your letter is changed."))

    @property
    def _kind(self) -> LetterKind:
        return next(kind for kind in get_args(LetterKind) if kind == self.value("kind"))

    @property
    def _written_in(self) -> WrittenIn | None:
        if not self.query("#written_in"):
            return self._begins.written_in
        return next((where for where in COUNTRIES if where == self.value("written_in")), None)

    def _hint_at_first_help(self, kind: LetterKind) -> None:
        """Beside whom it is to, where to get help first with a concern."""
        where = self._written_in
        first = (
            _(" First help: {said}.").format(said=route_of(where).first_help.said)
            if where and kind in ("concern", "change")
            else ""
        )
        box = self.field("to")
        if isinstance(box, PartBox):
            box.hint = f"{TO_HINT}{first}"
            box.remark()


def last_to(book: Book, kind: LetterKind) -> str | None:
    """Whom the last letter of a kind was to, with the address."""
    letters = (each for each in book.letters.values() if each.kind == kind and (each.to or "").strip())
    last = max(letters, key=lambda each: (each.begun_on, each.id), default=None)
    return last.to if last else None


def _begun(book: Book, now: datetime, kind: LetterKind, brought: tuple[Brought, ...]) -> Letter:
    """A letter as it begins: with what the last one had that stays, and the day of the first entry it rests on."""
    last = max(book.letters.values(), key=lambda each: (each.begun_on, each.id), default=None)
    begun = Letter(
        id="",
        kind=kind,
        begun_on=book.day_of(now),
        written_in=country(book),
        to=last_to(book, kind),
        happened_on=first_day(brought, book, now),
        brought=brought,
    )
    return replace(begun, my_name=last.my_name, reach_me=last.reach_me, service=last.service) if last else begun


def first_day(brought: tuple[Brought, ...], book: Book, now: datetime) -> date | None:
    """The day of the earliest of some entries; None without any that has been."""
    return min((day for day in _days(brought, book) if day <= book.day_of(now)), default=None)


def _days(brought: tuple[Brought, ...], book: Book) -> Iterator[date]:
    for each in brought:
        record = book.record(each.entry_id)
        if record is not None:
            yield entry_for(record, book).day


def _countries(this: WrittenIn | None) -> list[Option]:
    """England or Wales; and where a letter's service is now, when that is elsewhere."""
    elsewhere = [Option("o", this, COUNTRIES[this])] if this in ("scotland", "northern_ireland") else []
    return [*WHERE, *elsewhere]
