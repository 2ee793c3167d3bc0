"""A trait of one's own: a name and one question that is asked after visits."""

from collections.abc import Iterator

from carecompanion.domain.names import who
from carecompanion.domain.records import OwnTrait
from carecompanion.domain.sheets.asks import Ask, ChoiceAsk, Option, Unclear
from carecompanion.domain.sheets.filled import Written
from carecompanion.domain.sheets.people import LONGEST_NAME, likely_people, people_options
from carecompanion.domain.sheets.sheet import Pieces, Sheet
from carecompanion.domain.wording import TRAITS
from carecompanion.language import _

ANYONE = Option("a", "", _("anyone"))
STILL = (Option("y", "", _("Yes")), Option("n", "no", _("No longer")))


class OwnTraitSheet(Sheet):
    """A new one, or one as it is, to rename or to ask about no longer."""

    NAME = "own_trait"
    was: OwnTrait | None

    def heading(self) -> str:
        """What is being written down."""
        return _("A trait of your own") if self.was is None else _("Your own trait")

    def asks(self) -> Iterator[Ask]:
        """Its name, its question, after whose visits, and whether it is still asked."""
        was = self.was
        yield Ask(name="name", label=_("Name"), held=was.name if was else "", hint=_("such as: Explains"))
        hint = _("such as: Did they explain things in plain words?")
        yield Ask(name="question", label=_("Question"), held=was.question if was else "", hint=hint)
        chosen = was.person_id if was else None
        options = [ANYONE, *people_options(likely_people(self.book, self.now, chosen))]
        yield ChoiceAsk(
            name="asked_of", label=_("Visits with"), held=chosen or "", options=options, widest=LONGEST_NAME
        )
        if was is not None:
            yield ChoiceAsk(name="still", label=_("Still ask?"), held="no" if was.retired_on else "", options=STILL)

    def outcome(self) -> Pieces:
        """When the question is asked."""
        if self.was is not None and self.value("still"):
            return (_("It is not asked any more. What you answered stays, and is shown where it falls in the time."),)
        person_id = self.value("asked_of")
        whose = _("with {who}").format(who=who(self.book, person_id)) if person_id else _("with anyone")
        return (
            _("After visits {whose} you are asked it, {ways}, once the five are answered.").format(
                whose=whose, ways=self.ways["answered"]
            ),
        )

    def written(self) -> Written:
        """The trait."""
        was = self.was
        name = self.what("name", _("What is it called? A word or two are enough."), name="name")
        if any(words.name.casefold() == name.strip().casefold() for words in TRAITS.values()):
            raise Unclear("name", _("One of the five has that name. Choose another."))
        asks = _("What should be asked? Something that yes, partly or no can answer.")
        question = self.what("question", asks, name="question")
        began_on = was.began_on if was else self.today
        retired_on = None if was is None or not self.value("still") else was.retired_on or max(self.today, began_on)
        asked_of = self.value("asked_of") or None
        fields = {"person_id": asked_of, "began_on": began_on, "retired_on": retired_on}
        own = self.made(OwnTrait, name=name, question=question, **fields)
        said = _("is asked after your visits.") if retired_on is None else _("is not asked any more.")
        return Written((own,), f"“{name.strip()}” {said}")
