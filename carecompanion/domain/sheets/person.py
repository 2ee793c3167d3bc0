"""A person of the team: what they are called, how to reach them, and when they were co-ordinator."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from carecompanion.domain.book import Book
from carecompanion.domain.contradictions import against
from carecompanion.domain.coordinators import makes_way, taking_over
from carecompanion.domain.identity import new_id
from carecompanion.domain.moments import day_words
from carecompanion.domain.records import Coordination, Person
from carecompanion.domain.sheets.asks import TODAY, Ask, ChoiceAsk, Option, Unclear
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.handover import MET, NO_NAME
from carecompanion.domain.sheets.sheet import ANSWERS, Pieces, Sheet
from carecompanion.domain.wording import called, role_word
from carecompanion.language import _

NOT_YET = (Option("n", "", _("No")), Option("y", "yes", _("Yes")))
ALREADY = (Option("y", "yes", _("Yes, still")), Option("n", "ended", _("Not any more")))
ENDS_FIRST = _("This ends before it begins.")
FROM, UNTIL, TOLD, HANDOVER = "from_", "until_", "told_on", "handover"
"""What the lines of a time as co-ordinator are called, before its number where it is not the one that goes on."""


class PersonSheet(Sheet):
    """Somebody new, or somebody as they are written down, to change."""

    NAME = "person"
    SOMETIMES = ("since", "until")
    was: Person | None

    def __init__(
        self, book: Book, now: datetime, *, was: Person | None = None, ways: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(book, now, was=was, ways=ways)
        self.held, self._others = _times_of(was, book, self.today)

    def heading(self) -> str:
        """Who is being written down."""
        return called(self.book, self.was.id) if self.was else _("Somebody in your care team")

    def own_asks(self) -> Iterator[Ask]:
        """What they are called, how to reach them, whether they are co-ordinator."""
        was = self.was
        yield Ask(name="name", label=_("Name"), held=was.name if was else "")
        yield Ask(name="role", label=_("Role"), held=was.role if was else "", hint=_("such as nurse or social worker"))
        yield Ask(name="phone", label=_("Phone"), held=(was and was.phone) or "")
        yield Ask(name="text_number", label=_("Text number"), held=(was and was.text_number) or "")
        yield Ask(name="email", label=_("Email"), held=(was and was.email) or "")
        yield from self._coordinator_asks()
        yield Ask(name="address", label=_("Address"), held=(was and was.address) or "", more=True)
        yield Ask(name="person_note", label=_("Note"), held=(was and was.note) or "", more=True)

    def needed(self, name: str) -> bool:
        """The days come and go with being co-ordinator."""
        chosen = self.value("coordinator")
        if name == "since":
            return bool(chosen)
        return name != "until" or chosen == "ended" or (chosen == "yes" and self.held is None)

    def follow(self, name: str) -> None:
        """What ends does so today, unless another day is given."""
        if name == "coordinator" and self.value("coordinator") == "ended" and not self.value("until"):
            self.typed = {**self.typed, "until": TODAY}

    def outcome(self) -> Pieces:
        """Who is co-ordinator once this is saved, and who is no longer."""
        chosen, role = self.value("coordinator"), role_word(self.book.settings)
        since, until = self.day_so_far("since"), self.day_so_far("until")
        if chosen == "ended" and until is not None:
            return (
                _("{name}’s time as your {role} ends {day_words}.").format(
                    name=self.value("name"), role=role, day_words=day_words(until, self.today)
                ),
            )
        if not chosen or since is None or self.held is not None:
            return ()
        name, day = self.value("name") or _("This"), day_words(since, self.today)
        before = None if until else makes_way(self.book, since)
        if before is not None:
            return (
                _("{called} is your {role} until {day}, then {name}.").format(
                    called=called(self.book, before.person_id), role=role, day=day, name=name
                ),
            )
        return (
            _("{name} is your {role} from {day} {ending}.").format(
                name=name,
                role=role,
                day=day,
                ending=_("until {day_words}").format(day_words=day_words(until, self.today)) if until else _("on"),
            ),
        )

    def written(self) -> Written:
        """The person, and the times as co-ordinator that this changes."""
        person = self._person()
        times = tuple(self._times(person.id))
        clash = next(iter(against(self.book, person, *times)), None)
        if clash is not None:
            raise Unclear("since" if self.value("coordinator") else f"{FROM}1", clash.sentence)
        return Written(
            (person, *times),
            _("{name}’s lines are changed.").format(name=person.name)
            if self.was
            else _("{name} is in your team.").format(name=person.name),
        )

    def _coordinator_asks(self) -> Iterator[Ask]:
        held = self.held
        chosen = "" if held is None else "ended" if held.ended_on else "yes"
        options = ALREADY if held else NOT_YET
        aloud = _("Are they your {role_word}?").format(role_word=role_word(self.book.settings))
        yield ChoiceAsk(name="coordinator", label=_("Co-ordinator"), held=chosen, options=options, aloud=aloud)
        yield self.on("since", "since", held.began_on if held else TODAY, aloud=_("Since which day?"))
        hint = _("the day it ended") if held else _("empty while they still are")
        yield self.on("until", "until", held.ended_on if held else None, hint=hint, aloud=_("Until which day?"))
        if held is not None:
            yield from self._handed_over(held, "")
        for number, each in enumerate(self._others, 1):
            yield self.on(f"{FROM}{number}", _("Then, from"), each.began_on, more=True)
            yield self.on(f"{UNTIL}{number}", "until", each.ended_on, more=True)
            yield from self._handed_over(each, str(number))

    def _handed_over(self, each: Coordination, number: str) -> Iterator[Ask]:
        hint = _("the day you were told of it")
        yield self.on(f"{TOLD}{number}", _("You were told"), each.told_on, hint=hint, more=True)
        name, met = f"{HANDOVER}{number}", each.handover or ""
        yield ChoiceAsk(name=name, label=_("Met both?"), asks=MET, held=met, options=ANSWERS, more=True)

    def _person(self) -> Person:
        if not self.value("name"):
            raise Unclear("name", NO_NAME)
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
        if self.held is not None:
            changed = self._put_right(self.held, began_on, ended_on, "")
            if changed != self.held:
                yield changed
            return
        new = Coordination(
            id=new_id(self.now), written_at=self.now, person_id=person_id, began_on=began_on, ended_on=ended_on
        )
        yield from taking_over(self.book, new)

    def _other_times(self) -> Iterator[Coordination]:
        for number, each in enumerate(self._others, 1):
            began_on, ended_on = self.day(f"{FROM}{number}"), self.day(f"{UNTIL}{number}")
            if began_on is None or (ended_on is None and each.ended_on is not None):
                raise Unclear(f"{FROM if began_on is None else UNTIL}{number}", _("Which day? The nearest is enough."))
            if ended_on is not None and ended_on < began_on:
                raise Unclear(f"{UNTIL}{number}", ENDS_FIRST)
            yield self._put_right(each, began_on, ended_on, str(number))

    def _put_right(self, each: Coordination, began_on: date, ended_on: date | None, number: str) -> Coordination:
        told_on, met = self.past_day(f"{TOLD}{number}"), self.answer(f"{HANDOVER}{number}")
        return replace(each, began_on=began_on, ended_on=ended_on, told_on=told_on, handover=met)

    def _days(self, chosen: str) -> tuple[date, date | None]:
        began_on = self.day("since")
        ended_on = None if chosen == "yes" and self.held else self.day("until")
        if began_on is None:
            raise Unclear("since", _("Since when? Today is fine."))
        if chosen == "ended" and ended_on is None:
            raise Unclear("until", _("Until when? Today is fine."))
        if ended_on is not None and ended_on < began_on:
            raise Unclear("until", ENDS_FIRST)
        return began_on, ended_on


def _times_of(person: Person | None, book: Book, today: date) -> tuple[Coordination | None, Sequence[Coordination]]:
    """Somebody's time as co-ordinator that has not ended by today, and their other times, the earliest first."""
    times = (each for each in book.coordinations.values() if person is not None and each.person_id == person.id)
    in_order = sorted(times, key=lambda each: each.began_on)
    held = next((each for each in in_order if each.ended_on is None or each.ended_on > today), None)
    return held, [each for each in in_order if each is not held]
