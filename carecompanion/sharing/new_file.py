"""A file that leaves the journal: written whole or not at all, over nothing, so that only this user can read it."""

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from carecompanion.language import _

NEW_FILE = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
"""Make the file or fail: never follow a link, never take over what is there."""
REFUSED = _("The file could not be written there. Your journal is as it was; choose another place.")
THERE = _("There is a file of that name already. It was left as it is; choose another name.")
BECAUSE = {
    errno.ENOENT: _("There is no such folder, so nothing was saved. Your journal is as it was; choose another folder."),
    errno.ENOTDIR: _(
        "There is no such folder, so nothing was saved. Your journal is as it was; choose another folder."
    ),
    errno.EACCES: _(
        "Nothing may be written in this folder, so nothing was saved. Your journal is as it was; choose another folder."
    ),
    errno.ENOSPC: _(
        "There is no room left there, so nothing was saved. Your journal is as it was; choose another place."
    ),
    errno.ENAMETOOLONG: _(
        "This name is too long, so nothing was saved. Your journal is as it was; choose a shorter one."
    ),
}
BECAUSE |= {errno.EROFS: BECAUSE[errno.EACCES], errno.EPERM: BECAUSE[errno.EACCES]}
"""What stood in the way, where that can be told."""
MANY = 1000
"""Numbers that are tried for a name."""


class NotWritten(Exception):  # noqa: N818  # what happened to the file
    """No file was written, and nothing else was changed; its text is a sentence for the person."""


class NameTaken(NotWritten):
    """There is something of that name already."""


def write_new(file: Path, content: bytes) -> None:
    """Write a new file. Raises NotWritten."""
    try:
        os.close(os.open(file, NEW_FILE, 0o600))
    except FileExistsError:
        raise NameTaken(THERE) from None
    except (OSError, ValueError) as error:
        raise _not_written(error) from None
    try:
        _fill(file, content)
    except OSError as error:
        with suppress(OSError):
            file.unlink()
        raise _not_written(error) from None


def free_name(file: Path) -> Path:
    """The same name where nothing has it, else with the first number that is free: "For my care review 2.pdf"."""
    names = (file, *(file.with_name(f"{file.stem} {number}{file.suffix}") for number in range(2, MANY)))
    return next((name for name in names if not os.path.lexists(name)), file)


def _not_written(error: OSError | ValueError) -> NotWritten:
    number = error.errno if isinstance(error, OSError) else None
    return NotWritten(BECAUSE.get(number or 0, REFUSED))


def _fill(file: Path, content: bytes) -> None:
    """Put the content in place of the empty file in one step; not by a link, which a memory stick may not know."""
    descriptor, unfinished = tempfile.mkstemp(dir=file.parent, prefix=".carecompanion-", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(unfinished).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(unfinished).unlink()
        raise
