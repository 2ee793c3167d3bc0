"""What the disk and the database answer, turned into sentences for the person."""

import errno
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types

from carecompanion.store.errors import (
    CannotBeHeld,
    DiskFull,
    DoesNotFit,
    JournalDamaged,
    NotRead,
    NotSaved,
    OpenElsewhere,
    ReadOnly,
    StoreError,
)

P = ParamSpec("P")
T = TypeVar("T")

Answers = dict[int, type[StoreError]]

WHILE_OPENING: Answers = {
    sqlcipher.SQLITE_FULL: DiskFull,
    sqlcipher.SQLITE_READONLY: ReadOnly,
    sqlcipher.SQLITE_CANTOPEN: ReadOnly,
    sqlcipher.SQLITE_BUSY: OpenElsewhere,
    sqlcipher.SQLITE_NOTADB: JournalDamaged,
    sqlcipher.SQLITE_CORRUPT: JournalDamaged,
}

WHILE_SAVING: Answers = {
    sqlcipher.SQLITE_FULL: DiskFull,
    sqlcipher.SQLITE_READONLY: ReadOnly,
    sqlcipher.SQLITE_CANTOPEN: ReadOnly,
    sqlcipher.SQLITE_CONSTRAINT: DoesNotFit,
    # damage is not in it: a read that the disk refused can look like it, and the next opening tells
}

SYSTEM: Answers = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EROFS: ReadOnly,
    errno.EACCES: ReadOnly,
    errno.EPERM: ReadOnly,
}


def opening(act: Callable[P, T]) -> Callable[P, T]:
    """Whatever the disk answers to this act, said as one of the family; what has no name of its own was not read."""
    return _answering(act, WHILE_OPENING, NotRead)


def saving(act: Callable[P, T]) -> Callable[P, T]:
    """Whatever the disk answers to this act, said as one of the family; what has no name of its own was not saved."""
    return _answering(act, WHILE_SAVING, NotSaved)


def _answering(act: Callable[P, T], database: Answers, otherwise: type[StoreError]) -> Callable[P, T]:
    @wraps(act)
    def answered(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return act(*args, **kwargs)
        except (sqlcipher.Error, OSError) as error:
            answer = _answer(error, database, otherwise)
        except (UnicodeEncodeError, OverflowError):
            answer = CannotBeHeld()
        # raised out here so that the first error, which may carry a note in its parameters, is not chained to it
        raise answer

    return answered


def _answer(error: Exception, database: Answers, otherwise: type[StoreError]) -> StoreError:
    if isinstance(error, OSError):
        return SYSTEM.get(error.errno or 0, otherwise)()
    code: int = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return database.get(code, otherwise)()
