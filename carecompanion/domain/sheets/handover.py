"""A new co-ordinator: who, from when, when the person was told, and whether old and new met with them."""

from collections.abc import Iterator
from datetime import date

from carecompanion.domain.contradictions import against
from carecompanion.domain.coordinators import makes_way, taking_over
from carecompanion.domain.identity import new_id
from carecompanion.domain.moments import day_words
from carecompanion.domain.names import called, role_word
from carecompanion.domain.records import Coordination, Person, Record
from carecompanion.domain.sheets.asks import TODAY, Ask, ChoiceAsk, Unclear
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.sheet import ANSWERS, Pieces
from carecompanion.domain.sheets.something import SomethingSheet
from carecompanion.language import _

MET = _("Did the old and the new one meet with you together?")
NO_NAME = _("What are they called? Any name you know them by is enough.")


class HandoverSheet(SomethingSheet):
    """Ends the time of whoever was co-ordinator before; somebody new is put into the team."""

    NAME = "handover"

    @property
    def first(self) -> str:
        """Who it is; by name when there is nobody to choose."""
        return "new_one" if self.book.people else "new_one_else"

    def heading(self) -> str:
        """What is being written down."""
        return _("You have a new {role}").format(role=self._role)

    def own_asks(self) -> Iterator[Ask]:
        """Who, from when, told when, and whether the two met with the person."""
        yield self.who(_("Who"), (None, None), name="new_one")
        yield self.on("began_on", _("From"), TODAY, ahead=True, aloud=_("From which day?"))
        yield self.on("told_on", _("You were told"), hint=_("the day, if you know"))
        yield ChoiceAsk(name="handover", label=_("Met both?"), asks=MET, options=ANSWERS)
        yield self.note_line(None, name="text")

    def outcome(self) -> Pieces:
        """Whose time ends."""
        began_on = self.day_so_far("began_on")
        return (self._meaning(began_on),) if began_on else ()

    def written(self) -> Written:
        """The new co-ordinator, and the times that this begins and ends; words are a note of their own."""
        began_on = self.day("began_on") or self.today
        person = self._person()
        before = makes_way(self.book, began_on)
        if before is not None and before.person_id == person.id:
            raise Unclear(
                self.first,
                _("{called} is your {role} already.").format(called=called(self.book, person.id), role=self._role),
            )
        new = self.made(
            Coordination,
            person_id=person.id,
            began_on=began_on,
            told_on=self.past_day("told_on"),
            handover=self.answer("handover"),
        )
        kept = (*self._new(person), *taking_over(self.book, new), *self.note_of(self.words("text")))
        for clash in against(self.book, *kept):
            raise Unclear("began_on", clash.sentence)
        day = day_words(began_on, self.today)
        return Written(
            kept,
            _("{called} is your {role} from {day} on.").format(
                called=called(self.book.keeping(person), person.id), role=self._role, day=day
            ),
        )

    @property
    def _role(self) -> str:
        return role_word(self.book.settings)

    def _person(self) -> Person:
        person_id, name = self.chosen("new_one")
        if person_id is not None:
            return self.book.people[person_id]
        if name is None:
            raise Unclear("new_one_else", NO_NAME)
        return Person(id=new_id(self.now), written_at=self.now, name=name.strip(), role="")

    def _new(self, person: Person) -> Iterator[Record]:
        if person.id not in self.book.people:
            yield person

    def _meaning(self, began_on: date) -> str:
        before = makes_way(self.book, began_on)
        if before is None:
            return _("Whether you were told of it in time can be written down as a change.")
        until = day_words(began_on, self.today)
        return _("{called} is your {role} until {until}.").format(
            called=called(self.book, before.person_id), role=self._role, until=until
        )
