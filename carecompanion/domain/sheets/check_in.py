"""How a visit went: its questions, a few words, and what else can be said of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from carecompanion.domain.book import Book
from carecompanion.domain.moments import long_day
from carecompanion.domain.records import Appointment, Record
from carecompanion.domain.sheets.asks import Ask, ChoiceAsk, Unclear
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.sheet import ANSWERS, Sheet, for_me_only
from carecompanion.domain.visit_questions import (
    MORE_ASKED,
    OpenQuestion,
    Question,
    given_to,
    more_questions,
    own_questions,
    questions,
    whom,
)
from carecompanion.domain.whole_numbers import whole_number
from carecompanion.language import _

HOME = frozenset({"home", "my home"})
STILL_AHEAD = _("That would be later than it is now.")
MOST_MINUTES = 999


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class QuestionAsk(Ask):
    """A question about a visit: `held` is what is given to it, a letter or minutes."""

    question: Question
    planned_minutes: int | None = None


class CheckInSheet(Sheet):
    """The questions about a visit; `again` when it is written down how it went, and answers are to be changed."""

    NAME = "check_in"
    was: Appointment

    def __init__(
        self,
        visit: Appointment,
        book: Book,
        now: datetime,
        *,
        again: bool = False,
        ways: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(book, now, was=visit, ways=ways)
        self.again, self.visit = again, visit
        self.five = tuple(questions(whom(visit, book) or _("they")))
        self.questions: tuple[Question, ...] = (
            *self.five,
            *(own_questions(visit, book) if again else more_questions(visit, book)),
        )

    def heading(self) -> str:
        """Which visit."""
        return _("How the visit{with_whom} went").format(
            with_whom=_(" with {name}").format(name=name) if (name := whom(self.visit, self.book)) else ""
        )

    def asks(self) -> Iterator[Ask]:
        """The questions, then the other lines."""
        minutes = self.visit.planned_minutes
        for question in self.questions:
            held = given_to(question, self.visit) if self.again else ""
            yield QuestionAsk(
                name=question.key, label=question.asked, held=held, question=question, planned_minutes=minutes
            )
        hint = _("anything else? a few words, or leave empty")
        yield Ask(name="note", label=_("Note"), held=self.visit.note or "", hint=hint)
        yield from self.more_asks()

    def more_asks(self) -> Iterator[Ask]:
        """Minutes beside an answer in words, further questions, what was left unsaid, and what every entry has."""
        visit = self.visit
        late = _number(visit.minutes_late) if visit.on_time else ""
        given = _number(visit.minutes_given) if visit.full_time else ""
        yield Ask(name="minutes_late", label=_("Minutes late"), held=late, hint=_("how late it started"), more=True)
        yield Ask(name="minutes_given", label=_("Minutes given"), held=given, hint=_("how long it lasted"), more=True)
        for name, (label, asks) in MORE_ASKED.items():
            held = getattr(visit, name) or ""
            yield ChoiceAsk(name=name, label=label, asks=asks, held=held, options=ANSWERS, more=True)
        hint = _("what you wanted to say but did not")
        yield Ask(name="did_not_say", label=_("Left unsaid"), held=visit.did_not_say or "", hint=hint, more=True)
        yield from for_me_only(visit)

    def needed(self, name: str) -> bool:
        """Minutes are asked for only where none were given."""
        return not any(question.minutes == name and given.isdigit() for question, given in self.answers())

    def written(self) -> Written:
        """The visit, as it went; what was skipped stays unsaid."""
        if self.again and self.is_unchanged and self.visit.status == "went_ahead":
            return Written((self.visit,), f"{self.heading()}.")
        visit = replace(
            self._unanswered,
            **self.in_every_record(),
            status="went_ahead",
            note=self.words("note", "note"),
            minutes_late=self._minutes("minutes_late"),
            minutes_given=self._minutes("minutes_given"),
            did_not_say=self.words("did_not_say", "did_not_say"),
            kind_to_me=self.answer("kind_to_me"),
            next_known=self.answer("next_known"),
            put_right=self.answer("put_right"),
        )
        for question, given in self.answers():
            visit = question.answered(given, visit)
        return Written((visit, *self._settled()), f"{self.heading()}.")

    def answers(self) -> Iterable[tuple[Question, str]]:
        """The questions that are answered, each with what was given; all at once, or each on a line of its own."""
        together = self.typed.get("answers")
        given = dict(each.split(":", 1) for each in together.split()) if together is not None else self.typed
        return [(question, given[question.key]) for question in self.questions if given.get(question.key)]

    def fill(self, values: Mapping[str, str]) -> None:
        """Put back answers that were half-written, however they were."""
        super().fill(values)
        given = (each.split(":", 1) for each in values.get("answers", "").split() if ":" in each)
        super().fill({key: answer for key, answer in given if key in self.lines})

    def half_written(self) -> dict[str, str] | None:
        """The answers are worth keeping without words too, up to the first that is skipped for good or not reached."""
        given = " ".join(f"{question.key}:{answer}" for question, answer in self.answers())
        if dict(self.typed) == dict(self.filled_in):
            return None
        others = {name: text for name, text in self.typed.items() if not isinstance(self.lines.get(name), QuestionAsk)}
        return others | {"answers": given}

    def is_still_ahead(self, minutes: int) -> bool:
        """Whether a visit that began so late would begin later than it is now."""
        return self.visit.planned_at + timedelta(minutes=minutes) > self.now

    @property
    def _unanswered(self) -> Appointment:
        """The visit before its questions are answered; on changing, without the answers that are asked for here."""
        if not self.again:
            return self.visit
        asked = {question.key for question in self.questions}
        others = tuple(each for each in self.visit.own if each.trait_id not in asked)
        nothing: dict[str, Any] = dict.fromkeys(question.key for question in self.five)
        return replace(self.visit, own=others, **nothing)

    def _settled(self) -> Iterator[Record]:
        """What is no longer open."""
        day = self.book.day_of(self.visit.planned_at)
        for question, given in self.answers():
            if isinstance(question, OpenQuestion) and (settled := question.settled(given, day)) is not None:
                yield settled

    def _minutes(self, name: str) -> int | None:
        text = self.value(name)
        if not text:
            return None
        if self.again and self.is_untouched(name):
            before: int | None = getattr(self.visit, name)
            return before
        minutes = whole_number(text, 0, MOST_MINUTES)
        if minutes is None:
            raise Unclear(
                name, _("Please type a number of minutes, from 0 to {most_minutes}.").format(most_minutes=MOST_MINUTES)
            )
        if name == "minutes_late" and self.is_still_ahead(minutes):
            raise Unclear(name, STILL_AHEAD)
        return minutes


def when_and_where(visit: Appointment, book: Book, now: datetime) -> str:
    """As in "Wednesday 11 March, 14:00, at home"."""
    local = book.local(visit.planned_at)
    day = long_day(local.date(), book.day_of(now))
    return ", ".join(part for part in (day, f"{local:%H:%M}", where(visit)) if part)


def where(visit: Appointment) -> str:
    """Where it is, after a comma: "at home", "Elm House"."""
    place = (visit.place or "").strip()
    return _("at home") if place.casefold() in HOME else place


def _number(minutes: int | None) -> str:
    return "" if minutes is None else str(minutes)
