"""Saving a copy to take with you, from the sheet to what is kept of it."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from carecompanion.language import _
from carecompanion.sharing.shared import UNNOTED
from carecompanion.store import StoreError
from carecompanion.tui.save_sheet import SaveSheet
from carecompanion.tui.to_save import Source

if TYPE_CHECKING:
    from carecompanion.store import Journal

NOTED = _("You find it again under what you have shared.")


async def save_a_copy(
    screen: Screen[Any], journal: "Journal", clock: Callable[[], datetime], source: Source
) -> str | None:
    """Show the sheet and note what was saved; what came of it in a sentence, None when it was left.

    When the journal cannot be written the file stays, and the sentence says so.
    """
    saved = await screen.app.push_screen_wait(SaveSheet(source, clock))
    if saved is None:
        return None
    said = _("Saved as {path}.{remark}").format(path=saved.path, remark=f" {saved.remark}" if saved.remark else "")
    try:
        journal.keep(saved.copy, at=clock())
    except StoreError as error:
        return f"{said} {UNNOTED} {error}"
    return f"{said} {NOTED}"
