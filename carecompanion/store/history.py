"""History: every act on the journal, so that it can be undone and done again, and what was can be read.

An act holds, for each record it touched, the state the record is not in: while the act is done, how the record was
before; while it is undone, how it was after. What is set is held in the same way, by its name. Undoing and doing again
are therefore one thing: the two change places.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, bindparam, delete, insert, text, update
from sqlmodel import col, select

from carecompanion.domain.acts import Act, Earlier, Setting, Step
from carecompanion.domain.book import LIST_NAMES, Book
from carecompanion.domain.links import links, needed_links, unlinked
from carecompanion.domain.records import LISTS, Record
from carecompanion.domain.trash import Gone
from carecompanion.store import settings
from carecompanion.store.columns import read, written
from carecompanion.store.side_tables import ActRow, DraftRow, VersionRow

State = Literal["done", "undone", "passed"]
"""An undone act that something else was done after has passed: it cannot be done again, its words are still kept."""

COLUMNS = (col(VersionRow.act_id), col(VersionRow.list_name), col(VersionRow.record_id), col(VersionRow.held))

HELD = col(VersionRow.held).is_not(None) & col(VersionRow.list_name).in_(list(LISTS))
"""A version that holds a record."""
FORGET = delete(VersionRow).where(col(VersionRow.record_id) == bindparam("gone"))
HOLD = (
    update(VersionRow)
    .where(col(VersionRow.act_id) == bindparam("act"), col(VersionRow.record_id) == bindparam("id"))
    .values(held=bindparam("text"))
)


def add(connection: Connection, steps: Iterable[Step], changes: Sequence[Setting], at: datetime) -> None:
    """Put down an act that is being done: what it did to records, and the settings it changed."""
    changed = [step for step in steps if step.before != step.after]
    if not changed and not changes:
        return
    connection.execute(update(ActRow).where(col(ActRow.state) == "undone").values(state="passed"))
    act_id = connection.execute(insert(ActRow).values(at=_instant(at), state="done")).inserted_primary_key[0]  # type: ignore[index]
    rows = [{"act_id": act_id, **_named(step.record), "held": _text(step.before)} for step in changed]
    rows += [
        {"act_id": act_id, "list_name": settings.table_of(each), "record_id": each.name, "held": each.before}
        for each in changes
    ]
    connection.execute(insert(VersionRow), rows)


def turn(connection: Connection, book: Book, *, back: bool) -> Act | None:
    """Undo the last act in the history, or do the last undone one again; its steps are what is to be done to the book.

    None when there is none.
    """
    state, other, order = ("done", "undone", col(ActRow.id).desc()) if back else ("undone", "done", col(ActRow.id))
    acts = connection.execute(select(ActRow.id, ActRow.at).where(ActRow.state == state).order_by(order))
    for act_id, at in acts:
        steps, changes = _held(connection, book, act_id)
        held = [{"act": act_id, "id": step.record.id, "text": _text(step.before)} for step in steps]
        held += [{"act": act_id, "id": each.name, "text": each.before} for each in changes]
        connection.execute(HOLD, held)
        connection.execute(update(ActRow).where(col(ActRow.id) == act_id).values(state=other))
        changing = tuple(step for step in steps if step.before != step.after)
        setting = tuple(each for each in changes if each.before != each.after)
        if changing or setting:  # what is left of an act after a record was deleted for good may change nothing
            return Act(act_id, datetime.fromisoformat(at), changing, setting)
    return None


def _held(connection: Connection, book: Book, act_id: int) -> tuple[list[Step], list[Setting]]:
    """What turning an act would do: from how things are to what it holds."""
    versions = _versions(connection, act_id)
    steps = [Step(_now(book, name, key), _record(name, held)) for name, key, held in versions if name in LISTS]
    if len(steps) == len(versions):
        return steps, []
    now = settings.values(connection, book.settings)
    return steps, [Setting(key, now.get(key), held) for name, key, held in versions if name not in LISTS]


def earlier(connection: Connection, record: Record) -> tuple[Earlier, ...]:
    """How a record was before each of its changes, the latest first."""
    statement = (
        select(col(VersionRow.held), col(ActRow.at))
        .join(ActRow, col(ActRow.id) == col(VersionRow.act_id))
        .where(VersionRow.record_id == record.id, ActRow.state == "done", HELD)
        .order_by(col(ActRow.id).desc())
    )
    name = LIST_NAMES[type(record)]
    versions = ((_record(name, held), at) for held, at in connection.execute(statement))
    return tuple(Earlier(was, datetime.fromisoformat(at)) for was, at in versions if was is not None)


def trash(connection: Connection, book: Book) -> tuple[Gone, ...]:
    """What is in the journal no more, act by act, the latest first."""
    acts = {row.id: row for row in connection.execute(select(ActRow.id, ActRow.at, ActRow.state))}
    records: dict[int, list[Record]] = defaultdict(list)
    pointing: dict[int, list[Record]] = defaultdict(list)
    seen: set[str] = set()
    held = select(*COLUMNS).where(HELD).order_by(col(VersionRow.act_id).desc())
    for act_id, name, key, words in connection.execute(held):
        record = _record(name, words)
        if record is None or key in seen:
            continue
        if _now(book, name, key) is not None:
            pointing[act_id].append(record)
        else:
            seen.add(key)
            records[act_id].append(record)
    return tuple(
        Gone(act, datetime.fromisoformat(acts[act].at), tuple(gone), tuple(pointing[act]), acts[act].state != "done")
        for act, gone in records.items()
    )


def forget(connection: Connection, gone: Collection[Record]) -> None:
    """Take records that have been deleted out of the history as well, and every link to them."""
    ids = {record.id for record in gone}
    connection.execute(FORGET, [{"gone": key} for key in ids])
    sheets = connection.execute(select(col(DraftRow.sheet))).scalars().all()
    for sheet in (sheet for sheet in sheets if sheet.rpartition(" ")[2] in ids):
        connection.execute(delete(DraftRow).where(col(DraftRow.sheet) == sheet))
    _unlink(connection, ids)
    kept = select(VersionRow.act_id)
    connection.execute(delete(ActRow).where(col(ActRow.id).not_in(kept)))


def _unlink(connection: Connection, ids: Collection[str]) -> None:
    """No version points at these records any more; one that cannot be without them goes too."""
    for act_id, name, record_id, words in connection.execute(select(*COLUMNS).where(HELD)).all():
        record = _record(name, words)
        if record is None or links(record).isdisjoint(ids):
            continue
        here = (col(VersionRow.act_id) == act_id, col(VersionRow.record_id) == record_id)
        if any(key in ids for _name, key in needed_links(record)):
            connection.execute(delete(VersionRow).where(*here))
        else:
            connection.execute(update(VersionRow).where(*here).values(held=_text(unlinked(record, ids))))


def _versions(connection: Connection, act_id: int) -> list[tuple[str, str, str | None]]:
    rows = connection.execute(select(*COLUMNS).where(VersionRow.act_id == act_id).order_by(text("rowid")))
    return [(name, key, held) for _act, name, key, held in rows]


def _named(record: Record) -> dict[str, str]:
    return {"list_name": LIST_NAMES[type(record)], "record_id": record.id}


def _now(book: Book, name: str, key: str) -> Record | None:
    return book.list(name).get(key)


def _text(record: Record | None) -> str | None:
    return None if record is None else json.dumps(written(record), ensure_ascii=False, separators=(",", ":"))


def _record(name: str, held: str | None) -> Record | None:
    return None if held is None else read(LISTS[name], json.loads(held))


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()
