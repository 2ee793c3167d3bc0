"""What came of a letter: one step, its day and a note. One that is an answer ends the waiting too."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import get_args

from carecompanion.domain.book import Book
from carecompanion.domain.records import Letter, LetterStep
from carecompanion.domain.sending import ANSWERING, ENDING, restepped, sent_at, stepped, waits
from carecompanion.domain.sheets.asks import TODAY, Ask, ChoiceAsk, Option, Unclear
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.sheet import Pieces, Sheet
from carecompanion.domain.vocabulary import LetterStepKind
from carecompanion.language import _

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


class StepSheet(Sheet):
    """A new step of a letter, or one that is there already, `was`."""

    NAME = "letter_step"
    was: LetterStep | None

    def __init__(
        self,
        book: Book,
        now: datetime,
        *,
        was: LetterStep | None = None,
        letter: Letter | None = None,
        ways: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(book, now, was=was, ways=ways)
        self._letter = letter or book.letters[was.letter_id if was else ""]

    @property
    def draft_name(self) -> str:
        """Each letter has half-written words of its own."""
        return super().draft_name if self.was else f"{self.NAME}_of {self._letter.id}"

    def heading(self) -> str:
        """What is being written down."""
        return _("What came of your letter")

    def own_asks(self) -> Iterator[Ask]:
        """What, when, and a note."""
        was, is_concern = self.was, self._letter.kind == "concern"
        offered = [
            Option(key, kind, words)
            for kind, (key, words) in STEPS.items()
            if is_concern or kind not in OF_A_CONCERN or (was and was.kind == kind)
        ]
        first = "acknowledged" if is_concern and waits(self._letter, self.book, self.now) else "answered"
        held = was.kind if was else first
        yield ChoiceAsk(
            name="step", label=_("What"), held=held, options=offered, must=True, aloud=_("What came of it?")
        )
        day = was.happened_on if was else TODAY
        yield self.on("happened_on", _("When"), day, aloud=_("On which day?"))
        yield self.note_line(was.note if was else None, more=False)

    def outcome(self) -> Pieces:
        """What it means for the waiting."""
        if self.was is not None or not waits(self._letter, self.book, self.now):
            return ()
        kind = self.value("step")
        return (ENDS_WAITING,) if kind in ANSWERING else (NOT_WAITED,) if kind in ENDING else ()

    def written(self) -> Written:
        """The step, and what it does to the waiting."""
        day = self.past_day("happened_on")
        if day is None:
            raise Unclear("happened_on", _("On which day? Today is fine."))
        at = sent_at(self._letter, self.book)
        if at is not None and day < self.book.day_of(at):
            raise Unclear("happened_on", BEFORE_SENT)
        kind = next(kind for kind in get_args(LetterStepKind) if kind == self.value("step"))
        note = self.words("note", "note")
        step = self.made(LetterStep, letter_id=self._letter.id, kind=kind, happened_on=day, note=note)
        if self.was is not None:
            return Written(restepped(step, self.was, self.book, self.now), _("It is changed."))
        return Written(stepped(step, self.book, self.now), self.outcome_words() or _("It stands with your letter."))
