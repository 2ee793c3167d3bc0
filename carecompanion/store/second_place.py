"""A second place for backups, such as a stick, or a folder that is copied elsewhere. It need not be there."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from carecompanion.store import backup_file, backups
from carecompanion.store.answers import saving
from carecompanion.store.backed_up import BackedUp
from carecompanion.store.backup_errors import NoPlace
from carecompanion.store.backups import Backup
from carecompanion.store.errors import StoreError

WHERE, REACHED = "second place for backups", "second place was reached"
"""The names of the choices that hold the folder and the instant."""


@dataclass(frozen=True, slots=True, repr=False)
class SecondPlace:
    """The folder, and when the last backup was copied there; None when none was."""

    folder: Path
    reached_at: datetime | None


def second_place(journal: BackedUp) -> SecondPlace | None:
    """The second place that was set; None when there is none."""
    chosen = journal.choices()
    if not chosen.get(WHERE):
        return None
    reached = chosen.get(REACHED)
    return SecondPlace(Path(chosen[WHERE]), datetime.fromisoformat(reached) if reached else None)


def set_second_place(journal: BackedUp, beside: Path, folder: Path | None) -> None:
    """Set another second place, or none. Raises NoPlace for what is no folder, or is the journal's own."""
    if folder is not None:
        folder = folder.expanduser().absolute()
        if not folder.is_dir() or folder.resolve().is_relative_to(beside.resolve()):
            raise NoPlace
    journal.keep(chosen={WHERE: str(folder or ""), REACHED: ""})


def copy_there(journal: BackedUp, backup: Backup) -> bool:
    """Copy a backup to the second place if it is there, and let older ones of this journal go. Whether it was."""
    try:
        place = second_place(journal)
        if place is None or not place.folder.is_dir():
            return False
        backup_file.copy_backup(backup.path, place.folder / backup.path.name)
        backups.let_go(backups.of_the_same(place.folder, backup), backup)
        journal.keep_choice(REACHED, backup.made_at.isoformat())
    except StoreError:
        return False
    return True


@saving
def let_go_there(journal: BackedUp, backup: Backup) -> None:
    """Take away every other backup of this journal from the second place. Raises StoreError when it cannot be done."""
    place = second_place(journal)
    if place is not None:
        backups.let_all_go(backups.of_the_same(place.folder, backup), backup)
