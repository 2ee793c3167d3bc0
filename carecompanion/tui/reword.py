"""A point of a review in the person's own words, with what was worked out beside it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from carecompanion.domain.book import Book
from carecompanion.domain.records import Record, ReviewPoint
from carecompanion.domain.review_items import Item, decision, name_of
from carecompanion.domain.review_words import worked_out
from carecompanion.language import _
from carecompanion.sharing.review_pages import Prepared
from carecompanion.sharing.review_words import point_words
from carecompanion.tui.deciding import Deciding
from carecompanion.tui.field import Field, Unclear
from carecompanion.tui.form import Form, Written
from carecompanion.tui.keymap import shown
from carecompanion.tui.parts.bars import Hint
from carecompanion.tui.parts.drawing import bold, clipped, lines, muted, say
from carecompanion.tui.parts.line import Line
from carecompanion.tui.sides import wish_line

LONGEST = 240
"""Cells of what was worked out, and of what it will read, that are shown."""
NO_WORDS = _("There are no words left. Esc leaves them as they were, and the key {} on its row deletes the point.")


class RewordSheet(Form):
    """The words, which stand as they were worked out while there are none, and what the person would like."""

    NAME = "reword"
    HINTS: ClassVar[tuple[Hint, ...]] = (("enter_save", _("save")), "next_line")

    def __init__(
        self,
        found: Prepared,
        item: Item,
        book: Book,
        now: datetime,
        draft: Mapping[str, str] | None = None,
        trouble: str = "",
    ) -> None:
        kept: Record | None = book.review_points.get(item.point.id) if item.point else None
        super().__init__(book, now, draft, trouble, was=kept)
        self._found, self._item = found, item

    @property
    def draft_name(self) -> str:
        """One draft for each point."""
        return f"{self.NAME} {name_of(self._item)}"

    def heading(self) -> str:
        """What is being written down."""
        return _("In your own words")

    def lines(self) -> ComposeResult:
        """The words, and the wish."""
        was = self._kept
        hint = _("as it was worked out") if self._worked_out else _("what you want to say or ask")
        yield Field(_("In my words"), Line((was and was.text) or "", hint=hint, id="text"))
        yield wish_line((was and was.wish) or "")

    def start(self) -> None:
        """What was worked out stands above the lines."""
        shown = say(bold(self.heading()))
        if self._worked_out:
            shown = lines(
                shown, say(muted(_("Worked out: {clipped}").format(clipped=clipped(self._worked_out, LONGEST))))
            )
        self.query_one("#title", Static).update(say(shown))
        super().start()

    def outcome(self) -> tuple[str, ...]:
        """How the document will say it."""
        bare = decision(self._item, self._item_review, self._item_review)
        told = replace(bare, text=self.words("text", "text"), wish=self.words("wish", "wish"))
        words = point_words(replace(self._item, point=told), self._found.review, "exact")
        return (_("It will read: {clipped}").format(clipped=clipped(words, LONGEST)),) if words else ()

    def action_save(self) -> None:
        """Nothing to keep while nothing was changed."""
        if self.is_untouched("text", "wish"):
            self.leave(None)
        else:
            super().action_save()

    def written(self) -> Written:
        """What is decided now; nothing is left of it when it stands as it was worked out."""
        text, wish, was = self.words("text", "text"), self.words("wish", "wish"), self._kept
        if text is None and not self._worked_out:
            raise Unclear("text", NO_WORDS.format(shown("delete")))
        deciding = Deciding(self._found, self.book, self.now)
        said = _("It stands in your words.") if text else _("It stands as it was worked out.")
        undecided = was is not None and was.taken and was.place is None and text is None and wish is None
        if was is not None and undecided and deciding.is_brought_by_itself(self._item):
            return Written((), said, without=(was,))
        return Written(deciding.about(self._item, text=text, wish=wish), said)

    @property
    def _kept(self) -> ReviewPoint | None:
        return self.was if isinstance(self.was, ReviewPoint) else None

    @property
    def _worked_out(self) -> str:
        return worked_out(self._item, self._found.review.book, self.now)

    @property
    def _item_review(self) -> str:
        return self._found.record.id if self._found.record else _("not kept")
