"""What a power cut may have cut off, looked for without importing what finishes it."""

from pathlib import Path

READY = "restored"
"""A journal that is whole and on its way into its place."""
SETTING_ASIDE = "setting-aside"
SET_ASIDE = "set-aside"


def finish_restoring(folder: Path) -> None:
    """Finish what was cut off while a journal was being put in place; before anything else is done with the folder."""
    if (folder / READY).exists() or (folder / SETTING_ASIDE).exists() or any(folder.glob(f"{SET_ASIDE}-*")):
        from carecompanion.store.restoring import finish

        finish(folder)
