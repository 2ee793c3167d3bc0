"""What is done to a journal while the power goes: each act says, once it has returned, what the journal holds now."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from carecompanion.domain.records import Note
from carecompanion.domain.settings import Settings
from carecompanion.store import Journal, NoJournal, StoreError, cipher, keys
from carecompanion.store.columns import written
from tests.faults.traced import Act, Say
from tests.store.conftest import MARKER, NOW
from tests.store.test_golden import GOLDEN

NOTHING = "no journal"


@dataclass(frozen=True)
class Scenario:
    """A folder made ready, what is then done below it, and what a folder that is found holds."""

    before: Callable[[Path], None]
    act: Act
    found: Callable[[Path], str]
    torn: int = 4
    """States with sectors missing, for each moment and each way its names may stand."""
    share: float = 1
    """How many of the states are looked at, where each takes long."""


def note(number: int) -> Note:
    """A note that stands nowhere else, longer than a sector and now and then than a page."""
    words = f"{MARKER} {number} " * (30 if number % 5 else 300)
    return Note(id=f"00000000-0000-7000-8000-{number:012}", at=NOW + timedelta(minutes=number), text=words)


def held(journal: Journal) -> str:
    """Everything in a journal, the history of it too, as few letters."""
    connection = journal._opened.connection()
    tables = ("acts", "versions", "drafts")
    rows = [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables]  # noqa: S608  # our own names
    records = sorted(json.dumps(written(record)) for record in journal.book.everything())
    return hashlib.sha256(json.dumps([records, written(journal.book.settings), rows]).encode()).hexdigest()[:16]


def opened(folder: Path) -> str:
    """What the program finds in a folder: what the journal holds, or its answer."""
    try:
        journal = Journal.open(folder / "journal", None)
    except NoJournal:
        return NOTHING
    except StoreError as error:
        return type(error).__name__
    try:
        return held(journal)
    finally:
        journal.close()


def a_journal(folder: Path) -> None:
    """A journal with a few notes in it, closed."""
    notes = tuple(note(number) for number in range(900, 905))
    Journal.create(folder / "journal", None, Settings(), NOW, records=notes)[0].close()


def save(folder: Path, say: Say) -> None:
    """Notes kept, one of them longer than before and one shorter, and a draft of another."""
    journal = Journal.open(folder / "journal", None)
    for number in range(8):
        journal.keep(note(number), at=NOW)
        say(held(journal))
    journal.keep(replace(note(2), text="short"), replace(note(3), text="long " * 2000), at=NOW)
    say(held(journal))


def delete(folder: Path, say: Say) -> None:
    """Notes deleted, put back and deleted for good."""
    journal = Journal.open(folder / "journal", None)
    for number in (900, 903):
        journal.keep(without=[note(number)], at=NOW)
        say(held(journal))
    journal.undo()
    say(held(journal))
    journal.redo()
    say(held(journal))
    journal.forget(note(900))
    say(held(journal))


def migrate(folder: Path, say: Say) -> None:
    """A journal of an earlier version opened, and so brought up to date."""
    say(opened(folder))


def of_version(number: int) -> Callable[[Path], None]:
    """A journal as the program wrote it when its files had this version."""

    def before(folder: Path) -> None:
        shutil.copytree(GOLDEN / f"version-{number}", folder / "journal")

    return before


def make(folder: Path, say: Say) -> None:
    """A journal made where there is none, its folder too."""
    journal, _code = Journal.create(folder / "journal", None, Settings(), NOW, records=(note(1), note(2)))
    say(held(journal))


def seal(folder: Path, say: Say) -> None:
    """The key file written anew."""
    root = keys.unlock(folder / "journal", None)
    for _ in range(3):
        keys.seal(folder / "journal", root, None)
        say(opened(folder))


def save_twice(folder: Path, say: Say) -> None:
    """Two notes kept."""
    journal = Journal.open(folder / "journal", None)
    for number in range(2):
        journal.keep(note(number), at=NOW)
        say(held(journal))


def with_settings(**careless: str) -> Scenario:
    """Two notes kept in a file that is not set as it should be."""

    def act(folder: Path, say: Say) -> None:
        kept = [each for each in cipher.USUAL if each.partition(" ")[0] not in careless]
        assert len(kept) == len(cipher.USUAL) - len(careless)
        settings = (*(f"{name} = {value}" for name, value in careless.items()), *kept)
        pytest.MonkeyPatch().setattr(cipher, "USUAL", settings)  # for the rest of the child's life
        save_twice(folder, say)

    return Scenario(a_journal, act, opened)


def seal_unsynced(folder: Path, say: Say) -> None:
    """The key file written anew by a program that does not wait for the disk."""
    pytest.MonkeyPatch().setattr(os, "fsync", lambda _handle: None)
    seal(folder, say)
