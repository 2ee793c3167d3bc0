"""The sheet that saves a copy to take with you: as what, how names and dates stand, for whom, and where."""

import asyncio
import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from textual.worker import Worker

from carecompanion.domain.records import SharedCopy
from carecompanion.domain.vocabulary import DatesAs, NamesAs
from carecompanion.language import _
from carecompanion.sharing.document import Document
from carecompanion.sharing.new_file import NotWritten, free_name, write_new
from carecompanion.sharing.review_pages import Choices
from carecompanion.sharing.shared import chosen_words
from carecompanion.sharing.writers import SHORT_OF_LETTERS, Written, written
from carecompanion.tui.drawing_pdf import Drawing
from carecompanion.tui.field import Field
from carecompanion.tui.folder import place_for, usual_folder
from carecompanion.tui.keymap import bind
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.choice import Choice, Option
from carecompanion.tui.parts.column import Column
from carecompanion.tui.parts.drawing import bold, lines, muted, say
from carecompanion.tui.parts.formats import Formats
from carecompanion.tui.parts.line import Line
from carecompanion.tui.parts.styled_once import StyledOnce
from carecompanion.tui.reading_page import ReadingPage
from carecompanion.tui.to_save import How, Saved, Source, record_of

PATIENCE = 0.3
"""Seconds before a wait is spoken of."""
NOT_LOCKED = _("The copy is not locked. Anyone who opens that folder can read it.")
AS_IT_WAS = _("It is as it was then: what you have changed or kept out since is still in it.")
MAKING = _("Making the PDF …")
STOPPED = _("Stopped. Nothing was saved.")
HINTS: tuple[Hint, ...] = ("enter_save", ("look_through", _("look first"), _("look")), "folder", "next_line")
NAMES = (
    Option("w", "written", _("as written")),
    Option("r", "roles", _("as roles")),
    Option("i", "initials", _("as initials")),
)
DATES = (Option("e", "exact", _("exact")), Option("o", "rough", _("only “early March”")))
PRINT = (Option("u", "", _("usual")), Option("l", "large", _("large")))
PRINTED = ("pdf", "html")
"""The formats that have large print."""
NAMES_AS: dict[str, NamesAs] = {"roles": "roles", "initials": "initials"}


class SaveSheet(ModalScreen[Saved | None], StyledOnce):
    """Writes the file, over nothing; answers with the record of it, which its caller keeps."""

    AUTO_FOCUS = ""
    BINDINGS = [
        bind("cancel", "cancel"),
        bind("enter_save", "save"),
        bind("look_through", "look"),
        bind("folder", "folder"),
        bind("hide", "app.hide"),
        bind("help_now", "app.help_now"),
    ]

    def __init__(self, source: Source, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._source, self._clock = source, clock
        self._usual = usual_folder()
        self._trouble = ""
        self._instead: Path | None = None
        """The name that is offered in place of one that is taken."""
        self._drawing: Drawing | None = None
        self._saving: Worker[None] | None = None
        self._is_writing = False

    def compose(self) -> ComposeResult:
        """A sheet at the bottom of the screen."""
        was = self._source.was
        with Column(id="sheet"):
            yield Static(
                say(bold(_("Save it again, as it was") if was else _("Save a copy to take with you"))), id="title"
            )
            with VerticalScroll(id="lines", can_focus=False):
                yield Field(_("Save as"), Formats(was.file_format if was else "pdf", id="format"))
                if was is None:
                    yield Field(_("Names"), Choice(NAMES, "written", id="names"))
                    yield Field(_("Dates"), Choice(DATES, "exact", id="dates"))
                yield Field(_("Print"), Choice(PRINT, "large" if was and was.large_print else "", id="print"))
                yield Field(_("For"), Line(self._source.given_to, hint=_("whom it is for, if you like"), id="given_to"))
                yield Field(_("Folder"), Line(hint=str(self._usual), id="folder"), more=True)
            yield Static(id="outcome")
            yield KeyBar(HINTS, ("cancel",))

    def on_mount(self) -> None:
        """As a PDF, until something else is chosen."""
        self.query_one(Formats).focus()
        self._say_outcome()
        self._draw_afresh()

    def on_unmount(self) -> None:
        """A drawing that is still under way is left."""
        self._leave_drawing()

    @property
    def choices(self) -> Choices:
        """How names and dates stand."""
        if self._source.was is not None:
            return Choices(self._source.was.names, self._source.was.dates)
        dates: DatesAs = "rough" if self._value("dates") == "rough" else "exact"
        return Choices(NAMES_AS.get(self._value("names"), "written"), dates)

    @property
    def document(self) -> Document:
        """The document as it would be saved now."""
        return self._source.make(self.choices)

    @property
    def path(self) -> Path:
        """Where it would be saved now."""
        return place_for(self.query_one("#folder", Line).value, self._usual, self._source.name, self._format.format)

    def action_look(self) -> None:
        """The pages of the very document that would be saved."""
        if not self._is_busy:
            as_pdf = self._drawing.pages if self._drawing is not None and self._format.format == "pdf" else ()
            self.app.push_screen(ReadingPage(self.document, pages=as_pdf))

    def action_folder(self) -> None:
        """To the line for another folder."""
        field = self._line_of("folder")
        field.remove_class("-more")
        self.query_one("#folder", Line).focus()
        self.call_after_refresh(field.scroll_visible, animate=False)

    def action_cancel(self) -> None:
        """Stop what is being made, take back a question, or leave."""
        if self._is_writing:
            return
        if self._saving is not None:
            self._saving.cancel()
            self._saving = None
            self._say_outcome(STOPPED)
        elif self._instead is not None:
            self._say_outcome()
        else:
            self.dismiss(None)

    @on(Input.Submitted)
    @on(Choice.Submitted)
    def action_save(self) -> None:
        """Save it, unless there is a file of that name: then ask about another."""
        if self._is_busy:
            return
        path = self._instead or self.path
        if os.path.lexists(path):
            self._ask_about(free_name(path))
        else:
            self._saving = self._save(path)

    @on(Choice.Changed)
    @on(Input.Changed)
    def follow(self, event: Choice.Changed | Input.Changed) -> None:
        """What saving will mean follows what is chosen; so does the PDF."""
        if self._is_writing:
            return
        if self._saving is not None:
            self._saving.cancel()
            self._saving = None
        self._say_outcome()
        if isinstance(event, Choice.Changed) and event.choice.id in ("names", "dates", "print"):
            self._draw_afresh()

    @on(Choice.Picked)
    def go_on(self) -> None:
        """A letter picks and moves on."""
        self.focus_next()

    def on_key(self, event: events.Key) -> None:
        """A letter that no line in hand took picks on whichever line has it; up and down lead from line to line."""
        for choice in self.query(Choice):
            picked = next((option for option in choice.options if option.key == event.character), None)
            if picked is not None and choice.display and not self._is_busy:
                choice.value = picked.value
                event.stop()
                return
        if event.key in ("up", "down"):
            self.focus_next() if event.key == "down" else self.focus_previous()

    @property
    def _format(self) -> Formats:
        return self.query_one(Formats)

    @property
    def _is_large(self) -> bool:
        return self._value("print") == "large" and self._format.format in PRINTED

    @property
    def _is_busy(self) -> bool:
        return self._saving is not None

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", Choice).value or ""

    def _draw_afresh(self) -> None:
        """Begin the PDF beside the screen: then its pages are known, and saving need not wait for it."""
        self._leave_drawing()
        self._format.say_pages(None)
        self._drawing = Drawing(self.document, self._value("print") == "large")
        self._count_pages(self._drawing)

    def _leave_drawing(self) -> None:
        if self._drawing is not None:
            self._drawing.leave()

    @work(group="drawing")
    async def _count_pages(self, drawing: Drawing) -> None:
        if await drawing.draw() is None:
            return
        self._format.say_pages(len(drawing.pages))
        if isinstance(self.app.screen, ReadingPage) and self._format.format == "pdf":
            self.app.screen.show_pages(drawing.pages)

    @work(exclusive=True, group="saving")
    async def _save(self, path: Path) -> None:
        document = self.document
        copy, patience = self._record(document), self.set_timer(PATIENCE, self._ask_for_patience)
        made = await self._made(document, copy)
        patience.stop()
        self._is_writing = True
        try:
            await asyncio.to_thread(write_new, path, made.content)
        except NotWritten as reason:
            self._say_outcome(str(reason))
        else:
            self.dismiss(Saved(path, copy, SHORT_OF_LETTERS if made.is_short_of_letters else ""))
        self._saving, self._is_writing = None, False

    async def _made(self, document: Document, copy: SharedCopy) -> Written:
        """The bytes of the file; those of a PDF that is being drawn already are waited for."""
        drawn = await self._drawing.made() if copy.file_format == "pdf" and self._drawing is not None else None
        if drawn is not None:
            return drawn
        return await asyncio.to_thread(written, document, copy.file_format, large_print=copy.large_print)

    def _record(self, document: Document) -> SharedCopy:
        """What is kept of it once it is written."""
        given_to = self.query_one("#given_to", Line).value
        how = How(self._format.format, self.choices, large_print=self._is_large, given_to=given_to)
        return record_of(document, self._source, how, self._clock())

    def _ask_for_patience(self) -> None:
        if self._saving is not None and self._format.format == "pdf":
            self.query_one("#outcome", Static).update(say(MAKING))

    def _ask_about(self, free: Path) -> None:
        """There is a file of that name: it stays as it is, and another name is offered."""
        self._instead = free
        taken = say(bold(_("There is a file of that name already.")), _(" It stays as it is."))
        self.query_one("#outcome", Static).update(lines(taken, say(_("This one can be saved as "), bold(str(free)))))
        self.query_one(KeyBar).offer(
            (("other_name", _("save it under that name"), _("save as that")),), (("cancel", _("back")),)
        )

    def _line_of(self, control: str) -> Field:
        """The line that a control stands in, by its id."""
        return next(each for each in self.query(Field) if each.control.id == control)

    def _say_outcome(self, trouble: str = "") -> None:
        self._instead = None
        self.query_one(KeyBar).offer(HINTS, ("cancel",))
        self.query_one("#outcome", Static).update(lines(*self._outcome(trouble)))
        self._line_of("print").display = self._format.format in PRINTED

    def _outcome(self, trouble: str) -> Iterator[Content]:
        if trouble:
            yield say(("! ", "bold $st-error"), trouble)
        if self._source.was is not None:
            yield say(muted(f"{chosen_words(self._source.was)}{AS_IT_WAS}"))
        yield say(muted(_("It will be saved as ")), str(self.path))
        yield say(("○ ", "$st-attention"), NOT_LOCKED)
