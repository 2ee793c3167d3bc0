"""The SQLAlchemy engine over a connection to the encrypted file."""

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]  # it ships no types


def engine(connection: sqlcipher.Connection) -> Engine:
    """SQLAlchemy over this one connection. Its errors are the database's own, and carry no values of a person."""
    made = create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher,
        creator=lambda: connection,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(made, "begin", _begin)
    event.listen(made, "handle_error", _as_it_came)
    made.connect().close()  # the pool takes the connection over, and so closes it when the engine is disposed of
    return made


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _as_it_came(context: ExceptionContext) -> BaseException:
    return context.original_exception
