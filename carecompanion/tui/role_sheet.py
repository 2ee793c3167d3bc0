"""One thing that the role promises: whether it is so, and when the person asked about it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import ClassVar, get_args

from textual.app import ComposeResult

from carecompanion.domain.book import Book
from carecompanion.domain.records import RoleAnswer
from carecompanion.domain.role_promises import ANSWERS, Promised, answer_on, promised, question, said
from carecompanion.domain.sheets.asks import DayAsk, written_out
from carecompanion.domain.sheets.sheet import for_me_only
from carecompanion.domain.vocabulary import RoleItem, RoleWord
from carecompanion.language import _
from carecompanion.tui.day import Day
from carecompanion.tui.drawn import drawn
from carecompanion.tui.field import Field
from carecompanion.tui.form import Form, Written
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.choice import Choice


class RoleSheet(Form):
    """Filled in from the last answer, which it changes when that was given today."""

    NAME = "role"
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", _("save")), "next_line", "more")
    was: RoleAnswer | None

    def __init__(
        self,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
        *,
        item: RoleItem | None = None,
        was: RoleAnswer | None = None,
    ) -> None:
        super().__init__(book, now, draft, trouble, was=was)
        name = was.item if was else item
        self._about: Promised = next(each for each in promised(book, now) if each.item == name)

    @property
    def draft_name(self) -> str:
        """Each thing has half-written words of its own."""
        return f"{self.NAME}_{self._about.item}"

    def heading(self) -> str:
        """What it is about."""
        return said(self._about, self.book)

    def lines(self) -> ComposeResult:
        """Whether it is so, and when it was asked about."""
        was = self.was
        yield Field(_("Is it so?"), Choice(ANSWERS, (was and was.answer) or "", id="answer"))
        asked_on = written_out(was.asked_on if was else None)
        ask = DayAsk(name="asked_on", label=_("Asked on"), held=asked_on, hint=_("the day, if you asked"))
        yield Day(ask, self.book, self.now)
        yield from drawn(for_me_only(was), self.book, self.now)

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """What becomes of it."""
        if self._about.known and self.value("answer") != "no":
            return (_("Your journal knows: {known}").format(known=self._about.known),)
        if self.value("answer") in ("no", "not_sure"):
            return (_("It becomes a question: {question}").format(question=question(self._about, self.book)),)
        return ()

    def written(self) -> Written:
        """The answer of today."""
        today = self.book.day_of(self.now)
        asked_on = next(line for line in self.query(Day) if line.query("#asked_on")).past_day
        answer = next((word for word in get_args(RoleWord) if word == self.value("answer")), None)
        base = answer_on(today, self._about, self.book, self.now)
        if self.is_unchanged and self.was is not None:
            return Written((self.was,), _("It is as it was."))
        fields = {"answer": answer, "asked_on": asked_on, **self.in_every_record()}
        return Written((replace(base, **fields),), f"{said(self._about, self.book)}.")
