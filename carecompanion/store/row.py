"""The columns that every record's row has, and columns that refer to another row."""

from typing import Any

from sqlmodel import Field, SQLModel


def refers_to(name: str) -> Any:  # noqa: ANN401  # as Field itself: it stands for the value
    """A column that holds the id of a record in that list, or nothing."""
    return Field(default=None, foreign_key=f"{name}.id")


def must_refer_to(name: str) -> Any:  # noqa: ANN401  # as Field itself: it stands for the value
    """A column that holds the id of a record in that list."""
    return Field(foreign_key=f"{name}.id")


class Row(SQLModel):
    """The columns that every record has. Neither its repr nor its errors say what a person wrote."""

    model_config = {"hide_input_in_errors": True}

    id: str = Field(primary_key=True)
    written_at: str | None = None
    written_by: str | None = None
    keep_out: int = 0
    private: str | None = None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}>"

    __str__ = __repr__
