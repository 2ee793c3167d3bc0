"""The encrypted file. Journal, its one door, is imported when first asked for: that takes as long as a whole start."""

from importlib import import_module
from typing import TYPE_CHECKING

from carecompanion.store.backup_errors import (
    BackupDamaged,
    BackupNotMade,
    NameTaken,
    NoBackup,
    NoPlace,
    NothingToSalvage,
)
from carecompanion.store.cut_off import finish_restoring
from carecompanion.store.errors import (
    AlreadyThere,
    CannotBeHeld,
    Closed,
    DiskFull,
    DoesNotFit,
    ForeignCode,
    JournalDamaged,
    KeyFileDamaged,
    MovedAway,
    NewerVersion,
    NoJournal,
    NotEncrypted,
    NotEnoughMemory,
    NotRead,
    NotSaved,
    OpenElsewhere,
    ReadOnly,
    StoreError,
    WrongCode,
    WrongPassphrase,
)
from carecompanion.store.files import exists
from carecompanion.store.key_file import Argon2Cost, key_copies, needs_passphrase

if TYPE_CHECKING:
    from carecompanion.store.backup_file import check_backup, copy_backup
    from carecompanion.store.backups import Backup, backups_in
    from carecompanion.store.chosen_keys import ChosenKeys
    from carecompanion.store.chosen_looks import ChosenLooks
    from carecompanion.store.journal import Journal
    from carecompanion.store.keys import Root, unlock, unlock_with_code
    from carecompanion.store.offered import offered_passphrase
    from carecompanion.store.recovery_code import right_groups, wrong_group
    from carecompanion.store.restoring import Unpacked, leave_unpacked, unpack_backup, unpack_newest
    from carecompanion.store.salvage import salvage_journal
    from carecompanion.store.second_place import SecondPlace

__all__ = [
    "AlreadyThere",
    "Argon2Cost",
    "Backup",
    "BackupDamaged",
    "BackupNotMade",
    "CannotBeHeld",
    "ChosenKeys",
    "ChosenLooks",
    "Closed",
    "DiskFull",
    "DoesNotFit",
    "ForeignCode",
    "Journal",
    "JournalDamaged",
    "KeyFileDamaged",
    "MovedAway",
    "NameTaken",
    "NewerVersion",
    "NoBackup",
    "NoJournal",
    "NoPlace",
    "NotEncrypted",
    "NotEnoughMemory",
    "NotRead",
    "NotSaved",
    "NothingToSalvage",
    "OpenElsewhere",
    "ReadOnly",
    "Root",
    "SecondPlace",
    "StoreError",
    "Unpacked",
    "WrongCode",
    "WrongPassphrase",
    "backups_in",
    "check_backup",
    "copy_backup",
    "exists",
    "finish_restoring",
    "key_copies",
    "leave_unpacked",
    "make_ready",
    "needs_passphrase",
    "offered_passphrase",
    "right_groups",
    "salvage_journal",
    "unlock",
    "unlock_with_code",
    "unpack_backup",
    "unpack_newest",
    "wrong_group",
]

LATER = {
    "Backup": "backups",
    "ChosenKeys": "chosen_keys",
    "ChosenLooks": "chosen_looks",
    "Journal": "journal",
    "Root": "keys",
    "offered_passphrase": "offered",
    "unlock": "keys",
    "unlock_with_code": "keys",
    "right_groups": "recovery_code",
    "SecondPlace": "second_place",
    "Unpacked": "restoring",
    "backups_in": "backups",
    "check_backup": "backup_file",
    "copy_backup": "backup_file",
    "leave_unpacked": "restoring",
    "salvage_journal": "salvage",
    "unpack_backup": "restoring",
    "unpack_newest": "restoring",
    "wrong_group": "recovery_code",
}
"""The names that are imported when first asked for, and where from."""


def make_ready() -> None:
    """Import now, beside the screen, what opening needs, so that it need not wait for it."""
    import_module(f"{__name__}.journal")


def __getattr__(name: str) -> object:
    if name not in LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{LATER[name]}"), name)
