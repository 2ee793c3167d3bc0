"""What a power cut may have cut off, looked for without importing what finishes it."""

from collections.abc import Iterator
from pathlib import Path

from carecompanion.store import files


def finish_restoring(folder: Path) -> None:
    """Finish what was cut off while a journal was being put in place; before anything else is done with the folder."""
    begun = any((folder / name).exists() for name in (files.RESTORED, files.SETTING_ASIDE))
    if begun or any(still_present(folder)):
        from carecompanion.store.restoring import finish

        finish(folder)


def still_present(folder: Path) -> Iterator[Path]:
    """The folders into which a journal was set aside that is the present one still: its file under a second name."""
    present = files.identity(folder / files.JOURNAL)
    for aside in folder.glob(f"{files.SET_ASIDE}-*"):
        if present is not None and files.identity(aside / files.JOURNAL) == present:
            yield aside
