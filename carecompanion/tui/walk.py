"""Going through a review together: one question a screen, each answer kept at once, ending with what was gathered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

from carecompanion.domain.book import Book
from carecompanion.domain.identity import new_id
from carecompanion.domain.review import Review
from carecompanion.domain.shareable import shareable
from carecompanion.domain.walk import QUESTIONS, Going, Slot, answer, first_open, going, slots
from carecompanion.language import _
from carecompanion.sharing.review_pages import prepared
from carecompanion.tui.field import Field
from carecompanion.tui.form import Form, Written
from carecompanion.tui.keymap import bind, shown
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.drawing import bold, faint, muted, say
from carecompanion.tui.parts.line import Line, Words
from carecompanion.tui.parts.reading import is_reading
from carecompanion.tui.walk_words import GATHERED, draw_gathered, draw_helping, draw_so_far

if TYPE_CHECKING:
    from carecompanion.store import Journal
    from carecompanion.tui.place import Clock, Place

PART = 4
"""Columns of the progress line for one question."""
WIDEST, MARGINS = 62, 6
"""Columns that lines have at the most, and what is beside them in a small window."""
SAVED = _("It goes on the page you bring.")
SAVED_FIRST = _("It comes first when you practise. It is not on the page you bring.")
TAKEN_AWAY = _("This takes it away. The key {} on Review brings it back.")
GONE = _("It is no longer there.")
KEPT = _("Kept.")
TITLE = _("This is what you have gathered.")
WHERE = _("It stands on Review and goes on the page you bring. Nothing is sent anywhere.")


class Walk(Form):
    """The questions, forwards and back. `instead` is "practise" when the person went on to that."""

    NAME = "walk"
    DEFAULT_CLASSES = "page"
    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # narrower than Textual's list of three forms
        bind("next_step", "save", priority=True),
        bind("step_back", "step_back", priority=True),
        bind("practise", "practise"),
    ]

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        review: Review,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
    ) -> None:
        super().__init__(book, now, draft, trouble)
        self._journal, self._clock, self._review = journal, clock, review
        self._at = self._place = 0
        self._rooms: tuple[Slot, ...] = ()
        self._found = self._stands()
        self._said = ""

    def compose(self) -> ComposeResult:
        """How far it is, what is asked, the answer, and what is there so far."""
        with VerticalScroll(id="walk", can_focus=False):
            yield Static(id="progress", classes="step")
            yield Static(id="title", classes="step")
            yield Static(id="what_for", classes="step")
            yield Words(id="answer_words")
            yield Static(id="outcome")
            yield Field(
                _("Written by"), Line(hint=_("a supporter’s name, if it is not you"), id="written_by"), more=True
            )
            yield Static(id="so_far")
        yield KeyBar()

    def heading(self) -> str:
        """What is gone through."""
        return _("Going through it together")

    def values(self) -> dict[str, str]:
        """Which question it is, too."""
        slot = self._slot
        where = {"question": slot.question.name, "slot": slot.key} if slot else {"question": GATHERED, "slot": ""}
        return super().values() | where

    def fill(self, values: Mapping[str, str]) -> None:
        """At the question it was left at."""
        names = [*(question.name for question in QUESTIONS), GATHERED]
        asked = values.get("question", "")
        self._show(names.index(asked) if asked in names else 0, values.get("slot") if asked else None)
        super().fill(values)
        words = self.query_one("#answer_words", Words)
        words.move_cursor(words.document.end)

    def start(self) -> None:
        """In the answer."""
        self._take_in_hand()

    def outcome(self) -> Sequence[str | tuple[str, str]]:
        """That the answer before is kept; or that this one goes."""
        slot = self._slot
        if slot and slot.text.strip() and not self._words.strip():
            return (TAKEN_AWAY.format(shown("undo")),)
        return (faint(self._said),) if self._said and slot and self._words == slot.text else ()

    @on(TextArea.Changed)
    def follow_words(self) -> None:
        """The keys say what they do with what is written now."""
        self.say_outcome()
        self._offer()

    def on_resize(self) -> None:
        """Lines break elsewhere in another width."""
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters are the answer's until all is gathered."""
        if action == "practise":
            return self._slot is None
        return super().check_action(action, parameters)

    def action_save(self) -> None:
        """Keep the answer and go on; from who writes back to the answer; from what was gathered, leave."""
        slot = self._slot
        if slot is None:
            self.leave(None)
        elif not self._is_in_answer:
            self._take_in_hand()
        elif (kept := self._keep_answer(slot)) is not None:
            self._go_on(slot, kept)

    def action_step_back(self) -> None:
        """Keep the answer and go back: to the one before, or to the question before."""
        slot = self._slot
        if slot is not None and not self._is_in_answer:
            self._take_in_hand()
        elif (self._at or self._place) and (slot is None or self._keep_answer(slot) is not None):
            self._said = ""
            self._show(self._at, place=self._place - 1) if slot and self._place else self._show(self._at - 1)

    def action_more(self) -> None:
        """Show who writes, and go there."""
        if self._slot is not None:
            super().action_more()
            self._offer()

    def action_practise(self) -> None:
        """On to practising."""
        self.instead = "practise"
        self.leave(None)

    @property
    def _slot(self) -> Slot | None:
        """The room for the answer in hand; None at the end."""
        return self._rooms[self._place] if self._rooms else None

    @property
    def _words(self) -> str:
        return self.query_one("#answer_words", Words).exactly

    @property
    def _is_in_answer(self) -> bool:
        return self.focused is None or self.focused.id == "answer_words"

    def _stands(self) -> Going:
        now = self._clock()
        return going(self._review, self._journal.book, now, new_id(now))

    def _keep_answer(self, slot: Slot) -> bool | None:
        """Keep what was written; whether it said something new, None when it could not be kept."""
        now = self._clock()
        kept = answer(slot, self._words, self._stands(), now, partial(new_id, now), self.value("written_by"))
        if kept is None:
            return False
        said = SAVED_FIRST if slot.question.name == "say_first" else SAVED
        written = Written(kept.records, said if self._words.strip() else GONE, without=kept.going)
        trouble = self.keep(written) if self.keep is not None else None
        if trouble is not None:
            self.complain(trouble)
            return None
        self.book = self._journal.book
        return True

    def _go_on(self, slot: Slot, kept: bool) -> None:
        """To what comes next: room for one more thing, the next point, or the next question."""
        self._said = KEPT if kept else ""
        is_listed = slot.question.name in ("well", "better")
        if is_listed and slot.item is None:
            self._show(self._at, "") if kept else self._show(self._at + 1)
            return
        is_gone = is_listed and kept and not self._words.strip()
        there = self._place + (0 if is_gone else 1)
        if there < len(slots(slot.question, self._stands())):
            self._show(self._at, place=there)
        else:
            self._show(self._at + 1)

    def _show(self, at: int, key: str | None = None, *, place: int | None = None) -> None:
        """Show a question, at the room of that key or place; else where it begins."""
        self._at, self._found = at, self._stands()
        self._rooms = slots(QUESTIONS[at], self._found) if at < len(QUESTIONS) else ()
        keyed = next((number for number, slot in enumerate(self._rooms) if slot.key == key), None)
        self._place = place if place is not None else first_open(self._rooms) if keyed is None else keyed
        slot = self._slot
        words = self.query_one("#answer_words", Words)
        words.load_text(slot.text if slot else "")
        words.move_cursor(words.document.end)
        words.display = slot is not None
        self._as_opened = self.values()
        self._draw()
        self._take_in_hand()

    def _take_in_hand(self) -> None:
        words = self.query_one("#answer_words", Words)
        self.set_focus(words if words.display else None)
        self.query_one("#walk").scroll_home(animate=False)
        self.call_after_refresh(words.scroll_visible, animate=False)

    def _draw(self) -> None:
        """The question with what is there so far, or all that was gathered."""
        slot, width = self._slot, min(WIDEST, self.app.size.width - MARGINS)
        number = min(self._at + 1, len(QUESTIONS))
        far, left = "━" * PART * number, "─" * PART * (len(QUESTIONS) - number)
        at = _("{number} of {count}").format(number=number, count=len(QUESTIONS)) if slot else _("All of it")
        line = () if is_reading() else ((far, "$st-accent"), (left, "$st-faint"))
        self._put("#progress", say(muted(f"{at}   "), *line))
        if slot is None:
            self._put("#title", say(bold(TITLE)))
            self._put("#what_for", say(muted(WHERE)))
            self._put("#so_far", draw_gathered(self._found, self._review, width))
        else:
            self._put("#title", say(bold(slot.question.asked)))
            self._put("#what_for", draw_helping(slot, self._review, width))
            self._put("#so_far", draw_so_far(slot, self._found, self._review, width))
        self.query_one("#outcome").display = slot is not None
        self.refresh_outcome()
        self._offer()

    def _put(self, place: str, words: Content) -> None:
        shown = self.query_one(place, Static)
        shown.update(words)
        shown.display = bool(words)

    def _offer(self) -> None:
        """The keys, by what they do now."""
        slot = self._slot
        back: list[Hint] = ["step_back"] if self._at or self._place else []
        if slot is None:
            self.query_one(KeyBar).offer(
                (("next_step", _("done")), "practise", *back, "help_now"), (("cancel", _("close")),)
            )
            return
        word = _("keep, next") if self._words != slot.text else "next" if slot.text.strip() else "skip"
        is_hidden = self.query_one(Field).has_class("-more")
        more: list[Hint] = [("more", _("who writes"))] if is_hidden else []
        self.query_one(KeyBar).offer((("next_step", word), *back, *more), (("cancel", _("leave, kept"), _("leave")),))


async def walk(place: Place) -> None:
    """Go through the review in hand together, and on to practising it when that is wished."""
    from carecompanion.tui.practise import practise

    journal, now = place.journal, place.clock()
    review = prepared(shareable(journal.book), journal.book, None, now).review
    pages: list[Walk] = []

    def page(book: Book, now: datetime, draft: Mapping[str, str] | None = None, trouble: str = "") -> Walk:
        pages.append(Walk(journal, place.clock, review, book, now, draft, trouble))
        return pages[-1]

    await place.write(page)
    if pages[-1].instead == "practise":
        await practise(place)
