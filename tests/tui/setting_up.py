"""Setting a journal up in tests: the first screen, and the way past its first steps."""

import re
from pathlib import Path

from textual.screen import Screen

from carecompanion.store import Journal
from carecompanion.tui.first_run import FirstRun
from tests.tui.driving import NOW, Session


class Door:
    """Makes the first screen."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self) -> Screen[Journal]:
        return FirstRun(self.folder, lambda: NOW)


async def without_passphrase(session: Session) -> None:
    """On to the recovery code of a journal without a passphrase."""
    await session.press("ctrl+n", "enter")
    await session.until("Your recovery code")


async def past_the_code(session: Session) -> None:
    """On to the nation, with the code put off."""
    await without_passphrase(session)
    await session.press("ctrl+s", "ctrl+s")
    assert session.says("Where do you live?")


def code_on(session: Session) -> list[str]:
    """The groups of the code on the screen."""
    return re.findall(r"\b[1-7]  ([0-9A-Z]{5})\b", session.text)


def asked_groups(session: Session) -> list[int]:
    """The numbers of the two groups that are asked for."""
    return [int(number) for number in re.findall(r"Group (\d)", session.text)]
