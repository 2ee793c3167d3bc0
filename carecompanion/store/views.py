"""Ways of looking at the journal that were given a name."""

import json

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.store.rows import put_rows


def put(connection: sqlcipher.Connection, name: str, chosen: dict[str, str]) -> None:
    """Keep what is chosen under a name."""
    put_rows(connection, "views", [{"name": name, "chosen": json.dumps(chosen, ensure_ascii=False)}])


def read(connection: sqlcipher.Connection) -> dict[str, dict[str, str]]:
    """What is chosen, by name, in the order of the names."""
    rows = connection.execute("SELECT name, chosen FROM views ORDER BY name")
    return {name: dict(json.loads(chosen)) for name, chosen in rows}


def drop(connection: sqlcipher.Connection, name: str) -> None:
    """Forget a name, if it is there."""
    connection.execute("DELETE FROM views WHERE name = ?", (name,))
