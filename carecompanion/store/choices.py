"""What a person chose about the program itself, by name; none of it is part of the journal that is shared."""

from collections.abc import Callable
from typing import Any

Run = Callable[..., Any]
"""Executes one statement, with its parameters if there are any."""


def put(run: Run, name: str, chosen: str) -> None:
    """Keep what is chosen, in place of what was chosen before."""
    run(
        "INSERT INTO choices (name, chosen) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET chosen = excluded.chosen",
        (name, chosen),
    )


def drop(run: Run, name: str) -> None:
    """Forget what was chosen."""
    run("DELETE FROM choices WHERE name = ?", (name,))


def read(run: Run) -> dict[str, str]:
    """Everything that was chosen."""
    return dict(run("SELECT name, chosen FROM choices").fetchall())
