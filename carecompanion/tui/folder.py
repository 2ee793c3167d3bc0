"""Where a copy is saved: the usual folder, another one as a person types it, and a name that any disk takes."""

import re
from pathlib import Path

from carecompanion.domain.vocabulary import FileFormat
from carecompanion.language import _

UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
"""What some disk does not take in the name of a file."""
LONGEST = 120
"""Bytes of a name: with its number and its end every disk takes it."""


def usual_folder() -> Path:
    """The person's documents where there is such a folder, else their own."""
    from platformdirs import user_documents_path

    try:
        documents = user_documents_path()
        return documents if documents.is_dir() else Path.home()
    except RuntimeError:  # nobody is at home, as in some services
        return Path.cwd()


def file_name(name: str) -> str:
    """The name without whatever a disk may refuse."""
    fit = " ".join(UNFIT.sub(" ", name).split()).encode(errors="ignore")[:LONGEST]
    return fit.decode(errors="ignore").strip(" .") or _("A copy")


def place_for(typed: str, usual: Path, name: str, file_format: FileFormat) -> Path:
    """The whole path of a copy: in the folder that was typed, "~" being one's own, or in the usual one.

    What ends as a file of that format does is the path of the file itself.
    """
    if not typed.strip():
        return usual / f"{file_name(name)}.{file_format}"
    path = Path(typed.strip())
    try:
        path = Path.home() / path.expanduser()
    except RuntimeError:  # "~somebody" whom this computer does not know
        path = usual / path
    return path if path.suffix.lower() == f".{file_format}" else path / f"{file_name(name)}.{file_format}"
