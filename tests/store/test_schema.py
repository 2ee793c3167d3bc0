"""The tables: the same by the numbered steps as by the row classes, and each row class the mirror of its record."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types
from sqlmodel import SQLModel

from carecompanion.domain.records import LISTS, Record
from carecompanion.domain.settings import Settings
from carecompanion.domain.shapes import hints
from carecompanion.store import cipher, files, schema, steps
from carecompanion.store.engine import engine
from carecompanion.store.errors import JournalDamaged, NewerVersion
from carecompanion.store.keys import Root
from carecompanion.store.tables import ROWS, NoteRow, SettingsRow

ROOT = Root(bytes(16))


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlcipher.Connection]:
    """A connection to an empty file."""
    files.make_empty(tmp_path / "j")
    made = cipher.connect(tmp_path / "j", ROOT, new=True)
    yield made
    made.close()


def described(connection: sqlcipher.Connection) -> dict[str, Any]:
    """Every table with its columns, indexes and references, but for the index of words, which no class mirrors.

    The order of references says nothing.
    """
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'words*'"
    names = [name for (name,) in connection.execute(tables)]
    pragmas = ("table_xinfo", "index_list", "foreign_key_list")
    found: dict[str, Any] = {name: {} for name in names}
    for name, table in found.items():
        table.update({pragma: connection.execute(f"PRAGMA {pragma}({name})").fetchall() for pragma in pragmas})
    for table in found.values():
        table["foreign_key_list"] = sorted(row[2:] for row in table["foreign_key_list"])
    return found


def test_the_steps_lead_to_the_tables_of_the_row_classes(connection: sqlcipher.Connection, tmp_path: Path) -> None:
    schema.lay_out(connection)
    files.make_empty(tmp_path / "other")
    over = engine(other := cipher.connect(tmp_path / "other", ROOT, new=True))
    SQLModel.metadata.create_all(over)
    assert described(connection) == described(other)
    assert len(described(connection)) == len(LISTS) + 8
    over.dispose()


@pytest.mark.parametrize("kind", LISTS.values(), ids=lambda kind: kind.__name__)
def test_a_row_has_the_fields_of_its_record(kind: type[Record]) -> None:
    fields: type = kind
    assert set(ROWS[kind].model_fields) == set(hints(fields))
    assert LISTS[str(ROWS[kind].__tablename__)] is kind


def test_the_row_of_settings_has_their_fields() -> None:
    assert set(SettingsRow.model_fields) == {"id", *hints(Settings)}


def test_a_row_shows_its_id_and_nothing_that_was_written() -> None:
    row = NoteRow(id="1", at="2026-03-09T09:12:00+00:00", text="marker")
    assert "marker" not in f"{row!r} {row} {[row]}"


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
