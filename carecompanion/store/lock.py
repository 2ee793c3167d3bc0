"""One journal, one window: a lock that lasts as long as the process and no longer."""

import os
import sys
from pathlib import Path

from carecompanion.store import files
from carecompanion.store.errors import OpenElsewhere

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class FolderLock:
    """Holds the folder's lock file until `release`; the system lets go of it when the process ends, however it ends.

    The journal file's own lock would not do: any open and close of that file in this process would drop it.
    """

    def __init__(self, folder: Path) -> None:
        """Raises OpenElsewhere when it is held, OSError when the lock file cannot be made."""
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
        self._handle: int | None = os.open(folder / files.LOCK, flags, 0o600)
        try:
            _take(self._handle)
        except BaseException:
            self.release()
            raise

    def release(self) -> None:
        """Let go of the folder; doing so twice does no harm."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)


def _take(handle: int) -> None:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        raise OpenElsewhere from None
