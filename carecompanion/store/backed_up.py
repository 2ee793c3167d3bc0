"""BackedUp: what a journal does about its backups."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from carecompanion.domain.book import LIST_NAMES, Book
from carecompanion.store.backup_errors import BackupNotMade
from carecompanion.store.open_file import OpenFile

if TYPE_CHECKING:
    from carecompanion.store.backups import Backup  # a start need not wait for any of this
    from carecompanion.store.second_place import SecondPlace


class BackedUp(ABC):
    """A journal beside which backups lie, and perhaps in a second place. Each method may raise a StoreError."""

    _opened: OpenFile
    book: Book

    @abstractmethod
    def choices(self) -> dict[str, str]:
        """What was chosen about the program itself, by name."""

    @abstractmethod
    def keep(self, *, chosen: Mapping[str, str]) -> None:
        """Keep what a person chooses, as one act."""

    @abstractmethod
    def keep_choice(self, name: str, chosen: str) -> None:
        """Keep what is chosen about the program itself."""

    def back_up(self, now: datetime | None = None) -> "Backup":
        """Make a backup beside the journal, verify it, and copy it to the second place if that is there.

        The journal is held up while it is copied, about 10 ms a megabyte, and not while the copy is verified. Raises
        BackupNotMade, or Closed.
        """
        from carecompanion.store import backups, second_place

        at, opened = now or datetime.now(UTC), self._opened
        try:
            backup = backups.make(opened.folder, opened.root, opened.look, at, self._lengths)
        except BackupNotMade:
            with opened.turn:  # a page that could not be read leaves a connection that is not to be trusted
                opened.let_go()
            raise
        second_place.copy_there(self, backup)
        return backup

    def remake_backups(self, now: datetime | None = None) -> "Backup":
        """Make a backup, and once it counts take every older one away, in the second place too.

        Raises BackupNotMade, and then all are still there; NotSaved when an older one could not be taken away.
        """
        from carecompanion.store import backups, second_place

        backup = self.back_up(now)
        backups.let_older_go(self._opened.folder, backup)
        second_place.let_go_there(self, backup)
        return backup

    def backups(self) -> "tuple[Backup, ...]":
        """The backups beside the journal, the newest first."""
        from carecompanion.store import backups

        return backups.backups_in(self._opened.folder)

    def second_place(self) -> "SecondPlace | None":
        """The second place for backups; None when none was set."""
        from carecompanion.store import second_place

        return second_place.second_place(self)

    def set_second_place(self, folder: Path | None) -> None:
        """Set a second place for backups, or none. Raises NoPlace, and whatever saving does."""
        from carecompanion.store import second_place

        second_place.set_second_place(self, self._opened.folder, folder)

    def _lengths(self) -> dict[str, int]:
        return {name: len(self.book.list(name)) for name in LIST_NAMES.values()}
