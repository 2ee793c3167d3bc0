"""What came of a letter: one step, its day and a note. One that is an answer ends the waiting too."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import ClassVar, get_args

from textual.app import ComposeResult

from carecompanion.domain.book import Book
from carecompanion.domain.records import Letter, LetterStep
from carecompanion.domain.sending import ANSWERING, ENDING, restepped, sent_at, stepped, waits
from carecompanion.domain.sheets.asks import TODAY, DayAsk, written_out
from carecompanion.domain.sheets.sheet import for_me_only
from carecompanion.domain.vocabulary import LetterStepKind
from carecompanion.language import _
from carecompanion.tui.day import Day
from carecompanion.tui.drawn import drawn
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.form import Form, Written
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.line import Line

STEPS: Mapping[LetterStepKind, tuple[str, str]] = {
    "acknowledged": ("h", _("They have it")),
    "met": ("m", _("You met")),
    "answered": ("a", _("They answered")),
    "settled": ("s", _("Settled")),
    "next_stage": ("n", _("Next stage")),
    "withdrawn": ("w", _("Withdrawn")),
    "other": ("o", _("Something else")),
}
OF_A_CONCERN = ("next_stage", "withdrawn")
"""The steps that only a concern takes."""
ENDS_WAITING = _("That ends the wait on Today too. It need not be written down as a reply.")
NOT_WAITED = _("Nothing is waited for any more.")
BEFORE_SENT = _("That is before you sent it.")


class StepSheet(Form):
    """A new step of a letter, or one that is there already, `was`."""

    NAME = "letter_step"
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", _("save")), "next_line", "more")
    was: LetterStep | None

    def __init__(
        self,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
        *,
        was: LetterStep | None = None,
        letter: Letter | None = None,
    ) -> None:
        super().__init__(book, now, draft, trouble, was=was)
        self._letter = letter or book.letters[was.letter_id if was else ""]

    @property
    def draft_name(self) -> str:
        """Each letter has half-written words of its own."""
        return super().draft_name if self.was else f"{self.NAME}_of {self._letter.id}"

    def heading(self) -> str:
        """What is being written down."""
        return _("What came of your letter")

    def lines(self) -> ComposeResult:
        """What, when, and a note."""
        was = self.was
        offered = [
            Option(key, kind, words)
            for kind, (key, words) in STEPS.items()
            if self._letter.kind == "concern" or kind not in OF_A_CONCERN or (was and was.kind == kind)
        ]
        first = (
            "acknowledged"
            if self._letter.kind == "concern" and waits(self._letter, self.book, self.now)
            else "answered"
        )
        yield Field(_("What"), Choice(offered, was.kind if was else first, id="step"))
        text = written_out(was.happened_on) if was else TODAY
        yield Day(DayAsk(name="happened_on", label=_("When"), held=text), self.book, self.now)
        yield Field(_("Note"), Line((was and was.note) or "", hint=_("a few words, if you like"), id="note"))
        yield from drawn(for_me_only(was), self.book, self.now)

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """What it means for the waiting."""
        if self.was is not None or not waits(self._letter, self.book, self.now):
            return ()
        kind = self.value("step")
        return (ENDS_WAITING,) if kind in ANSWERING else (NOT_WAITED,) if kind in ENDING else ()

    def written(self) -> Written:
        """The step, and what it does to the waiting."""
        day = self.query_one(Day).past_day
        if day is None:
            raise Unclear("happened_on", _("On which day? Today is fine."))
        at = sent_at(self._letter, self.book)
        if at is not None and day < self.book.day_of(at):
            raise Unclear("happened_on", BEFORE_SENT)
        kind = next(kind for kind in get_args(LetterStepKind) if kind == self.value("step"))
        note = self.words("note", "note")
        step = self.made(LetterStep, letter_id=self._letter.id, kind=kind, happened_on=day, note=note)
        said = " ".join(piece if isinstance(piece, str) else piece[0] for piece in self.outcome())
        if self.was is not None:
            return Written(restepped(step, self.was, self.book, self.now), _("It is changed."))
        return Written(stepped(step, self.book, self.now), said or _("It stands with your letter."))
