"""How a visit went, once that is written down: the same questions, their answers filled in, to change any of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, ClassVar

from textual.binding import Binding
from textual.content import Content

from carecompanion.domain.book import Book
from carecompanion.domain.lines import first_line
from carecompanion.domain.records import Appointment
from carecompanion.tui.check_in import CheckIn
from carecompanion.tui.form import Written
from carecompanion.tui.keymap import bind
from carecompanion.tui.more_questions import OwnQuestion, more_questions
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.drawing import accent, bold, faint, lines, muted, say
from carecompanion.tui.questions import ANSWERS, SKIPPED, Question, draw_answered

LETTERS = {answer: letter for letter, answer in ANSWERS.items()}


class CheckInAgain(CheckIn):
    """Begins at the first question. The arrows go along them, a key answers anew, enter saves all as it stands."""

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
        self._asked = (*self._five, *_own_questions(visit, book))
        self._as_it_was = [_given(question, visit) for question in self._asked]
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

    def written(self) -> Written:
        """The visit with what is answered now."""
        if self.is_unchanged and self._visit.status == "went_ahead":
            return Written((self._visit,), f"{self.heading()}.")
        return super().written()

    @property
    def unanswered(self) -> Appointment:
        """The visit without the answers that are asked for here."""
        asked = {question.key for question in self._asked}
        others = tuple(each for each in self._visit.own if each.trait_id not in asked)
        nothing: dict[str, Any] = dict.fromkeys(question.key for question in self._five)
        return replace(self._visit, own=others, **nothing)

    def _answers(self) -> Iterator[tuple[Question, str]]:
        return zip(self._asked, [*self._given, *reversed(self._to_come)], strict=True)

    @property
    def _is_enough(self) -> bool:
        return True

    def _minutes(self, name: str) -> int | None:
        before: int | None = getattr(self._visit, name)
        return before if self.value(name) and self.is_untouched(name) else super()._minutes(name)

    def _hints(self) -> Iterator[Hint]:
        if self._lit is None:
            yield from (("enter_save", "save"), "question_before", ("more", "more to say"))
            return
        yield from ("enter_save", "yes", "partly", "no", "skip", "question_after")
        yield "question_before" if self._given else "arranged"

    def _progress(self) -> Content:
        if self._lit is None:
            return super()._progress()
        said = self._lit.said(self._to_come[-1], self._visit.planned_minutes)
        stands = say(muted("So far: "), bold(said), faint(f"   {self._lit.number}"))
        instead = (accent("w"), muted(" when and where   "), accent("x"), muted(" it did not happen"))
        return lines(stands, say(*instead)) if not self._given else stands

    def _question(self, place: int) -> Content:
        if place <= len(self._given):
            return super()._question(place)
        given = self._to_come[-1 - (place - len(self._given))]
        return draw_answered(self._asked[place], given, self._visit, self.book, self.app.size.width)


def _own_questions(visit: Appointment, book: Book) -> Iterator[OwnQuestion]:
    """The person's own that were to be asked, and those that were answered."""
    asked = [each for each in more_questions(visit, book) if isinstance(each, OwnQuestion)]
    yield from asked
    for each in visit.own:
        own = book.own_traits.get(each.trait_id)
        if own is not None and all(question.key != own.id for question in asked):
            yield OwnQuestion(own.id, first_line(own.question))


def _given(question: Question, visit: Appointment) -> str:
    """What was answered to a question, as its key or its digits."""
    if isinstance(question, OwnQuestion):
        return next((LETTERS[each.answer] for each in visit.own if each.trait_id == question.key), SKIPPED)
    answer = getattr(visit, question.key)
    minutes = getattr(visit, question.minutes) if question.minutes else None
    return LETTERS[answer] if answer else str(minutes) if minutes is not None else SKIPPED
