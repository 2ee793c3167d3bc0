"""What is said when the program has to close: where in it, and nothing of what was in memory."""

import traceback
from pathlib import Path


def had_to_close(cause: BaseException) -> str:
    """That what was saved is safe, and what whoever mends the program needs to know."""
    last = traceback.extract_tb(cause.__traceback__)[-1] if cause.__traceback__ else None
    place = f"{Path(last.filename).name}, line {last.lineno}" if last else "no place known"
    return (
        "carecompanion had to close. Your journal is safe, up to the last thing you saved.\n"
        f"For whoever mends it: {type(cause).__name__} in {place}."
    )
