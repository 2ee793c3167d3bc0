"""The encrypted file. Journal, its one door, is imported when first asked for: that takes as long as a whole start."""

from importlib import import_module
from typing import TYPE_CHECKING

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
    from carecompanion.store.journal import Journal
    from carecompanion.store.keys import Root, unlock, unlock_with_code
    from carecompanion.store.offered import offered_passphrase
    from carecompanion.store.recovery_code import right_groups, wrong_group

__all__ = [
    "AlreadyThere",
    "Argon2Cost",
    "CannotBeHeld",
    "Closed",
    "DiskFull",
    "DoesNotFit",
    "ForeignCode",
    "Journal",
    "JournalDamaged",
    "KeyFileDamaged",
    "MovedAway",
    "NewerVersion",
    "NoJournal",
    "NotEncrypted",
    "NotEnoughMemory",
    "NotRead",
    "NotSaved",
    "OpenElsewhere",
    "ReadOnly",
    "Root",
    "StoreError",
    "WrongCode",
    "WrongPassphrase",
    "exists",
    "key_copies",
    "make_ready",
    "needs_passphrase",
    "offered_passphrase",
    "right_groups",
    "unlock",
    "unlock_with_code",
    "wrong_group",
]

LATER = {
    "Journal": "journal",
    "Root": "keys",
    "offered_passphrase": "offered",
    "unlock": "keys",
    "unlock_with_code": "keys",
    "right_groups": "recovery_code",
    "wrong_group": "recovery_code",
}
"""The names that are imported when first asked for, and where from."""


def make_ready() -> None:
    """Import now, beside the screen, what opening and the first save need, so that neither waits for it."""
    for name in ("journal", "engine", "rows", "history", "drafts", "views"):
        import_module(f"{__name__}.{name}")


def __getattr__(name: str) -> object:
    if name not in LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{LATER[name]}"), name)
