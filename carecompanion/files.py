"""Files a person names: read whole, or written whole so that only they can read them."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from carecompanion.options import Declined


def text_of(file: Path) -> str:
    """What a file holds, as UTF-8. Raises Declined."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise Declined("There is no such file. Nothing was read in, and your journal is as it was.") from None
    except UnicodeDecodeError:
        raise Declined("This file is not text, so nothing was read in. Your journal is as it was.") from None
    except OSError:
        raise Declined("This file could not be read. Nothing was read in, and your journal is as it was.") from None


def write_private(file: Path, text: str) -> None:
    """Write a new file, whole or not at all, that only this user can read; never over another. Raises Declined."""
    if file.exists():
        raise Declined("There is a file of that name already. It was left as it is; choose another name.")
    unfinished = None
    try:
        descriptor, unfinished = tempfile.mkstemp(dir=file.parent, prefix=".carecompanion-", suffix=".part")
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.link(unfinished, file)
    except FileExistsError:
        raise Declined("There is a file of that name already. It was left as it is; choose another name.") from None
    except OSError:
        raise Declined(
            "The file could not be written there. Your journal is as it was; choose another place."
        ) from None
    finally:
        if unfinished is not None:
            with suppress(OSError):
                Path(unfinished).unlink()
