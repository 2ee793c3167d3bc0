"""Reading round what is damaged in a journal's file, into a new file; the damaged one is never written to."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.domain.identity import new_id
from carecompanion.domain.mending import mended
from carecompanion.domain.records import LISTS, Record
from carecompanion.domain.settings import Settings
from carecompanion.domain.shapes import hints
from carecompanion.store import bulk, cipher, files, restoring, schema
from carecompanion.store.answers import saving
from carecompanion.store.backup_errors import NothingToSalvage
from carecompanion.store.columns import read
from carecompanion.store.errors import StoreError
from carecompanion.store.keys import Root
from carecompanion.store.reading_round import Row, Rows
from carecompanion.store.rows import add_rows
from carecompanion.store.settings import OF_JOURNAL, OF_PROGRAM

DAMAGED = "damaged.db"
BLOCK = 4096
"""Bytes that are read at a time from a disk that may refuse some of them; a page of the file."""
SPARE = 1 << 24
"""Bytes at the least by which a copy is made longer, all of them zero; few disks keep any room for such."""
SIDE_TABLES = ("acts", "versions", "drafts", "views", "choices")
"""Kept as they are: what was done and can be undone, what is half-written, ways of looking, choices."""


@saving
def salvage_journal(folder: Path, root: Root, now: datetime | None = None) -> restoring.Unpacked:
    """What can be read of the journal in the folder, made ready to be put in its place. It is itself left as it is.

    Raises NothingToSalvage, DiskFull or NotSaved.
    """
    work = restoring.empty(folder)
    work.mkdir(mode=0o700)
    try:
        _copy_what_can_be_read(folder / files.JOURNAL, work / DAMAGED)
        if (folder / files.ROLLBACK).exists():
            _copy_what_can_be_read(folder / files.ROLLBACK, work / f"{DAMAGED}-journal")
        _write_anew(work, root, now or datetime.now(UTC))
        (work / DAMAGED).unlink()
        return restoring.Unpacked(folder, root, restoring.read(work, root))
    except BaseException:
        restoring.leave_unpacked(folder)
        raise


def _copy_what_can_be_read(source: Path, target: Path) -> None:
    """Zeros stand in for what the disk refuses: the page's checksum then says that it is not to be trusted."""
    files.make_empty(target)
    with source.open("rb", buffering=0) as damaged, target.open("r+b") as copy:
        size = os.fstat(damaged.fileno()).st_size
        for start in range(0, size, BLOCK):
            block = b""
            with suppress(OSError):
                damaged.seek(start)
                block = damaged.read(BLOCK) or b""
            copy.write(block.ljust(min(BLOCK, size - start), b"\0"))
        # a file shorter than it says of itself is not opened at all
        copy.truncate(size + max(size, SPARE))


def _write_anew(work: Path, root: Root, now: datetime) -> None:
    with Rows(work / DAMAGED, root) as rows:
        settings = next(_records(Settings, rows.of("settings")), Settings())
        records = [record for name, kind in LISTS.items() for record in _records(kind, rows.of(name))]
        beside = {name: list(rows.of(name)) for name in SIDE_TABLES}
        named = next(iter(rows.of("journal")), {"id": new_id(now), "made_at": now.isoformat()})
    if not records and not any(beside.values()):
        raise NothingToSalvage
    files.make_empty(work / files.JOURNAL)
    connection = cipher.connect(work / files.JOURNAL, root, new=True)
    try:
        schema.lay_out(connection)
        bulk.fill(connection, {name: named[name] for name in ("id", "made_at")}, mended(records, settings, now))
        _put_beside(connection, beside)
    finally:
        connection.close()


def _records(kind: type, rows: Iterator[Row]) -> Iterator[Any]:
    """Those rows that make sense, of whatever version they are; what a version did not have yet is left out."""
    fields = hints(kind).keys()
    for row in rows:
        with suppress(ValueError, TypeError, KeyError, StoreError):
            yield read(kind, {name: value for name, value in row.items() if name in fields})


def _put_beside(connection: sqlcipher.Connection, beside: dict[str, list[Row]]) -> None:
    acts = {row["id"] for row in beside["acts"]}
    beside["versions"] = [row for row in beside["versions"] if row["act_id"] in acts and _makes_sense(row)]
    with cipher.transaction(connection):
        for table, found in beside.items():
            add_rows(connection, table, found)


def _makes_sense(version: Row) -> bool:
    """Whether what a version holds can be read; the history is read as a whole."""
    if version["list_name"] in (OF_JOURNAL, OF_PROGRAM):
        return True
    kind: type[Record] | None = LISTS.get(version["list_name"])
    if kind is None:
        return False
    if version["held"] is None:
        return True
    try:
        read(kind, json.loads(version["held"]))
    except (ValueError, TypeError, KeyError):
        return False
    return True
