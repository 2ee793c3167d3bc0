"""The rows of a damaged file, table by table: from the front, from the back, and by halves in between."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.store import cipher
from carecompanion.store.errors import StoreError
from carecompanion.store.keys import Root

Row = dict[str, Any]
REFUSED = (sqlcipher.Error, MemoryError, UnicodeDecodeError)
"""What comes of a page that is not as it was written."""
BEYOND = 1 << 62
"""Above every number of a row."""


class Rows:
    """Reads a damaged file. After a damaged page a connection is not to be trusted (sqlcipher issue 617)."""

    def __init__(self, path: Path, root: Root) -> None:
        self._path, self._root = path, root
        self._open: sqlcipher.Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._let_go()

    def of(self, table: str) -> Iterator[Row]:
        """Every row of a table that can be read, in the order in which they were first kept."""
        found: dict[int, Row] = {}
        last = self._last(table)
        gaps = [(0, BEYOND if last is None else last + 1)]
        while gaps:
            low, high = gaps.pop()
            low = self._read(table, low, high, found, "ASC")
            if low >= high:
                continue
            high = self._read(table, low, high, found, "DESC")
            if last is not None and high - low > 2:
                middle = (low + high) // 2
                gaps += [(low, middle + 1), (middle, high)]
        yield from (found[number] for number in sorted(found))

    def _read(self, table: str, low: int, high: int, found: dict[int, Row], order: str) -> int:
        """Read on from one end of a gap; answers with the last row that could be read, or the other end."""
        reached, end = (low, high) if order == "ASC" else (high, low)
        statement = f"SELECT rowid AS row, * FROM {table} WHERE rowid > ? AND rowid < ? ORDER BY rowid {order}"  # noqa: S608  # our own names
        try:
            rows = self._connection().execute(statement, (low, high))
            names = [column[0] for column in rows.description[1:]]
            for number, *values in rows:
                found[number] = dict(zip(names, values, strict=True))
                reached = number
        except (*REFUSED, StoreError):
            self._let_go()
            return reached
        return end

    def _last(self, table: str) -> int | None:
        """The highest number of a row; by the index where the table's end is damaged; None when nobody can tell."""
        for statement in (f"SELECT max(rowid) FROM {table}", f"SELECT rowid FROM {table} ORDER BY id"):  # noqa: S608  # our own names
            try:
                return max((number or 0 for (number,) in self._connection().execute(statement)), default=0)
            except (*REFUSED, StoreError):
                self._let_go()
        return None

    def _connection(self) -> sqlcipher.Connection:
        if self._open is None:
            self._open = cipher.connect(self._path, self._root)
        return self._open

    def _let_go(self) -> None:
        connection, self._open = self._open, None
        if connection is not None:
            with suppress(sqlcipher.Error):
                connection.close()
