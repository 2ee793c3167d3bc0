"""Files a person names: read whole, or written whole so that only they can read them."""

from pathlib import Path

from carecompanion.language import _
from carecompanion.options import Declined
from carecompanion.sharing.new_file import NotWritten, write_new

LARGEST = 50_000_000
"""Bytes of a file from another program that are still read."""


def text_of(file: Path) -> str:
    """What a file holds, as UTF-8. Raises Declined."""
    try:
        return bytes_of(file, None).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Declined(_("This file is not text, so nothing was read in. Your journal is as it was.")) from None


def bytes_of(file: Path, largest: int | None = LARGEST) -> bytes:
    """What a file holds, of at most so many bytes. Raises Declined."""
    try:
        with file.open("rb") as stream:
            content = stream.read() if largest is None else stream.read(largest + 1)
    except FileNotFoundError:
        raise Declined(_("There is no such file. Nothing was read in, and your journal is as it was.")) from None
    except OSError:
        raise Declined(_("This file could not be read. Nothing was read in, and your journal is as it was.")) from None
    if largest is not None and len(content) > largest:
        raise Declined(
            _(
                "This file is larger than {largest} MB, so nothing was read in. Your journal is as "
                "it was; share the file out into smaller ones."
            ).format(largest=largest // 1000000)
        )
    return content


def write_private(file: Path, content: str | bytes) -> None:
    """Write a new file, whole or not at all, that only this user can read; never over another. Raises Declined."""
    try:
        write_new(file, content.encode() if isinstance(content, str) else content)
    except NotWritten as reason:
        raise Declined(str(reason)) from None
