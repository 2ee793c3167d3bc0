"""Offer: one thing that can be done, gone to or read, in plain words, with its key and why it cannot be done now."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import cached_property

from carecompanion.domain.search import words_in
from carecompanion.language import _

Do = Callable[[], Awaitable[object]]

PEOPLE, ITS_TRAITS, SETTINGS, HELP = _("People"), _("Traits"), _("Settings"), _("Help")
"""The groups of what is offered beside acts."""


@dataclass(frozen=True, repr=False)
class Offer:
    """`also` are other words it is known by; `group` is the heading it stands under; `why_not` is "" when it can be."""

    id: str
    words: str
    do: Do
    key: str = ""
    also: str = ""
    group: str = ""
    why_not: str = field(default="", compare=False)

    @cached_property
    def found_by(self) -> tuple[list[str], list[str]]:
        """Its words and those it is known by besides, as they are looked for."""
        return words_in(self.words), words_in(f"{self.also} {self.group}")
