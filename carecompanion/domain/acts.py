"""Acts: what was done to a journal, one after the other, each named as a person would name it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from carecompanion.domain.book import Book
from carecompanion.domain.kinds import LETTERS
from carecompanion.domain.lines import first_line
from carecompanion.domain.names import called
from carecompanion.domain.records import (
    Absence,
    Agreement,
    Appointment,
    Attempt,
    CareReview,
    Change,
    Contact,
    Coordination,
    LeftOut,
    Letter,
    LetterStep,
    Note,
    OwnTrait,
    Person,
    Point,
    Promise,
    Record,
    Reply,
    ReviewPoint,
    RoleAnswer,
    SharedCopy,
    Update,
)
from carecompanion.domain.review_titles import point_title
from carecompanion.domain.setting_words import named_settings
from carecompanion.domain.timeline import entry_for, line
from carecompanion.domain.wording import role_word
from carecompanion.language import _

LONGEST = 48
MANY = 12
"""An act on more records than this is named by how many they are."""

LEADING: tuple[type[Record], ...] = (
    *(Attempt, Reply, Appointment, Point, Promise, Change, Update, Absence, Note, LeftOut),
    *(SharedCopy, LetterStep, Letter, ReviewPoint, CareReview, RoleAnswer),
    *(Coordination, Person, Agreement, OwnTrait, Contact),
)
"""By which of its records an act is named: by the first of these kinds."""

BESIDE: dict[type[Record], str] = {
    Person: _("Person"),
    Coordination: _("Role"),
    Agreement: _("Agreed"),
    OwnTrait: _("Trait"),
    CareReview: _("Review"),
    ReviewPoint: _("For review"),
    RoleAnswer: _("Promised"),
    Letter: _("Letter"),
    LetterStep: _("Letter"),
    SharedCopy: _("Shared"),
}
"""What the records are that have no row in the journal."""


SAID: dict[str, str] = {
    "matters_most": _("what matters most to you"),
    "who_there": _("who should be there"),
    "say_first": _("what you will say first"),
}
"""What is said about a review as a whole."""


@dataclass(frozen=True, slots=True, repr=False)
class Step:
    """What an act did to one record: `before` is None for one that was new, `after` for one that went."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it is, or as it was when it went."""
        found = self.after or self.before
        if found is None:
            raise ValueError(_("a step without a record"))
        return found


@dataclass(frozen=True, slots=True, repr=False)
class Setting:
    """What an act did to one thing that is set, as it is kept: None where nothing was set."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, repr=False)
class Act:
    """Everything that was kept, changed, taken away and set at once."""

    id: int
    at: datetime
    steps: tuple[Step, ...]
    settings: tuple[Setting, ...] = ()

    def turned(self) -> "Act":
        """The same act the other way round."""
        return replace(
            self,
            steps=tuple(Step(step.after, step.before) for step in self.steps),
            settings=tuple(Setting(each.name, each.after, each.before) for each in self.settings),
        )


@dataclass(frozen=True, slots=True, repr=False)
class Earlier:
    """A record as it was until it was changed."""

    record: Record
    until: datetime


def named(act: Act, book: Book, now: datetime) -> str:
    """What an act was, inside a sentence: "the text, Dana – the letter", "a change to the visit, Dana, at home"."""
    if len(act.steps) > MANY:
        return _("{count:,} entries at once").format(count=len(act.steps))
    if not act.steps:
        return named_settings([each.name for each in act.settings])
    known = book.keeping(*(step.record for step in act.steps))
    record = leading([step.record for step in act.steps])
    step = next(step for step in act.steps if step.record is record)
    words = _answered(step)
    if words:
        return words
    words = the_record(record, known, now)
    if isinstance(step.before, ReviewPoint | None) and isinstance(step.after, ReviewPoint):
        return f"{_decided(step.before, step.after)}{words}"
    if step.after is None:
        return _("deleting {words}").format(words=words)
    return words if step.before is None else _("a change to {words}").format(words=words)


def turned_words(act: Act | None, book: Book, now: datetime, *, back: bool) -> str:
    """That an act was undone, or done again; or that there was none."""
    if act is None:
        return _("There is nothing to undo.") if back else _("There is nothing that was undone just now.")
    words = named(act, book, now)
    said = words if words.endswith("…") else f"{words}."  # what is cut short has stopped already
    return _("Undone: {said}").format(said=said) if back else _("Done again: {said}").format(said=said)


def leading(records: Sequence[Record]) -> Record:
    """The record that several which belong together are named by."""
    return min(records, key=lambda record: LEADING.index(type(record)))


def the_record(record: Record, book: Book, now: datetime) -> str:
    """A record inside a sentence, at most 48 characters long: "the text, Dana – the letter"."""
    words = _words(record, book, now)
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"


def kind_of(record: Record) -> str:
    """What a record without a row in the journal is, in a word; "" for one that has."""
    return BESIDE.get(type(record), "")


def _answered(step: Step) -> str:
    """What was said about a review, where it was one thing; "" else."""
    if not isinstance(step.after, CareReview):
        return ""
    said = [words for name, words in SAID.items() if getattr(step.after, name) != getattr(step.before, name, None)]
    return said[0] if len(said) == 1 else ""


def _decided(before: ReviewPoint | None, after: ReviewPoint) -> str:
    """What was done with a point: left out, put in, moved; "" where it is new, else a change."""
    if after.taken is not (before is None or before.taken):
        return _("putting in ") if after.taken else _("leaving out ")
    was = before or replace(after, place=None)
    if after.place != was.place and replace(after, place=None) == replace(was, place=None):
        return _("moving ")
    return _("a change to ") if before else ""


def _words(record: Record, book: Book, now: datetime) -> str:
    match record:
        case Person():
            return first_line(record.name)
        case Coordination():
            return _("{first_line} as {role_word}").format(
                first_line=first_line(called(book, record.person_id)), role_word=role_word(book.settings)
            )
        case Agreement():
            return _("what was agreed")
        case OwnTrait():
            return _("the trait, {first_line}").format(first_line=first_line(record.name))
        case LeftOut():
            return _("what was left out")
        case CareReview():
            return _("your review")
        case ReviewPoint():
            about = point_title(record, book, now)
            return _("the point, {about}").format(about=about) if about else _("a point for your review")
        case RoleAnswer():
            return _("what the role promises")
        case Letter():
            return LETTERS[record.kind]
        case LetterStep():
            return _("what came of a letter")
        case SharedCopy():
            return _("what you shared")
        case _:
            said = line(entry_for(record, book), book, now)
            kind = (
                _("what was asked for")
                if isinstance(record, Point)
                else _("the {kind}").format(kind=said.kind[:1].lower() + said.kind[1:])
            )
            return f"{kind}, {said.title}" if said.title else kind
