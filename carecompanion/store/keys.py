"""The journal's root secret, and the key file that keeps it under a passphrase."""

import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from carecompanion.store import files, recovery_code
from carecompanion.store.errors import ForeignCode, KeyFileDamaged, NoJournal, NotEnoughMemory, WrongPassphrase
from carecompanion.store.key_file import Argon2Cost, KeyFile, OpenSlot, SealedSlot, read_newest, whole_copies, write

LITTLE_MEMORY = Argon2Cost(mebibytes=64)
"""What a new passphrase is sealed with where the usual memory is not to be had."""


@dataclass(frozen=True, slots=True, repr=False)
class Root:
    """The 16 random bytes from which all keys of a journal follow; the recovery code is their spelling."""

    secret: bytes

    def __repr__(self) -> str:
        return "<Root>"

    def database_key(self) -> bytes:
        """The 32-byte key of the journal file."""
        return self._derive(b"carecompanion/1/database", 32)

    def check(self) -> bytes:
        """8 bytes that tell this root from another and give nothing of it away."""
        return self._derive(b"carecompanion/1/check", 8)

    def recovery_code(self) -> str:
        """The code that opens the journal without passphrase or key file."""
        return recovery_code.spell(self.secret)

    def _derive(self, purpose: bytes, length: int) -> bytes:
        return HKDF(SHA256(), length, salt=None, info=purpose).derive(self.secret)


def new_root() -> Root:
    """A root that nobody has had before."""
    return Root(secrets.token_bytes(16))


@dataclass(frozen=True, slots=True, repr=False)
class Unlocked:
    """What a passphrase opens of a key file: its root, or while a new one is coming perhaps both, in that order."""

    roots: tuple[Root, ...]
    refused: bool
    """Whether the key file holds another root, under another passphrase."""


def unlock(folder: Path, passphrase: str | None) -> Root:
    """The first root that `unlock_each` gives."""
    return unlock_each(folder, passphrase).roots[0]


def unlock_each(folder: Path, passphrase: str | None) -> Unlocked:
    """The roots from the key file; takes as long as Argon2id does (about half a second), and lets other threads run.

    Raises WrongPassphrase, KeyFileDamaged, NewerVersion, NoJournal or NotEnoughMemory.
    """
    states = _key_file(folder).each
    roots = tuple(root for keys in states if (root := _root(keys, passphrase)) is not None)
    if not roots:
        raise WrongPassphrase
    return Unlocked(roots, refused=len(roots) < len(states))


def unlock_with_code(folder: Path, code: str) -> Root:
    """The root that the recovery code spells. Raises WrongCode, ForeignCode or NoJournal.

    A damaged or missing key file is no hindrance: that the code is this journal's then shows when the file opens.
    """
    root = Root(recovery_code.read(code))
    try:
        keys = _key_file(folder)
    except KeyFileDamaged:
        return root
    if not any(root.check() == state.check for state in keys.each):
        raise ForeignCode
    return root


def seal(folder: Path, root: Root, passphrase: str | None, cost: Argon2Cost | None = None) -> None:
    """Write both copies of the key file, with the root under this passphrase or, with None, in the open.

    Only for a root that has opened the journal, or is about to make it. Raises OSError.
    """
    sequence = next_sequence(folder)
    write(folder, sealed(root, passphrase, cost or Argon2Cost(), sequence))


def vouched_for(folder: Path, root: Root) -> bool:
    """Whether a whole key file says that the root, and no other, is this journal's."""
    try:
        keys = read_newest(folder)
    except KeyFileDamaged:
        return False
    return keys.coming is None and keys.check == root.check()


def kept(folder: Path, root: Root) -> KeyFile | None:
    """What the key file keeps this root under, alone; None when no whole copy has it."""
    try:
        return next((state for state in read_newest(folder).each if state.check == root.check()), None)
    except KeyFileDamaged:
        return None


def settle(folder: Path, root: Root) -> None:
    """Leave both copies of the key file whole and alike, with nothing but the root that opens the journal.

    It mends what was cut off: a change of passphrase in one copy only, a new root that came or did not. Raises OSError.
    """
    keys = kept(folder, root)
    if keys is not None and whole_copies(folder, keys) < len(files.KEYS):
        # the journal file of this root has to be on the disk before the key file forgets the other
        files.sync_folder(folder)
        write(folder, keys)


def _key_file(folder: Path) -> KeyFile:
    if not files.exists(folder):
        raise NoJournal
    return read_newest(folder)


def next_sequence(folder: Path) -> int:
    """The number of the key file that is written next."""
    try:
        return read_newest(folder).sequence + 1
    except KeyFileDamaged:
        return 1


def _root(keys: KeyFile, passphrase: str | None) -> Root | None:
    """The root of one state of the key file; None when it is under another passphrase."""
    secret = _opened(keys, passphrase)
    if secret is None:
        return None
    root = Root(secret)
    if root.check() != keys.check:
        raise KeyFileDamaged
    return root


def _opened(keys: KeyFile, passphrase: str | None) -> bytes | None:
    slot = keys.slot
    if isinstance(slot, OpenSlot):
        return slot.root
    if passphrase is None:
        return None
    try:
        key = _stretched(passphrase, slot.salt, slot.cost)
        return AESGCM(key).decrypt(slot.nonce, slot.sealed, keys.bound())
    except InvalidTag:
        return None
    except MemoryError:
        raise NotEnoughMemory from None


def sealed(root: Root, passphrase: str | None, cost: Argon2Cost, sequence: int) -> KeyFile:
    """The key file with the root under this passphrase or, with None, in the open; takes as long as Argon2id does."""
    if passphrase is None:
        return KeyFile(sequence, root.check(), OpenSlot(root.secret))
    if not passphrase:
        raise ValueError("A passphrase has at least one character.")
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    try:
        key = _stretched(passphrase, salt, cost)
    except MemoryError:
        cost = LITTLE_MEMORY
        key = _stretched(passphrase, salt, cost)
    bare = KeyFile(sequence, root.check(), SealedSlot(cost, salt, nonce, b""))
    secret = AESGCM(key).encrypt(nonce, root.secret, bare.bound())
    return KeyFile(sequence, root.check(), SealedSlot(cost, salt, nonce, secret))


def _stretched(passphrase: str, salt: bytes, cost: Argon2Cost) -> bytes:
    """The key of a passphrase (RFC 9106), however its accents were typed; spaces are part of it."""
    written = unicodedata.normalize("NFKC", passphrase).encode(errors="surrogatepass")
    kdf = Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.mebibytes * 1024)
    return kdf.derive(written)
