"""How a visit went, once that is written down: the same questions, their answers filled in, to change any of them."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import ClassVar

from textual.binding import Binding
from textual.content import Content

from carecompanion.domain.book import Book
from carecompanion.domain.records import Appointment
from carecompanion.domain.visit_questions import Question, given_to
from carecompanion.language import _
from carecompanion.tui.check_in import CheckIn
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.drawing import accent, bold, faint, lines, muted, say
from carecompanion.tui.questions import draw_answered


class CheckInAgain(CheckIn):
    """Begins at the first question. The arrows go along them, a key answers anew, enter saves all as it stands."""

    AGAIN = True
    ALWAYS = ("cancel",)
    BINDINGS: ClassVar[list[Binding]] = [
        bind("question_before", "before"),
        bind("question_after", "go_on"),
        bind("arranged", "instead('arranged')"),
    ]

    def __init__(
        self,
        visit: Appointment,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
    ) -> None:
        super().__init__(visit, book, now, draft, trouble)
        self._as_it_was = [given_to(question, visit) for question in self._asked]
        self._to_come = self._as_it_was[::-1]

    def take(self, given: list[str]) -> None:
        """These answers stand, from the first question on; the others as they were."""
        self._given = []
        self._to_come = (given + self._as_it_was[len(given) :])[::-1]

    def half_written(self) -> dict[str, str] | None:
        """Only what is not as it was is worth keeping."""
        return None if self.is_unchanged else self.values()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters are the note's while it has the focus."""
        match action:
            case "instead":
                return self._lit is not None and parameters[0] != "another_visit"
            case "go_on":
                return self._lit is not None
            case "before":
                return bool(self._given or self._number)
            case _:
                return super().check_action(action, parameters)

    def action_answer(self, given: str) -> None:
        """In place of what was answered before."""
        self._to_come.pop()
        super().action_answer(given)

    def action_go_back(self) -> None:
        """One digit back, or one question, whose answer stays until there is another."""
        if self._given and not self._number:
            self._to_come.append(self._given[-1])
        super().action_go_back()

    def action_before(self) -> None:
        """The same, from the lines below the questions too."""
        self.action_go_back()

    def action_go_on(self) -> None:
        """The answer stands."""
        self.action_answer(self._to_come[-1])

    def _answers(self) -> Iterator[tuple[Question, str]]:
        return zip(self._asked, [*self._given, *reversed(self._to_come)], strict=True)

    @property
    def _is_enough(self) -> bool:
        return True

    def _hints(self) -> Iterator[Hint]:
        if self._lit is None:
            yield from (("enter_save", _("save")), "question_before", ("more", _("more to say"), _("more")))
            return
        yield from ("enter_save", "yes", "partly", "no", "skip", "question_after")
        yield "question_before" if self._given else "arranged"

    def _progress(self) -> Content:
        if self._lit is None:
            return super()._progress()
        said = self._lit.said(self._to_come[-1], self._visit.planned_minutes)
        stands = say(muted(_("So far: ")), bold(said), faint(f"   {self._lit.number}"))
        instead = (accent("w"), muted(_(" when and where   ")), accent("x"), muted(_(" it did not happen")))
        return lines(stands, say(*instead)) if not self._given else stands

    def _question(self, place: int) -> Content:
        if place <= len(self._given):
            return super()._question(place)
        given = self._to_come[-1 - (place - len(self._given))]
        return draw_answered(self._asked[place], given, self._visit, self.book, self.app.size.width)
