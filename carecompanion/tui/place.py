"""Place: what Today, Journal, Traits and Team have in common."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from carecompanion.domain.moments import long_day, short_day
from carecompanion.domain.records import Record
from carecompanion.domain.spots import places_of
from carecompanion.language import _
from carecompanion.store import StoreError
from carecompanion.tui.keymap import ANYWHERE, bind, times_chosen
from carecompanion.tui.parts.bare import Bare, BareVertical
from carecompanion.tui.parts.bars import Hint, KeyBar, NavBar, undo_hint
from carecompanion.tui.parts.drawing import bold, say
from carecompanion.tui.parts.reading import is_reading
from carecompanion.tui.parts.shapes import BESIDE, LETTERS, are_plain, keep_as_written
from carecompanion.tui.parts.styled_once import StyledOnce

if TYPE_CHECKING:
    from carecompanion.store import Journal
    from carecompanion.tui.form import Form, Written  # forms are imported once a place has been painted

Clock = Callable[[], datetime]
SAVED_SECONDS, SAVED_SECONDS_READING = 8, 20


class Place(StyledOnce, Screen[None], Bare):
    """A place reads the journal again whenever it is shown, or something was written down, and draws."""

    PLACE: ClassVar[str]
    shows = ""
    """What it shows, as the place it was opened from knows it; "" for one that has a digit."""
    HINTS: ClassVar[Sequence[Hint]] = ()
    ALWAYS: ClassVar[Sequence[Hint]] = ("keys",)
    has_begun = False
    BINDINGS = [
        bind("today", "go('today')"),
        bind("journal", "go('journal')"),
        bind("traits", "go('traits')"),
        bind("team", "go('team')"),
        bind("review", "go('review')"),
        bind("safety", "safety"),
        bind("settings", "settings"),
        bind("contact", "contact"),
        bind("reply", "reply"),
        bind("visit", "visit"),
        bind("note", "note"),
        bind("appointment", "appointment"),
        bind("something", "something"),
        bind("bring", "bring"),
        bind("find", "find"),
        bind("undo", "undo"),
        bind("redo", "redo"),
        *ANYWHERE,
        bind("back", "back"),
    ]

    def __init__(self, journal: "Journal", clock: Clock, label: str = "") -> None:
        super().__init__()
        self.journal, self.clock, self.label = journal, clock, label
        self.entry_open: tuple[Record, str] | None = None
        """The entry that is open whole, and the act it was left for; "" for none, or one that is not come back to."""
        self._saved_timer: Timer | None = None
        self._drawn: tuple[object, ...] = ()

    def body(self) -> ComposeResult:
        """What is between the first line and the last."""
        yield from ()

    def draw(self) -> None:
        """Read the journal and show it."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The places, the body, what was just saved, the keys."""
        yield NavBar(self.PLACE, self.label)
        yield from self.body()
        with BareVertical(id="foot"):
            yield Static(id="saved")
            yield KeyBar(self.HINTS, self.ALWAYS)

    def on_screen_resume(self) -> None:
        """Shown again: read again, when something was written down or a minute has gone since."""
        if self._drawn != self._moment() and self.app.is_running:  # not while its widgets are taken down
            self.redraw()

    def redraw(self) -> None:
        """Everything anew, the clock included."""
        self._drawn = self._moment()
        if are_plain():
            keep_as_written(places_of(LETTERS, self.journal.book, BESIDE))
        now = self.journal.book.local(self.clock())
        today = now.date()
        time = "" if is_reading() else f"{now:%H:%M}"
        long, short = f"{long_day(today, today)}   {time}", f"{short_day(today)}  {time}"
        self.query_one(NavBar).say_when(long.rstrip(), short.rstrip())
        self.draw()

    def say_saved(self, sentence: str) -> None:
        """Say for a while that something was saved, and what it means."""
        self._announce(say(bold(_("Saved. ")), sentence, *undo_hint()))

    def say_kept(self, sentence: str) -> None:
        """Say for a while something that is not a save."""
        self._announce(say(sentence))

    def action_go(self, place: str) -> None:
        """Go to another place."""
        self.app.switch_mode(place)

    def action_back(self) -> None:
        """Esc goes back to Today."""
        self.app.switch_mode("today")

    @work(exclusive=True, group="writing")
    async def action_find(self) -> None:
        """Find by words, in the journal, from wherever one is."""
        from carecompanion.tui.journal import JournalPlace

        await self.app.switch_mode("journal")
        journal = self.app.screen
        if isinstance(journal, JournalPlace):
            journal.begin_finding()

    def show_in(self, place: str, record: Record) -> None:
        """Go to another place, with something in hand there."""
        self.app.switch_mode(place)
        shown = self.app.screen
        if isinstance(shown, Place):
            shown.call_after_refresh(shown.take, record)

    @work(exclusive=True, group="writing")
    async def action_safety(self, begin: str = "") -> None:
        """What keeps the journal safe; `begin` is the row to open at once."""
        from carecompanion.tui.safety import Safety

        await self.app.push_screen_wait(Safety(self.journal, self.clock, begin))
        self.redraw()

    @work(exclusive=True, group="writing")
    async def action_settings(self, begin: str = "") -> None:
        """Everything that can be set; `begin` is the row to open at once."""
        from carecompanion.tui.settings import Settings

        await self.app.push_screen_wait(Settings(self.journal, self.clock, begin))
        self.redraw()

    def action_undo(self) -> None:
        """Undo the last act."""
        from carecompanion.tui.undoing import undo

        undo(self)

    def action_redo(self) -> None:
        """Do the last undone act again."""
        from carecompanion.tui.undoing import redo

        redo(self)

    @on(NavBar.Chosen)
    def go_there(self, event: NavBar.Chosen) -> None:
        """A tap on a place goes there."""
        self.app.switch_mode(event.place)

    @work(exclusive=True, group="writing")
    async def action_contact(self) -> None:
        """Write down that you got in touch."""
        from carecompanion.tui.contact import ContactSheet

        await self.write(ContactSheet)

    @work(exclusive=True, group="writing")
    async def action_reply(self) -> None:
        """Write down that they replied."""
        from carecompanion.tui.reply import reply

        await reply(self)

    @work(exclusive=True, group="writing")
    async def action_visit(self) -> None:
        """Write down how a visit went."""
        from carecompanion.tui.visit import visit

        await visit(self)

    @work(exclusive=True, group="writing")
    async def action_note(self) -> None:
        """Write a note."""
        from carecompanion.tui.note import NotePage

        await self.write(NotePage)

    @work(exclusive=True, group="writing")
    async def action_appointment(self) -> None:
        """Write down an appointment."""
        from carecompanion.tui.appointment import AppointmentSheet

        await self.write(AppointmentSheet)

    @work(exclusive=True, group="writing")
    async def action_something(self) -> None:
        """Write down something asked for, promised, changed, and the like."""
        from carecompanion.tui.write_down import something

        await something(self)

    @work(exclusive=True, group="writing")
    async def action_bring(self) -> None:
        """Bring what is in hand along to the next review."""
        from carecompanion.tui.bring import bring

        await bring(self, self.to_bring())

    def to_bring(self) -> Record | str | None:
        """The entry in hand, or the figure by its id; None without either."""
        return None

    @work(exclusive=True, group="writing")
    async def open_entry(self, record: Record, act: str = "") -> None:
        """An entry whole, or at once what it is left for. Leaving that leads back to it, saving to the place."""
        from carecompanion.tui.whole import open_entry

        await open_entry(self, record, act)

    async def write(self, form: "Callable[..., Form]") -> "Written | None":
        """Show a form and keep what it answers; None when it was left without."""
        from carecompanion.tui.writing import write

        return await write(self, form)

    def keep(self, written: "Written") -> bool:
        """Keep what needs no form, say so and draw again; or say why it could not be kept. Answers whether it was."""
        trouble = self.try_to_keep(written)
        if trouble is not None:
            self.say_kept(trouble)
            return False
        self.redraw()
        if written.without:
            self._announce(say(written.said, *undo_hint()))
        else:
            self.say_saved(written.said)
        return True

    def take(self, record: Record) -> None:
        """Take an entry in hand where it shows."""

    def deeper(self, shows: str) -> "Place | None":
        """The place that is opened from this one and shows that; None when there is none."""
        return None

    def looked_at(self) -> dict[str, str]:
        """How this is looked at: what was chosen here to see."""
        return {}

    def look_again(self, chosen: Mapping[str, str]) -> None:
        """Look at this as it was looked at before."""

    def try_to_keep(self, written: "Written") -> str | None:
        """Keep what a form answered; why it could not be kept, None when it was."""
        try:
            self.journal.keep(*written.records, without=written.without, at=self.clock())
        except StoreError as error:
            return str(error)
        return None

    def _moment(self) -> tuple[object, ...]:
        """What is shown follows from this: drawn again when it is another."""
        minute = self.clock().replace(second=0, microsecond=0)
        return id(self.journal.book), are_plain(), is_reading(), minute, times_chosen()

    def _announce(self, words: Content) -> None:
        if not self.is_mounted:  # a key was quicker than the place it was meant for
            self.call_after_refresh(self._announce, words)
            return
        line = self.query_one("#saved", Static)
        line.update(words)
        line.display = True
        if self._saved_timer is not None:
            self._saved_timer.stop()
        self._saved_timer = self.set_timer(SAVED_SECONDS_READING if is_reading() else SAVED_SECONDS, self._quiet)

    def _quiet(self) -> None:
        self.query_one("#saved", Static).display = False
