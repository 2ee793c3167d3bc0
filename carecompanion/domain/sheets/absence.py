"""Somebody away: whether the person was told before, who covered, and whether that worked."""

from collections.abc import Iterator, Sequence

from carecompanion.domain.names import called, role_word
from carecompanion.domain.records import Absence
from carecompanion.domain.sheets.asks import TODAY, Ask, ChoiceAsk, Option, Unclear
from carecompanion.domain.sheets.people import LONGEST_NAME, likely_people, people_options
from carecompanion.domain.sheets.sheet import ANSWERS, Pieces
from carecompanion.domain.sheets.something import SomethingSheet
from carecompanion.domain.vocabulary import Answer
from carecompanion.language import _

PLAIN = (Option("y", "yes", _("Yes")), Option("n", "no", _("No")), Option("s", "", _("not said")))


class AbsenceSheet(SomethingSheet):
    """Time away; the first states are the co-ordinator and from today on."""

    NAME = "absence"
    LATER = "cover_worked"
    was: Absence | None

    def heading(self) -> str:
        """What is being written down."""
        return (
            _("Somebody is away")
            if self.was is None
            else _("{called} away").format(called=called(self.book, self.was.person_id))
        )

    def own_asks(self) -> Iterator[Ask]:
        """Who, from when to when, told before or not, and the cover."""
        was = self.was
        people = likely_people(self.book, self.now, was.person_id if was else None)
        first = was.person_id if was else people[0].id if people else ""
        options = people_options(people)
        yield ChoiceAsk(name="away", label=_("Who"), held=first, options=options, widest=LONGEST_NAME)
        yield self.on("from_on", _("From"), was.from_on if was else TODAY, ahead=True, aloud=_("From which day?"))
        yield self.on(
            "to_on",
            _("To"),
            was.to_on if was else None,
            hint=_("the last day, if you know"),
            ahead=True,
            aloud=_("Until which day?"),
        )
        told, named = (was.told_before, was.cover_named) if was else (None, None)
        yield ChoiceAsk(name="told", label=_("Told before?"), held=told or "", options=_plain(told))
        yield ChoiceAsk(name="named", label=_("Cover named?"), held=named or "", options=_plain(named))
        worked = (was and was.cover_worked) or ""
        yield ChoiceAsk(name="cover_worked", label=_("Cover worked?"), held=worked, options=ANSWERS, more=was is None)
        yield self.note_line(was.note if was else None, name="text")

    def outcome(self) -> Pieces:
        """Whether it counts."""
        return (self._meaning(),)

    def record(self) -> Absence:
        """The time away."""
        person_id = self.value("away")
        if not person_id:
            raise Unclear("away", _("Nobody is in your team yet. {ways}").format(ways=self.ways["somebody"]))
        from_on = self.day("from_on") or self.today
        to_on = self.day("to_on")
        if to_on is not None and to_on < from_on:
            raise Unclear("to_on", _("That is before it begins."))
        return self.made(
            Absence,
            person_id=person_id,
            from_on=from_on,
            to_on=to_on,
            told_before=self.answer("told"),
            cover_named=self.answer("named"),
            cover_worked=self.answer("cover_worked"),
            note=self.words("text", "note"),
        )

    def said(self) -> str:
        """What is kept now."""
        return _("The time away is in the journal. {meaning}").format(meaning=self._meaning())

    def _meaning(self) -> str:
        from_on = self.day_so_far("from_on") or self.today
        person_id = self.value("away")
        if person_id != (self.book.coordinator_id_on(from_on) or ""):
            role = role_word(self.book.settings)
            return _("This counts towards Accessible only when your {role} is away.").format(role=role)
        if not (self.value("told") and self.value("named")):
            return _("It counts once you say whether you were told before, and who covers.")
        return _("This counts towards Accessible.")


def _plain(answer: Answer | None) -> Sequence[Option]:
    """Yes or no is what counts; a partly that came from elsewhere stays."""
    return ANSWERS if answer == "partly" else PLAIN
