"""What every record of a journal has in common."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from carecompanion.domain.shapes import choices, instants
from carecompanion.language import _


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class Record:
    """What every record carries. `written_by` is "me" (or None) or a supporter's name.

    `private` is text for the person alone: it is in nothing shared, nor is any entry with `keep_out`.
    Raises ValueError, with sentences fit to show, when the values make no sense together.
    """

    id: str
    written_at: datetime | None = None
    written_by: str | None = None
    keep_out: bool = False
    private: str | None = None

    def __post_init__(self) -> None:
        kind: type = type(self)
        for name, allowed in choices(kind):
            if getattr(self, name) not in allowed:
                raise ValueError(_("“{name}” holds a word this journal does not know.").format(name=name))
        for name in instants(kind):
            instant = getattr(self, name)
            if instant is not None and instant.tzinfo is None:
                raise ValueError(_("“{name}” needs its time zone.").format(name=name))
        problems = " ".join(self._nonsense())
        if problems:
            raise ValueError(problems)

    def _nonsense(self) -> Iterator[str]:
        """Sentences saying what cannot be so; none for a record that makes sense."""
        return iter(())

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}>"
