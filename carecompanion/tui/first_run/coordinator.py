"""The fourth step: who looks after your care, and what you call them."""

from dataclasses import replace
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from carecompanion.domain.identity import new_id
from carecompanion.domain.names import role_word
from carecompanion.domain.records import Coordination, Person
from carecompanion.domain.settings import Settings
from carecompanion.domain.sheets.asks import DayAsk
from carecompanion.language import _
from carecompanion.tui.day import Day
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.first_run.setting_up import SettingUp
from carecompanion.tui.first_run.step import Step
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.line import Line

SINCE = DayAsk(name="since", label=_("Since"), hint=_("3 March, or empty for today"))
OWN = "own"
ROLE_WORDS = (
    Option("c", Settings().role_word, _("Care co-ordinator")),
    Option("k", _("key worker"), _("Key worker")),
    Option("l", _("lead professional"), _("Lead professional")),
    Option("o", OWN, _("own words")),
)


class Coordinator(Step):
    """A name is enough."""

    NUMBER = 4
    SKIPS = 1
    CAN_STOP = True

    def __init__(self, setting_up: SettingUp) -> None:
        super().__init__(setting_up)
        now = setting_up.clock()
        self._person_id, self._coordination_id = new_id(now), new_id(now)

    def title(self) -> str:
        """What is asked, in the person's own word for the role."""
        return _("Who is your {role}?").format(
            role=self._role_word() if self.is_mounted else role_word(self.setting_up.book.settings)
        )

    def words(self) -> str:
        """Who that is."""
        return _("The person in charge of your care. A name is enough.")

    def lines(self) -> ComposeResult:
        """The name, the role, since when, and the word for it."""
        now = self.setting_up.clock()
        yield Field(_("Name"), Line(id="name"))
        yield Field(_("Job"), Line(id="role", hint=_("CPN, social worker, …")))
        yield Day(SINCE, self.setting_up.book, now)
        yield Field(_("Called"), Choice(ROLE_WORDS, ROLE_WORDS[0].value, id="role_word"))
        yield Field(_("Your words"), Line(id="own_words", hint=_("as in named nurse")))

    def on_mount(self) -> None:
        """The line for own words shows only when it is needed."""
        self.show_what_is_needed()

    def answer(self) -> None:
        """Keep the word, and the person as co-ordinator when one is named. Raises Unclear."""
        settings = replace(self.setting_up.book.settings, role_word=self._role_word())
        since = self._since()
        named = bool(self.typed("name"))
        if not named and settings == self.setting_up.book.settings:
            raise Unclear("name", _("Who is it? A name is enough, and ctrl+s skips this for now."))
        self.setting_up.journal.keep(settings=settings)
        if named:
            self._keep_person(since)

    @on(Choice.Changed, "#role_word")
    def show_what_is_needed(self) -> None:
        """The line for own words comes and goes."""
        own = self.query_one("#own_words", Line)
        next(node for node in own.ancestors if isinstance(node, Field)).display = self._chosen() == OWN
        self.say_again()

    @on(Input.Changed, "#own_words")
    def call_them_so(self) -> None:
        """The title follows the word."""
        self.say_again()

    def _keep_person(self, since: date) -> None:
        now = self.setting_up.clock()
        name, role = self.typed("name"), self.typed("role")
        person = Person(id=self._person_id, written_at=now, name=name, role=role)
        held = Coordination(id=self._coordination_id, written_at=now, person_id=person.id, began_on=since)
        self.setting_up.journal.keep(person, held)

    def _since(self) -> date:
        return self.query_one(Day).day or self.setting_up.today

    def _chosen(self) -> str | None:
        return self.query_one("#role_word", Choice).value

    def _role_word(self) -> str:
        chosen = self._chosen() or OWN
        return (self.typed("own_words") if chosen == OWN else chosen) or Settings().role_word
