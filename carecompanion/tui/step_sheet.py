"""What came of a letter: one step, its day and a note, drawn."""

from collections.abc import Mapping
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.records import Letter, LetterStep
from carecompanion.domain.sheets import letter_step
from carecompanion.tui.elsewhere import by_keys
from carecompanion.tui.form import Form


class StepSheet(Form):
    """A new step of a letter, or one that is there already, `was`."""

    NAME = "letter_step"

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
        self.sheet = letter_step.StepSheet(book, now, was=was, letter=letter, ways=by_keys())
