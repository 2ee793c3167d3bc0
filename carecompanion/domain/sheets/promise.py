"""Something somebody said they would do, by when, and whether they did."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import get_args

from carecompanion.domain.moments import day_words
from carecompanion.domain.names import called, role_word
from carecompanion.domain.records import Promise
from carecompanion.domain.sheets.asks import TODAY, Ask, ChoiceAsk, Option, Unclear, written_out
from carecompanion.domain.sheets.people import LONGEST_NAME, likely_people, people_options
from carecompanion.domain.sheets.sheet import Pieces
from carecompanion.domain.sheets.something import SomethingSheet
from carecompanion.domain.sources import source_of
from carecompanion.domain.vocabulary import PromiseOutcome
from carecompanion.language import _

OUTCOMES = (
    Option("s", "", _("not known yet")),
    Option("k", "kept", _("Kept")),
    Option("l", "late", _("Kept late")),
    Option("n", "broken", _("Not kept")),
)
NOBODY = Option("n", "", _("nobody named"))
BEFORE = _("That is before it was said.")


class PromiseSheet(SomethingSheet):
    """A promise; the first states are the co-ordinator and today."""

    NAME = "promise"
    LATER = "outcome_of_it"
    was: Promise | None

    def heading(self) -> str:
        """What is being written down."""
        return _("Somebody said they would do something") if self.was is None else _("What was promised")

    def own_asks(self) -> Iterator[Ask]:
        """The words, whose, by when, what it came from, and what came of it."""
        was = self.was
        people = likely_people(self.book, self.now, was.by_person_id if was else None)
        first = was.by_person_id or "" if was else people[0].id if people else ""
        yield Ask(name="text", label=_("What"), held=was.text if was else "", hint=_("such as: will ring by Friday"))
        options = [*people_options(people), NOBODY]
        yield ChoiceAsk(
            name="by", label=_("Who"), held=first, options=options, widest=LONGEST_NAME, aloud=_("Who said it?")
        )
        yield self.on("due_on", _("By when"), was.due_on if was else None, hint=_("Friday, 5 March"), ahead=True)
        yield from self.source_ask(source_of(was) if was else None)
        yield self.on("made_on", _("Said on"), was.made_on if was else TODAY, more=was is None)
        yield from self.came_of_it(OUTCOMES, was)

    def outcome(self) -> Pieces:
        """When it will count, and whether it will."""
        return (self._meaning(self.day_so_far("due_on"), self.day_so_far("made_on") or self.today),)

    def came_on(self, at: datetime) -> Mapping[str, str]:
        """Said on the day of the visit it came from."""
        return {"made_on": written_out(self.book.day_of(at))}

    def record(self) -> Promise:
        """The promise."""
        text = self.what("text", _("What was said? A few words are enough."))
        made_on = self.past_day("made_on") or self.today
        due_on = self.day("due_on")
        if due_on is not None and due_on < made_on:
            raise Unclear("due_on", BEFORE)
        outcome = self.one_of("outcome_of_it", get_args(PromiseOutcome))
        outcome_on = self.outcome_on(made_on, BEFORE)
        kept = {"outcome": outcome, "outcome_on": outcome_on, "made_on": made_on, "due_on": due_on}
        return self.made(Promise, text=text, by_person_id=self.value("by") or None, **kept)

    def said(self) -> str:
        """What is kept now."""
        meaning = self._meaning(self.day_so_far("due_on"), self.day_so_far("made_on") or self.today)
        return _("The promise is in the journal. {meaning}").format(meaning=meaning)

    def _meaning(self, due_on: date | None, made_on: date) -> str:
        by, role = self.value("by"), role_word(self.book.settings)
        if by not in ("", self.book.coordinator_id_on(made_on)):
            return _("{called} was not your {role} then, so this does not count towards Keeps time.").format(
                called=called(self.book, by), role=role
            )
        if self.value("outcome_of_it"):
            return _("This counts towards Keeps time.")
        if due_on is None:
            return _("No day was named, so it counts once you say what came of it.")
        if due_on < self.today:
            return _("Its day has gone, so it counts as not kept until you say otherwise.")
        return _("It counts once {day_words} has gone, or you say what came of it.").format(
            day_words=day_words(due_on, self.today)
        )
