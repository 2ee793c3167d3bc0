"""They replied: which contact is answered, in two keys where one is waiting."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from carecompanion.domain.book import Book
from carecompanion.domain.lines import first_line
from carecompanion.domain.moments import day_words
from carecompanion.domain.records import Reply
from carecompanion.domain.sheets.reply import asked, likely_kind
from carecompanion.domain.unanswered import Unanswered, described, reply_meaning, unanswered
from carecompanion.language import _
from carecompanion.tui.closing import ClosingForm
from carecompanion.tui.form import Form, Written
from carecompanion.tui.keymap import bind, shown
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.drawing import both_ends, lines, muted, say
from carecompanion.tui.parts.item_list import ItemList
from carecompanion.tui.parts.items import Item, ShortItems
from carecompanion.tui.reply_form import ReplyForm

if TYPE_CHECKING:
    from carecompanion.tui.place import Place

NOTHING_WAITS = _("Nothing is waiting for a reply. The key {} writes down that you got in touch.")

TWO_LINES_BELOW = 58

About = type[ReplyForm] | type[ClosingForm]


@dataclass
class Turn:
    """What the list of waiting contacts was left for: the contact in hand, and the form that is to follow."""

    contact_id: str | None = None
    form: About | None = None


class WhichReply(Form):
    """The contacts that wait, late ones first; enter says that the reply to the one in hand came just now."""

    NAME = "which_reply"
    HINTS: ClassVar[Sequence[Hint]] = ("replied_now", ("earlier", _("earlier")), "no_longer")
    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # narrower than Textual's list of three forms
        bind("earlier", "turn_to_reply"),
        bind("no_longer", "turn_to_closing"),
    ]

    def __init__(
        self, turn: Turn, book: Book, now: datetime, draft: Mapping[str, str] | None = None, trouble: str = ""
    ) -> None:
        super().__init__(book, now, draft, trouble)
        self._turn = turn
        self._open = {each.contact.id: each for each in unanswered(book, now)}

    def heading(self) -> str:
        """A question when there is one, else which of them."""
        only = next(iter(self._open.values()))
        return asked(only, self.book) if len(self._open) == 1 else _("Which reply came?")

    def lines(self) -> ComposeResult:
        """What waits."""
        yield ItemList(id="waiting")

    def start(self) -> None:
        """Begin on the one that was in hand, else on the first."""
        rows = self.query_one(ItemList)
        items = [Item(partial(self._row, each), contact_id) for contact_id, each in self._open.items()]
        rows.show(ShortItems(items), in_hand=self._turn.contact_id)
        rows.focus()

    def written(self) -> Written:
        """The reply in hand, come just now, of the likely kind and from whoever was asked."""
        contact = self._in_hand()
        reply = self.made(
            Reply,
            contact_id=contact.contact.id,
            at=self.now,
            kind=likely_kind(contact),
            by_person_id=contact.attempt.to_person_id,
            by=contact.attempt.to,
        )
        return Written((reply,), reply_meaning(self.book.keeping(reply), reply, self.now))

    def action_turn_to_reply(self) -> None:
        """It came earlier, or there is more to say about it."""
        self._turn_to(ReplyForm)

    def action_turn_to_closing(self) -> None:
        """No reply is waited for any more."""
        self._turn_to(ClosingForm)

    @on(ItemList.Opened)
    def save_in_hand(self) -> None:
        """Enter saves."""
        self.action_save()

    def _turn_to(self, form: About) -> None:
        self._in_hand()
        self._turn.form = form
        self.leave(None)

    def _in_hand(self) -> Unanswered:
        self._turn.contact_id = self.query_one(ItemList).key_in_hand or next(iter(self._open))
        return self._open[self._turn.contact_id]

    def _row(self, each: Unanswered, width: int) -> Content:
        at = self.book.local(each.attempt.at)
        day = day_words(at.date(), self.book.day_of(self.now))
        when = f"{at:%H:%M}" if at.date() == self.book.day_of(self.now) else f"{day} {at:%H:%M}"
        sent = _("sent {when}").format(when=when) if each.clock.started_at else _("tried {when}").format(when=when)
        about = first_line(each.contact.about)
        if width < TWO_LINES_BELOW:
            sent = sent if say(about, sent).cell_length + 2 <= width else when
            return lines(both_ends(width, [each.title], []), both_ends(width, [muted(about)], [muted(sent)]))
        return both_ends(width, [each.title, muted(f"   {about}" if about else "")], [muted(sent)])


async def reply(place: "Place") -> None:
    """Ask which reply came and keep it; what was half-written before comes first."""
    half = _half_written(place)
    if half is not None:
        await place.write(half)
        return
    if not unanswered(place.journal.book, place.clock()):
        place.say_kept(NOTHING_WAITS.format(shown("contact")))
        return
    turn = Turn()
    await place.write(partial(WhichReply, turn))
    contact = _contact(place, turn.contact_id)
    if turn.form is not None and contact is not None:
        await place.write(partial(turn.form, contact))


def _half_written(place: "Place") -> Callable[..., Form] | None:
    """The form that was left half-written, about the contact it was begun for; None when there is none."""
    forms: tuple[About, ...] = (ReplyForm, ClosingForm)
    for form in forms:
        draft = place.journal.draft(form.NAME)
        contact = _contact(place, draft.get("contact")) if draft else None
        if contact is not None:
            return partial(form, contact)
    return None


def _contact(place: "Place", contact_id: str | None) -> Unanswered | None:
    return described(place.journal.book, contact_id or "", place.clock())
