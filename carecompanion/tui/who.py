"""Who: one of the people of the journal by a digit, or somebody else by name."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from carecompanion.domain.book import Book
from carecompanion.domain.records import Person
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.drawing import clipped
from carecompanion.tui.parts.line import Line

ELSE = "else"
MOST = 8
LONGEST_NAME = 24


class Who(Vertical):
    """The line of a person, and below it one for a name when it is somebody else. Their ids are `name` and `name`_else.

    `whom` is the id of one of the people, and a name typed in place of it, or neither where nobody was named. Without
    `whom` it is the co-ordinator, or else the first of the people. With no people in the journal there is only the
    line for a name.
    """

    def __init__(
        self,
        label: str,
        book: Book,
        now: datetime,
        *,
        name: str = "who",
        whom: tuple[str | None, str | None] | None = None,
    ) -> None:
        super().__init__()
        person_id, typed = whom or (None, None)
        people = likely_people(book, now, person_id)
        first = person_id or (ELSE if whom or not people else people[0].id)
        self._choice = Choice([*people_options(people), Option("o", ELSE, "someone else")], first, id=name)
        self._typed = Line(typed or "", hint="a name, or duty desk", id=f"{name}_else")
        self._people, self._label = people, label
        self._whom, self._filled_in = whom, (first, typed or "")

    def compose(self) -> ComposeResult:
        """The people, and a name."""
        people = Field(self._label, self._choice)
        people.display = bool(self._people)
        yield people
        yield Field("Name" if self._people else self._label, self._typed)

    def on_mount(self) -> None:
        """The line for a name shows only when it is needed."""
        self.show_what_is_needed()

    @on(Choice.Changed)
    def show_what_is_needed(self) -> None:
        """The line for a name comes and goes with "someone else"."""
        next(node for node in self._typed.ancestors if isinstance(node, Field)).display = self._choice.value == ELSE

    @on(Choice.Picked)
    def go_to_the_name(self, event: Choice.Picked) -> None:
        """Somebody else's name is asked for at once."""
        if self._choice.value == ELSE:
            event.stop()
            self._typed.focus()

    @property
    def chosen(self) -> tuple[str | None, str | None]:
        """The id of one of the people, or the name that was typed; both None when nobody is named."""
        if self._whom is not None and self._is_untouched:
            return self._whom
        if self._choice.value != ELSE:
            return self._choice.value, None
        return None, self._typed.value if self._typed.value.strip() else None

    def named(self) -> tuple[str | None, str | None]:
        """What is chosen. Raises Unclear when it is somebody else without a name."""
        chosen = self.chosen
        if self._people and chosen == (None, None) and (self._whom is None or not self._is_untouched):
            raise Unclear(self._typed.id or "", "Who was it? A name or a place is enough.")
        return chosen

    @property
    def _is_untouched(self) -> bool:
        return (self._choice.value, self._typed.value) == self._filled_in


def people_options(people: Iterable[Person]) -> list[Option]:
    """Each of the people by a digit, in this order."""
    return [Option(str(digit), person.id, clipped(person.name, LONGEST_NAME)) for digit, person in enumerate(people, 1)]


def likely_people(book: Book, now: datetime, always: str | None = None) -> tuple[Person, ...]:
    """At most eight of the people: today's co-ordinator, then whoever was last dealt with, then the first written down.

    `always` is the id of one who is among them whatever happened.
    """
    last = _last_dealt_with(book, now)
    never = datetime.min.replace(tzinfo=now.tzinfo)
    recent = sorted(book.people.values(), key=lambda person: last.get(person.id, never), reverse=True)
    coordinator = book.coordinator_on(book.day_of(now))
    first = [person for person in (coordinator, book.people.get(always or "")) if person is not None]
    people = list(dict.fromkeys([*first, *recent]))[:MOST]
    return tuple(people)


def _last_dealt_with(book: Book, now: datetime) -> dict[str, datetime]:
    last: dict[str, datetime] = {}
    for person_id, at in _dealings(book):
        if person_id is not None and at <= now and (person_id not in last or at > last[person_id]):
            last[person_id] = at
    return last


def _dealings(book: Book) -> Iterator[tuple[str | None, datetime]]:
    return chain(
        ((attempt.to_person_id, attempt.at) for attempt in book.attempts.values()),
        ((reply.by_person_id, reply.at) for reply in book.replies.values()),
        ((visit.person_id, visit.planned_at) for visit in book.appointments.values()),
    )
