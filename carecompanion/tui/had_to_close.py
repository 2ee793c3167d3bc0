"""What is said when the program has to close: where in it, and nothing of what was in memory."""

import traceback
from pathlib import Path

from carecompanion.language import _


def had_to_close(cause: BaseException) -> str:
    """That what was saved is safe, and what whoever mends the program needs to know."""
    last = traceback.extract_tb(cause.__traceback__)[-1] if cause.__traceback__ else None
    place = (
        _("{name}, line {lineno}").format(name=Path(last.filename).name, lineno=last.lineno)
        if last
        else _("no place known")
    )
    return _(
        "carecompanion had to close. Your journal is safe, up to the last thing you saved.\nFor "
        "whoever mends it: {name} in {place}."
    ).format(name=type(cause).__name__, place=place)
