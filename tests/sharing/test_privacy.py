"""What this protects and what it does not: in words that are easy to read, and nothing of the guidance left out."""

import pytest

from carecompanion.sharing.privacy import PARTS
from tests.domain.test_wording import HARDEST, grade

POINTS = [point for part in PARTS for point in part.points]


@pytest.mark.parametrize("point", POINTS)
def test_every_point_reads_easily(point: str) -> None:
    assert point.endswith(".")
    if len(point.split()) > 12:  # a grade of fewer words says little
        assert grade(point) <= HARDEST


@pytest.mark.parametrize(
    "words",
    [
        *("copied or stolen", "size and dates", "survives a crash", "Nothing is ever sent", "watches you type"),
        *("Malware", "administrator", "makes you unlock it", "saved out of it", "Old backups after", "duress"),
        *("on paper or on a friend’s computer", "clears nothing behind your back", "be noticed"),
    ],
)
def test_what_the_guidance_names_is_named(words: str) -> None:
    assert any(words in point for point in POINTS)
