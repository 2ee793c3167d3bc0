"""What a person chose about the program itself, by name; none of it is part of the journal that is shared."""

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.store.rows import put_rows


def put(connection: sqlcipher.Connection, name: str, chosen: str) -> None:
    """Keep what is chosen, in place of what was chosen before."""
    put_rows(connection, "choices", [{"name": name, "chosen": chosen}])


def drop(connection: sqlcipher.Connection, name: str) -> None:
    """Forget what was chosen."""
    connection.execute("DELETE FROM choices WHERE name = ?", (name,))


def read(connection: sqlcipher.Connection) -> dict[str, str]:
    """Everything that was chosen."""
    return dict(connection.execute("SELECT name, chosen FROM choices").fetchall())
