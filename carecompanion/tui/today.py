"""Today: what waits, what is coming up, one gentle prompt, and how it is going."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from carecompanion.domain import today
from carecompanion.domain.prompts import Prompt, prompt
from carecompanion.domain.records import Appointment, Record
from carecompanion.domain.review_in_hand import visit_in_hand
from carecompanion.domain.waiting import Waiting, waiting
from carecompanion.language import _
from carecompanion.sharing.guidance import CANNOT_WAIT
from carecompanion.tui.first_day import first_day
from carecompanion.tui.first_week import OF_THE_PROGRAM, FirstWeek, draw_hint
from carecompanion.tui.glance import glance
from carecompanion.tui.keymap import bind, shown
from carecompanion.tui.parts.bare import BareHorizontal, BareVertical
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.drawing import accent, bold, both_ends, faint, muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, ShortItems, blank, heading
from carecompanion.tui.parts.reading import beside_each_other, is_reading
from carecompanion.tui.place import Clock, Place
from carecompanion.tui.today_rows import coming_row, lately_row, waiting_row
from carecompanion.tui.view import View

if TYPE_CHECKING:
    from carecompanion.store import Journal

LIKELY, ANYWHERE_HERE = _("● most likely   "), _(" could be anywhere here")
CHECK_CODE, CHECKED_BEFORE = _("Is the recovery code on your paper right?"), _("made or checked 30 days ago or more")
FOR_HELP = _(" for help now")
PUT_OFF: dict[str, Hint] = {
    "prompt": ("open", _("say"), _("say")),
    "check_code": ("open", _("check it"), _("check")),
    "hint": ("open", _("try it"), _("try it")),
}
"""What can be put off until the program is opened anew, and what enter does with it."""

AFTER = 0.1
"""Seconds in which Today is painted first."""
ENTRIES = ("contacts", "appointments")
"""What can be deleted from here."""

BEGINNING: Sequence[Hint] = ("contact", "appointment", "note")
"""The keys worth a hint while nothing is written down."""


class Today(Place):
    """The first place: one sentence that says where things stand, then what can be done about them."""

    PLACE = "today"
    HINTS = (
        "contact",
        "reply",
        ("visit", _("how it went"), _("visit")),
        "note",
        "appointment",
        ("something", _("more"), _("more")),
        ("hide", _("hide")),
    )
    ALWAYS = ("help_now", "keys")
    BINDINGS = [
        bind("beside", "app.focus_next"),
        bind("beside_back", "app.focus_previous"),
        bind("not_now", "not_now"),
        bind("delete", "delete"),
    ]

    def __init__(self, journal: "Journal", clock: Clock, label: str = "") -> None:
        super().__init__(journal, clock, label)
        self._put_off: set[str] = set()
        self._week = FirstWeek(journal, clock)
        self._drawn_for = Size()

    def on_mount(self) -> None:
        """The hints of the first week come once all else is painted."""
        self.set_timer(AFTER, self._begin_week)

    def body(self) -> ComposeResult:
        """The sentence, and two columns, which are one when there is no room."""
        with BareVertical(classes="body"):
            yield Static(id="headline", classes="lead")
            with BareHorizontal(classes="columns"):
                yield ItemList(id="matters", classes="main")
                yield ItemList(id="going", classes="side")

    def draw(self) -> None:
        """Read the journal and show it."""
        book, now = self.journal.book, self.clock()
        self._drawn_for = self.app.size
        waits = waiting(book, now)
        first, rest = today.headline(book, now, waits)
        self.query_one("#headline", Static).update(say(bold(first), " " if rest else "", rest))
        matters, going = list(self._matters(now, waits)), list(self._going(now))
        main, side = self.query_one("#matters", ItemList), self.query_one("#going", ItemList)
        in_hand = self.focused.key_in_hand if isinstance(self.focused, ItemList) else None
        side.display = not book.empty and beside_each_other(self.app.size.width)
        if book.empty:
            main.show(ShortItems(list(first_day())))
        elif side.display:
            side.show(ShortItems(going))
            main.show(ShortItems(matters))
        else:
            main.show(ShortItems([*matters, blank(), *going]))
        self.query_one(KeyBar).offer(self._hints())
        self._hold(in_hand)

    def _hold(self, in_hand: str | None) -> None:
        """What is in hand stays so where two columns become one, or one two."""
        main, side = self.query_one("#matters", ItemList), self.query_one("#going", ItemList)
        goes_along = in_hand is not None and in_hand.startswith("trait:")
        holder = side if goes_along and side.display else main
        if self.focused is None or (goes_along and in_hand is not None and holder.take(in_hand)):
            holder.focus(scroll_visible=False)

    def on_resize(self) -> None:
        """One column or two."""
        if self.is_mounted and self.app.size != self._drawn_for:
            self.draw()

    @on(ItemList.Opened)
    async def open(self, event: ItemList.Opened) -> None:
        """Open what is in hand: a thread, a visit, a trait, a beginning."""
        what, _between, key = event.key.partition(":")
        if what == "trait":
            self.app.switch_mode("traits")
        elif what == "act":
            await self.run_action(key)
        elif what == "prompt":
            self.answer_prompt()
        elif what == "check_code":
            self.check_code()
        elif what == "appointments" and self._is_prepared_for(key):
            self.action_go("review")
        elif what == "hint":
            await self.run_action(OF_THE_PROGRAM.get(key, key))
        else:
            self.open_entry(self.journal.book.list(what)[key])

    def _is_prepared_for(self, key: str) -> bool:
        visit = visit_in_hand(self.journal.book, self.clock())
        return visit is not None and visit.id == key

    @work(exclusive=True, group="writing")
    async def answer_prompt(self) -> None:
        """Say what is gently asked for."""
        from carecompanion.tui.visit import check_in
        from carecompanion.tui.write_down import change

        asked = prompt(self.journal.book, self.clock(), self._put_off)
        if asked is not None and isinstance(asked.record, Appointment):
            await check_in(self, asked.record)
        elif asked is not None:
            await change(self, asked.record)

    def _moment(self) -> tuple[object, ...]:
        """The hints are chosen outside of the book."""
        return *super()._moment(), self._week.hint

    def _begin_week(self) -> None:
        if self._week.begin() and not self.journal.book.empty:
            self.redraw()

    @work(exclusive=True, group="writing")
    async def check_code(self) -> None:
        """See whether the recovery code on paper is right."""
        from carecompanion.tui.code_check import CodeCheck

        done = await self.app.push_screen_wait(CodeCheck(self.journal, self.clock))
        if done is not None:
            self.say_kept(done)
            self.redraw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One key puts off what is asked, and deletes an entry: whichever is in hand."""
        if action in ("not_now", "delete"):
            return self._in_hand[0] in (PUT_OFF if action == "not_now" else ENTRIES)
        return super().check_action(action, parameters)

    def action_not_now(self) -> None:
        """What is gently asked for, in hand, is not asked for again before the program is opened anew."""
        what, key = self._in_hand
        if what == "hint":
            self._week.put_off()
        self._put_off.add(key)
        self.redraw()

    @work(exclusive=True, group="writing")
    async def action_delete(self) -> None:
        """Delete the entry in hand, once the key is pressed again."""
        from carecompanion.tui.deleting import delete

        what, key = self._in_hand
        await delete(self, self.journal.book.list(what)[key])

    @property
    def _in_hand(self) -> tuple[str, str]:
        """What kind of thing is in hand, and which."""
        what, _between, key = (self.query_one("#matters", ItemList).key_in_hand or "").partition(":")
        return what, key

    def to_bring(self) -> Record | str | None:
        """What waits or is coming up, when in hand; or the headline of the trait in hand."""
        shown = self.focused
        what, _between, key = ((shown.key_in_hand if isinstance(shown, ItemList) else None) or "").partition(":")
        if what in ("contacts", "appointments"):
            return self.journal.book.list(what)[key]
        if what != "trait":
            return None
        traits = View().assessment(self.journal.book, self.clock(), headlines_only=True).traits
        return next((trait.headline.id for trait in traits if trait.id == key), None)

    @on(ItemList.InHand)
    def look(self) -> None:
        """The key that puts off what is asked shows while that is in hand."""
        self.query_one(KeyBar).offer(self._hints())

    def _hints(self) -> Sequence[Hint]:
        if self.journal.book.empty:
            return BEGINNING
        asked = PUT_OFF.get(self._in_hand[0])
        return (asked, "not_now", *self.HINTS) if asked else self.HINTS

    def _matters(self, now: datetime, waits: Sequence[Waiting]) -> Iterator[Item]:
        gap = [blank()] if self.app.size.height >= 31 else []
        if waits:
            yield heading(_("Waiting for a reply"))
            yield from gap
        for each in waits:
            yield Item(partial(waiting_row, each), f"contacts:{each.contact.id}")
            yield blank()
        if waits:
            yield Item(lambda _width: say(faint(CANNOT_WAIT), " ", accent(shown("help_now")), faint(FOR_HELP)))
            yield from (blank(), *gap)
        yield from self._coming_up(now, gap)
        gentle = list(self._gentle(now))
        if gentle:
            yield from (*gap, blank(), heading(_("When you feel like it")), *gap, *gentle)

    def _gentle(self, now: datetime) -> Iterator[Item]:
        """At most one thing to say, and the recovery code when it is long since it was looked at."""
        asked = prompt(self.journal.book, now, self._put_off)
        if asked is not None:
            yield _prompt(asked)
        if self.journal.code_dates().is_due(now) and CHECK_CODE not in self._put_off:
            yield Item(partial(_aside, CHECK_CODE, CHECKED_BEFORE), f"check_code:{CHECK_CODE}")
        if (worth_knowing := self._week.hint) is not None:
            yield Item(partial(draw_hint, worth_knowing), f"hint:{worth_knowing.act}")

    def _coming_up(self, now: datetime, gap: list[Item]) -> Iterator[Item]:
        yield heading(_("Coming up"))
        yield from gap
        coming = today.coming_up(self.journal.book, now)
        days = max((len(each.day) for each in coming), default=0)
        for each in coming:
            yield Item(partial(coming_row, each, days), f"appointments:{each.appointment.id}")
        if not coming:
            yield Item(
                lambda _width: say(
                    muted(_("No visits written down. ")), accent(shown("appointment")), muted(_(" adds one."))
                )
            )

    def _going(self, now: datetime) -> Iterator[Item]:
        book, view = self.journal.book, View()
        gap = [blank()] if self.app.size.height >= 31 else []
        yield Item(lambda width: both_ends(width, [bold(_("How it is going"))], [faint(view.period_words)]))
        yield from gap
        yield from glance(view.assessment(book, now, headlines_only=True))
        if not beside_each_other(self.app.size.width):
            return
        if not is_reading():
            yield Item(lambda _width: say("\n", faint(LIKELY), ("━", "$st-faint"), faint(ANYWHERE_HERE)))
        yield from (*gap, blank(), Item(lambda _width: say((_("Lately"), "bold $st-muted"))), *gap)
        for day, sentence in today.latest(book, now):
            yield Item(partial(lately_row, day, sentence))


def _prompt(asked: Prompt) -> Item:
    return Item(partial(_aside, asked.sentence, asked.aside), f"prompt:{asked.record.id}")


def _aside(sentence: str, aside: str, width: int) -> Content:
    """A sentence, and what is worth knowing beside it where there is room."""
    room = len(sentence) + len(aside) + 4 < width
    return both_ends(width, [sentence], [faint(aside)]) if room else say(sentence)
