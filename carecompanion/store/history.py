"""History: every act on the journal, so that it can be undone and done again, and what was can be read.

An act holds, for each record it touched, the state the record is not in: while the act is done, how the record was
before; while it is undone, how it was after. What is set is held in the same way, by its name. Undoing and doing again
are therefore one thing: the two change places.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.domain.acts import Act, Earlier, Setting, Step
from carecompanion.domain.book import LIST_NAMES, Book
from carecompanion.domain.links import links, needed_links, unlinked
from carecompanion.domain.records import LISTS, Record
from carecompanion.domain.trash import Gone
from carecompanion.store import drafts, rows, settings
from carecompanion.store.columns import read, written

# An act is "done" or "undone". An undone one that something else was done after is "passed": it cannot be done again,
# its words are still kept.

VERSIONS = "SELECT act_id, list_name, record_id, held FROM versions"
HELD = f"held IS NOT NULL AND list_name IN ({', '.join(map(repr, LISTS))})"
"""A version that holds a record."""
HOLD = "UPDATE versions SET held = ? WHERE act_id = ? AND record_id = ?"
EARLIER = f"""
    SELECT held, at FROM versions JOIN acts ON acts.id = act_id
    WHERE record_id = ? AND state = 'done' AND {HELD} ORDER BY act_id DESC
"""  # noqa: S608  # our own names


def add(connection: sqlcipher.Connection, steps: Iterable[Step], changes: Sequence[Setting], at: datetime) -> None:
    """Put down an act that is being done: what it did to records, and the settings it changed."""
    changed = [step for step in steps if step.before != step.after]
    if not changed and not changes:
        return
    connection.execute("UPDATE acts SET state = 'passed' WHERE state = 'undone'")
    act_id = connection.execute("INSERT INTO acts (at, state) VALUES (?, 'done')", (_instant(at),)).lastrowid
    held = [{"act_id": act_id, **_named(step.record), "held": _text(step.before)} for step in changed]
    held += [
        {"act_id": act_id, "list_name": settings.table_of(each), "record_id": each.name, "held": each.before}
        for each in changes
    ]
    rows.add_rows(connection, "versions", held)


def turn(connection: sqlcipher.Connection, book: Book, *, back: bool) -> Act | None:
    """Undo the last act in the history, or do the last undone one again; its steps are what is to be done to the book.

    None when there is none.
    """
    state, other, order = ("done", "undone", "DESC") if back else ("undone", "done", "ASC")
    acts = f"SELECT id, at FROM acts WHERE state = ? ORDER BY id {order} LIMIT 1"  # noqa: S608  # one of our two words
    while (act := connection.execute(acts, (state,)).fetchone()) is not None:
        act_id, at = act
        steps, changes = _held(connection, book, act_id)
        held = [(_text(step.before), act_id, step.record.id) for step in steps]
        held += [(each.before, act_id, each.name) for each in changes]
        connection.executemany(HOLD, held)
        connection.execute("UPDATE acts SET state = ? WHERE id = ?", (other, act_id))
        changing = tuple(step for step in steps if step.before != step.after)
        setting = tuple(each for each in changes if each.before != each.after)
        if changing or setting:  # what is left of an act after a record was deleted for good may change nothing
            return Act(act_id, datetime.fromisoformat(at), changing, setting)
    return None


def _held(connection: sqlcipher.Connection, book: Book, act_id: int) -> tuple[list[Step], list[Setting]]:
    """What turning an act would do: from how things are to what it holds."""
    versions = connection.execute(f"{VERSIONS} WHERE act_id = ? ORDER BY rowid", (act_id,)).fetchall()
    steps = [Step(_now(book, name, key), _record(name, held)) for _act, name, key, held in versions if name in LISTS]
    if len(steps) == len(versions):
        return steps, []
    now = settings.values(connection, book.settings)
    return steps, [Setting(key, now.get(key), held) for _act, name, key, held in versions if name not in LISTS]


def earlier(connection: sqlcipher.Connection, record: Record) -> tuple[Earlier, ...]:
    """How a record was before each of its changes, the latest first."""
    name = LIST_NAMES[type(record)]
    versions = ((_record(name, held), at) for held, at in connection.execute(EARLIER, (record.id,)))
    return tuple(Earlier(was, datetime.fromisoformat(at)) for was, at in versions if was is not None)


def trash(connection: sqlcipher.Connection, book: Book) -> tuple[Gone, ...]:
    """What is in the journal no more, act by act, the latest first."""
    acts = {act_id: (at, state) for act_id, at, state in connection.execute("SELECT id, at, state FROM acts")}
    records: dict[int, list[Record]] = defaultdict(list)
    pointing: dict[int, list[Record]] = defaultdict(list)
    seen: set[str] = set()
    for act_id, name, key, words in connection.execute(f"{VERSIONS} WHERE {HELD} ORDER BY act_id DESC"):
        record = _record(name, words)
        if record is None or key in seen:
            continue
        if _now(book, name, key) is not None:
            pointing[act_id].append(record)
        else:
            seen.add(key)
            records[act_id].append(record)
    found = ((act_id, *acts[act_id], tuple(gone)) for act_id, gone in records.items())
    return tuple(
        Gone(act_id, datetime.fromisoformat(at), gone, tuple(pointing[act_id]), state != "done")
        for act_id, at, state, gone in found
    )


def forget(connection: sqlcipher.Connection, gone: Collection[Record]) -> None:
    """Take records that have been deleted out of the history as well, and every link to them."""
    ids = {record.id for record in gone}
    connection.executemany("DELETE FROM versions WHERE record_id = ?", [(key,) for key in ids])
    sheets = [sheet for (sheet,) in connection.execute("SELECT sheet FROM drafts") if sheet.rpartition(" ")[2] in ids]
    for sheet in sheets:
        drafts.drop(connection, sheet)
    _unlink(connection, ids)
    connection.execute("DELETE FROM acts WHERE id NOT IN (SELECT act_id FROM versions)")


def _unlink(connection: sqlcipher.Connection, ids: Collection[str]) -> None:
    """No version points at these records any more; one that cannot be without them goes too."""
    for act_id, name, record_id, words in connection.execute(f"{VERSIONS} WHERE {HELD}").fetchall():
        record = _record(name, words)
        if record is None or links(record).isdisjoint(ids):
            continue
        if any(key in ids for _name, key in needed_links(record)):
            connection.execute("DELETE FROM versions WHERE act_id = ? AND record_id = ?", (act_id, record_id))
        else:
            connection.execute(HOLD, (_text(unlinked(record, ids)), act_id, record_id))


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
