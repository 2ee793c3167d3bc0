"""What can go wrong with backups, each with a sentence for the person."""

from carecompanion.language import _

# ruff: noqa: N818  # named for what happened to the person, not for the machinery
from carecompanion.store.errors import DiskFull, JournalDamaged, ReadOnly, StoreError


class BackupDamaged(StoreError):
    """A file is no backup, or not all of it is as it was written."""

    sentence = _(
        "This file is damaged, or is not a backup, so nothing was taken from it. "
        "Your journal was not changed – use another backup."
    )


class NoBackup(StoreError):
    """There is no backup where one was looked for."""

    sentence = _("There is no backup there, so nothing was restored. Nothing was changed – choose another file.")
    none_good = _(
        "No backup of this journal opens with this passphrase or code, so nothing was restored. "
        "Nothing was changed – name the file of a backup you keep elsewhere."
    )


class NoPlace(StoreError):
    """A second place for backups is no folder, or is where the first ones lie."""

    sentence = _(
        "There is no such folder, or it is the one your journal is in, so it was not set. "
        "Nothing was changed – name a folder that is there, on a stick or elsewhere."
    )


class NameTaken(StoreError):
    """A backup was to be written where there is something already."""

    sentence = _("There is a file of that name already. It was not changed – choose another name.")


BECAUSE: dict[type[StoreError], str] = {
    DiskFull: _("No backup was made: the disk is full. Your journal is safe – make some room, then try again."),
    ReadOnly: _(
        "No backup was made: its folder cannot be written to. "
        "Your journal is safe – allow writing to it, then try again."
    ),
    JournalDamaged: _(
        "No backup was made, as part of the journal could not be read. Nothing was changed – "
        "close the program and open it again: it then looks through the whole file."
    ),
}
"""What stood in the way of a backup, where that can be told."""


class BackupNotMade(StoreError):
    """No backup came about; the journal is as it was."""

    sentence = _("No backup was made, as the disk refused. Your journal is safe – check the disk, then try again.")

    @classmethod
    def after(cls, error: StoreError) -> "BackupNotMade":
        """What to say of it after this."""
        return cls(BECAUSE.get(type(error)))

    def first(self, undone: str) -> "BackupNotMade":
        """The same, for what a backup was to be made first of: that it was not done."""
        return type(self)(f"{undone} {self}")


class NothingToSalvage(StoreError):
    """Not one entry could be read from a damaged file."""

    sentence = _(
        "Nothing could be read from this damaged file. "
        "It was not changed – keep it, and open a backup of your journal if you have one."
    )
