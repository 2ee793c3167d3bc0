"""SettingUp: the journal that first run makes, as far as it has got."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from carecompanion.domain.book import Book
from carecompanion.domain.settings import Settings

if TYPE_CHECKING:
    from carecompanion.store import Journal

Clock = Callable[[], datetime]


class SettingUp:
    """Where the journal goes, and, once it is made, the journal and its recovery code."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self.folder, self.clock = folder, clock
        self.code = ""
        self.without_passphrase = False
        self._journal: Journal | None = None
        self._abandoned = False

    @property
    def made(self) -> bool:
        """Whether there is a journal yet."""
        return self._journal is not None

    @property
    def journal(self) -> "Journal":
        """The journal, from the second step on."""
        if self._journal is None:
            raise RuntimeError("no journal yet")
        return self._journal

    @property
    def book(self) -> Book:
        """What it holds so far."""
        return self.journal.book

    @property
    def today(self) -> date:
        """The day it is, where the journal is kept."""
        return self.book.day_of(self.clock())

    def make(self, passphrase: str | None) -> None:
        """Make the journal; takes as long as Argon2id does. Raises one of the StoreError family."""
        from carecompanion.store import Journal  # what takes long to import, once the first step has been painted

        self._journal, self.code = Journal.create(self.folder, passphrase, Settings(), self.clock())
        self.without_passphrase = passphrase is None
        if self._abandoned:
            self._journal.close()

    def hand_over(self) -> "Journal":
        """The journal, for whoever goes on with it; the code is forgotten."""
        journal, self._journal, self.code = self.journal, None, ""
        return journal

    def abandon(self) -> None:
        """Close what has been made so far, or is being made, and was not handed over."""
        self._abandoned, self.code = True, ""
        if self._journal is not None:
            self._journal.close()
