"""One letter: where it stands, what came of it and what usually comes next; beside it, or below, how it reads."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from carecompanion.domain.concern_routes import ConcernRoute
from carecompanion.domain.letter_course import Happened, coming, happened, standing
from carecompanion.domain.letter_words import subject, to_whom
from carecompanion.domain.moments import short_date
from carecompanion.domain.records import Letter, LetterStep, Record
from carecompanion.domain.wording import role_word
from carecompanion.language import _
from carecompanion.sharing.document import Document
from carecompanion.sharing.letters import letter_document
from carecompanion.sharing.review_pages import Choices
from carecompanion.sharing.routes import CANNOT_CHOOSE, YOU_CAN, checked, route_heading, route_rows
from carecompanion.sharing.spoken_letters import KEPT_OUT, WITH_ROUTE, route_beside
from carecompanion.tui.beside_review import BesideReview
from carecompanion.tui.document_rows import BLOCK, document_rows
from carecompanion.tui.keymap import bind, shown
from carecompanion.tui.parts.bare import BareHorizontal, BareVertical
from carecompanion.tui.parts.bars import Hint, KeyBar
from carecompanion.tui.parts.drawing import bold, faint, lines, muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, ShortItems, blank, heading
from carecompanion.tui.parts.reading import beside_each_other, is_reading
from carecompanion.tui.place import Clock

if TYPE_CHECKING:
    from carecompanion.store import Journal

"""From this width on how it reads stands beside the rest."""
LETTER = "letter"
LABEL = 20
WHICH_COUNTRY = _("Say in which country the service is ({}), and the usual way stands here.")
DELETED = _("This letter was deleted. The key {} brings it back.")
NOT_SENT_YET = _("That comes once it was sent: the key {} says so.")


class LetterPage(BesideReview):
    """A row for the letter and one for each thing that came of it; what is in hand can be changed and deleted."""

    HINTS: ClassVar[tuple[Hint, ...]] = (
        ("was_sent", _("it was sent"), _("sent")),
        ("change", _("change"), _("change")),
        "bring_along",
        "save_copy",
        "delete",
    )
    SENT: ClassVar[tuple[Hint, ...]] = (
        "add_step",
        ("change", _("change"), _("change")),
        ("was_sent", _("when it was sent"), _("sent")),
        "save_copy",
        "delete",
    )
    BINDINGS: ClassVar[list[Binding]] = [
        Binding("right,l", "app.focus_next", show=False),
        Binding("left,h", "app.focus_previous", show=False),
        bind("change", "change"),
        bind("was_sent", "was_sent"),
        bind("add_step", "add_step"),
        bind("bring_along", "bring_along"),
        bind("save_copy", "save_copy"),
        bind("delete", "delete"),
    ]

    def __init__(self, journal: "Journal", clock: Clock, letter_id: str, label: str = "") -> None:
        super().__init__(journal, clock, label)
        self.shows = letter_id

    def body(self) -> ComposeResult:
        """What it is; how it stands, and how it reads."""
        with BareVertical(classes="body"):
            yield Static(id="lead", classes="lead")
            with BareHorizontal(classes="columns"):
                yield ItemList(id="course", classes="main")
                yield ItemList(id="reads", classes="side letter")

    def draw(self) -> None:
        """Read the journal and show it."""
        letter = self.letter
        if letter is None:
            self.query_one("#lead", Static).update(say(muted(DELETED.format(shown("undo")))))
            for rows in self.query(ItemList):
                rows.show(ShortItems(()))
            return
        book, now = self.journal.book, self.clock()
        to = to_whom(letter)
        self.query_one("#lead", Static).update(
            say(bold(subject(letter.kind, book.settings)), muted(_("   to {to}").format(to=to) if to else ""))
        )
        course, reads = self.query_one("#course", ItemList), self.query_one("#reads", ItemList)
        beside = beside_each_other(self.app.size.width)
        document = list(self._reads(letter))
        reads.display = beside
        if beside:
            reads.show(ShortItems(document))
        course.show(ShortItems([*self._course(letter, now), *([] if beside else [blank(), blank(), *document])]))
        self.query_one(KeyBar).offer(self.HINTS if letter.sent_at is None else self.SENT)
        if self.focused is None:
            course.focus()

    @property
    def letter(self) -> Letter | None:
        """The letter as it is now; None once it was deleted."""
        return self.journal.book.letters.get(self.shows)

    def take(self, record: Record) -> None:
        """Take what came back in hand."""
        self.query_one("#course", ItemList).take(record.id)

    @on(ItemList.Opened)
    def open(self, event: ItemList.Opened) -> None:
        """What is in hand: the letter or a step to change it, a reply or a try whole."""
        record = self.in_hand
        if event.key.startswith(BLOCK) or isinstance(record, Letter | LetterStep):
            self.action_change()
        elif record is not None:
            self.open_entry(record)

    @property
    def in_hand(self) -> Record | None:
        """What is in hand; the letter where nothing else is."""
        key = self.query_one("#course", ItemList).key_in_hand or ""
        return self.journal.book.record(key) or self.letter

    @work(exclusive=True, group="writing")
    async def action_change(self) -> None:
        """Change what is in hand."""
        from carecompanion.tui.write_down import change

        if (record := self.in_hand) is not None:
            await change(self, record)

    @work(exclusive=True, group="writing")
    async def action_was_sent(self) -> None:
        """How and when it was sent."""
        from carecompanion.tui.sent_sheet import SentSheet

        if (letter := self.letter) is not None:
            await self.write(partial(SentSheet, was=letter))

    @work(exclusive=True, group="writing")
    async def action_add_step(self) -> None:
        """What came of it; nothing can before it was sent."""
        from carecompanion.tui.step_sheet import StepSheet

        letter = self.letter
        if letter is not None and letter.sent_at is None:
            self.say_kept(NOT_SENT_YET.format(shown("was_sent")))
        elif letter is not None:
            await self.write(partial(StepSheet, letter=letter))

    @work(exclusive=True, group="writing")
    async def action_bring_along(self) -> None:
        """Choose the entries it rests on."""
        from carecompanion.tui.bring_along import bring_along

        if (letter := self.letter) is not None:
            await bring_along(self, letter)

    @work(exclusive=True, group="writing")
    async def action_save_copy(self) -> None:
        """Save it as it reads, to take along or to send."""
        from carecompanion.tui.saving import save_a_copy
        from carecompanion.tui.to_save import Source

        letter = self.letter
        if letter is None:
            return
        if self._document(letter, Choices()) is None:
            self.say_kept(KEPT_OUT)
            return
        name = subject(letter.kind, self.journal.book.settings)
        make = partial(self._made, letter)
        source = Source(make, name, given_to=to_whom(letter).partition(",")[0], letter_id=letter.id)
        said = await save_a_copy(self, self.journal, self.clock, source)
        if said is not None:
            self.redraw()
            self.say_kept(said)

    @work(exclusive=True, group="writing")
    async def action_delete(self) -> None:
        """Delete what is in hand, once the key is pressed again."""
        from carecompanion.tui.deleting import delete

        record = self.in_hand
        if record is not None and await delete(self, record) and isinstance(record, Letter):
            self.app.pop_screen()

    def _course(self, letter: Letter, now: datetime) -> Iterator[Item]:
        """Where it stands, what happened, what comes next, and the usual way."""
        book = self.journal.book
        stands = standing(letter, book, now)
        yield Item(lambda width: lines(*say(bold(stands)).wrap(width)), letter.id)
        for each in happened(letter, book):
            if not isinstance(each.record, Letter):
                yield Item(partial(_happened, each), each.record.id)
            else:
                yield Item(partial(_happened, each))
        route = route_beside(letter, book)
        following = coming(letter, book, now, route)
        if following:
            yield from (blank(), heading(_("What comes next")))
            yield from (Item(partial(_sentence, words)) for words in following)
        yield from self._route(letter, route)

    def _route(self, letter: Letter, route: ConcernRoute | None) -> Iterator[Item]:
        if letter.kind not in WITH_ROUTE:
            return
        yield blank()
        if letter.kind == "change":
            yield Item(partial(_sentence, CANNOT_CHOOSE.format(role_word(self.journal.book.settings))))
            yield blank()
        if route is None:
            yield Item(partial(_sentence, WHICH_COUNTRY.format(shown("change"))))
            return
        yield heading(route_heading(route))
        yield Item(partial(_sentence, YOU_CAN))
        for number, (label, words) in enumerate(route_rows(route)):
            yield Item(partial(_fact, label, words), f"route:{number}")
        yield Item(lambda width: lines(*say(faint(checked(route))).wrap(width)), "route:checked")

    def _document(self, letter: Letter, choices: Choices) -> Document | None:
        return letter_document(self.journal.book, letter.id, self.clock(), choices)

    def _made(self, letter: Letter, choices: Choices) -> Document:
        """The document of a letter that is not kept out."""
        return self._document(letter, choices) or Document(subject(letter.kind, self.journal.book.settings), ())

    def _reads(self, letter: Letter) -> Iterator[Item]:
        document = self._document(letter, Choices())
        if document is None:
            yield Item(partial(_sentence, KEPT_OUT), f"{BLOCK}kept out")
            return
        yield Item(lambda _width: say(faint(_("How it reads"))))
        yield blank()
        yield from document_rows(document)


def _happened(each: Happened, width: int) -> Content:
    """A thing that happened, after its day; a note below it."""
    day = short_date(each.on, each.on.year)
    if is_reading():
        note = say(muted(each.note)).wrap(max(8, width)) if each.note else ()
        return lines(*say(each.what, ", ", day).wrap(max(8, width)), *note)
    day = day.ljust(8)
    rows = [*say(each.what).wrap(max(8, width - 8)), *say(muted(each.note)).wrap(max(8, width - 8) if each.note else 1)]
    first, *rest = [row for row in rows if row.cell_length]
    return lines(say(muted(day), first), *(row.pad_left(8) for row in rest))


def _sentence(words: str, width: int) -> Content:
    return lines(*say(words).wrap(max(8, width)))


def _fact(label: str, words: str, width: int) -> Content:
    if width < 2 * LABEL + 8:
        return lines(say(muted(label)), *(row.pad_left(2) for row in say(words).wrap(max(8, width - 2))))
    first, *rest = say(words).wrap(width - LABEL)
    return lines(say(muted(label.ljust(LABEL)), first), *(row.pad_left(LABEL) for row in rest))
