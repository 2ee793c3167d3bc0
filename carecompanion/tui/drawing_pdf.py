"""A PDF drawn beside the screen, so that no key waits for it."""

import asyncio

from carecompanion.sharing.document import Document
from carecompanion.sharing.paging import Page
from carecompanion.sharing.pdf import Stopped
from carecompanion.sharing.writers import Written, written


class Drawing:
    """One PDF from its beginning to its bytes; it ends without them once it is left."""

    def __init__(self, document: Document, large_print: bool) -> None:
        self._document, self._large_print = document, large_print
        self._made: asyncio.Future[Written | None] = asyncio.get_running_loop().create_future()

    async def draw(self) -> Written | None:
        """Draw it; None when it was left meanwhile."""
        try:
            made = await asyncio.to_thread(
                written, self._document, "pdf", large_print=self._large_print, go_on=lambda: not self._made.done()
            )
        except Stopped:
            return None
        if self._made.done():
            return None
        self._made.set_result(made)
        return made

    async def made(self) -> Written | None:
        """What was drawn, once it is; None when it was left."""
        return await asyncio.shield(self._made)

    @property
    def pages(self) -> tuple[Page, ...]:
        """What stands on each page; none while that is not known."""
        made = self._made.result() if self._made.done() else None
        return made.pages if made is not None else ()

    def leave(self) -> None:
        """Nobody waits for it any more."""
        if not self._made.done():
            self._made.set_result(None)
