"""FromReview: what Review leads to: a copy to take along, going through it, practising it, letters, and the like."""

from typing import ClassVar

from textual import work
from textual.binding import Binding

from carecompanion.domain.review_in_hand import review_in_hand
from carecompanion.sharing.review_pages import TITLE, review_document
from carecompanion.tui.keymap import bind
from carecompanion.tui.place import Place


class FromReview(Place):
    """A place with the acts that go on from a review; each page comes back to it."""

    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # narrower than Textual's list of three forms
        bind("save_copy", "save_copy"),
        bind("walk", "walk"),
        bind("rehearse", "rehearse"),
        bind("letters", "letters"),
        bind("role", "role"),
        bind("shared", "shared"),
    ]

    @work(exclusive=True, group="writing")
    async def action_save_copy(self) -> None:
        """Save the document, to take it along."""
        from carecompanion.tui.saving import save_a_copy
        from carecompanion.tui.to_save import Source

        book, now = self.journal.book, self.clock()
        held = review_in_hand(book, now)
        source = Source(
            lambda choices: review_document(book, None, now, choices), TITLE, review_id=held.id if held else None
        )
        said = await save_a_copy(self, self.journal, self.clock, source)
        self.redraw()
        if said is not None:
            self.say_kept(said)

    @work(exclusive=True, group="writing")
    async def action_walk(self) -> None:
        """Go through it together, question by question."""
        from carecompanion.tui.walk import walk

        await walk(self)
        self.redraw()

    @work(exclusive=True, group="writing")
    async def action_rehearse(self) -> None:
        """Practise the points, one at a time."""
        from carecompanion.tui.practise import practise

        await practise(self)

    def action_letters(self) -> None:
        """The letters."""
        from carecompanion.tui.letters import Letters

        self.app.push_screen(Letters(self.journal, self.clock, self.label))

    def action_role(self) -> None:
        """What the role promises."""
        from carecompanion.tui.role import RolePage

        self.app.push_screen(RolePage(self.journal, self.clock, self.label))

    @work(exclusive=True, group="writing")
    async def action_shared(self) -> None:
        """What was shared, as it was."""
        from carecompanion.tui.shared import Shared

        await self.app.push_screen_wait(Shared(self.journal, self.clock))
        self.redraw()
