"""What stood in a sheet that was not finished, so that hiding or a crash loses none of it."""

import json
from contextlib import suppress
from datetime import UTC, datetime

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.store.rows import put_rows


def put(connection: sqlcipher.Connection, sheet: str, values: dict[str, str]) -> None:
    """Keep what stands in a sheet's fields, in place of what stood there."""
    fields = json.dumps(values, ensure_ascii=False)
    put_rows(connection, "drafts", [{"sheet": sheet, "fields": fields, "written_at": datetime.now(UTC).isoformat()}])


def read(connection: sqlcipher.Connection) -> dict[str, dict[str, str]]:
    """What stood in each sheet's fields, by the names of the sheets; without what cannot be read."""
    found: dict[str, dict[str, str]] = {}
    for sheet, fields in connection.execute("SELECT sheet, fields FROM drafts"):
        with suppress(ValueError, TypeError):  # it hurts no other
            found[sheet] = dict(json.loads(fields))
    return found


def drop(connection: sqlcipher.Connection, sheet: str) -> None:
    """Forget the draft of a sheet, if there is one."""
    connection.execute("DELETE FROM drafts WHERE sheet = ?", (sheet,))
