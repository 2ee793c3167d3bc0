"""A person of the team: what they are called, how to reach them, and when they were co-ordinator."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from textual import on
from textual.app import ComposeResult

from carecompanion.domain.book import Book
from carecompanion.domain.contradictions import against
from carecompanion.domain.coordinators import makes_way, taking_over
from carecompanion.domain.identity import new_id
from carecompanion.domain.moments import day_words
from carecompanion.domain.records import Coordination, Person
from carecompanion.domain.wording import called, role_word
from carecompanion.tui.day import Day, written_out
from carecompanion.tui.field import ANSWERS, Asked, Field, Unclear, for_me_only
from carecompanion.tui.form import Form, Written
from carecompanion.tui.handover import MET
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.line import Line

NOT_YET = (Option("n", "", "No"), Option("y", "yes", "Yes"))
ALREADY = (Option("y", "yes", "Yes, still"), Option("n", "ended", "Not any more"))
ENDS_FIRST = "This ends before it begins."
FROM, UNTIL, TOLD, HANDOVER = "from_", "until_", "told_on", "handover"
"""What the lines of a time as co-ordinator are called, before its number where it is not the one that goes on."""


class PersonSheet(Form):
    """Somebody new, or somebody as they are written down, to change."""

    NAME = "person"
    was: Person | None

    def __init__(
        self,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
        *,
        was: Person | None = None,
    ) -> None:
        super().__init__(book, now, draft, trouble, was=was)
        self._today = book.day_of(now)
        self._held, self._others = _times_of(was, book, self._today)

    def heading(self) -> str:
        """Who is being written down."""
        return called(self.book, self.was.id) if self.was else "Somebody in your care team"

    def lines(self) -> ComposeResult:
        """What they are called, how to reach them, whether they are co-ordinator."""
        was = self.was
        yield Field("Name", Line(was.name if was else "", id="name"))
        yield Field("Role", Line(was.role if was else "", hint="such as nurse or social worker", id="role"))
        yield Field("Phone", Line((was and was.phone) or "", id="phone"))
        yield Field("Text number", Line((was and was.text_number) or "", id="text_number"))
        yield Field("Email", Line((was and was.email) or "", id="email"))
        yield from self._coordinator_lines()
        yield Field("Address", Line((was and was.address) or "", id="address"), more=True)
        yield Field("Note", Line((was and was.note) or "", id="person_note"), more=True)
        yield from for_me_only(was)

    def _coordinator_lines(self) -> ComposeResult:
        held = self._held
        chosen = "" if held is None else "ended" if held.ended_on else "yes"
        yield Field("Co-ordinator", Choice(ALREADY if held else NOT_YET, chosen, id="coordinator"))
        yield Day("since", self.book, self.now, name="since", text=written_out(held.began_on) if held else "today")
        until = written_out(held.ended_on) if held and held.ended_on else ""
        hint = "the day it ended" if held else "empty while they still are"
        yield Day("until", self.book, self.now, name="until", text=until, hint=hint)
        if held is not None:
            yield from self._handed_over(held, "")
        for number, each in enumerate(self._others, 1):
            for label, name, day in (("Then, from", FROM, each.began_on), ("until", UNTIL, each.ended_on)):
                text = written_out(day) if day else ""
                yield Day(label, self.book, self.now, name=f"{name}{number}", text=text, more=True)
            yield from self._handed_over(each, str(number))

    def _handed_over(self, each: Coordination, number: str) -> ComposeResult:
        told_on = written_out(each.told_on) if each.told_on else ""
        name, hint = f"{TOLD}{number}", "the day you were told of it"
        yield Day("You were told", self.book, self.now, name=name, text=told_on, hint=hint, more=True)
        yield Asked("Met both?", MET, Choice(ANSWERS, each.handover or "", id=f"{HANDOVER}{number}"), more=True)

    def start(self) -> None:
        """The lines that are needed; then the first."""
        self.show_what_is_needed()
        super().start()

    @on(Choice.Changed, "#coordinator")
    def show_what_is_needed(self) -> None:
        """The days come and go with being co-ordinator."""
        chosen = self.query_one("#coordinator", Choice).value
        self.field("since").display = bool(chosen)
        self.field("until").display = chosen == "ended" or (chosen == "yes" and self._held is None)
        if chosen == "ended" and not self.value("until"):
            self.query_one("#until", Line).value = "today"

    def move_on(self, picked: Choice) -> None:
        """After being co-ordinator, to the day that is asked for."""
        asked = {"yes": "since", "ended": "until"}.get(picked.value or "") if picked.id == "coordinator" else None
        if asked is not None:
            self.query_one(f"#{asked}").focus()
        else:
            super().move_on(picked)

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """Who is co-ordinator once this is saved, and who is no longer."""
        chosen, role = self.value("coordinator"), role_word(self.book.settings)
        since, until = self._line("since").day_so_far, self._line("until").day_so_far
        if chosen == "ended" and until is not None:
            return (f"{self.value('name')}’s time as your {role} ends {day_words(until, self._today)}.",)
        if not chosen or since is None or self._held is not None:
            return ()
        name, day = self.value("name") or "This", day_words(since, self._today)
        before = None if until else makes_way(self.book, since)
        if before is not None:
            return (f"{called(self.book, before.person_id)} is your {role} until {day}, then {name}.",)
        return (f"{name} is your {role} from {day} {f'until {day_words(until, self._today)}' if until else 'on'}.",)

    def written(self) -> Written:
        """The person, and the times as co-ordinator that this changes."""
        person = self._person()
        times = tuple(self._times(person.id))
        clash = next(iter(against(self.book, person, *times)), None)
        if clash is not None:
            raise Unclear("since" if self.value("coordinator") else f"{FROM}1", clash.sentence)
        return Written(
            (person, *times), f"{person.name}’s lines are changed." if self.was else f"{person.name} is in your team."
        )

    def _person(self) -> Person:
        if not self.value("name"):
            raise Unclear("name", "What are they called? Any name you know them by is enough.")
        return self.made(
            Person,
            name=self.value("name"),
            role=self.value("role"),
            phone=self.value("phone") or None,
            text_number=self.value("text_number") or None,
            email=self.value("email") or None,
            address=self.words("address", "address"),
            note=self.words("person_note", "note"),
        )

    def _times(self, person_id: str) -> Iterator[Coordination]:
        """The times as co-ordinator to keep: this person's own, and that of whoever makes way."""
        yield from (each for each in self._other_times() if each != self.book.coordinations[each.id])
        chosen = self.value("coordinator")
        if not chosen:
            return
        began_on, ended_on = self._days(chosen)
        if self._held is not None:
            changed = self._put_right(self._held, began_on, ended_on, "")
            if changed != self._held:
                yield changed
            return
        new = Coordination(
            id=new_id(self.now), written_at=self.now, person_id=person_id, began_on=began_on, ended_on=ended_on
        )
        yield from taking_over(self.book, new)

    def _other_times(self) -> Iterator[Coordination]:
        for number, each in enumerate(self._others, 1):
            began_on, ended_on = self._line(f"{FROM}{number}").day, self._line(f"{UNTIL}{number}").day
            if began_on is None or (ended_on is None and each.ended_on is not None):
                raise Unclear(f"{FROM if began_on is None else UNTIL}{number}", "Which day? The nearest is enough.")
            if ended_on is not None and ended_on < began_on:
                raise Unclear(f"{UNTIL}{number}", ENDS_FIRST)
            yield self._put_right(each, began_on, ended_on, str(number))

    def _put_right(self, each: Coordination, began_on: date, ended_on: date | None, number: str) -> Coordination:
        told_on, met = self._line(f"{TOLD}{number}").past_day, self.answer(f"{HANDOVER}{number}")
        return replace(each, began_on=began_on, ended_on=ended_on, told_on=told_on, handover=met)

    def _days(self, chosen: str) -> tuple[date, date | None]:
        began_on = self._line("since").day
        ended_on = None if chosen == "yes" and self._held else self._line("until").day
        if began_on is None:
            raise Unclear("since", "Since when? Today is fine.")
        if chosen == "ended" and ended_on is None:
            raise Unclear("until", "Until when? Today is fine.")
        if ended_on is not None and ended_on < began_on:
            raise Unclear("until", ENDS_FIRST)
        return began_on, ended_on

    def _line(self, name: str) -> Day:
        return next(day for day in self.query(Day) if day.query(f"#{name}"))


def _times_of(person: Person | None, book: Book, today: date) -> tuple[Coordination | None, Sequence[Coordination]]:
    """Somebody's time as co-ordinator that has not ended by today, and their other times, the earliest first."""
    times = (each for each in book.coordinations.values() if person is not None and each.person_id == person.id)
    in_order = sorted(times, key=lambda each: each.began_on)
    held = next((each for each in in_order if each.ended_on is None or each.ended_on > today), None)
    return held, [each for each in in_order if each is not held]
