"""What stood in a sheet that was not finished, so that hiding or a crash loses none of it."""

import json
from datetime import UTC, datetime

from sqlalchemy import Connection, delete
from sqlmodel import col, select

from carecompanion.store.rows import upsert
from carecompanion.store.side_tables import DraftRow


def put(connection: Connection, sheet: str, values: dict[str, str]) -> None:
    """Keep what stands in a sheet's fields, in place of what stood there."""
    fields = json.dumps(values, ensure_ascii=False)
    written_at = datetime.now(UTC).isoformat()
    connection.execute(upsert(DraftRow), {"sheet": sheet, "fields": fields, "written_at": written_at})


def read(connection: Connection, sheet: str) -> dict[str, str] | None:
    """What stood in a sheet's fields; None when there is no draft of it."""
    fields = connection.execute(select(DraftRow.fields).where(DraftRow.sheet == sheet)).scalar_one_or_none()
    return None if fields is None else dict(json.loads(fields))


def drop(connection: Connection, sheet: str) -> None:
    """Forget the draft of a sheet, if there is one."""
    connection.execute(delete(DraftRow).where(col(DraftRow.sheet) == sheet))
