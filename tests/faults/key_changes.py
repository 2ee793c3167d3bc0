"""Another passphrase and another recovery code while the power goes: what opens the journal, and what is in it."""

from pathlib import Path

from carecompanion.domain.settings import Settings
from carecompanion.store import Journal, StoreError, files, keys, renewal
from carecompanion.store.keys import LITTLE_MEMORY, Root
from tests.faults.scenarios import Scenario, a_journal, held, note
from tests.faults.traced import Say
from tests.store.conftest import NOW

PHRASES = ("the first one", "the second one", "the third one")

_unlocked: dict[tuple[str, bytes, bytes], tuple[Root, ...]] = {}
"""What a passphrase has opened, by what stood in the key files: Argon2id takes as long as a hundred states."""


def locked(folder: Path) -> None:
    """A journal with a few notes in it, under the first passphrase, closed."""
    notes = tuple(note(number) for number in range(900, 905))
    made = Journal.create(folder / "journal", PHRASES[0], Settings(), NOW, records=notes, cost=LITTLE_MEMORY)
    made[0].close()


def change_passphrase(folder: Path, say: Say) -> None:
    """The passphrase changed, and changed once more."""
    journal = Journal.open(folder / "journal", PHRASES[0])
    for phrase in PHRASES[1:]:
        journal.change_passphrase(phrase, LITTLE_MEMORY)
        say(_told(journal, phrase))


def renew_in_the_open(folder: Path, say: Say) -> None:
    """Two new recovery codes for a journal without a passphrase."""
    journal = Journal.open(folder / "journal", None)
    for _ in range(2):
        _renew(journal, None)
        say(_told(journal, PHRASES[0]))  # any passphrase opens it


def renew_locked(folder: Path, say: Say) -> None:
    """A new recovery code for a journal with a passphrase, which changes with it."""
    journal = Journal.open(folder / "journal", PHRASES[0])
    _renew(journal, PHRASES[1])
    say(_told(journal, PHRASES[1]))


def _renew(journal: Journal, phrase: str | None) -> None:
    """Without the backup that comes first, during which the power is taken away by itself."""
    renewal.renew(journal._opened, phrase, LITTLE_MEMORY)


def opened_by_any(folder: Path) -> str:
    """The first passphrase that opens the journal, its root, and what is in it; or how the last was answered."""
    answer = "nothing was tried"
    for phrase in PHRASES:
        try:
            journal = _opened_by(folder / "journal", phrase)
        except StoreError as error:
            answer = type(error).__name__
            continue
        told = _told(journal, phrase)
        journal.close()
        return told
    return answer


def _opened_by(folder: Path, phrase: str) -> Journal:
    copies = tuple(path.read_bytes() if (path := folder / name).exists() else b"" for name in files.KEYS)
    known = (phrase, copies[0], copies[1])
    if known not in _unlocked:
        _unlocked[known] = keys.unlock_each(folder, phrase).roots
    answer: StoreError | None = None
    for root in _unlocked[known]:
        try:
            return Journal.open_with_root(folder, root)
        except StoreError as error:
            answer = error
    raise answer or StoreError


def _told(journal: Journal, phrase: str) -> str:
    return f"{held(journal)} under {journal._opened.root.check().hex()} by {phrase}"


KEY_CHANGES = {
    "change the passphrase": Scenario(locked, change_passphrase, opened_by_any),
    "renew in the open": Scenario(a_journal, renew_in_the_open, opened_by_any, torn=1, share=0.15),
    # each state of the key files takes an Argon2id or two
    "renew under a passphrase": Scenario(locked, renew_locked, opened_by_any, torn=1, share=0.04),
}
