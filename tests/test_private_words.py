"""What a person wrote is in no repr, which is what ends up in logs and error texts."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

import pytest

import carecompanion.domain
import carecompanion.sharing
from carecompanion.domain.sample import sample_book
from carecompanion.domain.shapes import hints
from carecompanion.store.columns import written
from tests.tui.driving import NOW

OURS = {
    *(
        "Counted",
        "Excluded",
        "Measure",
        "Measurement",
        "Brought",
        "OwnAnswer",
        "Recipient",
        "TraitAssessment",
        "Course",
        "Contradiction",
        "Outcome",
        "Window",
    ),
    *("TraitWords", "MeasureWords", "HelpGroup", "HelpLine", "Field", "Part", "PartWords", "RoleWords", "Said", "Hint"),
}
"""These hold ids and the program's own words only."""


def _made_of_words(package: ModuleType) -> Iterator[type]:
    for found in walk_packages(package.__path__, f"{package.__name__}."):
        if ".sample" not in found.name:  # its people are invented
            own = (kind for kind in vars(import_module(found.name)).values() if isinstance(kind, type))
            yield from (kind for kind in own if kind.__module__ == found.name and _shows_words(kind))


def _shows_words(kind: type) -> bool:
    return is_dataclass(kind) and any("str" in str(hints(kind)[field.name]) for field in fields(kind) if field.repr)


WORDY = sorted(
    {*_made_of_words(carecompanion.domain), *_made_of_words(carecompanion.sharing)}, key=lambda kind: kind.__name__
)


@pytest.mark.parametrize("kind", [kind for kind in WORDY if kind.__name__ not in OURS], ids=lambda kind: kind.__name__)
def test_a_value_that_can_hold_a_persons_words_does_not_show_them(kind: type) -> None:
    assert not kind.__dataclass_params__.repr  # type: ignore[attr-defined]  # every dataclass has it


def test_no_record_of_a_whole_journal_shows_its_words() -> None:
    book = sample_book(NOW)
    words = [text for record in book.everything() for text in written(record).values() if " " in str(text)]
    assert len(words) > 100
    shown = repr([*book.everything(), book])
    assert not [text for text in words if str(text) in shown]
