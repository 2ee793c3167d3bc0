"""One co-ordinator after another: whose time ends when another's begins."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from carecompanion.domain.book import Book
from carecompanion.domain.records import Coordination


def makes_way(book: Book, since: date) -> Coordination | None:
    """Whose open time as co-ordinator ends when this one begins; somebody who began on that very day stays."""
    before = book.coordination_on(since)
    return before if before is not None and before.ended_on is None and before.began_on < since else None


def taking_over(book: Book, new: Coordination) -> Iterator[Coordination]:
    """The times as co-ordinator to keep when a new one begins: that of whoever makes way, ended, and the new one."""
    before = makes_way(book, new.began_on) if new.ended_on is None else None
    if before is not None:
        yield replace(before, ended_on=new.began_on)
    yield new
