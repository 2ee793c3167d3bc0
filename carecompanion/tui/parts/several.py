"""Several: options side by side of which any number can be chosen."""

from collections.abc import Iterable, Sequence

from carecompanion.tui.parts.choice import Choice, Option


class Several(Choice):
    """Options side by side, ● on those chosen; a letter chooses or takes back. Its value is theirs with commas."""

    def __init__(self, options: Sequence[Option], chosen: Iterable[str] = (), *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(options, _joined(options, chosen), id=id)

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is chosen, in the order of the options."""
        return tuple((self.value or "").split(",")) if self.value else ()

    def is_chosen(self, option: Option) -> bool:
        """Whether the option is among those chosen."""
        return option.value in self.chosen

    def can_hold(self, text: str) -> bool:
        """Whether these are options, with commas between them."""
        return set(filter(None, text.split(","))) <= {option.value for option in self.options}

    def pick(self, option: Option) -> None:
        """Choose the option whose letter was pressed, or take it back."""
        self.value = _joined(self.options, {option.value} ^ set(self.chosen))

    def go_along(self, step: int) -> None:
        """There is no next one: any number are chosen."""


def _joined(options: Sequence[Option], chosen: Iterable[str]) -> str:
    taken = set(chosen)
    return ",".join(option.value for option in options if option.value in taken)
