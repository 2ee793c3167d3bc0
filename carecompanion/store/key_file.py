"""journal.keys and its twin journal.keys2: what they hold, and reading and writing them."""

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from carecompanion.store import files
from carecompanion.store.errors import KeyFileDamaged, NewerVersion

FORMAT = "carecompanion.keys"
ALONE, WITH_COMING = 1, 2
VERSION = WITH_COMING
"""The newest form that is understood; a key file says the lowest that holds what is in it."""

LARGEST = 64 * 1024
"""No key file comes near this many bytes; a larger one is not read."""


@dataclass(frozen=True, slots=True)
class Argon2Cost:
    """How much work a guess at the passphrase takes (RFC 9106). Bounded, so that no key file can eat the machine."""

    mebibytes: int = 256
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        within = 64 <= self.mebibytes <= 4096 and 3 <= self.passes <= 64 and 1 <= self.lanes <= 16
        if not within:
            raise ValueError("That is too little or too much work for a passphrase.")


@dataclass(frozen=True, slots=True, repr=False)
class OpenSlot:
    """The root in the open: for a journal without a passphrase."""

    root: bytes


@dataclass(frozen=True, slots=True, repr=False)
class SealedSlot:
    """The root sealed with AES-256-GCM under a key that Argon2id makes of the passphrase."""

    cost: Argon2Cost
    salt: bytes
    nonce: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True, repr=False)
class KeyFile:
    """One state of the key file; of two copies the one that ranks higher counts.

    `coming` is there while a new root takes this one's place: which of the two opens the journal shows on its file.
    """

    sequence: int
    check: bytes
    slot: OpenSlot | SealedSlot
    coming: "KeyFile | None" = None

    @property
    def alone(self) -> "KeyFile":
        """The same without what is coming."""
        return replace(self, coming=None)

    @property
    def each(self) -> "tuple[KeyFile, ...]":
        """Itself, and what is coming."""
        return (self.alone, self.coming) if self.coming else (self,)

    @property
    def rank(self) -> tuple[int, bool]:
        """What is coming comes after what is, and before that it is alone."""
        return self.sequence, self.coming is not None

    def bound(self) -> bytes:
        """All that belongs to the root but its sealed self: none of it can be changed without breaking the seal."""
        content = _content(self.alone)
        content["slot"].pop("sealed", None)
        return _canonical(content)


def write(folder: Path, keys: KeyFile) -> None:
    """Write both copies, one after the other, so that one of them is always whole. Raises OSError."""
    written = _encode(keys)
    for name in files.KEYS:
        files.write_whole(folder / name, written)


def read_newest(folder: Path) -> KeyFile:
    """The newest whole copy. Raises KeyFileDamaged when there is none, NewerVersion when a newer program wrote it."""
    whole = [keys for name in files.KEYS if (keys := _read(folder / name)) is not None]
    if not whole:
        raise KeyFileDamaged
    return max(whole, key=lambda keys: keys.rank)


def whole_copies(folder: Path, keys: KeyFile) -> int:
    """How many of the copies hold exactly this."""
    written = _encode(keys)
    return sum(_bytes_of(folder / name) == written for name in files.KEYS)


def key_copies(folder: Path) -> int:
    """How many of the two copies of the key file are whole and up to date."""
    try:
        return whole_copies(folder, read_newest(folder))
    except KeyFileDamaged:
        return 0


def needs_passphrase(folder: Path) -> bool:
    """Whether the journal asks for a passphrase; with a damaged key file it has to, as nobody can tell."""
    try:
        return any(isinstance(keys.slot, SealedSlot) for keys in read_newest(folder).each)
    except (KeyFileDamaged, NewerVersion):
        return True


def _read(path: Path) -> KeyFile | None:
    written = _bytes_of(path)
    if written is None:
        return None
    try:
        content: dict[str, Any] = json.loads(written)["keys"]
        if _checked(content) != written:
            return None
        if content["version"] > VERSION:
            raise NewerVersion
        return _decode(content)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _bytes_of(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST)
    except OSError:
        return None


def _decode(content: dict[str, Any]) -> KeyFile:
    """Raises ValueError, KeyError or TypeError for anything but what _content made."""
    if content["format"] != FORMAT:
        raise ValueError("not a key file")
    keys = _decode_state(content)
    return replace(keys, coming=_decode_state(content["coming"])) if content["version"] == WITH_COMING else keys


def _decode_state(content: dict[str, Any]) -> KeyFile:
    slot = content["slot"]
    if slot["kind"] not in ("open", "passphrase"):
        raise ValueError("not a key file")
    sequence, check = int(content["sequence"]), _bytes(content["check"], 8)
    if slot["kind"] == "open":
        return KeyFile(sequence, check, OpenSlot(_bytes(slot["root"], 16)))
    salt, nonce, sealed = _bytes(slot["salt"], 16), _bytes(slot["nonce"], 12), _bytes(slot["sealed"], 32)
    return KeyFile(sequence, check, SealedSlot(Argon2Cost(**slot["argon2id"]), salt, nonce, sealed))


def _bytes(written: str, length: int) -> bytes:
    read = bytes.fromhex(written)
    if len(read) != length:
        raise ValueError("not a key file")
    return read


def _content(keys: KeyFile) -> dict[str, Any]:
    if keys.coming is None:
        return {"format": FORMAT, "version": ALONE, **_state(keys)}
    return {"format": FORMAT, "version": WITH_COMING, **_state(keys), "coming": _state(keys.coming)}


def _state(keys: KeyFile) -> dict[str, Any]:
    return {"sequence": keys.sequence, "check": keys.check.hex(), "slot": _slot(keys.slot)}


def _slot(slot: OpenSlot | SealedSlot) -> dict[str, Any]:
    if isinstance(slot, OpenSlot):
        return {"kind": "open", "root": slot.root.hex()}
    cost = {"mebibytes": slot.cost.mebibytes, "passes": slot.cost.passes, "lanes": slot.cost.lanes}
    sealed = {"salt": slot.salt.hex(), "nonce": slot.nonce.hex(), "sealed": slot.sealed.hex()}
    return {"kind": "passphrase", "argon2id": cost, **sealed}


def _encode(keys: KeyFile) -> bytes:
    return _checked(_content(keys))


def _checked(content: object) -> bytes:
    """The one way to write this content; a file that differs from it by a single bit is damaged."""
    digest = hashlib.sha256(_canonical(content)).hexdigest()
    return json.dumps({"keys": content, "sha256": digest}, indent=2).encode() + b"\n"


def _canonical(content: object) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
