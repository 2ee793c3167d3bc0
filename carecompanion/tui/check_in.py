"""CheckIn: how a visit went, in five questions of one key each and one line that may stay empty."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import takewhile
from typing import ClassVar, Literal

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Offset
from textual.widgets import Static

from carecompanion.domain.book import Book
from carecompanion.domain.records import Appointment
from carecompanion.domain.sheets.check_in import STILL_AHEAD, CheckInSheet, when_and_where
from carecompanion.domain.visit_questions import LONGEST_NUMBER, Question
from carecompanion.language import _
from carecompanion.tui.drawn import drawn
from carecompanion.tui.elsewhere import by_keys
from carecompanion.tui.field import Field
from carecompanion.tui.form import Form
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bare import BareVertical
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.drawing import accent, bold, faint, lines, muted, say
from carecompanion.tui.parts.line import Line
from carecompanion.tui.questions import LOW, ROOMY, draw_question

Instead = Literal["did_not_happen", "another_visit", "arranged"]


class CheckIn(Form):
    """The questions, one lit at a time. `instead` is what the person went to do in place of answering them."""

    NAME = "check_in"
    AGAIN: ClassVar[bool] = False
    ALWAYS: ClassVar[Sequence[Hint]] = (("cancel", _("later")),)
    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # narrower than Textual's list of three forms
        bind("yes", "answer('y')"),
        bind("partly", "answer('p')"),
        bind("no", "answer('n')"),
        bind("skip", "answer('s')"),
        bind("go_back", "go_back", priority=True),
        bind("did_not_happen", "instead('did_not_happen')"),
        bind("another_visit", "instead('another_visit')"),
        bind("enter_save", "take_number"),
    ]

    def __init__(
        self,
        visit: Appointment,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
    ) -> None:
        super().__init__(book, now, draft, trouble, was=visit)
        self.add_class("page")
        self.instead: Instead | None = None
        self._visit = visit
        self.check_in = CheckInSheet(visit, book, now, again=self.AGAIN, ways=by_keys())
        self.sheet = self.check_in
        self._five, self._asked = self.check_in.five, self.check_in.questions
        self._given: list[str] = []
        self._number = ""

    def lines(self) -> ComposeResult:
        """The questions; once they are answered, what else there is to say."""
        yield Static(say(muted(when_and_where(self._visit, self.book, self.now))), id="visit")
        for place in range(len(self._asked)):
            yield Static(id=f"question_{place}", classes="question")
        yield Static(id="progress")
        with BareVertical(id="extra"):
            yield Line(self._visit.note or "", hint=_("anything else? a few words, or leave empty"), id="note")
            yield from drawn(self.check_in.more_asks(), self.book, self.now)

    def start(self) -> None:
        """At the first question not answered yet."""
        self._show()

    def on_resize(self) -> None:
        """Answers stand beside their questions, or below."""
        self._show()

    def values(self) -> dict[str, str]:
        """The answers too, each by its question."""
        given = (f"{question.key}:{given}" for question, given in self._answers())
        return super().values() | {"answers": " ".join(given)}

    def fill(self, values: Mapping[str, str]) -> None:
        """Put back the answers too, as far as they go: what is asked may have changed since."""
        given = dict(answer.split(":", 1) for answer in values.get("answers", "").split() if ":" in answer)
        self.take(list(takewhile(bool, (given.get(question.key, "") for question in self._asked))))
        super().fill(values)

    def take(self, given: list[str]) -> None:
        """These answers have been given, from the first question on."""
        self._given = given

    def half_written(self) -> dict[str, str] | None:
        """The answers are worth keeping without words too."""
        return self.values() if self._given else super().half_written()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each key works where it means something; letters and backspace are the note's while it has the focus."""
        match action:
            case "answer":
                return self._lit is not None
            case "instead":
                return not self._given
            case "go_back":
                return self._can_go_back
            case "more":
                return self._lit is None
            case _:
                return super().check_action(action, parameters)

    def on_key(self, event: events.Key) -> None:
        """Digits are minutes where minutes can be said; 0 is one of them, and does not hide the screen there."""
        digit = event.character or ""
        if self._lit is None or self._lit.minutes is None or not (digit.isascii() and digit.isdigit()):
            return
        event.stop()
        event.prevent_default()
        if len(self._number) < LONGEST_NUMBER:
            self._number = (self._number + digit).lstrip("0") or "0"
        self._go_on()

    def action_answer(self, given: str) -> None:
        """Answer the question that is lit, and go on to the next; a number half typed gives way."""
        self._number = ""
        self._given.append(given)
        self._go_on()

    def action_take_number(self) -> None:
        """The minutes that were typed are the answer, unless they cannot be."""
        if self._lit is None or not self._number:
            if self._lit is not None and self._is_enough:
                super().action_save()
            return
        if self._lit.minutes == "minutes_late" and self.check_in.is_still_ahead(int(self._number)):
            self.complain(_("{still_ahead} Backspace takes a digit back.").format(still_ahead=STILL_AHEAD))
            return
        self.action_answer(self._number)

    def action_go_back(self) -> None:
        """One digit back, or one question."""
        if self._number:
            self._number = self._number[:-1]
        elif self._given:
            self._given.pop()
        self._go_on()

    def action_instead(self, instead: Instead) -> None:
        """Leave for something else."""
        self.instead = instead
        self.leave(None)

    def show_more(self) -> list[Field]:
        """Minutes are asked for only where none were given."""
        for question, given in self._answers():
            if question.minutes is not None and given.isdigit():
                field = self.field(question.minutes)
                field.remove_class("-more")
                field.display = False
        return super().show_more()

    def action_save(self) -> None:
        """Save, with a number that was typed last."""
        if self._number:
            self.action_take_number()
        if not self._number:
            super().action_save()

    def _answers(self) -> Iterator[tuple[Question, str]]:
        """The questions answered so far, each with what was given."""
        return zip(self._asked, self._given, strict=False)

    @property
    def _is_enough(self) -> bool:
        """Whether the five have been asked; the rest may be left."""
        return len(self._given) >= len(self._five)

    @property
    def spot(self) -> Offset | None:
        """The question to answer now."""
        if self._lit is None:
            return None
        return self.query_one(f"#question_{len(self._given)}").content_region.offset

    @property
    def _lit(self) -> Question | None:
        """The question to answer now; None when all have been."""
        return self._asked[len(self._given)] if len(self._given) < len(self._asked) else None

    @property
    def _can_go_back(self) -> bool:
        if self._lit is not None:
            return bool(self._given or self._number)
        return self.focused is (note := self.query_one("#note", Line)) and not note.value

    def _go_on(self) -> None:
        self.refresh_outcome()
        self._show()

    def _show(self) -> None:
        """Every question as it stands; the note once all are answered."""
        lit = len(self._given)
        for place in range(len(self._asked)):
            shown = self.query_one(f"#question_{place}", Static)
            shown.update(self._question(place))
            shown.display = place < len(self._five) or self._is_enough
        self.query_one("#progress", Static).update(self._progress())
        self.query_one("#extra").display = self._lit is None
        self.query_one(KeyBar).offer(tuple(self._hints()), self.ALWAYS)
        if self._lit is None:
            self.query_one("#note").focus()
            self.call_after_refresh(self.query_one("#note").scroll_visible, animate=False)
        else:
            self.set_focus(None)
            self.call_after_refresh(self.query_one(f"#question_{lit}").scroll_visible, animate=False)

    def _hints(self) -> Iterator[Hint]:
        if self._lit is None:
            yield from (("enter_save", _("save")), "go_back", ("more", _("more to say"), _("more")))
            return
        if self._number:
            yield "enter_save", _("take it")
        elif self._is_enough:
            yield "enter_save"
        yield from ("yes", "partly", "no", "skip")
        if self._given or self._number:
            yield "go_back"
        elif self.app.size.height < LOW:
            yield from ("did_not_happen", "another_visit")

    def _progress(self) -> Content:
        if self._lit is None:
            words = muted(_("You can add a few words below, or press "))
            return say(bold(_("That is everything. ")), words, accent(_("enter")), muted(_(" to save.")))
        if self._is_enough:
            left = len(self._asked) - len(self._given)
            more = _("1 more") if left == 1 else _("{left} more").format(left=left)
            return say(muted(_("{more}, if you like. ").format(more=more)), accent(_("enter")), muted(_(" saves now.")))
        count = say(
            muted(_("{number} of {questions}").format(number=len(self._given) + 1, questions=len(self._five))),
            faint(f"   {self._lit.number}"),
        )
        if self._given or self._number or self.app.size.height < LOW:
            return count
        instead = (accent("x"), muted(_(" it did not happen   ")), accent("o"), muted(_(" another visit")))
        return lines(count, *(say("") for _each in range(self.app.size.height >= ROOMY)), say(*instead))

    def _question(self, place: int) -> Content:
        arranged = (self._visit, self.book, self.app.size.width)
        return draw_question(self._asked[place], place - len(self._given), self._given[place:], self._number, *arranged)
