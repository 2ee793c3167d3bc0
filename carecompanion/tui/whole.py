"""An entry whole on its page, and what the page is left for."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from carecompanion.domain.sources import source_of
from carecompanion.tui.bring import bring
from carecompanion.tui.deleting import delete
from carecompanion.tui.detail import detail_page
from carecompanion.tui.earlier import earlier_page
from carecompanion.tui.write_down import change, something

if TYPE_CHECKING:
    from carecompanion.domain.records import Record
    from carecompanion.tui.place import Place


async def open_entry(place: Place, record: Record, act: str = "") -> None:
    """An entry whole, or at once what it is left for. Leaving that leads back to it, saving to the place."""
    done = False
    while not done:
        place.entry_open = record, act
        chosen: str | None = act or await place.app.push_screen_wait(detail_page(place.journal, record, place.clock()))
        act = ""
        if chosen is None:
            break
        place.entry_open = record, chosen if chosen != "delete" else ""
        if chosen == "before":
            await place.app.push_screen_wait(earlier_page(place.journal, record, place.clock()))
        else:
            done = await _doing(place, record, chosen)
    place.entry_open = None


def _doing(place: Place, record: Record, chosen: str) -> Awaitable[bool]:
    match chosen:
        case "delete":
            return delete(place, record)
        case "bring":
            return bring(place, record)
        case "change":
            return change(place, record)
        case _:
            return something(place, source_of(record))
