"""Backups made and restored while the power goes: the journal, every whole backup, and what was set aside."""

from datetime import timedelta
from pathlib import Path

from carecompanion.store import (
    Journal,
    NoJournal,
    StoreError,
    backups_in,
    check_backup,
    finish_restoring,
    keys,
    unpack_backup,
)
from carecompanion.store.files import SET_ASIDE
from tests.faults.scenarios import NOTHING, Scenario, a_journal, held, note
from tests.faults.traced import Say
from tests.store.conftest import NOW

DAY = timedelta(days=1)


def with_a_backup(folder: Path) -> None:
    """A journal with a backup of yesterday, and a note that was kept since."""
    a_journal(folder)
    journal = Journal.open(folder / "journal", None)
    journal.back_up(NOW - DAY)
    journal.keep(note(1), at=NOW)
    journal.close()


def back_up(folder: Path, say: Say) -> None:
    """A backup made, a note kept, and a backup made again on the next day."""
    journal = Journal.open(folder / "journal", None)
    journal.back_up(NOW)
    say(_told(folder, held(journal)))
    journal.keep(note(2), at=NOW)
    say(_told(folder, held(journal)))
    journal.back_up(NOW + DAY)
    say(_told(folder, held(journal)))


def restore(folder: Path, say: Say) -> None:
    """The backup put in the place of the journal, which is set aside."""
    (backup,) = backups_in(folder / "journal")
    root = keys.unlock(folder / "journal", None)
    unpack_backup(folder / "journal", backup.path, lambda _work: root).put_in_place(NOW)
    say(found(folder))


def found(folder: Path) -> str:
    """What the journal holds, which backups there are, and what was set aside, as the program begins with it."""
    finish_restoring(folder / "journal")
    return _told(folder, _held_in(folder / "journal"))


def _told(folder: Path, held_now: str) -> str:
    aside = sorted(_held_in(each) for each in (folder / "journal").glob(f"{SET_ASIDE}-*"))
    return f"{held_now}, backed up {sorted(_checked(folder))}, set aside {aside}"


def _checked(folder: Path) -> list[str]:
    """Every backup by its name, and what is wrong with it if anything is."""
    told = []
    for backup in backups_in(folder / "journal"):
        try:
            check_backup(backup.path)
            told.append(backup.path.stem)
        except StoreError as error:
            told.append(f"{backup.path.stem} {type(error).__name__}")
    return told


def _held_in(folder: Path) -> str:
    try:
        journal = Journal.open(folder, None)
    except NoJournal:
        return NOTHING
    except StoreError as error:
        return type(error).__name__
    told = held(journal)
    journal.close()
    return told


BACKING_UP = {
    "back up": Scenario(with_a_backup, back_up, found, torn=1, share=0.1),
    "restore": Scenario(with_a_backup, restore, found),
}
