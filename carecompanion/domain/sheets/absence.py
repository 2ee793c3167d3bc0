"""Somebody away: whether the person was told before, who covered, and whether that worked."""

from collections.abc import Iterator, Sequence

from carecompanion.domain.names import called, role_word
from carecompanion.domain.records import Absence
from carecompanion.domain.sheets.asks import TODAY, Ask, ChoiceAsk, Option, Unclear
from carecompanion.domain.sheets.people import LONGEST_NAME, likely_people, people_options
from carecompanion.domain.sheets.sheet import ANSWERS, Pieces
from carecompanion.domain.sheets.something import SomethingSheet
from carecompanion.domain.vocabulary import Answer

PLAIN = (Option("y", "yes", "Yes"), Option("n", "no", "No"), Option("s", "", "not said"))


class AbsenceSheet(SomethingSheet):
    """Time away; the first states are the co-ordinator and from today on."""

    NAME = "absence"
    LATER = "cover_worked"
    was: Absence | None

    def heading(self) -> str:
        """What is being written down."""
        return "Somebody is away" if self.was is None else f"{called(self.book, self.was.person_id)} away"

    def own_asks(self) -> Iterator[Ask]:
        """Who, from when to when, told before or not, and the cover."""
        was = self.was
        people = likely_people(self.book, self.now, was.person_id if was else None)
        first = was.person_id if was else people[0].id if people else ""
        options = people_options(people)
        yield ChoiceAsk(name="away", label="Who", held=first, options=options, widest=LONGEST_NAME)
        yield self.on("from_on", "From", was.from_on if was else TODAY, ahead=True, aloud="From which day?")
        yield self.on(
            "to_on",
            "To",
            was.to_on if was else None,
            hint="the last day, if you know",
            ahead=True,
            aloud="Until which day?",
        )
        told, named = (was.told_before, was.cover_named) if was else (None, None)
        yield ChoiceAsk(name="told", label="Told before?", held=told or "", options=_plain(told))
        yield ChoiceAsk(name="named", label="Cover named?", held=named or "", options=_plain(named))
        worked = (was and was.cover_worked) or ""
        yield ChoiceAsk(name="cover_worked", label="Cover worked?", held=worked, options=ANSWERS, more=was is None)
        yield self.note_line(was.note if was else None, name="text")

    def outcome(self) -> Pieces:
        """Whether it counts."""
        return (self._meaning(),)

    def record(self) -> Absence:
        """The time away."""
        person_id = self.value("away")
        if not person_id:
            raise Unclear("away", f"Nobody is in your team yet. {self.ways['somebody']}")
        from_on = self.day("from_on") or self.today
        to_on = self.day("to_on")
        if to_on is not None and to_on < from_on:
            raise Unclear("to_on", "That is before it begins.")
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
        return f"The time away is in the journal. {self._meaning()}"

    def _meaning(self) -> str:
        from_on = self.day_so_far("from_on") or self.today
        person_id = self.value("away")
        if person_id != (self.book.coordinator_id_on(from_on) or ""):
            role = role_word(self.book.settings)
            return f"This counts towards Accessible only when your {role} is away."
        if not (self.value("told") and self.value("named")):
            return "It counts once you say whether you were told before, and who covers."
        return "This counts towards Accessible."


def _plain(answer: Answer | None) -> Sequence[Option]:
    """Yes or no is what counts; a partly that came from elsewhere stays."""
    return ANSWERS if answer == "partly" else PLAIN
