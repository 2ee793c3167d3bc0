"""The tables: the numbered steps lead to the mirror of each record, and a step that fails leads nowhere."""

from collections.abc import Iterator
from pathlib import Path
from types import NoneType
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.domain.contradictions import REFERENCES, REFERRING
from carecompanion.domain.records import LISTS
from carecompanion.domain.settings import Settings
from carecompanion.domain.shapes import hints, members
from carecompanion.store import cipher, files, schema, steps
from carecompanion.store.errors import JournalDamaged, NewerVersion
from carecompanion.store.keys import Root

ROOT = Root(bytes(16))


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlcipher.Connection]:
    """A connection to an empty file."""
    files.make_empty(tmp_path / "j")
    made = cipher.connect(tmp_path / "j", ROOT, new=True)
    yield made
    made.close()


def described(connection: sqlcipher.Connection) -> dict[str, Any]:
    """Every table with its columns, indexes and references, but for the index of words."""
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'words*'"
    names = [name for (name,) in connection.execute(tables)]
    pragmas = ("table_xinfo", "index_list", "foreign_key_list")
    return {
        name: {pragma: connection.execute(f"PRAGMA {pragma}({name})").fetchall() for pragma in pragmas}
        for name in names
    }


def columns(connection: sqlcipher.Connection, table: str) -> dict[str, tuple[str, bool]]:
    """Each column's type, and whether it always holds something."""
    rows = connection.execute(f"PRAGMA table_info({table})")
    return {name: (type_, bool(always)) for _number, name, type_, always, _default, _key in rows}


def mirrored(kind: type) -> dict[str, tuple[str, bool]]:
    """The columns that hold the fields of a record or of the settings."""
    parts = {name: members(hint) for name, hint in hints(kind).items()}
    return {
        name: ("INTEGER" if {int, bool} & set(each) else "VARCHAR", NoneType not in each)
        for name, each in parts.items()
    }


@pytest.mark.parametrize("table", LISTS)
def test_a_table_is_the_mirror_of_its_record(connection: sqlcipher.Connection, table: str) -> None:
    schema.lay_out(connection)
    kind: type = LISTS[table]
    assert columns(connection, table) == mirrored(kind)
    keys = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[5]]
    assert keys == ["id"]
    references = {row[3]: (row[2], row[4]) for row in connection.execute(f"PRAGMA foreign_key_list({table})")}
    # an entry may be in any of several lists, which no reference of a table can say
    lists = {name: REFERENCES[name] for name in REFERRING[kind] if name != "entry_id"}
    assert references == {name: (within, "id") for name, (within,) in lists.items()}


def test_the_table_of_settings_is_the_mirror_of_them(connection: sqlcipher.Connection) -> None:
    schema.lay_out(connection)
    assert columns(connection, "settings") == {"id": ("INTEGER", True)} | mirrored(Settings)


SIDE: dict[str, tuple[list[str], list[str]]] = {
    "journal": (["id"], ["made_at"]),
    "drafts": (["sheet"], ["fields", "written_at"]),
    "acts": (["id"], ["at", "state"]),
    "versions": (["act_id", "record_id"], ["list_name", "held"]),
    "findable": (["key"], ["number"]),
    "views": (["name"], ["chosen"]),
    "choices": (["name"], ["chosen"]),
}
"""The tables that hold no records: their keys, and their other columns."""


@pytest.mark.parametrize("table", SIDE)
def test_a_table_of_something_else_has_its_key_and_columns(connection: sqlcipher.Connection, table: str) -> None:
    schema.lay_out(connection)
    rows = connection.execute(f"PRAGMA table_info({table})").fetchall()
    keys = [name for _number, name, _type, _always, _default, place in sorted(rows, key=lambda row: row[5]) if place]
    assert keys == SIDE[table][0]
    assert {row[1] for row in rows if not row[5]} == set(SIDE[table][1])
    assert {row[1] for row in rows if not row[3]} == ({"held"} if table == "versions" else set())


def test_what_was_done_to_a_record_is_found_by_an_index(connection: sqlcipher.Connection) -> None:
    schema.lay_out(connection)
    plan = connection.execute("EXPLAIN QUERY PLAN SELECT held FROM versions WHERE record_id = ?", ("x",)).fetchall()
    assert "USING INDEX ix_versions_record_id" in plan[0][3]


def test_no_table_is_made_that_nobody_reads(connection: sqlcipher.Connection) -> None:
    schema.lay_out(connection)
    assert set(described(connection)) == {*LISTS, *SIDE, "settings"}


def test_a_new_file_says_whose_it_is_and_of_which_version(connection: sqlcipher.Connection) -> None:
    schema.lay_out(connection)
    assert connection.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


@pytest.mark.parametrize("spoiling", ["application_id = 7", "application_id = 0", "user_version = 0"])
def test_a_file_of_somebody_elses_is_not_taken_for_a_journal(connection: sqlcipher.Connection, spoiling: str) -> None:
    schema.lay_out(connection)
    connection.execute(f"PRAGMA {spoiling}")
    with pytest.raises(JournalDamaged):
        schema.bring_up_to_date(connection)


def test_a_file_of_a_newer_program_is_left_alone(connection: sqlcipher.Connection) -> None:
    schema.lay_out(connection)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    before = described(connection)
    with pytest.raises(NewerVersion):
        schema.bring_up_to_date(connection)
    assert described(connection) == before


LATER = (
    "CREATE TABLE people_new (id VARCHAR NOT NULL PRIMARY KEY, name VARCHAR)",
    "INSERT INTO people_new SELECT id, name FROM people",
    "DROP TABLE people",
    "ALTER TABLE people_new RENAME TO people",
)


def later(monkeypatch: pytest.MonkeyPatch, *statements: str) -> None:
    monkeypatch.setattr(schema, "STEPS", (*steps.STEPS, statements))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)


def with_a_person(connection: sqlcipher.Connection) -> None:
    schema.lay_out(connection)
    connection.execute("INSERT INTO people (id, name, role, keep_out) VALUES ('p', 'Dana Whitfield', 'CPN', 0)")
    connection.execute("INSERT INTO absences (id, person_id, from_on, keep_out) VALUES ('a', 'p', '2026-03-09', 0)")


def test_an_older_file_takes_the_steps_it_lacks(
    connection: sqlcipher.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_a_person(connection)
    later(monkeypatch, *LATER)
    schema.bring_up_to_date(connection)
    assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    assert connection.execute("SELECT count(*) FROM absences").fetchone() == (1,)
    schema.bring_up_to_date(connection)


@pytest.mark.parametrize("wrong", ["SELECT nonsense", "DELETE FROM people"], ids=["an error", "a lost reference"])
def test_a_step_that_fails_leaves_everything_as_it_was(
    connection: sqlcipher.Connection, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    with_a_person(connection)
    before = described(connection)
    later(monkeypatch, *LATER, wrong)
    with pytest.raises((sqlcipher.Error, JournalDamaged)):
        schema.bring_up_to_date(connection)
    assert described(connection) == before
    assert connection.execute("SELECT count(*) FROM people").fetchone() == (1,)
    assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION - 1,)
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
