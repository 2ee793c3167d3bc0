"""One thing that the role promises: whether it is so, and when the person asked about it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import get_args

from carecompanion.domain.book import Book
from carecompanion.domain.records import RoleAnswer
from carecompanion.domain.role_promises import ANSWERS, Promised, answer_on, promised, question, said
from carecompanion.domain.sheets.asks import Ask, ChoiceAsk
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.sheet import Pieces, Sheet
from carecompanion.domain.vocabulary import RoleItem, RoleWord
from carecompanion.language import _


class RoleSheet(Sheet):
    """Filled in from the last answer, which it changes when that was given today."""

    NAME = "role"
    was: RoleAnswer | None

    def __init__(
        self,
        book: Book,
        now: datetime,
        *,
        item: RoleItem | None = None,
        was: RoleAnswer | None = None,
        ways: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(book, now, was=was, ways=ways)
        name = was.item if was else item
        self._about: Promised = next(each for each in promised(book, now) if each.item == name)

    @property
    def draft_name(self) -> str:
        """Each thing has half-written words of its own."""
        return f"{self.NAME}_{self._about.item}"

    def heading(self) -> str:
        """What it is about."""
        return said(self._about, self.book)

    def own_asks(self) -> Iterator[Ask]:
        """Whether it is so, and when it was asked about."""
        was = self.was
        yield ChoiceAsk(name="answer", label=_("Is it so?"), held=(was and was.answer) or "", options=ANSWERS)
        asked_on = was.asked_on if was else None
        hint, aloud = _("the day, if you asked"), _("When did you ask about it?")
        yield self.on("asked_on", _("Asked on"), asked_on, hint=hint, aloud=aloud)

    def outcome(self) -> Pieces:
        """What becomes of it."""
        if self._about.known and self.value("answer") != "no":
            return (_("Your journal knows: {known}").format(known=self._about.known),)
        if self.value("answer") in ("no", "not_sure"):
            return (_("It becomes a question: {question}").format(question=question(self._about, self.book)),)
        return ()

    def written(self) -> Written:
        """The answer of today."""
        asked_on = self.past_day("asked_on")
        if self.is_unchanged and self.was is not None:
            return Written((self.was,), _("It is as it was."))
        base = answer_on(self.today, self._about, self.book, self.now)
        fields = {"answer": self.one_of("answer", get_args(RoleWord)), "asked_on": asked_on, **self.in_every_record()}
        return Written((replace(base, **fields),), f"{said(self._about, self.book)}.")
