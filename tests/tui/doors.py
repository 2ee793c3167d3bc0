"""What shows before the journal is open, or in place of it: each by its name, reached in a program begun anew."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.screen import Screen

from carecompanion.domain.sample import sample_book
from carecompanion.store import Argon2Cost, Journal, unlock
from carecompanion.store.keys import Root
from carecompanion.tui.damaged import Damaged
from carecompanion.tui.door import Opening
from carecompanion.tui.first_run import FirstRun
from carecompanion.tui.unlock import Unlock
from tests.test_cli import PASSPHRASE, journal_in
from tests.tui.driving import NOW, WIDE, Session, at_the_door
from tests.tui.test_damaged import damaged

CHEAP = Argon2Cost(mebibytes=64, passes=3, lanes=1)
ROOTS = (Root(bytes(range(16))), Root(bytes(range(16, 32))))
"""Whose recovery codes show: of a journal as it is made, and once its code was made anew."""


def _first(_folder: Path) -> None:
    """Nothing is there yet."""


def _locked(folder: Path) -> None:
    journal_in(folder, sample_book(NOW), PASSPHRASE)


def _damaged(folder: Path) -> None:
    damaged(folder, None)


async def _typed_twice(session: Session) -> None:
    for _ in range(2):
        await session.paste(PASSPHRASE)
        await session.press("enter")
    await session.until("Your recovery code")


async def _past_the_code(session: Session) -> None:
    await _typed_twice(session)
    await session.press("ctrl+s", "ctrl+s")


async def _open(session: Session) -> None:
    await session.paste(PASSPHRASE)
    await session.press("enter")
    await session.until("Waiting for a reply")


async def _by_the_code(session: Session) -> None:
    await session.press("ctrl+f")
    await session.paste(ROOTS[0].recovery_code())
    await session.press("enter")
    await session.until("New")


async def _to_the_paper(session: Session) -> None:
    await _open(session)
    await session.press("6", "down", "enter")
    await session.paste(PASSPHRASE)
    await session.press("enter")
    await session.until("Your new recovery code")


def _keys(*keys: str, until: str = "", after: Callable[[Session], Awaitable[None]] | None = None) -> "Way":
    async def way(session: Session) -> None:
        if after is not None:
            await after(session)
        if keys:
            await session.press(*keys)
        if until:
            await session.until(until)

    return way


Way = Callable[[Session], Awaitable[None]]
Kind = Callable[[Path], None]

DOORS: dict[str, tuple[Kind, Way, str]] = {
    "unlock": (_locked, _keys(), "Unlock"),
    "unlock, by the code": (_locked, _keys("ctrl+f"), "Unlock"),
    "first, a passphrase": (_first, _keys(), "FirstRun"),
    "first, once more": (_first, _keys("x", "enter", "enter"), "FirstRun"),
    "first, no passphrase": (_first, _keys("ctrl+n"), "FirstRun"),
    "first, the code": (_first, _typed_twice, "FirstRun"),
    "first, typed back": (_first, _keys("enter", after=_typed_twice), "FirstRun"),
    "first, the nation": (_first, _past_the_code, "FirstRun"),
    "first, the co-ordinator": (_first, _keys("e", "enter", after=_past_the_code), "FirstRun"),
    "first, what was agreed": (_first, _keys("e", "enter", "ctrl+s", after=_past_the_code), "FirstRun"),
    "first, done": (_first, _keys("e", "enter", "ctrl+s", "ctrl+s", after=_past_the_code), "FirstRun"),
    "damaged": (_damaged, _keys(until="The newest good backup"), "Damaged"),
    "hidden": (_locked, _keys("0", after=_open), "Hidden"),
    "another passphrase": (_locked, _keys("6", "enter", "enter", after=_open), "ChangePassphrase"),
    "a new passphrase, forgotten": (_locked, _by_the_code, "ForgottenPassphrase"),
    "a new code on paper": (_locked, _to_the_paper, "CodePaper"),
}
"""Each by its name: what lies in the folder, the way there, and the class of its screen."""


def _door(kind: Kind, folder: Path) -> Callable[[], Screen[Journal]]:
    if kind is _first:
        return lambda: FirstRun(folder, lambda: NOW)
    if kind is _locked:
        return lambda: Unlock(folder, lambda: NOW)
    return lambda: Opening(lambda: Journal.open(folder, None), lambda: Damaged(folder, lambda: unlock(folder, None)))


@asynccontextmanager
async def at_a_door(name: str, folder: Path, size: tuple[int, int] = WIDE) -> AsyncIterator[Session]:
    """A program that shows this screen; its recovery code and the groups that are asked for are always the same."""
    kind, way, screen = DOORS[name]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("carecompanion.store.keys.new_root", iter(ROOTS).__next__)
        patch.setattr("carecompanion.store.journal.Argon2Cost", lambda: CHEAP)
        patch.setattr("carecompanion.tui.code_groups.secrets.choice", lambda pairs: pairs[0])
        kind(folder)
        async with at_the_door(_door(kind, folder), size=size, theme="plain") as session:
            await way(session)
            assert type(session.app.screen).__name__ == screen, f"{name}: {type(session.app.screen).__name__}"
            yield session
