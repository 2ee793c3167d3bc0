"""Form: what every sheet and page for writing has in common. It answers with records; whoever opened it keeps them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from carecompanion.domain.book import Book
from carecompanion.domain.records import Record
from carecompanion.domain.sheets.filled import Filled
from carecompanion.domain.sheets.filled import Written as Written
from carecompanion.domain.sheets.sheet import Pieces, Sheet
from carecompanion.language import _
from carecompanion.tui.drawn import controls, drawn
from carecompanion.tui.elsewhere import by_keys
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.held import held, put_in
from carecompanion.tui.keymap import ANYWHERE, bind
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.choice import Choice
from carecompanion.tui.parts.column import Column
from carecompanion.tui.parts.drawing import bold, lines, muted, say
from carecompanion.tui.parts.line import Words
from carecompanion.tui.parts.styled_once import StyledOnce


class Form(Filled, ModalScreen[Written | None], StyledOnce):
    """A form over the place it was opened from. Its sheet gives its lines and makes records of what was typed.

    `was` is a record that is there already: the form is filled in from it, and answers with it changed.
    A form without a sheet does both itself.
    """

    NAME: ClassVar[str] = ""
    SHEET: ClassVar[type[Sheet] | None] = None
    HINTS: ClassVar[Sequence[Hint]] = (("enter_save", _("save")), "next_line", "more")
    ALWAYS: ClassVar[Sequence[Hint]] = (("cancel", _("cancel")),)
    AUTO_FOCUS = ""
    BINDINGS = [
        bind("cancel", "cancel"),
        bind("save", "save"),
        bind("more", "more"),
        *ANYWHERE,
    ]

    def __init__(
        self,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
        *,
        was: Record | None = None,
    ) -> None:
        super().__init__()
        self.book, self.now, self.was = book, now, was
        self.sheet = self.SHEET(book, now, was=was, ways=by_keys()) if self.SHEET else None
        self._draft, self._trouble = dict(draft or {}), trouble
        self.filled_in: Mapping[str, str] = {}
        self._as_opened: dict[str, str] = {}
        self._complained_of: dict[str, str] | None = None
        self.has_begun = False
        self.instead: str | None = None
        """What the form was left for in place of answering; None while it was not."""
        self.keep: Callable[[Written], str | None] | None = None
        """Keeps what it answers, while it still shows; says why when it cannot be kept."""
        self.left: dict[str, str] | None = None
        """What the lines held on leaving: all of it when saved, else words that would be lost; None without any."""

    @property
    def draft_name(self) -> str:
        """Under which name half-written words are kept: one for what is new, one for each record that is there."""
        if self.sheet is not None:
            return self.sheet.draft_name
        return f"{self.NAME} {self.was.id}" if self.was else self.NAME

    @property
    def filled(self) -> Sheet:
        """The sheet with what the lines hold now."""
        if self.sheet is None:
            raise NotImplementedError
        self.sheet.filled_in, self.sheet.typed = self.filled_in, self.values()
        return self.sheet

    def lines(self) -> ComposeResult:
        """The form's lines."""
        yield from drawn(self.sheet.lines.values(), self.book, self.now) if self.sheet else ()

    def written(self) -> Written:
        """The records; raises Unclear, or ValueError with a sentence."""
        return self.filled.written()

    def heading(self) -> str:
        """What is being written down."""
        return self.filled.heading()

    def outcome(self) -> Pieces:
        """What saving will mean, said before it is done."""
        return self.filled.outcome() if self.sheet else ()

    def show_what_is_needed(self) -> None:
        """Lines come and go with what the others hold."""
        filled = self.filled
        for name in filled.SOMETIMES:
            self.field(name).display = filled.needed(name)

    def compose(self) -> ComposeResult:
        """A sheet at the bottom of the screen."""
        with Column(id="sheet"):
            yield Static(self._title(), id="title")
            with VerticalScroll(id="lines", can_focus=False):
                yield from self.lines()
            yield Static(id="outcome")
            yield KeyBar(self.HINTS, self.ALWAYS)

    def _title(self) -> Content:
        lead = self.sheet.lead if self.sheet else ""
        return lines(say(bold(self.heading())), say(muted(lead))) if lead else say(bold(self.heading()))

    def on_mount(self) -> None:
        """Everything in its first state, then what was half-written before."""
        for field in self.walk_children(Field):
            field.remark()
        self._as_opened = self.values()
        self.filled_in = dict(self._as_opened)
        self.fill(self._draft)
        self._as_opened |= {name: self._draft[name] for name in self._lasting() if name in self._draft}
        if self._trouble:
            self.complain(self._trouble)
        else:
            self.refresh_outcome()
        self.start()
        self.app.call_later(self.begin)  # after the focus, which is given in the same way

    def begin(self) -> None:
        """From here on keys are for this form."""
        self.has_begun = True

    def start(self) -> None:
        """Where the form begins: its first line."""
        first = next(controls(self), None)
        if first is not None:
            first[1].focus()

    def values(self) -> dict[str, str]:
        """Everything typed and chosen, by the line's id."""
        return {name: held(control) for name, control in controls(self)}

    def value(self, name: str) -> str:
        """What one line holds, without blanks around it."""
        return held(self.query_one(f"#{name}")).strip()

    def fill(self, values: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        for name, control in controls(self):
            if name in values:
                put_in(control, values[name])
        if any(self._as_opened.get(name) != self.values()[name] for name in self._more_lines()):
            self.show_more()

    @property
    def has_words(self) -> bool:
        """Whether something was typed that would be lost."""
        typed = {name for name, control in controls(self) if isinstance(control, Input | Words)}
        return any(
            text.strip() and text != self._as_opened.get(name) for name, text in self.values().items() if name in typed
        )

    def complain(self, sentence: str, field: str | None = None) -> None:
        """Say what stands in the way: under a line, or where the outcome is said."""
        if field is None:
            self._complained_of = self.values()
            self.query_one("#outcome", Static).update(say(("! ", "bold $st-error"), sentence))
            return
        control = self.query_one(f"#{field}")
        owner = next(node for node in control.ancestors if isinstance(node, Field))
        if owner.has_class("-more"):
            self.show_more()
        owner.remark(sentence, trouble=True)
        control.focus()

    def refresh_outcome(self) -> None:
        """Say again what saving will mean."""
        self.query_one("#outcome", Static).update(say(*self.outcome()))

    def field(self, name: str) -> Field:
        """The line around a control."""
        return next(node for node in self.query_one(f"#{name}").ancestors if isinstance(node, Field))

    def action_save(self) -> None:
        """Answer with the records, or say what is not clear yet."""
        for field in self.walk_children(Field):
            field.remark()
        if self.sheet is not None and self.filled.changes_nothing:
            self.leave(None)
            return
        try:
            written = self.written()
        except Unclear as unclear:
            self.complain(str(unclear), unclear.field)
        except ValueError as nonsense:
            self.complain(
                _("This cannot be saved yet. {nonsense} What you wrote is still here.").format(nonsense=nonsense)
            )
        else:
            self.leave(written)

    def action_cancel(self) -> None:
        """Back, saving nothing; words are kept as a draft by whoever opened the form."""
        self.leave(None)

    def leave(self, written: Written | None) -> None:
        """Answer once it is kept, and remember what the lines held; or say why it cannot be kept."""
        self.left = self.half_written() if written is None else self.values() | self._lasting()
        trouble = self.keep(written) if written is not None and self.keep is not None else None
        if trouble is None:
            self.dismiss(written)
        else:
            self.complain(trouble)

    def half_written(self) -> dict[str, str] | None:
        """What the lines hold when there are words in them that would be lost; None when there are none."""
        return self.values() | self._lasting() if self.has_words else None

    def action_more(self) -> None:
        """Show the lines that are seldom needed, and go to the first."""
        hidden = self.show_more()
        if hidden:
            first = hidden[0].query("Line, Choice, Words").first()
            first.focus()
            self.call_after_refresh(first.scroll_visible, animate=False)

    def show_more(self) -> list[Field]:
        """Show the lines that are seldom needed, and answer with those; what is in hand stays in hand."""
        hidden = [field for field in self.walk_children(Field) if field.has_class("-more")]
        for field in hidden:
            field.remove_class("-more")
        return hidden

    @on(Input.Submitted)
    @on(Choice.Submitted)
    def save_on_enter(self) -> None:
        """Enter saves from any line."""
        self.action_save()

    @on(Choice.Picked)
    def go_on(self, event: Choice.Picked) -> None:
        """A letter picks and moves on."""
        self.move_on(event.choice)

    def move_on(self, picked: Choice) -> None:
        """Where a letter that picked something leads: to the next line."""
        self.focus_next()

    @on(Choice.Changed)
    @on(Input.Changed)
    def say_outcome(self) -> None:
        """What saving will mean follows what is typed; a complaint stays until something is."""
        if self.values() != self._complained_of:
            self.refresh_outcome()

    def _lasting(self) -> dict[str, str]:
        return {name: text for field in self.walk_children(Field) for name, text in field.lasting().items()}

    def _more_lines(self) -> set[str]:
        return {control.id for control in self.query(".-more Line, .-more Choice, .-more Words") if control.id}
