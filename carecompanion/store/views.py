"""Ways of looking at the journal that were given a name."""

import json

from sqlalchemy import Connection, delete
from sqlmodel import col, select

from carecompanion.store.rows import upsert
from carecompanion.store.side_tables import ViewRow


def put(connection: Connection, name: str, chosen: dict[str, str]) -> None:
    """Keep what is chosen under a name."""
    connection.execute(upsert(ViewRow), {"name": name, "chosen": json.dumps(chosen, ensure_ascii=False)})


def read(connection: Connection) -> dict[str, dict[str, str]]:
    """What is chosen, by name, in the order of the names."""
    rows = connection.execute(select(ViewRow.name, ViewRow.chosen).order_by(ViewRow.name))
    return {name: dict(json.loads(chosen)) for name, chosen in rows}


def drop(connection: Connection, name: str) -> None:
    """Forget a name, if it is there."""
    connection.execute(delete(ViewRow).where(col(ViewRow.name) == name))
